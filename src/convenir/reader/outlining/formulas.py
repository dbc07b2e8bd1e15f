"""Formulas that open and close the parts of an act: «Entre», «Vu», «il est convenu», «Fait à»."""

import re

from convenir.reader.french.bullets import BULLETS
from convenir.reader.french.lettered_days import SPELT_DAY
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import DATE
from convenir.reader.outlining.lines import Line
from convenir.reader.outlining.signs import Mark, Sign
from convenir.reader.wordings.parties.organisations import kind_of
from convenir.reader.wordings.parties.representation import REPRESENTED, SIGNED

_CONTENTS = re.compile(r"(?:sommaire|table des matieres|liste des annexes|plan de la convention|annexes)\s*:?\s*$")
_PREAMBLE = re.compile(
    r"(?:(?:\d+|[ivx]+)\s*[.)-]\s*)?"
    r"(?:preambule|avant-propos|expose(?: prealable| des motifs)?|(?:le )?contexte(?: et enjeux)?|introduction|"
    r"considerations generales|rappel du contexte|apres avoir (?:rappele|expose)(?: que| ce qui suit)?|"
    r"pourquoi (?:cette|une) (?:convention|charte) ?\??|(?:d'ou (?:venons|partons)-nous|ou en sommes-nous) ?\??|"
    r"(?:notre|l')\s?histoire|rappels?)\s*[:.-]?\s*$"
)
_PARTIES = Shape(r"^(?:.{0,90}\W)?entre(?:,? les? soussignee?s?| d'une part)?\s*[:,]?\s*$")
_PARTIES_RUN_IN = re.compile(
    r"entre\b.{0,400}?(?:\brepresente|caisse d'allocations|\bla caf\b|soussigne|ci-apres|d'une part)", re.DOTALL
)
_REPRESENTED = Shape(REPRESENTED)
# The heading above the parties, or above the signatures.
_SIGNATORIES = re.compile(
    r"(?:(?:les|designation des|identification des|presentation des)\s+)?"
    r"(?:parties(?:\s+(?:signataires|contractantes|prenantes))?|signataires|comparante?s|co-?contractante?s|"
    r"partenaires\s+signataires)(?:\s+(?:de|a)\s+la\s+(?:presente\s+)?(?:convention|charte))?\s*[:.]?\s*$|"
    r"(?:qui|entre\s+qui)\s+(?:signe|signons|s'engage|contracte)\b[^.]{0,50}\?\s*$|"
    r"(?:nous|entre nous),?(?:\s+(?:les\s+)?soussignee?s?|\s+signataires)?\s*[,:]\s*$|"
    r"(?:la|cette)\s+(?:presente\s+)?(?:convention|charte)\s+(?:unit|lie|reunit|associe|engage|rassemble)\b[^.;]{0,60}:\s*$"
)
# «Devant nous ont comparu»: apart, since it may stand anywhere in the line, and few lines hold it.
_APPEARED = Shape(r"^.{0,120}\bont\s+comparu\b.{0,40}$")
_CITATION = re.compile(rf"(?:[{BULLETS}.\s]*|\d{{1,2}}\s?[.)°]\s*)(?:vu\b|considerant\b)")
# «Vu» without its capital only where a bullet or a number shows a list.
_LISTED = re.compile(rf"[{BULLETS}.\s]+\s|\d")
_AGREED = Shape(
    r"^.{0,80}?(?:\bil (?:est|a ete)\b.{0,40}\b(?:convenu|arrete|expose|rappele|decide)|ce qui suit|"
    r"\bsont\s+convenue?s\b|"
    r"\bnous\s+(?:convenons|(?:nous\s+)?donnons|arretons|adoptons)\b.{0,40}\b(?:que voici|suivante?s?)\b|"
    r"\bapres en avoir delibere)"
)
_AT = r"a\s+[\w' -]{2,40}"
_ON = rf"le\s+(?:[a-z]+di\s+|dimanche\s+)?(?:{DATE}|{SPELT_DAY})"
_CLOSING = re.compile(
    rf"{SIGNED}\s+(?:{_AT},?\s+{_ON}|{_ON},?\s+{_AT})(?:,?\s+en\b[^;:]{{0,50}})?\W*$|{_ON}\s*,?\s+{_AT}\W*$|(?:ainsi\s+)fait\b|"
    r"signee?\s+a\s+[\w' -]{2,40},?\s+le\s+(?:[a-z]+di\s+|dimanche\s+)?\d|en\s+foi\s+de\s+quoi\b|"
    r"etablie?\s+(?:a|en\s+\w+\s+(?:exemplaires?|originaux))\b|"
    r"fait(?:\s+et\s+(?:signe|passe|delibere))?\s*(?:,|\ba\b|\ben\b|\ble\b|:|$)"
)
_DATELINE = re.compile(rf"(?:a\s+)?[a-z][\w' -]{{1,40}},\s*le\s*(?:{DATE}|[._…\s]*\d{{0,4}}\s*$)")
_SIGNATURE = re.compile(
    r"(?:pour (?:la|le|l')\s?[^.;:]{2,60}(?:[,:]|$)|lu et approuve|signatures?\s*:?\s*$|"
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
        (Sign.SIGNATORIES, short and (_SIGNATORIES.match(plain) or _APPEARED.search(plain))),
        (Sign.CITATION, _may_cite(line.words) and _CITATION.match(plain)),
        (Sign.PARTIES, (short and _PARTIES.search(plain)) or _PARTIES_RUN_IN.match(plain)),
        (Sign.AGREED, len(plain) <= 160 and _AGREED.search(plain)),
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
