"""The styles of an OpenDocument text: which words they hide, and where they begin a page."""

from dataclasses import dataclass

from convenir.reader.intake.markup import Element
from convenir.reader.intake.odt_names import n


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """`hidden` words are not shown; a paragraph that `turns` begins a new page, one that `closes` ends its own."""

    hidden: bool = False
    turns: bool = False
    closes: bool = False


_PLAIN = Style()


class Styles:
    """The styles of a document by their names, those of its paragraphs apart from those of words inside them."""

    def __init__(self, roots: tuple[Element, ...]) -> None:
        found = (style for root in roots for style in root.iter(n("style:style")))
        self._elements = {(style.get(n("style:family")), style.get(n("style:name"), "")): style for style in found}
        self._known: dict[tuple[str, str], Style] = {}

    def of_paragraph(self, element: Element) -> Style:
        """The style of a paragraph or of a title."""
        return self._resolved("paragraph", element.get(n("text:style-name"), ""))

    def of_words(self, element: Element) -> Style:
        """The style of words inside a paragraph."""
        return self._resolved("text", element.get(n("text:style-name"), ""))

    def _resolved(self, family: str, name: str) -> Style:
        chain: list[str] = []
        while (family, name) in self._elements and (family, name) not in self._known and name not in chain:
            chain.append(name)
            name = self._elements[family, name].get(n("style:parent-style-name"), "")
        style = self._known.get((family, name), _PLAIN)
        for own in reversed(chain):
            style = self._known[family, own] = _over(style, self._elements[family, own])
        return style


def _over(base: Style, element: Element) -> Style:
    """The style that an element makes over its parent; another model of page begins a page."""
    words = element.find(n("style:text-properties"))
    paragraph = element.find(n("style:paragraph-properties"))
    display = None if words is None else words.get(n("text:display"))
    before = None if paragraph is None else paragraph.get(n("fo:break-before"))
    after = None if paragraph is None else paragraph.get(n("fo:break-after"))
    return Style(
        hidden=base.hidden if display is None else display == "none",
        turns=bool(element.get(n("style:master-page-name"))) or (base.turns if before is None else before == "page"),
        closes=base.closes if after is None else after == "page",
    )
