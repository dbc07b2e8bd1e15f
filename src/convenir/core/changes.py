"""What an avenant does to a text: clauses added, replaced, removed; and which clause each change is about."""

from dataclasses import dataclass, fields
from typing import TypeAlias

from convenir.core.terms import Term

# The first of these fields that a clause has tells it from the others of its type.
SUBJECTS = ("key", "party", "body", "first", "number", "giver", "payer", "holder", "moment", "ground", "label", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseAdded:
    """A clause that the text did not have: a new article, annex or party. `listed`: the avenant names the change."""

    clause: Term
    listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseReplaced:
    """A clause in the place of those of its type and subject; `article` narrows them to that article."""

    clause: Term
    article: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRemoved:
    """The clauses of that type (its name) are removed: those of `subject` and of `article`, where they are given."""

    clause: str
    subject: str = ""
    article: str = ""
    listed: bool = True


Change: TypeAlias = ClauseAdded | ClauseReplaced | ClauseRemoved


def subject_of(clause: Term) -> str:
    """What a clause is about, among those of its type: a party, a body, the number of an annex; «» for the only one."""
    named = {field.name for field in fields(clause)}
    return next((str(getattr(clause, name)) for name in SUBJECTS if name in named), "")
