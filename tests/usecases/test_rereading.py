"""A text is read again by another reader: what differs is told, and every decision of a person stays."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from tests.dossiers import AT, People, people
from tests.usecases.contradictory import AGREED, seen
from tests.usecases.older_reading import GONE, read_before

from convenir.access.context import acting_as
from convenir.access.deposited import Decision, ReadTerm, Verdict
from convenir.access.roles import NotFound
from convenir.core.refusals import Refusal
from convenir.core.terms import Term
from convenir.core.terms.governance import MeetingCadence
from convenir.core.terms.lifetime import Duration
from convenir.core.terms.parties import PartyClause
from convenir.core.terms.termination import TerminationAtWill
from convenir.records.models import Rereading
from convenir.usecases import texts
from convenir.usecases.texts import Addition, Judgement, Ruling


@pytest.fixture
def who(db: None) -> People:
    return people()


@pytest.fixture
def text(who: People) -> UUID:
    return read_before(who)


def item(who: People, pk: UUID, kind: type[Term]) -> ReadTerm:
    return next(one for one in seen(who.adviser, pk).items if isinstance(one.read, kind))


def test_the_difference_is_told_and_nothing_is_written(who: People, text: UUID) -> None:
    comparison = texts.compare(text, by=who.adviser)
    assert [type(term) for term in comparison.new] == [TerminationAtWill]
    assert [one.read for one in comparison.gone] == [GONE]
    assert [type(pair.clause) for pair in comparison.changed] == [Duration]
    assert comparison.same == len(seen(who.adviser, text).items) - 2
    assert comparison.new_findings and not comparison.gone_findings
    assert comparison.differs and not comparison.other_words
    assert seen(who.adviser, text).reader_version == "0.0"


def test_decisions_follow_their_terms(who: People, text: UUID) -> None:
    party, duration, gone = (item(who, text, kind) for kind in (PartyClause, Duration, MeetingCadence))
    gone = next(one for one in seen(who.adviser, text).items if one.read == GONE)
    for one in (party, duration, gone):
        texts.rule(text, Ruling(index=one.index, decision=Decision.ACCEPTED), by=who.adviser, at=AT)
    texts.take_again(text, by=who.adviser, at=AT)
    kept = item(who, text, PartyClause)
    assert kept.ruled is not None and (kept.ruled.by, kept.ruled.at) == (who.adviser.name, AT)
    said = item(who, text, Duration)
    assert said.term == duration.read and said.read != duration.read and said.kept
    assert [one.term for one in seen(who.adviser, text).items if one.index > 0 and one.kept][-1] == gone.read
    assert item(who, text, TerminationAtWill).ruled is None


def test_a_correction_and_an_addition_stay(who: People, text: UUID) -> None:
    duration = item(who, text, Duration)
    assert isinstance(duration.read, Duration)
    corrected = replace(duration.read, ends_on=date(2026, 6, 30))
    ruling = Ruling(index=duration.index, decision=Decision.CORRECTED, corrected=corrected)
    texts.rule(text, ruling, by=who.adviser, at=AT)
    added = replace(GONE, count=6)
    texts.add(text, Addition(term=added), by=who.adviser, at=AT)
    texts.take_again(text, by=who.adviser, at=AT)
    found = seen(who.adviser, text)
    assert {type(one.term): one.term for one in found.items}[Duration] == corrected
    assert added in found.kept.clauses
    assert next(one for one in found.items if one.term == added).added


def test_a_term_rejected_and_read_otherwise_is_to_be_read_again(who: People, text: UUID) -> None:
    for one in (item(who, text, Duration), item(who, text, PartyClause)):
        texts.rule(text, Ruling(index=one.index, decision=Decision.REJECTED), by=who.adviser, at=AT)
    texts.take_again(text, by=who.adviser, at=AT)
    assert item(who, text, Duration).ruled is None
    party = item(who, text, PartyClause)
    assert party.ruled is not None and party.ruled.decision is Decision.REJECTED


def test_a_ruling_on_a_finding_stays(who: People, text: UUID) -> None:
    texts.take_again(text, by=who.adviser, at=AT)
    point = seen(who.adviser, text).hindering[0]
    judgement = Judgement(key=point.key, verdict=Verdict.LEFT_OPEN, reason="À voir au prochain comité.")
    texts.judge(text, judgement, by=who.adviser, at=AT)
    with acting_as(who.adviser):
        last = Rereading.objects.latest("pk")
        Rereading.objects.create(
            text_id=text, reader_version="0.0", words=last.words, reading=last.reading, by="Lecteur", at=AT
        )
    texts.take_again(text, by=who.adviser, at=AT)
    assert not seen(who.adviser, text).hindering


def test_the_same_reading_is_not_taken_twice(who: People, text: UUID) -> None:
    texts.take_again(text, by=who.adviser, at=AT)
    with pytest.raises(Refusal, match="comme il est déjà lu"):
        texts.take_again(text, by=who.adviser, at=AT)


def test_a_dossier_made_is_compared_and_does_not_change(who: People, text: UUID) -> None:
    texts.accept_all(text, by=who.adviser, at=AT)
    texts.confirm(text, AGREED, by=who.adviser, at=AT)
    assert texts.compare(text, by=who.agent).differs
    with pytest.raises(Refusal, match="déjà donné lieu"):
        texts.take_again(text, by=who.adviser, at=AT)


def test_others_cannot_tell_that_the_text_exists(who: People, text: UUID) -> None:
    with pytest.raises(NotFound):
        texts.compare(text, by=who.stranger)
    with pytest.raises(NotFound):
        texts.take_again(text, by=who.agent, at=AT)
