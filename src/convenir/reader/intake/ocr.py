"""Words recognised in the pictures of pages by the program Tesseract, where it is installed with its French."""

import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import median
from typing import NamedTuple, TypeAlias

from convenir.reader.intake.limits import SECONDS_A_PAGE
from convenir.reader.intake.pdf_rows import doubt
from convenir.reader.intake.pdf_runs import Leaf, Run
from convenir.reader.intake.pictures import GreyPicture, grey_picture

_DPI = 300
# Fields of a line of its answer: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
_FIELDS = 12
_WORD_LEVEL = "5"
# What is recognised with less confidence and is no word is a speck of dust or a part of a picture. Words have no such
# limit: those with an apostrophe are often given none.
_LEAST_CONFIDENCE = 20.0
_A_WORD = re.compile(r"[^\W\d_]{3}|\d{2}")
_ARTICLE = re.compile(r"(?:[Jj1I|](?=a)|[I|](?=es?$)|1(?=es))(?P<rest>a|es?)$")
# A page that is doubtful to that degree may be upside down.
_DOUBTFUL = 0.3
# A word of so many letters is wider than high where its line is level.
_LONG_WORD = 4
_ROTATE = re.compile(r"Rotate: (?P<degrees>\d+)")
# Words farther apart than that, in heights of their line, do not follow one another.
_FAR = 1.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Tesseract:
    """The program, where it stands on this machine."""

    path: str


class _Word(NamedTuple):
    """A word that was recognised, in pixels."""

    words: str
    left: float
    top: float
    width: float
    height: float
    confidence: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


# Words of one line as the program found it.
_Lines: TypeAlias = list[list[_Word]]


@cache
def tesseract() -> Tesseract | None:
    """The program, if this machine has it and its French; looked for once."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    answer = subprocess.run([path, "--list-langs"], capture_output=True, timeout=SECONDS_A_PAGE, check=False)
    return Tesseract(path=path) if b"fra" in answer.stdout.split() else None


def recognised(data: bytes, number: int, engine: Tesseract) -> Leaf | None:
    """The page of that number as its picture shows it; None where it took too long or nothing was recognised."""
    picture = grey_picture(data, number, _DPI)
    if picture is None:
        return None
    leaf = _leaf(picture, number, engine)
    if leaf is not None and doubt(leaf.runs) < _DOUBTFUL and not _lies_on_its_side(leaf):
        return leaf
    turn = _turn(picture, engine)
    upright = _leaf(picture.turned(turn), number, engine) if turn else None
    return leaf if upright is None else replace(upright, turn=turn)


def _leaf(picture: GreyPicture, number: int, engine: Tesseract) -> Leaf | None:
    answer = _answer(picture, engine, "-l", "fra", "--psm", "3", "tsv")
    runs = tuple(_runs(_straight(_lines(answer)), picture.points))
    width, height = (side * picture.points for side in picture.image.size)
    return Leaf(number=number, width=width, height=height, runs=runs, recognised=True) if runs else None


def _lies_on_its_side(leaf: Leaf) -> bool:
    """Whether its words run up or down the page: each may be recognised well, and none follows the one before."""
    long = [run for run in leaf.runs if len(run.words) >= _LONG_WORD]
    return sum(run.bottom - run.top > run.right - run.left for run in long) > len(long) / 2


def _turn(picture: GreyPicture, engine: Tesseract) -> int:
    """By how many quarters of a turn, clockwise, the picture has to be turned to be read; 0 where it cannot be told."""
    told = _ROTATE.search(_answer(picture, engine, "--psm", "0"))
    return int(told["degrees"]) // 90 % 4 if told else 0


def _answer(picture: GreyPicture, engine: Tesseract, *how: str) -> str:
    """What the program says of a picture; nothing goes to a file, and it is stopped when it takes too long."""
    try:
        done = subprocess.run(
            [engine.path, "stdin", "stdout", "--dpi", str(round(72 / picture.points)), *how],
            input=picture.pnm(),
            capture_output=True,
            timeout=SECONDS_A_PAGE,
            check=False,
            # Its threads wait for one another more than they work.
            env=dict(os.environ, OMP_THREAD_LIMIT="1"),
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode(errors="replace")


def _lines(answer: str) -> _Lines:
    found: defaultdict[tuple[str, ...], list[_Word]] = defaultdict(list)
    for line in answer.splitlines():
        fields = line.split("\t")
        if len(fields) == _FIELDS and fields[0] == _WORD_LEVEL and fields[11].strip():
            word = _Word(_mended(fields[11].strip()), *(float(field) for field in fields[6:11]))
            if word.confidence >= _LEAST_CONFIDENCE or _A_WORD.search(word.words):
                found[tuple(fields[1:5])].append(word)
    return list(found.values())


def _mended(words: str) -> str:
    """What the program takes for another sign without a doubt: an apostrophe, the first letter of «la» and «les».

    >>> _mended("l'Ille"), _mended("Ja"), _mended("|es"), _mended("Je")
    ('l’Ille', 'la', 'les', 'Je')
    """
    article = _ARTICLE.match(words)
    return f"l{article['rest']}" if article else words.replace("'", "’")


def _straight(lines: _Lines) -> _Lines:
    """The lines of a page that was laid askew on the glass, made level."""
    slopes = [
        (line[-1].middle - line[0].middle) / (line[-1].left - line[0].left)
        for line in lines
        if len(line) > 4 and line[-1].left > line[0].left
    ]
    slope = median(slopes) if slopes else 0.0
    return [[word._replace(top=word.top - slope * word.left) for word in line] for line in lines]


def _runs(lines: _Lines, points: float) -> Iterator[Run]:
    """Each line as runs, in points; a pixel is `points` of them."""
    for line in lines:
        size = median(word.height for word in line)
        middle = median(word.middle for word in line)
        for words in _together(line, size):
            last = words[-1]
            letters = sum(len(word.words) for word in words)
            sure = sum(word.confidence * len(word.words) for word in words) / letters / 100
            yield Run(
                " ".join(word.words for word in words), words[0].left * points, (middle - size / 2) * points,
                (last.left + last.width) * points, (middle + size / 2) * points, size * points, min(1 - sure, 1.0),
            )  # fmt: skip


def _together(line: Sequence[_Word], size: float) -> Iterator[list[_Word]]:
    """The words of a line up to each wide blank."""
    group: list[_Word] = []
    for word in line:
        if group and word.left - group[-1].left - group[-1].width > _FAR * size:
            yield group
            group = []
        group.append(word)
    yield group
