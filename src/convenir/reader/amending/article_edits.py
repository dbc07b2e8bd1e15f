"""How an avenant says that articles, alinéas and sentences are added, replaced or struck."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from convenir.reader.amending.aims import PART, Aims
from convenir.reader.amending.edits import (
    ArticleAdded,
    ArticleRemoved,
    ArticleReplaced,
    Edit,
    Excerpt,
    ParagraphAdded,
    ParagraphRemoved,
    ParagraphReplaced,
    Target,
    TitleReplaced,
    WordsAdded,
)
from convenir.reader.amending.headings import Brought, brought_articles
from convenir.reader.amending.quotes import MASK, Q
from convenir.reader.amending.statements import Told
from convenir.reader.amending.targets import article_label, articles_in

Targets: TypeAlias = tuple[Target, ...]

_NUMBER = r"(?:\d+(?:[.-]\d+)*(?:\s?(?:bis|ter|quater)\b)?|[ivx]+\b)"
_NEW_ARTICLE = rf"(?:nouvel\s+)?article\b(?:\s+additionnel)?(?:\s+(?:n\s?[°o]\s*)?(?P<number>{_NUMBER}))?"
_ARTICLE_ADDED = (
    re.compile(
        rf"\b(?:insere|ajoute|cree|introduit|complete|intercale)\w*\b[^.;:]{{0,160}}?"
        rf"(?:\b(?:d'|par\s+)?un\s+{_NEW_ARTICLE}|\bpar\s+l'article\s+suivant\b)"
    ),
    re.compile(rf"\bun\s+{_NEW_ARTICLE}[^.;:]{{0,120}}?\b(?:est|sera)\s+(?:insere|ajoute|cree|introduit)\w*"),
)
_AFTER = re.compile(rf"\b(?:apres|a\s+la\s+suite\s+de)\s+l'article\s+(?P<after>{_NUMBER}|premier\b|1er\b)")
_TITLED = re.compile(rf"\bintitule\w*\s*:?\s*(?P<title>{Q})")

_REMOVED = re.compile(
    r"\b(?:est|sont|sera|seront)\s+(?:purement\s+et\s+simplement\s+)?(?:supprime|abroge|annule|retire)\w*\b"
    r"(?!,?\s*(?:et|puis)?\s*remplace)"
)
_ADDED = re.compile(r"\b(?:complete|ajoute|insere|intercale)\w*\b")
_BESIDE = re.compile(rf"\b(?P<side>apres|avant|a\s+la\s+suite)\s+(?:(?:de|du|des|les?|la)\s+|l')*{PART}")
_ITEM = re.compile(r"\b(?:un|deux|trois|des|les|nouveaux?)\s+(?:\w+\s+)?(?:tirets?|puces?)\b|\bpar\s+les?\s+tirets?\b")
_FIRST = re.compile(r"\b(?:en\s+tete|au\s+debut)\s+de\b")
_SENTENCE = re.compile(r"\b(?:une|la|deux|par\s+la)\s+phrases?\b")
_REPLACED = re.compile(
    r"\b(?:remplace|redige|libelle|formule|substitue|reecrit|recrit|reforme|modifie|amende|revise|lire|lit|lisent)\w*\b|"
    r"\bdesormais\s+l[ea]\s+suivante?\b|\bnouvelle\s+redaction\b|\bredaction\s+suivante\b"
)
_WHOLE = re.compile(
    r"\b(?:remplace|redige|libelle|formule|substitue|reecrit|recrit)\w*\b|\b(?:lire|lit|lisent)\b|\bredaction\b|"
    r"\bdesormais\s+l[ea]\s+suivante?\b"
)


def article_edits(told: Told, aims: Aims) -> Iterator[Edit]:
    """The one change that a statement makes to articles or alinéas."""
    # Two verbs may govern two groups of alinéas: nothing tells which is whose.
    if len(aims.groups) > 1 and any(target.within for target in aims.every):
        return
    for told_by in (_article_added, _removed, _added, _replaced):
        found = tuple(told_by(told, aims.groups[0][1]))
        if found:
            told.strike((0, len(told.words)))
            yield from found
            return


# --- articles added ----------------------------------------------------------------------------------------


def _article_added(told: Told, _: Targets) -> Iterator[Edit]:
    found = next((hit for shape in _ARTICLE_ADDED if (hit := shape.search(told.words))), None)
    new = told.brought(found.end()) if found else None
    if found is None or new is None:
        return
    number = found.groupdict().get("number")
    stated = article_label(number) if number else ""
    after = _AFTER.search(told.words)
    follows = article_label(after["after"]) if after else ""
    title = _TITLED.search(told.words)
    named = told.quoted(*title.span("title")) if title else None
    for one in brought_articles(new):
        yield ArticleAdded(
            number=one.number or stated,
            title=one.title or (named.words if named and named != new else ""),
            after=follows,
            new=one.words,
            source=told.source,
        )
        follows = one.number or stated


# --- removed -----------------------------------------------------------------------------------------------


def _removed(told: Told, targets: Targets) -> Iterator[Edit]:
    if not _REMOVED.search(told.words) or not targets[0].article:
        return
    for target in targets:
        if target.within:
            yield ParagraphRemoved(target=target, source=told.source)
    if any(target.within for target in targets):
        return
    named = tuple(articles_in(told.words))
    for number in named if len(named) > len(targets) else (target.article for target in targets):
        yield ArticleRemoved(target=Target(article=number), source=told.source)


# --- paragraphs and sentences added ------------------------------------------------------------------------


def _added(told: Told, targets: Targets) -> Iterator[Edit]:
    verb = _ADDED.search(told.words)
    new = told.brought(verb.end()) if verb else None
    if verb is None or new is None:
        return
    yield from (_beside(told, target, new) for target in targets if target.article)


def _beside(told: Told, target: Target, new: Excerpt) -> Edit:
    beside = _BESIDE.search(told.words)
    if beside:
        before = beside["side"] == "avant"
        return ParagraphAdded(target=replace(target, sentence=None), new=new, before=before, source=told.source)
    if _FIRST.search(told.words) and target.paragraph is None:
        return ParagraphAdded(target=replace(target, paragraph=1), new=new, before=True, source=told.source)
    if _ITEM.search(told.words) and target.item is None:
        return ParagraphAdded(target=replace(target, item=-1), new=new, source=told.source)
    if _SENTENCE.search(told.words) or target.within:
        return WordsAdded(target=target, beside="", new=new, source=told.source)
    return ParagraphAdded(target=target, new=new, source=told.source)


# --- replaced ----------------------------------------------------------------------------------------------


def _replaced(told: Told, targets: Targets) -> Iterator[Edit]:
    verb = _REPLACED.search(told.words)
    new = told.brought(verb.end()) if verb else None
    target = targets[0]
    if verb is None or new is None or not target.article or _only_words(told.words[: verb.start()]):
        return
    if any(each.within for each in targets):
        # New words for several places apart: nothing tells which are whose.
        yield from (_part_replaced(told, target, new),) if len(targets) == 1 else ()
        return
    whole = _WHOLE.search(told.words) is not None
    for aim, one in _aimed(told, target, new):
        yield ArticleReplaced(target=aim, title=one.title, new=one.words, whole=whole, source=told.source)


# «à l'article 5, le nombre « dix » est remplacé par…»: a quotation gives way, not the place that holds it.
_PLACED = re.compile(r"\W*(?:aux?|a\s+la|a\s+l'|dans)\b")


def _only_words(before: str) -> bool:
    return MASK in before and _PLACED.match(before) is not None


def _part_replaced(told: Told, target: Target, new: Excerpt) -> Edit:
    if target.heading:
        return TitleReplaced(target=target, new=new, source=told.source)
    return ParagraphReplaced(target=target, new=new, source=told.source)


def _aimed(told: Told, target: Target, new: Excerpt) -> Iterator[tuple[Target, Brought]]:
    """Each article that is replaced, with the words that replace it."""
    named, brought = tuple(articles_in(told.words)), tuple(brought_articles(new))
    if len(named) < 2 and len(brought) == 1:
        yield target, brought[0]
        return
    if len(brought) == 1:
        return
    for one in brought:
        yield replace(target, article=one.number), one
