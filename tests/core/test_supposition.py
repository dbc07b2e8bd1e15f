"""What if: only what a person would see change is told, and nothing recorded is touched."""

from dataclasses import replace
from datetime import date

from tests.core.lives import AT_WILL, SIGNED, UNTIL_2022, at, convention, fact

from convenir.core.changes import ClauseReplaced
from convenir.core.facts import AmendmentProposed, MeetingHeld, NoticeReceived, Signed
from convenir.core.moves import Move, MoveKind
from convenir.core.obligation import Duty, State
from convenir.core.standing import Status
from convenir.core.supposition import MoveChange, Question, answers, moves_changed, suppose
from convenir.core.terms import MeetingCadence
from convenir.core.terms.governance import Bound

TWICE = MeetingCadence(body="copil", count=2, bound=Bound.EXACT, source=at("6"))
TERMS = convention(UNTIL_2022, AT_WILL, TWICE)
ASKED = Question(on=date(2021, 6, 1), known=date(2021, 6, 1))
LEAVE = fact(9, date(2021, 6, 1), NoticeReceived(party="caf"))


def test_a_letter_shows_the_new_end_and_the_duties_that_vanish() -> None:
    found = suppose(TERMS, SIGNED, [LEAVE], ASKED)
    assert found.before.standing.status is Status.IN_FORCE
    assert found.after.standing.status is Status.IN_FORCE_UNDER_NOTICE
    assert found.after.standing.last_day == date(2021, 9, 1)
    gone = {change.before.key for change in found.changes if change.after is None and change.before is not None}
    assert {"meeting:copil:2022:1", "meeting:copil:2022:2"} <= gone


def test_a_day_that_moves_is_told_with_both_days() -> None:
    found = suppose(TERMS, SIGNED, [LEAVE], ASKED)
    moved = [c for c in found.changes if c.before and c.after and c.before.key == "meeting:copil:2021:1"]
    assert [(c.before and c.before.due_on, c.after and c.after.due_on) for c in moved] == [
        (date(2021, 12, 31), date(2021, 9, 1))
    ]


def test_a_meeting_supposed_held_is_done() -> None:
    held = fact(9, date(2021, 5, 20), MeetingHeld(body="copil"))
    found = suppose(TERMS, SIGNED, [held], ASKED)
    assert [(c.after.key, c.after.state) for c in found.changes if c.after] == [("meeting:copil:2021:1", State.DONE)]
    assert found.unchanged == len(found.after.agenda) - 1


def test_nothing_supposed_changes_nothing() -> None:
    found = suppose(TERMS, SIGNED, [], ASKED)
    assert (found.changes, found.moves, found.findings) == ((), (), ())
    assert found.before == found.after == answers(TERMS, SIGNED, ASKED)


def test_a_supposition_recorded_tomorrow_is_known_today() -> None:
    late = fact(9, date(2021, 6, 1), NoticeReceived(party="caf"), date(2021, 7, 1))
    assert suppose(TERMS, SIGNED, [late], ASKED).after.standing.last_day == date(2021, 9, 1)


def test_the_possibilities_that_change_are_told() -> None:
    found = suppose(TERMS, SIGNED, [LEAVE], ASKED)
    assert all(change.before != change.after for change in found.moves)
    assert [change.party for change in found.moves] == sorted(change.party for change in found.moves)
    new = [change.after.kind for change in found.moves if change.before is None and change.after]
    assert new == [MoveKind.WITHDRAW_NOTICE]


def test_a_possibility_whose_words_an_avenant_replaces_is_the_same_one() -> None:
    leave = Move(kind=MoveKind.LEAVE, party="caf", useful=True, because=(at("11"),))
    other = replace(leave, because=(at("avenant-1"),))
    assert moves_changed([leave], [other]) == (MoveChange(party="caf", before=leave, after=other),)


def test_two_clauses_that_open_the_same_act_are_told_apart() -> None:
    leave = Move(kind=MoveKind.LEAVE, party="caf", useful=True, because=(at("11"),))
    other = replace(leave, because=(at("12"),))
    assert moves_changed([leave], [leave, other]) == (MoveChange(party="caf", before=None, after=other),)


def test_a_draft_avenant_shows_the_later_end_and_the_duties_that_it_adds() -> None:
    longer = replace(UNTIL_2022, ends_on=date(2023, 12, 31), source=at("2"))
    from_avenant = [
        fact(9, date(2021, 6, 1), AmendmentProposed(amendment="avenant-1", changes=(ClauseReplaced(clause=longer),))),
        fact(10, date(2021, 6, 1), Signed(party="caf", amendment="avenant-1")),
        fact(11, date(2021, 6, 1), Signed(party="commune", amendment="avenant-1")),
    ]
    found = suppose(TERMS, SIGNED, from_avenant, ASKED)
    assert found.after.standing.last_day == date(2023, 12, 31)
    added = [c for c in found.changes if c.before is None and c.after and c.after.duty is Duty.MEETING]
    assert {c.after.period for c in added if c.after} == {"2023"}
