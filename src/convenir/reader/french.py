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
from convenir.reader.shapes import Shape

_SAME_LENGTH = {
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"',
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "*": " ", "_": " ", "œ": "œ", "Œ": "œ", "æ": "æ", "Æ": "æ",
}  # fmt: skip


class _FlatCharacters(dict[int, str]):
    """What each character becomes; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        flat = _SAME_LENGTH.get(letter) or _plain(letter)
        self[code] = flat
        return flat


def _plain(letter: str) -> str:
    if letter.isspace() or unicodedata.category(letter) == "Cf":
        return " "
    bare = unicodedata.normalize("NFKD", letter)[0].lower()
    return bare if len(bare) == 1 else letter


_FLAT = _FlatCharacters()
# The number of a page, alone on a line inside a sentence that the page cuts.
_PAGE = re.compile(
    r"(?<=\n)[ \t]*(?:page\s+)?[-–—~.|]?[ \t]*\d{1,3}[ \t]*(?:(?:/|sur)[ \t]*\d{1,3}[ \t]*)?[-–—~.|]?[ \t]*(?=\n)",
    re.IGNORECASE,
)


def _without_pages(words: str) -> str:
    return _PAGE.sub(lambda found: " " * len(found[0]), words) if "\n" in words else words


# Recognisers ask again and again for the sentence at hand.
@lru_cache(maxsize=64)
def flat(words: str) -> str:
    """The words without accents, capitals or typographic marks; the same length, place by place.

    >>> flat("L’Évaluation, menée chaque année **conjointement**")
    "l'evaluation, menee chaque annee   conjointement  "
    """
    return _without_pages(words).translate(_FLAT)


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
    return " ".join(re.sub(r"\*\*|__", "", _without_pages(words)).split())


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


# --- numbers -----------------------------------------------------------------------------------------------

_UNITS = (
    "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def _spelled(value: int) -> str:
    if value < 20:
        return _UNITS[value]
    base = max(ten for ten in _TENS if ten <= value)
    rest = value - base
    if not rest:
        return _TENS[base]
    joint = " et " if rest in (1, 11) and base != 80 else "-"
    return f"{_TENS[base]}{joint}{_UNITS[rest]}"


_SPELLED = {_spelled(value): value for value in range(1, 100)} | {
    "une": 1, "vingt et une": 21, "vingt-et-un": 21, "trente-et-un": 31, "quatre-vingts": 80, "cent": 100,
    "mille": 1000,
}  # fmt: skip
_WORD = "(?:" + "|".join(sorted((word.replace(" ", r"\s+") for word in _SPELLED), key=len, reverse=True)) + r")\b"

# A number in digits, in letters, or both («trois (3)»), over flat words.
NUMBER = rf"(?:\b{_WORD}(?:\s*\(\s*\d+\s*\))?|\b\d+(?:\s*\(\s*{_WORD}\s*\))?)"
_NUMBER = re.compile(NUMBER)


def number(words: str) -> int | None:
    """The first number of the words.

    >>> number("six mois"), number("trois (3) mois"), number("24 (vingt-quatre) mois"), number("vingt et un jours")
    (6, 3, 24, 21)
    >>> number("plusieurs mois") is None
    True
    """
    found = _NUMBER.search(flat(words))
    if found is None:
        return None
    digits = re.search(r"\d+", found[0])
    if digits:
        return int(digits[0])
    return _SPELLED[re.sub(r"\s+", " ", found[0].split("(")[0]).strip()]


# --- delays ------------------------------------------------------------------------------------------------

_UNIT = r"(?:jours?|semaines?|quinzaines?|mois|trimestres?|semestres?|ans?|annees?)\b"
_DAYS = {"jour": 1, "jours": 1, "semai": 7, "quinz": 15}
_IN_MONTHS = {"mois": 1, "trime": 3, "semes": 6}
# A length of time, over flat words: «deux mois», «6 (six) mois», «un an».
DELAY = rf"(?:{NUMBER}\s+{_UNIT})"
_DELAY = re.compile(DELAY)
# The end of every delay; to look for it costs much less than to try each number.
_COUNTED = re.compile(rf"\s{_UNIT}")


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
        count = number(found[0])
        if count:
            yield FoundDelay(delay=_delay(count, found[0].split()[-1]), start=found.start(), end=found.end())


def delay(words: str) -> Delay | None:
    """The first delay of the words.

    >>> delay("avec un préavis de trois (3) mois"), delay("un semestre"), delay("2 semaines")
    (Months(count=3), Months(count=6), Days(count=14))
    >>> delay("deux fois par an") is None
    True
    """
    first = next(delays(words), None)
    return first.delay if first else None


def _delay(count: int, unit: str) -> Delay:
    stem = unit[:5]
    if stem in _DAYS:
        return Days(count=_DAYS[stem] * count)
    if stem in _IN_MONTHS:
        return Months(count=_IN_MONTHS[stem] * count)
    return Years(count=count)


# --- days --------------------------------------------------------------------------------------------------

_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
# A recognition of pictures reads m as rn, 1 as l, 0 as o: «3l décernbre 2O21».
_MONTH_WORD = "|".join(_MONTHS).replace("m", "(?:m|rn)")
_MISREAD = re.compile(r"\b[lo]*\d[\dlo]*\b")
_FIGURES = str.maketrans("lo", "10")
# A day or a month of a year, over flat words.
DATE = (
    rf"(?:\b(?:1\s?er|1\^\{{?er\}}?|premier|\d[\dlo]?|[lo]\d)\s+(?:{_MONTH_WORD})\s+\d[\dlo]{{3}}\b"
    rf"|\b\d{{1,2}}\s?[/.]\s?\d{{1,2}}\s?[/.]\s?(?:\d{{4}}|\d{{2}})\b|\b\d{{4}}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])\b"
    rf"|\b(?:{_MONTH_WORD})\s+\d[\dlo]{{3}}\b)"
)
_DATE = re.compile(DATE)
# Every day has one; to look for it costs much less than to try each way of writing a day.
_DIGIT = re.compile(r"\d")
_NAMED = re.compile(rf"(\d{{1,2}}|premier)?\D*?({_MONTH_WORD})\s+(\d{{4}})$")


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
    words = _MISREAD.sub(lambda figures: figures[0].translate(_FIGURES), words)
    named = _NAMED.match(words)
    try:
        if named is None:
            return _figures(words)
        written, named_month, year = named.groups()
        month = _MONTHS.index(named_month.replace("rn", "m")) + 1
        if written is None:
            return Between.month(int(year), month)
        return date(int(year), month, 1 if written == "premier" else int(written))
    except ValueError:
        return None


def _figures(words: str) -> date:
    parts = [int(part) for part in re.findall(r"\d+", words)]
    if parts[0] > 999:
        return date(parts[0], parts[1], parts[2])
    year = parts[2] if parts[2] > 99 else parts[2] + (2000 if parts[2] < 80 else 1900)
    return date(year, parts[1], parts[0])
