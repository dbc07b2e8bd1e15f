"""Dossiers for the tests of the database, made of terms written by hand: no text is read."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from convenir.access.context import acting_as
from convenir.access.houses import actor
from convenir.access.roles import Actor, Role
from convenir.core.codec import encode_terms
from convenir.core.dossier import facts_from, terms_from
from convenir.core.terms import Terms
from convenir.core.terms.parties import PartyKind
from convenir.core.workdays import FRENCH
from convenir.records.mapping import columns_of
from convenir.records.models import Convention, ConventionParty, FactRow
from convenir.usecases import lines
from convenir.usecases.houses import Card, introduce

TERMS = Path(__file__).parent / "cases" / "terms"
AT = datetime(2021, 3, 1, 11, 0, tzinfo=UTC)
TODAY = date(2021, 3, 1)

SIGNED = ({"signed": "caf", "on": date(2019, 12, 12)}, {"signed": "commune", "on": date(2019, 12, 16)})


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Persons of the two houses of a dossier, and of a third one that has nothing to do with it."""

    adviser: Actor
    agent: Actor
    elected: Actor
    stranger: Actor


def people() -> People:
    """The persons, with their houses."""
    introduce(
        [
            card("caf-essai", "Caf de l’Essai", PartyKind.CAF),
            card("ville-essai", "Ville de Bourg-Essai", PartyKind.MUNICIPALITY),
            card("ville-autre", "Ville d’Ailleurs", PartyKind.MUNICIPALITY),
        ]
    )
    return People(
        adviser=actor("adviser", name="Alice Essai", role=Role.CAF_ADVISER, house="caf-essai"),
        agent=actor("agent", name="Bruno Essai", role=Role.AUTHORITY_AGENT, house="ville-essai"),
        elected=actor("elected", name="Chloé Essai", role=Role.ELECTED, house="ville-essai"),
        stranger=actor("stranger", name="David Ailleurs", role=Role.AUTHORITY_AGENT, house="ville-autre"),
    )


def card(key: str, name: str, kind: PartyKind) -> Card:
    return Card(key=key, name=name, kind=kind, accent="", calendar=FRENCH, fictional=True)


def terms_named(name: str) -> Terms:
    """The terms of a case file."""
    return terms_from(tomllib.loads((TERMS / f"{name}.toml").read_text()))


def dossier(
    who: People,
    title: str = "Convention d’essai",
    facts: Sequence[dict[str, object]] = SIGNED,
    *,
    on: date = TODAY,
    terms: str = "rouen-2019",
) -> Convention:
    """A dossier of the Caf and the town, with the terms of a case file and its lines from that day on."""
    with acting_as(who.adviser):
        row = Convention.objects.create(
            title=title,
            kind="ctg",
            house_id=who.adviser.house_id,
            terms=encode_terms(terms_named(terms)),
            confirmed_by=who.adviser.name,
            confirmed_at=AT,
            facts_version=len(facts),
            token=str(uuid4()),
        )
        seats = (("caf", who.adviser.house_id), ("commune", who.agent.house_id))
        ConventionParty.objects.bulk_create(
            ConventionParty(convention=row, key=key, house_id=house) for key, house in seats
        )
        FactRow.objects.bulk_create(
            FactRow(
                convention=row,
                fact_id=fact.id,
                recorded_at=AT,
                recorded_on=fact.recorded_on,
                recorded_by=who.adviser.name,
                token=fact.id,
                **columns_of(fact.event, fact.on),
            )
            for fact in facts_from(list(facts))
        )
        lines.rewrite(row, on=on)
    return row
