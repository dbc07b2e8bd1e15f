"""Every event that a person may record is in a family, each of its fields has words, and it is found by plain words."""

import dataclasses
import typing

import pytest

from convenir.core.facts import Event
from convenir.web.pages.conventions.amendment_fields import CHANGES
from convenir.web.pages.conventions.fact_fields import asked
from convenir.web.pages.conventions.fact_kinds import ELSEWHERE, FAMILIES, KINDS, Kind
from convenir.web.pages.conventions.fact_search import found

EVENTS = set(typing.get_args(Event))
FIELDS = [(kind, field.name) for kind in KINDS.values() for field in dataclasses.fields(kind.event)]


def test_every_event_is_in_one_family_or_says_where_it_is_recorded() -> None:
    offered = [kind.event for family in FAMILIES for kind in family.kinds]
    assert len(offered) == len(set(offered))
    assert set(offered) | set(ELSEWHERE) == EVENTS
    assert not set(offered) & set(ELSEWHERE)
    assert all(why.endswith(".") for why in ELSEWHERE.values())


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda one: getattr(one, "name", one))
def test_every_field_of_a_fact_has_words(kind: Kind, name: str) -> None:
    assert name == CHANGES or asked(kind.event, name).label


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_what_a_kind_says_of_fields_is_about_its_own(kind: Kind) -> None:
    own = {"on", *(field.name for field in dataclasses.fields(kind.event))}
    assert set(kind.called) | set(kind.needs) <= own
    assert CHANGES in own or set(kind.details) <= own


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_what_must_be_said_is_not_folded(kind: Kind) -> None:
    given = {field.name: field.default for field in dataclasses.fields(kind.event)}
    folded = [name for name in kind.details if name in given]
    assert [name for name in folded if given[name] is dataclasses.MISSING or given[name]] == []


@pytest.mark.parametrize(
    ("sought", "first"),
    [
        ("lettre recommandée refusée", "notice_refused"),
        ("LETTRE RECOMMANDEE REFUSEE", "notice_refused"),
        ("lrar reçue", "notice_received"),
        ("non réclamée", "notice_returned"),
        ("copil", "meeting_held"),
        ("mise en demeure", "formal_notice_sent"),
        ("prolonger la convention", "amendment_proposed"),
        ("avenant", "amendment_proposed"),
        ("préfecture", "act_transmitted"),
        ("vote du conseil municipal", "act_adopted"),
        ("nouveau maire", "signatory_changed"),
        ("fiche action", "commitment_made"),
        ("bilan annuel", "review_done"),
        ("CEJ", "sectoral_contract_ended"),
        ("appel", "appeal_lodged"),
        ("logo", "communication_published"),
    ],
)
def test_a_newcomer_finds_a_fact_by_plain_words(sought: str, first: str) -> None:
    assert found(sought)[0].name == first


def test_words_that_mean_nothing_find_nothing() -> None:
    assert found("kangourou") == []
    assert found("de la") == []
    assert found("") == []
