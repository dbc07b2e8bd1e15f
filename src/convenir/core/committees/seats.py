"""Who sits in each body over time: members appointed and gone, parity, offices without a holder."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.facts import MemberAppointed, MemberLeft
from convenir.core.situation import Situation, day_of
from convenir.core.terms.governance import Committee


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who sits for a party. `seat` is a name, a number or an office, «» where none was recorded."""

    party: str
    seat: str
    advisory: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Who sits in a body from `since` on. `heard` are the parties that have had a voting member recorded so far.

    `vacant` are the seats that were left and not filled, whoever held them.
    """

    since: date = date.min
    members: tuple[Member, ...] = ()
    heard: frozenset[str] = frozenset()
    vacant: frozenset[str] = frozenset()

    def voting(self, parties: Sequence[str]) -> dict[str, int] | None:
        """How many members with a vote each party has; None until each has had one recorded: parity is not known."""
        if not self.heard.issuperset(parties):
            return None
        seats = [member.party for member in self.members if not member.advisory]
        return {party: seats.count(party) for party in parties}

    def without_holder(self, committee: Committee) -> tuple[str, ...]:
        """The offices of a body composed by office that nobody holds: they are held until told otherwise."""
        offices = committee.composition if committee.by_office else ()
        return tuple(office for office in offices if office.casefold() in self.vacant)

    def completes(self, committee: Committee, parties: Sequence[str]) -> bool:
        """Whether the body has the members that the text gives it, as far as facts tell."""
        if self.without_holder(committee):
            return False
        counted = self.voting(parties)
        if counted is None:
            return True
        enough = committee.seats is None or min(counted.values()) >= committee.seats
        return enough and (not committee.parity or len(set(counted.values())) == 1)


def rolls(situation: Situation, body: str) -> tuple[Roll, ...]:
    """The roll of that body after each day of change, in order; on one day, those who left go first."""
    changes: list[tuple[date, MemberAppointed | MemberLeft]] = []
    changes += [(day_of(fact), event) for fact, event in situation.events(MemberLeft) if event.body == body]
    changes += [(day_of(fact), event) for fact, event in situation.events(MemberAppointed) if event.body == body]
    found: dict[date, Roll] = {}
    roll = Roll()
    for day, event in sorted(changes, key=lambda change: change[0]):
        roll = replace(_arrived(roll, event) if isinstance(event, MemberAppointed) else _gone(roll, event), since=day)
        found[day] = roll
    return tuple(found.values())


def roll_on(known: Sequence[Roll], on: date) -> Roll:
    """Of those rolls, in order, the one of that day; an empty one before the first."""
    place = bisect_right(known, on, key=lambda roll: roll.since)
    return known[place - 1] if place else Roll()


def parity(situation: Situation, body: str, on: date) -> bool | None:
    """Whether the parties have as many members in `body` on that day; None where that is not known."""
    counted = roll_on(rolls(situation, body), on).voting(situation.parties)
    return None if counted is None else len(set(counted.values())) == 1


def incomplete_since(known: Sequence[Roll], committee: Committee, situation: Situation) -> date | None:
    """The first day of the gap that is open on the day of the question; None where the body is complete."""
    since = None
    for roll in known:
        if roll.since <= situation.on:
            since = None if roll.completes(committee, situation.parties) else since or roll.since
    return since


def _arrived(roll: Roll, event: MemberAppointed) -> Roll:
    """One more member; a named seat that was held changes hands."""
    kept = [m for m in roll.members if not event.seat or (m.party, m.seat) != (event.party, event.seat)]
    return replace(
        roll,
        members=(*kept, Member(party=event.party, seat=event.seat, advisory=event.advisory)),
        heard=roll.heard if event.advisory else roll.heard | {event.party},
        vacant=roll.vacant - {event.seat.casefold()},
    )


def _gone(roll: Roll, event: MemberLeft) -> Roll:
    """One member less; a departure from an unknown seat empties one without a name, voting first."""
    vacant = roll.vacant | {event.seat.casefold()}
    mine = [member for member in roll.members if member.party == event.party]
    found = [member for member in mine if member.seat == event.seat] or [member for member in mine if not member.seat]
    if not found:
        return replace(roll, vacant=vacant)
    place = roll.members.index(next((member for member in reversed(found) if not member.advisory), found[-1]))
    return replace(roll, members=(*roll.members[:place], *roll.members[place + 1 :]), vacant=vacant)
