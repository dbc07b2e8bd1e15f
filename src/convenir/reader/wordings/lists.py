"""Lists in a text: the items that follow a sentence ending with a colon, first level only."""

import re
from dataclasses import dataclass

from convenir.reader.french.words import flat, tidy
from convenir.reader.outline import Block, Paragraph

# «Premièrement, …», «Axe 2 : …»: what counts an item and is none of its words.
_RANK = re.compile(
    r"(?:(?:(?:premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme)ment|d'abord|ensuite"
    r"|enfin|puis)"
    r"\s*,\s*|(?:axe|objectif|orientation|enjeu|priorite|volet|thematique|theme|champ|domaine"
    r"|chantier)\s+(?:n\s?[°o]\s*)?"
    r"(?:\d{1,2}|[ivx]{1,4}|[a-h])\s*[:.-]\s+)"
)
# «1° l'enfance ; 2° le logement», in one sentence.
_COUNTED = re.compile(r"(?:^|\s*[;,]\s*(?:et\s+)?|\s)(?:\(?\d{1,2}\s?[°)/.]|\(?[a-h]\s?\))\s*(?=[^\W\d])")
# What takes the place of a colon: «trois domaines, à savoir la santé, le jeu et le logement».
NAMELY = re.compile(r",\s+(?:a\s+savoir|que\s+sont|c'est-a-dire)\s+(?=l[ae]s?\b|l'|[a-z])")
# Two items and no more, on one line: «ouvrir une crèche ; soutenir les parents».
_PAIR = re.compile(r"^\W*[^,;]{6,70} ; (?!ils?\b|elles?\b|ces?\b|cette\b|chaque\b|chacune?\b)[^,;]{6,70}$")
_OF = re.compile(r"(?:de\s+(?!la\b|l'|quoi)|d'(?=[aeiouyh])|du\s+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundList:
    """The first-level items of a list, cleaned, and the place where the list ends."""

    items: tuple[str, ...]
    end: int


def list_after(block: Block, intro: Paragraph) -> FoundList | None:
    """The list that a paragraph announces, under it or on its own line after the colon; None where there is none."""
    if intro.number >= len(_under(block.paragraphs, intro)) or not block.paragraphs[intro.number].marker:
        return _inline(intro) or _undashed(block, intro)
    chosen = _first_level(_under(block.paragraphs, intro), intro.number)
    items = tuple(cleaned(item.words) for item in chosen)
    items = tuple(item for item in items if item)
    return FoundList(items=items, end=chosen[-1].end) if len(items) > 1 else None


def _under(paragraphs: tuple[Paragraph, ...], intro: Paragraph) -> tuple[Paragraph, ...]:
    """The paragraphs up to the next item of the list of which the intro is itself an item."""
    if not intro.marker:
        return paragraphs
    after = paragraphs[intro.number :]
    peers = (item.number - 1 for item in after if item.marker == intro.marker and item.indent <= intro.indent)
    return paragraphs[: next(peers, len(paragraphs))]


def _inline(intro: Paragraph) -> FoundList | None:
    """«… les domaines suivants : la petite enfance, la jeunesse et le logement.»"""
    words = tidy(intro.words)
    _, _, tail = words.rpartition(" :")
    namely = None if " :" in words else NAMELY.search(flat(words))
    tail = words[namely.end() :] if namely else tail
    parts = [part for part in _parted(tail.strip(" .")) if part]
    if len(parts) < (2 if _PAIR.search(flat(tail)) else 3) or max(map(len, parts)) > 70:
        return None
    return FoundList(items=tuple(cleaned(part) for part in parts), end=intro.end)


# A line of a list without dashes is no longer than that.
_LONGEST_LINE = 90
_LEAST_LINES = 3


def _undashed(block: Block, intro: Paragraph) -> FoundList | None:
    """The lines under a colon, each ended by a semicolon or a comma but the last."""
    chosen: list[Paragraph] = []
    for line in block.paragraphs[intro.number :]:
        if line.marker or len(line.words) > _LONGEST_LINE:
            break
        chosen.append(line)
        if not line.words.endswith((";", ",")):
            break
    if len(chosen) < _LEAST_LINES or not intro.words.rstrip().endswith(":"):
        return None
    return FoundList(items=tuple(cleaned(line.words) for line in chosen), end=chosen[-1].end)


def _parted(tail: str) -> list[str]:
    """
    >>> _parted("1° l'enfance et la jeunesse ; 2° le logement"), _parted("l'enfance, la jeunesse et le logement")
    (['', "l'enfance et la jeunesse", 'le logement'], ["l'enfance", 'la jeunesse', 'le logement'])
    """
    if _COUNTED.match(tail):
        return _COUNTED.split(tail)
    if tail.count(";") > 1 or _PAIR.search(flat(tail)):
        return re.split(r"\s*;\s*(?:et\s+)?", tail)
    return re.split(r"\s*[,;]\s*(?:et\s+)?|\s+et\s+", tail)


def headed_list(block: Block) -> FoundList | None:
    """The list that stands right under the title of a block, or under a first line that ends with a colon."""
    if not block.paragraphs:
        return None
    if not block.paragraphs[0].marker:
        announced = block.paragraphs[0].words.rstrip().endswith(":")
        return list_after(block, block.paragraphs[0]) if announced else None
    chosen = _first_level(block.paragraphs, 0)
    items = tuple(item for item in map(cleaned, (one.words for one in chosen)) if item)
    return FoundList(items=items, end=chosen[-1].end) if len(items) > 1 else None


def _first_level(paragraphs: tuple[Paragraph, ...], begin: int) -> list[Paragraph]:
    first = paragraphs[begin]
    numbered = _scale(first.marker) == "1"
    chosen: list[Paragraph] = []
    for item in (paragraphs[place] for place in range(begin, len(paragraphs))):
        if not item.marker and not numbered:
            break
        if _scale(item.marker) != _scale(first.marker) or item.indent > first.indent:
            continue
        if numbered and _value(item.marker) != _value(first.marker) + len(chosen):
            break
        chosen.append(item)
    return _with_of(_unexplained(chosen))


def _unexplained(chosen: list[Paragraph]) -> list[Paragraph]:
    """Without the items of the lists that several items announce by a colon, where no margin sets them apart.

    Such a list goes up to the next colon, or to a full stop.
    """
    if sum(map(_announces, chosen)) < 2:
        return chosen
    kept: list[Paragraph] = []
    explained = 0
    for item in chosen:
        explains = item.number == explained and not _announces(item)
        if not explains:
            kept.append(item)
        goes_on = _announces(item) or (explains and not item.words.rstrip().endswith("."))
        explained = item.number + 1 if goes_on else 0
    return kept


def _announces(item: Paragraph) -> bool:
    return item.words.rstrip().endswith(":")


def _with_of(chosen: list[Paragraph]) -> list[Paragraph]:
    """Where only some items begin with «de», these are the first level and the others explain them."""
    begun = [item for item in chosen if _OF.match(flat(item.words))]
    nested = chosen and begun and len(begun) < len(chosen) and begun[0] is chosen[0]
    return begun if nested and len(begun) > 1 else chosen


def _scale(marker: str) -> str:
    """
    >>> _scale("3."), _scale("b)"), _scale("IV –"), _scale("•"), _scale("")
    ('1', 'a', 'I', '-', '')
    """
    if not marker:
        return ""
    if marker[:1].isdigit():
        return "1"
    if re.match(r"[IVX]+\\b|[IVX]+\s?[.)–-]", marker):
        return "I"
    return "a" if marker[:1].isalpha() and marker != "o" else "-"


def _value(marker: str) -> int:
    found = re.match(r"\d+", marker)
    return int(found[0]) if found else 0


def cleaned(words: str) -> str:
    """An item as a theme: no «de» before, no colon nor what it introduces, no punctuation at the end.

    >>> cleaned("Axe 2 : Refaire la ville"), cleaned("premièrement, l'enfance ;")
    ('Refaire la ville', "l'enfance")
    >>> cleaned("de soutenir les parents ;"), cleaned("Jeunesse : ouvrir un local"), cleaned("l'enfance,")
    ('soutenir les parents', 'Jeunesse', "l'enfance")
    """
    plain = tidy(words).strip(" *.;,:")
    rank = _RANK.match(flat(plain))
    plain = plain[rank.end() if rank else 0 :]
    head, colon, _ = plain.partition(" :")
    plain = head if colon and len(head) <= 90 else plain
    begin = _OF.match(flat(plain))
    return plain[begin.end() if begin else 0 :].strip(" *.;,:")
