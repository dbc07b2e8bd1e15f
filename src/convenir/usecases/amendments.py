"""An avenant that was deposited is set against the convention that it amends, then recorded with the changes kept."""

import hashlib
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from convenir.access import given as gifts
from convenir.access.context import acting_as
from convenir.access.conventions import Dossier, convention, convention_row
from convenir.access.deposited import Decision, DepositedText, ReadTerm
from convenir.access.roles import Actor, Verb
from convenir.access.texts import text
from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced, subject_of
from convenir.core.codec import encode
from convenir.core.facts import AmendmentProposed
from convenir.core.refusals import Refusal
from convenir.core.terms import Document, Term, Terms
from convenir.core.text.amend import AmendmentState
from convenir.reader.amending.amendment import AmendmentReading, amendment_of
from convenir.reader.reading import Reading, read_text
from convenir.usecases.conventions import NewFact, record_fact
from convenir.usecases.facts import Recorded, recorded
from convenir.usecases.journal import Done, log
from convenir.usecases.text_proof import proof

LENGTH_OF_KEY = 16
UNSIGNED = (AmendmentState.DRAFT, AmendmentState.SIGNING)


class NotAnAmendment(Refusal):
    """Only an avenant is applied to a convention."""

    code = "not-an-amendment"
    sentence = "« {title} » n’est pas un avenant : il ne s’applique pas à une convention. Revenez à sa relecture."


class NoTextAtHand(Refusal):
    """A dossier made without its text has no words to change."""

    code = "no-text-at-hand"
    sentence = (
        "Le texte de la convention n’est pas au dossier « {title} » : l’avenant ne peut pas lui être appliqué mot à "
        "mot. Enregistrez-le depuis le dossier, par « Enregistrer un fait », « Avenant proposé »."
    )


class ReadOtherwise(Refusal):
    """The changes are no longer those that the person had under her eyes."""

    code = "read-otherwise"
    sentence = (
        "La lecture de l’avenant ou le dossier a changé depuis l’ouverture de la page : rien n’a été enregistré. "
        "Voici les changements tels qu’ils sont lus maintenant ; vérifiez-les, puis enregistrez."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A change under its `key`, and the clause in force that it changes, None where there is none.

    `decision` is what a person decided, in the review of the avenant, of the term that it rests on.
    """

    key: str
    change: Change
    before: Term | None
    decision: Decision | None

    @property
    def rejected(self) -> bool:
        """Whether a person rejected the term that it rests on."""
        return self.decision is Decision.REJECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An avenant against a dossier: `base` is the text that it changes, `items` the changes that may be recorded.

    `base` is the text in force: the convention with the avenants that bind; `unseen` names those among them whose
    text is not at hand, and that `base` lacks. `amendment` is how facts will call this one; `again`: they already do.
    """

    text: DepositedText
    known: Recorded
    base: Reading
    read: AmendmentReading
    amendment: str
    items: tuple[Item, ...]
    unseen: tuple[str, ...]

    @property
    def dossier(self) -> Dossier:
        """The dossier of the convention."""
        return self.known.dossier

    @property
    def again(self) -> bool:
        """Whether the dossier holds an avenant of that name, which this one would replace."""
        return any(True for _ in _proposals(self.known, self.amendment))

    @property
    def unsigned(self) -> tuple[str, ...]:
        """The other avenants that wait for a signature, and that `base` lacks."""
        waiting = (act.amendment for act in self.known.life.amendments if act.state in UNSIGNED)
        return tuple(name for name in waiting if name != self.amendment)

    def event(self, kept: Collection[str], effective_on: date | None) -> AmendmentProposed:
        """The fact that records those changes."""
        changes = tuple(item.change for item in self.items if item.key in kept)
        return AmendmentProposed(amendment=self.amendment, changes=changes, effective_on=effective_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What the person says: the changes that she saw and those that she keeps, by their keys, and the days."""

    seen: frozenset[str]
    kept: frozenset[str]
    on: date
    effective_on: date | None
    token: str


def proposal(pk: UUID, dossier: UUID, *, by: Actor, known: date) -> Proposal:
    """What the avenant changes in that dossier, with what is known on that day; nothing is written."""
    with acting_as(by):
        found = text(by, pk, to=Verb.RECORD)
        if found.terms.document is not Document.AMENDMENT:
            raise NotAnAmendment(title=found.terms.title or found.file_name)
        so_far = recorded(convention(by, dossier, to=Verb.RECORD), known)
        base, unseen = _base(so_far, by)
        read = amendment_of(base, read_text(found.words))
        name = _name(read, so_far)
        items = tuple(_item(change, so_far.terms, found, name) for change in _changes(read, found, so_far.terms))
        return Proposal(
            text=found, known=so_far, base=base, read=read, amendment=name, items=items, unseen=tuple(unseen)
        )


def apply(pk: UUID, dossier: UUID, given: Application, *, by: Actor, at: datetime) -> str:
    """Records the avenant in the dossier; the id of the fact. The same form posted twice gives the first fact."""
    with acting_as(by):
        row = convention_row(by, dossier, to=Verb.RECORD)
        token = gifts.token_of(pk, given.token)
        before = gifts.recorded_by(dossier, token)
        if before:
            return before
        found = proposal(pk, dossier, by=by, known=timezone.localdate(at))
        if {item.key for item in found.items} != given.seen:
            raise ReadOtherwise()
        event = found.event(given.kept, given.effective_on)
        fact = NewFact(event=event, on=given.on, token=token, evidence=proof(found.text, by))
        added = record_fact(dossier, fact, by=by, at=at)
        detail = f"{added} {found.amendment} {len(event.changes)}/{len(found.items)} {found.text.file_name}"
        log(Done(verb="apply_amendment", detail=detail), convention=row, by=by, at=at)
        return added


# --- the text that the avenant changes ---------------------------------------------------------------------


def _base(known: Recorded, by: Actor) -> tuple[Reading, list[str]]:
    """The text in force, read by the present reader, and the avenants whose text is not at hand."""
    dossier = known.dossier
    if dossier.text is None:
        raise NoTextAtHand(title=dossier.title)
    base = read_text(text(by, dossier.text, to=Verb.READ).words)
    words = gifts.words_by_fact(dossier.pk)
    unseen = []
    for act in known.life.amendments:
        told = next((words[fact] for fact in _proposals(known, act.amendment) if fact in words), None)
        if act.binds and told is None:
            unseen.append(act.amendment)
        elif act.binds and told is not None:
            base = amendment_of(base, read_text(told)).consolidated.reading
    return base, unseen


def _proposals(known: Recorded, amendment: str) -> Iterator[str]:
    """The ids of the facts that tell that avenant."""
    for fact in known.facts:
        if isinstance(fact.event, AmendmentProposed) and fact.event.amendment == amendment:
            yield fact.id


def _name(read: AmendmentReading, known: Recorded) -> str:
    """How facts call it: by its number, else by the first that is free."""
    if read.number is not None:
        return read.name
    taken = {fact.event.amendment for fact in known.facts if isinstance(fact.event, AmendmentProposed)}
    return next(name for rank in range(1, len(taken) + 2) if (name := f"avenant-{rank}") not in taken)


# --- the changes, as read and as corrected -----------------------------------------------------------------


def _changes(read: AmendmentReading, found: DepositedText, terms: Terms) -> Iterator[Change]:
    """Those read, with the values that persons corrected in the review; then those that persons added there."""
    added = [item for item in found.items if item.added and item.kept]
    corrected = [item for item in found.items if not item.added and item.kept]
    for change in read.changes:
        ours = next((item for item in (*added, *corrected) if _same(change, item.read)), None)
        yield _corrected(change, ours) if ours else change
    for item in added:
        if not any(_same(change, item.read) for change in read.changes):
            yield _told(item.term, terms)


def _same(change: Change, clause: Term) -> bool:
    """Whether a change is about that clause: its type and its subject."""
    if isinstance(change, ClauseRemoved):
        return (change.clause, change.subject) == (type(clause).__name__, subject_of(clause))
    return type(change.clause) is type(clause) and subject_of(change.clause) == subject_of(clause)


def _corrected(change: Change, item: ReadTerm) -> Change:
    """The change with what the person says of the term: all that she adds, and only what she changed of a reading."""
    if isinstance(change, ClauseRemoved):
        return change
    stated = _stated(item.term) if item.added else _differing(item.read, item.term)
    return replace(change, clause=replace(change.clause, **stated))


def _told(clause: Term, terms: Terms) -> Change:
    """The change that a clause added by a person makes: what it leaves out of the clause in force stands."""
    old = next((one for one in terms.clauses if _same(ClauseAdded(clause=one), clause)), None)
    if old is None:
        return ClauseAdded(clause=clause)
    source = replace(clause.source, article=old.source.article)
    return ClauseReplaced(clause=replace(old, **_stated(clause), source=source), article=old.source.article)


def _stated(clause: Term) -> dict[str, Any]:
    """The values of a clause that are not those of a silent text."""
    return {
        field.name: getattr(clause, field.name)
        for field in fields(clause)
        if field.name != "source" and (field.default is MISSING or getattr(clause, field.name) != field.default)
    }


def _differing(old: Term, new: Term) -> dict[str, Any]:
    names = (field.name for field in fields(new) if field.name != "source")
    return {name: getattr(new, name) for name in names if getattr(new, name) != getattr(old, name)}


def _item(change: Change, terms: Terms, found: DepositedText, name: str) -> Item:
    named = change if isinstance(change, ClauseRemoved) else _placed(change, name)
    told = json.dumps(encode(named), sort_keys=True)
    ruled = next((item.ruled for item in found.items if item.ruled and _same(change, item.read)), None)
    return Item(
        key=hashlib.sha256(told.encode()).hexdigest()[:LENGTH_OF_KEY],
        change=named,
        before=_before(change, terms.clauses),
        decision=ruled.decision if ruled else None,
    )


def _placed(change: ClauseAdded | ClauseReplaced, name: str) -> Change:
    """The change with its clause in the avenant of that name."""
    return replace(change, clause=replace(change.clause, source=replace(change.clause.source, text=name)))


def _before(change: Change, clauses: Sequence[Term]) -> Term | None:
    """The clause in force that the change is about: that of its article, where several are."""
    if isinstance(change, ClauseAdded):
        return None
    alike = [clause for clause in clauses if _same(change, clause)]
    here = [clause for clause in alike if clause.source.article == change.article]
    return next(iter([*here, *alike]), None)
