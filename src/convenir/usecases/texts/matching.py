"""Which term of a new reading is which of the old one: same type, same subject, nearest words."""

from collections.abc import Sequence
from dataclasses import dataclass

from convenir.access.deposited import ReadTerm, place
from convenir.core.changes import subject_of
from convenir.core.terms import Term
from convenir.reader.comparing.differences import bare


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The old item and the clause at `index` of the new reading that is the same one."""

    item: ReadTerm
    index: int
    clause: Term

    @property
    def same_value(self) -> bool:
        """Whether the new reading gives it the value of the old one, wherever the words stand."""
        return bare(self.item.read) == bare(self.clause)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The pairs, the old items that the new reading lacks, and the places of the clauses that it brings."""

    pairs: tuple[Pair, ...]
    gone: tuple[ReadTerm, ...]
    new: tuple[int, ...]


def matched(items: Sequence[ReadTerm], clauses: Sequence[Term]) -> Match:
    """Every old item and every new clause, once; the same words first, then the nearest."""
    near = [
        (_distance(item, clause), item.index, index)
        for item in items
        for index, clause in enumerate(clauses)
        if identity(item.read) == identity(clause)
    ]
    taken: dict[int, int] = {}
    for _, old, new in sorted(near):
        if old not in taken and new not in taken.values():
            taken[old] = new
    by_index = {item.index: item for item in items}
    return Match(
        pairs=tuple(Pair(item=by_index[old], index=new, clause=clauses[new]) for old, new in sorted(taken.items())),
        gone=tuple(item for item in items if item.index not in taken),
        new=tuple(index for index in range(len(clauses)) if index not in taken.values()),
    )


def identity(term: Term) -> tuple[type, str]:
    """What a term is about, whatever it says of it."""
    return type(term), subject_of(term)


def _distance(item: ReadTerm, clause: Term) -> tuple[bool, int]:
    return item.source.quote != clause.source.quote, abs(place(item.source) - place(clause.source))
