"""How an avenant says that articles, alinéas and sentences are added, replaced or struck."""

import re
from collections.abc import Iterator
from dataclasses import replace

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
    WordsAdded,
)
from convenir.reader.amending.headings import Brought, brought_articles
from convenir.reader.amending.quotes import Q
from convenir.reader.amending.statements import Told
from convenir.reader.amending.targets import ALINEA, article_label, articles_in

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
_BESIDE = re.compile(rf"\b(?P<side>apres|avant)\s+(?:le\s+|l'|la\s+)?(?:{ALINEA})")
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
# What no edit here can place: several alinéas at once, the title of an article.
_BEYOND = re.compile(
    r"\b(?:premier|deuxieme|second|troisieme|quatrieme|cinquieme|dernier)s?\s+(?:alineas|paragraphes|phrases|tirets?)\b|"
    r"\b(?:intitule|titre)\s+(?:de|du)\b"
)


def article_edits(told: Told, target: Target) -> Iterator[Edit]:
    """The one change that a statement makes to articles or alinéas."""
    if _BEYOND.search(told.words):
        return
    for told_by in (_article_added, _removed, _added, _replaced):
        found = tuple(told_by(told, target))
        if found:
            told.strike((0, len(told.words)))
            yield from found
            return


# --- articles added ----------------------------------------------------------------------------------------


def _article_added(told: Told, _: Target) -> Iterator[Edit]:
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


def _removed(told: Told, target: Target) -> Iterator[Edit]:
    if not _REMOVED.search(told.words) or not target.article:
        return
    if target.paragraph is not None or target.sentence is not None:
        yield ParagraphRemoved(target=target, source=told.source)
        return
    for number in articles_in(told.words):
        yield ArticleRemoved(target=Target(article=number), source=told.source)


# --- paragraphs and sentences added ------------------------------------------------------------------------


def _added(told: Told, target: Target) -> Iterator[Edit]:
    verb = _ADDED.search(told.words)
    new = told.brought(verb.end()) if verb else None
    if verb is None or new is None or not target.article:
        return
    beside = _BESIDE.search(told.words)
    if beside:
        before = beside["side"] == "avant"
        yield ParagraphAdded(target=replace(target, sentence=None), new=new, before=before, source=told.source)
        return
    if _FIRST.search(told.words) and target.paragraph is None:
        yield ParagraphAdded(target=replace(target, paragraph=1), new=new, before=True, source=told.source)
        return
    if _SENTENCE.search(told.words) or target.paragraph is not None:
        yield WordsAdded(target=target, beside="", new=new, source=told.source)
        return
    yield ParagraphAdded(target=target, new=new, source=told.source)


# --- replaced ----------------------------------------------------------------------------------------------


def _replaced(told: Told, target: Target) -> Iterator[Edit]:
    verb = _REPLACED.search(told.words)
    new = told.brought(verb.end()) if verb else None
    if new is None or not target.article:
        return
    if target.paragraph is not None or target.sentence is not None:
        yield ParagraphReplaced(target=target, new=new, source=told.source)
        return
    whole = _WHOLE.search(told.words) is not None
    for aim, one in _aimed(told, target, new):
        yield ArticleReplaced(target=aim, title=one.title, new=one.words, whole=whole, source=told.source)


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
