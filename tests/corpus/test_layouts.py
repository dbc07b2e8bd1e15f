"""One text in many layouts: lines, pages, quotes, spaces, line ends and headings leave the terms alike."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from convenir.core.codec import encode
from convenir.reader.reading import read

DEMO = Path(__file__).parents[2] / "src" / "convenir" / "demo" / "texts"
TEXTS = sorted(DEMO.glob("*.txt"))


def wrapped(text: str) -> list[str]:
    """The lines of the text, none longer than 88 characters but those of the signature tables."""
    made: list[str] = []
    for line in text.split("\n"):
        table = "   " in line.strip()
        made += [line] if table else textwrap.wrap(line, 88, break_on_hyphens=False, drop_whitespace=True) or [""]
    return made


def paged(text: str) -> str:
    lines = wrapped(text)
    pages = [lines[start : start + 45] for start in range(0, len(lines), 45)]
    return "\n".join(f"{chr(10).join(page)}\n\n{number}/{len(pages)}\n" for number, page in enumerate(pages, start=1))


LAYOUTS: dict[str, Callable[[str], str]] = {
    "wrapped": lambda text: "\n".join(wrapped(text)),
    "paged": paged,
    "other line ends": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" :", "\u00a0:").replace(" ;", "\u00a0;").replace("« ", "«\u202f"),
    "straight quotes": lambda text: text.replace("’", "'").replace("« ", '"').replace(" »", '"'),
    "long dashes": lambda text: text.replace(" - ", " – ").replace(" – ", " — "),
    "tabs": lambda text: text.replace("\n   ", "\n\t"),
}


def terms(text: str) -> list[str]:
    """The terms without their places, on one line each, whatever the spaces and quotes that they quote."""
    plain = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "—": "-", "–": "-", "«": '"', "»": '"'})
    told = []
    for term in read(text.encode()).terms.clauses:
        fields = encode(term)
        del fields["source"]
        told.append(" ".join(str(fields).translate(plain).replace("\\n", " ").split()).replace('"', "'"))
    return told


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("text", TEXTS, ids=[text.stem for text in TEXTS])
def test_the_terms_do_not_depend_on_the_layout(text: Path, layout: str) -> None:
    words = text.read_text(encoding="utf-8")
    assert terms(LAYOUTS[layout](words)) == terms(words)


# --- headings -------------------------------------------------------------------------------------------------

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
HEADINGS: dict[str, Callable[[int, str], str]] = {
    "with a dash": lambda number, title: f"Article {number} – {title}",
    "abbreviated": lambda number, title: f"Art. {number}.- {title}",
    "in capitals": lambda number, title: f"ARTICLE {number} {title.upper()}",
    "on two lines": lambda number, title: f"Article {number}\n{title}",
    "after a tab": lambda number, title: f"Article {number}\t{title}",
    "in bold": lambda number, title: f"**Article {number} : {title}**",
    "underlined": lambda number, title: f"Article {number} : {title}\n{'=' * 20}",
    "clauses": lambda number, title: f"Clause n° {number} : {title}",
    "roman articles": lambda number, title: f"ARTICLE {ROMAN[number]} : {title}",
    "figures": lambda number, title: f"{number}. {title}",
    "figures and a slash": lambda number, title: f"{number}/ {title}",
    "bare figures": lambda number, title: f"{number} {title}",
    "roman figures": lambda number, title: f"{ROMAN[number]} – {title}",
    "letters": lambda number, title: f"{chr(64 + number)}. {title}",
    "signs": lambda number, title: f"§ {number} {title}",
    "capitals without a number": lambda _, title: title.upper(),
    "titles without a number": lambda _, title: title,
}
_HEADING = re.compile(r"^(?:ARTICLE|Art\.) (\d+)(?:er)?\.? – (.+)$", re.MULTILINE)


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("name", ["montreval", "pays-de-sorne"])
def test_the_terms_do_not_depend_on_how_articles_are_headed(name: str, heading: str) -> None:
    words = (DEMO / f"{name}.txt").read_text(encoding="utf-8")
    headed = HEADINGS[heading]
    other = _HEADING.sub(lambda found: headed(int(found[1]), found[2].capitalize()) + "\n", words)
    titles = [title.casefold() for _, title in _HEADING.findall(words)]
    assert len(titles) >= 12
    assert [block.title.casefold() for block in read(other.encode()).outline.articles()] == titles
    assert terms(other) == terms(words)
