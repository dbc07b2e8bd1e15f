"""The doors of deposited texts: what was read in them, what persons decided of each term, what waits."""

from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from convenir.access.conventions import File, seen_by
from convenir.access.deposited import (
    ActRead,
    Classed,
    Decision,
    DepositedText,
    OpenSentence,
    PartyRead,
    Point,
    PointRuled,
    ReadTerm,
    Ruled,
    SentenceClass,
    Verdict,
    finding_keys,
    sentence_keys,
)
from convenir.access.readings import current
from convenir.access.roles import MAY, Actor, NotFound, Verb, check
from convenir.core.codec import decode_stored
from convenir.core.findings import Finding
from convenir.core.source import Source
from convenir.core.terms import Term
from convenir.core.terms.parties import PARTY_KEYS, PartyClause, PartyKind
from convenir.reader.intake.manuscript import Format, Manuscript
from convenir.records.models import FindingRuling, House, ReceivedText, Rereading, SentenceRuling, TermRuling

R = TypeVar("R", FindingRuling, SentenceRuling)
# What pages never show: the bytes of a deposit, and what its pictures gave.
HEAVY = ("data", "recognised", "attached_to__data", "attached_to__recognised")


def text(actor: Actor, pk: UUID, *, to: Verb) -> DepositedText:
    """The text, if `actor` may `to` it; `NotFound` for a stranger."""
    row = text_row(actor, pk, to=to)
    now = current(row)
    items = _items(row, now.rereading, now.reading.terms.clauses)
    return DepositedText(
        pk=row.pk,
        main=row.attached_to_id,
        several=bool(row.attached_to_id) or ReceivedText.objects.filter(attached_to=row).exists(),
        file_name=row.file_name,
        sha256=row.sha256,
        received_at=row.received_at,
        received_by=row.received_by,
        reader_version=now.reader_version,
        format=Format(row.format),
        manuscript=now.manuscript,
        sheets=now.sheets,
        outline=now.reading.outline,
        terms=now.reading.terms,
        items=items,
        points=_points(row, now.reading.findings),
        coverage=now.reading.coverage,
        sentences=_sentences(row, [one.source for one in now.reading.coverage.not_understood]),
        parties=_parties(items, _kind_of_house(actor)),
        convention=_made_from(row),
        may=MAY[actor.role],
    )


def text_row(actor: Actor, pk: UUID, *, to: Verb) -> ReceivedText:
    """The row without its bytes, for the use cases. A party of the dossier may read, the depositor may do the rest."""
    rows = ReceivedText.objects.select_related("attached_to").defer(*HEAVY)
    row = rows.filter(pk=pk).first()
    if row is None or not _is_seen(actor, row):
        raise NotFound(pk)
    check(actor, to)
    if to is not Verb.READ and row.house_id != actor.house_id:
        raise NotFound(pk)
    return row


def original(actor: Actor, pk: UUID) -> File:
    """The bytes as they were deposited, with every act that they hold."""
    row = text_row(actor, pk, to=Verb.READ)
    main: ReceivedText = row.attached_to or row
    return File(file_name=main.file_name, data=bytes(main.data), sha256=main.sha256)


def acts(actor: Actor, pk: UUID) -> tuple[ActRead, ...]:
    """Every act of the deposit to which this text belongs, in the order of its words."""
    row = text_row(actor, pk, to=Verb.READ)
    main = row.attached_to_id or row.pk
    rows = ReceivedText.objects.filter(Q(pk=main) | Q(attached_to=main)).select_related("attached_to")
    ordered = rows.defer(*HEAVY).order_by("begins_at", "received_at")
    made = dict(ReceivedText.objects.filter(pk__in=[one.pk for one in ordered]).values_list("pk", "convention"))
    return tuple(_act(one, made[one.pk]) for one in ordered)


def _act(row: ReceivedText, made: UUID | None) -> ActRead:
    now = current(row)
    return ActRead(
        pk=row.pk,
        document=now.reading.terms.document,
        title=now.reading.terms.title,
        pages=_pages(now.manuscript),
        terms=len(now.reading.terms.clauses),
        main=row.attached_to_id is None,
        convention=made,
    )


def _pages(manuscript: Manuscript) -> tuple[int, int] | None:
    """The first and the last page of an act, where its file says them and is the only one."""
    numbers = [place.page for place in manuscript.places if place.page is not None]
    if not numbers or len({place.piece for place in manuscript.places}) > 1:
        return None
    return min(numbers), max(numbers)


def _is_seen(actor: Actor, row: ReceivedText) -> bool:
    texts = [row.pk, row.attached_to_id] if row.attached_to_id else [row.pk]
    return row.house_id == actor.house_id or seen_by(actor).filter(text__in=texts).exists()


def _made_from(row: ReceivedText) -> UUID | None:
    return ReceivedText.objects.filter(pk=row.pk).values_list("convention", flat=True).first()


def _items(row: ReceivedText, again: Rereading | None, clauses: Sequence[Term]) -> tuple[ReadTerm, ...]:
    """The terms of that reading, then those that persons added to it, each with its decisions."""
    by_index: dict[int, list[TermRuling]] = {}
    for ruling in TermRuling.objects.filter(text=row, rereading=again).order_by("pk"):
        by_index.setdefault(ruling.index, []).append(ruling)
    read = [_item(index, term, by_index.get(index, [])) for index, term in enumerate(clauses)]
    added = sorted(index for index in by_index if index >= len(clauses))
    return (*read, *(_item(index, _corrected(by_index[index][0]), by_index[index]) for index in added))


def _item(index: int, read: Term, rulings: Sequence[TermRuling]) -> ReadTerm:
    history = tuple(Ruled(decision=Decision(one.decision), by=one.by, at=one.at) for one in rulings)
    last = rulings[-1] if rulings else None
    return ReadTerm(index=index, read=read, term=_corrected(last) if last and last.corrected else read, history=history)


def _corrected(ruling: TermRuling) -> Term:
    found: Term = decode_stored(Term, ruling.corrected or {})
    return found


def _points(row: ReceivedText, findings: Sequence[Finding]) -> tuple[Point, ...]:
    """Each finding with its decisions."""
    rulings = _by_key(FindingRuling.objects.filter(text=row).order_by("pk"))
    keys = finding_keys(findings)
    return tuple(
        Point(key=key, finding=finding, history=tuple(_point_ruled(one) for one in rulings.get(key, [])))
        for key, finding in zip(keys, findings, strict=True)
    )


def _point_ruled(row: FindingRuling) -> PointRuled:
    return PointRuled(
        verdict=Verdict(row.decision), passage=row.passage, words=row.words, reason=row.reason, by=row.by, at=row.at
    )


def _sentences(row: ReceivedText, sources: Sequence[Source]) -> tuple[OpenSentence, ...]:
    """Each sentence that was not understood with its decisions."""
    rulings = _by_key(SentenceRuling.objects.filter(text=row).order_by("pk"))
    keys = sentence_keys(sources)
    return tuple(
        OpenSentence(key=key, source=source, history=tuple(_classed(one) for one in rulings.get(key, [])))
        for key, source in zip(keys, sources, strict=True)
    )


def _classed(row: SentenceRuling) -> Classed:
    return Classed(kind=SentenceClass(row.decision), note=row.note, by=row.by, at=row.at)


def _by_key(rows: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row)
    return found


def _kind_of_house(actor: Actor) -> str:
    return House.objects.values_list("kind", flat=True).get(pk=actor.house_id)


def _parties(items: tuple[ReadTerm, ...], mine: str) -> tuple[PartyRead, ...]:
    """The parties that the text names, as corrected; a text that names none is between a Caf and somebody."""
    left = [item.term for item in items if item.kept or item.ruled is None]
    clauses = [term for term in left if isinstance(term, PartyClause)]
    first = next((clause.key for clause in clauses if clause.kind == mine), None)
    if clauses:
        return tuple(PartyRead(key=c.key, name=c.name, kind=c.kind, mine=c.key == first) for c in clauses)
    authority = PartyKind(mine) if mine != PartyKind.CAF else PartyKind.OTHER
    kinds = (PartyKind.CAF, authority)
    return tuple(PartyRead(key=PARTY_KEYS[kind], name="", kind=kind, mine=kind == mine) for kind in kinds)
