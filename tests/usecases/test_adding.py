"""A person adds a term that the reader missed: on words of the text, beside the terms read, and never twice."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from tests.dossiers import AT, People, people
from tests.usecases.contradictory import CONTRADICTORY, received, seen

from convenir.access.deposited import Decision
from convenir.access.houses import actor
from convenir.access.roles import NotAllowed, NotFound, Role
from convenir.core.refusals import Refusal
from convenir.core.source import Source
from convenir.core.terms import Purpose
from convenir.core.terms.governance import MeetingCadence, Per
from convenir.usecases import texts
from convenir.usecases.texts import Addition, Ruling

QUOTE = "Il se réunit deux fois par an."
START = CONTRADICTORY.index(QUOTE)
SOURCE = Source(text="convention", article="1", paragraph=1, quote=QUOTE, start=START, end=START + len(QUOTE))
MISSED = MeetingCadence(body="cotech", count=2, per=Per.CIVIL_YEAR, source=SOURCE)


@pytest.fixture
def who(db: None) -> People:
    return people()


@pytest.fixture
def text(who: People) -> UUID:
    return received(who, CONTRADICTORY)


def test_an_added_term_follows_those_read_and_is_kept_in_the_order_of_the_text(who: People, text: UUID) -> None:
    read = len(seen(who.adviser, text).items)
    assert texts.add(text, Addition(term=MISSED), by=who.adviser, at=AT) == read
    found = seen(who.adviser, text)
    item = found.items[-1]
    assert (item.added, item.kept, item.term, item.ruled and item.ruled.by) == (True, True, MISSED, who.adviser.name)
    texts.accept_all(text, by=who.adviser, at=AT)
    starts = [clause.source.start or 0 for clause in seen(who.adviser, text).kept.clauses]
    assert starts == sorted(starts) and MISSED in seen(who.adviser, text).kept.clauses


def test_the_same_term_is_added_once(who: People, text: UUID) -> None:
    indexes = {texts.add(text, Addition(term=MISSED), by=who.adviser, at=AT) for _ in range(2)}
    assert len(indexes) == 1
    assert sum(item.added for item in seen(who.adviser, text).items) == 1


def test_an_added_term_is_corrected_then_rejected(who: People, text: UUID) -> None:
    index = texts.add(text, Addition(term=MISSED), by=who.adviser, at=AT)
    thrice = replace(MISSED, count=3)
    texts.rule(text, Ruling(index=index, decision=Decision.CORRECTED, corrected=thrice, seen=AT), by=who.adviser, at=AT)
    assert seen(who.adviser, text).items[index].term == thrice
    texts.rule(text, Ruling(index=index, decision=Decision.REJECTED, seen=AT), by=who.adviser, at=AT)
    item = seen(who.adviser, text).items[index]
    assert not item.kept and item.added
    assert [one.decision for one in item.history] == [Decision.ADDED, Decision.CORRECTED, Decision.REJECTED]


@pytest.mark.parametrize(
    "source",
    [
        replace(SOURCE, quote=""),
        replace(SOURCE, quote="Il se réunit."),
        replace(SOURCE, start=0),
        Source(text="c", article="1"),
    ],
)
def test_words_that_are_not_those_of_the_text_are_refused(who: People, text: UUID, source: Source) -> None:
    with pytest.raises(Refusal, match="ne se trouvent pas"):
        texts.add(text, Addition(term=replace(MISSED, source=source)), by=who.adviser, at=AT)
    assert not any(item.added for item in seen(who.adviser, text).items)


def test_an_impossible_term_is_refused(who: People, text: UUID) -> None:
    with pytest.raises(Refusal, match="corrigez cette valeur"):
        texts.add(text, Addition(term=replace(MISSED, count=0)), by=who.adviser, at=AT)


def test_a_term_is_not_added_by_a_ruling(who: People, text: UUID) -> None:
    purpose = Purpose(source=SOURCE)
    with pytest.raises(Refusal):
        texts.rule(text, Ruling(index=0, decision=Decision.ADDED, corrected=purpose), by=who.adviser, at=AT)


def test_who_may_not_confirm_adds_nothing(who: People, text: UUID) -> None:
    reader = actor("reader", name="Farid Essai", role=Role.DPO, house="caf-essai")
    with pytest.raises(NotAllowed):
        texts.add(text, Addition(term=MISSED), by=reader, at=AT)
    for person in (who.agent, who.stranger):
        with pytest.raises(NotFound):
            texts.add(text, Addition(term=MISSED), by=person, at=AT)


def test_a_ruling_taken_meanwhile_is_not_replaced_unseen(who: People, text: UUID) -> None:
    colleague = actor("colleague", name="Emma Essai", role=Role.CAF_ADVISER, house="caf-essai")
    texts.rule(text, Ruling(index=0, decision=Decision.REJECTED), by=colleague, at=AT)
    later = AT + timedelta(minutes=5)
    with pytest.raises(Refusal, match="Emma Essai a décidé"):
        texts.rule(text, Ruling(index=0, decision=Decision.ACCEPTED), by=who.adviser, at=later)
    texts.rule(text, Ruling(index=0, decision=Decision.ACCEPTED, seen=AT), by=who.adviser, at=later)
    history = seen(who.adviser, text).items[0].history
    assert [(one.by, one.decision) for one in history] == [
        (colleague.name, Decision.REJECTED),
        (who.adviser.name, Decision.ACCEPTED),
    ]


def test_a_ruling_taken_in_another_window_is_not_replaced_unseen(who: People, text: UUID) -> None:
    texts.rule(text, Ruling(index=0, decision=Decision.ACCEPTED), by=who.adviser, at=AT)
    later = AT + timedelta(minutes=5)
    with pytest.raises(Refusal, match="Vous avez déjà décidé le 1er mars 2021 à 12 h 00"):
        texts.rule(text, Ruling(index=0, decision=Decision.REJECTED), by=who.adviser, at=later)
    texts.rule(text, Ruling(index=0, decision=Decision.REJECTED, seen=AT), by=who.adviser, at=later)
    history = seen(who.adviser, text).items[0].history
    assert [one.decision for one in history] == [Decision.ACCEPTED, Decision.REJECTED]


def test_a_ruling_sent_twice_is_one(who: People, text: UUID) -> None:
    index = texts.add(text, Addition(term=MISSED), by=who.adviser, at=AT)
    thrice = Ruling(index=index, decision=Decision.CORRECTED, corrected=replace(MISSED, count=3), seen=AT)
    for minutes in (1, 2):
        texts.rule(text, thrice, by=who.adviser, at=AT + timedelta(minutes=minutes))
    history = seen(who.adviser, text).items[index].history
    assert [one.decision for one in history] == [Decision.ADDED, Decision.CORRECTED]
    four = replace(thrice, corrected=replace(MISSED, count=4))
    with pytest.raises(Refusal, match="Vous avez déjà décidé"):
        texts.rule(text, four, by=who.adviser, at=AT + timedelta(minutes=3))
