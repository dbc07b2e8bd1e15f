"""Committees against the text: who chaired, who sat, who was invited, how it decided, and whether it ever met."""

from collections.abc import Iterator
from itertools import pairwise

from convenir.core.committees.cadences import yearly_work
from convenir.core.committees.meetings import Meeting, held, sittings
from convenir.core.committees.seats import Roll, incomplete_since, roll_on, rolls
from convenir.core.committees.turns import Rule, kept_by, next_chair
from convenir.core.facts import DecisionTaken, ExpertInvited, MeetingHeld
from convenir.core.findings import Finding, Oddity, Severity, contrary
from convenir.core.naming import body_name, capital, day_name, is_feminine, of_the, party_name, the, to
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import Evaluation, Review
from convenir.core.terms.governance import (
    AdvisoryMembers,
    ChairRule,
    Committee,
    MeetingCadence,
    SecretariatRule,
    Turn,
)

NEXT_TIME = "La réunion compte ; revenez à ce que dit le texte à la prochaine."
ROLES = {ChairRule: ("chair", "la présidence"), SecretariatRule: ("secretariat", "le secrétariat")}


def chairs(situation: Situation) -> Iterator[Finding]:
    """A chair kept twice where it alternates, or held by one party where it is joint."""
    for rule in situation.terms.every(ChairRule):
        if rule.turn is Turn.ALTERNATE:
            yield from _repeated(situation, rule)
        if rule.turn is Turn.JOINT:
            yield from _alone(situation, rule)


def secretariats(situation: Situation) -> Iterator[Finding]:
    """A secretariat that is not kept as the text says; nothing is said where two clauses name two holders."""
    rules = [rule for rule in situation.terms.every(SecretariatRule) if not rule.technical]
    for rule in rules:
        holders = {other.holders for other in rules if other.body == rule.body}
        if not rule.binding or len(holders) > 1:
            continue
        if rule.turn is Turn.ALTERNATE:
            yield from _repeated(situation, rule)
        if rule.turn is Turn.JOINT:
            yield from _alone(situation, rule)
        if rule.turn is Turn.HELD and rule.holders:
            yield from _another(situation, rule)


def _repeated(situation: Situation, rule: Rule) -> Iterator[Finding]:
    code, role = ROLES[type(rule)]
    for (_, before), (meeting, event) in pairwise(sittings(situation, rule.body)):
        now = kept_by(rule, event)
        if now and now == kept_by(rule, before):
            yield contrary(
                f"{code}-alternation",
                f"{_of(situation, meeting)} : {party_name(situation.terms, now)} a tenu {role} deux fois de suite,"
                " alors que les parties alternent.",
                NEXT_TIME,
                rule.source,
                on=meeting.day,
            )


def _alone(situation: Situation, rule: Rule) -> Iterator[Finding]:
    code, role = ROLES[type(rule)]
    holders = set(rule.holders or situation.parties)
    for meeting, event in sittings(situation, rule.body):
        who = kept_by(rule, event)
        lacking = sorted(holders - set(who.split("+")))
        if who and lacking:
            names = " et ".join(party_name(situation.terms, key) for key in lacking)
            sentence = f"{_of(situation, meeting)} : le texte confie {role} aux parties ensemble ; il manquait {names}."
            yield contrary(f"{code}-shared", sentence, NEXT_TIME, rule.source, on=meeting.day)


def _another(situation: Situation, rule: Rule) -> Iterator[Finding]:
    code, role = ROLES[type(rule)]
    for meeting, event in sittings(situation, rule.body):
        who = kept_by(rule, event)
        if who and not set(who.split("+")) & set(rule.holders):
            names = " et ".join(to(party_name(situation.terms, key)) for key in rule.holders)
            sentence = f"{_of(situation, meeting)} : {role} revient {names}."
            yield contrary(f"{code}-holder", sentence, NEXT_TIME, rule.source, on=meeting.day)


def unknown_turns(situation: Situation) -> Iterator[Finding]:
    """The chair alternates, and nobody wrote down who had it last: whose turn it is cannot be said."""
    for rule in situation.terms.every(ChairRule):
        last = next(reversed(held(situation, rule.body)), None)
        if last is None or not situation.in_life(situation.on) or next_chair(situation, rule.body) is not None:
            continue
        yield Finding(
            oddity=Oddity.MISSING,
            about="chair-unknown",
            severity=Severity.INFORMATION,
            sentence=f"{_of(situation, last)} : sans savoir qui l’a présidé, on ne peut dire à qui revient la suite.",
            advice="Enregistrez qui présidait cette séance.",
            sources=(rule.source,),
        )


def compositions(situation: Situation) -> Iterator[Finding]:
    """A body that met without the members that the text gives it; else the parties came in unequal numbers."""
    for committee in situation.terms.every(Committee):
        known = rolls(situation, committee.body)
        for meeting, event in sittings(situation, committee.body):
            roll = roll_on(known, meeting.day)
            if not roll.completes(committee, situation.parties):
                told = f"{_of(situation, meeting)} : composition incomplète ({_gap(situation, committee, roll)})."
                yield contrary(
                    "composition", told, _consequence(situation, committee), committee.source, on=meeting.day
                )
            elif committee.parity:
                yield from _unequal(situation, committee, meeting, event)


def _gap(situation: Situation, committee: Committee, roll: Roll) -> str:
    """What lacks: the offices without a holder, else the members of each party."""
    vacant = roll.without_holder(committee)
    if vacant:
        return f"sans titulaire : {', '.join(vacant)}"
    return _told(situation, roll.voting(situation.parties) or {})


def _told(situation: Situation, counts: dict[str, int]) -> str:
    return ", ".join(f"{party_name(situation.terms, key)} : {count}" for key, count in counts.items())


def _consequence(situation: Situation, committee: Committee) -> str:
    """What to do: the text states no nullity and no substitute, or nobody can know because it was not supplied."""
    if not situation.terms.supplied:
        return "Le texte de la convention n’est pas fourni : demandez s’il prévoit une suppléance."
    if committee.by_office:
        return "La réunion compte ; le texte ne prévoit ni suppléance, ni nullité : convenez d’un remplaçant par écrit."
    return "La réunion compte : le texte ne prévoit pas de nullité. Complétez la composition avant la prochaine."


def _unequal(situation: Situation, committee: Committee, meeting: Meeting, event: MeetingHeld) -> Iterator[Finding]:
    """Who is not a party is not counted."""
    counts = {key: count for key, count in event.present.items() if key in situation.parties}
    if len(set(counts.values())) > 1:
        told = _told(situation, counts)
        yield Finding(
            oddity=Oddity.IRREGULAR,
            about="parity",
            severity=Severity.INFORMATION,
            sentence=f"{_of(situation, meeting)} : les parties n’étaient pas en nombre égal ({told}).",
            advice="La réunion compte ; le texte ne dit pas ce qu’il advient de ses décisions.",
            sources=(committee.source,),
            on=meeting.day,
        )


def vacancies(situation: Situation) -> Iterator[Finding]:
    """A body that lacks members on the day of the question, and since when."""
    if not situation.in_life(situation.on):
        return
    for committee in situation.terms.every(Committee):
        known = rolls(situation, committee.body)
        since = incomplete_since(known, committee, situation)
        if since is not None:
            gap = _gap(situation, committee, roll_on(known, situation.on))
            name = capital(body_name(situation.terms, committee.body))
            yield Finding(
                oddity=Oddity.MISSING,
                about="vacancy",
                severity=Severity.WARNING,
                sentence=f"{name}, depuis le {day_name(since)} : {gap}.",
                advice="Demandez à qui nomme de pourvoir le siège avant la prochaine séance.",
                sources=(committee.source,),
            )


def experts(situation: Situation) -> Iterator[Finding]:
    """An expert invited by one party where the text wants the parties to agree."""
    for clause in situation.terms.every(AdvisoryMembers):
        for fact, event in situation.happened(ExpertInvited) if clause.common_accord else ():
            lacking = [key for key in situation.parties if key not in event.invited_by]
            if event.body != clause.body or not event.invited_by or not lacking:
                continue
            names = " et ".join(party_name(situation.terms, key) for key in lacking)
            yield contrary(
                "expert-accord",
                f"Un expert invité le {day_name(day_of(fact))} sans l’accord des parties : il manque {names}.",
                "Recueillez cet accord par écrit ; l’expert n’a qu’une voix consultative.",
                clause.source,
                on=day_of(fact),
            )


def votes(situation: Situation) -> Iterator[Finding]:
    """A decision taken against votes, where no clause says how a body votes: both sides must agree."""
    for fact, event in situation.happened(DecisionTaken):
        if not event.votes_against:
            continue
        supplied = situation.terms.supplied
        name = of_the(body_name(situation.terms, event.body))
        told = f"{event.votes_for or 0} voix contre {event.votes_against}"
        silence = "le texte ne prévoit pas de vote" if supplied else "le document lu ne dit pas comment on y vote"
        yield Finding(
            oddity=Oddity.SILENT if supplied else Oddity.UNKNOWN,
            about="voting-rule",
            severity=Severity.WARNING,
            sentence=f"Décision {name} du {day_name(day_of(fact))}, par {told} : {silence}.",
            advice="Faites confirmer la décision par chaque partie : l’accord des deux est présumé nécessaire.",
            sources=_grounds(situation, event.body),
            on=day_of(fact),
        )


def _grounds(situation: Situation, body: str) -> tuple[Source, ...]:
    return tuple(clause.source for clause in situation.terms.every(Committee) if clause.body == body)


def silent_cadence(situation: Situation) -> Iterator[Finding]:
    """A body must draw up or examine the evaluation, nothing tells how often it meets, and it never met."""
    if situation.owed_from is None or situation.on < situation.owed_from:
        return
    paced = {clause.body for clause in situation.terms.every(MeetingCadence)}
    paced |= {clause.body for clause in yearly_work(situation)}
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


def _of(situation: Situation, meeting: Meeting) -> str:
    return f"{capital(body_name(situation.terms, meeting.body))} du {day_name(meeting.day)}"
