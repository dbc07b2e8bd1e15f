"""What stands inside a paragraph of a docx file: its words, its changes and comments, its notes and text boxes."""

from collections.abc import Callable, Iterator

from convenir.reader.intake.characters import Sieve
from convenir.reader.intake.content import BLANK, Line, Writing
from convenir.reader.intake.docx_parts import is_on, value, w, whole
from convenir.reader.intake.docx_styles import Styles
from convenir.reader.intake.manuscript import Mark, Revision
from convenir.reader.intake.markup import Element

TEXT_BOX = w("txbxContent")
FOOTNOTE, ENDNOTE = w("footnoteReference"), w("endnoteReference")
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
PAGE_TURN = w("lastRenderedPageBreak")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Marks of the fonts of symbols are in an area of their own, above this.
_SYMBOLS_AT = 0xF000


def chosen(alternate: Element) -> Element | None:
    """The one content of those that say the same thing for newer and older programs: the first."""
    return next(iter(alternate), None)


def is_placeholder(control: Element) -> bool:
    """Whether a content control still shows its «click here to enter text»."""
    return is_on(control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}"))


class Runs:
    """Reads the insides of paragraphs in their order; `page` is the page reached, None where the file does not say."""

    def __init__(self, sieve: Sieve, styles: Styles, comments: Element | None, *, page: int | None) -> None:
        self.page = page
        self.hidden = 0
        self._sieve = sieve
        self._styles = styles
        self._comments = {one.get(w("id")): one for one in comments} if comments is not None else {}
        self._opened: dict[str | None, tuple[Line, int]] = {}
        self._instructions: list[bool] = []
        self._style_hides = False
        self._is_adding = False
        inside = dict.fromkeys(map(w, _TRANSPARENT), self.read)
        signs = {w(name): self._sign(words) for name, words in _SIGNS.items()}
        self._readers: dict[str, Callable[[Element, Line], None]] = {
            **inside,
            **signs,
            w("r"): self._run,
            w("t"): self._text,
            w("delText"): self._text,
            f"{_MATH}oMath": self._formula,
            f"{_MATH}oMathPara": self._formula,
            w("ins"): self._inserted,
            w("moveTo"): self._inserted,
            w("del"): self._deleted,
            w("moveFrom"): self._deleted,
            w("sdt"): self._control,
            w("sym"): self._symbol,
            w("fldChar"): self._field,
            w("commentRangeStart"): self._comment_opens,
            w("commentReference"): self._comment,
            PAGE_TURN: self._turn,
            ALTERNATE: self._alternate,
            FOOTNOTE: self._after,
            ENDNOTE: self._after,
            **dict.fromkeys(map(w, ("drawing", "pict", "object")), self._drawn),
        }

    def paragraph(self, elements: list[Element], line: Line, *, hidden: bool) -> None:
        """Read paragraphs that make one, since the ends of all but the last were struck out."""
        # The instruction of a field does not go beyond its paragraph: one that never ends must hide nothing.
        self._instructions.clear()
        self._style_hides = hidden
        for element in elements:
            self.read(element, line)

    def read(self, element: Element, line: Line) -> None:
        """What each element inside this one adds to the line."""
        for child in element:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child, line)

    def _apart(self) -> Line:
        return Line(Writing(self._sieve))

    def _run(self, run: Element, line: Line) -> None:
        properties = run.find(w("rPr"))
        if not self._is_hidden(properties):
            self.read(run, line)
            return
        apart = self._apart()
        self.read(run, apart)
        self.hidden += len(apart.writing.words().strip())

    def _is_hidden(self, properties: Element | None) -> bool:
        if properties is None:
            return self._style_hides
        vanish = properties.find(w("vanish"))
        if vanish is not None:
            return is_on(vanish)
        style = value(properties.find(w("rStyle")))
        return self._style_hides or (style is not None and self._styles.of_run(style).hidden)

    def _text(self, element: Element, line: Line) -> None:
        if element.text and not any(self._instructions):
            line.writing.add(element.text)

    def _sign(self, words: str) -> Callable[[Element, Line], None]:
        return lambda _, line: line.writing.add(words)

    def _symbol(self, element: Element, line: Line) -> None:
        code = element.get(w("char"), "")
        if 0 < len(code) <= 4 and all(digit in "0123456789abcdefABCDEF" for digit in code):
            number = int(code, 16)
            line.writing.add(chr(number if number > 0xFF else _SYMBOLS_AT + number))

    def _formula(self, element: Element, line: Line) -> None:
        line.writing.add("".join(map(str, element.itertext(f"{_MATH}t"))))

    def _turn(self, _: Element, line: Line) -> None:
        if self.page is not None:
            self.page += 1
            line.writing.turn()

    # --- changes and comments --------------------------------------------------------------------------------

    def _inserted(self, element: Element, line: Line) -> None:
        start, is_outermost = line.writing.length, not self._is_adding
        self._is_adding = True
        self.read(element, line)
        self._is_adding = not is_outermost
        if is_outermost:
            line.writing.inserted(start, element.get(w("author"), ""), element.get(w("date"), ""))

    def _deleted(self, element: Element, line: Line) -> None:
        apart = self._apart()
        self.read(element, apart)
        line.writing.deleted(apart.writing.words(), element.get(w("author"), ""), element.get(w("date"), ""))

    def _comment_opens(self, element: Element, line: Line) -> None:
        self._opened[element.get(w("id"))] = (line, line.writing.length)

    def _comment(self, element: Element, line: Line) -> None:
        key = element.get(w("id"))
        # Once only, however often it is called.
        comment = self._comments.pop(key, None)
        if comment is None:
            return
        opened, start = self._opened.get(key, (line, line.writing.length))
        paragraphs = (map(str, paragraph.itertext(w("t"))) for paragraph in comment.iter(w("p")))
        words = " ".join("".join(pieces) for pieces in paragraphs).strip()
        said = Revision(
            mark=Mark.COMMENT, words=self._sieve.through(words), start=0, end=0,
            by=comment.get(w("author"), ""), on=comment.get(w("date"), ""),
        )  # fmt: skip
        line.writing.commented(said, start if opened is line else line.writing.length)

    # --- fields, controls, drawings ---------------------------------------------------------------------------

    def _field(self, element: Element, line: Line) -> None:
        match element.get(w("fldCharType")):
            case "begin":
                self._form(element, line)
                self._instructions.append(True)
            case "separate" if self._instructions:
                self._instructions[-1] = False
            case "end" if self._instructions:
                self._instructions.pop()
            case _:
                return

    def _form(self, element: Element, line: Line) -> None:
        """A box to tick or a list to choose from, which hold their answer beside the words."""
        box = element.find(f"{w('ffData')}/{w('checkBox')}")
        if box is not None:
            state = box.find(w("checked"))
            line.writing.add("☒" if is_on(box.find(w("default")) if state is None else state) else "☐")
        menu = element.find(f"{w('ffData')}/{w('ddList')}")
        if menu is not None:
            entries = [value(entry) or "" for entry in menu.findall(w("listEntry"))]
            at = whole(value(menu.find(w("result"))), 0)
            line.writing.add(entries[at] if 0 <= at < len(entries) else "")

    def _control(self, element: Element, line: Line) -> None:
        content = element.find(w("sdtContent"))
        if is_placeholder(element):
            line.writing.add(BLANK)
        elif content is not None:
            self.read(content, line)

    def _alternate(self, element: Element, line: Line) -> None:
        content = chosen(element)
        if content is not None:
            self.read(content, line)

    def _drawn(self, element: Element, line: Line) -> None:
        line.after += _boxes(element)

    def _after(self, element: Element, line: Line) -> None:
        line.after.append(element)


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing, each once."""
    for child in element:
        if child.tag == TEXT_BOX:
            yield child
            continue
        content = chosen(child) if child.tag == ALTERNATE else child
        if content is not None:
            yield from _boxes(content)


# Elements that add nothing to what is inside them.
_TRANSPARENT = ("hyperlink", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "ruby", "rubyBase")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
