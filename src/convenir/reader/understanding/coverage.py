"""What of a text is understood: each sentence that binds grounds a term, is a named orientation, or is neither."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from convenir.core.source import Source
from convenir.core.terms import Terms
from convenir.reader.context import Context
from convenir.reader.outline import Outline
from convenir.reader.understanding.binding_words import binds
from convenir.reader.understanding.contributions import Part, contributes, parts_told
from convenir.reader.understanding.statements import Statement, statements
from convenir.reader.understanding.wishes import orientation


class Outcome(StrEnum):
    """What became of a sentence with normative force."""

    GROUNDED = "grounded"
    ORIENTATION = "orientation"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Normative:
    """A sentence with normative force. `orientation` names what it wishes without binding, where it does only that."""

    source: Source
    outcome: Outcome
    orientation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Every sentence with normative force, in the order of the text."""

    sentences: tuple[Normative, ...]

    @property
    def understood(self) -> int:
        """How many ground a term or are a named orientation."""
        return sum(1 for one in self.sentences if one.outcome is not Outcome.NOT_UNDERSTOOD)

    @property
    def rate(self) -> float:
        """The share that is understood, 1 for a text without such sentences."""
        return self.understood / len(self.sentences) if self.sentences else 1.0

    @property
    def not_understood(self) -> tuple[Normative, ...]:
        """Those that a person must class."""
        return tuple(one for one in self.sentences if one.outcome is Outcome.NOT_UNDERSTOOD)

    def with_understood(self, reads: Callable[[int], bool]) -> "Coverage":
        """The same, less the sentences that somebody else reads: `reads` tells it of the place where one begins."""
        return Coverage(sentences=tuple(_also(one, reads) for one in self.sentences))


def _also(one: Normative, reads: Callable[[int], bool]) -> Normative:
    read = one.outcome is Outcome.NOT_UNDERSTOOD and one.source.start is not None and reads(one.source.start)
    return replace(one, outcome=Outcome.GROUNDED) if read else one


def coverage(outline: Outline, context: Context, terms: Terms) -> Coverage:
    """What became of each statement of the text that binds."""
    grounds, parts = sorted(_places(terms)), parts_told(terms)
    every = (each for each in statements(outline, context.said) if binds(each, context.document))
    return Coverage(sentences=tuple(_classed(each, grounds, terms, parts) for each in every))


def _places(terms: Terms) -> Iterator[tuple[int, int]]:
    """Where the grounds of the terms begin and end."""
    for term in terms.clauses:
        if term.source.start is not None and term.source.end is not None:
            yield term.source.start, term.source.end


def _classed(
    statement: Statement,
    grounds: list[tuple[int, int]],
    terms: Terms,
    parts: tuple[Part, ...],
) -> Normative:
    source = statement.source
    if _overlaps(grounds, source.start or 0, source.end or 0) or contributes(statement, terms, parts):
        return Normative(source=source, outcome=Outcome.GROUNDED)
    named = orientation(statement.words)
    outcome = Outcome.ORIENTATION if named else Outcome.NOT_UNDERSTOOD
    return Normative(source=source, outcome=outcome, orientation=named)


def _overlaps(grounds: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a ground shares words with those from `start` to `end`; `grounds` are in order."""
    return any(begun < end and start < ended for begun, ended in grounds)
