"""What holds for any dossier: order, cancellation, grounds, keys, bounds of the life, steps of status."""

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.any_dossier import AnyDossier, dossiers, events

from convenir.core.agenda import agenda, irregularities
from convenir.core.facts import Cancelled, Fact
from convenir.core.moves import moves
from convenir.core.obligation import Obligation, State
from convenir.core.standing import Standing, standing

END = date(2032, 12, 31)
SOME = settings(max_examples=20, deadline=None)


def status(dossier: AnyDossier, facts: tuple[Fact, ...], on: date, known: date = date.max) -> Standing:
    return standing(dossier.terms, facts, on=on, known=known)


def due(dossier: AnyDossier, facts: tuple[Fact, ...], on: date) -> tuple[Obligation, ...]:
    return agenda(dossier.terms, facts, on=on, known=date.max, until=END)


def everything(dossier: AnyDossier, facts: tuple[Fact, ...], known: date = date.max) -> tuple[object, ...]:
    """All the answers on the day of the dossier."""
    terms, on = dossier.terms, dossier.on
    return (
        standing(terms, facts, on=on, known=known),
        agenda(terms, facts, on=on, known=known, until=END),
        irregularities(terms, facts, on=on, known=known, until=END),
        moves(terms, facts, on=on, known=known),
    )


@SOME
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_recording_changes_nothing(dossier: AnyDossier, chance: Random) -> None:
    shuffled = list(dossier.facts)
    chance.shuffle(shuffled)
    assert everything(dossier, tuple(shuffled)) == everything(dossier, dossier.facts)


@SOME
@given(st.data(), dossiers())
def test_a_cancelled_fact_leaves_no_trace_and_keeps_the_past_answer(data: st.DataObject, dossier: AnyDossier) -> None:
    wrong_day, later = date(2020, 5, 4), date(2020, 6, 8)
    event = data.draw(events(dossier.terms))
    wrong = Fact(id="wrong", on=wrong_day, recorded_on=wrong_day, event=event)
    erased = Fact(id="erased", on=later, recorded_on=later, event=Cancelled(fact="wrong"))
    corrected = (*dossier.facts, wrong, erased)
    assert everything(dossier, corrected) == everything(dossier, dossier.facts)
    assert everything(dossier, corrected, known=wrong_day) == everything(
        dossier, (*dossier.facts, wrong), known=wrong_day
    )


@SOME
@given(dossiers())
def test_every_answer_has_a_ground_and_every_duty_its_own_key(dossier: AnyDossier) -> None:
    assert status(dossier, dossier.facts, dossier.on).because
    duties = due(dossier, dossier.facts, dossier.on)
    assert [duty.key for duty in duties if not duty.because] == []
    assert len({duty.key for duty in duties}) == len(duties)
    assert all(move.because for move in moves(dossier.terms, dossier.facts, on=dossier.on, known=date.max))


@SOME
@given(dossiers())
def test_a_duty_is_done_late_or_due_as_its_days_say(dossier: AnyDossier) -> None:
    for duty in due(dossier, dossier.facts, dossier.on):
        if duty.state is State.DONE:
            assert duty.done_on is not None
            assert duty.done_on <= dossier.on
        if duty.state is State.LATE:
            assert duty.due_on is not None
            assert duty.due_on < dossier.on
        if duty.state is State.DUE:
            assert duty.due_on is not None
            assert duty.due_on >= dossier.on


@SOME
@given(dossiers())
def test_what_is_not_known_yet_changes_nothing(dossier: AnyDossier) -> None:
    """An answer as known on a day is the same for ever, whatever is recorded later."""
    told = tuple(fact for fact in dossier.facts if fact.recorded_on <= dossier.on)
    assert everything(dossier, dossier.facts, known=dossier.on) == everything(dossier, told, known=dossier.on)


@SOME
@given(dossiers())
def test_the_last_day_is_the_day_before_the_end(dossier: AnyDossier) -> None:
    """On the last day the convention is in force, on the next one it is not."""
    last = status(dossier, dossier.facts, dossier.on).last_day
    first = status(dossier, dossier.facts, dossier.on).first_day
    if last is None or first is None or last < first:
        return
    on_last = status(dossier, dossier.facts, last).status
    after = status(dossier, dossier.facts, last + timedelta(days=1)).status
    assert on_last.value.startswith("in_force") or on_last.value == "uncertain"
    assert after.value in {"expired", "terminated", "uncertain"}
