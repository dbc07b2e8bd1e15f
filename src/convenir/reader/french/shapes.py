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
    """A pattern, with the methods of `re.Pattern` that recognisers use.

    It is compiled when words first hold what it needs: who loads the reader waits for none of its thousand patterns,
    whose compilation takes seconds, and a short text for few of them.
    """

    __slots__ = ("_compiled", "_flags", "_needed", "match", "pattern")

    _compiled: re.Pattern[str]
    _needed: tuple[str, ...]
    match: Callable[..., re.Match[str] | None]

    def __init__(self, words: str, flags: int = 0) -> None:
        self.pattern = words
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Python comes here only for what is not worked out yet: once it is, reading it costs nothing more."""
        made: object
        match name:
            case "_compiled":
                made = re.compile(self.pattern, self._flags)
            case "_needed":
                # All words hold the empty string: nothing is refused where nothing is known.
                made = needed(self.pattern, self._flags) or ("",)
            case "match":
                made = self._compiled.match
            case _:
                raise AttributeError(name)
        setattr(self, name, made)
        return made

    def sub(self, by: str, words: str) -> str:
        """The words with each match replaced."""
        return self._compiled.sub(by, words) if any(plain in words for plain in self._needed) else words

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
