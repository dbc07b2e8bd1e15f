"""Where labels and marks of a row go so that none covers another; all in pixels of the narrowest drawing."""

from collections.abc import Sequence

MARK = 14.0
GAP = 4.0


def lanes(places: Sequence[float], apart: float = MARK) -> list[int]:
    """The lane of each mark, in order: the first lane whose last mark is far enough at left.

    >>> lanes([10, 12, 40])
    [0, 1, 0]
    """
    last: list[float] = []
    chosen: list[int] = []
    for place in places:
        lane = next((index for index, end in enumerate(last) if place - end >= apart), len(last))
        if lane == len(last):
            last.append(place)
        last[lane] = place
        chosen.append(lane)
    return chosen


class Room:
    """The places already taken on one line."""

    __slots__ = ("left", "right", "taken")

    def __init__(self, left: float, right: float) -> None:
        """An empty line that goes from `left` to `right`."""
        self.left, self.right = left, right
        self.taken: list[tuple[float, float]] = []

    def take(self, start: float, end: float) -> None:
        """Nothing else may stand there."""
        self.taken.append((start, end))

    def offer(self, start: float, end: float) -> bool:
        """Take the place if it is free and inside the line."""
        free = all(end + GAP <= left or right + GAP <= start for left, right in self.taken)
        if not free or start < self.left or end > self.right:
            return False
        self.take(start, end)
        return True
