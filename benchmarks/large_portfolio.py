"""A house with many dossiers: a few stored by the use cases, the rest copied row by row in SQL with other keys."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.db import connections, models, transaction
from django.utils import timezone
from psycopg import sql

from benchmarks import long_dossier
from convenir.access.context import acting_as
from convenir.access.roles import Actor
from convenir.core.codec import encode_terms
from convenir.core.terms.parties import PartyKind
from convenir.core.workdays import FRENCH
from convenir.records.models import (
    Convention,
    ConventionParty,
    DueLine,
    Evidence,
    FactRow,
    House,
    JournalRow,
    ReceivedText,
    TermRuling,
)
from convenir.usecases.conventions import NewFact, Told, replay
from convenir.usecases.houses import Card, introduce

AUTHORITIES = 200
# Days between the signatures of two dossiers made by rule: forty of them cover the seven last years.
BETWEEN_SIGNATURES = 67
YEARS = 9

# The key of a copy: that of its model and its number give it, so that what hangs from a row follows it.
KEY = "md5({} || '-' || n)::uuid"
THEIRS = "CASE WHEN m.house_id = %(house)s THEN m.house_id ELSE (%(authorities)s::bigint[])[1 + n %% %(count)s] END"
# One dossier in two was opened by the other party.
OPENED = "CASE WHEN n %% 2 = 0 THEN m.house_id ELSE (%(authorities)s::bigint[])[1 + n %% %(count)s] END"
OF_CONVENTION = {"convention_id": KEY.format("m.convention_id")}

COPIED: tuple[tuple[type[models.Model], str, dict[str, str]], ...] = (
    (
        ReceivedText,
        "m.id IN (SELECT text_id FROM records_convention WHERE id = ANY(%(models)s))",
        {"id": KEY.format("m.id"), "house_id": OPENED, "token": "m.token || '-' || n"},
    ),
    (
        TermRuling,
        "m.text_id IN (SELECT text_id FROM records_convention WHERE id = ANY(%(models)s))",
        {"text_id": KEY.format("m.text_id")},
    ),
    (
        Convention,
        "m.id = ANY(%(models)s)",
        {
            "id": KEY.format("m.id"),
            "text_id": KEY.format("m.text_id"),
            "house_id": OPENED,
            "token": "m.token || '-' || n",
            "title": "m.title || ' ' || n",
        },
    ),
    (ConventionParty, "m.convention_id = ANY(%(models)s)", OF_CONVENTION | {"house_id": THEIRS}),
    (Evidence, "m.convention_id = ANY(%(models)s)", OF_CONVENTION | {"id": KEY.format("m.id")}),
    (FactRow, "m.convention_id = ANY(%(models)s)", OF_CONVENTION | {"evidence_id": KEY.format("m.evidence_id")}),
    (JournalRow, "m.convention_id = ANY(%(models)s)", OF_CONVENTION | {"house_id": THEIRS}),
    (
        DueLine,
        "m.convention_id = ANY(%(models)s)",
        OF_CONVENTION | {"house_id": THEIRS, "title": "m.title || ' ' || n"},
    ),
)


def store_until(count: int, by: Actor, on: date) -> None:
    """Stores dossiers made by rule in the name of `by` until its house has `count` of them."""
    introduce([_authority(number) for number in range(AUTHORITIES)])
    homes = _authorities()
    with acting_as(by):
        known = ConventionParty.objects.filter(house_id=by.house_id).count()
    for number in range(known, count):
        _store(number, homes[number % AUTHORITIES], by, on)


def copy_until(count: int, by: Actor) -> None:
    """Copies the dossiers of the house of `by`, with all that hangs from them, until there are `count` of them."""
    with acting_as(by):
        originals = list(ConventionParty.objects.filter(house_id=by.house_id).values_list("convention_id", flat=True))
    times, left = divmod(count, len(originals))
    if left:
        raise ValueError(f"{count} is not a multiple of {len(originals)}")
    given: dict[str, Any] = {
        "models": originals,
        "house": by.house_id,
        "authorities": _authorities(),
        "times": times - 1,
        "count": AUTHORITIES,
    }
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        for table, chosen, changed in COPIED:
            cursor.execute(_copy(table, chosen, changed), given)


def analyze() -> None:
    """What the owner of the tables does from time to time: the statistics by which PostgreSQL plans."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")


def _authority(number: int) -> Card:
    name = f"Ville de Mesure-{number}"
    return Card(
        key=f"mesure-{number}",
        name=name,
        kind=PartyKind.MUNICIPALITY,
        accent="",
        calendar=FRENCH,
        fictional=True,
    )


def _authorities() -> list[int]:
    return list(House.objects.filter(key__startswith="mesure-").order_by("pk").values_list("pk", flat=True))


def _store(number: int, authority: int, by: Actor, on: date) -> None:
    """A dossier whose terms and facts are made by rule; its facts and lines are written by the use case."""
    signed = on - timedelta(days=BETWEEN_SIGNATURES * number)
    made = long_dossier.facts(signed, YEARS, a_year=6 + number % 15)
    told = [
        Told(fact=NewFact(event=fact.event, on=fact.on, token=fact.id), by=by, at=_noon(fact.recorded_on))
        for fact in made
        if fact.recorded_on <= on
    ]
    with acting_as(by):
        row = Convention.objects.create(
            title=f"Convention de mesure {number}",
            kind="ctg",
            house_id=by.house_id,
            terms=encode_terms(long_dossier.terms(signed, 4 + number % 4)),
            confirmed_by=by.name,
            confirmed_at=_noon(signed),
            fictional=True,
            token=str(uuid4()),
        )
        seats = (("caf", by.house_id), ("commune", authority))
        ConventionParty.objects.bulk_create(
            ConventionParty(convention=row, key=key, house_id=house) for key, house in seats
        )
        replay(row.pk, told, on=on)


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def _copy(table: type[models.Model], chosen: str, changed: dict[str, str]) -> sql.Composed:
    """Every chosen row once for each number, with its key and those that it follows changed."""
    columns = [field.column for field in table._meta.local_concrete_fields]
    written = [name for name in columns if name != "id" or name in changed]
    values = [sql.SQL(changed[name]) if name in changed else sql.Identifier("m", name) for name in written]
    return sql.SQL(
        "INSERT INTO {table} ({columns}) SELECT {values} FROM {table} m, generate_series(1, %(times)s) n "
        "WHERE {chosen} ORDER BY n"
    ).format(
        table=sql.Identifier(table._meta.db_table),
        columns=sql.SQL(", ").join(map(sql.Identifier, written)),
        values=sql.SQL(", ").join(values),
        chosen=sql.SQL(chosen),
    )
