"""How words cut at the end of a line are made whole: hyphens that were added, and those that belong to the word."""

import re
from collections.abc import Collection, Iterable, Sequence

_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)-$")
_AFTER = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Parts of words that keep their hyphen, when the text does not show the word elsewhere: «celui-ci», «peut-être».
_TAIL = re.compile(r"(?:ci|là|delà|dessus|dessous|avant|après|mêmes?|être|vous|ils?|elles?)\b")
_HEAD = re.compile(
    r"(?:.*[’'])?(?:peut|rendez|vis|vice|sous|demi|semi|micro|non|quasi|dix|vingt|trente|quarante|cinquante|soixante|socio|médico|avant|"
    r"après|porte|chef|procès|compte|ayants?|quote|plate|sud|nord|ouest|celui|celles?|ceux|lui|eux|elle|nous|vous)$"
)
# Parts that also begin plain words, «comité», «intervention»: the hyphen is theirs before a word of the text.
_PREFIX = re.compile(r"(?:co|inter|ex)$")
_HALF = re.compile(r"(?:temps|parcours|chemin|mandat|période|course|saison|journée|année|terme)\b")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*-?")


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words of a text that are not cut, to tell by what it writes elsewhere how a cut word is written."""
    # Most words are said again and again: each is looked at once.
    said = set(" ".join(lines).split())
    found = {word for word in _WORD.findall(" ".join(said).casefold()) if word[-1] != "-"}
    elided = (word.replace("'", "’").split("’") for word in found if "’" in word or "'" in word)
    return frozenset(found.union(*elided))


def seam(before: str, after: str, known: Collection[str] = ()) -> tuple[str, str]:
    """The end of a line as it is kept, and what stands between it and the next line.

    >>> seam("le comité de pilo-", "tage se réunit"), seam("au plus tard", "le 3 mai")
    (('le comité de pilo', ''), ('au plus tard', ' '))
    >>> seam("un rendez-", "vous annuel"), seam("Saint-", "Ambroise"), seam("une micro-", "crèche", {"micro-crèche"})
    (('un rendez-', ''), ('Saint-', ''), ('une micro-', ''))
    >>> seam("le co-", "mité"), seam("la co-", "présidence", {"présidence"}), seam("à mi-", "temps")
    (('le co', ''), ('la co-', ''), ('à mi-', ''))
    """
    if not before.endswith("-") or before[-2:-1] in ("", " ", "\N{NO-BREAK SPACE}"):
        return before, " "
    cut, rest = _BEFORE.search(before), _AFTER.match(after)
    if cut is None or rest is None or not after[0].islower() or _compound(cut[1], rest[0], known):
        return before, ""
    return before[:-1], ""


def _compound(cut: str, rest: str, known: Collection[str]) -> bool:
    """Whether the hyphen belongs to the word."""
    head, tail = cut.casefold(), rest.casefold()
    last = re.split(r"[’']", head)[-1]
    if f"{last}{tail}" in known:
        return False
    if f"{last}-{tail}" in known or f"{head}-{tail}" in known:
        return True
    if "-" in tail and re.split(r"[’']", cut)[-1][0].isupper():
        # «Vauclaire-sur-Aubrelle»
        return True
    if _PREFIX.match(last):
        return tail in known
    if last == "mi":
        return _HALF.match(tail) is not None
    return _HEAD.match(head) is not None or head.endswith("-à") or _TAIL.match(tail) is not None


_HYPHEN = re.compile(r"-[ \t]*\n")
# A word cut at the end of a line, and what follows; not where columns stand side by side.
_CUT = re.compile(r"(?<![\w’'-])([^\W\d_][\w’'-]*)-([ \t]*)\n([ \t]*)([^\W\d_]\S*+)(?![ \t]{2})([ \t]?)")


def rejoined(text: str) -> str:
    """The text with each cut word whole on its first line; it is as long as before, and other words keep their place.

    >>> rejoined("le comité de pilo-\\ntage siège à Saint-\\nPons. Il")
    'le comité de pilotage  \\nsiège à Saint-Pons. \\nIl'
    """
    if _HYPHEN.search(text) is None:
        return text
    known = vocabulary(text.split("\n"))
    return _CUT.sub(lambda cut: _whole(cut, known), text)


def _whole(cut: re.Match[str], known: Collection[str]) -> str:
    head, blank, indent, tail, after = cut.groups()
    kept, _ = seam(f"{head}-", tail, known)
    gained = " " * (len(head) + 1 - len(kept)) + blank
    # A line that only held the end of the word is no more.
    return f"{kept}{tail}{gained}{after}\n{indent}" if after else f"{kept}{tail}{gained} {indent}"


def joined(lines: Sequence[str], known: Collection[str] = ()) -> str:
    """Lines of one paragraph as one line.

    >>> joined(["Ouvrir des places dans les quar-", "tiers qui n’en ont", "pas"])
    'Ouvrir des places dans les quartiers qui n’en ont pas'
    """
    words = ""
    for number, line in enumerate(lines):
        kept, joint = seam(words, line, known)
        words = f"{kept}{joint}{line}" if number else line
    return words
