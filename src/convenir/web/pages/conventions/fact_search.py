"""Finding a kind of fact by the words of whoever looks for it, however they are written."""

import re
import unicodedata

from convenir.web.pages.conventions.fact_kinds import FAMILIES, Family, Kind

# Words too common to tell one fact from another.
EMPTY = frozenset(
    ("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "n", "ne", "par", "qui", "s", "un")
)
STEM = 5


def found(sought: str) -> list[Kind]:
    """The kinds that answer to every word sought, else to the most of them; the nearest first.

    >>> [kind.name for kind in found("lettre recommandée refusée")]
    ['notice_refused']
    >>> found("kangourou")
    []
    """
    words = _words(sought)
    scores = {kind.name: _score(words, kind, family) for family in FAMILIES for kind in family.kinds}
    best = max((matched for matched, _ in scores.values()), default=0)
    if not best:
        return []
    kept = [kind for family in FAMILIES for kind in family.kinds if scores[kind.name][0] == best]
    return sorted(kept, key=lambda kind: -scores[kind.name][1])


def _score(words: list[str], kind: Kind, family: Family) -> tuple[int, float]:
    """How many of the words the kind answers to, and which share of its own name they are."""
    name, others = _words(kind.words), _words(f"{kind.also} {kind.hint} {family.name}")
    by_name = sum(any(_alike(word, known) for known in name) for word in words)
    matched = sum(any(_alike(word, known) for known in (*name, *others)) for word in words)
    return matched, by_name / len(name)


def _alike(word: str, known: str) -> bool:
    """Whether a word begins another, or both share their beginning: «recommandée», «recommandé»."""
    return known.startswith(word) or (len(word) > STEM and known[: len(word) - 2] == word[:-2])


def _words(text: str) -> list[str]:
    """The words that count, without accents nor capitals."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in re.findall(r"[a-z0-9]+", letters) if word not in EMPTY]
