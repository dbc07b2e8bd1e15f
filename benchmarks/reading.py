"""Reading each text, as a ratio to one pass over its words, and growth with length."""

import re
import sys
from functools import partial
from statistics import median

from benchmarks.texts import texts
from benchmarks.timing import least_work
from convenir.reader.reading import read

WORDS = re.compile(r"\w+")
HEAD = "CONVENTION\n\nEntre\nla Caf du Val, représentée par M. Pin\net\nla commune de Vaux, représentée par Mme Roux\n"
SENTENCE = "La Caf et la ville réunissent chaque année le comité de pilotage pour examiner le bilan. "


def reading() -> list[str]:
    """One line for each text, then the growth with length."""
    lines = ["text                          characters   reading / one pass over the words: median, least by least"]
    return [*lines, *(f"{name:<28}  {len(text):10}   {_ratios(text)}" for name, text in texts().items()), *_growth()]


def _growth() -> list[str]:
    """One article made longer and longer: a time that grew with the square would double at each line."""
    lines = ["sentences   cost per character, relative to the first line"]
    base = 0.0
    for times in (60, 120, 240, 480, 960):
        text = f"{HEAD}\nArticle 1 : Pilotage\n{SENTENCE * times}"
        cost = least_work(partial(_read_anew, text.encode()), 3) / len(text)
        base = base or cost
        lines.append(f"{times:9}   {cost / base:5.2f}")
    return lines


# As many readings of each text, each beside one pass: a slow moment of the machine slows both.
_ROUNDS = 60


def _ratios(text: str) -> str:
    data = text.encode()
    rounds = [
        (least_work(partial(_read_anew, data), 1), least_work(partial(WORDS.findall, text), 1)) for _ in range(_ROUNDS)
    ]
    readings, passes = zip(*rounds, strict=True)
    return f"{median(readings) / median(passes):29.1f}   {min(readings) / min(passes):13.1f}"


def _read_anew(data: bytes) -> None:
    """Read it as the first time: nothing is known of its sentences."""
    for forget in _FORGETTING:
        forget()
    read(data)


# What the reader keeps in mind of the sentences that it has met.
_FORGETTING = tuple(
    found.cache_clear
    for name, module in sys.modules.items()
    for found in vars(module).values()
    if name.startswith("convenir.reader") and hasattr(found, "cache_clear")
)
