"""Bodies to set up, contacts to name, and what a body decides every year."""

from collections.abc import Iterator

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.committees.meetings import Meeting, Sitting, sittings
from convenir.core.facts import DecisionTaken, Fact, ReferentNamed
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.naming import capital, the_bodies
from convenir.core.obligation import Duty, Obligation, State
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import SharedObjectives
from convenir.core.terms.governance import PRIORITIES, Committee, CommitteePowers, MeetingCadence, Referents
from convenir.core.workdays import aim
from convenir.core.years import YearlyDuty, yearly


def bodies_to_create(situation: Situation) -> Iterator[Obligation]:
    """Each body that the text sets up, without a day for it: open until it first meets, or has met on each theme."""
    if situation.owed_from is None:
        return
    clauses = list(situation.terms.every(Committee))
    for body in dict.fromkeys(clause.body for clause in clauses if not clause.optional):
        binding = [clause for clause in clauses if clause.body == body and not clause.optional]
        optional = [clause.source for clause in clauses if clause.body == body and clause.optional]
        themes = _themes(situation) if any(clause.by_theme for clause in binding) else ()
        first, lacking = _met(sittings(situation, body), themes)
        yield Obligation(
            key=f"body_creation:{body}",
            duty=Duty.BODY_CREATION,
            subject=body,
            who=situation.parties,
            state=State.DONE if first else _unmet(situation),
            opens_on=situation.owed_from,
            done_on=first.day if first else None,
            because=tuple(clause.source for clause in binding),
            facts=first.facts if first else (),
            assumptions=_body_over_annex(optional),
            findings=() if first else (*_lacking(body, lacking, binding), *_without_rules(situation, binding)),
        )


def _unmet(situation: Situation) -> State:
    """A duty without a day, not done: open as long as the convention lives."""
    return State.OPEN if situation.on <= situation.end else State.MISSED


def _body_over_annex(optional: list[Source]) -> tuple[Assumption, ...]:
    """The text sets the body up in one place and only allows it in another: the first is followed."""
    if not optional:
        return ()
    others = (Alternative(reading="optional"),)
    return (Assumption(choice=Choice.BODY_OVER_ANNEX, alternatives=others, source=optional[0]),)


def _themes(situation: Situation) -> tuple[str, ...]:
    """The themes that the parties share, in the order of the text."""
    shared = [clause.themes for clause in situation.terms.every(SharedObjectives) if not clause.holder]
    return tuple(dict.fromkeys(theme for themes in shared for theme in themes))


def _met(meetings: list[Sitting], themes: tuple[str, ...]) -> tuple[Meeting | None, tuple[str, ...]]:
    """The meeting that shows the body set up (the last theme to have one, where there are themes), and what lacks."""
    if not themes:
        return (meetings[0][0] if meetings else None), ()
    firsts: dict[str, Meeting] = {}
    for meeting, event in meetings:
        firsts.setdefault(event.theme.casefold(), meeting)
    lacking = tuple(theme for theme in themes if theme.casefold() not in firsts)
    if lacking:
        return None, lacking
    return max((firsts[theme.casefold()] for theme in themes), key=lambda meeting: meeting.day), ()


def _lacking(body: str, lacking: tuple[str, ...], clauses: list[Committee]) -> Iterator[Finding]:
    if lacking:
        yield Finding(
            oddity=Oddity.MISSING,
            about="theme-without-body",
            severity=Severity.INFORMATION,
            sentence=f"Thèmes sans comité connu : {', '.join(lacking)}.",
            advice="Enregistrez la première séance du comité de chaque thème.",
            sources=tuple(clause.source for clause in clauses),
        )


def _without_rules(situation: Situation, clauses: list[Committee]) -> Iterator[Finding]:
    """Nothing says who sits in the body, nor how often it meets."""
    body = clauses[0].body
    paced = any(cadence.body == body for cadence in situation.terms.every(MeetingCadence))
    if paced or any(clause.composition or clause.parity for clause in clauses):
        return
    name = capital(the_bodies(situation.terms, body))
    supplied = situation.terms.supplied
    yield Finding(
        oddity=Oddity.SILENT if supplied else Oddity.UNKNOWN,
        about="body-rules",
        severity=Severity.INFORMATION,
        sentence=f"{name} : {'le texte' if supplied else 'le document'} ne dit ni la composition, ni le rythme.",
        advice="Fixez-les d’un commun accord, par écrit." if supplied else "Demandez le texte de la convention.",
        sources=tuple(clause.source for clause in clauses),
    )


def referents_to_name(situation: Situation) -> Iterator[Obligation]:
    """Each party names its contact: no day is set for that."""
    if situation.owed_from is None:
        return
    for clause in situation.terms.every(Referents):
        for party in situation.parties:
            proof = _named(situation, clause, party)
            yield Obligation(
                key=":".join(part for part in ("referent", clause.purpose, party) if part),
                duty=Duty.REFERENT,
                subject=party,
                who=(party,),
                state=State.DONE if proof else _unmet(situation),
                opens_on=situation.owed_from,
                done_on=day_of(proof) if proof else None,
                because=(clause.source,),
                facts=(proof.id,) if proof else (),
            )


def _named(situation: Situation, clause: Referents, party: str) -> Fact | None:
    """The fact that names the contact of that party; one named without a purpose serves every purpose."""
    for fact, event in situation.happened(ReferentNamed):
        if event.party == party and (not clause.purpose or event.purpose in ("", clause.purpose)):
            return fact
    return None


def yearly_priorities(situation: Situation) -> Iterator[Obligation]:
    """A body whose powers include the priorities of each year decides them once a year."""
    for clause in situation.terms.every(CommitteePowers):
        if clause.yearly_priorities:
            decided = _decided(situation, clause.body)
            for owed in yearly(situation, clause.source):
                yield _priorities(situation, clause, owed, decided.get(owed.year))


def _decided(situation: Situation, body: str) -> dict[int, Fact]:
    """For each year, the first decision of that body on priorities."""
    decided: dict[int, Fact] = {}
    for fact, event in situation.happened(DecisionTaken):
        if event.body == body and PRIORITIES.search(event.subject):
            decided.setdefault(day_of(fact).year, fact)
    return decided


def _priorities(situation: Situation, clause: CommitteePowers, owed: YearlyDuty, proof: Fact | None) -> Obligation:
    return Obligation(
        key=f"priorities:{clause.body}:{owed.year}",
        duty=Duty.PRIORITIES,
        subject=clause.body,
        who=(clause.body,),
        state=State.DONE if proof else State.MISSED if situation.on > owed.due_on else State.DUE,
        due_on=owed.due_on,
        advice_on=aim(owed.due_on, situation.calendar),
        done_on=day_of(proof) if proof else None,
        period=str(owed.year),
        because=(clause.source,),
        facts=(proof.id,) if proof else (),
        assumptions=owed.assumptions,
    )
