"""News, exchanges, sources and communication: what is owed on the day before, the day, the day after."""

from datetime import date

import pytest
from tests.core.lives import SIGNED, UNTIL_2022, at, convention, fact, situation

from convenir.core.checks.information import communication, late_news, sources_named, studies_too_soon
from convenir.core.delays import Months
from convenir.core.facts import (
    ChangeAnnounced,
    CommunicationPublished,
    ConsultationHeld,
    DocumentIssued,
    Fact,
    InformationGiven,
    StudyLaunched,
)
from convenir.core.force import Force
from convenir.core.obligation import State
from convenir.core.rules.information import consultations_to_hold, news_to_give, secrecy_after_end
from convenir.core.terms import (
    Communication,
    Confidentiality,
    MutualInformation,
    PriorConsultation,
    SourceMention,
)

CHANGE = fact(9, date(2021, 3, 31), ChangeAnnounced(party="caf", matter="horaires", known_on=date(2021, 1, 4)))


@pytest.mark.parametrize(
    ("on", "force", "state"),
    [
        (date(2021, 2, 28), Force.HARD, State.DUE),
        (date(2021, 3, 1), Force.HARD, State.LATE),
        (date(2021, 3, 1), Force.QUALIFIED, State.REASON_REQUIRED),
        (date(2021, 3, 1), Force.SOFT, State.OPEN),
    ],
)
def test_news_is_late_the_day_after_its_delay_and_by_its_force(on: date, force: Force, state: State) -> None:
    clause = MutualInformation(before=Months(count=1), force=force, source=at("7"))
    asked = situation(convention(UNTIL_2022, clause), on, [*SIGNED, CHANGE])
    [news] = news_to_give(asked)
    assert (news.due_on, news.state, news.assumptions) == (date(2021, 2, 28), state, ())
    assert [finding.about for finding in late_news(asked)] == (["information-late"] if state is State.LATE else [])


def test_without_a_day_of_knowledge_there_is_no_other_reading_to_give() -> None:
    change = fact(9, date(2021, 3, 31), ChangeAnnounced(party="caf"))
    [news] = news_to_give(
        situation(convention(UNTIL_2022, MutualInformation(source=at("7"))), date(2021, 4, 1), [*SIGNED, change])
    )
    assert news.state is State.LATE
    assert [assumption.alternatives for assumption in news.assumptions] == [()]
    assert "caf" not in news.subject


@pytest.mark.parametrize(
    "told",
    [
        InformationGiven(party="commune", matter="horaires"),
        InformationGiven(party="caf", matter="fermeture"),
        InformationGiven(party="caf", matter="horaires", effective_on=date(2021, 4, 1)),
    ],
)
def test_another_party_another_matter_or_another_day_is_another_news(told: InformationGiven) -> None:
    text = convention(UNTIL_2022, MutualInformation(matters=("horaires",), source=at("7")))
    asked = situation(text, date(2021, 4, 15), [*SIGNED, CHANGE, fact(10, date(2021, 2, 1), told)])
    assert State.LATE in {news.state for news in news_to_give(asked)}


def test_an_exchange_on_another_subject_does_not_count() -> None:
    text = convention(UNTIL_2022, PriorConsultation(source=at("7")))
    facts = [
        *SIGNED,
        fact(9, date(2021, 1, 4), ConsultationHeld(subject="logement")),
        fact(10, date(2021, 2, 1), StudyLaunched(party="caf", subject="mobilités")),
    ]
    asked = situation(text, date(2021, 2, 1), facts)
    assert [duty.state for duty in consultations_to_hold(asked)] == [State.MISSED]
    [told] = studies_too_soon(asked)
    assert "tenu le" not in told.sentence
    qualified = convention(UNTIL_2022, PriorConsultation(force=Force.QUALIFIED, source=at("7")))
    [duty] = consultations_to_hold(situation(qualified, date(2021, 2, 1), facts))
    assert duty.state is State.REASON_REQUIRED


def test_secrecy_is_told_once_the_convention_is_over() -> None:
    text = convention(UNTIL_2022, Confidentiality(survives=True, source=at("14")))
    assert not list(secrecy_after_end(situation(text, date(2022, 12, 31))))
    [kept] = secrecy_after_end(situation(text, date(2023, 1, 1)))
    assert (kept.state, kept.due_on, kept.who) == (State.OPEN, None, ("caf", "commune"))
    assert not list(secrecy_after_end(situation(text, date(2023, 1, 1), [])))


@pytest.mark.parametrize(("internal", "found"), [(True, ["source-missing"]), (False, [])])
def test_a_clause_may_cover_internal_documents_only(internal: bool, found: list[str]) -> None:
    text = convention(UNTIL_2022, SourceMention(external=False, source=at("7")))
    issued = fact(9, date(2021, 2, 1), DocumentIssued(party="caf", label="note", internal=internal))
    assert [f.about for f in sources_named(situation(text, date(2021, 2, 1), [*SIGNED, issued]))] == found


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        (None, []),
        (Communication(source=at("8")), []),
        (Communication(logos=True, source=at("8")), []),
        (Communication(joint_decision=True, source=at("8")), ["communication-alone"]),
        (Communication(mention=True, promote=True, source=at("8")), ["mention-missing", "promotion-missing"]),
    ],
)
def test_each_limb_of_the_clause_is_a_check_of_its_own(clause: Communication | None, found: list[str]) -> None:
    published = CommunicationPublished(label="journal", party="commune", mentions=False, promotes=False)
    facts: list[Fact] = [*SIGNED, fact(9, date(2021, 2, 1), published)]
    text = convention(UNTIL_2022, *([clause] if clause else []))
    assert [finding.about for finding in communication(situation(text, date(2021, 2, 1), facts))] == found
