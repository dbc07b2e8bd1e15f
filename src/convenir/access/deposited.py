"""A deposited text under review: terms, findings and sentences, with all that persons decided of each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from convenir.access.roles import Verb
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.source import Source
from convenir.core.terms import Document, Term, Terms
from convenir.core.terms.parties import Formalities, PartyKind
from convenir.reader.intake.manuscript import Format, Manuscript
from convenir.reader.outline import Outline
from convenir.reader.understanding.coverage import Coverage

LENGTH_OF_KEY = 16


class Decision(StrEnum):
    """What a person says of a term; `ADDED` is a term that she read and that the reader missed."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A decision on a term, by whom and when."""

    decision: Decision
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTerm:
    """A term at `index`, from 0: those that were read, in the order of the text, then those that persons added.

    `read` is what was found, `term` what is now proposed: the correction if there is one. `history` holds every
    decision, the last one wins.
    """

    index: int
    read: Term
    term: Term
    history: tuple[Ruled, ...] = ()

    @property
    def ruled(self) -> Ruled | None:
        """The last decision, None while nobody decided."""
        return self.history[-1] if self.history else None

    @property
    def source(self) -> Source:
        """The words that ground it."""
        return self.read.source

    @property
    def added(self) -> bool:
        """Whether a person found it, not the reader."""
        return bool(self.history) and self.history[0].decision is Decision.ADDED

    @property
    def kept(self) -> bool:
        """Whether a person accepted, corrected or added it, and nobody rejected it since."""
        return self.ruled is not None and not self.rejected

    @property
    def rejected(self) -> bool:
        """Whether the last decision rejects it."""
        return self.ruled is not None and self.ruled.decision is Decision.REJECTED


class Verdict(StrEnum):
    """What a person says of a finding: which passage prevails, that neither does, that it stays open, or only seen."""

    PASSAGE = "passage"
    NEITHER = "neither"
    LEFT_OPEN = "left_open"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRuled:
    """A decision on a finding. `passage` is the place, from 0, of the source that prevails; `words` say what else does.

    `reason` is why, in the words of who decided.
    """

    verdict: Verdict
    passage: int | None
    words: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A finding under the `key` by which every reading knows it, and every decision on it."""

    key: str
    finding: Finding
    history: tuple[PointRuled, ...] = ()

    @property
    def ruled(self) -> PointRuled | None:
        """The last decision."""
        return self.history[-1] if self.history else None

    @property
    def contradicts(self) -> bool:
        """Whether passages of the text give several answers: no dossier is made before somebody spoke."""
        return self.finding.oddity is Oddity.CONTRADICTORY

    @property
    def asks(self) -> bool:
        """Whether it asks for a decision with a reason; any other is only marked as seen."""
        return self.contradicts or self.finding.severity is Severity.BLOCKING

    @property
    def hinders(self) -> bool:
        """Whether the dossier waits for a decision on it."""
        return self.contradicts and self.ruled is None


class SentenceClass(StrEnum):
    """What a person says of a sentence that was not understood."""

    NO_FORCE = "no_force"
    ORIENTATION = "orientation"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Classed:
    """How a person classed a sentence, and her note on it."""

    kind: SentenceClass
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSentence:
    """A sentence with normative force that grounds no term, under the `key` by which every reading knows it."""

    key: str
    source: Source
    history: tuple[Classed, ...] = ()

    @property
    def classed(self) -> Classed | None:
        """The last decision."""
        return self.history[-1] if self.history else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRead:
    """A party that the text names, under the key that facts will use; `mine`: probably the actor's house."""

    key: str
    name: str
    kind: PartyKind
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRead:
    """One act of a deposit: its row, what it is, from which page to which, and how many terms were read in it."""

    pk: UUID
    document: Document
    title: str
    pages: tuple[int, int] | None
    terms: int
    main: bool
    convention: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositedText:
    """A deposited text and its reading. `terms` are as read; `convention` is the dossier made from it, if any.

    `main` is the text to which this act of the same deposit is attached, None for the main one; `several` is true
    where the deposit holds more than one act. The places of
    `manuscript` count in the words of this act. `sheets` are, for each piece of the deposit, the width and height of
    its pages, in points, where they can be shown.
    """

    pk: UUID
    main: UUID | None
    several: bool
    file_name: str
    sha256: str
    received_at: datetime
    received_by: str
    reader_version: str
    format: Format
    manuscript: Manuscript
    sheets: tuple[tuple[tuple[float, float], ...], ...]
    outline: Outline
    terms: Terms
    items: tuple[ReadTerm, ...]
    points: tuple[Point, ...]
    coverage: Coverage
    sentences: tuple[OpenSentence, ...]
    parties: tuple[PartyRead, ...]
    convention: UUID | None
    may: frozenset[Verb]

    @property
    def words(self) -> str:
        """The whole text as read; sources hold places in it."""
        return self.outline.text

    @property
    def pages(self) -> tuple[tuple[int, int], ...]:
        """The pages that hold words of this act and can be shown, in order: each its piece, from 0, and its number."""
        held = {(place.piece, place.page) for place in self.manuscript.places if place.page}
        return tuple(sorted((piece, page) for piece, page in held if page and self.can_show(piece, page)))

    def can_show(self, piece: int, page: int) -> bool:
        """Whether the deposit has that page, counted from 1, and a picture of it can be made."""
        return 0 <= piece < len(self.sheets) and 1 <= page <= len(self.sheets[piece])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is odd in the text and in its file."""
        return tuple(point.finding for point in self.points)

    @property
    def ruled(self) -> int:
        """How many terms were decided upon."""
        return sum(1 for item in self.items if item.ruled)

    @property
    def to_rule(self) -> tuple[ReadTerm, ...]:
        """The terms on which nobody decided yet."""
        return tuple(item for item in self.items if item.ruled is None)

    @property
    def hindering(self) -> tuple[Point, ...]:
        """The contradictions on which nobody decided yet."""
        return tuple(point for point in self.points if point.hinders)

    @property
    def to_class(self) -> tuple[OpenSentence, ...]:
        """The sentences that were not understood and that nobody classed yet."""
        return tuple(one for one in self.sentences if one.classed is None)

    @property
    def kept(self) -> Terms:
        """The terms that a dossier made now would have, in the order of the text: those accepted, corrected or added.

        A term without a place stands first, as the reader has it.
        """
        kept = sorted((item for item in self.items if item.kept), key=lambda item: place(item.source))
        return replace(self.terms, clauses=tuple(item.term for item in kept))

    def grounded(self, source: Source) -> tuple[ReadTerm, ...]:
        """The terms of this text that rest on these words, or on some of them, and that nobody rejected."""
        return tuple(item for item in self.items if not item.rejected and _share_words(item.source, source))

    @property
    def stated_on(self) -> object:
        """The day written above the signatures, as kept: a date, an imprecise day, or None."""
        formalities = self.kept.first(Formalities)
        return formalities.stated_on if formalities else None


def _share_words(one: Source, other: Source) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def place(source: Source) -> int:
    """Where words begin, -1 for those that have no place."""
    return source.start if source.start is not None else -1


def finding_keys(findings: Iterable[Finding]) -> list[str]:
    """By what each finding is known in another reading of the same text: what it is about, and the words it quotes."""
    grounds = ("|".join([one.about, *(_plain(source.quote) for source in one.sources)]) for one in findings)
    return _keys(grounds)


def sentence_keys(sources: Iterable[Source]) -> list[str]:
    """By what each sentence is known in another reading of the same text: its words."""
    return _keys(_plain(source.quote) for source in sources)


def _keys(grounds: Iterable[str]) -> list[str]:
    """One key for each ground; those that say the same are told apart by their order."""
    met: dict[str, int] = {}
    keys = []
    for ground in grounds:
        met[ground] = met.get(ground, 0) + 1
        keys.append(sha256(f"{met[ground]}|{ground}".encode()).hexdigest()[:LENGTH_OF_KEY])
    return keys


def _plain(words: str) -> str:
    return " ".join(words.split())
