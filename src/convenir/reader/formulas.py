"""Formulas that open and close the parts of an act: «Entre», «Vu», «il est convenu», «Fait à»."""

import re

from convenir.reader.french import DATE
from convenir.reader.lines import Line
from convenir.reader.organisations import kind_of
from convenir.reader.signs import Mark, Sign

_CONTENTS = re.compile(r"(?:sommaire|table des matieres|liste des annexes|plan de la convention|annexes)\s*:?\s*$")
_PREAMBLE = re.compile(
    r"(?:(?:\d+|[ivx]+)\s*[.)-]\s*)?"
    r"(?:preambule|avant-propos|expose(?: prealable| des motifs)?|(?:le )?contexte(?: et enjeux)?|introduction|"
    r"considerations generales|rappel du contexte|apres avoir (?:rappele|expose)(?: que| ce qui suit)?|"
    r"pourquoi (?:cette|une) (?:convention|charte) ?\??)\s*[:.-]?\s*$"
)
_PARTIES = re.compile(r"(?:.{0,90}\W)?entre(?:,? les? soussignee?s?| d'une part)?\s*[:,]?\s*$")
_PARTIES_RUN_IN = re.compile(
    r"entre\b.{0,400}?(?:\brepresente|caisse d'allocations|\bla caf\b|soussigne|ci-apres|d'une part)", re.DOTALL
)
_REPRESENTED = re.compile(r"\brepresentee?s?\s+par\b|\bque\s+represente")
_CITATION = re.compile(r"(?:[-.•·\s]*|\d{1,2}\s?[.)°]\s*)(?:vu\b|considerant\b)")
# «Vu» without its capital only where a bullet or a number shows a list.
_LISTED = re.compile(r"[-–—•·.\s]+\s|\d")
_AGREED = re.compile(
    r".{0,80}?(?:\bil (?:est|a ete)\b.{0,40}\b(?:convenu|arrete|expose|rappele|decide)|ce qui suit|"
    r"\bapres en avoir delibere)"
)
_CLOSING = re.compile(
    r"signee?\s+a\s+[\w' -]{2,40},?\s+le\s+(?:[a-z]+di\s+|dimanche\s+)?\d|"
    r"etablie?\s+(?:a|en\s+\w+\s+(?:exemplaires?|originaux))\b|"
    r"fait(?:\s+et\s+(?:signe|passe|delibere))?\s*(?:,|\ba\b|\ben\b|\ble\b|:|$)"
)
_DATELINE = re.compile(rf"(?:a\s+)?[a-z][\w' -]{{1,40}},\s*le\s*(?:{DATE}|[._…\s]*\d{{0,4}}\s*$)")
_SIGNATURE = re.compile(
    r"(?:pour (?:la|le|l')\s?[^.;:]{2,60}(?:[,:]|$)|lu et approuve|signatures?\s*:?\s*$|les signataires\s*:?\s*$|"
    r"l[ae] (?:vice-)?(?:president|maire|directeur|directrice|prefet)e?\b"
    r"(?:\s+(?:d[ue]s?\b|d'|general|delegue|adjoint)[^.;]{0,60})?\s*[,:]?\s*$)"
)


def formula(index: int, line: Line) -> Mark | None:
    """What the line of that index announces by its words alone."""
    plain = line.flat.strip(" #")
    short = len(plain) <= 130
    tests = (
        (Sign.CONTENTS, short and _CONTENTS.match(plain)),
        (Sign.PREAMBLE, short and _PREAMBLE.match(plain)),
        (Sign.CITATION, _may_cite(line.words) and _CITATION.match(plain)),
        (Sign.PARTIES, (short and _PARTIES.match(plain)) or _PARTIES_RUN_IN.match(plain)),
        (Sign.AGREED, len(plain) <= 160 and _AGREED.match(plain)),
        (Sign.CLOSING, line.words.strip(" *-")[:1].isupper() and (_CLOSING.match(plain) or _is_dateline(plain))),
        (Sign.PARTIES, names_party(plain)),
        (Sign.SIGNATURE, short and line.words.lstrip(" *")[:1].isupper() and _SIGNATURE.match(plain)),
    )
    return next((Mark(sign=sign, line=index) for sign, holds in tests if holds), None)


def names_party(plain: str) -> bool:
    """Whether an organisation is represented: «la Caf du Val, représentée par», not «M. Roux, représenté par»."""
    found = _REPRESENTED.search(plain)
    return found is not None and kind_of(plain[: found.start()]) is not None


def _may_cite(words: str) -> bool:
    return words.strip(" -.*").startswith(("V", "C")) or _LISTED.match(words) is not None


def _is_dateline(plain: str) -> bool:
    return len(plain) <= 90 and bool(_DATELINE.match(plain))
