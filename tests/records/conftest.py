"""Rows of two houses that conclude a convention, and of a third one that has nothing to do with it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from convenir.access.context import acting_as
from convenir.access.roles import Actor, Role
from convenir.core.codec import encode_terms
from convenir.core.facts import Signed
from convenir.core.terms import Terms
from convenir.records.mapping import columns_of
from convenir.records.models import (
    Convention,
    ConventionParty,
    DueLine,
    Evidence,
    FactRow,
    FindingRuling,
    House,
    JournalRow,
    ReceivedText,
    RecognisedPage,
    Rereading,
    Scan,
    SentenceRuling,
    SetAside,
    SheetFile,
    SheetMapping,
    TermRuling,
)

AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 21)
FORM = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A dossier of `caf` and `town`; `stranger` is party to nothing."""

    caf: Actor
    town: Actor
    stranger: Actor
    convention: Convention
    text: ReceivedText
    sheet: SheetFile
    scan: Scan


def person(house: House) -> Actor:
    return Actor(
        key=house.key, name=f"Agent de {house.name}", role=Role.CAF_ADVISER, house_id=house.pk, house_name=house.name
    )


NOBODY = Actor(key="nobody", name="Personne", role=Role.STRANGER, house_id=0, house_name="")


@pytest.fixture
def world(db: None) -> World:
    """One row in each table, written by the runtime role in the name of the Caf."""
    with acting_as(NOBODY):
        caf, town, other = (
            House.objects.create(key=key, name=key, matching=key, kind=kind)
            for key, kind in (("caf-test", "caf"), ("ville-test", "municipality"), ("autre-test", "municipality"))
        )
    with acting_as(person(caf)):
        text = ReceivedText.objects.create(
            house=caf, file_name="texte.txt", data=b"x", sha256="0", received_at=AT, words="x", reading={}, token=FORM
        )
        again = Rereading.objects.create(text=text, words="x", reading={}, at=AT)
        TermRuling.objects.create(text=text, rereading=again, index=0, decision="accepted", at=AT)
        FindingRuling.objects.create(text=text, key="a", decision="seen", at=AT)
        SentenceRuling.objects.create(text=text, key="a", decision="orientation", at=AT)
        SetAside.objects.create(text=text, aside=False, at=AT)
        row = Convention.objects.create(
            house=caf,
            title="Convention",
            kind="ctg",
            text=text,
            terms=encode_terms(Terms()),
            confirmed_at=AT,
            token=FORM,
        )
        ConventionParty.objects.create(convention=row, key="caf", house=caf)
        ConventionParty.objects.create(convention=row, key="commune", house=town)
        proof = Evidence.objects.create(convention=row, file_name="p.pdf", data=b"x", sha256="0", added_at=AT)
        fact(row, "f1", evidence=proof)
        sheet = SheetFile.objects.create(
            convention=row, house=caf, file_name="p.csv", data=b"x", sent_at=AT, token=FORM
        )
        SheetMapping.objects.create(file=sheet, shape="0", mapping={}, at=AT)
        scan = recognised(caf)
        JournalRow.objects.create(convention=row, house=caf, verb="confirm_text", by="Agent", at=AT)
        for house in (caf, town):
            line(row, house)
    persons = {"caf": person(caf), "town": person(town), "stranger": person(other)}
    return World(**persons, convention=row, text=text, sheet=sheet, scan=scan)


def recognised(house: House) -> Scan:
    scan = Scan.objects.create(house=house, file_name="s.pdf", data=b"x", pages=[["", 1]], sent_at=AT, token=FORM)
    RecognisedPage.objects.create(scan=scan, rank=0)
    return scan


def fact(row: Convention, name: str, evidence: Evidence | None = None) -> FactRow:
    columns = columns_of(Signed(party="caf"), DAY)
    return FactRow.objects.create(
        convention=row, fact_id=name, recorded_at=AT, recorded_on=DAY, evidence=evidence, token=name, **columns
    )


def line(row: Convention, house: House) -> DueLine:
    return DueLine.objects.create(
        convention=row, house=house, facts_version=1, holds_from=DAY, holds_until=DAY, kind="status", title="Convention"
    )
