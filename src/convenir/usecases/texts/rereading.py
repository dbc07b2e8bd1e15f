"""A text is read again by the present reader: what differs is shown, and no decision of a person is lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from uuid import UUID

from convenir.access.context import acting_as
from convenir.access.deposited import Decision, DepositedText, Point, ReadTerm, finding_keys
from convenir.access.roles import Actor, Verb
from convenir.access.texts import original, text, text_row
from convenir.core.codec import Json, decode_stored, encode_stored
from convenir.core.findings import Finding
from convenir.core.source import Source
from convenir.core.terms import Term
from convenir.reader.intake.taking import take
from convenir.reader.reading import Act, Deposit, read_manuscript
from convenir.records.models import ReceivedText, Rereading, TermRuling
from convenir.records.readings import StoredReading, manuscript_to_json, reading_to_json
from convenir.records.scans import recognised_of
from convenir.usecases.journal import Done, log
from convenir.usecases.texts.gate import opened
from convenir.usecases.texts.keeping import sheets, stored
from convenir.usecases.texts.matching import Match, Pair, matched
from convenir.usecases.texts.refusals import SameReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the present reader, of that `version`, finds otherwise in the bytes of a text."""

    version: str
    new: tuple[Term, ...]
    gone: tuple[ReadTerm, ...]
    changed: tuple[Pair, ...]
    same: int
    new_findings: tuple[Finding, ...]
    gone_findings: tuple[Point, ...]
    other_words: bool

    @property
    def differs(self) -> bool:
        """Whether anything that a person would see changed."""
        return bool(self.new or self.gone or self.changed or self.new_findings or self.gone_findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Again:
    """The new reading of one act, and how its terms answer to the old ones."""

    data: bytes
    deposit: Deposit
    act: Act
    reading: StoredReading
    match: Match


def compare(pk: UUID, *, by: Actor) -> Comparison:
    """What a new reading would change; nothing is written. Whoever may read the text may ask."""
    with acting_as(by):
        found = text(by, pk, to=Verb.READ)
        return _comparison(found, _again(found, by))


def take_again(pk: UUID, *, by: Actor, at: datetime) -> None:
    """Takes the new reading in place of the old one; decisions follow their terms, and none is overwritten.

    A term that was accepted or corrected, and that the new reading lacks or reads otherwise, keeps its value.
    """
    with acting_as(by):
        found = opened(by, pk)
        again = _again(found, by)
        if not _comparison(found, again).differs and found.reader_version == version("convenir"):
            raise SameReading()
        before = Rereading.objects.filter(text_id=pk).order_by("-pk").first()
        row = Rereading.objects.create(
            text_id=pk,
            begins_at=again.act.start,
            manuscript=manuscript_to_json(again.deposit.manuscript, sheets(again.deposit, again.data)),
            reader_version=version("convenir"),
            words=again.act.reading.text,
            reading=reading_to_json(again.reading),
            by=by.name,
            at=at,
        )
        rulings = list(TermRuling.objects.filter(text_id=pk, rereading=before).order_by("pk"))
        TermRuling.objects.bulk_create(_repeated(rulings, again, row))
        log(Done(verb="reread_text", detail=found.file_name), convention=None, by=by, at=at)


def _again(found: DepositedText, by: Actor) -> _Again:
    file, row = original(by, found.pk), text_row(by, found.pk, to=Verb.READ)
    recognised = recognised_of((row.attached_to or row).recognised)
    deposit = read_manuscript(take(file.data, file.file_name, recognised))
    act = _act_of(deposit, row, found)
    reading = stored(deposit, act)
    match = matched(found.items, reading.terms.clauses)
    return _Again(data=file.data, deposit=deposit, act=act, reading=reading, match=match)


def _act_of(deposit: Deposit, row: ReceivedText, found: DepositedText) -> Act:
    """The act that the row holds: the main one, or the nearest of its nature."""
    if found.main is None:
        return deposit.main
    document = found.terms.document
    others = [act for act in deposit.acts if act is not deposit.main] or list(deposit.acts)
    return min(others, key=lambda act: (act.reading.terms.document is not document, abs(act.start - row.begins_at)))


def _comparison(found: DepositedText, again: _Again) -> Comparison:
    match = again.match
    read = [pair for pair in match.pairs if not pair.item.added]
    known = {point.key for point in found.points}
    keys = finding_keys(again.reading.findings)
    return Comparison(
        version=version("convenir"),
        new=tuple(again.reading.terms.clauses[index] for index in match.new),
        gone=tuple(item for item in match.gone if not item.added),
        changed=tuple(pair for pair in read if not pair.same_value),
        same=sum(1 for pair in read if pair.same_value),
        new_findings=tuple(one for key, one in zip(keys, again.reading.findings, strict=True) if key not in known),
        gone_findings=tuple(point for point in found.points if point.key not in keys),
        other_words=found.words != again.act.reading.text,
    )


def _repeated(rulings: Sequence[TermRuling], again: _Again, row: Rereading) -> Iterator[TermRuling]:
    """The decisions of before, on the terms of the new reading."""
    by_index: dict[int, list[TermRuling]] = {}
    for ruling in rulings:
        by_index.setdefault(ruling.index, []).append(ruling)
    for pair in again.match.pairs:
        if _still_holds(pair):
            for ruling in by_index.get(pair.item.index, []):
                yield _moved(ruling, row, pair.index, _corrected(ruling, pair))
    kept = [item for item in again.match.gone if item.kept]
    for number, item in enumerate(kept, start=len(again.reading.terms.clauses)):
        found = _found(item.source, again.act.reading.text)
        for ruling in by_index[item.index]:
            yield _moved(ruling, row, number, _at(_ruled_term(ruling, item), found))


def _still_holds(pair: Pair) -> bool:
    """A term that was rejected and that is read otherwise is another one: it is to be decided upon again."""
    return pair.same_value or pair.item.kept


def _corrected(ruling: TermRuling, pair: Pair) -> Json | None:
    """The value decided upon, on its words of the new reading; None where it is the value read."""
    if ruling.corrected is None and pair.same_value:
        return None
    return _at(_ruled_term(ruling, pair.item), pair.clause.source)


def _ruled_term(ruling: TermRuling, item: ReadTerm) -> Term:
    found: Term = decode_stored(Term, ruling.corrected) if ruling.corrected else item.read
    return found


def _at(term: Term, source: Source) -> Json:
    return encode_stored(replace(term, source=source))


def _moved(ruling: TermRuling, row: Rereading, index: int, corrected: Json | None) -> TermRuling:
    return TermRuling(
        text_id=ruling.text_id,
        rereading=row,
        index=index,
        decision=Decision(ruling.decision),
        corrected=corrected,
        by=ruling.by,
        at=ruling.at,
    )


def _found(source: Source, words: str) -> Source:
    """The same words where they stand in the text as it is now read; without a place where they are no more."""
    wanted = r"\s+".join(re.escape(word) for word in source.quote.split())
    place = re.search(wanted, words) if wanted else None
    if place is None:
        return replace(source, start=None, end=None)
    return replace(source, quote=place[0], start=place.start(), end=place.end())
