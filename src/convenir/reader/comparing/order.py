"""Which things kept their order from one list to another, so that the others moved."""

from bisect import bisect_right
from collections.abc import Sequence


def in_order(places: Sequence[int]) -> frozenset[int]:
    """The places of the longest run, not always of neighbours, that goes forward: what is not in it moved.

    >>> sorted(in_order((10, 40, 20, 30)))
    [10, 20, 30]
    """
    tails: list[int] = []
    ends: list[int] = []
    above: list[int | None] = []
    for rank, place in enumerate(places):
        at = bisect_right(tails, place)
        above.append(ends[at - 1] if at else None)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [rank]
    kept: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        kept.add(places[step])
        step = above[step]
    return frozenset(kept)
