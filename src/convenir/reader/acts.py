"""Which acts a deposit holds: a convention, the délibérations that authorise it, avenants, each read for itself."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from convenir.reader.french.shapes import Shape
from convenir.reader.intake.manuscript import Manuscript
from convenir.reader.outlining.contents import listed
from convenir.reader.outlining.headings import heading
from convenir.reader.outlining.lines import Line, end_of_reading, lines
from convenir.reader.outlining.marks import marks
from convenir.reader.outlining.signs import Mark, Sign
from convenir.reader.wordings.parties.organisations import kind_of


class _Kind(StrEnum):
    """What a line of title opens."""

    DECISION = "decision"
    AMENDMENT = "amendment"
    CONVENTION = "convention"


_TITLE = re.compile(
    r"\W*(?:(?P<decision>extrait\s+d(?:u|es)\s+|(?:projet\s+de\s+)?deliberation(?:\W*$|\s+(?:n\b|du\b|de\b|[\w/.-]*\d))|"
    r"(?:conseil\s+(?:municipal|communautaire|departemental|d'administration)|commission\s+permanente)\W+"
    r"(?:(?:seance|reunion)\s+)?du\s+(?:\w+\s+)?\d|decision\s+n|"
    r"rapport\s+(?:n\s?[°o]|du\s+president|de\s+la\s+presidente|au\s))|"
    r"(?P<amendment>(?:projet\s+d')?avenant\b)|"
    r"(?P<convention>(?:projet\s+de\s+)?(?:convention|charte|protocole|contrat|accord[- ]cadre)\b|entre\s*:?\s*$))"
)
_DRAFT = re.compile(r"\W*projet\b")
# A running head, which names the act on each page.
_RUNNING = re.compile(r"\bpage\s+\d|\s{3,}\d+\s*$")
# What an annex that is itself such an act has in its heading.
_ANNEXED = {
    _Kind.DECISION: re.compile(r"\bdeliberation|\bdecision|\bextrait|\bavis\b"),
    _Kind.AMENDMENT: re.compile(r"\bavenant|\bmodele"),
    _Kind.CONVENTION: re.compile(r"\bconvention|\bcontrat|\bcharte|\bprotocole|\bmodele"),
}
# What a délibération tells under its title.
_SITTING = Shape(r"\bseance\b|\breunie?s?\b|\bconvocation\b|\bl'an\s+(?:deux|20)|\bpresents\b|\bvotants\b")
_VOTED = Shape(r"\badoptee?s?\b|\bunanimite\b|\bpour\s+extrait\b|\bcertifiee?\b|\bvote\b|\bconforme\b")
# Lines above the title of an act that belong to it already.
_LETTERHEAD = re.compile(r"\W*(?:republique\s+francaise|departement|arrondissement|canton|projet|conseil)\b")
# How lines begin that a whole act cannot do without: an article, a decision, a closing formula, a signature.
_ENDS = (
    "art",
    "clause",
    "decid",
    "apres en",
    "projet",
    "annexe",
    "fait",
    "sign",
    "etabli",
    "pour ",
    "lu et",
    "le ",
    "la ",
)
_FIRST = ("1", "I", "A", "1.1", "préliminaire", "")
# What stands in a délibération or a report before the convention that it carries.
_DECIDED = (Sign.CLOSING, Sign.AGREED, Sign.ARTICLE, Sign.SIGNATURE)
# Within how many lines of its title an act names its parties or its sitting.
_REACH = 60
# How far above the title of a délibération its sitting may be told.
_ABOVE = 6
# Within how many lines of its beginning a file says what it is.
_TOP = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """A title that may open an act, whose words begin at `line`; `alone` where a file of the deposit begins there."""

    line: int
    title: int
    kind: _Kind
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deposit:
    """The lines of a deposit, and the marks of each sign outside tables of contents."""

    every: tuple[Line, ...]
    marks: dict[Sign, list[Mark]]

    def first(self, sign: Sign, start: int) -> Mark | None:
        """The first mark of that sign from a line on."""
        found = self.marks[sign]
        rank = bisect_left(found, start, key=_line)
        return found[rank] if rank < len(found) else None

    def last(self, sign: Sign, start: int, end: int) -> Mark | None:
        """The last mark of that sign between two lines."""
        found = self.marks[sign]
        rank = bisect_left(found, end, key=_line)
        return found[rank - 1] if rank and found[rank - 1].line >= start else None

    def between(self, sign: Sign, start: int, end: int) -> tuple[Line, ...]:
        """The lines between these two that have a mark of that sign."""
        found = self.marks[sign]
        return tuple(
            self.every[mark.line]
            for mark in found[bisect_left(found, start, key=_line) : bisect_left(found, end, key=_line)]
        )

    def holds(self, shape: Shape, start: int, end: int) -> bool:
        """Whether one of these lines matches."""
        return any(shape.search(line.flat) for line in self.every[max(start, 0) : end])


def _line(mark: Mark) -> int:
    return mark.line


def spans(manuscript: Manuscript) -> tuple[tuple[int, int], ...]:
    """Where each act begins and ends in the words of the deposit, in their order; there is always one.

    An act begins at a title with its parties or its sitting, under an act that is signed or voted, or at the beginning
    of a file. Annexes stay with the act above them.
    """
    text = manuscript.text
    read = text[: end_of_reading(text)]
    every = lines(read)
    heads = tuple(_heads(every, manuscript))
    starts = [0, *(every[line].start for line in _cuts(read, heads))]
    return tuple(zip(starts, [*starts[1:], len(text)], strict=True))


def _heads(every: tuple[Line, ...], manuscript: Manuscript) -> Iterator[_Head]:
    begins = [bisect_left(every, piece.start, key=lambda line: line.start) for piece in manuscript.pieces[1:]]
    files = [line for line in begins if line < len(every) and not _is_annex(every[line])]
    for index, line in enumerate(every):
        kind = _kind(line)
        if kind is None:
            continue
        file = next((begin for begin in files if begin <= index < begin + _TOP), None)
        yield _Head(line=index if file is None else file, title=index, kind=kind, alone=file is not None)
        files = [begin for begin in files if begin != file]


def _is_annex(line: Line) -> bool:
    mark = heading(0, line)
    return mark is not None and mark.sign is Sign.ANNEX


def _kind(line: Line) -> _Kind | None:
    if len(line.words) > 140 or line.words[-1] in ".;," or not line.words.lstrip("«*#_ ")[:1].isupper():
        return None
    found = _TITLE.match(line.flat)
    return _Kind(found.lastgroup) if found and found.lastgroup and not _RUNNING.search(line.flat) else None


def _cuts(text: str, heads: tuple[_Head, ...]) -> Iterator[int]:
    """The lines at which another act begins."""
    every = lines(text)
    if not any(head.alone for head in heads) and not _may_follow(every, heads):
        return
    found = marks(text)
    apart = listed(every, found)
    kept = [mark for mark in found if mark.line not in apart]
    deposit = _Deposit(every=every, marks={sign: [mark for mark in kept if mark.sign is sign] for sign in Sign})
    current = heads[0]
    for head in heads[1:]:
        if head.title in apart or not _opens(deposit, head) or not _is_whole(deposit, current, head):
            continue
        current = head
        yield _beginning(deposit, head)


def _may_follow(every: tuple[Line, ...], heads: tuple[_Head, ...]) -> bool:
    """Whether a title stands under words that may end an act: most files are of one act, and need no closer look."""
    if len(heads) < 2:
        return False
    return any(line.flat.lstrip(" #").startswith(_ENDS) for line in every[heads[0].title : heads[-1].title])


def _opens(deposit: _Deposit, head: _Head) -> bool:
    """Whether what follows a title is an act: parties and a first article, or a sitting."""
    if head.kind is _Kind.DECISION:
        return head.alone or deposit.holds(_SITTING, head.title - _ABOVE, head.title + _REACH)
    article = deposit.first(Sign.ARTICLE, head.title)
    if article is not None and article.number not in _FIRST:
        return False
    end = head.title + _REACH if article is None else min(head.title + _REACH, article.line)
    parties = deposit.between(Sign.PARTIES, head.title, end)
    if head.alone or head.kind is _Kind.AMENDMENT:
        return bool(parties or article) or bool(deposit.between(Sign.CITATION, head.title, end))
    return len(parties) > 1 or any(line.flat.lstrip(" #").startswith("entre") for line in parties)


def _is_whole(deposit: _Deposit, current: _Head, head: _Head) -> bool:
    """Whether the act that began at `current` is at its end where another title stands."""
    if head.alone:
        return True
    annex = deposit.last(Sign.ANNEX, current.title, head.title)
    annexed = annex is not None and _ANNEXED[head.kind].search(_heading(deposit, annex)) is not None
    if current.kind is not _Kind.DECISION:
        return _is_signed(deposit, current.title, head.title) and not annexed
    if head.kind is _Kind.DECISION:
        voted = deposit.holds(_VOTED, max(current.title, head.title - _REACH), head.title)
        return voted and _is_signed(deposit, current.title, head.title)
    draft = _DRAFT.match(deposit.every[head.title].flat) is not None
    return draft or annexed or any(deposit.last(sign, current.title, head.title) for sign in _DECIDED)


def _is_signed(deposit: _Deposit, start: int, end: int) -> bool:
    """Whether a closing formula stands between these lines, or signatures after an article."""
    article = deposit.first(Sign.ARTICLE, start)
    signed = article is not None and deposit.last(Sign.SIGNATURE, article.line, end) is not None
    return signed or deposit.last(Sign.CLOSING, start, end) is not None


def _heading(deposit: _Deposit, annex: Mark) -> str:
    """The flat words of the heading of an annex, with the next line where the first has no title."""
    line = deposit.every[annex.line]
    if line.words[annex.title_at :].strip() or annex.line + 1 == len(deposit.every):
        return line.flat
    return deposit.every[annex.line + 1].flat


def _beginning(deposit: _Deposit, head: _Head) -> int:
    """The first line of an act: that of its file, or of the letterhead above its title."""
    if head.alone:
        return head.line
    first = head.title
    while first > 0 and _is_letterhead(deposit, first - 1):
        first -= 1
    return first


def _is_letterhead(deposit: _Deposit, index: int) -> bool:
    line = deposit.every[index]
    announced = any(deposit.last(sign, index, index + 1) for sign in Sign if sign is not Sign.ANNEX)
    if announced or len(line.words) > 90 or line.words[-1] in ".;,":
        return False
    return _LETTERHEAD.match(line.flat) is not None or (line.words.isupper() and kind_of(line.words) is not None)
