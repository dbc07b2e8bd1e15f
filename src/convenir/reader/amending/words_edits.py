"""How an avenant says that words are replaced, inserted or struck inside an article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.reader.amending.aims import Aims
from convenir.reader.amending.edits import Edit, Excerpt, Target, WordsAdded, WordsRemoved, WordsReplaced
from convenir.reader.amending.quotes import Q
from convenir.reader.amending.statements import Told
from convenir.reader.french.numbers import NUMBER
from convenir.reader.french.words import DATE, DELAY, flat

_NOUN = (
    r"(?:mots?|termes?|expressions?|mentions?|membres?\s+de\s+phrase|nombres?|chiffres?|dates?|montants?|sommes?|taux|"
    r"annees?|numeros?|noms?|lignes?|actions?|fiches?(?:\s+actions?)?|equipements?|structures?|pourcentages?|delais?|durees?|phrases?|passages?|intitules?|titres?)"
)
_ONE = (
    rf"(?:(?:les?|la|l'|du|de\s+la|de\s+l'|des|aux?|par|un|une|celle|celui)\s*)*{_NOUN}(?:\s+(?:suivante?s?|ci-apres))?"
)
_JOINT = r"\s*(?:du|de|de\s+la|:|,)?\s*"
_NAMED = rf"{_ONE}{_JOINT}"
_MANY = rf"(?P<{{}}>{Q}(?:\s*(?:,\s*(?:et|ou)?|et|ou)\s*(?:{_NAMED})?{Q})*)"
_MANY_BARE = rf"(?P<{{}}>{Q}(?:\s*(?:,\s*(?:et)?|et)\s*{Q})*)"
_GAP = r"[^.;:\ue000]{0,90}?"
_IS = r"(?:(?:est|sont|soit|soient|seront|sera)\s+(?:\w+ment\s+)?)"

_REPLACED = (
    # «les mots « A » sont remplacés par les mots « B »», and «… et les mots « C » par les mots « D »».
    re.compile(rf"(?:\bremplacer\s+)?{_NAMED}{_MANY.format('old')},?{_GAP}\bpar\b[^.;\ue000]{{0,60}}?{_MANY_BARE.format('new')}"),
    re.compile(rf"\baux?\s+{_NAMED}{_MANY.format('old')},?\s*{_IS}substitue\w*,?\s+{_NAMED}{_MANY_BARE.format('new')}"),
    re.compile(rf"\bsubstitu\w+\s+(?:aux?|a)\s+{_NAMED}{_MANY.format('old')},?\s*{_NAMED}{_MANY_BARE.format('new')}"),
    re.compile(rf"{_NAMED}{_MANY_BARE.format('new')},?\s*{_IS}substitue\w*\s+(?:aux?|a)\s+{_NAMED}{_MANY.format('old')}"),
    re.compile(rf"\bremplacer\s*:?\s*(?P<old>{Q})\s*par\s*:?\s*(?P<new>{Q})"),
    # «À l'article 5 : « A » est remplacé par « B »»; after the number of an article, a quotation is its title.
    re.compile(rf"(?:^|:)\s*(?P<old>{Q})\s*{_IS}remplace\w*\s+par\s*:?\s*(?P<new>{Q})"),
    re.compile(rf"\bau\s+lieu\s+(?:de\s+lire|de|des?)\s*:?\s*(?:{_NAMED})?{_MANY.format('old')},?\s*(?:il\s+(?:faut|convient\s+de)\s+)?lire\s*:?\s*(?:{_NAMED})?{_MANY_BARE.format('new')}"),
    re.compile(rf"{_NAMED}{_MANY.format('old')}\s+(?:devien\w+|se\s+lisent|se\s+lit)\s+(?:{_NAMED})?{_MANY_BARE.format('new')}"),
)  # fmt: skip
_ADDED = (
    re.compile(
        rf"\b(?:insere|ajoute|intercale)\w*\b[^.;\ue000]{{0,60}}?\b(?P<side>apres|avant)\s+{_NAMED}(?P<beside>{Q}),?\s*"
        rf"{_NAMED}(?P<new>{Q})"
    ),
    re.compile(
        rf"\b(?P<side>apres|avant)\s+{_NAMED}(?P<beside>{Q}),?\s*(?:{_IS}|il\s+est\s+)?(?:insere|ajoute|intercale)\w*\s+"
        rf"{_NAMED}(?P<new>{Q})"
    ),
    re.compile(
        rf"{_NAMED}(?P<new>{Q}),?\s*{_IS}(?:insere|ajoute|intercale)\w*,?\s+(?P<side>apres|avant)\s+{_NAMED}(?P<beside>{Q})"
    ),
)
# At the end of an article or an alinéa.
_ENDED = re.compile(
    rf"\b(?:complete|ajoute|insere)\w*\b[^.;:\ue000]{{0,60}}?\b(?:les?|la|l'|une?)\s*"
    rf"(?:mots?|termes?|mentions?|membres?\s+de\s+phrase|expressions?){_JOINT}(?:suivante?s?\s*:?\s*)?(?P<new>{Q})"
)
_REMOVED = re.compile(rf"{_NAMED}{_MANY.format('old')},?\s*{_IS}(?:supprime|retire|abroge|biffe|raye|enleve)\w*")

# Values that stand for themselves, without quotation marks.
_VALUE = rf"(?:{DATE}|{DELAY}|\d+(?:[.,]\d+)?\s?%|\d[\d\s.,]*\s?(?:euros|€))"
_VALUES = (
    re.compile(rf"(?P<old>{_VALUE})[^.;\ue000]{{0,60}}?{_IS}(?:remplace|porte|ramene|reporte|modifie)\w*\s+(?:par|a|au)\s+"
               rf"(?:(?:celle|celui|la\s+date|un\s+delai|le\s+delai)\s+)?(?:du\s+|de\s+|le\s+|la\s+)?(?P<new>{_VALUE})"),
    re.compile(rf"\b(?:porte|ramene|reporte|passe)\w*\s+(?:de|du)\s+(?P<old>{_VALUE})\s+(?:a|au)\s+(?P<new>{_VALUE})"),
)  # fmt: skip
# «porté de trois à six mois»
_VALUE_ALONE = re.compile(_VALUE)
# «« La convention court jusqu'au 31 décembre 2024 » au lieu du 31 décembre 2023»
_INSTEAD = re.compile(rf"(?P<new>{Q})\s*,?\s*(?:et\s+non\s+(?:plus\s+)?)?\bau\s+lieu\s+(?:du|de)\s+(?P<old>{_VALUE})")
_COUNTS = re.compile(
    rf"\b(?:porte|ramene|passe)\w*\s+de\s+(?P<old>{NUMBER})\s+a\s+(?P<new>{NUMBER})\s+(?P<unit>mois|ans|jours|semaines)\b"
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """What one pattern found: the old words and the new ones, by their places in the statement."""

    old: tuple[tuple[int, int], ...]
    new: tuple[tuple[int, int], ...]
    span: tuple[int, int]


_QUOTED = re.compile(Q)


def words_edits(told: Told, aims: Aims) -> Iterator[Edit]:
    """The words that a statement replaces, inserts or strikes; what it told so is struck from the statement."""
    yield from _replaced(told, aims)
    yield from _added(told, aims)
    for found in told.every(_REMOVED):
        told.strike(found.span())
        for old in _places(found, "old"):
            for target in aims.at(found.start()):
                yield WordsRemoved(target=target, old=told.quoted(*old).words, source=told.source)
    yield from _values(told, aims)


def _replaced(told: Told, aims: Aims) -> Iterator[Edit]:
    for shape in _REPLACED:
        for found in told.every(shape):
            old, new = _places(found, "old"), _places(found, "new")
            told.strike(found.span())
            for target in aims.at(found.start()):
                yield from _paired(told, target, _Hit(old, new, found.span()))


def _paired(told: Told, target: Target, hit: _Hit) -> Iterator[Edit]:
    """Each of the old words with its new ones: one for each, or the same for all."""
    if len(hit.new) not in (1, len(hit.old)):
        yield told.not_understood()
        return
    news = hit.new * len(hit.old) if len(hit.new) == 1 else hit.new
    for old, new in zip(hit.old, news, strict=True):
        yield WordsReplaced(target=target, old=told.quoted(*old).words, new=told.quoted(*new), source=told.source)


def _places(found: re.Match[str], group: str) -> tuple[tuple[int, int], ...]:
    start = found.start(group)
    return tuple((start + each.start(), start + each.end()) for each in _QUOTED.finditer(found[group]))


def _added(told: Told, aims: Aims) -> Iterator[Edit]:
    for shape in _ADDED:
        for found in told.every(shape):
            told.strike(found.span())
            for target in aims.at(found.start()):
                yield WordsAdded(
                    target=target,
                    beside=told.quoted(*found.span("beside")).words,
                    new=told.quoted(*found.span("new")),
                    before=found["side"] == "avant",
                    source=told.source,
                )
    for found in told.every(_ENDED):
        told.strike(found.span())
        for target in aims.at(found.start()):
            yield WordsAdded(target=target, beside="", new=told.quoted(*found.span("new")), source=told.source)


def _values(told: Told, aims: Aims) -> Iterator[Edit]:
    """A day, a delay or a figure replaced by another: only where one article is named."""
    targets = aims.every
    if len(targets) != 1 or not targets[0].article:
        return
    target = targets[0]
    for found in told.every(_INSTEAD):
        yield from _instead(told, target, found)
    for shape in _VALUES:
        for found in told.every(shape):
            told.strike(found.span())
            old = told.at(*found.span("old")).words
            yield WordsReplaced(target=target, old=old, new=told.at(*found.span("new")), source=told.source)
    for found in told.every(_COUNTS):
        told.strike(found.span())
        unit = found["unit"]
        new = told.at(found.start("new"), found.end("unit"))
        yield WordsReplaced(
            target=target, old=f"{told.at(*found.span('old')).words} {unit}", new=new, source=told.source
        )


def _instead(told: Told, target: Target, found: re.Match[str]) -> Iterator[Edit]:
    """The day or figure that a quoted sentence now gives, in the place of the one that it no longer gives."""
    told.strike(found.span())
    new = told.quoted(*found.span("new"))
    value = _VALUE_ALONE.search(flat(new.words))
    if value is None:
        yield told.not_understood()
        return
    given = Excerpt(
        words=new.words[value.start() : value.end()], start=new.start + value.start(), end=new.start + value.end()
    )
    yield WordsReplaced(target=target, old=told.at(*found.span("old")).words, new=given, source=told.source)
