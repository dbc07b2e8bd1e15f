"""How French administrative writing spells sentences, numbers, delays and days.

Recognisers work on `flat` words: lower case, no accent, straight quotes, plain spaces, one character for
each character of the text, so that a place in the flat words is the same place in the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from convenir.core.delays import Between, Day, Days, Delay, Months, Years
from convenir.reader.french.misread import MONTHS, mended
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape

_SAME_LENGTH = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"',
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "*": " ", "_": " ", "œ": "œ", "Œ": "œ", "æ": "æ", "Æ": "æ",
}  # fmt: skip


class _FlatCharacters(dict[str, str]):
    """What each character becomes; filled as characters are met."""

    def __missing__(self, letter: str) -> str:
        flat = _SAME_LENGTH.get(letter) or _plain(letter)
        self[letter] = flat
        return flat


def _plain(letter: str) -> str:
    if letter.isspace() or unicodedata.category(letter) == "Cf":
        return " "
    bare = unicodedata.normalize("NFKD", letter)[0].lower()
    return _SAME_LENGTH.get(bare, bare) if len(bare) == 1 else letter


_FLAT = _FlatCharacters()
# All but the plain letters, figures and signs, which only lose their capitals.
_ODD = re.compile(r"[^ -)+-^a-~]")
_BOLD = Shape(r"\*\*|__")
# The number of a page, alone on a line inside a sentence that the page cuts.
_PAGE = re.compile(
    r"\n[ \t]*(?:page\s+)?[-–—~.|]?[ \t]*\d{1,3}[ \t]*(?:(?:/|sur)[ \t]*\d{1,3}[ \t]*)?[-–—~.|]?[ \t]*(?=\n)",
    re.IGNORECASE,
)


def without_pages(words: str) -> str:
    """The words with blanks in the place of page numbers alone on a line."""
    return _PAGE.sub(lambda found: "\n" + " " * (len(found[0]) - 1), words) if "\n" in words else words


# Each chapter asks again for the paragraphs and sentences of the text that is read.
@lru_cache(maxsize=1024)
def flat(words: str) -> str:
    """The words without accents, capitals, typographic marks or misread letters; the same length, place by place.

    >>> flat("L’Évaluation, menée chaque année **conjointement**")
    "l'evaluation, menee chaque annee   conjointement  "
    """
    words = without_pages(words)
    # A sentence has few odd letters, many times: to replace each everywhere takes a third less than to go one by one.
    for letter in set(_ODD.findall(words)):
        words = words.replace(letter, _FLAT[letter])
    return mended(words.lower())


def pattern(words: str) -> Shape:
    """A pattern over flat words, where each space stands for one blank or more, « ?» for any number or none.

    >>> bool(pattern(r"comite de (?:pilotage|suivi)").search(flat("Comité  de\\npilotage")))
    True
    """
    return Shape(words.replace(" ?", r"\s*").replace(" ", r"\s+"))


def tidy(words: str) -> str:
    """The words as one would print them on one line: single spaces, no marks of bold.

    >>> tidy(" **Objet**  de la\\nconvention ")
    'Objet de la convention'
    """
    return " ".join(_BOLD.sub("", without_pages(words)).split())


# --- sentences ---------------------------------------------------------------------------------------------

_ABBREVIATED = re.compile(
    r"(?:\b(?:art|al|cf|etc|ex|p|pp|mm|m|mme|mlle|dr|me|st|ste|no|tel|bd|av|env|min|max|ref|reg|l|r|d|c)|\bn°)\.$"
)
_NEXT = re.compile(r"\s*(\S)")
# No sentence of a convention is near that long. What has no full stop is cut there, so that the time that recognisers
# take grows with the length of the text, not with its square.
_LONGEST = 2000
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a paragraph. `start` and `end` count from the beginning of the paragraph's words."""

    words: str
    flat: str
    start: int
    end: int


def sentences(words: str) -> Iterator[Sentence]:
    """The sentences of a paragraph, with their places.

    >>> [s.words for s in sentences("Le comité siège à Auch. M. Roux et l'art. L. 263-1 restent. Fin")]
    ['Le comité siège à Auch.', "M. Roux et l'art. L. 263-1 restent.", 'Fin']
    """
    plain = flat(words)
    start = 0
    for found in _END.finditer(plain):
        if not _ends_here(words, plain, found):
            continue
        yield from _cut(words, plain, start, found.end())
        start = found.end()
    yield from _cut(words, plain, start, len(words))


def ends_short(words: str) -> bool:
    """Whether the words end with an abbreviation, so that their full stop ends no sentence.

    >>> ends_short("et de l'art."), ends_short("les articles L. 227-1 et L."), ends_short("la fin.")
    (True, True, False)
    """
    return bool(_ABBREVIATED.search(flat(words[-8:])))


def _ends_here(words: str, plain: str, found: re.Match[str]) -> bool:
    if _ABBREVIATED.search(plain, max(0, found.start() - 8), found.start() + 1):
        return False
    following = _NEXT.match(words, found.end())
    return following is None or not (following[1].islower() or following[1] == "(")


def _cut(words: str, plain: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentence; in pieces, between two words, where it is too long to be one."""
    while end - start > _LONGEST:
        blank = words.rfind(" ", start + 1, start + _LONGEST)
        stop = blank if blank > 0 else start + _LONGEST
        yield from _sentence(words, plain, start, stop)
        start = stop
    yield from _sentence(words, plain, start, end)


def _sentence(words: str, plain: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(words=words[start:end], flat=plain[start:end], start=start, end=end)


# --- delays ------------------------------------------------------------------------------------------------

_UNIT = r"(?:jours?|semaines?|quinzaines?|huitaines?|mois|trimestres?|semestres?|ans?|annees?)\b"
_MORE = rf"(?:\s+et\s+demie?\b|\s+et\s+(?:{NUMBER})\s+mois\b(?!\s+a?(?:vant|pres)\b))?"
# «sous huitaine», «dans la quinzaine», not «une quinzaine d'enfants».
_ROUND = r"(?:(?<=\bsous\s)|\b(?:la|cette)\s+)(?:hui|quin)[tz]aine\b(?!\s+d)"
# «dans le mois qui suit», «dans l'année suivant la signature».
_NEXT_ONE = (
    r"(?<=\bdans\s)(?:le\s+(?:mois|trimestre|semestre)|l'annee)"
    r"(?=\s+(?:suivant|qui\s+sui(?:t|vra)|a\s+compter|apres)\b)"
)
# A length of time, over flat words: «deux mois», «6 (six) mois», «un an et demi».
DELAY = rf"(?:{NUMBER}\s+{_UNIT}(?!(?<=aine)\s+d(?!e\s+jours)){_MORE}|{_ROUND}|{_NEXT_ONE})"
_DELAY = re.compile(DELAY)
# The end of every delay; to look for it costs much less than to try each number.
_COUNTED = re.compile(rf"[\s']{_UNIT}")
_PARTS = re.compile(rf"(?P<count>{NUMBER})\s+(?P<unit>{_UNIT})(?:\s+et\s+(?:(?P<half>demi)|(?P<months>{NUMBER})\s))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDelay:
    """A delay and its place in the words."""

    delay: Delay
    start: int
    end: int


def delays(words: str, plain: str | None = None) -> Iterator[FoundDelay]:
    """The delays of the words, in order; `plain` is the flat words, where they are known.

    >>> [found.delay for found in delays("quinze jours avant, puis tous les deux ans")]
    [Days(count=15), Years(count=2)]
    """
    plain = flat(words) if plain is None else plain
    if not _COUNTED.search(plain):
        return
    for found in _DELAY.finditer(plain):
        length = _delay(found[0])
        if length:
            yield FoundDelay(delay=length, start=found.start(), end=found.end())


def delay(words: str) -> Delay | None:
    """The first delay of the words.

    >>> delay("avec un préavis de trois (3) mois"), delay("un semestre"), delay("2 semaines"), delay("sous quinzaine")
    (Months(count=3), Months(count=6), Days(count=14), Days(count=15))
    >>> delay("un an et demi"), delay("un mois et demi"), delay("deux ans et six mois")
    (Months(count=18), Days(count=45), Months(count=30))
    >>> delay("dans le mois suivant la signature"), delay("dans l’année qui suit"), delay("dans le mois de mars")
    (Months(count=1), Years(count=1), None)
    >>> delay("deux fois par an"), delay("trois (4) mois"), delay("une quinzaine d’enfants")
    (None, None, None)
    """
    first = next(delays(words), None)
    return first.delay if first else None


# Of each unit, by its first letters: in days, or in half months.
_IN_DAYS = {"jour": 1, "sema": 7, "huit": 8, "quin": 15}
_IN_HALF_MONTHS = {"mois": 2, "trim": 6, "seme": 12, "an": 24, "ans": 24, "anne": 24}
_HALF_MONTH = 15
# What is written without a number: «sous quinzaine», «dans l'année qui suit».
_ONE: dict[str, Delay] = {
    "hui": Days(count=8),
    "quin": Days(count=15),
    "trimestre": Months(count=3),
    "semestre": Months(count=6),
    "mois": Months(count=1),
    "annee": Years(count=1),
}


def _delay(written: str) -> Delay | None:
    """None where the number is nought, or says one thing in letters and another in figures."""
    found = _PARTS.match(written)
    if found is None:
        return next(length for noun, length in _ONE.items() if noun in written)
    count, unit = number(found["count"]), found["unit"][:4]
    if not count:
        return None
    if unit in _IN_DAYS:
        return Days(count=_IN_DAYS[unit] * count)
    if found["half"] is None and found["months"] is None:
        return Years(count=count) if unit.startswith("an") else Months(count=_IN_HALF_MONTHS[unit] * count // 2)
    half = _IN_HALF_MONTHS[unit]
    halves = half * count + (half // 2 if found["half"] else 2 * (number(found["months"]) or 0))
    return Days(count=_HALF_MONTH * halves) if halves % 2 else Months(count=halves // 2)


# --- days --------------------------------------------------------------------------------------------------

_MONTHS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
    "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
}  # fmt: skip
# A day or a month of a year, over flat words.
DATE = (
    rf"(?:\b(?:1\s?er|1\^\{{?er\}}?|premier|\d{{1,2}})\s+{MONTHS}\s+\d{{4}}\b"
    rf"|\b\d{{1,2}}\s?[/.]\s?\d{{1,2}}\s?[/.]\s?(?:\d{{4}}|\d{{2}})\b|\b\d{{4}}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])\b"
    rf"|\b{MONTHS}\s+\d{{4}}\b)"
)
_DATE = re.compile(DATE)
# Every day has one; to look for it costs much less than to try each way of writing a day.
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDay:
    """A day written in the words, and its place. `day` is None where no calendar has that day."""

    day: Day | None
    words: str
    start: int
    end: int


def days(words: str, plain: str | None = None) -> Iterator[FoundDay]:
    """The days that the words write, in order; a month without its day is some day of that month.

    `plain` is the flat words, where they are known.

    >>> [found.day.isoformat() for found in days("du 1er janvier 2021 au 03/06/23, prorogé le 2025-04-30")]
    ['2021-01-01', '2023-06-03', '2025-04-30']
    >>> [found.day.isoformat() for found in days("du l3 mars 2O21 au 3l décernbre 20l4")]
    ['2021-03-13', '2014-12-31']
    >>> next(days("signée en mars 2008")).day
    Between(earliest=datetime.date(2008, 3, 1), latest=datetime.date(2008, 3, 31))
    >>> next(days("jusqu'au 31 février 2022")).day is None
    True
    """
    if not _DIGIT.search(words):
        return
    plain = flat(words) if plain is None else plain
    for found in _DATE.finditer(plain):
        yield FoundDay(
            day=_day(found[0]), words=words[found.start() : found.end()], start=found.start(), end=found.end()
        )


def day(words: str) -> Day | None:
    """The first day that the words write and that a calendar has."""
    return next((found.day for found in days(words) if found.day), None)


def _day(words: str) -> Day | None:
    parts = words.split()
    month = _MONTHS.get(parts[-2].replace("rn", "m")) if len(parts) > 1 else None
    try:
        if month is None:
            return _figures(words)
        year = int(parts[-1])
        if len(parts) == 2:
            return Between.month(year, month)
        return date(year, month, int(parts[0].rstrip("^{er}")) if parts[0] != "premier" else 1)
    except ValueError:
        return None


def _figures(words: str) -> date:
    parts = [int(part) for part in re.findall(r"\d+", words)]
    if parts[0] > 999:
        return date(parts[0], parts[1], parts[2])
    year = parts[2] if parts[2] > 99 else parts[2] + (2000 if parts[2] < 80 else 1900)
    return date(year, parts[1], parts[0])
