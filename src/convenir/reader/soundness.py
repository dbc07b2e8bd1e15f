"""Whether a text can be read at all: no clause, cut in the middle, days that do not exist, numbers that disagree."""

import re
from collections.abc import Iterator

from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.terms import Document
from convenir.reader.french.numbers import disagreements
from convenir.reader.french.words import days, flat, tidy
from convenir.reader.outline import Block, BlockKind, Outline


def soundness(outline: Outline, document: Document) -> Iterator[Finding]:
    """What keeps the text from being a whole text."""
    if document is Document.OTHER:
        yield Finding(
            oddity=Oddity.MISSING,
            about="no-clause",
            severity=Severity.BLOCKING,
            sentence="Ce texte n’est ni une convention, ni un avenant, ni un acte qui les autorise : rien n’en est lu.",
            advice="Vérifiez que le fichier est bien la convention elle-même, et que ses parties y sont nommées.",
        )
        return
    headed = any(True for _ in outline.articles()) or document is Document.DELIBERATION
    if not headed and any(True for _ in outline.of(BlockKind.BODY)):
        yield Finding(
            oddity=Oddity.NOTED,
            about="no-article",
            severity=Severity.WARNING,
            sentence="Ce texte n’est pas divisé en articles : chaque terme cite l’alinéa où il se lit.",
            advice="Vérifiez que le fichier est bien la convention elle-même, et qu’aucun titre n’y manque.",
        )
    elif not headed:
        yield Finding(
            oddity=Oddity.MISSING,
            about="no-clause",
            severity=Severity.BLOCKING,
            sentence="Aucun article n’a été reconnu dans ce texte.",
            advice="Vérifiez que le fichier est bien la convention elle-même, et que ses articles y portent un numéro.",
        )
        return
    yield from _cut(outline, document) if outline.whole else _too_long(outline)
    yield from _impossible_days(outline)
    yield from _disagreeing_numbers(outline)


def _too_long(outline: Outline) -> Iterator[Finding]:
    """The last block reaches to where reading stopped."""
    last = outline.blocks[-1]
    yield Finding(
        oddity=Oddity.MISSING,
        about="too-long",
        severity=Severity.BLOCKING,
        sentence=f"Ce texte est trop long : seuls ses {len(outline.words)} premiers caractères ont été lus.",
        advice="Déposez le seul texte de la convention et de ses annexes, sans autres pièces.",
        sources=(outline.heading(last),),
    )


_STOPS = tuple('.;:!?…)]»"”')


def _cut(outline: Outline, document: Document) -> Iterator[Finding]:
    """A text without closing formula that stops inside a sentence, or before articles that its contents announce."""
    if any(True for _ in outline.of(BlockKind.CLOSING)) or not outline.blocks:
        return
    last = outline.blocks[-1]
    announced = {entry.number for entry in outline.contents if entry.kind is BlockKind.ARTICLE}
    missing = sorted(announced - {block.number for block in outline.articles()} - {"préliminaire"}, key=_order)
    unfinished = _unfinished(outline, last, stamped=document is Document.DELIBERATION)
    if not missing and not unfinished:
        return
    told = f" : le sommaire annonce {_articles(missing)}, absent du texte" if missing else " au milieu d’une phrase"
    end = last.paragraphs[-1] if last.paragraphs else None
    yield Finding(
        oddity=Oddity.MISSING,
        about="cut-text",
        severity=Severity.BLOCKING,
        sentence=f"Le texte semble coupé{told}.",
        advice="Déposez le texte complet, jusqu’aux signatures et aux annexes.",
        sources=(outline.source(last, end, (len(end.words) - 1, len(end.words))),) if end else (),
    )


def _order(number: str) -> int:
    found = re.match(r"\d+", number)
    return int(found[0]) if found else 0


def _articles(missing: list[str]) -> str:
    """
    >>> _articles(["9"]), _articles(["9", "10"])
    ('l’article 9', 'l’article 9 (et 1 autre)')
    """
    others = len(missing) - 1
    more = "" if not others else f" (et {others} autre{'s' if others > 1 else ''})"
    return f"l’article {missing[0]}{more}"


def _unfinished(outline: Outline, block: Block, *, stamped: bool) -> bool:
    """Whether the last words call for others; stamps and names, without a stop, may end an act of an assembly."""
    if not block.paragraphs:
        return not outline.text[block.start : block.end].rstrip("* \n").endswith(_STOPS)
    last = block.paragraphs[-1]
    words = last.words.rstrip("* \n")
    if last.marker or words.endswith(_STOPS):
        return words.endswith((",", " et"))
    return (len(words.split()) > 6 and not stamped) or flat(words).endswith(
        (",", " de", " la", " le", " et", " des", " du", "-")
    )


def _impossible_days(outline: Outline) -> Iterator[Finding]:
    """Each day that no calendar has, once."""
    seen: set[str] = set()
    for block in outline.blocks:
        for paragraph in block.paragraphs:
            for found in days(paragraph.words):
                if found.day is not None or flat(found.words) in seen:
                    continue
                seen.add(flat(found.words))
                yield Finding(
                    oddity=Oddity.IRREGULAR,
                    about="impossible-date",
                    severity=Severity.WARNING,
                    sentence=f"La date « {tidy(found.words)} » n’existe pas.",
                    advice="Vérifiez cette date sur l’original signé, puis corrigez le terme qui en dépend.",
                    sources=(outline.source(block, paragraph, (found.start, found.end)),),
                )


def _disagreeing_numbers(outline: Outline) -> Iterator[Finding]:
    """Each number that is not the same in letters and in figures: «trois (4) mois»."""
    for block in outline.blocks:
        for paragraph in block.paragraphs:
            for found in disagreements(flat(paragraph.words)):
                written = tidy(paragraph.words[found.start() : found.end()])
                yield Finding(
                    oddity=Oddity.AMBIGUOUS,
                    about="number",
                    severity=Severity.WARNING,
                    sentence=f"Le nombre « {written} » n’est pas le même en lettres et en chiffres : il n’est pas lu.",
                    advice="Vérifiez ce nombre sur l’original signé, puis ajoutez ou corrigez le terme qui en dépend.",
                    sources=(outline.source(block, paragraph, (found.start(), found.end())),),
                )
