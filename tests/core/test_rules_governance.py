"""Details of the rules about bodies that no case tells: whose rhythm, whose papers, which meeting answers which."""

from datetime import date

import pytest
from tests.core.lives import SIGNED, UNTIL_2022, at, convention, fact, situation

from convenir.core.delays import Days
from convenir.core.facts import (
    Fact,
    MeetingHeld,
    MeetingPlanned,
)
from convenir.core.findings import Oddity
from convenir.core.rules.governance import bodies_to_create, documents_to_send, meetings_owed, referents_to_name
from convenir.core.situation import Situation
from convenir.core.terms import (
    Committee,
    DocumentCirculation,
    MeetingCadence,
    Referents,
    SecretariatRule,
    SharedObjectives,
    Term,
)
from convenir.core.terms.governance import Level, Turn

DAY = date(2021, 6, 1)


def asked(*clauses: Term, on: date = DAY, facts: list[Fact] | None = None) -> Situation:
    return situation(convention(UNTIL_2022, *clauses), on, [*SIGNED, *(facts or [])])


def test_a_body_owes_its_optional_ground_to_its_own_clauses_only() -> None:
    must = Committee(body="copil", name="comité de pilotage", level=Level.STEERING, source=at("6", 1))
    may = Committee(body="copil", name="comité de pilotage", level=Level.STEERING, optional=True, source=at("6", 2))
    other = Committee(body="cotech", name="comité technique", level=Level.TECHNICAL, optional=True, source=at("6", 3))
    [with_other] = bodies_to_create(asked(must, other))
    [with_may] = bodies_to_create(asked(must, may, other))
    assert (with_other.assumptions, len(with_may.assumptions)) == ((), 1)


def test_the_rules_of_a_body_are_those_of_its_own_rhythm_or_of_any_of_its_clauses() -> None:
    body = Committee(body="copil", name="comité de pilotage", level=Level.STEERING, source=at("6", 1))
    parity = Committee(body="copil", name="comité de pilotage", level=Level.STEERING, parity=True, source=at("6", 2))
    other, own = (MeetingCadence(body=name, count=1, source=at("6", 4)) for name in ("cotech", "copil"))
    for clauses, silent in (((body, other), True), ((body, own, other), False), ((body, parity, other), False)):
        abouts = [finding.about for duty in bodies_to_create(asked(*clauses)) for finding in duty.findings]
        assert ("body-rules" in abouts) is silent


def test_each_meeting_to_come_answers_one_meeting_owed_in_order() -> None:
    cadence = MeetingCadence(body="copil", count=3, source=at("6"))
    planned = [fact(10 + n, date(2021, 7 + n, 1), MeetingPlanned(body="copil")) for n in range(2)]
    owed = [duty.planned_on for duty in meetings_owed(asked(cadence, facts=planned)) if duty.period == "2021"]
    assert owed == [date(2021, 7, 1), date(2021, 8, 1), None]


@pytest.mark.parametrize(
    ("sender", "who"),
    [("secrétariat technique", ("commune",)), ("secrétariat du comité", ("caf",)), ("la directrice", ("caf",))],
)
def test_the_technical_secretariat_sends_the_papers_where_it_is_meant(sender: str, who: tuple[str, ...]) -> None:
    body = Committee(body="copil", name="comité de pilotage", level=Level.STEERING, source=at("6", 1))
    papers = DocumentCirculation(body="copil", delay=Days(count=15), sender=sender, holder="caf", source=at("6", 2))
    rules = [
        SecretariatRule(body="copil", turn=Turn.HELD, holders=("caf",), source=at("6", 3)),
        SecretariatRule(body="cotech", turn=Turn.HELD, holders=("commune",), technical=True, source=at("6", 4)),
        SecretariatRule(body="suivi", turn=Turn.HELD, holders=("autre",), source=at("6", 5)),
    ]
    planned = fact(10, date(2021, 7, 1), MeetingPlanned(body="copil"))
    [duty] = documents_to_send(asked(body, papers, *rules, facts=[planned]))
    assert (duty.who, duty.findings) == (who, ())


def test_nobody_has_a_contact_to_name_before_all_have_signed() -> None:
    terms = convention(UNTIL_2022, Referents(source=at("6")))
    assert len(list(referents_to_name(situation(terms, DAY)))) == 2
    assert not list(referents_to_name(situation(terms, DAY, SIGNED[:1])))


def test_the_meetings_held_come_first_and_the_days_fixed_answer_the_others() -> None:
    cadence = MeetingCadence(body="copil", count=3, source=at("6"))
    held = fact(9, date(2021, 3, 1), MeetingHeld(body="copil"))
    planned = [fact(10 + n, date(2021, 7 + n, 1), MeetingPlanned(body="copil")) for n in range(2)]
    owed = [duty for duty in meetings_owed(asked(cadence, facts=[held, *planned])) if duty.period == "2021"]
    assert [duty.done_on for duty in owed] == [date(2021, 3, 1), None, None]
    assert [duty.planned_on for duty in owed] == [None, date(2021, 7, 1), date(2021, 8, 1)]


@pytest.mark.parametrize(
    ("holders", "oddity"),
    [((("caf",), ("commune",)), Oddity.CONTRADICTORY), (((),), Oddity.AMBIGUOUS)],
)
def test_two_secretariats_contradict_each_other_and_none_is_a_doubt(
    holders: tuple[tuple[str, ...], ...], oddity: Oddity
) -> None:
    papers = DocumentCirculation(body="copil", delay=Days(count=15), sender="secrétariat", source=at("6", 2))
    body = Committee(body="copil", name="comité de pilotage", level=Level.STEERING, source=at("6", 1))
    rules = [SecretariatRule(body="copil", turn=Turn.HELD, holders=one, source=at("6", 3)) for one in holders]
    planned = fact(10, date(2021, 7, 1), MeetingPlanned(body="copil"))
    [duty] = documents_to_send(asked(body, papers, *rules, facts=[planned]))
    assert (duty.who, [finding.oddity for finding in duty.findings]) == ((), [oddity])


def test_papers_of_which_nobody_is_named_the_sender_come_from_the_technical_secretariat() -> None:
    papers = DocumentCirculation(body="copil", delay=Days(count=15), source=at("6", 2))
    rules = [
        SecretariatRule(body="copil", turn=Turn.HELD, holders=("caf",), source=at("6", 3)),
        SecretariatRule(body="cotech", turn=Turn.HELD, holders=("commune",), technical=True, source=at("6", 4)),
    ]
    planned = fact(10, date(2021, 7, 1), MeetingPlanned(body="copil"))
    [duty] = documents_to_send(asked(papers, *rules, facts=[planned]))
    assert duty.who == ("commune",)


def test_each_theme_without_a_body_is_named() -> None:
    body = Committee(body="theme", name="comité de thème", level=Level.OTHER, by_theme=True, source=at("6"))
    themes = SharedObjectives(themes=("Enfance", "Logement", "Jeunesse"), source=at("2"))
    held = fact(10, date(2021, 3, 1), MeetingHeld(body="theme", theme="logement"))
    [duty] = bodies_to_create(asked(body, themes, facts=[held]))
    told = next(finding for finding in duty.findings if finding.about == "theme-without-body")
    assert told.sentence == "Thèmes sans comité connu : Enfance, Jeunesse."
