"""Puts the demonstration in the database, through the same verbs as a person would use."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from convenir.access import houses as known_houses
from convenir.access.context import acting_as
from convenir.access.conventions import made_by_form
from convenir.access.deposited import Verdict
from convenir.access.roles import Actor, Role, Verb
from convenir.access.texts import text
from convenir.core.dossier import facts_from
from convenir.core.facts import Fact
from convenir.core.terms.parties import PartyKind
from convenir.demo.cast import CAST, DOSSIERS, HOUSES, TEXTS, Character
from convenir.demo.proofs import proof
from convenir.usecases import conventions, lines, texts
from convenir.usecases.conventions import NewFact, Proof, Told
from convenir.usecases.houses import Card, introduce
from convenir.usecases.texts import Confirmation, Judgement, OtherParty, Upload

PARIS = ZoneInfo("Europe/Paris")
NOON = time(12, 0, tzinfo=PARIS)
NOT_SETTLED = "À voir avec les autres parties avant le prochain comité."


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One dossier of the demonstration, as its file tells it."""

    key: str
    title: str
    text: Path
    parties: dict[str, str]
    confirmed_by: str
    confirmed_on: date
    facts: tuple[Fact, ...]


def load_all(today: date, say: Callable[[str], None]) -> None:
    """Houses and dossiers of the demonstration; what is already there is left as it is."""
    introduce([_card(key) for key in range(len(HOUSES))])
    people = {person.name: _actor(person) for person in CAST}
    stories = [_story(path) for path in sorted(DOSSIERS.glob("*.toml"))]
    for number, story in enumerate(stories, start=1):
        if _is_loaded(story, people[story.confirmed_by]):
            continue
        say(f"Dossier de démonstration {number} sur {len(stories)} : {story.title}")
        _load(story, people, today)
    lines.rebuild_all(today, say)


def _card(number: int) -> Card:
    house = HOUSES[number]
    return Card(
        key=house.key,
        name=house.name,
        kind=house.kind,
        accent=house.accent,
        calendar=house.calendar,
        fictional=True,
    )


def _actor(person: Character) -> Actor:
    return known_houses.actor(person.key, name=person.name, role=Role(person.role), house=person.house)


def _story(path: Path) -> Story:
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Story(
        key=table["id"],
        title=table["title"],
        text=TEXTS / Path(table["text"]).name,
        parties=table["parties"],
        confirmed_by=table["confirmed_by"],
        confirmed_on=table["confirmed_on"],
        facts=facts_from(table["facts"]),
    )


def _token(story: Story) -> str:
    return f"demo-{story.key}"


def _is_loaded(story: Story, by: Actor) -> bool:
    with acting_as(by):
        return made_by_form(by, _token(story)) is not None


def _load(story: Story, people: dict[str, Actor], today: date) -> None:
    """In one transaction: a dossier of the demonstration is there whole, or not at all."""
    by, at = people[story.confirmed_by], _noon(story.confirmed_on)
    with acting_as(by):
        upload = Upload(name=story.text.name, data=story.text.read_bytes(), token=_token(story))
        received = texts.receive(upload, by=by, at=at)
        texts.accept_all(received, by=by, at=at)
        _leave_open(received, by, at)
        pk = texts.confirm(received, _confirmation(story, by), by=by, at=at)
        conventions.replay(pk, _history(story, people), on=today)


def _leave_open(pk: UUID, by: Actor, at: datetime) -> None:
    """The contradictions of the text stay open: those who try the demonstration see them."""
    for point in text(by, pk, to=Verb.CONFIRM).hindering:
        open_still = Judgement(key=point.key, verdict=Verdict.LEFT_OPEN, reason=NOT_SETTLED)
        texts.judge(pk, open_still, by=by, at=at)


def _confirmation(story: Story, by: Actor) -> Confirmation:
    mine = next(key for key, house in story.parties.items() if _name(house) == by.house_name)
    return Confirmation(
        title=story.title,
        house_party=mine,
        others=tuple(
            OtherParty(key=key, name=_name(house), kind=_kind(house))
            for key, house in story.parties.items()
            if key != mine
        ),
        assumed_signatures=False,
        token=_token(story),
    )


def _history(story: Story, people: dict[str, Actor]) -> list[Told]:
    """The facts in the order in which they were recorded: that of the file among those of one day."""
    return [
        Told(
            fact=NewFact(event=fact.event, on=fact.on, token=fact.id, evidence=_proof(fact), note=fact.note),
            by=people[fact.recorded_by or story.confirmed_by],
            at=_noon(fact.recorded_on),
        )
        for fact in sorted(story.facts, key=lambda fact: fact.recorded_on)
    ]


def _proof(fact: Fact) -> Proof | None:
    if not fact.evidence:
        return None
    return Proof(name=fact.evidence, data=proof(fact.evidence))


def _noon(day: date) -> datetime:
    return datetime.combine(day, NOON)


def _name(house: str) -> str:
    return next(one.name for one in HOUSES if one.key == house)


def _kind(house: str) -> PartyKind:
    return next(one.kind for one in HOUSES if one.key == house)
