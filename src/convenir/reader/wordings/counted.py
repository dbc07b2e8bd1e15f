"""What a sentence counts and can therefore be kept or missed: a day, a delay, a share, a sum."""

from convenir.reader.french.shapes import Shape

_MONTH = "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_DAY_OR_DELAY = Shape(rf"<[dt]\d+>|\b(?:1er|\d{{1,2}}) {_MONTH}\b")
_SHARE_OR_SUM = Shape(r"%|\bpour cent\b|\beuros?\b|€")


def is_dated(words: str) -> bool:
    """Whether marked words give a day, with its year or without, or a delay.

    >>> is_dated("il examine les bilans avant le 30 juin"), is_dated("il examine les bilans")
    (True, False)
    """
    return _DAY_OR_DELAY.search(words) is not None


def is_counted(words: str) -> bool:
    """Whether marked words give a day, a delay, a share or a sum.

    >>> is_counted("la caf verse 3 000 euros"), is_counted("la commune remet une note dans <t0>")
    (True, True)
    """
    return is_dated(words) or _SHARE_OR_SUM.search(words) is not None
