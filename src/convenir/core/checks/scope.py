"""What stands above the convention or beside it: norms and judgments against a clause, and figures aimed at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from convenir.core.facts import ClauseContradicted, IndicatorValued, JudgmentGiven
from convenir.core.findings import Finding, Oddity, Severity, noted
from convenir.core.law import APPEAL
from convenir.core.naming import capital, day_name, of, party_name, to
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import Duration, HigherNorm, OrientationTarget, Severability, Term
from convenir.core.terms.scope import Comparator, NormEffect
from convenir.core.text.judgments import Judgment, judgments
from convenir.core.text.norms import active, clauses_named, prevails_by
from convenir.core.text.precedence import Rank, rank_named, rank_of

# The order of reading, as it is told of each part that a clause may meet.
RANKS = {
    Rank.LAW: "une règle de droit",
    Rank.COG: "la convention d’objectifs et de gestion",
    Rank.PRIOR_COMMITMENT: "un engagement antérieur",
    Rank.AMENDMENT: "un avenant",
    Rank.BODY: "le corps de la convention",
    Rank.ANNEX: "une annexe",
    Rank.SHEET: "une fiche action",
    Rank.DECISION: "une décision d’instance",
}
BOUNDS = {Comparator.AT_LEAST: "au moins", Comparator.AT_MOST: "au plus"}
OUTSIDE = (Rank.LAW, Rank.COG, Rank.PRIOR_COMMITMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A norm against clauses of the convention, on the day of the question."""

    event: ClauseContradicted
    rank: Rank
    clauses: tuple[Term, ...]

    @property
    def what(self) -> str:
        """The clause and the norm, in a sentence."""
        return f"{capital(_place(self.clauses[0].source))} contredit « {self.event.norm} »"

    @property
    def sources(self) -> tuple[Source, ...]:
        """The words of the clauses."""
        return tuple(clause.source for clause in self.clauses)


def conflicts(situation: Situation) -> Iterator[Finding]:
    """Each contradiction that lasts: which of the two prevails, by which words; or that the text does not say."""
    for _, event in situation.happened(ClauseContradicted):
        if event.until is not None and situation.on > event.until:
            continue
        clauses = _named(situation, event)
        if not clauses:
            yield _unknown_clause(event)
            continue
        rank = rank_named(event.norm, situation.life.texts.original)
        conflict = Conflict(event=event, rank=rank, clauses=clauses)
        yield _outside(situation, conflict) if rank in OUTSIDE else _inside(conflict)


def _outside(situation: Situation, conflict: Conflict) -> Finding:
    """A norm that is not part of the convention: the text says what it does to the clause, or is silent."""
    text = situation.life.texts.original
    prevailing = prevails_by(text, conflict.rank)
    if prevailing:
        return _set_aside(conflict, tuple(clause.source for clause in prevailing))
    within = [c.source for c in text.every(HigherNorm) if c.effect is NormEffect.READ_WITHIN]
    if conflict.rank is Rank.COG and within:
        return Finding(
            oddity=Oddity.AMBIGUOUS,
            about="read-within",
            severity=Severity.INFORMATION,
            sentence=f"{conflict.what} : la clause se lit dans ce cadre, et reste opposable.",
            advice="Mettez le texte en accord par un avenant.",
            sources=(*within, *conflict.sources),
        )
    judged = [clause.source for clause in text.every(Severability)]
    if conflict.rank is Rank.LAW and judged:
        return _silent(conflict, "elle s’applique jusqu’à ce qu’un jugement définitif l’écarte", judged)
    if text.supplied:
        return _silent(conflict, "le texte ne dit pas lequel l’emporte", [])
    unread = _silent(conflict, "le texte de la convention, qui le dirait, n’est pas au dossier", [])
    return replace(unread, oddity=Oddity.UNKNOWN, advice="Joignez le texte de la convention.")


def _set_aside(conflict: Conflict, grounds: tuple[Source, ...]) -> Finding:
    void = conflict.rank is Rank.LAW
    effect = "elle est réputée non écrite" if void else "aucune partie ne peut l’invoquer tant que dure ce conflit"
    return Finding(
        oddity=Oddity.CONTRADICTORY,
        about="clause-unwritten" if void else "clause-unopposable",
        severity=Severity.WARNING,
        sentence=f"{conflict.what} : {effect} ; les autres clauses gardent leur force.",
        advice="Mettez le texte en accord par un avenant.",
        sources=(*grounds, *conflict.sources),
    )


def _silent(conflict: Conflict, effect: str, grounds: Sequence[Source]) -> Finding:
    return Finding(
        oddity=Oddity.SILENT,
        about="norm-effect",
        severity=Severity.WARNING,
        sentence=f"{conflict.what} : {effect}.",
        advice="Mettez le texte en accord par un avenant.",
        sources=(*grounds, *conflict.sources),
    )


def _inside(conflict: Conflict) -> Finding:
    """Two parts of the convention: the order of reading chooses."""
    ours = min(rank_of(source) for source in conflict.sources)
    winner = min(ours, conflict.rank)
    chosen = "les deux textes sont de même rang" if ours == conflict.rank else f"{RANKS[winner]} l’emporte"
    return Finding(
        oddity=Oddity.CONTRADICTORY,
        about="order-of-reading",
        severity=Severity.WARNING,
        sentence=f"{conflict.what} : {chosen}.",
        advice="Choisissez par un avenant." if ours == conflict.rank else "Corrigez l’autre texte.",
        sources=conflict.sources,
    )


def _place(source: Source) -> str:
    return f"l’{source.article}" if source.article.startswith("annexe") else f"l’article {source.article}"


def _named(situation: Situation, event: ClauseContradicted | JudgmentGiven) -> tuple[Term, ...]:
    """The clauses that a fact names, in any version of the text: it may itself have taken them out of the last one."""
    versions = situation.life.texts.versions
    found = (clause for version in versions for clause in clauses_named(version.terms, event.clause, event.article))
    return tuple({clause.source: clause for clause in found}.values())


def _unknown_clause(event: ClauseContradicted | JudgmentGiven) -> Finding:
    where = f" à l’article {event.article}" if event.article else ""
    return Finding(
        oddity=Oddity.MISSING,
        about="clause-named",
        severity=Severity.WARNING,
        sentence=f"Le texte n’a pas{where} la clause que vise ce fait : rien ne change.",
        advice="Vérifiez la clause et l’article que ce fait nomme.",
    )


def judged_clauses(situation: Situation) -> Iterator[Finding]:
    """Each judgment: what it lacks to be final, or what it leaves of the text."""
    past = [fact for fact in situation.facts if day_of(fact) <= situation.on]
    for judgment in judgments(past, situation.parties, situation.calendar):
        clauses = _named(situation, judgment.event)
        if not clauses:
            yield _unknown_clause(judgment.event)
            continue
        sources = tuple(clause.source for clause in (*situation.terms.every(Severability), *clauses))
        final = judgment.closed_on is not None and situation.on > judgment.closed_on
        yield _final(judgment, sources) if final else _pending(situation, judgment, sources)
        yield from _too_late(situation, judgment, sources)


def _final(judgment: Judgment, sources: tuple[Source, ...]) -> Finding:
    """The clause is no longer written."""
    return Finding(
        oddity=Oddity.IRREGULAR,
        about="clause-unwritten",
        severity=Severity.WARNING,
        sentence=f"Le jugement du {day_name(judgment.given_on)} est définitif : la clause de {_place(sources[-1])} est "
        "réputée non écrite ; les autres clauses gardent leur force.",
        advice="Remplacez-la par un avenant si elle vous manque.",
        sources=sources,
        laws=(APPEAL,),
    )


def _pending(situation: Situation, judgment: Judgment, sources: tuple[Source, ...]) -> Finding:
    """The clause stands while somebody may still appeal, or was not told of the judgment, or has appealed."""
    return Finding(
        oddity=Oddity.NOTED,
        about="judgment-not-final",
        severity=Severity.INFORMATION,
        sentence=f"Le jugement du {day_name(judgment.given_on)} n’est pas définitif : {_awaited(situation, judgment)}.",
        advice="Appliquez la clause jusque-là.",
        sources=sources,
        laws=(APPEAL,),
    )


def _awaited(situation: Situation, judgment: Judgment) -> str:
    """What must come for the judgment to be final, or that it will not be."""
    if judgment.set_aside:
        return "l’appel l’a écarté"
    if judgment.appealed:
        return "un appel est en cours"
    if judgment.unnotified:
        names = " et ".join(to(party_name(situation.terms, party)) for party in judgment.unnotified)
        return f"il reste à notifier {names}"
    return f"l’appel est ouvert jusqu’au {day_name(max(limit for _, limit in judgment.limits))}"


def _too_late(situation: Situation, judgment: Judgment, sources: tuple[Source, ...]) -> Iterator[Finding]:
    """The appeals that came after the last day of the party that lodged them."""
    limits = dict(judgment.limits)
    for fact, party in judgment.late_appeals:
        yield Finding(
            oddity=Oddity.IRREGULAR,
            about="appeal-late",
            severity=Severity.WARNING,
            sentence=f"L’appel {of(party_name(situation.terms, party))} est daté du {day_name(day_of(fact))}, "
            f"après le {day_name(limits[party])}, dernier jour pour le former.",
            advice="Vérifiez le jour de la notification et celui de l’appel.",
            sources=sources,
            laws=(APPEAL,),
        )


def void_term(situation: Situation) -> Iterator[Finding]:
    """A term that is no longer written, and that no avenant replaced: only the parties can fix another."""
    aside = active(situation.life.suspensions, situation.life.texts, situation.on)
    for one in (one for one in aside if one.void and one.clause == Duration.__name__):
        if situation.terms.first(Duration) is None:
            yield Finding(
                oddity=Oddity.MISSING,
                about="term-void",
                severity=Severity.BLOCKING,
                sentence="La clause de durée est réputée non écrite : le terme de la convention n’est plus connu.",
                advice="Fixez ensemble un terme, par un avenant.",
                sources=one.because,
                laws=one.laws,
            )


def targets(situation: Situation) -> Iterator[Finding]:
    """Each orientation with its last known value, reached or not: it is an aim, never a breach."""
    for target in situation.terms.every(OrientationTarget):
        valued = [
            (event.year or day_of(fact).year, event.value)
            for fact, event in situation.happened(IndicatorValued)
            if event.indicator.casefold() == target.indicator.casefold()
        ]
        if not valued:
            continue
        year, value = max(valued, key=lambda one: one[0])
        reached, bound = met(target, value), BOUNDS[target.comparator]
        yield noted(
            "target-reached" if reached else "target-missed",
            f"« {target.indicator} » : {_figure(value)} en {year}, pour {_figure(target.value)} {bound} ; "
            f"l’orientation {'est' if reached else 'n’est pas'} atteinte.",
            target.source,
        )


def met(target: OrientationTarget, value: Decimal) -> bool:
    """Whether a value reaches the target; equal to it, it does."""
    return value >= target.value if target.comparator is Comparator.AT_LEAST else value <= target.value


def _figure(value: Decimal) -> str:
    return str(value).replace(".", ",")
