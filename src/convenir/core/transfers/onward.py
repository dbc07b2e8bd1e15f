"""Data passed on to a third party: whether the party that owns them agreed before, for that recipient and that use."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.facts import ConsentGiven, ConsentWithdrawn, Fact, OnwardReleased
from convenir.core.law import GDPR_SINCE, PROCESSOR
from convenir.core.situation import Situation, day_of
from convenir.core.terms.exchanges import DataOwnership
from convenir.core.transfers.releases import Condition, Met, Need, Passage, Proof, judged


def consents(situation: Situation, passage: Passage, event: OnwardReleased) -> Iterator[Condition]:
    """The consent that each clause asks of the owner, as it stands for that communication.

    Ownership does not end with the convention: the clause binds as long as the data are held.
    """
    begun = situation.owed_from
    if begun is None or passage.day < begun:
        return
    for clause in situation.terms.every(DataOwnership):
        if not clause.consent:
            continue
        owners = tuple(key for key in situation.parties if key != event.party)
        laws = (PROCESSOR,) if event.processor and passage.day >= GDPR_SINCE else ()
        wanted = Condition(need=Need.CONSENT, who=owners, because=(clause.source,), laws=laws)
        given = _given(situation, event)
        fitting = [Proof(fact=f, author=e.party) for f, e in given if e.to == event.to and e.scope in ("", event.scope)]
        told = judged(wanted, fitting, passage)
        if told.state is Met.MET and _withdrawn(situation, event, told.met_on, passage.day):
            told = replace(told, state=Met.MISSING)
        yield replace(told, assumptions=tuple(_assumed(told, event, bool(given))))


def communications(situation: Situation) -> Iterator[tuple[Passage, OnwardReleased]]:
    """The communications to third parties made by the day of the question."""
    for fact, event in situation.happened(OnwardReleased):
        passage = passed_on(event, day_of(fact), made=True)
        yield replace(passage, facts=(fact.id,)), event


def passed_on(event: OnwardReleased, day: date, *, made: bool) -> Passage:
    """A communication to a third party, made or to come."""
    name = event.scope or f"communication à {event.to}"
    return Passage(request=name, day=day, asker=event.to, holders=(event.party,), made=made)


def _given(situation: Situation, event: OnwardReleased) -> list[tuple[Fact, ConsentGiven]]:
    """The consents of another party, whatever the recipient."""
    return [(f, e) for f, e in situation.happened(ConsentGiven) if e.party != event.party]


def _withdrawn(situation: Situation, event: OnwardReleased, since: date | None, day: date) -> bool:
    """Whether the owner took its consent back between the day it gave it and that of the communication."""
    return any(
        told.flow in (event.to, event.scope) and not told.person and (since or date.min) <= day_of(fact) <= day
        for fact, told in situation.happened(ConsentWithdrawn)
    )


def _assumed(told: Condition, event: OnwardReleased, given: bool) -> Iterator[Assumption]:
    """What was chosen to find a consent lacking, with the reading that would not."""
    if told.state is Met.MET:
        return
    source = told.because[0]
    if event.processor:
        other = Alternative(reading="processor_is_not_third_party")
        yield Assumption(choice=Choice.PROCESSOR_IS_THIRD_PARTY, alternatives=(other,), source=source)
    if told.state is Met.LATE:
        other = Alternative(reading="later_consent_cures", on=told.met_on)
        yield Assumption(choice=Choice.CONSENT_COMES_FIRST, alternatives=(other,), source=source)
    if told.state is Met.MISSING and given:
        other = Alternative(reading="any_recipient")
        yield Assumption(choice=Choice.CONSENT_IS_FOR_ONE_RECIPIENT, alternatives=(other,), source=source)
