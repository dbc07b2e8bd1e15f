"""How two readings are compared where only the places of words may differ."""

from dataclasses import fields, is_dataclass

from convenir.core.source import Source
from convenir.reader.reading import Reading


def said(reading: Reading) -> dict[str, object]:
    """What a reading says, without the places of its words, and with one blank where there are several."""
    terms = reading.terms
    return {
        "document": terms.document,
        "kind": terms.kind,
        "title": _without_places(terms.title),
        "draft": terms.draft,
        "clauses": [_without_places(clause) for clause in terms.clauses],
        "findings": [(finding.about, _without_places(finding.sentence)) for finding in reading.findings],
    }


def _without_places(value: object) -> object:
    match value:
        case Source():
            return (value.text, value.article, value.paragraph, _without_places(value.quote))
        case str():
            # Cells of a line are parted by blanks in a plain text, by a bar in a table.
            return " ".join(value.replace(" | ", " ").split())
        case tuple():
            return tuple(_without_places(one) for one in value)
        case _ if is_dataclass(value):
            return (type(value).__name__, *(_without_places(getattr(value, one.name)) for one in fields(value)))
        case _:
            return value
