"""How texts name the acts that stand beside or before a convention: schemes, earlier contracts, data contracts."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from convenir.core.delays import Day, Delay
from convenir.core.terms import Document
from convenir.core.terms.scope import RelatedInstrument, Relation
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import days, delays, flat, pattern, tidy
from convenir.reader.outline import BlockKind, Outline, Passage

_SCHEME = pattern(r"\b(?:schema|convention d'objectifs et de gestion|cog|pacte|plan departemental)\b[^;,.]*")
_PERIOD = Shape(r"\b(?:19|20)(\d\d)\s*(?:-|/|a)\s*((?:19|20)\d\d)\b")
_DATA = pattern(
    r"(?<!presente\s)\b(?:convention|protocole|contrat|accord) (?:d'echanges?|de (?:transmission|partage|communication"
    r"|mise a disposition)) de donnees\b[^.;]*"
)
_COMPLETES = pattern(
    r"\b(?:complete(?:nt)?|vien\w+ completer|vien\w+ en complement d(?:es|e la|u)) "
    r"(?P<title>(?:(?:les?|la) )?(?:conventions?|contrats?|accords?)\b[^.,;]*)"
)
# «Elle ne se substitue pas aux conventions existantes et les complète.»
_ADDED_TO = pattern(
    r"\bne (?:se substitue|remplace)\w* pas (?:(?:aux?|les?|la|a la) )?"
    r"(?P<title>(?:conventions?|contrats?|accords?)\b[^.,;]*?),? (?:et|mais) l(?:es|a|e) complete\w*"
)
# What this convention puts an end to: «Elle remplace la convention de partenariat signée le…»
_REPLACED = pattern(
    r"\b(?:remplace(?:ra)?|se substitue(?:ra)? (?:a|au)|prend(?:ra)? la suite d[eu]) ?(?:la |l')?"
    r"(?P<title>(?:convention|contrat)\b[^,;.]{0,80}?) (?=(?:signee?|conclue?|passee?|en date|arrivee?)\b)"
)
_BEFORE = pattern(
    r"\b(?:(?:une?|leur|(?:premiere?|precedente?|ancienne?|derniere?)) (?P<title>(?:conventions?|contrats?)"
    r"(?: cadres?)?(?: (?:de|d'|et|enfance|jeunesse|partenariat|objectifs|cej)){0,5})"
    r"|(?:les?|du|au) (?P<contract>contrats? enfance(?: et)? jeunesse))"
)
_BEFORE_SAID = pattern(
    r"\b(?:signee?s?|signe|conclue?s?|passee?s?|au titre d'une|liee?s? par un|s'est acheve|"
    r"arrivee? a (?:echeance|(?:son )?terme)|pris fin|echu|termine)\b"
)
_AMENDED = pattern(r"\bla (?P<title>convention\b[^;,.]{0,80}?) (?:signee|conclue|passee|en date)\b")


def instruments(outline: Outline, context: Context) -> Iterator[RelatedInstrument]:
    for passage in outline.passages(BlockKind.CITATIONS):
        found = _SCHEME.search(passage.flat)
        if found:
            yield _instrument(outline, passage, found.span(), Relation.FRAMEWORK)
    for each, following in zip_longest(context.said, context.said[1:]):
        data = _DATA.search(each.plain)
        completed = _COMPLETES.search(each.plain) or _ADDED_TO.search(each.plain)
        if data and _stated(each.raw):
            yield RelatedInstrument(
                title=_UNSIGNED.split(tidy(each.line[data.start() : data.end()]))[0],
                relation=Relation.DATA,
                signed_on=_stated(each.raw),
                to_update=following is not None and bool(_UPDATED.search(following.plain)),
                source=each.source,
            )
        if completed:
            title = each.line[completed.start("title") : completed.end("title")]
            yield RelatedInstrument(title=title, relation=Relation.COMPLETED, source=each.source)
    yield from _schemes(outline)
    if context.document is Document.AMENDMENT:
        yield from _amended(outline)
        return
    yield from tuple(_prior(outline, context)) or tuple(_replaced(outline)) or _contract(outline)


# What the title of a data contract does not hold: how and when it was signed.
_UNSIGNED = re.compile(r" a été |, (?=conclu|sign|pass)| du (?=\d)")


def _instrument(outline: Outline, passage: Passage, span: tuple[int, int], relation: Relation) -> RelatedInstrument:
    words = passage.sentence.words
    period = _PERIOD.search(flat(words))
    return RelatedInstrument(
        title=tidy(words[slice(*span)]),
        relation=relation,
        signed_on=_stated(words),
        ends_on=date(int(period[2]), 12, 31) if period else None,
        source=outline.quote(passage),
    )


def _stated(words: str) -> Day | None:
    return next((found.day for found in days(words) if found.day), None)


# «Sa mise à jour sera faite pendant la durée de la présente convention», said just after the instrument.
_UPDATED = pattern(r"\b(?:sa|leur) mise a jour\b[^.]*\b(?:pendant|durant|au cours de)\b")
_CONTRACT = pattern(r"\bcontrats?(?:\(s\))? enfance(?: et)? jeunesse\b")
_SCHEME_ITEM = pattern(r"^(?P<title>(?:le |la )?(?:schema|pacte|projet de territoire)\b[^,;.]*)")
_SCHEME_TOLD = pattern(
    r"\b(?:s'inscri\w+|decline\w*|contribue\w*|met(?:tent)? en (?:oeuvre|œuvre))\b[^.;]{0,60}?"
    r"\b(?P<title>(?:schema|pacte) (?:departemental|territorial|local|regional|enfance)\b[^,;.]*)"
)
_EXTENDED = pattern(r"\bprorogee? jusqu'(?:a|en|au) (?:la )?(?:fin )?(?:de )?(?:l'annee )?(?P<year>20\d\d)\b")


def _schemes(outline: Outline) -> Iterator[RelatedInstrument]:
    """The schemes that an article lists, or into which it says that the convention fits, with their period."""
    for passage in outline.passages(BlockKind.ARTICLE):
        found = _SCHEME_ITEM.match(passage.flat) if passage.paragraph.marker else _SCHEME_TOLD.search(passage.flat)
        period = _PERIOD.search(passage.flat, found.start("title")) if found else None
        if found and period:
            longer = _EXTENDED.search(passage.flat)
            yield RelatedInstrument(
                title=tidy(passage.sentence.words[slice(*found.span("title"))]),
                relation=Relation.FRAMEWORK,
                ends_on=date(int(longer["year"] if longer else period[2]), 12, 31),
                source=outline.quote(passage),
            )


def _contract(outline: Outline) -> Iterator[RelatedInstrument]:
    """The contrat enfance et jeunesse that the convention follows, where no date is told."""
    for passage in outline.passages(BlockKind.PREAMBLE, BlockKind.ARTICLE):
        found = _CONTRACT.search(passage.flat)
        if found:
            yield RelatedInstrument(
                title=tidy(passage.sentence.words[slice(*found.span())]),
                relation=Relation.PRIOR,
                source=outline.quote(passage),
            )
            return


def _prior(outline: Outline, context: Context) -> Iterator[RelatedInstrument]:
    """The convention or contract that came before, told in a preamble or a report, once."""
    for passage in outline.passages(BlockKind.PREAMBLE, BlockKind.BODY):
        claim = _BEFORE_SAID.search(passage.flat)
        title = _BEFORE.search(passage.flat)
        when = _stated(passage.sentence.words)
        if not (claim and title and when) or "presente convention" in passage.flat:
            continue
        ended = re.search(r"s'est acheve|echeance|jusqu'au|terme|pris fin|echu", passage.flat) is not None
        yield RelatedInstrument(
            title=tidy(passage.sentence.words[slice(*title.span("title" if title["title"] else "contract"))]),
            relation=Relation.PRIOR,
            signed_on=None if ended else when,
            ends_on=when if ended else None,
            span=_span_near(outline, passage) if context.document is Document.DELIBERATION else None,
            source=outline.quote(passage),
        )
        return


def _replaced(outline: Outline) -> Iterator[RelatedInstrument]:
    """The act whose place this convention takes, in an article."""
    for passage in outline.passages(BlockKind.ARTICLE):
        found = _REPLACED.search(passage.flat)
        when = _stated(passage.sentence.words[found.end() :]) if found else None
        if found and when:
            ended = passage.flat.startswith("arrive", found.end())
            yield RelatedInstrument(
                title=tidy(passage.sentence.words[slice(*found.span("title"))]),
                relation=Relation.PRIOR,
                signed_on=None if ended else when,
                ends_on=when if ended else None,
                source=outline.quote(passage),
            )
            return


def _amended(outline: Outline) -> Iterator[RelatedInstrument]:
    """The convention that an avenant changes, with the day on which it was signed."""
    for passage in outline.passages(BlockKind.TITLE, BlockKind.CITATIONS, BlockKind.PREAMBLE, BlockKind.ARTICLE):
        found = _AMENDED.search(passage.flat)
        when = _stated(passage.sentence.words[found.end() :]) if found else None
        if found and when and "objectifs et de gestion" not in found["title"]:
            title = tidy(passage.sentence.words[slice(*found.span("title"))])
            yield RelatedInstrument(title=title, relation=Relation.PRIOR, signed_on=when, source=outline.quote(passage))
            return


_CONCLUDED = pattern(r"\b(?:conclue|passee|signee) pour\b")


def _span_near(outline: Outline, passage: Passage) -> Delay | None:
    """The length of that convention, in the same paragraph: «conclue pour une durée de quatre ans»."""
    plain = flat(passage.paragraph.words)
    claim = _CONCLUDED.search(plain)
    if claim is None:
        return None
    return next((found.delay for found in delays(plain[claim.end() : claim.end() + 40])), None)
