"""Exchanges of data against the text: what was handed over, refused, left waiting, passed on."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from convenir.core.delays import after
from convenir.core.facts import (
    ConsultationHeld,
    DataReleased,
    DataRequested,
    DpoOpinionGiven,
    RequestAnswered,
    StudyLaunched,
)
from convenir.core.findings import Finding, Oddity, Severity, contrary
from convenir.core.force import Force
from convenir.core.law import GDPR_SINCE, IMPACT_ASSESSMENT, PRIOR_FORMALITIES
from convenir.core.naming import day_name
from convenir.core.rules.exchanges import closing
from convenir.core.situation import Situation, day_of
from convenir.core.terms import PriorConsultation
from convenir.core.terms.exchanges import (
    DataRequestGate,
    DataRequestWorkflow,
    DataSharing,
    DpoOpinion,
    JointStudy,
    PersonalDataFlow,
)
from convenir.core.transfers.onward import communications, consents
from convenir.core.transfers.release_words import finding
from convenir.core.transfers.releases import Met, assessed, binding, conditions, made
from convenir.core.transfers.requests import requests_of

# The clauses that may give a time to answer.
Timed: TypeAlias = DataRequestGate | DataRequestWorkflow


def releases(situation: Situation) -> Iterator[Finding]:
    """Data handed over without what the text, or the law, asks for beforehand."""
    requests = requests_of(situation)
    for passage in made(requests):
        for condition in conditions(requests, passage):
            if condition.state is not Met.MET:
                yield finding(situation.terms, passage, condition)


def onward_releases(situation: Situation) -> Iterator[Finding]:
    """Data passed on to a third party without the prior consent of their owner."""
    for passage, event in communications(situation):
        for condition in consents(situation, passage, event):
            if condition.state is not Met.MET:
                yield finding(situation.terms, passage, condition)


def refusals(situation: Situation) -> Iterator[Finding]:
    """A refusal without a reason, where sharing is the rule."""
    sharing = situation.terms.first(DataSharing)
    if sharing is None or sharing.force is Force.SOFT:
        return
    for fact, event in situation.happened(RequestAnswered):
        if not event.accepted and not event.reason and binding(situation, day_of(fact)):
            yield Finding(
                oddity=Oddity.MISSING,
                about="refusal-reason",
                severity=Severity.WARNING,
                sentence=f"Données de « {event.request} » : le refus du {day_name(day_of(fact))} n’est pas motivé.",
                advice="Le texte fait du partage la règle : donnez la raison de ce refus.",
                sources=(sharing.source,),
                on=day_of(fact),
            )


def waiting(situation: Situation) -> Iterator[Finding]:
    """A request still without an answer: past the time that the text gives, or where it gives none."""
    clauses: list[Timed] = [*situation.terms.every(DataRequestGate), *situation.terms.every(DataRequestWorkflow)]
    requests = requests_of(situation)
    for fact, event in situation.happened(DataRequested):
        open_still = binding(situation, day_of(fact)) and binding(situation, situation.on)
        if not clauses or not open_still or closing(requests, event.request) is not None:
            continue
        timed = [(after(day_of(fact), c.reply_within), c) for c in clauses if c.reply_within is not None]
        if not timed:
            yield _untimed(situation, event, clauses)
        for due_on, clause in timed[:1]:
            if situation.on > due_on:
                yield contrary(
                    "reply-late",
                    f"Données de « {event.request} » : la réponse était attendue le {day_name(due_on)}.",
                    "Répondez, ou dites pourquoi vous ne le pouvez pas encore.",
                    clause.source,
                )


def _untimed(situation: Situation, event: DataRequested, clauses: list[Timed]) -> Finding:
    supplied = situation.terms.supplied
    return Finding(
        oddity=Oddity.SILENT if supplied else Oddity.UNKNOWN,
        about="reply-delay",
        severity=Severity.INFORMATION,
        sentence=f"Données de « {event.request} » : "
        + ("le texte ne fixe aucun délai de réponse." if supplied else "le texte, qui manque, dirait le délai."),
        advice="Convenez ensemble d’une date de réponse.",
        sources=tuple(clause.source for clause in clauses),
    )


def recommendations(situation: Situation) -> Iterator[Finding]:
    """Recommendations of a data protection officer, and data handed over without a word of what came of them."""
    requests = requests_of(situation)
    for fact, release in situation.happened(DataReleased):
        opinions = requests.of(DpoOpinionGiven, release.request)
        told = [(f, e) for f, e in opinions if e.recommendations and day_of(f) <= day_of(fact)]
        if told and release.followed is not True and not release.reason:
            yield Finding(
                oddity=Oddity.MISSING,
                about="dpo-recommendations",
                severity=Severity.WARNING,
                sentence=f"Données de « {release.request} » : rien ne dit ce que sont devenues les recommandations du "
                f"délégué à la protection des données ({told[-1][1].recommendations}).",
                advice="Dites pour chacune si elle a été suivie, ou pourquoi elle ne l’a pas été.",
                sources=tuple(clause.source for clause in situation.terms.every(DpoOpinion)),
                on=day_of(fact),
            )


def health_flows(situation: Situation) -> Iterator[Finding]:
    """A flow of data on health that has not started and for which no impact assessment is recorded."""
    if not binding(situation, situation.on):
        return
    requests = requests_of(situation)
    for clause in situation.terms.every(PersonalDataFlow):
        started = requests.of(DataReleased, clause.flow)
        if clause.health and not started and not assessed(requests, clause.flow):
            yield _assess(clause, lawful=situation.on >= GDPR_SINCE)


def _assess(clause: PersonalDataFlow, *, lawful: bool) -> Finding:
    """What must precede: an impact assessment since the RGPD applies, formalities before."""
    told, advice = (
        ("aucune analyse d’impact n’est enregistrée", "Faites l’analyse d’impact avant que les données passent.")
        if lawful
        else ("des formalités auprès de la Cnil la précèdent", "Vérifiez-les avant que les données passent.")
    )
    return Finding(
        oddity=Oddity.MISSING,
        about="impact-assessment",
        severity=Severity.WARNING if lawful else Severity.INFORMATION,
        sentence=f"« {clause.flow} » touche à la santé des personnes : {told}.",
        advice=advice,
        sources=(clause.source,),
        laws=(IMPACT_ASSESSMENT if lawful else PRIOR_FORMALITIES,),
    )


def joint_studies(situation: Situation) -> Iterator[Finding]:
    """A study begun alone, where studies are made together after an exchange and no other clause says so."""
    if situation.terms.first(PriorConsultation) is not None:
        return
    for clause in situation.terms.every(JointStudy):
        if not clause.prior_exchange or clause.force is Force.SOFT:
            continue
        for fact, study in situation.happened(StudyLaunched):
            talks = [
                f for f, e in situation.happened(ConsultationHeld) if e.subject.casefold() == study.subject.casefold()
            ]
            before = any(day_of(talk) <= day_of(fact) for talk in talks)
            if not before and study.concerns is not False and binding(situation, day_of(fact)):
                yield replace(
                    contrary(
                        "joint-study",
                        f"« {study.subject} » a été lancé le {day_name(day_of(fact))} sans échange préalable.",
                        "Voyez avec l’autre partie si l’étude peut encore être conduite ensemble.",
                        clause.source,
                    ),
                    on=day_of(fact),
                )
