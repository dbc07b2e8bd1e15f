"""Details of an avenant: the words of who signs it, what an annex is, and what it leaves to the convention."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.lives import SIGNED, TOWN, UNTIL_2022, at, convention, fact

from convenir.core.assumptions import Choice
from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced
from convenir.core.ends import Departure
from convenir.core.facts import ActTransmitted, AmendmentProposed, Event, Fact, Signed
from convenir.core.life import life
from convenir.core.source import Source
from convenir.core.terms import AmendmentClause, Annex, Duration, MeetingCadence, PartyClause, Terms
from convenir.core.terms.parties import PartyKind
from convenir.core.text.amend import AmendmentAct, AmendmentState, asking, in_annex, proposals, suspended, written
from convenir.core.text.norms import Suspension

PARTIES = ("caf", "commune")
COPIL = MeetingCadence(body="copil", count=2, source=at("6"))
NEW = PartyClause(
    key="agglo", name="Agglomération", kind=PartyKind.EPCI, source=Source(text="convention", article="parties")
)


def act(*changes: Change, terms: Terms, by: str = "caf commune") -> AmendmentAct:
    """The avenant that those parties signed on one day."""
    events: list[Event] = [AmendmentProposed(amendment="a1", changes=changes)]
    events += [Signed(party=party, amendment="a1") for party in by.split()]
    facts: list[Fact] = [fact(10 + rank, date(2021, 3, 1), event) for rank, event in enumerate(events)]
    [found] = life(terms, [*SIGNED, *facts]).amendments
    return found


def test_who_signs_is_read_in_the_words_of_the_avenant_as_they_stand() -> None:
    found = act(ClauseAdded(clause=NEW), terms=convention(UNTIL_2022), by="caf commune agglo")
    assert NEW in found.signers.every(PartyClause)
    assert TOWN in found.signers.every(PartyClause)


def test_a_project_of_convention_does_not_make_a_project_of_its_avenant() -> None:
    assert act(terms=convention(UNTIL_2022, draft=True)).signers.draft is False


@pytest.mark.parametrize(
    ("change", "inside"),
    [
        (ClauseReplaced(clause=Annex(number="2", source=at("7"))), True),
        (ClauseAdded(clause=replace(UNTIL_2022, source=at("Annexe 2"))), True),
        (ClauseAdded(clause=UNTIL_2022), False),
        (ClauseRemoved(clause="Annex", article="7"), True),
        (ClauseRemoved(clause="Duration", article="annexe 2"), True),
        (ClauseRemoved(clause="Duration", article="7"), False),
    ],
)
def test_an_annex_or_what_stands_in_one_is_in_an_annex(change: Change, inside: bool) -> None:
    assert in_annex(change) is inside


def test_of_two_avenants_the_one_that_takes_effect_last_has_the_last_word() -> None:
    facts = []
    for number, (name, on, effective_on, count) in enumerate(
        (("a1", date(2021, 3, 1), date(2022, 1, 1), 1), ("a2", date(2021, 4, 1), None, 3))
    ):
        change = ClauseReplaced(clause=replace(COPIL, count=count))
        text = AmendmentProposed(amendment=name, changes=(change,), effective_on=effective_on)
        events: list[Event] = [text, Signed(party="caf", amendment=name), Signed(party="commune", amendment=name)]
        facts += [fact(10 * number + 10 + rank, on, event) for rank, event in enumerate(events)]
    texts = life(convention(UNTIL_2022, COPIL), [*SIGNED, *facts]).texts
    days = (date(2021, 3, 31), date(2021, 4, 1), date(2021, 12, 31), date(2022, 1, 1))
    counts = [clause.count for day in days for clause in texts.on(day).every(MeetingCadence)]
    assert counts == [2, 3, 3, 1]


@pytest.mark.parametrize(("received_on", "running"), [(date(2021, 3, 1), True), (date(2021, 3, 2), False)])
def test_an_avenant_about_the_end_leaves_running_a_notice_received_by_its_day(received_on: date, running: bool) -> None:
    found = act(ClauseReplaced(clause=replace(UNTIL_2022, ends_on=date(2023, 12, 31))), terms=convention(UNTIL_2022))
    gone = Departure(party="caf", received_on=received_on, last_day=date(2021, 9, 1), because=(at("11"),))
    assert found.leaves_running(gone) is running


def test_an_avenant_about_something_else_or_without_effect_leaves_no_notice_running() -> None:
    gone = Departure(party="caf", received_on=date(2021, 2, 1), last_day=date(2021, 9, 1), because=(at("11"),))
    longer = ClauseReplaced(clause=replace(UNTIL_2022, ends_on=date(2023, 12, 31)))
    other = ClauseReplaced(clause=replace(COPIL, count=1))
    terms = convention(UNTIL_2022, COPIL)
    assert act(longer, other, terms=terms).leaves_running(gone)
    assert not act(other, terms=terms).leaves_running(gone)
    assert not act(longer, terms=terms, by="caf").leaves_running(gone)


def test_only_an_effect_before_the_last_signature_is_retroactive() -> None:
    for effective_on, chosen in ((date(2021, 2, 28), True), (date(2021, 3, 1), False), (date(2021, 6, 1), False)):
        facts = [fact(10, date(2021, 3, 1), AmendmentProposed(amendment="a1", effective_on=effective_on))]
        facts += [fact(11 + n, date(2021, 3, 1), Signed(party=p, amendment="a1")) for n, p in enumerate(PARTIES)]
        [found] = life(convention(UNTIL_2022), [*SIGNED, *facts]).amendments
        assert (Choice.RETROACTIVE_AMENDMENT in {one.choice for one in found.assumptions}) is chosen


def test_an_avenant_to_a_convention_without_an_end_takes_effect() -> None:
    assert act(terms=convention(COPIL)).state is AmendmentState.EFFECTIVE


def test_an_avenant_that_lacks_a_signature_brings_nobody_in() -> None:
    proposed = AmendmentProposed(amendment="a1", changes=(ClauseAdded(clause=NEW),))
    facts = [fact(10, date(2021, 3, 1), proposed), fact(11, date(2021, 3, 1), Signed(party="caf", amendment="a1"))]
    assert NEW not in life(convention(UNTIL_2022), [*SIGNED, *facts]).texts.last.clauses


def test_a_version_with_a_clause_set_aside_keeps_the_grounds_of_its_avenant() -> None:
    asks = AmendmentClause(source=at("12"))
    made = act(ClauseReplaced(clause=replace(COPIL, count=1)), terms=convention(UNTIL_2022, COPIL, asks))
    texts = written(convention(UNTIL_2022, COPIL, asks), [made])
    aside = Suspension(
        first=date(2021, 5, 3),
        until=None,
        clause="MeetingCadence",
        article="",
        because=(at("5"),),
        laws=(),
        facts=("f99",),
        void=False,
    )
    version = suspended(texts, [aside]).version(date(2021, 5, 3))
    assert version.because == (asks.source, at("5"))
    assert version.facts == (*made.facts, "f99")


def test_the_clause_that_asks_for_an_avenant_comes_before_the_one_that_allows_it() -> None:
    asks, allows = (AmendmentClause(optional=optional, source=at("12")) for optional in (False, True))
    assert asking(convention(asks, allows)) is asks
    assert asking(convention(allows, asks)) is asks
    assert asking(convention(allows)) is allows
    assert asking(convention()) is None


def test_an_avenant_signed_after_the_end_leaves_no_notice_running() -> None:
    gone = Departure(party="caf", received_on=date(2021, 2, 1), last_day=date(2021, 9, 1), because=(at("11"),))
    longer = ClauseReplaced(clause=replace(UNTIL_2022, ends_on=date(2023, 12, 31)))
    late = act(longer, terms=convention(replace(UNTIL_2022, ends_on=date(2021, 2, 28))))
    assert (late.state, late.about_end, late.leaves_running(gone)) == (AmendmentState.TOO_LATE, True, False)


def test_only_signatures_say_when_an_avenant_was_signed() -> None:
    facts = [
        fact(10, date(2021, 2, 1), AmendmentProposed(amendment="a1")),
        fact(11, date(2021, 3, 1), Signed(party="caf", amendment="a1")),
        fact(12, date(2021, 4, 1), ActTransmitted(party="commune", amendment="a1")),
        fact(13, date(2021, 2, 1), AmendmentProposed(amendment="a2")),
    ]
    assert [proposal.signed_on for proposal in proposals(facts)] == [date(2021, 3, 1), date.max]


def test_what_an_avenant_does_not_list_has_no_effect_where_the_list_is_asked() -> None:
    asks = AmendmentClause(lists_changes=True, source=at("12"))
    listed, silent = ClauseReplaced(clause=replace(COPIL, count=1)), ClauseRemoved(clause="Duration", listed=False)
    found = act(listed, silent, terms=convention(UNTIL_2022, COPIL, asks))
    assert (found.changes, found.unlisted) == ((listed,), (silent,))


def test_who_signs_is_told_by_the_convention_as_it_stands_before_the_other_changes() -> None:
    longer = replace(UNTIL_2022, ends_on=date(2023, 12, 31))
    found = act(ClauseReplaced(clause=longer), terms=convention(UNTIL_2022))
    assert list(found.signers.every(Duration)) == [UNTIL_2022]


def test_an_avenant_without_effect_makes_no_version() -> None:
    terms = convention(UNTIL_2022, COPIL)
    unsigned = act(ClauseReplaced(clause=replace(COPIL, count=1)), terms=terms, by="caf")
    assert len(written(terms, [unsigned]).versions) == 1
