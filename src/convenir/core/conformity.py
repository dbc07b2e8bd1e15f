"""Facts set against the text: who chaired, who kept the secretariat, what happened outside the life."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from convenir.core.delays import latest
from convenir.core.facts import (
    DataDelivered,
    DocumentsSent,
    EvaluationDone,
    EvaluationPresented,
    Fact,
    MeetingHeld,
    NoticeReceived,
    ReviewDone,
)
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.meetings import Meeting, held
from convenir.core.naming import body_name, capital, day_name, is_feminine, of_the, party_name, the, to
from convenir.core.situation import Situation, day_of
from convenir.core.terms import Evaluation, Review
from convenir.core.terms.governance import ChairRule, Committee, MeetingCadence, SecretariatRule, Turn

# What cannot precede the signature, and what it is called.
AFTER_SIGNATURE: dict[type, str] = {
    MeetingHeld: "une réunion",
    DocumentsSent: "un envoi de documents",
    EvaluationDone: "une évaluation",
    EvaluationPresented: "la présentation d’une évaluation",
    ReviewDone: "un bilan",
    DataDelivered: "une fourniture de données",
    NoticeReceived: "la réception d’une résiliation",
}
Held: TypeAlias = tuple[Meeting, MeetingHeld]
Rule: TypeAlias = ChairRule | SecretariatRule
ROLES = {ChairRule: ("chair", "la présidence"), SecretariatRule: ("secretariat", "le secrétariat")}


def before_signature(situation: Situation) -> Iterator[Finding]:
    """A meeting, a delivery, a notice dated before the signature that makes it possible."""
    concluded = situation.life.concluded_on
    if concluded is None:
        return
    limit = min(latest(concluded), situation.life.first_day or latest(concluded))
    for fact, name in _outside(situation):
        if latest(fact.on) < limit:
            yield _wrong(
                "before-signature",
                f"Le {day_name(day_of(fact))} : {name} avant la signature du {day_name(latest(concluded))}.",
                "Vérifiez les deux dates ; si l’une est fausse, annulez ce fait et enregistrez le bon.",
            )


def after_end(situation: Situation) -> Iterator[Finding]:
    """A committee that met once the convention had ended."""
    lived = situation.life
    end = lived.range[1] if lived.range else lived.last_day
    if end is None or lived.concluded_on is None:
        return
    for fact, event in situation.happened(MeetingHeld):
        if day_of(fact) > end:
            name = body_name(situation.terms, event.body)
            yield _wrong(
                "after-end",
                f"Une séance {of_the(name)} est datée du {day_name(day_of(fact))}, "
                f"après la fin de la convention, le {day_name(end)}.",
                "Cette réunion ne compte pas ; vérifiez sa date, ou l’acte qui a prolongé la convention.",
            )


def _outside(situation: Situation) -> Iterator[tuple[Fact, str]]:
    for kind, name in AFTER_SIGNATURE.items():
        yield from ((fact, name) for fact, _ in situation.past.get(kind, ()))


def chairs(situation: Situation) -> Iterator[Finding]:
    """A chair kept twice where it alternates, or held by one party where it is joint."""
    for rule in situation.terms.every(ChairRule):
        meetings = _held(situation, rule.body)
        if rule.turn is Turn.ALTERNATE:
            yield from _repeated(situation, rule, [(m, event.chair) for m, event in meetings])
        if rule.turn is Turn.JOINT:
            yield from _alone(situation, rule, [(m, event.chair) for m, event in meetings])


def secretariats(situation: Situation) -> Iterator[Finding]:
    """A secretariat that is not kept as the text says; nothing is said where two clauses name two holders."""
    rules = [rule for rule in situation.terms.every(SecretariatRule) if not rule.technical]
    for rule in rules:
        holders = {other.holders for other in rules if other.body == rule.body}
        if not rule.binding or len(holders) > 1:
            continue
        meetings = [(m, event.secretary) for m, event in _held(situation, rule.body)]
        if rule.turn is Turn.ALTERNATE:
            yield from _repeated(situation, rule, meetings)
        if rule.turn is Turn.JOINT:
            yield from _alone(situation, rule, meetings)
        if rule.turn is Turn.HELD and rule.holders:
            yield from _another(situation, rule, meetings)


def _held(situation: Situation, body: str) -> list[Held]:
    return [(meeting, meeting.held) for meeting in held(situation, body) if meeting.held is not None]


def _repeated(situation: Situation, rule: Rule, meetings: list[tuple[Meeting, str]]) -> Iterator[Finding]:
    code, role = ROLES[type(rule)]
    for (_, before), (meeting, now) in pairwise(meetings):
        if now and now == before:
            yield _against(
                f"{code}-alternation",
                f"{_of(situation, meeting)} : {party_name(situation.terms, now)} a tenu {role} deux fois de suite,"
                " alors que les parties alternent.",
                rule,
            )


def _alone(situation: Situation, rule: Rule, meetings: list[tuple[Meeting, str]]) -> Iterator[Finding]:
    code, role = ROLES[type(rule)]
    holders = set(rule.holders or situation.parties)
    for meeting, who in meetings:
        lacking = sorted(holders - set(who.split("+")))
        if who and lacking:
            names = " et ".join(party_name(situation.terms, key) for key in lacking)
            sentence = f"{_of(situation, meeting)} : le texte confie {role} aux parties ensemble ; il manquait {names}."
            yield _against(f"{code}-shared", sentence, rule)


def _another(situation: Situation, rule: Rule, meetings: list[tuple[Meeting, str]]) -> Iterator[Finding]:
    code, role = ROLES[type(rule)]
    for meeting, who in meetings:
        if who and not set(who.split("+")) & set(rule.holders):
            names = " et ".join(to(party_name(situation.terms, key)) for key in rule.holders)
            yield _against(f"{code}-holder", f"{_of(situation, meeting)} : {role} revient {names}.", rule)


def _of(situation: Situation, meeting: Meeting) -> str:
    return f"{capital(body_name(situation.terms, meeting.body))} du {day_name(meeting.day)}"


def parity(situation: Situation) -> Iterator[Finding]:
    """Unequal numbers at a meeting of a body composed by halves; who is not a party is not counted."""
    for committee in situation.terms.every(Committee):
        if not committee.parity:
            continue
        for meeting, event in _held(situation, committee.body):
            counts = {key: count for key, count in event.present.items() if key in situation.parties}
            if len(set(counts.values())) > 1:
                told = ", ".join(f"{party_name(situation.terms, key)} : {n}" for key, n in counts.items())
                yield Finding(
                    oddity=Oddity.IRREGULAR,
                    about="parity",
                    severity=Severity.INFORMATION,
                    sentence=f"{_of(situation, meeting)} : les parties n’étaient pas en nombre égal ({told}).",
                    advice="La réunion compte ; le texte ne dit pas ce qu’il advient de ses décisions.",
                    sources=(committee.source,),
                )


def silent_cadence(situation: Situation) -> Iterator[Finding]:
    """A body must draw up or examine the evaluation, no clause says how often it meets, and it never met."""
    if situation.owed_from is None or situation.on < situation.owed_from:
        return
    paced = {clause.body for clause in situation.terms.every(MeetingCadence)}
    clauses: list[Evaluation | Review] = [*situation.terms.every(Evaluation), *situation.terms.every(Review)]
    for body in dict.fromkeys(clause.body for clause in clauses if clause.body):
        if body in paced or held(situation, body):
            continue
        name = body_name(situation.terms, body)
        feminine = "e" if is_feminine(name) else ""
        yield Finding(
            oddity=Oddity.SILENT,
            about="meeting-cadence",
            severity=Severity.WARNING,
            sentence=f"Le texte ne dit pas quand se réunit {the(name)}, qui ne s’est jamais tenu{feminine} : "
            "l’évaluation en dépend.",
            advice=f"Réunissez {the(name)} au plus tard le dernier jour de la convention.",
            sources=tuple(clause.source for clause in clauses if clause.body == body),
        )


def _against(about: str, sentence: str, rule: Rule) -> Finding:
    return Finding(
        oddity=Oddity.IRREGULAR,
        about=about,
        severity=Severity.WARNING,
        sentence=sentence,
        advice="La réunion compte ; revenez à ce que dit le texte à la prochaine.",
        sources=(rule.source,),
    )


def _wrong(about: str, sentence: str, advice: str) -> Finding:
    return Finding(oddity=Oddity.IRREGULAR, about=about, severity=Severity.WARNING, sentence=sentence, advice=advice)
