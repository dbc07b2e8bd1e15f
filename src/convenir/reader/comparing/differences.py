"""What two sets of terms say differently: the clauses that have no equal on the other side, paired by their subject."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from convenir.core.changes import subject_of
from convenir.core.source import Source
from convenir.core.terms import Term, Terms

_NOWHERE = Source(text="", article="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A clause and the one that says it otherwise; None before is a new clause, None after one that is gone."""

    before: Term | None
    after: Term | None

    @property
    def fields(self) -> tuple[str, ...]:
        """What differs inside the clause, where both texts have one."""
        if self.before is None or self.after is None:
            return ()
        named = [field.name for field in fields(self.before) if field.name != "source"]
        return tuple(name for name in named if getattr(self.before, name) != getattr(self.after, name))


def bare(clause: Term) -> Term:
    """The clause without its words: two clauses that say the same are then equal."""
    return replace(clause, source=_NOWHERE)


def unmatched(ones: Sequence[Term], others: Sequence[Term]) -> list[Term]:
    """The clauses that no other one equals, each counted once."""
    free = [bare(clause) for clause in others]
    left = []
    for clause in ones:
        if bare(clause) in free:
            free.remove(bare(clause))
        else:
            left.append(clause)
    return left


def by_subject(before: Terms, after: Terms) -> Iterator[tuple[list[Term], list[Term]]]:
    """The clauses of both sides of each type and subject, in the order in which they are met."""
    sides: dict[tuple[str, str], tuple[list[Term], list[Term]]] = {}
    for rank, terms in enumerate((before, after)):
        for clause in terms.clauses:
            key = (type(clause).__name__, subject_of(clause))
            sides.setdefault(key, ([], []))[rank].append(clause)
    yield from sides.values()


def differences(before: Terms, after: Terms) -> tuple[Difference, ...]:
    """What changes in law from one text to the other; a clause is set against the one of its type and subject."""
    return tuple(
        each for old, new in by_subject(before, after) for each in _paired(unmatched(old, new), unmatched(new, old))
    )


def _paired(gone: list[Term], come: list[Term]) -> Iterator[Difference]:
    for clause in gone:
        same = [other for other in come if other.source.article == clause.source.article] or come
        heir = next(iter(same), None)
        if heir is not None:
            come.remove(heir)
        yield Difference(before=clause, after=heir)
    yield from (Difference(before=None, after=clause) for clause in come)
