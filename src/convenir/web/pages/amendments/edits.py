"""What an avenant orders, in the order of its words: whether it was understood, and what changes in law."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from convenir.access.deposited import DepositedText
from convenir.core.changes import Change, ClauseRemoved, ClauseReplaced, subject_of
from convenir.core.source import Source
from convenir.core.terms import Annex, Term
from convenir.reader.amending.consolidation import Overlap
from convenir.reader.amending.edits import (
    AnnexAdded,
    AnnexReplaced,
    Edit,
    Excerpt,
    NotUnderstood,
    Target,
)
from convenir.reader.amending.labels import place_label
from convenir.reader.amending.places import Missing
from convenir.reader.amending.splice import AlreadyHeld, AlreadyThere, NoSuchValue, NoSuchWords, NotJoined
from convenir.reader.comparing.differences import Difference
from convenir.usecases.amendments import Item, Proposal
from convenir.web.pages.amendments.frame import reference
from convenir.web.ui.compared_text import changed_words
from convenir.web.ui.shapes import Passage, Run, State
from convenir.writer.words import article_short, term_label, term_value
from convenir.writer.words.changes import change_words
from convenir.writer.words.edits import edit_label
from convenir.writer.words.fields import values_named
from convenir.writer.words.names import capital

UNDERSTOOD = (State.DONE, "compris")
NOT_UNDERSTOOD = (State.WATCH, "non compris")
TO_CHECK = (State.WATCH, "à vérifier")
# What stood in the way of an edit.
STOPPED = (
    ((Missing, NoSuchWords, NoSuchValue), (State.LATE, "cible introuvable")),
    ((AlreadyThere,), (State.LATE, "numéro déjà pris")),
    ((AlreadyHeld,), (State.INFO, "déjà dans la convention")),
    ((Overlap,), (State.LATE, "en conflit avec une autre")),
    ((NotJoined,), (State.WATCH, "annexe non jointe")),
)
MORE = "Ce qui en découle ailleurs"
UNSHOWN = "Ce qui change, que ce résumé ne montre pas : {values}."
SAME_TERM = "Les mots changent ; le terme reste le même."
RENUMBERED = "Le terme reste le même ; il est désormais à l’article {number}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A change in law: its `key`, its term, the words that change, whether it is kept, and where it is corrected."""

    key: str
    label: str
    place: str
    words: Sequence[Run]
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

    @property
    def understood(self) -> bool:
        """Whether nothing is left to read in it."""
        return self.state in (State.DONE, State.INFO)


def summary(told: Sequence[EditLine]) -> str:
    """«6 modifications lues, dont 2 à relire ; 4 changements en droit, tous retenus.»"""
    edits = [one for one in told if one.passage]
    changes = [change for one in told for change in one.changes]
    unclear, kept = sum(not one.understood for one in edits), sum(change.kept for change in changes)
    read = f"{_count(len(edits), 'modification')} lue{'s' * (len(edits) > 1)}"
    left = f", dont {unclear} à relire" if unclear else ""
    if not changes:
        return f"{read}{left} ; aucun changement en droit."
    held = f", {kept} retenu{'s' * (kept > 1)}" if kept < len(changes) else ", tous retenus" if kept > 1 else ", retenu"
    return f"{read}{left} ; {_count(len(changes), 'changement')} en droit{held}."


def _count(number: int, what: str) -> str:
    return f"{number or 'Aucune'} {what}{'s' * (number > 1)}"


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
        title=capital(", ".join(filter(None, (edit_label(type(edit).__name__), place_label(edit))))),
        state=state,
        word=word,
        passage=Passage(quote=edit.source.quote, reference=reference(edit.source)),
        changes=changes,
    )


def _state(found: Proposal, edit: Edit) -> tuple[State, str]:
    if isinstance(edit, NotUnderstood):
        return NOT_UNDERSTOOD
    troubles = found.read.consolidated.troubles
    doubt = next((trouble.doubt for trouble in troubles if trouble.edit is edit), None)
    if doubt is None:
        return UNDERSTOOD
    return next((told for kinds, told in STOPPED if isinstance(doubt, kinds)), TO_CHECK)


def _brings(edit: Edit, change: Change) -> bool:
    """Whether the words of the change are those of the edit, or the article that it removes is the one aimed at."""
    if isinstance(change, ClauseRemoved):
        target = getattr(edit, "target", None)
        return isinstance(target, Target) and target.article == change.article
    if isinstance(edit, AnnexReplaced | AnnexAdded) and isinstance(change.clause, Annex):
        return edit.number == change.clause.number
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
    before = (term_value(item.before) or "présent") if item.before else ""
    if isinstance(change, ClauseRemoved):
        label, after = capital(change_words(change)), "supprimé"
    else:
        label, after = term_label(change.clause), term_value(change.clause) or "présent"
    return ChangeLine(
        key=item.key,
        label=label,
        place=_article(change),
        words=changed_words(before, after),
        kept=item.key in kept,
        said=" ".join(filter(None, (_unshown(item) if before == after else "", _said(item)))),
        correct_url=_correct_url(found.text, change),
    )


def _unshown(item: Item) -> str:
    """The values that change where the short words of the clause stay the same."""
    change = item.change
    if item.before is None or isinstance(change, ClauseRemoved):
        return ""
    values = values_named(type(change.clause), Difference(before=item.before, after=change.clause).fields)
    if values:
        return UNSHOWN.format(values=values)
    number = change.clause.source.article
    renumbered = isinstance(change, ClauseReplaced) and number != change.article
    return RENUMBERED.format(number=number) if renumbered else SAME_TERM


def _article(change: Change) -> str:
    """The article of a clause that gives way to another: the words of a removal name theirs."""
    if not isinstance(change, ClauseReplaced):
        return ""
    return article_short(Source(text="convention", article=change.article))


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
