"""Judgments that hold a clause void, and the day on which nobody can appeal any more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from convenir.core.delays import clear, earliest
from convenir.core.facts import AppealDecided, AppealLodged, Fact, JudgmentGiven, JudgmentNotified
from convenir.core.law import APPEAL_PERIOD
from convenir.core.workdays import Calendar, next_workday


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """A judgment against a clause.

    `limits` holds the last day of appeal of each party that was notified, `unnotified` the other parties. `closed_on`
    is the last day before the judgment is final: that of the last of these periods, or of the decision on the last
    appeal; None while it is not final, or if it was set aside. `appealed`: in time, by anybody; `late_appeals` are the
    facts of the other appeals, each with its party.
    """

    event: JudgmentGiven
    given_on: date
    limits: tuple[tuple[str, date], ...]
    unnotified: tuple[str, ...]
    closed_on: date | None
    facts: tuple[str, ...]
    appealed: bool = False
    set_aside: bool = False
    late_appeals: tuple[tuple[Fact, str], ...] = ()


def judgments(facts: Sequence[Fact], parties: Sequence[str], calendar: Calendar) -> Iterator[Judgment]:
    """Each judgment recorded, in order, with what notifications and appeals make of it."""
    for fact in facts:
        if isinstance(fact.event, JudgmentGiven):
            yield _judgment(fact, fact.event, [f for f in facts if _about(f, fact.event.judgment)], (parties, calendar))


def _about(fact: Fact, judgment: str) -> bool:
    return isinstance(fact.event, JudgmentNotified | AppealLodged | AppealDecided) and fact.event.judgment == judgment


def _judgment(
    given: Fact, event: JudgmentGiven, told: Sequence[Fact], place: tuple[Sequence[str], Calendar]
) -> Judgment:
    parties, calendar = place
    limits: dict[str, date] = {}
    for fact in told:
        if isinstance(fact.event, JudgmentNotified):
            limits.setdefault(fact.event.party, last_day_of_appeal(earliest(fact.on), calendar))
    unnotified = tuple(party for party in parties if party not in limits)
    appeals = [(fact, fact.event) for fact in told if isinstance(fact.event, AppealLodged)]
    late = tuple((fact, e.party) for fact, e in appeals if earliest(fact.on) > limits.get(e.party, date.max))
    appealed = len(late) < len(appeals)
    decided = [(fact, fact.event) for fact in told if isinstance(fact.event, AppealDecided)]
    upheld_on = earliest(decided[-1][0].on) if decided and decided[-1][1].upheld else None
    expired_on = None if unnotified or not limits else max(limits.values())
    return Judgment(
        event=event,
        given_on=earliest(given.on),
        limits=tuple(limits.items()),
        unnotified=unnotified,
        closed_on=upheld_on if appealed else expired_on,
        facts=(given.id, *(fact.id for fact in told)),
        appealed=appealed,
        set_aside=appealed and bool(decided) and upheld_on is None,
        late_appeals=late,
    )


def last_day_of_appeal(notified_on: date, calendar: Calendar) -> date:
    """Two clear months from the notification, moved to a working day.

    >>> last_day_of_appeal(date(2023, 3, 10), Calendar())
    datetime.date(2023, 5, 11)
    """
    return next_workday(clear(notified_on, APPEAL_PERIOD), calendar)
