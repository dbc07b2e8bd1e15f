"""Whether some words name each party alike."""

from convenir.reader.shapes import Shape

_EACH = Shape(
    r"\bl'une? (?:ou|et) l'autre\b|\bl'une? (?:d'elles|d'entre|des|quelconque)\b"
    r"|\bune? des (?:parties|signataires|partenaires|cocontractant)"
    r"|\bchaque (?:partie|signataire|partenaire|institution|cocontractant)|\bchacune?\b"
    r"|\bpar une? (?:partie|signataire|partenaire)\b"
    r"|\bles (?:deux )?(?:parties|signataires|partenaires|institutions)\b|\btoute partie\b"
    r"|\bla partie\b|\bdes (?:parties|signataires)\b"
)


def everybody(words: str) -> bool:
    """Whether the words name each party alike.

    >>> everybody("par l'une ou l'autre des parties"), everybody("par la caf")
    (True, False)
    """
    return _EACH.search(words) is not None
