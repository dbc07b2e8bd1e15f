"""Dossiers: a fact is recorded, a wrong one is cancelled by another."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from convenir.access.context import acting_as
from convenir.access.conventions import Dossier, convention_row, dossier_of, fact_rows
from convenir.access.roles import Actor, Verb
from convenir.core.delays import Day
from convenir.core.facts import Cancelled, Event
from convenir.records.mapping import columns_of, fact_of, kind_of
from convenir.records.models import Convention, Evidence, FactRow
from convenir.usecases import lines
from convenir.usecases.facts import refuse_fact
from convenir.usecases.journal import Done, log
from convenir.usecases.refusals import EvidenceTooLarge, NoSuchFact, ReasonMissing, UseCancellation

MAX_EVIDENCE = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A file that proves a fact."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFact:
    """What happened, when, and the token of the form that says so."""

    event: Event
    on: Day
    token: str
    evidence: Proof | None = None
    note: str = ""


def record_fact(pk: UUID, fact: NewFact, *, by: Actor, at: datetime) -> str:
    """Adds a fact to the dossier; its id. The same form posted twice gives the fact of the first time."""
    with acting_as(by):
        row, dossier = _locked(by, pk, Verb.RECORD)
        known = _recorded(row, fact.token)
        if known:
            return known
        added = _record(row, dossier, fact, by=by, at=at)
        lines.rewrite(row, on=timezone.localdate(at))
        return added


def preview(dossier: Dossier, fact: NewFact, *, at: datetime) -> None:
    """Raises what `record_fact` would refuse, and writes nothing."""
    refuse_fact(dossier, fact.event, fact.on, today=timezone.localdate(at))


def cancel_fact(pk: UUID, fact_id: str, *, reason: str, by: Actor, at: datetime) -> str:
    """Cancels a wrong fact by another one; its id. A fact already cancelled stays cancelled once."""
    with acting_as(by):
        row, dossier = _locked(by, pk, Verb.CANCEL)
        before = dossier.cancelled.get(fact_id)
        if before:
            return before.id
        added = _cancel(row, dossier, Cancelled(fact=fact_id, reason=reason.strip()), by=by, at=at)
        lines.rewrite(row, on=timezone.localdate(at))
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry of a history kept elsewhere: a fact as it was recorded, by whom and when.

    `fact.token` is its name in that history; a `Cancelled` there names the fact that it cancels by it.
    """

    fact: NewFact
    by: Actor
    at: datetime


def replay(pk: UUID, history: Sequence[Told], *, on: date) -> None:
    """Adds a history in the order of recording, through the same checks; the lists are rewritten once, at `on`."""
    if not history:
        return
    with acting_as(history[0].by):
        row, dossier = _locked(history[0].by, pk, Verb.RECORD)
        ids: dict[str, str] = {}
        for told in history:
            with acting_as(told.by):
                convention_row(told.by, pk, to=Verb.RECORD)
                ids[told.fact.token] = _replay_one(row, dossier, told, ids)
            dossier = replace(dossier, facts=tuple(fact_of(one) for one in fact_rows(row)))
        lines.rewrite(row, on=on)


def _replay_one(row: Convention, dossier: Dossier, told: Told, ids: dict[str, str]) -> str:
    event = told.fact.event
    if isinstance(event, Cancelled):
        named = replace(event, fact=ids.get(event.fact, event.fact))
        return _cancel(row, dossier, named, by=told.by, at=told.at)
    return _record(row, dossier, told.fact, by=told.by, at=told.at)


def _locked(by: Actor, pk: UUID, verb: Verb) -> tuple[Convention, Dossier]:
    """The dossier, held until the end of the transaction: two persons record one after the other."""
    convention_row(by, pk, to=verb)
    row = Convention.objects.select_for_update(of=("self",)).get(pk=pk)
    return row, dossier_of(row, by)


def _recorded(row: Convention, token: str) -> str | None:
    return FactRow.objects.filter(convention=row, token=token).values_list("fact_id", flat=True).first()


def _record(row: Convention, dossier: Dossier, fact: NewFact, *, by: Actor, at: datetime) -> str:
    if isinstance(fact.event, Cancelled):
        raise UseCancellation()
    refuse_fact(dossier, fact.event, fact.on, today=timezone.localdate(at))
    added = _append(row, fact, _attach(row, fact.evidence, by, at), by, at)
    log(Done(verb="record_fact", detail=f"{added} {kind_of(fact.event)}"), convention=row, by=by, at=at)
    return added


def _cancel(row: Convention, dossier: Dossier, event: Cancelled, *, by: Actor, at: datetime) -> str:
    target = next((fact for fact in dossier.facts if fact.id == event.fact), None)
    if target is None or isinstance(target.event, Cancelled):
        raise NoSuchFact(fact=event.fact)
    if not event.reason:
        raise ReasonMissing()
    new = NewFact(event=event, on=timezone.localdate(at), token=f"cancel-{event.fact}")
    added = _append(row, new, None, by, at)
    log(Done(verb="cancel_fact", detail=event.fact), convention=row, by=by, at=at)
    return added


def _attach(row: Convention, proof: Proof | None, by: Actor, at: datetime) -> Evidence | None:
    if proof is None:
        return None
    if not 0 < len(proof.data) <= MAX_EVIDENCE:
        raise EvidenceTooLarge(name=proof.name)
    return Evidence.objects.create(
        convention=row,
        file_name=proof.name[-255:],
        data=proof.data,
        sha256=hashlib.sha256(proof.data).hexdigest(),
        added_by=by.name,
        added_at=at,
    )


def _append(row: Convention, fact: NewFact, evidence: Evidence | None, by: Actor, at: datetime) -> str:
    number = row.facts_version + 1
    FactRow.objects.create(
        convention=row,
        fact_id=f"f{number}",
        recorded_at=at,
        recorded_on=timezone.localdate(at),
        recorded_by=by.name,
        evidence=evidence,
        note=fact.note,
        token=fact.token,
        **columns_of(fact.event, fact.on),
    )
    Convention.objects.filter(pk=row.pk).update(facts_version=number)
    row.facts_version = number
    return f"f{number}"
