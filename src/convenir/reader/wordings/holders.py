"""Whether some words name each party alike."""

from convenir.reader.french.shapes import Shape

_EACH = Shape(
    r"\bl'une? (?:ou|et) l'autre\b|\bl'une? (?:d'elles|d'entre|des|quelconque)\b"
    r"|\bune? des (?:parties|signataires|partenaires|cocontractant)"
    r"|\bchaque (?:partie|signataire|partenaire|institution|cocontractant)|\bchacune?\b"
    r"|\bpar une? (?:partie|signataire|partenaire)\b"
    r"|\bles (?:deux )?(?:parties|signataires|partenaires|institutions)\b|\btoute partie\b"
    r"|\bla partie\b|\bdes (?:parties|signataires)\b|\bl'un de nous\b|\bnous (?:pouvons|pourrons)\b|\btout"
    r" (?:signataire"
    r"|partenaire|membre|cocontractant)\b|\bun (?:signataire|partenaire|cocontractant)\b|\bune partie\b"
    r"|(?:^|[.;,:] )(?:celui|celle|qui(?:conque)?) (?:qui |ne |n'|veut|souhait|desir|entend)"
)


def everybody(words: str) -> bool:
    """Whether the words name each party alike.

    >>> everybody("par l'une ou l'autre des parties"), everybody("par la caf")
    (True, False)
    """
    return _EACH.search(words) is not None
