"""Contradictions are settled by a named person with a reason, before the dossier; other findings are only seen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from tests.dossiers import AT, People, people
from tests.usecases.contradictory import AGREED, CONTRADICTORY, received, seen

from convenir.access.context import acting_as
from convenir.access.conventions import convention
from convenir.access.deposited import Decision, Point, Verdict
from convenir.access.houses import actor
from convenir.access.roles import Actor, NotFound, Role, Verb
from convenir.core.refusals import Refusal
from convenir.records.models import FindingRuling, JournalRow
from convenir.usecases import texts
from convenir.usecases.texts import Judgement, Ruling
from convenir.usecases.texts.points import losing_terms

REASON = "Le comité de mars l’a confirmé."
Change = Callable[[Judgement], Judgement]


@pytest.fixture
def who(db: None) -> People:
    return people()


@pytest.fixture
def colleague(who: People) -> Actor:
    return actor("colleague", name="Emma Essai", role=Role.CAF_ADVISER, house="caf-essai")


@pytest.fixture
def text(who: People) -> UUID:
    return received(who, CONTRADICTORY)


def secretariat(who: People, pk: UUID) -> Point:
    return next(one for one in seen(who.adviser, pk).points if one.finding.about == "secretariat")


def ruling(who: People, pk: UUID) -> Judgement:
    return Judgement(key=secretariat(who, pk).key, verdict=Verdict.PASSAGE, passage=1, reason=REASON)


def test_the_passage_that_prevails_is_kept_with_its_author_reason_and_moment(who: People, text: UUID) -> None:
    texts.judge(text, ruling(who, text), by=who.adviser, at=AT)
    ruled = secretariat(who, text).ruled
    assert ruled is not None
    assert (ruled.verdict, ruled.passage, ruled.reason) == (Verdict.PASSAGE, 1, REASON)
    assert (ruled.by, ruled.at) == (who.adviser.name, AT)
    assert not secretariat(who, text).hinders


BAD: dict[str, tuple[Change, str]] = {
    "no passage": (lambda one: replace(one, passage=None), "passage qui prévaut"),
    "a passage that is not there": (lambda one: replace(one, passage=9), "passage qui prévaut"),
    "neither, without what is": (
        lambda one: replace(one, verdict=Verdict.NEITHER, passage=None),
        "passage qui prévaut",
    ),
    "no reason": (lambda one: replace(one, reason="  "), "motif"),
    "two words": (lambda one: replace(one, reason="C’est ainsi"[:5]), "motif"),
    "left open without a reason": (
        lambda one: replace(one, verdict=Verdict.LEFT_OPEN, passage=None, reason=""),
        "motif",
    ),
    "only seen": (lambda one: replace(one, verdict=Verdict.SEEN, passage=None), "décision motivée"),
    "another finding": (lambda one: replace(one, key="x"), "n’est plus parmi"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_decision_that_is_not_whole_is_refused(who: People, text: UUID, case: str) -> None:
    change, sentence = BAD[case]
    with pytest.raises(Refusal, match=sentence):
        texts.judge(text, change(ruling(who, text)), by=who.adviser, at=AT)
    with acting_as(who.adviser):
        assert FindingRuling.objects.count() == 0


def test_a_finding_that_asks_for_nothing_is_only_seen(who: People, text: UUID) -> None:
    point = next(one for one in seen(who.adviser, text).points if not one.asks)
    with pytest.raises(Refusal, match="décision motivée"):
        texts.judge(text, Judgement(key=point.key, verdict=Verdict.LEFT_OPEN, reason=REASON), by=who.adviser, at=AT)
    texts.judge(text, Judgement(key=point.key, verdict=Verdict.SEEN), by=who.adviser, at=AT)
    again = next(one for one in seen(who.adviser, text).points if one.key == point.key)
    assert again.ruled is not None and again.ruled.verdict is Verdict.SEEN


def test_a_finding_that_a_colleague_has_seen_is_seen(who: People, text: UUID, colleague: Actor) -> None:
    point = next(one for one in seen(who.adviser, text).points if not one.asks)
    for person in (colleague, who.adviser):
        texts.judge(text, Judgement(key=point.key, verdict=Verdict.SEEN), by=person, at=AT)
    again = next(one for one in seen(who.adviser, text).points if one.key == point.key)
    assert [one.by for one in again.history] == [colleague.name]


def test_no_dossier_before_somebody_spoke_and_one_where_the_question_stays_open(who: People, text: UUID) -> None:
    texts.accept_all(text, by=who.adviser, at=AT)
    with pytest.raises(Refusal, match="à trancher avant de créer le dossier"):
        texts.confirm(text, AGREED, by=who.adviser, at=AT)
    for point in seen(who.adviser, text).hindering:
        left_open = Judgement(key=point.key, verdict=Verdict.LEFT_OPEN, reason="À voir au prochain comité.")
        texts.judge(text, left_open, by=who.adviser, at=AT)
    pk = texts.confirm(text, AGREED, by=who.adviser, at=AT)
    with acting_as(who.agent):
        journal = convention(who.agent, pk, to=Verb.READ).journal
        assert [point.ruled for point in seen(who.agent, text).points if point.contradicts] != []
    told = [entry for entry in journal if entry.verb == "judge_finding"]
    assert told and all(entry.by == who.adviser.name and "prochain comité" in entry.detail for entry in told)


def test_the_later_of_two_persons_wins_and_both_are_kept(who: People, text: UUID, colleague: Actor) -> None:
    texts.judge(text, ruling(who, text), by=who.adviser, at=AT)
    later = replace(ruling(who, text), passage=0, seen=AT)
    texts.judge(text, later, by=colleague, at=AT + timedelta(hours=1))
    assert [(one.by, one.passage) for one in secretariat(who, text).history] == [
        (who.adviser.name, 1),
        (colleague.name, 0),
    ]


def test_a_decision_taken_meanwhile_is_not_replaced_unseen(who: People, text: UUID, colleague: Actor) -> None:
    before = ruling(who, text)
    texts.judge(text, before, by=colleague, at=AT)
    with pytest.raises(Refusal, match="Emma Essai a décidé le 1er mars 2021 à 12 h 00"):
        texts.judge(text, before, by=who.adviser, at=AT + timedelta(minutes=1))
    assert len(secretariat(who, text).history) == 1


def test_a_decision_sent_twice_is_one_and_another_is_not_taken_unseen(who: People, text: UUID) -> None:
    first = ruling(who, text)
    for minutes in (0, 1):
        texts.judge(text, first, by=who.adviser, at=AT + timedelta(minutes=minutes))
    with pytest.raises(Refusal, match="Vous avez déjà décidé le 1er mars 2021 à 12 h 00"):
        texts.judge(text, replace(first, passage=0), by=who.adviser, at=AT + timedelta(minutes=2))
    assert [(one.at, one.passage) for one in secretariat(who, text).history] == [(AT, 1)]


def test_the_same_decision_that_rejects_one_more_term_is_not_taken_for_the_first(who: People, text: UUID) -> None:
    texts.judge(text, ruling(who, text), by=who.adviser, at=AT)
    found = seen(who.adviser, text)
    losing = losing_terms(found, secretariat(who, text), ruling(who, text))[0].index
    more = replace(ruling(who, text), rejections=(Ruling(index=losing, decision=Decision.REJECTED),))
    with pytest.raises(Refusal, match="Vous avez déjà décidé"):
        texts.judge(text, more, by=who.adviser, at=AT + timedelta(minutes=1))
    for minutes in (2, 3):
        texts.judge(text, replace(more, seen=AT), by=who.adviser, at=AT + timedelta(minutes=minutes))
    assert seen(who.adviser, text).items[losing].rejected
    assert len(secretariat(who, text).history) == 2


def test_others_cannot_tell_that_the_text_exists(who: People, text: UUID) -> None:
    for person in (who.agent, who.stranger):
        with pytest.raises(NotFound):
            texts.judge(text, ruling(who, text), by=person, at=AT)
    with acting_as(who.adviser):
        assert JournalRow.objects.filter(verb="judge_finding").count() == 0
