"""The demonstration holds together: houses, persons, texts and facts; and its texts are its own."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from convenir.core.dossier import facts_from
from convenir.core.facts import Cancelled, MeetingMoved, MeetingPlanned, known_on
from convenir.demo.cast import CAST, DOSSIERS, HOUSES, TEXTS

FILES = sorted(DOSSIERS.glob("*.toml"))
SOURCES = Path(__file__).parents[3] / "shared" / "conventions"
TODAY = date(2026, 11, 21)
PLANS = (MeetingPlanned, MeetingMoved)


def test_every_character_works_for_a_house() -> None:
    assert {person.house for person in CAST} <= {house.key for house in HOUSES}
    assert len({person.key for person in CAST}) == len(CAST)
    assert len({house.key for house in HOUSES}) == len(HOUSES)


def test_each_text_has_its_dossier() -> None:
    named = {(DOSSIERS / tomllib.loads(path.read_text())["text"]).resolve() for path in FILES}
    assert named == {path.resolve() for path in TEXTS.glob("*.txt")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_dossier_is_marked_as_invented_and_names_known_houses_and_persons(path: Path) -> None:
    table = tomllib.loads(path.read_text())
    assert table["id"] == path.stem
    assert table["fictional"] is True
    assert set(table["parties"].values()) <= {house.key for house in HOUSES}
    people = {person.name: person.house for person in CAST}
    recorders = {fact.recorded_by for fact in facts_from(table["facts"])} | {table["confirmed_by"]}
    assert {people[name] for name in recorders} <= set(table["parties"].values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_facts_are_past_one_is_late_one_is_cancelled_and_one_meeting_is_coming(path: Path) -> None:
    facts = facts_from(tomllib.loads(path.read_text())["facts"])
    assert [fact for fact in facts if fact.recorded_on > TODAY] == []
    assert [
        f for f in facts if isinstance(f.on, date) and f.on > f.recorded_on and not isinstance(f.event, PLANS)
    ] == []
    assert any(isinstance(f.on, date) and (f.recorded_on - f.on).days > 20 for f in facts)
    assert len([fact for fact in facts if isinstance(fact.event, Cancelled)]) == 1
    assert len(known_on(facts, TODAY)) == len(facts) - 2
    assert any(isinstance(f.on, date) and f.on > TODAY for f in facts if isinstance(f.event, PLANS))


def sentences(path: Path) -> set[str]:
    """The sentences of a text of nine words or more, the legal references left out."""
    pieces = re.split(r"[.;:\n]+", path.read_text(encoding="utf-8", errors="replace").casefold())
    words = [re.findall(r"\w+", piece) for piece in pieces]
    return {" ".join(found) for found in words if len(found) >= 9 and found[0] != "vu"}


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts are not beside this copy of the code")
def test_no_sentence_comes_from_a_source_text() -> None:
    real = set().union(*(sentences(path) for path in SOURCES.glob("*.txt")))
    assert {path.name: sentences(path) & real for path in TEXTS.glob("*.txt") if sentences(path) & real} == {}
