"""Which sentences tell a part of a term that another sentence grounds.

A term quotes one sentence, the one that makes it; others of the same article may add to it: who sits in the body
created above, what the avenant named above must list.
"""

from collections.abc import Callable
from dataclasses import dataclass

from convenir.core.terms import (
    AmendmentClause,
    Annex,
    Autonomy,
    Committee,
    CommitteePowers,
    Communication,
    Confidentiality,
    DataRequestWorkflow,
    DpoOpinion,
    Evaluation,
    FundingContribution,
    FundingMaintenance,
    IndicatorRule,
    LegalCompliance,
    Means,
    Purpose,
    RelatedInstrument,
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


PARTS = (
    Part(
        of=SharedObjectives,
        words=Shape(r"\bthematiques\b.{0,30} (?:proposees|retenues)"),
        told=_has("themes"),
        anywhere=True,
    ),
    Part(
        of=Purpose, words=Shape(r"\bpour objet\b|^(?:la|cette) (?:presente )?convention\b.{0,40} vise a"), told=_always
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
            r"(?:(?:est|sera) (?:compose|forme|constitue)|se compose|comprend|reunit|rassemble)"
        ),
        told=_has("composition", "parity", "by_office"),
    ),
    Part(of=Committee, words=Shape(r"\b(?:deux|trois|quatre) instances\b|\binstances suivantes\b"), told=_always),
    Part(
        of=DataRequestWorkflow,
        words=Shape(r"\bopen data\b|\bdonnees publiques\b|\bdispositif de transmission\b"),
        told=_has("tiers"),
    ),
    Part(of=DataRequestWorkflow, words=Shape(r"\bformulaires?\b"), told=_has("request_form", "reply_form")),
    Part(of=LegalCompliance, words=Shape(r"\bdans le respect d"), told=_has("texts")),
    Part(of=DpoOpinion, words=Shape(r"\bdelegue a la protection\b|\bdpo\b"), told=_always),
    Part(of=RelatedInstrument, words=Shape(r"\bmise a jour\b"), told=_has("to_update")),
    Part(of=Communication, words=Shape(r"\blogos?\b|\blogotypes?\b|\bemblemes?\b"), told=_has("logos")),
    Part(
        of=Communication,
        words=Shape(r"\bmentionn|\bvaloris|\bfait (?:etat|mention)\b|\b(?:cite|signale)\w* .{0,40} l'autre"),
        told=_has("mention", "promote"),
    ),
    Part(of=FundingContribution, words=Shape(r"\bengagement\b.{0,40} evolu"), told=_has("adjustable")),
    Part(of=FundingMaintenance, words=Shape(r"\bmontant de reference\b"), told=_always, anywhere=True),
    Part(of=FundingMaintenance, words=Shape(r"\bpoursuivre leur appui financier"), told=_always),
    Part(of=Evaluation, words=Shape(r"^cette evaluation,"), told=_has("role")),
    Part(of=Review, words=Shape(r"^ce bilan,"), told=_has("role")),
    Part(of=Evaluation, words=Shape(r"\bresultats\b.{0,40} presentes"), told=_has("role")),
    Part(of=IndicatorRule, words=Shape(r"\bpermettent de mesurer"), told=_has("quality")),
    Part(of=Confidentiality, words=Shape(r"\bsecret professionnel\b|\bconfidentialite\b"), told=_always),
    Part(of=TerminationEffects, words=Shape(r"\bsans prejudice\b|\bdommages\b"), told=_has("damages")),
    Part(of=AmendmentClause, words=Shape(r"\b(?:cet|l'|tout|chaque) ?avenant\b"), told=_has("lists_changes")),
)
# What a sentence says that an annex holds: «l'annexe 1 précise les moyens», «figurent en annexe 4».
_HELD = Shape(
    r"\bprecis\w+\b|\bdonne\b|\bcontient\b|\bdetaille\b|\benumere\b|\bfait etat\b"
    r"|\bfigur\w+\b|\bfix\w+\b|\b(?:fait|font) apparaitre\b|\bannexee?s\b|\bjointe?s?\b"
)
_THAT_ANNEX = Shape(r"^(?:cette|ces) annexes?\b")


def contributes(statement: Statement, terms: Terms) -> bool:
    """Whether a statement tells a part of a term of the same article, or what an annex holds."""
    if _of_annex(statement, terms) or _of_powers(statement, terms):
        return True
    return any(_adds(part, statement, terms) for part in PARTS)


def _adds(part: Part, statement: Statement, terms: Terms) -> bool:
    if not part.words.search(statement.words):
        return False
    article = statement.source.article
    return any(part.told(term) for term in terms.every(part.of) if part.anywhere or term.source.article == article)


def _of_powers(statement: Statement, terms: Terms) -> bool:
    """Whether a statement says a power that a body was read to have."""
    powers = (power for rule in terms.every(CommitteePowers) for power in rule.powers if len(power) > 15)
    return any(" ".join(flat(power).split()) in statement.words for power in powers)


def _of_annex(statement: Statement, terms: Terms) -> bool:
    if not _HELD.search(statement.words):
        return False
    cited = set(cited_in(statement.opening.raw))
    known = {annex.number for annex in terms.every(Annex)}
    return bool(cited & known) or (bool(known) and _THAT_ANNEX.search(statement.words) is not None)
