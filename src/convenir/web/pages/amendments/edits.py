"""What an avenant orders, in the order of its words: whether it was understood, and what changes in law."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from convenir.access.deposited import DepositedText
from convenir.core.changes import Change, ClauseRemoved, ClauseReplaced, subject_of
from convenir.core.source import Source
from convenir.core.terms import Term
from convenir.reader.amending.edits import (
    AnnexAdded,
    AnnexRemoved,
    AnnexReplaced,
    ArticleAdded,
    Edit,
    Excerpt,
    NotUnderstood,
    PartyJoined,
    Prolonged,
    Target,
)
from convenir.usecases.amendments import Item, Proposal
from convenir.web.pages.amendments.frame import reference
from convenir.web.ui.shapes import Passage, State
from convenir.writer.words import article_words, term_label, term_value
from convenir.writer.words.changes import change_words
from convenir.writer.words.edits import edit_label
from convenir.writer.words.names import capital

UNDERSTOOD = (State.DONE, "compris")
NOT_FOUND = (State.LATE, "cible introuvable")
NOT_UNDERSTOOD = (State.WATCH, "non compris")
MORE = "Autres changements"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A change in law: its `key`, its term, before and after, whether it is kept, and where it is corrected."""

    key: str
    label: str
    place: str
    before: str
    after: str
    kept: bool
    said: str
    correct_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLine:
    """An edit: what it does and where, whether it was understood, its words, and its changes in law."""

    title: str
    state: State
    word: str
    passage: Passage | None
    changes: Sequence[ChangeLine]


def lines(found: Proposal, kept: set[str]) -> list[EditLine]:
    """Every edit with the changes whose words it brings; then those that no edit brings."""
    left = list(found.items)
    made = []
    for edit in found.read.edits:
        own = [item for item in left if _brings(edit, item.change)]
        left = [item for item in left if item not in own]
        made.append(_edit(found, edit, [_change(found, item, kept) for item in own]))
    if left:
        changes = [_change(found, item, kept) for item in left]
        made.append(EditLine(title=MORE, state=State.INFO, word="", passage=None, changes=changes))
    return made


def _edit(found: Proposal, edit: Edit, changes: Sequence[ChangeLine]) -> EditLine:
    state, word = _state(found, edit)
    return EditLine(
        title=capital(f"{edit_label(type(edit).__name__)}{_place(edit)}"),
        state=state,
        word=word,
        passage=Passage(quote=edit.source.quote, reference=reference(edit.source)),
        changes=changes,
    )


def _state(found: Proposal, edit: Edit) -> tuple[State, str]:
    if isinstance(edit, NotUnderstood):
        return NOT_UNDERSTOOD
    stopped = any(trouble.edit is edit for trouble in found.read.consolidated.troubles)
    return NOT_FOUND if stopped else UNDERSTOOD


def _place(edit: Edit) -> str:
    """What the edit aims at: «, article 10, alinéa 2»."""
    match edit:
        case AnnexReplaced(number=number) | AnnexAdded(number=number) | AnnexRemoved(number=number):
            return f", annexe {number}".rstrip()
        case ArticleAdded(number=number):
            return f", article {number}" if number else ""
        case PartyJoined(name=name):
            return f", {name}"
        case Prolonged() | NotUnderstood():
            return ""
        case _:
            return f", {_target(edit.target)}"


def _target(target: Target) -> str:
    if not target.article:
        return "toute la convention"
    paragraph = target.paragraph if target.paragraph and target.paragraph > 0 else None
    last = ", dernier alinéa" if target.paragraph == -1 else ""
    return article_words(Source(text="convention", article=target.article, paragraph=paragraph)) + last


def _brings(edit: Edit, change: Change) -> bool:
    """Whether the words of the change are those of the edit, or the article that it removes is the one aimed at."""
    if isinstance(change, ClauseRemoved):
        target = getattr(edit, "target", None)
        return isinstance(target, Target) and target.article == change.article
    start = change.clause.source.start
    return start is not None and any(first <= start < last for first, last in _spans(edit))


def _spans(edit: Edit) -> Iterator[tuple[int, int]]:
    new = getattr(edit, "new", None)
    if isinstance(new, Excerpt):
        yield new.start, new.end
    if edit.source.start is not None and edit.source.end is not None:
        yield edit.source.start, edit.source.end


# --- changes in law ----------------------------------------------------------------------------------------


def _change(found: Proposal, item: Item, kept: set[str]) -> ChangeLine:
    change = item.change
    if isinstance(change, ClauseRemoved):
        label, after = capital(change_words(change)), "supprimé"
    else:
        label, after = term_label(change.clause), term_value(change.clause) or "présent"
    return ChangeLine(
        key=item.key,
        label=label,
        place=_article(change),
        before=(term_value(item.before) or "présent") if item.before else "",
        after=after,
        kept=item.key in kept,
        said=_said(item),
        correct_url=_correct_url(found.text, change),
    )


def _article(change: Change) -> str:
    """The article of a clause that gives way to another: the words of a removal name theirs."""
    return f"art. {change.article}" if isinstance(change, ClauseReplaced) and change.article else ""


def _said(item: Item) -> str:
    """What holds the change back, or what a person decided of it."""
    if item.rejected:
        return "Écarté à la relecture : décoché."
    if not item.change.listed:
        return "L’avenant ne l’énumère pas : selon la convention, il peut rester sans effet."
    if item.decision is not None:
        return "Tel que corrigé ou accepté à la relecture."
    return ""


def _correct_url(found: DepositedText, change: Change) -> str:
    """The correction of the term read in the avenant, else its addition on the words of the change."""
    if isinstance(change, ClauseRemoved):
        return ""
    clause = change.clause
    read = next((item for item in found.items if _alike(item.read, clause)), None)
    if read:
        return reverse("deposit:correct", args=[found.pk, read.index + 1])
    start, end = clause.source.start, clause.source.end
    if start is None or end is None:
        return reverse("deposit:add", args=[found.pk])
    paragraph = _paragraph(found, start)
    said = {"alinea": str(paragraph), "mots": found.words[start:end], "nature": type(clause).__name__}
    return f"{reverse('deposit:add', args=[found.pk])}?{urlencode(said)}"


def _alike(one: Term, other: Term) -> bool:
    return type(one) is type(other) and subject_of(one) == subject_of(other)


def _paragraph(found: DepositedText, start: int) -> int:
    """Where the paragraph that holds that place begins."""
    begins = [paragraph.start for block in found.outline.blocks for paragraph in block.paragraphs]
    return max((begin for begin in begins if begin <= start), default=0)
