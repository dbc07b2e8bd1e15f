"""The demonstration is loaded through the verbs, once, and every dossier has something to show."""

import tomllib
from datetime import date

import pytest

from convenir.access import houses
from convenir.access.context import acting_as
from convenir.access.conventions import convention
from convenir.access.portfolio import Filters, Group, Pages, portfolio
from convenir.access.roles import Actor, Role, Verb
from convenir.core.agenda import agenda
from convenir.core.dossier import facts_from
from convenir.core.obligation import State
from convenir.core.standing import Status, standing
from convenir.demo.cast import CAST, DOSSIERS
from convenir.demo.load import load_all

TODAY = date(2026, 11, 21)
FIRST = Pages(lines=1, conventions=1)
IN_FORCE = {Status.IN_FORCE, Status.IN_FORCE_RENEWED, Status.IN_FORCE_UNDER_NOTICE}


def acting(key: str) -> Actor:
    person = next(one for one in CAST if one.key == key)
    return houses.actor(key, name=person.name, role=Role(person.role), house=person.house)


@pytest.mark.django_db
def test_the_demonstration_is_loaded_once_and_each_dossier_is_alive() -> None:
    said: list[str] = []
    load_all(TODAY, said.append)
    assert len(said) == len(list(DOSSIERS.glob("*.toml"))) + 1
    again: list[str] = []
    load_all(TODAY, again.append)
    assert again == ["Échéances à jour : 5 dossiers."]
    expected = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(DOSSIERS.glob("*.toml"))}
    seen = {}
    for person in ("nadia", "maud"):
        actor = acting(person)
        with acting_as(actor):
            shown = portfolio(actor, on=TODAY, filters=Filters(), pages=FIRST)
            for held in shown.conventions:
                seen[held.title] = (convention(actor, held.convention, to=Verb.READ), held)
                groups = {line.group for line in shown.lines if line.convention == held.convention}
                assert {Group.LATE, Group.SOON} <= groups, held.title
    assert set(seen) == {table["title"] for table in expected.values()}
    for table in expected.values():
        dossier, held = seen[table["title"]]
        assert len(dossier.facts) == len(facts_from(table["facts"]))
        assert {seat.key for seat in dossier.seats} == set(table["parties"])
        status = standing(dossier.terms, dossier.facts, on=TODAY, known=TODAY, calendar=dossier.calendar)
        assert status.status is held.status
        assert held.status in IN_FORCE, held.title
        asked = agenda(dossier.terms, dossier.facts, on=TODAY, known=TODAY, until=date(2027, 12, 31))
        assert State.DONE in {duty.state for duty in asked}, held.title


@pytest.mark.django_db
def test_the_stranger_of_the_cast_sees_nothing() -> None:
    load_all(TODAY, lambda line: None)
    actor = acting("bastien")
    with acting_as(actor):
        assert portfolio(actor, on=TODAY, filters=Filters(), pages=FIRST).total == 0
