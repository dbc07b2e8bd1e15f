"""Which sentences tell a part of a term that another sentence grounds.

A term quotes one sentence, the one that makes it; others of the same article may add to it: who sits in the body
created above, what the avenant named above must list.
"""

from collections.abc import Callable
from dataclasses import dataclass

from convenir.core.terms import (
    ActionPlan,
    AdvisoryMembers,
    AmendmentClause,
    Annex,
    Autonomy,
    Committee,
    CommitteePowers,
    Communication,
    Confidentiality,
    DataOwnership,
    DataRequestGate,
    DataRequestWorkflow,
    DeliberationAct,
    DisclosureRule,
    Dispute,
    DpoOpinion,
    Duration,
    Evaluation,
    Formalities,
    FundingContribution,
    FundingMaintenance,
    IndicatorRule,
    LegalCompliance,
    Means,
    MutualInformation,
    PeriodicDelivery,
    Purpose,
    RelatedInstrument,
    Renewal,
    Review,
    SharedDiagnosis,
    SharedObjectives,
    Term,
    TerminationEffects,
    Terms,
)
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.understanding.statements import Statement
from convenir.reader.wordings.amendment.annexes import cited_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that a sentence may add to a term of that type. `told`: whether the term holds that part."""

    of: type[Term]
    words: Shape
    told: Callable[[Term], bool]
    anywhere: bool = False


def _has(*fields: str) -> Callable[[Term], bool]:
    """Whether one of these fields of a term holds something."""
    return lambda term: any(getattr(term, field) for field in fields)


def _always(_: Term) -> bool:
    return True


# The act itself, as the subject of a sentence.
_WHOLE = r"^(?:(?:la|cette) (?:presente )?(?:convention|charte|ctg)|le present (?:contrat|accord|protocole)|elle|il)"
PARTS = (
    Part(
        of=SharedObjectives,
        words=Shape(r"\bthematiques\b.{0,30} (?:proposees|retenues)"),
        told=_has("themes"),
        anywhere=True,
    ),
    Part(
        of=Purpose,
        words=Shape(r"\bpour objet\b|^(?:(?:la|cette) (?:presente )?convention\b.{0,40}|elle) vise a"),
        told=_always,
    ),
    Part(
        of=Purpose,
        words=Shape(
            r"^(?:la|cette) (?:presente )?convention (?:organise|regle|enonce|decrit|rassemble|precise|fixe|definit"
            r"|determine|concerne|formalise|s'applique (?:sur|a tout|a l'ensemble))\b"
        ),
        told=_always,
    ),
    Part(of=SharedDiagnosis, words=Shape(r"\betabli \w+ partir d'un diagnostic"), told=_always, anywhere=True),
    Part(of=Autonomy, words=Shape(r"\bpasser (?:des )?conventions?\b"), told=_has("no_exclusivity")),
    Part(of=Autonomy, words=Shape(r"\bengagements\b.{0,140} remis en cause"), told=_has("prior_commitments_prevail")),
    Part(
        of=Autonomy,
        words=Shape(
            r"\bengagements (?:anterieurs|deja pris)|\bengagements\b.{0,80} (?:avant la signature|intacts|entiers)"
        ),
        told=_has("prior_commitments_prevail"),
    ),
    Part(
        of=Autonomy, words=Shape(r"\b(?:libres?|faculte|liberte) d[e'].{0,60}contract"), told=_has("free_to_contract")
    ),
    Part(
        of=Means,
        words=Shape(r"\bmettre en (?:oeuvre|œuvre|place) les moyens necessaires\b"),
        told=_always,
        anywhere=True,
    ),
    Part(
        of=Committee,
        words=Shape(
            r"(?:\b(?:comite|instance|groupe|conference)\b.{0,60}|^(?:il|elle)) "
            r"(?:(?:(?:est|sera) )?(?:compose|forme|constitue)|se compose|comprend|reunit|rassemble)"
        ),
        told=_has("composition", "parity", "by_office"),
    ),
    Part(
        of=Committee,
        words=Shape(
            r"\b(?:siegent|sieges?|voix|representants?)\b.{0,100} (?:a parite|paritairement|chacune?|nombre egal)\b"
            r"|\bchacune?\b.{0,60} (?:dispose\w*|siege\w*|designe\w*)\b.{0,40} (?:sieges?|voix|representants?)\b"
            r"|\b(?:a parite|en nombre egal)$"
        ),
        told=_has("parity"),
    ),
    Part(of=AdvisoryMembers, words=Shape(r"\bvoix\b.{0,20} consultative\b|\bsans voter\b"), told=_always),
    Part(of=Committee, words=Shape(r"\b(?:deux|trois|quatre) instances\b|\binstances suivantes\b"), told=_always),
    Part(
        of=DataRequestWorkflow,
        words=Shape(r"\bopen data\b|\bdonnees publiques\b|\bdispositif de transmission\b"),
        told=_has("tiers"),
    ),
    Part(
        of=DataRequestWorkflow,
        words=Shape(r"\bformulaires?\b|\bindique\b.{0,80} donnees"),
        told=_has("request_form", "reply_form"),
    ),
    *(
        Part(of=kind, words=Shape(r"\brepon\w+\b[^.;]{0,60} <t\d+>"), told=_has("reply_within"))
        for kind in (DataRequestGate, DataRequestWorkflow)
    ),
    Part(of=LegalCompliance, words=Shape(r"\bdans le respect d"), told=_has("texts")),
    Part(of=DpoOpinion, words=Shape(r"\bdelegue a la protection\b|\bdpo\b"), told=_always),
    Part(of=RelatedInstrument, words=Shape(r"\bmise a jour\b"), told=_has("to_update")),
    Part(of=Communication, words=Shape(r"\blogos?\b|\blogotypes?\b|\bemblemes?\b"), told=_has("logos")),
    Part(
        of=Communication,
        words=Shape(r"\bmentionn|\bvaloris|\bfait (?:etat|mention)\b|\b(?:cite|signale)\w* .{0,40} l'autre"),
        told=_has("mention", "promote"),
    ),
    Part(
        of=FundingContribution,
        words=Shape(r"\bengagement\b.{0,40} evolu|\bcompetences?\b.{0,40} (?:modifi|ajust|revoi)"),
        told=_has("adjustable"),
    ),
    Part(of=FundingMaintenance, words=Shape(r"\bverse\w* (?:directement )?aux gestionnaires\b"), told=_always),
    Part(of=FundingMaintenance, words=Shape(r"\bmontant de reference\b"), told=_always, anywhere=True),
    Part(of=FundingMaintenance, words=Shape(r"\bpoursuivre leur appui financier"), told=_always),
    Part(of=Evaluation, words=Shape(r"^cette evaluation,"), told=_has("role")),
    Part(of=Review, words=Shape(r"^ce bilan,"), told=_has("role")),
    Part(of=Evaluation, words=Shape(r"\bresultats\b.{0,40} presentes"), told=_has("role")),
    Part(of=Evaluation, words=Shape(r"\bquestions\b.{0,30} posees"), told=_has("questions"), anywhere=True),
    Part(of=Review, words=Shape(r"\bquestions\b.{0,30} posees"), told=_has("questions"), anywhere=True),
    Part(of=Evaluation, words=Shape(r"\bpremiere evaluation\b"), told=_has("first_within")),
    Part(
        of=Evaluation,
        words=Shape(r"\bevaluation\b.{0,80} (?:conduire|amener) a (?:revis|adapt|modifi)|\ben tire\b.{0,60} revision"),
        told=_has("role"),
    ),
    Part(
        of=IndicatorRule,
        words=Shape(r"\bsuivie?s? (?:au moyen|a l'aide|par|avec) .{0,20}indicateurs\b"),
        told=_always,
        anywhere=True,
    ),
    Part(of=IndicatorRule, words=Shape(r"\bpermettent de mesurer"), told=_has("quality")),
    Part(of=Confidentiality, words=Shape(r"\bsecret\b|\bconfidentialite\b"), told=_always),
    Part(of=TerminationEffects, words=Shape(r"\bsans prejudice\b|\bdommages\b"), told=_has("damages")),
    Part(of=AmendmentClause, words=Shape(r"\b(?:cet|l'|tout|chaque) ?avenant\b"), told=_has("lists_changes")),
    Part(of=AmendmentClause, words=Shape(r"\baucune (?:autre )?modification\b|\bmodifie\w* autrement"), told=_always),
    Part(
        of=Duration,
        words=Shape(
            rf"{_WHOLE}\b[^.;]{{0,60}}"
            r"\b(?:prend\w* (?:effet|fin)|entre en vigueur|produit ses effets|expire|s'acheve\w*|se termine"
            r"|est conclue|court|s'applique (?:du|a compter|a partir|depuis))"
        ),
        told=_has("starts_on", "ends_on", "span"),
    ),
    Part(
        of=Renewal,
        words=Shape(r"\bn(?:e se|'est pas|e sera pas) (?:renouvel|recond)|\breconduction\b|\brenouvel|\breconduit"),
        told=_always,
    ),
    Part(
        of=DisclosureRule,
        words=Shape(
            r"\b(?:seuil|minimum|case|cellule|effectif|zone|population|sous-population|territoire)s?\b[^.;]{0,120}"
            r"\b(?:moins|au moins|inferieure?s?|n'atteint|depass|est de|astérisque|asterisque|masque)"
        ),
        told=_has("min_count", "min_cell", "min_population"),
    ),
    Part(
        of=DisclosureRule,
        words=Shape(
            r"\b(?:ne|n'|aucun\w*|personne|interdi\w*|prohibe\w*|abst\w+)\b.{0,120}"
            r"\b(?:identifi\w+|identite|reconn\w+|recoup\w+|rapproch\w+)\b"
            r"|\b(?:identifi\w+|identite)\b.{0,60}\b(?:interdite?s?|prohibee?s?|exclue?s?)\b"
        ),
        told=_has("no_identification"),
    ),
    Part(
        of=DataOwnership,
        words=Shape(r"\baccord (?:\w+ )?(?:expres|ecrit|prealable)\b|\bne les (?:cede|transmet|communique|vend)"),
        told=_has("consent"),
    ),
    Part(
        of=MutualInformation,
        words=Shape(r"\bse (?:transmett|communiqu)\w+\b.{0,60} (?:utiles?|necessaires?)\b"),
        told=_always,
    ),
    Part(
        of=ActionPlan,
        words=Shape(
            r"\bl'objet d'une fiche\b|\b(?:decline|traduit|detaille)\w* (?:en|par|dans) (?:\w+ )?fiches?\b"
            r"|\bune fiche est (?:redigee|etablie|ouverte)"
        ),
        told=_has("by_sheets", "required"),
        anywhere=True,
    ),
    Part(of=Dispute, words=Shape(r"\ba l'amiable\b|\bamiables?\b|\bs'accorder\b"), told=_has("amicable_first")),
    Part(of=Dispute, words=Shape(r"\btribunal\b"), told=_has("court")),
    Part(
        of=Formalities,
        words=Shape(rf"{_WHOLE}\b.{{0,60}}\b(?:exemplaires|originaux)\b"),
        told=_has("originals"),
        anywhere=True,
    ),
    Part(
        of=Formalities,
        words=Shape(r"\bun (?:exemplaire|original) de (?:la|cette) (?:presente )?convention\b"),
        told=_has("per_signatory"),
        anywhere=True,
    ),
    Part(of=Formalities, words=Shape(rf"{_WHOLE}\b.{{0,60}}\bpages\b"), told=_has("pages"), anywhere=True),
    Part(of=DeliberationAct, words=Shape(r"^(?:d')?approuve"), told=_has("approves_text"), anywhere=True),
    Part(
        of=DeliberationAct,
        words=Shape(r"^(?:d')?autoris\w+\b.{0,80} (?:a|de) (?:la |le |les )?signer\b|\best autorisee? a signer\b"),
        told=_has("authorises_signature"),
        anywhere=True,
    ),
    Part(
        of=Annex,
        words=Shape(
            r"\b(?:sera|seront) (?:annexe|joint|integre|insere|complete)\w* (?:\w+ )?(?:ulterieurement|plus tard)"
        ),
        told=_has("deferred"),
        anywhere=True,
    ),
    Part(
        of=Annex,
        words=Shape(r"\b(?:font partie integrante|sont annexe\w*|sont joint\w*)\b.{0,60}\bconvention\b"),
        told=_has("listed"),
        anywhere=True,
    ),
)
# What a sentence says that an annex holds: «l'annexe 1 précise les moyens», «figurent en annexe 4».
_HELD = Shape(
    r"\bprecis\w+\b|\bdonne\b|\bcontient\b|\bdetaille\b|\benumere\b|\bfait etat\b"
    r"|\bfigur\w+\b|\bfix\w+\b|\b(?:fait|font) apparaitre\b|\bannexee?s\b|\bjointe?s?\b"
    r"|\b(?:est|sont|sera|seront|etre) (?:\w+ )?(?:decri|(?:re)?group|reuni|integr|present|enumer)\w+\b.{0,40}\bannexe"
    r"|\b(?:reuni\w*|regroupee?s?) (?:en|dans l'|a l') ?annexe|\b(?:fait|font) l'objet de l'annexe"
)
_DATA = Shape(r"\bnombre d|\brepartition\b|\bdonnees\b|\bindicateurs\b|\beffectifs?\b")
_THAT_ANNEX = Shape(r"^(?:cette|ces) annexes?\b")


def parts_told(terms: Terms) -> tuple[Part, ...]:
    """The parts that some term holds: a text has few of them, and only these are looked for in its statements."""
    return tuple(part for part in PARTS if any(map(part.told, terms.every(part.of))))


def contributes(statement: Statement, terms: Terms, parts: tuple[Part, ...]) -> bool:
    """Whether a statement tells one of these parts of a term of the same article, or what an annex holds."""
    if _of_annex(statement, terms) or _of_powers(statement, terms) or _of_delivery(statement, terms):
        return True
    return any(_adds(part, statement, terms) for part in parts)


def _adds(part: Part, statement: Statement, terms: Terms) -> bool:
    if not part.words.search(statement.words):
        return False
    article = statement.source.article
    return any(part.told(term) for term in terms.every(part.of) if part.anywhere or term.source.article == article)


def _of_powers(statement: Statement, terms: Terms) -> bool:
    """Whether a statement says a power that a body was read to have."""
    powers = (power for rule in terms.every(CommitteePowers) for power in rule.powers if len(power) > 15)
    return any(" ".join(flat(power).split()) in statement.words for power in powers)


def _of_delivery(statement: Statement, terms: Terms) -> bool:
    """Whether a statement of the annex that describes a delivery tells which data are in it."""
    if not _DATA.search(statement.words):
        return False
    article = statement.source.article
    return any(term.annex and article == f"annexe {term.annex}" for term in terms.every(PeriodicDelivery))


def _of_annex(statement: Statement, terms: Terms) -> bool:
    if not _HELD.search(statement.words):
        return False
    cited = set(cited_in(statement.opening.raw))
    known = {annex.number for annex in terms.every(Annex)}
    return bool(cited & known) or (bool(known) and _THAT_ANNEX.search(statement.words) is not None)
