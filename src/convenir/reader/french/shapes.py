"""Patterns that first look for the plain words without which they cannot match.

A sentence seldom holds what a recogniser asks for, and Python finds a plain string some twenty times faster than it
tries a pattern at each place. The strings are worked out from the pattern itself, so no list of keywords has to be
kept in step with it: what they refuse cannot match.
"""

import re
from collections.abc import Callable, Iterator
from sys import maxsize

from convenir.reader.french.needed import needed


class Shape:
    """A compiled pattern, with the methods of `re.Pattern` that recognisers use."""

    __slots__ = ("_compiled", "_needed", "match")

    def __init__(self, words: str, flags: int = 0) -> None:
        self._compiled = re.compile(words, flags)
        # All words hold the empty string: nothing is refused where nothing is known.
        self._needed = needed(words, flags) or ("",)
        self.match: Callable[..., re.Match[str] | None] = self._compiled.match

    @property
    def pattern(self) -> str:
        """The words of the pattern."""
        return self._compiled.pattern

    def sub(self, by: str, words: str) -> str:
        """The words with each match replaced."""
        return self._compiled.sub(by, words)

    # The loop of the next two is written out in both: they are called some sixty times for each sentence, and a call
    # between them would take as long as the loop.

    def search(self, words: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match."""
        for plain in self._needed:
            if plain in words:
                return self._compiled.search(words, start, end)
        return None

    def finditer(self, words: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """The matches, in order."""
        for plain in self._needed:
            if plain in words:
                return self._compiled.finditer(words, start, end)
        return iter(())
