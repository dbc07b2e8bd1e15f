"""The home page and a convention page of a house with forty conventions, then with four thousand."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from benchmarks.large_portfolio import analyze, copy_until, store_until
from benchmarks.private_site import say
from benchmarks.timing import least
from convenir.access.context import acting_as
from convenir.access.conventions import made_by_form
from convenir.access.houses import actor
from convenir.access.roles import Actor
from convenir.config import database, env
from convenir.config.embedded import OWNER, SUPERUSER
from convenir.demo.cast import CAST
from convenir.demo.load import load_all

FEW, MANY = 40, 4_000
# Both databases are measured in turn: a machine that slows down for a minute slows down both.
ROUNDS, RUNS = 10, 4
PERSON = next(one for one in CAST if one.key == "nadia")
DOSSIER = "demo-montreval"
FEW_NAME = "convenir_few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a page costs: its queries, the shortest time in seconds, the length of its answer in bytes."""

    queries: int
    seconds: float
    length: int


def pages() -> list[str]:
    """Each page through the whole site, with its middlewares, as the runtime role, signed in as one person."""
    addresses = _addresses(_stored())
    costs: dict[str, list[tuple[Cost, Cost]]] = {name: [] for name in addresses}
    for turn in range(ROUNDS):
        say(f"Measures: {turn + 1} of {ROUNDS}")
        few, many = _costs(FEW_NAME, addresses), _costs(database.NAME, addresses)
        for name in addresses:
            costs[name].append((few[name], many[name]))
    head = f"{'':<28}  queries {FEW:4} {MANY:5}    kB {FEW:4} {MANY:5}    ms {FEW:6} {MANY:6}   ratio"
    return [head, *(_row(name, found) for name, found in costs.items()), "(aim: the same queries, ratio at most 1.5)"]


def _row(name: str, costs: list[tuple[Cost, Cost]]) -> str:
    few, many = (min(costs_of, key=lambda cost: cost.seconds) for costs_of in zip(*costs, strict=True))
    return (
        f"{name:<28}          {few.queries:4} {many.queries:5}       {few.length // 1000:4} {many.length // 1000:5}"
        f"       {few.seconds * 1000:6.1f} {many.seconds * 1000:6.1f}   {many.seconds / few.seconds:5.2f}"
    )


def _stored() -> Actor:
    """The person whose house has few dossiers in a database of its own, many in the other."""
    today = timezone.localdate()
    say("Demonstration dossiers…")
    load_all(today, say)
    by = actor(PERSON.key, name=PERSON.name, role=PERSON.role, house=PERSON.house)
    say(f"{FEW} dossiers…")
    store_until(FEW, by, today)
    analyze()
    _duplicate(FEW_NAME)
    say(f"{MANY} dossiers…")
    copy_until(MANY, by)
    analyze()
    return by


def _duplicate(name: str) -> None:
    """The database as it is now, under another name, with the same rights."""
    connections.close_all()
    given = env.read(os.environ)
    with replace(database.owner(given), user=SUPERUSER, name="postgres").connect() as server:
        server.execute(f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {database.NAME}")
    database.prepare(given, name)


def _addresses(by: Actor) -> dict[str, str]:
    with acting_as(by):
        pk = made_by_form(by, DOSSIER)
    return {
        "home": "/",
        "home, what is late": "/?quand=retard",
        "home, what one party does": "/?qui=caf",
        "convention": f"/conventions/{pk}/",
    }


def _costs(name: str, addresses: dict[str, str]) -> dict[str, Cost]:
    """What the pages cost when the site reads the database of that name."""
    connection.close()
    connection.settings_dict["NAME"] = name
    client = Client(SERVER_NAME="localhost")
    client.post("/entrer", {"personne": PERSON.key})
    return {page: _cost(client, address) for page, address in addresses.items()}


def _cost(client: Client, address: str) -> Cost:
    with _counted() as queries:
        answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return Cost(queries=len(queries), seconds=least(partial(client.get, address), RUNS), length=len(answer.content))


@contextmanager
def _counted() -> Iterator[list[str]]:
    """The statements sent to PostgreSQL while the block runs."""
    sent: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield sent
