"""How deep the items of a list stand, told by how far they are set in from the margin."""

# Items whose margins differ by less stand at one depth, in points.
_NEAR = 4.0
# No list goes deeper.
_DEEPEST = 8


class Nesting:
    """The items of a list as they come, one after the other.

    Word and LibreOffice make of each level that has a style of its own, «Liste à puces 2», a list of its own, and a
    page shows nothing else: there the margin alone says that an item explains the one above.
    """

    def __init__(self) -> None:
        self._margins: list[float] = []

    def depth(self, margin: float) -> int:
        """How deep the next item stands, from 0; `margin` is in points."""
        while self._margins and margin < self._margins[-1] - _NEAR:
            self._margins.pop()
        if not self._margins or margin > self._margins[-1] + _NEAR:
            self._margins.append(margin)
        # A page that was scanned askew sets each item a little farther than the one above.
        self._margins[-1] = margin
        return min(len(self._margins) - 1, _DEEPEST)

    def end(self) -> None:
        """The list is over: the next item begins another one."""
        self._margins.clear()
