"""How an avenant says that annexes are added, replaced or struck."""

import re
from collections.abc import Iterator

from convenir.reader.amending.edits import AnnexAdded, AnnexRemoved, AnnexReplaced, Edit, Excerpt
from convenir.reader.amending.quotes import Q
from convenir.reader.amending.statements import Told
from convenir.reader.amending.targets import ANNEX, ANNEX_NUMBER, annexes_in
from convenir.reader.french.words import tidy
from convenir.reader.outline import Block
from convenir.reader.wordings.amendment.annexes import normal

_NEW = rf"une\s+(?:nouvelle\s+)?annexe\b(?:\s+(?:n\s?[°o]\s*)?(?P<number>{ANNEX_NUMBER}))?"
_DONE = r"(?:ajoute|cree|insere|jointe?|annexe|complete|integre)(?:e|es|s)?"
_ADDED = (
    re.compile(rf"\b(?:est|sont|sera)\s+{_DONE}\b[^.;]{{0,120}}?\b(?:d'|par\s+)?{_NEW}"),
    re.compile(rf"\b{_NEW}[^.;]{{0,160}}?\b(?:est|sera)\s+{_DONE}\b"),
)
_ADDED_BY_NUMBER = re.compile(rf"{ANNEX}[^.;]{{0,160}}?\b(?:est|sont|sera|seront)\s+(?:ajoute|cree|insere|integre)\w*")
_TITLED = re.compile(rf"\b(?:intitule|denomme|portant|relative?)\w*\s*:?\s*(?P<title>{Q})")
_REMOVED = re.compile(
    r"\b(?:est|sont|sera|seront)\s+(?:supprime|abroge|annule|retire)\w*\b(?!,?\s*(?:et|puis)?\s*remplace)"
)
_REPLACED = re.compile(r"\b(?:remplace|substitue|actualise|modifie|annule)\w*\b|\bmise?s?\s+a\s+jour\b")
# An annex that gives way whole, even where the avenant forgets to join the new one.
_SURELY = re.compile(r"\b(?:remplace|substitue)\w*\b")


def annex_edits(told: Told) -> Iterator[Edit]:
    """The annexes that a statement adds, replaces or strikes."""
    for told_by in (_added, _removed, _replaced):
        found = tuple(told_by(told))
        if found:
            told.strike((0, len(told.words)))
            yield from found
            return


def _added(told: Told) -> Iterator[Edit]:
    found = next((hit for shape in _ADDED if (hit := shape.search(told.words))), None)
    titled = _TITLED.search(told.words)
    title = tidy(told.quoted(*titled.span("title")).words) if titled else ""
    if found:
        number = normal(found["number"]) if found["number"] else ""
        yield _new(told, number, title)
        return
    if _ADDED_BY_NUMBER.search(told.words):
        yield from (_new(told, number, title) for number in _subjects(told.words))


def _new(told: Told, number: str, title: str) -> AnnexAdded:
    block = joined(told, number)
    return AnnexAdded(
        number=number or (block.number if block else ""),
        title=title or (block.title if block else ""),
        new=_words(told, block),
        source=told.source,
    )


def _removed(told: Told) -> Iterator[Edit]:
    if _REMOVED.search(told.words):
        yield from (AnnexRemoved(number=number, source=told.source) for number in _subjects(told.words))


# «à l'annexe 2, la ligne… est supprimée»: the annex is where the change is made, not what goes.
_INSIDE = re.compile(r"\b(?:a|aux|dans|en|de|des)\s+(?:l'|les\s+)?$")
_BEFORE = 12


def _subjects(words: str) -> Iterator[str]:
    """The annexes that the verb is about."""
    for found in re.finditer(ANNEX, words):
        if not _INSIDE.search(words[max(0, found.start() - _BEFORE) : found.start()]):
            yield from annexes_in(found[0])


def _replaced(told: Told) -> Iterator[Edit]:
    verb = _REPLACED.search(told.words)
    if verb is None:
        return
    for number in dict.fromkeys(annexes_in(told.words)):
        block = joined(told, number)
        new = told.brought(verb.end()) or _words(told, block)
        if new is None and not _SURELY.search(told.words):
            continue
        yield AnnexReplaced(number=number, title=block.title if block else "", new=new, source=told.source)


def joined(told: Told, number: str) -> Block | None:
    """The annex of that number that is joined to the avenant; without number, the only one."""
    annexes = tuple(told.avenant.outline.annexes())
    if number:
        return next((block for block in annexes if normal(block.number) == number), None)
    return annexes[0] if len(annexes) == 1 else None


def _words(told: Told, block: Block | None) -> Excerpt | None:
    if block is None or not block.paragraphs:
        return None
    start, end = block.paragraphs[0].start, block.paragraphs[-1].end
    return Excerpt(words=told.avenant.outline.text[start:end], start=start, end=end)
