"""Patterns that look for plain words first find all that `re` finds, in every sentence of every text kept here."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from convenir import reader
from convenir.reader.french.marking import marked
from convenir.reader.french.needed import needed
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.reading import read

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "tests" / "corpus").glob("*.txt"), *(ROOT / "src/convenir/demo/texts").glob("*.txt")])


def shapes_in(value: object) -> Iterator[Shape]:
    if isinstance(value, Shape):
        yield value
    if isinstance(value, tuple | list):
        for one in value:
            yield from shapes_in(one)
    if isinstance(value, dict):
        yield from shapes_in([*value.values()])


@cache
def shapes() -> tuple[Shape, ...]:
    """All the shapes that the modules of the reader hold."""
    modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(reader.__path__, "convenir.reader.")]
    return tuple(shape for module in modules for shape in shapes_in([*vars(module).values()]))


@cache
def sentences() -> tuple[str, ...]:
    """Sentences as printed, flat and marked."""
    outlines = [read(text.read_bytes()).outline for text in TEXTS]
    printed = {one.sentence.words for outline in outlines for block in outline.blocks for one in outline.inside(block)}
    return tuple(form for words in sorted(printed) for form in (words, flat(words), marked(words).words))


def test_no_match_is_missed() -> None:
    assert len(shapes()) > 200
    for shape in shapes():
        plain = re.compile(shape.pattern)
        missed = [words for words in sentences() if plain.search(words) and not shape.search(words)]
        assert not missed, shape.pattern


def test_most_shapes_know_what_they_need() -> None:
    blind = [shape.pattern for shape in shapes() if not needed(shape.pattern)]
    assert len(blind) * 10 < len(shapes())


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bun(?:e)? avis\b", ("un avis", "une avis")),
        (r"a(?:b|cd)?e", ("abe", "acde", "ae")),
        (r"(?<!non )renouvel", ("renouvel",)),
        (r"x*y|z", ("y", "z")),
        (r"(?:ab){2}c", ("ab",)),
        (r"[ab]c", ("ac", "bc")),
        (r"[a-c]vis[.]|d\.", ("vis.", "d.")),
        (r"(?P<who>caf)\s+\w*(?=ville)", ("caf",)),
        (r"(?:un|deux) (?:mois|ans)+?", ("un ", "deux ")),
    ],
)
def test_what_a_pattern_needs(pattern: str, words: tuple[str, ...]) -> None:
    assert set(needed(pattern)) == set(words)


@pytest.mark.parametrize("pattern", [r"(?P<a>caf)(?P=a)", r"(caf)\1", r"caf\x20", r"(?#note)caf", r"(?>caf)"])
def test_of_what_is_not_understood_nothing_is_told(pattern: str) -> None:
    assert needed(pattern) == ()


def test_many_alternatives_are_told_by_how_they_begin() -> None:
    verbs = "|".join(f"convient d{number:02}" for number in range(40))
    assert needed(f"(?:{verbs})|renonc(?:e|{verbs})") == ("convient d", "renonc")


def test_without_regard_to_capitals_nothing_is_needed() -> None:
    assert needed("(?i)caf") == ()
    assert needed("caf", re.IGNORECASE) == ()


def test_search_between_two_places() -> None:
    shape = Shape(r"\bcaf\b")
    assert shape.search("la caf et la caf", 5) is not None
    assert shape.search("la caf et la ville", 5) is None
    assert [found.start() for found in shape.finditer("caf, caf, caf", 0, 8)] == [0, 5]


def test_replacing_with_and_without_the_plain_words() -> None:
    shape = Shape(r"\bcaf\b")
    assert shape.sub("ville", "la caf et la caf") == "la ville et la ville"
    assert shape.sub("ville", "la commune") == "la commune"
    # The plain words are there, but the pattern does not match.
    assert shape.sub("ville", "le cafe") == "le cafe"


def test_a_pattern_says_what_it_is_and_nothing_else() -> None:
    assert Shape(r"\bcaf\b").pattern == r"\bcaf\b"
    assert not hasattr(Shape("caf"), "groups")
