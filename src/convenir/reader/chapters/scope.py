"""What the convention is about, and what stands above or beside it."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from convenir.core.delays import Day, Delay
from convenir.core.source import Source
from convenir.core.terms import Document, Term
from convenir.core.terms.scope import (
    Autonomy,
    Citation,
    HigherNorm,
    Nature,
    NormEffect,
    Purpose,
    RelatedInstrument,
    Relation,
    SharedObjectives,
)
from convenir.reader.context import Context
from convenir.reader.french import days, delays, flat, pattern, tidy
from convenir.reader.lists import FoundList, list_after
from convenir.reader.outline import Block, BlockKind, Outline, Paragraph, Passage
from convenir.reader.passages import Said
from convenir.reader.shapes import Shape


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The clauses of this chapter."""
    yield from citations(outline)
    yield from _instruments(outline, context)
    yield from _labels(outline)
    yield from _purpose(outline)
    yield from _objectives(outline, context)
    sentences = context.said
    yield from _autonomy(sentences)
    yield from _higher_norm(sentences)


# --- visas -------------------------------------------------------------------------------------------------

_SEEN = Shape(r"vus?\b\s*:?\s*")


def citations(outline: Outline) -> Iterator[Citation]:
    """One citation for each «Vu», or for each item of a list under a single «Vu»."""
    for block in outline.of(BlockKind.CITATIONS):
        listing = False
        for paragraph in block.paragraphs:
            found = _SEEN.match(flat(paragraph.words))
            alone = found is not None and found.end() == len(paragraph.words)
            if not alone and (found or (listing and paragraph.marker)):
                cited = tidy(paragraph.words[found.end() if found else 0 :]).rstrip(" ;,.:")
                yield Citation(cited=cited, source=outline.source(block, paragraph))
            listing = alone or (listing and bool(paragraph.marker))


# --- other instruments -------------------------------------------------------------------------------------

_SCHEME = pattern(r"\b(?:schema|convention d'objectifs et de gestion|pacte|plan departemental)\b[^;,.]*")
_PERIOD = Shape(r"\b(?:19|20)(\d\d)\s*(?:-|/|a)\s*((?:19|20)\d\d)\b")
_DATA = pattern(r"\bconvention d'echanges? de donnees\b[^.;]*")
_COMPLETES = pattern(r"\b(?:complete|completent) (?P<title>(?:les?|la) (?:conventions?|contrats?|accords?)[^.,;]*)")
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


def _instruments(outline: Outline, context: Context) -> Iterator[RelatedInstrument]:
    for passage in outline.passages(BlockKind.CITATIONS):
        found = _SCHEME.search(passage.flat)
        if found:
            yield _instrument(outline, passage, found.span(), Relation.FRAMEWORK)
    for each, following in zip_longest(context.said, context.said[1:]):
        data, completed = _DATA.search(each.plain), _COMPLETES.search(each.plain)
        if data and _stated(each.raw):
            yield RelatedInstrument(
                title=tidy(each.line[data.start() : data.end()]).split(" a été ")[0],
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
    yield from tuple(_prior(outline, context)) or _contract(outline)


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
_SCHEME_ITEM = pattern(r"^(?:le |la )?(?:schema|pacte|projet de territoire)\b[^,;.]*")
_EXTENDED = pattern(r"\bprorogee? jusqu'(?:a|en|au) (?:la )?(?:fin )?(?:de )?(?:l'annee )?(?P<year>20\d\d)\b")


def _schemes(outline: Outline) -> Iterator[RelatedInstrument]:
    """The schemes of an authority that an article lists with their period."""
    for passage in outline.passages(BlockKind.ARTICLE):
        found = _SCHEME_ITEM.match(passage.flat) if passage.paragraph.marker else None
        period = _PERIOD.search(passage.flat)
        if found and period:
            longer = _EXTENDED.search(passage.flat)
            yield RelatedInstrument(
                title=tidy(passage.sentence.words[: found.end()]),
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


# --- labels and purpose ------------------------------------------------------------------------------------

_POLITICAL = pattern(r"\bcadre politique\b|\bde nature politique\b|\bportee politique\b|\bengagement politique et non")
_EXPERIMENTAL = pattern(r"\ba titre experimental\b|\bcomme une experimentation\b|\bcaractere experimental\b")
_PURPOSE = pattern(
    r"\b(?:a|ont|avoir) pour (?:objet|objectif|but|finalite)\b|\bvise(?:nt)? (?:a|donc a)\b|\bfixe les orientations\b|"
    r"\bdefinit\b|\btraduit\b|\brassemble\b|\bdetermine\b|\bbatissent\b"
)


def _labels(outline: Outline) -> Iterator[Nature]:
    political = experimental = False
    for passage in outline.passages(BlockKind.PREAMBLE, BlockKind.ARTICLE):
        if not political and _POLITICAL.search(passage.flat):
            political = True
            yield Nature(political_framework=True, source=outline.quote(passage))
        if not experimental and _EXPERIMENTAL.search(passage.flat):
            experimental = True
            yield Nature(experimental=True, source=outline.quote(passage))


def _purpose(outline: Outline) -> Iterator[Purpose]:
    for block in outline.articles():
        if not re.search(r"\bobjet\b", flat(block.title)) or not block.paragraphs:
            continue
        said_there = (p for p in block.paragraphs if _PURPOSE.search(flat(p.words)))
        yield Purpose(source=outline.source(block, next(said_there, block.paragraphs[0])))
        return


# --- shared objectives -------------------------------------------------------------------------------------

_LISTED = pattern(r"\b(?:thematiques?|axes|champs|domaines|objectifs|themes|missions|priorites|volets)\b")
_JOINT = pattern(
    r"\bconjoints?\b|\bcommuns?\b|(?<!de\s)\bcommunes\b|\ben commun\b|\bpartagee?s?\b|\bretenue?s?\b|\bs'accordent\b|"
    r"\bse donnent\b|\bprioritaires?\b|\bconvenus\b|\bconviennent\b|\bretiennent\b|\bpartagent\b|\barretent\b|"
    r"\bde cooperation\b|\bs'articule\w* autour\b"
)
_OWN = pattern(r"\b(?:champs?|orientations?|priorites|domaines?|interventions?|missions|competences)\b")
_DECIDES = pattern(r"\bdecide(?:nt)?\b")
_OPENS_LIST = pattern(r"\b(?:axes|champs|concernent|suivants?)\b")
_RANKS = (
    pattern(r"\b(?:thematiques?|themes)\b"),
    pattern(r"\b(?:axes|champs|domaines|volets)\b"),
    pattern(r"\b(?:objectifs|missions|priorites)\b"),
)


def _objectives(outline: Outline, context: Context) -> Iterator[SharedObjectives]:
    """The shared themes: of the lists that a text announces as such, the one whose words say it best."""
    ranked: list[tuple[int, Source, FoundList]] = []
    for block in outline.of(BlockKind.ARTICLE, BlockKind.BODY):
        holder = _holder(block, context)
        for paragraph in block.paragraphs:
            score = 0 if holder else _score(paragraph, context)
            found = list_after(block, paragraph) if score else None
            if found and len(found.items) > 1:
                ranked.append((score, outline.ground(block, paragraph.start, found.end, paragraph.number), found))
        if holder:
            yield from _own_objectives(outline, block, holder)
    if ranked:
        _, source, best = max(ranked, key=lambda entry: entry[0])
        yield SharedObjectives(themes=best.items, source=source)


def _score(paragraph: Paragraph, context: Context) -> int:
    """How surely the paragraph announces the shared themes; 0 where it does not."""
    plain = flat(paragraph.words)
    last = re.split(r"(?<=[.;])\s", plain.rpartition(":")[0] or plain)[-1]
    if ":" not in plain[-120:] or not _LISTED.search(last):
        return 0
    decided = context.document is Document.DELIBERATION and _DECIDES.search(plain) is not None
    joint = _JOINT.search(last) is not None
    if not (joint or decided or _RANKS[0].search(last)):
        return 0
    rank = next((3 - index for index, shape in enumerate(_RANKS) if shape.search(last)), 0)
    return 10 * decided + 2 * rank + joint


def _holder(block: Block, context: Context) -> str:
    """The one party whose own fields the title of the article announces."""
    title = flat(block.title)
    if not _OWN.search(title) or _JOINT.search(title):
        return ""
    keys = context.keys(title)
    return keys[0] if len(keys) == 1 else ""


def _own_objectives(outline: Outline, block: Block, holder: str) -> Iterator[SharedObjectives]:
    for paragraph in block.paragraphs:
        plain = flat(paragraph.words).rstrip()
        if not plain.endswith(":") or not _OPENS_LIST.search(plain):
            continue
        found = list_after(block, paragraph)
        if found and max(map(len, found.items)) <= 120:
            source = outline.ground(block, paragraph.start, found.end, paragraph.number)
            yield SharedObjectives(themes=found.items, holder=holder, source=source)
            return


# --- autonomy and higher norm ------------------------------------------------------------------------------

_FREE = pattern(
    r"\blibres? de (?:contracter|conclure|s'engager)\b|\bporter atteinte aux? (?:\w+ )?(?:l'organisation|"
    r"dispositifs|competences)\b|"
    r"\bne (?:prive|reduit|remet en cause|limite)\b.*\bcompetences\b|\bn'ote a aucune\b|\bla (?:faculte|"
    r"liberte) de (?:contracter|traiter)\b|"
    r"\blibre de ses choix\b|\bfaculte d'agir seul\b|\bconserve(?:nt)? (?:la faculte|toute liberte|son autonomie)|"
    r"\bne reduit les competences\b"
)
_LIMBS = {
    "no_impairment": pattern(
        r"\bporter atteinte\b|\brespect des (?:dispositifs|competences)\b|\bcompetences propres\b"
    ),
    "free_to_contract": pattern(
        r"\blibres? de (?:contracter|conclure|s'engager)\b|\bliberte de (?:contracter|traiter)\b"
    ),
    "no_exclusivity": pattern(r"\bempecher\b.*\bpasser convention\b|\bexclusivite\b"),
    "prior_commitments_prevail": pattern(r"\bengagements\b.*\bremis en cause\b"),
}
_COG = pattern(r"\bconvention d'objectifs et de gestion\b|\bcog\b")
_UNOPPOSABLE = pattern(
    r"\bse prevaloir\b|\bs'en prevaloir\b|\binvoquee?s?\b|\bopposables?\b|\bprev(?:aut|audra|audront|alent)\b|"
    r"\bpriment?\b|\bl'emporte"
)
_WITHIN = pattern(
    r"\bdans le cadre (?:des orientations |trace par )?(?:de )?(?:la|l')|\bfixe les orientations\b|"
    r"\bdans le respect\b|\bconformement aux orientations\b"
)


def _autonomy(sentences: tuple[Said, ...]) -> Iterator[Autonomy]:
    """The clause, with each of its four limbs that the sentences of its article state."""
    found = next((each for each in sentences if _FREE.search(each.plain)), None)
    if found:
        article = found.source.article
        words = " ".join(each.plain for each in sentences if each.source.article == article)
        limbs = {name: bool(shape.search(words)) for name, shape in _LIMBS.items()}
        yield Autonomy(**limbs, source=found.source)


def _higher_norm(sentences: tuple[Said, ...]) -> Iterator[HigherNorm]:
    """The Cog above the convention, where a clause says what follows from a conflict or binds the reading to it."""
    claim = [each for each in sentences if each.block.kind is BlockKind.ARTICLE and _COG.search(each.plain)]
    for effect, shape in ((NormEffect.UNOPPOSABLE, _UNOPPOSABLE), (NormEffect.READ_WITHIN, _WITHIN)):
        for each in claim:
            bound = re.search(
                r"presente convention|\bla convention (?!d'objectifs)|stipulation|disposition", each.plain
            )
            if bound and shape.search(each.plain):
                yield HigherNorm(norm="Cog", effect=effect, source=each.source)
                return
