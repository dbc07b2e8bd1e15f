"""Reading each demonstration text, as a ratio to one pass over its words, and growth with length."""

import re
from functools import partial
from importlib import resources

from benchmarks.timing import least
from convenir.reader.reading import read

WORDS = re.compile(r"\w+")


def reading() -> list[str]:
    """One line for each text, then the longest text repeated as annexes."""
    lines = ["text                          characters   reading / one pass over the words"]
    folder = resources.files("convenir.demo") / "texts"
    texts = sorted((file.name, file.read_text(encoding="utf-8")) for file in folder.iterdir())
    lines += [f"{name:<28}  {len(text):10}   {_ratio(text):6.1f}" for name, text in texts if name.endswith(".txt")]
    longest = max((text for _, text in texts), key=len)
    lines.append("length   cost per character, relative to the first line")
    base = 0.0
    for times in (1, 2, 4, 8):
        text = longest + "".join(f"\n\nAnnexe {n}\n\n{longest}" for n in range(20, 19 + times))
        cost = least(partial(read, text.encode()), 3) / len(text)
        base = base or cost
        lines.append(f"× {times:4}   {cost / base:5.2f}")
    return lines


def _ratio(text: str) -> float:
    data = text.encode()
    return least(lambda: read(data), 3) / least(lambda: WORDS.findall(text), 20)
