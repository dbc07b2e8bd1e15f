"""The avenants: who signs, since when each binds, what the text then says, and what never changes it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.lives import AT_WILL, FEW, SIGNED, TACIT, TOWN, UNTIL_2022, YEARLY, at, convention, fact

from convenir.core.agenda import agenda
from convenir.core.assumptions import Choice
from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced
from convenir.core.delays import Between
from convenir.core.facts import (
    AmendmentProposed,
    Cancelled,
    Event,
    Fact,
    JudgmentGiven,
    JudgmentNotified,
    MeetingHeld,
    Signed,
    StatedDate,
    known_on,
)
from convenir.core.life import Life, life
from convenir.core.standing import Status, standing
from convenir.core.terms import AmendmentClause, Annex, MeetingCadence, PartyClause, Terms
from convenir.core.terms.parties import PartyKind
from convenir.core.text.acts import facts_of
from convenir.core.text.amend import AmendmentState, fold, suspended, takes_effect, written
from convenir.core.text.norms import Suspension
from convenir.core.text.texts import unchanged

LISTS = AmendmentClause(lists_changes=True, source=at("12"))
COPIL = MeetingCadence(body="copil", count=2, source=at("6"))
COTECH = MeetingCadence(body="cotech", count=4, source=at("7"))
TEXT = convention(UNTIL_2022, AT_WILL, LISTS, COPIL, COTECH)
UNTIL_2023 = replace(UNTIL_2022, ends_on=date(2023, 12, 31))
ONCE = replace(COPIL, count=1)
DAY = timedelta(days=1)
DAYS = st.dates(date(2019, 6, 1), date(2024, 6, 30))


def drafted(
    name: str, on: date, *changes: Change, effective_on: date | None = None, by: str = "caf commune"
) -> list[Fact]:
    """An avenant proposed and signed on one day by those parties."""
    text = AmendmentProposed(amendment=name, changes=changes, effective_on=effective_on)
    events: list[Event] = [text, *(Signed(party=party, amendment=name) for party in by.split())]
    return [replace(fact(number, on, event), id=f"{name}-{number}") for number, event in enumerate(events)]


def lived(*avenants: list[Fact], terms: Terms = TEXT) -> Life:
    """The life that those avenants leave."""
    return life(terms, known_on([*SIGNED, *(one for facts in avenants for one in facts)], date.max))


CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.integers(1, 4).map(lambda count: ClauseReplaced(clause=replace(COPIL, count=count))),
    DAYS.map(lambda day: ClauseReplaced(clause=replace(UNTIL_2022, ends_on=day))),
    st.sampled_from(["MeetingCadence", "TerminationAtWill", "Duration"]).map(lambda name: ClauseRemoved(clause=name)),
    st.just(ClauseAdded(clause=TACIT)),
)
AVENANTS = st.lists(st.tuples(DAYS, st.none() | DAYS, st.lists(CHANGES, max_size=2)), max_size=3).map(
    lambda rows: [
        one
        for number, (day, effect, changes) in enumerate(rows)
        for one in drafted(f"avenant-{number}", day, *changes, effective_on=effect)
    ]
)


def test_an_empty_avenant_leaves_the_terms_themselves() -> None:
    assert fold(TEXT, (), "avenant-1") is TEXT


def test_a_clause_takes_the_place_of_the_one_of_its_subject() -> None:
    folded = fold(TEXT, (ClauseReplaced(clause=ONCE),), "avenant-1")
    assert [clause.count for clause in folded.every(MeetingCadence)] == [1, 4]
    assert [type(clause) for clause in folded.clauses] == [type(clause) for clause in TEXT.clauses]
    assert {clause.source.text for clause in folded.every(MeetingCadence)} == {"avenant-1", "convention"}


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        (ClauseRemoved(clause="MeetingCadence"), []),
        (ClauseRemoved(clause="MeetingCadence", subject="cotech"), [2]),
        (ClauseRemoved(clause="MeetingCadence", article="6"), [4]),
        (ClauseRemoved(clause="MeetingCadence", subject="cotech", article="6"), [2, 4]),
        (ClauseReplaced(clause=ONCE, article="7"), [2, 4, 1]),
        (ClauseReplaced(clause=ONCE, article="6"), [1, 4]),
        (ClauseAdded(clause=ONCE), [2, 4, 1]),
    ],
)
def test_a_change_touches_what_it_names(change: Change, counts: list[int]) -> None:
    assert [clause.count for clause in fold(TEXT, (change,), "avenant-1").every(MeetingCadence)] == counts


ANNEX = Annex(number="1", present=True, source=at("annexe 1"))


@pytest.mark.parametrize(
    ("change", "clause", "expected"),
    [
        (ClauseReplaced(clause=ONCE, listed=False), None, True),
        (ClauseReplaced(clause=ONCE, listed=False), replace(LISTS, lists_changes=False), True),
        (ClauseReplaced(clause=ONCE, listed=False), LISTS, False),
        (ClauseReplaced(clause=ONCE), LISTS, True),
        (ClauseAdded(clause=ANNEX, listed=False), LISTS, True),
        (ClauseAdded(clause=ANNEX, listed=False), replace(LISTS, covers_annexes=True), False),
        (ClauseAdded(clause=replace(ONCE, source=at("annexe 4")), listed=False), LISTS, True),
        (ClauseRemoved(clause="Annex", listed=False), LISTS, True),
        (ClauseRemoved(clause="MeetingCadence", article="annexe 4", listed=False), LISTS, True),
        (ClauseRemoved(clause="MeetingCadence", article="6", listed=False), LISTS, False),
    ],
)
def test_the_clause_says_whether_what_is_not_listed_counts(
    change: Change, clause: AmendmentClause | None, expected: bool
) -> None:
    assert takes_effect(change, clause) is expected


@pytest.mark.parametrize(
    ("signed_on", "state"),
    [
        (date(2020, 1, 5), AmendmentState.TOO_EARLY),
        (date(2020, 1, 6), AmendmentState.EFFECTIVE),
        (date(2022, 12, 31), AmendmentState.EFFECTIVE),
        (date(2023, 1, 1), AmendmentState.TOO_LATE),
    ],
)
def test_an_avenant_is_signed_while_the_convention_runs(signed_on: date, state: AmendmentState) -> None:
    [act] = lived(drafted("avenant-1", signed_on, ClauseReplaced(clause=UNTIL_2023))).amendments
    assert act.state is state
    assert (act.effective_on == signed_on) is act.binds


@pytest.mark.parametrize(("by", "state"), [("", AmendmentState.DRAFT), ("caf", AmendmentState.SIGNING)])
def test_an_avenant_that_not_all_have_signed_changes_nothing(by: str, state: AmendmentState) -> None:
    found = lived(drafted("avenant-1", date(2021, 3, 1), ClauseReplaced(clause=UNTIL_2023), by=by))
    assert found.amendments[0].state is state
    assert found.amendments[0].effective_on is None
    assert (found.last_day, found.texts) == (date(2022, 12, 31), unchanged(TEXT))


def test_the_parties_sign_the_convention_and_not_only_its_avenant() -> None:
    found = life(TEXT, drafted("avenant-1", date(2021, 3, 1)))
    assert found.concluded_on is None
    assert found.missing == ("caf", "commune")
    assert found.amendments[0].state is AmendmentState.TOO_EARLY


def test_the_second_head_of_a_caf_signs_the_avenant_too() -> None:
    facts = drafted("avenant-1", date(2021, 3, 1), by="commune")
    director = fact(9, date(2021, 3, 2), Signed(party="caf", signatory="directeur", amendment="avenant-1"))
    [act] = lived(facts, [director]).amendments
    assert (act.state, act.missing) == (AmendmentState.SIGNING, ("caf",))
    [choice] = act.assumptions
    assert (choice.choice, choice.alternatives[0].on) == (Choice.AMENDMENT_SIGNED_BY_ALL, date(2021, 3, 2))


def test_a_party_that_has_not_signed_at_all_leaves_no_choice() -> None:
    [act] = lived(drafted("avenant-1", date(2021, 3, 1), by="caf")).amendments
    assert act.assumptions == ()


def test_the_date_written_in_an_avenant_is_its_own() -> None:
    stated = fact(8, date(2021, 5, 1), StatedDate(amendment="avenant-1"))
    text = fact(9, date(2021, 4, 1), AmendmentProposed(amendment="avenant-1"))
    found = lived([stated, text])
    assert found.stated_on is None
    assert found.amendments[0].concluded_on == date(2021, 5, 1)


def test_facts_about_an_avenant_are_set_aside_from_those_of_the_convention() -> None:
    held = fact(7, date(2021, 2, 1), MeetingHeld(body="copil"))
    facts = [*SIGNED, *drafted("avenant-1", date(2021, 3, 1)), held]
    assert facts_of(facts) == (*SIGNED, facts[2], held)
    assert [one.id for one in facts_of(facts, "avenant-1")] == ["avenant-1-0", "avenant-1-1", "avenant-1-2", "f7"]


def test_who_joins_signs_and_then_counts_among_the_parties() -> None:
    msa = PartyClause(key="msa", name="Msa d’essai", kind=PartyKind.MSA, source=at("parties"))
    joining = drafted("avenant-1", date(2021, 3, 1), ClauseAdded(clause=msa))
    assert lived(joining).amendments[0].missing == ("msa",)
    signed = fact(9, date(2021, 4, 1), Signed(party="msa", amendment="avenant-1"))
    after = drafted("avenant-2", date(2021, 5, 1))
    found = lived(joining, [signed], after)
    assert [act.state for act in found.amendments] == [AmendmentState.EFFECTIVE, AmendmentState.SIGNING]
    assert [clause.key for clause in found.texts.last.every(PartyClause)] == ["caf", "commune", "msa"]


def test_who_leaves_signs_that_avenant_and_no_other() -> None:
    text = convention(UNTIL_2022, replace(TOWN, key="commune-2", name="Autre commune"))
    every = "caf commune commune-2"
    leaving = drafted("avenant-1", date(2021, 3, 1), ClauseRemoved(clause="PartyClause", subject="commune-2"), by=every)
    after = drafted("avenant-2", date(2021, 5, 1))
    both = fact(9, date(2020, 1, 6), Signed(party="commune-2"))
    found = lived(leaving, after, [both], terms=text)
    assert [act.binds for act in found.amendments] == [True, True]


def test_of_two_amendments_after_one_day_the_last_signed_wins_whatever_their_names() -> None:
    day = date(2021, 6, 1)
    later = drafted("a", date(2021, 5, 1), ClauseReplaced(clause=ONCE), effective_on=day)
    sooner = drafted("b", date(2021, 4, 1), ClauseReplaced(clause=replace(COPIL, count=3)), effective_on=day)
    texts = lived(later, sooner).texts
    assert [version.made_by for version in texts.versions] == ["", "b", "a"]
    assert texts.on(day).first(MeetingCadence) == replace(ONCE, source=replace(ONCE.source, text="a"))


def test_an_end_already_past_is_the_day_of_the_agreement() -> None:
    past = replace(UNTIL_2022, ends_on=date(2020, 12, 31))
    found = lived(drafted("avenant-1", date(2021, 3, 1), ClauseReplaced(clause=past)))
    assert (found.term, found.periods[-1].last) == (date(2021, 3, 1), date(2021, 3, 1))
    assert Choice.END_NOT_BACKDATED in {assumption.choice for assumption in found.assumptions}


@pytest.mark.parametrize("change", [ClauseReplaced(clause=UNTIL_2023), ClauseRemoved(clause="Duration")])
def test_an_avenant_moves_the_end_and_is_told_among_its_grounds(change: Change) -> None:
    found = lived(drafted("avenant-1", date(2021, 3, 1), change))
    assert found.last_day == (date(2023, 12, 31) if isinstance(change, ClauseReplaced) else None)
    assert {"avenant-1-0", "avenant-1-1"} <= set(found.facts)
    assert at("12") in found.because


def test_an_avenant_about_something_else_is_no_ground_of_the_end() -> None:
    found = lived(drafted("avenant-1", date(2021, 3, 1), ClauseReplaced(clause=ONCE)))
    assert not {"avenant-1-0", "avenant-1-1"} & set(found.facts)


def test_a_signature_before_or_after_the_end_leaves_two_ends() -> None:
    around = Between(earliest=date(2022, 12, 20), latest=date(2023, 1, 10))
    facts = drafted("avenant-1", date(2022, 12, 1), ClauseReplaced(clause=UNTIL_2023), by="caf")
    town = fact(9, around, Signed(party="commune", amendment="avenant-1"))
    found = standing(TEXT, [*SIGNED, *facts, town], on=date(2023, 3, 1), known=date.max)
    assert (found.status, found.range) == (Status.UNCERTAIN, (date(2022, 12, 31), date(2023, 12, 31)))


def test_a_tacit_renewal_begun_stays_and_the_next_ones_follow_the_new_step() -> None:
    text = convention(YEARLY, TACIT)
    longer = replace(TACIT, step=replace(YEARLY.span, count=2) if YEARLY.span else None)
    found = lived(drafted("avenant-1", date(2021, 3, 1), ClauseReplaced(clause=longer)), terms=text)
    assert [(p.number, p.last) for p in found.periods] == [
        (1, date(2021, 1, 5)),
        (2, date(2022, 1, 5)),
        (3, date(2024, 1, 5)),
    ]


def suspension(first: date, until: date | None, clause: str = "MeetingCadence", article: str = "6") -> Suspension:
    """A clause set aside on those days."""
    return Suspension(
        first=first, until=until, clause=clause, article=article, because=(at("5"),), laws=(), facts=("f9",), void=False
    )


def test_a_clause_set_aside_comes_back_after_the_last_day_of_the_conflict() -> None:
    texts = suspended(unchanged(TEXT), [suspension(date(2021, 3, 1), date(2021, 6, 30))])
    days = [date(2021, 2, 28), date(2021, 3, 1), date(2021, 6, 30), date(2021, 7, 1)]
    assert [len(list(texts.on(day).every(MeetingCadence))) for day in days] == [2, 1, 1, 2]
    assert texts.version(date(2021, 3, 1)).facts == ("f9",)
    assert texts.version(date(2021, 7, 1)).facts == ()


def test_a_clause_that_an_avenant_writes_anew_is_no_longer_set_aside() -> None:
    acts = lived(drafted("avenant-1", date(2021, 5, 1), ClauseReplaced(clause=ONCE))).amendments
    texts = suspended(written(TEXT, acts), [suspension(date(2021, 3, 1), date(2021, 6, 30))])
    days = [date(2021, 4, 30), date(2021, 5, 1), date(2021, 7, 1)]
    assert [[clause.count for clause in texts.on(day).every(MeetingCadence)] for day in days] == [[4], [1, 4], [1, 4]]
    assert texts.version(date(2021, 7, 1)).made_by == "avenant-1"


def test_a_conflict_lasts_until_its_last_day_even_if_an_avenant_begins_on_it() -> None:
    change = ClauseReplaced(clause=replace(COTECH, count=1))
    acts = lived(drafted("avenant-1", date(2021, 5, 1), change, effective_on=date(2021, 6, 30))).amendments
    texts = suspended(written(TEXT, acts), [suspension(date(2021, 3, 1), date(2021, 6, 30))])
    agreed = [(version.first, version.agreed_on) for version in texts.versions[1:]]
    assert agreed == [
        (date(2021, 3, 1), date(2021, 3, 1)),
        (date(2021, 6, 30), date(2021, 5, 1)),
        (date(2021, 7, 1), date(2021, 7, 1)),
    ]
    days = [date(2021, 6, 29), date(2021, 6, 30), date(2021, 7, 1)]
    assert [[clause.count for clause in texts.on(day).every(MeetingCadence)] for day in days] == [[4], [1], [2, 1]]


def test_a_clause_set_aside_stays_so_through_an_avenant_about_another() -> None:
    acts = lived(drafted("avenant-1", date(2021, 5, 1), ClauseReplaced(clause=replace(COTECH, count=1)))).amendments
    texts = suspended(written(TEXT, acts), [suspension(date(2021, 3, 1), None)])
    assert [clause.count for clause in texts.last.every(MeetingCadence)] == [1]


def test_a_judgment_that_voids_the_duration_leaves_no_end() -> None:
    facts = [
        *SIGNED,
        fact(7, date(2021, 1, 5), JudgmentGiven(judgment="j", clause="Duration", article="10")),
        fact(8, date(2021, 1, 8), JudgmentNotified(judgment="j", party="caf")),
        fact(9, date(2021, 1, 8), JudgmentNotified(judgment="j", party="commune")),
    ]
    found = standing(TEXT, facts, on=date(2023, 6, 1), known=date.max)
    assert (found.status, found.last_day) == (Status.IN_FORCE, None)


def test_the_duties_are_those_of_the_version_of_their_day() -> None:
    facts = [*SIGNED, *drafted("avenant-1", date(2021, 7, 1), ClauseReplaced(clause=ONCE))]
    found = agenda(TEXT, facts, on=date(2021, 12, 1), known=date.max, until=date(2022, 12, 31))
    owed = [duty for duty in found if duty.subject == "copil"]
    assert [(duty.period, duty.total) for duty in owed] == [("2020", 2), ("2020", 2), ("2021", 1), ("2022", 1)]
    choices = [[a for a in duty.assumptions if a.choice is Choice.TEXT_AT_PERIOD_END] for duty in owed]
    assert [len(found) for found in choices] == [0, 0, 1, 0]
    assert choices[2][0].alternatives[0].count == 2


@FEW
@given(AVENANTS)
def test_the_windows_partition_time(facts: list[Fact]) -> None:
    texts = lived(facts).texts
    days = [(version.first, last) for version, last in texts.windows() if version.first <= last]
    assert (days[0][0], days[-1][1]) == (date.min, date.max)
    assert all(first[1] + DAY == second[0] for first, second in zip(days, days[1:], strict=False))


@FEW
@given(AVENANTS.flatmap(lambda facts: st.tuples(st.just(facts), st.permutations(facts))))
def test_the_order_of_recording_does_not_matter(both: tuple[list[Fact], list[Fact]]) -> None:
    facts, shuffled = both
    assert lived(facts) == lived(shuffled)


@FEW
@given(AVENANTS, DAYS)
def test_a_cancelled_avenant_leaves_no_trace(facts: list[Fact], day: date) -> None:
    wrong = drafted("avenant-9", day, ClauseReplaced(clause=UNTIL_2023))
    erased = [fact(90 + number, day, Cancelled(fact=one.id)) for number, one in enumerate(wrong)]
    assert lived(facts, wrong, erased) == lived(facts)


@FEW
@given(AVENANTS, DAYS)
def test_an_empty_avenant_changes_neither_the_end_nor_the_clauses(facts: list[Fact], day: date) -> None:
    without, found = lived(facts), lived(facts, drafted("avenant-9", day))
    assert (found.term, found.last_day, found.periods) == (without.term, without.last_day, without.periods)
    assert found.texts.on(day) == without.texts.on(day)


@FEW
@given(AVENANTS)
def test_the_periods_follow_each_other(facts: list[Fact]) -> None:
    periods = lived(facts, terms=convention(YEARLY, TACIT, AT_WILL)).periods
    assert all(first.last + DAY == second.first for first, second in zip(periods, periods[1:], strict=False))
    assert [period.number for period in periods] == list(range(1, len(periods) + 1))
