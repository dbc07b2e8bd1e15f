"""The reading of an avenant against the convention that it amends: its edits, the text that they make, the changes."""

from collections.abc import Iterator, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from itertools import count

from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced, subject_of
from convenir.core.delays import Days, Months, after, months_of
from convenir.core.findings import Finding
from convenir.core.source import Source
from convenir.core.terms import FRAMING, Annex, Duration, Term, Terms
from convenir.core.terms.lifetime import Start
from convenir.reader.amending.changes import changes
from convenir.reader.amending.consolidation import Consolidated, consolidated
from convenir.reader.amending.doubts import doubts, misplaced
from convenir.reader.amending.edits import (
    AnnexReplaced,
    ArticleRenumbered,
    Edit,
    Excerpt,
    NotUnderstood,
    PartyJoined,
    Prolonged,
)
from convenir.reader.amending.instructing import with_instructions
from convenir.reader.amending.instructions import edits
from convenir.reader.amending.joining import joined
from convenir.reader.amending.particulars import Particulars, particulars
from convenir.reader.amending.provisions import avenant
from convenir.reader.amending.targets import order
from convenir.reader.comparing.differences import bare
from convenir.reader.reading import Reading
from convenir.reader.understanding.coverage import Coverage
from convenir.reader.wordings.amendment.annexes import normal


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentReading:
    """What was read of an avenant, for a person to confirm and record.

    `name` is how facts call it («avenant-1»). `changes` are those of the convention's terms, their new clauses placed
    in the avenant's text where its words are; those that the avenant makes without naming them are not `listed`.
    `effective_on` is None where the avenant takes effect at its last signature, or at an event that it names.
    """

    reading: Reading
    name: str
    number: int | None
    convention_signed_on: date | None
    effective_on: date | None
    edits: tuple[Edit, ...]
    consolidated: Consolidated
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage


def amendments_of(base: Reading, reads: Sequence[Reading]) -> tuple[AmendmentReading, ...]:
    """What avenants do one after the other, each to the text that those before it leave."""
    found: list[AmendmentReading] = []
    for read in reads:
        found.append(_next(found[-1].consolidated.reading if found else base, read, found))
    return tuple(found)


def amendment_of(base: Reading, read: Reading) -> AmendmentReading:
    """What the avenant read does to the convention read."""
    return _next(base, read, ())


def _next(base: Reading, read: Reading, earlier: Sequence[AmendmentReading]) -> AmendmentReading:
    """What the avenant read does to the text that the earlier ones leave."""
    told = avenant(read.outline)
    found = edits(told)
    about = particulars(told)
    name = _free(about, tuple(one.name for one in earlier))
    text = consolidated(base, found)
    made = tuple(_changes(base, read, found, text))
    named = tuple(_named(change, text, name) for change in made)
    return AmendmentReading(
        reading=read,
        name=name,
        number=about.number,
        convention_signed_on=about.convention_signed_on,
        effective_on=about.effect.on,
        edits=found,
        consolidated=text,
        changes=named,
        findings=(*doubts(base, read, about, found, text.troubles), *misplaced(about, tuple(_numbers(earlier)))),
        coverage=with_instructions(read),
    )


def _free(about: Particulars, taken: Sequence[str]) -> str:
    """The name of an avenant: one that has no number is called by its rank where others came before."""
    if about.number is not None or about.name not in taken:
        return about.name
    return next(name for rank in count(len(taken) + 1) if (name := f"avenant-{rank}") not in taken)


def _numbers(found: Sequence[AmendmentReading]) -> Iterator[int]:
    return (one.number for one in found if one.number is not None)


def _changes(base: Reading, read: Reading, found: tuple[Edit, ...], text: Consolidated) -> Iterator[Change]:
    """The changes of the text's terms, then those that edits make without rewriting any of its words."""
    of_text = changes(base.terms, text.reading.terms)
    yield from of_text
    yield from _renumbered(base.terms, text.reading.terms, found)
    for edit in found:
        match edit:
            case AnnexReplaced(new=Excerpt()):
                yield from _annex(text.reading.terms, edit, of_text)
            case Prolonged() if _same_life(base.terms, text.reading.terms):
                yield from _longer(text.reading.terms, edit)
            case PartyJoined():
                yield from joined(text.reading.terms, read.terms, edit)
            case NotUnderstood():
                yield from _stipulated(text.reading.terms, read.terms, edit)
            case _:
                continue


def _renumbered(before: Terms, after: Terms, found: tuple[Edit, ...]) -> Iterator[ClauseReplaced]:
    """The clauses that say the same under another number, each number being left before it is taken."""
    moved = {edit.number: edit.target.article for edit in found if isinstance(edit, ArticleRenumbered)}
    rising = all(order(old) <= order(new) for new, old in moved.items())
    for new in sorted(moved, key=order, reverse=rising):
        same = [bare(clause) for clause in before.clauses if clause.source.article == moved[new]]
        for clause in after.clauses:
            if clause.source.article == new and bare(clause) in same:
                yield ClauseReplaced(clause=clause, article=moved[new])


def _annex(terms: Terms, edit: AnnexReplaced, made: tuple[Change, ...]) -> Iterator[ClauseReplaced]:
    """The annex whose words are new, though its clause says the same."""
    told = [change.clause for change in made if not isinstance(change, ClauseRemoved)]
    for annex in terms.every(Annex):
        if normal(annex.number) == edit.number and annex not in told:
            source = replace(edit.source, article=annex.source.article)
            yield ClauseReplaced(clause=replace(annex, source=source), article=annex.source.article)


# --- a longer life -----------------------------------------------------------------------------------------


def _same_life(before: Terms, after: Terms) -> bool:
    """Whether the text says the same duration once its words are edited: they do not tell the prolongation."""
    old, new = before.first(Duration), after.first(Duration)
    return (old and bare(old)) == (new and bare(new))


def _longer(terms: Terms, edit: Prolonged) -> Iterator[Change]:
    """The new duration, unless the text already has it."""
    old = terms.first(Duration)
    if old is None:
        if edit.until or edit.lasting:
            new = Duration(
                start=Start.SIGNATURE, start_stated=False, ends_on=edit.until, span=_span(edit), source=edit.source
            )
            yield ClauseAdded(clause=new)
        return
    new = _extended(old, edit)
    if bare(new) != bare(old):
        yield ClauseReplaced(clause=new, article=old.source.article)


def _span(edit: Prolonged) -> Days | Months | None:
    return None if edit.until or edit.lasting is None else Months(count=months_of(edit.lasting))


def _extended(old: Duration, edit: Prolonged) -> Duration:
    """The duration as the edit makes it. A delay is added to the last day, or to the length of the first period."""
    source = replace(edit.source, article=old.source.article)
    if edit.until:
        return replace(old, ends_on=edit.until, span=None, source=source)
    if edit.lasting:
        return replace(old, ends_on=None, span=edit.lasting, source=source)
    # The avenant says the old end: the text of the convention may already hold the new one.
    if edit.by and old.ends_on and edit.instead_of in (None, old.ends_on):
        return replace(old, ends_on=after(old.ends_on, edit.by), source=source)
    if edit.by and old.span and not old.ends_on and months_of(old.span) and months_of(edit.by):
        return replace(old, span=Months(count=months_of(old.span) + months_of(edit.by)), source=source)
    return old


# --- what the avenant stipulates of itself -----------------------------------------------------------------


def _stipulated(terms: Terms, read: Terms, edit: NotUnderstood) -> Iterator[Change]:
    """The clauses that the avenant holds without saying which of the convention's they change.

    Those that frame an act are the avenant's own.
    """
    for clause in read.clauses:
        if isinstance(clause, FRAMING) or not _within(clause.source, edit.source):
            continue
        old = next((other for other in terms.clauses if _same_subject(clause, other)), None)
        if old is None:
            yield ClauseAdded(clause=replace(clause, source=replace(clause.source, article="")), listed=False)
            continue
        new = _over(old, clause)
        if bare(new) != bare(old):
            yield ClauseReplaced(clause=new, listed=False)


def _same_subject(new: Term, old: Term) -> bool:
    return type(new) is type(old) and subject_of(new) == subject_of(old)


def _over(old: Term, new: Term) -> Term:
    """The old clause with what the new words state of it: what they leave out stands."""
    stated = {
        field.name: getattr(new, field.name)
        for field in fields(new)
        if field.name != "source" and (field.default is MISSING or getattr(new, field.name) != field.default)
    }
    return replace(old, **stated, source=replace(new.source, article=old.source.article))


def _within(source: Source, ground: Source) -> bool:
    if source.start is None or ground.start is None or ground.end is None:
        return False
    return ground.start <= source.start < ground.end and "avenant" not in source.quote.casefold()


# --- sources -----------------------------------------------------------------------------------------------


def _named(change: Change, text: Consolidated, name: str) -> Change:
    """The change with its new clause grounded in the avenant."""
    if isinstance(change, ClauseRemoved):
        return change
    source = change.clause.source
    if source.text != text.reading.outline.name:
        return replace(change, clause=replace(change.clause, source=replace(source, text=name)))
    start, end = text.from_avenant(source) or (None, None)
    placed = replace(source, text=name, start=start, end=end)
    return replace(change, clause=replace(change.clause, source=placed))
