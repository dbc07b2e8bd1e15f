"""What each piece of a page needs to be drawn: views build these values, templates only place them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """The ten states, each with its mark (a shape), its colour and its word."""

    LATE = "late"
    MISSED = "missed"
    SOON = "soon"
    LATER = "later"
    UNDER_WAY = "under_way"
    DONE = "done"
    IN_FORCE = "in_force"
    ENDED = "ended"
    WATCH = "watch"
    INFO = "info"


STATE_WORDS: dict[State, str] = {
    State.LATE: "en retard",
    State.MISSED: "non tenu",
    State.SOON: "d’ici 90 jours",
    State.LATER: "plus tard",
    State.UNDER_WAY: "en cours",
    State.DONE: "fait",
    State.IN_FORCE: "en vigueur",
    State.ENDED: "éteinte",
    State.WATCH: "à surveiller",
    State.INFO: "information",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place of the signed text («art. 6, al. 2»); without `url`, words only."""

    text: str
    url: str = ""


# Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is signed in, for the menu at the top right."""

    name: str
    role: str
    sign_out_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds every page; `deadlines` is the figure beside «Mes échéances»; empty addresses are not shown."""

    home_url: str
    house: str = ""
    person: Person | None = None
    deadlines_url: str = ""
    deadlines: int = 0
    foot: Sequence[Link] = ()
    foot_note: str = ""
    accent_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RailItem:
    """One section of the dossier; `alert` is said in place of the count («3 en retard»)."""

    text: str
    url: str
    count: int | None = None
    alert: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rail:
    """The sections of a dossier, at left on wide screens, as a menu on a phone."""

    title: str
    subtitle: str
    items: Sequence[RailItem]

    @property
    def current(self) -> str:
        """The words of the section one is in."""
        return next((item.text for item in self.items if item.current), self.title)


# What is due, what happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of ours and the places of the text that ground it, set between brackets before its full stop."""

    text: str
    references: Sequence[Reference] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Where a convention stands: a word with its mark, then sentences."""

    state: State
    word: str
    sentences: Sequence[Sentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One line of a due list. `timing` is «dans 8 jours» or «tenu le 9 juin»; `now` puts the row in the accent wash."""

    state: State
    what: str
    due_on: date | None
    timing: str = ""
    when: str = ""
    who: str = ""
    place: str = ""
    url: str = ""
    references: Sequence[Reference] = ()
    action: Link | None = None
    now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DueGroup:
    """Lines of one period («En retard»), with a note beside the title and a link after the last line."""

    title: str
    lines: Sequence[Due]
    note: str = ""
    more: Link | None = None
    folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The years a figure shows, both included, and the day one stands on."""

    first_year: int
    last_year: int
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """From its start to its last day; None where the text does not say."""

    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionLine:
    """A convention in a list: status sentence, what comes next, how many obligations are late, life line."""

    name: str
    url: str
    state: State
    status: str
    next: str = ""
    late: int = 0
    life: Life | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A dated fact; `cancelled` says why and when the fact was cancelled, and strikes it out."""

    happened_on: date
    what: str
    by: str
    evidence: Link | None = None
    cancelled: str = ""
    action: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an act changes: `before` is struck out and `text` takes its place; without `before`, plain words."""

    state: State
    text: str
    before: str = ""
    references: Sequence[Reference] = ()


# The text and what was read in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of the text that ground a term. `reading` is accepted, to-read, current or conflict; "" is plain text.

    `change` is «ins» or «del» for words that somebody inserted or deleted after writing the file.
    """

    text: str
    reading: str = ""
    number: str = ""
    url: str = ""
    id: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A row of a table of the text: the words of each cell, and where the row begins."""

    cells: Sequence[Sequence[Run]]
    at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A paragraph of the text under its label («al. 2»), with a note under it; `heading` sets it as a title.

    `page` is said over the first line of a page; `at` is where the words begin in the text; `remarks` are those that
    somebody left in the file beside these words. A table is one line, of `rows` alone.
    """

    runs: Sequence[Run]
    label: str = ""
    note: str = ""
    heading: bool = False
    page: str = ""
    id: str = ""
    at: int | None = None
    remarks: Sequence[str] = ()
    rows: Sequence[TextRow] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of the signed text and where they are; `marked` words inside `quote` are set on yellow."""

    quote: str
    reference: Reference
    marked: str = ""
    note: str = ""

    @property
    def parts(self) -> tuple[str, str, str]:
        """The quote before, inside and after its marked words."""
        before, marked, after = self.quote.partition(self.marked) if self.marked else (self.quote, "", "")
        return before, marked, after


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What was read: title, value in short, state with its word («accepté»), then labelled values and the passage."""

    title: str
    value: str
    state: State
    word: str
    number: str = ""
    url: str = ""
    id: str = ""
    rows: Sequence[tuple[str, str]] = ()
    passage: Passage | None = None
    confirmed: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the text leaves open or contradicts: severity, question, consequence, passages, what to do.

    `ruling` says what a person decided of it, in her words.
    """

    state: State
    word: str
    title: str
    text: str = ""
    passages: Sequence[Passage] = ()
    advice: str = ""
    id: str = ""
    ruling: str = ""


# Tables, filters, progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table; `state` adds a mark before the words, `reference` sets it in serif, `url` makes it a link.

    `quiet`: it says that there is nothing to say.
    """

    text: str
    url: str = ""
    state: State | None = None
    reference: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The head of a column."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the first cell of each row is its head."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A filter in force; `remove_url` is the same page without it."""

    text: str
    remove_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a journey: done, current or to come."""

    text: str
    state: State
    url: str = ""


# The timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A dated point of a row. `label` is drawn beside it when there is room; `what` is the line of the table."""

    day: date
    state: State
    what: str
    label: str = ""
    who: str = ""
    reference: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A period, drawn full up to the day and hollow after; without `ends_on` it runs off the figure."""

    starts_on: date
    ends_on: date | None
    start_label: str = ""
    end_label: str = ""
    milestones: Sequence[Mark] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the timeline: its label at left, then bars or marks."""

    label: str
    detail: str = ""
    bars: Sequence[Bar] = ()
    marks: Sequence[Mark] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineData:
    """All that the timeline shows; `title` and `description` are what a screen reader says of it."""

    scale: Scale
    rows: Sequence[Row]
    title: str
    description: str
