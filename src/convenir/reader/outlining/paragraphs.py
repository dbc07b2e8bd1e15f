"""Paragraphs of a text: list items apart, lines that an editor or a page cut joined."""

import re
from dataclasses import dataclass

from convenir.reader.french.bullets import BULLETS
from convenir.reader.french.words import ends_short
from convenir.reader.outline import Paragraph
from convenir.reader.outlining.formulas import names_party
from convenir.reader.outlining.lines import Line, is_cut

_BULLET = re.compile(
    rf"(?:[{BULLETS}*>]|o(?=\s)|\.(?=\s))+(?:\s+[.*](?=\s))?(?:\s+|(?=\w)|$)"
    r"|\d{1,2}(?:\.\d{1,2})+\.?\)?\s+|\d{1,2}\s?[.)°/]-?\s+|\d{1,2}\s[-–]\s+(?=[^\W\d])|(?:[a-z]|[ivx]{2,4})\s?[.)]\s+|\(\s?[a-z\d]{1,2}\s?\)\s*|"
    r"[IVX]{1,4}\s?[.)–-]\s+|(?:Axe|Objectif|Orientation|Enjeu|Priorité)\s+(?:n\s?°\s?)?\d{1,2}\s*[:.–-]\s+|"
    # A letter before small letters or an infinitive, not the initial of a name.
    r"[A-H]\s?[.)]\s+(?=[a-zà-ÿ]|[A-ZÀ-Þ][a-zà-ÿ]+(?:er|ir|re)\b)"
)
_ENDED = tuple(".;:!?…»]")


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A paragraph whose last line may not have come: its words are taken from the text once, when it is whole."""

    start: int
    end: int
    marker: str
    indent: int


def paragraphs(text: str, found: tuple[Line, ...], *, joined: bool = True) -> tuple[Paragraph, ...]:
    """Paragraphs of consecutive lines: list items apart, soft-wrapped lines and lines cut by a page joined."""
    made: list[_Draft] = []
    pending = ""
    for line in found:
        bullet = _bullet(line) if joined else ""
        start = line.start + len(bullet)
        if start >= line.end:
            pending = bullet.strip()
            continue
        if made and joined and not bullet and not pending and _continues(text, made[-1], line):
            made[-1].end = line.end
        else:
            made.append(_Draft(start=start, end=line.end, marker=bullet.strip() or pending, indent=line.indent))
        pending = ""
    return tuple(
        Paragraph(
            words=text[one.start : one.end], start=one.start, end=one.end, number=number, marker=one.marker,
            indent=one.indent,
        )
        for number, one in enumerate(made, 1)
    )  # fmt: skip


def _bullet(line: Line) -> str:
    if line.words.startswith("**"):
        return ""
    found = _BULLET.match(line.words)
    return found[0] if found else ""


# A visa, whatever ends the one above.
_VISA = re.compile(r"V(?:u|U)\s(?:la|le|les|l['’]|LA|LE|LES|L['’])")


def _opens_own(line: Line) -> bool:
    """Whether the line opens a visa or names a party, also after a comma: «la commune de Vaux, représentée par»."""
    return bool(_VISA.match(line.words) or (re.match(r"(?:la|le|les|l')\b", line.flat) and names_party(line.flat)))


# How much of the end of a paragraph tells whether the next line goes on with it.
_TAIL = 200
# A line that long was cut by the edge of the page.
_WRAPPED = 60


def _told_after_colon(line: Line) -> bool:
    """Whether the line goes on with what a colon announces, and is not the first item of a list without dashes."""
    return line.words[0].islower() and len(line.words) >= _WRAPPED and not line.words.endswith((";", ","))


def _continues(text: str, last: _Draft, line: Line) -> bool:
    """Whether the line goes on with the sentence of the last paragraph."""
    if not line.gap and line.words[0] in ";:!?»)":
        return True
    tail = text[max(last.start, last.end - _TAIL) : last.end]
    if (line.gap or tail.endswith((",", ";"))) and _opens_own(line):
        return False
    wrapped = not line.gap and not last.marker and len(tail.rsplit("\n", 1)[-1]) >= _WRAPPED
    if wrapped and tail.endswith(":") and _told_after_colon(line):
        return True
    ended = tail.rstrip("* \"'").endswith(_ENDED) and not ends_short(tail)
    if ended or line.flat in ("et", "et :"):
        return False
    if not line.gap:
        return line.words[:1].islower() or wrapped or tail.endswith(",") or is_cut(tail)
    cut = tail.endswith(",") or len(tail) >= _WRAPPED or tail[-1:].islower()
    return line.words[:1].islower() and cut
