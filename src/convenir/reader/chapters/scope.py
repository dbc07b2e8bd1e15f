"""What the convention is about, and what stands above or beside it."""

import re
from collections.abc import Iterator

from convenir.core.terms import Term
from convenir.core.terms.scope import (
    Autonomy,
    Citation,
    HigherNorm,
    Nature,
    NormEffect,
    Purpose,
)
from convenir.reader.context import Context
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, pattern, tidy
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.passages import Said
from convenir.reader.wordings.scope.instruments import instruments
from convenir.reader.wordings.scope.orientations import numbers_aimed_at, programmes, targets
from convenir.reader.wordings.scope.themes import shared_objectives


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The clauses of this chapter."""
    yield from citations(outline)
    yield from instruments(outline, context)
    yield from _labels(outline)
    yield from _purpose(outline)
    yield from shared_objectives(outline, context)
    if context.supplied:
        yield from targets(outline, context)
        yield from programmes(context)
    yield from numbers_aimed_at(context)
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


# --- labels and purpose ------------------------------------------------------------------------------------

_POLITICAL = pattern(r"\bcadre politique\b|\bde nature politique\b|\bportee politique\b|\bengagement politique et non")
_EXPERIMENTAL = pattern(r"\ba titre experimental\b|\bcomme une experimentation\b|\bcaractere experimental\b")
_PURPOSE = pattern(
    r"\b(?:a|ont|avoir) pour (?:objet|objectif|but|finalite|ambition)s?\b|\bvise(?:nt)? (?:a|donc a)\b|"
    r"\bfixe les orientations\b|\bdefinit\b|\btraduit\b|\brassemble\b|\bdetermine\b|\bbatissent\b"
)


_ABOUT_PURPOSE = Shape(r"\b(?:objet|but|buts|finalites?|raison d'etre)\b|\bobjectifs? de la (?:presente )?convention\b")


# «un cadre politique et non un outil de gestion modifiant les dispositifs existants»
_NO_NEW_SCHEME = pattern(
    r"\b(?:ne|ni|non|n'|sans)\b[^.;]{0,80}\b(?:modifi\w+|ajout\w+|rempla\w+|cre\w+|substitu\w+|se rajout\w+"
    r"|supprim\w+)\b[^.;]{0,60}"
    r"\b(?:dispositifs?|procedures?|outils?|services?)\b(?! (?:de communication))[^.;]{0,30}\b(?:existants?"
    r"|supplementaires?|nouveaux?|en vigueur|en place)\b|"
    r"\b(?:ne|n') ?(?:cree|institue)\w* (?:aucun|pas de|ni) (?:nouveau )?(?:dispositif|service)s?\b"
)


def _labels(outline: Outline) -> Iterator[Nature]:
    political = experimental = False
    for passage in outline.passages(BlockKind.PREAMBLE, BlockKind.ARTICLE):
        if not political and _POLITICAL.search(passage.flat):
            political = True
            yield Nature(
                political_framework=True,
                no_new_scheme=_NO_NEW_SCHEME.search(passage.flat) is not None,
                source=outline.quote(passage),
            )
        if not experimental and _EXPERIMENTAL.search(passage.flat):
            experimental = True
            yield Nature(experimental=True, source=outline.quote(passage))


def _purpose(outline: Outline) -> Iterator[Purpose]:
    for block in outline.articles():
        if not _ABOUT_PURPOSE.search(flat(block.title)) or not block.paragraphs:
            continue
        said_there = (p for p in block.paragraphs if _PURPOSE.search(flat(p.words)))
        yield Purpose(source=outline.source(block, next(said_there, block.paragraphs[0])))
        return


# --- autonomy and higher norm ------------------------------------------------------------------------------

_FREE = pattern(
    r"\blibres? de (?:contracter|conclure|s'engager)\b|\bporter atteinte aux? (?:\w+ )?(?:l'organisation|"
    r"dispositifs|competences)\b|"
    r"\bne (?:prive|reduit|remet en cause|limite)\b.*\bcompetences\b|\bn'ote a aucune\b|\bla (?:faculte|"
    r"liberte) de (?:contracter|traiter)\b|"
    r"\blibres? de (?:ses choix|nouer|passer|signer)\b|\bfaculte d'agir seul\b|"
    r"\bconserve(?:nt)? (?:la faculte|toute liberte|son autonomie)|"
    r"\bne reduit les competences\b|\bne (?:fait|fera) pas obstacle aux (?:conventions|contrats)\b"
)
_LIMBS = {
    "no_impairment": pattern(
        r"\bporter atteinte\b|\brespect des (?:dispositifs|competences)\b|\bcompetences propres\b"
    ),
    "free_to_contract": pattern(
        r"\blibres? de (?:contracter|conclure|s'engager|nouer|passer|signer)\b|\bliberte de (?:contracter|traiter)\b"
        r"|\b(?:faculte|liberte|droit) d'agir seul(?:e|s)? et de contracter\b"
    ),
    "no_exclusivity": pattern(
        r"\bempecher\b.*\bpasser convention\b|\bexclusivite\b|"
        r"\bne (?:fait|fera) pas obstacle aux (?:conventions|contrats)\b"
    ),
    "prior_commitments_prevail": pattern(
        r"\bengagements\b.*\bremis en cause\b|\bengagements (?:anterieurs|deja pris|en cours)\b"
        r"|\bengagements\b.{0,80}\bavant (?:la|sa) signature\b|\blaisse (?:intacts|entiers) les engagements\b"
    ),
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
