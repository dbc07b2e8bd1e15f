"""What the agenda promises whatever the facts: grounds, order, no duty outside the life."""

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convenir.core.agenda import Asked, agenda, irregularities, situation_on
from convenir.core.dossier import terms_from
from convenir.core.facts import (
    DataDelivered,
    DocumentsSent,
    EvaluationPresented,
    Event,
    Fact,
    MeetingHeld,
    MeetingMoved,
    MeetingPlanned,
    NoticeReceived,
    ReviewDone,
    Signed,
)
from convenir.core.obligation import Duty, Obligation, State
from convenir.core.terms import Terms

FOLDER = Path(__file__).parents[1] / "cases" / "terms"
TEXTS = {path.stem: terms_from(tomllib.loads(path.read_text(encoding="utf-8"))) for path in FOLDER.glob("*.toml")}
SIGNED_ON = {
    "finistere-2016": date(2016, 4, 25),
    "rouen-2019": date(2019, 12, 19),
    "saves-2015": date(2015, 4, 2),
    "sceaux-2021": date(2021, 3, 9),
    "bas-rhin-2013": date(2013, 7, 1),
}
OTHERS = {
    "finistere-2016": "departement",
    "rouen-2019": "commune",
    "saves-2015": "epci",
    "sceaux-2021": "commune",
    "bas-rhin-2013": "departement",
}
SURVIVES = {Duty.FINAL_REVIEW, Duty.FINAL_EVALUATION, Duty.COMMITMENT}
BODIES = st.sampled_from(["copil", "suivi", "cotech", "rencontre-trimestrielle"])
YEARS = st.integers(2013, 2026)
AROUND = st.integers(-40, 2000)


def events(text: str) -> st.SearchStrategy[Event]:
    """Anything that may happen in the life of that text."""
    signed = SIGNED_ON[text]
    days = AROUND.map(lambda n: signed + timedelta(days=n))
    return st.one_of(
        st.builds(MeetingHeld, body=BODIES, chair=st.sampled_from(["", "caf", OTHERS[text]])),
        st.builds(MeetingPlanned, body=BODIES),
        st.builds(MeetingMoved, body=BODIES, was=days),
        st.builds(DocumentsSent, body=BODIES),
        st.builds(EvaluationPresented, body=st.just("copil"), year=YEARS),
        st.builds(ReviewDone, year=YEARS),
        st.builds(DataDelivered, party=st.just("caf"), year=YEARS),
        st.builds(NoticeReceived, party=st.just(OTHERS[text])),
    )


@st.composite
def dossiers(draw: st.DrawFn) -> tuple[str, list[Fact], date]:
    """One of the five texts, signed, with some facts, and a day to ask about."""
    text = draw(st.sampled_from(sorted(SIGNED_ON)))
    signed = SIGNED_ON[text]
    facts = [fact(party, signed, Signed(party=party)) for party in ("caf", OTHERS[text])]
    for number, event in enumerate(draw(st.lists(events(text), max_size=12))):
        facts.append(fact(str(number), signed + timedelta(days=draw(AROUND)), event))
    return text, facts, signed + timedelta(days=draw(AROUND))


def fact(name: str, on: date, event: Event) -> Fact:
    return Fact(id=name, on=on, recorded_on=on, event=event)


def asked(text: str, facts: Sequence[Fact], on: date, until: date = date(2030, 12, 31)) -> tuple[Obligation, ...]:
    return agenda(TEXTS[text], facts, on=on, known=date.max, until=until)


@settings(max_examples=12, deadline=None)
@given(dossiers())
def test_each_duty_has_its_ground_and_its_own_key(dossier: tuple[str, list[Fact], date]) -> None:
    duties = asked(*dossier)
    assert all(duty.because for duty in duties)
    assert len({duty.key for duty in duties}) == len(duties)
    assert [d.due_on or date.max for d in duties] == sorted(d.due_on or date.max for d in duties)


@settings(max_examples=12, deadline=None)
@given(dossiers())
def test_no_duty_is_dated_outside_the_life_unless_it_survives(dossier: tuple[str, list[Fact], date]) -> None:
    text, facts, on = dossier
    lived = situation_on(TEXTS[text], facts, on=on, known=date.max, until=date(2030, 12, 31)).life
    for duty in asked(text, facts, on):
        if duty.due_on is not None and duty.duty not in SURVIVES:
            assert lived.first_day is not None
            assert lived.last_day is not None
            assert lived.first_day <= duty.due_on <= lived.last_day


@settings(max_examples=12, deadline=None)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_order_of_recording_changes_nothing(dossier: tuple[str, list[Fact], date], chance: Random) -> None:
    text, facts, on = dossier
    shuffled = list(facts)
    chance.shuffle(shuffled)
    assert asked(text, shuffled, on) == asked(text, facts, on)
    question = Asked(on=on, known=date.max, until=date(2030, 12, 31))
    assert irregularities(TEXTS[text], shuffled, **question) == irregularities(TEXTS[text], facts, **question)


@settings(max_examples=12, deadline=None)
@given(dossiers())
def test_a_duty_is_done_by_the_day_asked_or_not_done(dossier: tuple[str, list[Fact], date]) -> None:
    text, facts, on = dossier
    for duty in asked(text, facts, on):
        assert (duty.done_on is not None and duty.done_on <= on) == (duty.state is State.DONE)
        if duty.state is State.LATE:
            assert duty.due_on is not None
            assert duty.due_on < on
        if duty.state is State.DUE:
            assert duty.due_on is not None
            assert duty.due_on >= on


def test_nothing_is_owed_before_everyone_has_signed() -> None:
    only = [fact("caf", date(2019, 12, 12), Signed(party="caf"))]
    assert {duty.duty for duty in asked("rouen-2019", only, date(2020, 5, 1))} == {Duty.SIGNATURE}
    assert asked("rouen-2019", [], date(2020, 5, 1)) == ()


def test_the_agenda_stops_on_the_day_asked() -> None:
    facts = [fact(party, date(2019, 12, 19), Signed(party=party)) for party in ("caf", "commune")]
    dated = [
        duty.due_on for duty in asked("rouen-2019", facts, date(2020, 1, 1), until=date(2020, 12, 31)) if duty.due_on
    ]
    assert dated
    assert max(dated) <= date(2020, 12, 31)


@pytest.mark.parametrize("text", sorted(SIGNED_ON))
def test_a_text_without_facts_owes_nothing_dated(text: str) -> None:
    stated = text == "finistere-2016"  # its own words date the signature: a named assumption
    assert [duty for duty in asked(text, [], date(2020, 1, 1)) if duty.due_on and not stated] == []


def test_terms_without_a_clause_only_wait_for_the_other_signature() -> None:
    facts = [fact("s", date(2020, 1, 1), Signed(party="caf"))]
    duties = agenda(Terms(), facts, on=date(2020, 1, 1), known=date.max, until=date(2021, 1, 1))
    assert [duty.duty for duty in duties] == [Duty.SIGNATURE]
