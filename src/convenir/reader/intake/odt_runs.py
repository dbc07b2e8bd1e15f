"""What stands inside a paragraph of an OpenDocument text: its words, changes, comments, notes and text boxes."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from convenir.reader.intake.characters import Sieve
from convenir.reader.intake.content import BLANK, Line, Writing
from convenir.reader.intake.manuscript import Mark, Revision
from convenir.reader.intake.markup import Element
from convenir.reader.intake.odt_names import count, is_true, n
from convenir.reader.intake.odt_styles import Styles

_TEXT = n("text:p")[: -len("p")]
_DRAW = n("draw:frame")[: -len("frame")]
PARAGRAPHS = (n("text:p"), n("text:h"))
NOTE_BODY = n("text:note-body")
TEXT_BOX = n("draw:text-box")
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 200
# Changes that go on at one time: programs never have two of them overlap.
_MOST_OPEN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A tracked change: the words are those that were struck out, empty of an addition."""

    words: str
    by: str
    on: str


class Runs:
    """Reads the insides of paragraphs in their order; `page` is the page reached, None where the file does not say."""

    def __init__(self, sieve: Sieve, styles: Styles, text: Element, *, page: int | None) -> None:
        self.page = page
        self.hidden = 0
        self._sieve = sieve
        self._styles = styles
        self._changes = {
            key: change for region in text.iter(n("text:changed-region")) for key, change in _change(region)
        }
        self._ended = {end.get(n("office:name")) for end in text.iter(n("office:annotation-end"))}
        self._adding: dict[str, int] = {}
        self._struck: list[_Change] = []
        self._comments: dict[str | None, tuple[Revision, int]] = {}
        self._readers: dict[str, Callable[[Element, Line], None]] = {
            n("text:span"): self._span,
            n("text:s"): self._spaces,
            n("text:tab"): lambda _, line: line.writing.add("\t"),
            n("text:line-break"): lambda _, line: line.writing.add("\n"),
            n("text:soft-page-break"): lambda _, line: self.turn(line),
            n("text:change-start"): lambda one, line: self.opens(one, line.writing.length),
            n("text:change-end"): self._closes,
            n("text:change"): self._strike,
            n("text:note"): self._note,
            n("text:placeholder"): lambda _, line: line.writing.add(BLANK),
            n("text:hidden-text"): self._conditional,
            n("text:hidden-paragraph"): self._conditional,
            n("office:annotation"): self._comment,
            n("office:annotation-end"): self._comment_ends,
            n("loext:content-control"): self._control,
            **dict.fromkeys(map(n, _SILENT), lambda _, line: None),
        }

    def paragraph(self, element: Element, line: Line) -> None:
        """Read a whole paragraph after what the line holds already."""
        self._adding = dict.fromkeys(self._adding, line.writing.length)
        for change in self._struck:
            line.writing.deleted(change.words, change.by, change.on)
        self._struck.clear()
        if self._styles.of_paragraph(element).hidden:
            self.hide(element)
        else:
            self.read(element, line)
        for key in self._adding:
            self._added(key, line)
        for comment, start in self._comments.values():
            line.writing.commented(comment, start)
        self._comments.clear()

    def read(self, element: Element, line: Line) -> None:
        """What the words and the elements inside this one add to the line."""
        self._words(element.text, line)
        for child in element:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child, line)
            elif child.tag.startswith(_TEXT):
                self.read(child, line)
            elif child.tag.startswith(_DRAW):
                self.drawn(child, line)
            self._words(child.tail, line)

    def turn(self, line: Line | None = None) -> None:
        """A new page begins, between two paragraphs or inside one."""
        if self.page is not None:
            self.page += 1
            if line:
                line.writing.turn()

    def _words(self, words: str | None, line: Line) -> None:
        if words:
            line.writing.add(_BLANKS.sub(" ", words))

    def _spaces(self, element: Element, line: Line) -> None:
        line.writing.add(" " * min(count(element, "text:c", 1), _MOST_SPACES))

    def _span(self, element: Element, line: Line) -> None:
        if self._styles.of_words(element).hidden:
            self.hide(element)
        else:
            self.read(element, line)

    def hide(self, element: Element) -> None:
        """Count the words of an element that is not shown."""
        apart = Line(Writing(self._sieve))
        self.read(element, apart)
        self.hidden += len(apart.writing.words().strip())

    def _conditional(self, element: Element, line: Line) -> None:
        if is_true(element, "text:is-hidden"):
            self.hide(element)
        else:
            self.read(element, line)

    def _control(self, element: Element, line: Line) -> None:
        if is_true(element, "loext:showing-place-holder"):
            line.writing.add(BLANK)
        else:
            self.read(element, line)

    # --- changes and comments --------------------------------------------------------------------------------

    def opens(self, element: Element, at: int = 0) -> None:
        """Words that follow were added, in this paragraph from there on, and perhaps in others."""
        if len(self._adding) < _MOST_OPEN:
            self._adding[element.get(n("text:change-id"), "")] = at

    def closes(self, element: Element) -> None:
        """Added words end between two paragraphs."""
        self._adding.pop(element.get(n("text:change-id"), ""), None)

    def strikes(self, element: Element) -> None:
        """Words that stood between two paragraphs were struck out: they are told with the next one."""
        change = self._changes.pop(element.get(n("text:change-id"), ""), None)
        if change:
            self._struck.append(change)

    def _closes(self, element: Element, line: Line) -> None:
        self._added(element.get(n("text:change-id"), ""), line)
        self.closes(element)

    def _added(self, key: str, line: Line) -> None:
        change = self._changes.get(key)
        if change and key in self._adding:
            line.writing.inserted(self._adding[key], change.by, change.on)

    def _strike(self, element: Element, line: Line) -> None:
        change = self._changes.pop(element.get(n("text:change-id"), ""), None)
        if change:
            line.writing.deleted(self._sieve.through(change.words), change.by, change.on)

    def _comment(self, element: Element, line: Line) -> None:
        comment = Revision(
            mark=Mark.COMMENT, words=self._sieve.through(_said(element)), start=0, end=0,
            by=element.findtext(n("dc:creator")) or "", on=element.findtext(n("dc:date")) or "",
        )  # fmt: skip
        key = element.get(n("office:name"))
        if key in self._ended:
            self._comments[key] = (comment, line.writing.length)
        else:
            line.writing.commented(comment, line.writing.length)

    def _comment_ends(self, element: Element, line: Line) -> None:
        found = self._comments.pop(element.get(n("office:name")), None)
        if found:
            line.writing.commented(*found)

    # --- what follows the paragraph ---------------------------------------------------------------------------

    def _note(self, element: Element, line: Line) -> None:
        line.after += element.findall(NOTE_BODY)

    def drawn(self, element: Element, line: Line) -> None:
        """The text boxes and shapes with words of a drawing, each once."""
        if element.tag == TEXT_BOX or any(child.tag in PARAGRAPHS for child in element):
            line.after.append(element)
            return
        for child in element:
            if child.tag.startswith(_DRAW):
                self.drawn(child, line)


def _change(region: Element) -> list[tuple[str, _Change]]:
    """The changes of a region, under each of its names: programs give it one or the other."""
    keys = {region.get(n("xml:id")), region.get(n("text:id"))} - {None}
    found: list[tuple[str, _Change]] = []
    for kind in region:
        if kind.tag not in (n("text:insertion"), n("text:deletion")):
            continue
        by, on = kind.findtext(f".//{n('dc:creator')}") or "", kind.findtext(f".//{n('dc:date')}") or ""
        found += ((str(key), _Change(words=_said(kind), by=by, on=on)) for key in keys)
    return found


def _said(element: Element) -> str:
    """The words of the paragraphs inside an element, on one line."""
    pieces = (" ".join(map(str, one.itertext())) for name in PARAGRAPHS for one in element.iter(name))
    return _BLANKS.sub(" ", " ".join(pieces)).strip()


# Elements of the text that show no words of it.
_SILENT = (
    "text:number", "text:ruby-text", "text:script", "text:tracked-changes", "text:sequence-decls",
    "text:bibliography-mark",
)  # fmt: skip
