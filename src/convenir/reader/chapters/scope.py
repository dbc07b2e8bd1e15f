"""What the convention is about, and what stands above or beside it."""

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
    r"|superpos\w+|supprim\w+)\b[^.;]{0,60}"
    r"\b(?:dispositifs?|procedures?|outils?|services?)\b(?! (?:de communication))[^.;]{0,30}\b(?:existants?"
    r"|supplementaires?|nouveaux?|en vigueur|en place)\b|"
    r"\b(?:ne|n') ?(?:cree|institue)\w* (?:aucun|pas de|ni) (?:nouveau )?(?:dispositif|service)s?\b"
)
# The act itself, told by its label: what a party may not create is another clause.
_ACT = pattern(r"^\W*(?:(?:la|cette) (?:presente )?(?:convention|ctg|charte|demarche)|elle|le present \w+)\b")


def _labels(outline: Outline) -> Iterator[Nature]:
    political = experimental = added = False
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
        if not political and not added and _ACT.search(passage.flat) and _NO_NEW_SCHEME.search(passage.flat):
            added = True
            yield Nature(no_new_scheme=True, source=outline.quote(passage))


def _purpose(outline: Outline) -> Iterator[Purpose]:
    for block in outline.articles():
        if not _ABOUT_PURPOSE.search(flat(block.title)) or not block.paragraphs:
            continue
        said_there = (p for p in block.paragraphs if _PURPOSE.search(flat(p.words)))
        yield Purpose(source=outline.source(block, next(said_there, block.paragraphs[0])))
        return


# --- autonomy and higher norm ------------------------------------------------------------------------------

_POWERS = (
    r"(?:competences?|prerogatives?|attributions?|autonomie(?! des (?:personnes|familles|jeunes|enfants|usagers))"
    r"|organisation(?! d[eu]s? (?:reunion|comite|travaux)))"
)
_SIGNED = (
    r"(?:contracter|conclure|traiter (?:avec|directement)|s'engager|engager|nouer|passer|signer|agir|mener|developper)"
)
_ACTS = r"(?:conventions?|contrats?|partenariats?|accords?)"
_BEFORE = r"(?:anterieur\w*|prealables?|(?:deja|precedemment) (?:pri|conclu|signe|souscri)\w*|existant\w*)"
# What each limb of the clause says; any of them makes the clause.
_LIMBS = {
    "no_impairment": pattern(
        r"\bporter atteinte aux? (?:\w+ )?(?:l'organisation|dispositifs|competences)\b|"
        r"\b(?:ne|n'|sans|ni)\b[^.;]{0,60}\b(?:port\w+ (?:pas |aucune |en rien )?atteinte"
        r"|(?:re)?met\w* (?:pas |nullement |aucunement |en rien )?en cause|prive\w*|reduit|limite\w*|affecte\w*)\b"
        rf"[^.;]{{0,80}}\b{_POWERS}\b|"
        r"\b(?:conserve|garde|reste|demeure)\w*\b[^.;]{0,60}\b(?:maitrise|exercice|plenitude|responsabilite)"
        r" (?:entiere |exclusive )?(?:de|dans) (?:ses|leurs) (?:propres )?"
        r"(?:competences?|prerogatives?|attributions?|decisions?|moyens)\b|"
        r"\blibres? de (?:ses|leurs) choix\b|\bconserve(?:nt)? (?:son|leur) autonomie\b"
    ),
    "free_to_contract": pattern(
        rf"\blibres? (?:de |d')(?:\w+ ){{0,2}}?{_SIGNED}\b|"
        r"\b(?:faculte|liberte|droit) (?:de |d')(?:contracter|traiter|conclure|s'engager|agir seul(?:e|s)?)\b|"
        r"\bconserve(?:nt)? (?:la faculte|toute liberte)\b"
    ),
    "no_exclusivity": pattern(
        r"\bempecher\b.*\bpasser convention\b|\b(?:ne|n'|aucune|sans|pas)\b[^.;]{0,60}\bexclusivite\b|"
        r"\bn'(?:a|est|ont|sont) (?:pas|nullement|aucun)\b[^.;]{0,20}\bexclusi(?:f|ve)s?\b|\bnon exclusi(?:f|ve)s?\b|"
        rf"\bne (?:fait|fera|saurait faire) (?:pas )?obstacle (?:a |aux )(?:[\w']+ ){{0,5}}?{_ACTS}\b|"
        rf"\bn'(?:empeche|interdit)\w* (?:pas|aucun\w*)\b[^.;]{{0,60}}\b(?:passer|conclure|signer|nouer)\b[^.;]{{0,30}}"
        rf"\b{_ACTS}\b"
    ),
    "prior_commitments_prevail": pattern(
        r"\bengagements\b.*\bremis en cause\b|\blaisse (?:intacts|entiers) les engagements\b|"
        rf"\b(?:engagements|{_ACTS}) [^.;]{{0,20}}?{_BEFORE}\b[^.;]{{0,80}}\b(?:demeur|rest|continu|conserv|subsist"
        r"|prevalent|priment|ne sont (?:pas|nullement) (?:remis|affecte|modifie))|"
        r"\bne (?:modifie|remet|affecte|touche)\w* (?:pas|aucunement|nullement|en rien)\b[^.;]{0,30}\bengagements\b"
        r"[^.;]{0,60}\b(?:anterieur|deja|avant|precedemment)"
    ),
}
# What also says it in an article that holds the clause: too common to make it.
_SAID_WITH = {
    "no_impairment": pattern(r"\brespect des (?:dispositifs|competences)\b|\bcompetences propres\b"),
    "no_exclusivity": pattern(r"\bexclusivite\b"),
    "prior_commitments_prevail": pattern(
        r"\bengagements (?:anterieurs|deja pris|en cours)\b|\bengagements\b.{0,80}\bavant (?:la|sa) signature\b"
    ),
}
# What a termination leaves standing is its effect; what somebody asks is no clause.
_NO_CLAUSE = pattern(r"\b(?:resili|denonc|rupture|fin anticipee)|\b(?:savoir|demande\w*) si\b")
_COG = pattern(r"\bconvention d'objectifs et de gestion\b|\bcog\b")
_UNOPPOSABLE = pattern(
    r"\bse prevaloir\b|\bs'en prevaloir\b|\binvoquee?s?\b|\b(?:in)?opposables?\b|\bprev(?:aut|audra|audront|alent)\b|"
    r"\bpriment?\b|\bl'emporte|\bs'impose(?:nt|ra|ront)?\b"
)
_WITHIN = pattern(
    r"\bdans le cadre (?:des orientations |trace par )?(?:de )?(?:la|l')|\bfixe les orientations\b|"
    r"\bdans le respect\b|\bconformement aux orientations\b"
)
_CLAUSES = pattern(r"\bpresente convention|\bla convention (?!d'objectifs)|\bstipulation|\bdisposition|\bclauses?\b")
_CONFLICT = pattern(r"\b(?:discordance|contradiction|divergence|contrariete|conflit)\b")
# «Les engagements de la Caf s'entendent dans le cadre de la Cog.»
_BOUNDED = pattern(
    r"\b(?:engagements?|obligations?|interventions?|la caf|la caisse)\b[^.;]{0,60}\b(?:s'(?:entend|exerc|interpret"
    r"|apprecie|execut)\w*|intervien\w+|agi(?:t|ssent))\b[^.;]{0,30}\b(?:dans (?:le (?:cadre|respect)|les? limites?"
    r"|la limite)|conformement|sous reserve)\b"
)


def _autonomy(sentences: tuple[Said, ...]) -> Iterator[Autonomy]:
    """The clause, with each of its four limbs that the sentences of its article state."""
    found = next((each for each in sentences if _keeps_free(each.plain)), None)
    if found:
        article = found.source.article
        words = " ".join(each.plain for each in sentences if each.source.article == article)
        limbs = {name: bool(shape.search(words) or _also_said(name, words)) for name, shape in _LIMBS.items()}
        yield Autonomy(**limbs, source=found.source)


def _keeps_free(plain: str) -> bool:
    return any(shape.search(plain) for shape in _LIMBS.values()) and not _NO_CLAUSE.search(plain)


def _also_said(name: str, words: str) -> bool:
    return name in _SAID_WITH and _SAID_WITH[name].search(words) is not None


def _higher_norm(sentences: tuple[Said, ...]) -> Iterator[HigherNorm]:
    """The Cog above the convention, where a clause says what follows from a conflict or binds the reading to it."""
    claim = [each for each in sentences if each.block.kind is BlockKind.ARTICLE and _COG.search(each.plain)]
    for each in claim:
        if _UNOPPOSABLE.search(each.plain) and (_CLAUSES.search(each.plain) or _CONFLICT.search(each.plain)):
            yield HigherNorm(norm="Cog", effect=NormEffect.UNOPPOSABLE, source=each.source)
            return
    for each in claim:
        if _BOUNDED.search(each.plain) or (_WITHIN.search(each.plain) and _CLAUSES.search(each.plain)):
            yield HigherNorm(norm="Cog", effect=NormEffect.READ_WITHIN, source=each.source)
            return
