"""A review set aside waits no more, keeps what was decided, and is taken up again."""

from uuid import UUID

import pytest
from tests.dossiers import AT, People, people

from convenir.access.context import acting_as
from convenir.access.deposited import Decision
from convenir.access.roles import Actor, NotFound, Verb
from convenir.access.texts import text
from convenir.access.waiting import Aside, set_aside_by, waiting, waiting_count
from convenir.core.terms.parties import PartyKind
from convenir.records.models import JournalRow, SetAside
from convenir.usecases import texts
from convenir.usecases.refusals import AlreadyConfirmed
from convenir.usecases.texts import Confirmation, OtherParty, Ruling, Upload

FORM = "form"
WORDS = b"""CONVENTION TERRITORIALE GLOBALE
Entre
la Caisse d'allocations familiales de l'Essai,
et
la commune de Vaux,
Article 1 - Duree
La convention est conclue du 1er janvier 2021 au 31 decembre 2024.
"""


@pytest.fixture
def who(db: None) -> People:
    return people()


@pytest.fixture
def pk(who: People) -> UUID:
    found = texts.receive(Upload(name="essai.txt", data=WORDS, token=FORM), by=who.adviser, at=AT)
    texts.rule(found, Ruling(index=0, decision=Decision.ACCEPTED), by=who.adviser, at=AT)
    return found


def counted(actor: Actor) -> tuple[int, int, int]:
    with acting_as(actor):
        return len(waiting(actor)), waiting_count(actor), len(waiting(actor, aside=True))


def test_a_review_set_aside_waits_no_more_until_it_is_taken_up(who: People, pk: UUID) -> None:
    assert counted(who.adviser) == (1, 1, 0)
    texts.set_aside(pk, by=who.adviser, at=AT)
    assert counted(who.adviser) == (0, 0, 1)
    with acting_as(who.adviser):
        assert set_aside_by(pk) == Aside(by=who.adviser.name, at=AT)
        assert text(who.adviser, pk, to=Verb.CONFIRM).ruled == 1
    texts.take_up(pk, by=who.adviser, at=AT)
    assert counted(who.adviser) == (1, 1, 0)
    with acting_as(who.adviser):
        assert set_aside_by(pk) is None
        verbs = list(JournalRow.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs[-2:] == ["set_aside", "take_up"]


def test_the_same_twice_is_written_once(who: People, pk: UUID) -> None:
    texts.take_up(pk, by=who.adviser, at=AT)
    texts.set_aside(pk, by=who.adviser, at=AT)
    texts.set_aside(pk, by=who.adviser, at=AT)
    with acting_as(who.adviser):
        assert SetAside.objects.count() == 1


def test_others_neither_set_aside_nor_see_it(who: People, pk: UUID) -> None:
    with pytest.raises(NotFound):
        texts.set_aside(pk, by=who.agent, at=AT)
    texts.set_aside(pk, by=who.adviser, at=AT)
    with acting_as(who.agent):
        assert set_aside_by(pk) is None


def test_a_text_that_made_a_dossier_is_not_set_aside(who: People, pk: UUID) -> None:
    texts.accept_all(pk, by=who.adviser, at=AT)
    town = OtherParty(key="commune", name="Commune de Vaux", kind=PartyKind.MUNICIPALITY)
    given = Confirmation(title="Essai", house_party="caf", others=(town,), assumed_signatures=False, token=FORM)
    texts.confirm(pk, given, by=who.adviser, at=AT)
    with pytest.raises(AlreadyConfirmed):
        texts.set_aside(pk, by=who.adviser, at=AT)
