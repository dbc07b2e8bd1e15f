"""Duties and possibilities of the life: signatures that lack, renewals to refuse, the decision before the end."""

from collections.abc import Iterator
from datetime import date, timedelta

from convenir.core.conclusion import parties
from convenir.core.delays import latest
from convenir.core.moves import denunciations
from convenir.core.obligation import Duty, Obligation, State
from convenir.core.periods import duration_of
from convenir.core.situation import Situation
from convenir.core.source import Source
from convenir.core.terms import PartyClause, Renewal
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
        yield _decision(situation, number, (end, sources), done=True)
    if situation.on <= lived.term <= situation.until:
        yield _decision(situation, len(renewed) + 1, (lived.term, sources), done=False)


def _decision(situation: Situation, number: int, found: tuple[date, tuple[Source, ...]], *, done: bool) -> Obligation:
    end, sources = found
    aim = previous_workday(end, situation.calendar)
    return Obligation(
        key=f"renewal_decision:{number}",
        duty=Duty.RENEWAL_DECISION,
        subject="",
        who=tuple(parties(situation.terms, situation.facts)),
        state=State.DONE if done else State.DUE,
        due_on=end,
        advice_on=aim if aim != end and not done else None,
        done_on=end if done else None,
        period=str(end.year),
        optional=True,
        because=sources,
    )


def _party_grounds(situation: Situation, party: str) -> tuple[Source, ...]:
    grounds = tuple(c.source for c in situation.terms.every(PartyClause) if c.key == party)
    return grounds or situation.life.because or (Source(text=situation.terms.document.value, article="parties"),)
