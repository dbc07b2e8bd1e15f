"""Headings with a word and a number: «Article 1er – Objet», «Clause 4», «TITRE II», «Annexe A»."""

import re

from convenir.reader.french.numbers import number as count
from convenir.reader.outlining.lines import Line
from convenir.reader.outlining.signs import Mark, Sign

# A recognition of pictures reads 1 and I as l, and 0 as o.
_FIGURES = r"(?:\d[\dlo]*|l(?![a-z']))(?:[.-]\d+)*"
_IN_LETTERS = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize|vingt)"
    r"(?=\s*(?:[:.)/|-]|$))"
)
_ARTICLE = re.compile(
    r"(?:[#\s]*)(?:art[il]cle|art\.?|clause|a r t i c l e)(?![a-z])\s*-?\s*(?:n\s?[°o]\.?\s*)?"
    rf"(?P<number>preliminaire|premiere?|unique|{_IN_LETTERS}|1\s?er\b|1\^\{{?er\}}?|{_FIGURES}(?:\s?(?:bis|ter|quater)\b)?|"
    r"i(?=er\b)|[ivx]+(?![a-z])|[a-z](?![a-z']))(?:er\b)?"
    r"(?P<joint>[\s:.)/|\-]*)(?P<title>.*)$",
    re.DOTALL,
)
_ANNEX = re.compile(
    r"(?:[#\s]*)(?:annexes?|piece\s+jointe)\b\s*(?:n\s?[°o]\.?\s*)?"
    r"(?P<number>\d+(?:[a-h](?![a-z'])|\.\d+)?|[ivx]+(?![a-z'])|[a-hl](?![a-z']))?"
    r"(?P<joint>[\s:.)/|\-]*)(?P<title>.*)$",
    re.DOTALL,
)
_RANKS = "premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme"
_DIVISION = re.compile(
    r"(?:[#\s]*)(?P<number>(?:titre|chapitre|partie|livre|section)\s+"
    rf"(?:1\s?er|ier|[ivx]+|\d{{1,2}}|[a-h]|{_RANKS})(?![\w'])|"
    rf"(?:{_RANKS})\s+partie\b)"
    r"(?P<joint>[\s:.)/|\-]*)(?P<title>.*)$",
    re.DOTALL,
)
# «Annexe A : budget ; Annexe B : calendrier»: a list on one line heads nothing.
_MORE_ANNEXES = re.compile(r"[;,]\s*(?:et\s+)?annexe\s+(?:n\s?°\s*)?(?:\d{1,2}[a-h]?|[ivx]+|[a-h])\s*[:–—-]\s")
_INITIALS = "ACPTLSDQH"


def heading(index: int, line: Line) -> Mark | None:
    """What the line of that index heads, where it is a heading with a word and a number."""
    if line.words.lstrip("#*_ \t")[:1] not in _INITIALS:
        return None
    for sign, shape in ((Sign.ARTICLE, _ARTICLE), (Sign.ANNEX, _ANNEX), (Sign.DIVISION, _DIVISION)):
        found = shape.match(line.flat)
        if found is not None and _is_heading(sign, line, found):
            number = _number(sign, found["number"] or "", line.words[found.start("number") : found.end("number")])
            return Mark(sign=sign, line=index, number=number, title_at=found.start("title"))
    return None


def _is_heading(sign: Sign, line: Line, found: re.Match[str]) -> bool:
    title = line.words[found.start("title") :].strip(" *_")
    if not found["number"]:
        alone = not title and line.flat.strip(" #:") == "annexe"
        return alone or (found["joint"].strip() in (":", "-") and bool(title) and len(title) < 120)
    if sign is Sign.ANNEX and _MORE_ANNEXES.search(line.flat):
        return False
    if sign is Sign.DIVISION and (len(line.words) > 120 or line.words[-1] in ".;,"):
        return False
    if not title or re.search(r"[:.)/|-]", found["joint"]):
        return not re.match(r"\d", title) or bool(re.search(r"[:/|-]\s", found["joint"]))
    return title[:1].isupper() and len(line.words) <= 120 and line.words[-1] not in ".;,"


def _number(sign: Sign, plain: str, printed: str) -> str:
    """
    >>> _number(Sign.ARTICLE, "1er", "1er"), _number(Sign.ARTICLE, "premier", "PREMIER")
    ('1', '1')
    >>> _number(Sign.ARTICLE, "dix-huit", "DIX-HUIT")
    '18'
    >>> _number(Sign.ARTICLE, "1o", "1O"), _number(Sign.ARTICLE, "l", "l"), _number(Sign.ARTICLE, "l", "L")
    ('10', '1', 'L')
    >>> _number(Sign.ARTICLE, "iv", "IV"), _number(Sign.ARTICLE, "7 bis", "7 bis")
    ('IV', '7 bis')
    >>> _number(Sign.DIVISION, "titre ier", "TITRE IER"), _number(Sign.DIVISION, "deuxieme partie", "DEUXIÈME PARTIE")
    ('titre I', 'deuxième partie')
    """
    if sign is Sign.DIVISION:
        return _division(printed)
    if re.match(r"1\s?er|1\^|premier|unique", plain):
        return "1"
    if plain == "preliminaire":
        return "préliminaire"
    if re.match(_IN_LETTERS, plain):
        return str(count(plain))
    if plain[:1].isdigit() or printed == "l":
        return re.sub(r"\s+", " " if "s" in plain else "", _figures(plain))
    return printed.upper() if sign is Sign.ARTICLE or not plain.strip("ivx") else printed


def _figures(plain: str) -> str:
    """
    >>> _figures("1o"), _figures("3l"), _figures("7 bis"), _figures("2a")
    ('10', '31', '7 bis', '2a')
    """
    return re.sub(r"(?<=\d)[lo]|^l", lambda misread: "0" if misread[0] == "o" else "1", plain)


def _division(printed: str) -> str:
    """«Titre», «chapitre» in small letters, then the number as printed."""
    first, last = printed.casefold().split()
    if last == "partie":
        return f"{first} {last}"
    return f"{first} {'1' if last.startswith('premi') or last == '1er' else last.removesuffix('er').upper()}"
