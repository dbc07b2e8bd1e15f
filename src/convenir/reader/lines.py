"""Lines of a text: what each one announces, and how lines make paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from convenir.reader.french import DATE, ends_short, flat, tidy
from convenir.reader.organisations import kind_of
from convenir.reader.outline import Paragraph


class Sign(StrEnum):
    """What a line announces."""

    ARTICLE = "article"
    ANNEX = "annex"
    CONTENTS = "contents"
    PREAMBLE = "preamble"
    PARTIES = "parties"
    CITATION = "citation"
    AGREED = "agreed"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank. `start` and `end` leave out the blanks around it; `gap` is true after a blank line."""

    words: str
    flat: str
    start: int
    end: int
    indent: int
    gap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the line of that index announces. `title_at` is where a title or text begins on the same line."""

    sign: Sign
    line: int
    number: str = ""
    title_at: int | None = None


_PAGE = re.compile(r"(?:page\s*)?-?\s*\d{1,3}\s*(?:(?:/|sur)\s*\d{1,3})?\s*-?$")

# Some twenty times the longest conventions. Reading takes time with each character and each line: what is longer is no
# convention, and must not hold up whoever waits for theirs.
MOST_CHARACTERS = 500_000
MOST_LINES = 20_000


def end_of_reading(text: str) -> int:
    """Where reading stops: at the end of the text, or between two words or lines of one too long to be read whole.

    >>> end_of_reading("Article 1\\nObjet"), end_of_reading("Objet\\n" * 30_000)
    (15, 120000)
    """
    kept = text
    if len(text) > MOST_CHARACTERS:
        blank = max(text.rfind(" ", 0, MOST_CHARACTERS), text.rfind("\n", 0, MOST_CHARACTERS))
        kept = text[: blank if blank > 0 else MOST_CHARACTERS]
    return sum(map(len, kept.splitlines(keepends=True)[:MOST_LINES]))


def lines(text: str) -> tuple[Line, ...]:
    """The lines that say something: blank lines and page numbers are left out."""
    found: list[Line] = []
    start, gap = 0, False
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if not words or _PAGE.match(words.casefold()):
            gap = gap or not words
        else:
            at = start + raw.index(words[0])
            indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
            found.append(Line(words=words, flat=flat(words), start=at, end=at + len(words), indent=indent, gap=gap))
            gap = False
        start += len(raw)
    return tuple(found)


_ARTICLE = re.compile(
    r"(?:[#\s]*)(?:article|art\.?)\s*(?:n\s?[°o]\.?\s*)?"
    r"(?P<number>preliminaire|premier|unique|1\s?er\b|1\^\{?er\}?|\d+(?:[.-]\d+)*(?:\s?(?:bis|ter|quater)\b)?|"
    r"[ivx]+(?![a-z]))"
    r"(?P<joint>[\s:.)/|\-]*)(?P<title>.*)$",
    re.DOTALL,
)
_ANNEX = re.compile(
    r"(?:[#\s]*)annexes?\b\s*(?:n\s?[°o]\.?\s*)?"
    r"(?P<number>\d+(?:[a-h](?![a-z'])|\.\d+)?|[ivx]+(?![a-z'])|[a-h](?![a-z']))?"
    r"(?P<joint>[\s:.)/|\-]*)(?P<title>.*)$",
    re.DOTALL,
)
_CONTENTS = re.compile(r"(?:sommaire|table des matieres|liste des annexes|plan de la convention|annexes?)\s*:?\s*$")
_PREAMBLE = re.compile(
    r"(?:(?:\d+|[ivx]+)\s*[.)-]\s*)?"
    r"(?:preambule|expose(?: prealable| des motifs)?|contexte(?: et enjeux)?|introduction|"
    r"rappel du contexte)\s*[:.-]?\s*$"
)
_PARTIES = re.compile(r"(?:.{0,90}\W)?entre(?:,? les? soussignee?s?| d'une part)?\s*[:,]?\s*$")
_PARTIES_RUN_IN = re.compile(
    r"entre\b.{0,400}?(?:\brepresente|caisse d'allocations|\bla caf\b|soussigne|ci-apres|d'une part)", re.DOTALL
)
_REPRESENTED = re.compile(r"\brepresentee?s?\s+par\b|\bque\s+represente")
_CITATION = re.compile(r"(?:[-.\s]*)(?:vu\b|considerant\b)")
_AGREED = re.compile(
    r".{0,80}?(?:\bil (?:est|a ete)\b.{0,40}\b(?:convenu|arrete|expose|rappele|decide)|ce qui suit|"
    r"\bapres en avoir delibere)"
)
_CLOSING = re.compile(
    r"signee?\s+a\s+[\w' -]{2,40},?\s+le\s+\d|fait(?:\s+et\s+(?:signe|passe|delibere))?\s*(?:,|\ba\b|\ben\b|\ble\b|:|$)"
)
_DATELINE = re.compile(rf"(?:a\s+)?[a-z][\w' -]{{1,40}},\s*le\s*(?:{DATE}|[._…\s]*\d{{0,4}}\s*$)")
_LEADER = re.compile(r"(?:\.{3,}|…{2,}|\s{3,}|\t)\s*\d{1,3}\s*\.*$")


def is_leader(line: Line) -> bool:
    """Whether the line ends with dots and a page number."""
    return bool(_LEADER.search(line.words))


def marks(found: tuple[Line, ...]) -> Iterator[Mark]:
    """What the lines announce, in order; a line that announces nothing gives no mark."""
    for index, line in enumerate(found):
        mark = _heading(index, line) or _formula(index, line)
        if mark:
            yield mark


def _heading(index: int, line: Line) -> Mark | None:
    if not re.match(r"[#*\s]*A", line.words):
        return None
    for sign, shape in ((Sign.ARTICLE, _ARTICLE), (Sign.ANNEX, _ANNEX)):
        found = shape.match(line.flat)
        if found is None:
            continue
        if sign is Sign.ANNEX and _CONTENTS.match(line.flat.strip()):
            break
        if _is_heading(line, found):
            number = _number(found["number"] or "", line.words[found.start("number") : found.end("number")])
            return Mark(sign=sign, line=index, number=number, title_at=found.start("title"))
    return None


def _is_heading(line: Line, found: re.Match[str]) -> bool:
    title = line.words[found.start("title") :].strip(" *")
    if not found["number"]:
        return found["joint"].strip() in (":", "-") and bool(title) and len(title) < 120
    if not title or re.search(r"[:.)/|-]", found["joint"]):
        return not re.match(r"\d", title) or bool(re.search(r"[:/|-]\s", found["joint"]))
    return title[:1].isupper() and len(line.words) <= 120 and line.words[-1] not in ".;,"


def _number(plain: str, printed: str) -> str:
    """
    >>> _number("1er", "1er"), _number("premier", "PREMIER"), _number("preliminaire", "préliminaire")
    ('1', '1', 'préliminaire')
    >>> _number("iv", "IV"), _number("7 bis", "7 bis")
    ('IV', '7 bis')
    """
    if re.match(r"1\s?er|1\^|premier|unique", plain):
        return "1"
    if plain == "preliminaire":
        return "préliminaire"
    return re.sub(r"\s+", " " if "s" in plain else "", printed if plain.strip("ivx") else printed.upper())


def _formula(index: int, line: Line) -> Mark | None:
    plain = line.flat.strip(" #")
    short = len(plain) <= 130
    tests = (
        (Sign.CONTENTS, short and _CONTENTS.match(plain)),
        (Sign.PREAMBLE, short and _PREAMBLE.match(plain)),
        (Sign.CITATION, line.words.strip(" -.*").startswith(("V", "C")) and _CITATION.match(plain)),
        (Sign.PARTIES, (short and _PARTIES.match(plain)) or _PARTIES_RUN_IN.match(plain)),
        (Sign.AGREED, len(plain) <= 160 and _AGREED.match(plain)),
        (Sign.CLOSING, line.words.strip(" *-")[:1].isupper() and (_CLOSING.match(plain) or _is_dateline(plain))),
        (Sign.PARTIES, _names_party(plain)),
    )
    return next((Mark(sign=sign, line=index) for sign, holds in tests if holds), None)


def _names_party(plain: str) -> bool:
    """Whether an organisation is represented: «la Caf du Val, représentée par», not «M. Roux, représenté par»."""
    found = _REPRESENTED.search(plain)
    return found is not None and kind_of(plain[: found.start()]) is not None


def _is_dateline(plain: str) -> bool:
    return len(plain) <= 90 and bool(_DATELINE.match(plain))


# --- paragraphs --------------------------------------------------------------------------------------------

_BULLET = re.compile(
    r"(?:[-–—•·▪◦●○*→➢►✓❖>]|o(?=\s)|\.(?=\s))+(?:\s+[.*](?=\s))?(?:\s+|(?=\w)|$)"
    r"|\d{1,2}(?:\.\d{1,2})+\.?\)?\s+|\d{1,2}\s?[.)°]-?\s+|\d{1,2}\s[-–]\s+(?=[^\W\d])|[a-z]\s?[.)]\s+|\(\s?[a-z\d]{1,2}\s?\)\s*|"
    r"[IVX]{1,4}\s?[.)–-]\s+|(?:Axe|Objectif|Orientation|Enjeu|Priorité)\s+(?:n\s?°\s?)?\d{1,2}\s*[:.–-]\s+|"
    # A letter before an infinitive, not the initial of a name.
    r"[A-H]\s?[.)]\s+(?=[A-ZÀ-Þ][a-zà-ÿ]+(?:er|ir|re)\b)"
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
    return bool(_VISA.match(line.words) or (re.match(r"(?:la|le|les|l')\b", line.flat) and _names_party(line.flat)))


# How much of the end of a paragraph tells whether the next line goes on with it.
_TAIL = 200


def _continues(text: str, last: _Draft, line: Line) -> bool:
    """Whether the line goes on with the sentence of the last paragraph."""
    if not line.gap and line.words[0] in ";:!?»)":
        return True
    tail = text[max(last.start, last.end - _TAIL) : last.end]
    if (line.gap or tail.endswith((",", ";"))) and _opens_own(line):
        return False
    ended = tail.rstrip("* \"'").endswith(_ENDED) and not ends_short(tail)
    if ended or line.flat in ("et", "et :"):
        return False
    if not line.gap:
        wrapped = len(tail.rsplit("\n", 1)[-1]) >= 60 and not last.marker
        return line.words[:1].islower() or wrapped or tail.endswith(",")
    cut = tail.endswith(",") or len(tail) >= 60 or tail[-1:].islower()
    return line.words[:1].islower() and cut


def title_of(words: str) -> str:
    """A title as one prints it: one line, no bold, no leader, no colon at the end.

    >>> title_of("**Objet de la convention :**"), title_of("Durée........... 12")
    ('Objet de la convention', 'Durée')
    """
    return tidy(re.sub(r"(?:\.{3,}|…{2,}|\s{3,}|\t)\s*\d{0,3}\s*\.*$", "", words)).strip(" #").rstrip(" :-–—")
