"""A délibération deposited and attached to a party of a dossier: the facts that it proves."""

from datetime import date, datetime
from uuid import UUID

import pytest
from django.utils import timezone
from tests.dossiers import People, dossier, people
from tests.reader.test_authorisations import ACT, STAMPS

from convenir.access.context import acting_as
from convenir.access.conventions import Dossier, convention
from convenir.access.deposited import Decision
from convenir.access.given import Loose, holders, loose
from convenir.access.roles import Actor, NotAllowed, NotFound, Verb
from convenir.access.texts import text
from convenir.access.waiting import waiting
from convenir.core.facts import ActAdopted, ActPublished, ActTransmitted
from convenir.core.terms import DeliberationAct, Document
from convenir.records.models import Convention, FactRow, JournalRow
from convenir.usecases.deliberations import (
    AlreadyHeld,
    Attachment,
    DecidesNothing,
    NothingToRecord,
    PartyUnknown,
    attach,
    read_act,
)
from convenir.usecases.texts import Ruling, Upload, receive, rule

VOTED = ACT.format(vote="par 21 voix pour, 3 contre et 2 abstentions", stamps=STAMPS)
DAYS = {0: date(2022, 2, 12), 1: date(2022, 2, 15), 2: date(2022, 2, 16)}


@pytest.fixture
def who(db: None) -> People:
    return people()


@pytest.fixture
def target(who: People) -> UUID:
    """A dossier of the Caf and the town, not signed yet."""
    return dossier(who, facts=()).pk


@pytest.fixture
def act(who: People) -> UUID:
    return deposited(who.adviser, VOTED)


def now() -> datetime:
    return timezone.now()


def deposited(by: Actor, words: str) -> UUID:
    return receive(Upload(name="acte.txt", data=words.encode(), token=str(hash(words))), by=by, at=now())


def said(party: str = "commune", form: str = "formulaire", days: dict[int, date] | None = None) -> Attachment:
    return Attachment(party=party, days=DAYS if days is None else days, token=form)


def opened(who: People, pk: UUID) -> Dossier:
    with acting_as(who.adviser):
        return convention(who.adviser, pk, to=Verb.READ)


def test_the_act_is_that_of_the_party_whose_organ_it_is(who: People, act: UUID, target: UUID) -> None:
    read = read_act(act, target, by=who.adviser).read
    assert (read.party, read.act.number, read.act.votes_for) == ("commune", "2022-14", 21)


def test_its_facts_are_recorded_with_the_text_and_the_votes(who: People, act: UUID, target: UUID) -> None:
    ids = attach(act, target, said(), by=who.adviser, at=now())
    found = opened(who, target)
    assert [(type(fact.event), fact.on) for fact in found.facts] == [
        (ActAdopted, DAYS[0]),
        (ActTransmitted, DAYS[1]),
        (ActPublished, DAYS[2]),
    ]
    assert {found.attached[one].file_name for one in ids} == {"acte.txt"}
    with acting_as(who.adviser):
        assert FactRow.objects.get(convention=target, fact_id=ids[0]).note == "Votes : 21 pour, 3 contre, 2 abstentions"
        assert [one.pk for one in holders(who.adviser, act)] == [target]
        assert JournalRow.objects.get(verb="attach_act").detail == f"{' '.join(ids)} commune acte.txt"


def test_the_same_form_posted_twice_records_once(who: People, act: UUID, target: UUID) -> None:
    first, second = (attach(act, target, said(), by=who.adviser, at=now()) for _ in range(2))
    assert first == second
    assert len(opened(who, target).facts) == 3
    with acting_as(who.adviser):
        assert JournalRow.objects.filter(verb="attach_act").count() == 1


def test_an_act_attached_before_is_not_counted_twice(who: People, act: UUID, target: UUID) -> None:
    attach(act, target, said(days={0: DAYS[0]}), by=who.adviser, at=now())
    attach(act, target, said(form="un autre"), by=who.adviser, at=now())
    assert len(opened(who, target).facts) == 3
    with pytest.raises(AlreadyHeld, match="tient déjà ces faits"):
        attach(act, target, said(form="un troisième"), by=who.adviser, at=now())


@pytest.mark.parametrize("held", [0, 1])
def test_a_form_that_keeps_a_fact_held_before_may_be_posted_twice(
    who: People, act: UUID, target: UUID, held: int
) -> None:
    attach(act, target, said(days={held: DAYS[held]}), by=who.adviser, at=now())
    first, second = (attach(act, target, said(form="un autre"), by=who.adviser, at=now()) for _ in range(2))
    assert first == second
    assert len(opened(who, target).facts) == 3
    with acting_as(who.adviser):
        assert JournalRow.objects.filter(verb="attach_act").count() == 2


def test_a_person_says_whose_act_it_is_and_which_facts_she_keeps(who: People, act: UUID, target: UUID) -> None:
    attach(act, target, said("caf", days={0: DAYS[0]}), by=who.adviser, at=now())
    (fact,) = opened(who, target).facts
    assert isinstance(fact.event, ActAdopted) and fact.event.party == "caf"


@pytest.mark.parametrize(("given", "refusal"), [(said("etat"), PartyUnknown), (said(days={}), NothingToRecord)])
def test_what_cannot_be_recorded(
    who: People, act: UUID, target: UUID, given: Attachment, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        attach(act, target, given, by=who.adviser, at=now())
    assert opened(who, target).facts == ()


def test_a_day_to_come_records_none_of_the_facts(who: People, act: UUID, target: UUID) -> None:
    with pytest.raises(Exception, match="n’est pas encore passé"):
        attach(act, target, said(days=DAYS | {2: date(2098, 1, 1)}), by=who.adviser, at=now())
    assert opened(who, target).facts == ()


def test_the_correction_of_the_review_counts_and_a_rejected_act_gives_nothing(
    who: People, act: UUID, target: UUID
) -> None:
    with acting_as(who.adviser):
        items = text(who.adviser, act, to=Verb.READ).items
    item = next(one for one in items if isinstance(one.read, DeliberationAct))
    corrected = DeliberationAct(organ="conseil municipal", number="2022-15", source=item.source)
    at = now()
    rule(act, Ruling(index=item.index, decision=Decision.CORRECTED, corrected=corrected), by=who.adviser, at=at)
    assert read_act(act, target, by=who.adviser).read.act.number == "2022-15"
    rule(act, Ruling(index=item.index, decision=Decision.REJECTED, seen=at), by=who.adviser, at=now())
    with pytest.raises(DecidesNothing):
        read_act(act, target, by=who.adviser)


def test_neither_a_stranger_nor_who_may_not_record(who: People, act: UUID, target: UUID) -> None:
    with pytest.raises(NotFound):
        attach(act, target, said(), by=who.stranger, at=now())
    with pytest.raises(NotAllowed):
        attach(act, target, said(), by=who.elected, at=now())
    assert opened(who, target).facts == ()


def test_an_act_of_the_deposit_of_a_dossier_waits_until_it_gives_something(who: People, act: UUID) -> None:
    with acting_as(who.adviser):
        assert loose(who.adviser, None) == ()
        assert loose(who.adviser, act) == (Loose(pk=act, document=Document.DELIBERATION),)
        assert Convention.objects.count() == 0
    attach(act, dossier(who, facts=()).pk, said(), by=who.adviser, at=now())
    with acting_as(who.adviser):
        assert loose(who.adviser, act) == ()


def test_an_act_that_gave_facts_waits_no_more(who: People, act: UUID, target: UUID) -> None:
    with acting_as(who.adviser):
        assert [one.pk for one in waiting(who.adviser)] == [act]
    attach(act, target, said(), by=who.adviser, at=now())
    with acting_as(who.adviser):
        assert waiting(who.adviser) == ()
