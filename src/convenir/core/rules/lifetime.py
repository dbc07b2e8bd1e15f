"""Duties and possibilities of the life: signatures that lack, renewals to refuse, the decision before the end."""

from collections.abc import Iterator
from datetime import date, timedelta

from convenir.core.afterwards import successor
from convenir.core.conclusion import parties
from convenir.core.delays import latest
from convenir.core.facts import CommitmentClosed
from convenir.core.moves import denunciations
from convenir.core.obligation import Duty, Obligation, State, state_on
from convenir.core.periods import duration_of
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import PartyClause, RelatedInstrument, Renewal
from convenir.core.terms.lifetime import Mode
from convenir.core.workdays import previous_workday


def signatures(situation: Situation) -> Iterator[Obligation]:
    """The signatures that lack once one party has signed. Undated: nobody is bound to sign, so nobody is late."""
    lived = situation.life
    begun = lived.first_signature is not None and latest(lived.first_signature) <= situation.on
    if not begun or lived.concluded_on is not None:
        return
    for party in lived.missing:
        yield Obligation(
            key=f"signature:{party}",
            duty=Duty.SIGNATURE,
            subject=party,
            who=(party,),
            state=State.OPEN,
            because=_party_grounds(situation, party),
        )


def refusals_of_renewal(situation: Situation) -> Iterator[Obligation]:
    """The last day to refuse each tacit renewal still to come: a possibility, told until it is over."""
    renewal = situation.terms.first(Renewal)
    if renewal is None or situation.life.departure is not None:
        return
    who = tuple(parties(situation.terms, situation.facts))
    for period, last in denunciations(situation.terms, situation.life):
        if situation.on <= last <= situation.until:
            aim = previous_workday(last, situation.calendar)
            yield Obligation(
                key=f"denunciation:{period.number}",
                duty=Duty.DENUNCIATION,
                subject="",
                who=who,
                state=State.DUE,
                due_on=last,
                advice_on=aim if aim != last else None,
                period=(period.last + timedelta(days=1)).isoformat(),
                optional=True,
                because=(renewal.source,),
            )


def decision_before_end(situation: Situation) -> Iterator[Obligation]:
    """What to do after the term: renew expressly, where the text says so, else a new convention."""
    lived, duration = situation.life, duration_of(situation.terms)
    if duration is None or lived.term is None or lived.departure is not None or lived.first_day is None:
        return
    renewal = situation.terms.first(Renewal)
    tacit = renewal is not None and renewal.mode is Mode.TACIT
    sources = (duration.source,) if renewal is None else (renewal.source, duration.source)
    renewed = () if tacit else lived.periods[1:]
    for number, end in enumerate([period.first - timedelta(days=1) for period in renewed], start=1):
        yield _decision(situation, number, (end, sources), done_on=end)
    following = successor(situation.facts, situation.on)
    if situation.on <= lived.term <= situation.until:
        done_on = None if following is None else following.concluded_on
        yield _decision(situation, len(renewed) + 1, (lived.term, sources), done_on=done_on)


def instruments_to_update(situation: Situation) -> Iterator[Obligation]:
    """An instrument that the parties update before the end: due on its last day, then late though nothing binds them.

    It is done by the fact that closes the commitment of that title.
    """
    if situation.owed_from is None:
        return
    end = situation.life.last_day
    to_update = [instrument for instrument in situation.terms.every(RelatedInstrument) if instrument.to_update]
    for number, instrument in enumerate(to_update, start=1):
        closed = [f for f, event in situation.happened(CommitmentClosed) if event.commitment == instrument.title]
        done_on = day_of(closed[0]) if closed else None
        yield Obligation(
            key=f"instrument_update:{number}",
            duty=Duty.INSTRUMENT_UPDATE,
            subject=instrument.title,
            who=situation.parties,
            state=state_on(situation.on, due_on=end, done_on=done_on),
            due_on=end,
            opens_on=situation.owed_from,
            done_on=done_on,
            because=(instrument.source,),
            facts=tuple(fact.id for fact in closed[:1]),
        )


def _decision(
    situation: Situation, number: int, found: tuple[date, tuple[Source, ...]], *, done_on: date | None
) -> Obligation:
    end, sources = found
    aim = previous_workday(end, situation.calendar)
    return Obligation(
        key=f"renewal_decision:{number}",
        duty=Duty.RENEWAL_DECISION,
        subject="",
        who=tuple(parties(situation.terms, situation.facts)),
        state=State.DUE if done_on is None else State.DONE,
        due_on=end,
        advice_on=aim if aim != end and done_on is None else None,
        done_on=done_on,
        period=str(end.year),
        optional=True,
        because=sources,
    )


def _party_grounds(situation: Situation, party: str) -> tuple[Source, ...]:
    grounds = tuple(c.source for c in situation.terms.every(PartyClause) if c.key == party)
    return grounds or situation.life.because or (Source(text=situation.terms.document.value, article="parties"),)
