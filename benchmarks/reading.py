"""Reading each demonstration text, as a ratio to one pass over its words, and growth with length."""

import re
import sys
from functools import partial
from importlib import resources

from benchmarks.timing import least_work
from convenir.reader.reading import read

WORDS = re.compile(r"\w+")
HEAD = "CONVENTION\n\nEntre\nla Caf du Val, représentée par M. Pin\net\nla commune de Vaux, représentée par Mme Roux\n"
SENTENCE = "La Caf et la ville réunissent chaque année le comité de pilotage pour examiner le bilan. "


def reading() -> list[str]:
    """One line for each text, then the growth with length."""
    lines = ["text                          characters   reading / one pass over the words"]
    folder = resources.files("convenir.demo") / "texts"
    texts = sorted((file.name, file.read_text(encoding="utf-8")) for file in folder.iterdir())
    lines += [f"{name:<28}  {len(text):10}   {_ratio(text):6.1f}" for name, text in texts if name.endswith(".txt")]
    return lines + _growth()


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


def _ratio(text: str) -> float:
    data = text.encode()
    # In turn, so that a slow moment of the machine slows both.
    rounds = [
        (least_work(partial(_read_anew, data), 1), least_work(partial(WORDS.findall, text), 15)) for _ in range(30)
    ]
    return min(taken for taken, _ in rounds) / min(plain for _, plain in rounds)


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
