"""How texts list the facilities that a party funds: in a sentence, under it, or in the table of an annex."""

import re
from collections.abc import Iterator

from convenir.reader.french.bullets import BULLETS
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, tidy
from convenir.reader.outline import Block, BlockKind, Outline
from convenir.reader.passages import Said
from convenir.reader.wordings.lists import list_after

_KIND = (
    r"(?:eaje|alsh|a\.l\.s\.h|ram|r\.a\.m|rpe|laep|l\.a\.e\.p|ludotheques?|creches?|micro-?creches?"
    r"|multi-?accueils?|haltes?-?garderies?|relais petite enfance|accueils? de loisirs|centres? soci(?:al"
    r"|aux)|espaces? de vie sociale|accueils? (?:periscolaires?|jeunes)|maisons? des jeunes|poste de coordination)"
)
_ONLY_KIND = Shape(rf"^\W*{_KIND}\W*$")
_HEAD = Shape(
    r"\b(?:type|nom|structures?|equipements?|gestionnaire|collectivite)\b[^.]{0,30}\b(?:structures?"
    r"|equipements?|services?|signataire)\b"
)
_ABOUT = Shape(r"\b(?:equipements?|structures?|services?)\b")
# A line that long was cut by the edge of the page.
_WRAPPED = 60
_CELLS = re.compile(r"\t|\s{3,}|\s*\|\s*")


def facilities_of(each: Said, outline: Outline, annex: str) -> tuple[str, ...]:
    """The facilities listed under the sentence, else those of the annex that it cites; empty where there is no list."""
    if each.line.endswith(":"):
        found = list_after(each.block, each.paragraph)
        if found:
            return found.items
    listed = next((block for block in outline.of(BlockKind.ANNEX) if annex and block.number == annex), None)
    return tuple(_rows(listed)) if listed and _ABOUT.search(flat(listed.title)) else ()


def _rows(annex: Block) -> Iterator[str]:
    """The facilities of a table, or of a list: the name of each, with its kind where a column before gives it."""
    kind = ""
    for line in _lines(annex):
        if _HEAD.search(flat(line)) or line.strip().startswith("("):
            continue
        cells = [tidy(cell) for cell in _CELLS.split(line)]
        named = [cell for cell in cells if cell]
        if not named:
            continue
        kind = cells[0] if len(cells) > 1 and cells[0] else kind
        if _ONLY_KIND.match(flat(named[-1])):
            continue
        yield from _each(kind if len(cells) > 1 else "", named[1] if len(named) > 1 else named[0])


def _lines(annex: Block) -> Iterator[str]:
    """The rows, whole: a line that the edge of the page cut between two names goes on with the next one."""
    row = ""
    for line in (line for paragraph in annex.paragraphs for line in paragraph.words.split("\n")):
        if len(row) >= _WRAPPED and row.endswith((";", ",")):
            row = f"{row} {line.strip()}"
            continue
        yield row
        row = line.rstrip()
    yield row


def _each(kind: str, words: str) -> Iterator[str]:
    """
    >>> list(_each("", "Accueil de loisirs : Les Crêtes ; Le Moulin"))
    ['Accueil de loisirs Les Crêtes', 'Accueil de loisirs Le Moulin']
    """
    head, colon, tail = words.partition(" : ")
    for name in (tail if colon else words).split(" ; "):
        yield _whole(head if colon else kind, name)


def _whole(kind: str, name: str) -> str:
    """
    >>> _whole("EAJE", "Les Lilas"), _whole("RAM", "RAM de la vallée"), _whole("", "Crèche des Prés ;")
    ('EAJE Les Lilas', 'RAM de la vallée', 'Crèche des Prés')
    """
    bare = name.strip(" ;:,." + BULLETS)
    return f"{kind} {bare}" if kind and flat(kind).replace(".", "") not in flat(bare).replace(".", "") else bare
