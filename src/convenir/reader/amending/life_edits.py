"""How an avenant says that the convention lives longer, or that somebody joins it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from convenir.core.delays import Day
from convenir.reader.amending.edits import Edit, Excerpt, PartyJoined, Prolonged
from convenir.reader.amending.joining import presented
from convenir.reader.amending.statements import Told
from convenir.reader.french.marking import D, Marked, T, marked
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import tidy
from convenir.reader.outline import BlockKind
from convenir.reader.passages import about_another

_SUBJECT = Shape(
    r"\b(?:convention|ctg|duree|terme|echeance|contrat|partenariat|charte|protocole)\b"
    r"(?! (?:d'objectifs|de financement))"
)
# What the avenant says of its own life, or supposes, changes nothing.
_NOT_SO = re.compile(
    r"^(?:si|lorsque|dans l'hypothese|en cas|sous reserve)\b|\bl'avenant (?:prend|cesse|suit|expire)"
    r"|\btacite|\bne (?:peut|pourra)\b|\bpeut etre\b|\bpourra\b|\bil est rappele\b|\bdemeure"
)
_OLD = re.compile(
    rf"(?:\b(?:qui )?(?:devait|devrait|doit|arriv\w+|prenant fin|expirant|s'achevant|initialement|actuellement|fixee? "
    rf"jusqu'alors|prevue?)\b[^<.;]{{0,60}}|\bau lieu d[ue] (?:l'echeance du )?|\bdu <d\d+> et ){D}"
)
_LENGTHENED = r"\b(?:prolong|prorog|recondui|allong|repouss)\w*"
_UNTIL = Shape(
    rf"{_LENGTHENED}[^<.;]{{0,80}}?(?:<t\d+>[^<.;]{{0,40}}?)?\b(?:jusqu'au|jusqu'a la date du|au) {D}"
    rf"|\b(?:terme|echeance|date de fin|fin)\b[^<.;]{{0,80}}?\b(?:reporte|fixe|porte|repousse|prolonge|proroge)\w*"
    rf"[^<.;]{{0,20}}?(?:\bdu <d\d+> )?\b(?:au|jusqu'au|le) {D}"
)
_ENDS = Shape(
    r"\b(?:prend(?:ra)? (?:desormais )?fin|expire(?:ra)?|s'acheve(?:ra)?|se termine(?:ra)?"
    r"|arrive(?:ra)? a (?:echeance|terme))"
    rf" (?:desormais )?(?:au|le) {D}"
)
_BY = Shape(rf"{_LENGTHENED}[^<.;]{{0,80}}?\b(?:de|d'|pour|pour une (?:duree|periode) de|d'une duree de) ?{T}")
_LASTING = Shape(
    r"\bduree\b(?! (?:du|de la|des|d'un) (?!(?:presente )?(?:convention|ctg|charte|contrat|partenariat|protocole)\b))"
    rf"[^<.;]{{0,100}}?\b(?:portee?|fixee?|etendue|ramenee)\b[^<.;]{{0,20}}?\b(?:a|de <t\d+> a) ?{T}"
)


def life_edits(told: Told) -> Iterator[Edit]:
    """What a statement says of the end of the convention, and of who joins it."""
    longer = _prolonged(told)
    if longer:
        told.strike((0, len(told.words)))
        yield longer
    joined = _joined(told)
    if joined:
        told.strike((0, len(told.words)))
        yield joined


def _prolonged(told: Told) -> Prolonged | None:
    words = marked(told.words)
    if not _SUBJECT.search(words.words) or _NOT_SO.search(words.words):
        return None
    old = _OLD.search(words.words)
    instead = _on(words, int(old[1])) if old else None
    told_here = told.provision.block.kind is not BlockKind.PREAMBLE and not about_another(words.words)
    now = replace(words, words=_OLD.sub(" ", words.words))
    found = Prolonged(
        until=_day(now, _UNTIL) or (_day(now, _ENDS) if told_here else None),
        by=now.delay(_BY),
        lasting=now.delay(_LASTING),
        instead_of=instead,
        source=told.source,
    )
    return found if found.until or found.by or found.lasting else None


def _day(words: Marked, shape: Shape) -> date | None:
    found = shape.search(words.words)
    return _on(words, int(next(group for group in found.groups() if group))) if found else None


def _on(words: Marked, rank: int) -> date | None:
    day: Day | None = words.days[rank]
    return day if isinstance(day, date) else None


_JOINS = re.compile(
    r"\b(?:devien\w+|(?:est|sont|sera|seront)\s+(?:desormais\s+)?)\s*(?:une?\s+|les?\s+|des\s+)?(?:nouveau\w*\s+|nouvelle\s+)?"
    r"(?:parties?\s+(?:a|prenante)|signataires?\s+de|(?:ajoute|integre|admis|associe)\w*\s+(?:comme|en\s+qualite\s+de|"
    r"au\s+nombre\s+des|aux)\s+(?:nouvelle\s+|nouveau\s+)?(?:partie|signataire|partenaire|cocontractant)s?)"
    r"|\b(?:adhere\w*|rejoi\w+)\s+(?:a\s+)?(?:la|cette)\s+(?:presente\s+)?(?:convention|ctg)\b"
)
_WHEN = re.compile(r"(?:a\s+compter|a\s+partir|des|depuis)\b[^,]{0,80},\s*")
_LONGEST = 200


def _joined(told: Told) -> PartyJoined | None:
    found = _JOINS.search(told.words)
    if found is None or re.search(r"\bne\s|\bn'", told.words[: found.end()]):
        return None
    when = _WHEN.match(told.words)
    start = when.end() if when else 0
    name = tidy(told.at(start, found.start()).words).rstrip(" ,")
    if not 0 < len(name) <= _LONGEST:
        return None
    return PartyJoined(name=name, new=_presented(told, name), source=told.source)


def _presented(told: Told, name: str) -> Excerpt | None:
    """The words of the comparution that present whom the words name."""
    for block in told.avenant.outline.of(BlockKind.PARTIES):
        for paragraph in block.paragraphs:
            found = presented(paragraph.words, name)
            if found:
                start, end = found
                return Excerpt(
                    words=paragraph.words[start:end], start=paragraph.start + start, end=paragraph.start + end
                )
    return None
