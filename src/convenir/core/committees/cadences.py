"""How often each body meets: as a clause says, or as the yearly work drawn up within it implies."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.force import Force
from convenir.core.situation import Situation
from convenir.core.terms import Evaluation, Review
from convenir.core.terms.evaluation import BodyRole, Moment
from convenir.core.terms.governance import Bound, MeetingCadence, Per
from convenir.core.years import Stretch, contract_year_end, share, stretches, yearly


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One period in which a body owes its meetings, and what was chosen to count it."""

    stretch: Stretch
    due_on: date
    assumptions: tuple[Assumption, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The cadence of a body, stated or implied, with its periods in order. `force` is that of the words it rests on."""

    cadence: MeetingCadence
    rounds: tuple[Round, ...]
    force: Force = Force.HARD


def paces(situation: Situation) -> Iterator[Pace]:
    """The cadence of each body, with the periods that the life of the convention covers up to the last day asked."""
    if situation.binds_from is None:
        return
    for cadence in situation.terms.every(MeetingCadence):
        yield Pace(cadence=cadence, rounds=tuple(_stated(situation, cadence, situation.binds_from)))
    for clause in yearly_work(situation):
        cadence = MeetingCadence(body=clause.body, count=1, bound=Bound.MINIMUM, source=clause.source)
        rounds = tuple(_implied(situation, cadence, situation.binds_from))
        yield Pace(cadence=cadence, rounds=rounds, force=clause.force)


def yearly_work(situation: Situation) -> Iterator[Evaluation | Review]:
    """For each body without a stated cadence, the first clause that has something drawn up within it every year."""
    paced = {cadence.body for cadence in situation.terms.every(MeetingCadence)}
    clauses: list[Evaluation | Review] = [*situation.terms.every(Review), *situation.terms.every(Evaluation)]
    for clause in clauses:
        within = clause.role is BodyRole.DRAWS_UP and clause.moment is Moment.YEARLY
        if within and clause.body and clause.body not in paced:
            paced.add(clause.body)
            yield clause


def _stated(situation: Situation, cadence: MeetingCadence, first: date) -> Iterator[Round]:
    """The civil periods of a stated cadence: one that the life covers in part counts whole."""
    end = situation.life.last_day or date.max
    for stretch in stretches(first, min(end, situation.until), cadence.per):
        whole = first <= stretch.first and end >= stretch.last
        assumptions = () if whole else (_partial(cadence, stretch, first, end),)
        yield Round(stretch=stretch, due_on=min(stretch.last, end), assumptions=assumptions)


def _partial(cadence: MeetingCadence, stretch: Stretch, first: date, end: date) -> Assumption:
    others = [Alternative(reading="pro_rata", count=share(first, end, stretch, cadence.count))]
    if cadence.per is Per.CIVIL_YEAR:
        by_contract = contract_year_end(first, max(first, stretch.first), end)
        others.append(Alternative(reading="contract_year", on=by_contract, count=cadence.count))
    choice = Choice.PARTIAL_YEAR_COUNTS_WHOLE
    return Assumption(choice=choice, count=cadence.count, alternatives=tuple(others), source=cadence.source)


def _implied(situation: Situation, cadence: MeetingCadence, first: date) -> Iterator[Round]:
    """One meeting in each year for which the work is owed; a first part of year merged with it counts with it."""
    silent = Alternative(reading="no_cadence", count=0)
    derived = Assumption(choice=Choice.CADENCE_FROM_YEARLY_WORK, count=1, alternatives=(silent,), source=cadence.source)
    for owed in yearly(situation, cadence.source):
        stretch = Stretch(label=str(owed.year), first=first, last=date(owed.year, 12, 31))
        yield Round(stretch=stretch, due_on=owed.due_on, assumptions=(derived, *owed.assumptions))
        first = date(owed.year + 1, 1, 1)
