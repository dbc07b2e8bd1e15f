"""Rules one by one, on clauses written for each: committees, evaluations, data, and facts against the text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from convenir.core.agenda import agenda, irregularities
from convenir.core.delays import Between, Days, Months
from convenir.core.facts import (
    AnnexAttached,
    DataDelivered,
    DocumentsSent,
    EvaluationDone,
    Event,
    Fact,
    MeetingCancelled,
    MeetingHeld,
    MeetingMoved,
    MeetingPlanned,
    Signed,
)
from convenir.core.findings import Finding, Severity
from convenir.core.obligation import Duty, Obligation, State
from convenir.core.source import Source
from convenir.core.terms import Annex, Duration, Evaluation, PartyClause, Review, Term, Terms
from convenir.core.terms.evaluation import Moment
from convenir.core.terms.exchanges import PeriodicDelivery
from convenir.core.terms.governance import (
    ChairRule,
    Committee,
    DocumentCirculation,
    Level,
    MeetingCadence,
    Per,
    SecretariatRule,
    Turn,
)
from convenir.core.terms.lifetime import Start
from convenir.core.terms.parties import PartyKind

HERE = Source(text="convention", article="6")
PARTIES = (
    PartyClause(key="caf", name="Caf", kind=PartyKind.CAF, source=HERE),
    PartyClause(key="commune", name="Montréval", kind=PartyKind.MUNICIPALITY, source=HERE),
)
FROM_2020 = Duration(start=Start.FIXED, starts_on=date(2020, 1, 1), ends_on=date(2023, 12, 31), source=HERE)
SIGNED = ((date(2019, 12, 1), Signed(party="caf")), (date(2019, 12, 2), Signed(party="commune")))
Happened = tuple[date, Event]


def facts(happened: Sequence[Happened]) -> list[Fact]:
    return [Fact(id=f"f{n}", on=on, recorded_on=on, event=e) for n, (on, e) in enumerate([*SIGNED, *happened])]


def terms(*clauses: Term) -> Terms:
    return Terms(clauses=(*PARTIES, FROM_2020, *clauses))


def owed(duty: Duty, on: date, clauses: Sequence[Term], *happened: Happened) -> list[Obligation]:
    found = agenda(terms(*clauses), facts(happened), on=on, known=date.max, until=date(2024, 12, 31))
    return [obligation for obligation in found if obligation.duty is duty]


def wrong(on: date, clauses: Sequence[Term], *happened: Happened) -> tuple[Finding, ...]:
    return irregularities(terms(*clauses), facts(happened), on=on, known=date.max, until=date(2024, 12, 31))


CIRCULATION = DocumentCirculation(body="copil", delay=Days(count=15), sender="le secrétariat", source=HERE)


def secretariat(*holders: str, binding: bool = True, turn: Turn = Turn.HELD) -> SecretariatRule:
    return SecretariatRule(body="copil", turn=turn, holders=holders, binding=binding, source=HERE)


@pytest.mark.parametrize(
    ("rules", "who", "found"),
    [
        ([secretariat("caf")], ("caf",), []),
        ([], (), ["secretariat"]),
        ([secretariat()], (), ["secretariat"]),
        ([secretariat("caf", binding=False)], (), ["secretariat"]),
        ([secretariat("caf"), secretariat("commune")], (), ["secretariat"]),
        ([secretariat("caf"), secretariat("caf")], ("caf",), []),
    ],
)
def test_who_sends_the_papers(rules: list[SecretariatRule], who: tuple[str, ...], found: list[str]) -> None:
    planned = (date(2020, 6, 16), MeetingPlanned(body="copil"))
    (papers,) = owed(Duty.DOCUMENTS, date(2020, 3, 1), [CIRCULATION, *rules], planned)
    assert (papers.who, [finding.about for finding in papers.findings]) == (who, found)
    assert all(finding.severity is Severity.BLOCKING for finding in papers.findings)


def test_a_meeting_cancelled_asks_for_no_papers() -> None:
    planned = (date(2020, 6, 16), MeetingPlanned(body="copil"))
    gone = (date(2020, 6, 16), MeetingCancelled(body="copil"))
    assert owed(Duty.DOCUMENTS, date(2020, 3, 1), [CIRCULATION], planned, gone) == []


def test_a_meeting_moved_away_and_back_keeps_its_papers() -> None:
    first, second = date(2020, 6, 16), date(2020, 7, 1)
    happened = facts([(first, MeetingPlanned(body="copil"))])
    for number, (to, was) in enumerate([(second, first), (first, second)]):
        event = MeetingMoved(body="copil", was=was)
        happened.append(Fact(id=f"m{number}", on=to, recorded_on=date(2020, 4, number + 1), event=event))
    sent = DocumentsSent(body="copil", meeting_on=second)
    happened.append(Fact(id="s", on=date(2020, 5, 30), recorded_on=date(2020, 5, 30), event=sent))
    found = agenda(terms(CIRCULATION), happened, on=date(2020, 6, 1), known=date.max, until=date(2020, 12, 31))
    (papers,) = [duty for duty in found if duty.duty is Duty.DOCUMENTS]
    assert (papers.period, papers.due_on, papers.state) == ("2020-06-16", date(2020, 6, 1), State.DONE)


def test_meetings_of_each_semester_are_counted_apart() -> None:
    cadence = MeetingCadence(body="copil", count=1, per=Per.SEMESTER, source=HERE)
    held = (date(2020, 3, 3), MeetingHeld(body="copil")), (date(2020, 5, 5), MeetingHeld(body="copil"))
    found = owed(Duty.MEETING, date(2021, 1, 1), [cadence], *held)
    assert [(duty.period, duty.state) for duty in found][:3] == [
        ("2020-S1", State.DONE),
        ("2020-S2", State.MISSED),
        ("2021-S1", State.DUE),
    ]


def test_an_evaluation_twice_a_year_has_two_ranks() -> None:
    clause = Evaluation(moment=Moment.YEARLY, per_year=2, source=HERE)
    done = (date(2020, 6, 1), EvaluationDone(year=2020))
    found = owed(Duty.EVALUATION, date(2021, 1, 1), [clause], done)
    assert [(duty.rank, duty.state) for duty in found if duty.period == "2020"] == [(1, State.DONE), (2, State.LATE)]


@pytest.mark.parametrize(
    ("start", "end", "due"),
    [
        (date(2022, 10, 1), date(2023, 5, 31), [date(2023, 5, 31)]),
        (date(2022, 11, 2), date(2023, 1, 31), [date(2023, 1, 31)]),
        (date(2022, 10, 1), date(2024, 5, 31), [date(2023, 12, 31)]),
        (date(2022, 10, 1), date(2022, 12, 31), [date(2022, 12, 31)]),
    ],
    ids=["huit mois", "trois mois", "vingt mois", "dans une année"],
)
def test_a_short_life_owes_one_evaluation(start: date, end: date, due: list[date]) -> None:
    duration = Duration(start=Start.FIXED, starts_on=start, ends_on=end, source=HERE)
    text = Terms(clauses=(*PARTIES, duration, Evaluation(moment=Moment.YEARLY, source=HERE)))
    for until in (date(2022, 12, 31), date(2030, 12, 31)):
        found = agenda(text, facts([]), on=start, known=date.max, until=until)
        owed_then = [duty.due_on for duty in found if duty.duty is Duty.EVALUATION]
        assert owed_then == [day for day in due if day <= until]


def test_a_first_evaluation_may_have_its_own_delay() -> None:
    clause = Evaluation(moment=Moment.YEARLY, first_within=Months(count=18), source=HERE)
    found = owed(Duty.EVALUATION, date(2020, 1, 1), [clause])
    assert [duty.due_on for duty in found] == [date(2021, 7, 1), date(2022, 12, 31), date(2023, 12, 31)]


@pytest.mark.parametrize(("on", "state"), [(date(2024, 3, 31), State.DUE), (date(2024, 4, 1), State.LATE)])
def test_a_final_bilan_with_a_delay_survives_the_end(on: date, state: State) -> None:
    clause = Review(moment=Moment.FINAL, within=Months(count=3), source=HERE)
    (final,) = owed(Duty.FINAL_REVIEW, on, [clause])
    assert (final.due_on, final.opens_on, final.state) == (date(2024, 3, 31), date(2024, 1, 1), state)


@pytest.mark.parametrize("moment", [Moment.MID_TERM, Moment.OPEN])
def test_an_evaluation_without_a_day_is_never_late(moment: Moment) -> None:
    clause = Evaluation(moment=moment, source=HERE)
    (open_one,) = owed(Duty.EVALUATION, date(2023, 12, 31), [clause])
    assert (open_one.state, open_one.due_on) == (State.OPEN, None)
    (done,) = owed(Duty.EVALUATION, date(2023, 1, 1), [clause], (date(2022, 1, 1), EvaluationDone(moment=moment)))
    assert done.state is State.DONE


def test_data_of_each_quarter() -> None:
    clause = PeriodicDelivery(giver="caf", per=Per.QUARTER, source=HERE)
    delivered = (date(2020, 2, 3), DataDelivered(party="caf"))
    found = owed(Duty.DELIVERY, date(2020, 7, 1), [clause], delivered)
    assert [(duty.period, duty.state) for duty in found][:3] == [
        ("2020-T1", State.DONE),
        ("2020-T2", State.LATE),
        ("2020-T3", State.DUE),
    ]
    assert len(found) == 16


def test_data_due_by_a_day_of_each_year() -> None:
    clause = PeriodicDelivery(giver="caf", due_month=6, due_day=30, source=HERE)
    found = owed(Duty.DELIVERY, date(2020, 7, 1), [clause])
    assert [(duty.due_on, duty.state) for duty in found][:2] == [
        (date(2020, 6, 30), State.LATE),
        (date(2021, 6, 30), State.DUE),
    ]


COPIL = Committee(body="copil", name="Comité de pilotage", level=Level.STEERING, parity=True, source=HERE)
JOINT = ChairRule(body="copil", turn=Turn.JOINT, holders=("caf", "commune"), source=HERE)


@pytest.mark.parametrize(
    ("clauses", "meeting", "found"),
    [
        ([JOINT], MeetingHeld(body="copil", chair="caf"), ["chair-shared"]),
        ([JOINT], MeetingHeld(body="copil", chair="commune+caf"), []),
        ([JOINT], MeetingHeld(body="copil"), []),
        ([secretariat("caf")], MeetingHeld(body="copil", secretary="commune"), ["secretariat-holder"]),
        ([secretariat("caf")], MeetingHeld(body="copil", secretary="caf"), []),
        ([secretariat("caf", binding=False)], MeetingHeld(body="copil", secretary="commune"), []),
        ([secretariat("caf"), secretariat("commune")], MeetingHeld(body="copil", secretary="commune"), []),
        ([COPIL], MeetingHeld(body="copil", present={"caf": 4, "commune": 3}), ["parity"]),
        ([COPIL], MeetingHeld(body="copil", present={"caf": 4, "commune": 4, "expert": 1}), []),
    ],
)
def test_a_meeting_against_the_text(clauses: list[Term], meeting: MeetingHeld, found: list[str]) -> None:
    told = wrong(date(2020, 12, 31), clauses, (date(2020, 6, 16), meeting))
    assert [finding.about for finding in told] == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2019, 11, 30), ["before-signature"]),
        (date(2019, 12, 2), []),
        (date(2023, 12, 31), []),
        (date(2024, 1, 1), ["after-end"]),
    ],
)
def test_a_meeting_outside_the_life(day: date, found: list[str]) -> None:
    told = wrong(date(2024, 6, 1), [], (day, MeetingHeld(body="copil")))
    assert [finding.about for finding in told] == found


def test_a_meeting_fixed_for_a_month_only_is_no_appointment() -> None:
    cadence = MeetingCadence(body="copil", count=1, source=HERE)
    happened = facts([(date(2020, 6, 16), MeetingPlanned(body="copil"))])
    vague = [*happened[:-1], replace(happened[-1], on=Between.month(2020, 6), recorded_on=date(2020, 1, 2))]
    for told, expected in ((happened, ["planned_meeting:copil:2020-06-16"]), (vague, [])):
        found = agenda(terms(cadence), told, on=date(2020, 5, 1), known=date.max, until=date(2020, 12, 31))
        assert [duty.key for duty in found if duty.duty is Duty.PLANNED_MEETING] == expected


def test_an_appointment_takes_the_place_of_the_meeting_that_it_answers() -> None:
    cadence = MeetingCadence(body="copil", count=2, source=HERE)
    planned = (date(2020, 9, 15), MeetingPlanned(body="copil"))
    found = agenda(terms(cadence), facts([planned]), on=date(2020, 5, 1), known=date.max, until=date(2020, 12, 31))
    assert [duty.key for duty in found] == ["planned_meeting:copil:2020-09-15", "meeting:copil:2020:2"]
    assert found[0].because == (HERE,)


def test_a_meeting_of_a_body_that_the_text_does_not_name_is_no_duty_of_the_text() -> None:
    assert owed(Duty.PLANNED_MEETING, date(2020, 5, 1), [], (date(2020, 9, 15), MeetingPlanned(body="bureau"))) == []


def test_two_annexes_without_number_are_told_apart_by_their_titles() -> None:
    clauses = [Annex(number="", title=title, present=False, source=HERE) for title in ("fiches", "cartes")]
    found = owed(Duty.ANNEX, date(2020, 5, 1), clauses, (date(2020, 4, 1), AnnexAttached(annex="cartes")))
    assert [(duty.subject, duty.state) for duty in found] == [("cartes", State.DONE), ("fiches", State.OPEN)]
