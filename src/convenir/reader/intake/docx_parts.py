"""The parts of a docx file: where each is found in its archive, and the names of its markup."""

from collections.abc import Callable, Iterator
from functools import cache
from posixpath import dirname, join, normpath

from convenir.reader.intake.archive import Archive, DamagedArchive
from convenir.reader.intake.markup import Element, parsed, shallow

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# A file saved as «strict» Open XML names the same things by other addresses.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _LINKS.encode()),
)
_MAIN = "word/document.xml"
# Parts in which things are found by their names: they are never walked.
_LOOKED_UP = ("styles", "numbering", "comments")


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{_WORD}}}{name}"


_VAL = w("val")
_OFF = ("0", "false", "off", "none")


def value(element: Element | None) -> str | None:
    """The `w:val` of an element; None where there is no element, or no value."""
    return None if element is None else element.get(_VAL)


def whole(number: str | None, otherwise: int) -> int:
    """The whole number that an attribute holds; `otherwise` where it holds none."""
    plain = (number or "").removeprefix("-")
    return int(number or "") if plain.isdecimal() and plain.isascii() and len(plain) < 10 else otherwise


_IN_A_POINT = 20
_MARGINS = ("left", "start")


def margin_of(properties: Element | None) -> float | None:
    """How far from the edge of the text the properties of a paragraph set it, in points; None where they do not say."""
    indent = None if properties is None else properties.find(w("ind"))
    written = None if indent is None else next(filter(None, (indent.get(w(name)) for name in _MARGINS)), None)
    return None if written is None else whole(written, 0) / _IN_A_POINT


def is_on(element: Element | None) -> bool:
    """Whether a property that is there by its name alone holds."""
    return element is not None and element.get(_VAL, "1") not in _OFF


_TABLE_STYLE, _END_OF_STYLE = b'<w:style w:type="table"', b"</w:style>"


def without_table_styles(data: bytes) -> bytes:
    """The styles without those of tables: nothing looks these up, and they are most of what many a file holds.

    >>> without_table_styles(b'<w:style w:type="table" w:styleId="A"><w:tblPr/></w:style><w:style w:styleId="B"/>')
    b'<w:style w:styleId="B"/>'
    >>> without_table_styles(b'<w:style w:type="table" w:styleId="A"/><w:style w:styleId="B"></w:style>')
    b'<w:style w:styleId="B"></w:style>'
    """
    first, *others = data.split(_TABLE_STYLE)
    return first + b"".join(map(_after_table_style, others))


def _after_table_style(piece: bytes) -> bytes:
    opening, _, after = piece.partition(b">")
    if opening.endswith(b"/"):
        return after
    _, ended, after = piece.partition(_END_OF_STYLE)
    return after if ended else _TABLE_STYLE + piece


class Package:
    """A docx file. A part that is absent or that is no XML of its own is None; nothing outside the file is fetched."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._main = next((target for kind, target in self._links("") if kind == "officeDocument"), _MAIN)
        self._targets = tuple(self._links(self._main))

    def document(self) -> Element:
        """The part that holds the body; refuses a file without one."""
        root = self._part(self._main)
        if root is None or root.find(w("body")) is None:
            raise DamagedArchive
        return shallow(root)

    def part(self, kind: str) -> Element | None:
        """The part of that kind: «styles», «numbering», «footnotes», «endnotes», «comments»."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[Element]:
        """Every part of that kind: «header», «footer»."""
        for target in dict.fromkeys(target for found, target in self._targets if found == kind):
            root = self._part(target, without_table_styles if kind == "styles" else None)
            if root is not None:
                yield root if kind in _LOOKED_UP else shallow(root)

    @property
    def has_macros(self) -> bool:
        """Whether the file holds programs; they are never run."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._archive.names)

    def _part(self, name: str, lightened: Callable[[bytes], bytes] | None = None) -> Element | None:
        if name not in self._archive:
            return None
        data = self._archive.read(name)
        data = lightened(data) if lightened else data
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return parsed(data)

    def _links(self, source: str) -> Iterator[tuple[str, str]]:
        """The kind and the target of what a part is made with; nothing that is outside the file."""
        name = f"{dirname(source)}/_rels/{source.rpartition('/')[2]}.rels".removeprefix("/")
        root = self._part(name)
        for link in root if root is not None else ():
            if link.get("TargetMode") != "External":
                target = link.get("Target", "")
                inside = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(source), target))
                yield link.get("Type", "").rpartition("/")[2], inside
