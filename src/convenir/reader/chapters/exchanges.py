"""How texts say under which conditions data pass between the parties, and what secrecy they keep."""

import re
from collections.abc import Callable, Iterator

from convenir.core.delays import Delay
from convenir.core.terms import Term
from convenir.core.terms.exchanges import (
    DataOwnership,
    DataRequestGate,
    DataRequestWorkflow,
    DataSharing,
    DpoOpinion,
    LegalCompliance,
    ProcessingRegister,
    Study,
    Tier,
)
from convenir.reader.context import Context
from convenir.reader.french.marking import T
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.passages import Said, about_another, at_home
from convenir.reader.wordings.exchanges.deliveries import deliveries
from convenir.reader.wordings.exchanges.disclosure import disclosure
from convenir.reader.wordings.exchanges.personal_flows import personal_flows
from convenir.reader.wordings.exchanges.studies import joint_studies, observatories
from convenir.reader.wordings.forces import force

_HOME = Shape(
    r"\b(?:donnees|echanges?|informations?|observation|observatoire|statistiques?|secret|rgpd|etudes?"
    r"|personnel|connaissance"
    r"|demandes?|sources?|chiffres|livraisons?|seuils?|tableaux|fichiers|diffusion)\b"
)
_CHAPTER = Shape(
    r"\b(?:donnees|chiffres|statistiques?|secret|rgpd|(?:echanges?|partage|circulation) d'informations?)\b"
)
_DATA = Shape(
    r"\b(?:donnees?|statistiques?|fichiers?|transmissions?|traitements?|chiffres|comptages|etats? chiffres?|tableaux"
    r"|effectifs|livraisons?|rgpd"
    r"|informations? (?:transmises?|echangees?|communiquees?|recueillies?|diffusees?))\b"
)

_OPPORTUNITY = Shape(r"\bopportunite\b")
_FEASIBILITY = Shape(r"\bfaisabilite\b")
_GDPR_STUDY = Shape(r"\bconformite\b[^.;]{0,60}\b(?:rgpd|reglement general|reglementation|protection des donnees)\b")
_STUDY = Shape(
    r"\b(?:etude|analyse|examen|instruction|apprecia\w+|apprecie)\b[^.;]{0,40}\b(?:prealable"
    r"|d'opportunite|de faisabilite|faisabilite)\b"
)
_REQUEST = Shape(r"\bdemandes?\b|\bsollicit\w+|\bdemandees?\b|\b(?:souhait|desir)\w* (?:recevoir|obtenir|disposer)")
# «Aucune extraction n'est opérée qu'au vu d'une étude préalable»: what a study must come before.
_GATED = Shape(
    r"\b(?:communications?|extractions?|transmissions?|livraisons?|fourniture|remise|mise a disposition|delivrance"
    r"|traitements?)\b"
)
_BEFORE_IT = Shape(
    r"\b(?:subordonn\w+|conditionn\w+|preced\w+|qu'au vu|qu'apres|qu'a l'issue|au vu|apres|suppos\w+|prealable\w*"
    r"|avant|exig\w+"
    r"|requi\w+)\b"
)
_PERSONAL = Shape(r"\b(?:donnees|informations) (?:a caractere )?(?:personnel|nominativ|individuel)\w*")

_DPO = Shape(r"\bdelegue\w* (?:a la|a|de la) protection des donnees|\bdpo\b|\bdpd\b")
_OPINION = Shape(r"\bavis\b|\bconsult\w+|\bsoumis\w*|\bvalid\w+|\bsaisi\w*|\bassoci\w+")
_REGISTER = Shape(
    r"\bregistres?\b[^.;]{0,60}\b(?:traitement|article 30|rgpd|activites)|\barticle 30 du (?:rgpd"
    r"|reglement)|\bliste des traitements|\bregistre prevu"
)

_FORM = Shape(r"\bformulaires?\b|\bfiches? (?:de (?:demande|reponse|faisabilite)|navette)")
_REPLY = Shape(r"\breponse\b|\brepond\w*|\bretour\b")
_LETTER = Shape(r"\bcourriers?\b|\blettres?\b")
_FORM_NAME = (
    Shape(r"\(\s*(?P<name>[A-Z][A-Za-z]{1,6}\s?n?\s?°?\s?\d+)"),
    Shape(r"(?P<name>formulaires?\s?n\s?°\s?\d+)"),
    Shape(
        r"(?P<name>(?:formulaires?|fiches?)(?: de (?:demande|r[ée]ponse"
        r"|faisabilit[ée]))? (?:n\s?°\s?)?[A-Z]{1,4}\s?n?\s?°?\s?\d+)"
    ),
    Shape(r"(?P<name>formulaire (?:de |d')\w+)"),
)

_OWNER = Shape(
    r"\b(?:rest\w+|demeur\w+|conserv\w+|garde\w*|est|sont"
    r"|appartien\w+)\b[^.;]{0,40}\b(?:proprietaires?|propriete)\b"
    r"|\bpropriete (?:exclusive )?de (?:celui|celle|la partie|l'institution|chaque)"
    r"|\b(?:aucun|pas de|ni|sans) (?:droit|transfert|cession) (?:de|des|de la) (?:propriete|droits)\b"
    r"|\b(?:n'emport\w+|ne vau(?:t|dra)|n'entrain\w+|n'oper\w+) (?:pas|ni|aucune?|nullement)? ?(?:transfert|cession)\b"
    r"|\bconserv\w+ (?:tous ses|l'integralite de ses|l'ensemble de ses|ses) droits sur (?:les|ces|ses)\b"
    r"|\b(?:donnees|fichiers|statistiques|tableaux|chiffres|elles|ils)\b[^.;]{0,40}\b(?:appartien\w+|restent?"
    r"|demeurent?)"
    r" (?:a|au|aux|a la|a l') ?(?:celui|celle|partie|institution|organisme|qui|leur|caf|caisse|producteur|chacun)"
)
_THIRD = Shape(r"\b(?:tiers|tierces?|autre organisme)\b")
_CONSENT = Shape(
    r"\b(?:accord|autorisation|consentement)\b[^.;]{0,30}\b(?:expres|express|expresse|prealable|ecrit|ecrite)?\b"
)
# «Toute rediffusion à un tiers est subordonnée à l'autorisation préalable de la Caf.»
_TO_THIRD = Shape(
    r"\b(?:communi\w+|transm\w+|cede\w*|cession|(?:re)?diffus\w+|divulgu\w+|mettre a (?:la )?disposition|fourni\w*"
    r"|rediffusion)\b[^.;]{0,60}\b(?:un tiers|des tiers|aux tiers|tierces?|autre organisme)\b"
)
_AGREED = Shape(
    r"\b(?:sans (?:l'|son |leur )?|subordonn\w+ a (?:l'|son |leur )|sous reserve de (?:l'|son |leur )|qu'avec (?:l'"
    r"|son )"
    r"|suppose (?:l'|son )|soumise? a (?:l'|son ))(?:accord|autorisation|consentement) (?:prealable|expres\w*"
    r"|ecrite?)\b"
)

_ABOUT_DATA = Shape(r"\b(?:convention|protocole|accord|contrat|charte)\b[^.;]{0,80}\bdonnees\b")
_RESPECT = Shape(
    r"\b(?:respect\w*|conform\w+|obei\w+|soumis\w*|en application|encadr\w+|dispositions|reglementation|regi\w*"
    r"|appli[cq]\w+|observ\w+|s'impos\w+|au sens du)\b"
)
_GDPR = Shape(
    r"\brgpd\b|\breglement general (?:sur|de|relatif a) la protection"
    r"|\breglement \(?ue\)? ?(?:n ?° ?)?2016/679|\breglement europeen"
)
_CITED: tuple[tuple[str, Shape], ...] = (
    ("RGPD", _GDPR),
    (
        "loi n° 78-17 du 6 janvier 1978",
        Shape(r"\b78-17\b|\bloi (?:dite )?[\"']?informatique et libertes|\bloi du 6 janvier 1978"),
    ),
    ("recommandations de la Cnil", Shape(r"\bcnil\b|\bcommission nationale (?:de l')?informatique")),
    ("secret statistique", Shape(r"\bsecret statistique\b")),
    ("loi n° 51-711 du 7 juin 1951", Shape(r"\b51-711\b|\bloi du 7 juin 1951")),
)

_SHARE = Shape(
    r"\b(?:partag\w+|mett\w+ en commun|mutualis\w+|se communiqu\w+|se transm\w+|s'echang\w+|echangent"
    r"|(?:communique|transmet)\w* a l'autre)\b"
)
_SHARED = Shape(r"\b(?:donnees|resultats|etudes|travaux|analyses|diagnostics|connaissances)\b")

_TIERS: tuple[tuple[Tier, Shape], ...] = (
    (
        Tier.OPEN_DATA,
        Shape(r"\bopen-? ?data\b|\bdonnees ouvertes\b|\bdonnees (?:deja )?(?:publiques|en acces libre)\b"),
    ),
    (Tier.BASE_SET, Shape(r"\bsocle\b|\bjeu de (?:base|donnees de base)\b|\bdonnees de reference\b|\bbase annuelle\b")),
    (
        Tier.AD_HOC,
        Shape(
            r"\bdemandes? (?:ponctuelle|specifique|complementaire|particuliere|supplementaire|sur mesure)s?\b"
            r"|\bad hoc\b|\ba la demande\b"
        ),
    ),
)
_REPLIED = (
    Shape(
        rf"\b(?:repon\w+|rend\w* son avis|instrui\w+|traite\w*|donne\w* suite"
        rf"|se prononce\w*|resultats? (?:en )?(?:est|sont) (?:communique|rendu|transmis|notifie)\w*)\b"
        rf"[^.;]{{0,60}}?\b(?:dans|sous|en)"
        rf" (?:un delai (?:maximal |maximum )?(?:de|d') ?|les |moins de )?{T}(?! suivant (?:la fin|le terme))"
    ),
    Shape(rf"\b(?:dans|sous) (?:un delai (?:maximal |maximum )?(?:de|d') ?|les )?{T}[^.;]{{0,60}}?\brepon\w+"),
)


# --- recognisers ---------------------------------------------------------------------------------------------


def studies(words: str) -> tuple[Study, ...]:
    """The studies that a request of data must pass.

    >>> [s.value for s in studies("toute demande fait l'objet d'une etude d'opportunite et de faisabilite")]
    ['opportunity', 'feasibility']
    >>> studies("il precise les conditions de faisabilite du partage des donnees")
    ()
    """
    both = _OPPORTUNITY.search(words) is not None and _FEASIBILITY.search(words) is not None
    asked = _REQUEST.search(words) or (_GATED.search(words) and _BEFORE_IT.search(words))
    if not both and not (_STUDY.search(words) and asked):
        return ()
    named = (
        (Study.OPPORTUNITY, both or "opportunite" in words),
        (Study.FEASIBILITY, both or "opportunite" not in words),
        (Study.GDPR, _GDPR_STUDY.search(words) is not None),
    )
    return tuple(study for study, holds in named if holds)


def form_name(line: str) -> str:
    """The name of a form, as printed.

    >>> form_name("par l'envoi du formulaire n° 3 (DED n° 3, annexe 2)"), form_name("au moyen du formulaire n° 2")
    ('DED n° 3', 'formulaire n° 2')
    """
    found = next((match for shape in _FORM_NAME if (match := shape.search(line))), None)
    return found["name"] if found else ""


def texts(words: str) -> tuple[str, ...]:
    """The texts that each exchange respects, under their usual names.

    >>> texts("dans le respect du rgpd et de la loi n° 78-17 du 6 janvier 1978")
    ('RGPD', 'loi n° 78-17 du 6 janvier 1978')
    """
    return tuple(name for name, shape in _CITED if shape.search(words))


# --- the chapter ---------------------------------------------------------------------------------------------


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The duties, gates, thresholds and deliveries of the exchange of data, in the order of the text."""
    sentences = _about_data(context)
    found: list[Term] = []
    for reader in (_sharing, _gate, _opinion, _register):
        found += _first(sentences, reader)
    found += _first(sentences, _ownership) or _first(sentences, _third_parties)
    found += _workflow(sentences)
    found += deliveries(sentences, context)
    found += disclosure(sentences)
    found += joint_studies(sentences)
    found += observatories(sentences)
    found += personal_flows(sentences, context)
    found += _compliance(sentences) or _cited(outline)
    yield from sorted(found, key=lambda term: term.source.start or 0)


def _about_data(context: Context) -> tuple[Said, ...]:
    """The sentences on data, with those around them; of a report, only those of its part on data."""
    said = tuple(each for each in context.said if not about_another(each.words))
    if context.reported:
        return tuple(each for each in said if at_home(each, _CHAPTER))
    about = {id(each.paragraph) for each in said if _DATA.search(each.words)}
    return tuple(each for each in said if id(each.paragraph) in about or at_home(each, _HOME))


def _first(sentences: tuple[Said, ...], reader: Callable[[tuple[Said, ...], int], Term | None]) -> list[Term]:
    found = next((term for place in range(len(sentences)) if (term := reader(sentences, place))), None)
    return [found] if found else []


def _sharing(sentences: tuple[Said, ...], place: int) -> Term | None:
    each = sentences[place]
    binds = re.search(r"\bs'engagent|\b(?:partenaires|parties|signataires|ils|chaque partie)\b", each.words)
    if not (binds and _SHARE.search(each.words) and _SHARED.search(each.words) and at_home(each, _HOME)):
        return None
    if re.search(r"\binformations utiles\b|\bobservat\w+ partagee", each.words) or _SHARED.search(each.words) is None:
        return None
    return DataSharing(force=force(each.words), source=each.source)


def _gate(sentences: tuple[Said, ...], place: int) -> Term | None:
    each = sentences[place]
    needed = studies(each.words) or (studies(f"{each.title} : {each.words}") if _GATED.search(each.title) else ())
    if not needed or not (_DATA.search(each.words) or at_home(each, _HOME)) or "etude conjointe" in each.words:
        return None
    return DataRequestGate(
        studies=needed,
        personal_only=_PERSONAL.search(each.words) is not None,
        reply_within=_reply_within(sentences[place : place + 4], each),
        source=each.source,
    )


def _reply_within(near: tuple[Said, ...], each: Said) -> Delay | None:
    """The time to answer a request, in its sentence or in one just after."""
    same = [other for other in near if other.block is each.block]
    return next((delay for other in same for shape in _REPLIED if (delay := other.marked.delay(shape))), None)


def _opinion(sentences: tuple[Said, ...], place: int) -> Term | None:
    each = sentences[place]
    holds = _DPO.search(each.words) and _OPINION.search(each.words)
    return DpoOpinion(source=each.source) if holds else None


def _register(sentences: tuple[Said, ...], place: int) -> Term | None:
    each = sentences[place]
    return ProcessingRegister(source=each.source) if _REGISTER.search(each.words) else None


def _tiers(sentences: tuple[Said, ...], asked: Said) -> tuple[Tier, ...]:
    """Where data are looked for before they are made for the request, in the article that names its form."""
    words = " ".join(other.words for other in sentences if other.block is asked.block)
    named = tuple(tier for tier, shape in _TIERS if shape.search(words))
    return named if len(named) > 1 else ()


def _ownership(sentences: tuple[Said, ...], place: int) -> Term | None:
    each = sentences[place]
    before = sentences[place - 1] if place and sentences[place - 1].block is each.block else each
    about = _DATA.search(each.words) or _DATA.search(before.words) or at_home(each, _HOME)
    if not about or not _OWNER.search(each.words):
        return None
    near = [other for other in sentences[place : place + 3] if other.block is each.block]
    consent = any(_THIRD.search(other.words) and _CONSENT.search(other.words) for other in near)
    return DataOwnership(consent=consent, source=each.source)


def _third_parties(sentences: tuple[Said, ...], place: int) -> Term | None:
    """The agreement that a communication of data to a third party wants, said without the property of the data."""
    each = sentences[place]
    wanted = _TO_THIRD.search(each.words) and _AGREED.search(each.words) and _DATA.search(each.words)
    return DataOwnership(consent=True, owned=False, source=each.source) if wanted else None


def _asked(each: Said) -> str:
    """The form by which a request is made: in a sentence that tells of the answer too, the one before it."""
    answer = _REPLY.search(each.plain)
    if answer is None:
        return form_name(each.line)
    before = each.line[: answer.start()]
    return form_name(before) if _REQUEST.search(each.plain, 0, answer.start()) else ""


def _answered(each: Said) -> str:
    """The form of the answer: in a sentence that names the one of the request too, the one after the answer."""
    answer = _REPLY.search(each.plain) if _asked(each) else None
    return form_name(each.line[answer.start() :] if answer else each.line)


def _workflow(sentences: tuple[Said, ...]) -> Iterator[DataRequestWorkflow]:
    """The form by which a request is made, and the one by which it is answered."""
    forms = [each for each in sentences if _FORM.search(each.words) and each.block.kind is BlockKind.ARTICLE]
    asked = next((each for each in forms if _asked(each)), None)
    answered = next((each for each in forms if _REPLY.search(each.words) and _answered(each)), None)
    if asked is None:
        return
    yield DataRequestWorkflow(
        request_form=_asked(asked),
        reply_form=_answered(answered) if answered else "",
        letter=_LETTER.search(asked.words) is not None,
        tiers=_tiers(sentences, asked),
        reply_within=_reply_within(sentences[sentences.index(asked) :], asked),
        source=asked.source,
    )


def _compliance(sentences: tuple[Said, ...]) -> list[Term]:
    """One clause for all the texts that the exchanges must respect."""
    citing = [
        each
        for each in sentences
        if texts(each.plain)
        and (_RESPECT.search(each.words) or _goes_on(sentences, each))
        and (at_home(each, _HOME) or _DATA.search(each.words))
    ]
    if not citing:
        return []
    named = tuple(dict.fromkeys(name for each in citing for name in texts(each.plain)))
    ground = next((each.source for each in citing if not studies(each.words)), citing[0].source)
    return [LegalCompliance(texts=named, gdpr="RGPD" in named, source=ground)]


def _cited(outline: Outline) -> list[Term]:
    """The texts on data that a convention about data is made under: its visas are what its exchanges respect."""
    titles = " ".join(flat(passage.sentence.words) for passage in outline.passages(BlockKind.TITLE))
    if not _ABOUT_DATA.search(titles):
        return []
    cited = [(passage, texts(passage.flat)) for passage in outline.passages(BlockKind.CITATIONS)]
    named = tuple(dict.fromkeys(name for _, names in cited for name in names))
    ground = next((passage for passage, names in cited if names), None)
    return [LegalCompliance(texts=named, gdpr="RGPD" in named, source=outline.quote(ground))] if ground else []


def _goes_on(sentences: tuple[Said, ...], each: Said) -> bool:
    """An item of a list: the duty to respect stands in the words that open it."""
    return bool(each.paragraph.marker) and any(
        other.words.endswith(":") and _RESPECT.search(other.words) for other in sentences if other.block is each.block
    )
