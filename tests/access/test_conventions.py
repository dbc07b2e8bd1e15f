"""The door of a dossier: what it gives, to whom, and at what cost."""

from uuid import uuid4

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.dossiers import AT, SIGNED, People, dossier, people, terms_named

from convenir.access.context import acting_as
from convenir.access.conventions import convention, evidence, findings
from convenir.access.roles import MAY, NotAllowed, NotFound, Verb
from convenir.core.facts import Signed


@pytest.fixture
def who(db: None) -> People:
    return people()


def test_a_party_reads_terms_facts_parties_and_what_it_may_do(who: People) -> None:
    row = dossier(who)
    with acting_as(who.elected):
        seen = convention(who.elected, row.pk, to=Verb.READ)
    assert seen.terms == terms_named("rouen-2019")
    assert [fact.event for fact in seen.facts] == [Signed(party="caf"), Signed(party="commune")]
    assert seen.party_keys == ("caf", "commune")
    assert seen.others == "Ville de Bourg-Essai"
    assert seen.bodies[:1] == ("copil",)
    assert seen.may == MAY[who.elected.role]
    assert (seen.confirmed_by, seen.confirmed_at, seen.text) == (who.adviser.name, AT, None)
    assert seen.cancelled == {}


@pytest.mark.parametrize("verb", Verb)
def test_a_stranger_cannot_tell_that_it_exists(who: People, verb: Verb) -> None:
    row = dossier(who)
    with acting_as(who.stranger):
        for asked in (row.pk, uuid4()):
            with pytest.raises(NotFound):
                convention(who.stranger, asked, to=verb)
        with pytest.raises(NotFound):
            evidence(who.stranger, row.pk, uuid4())
        with pytest.raises(NotFound):
            findings(who.stranger, row.pk)


def test_without_its_house_told_to_the_database_even_a_party_finds_nothing(who: People) -> None:
    row = dossier(who)
    with pytest.raises(NotFound):
        convention(who.adviser, row.pk, to=Verb.READ)


def test_a_party_whose_role_is_not_enough_is_told_so(who: People) -> None:
    row = dossier(who)
    with acting_as(who.elected), pytest.raises(NotAllowed, match="Votre rôle"):
        convention(who.elected, row.pk, to=Verb.RECORD)


def test_a_file_that_is_not_there_is_not_found(who: People) -> None:
    row = dossier(who)
    with acting_as(who.adviser):
        with pytest.raises(NotFound):
            evidence(who.adviser, row.pk, uuid4())
        assert findings(who.adviser, row.pk) == ()


@pytest.mark.parametrize("facts", [0, 2])
def test_a_dossier_costs_four_queries(
    who: People, facts: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    row = dossier(who, facts=SIGNED[:facts])
    with acting_as(who.adviser), django_assert_num_queries(4):
        convention(who.adviser, row.pk, to=Verb.READ)
