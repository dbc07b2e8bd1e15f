"""The styles of a docx file: what a paragraph or a run has from its style, and from the styles on which that rests."""

from dataclasses import dataclass
from typing import ClassVar

from convenir.reader.intake.docx_parts import is_on, margin_of, value, w, whole
from convenir.reader.intake.markup import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """`list_id` and `level` are its automatic numbering, `margin` where it sets its items, in points; `heading` whether
    it is that of a title; `hidden` of words that are not shown.
    """

    list_id: str | None = None
    level: int | None = None
    margin: float | None = None
    heading: bool = False
    hidden: bool = False


class Styles:
    """The styles by their identifiers."""

    _PLAIN: ClassVar[Style] = Style()

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(w("style"))
        self._elements = {style.get(w("styleId"), ""): style for style in found}
        defaults = (style for style in found if style.get(w("default")) in ("1", "true", "on"))
        self._default = {style.get(w("type"), ""): style.get(w("styleId"), "") for style in defaults}
        self._known: dict[str, Style] = {}

    def of_paragraph(self, name: str | None) -> Style:
        """The style of that name; that of paragraphs without one where `name` is None."""
        return self._resolved(self._default.get("paragraph", "") if name is None else name)

    def of_run(self, name: str) -> Style:
        """The style of that name, given to words inside a paragraph."""
        return self._resolved(name)

    def _resolved(self, name: str) -> Style:
        chain: list[str] = []
        while name in self._elements and name not in self._known and name not in chain:
            chain.append(name)
            name = value(self._elements[name].find(w("basedOn"))) or ""
        style = self._known.get(name, self._PLAIN)
        for own in reversed(chain):
            style = self._known[own] = _over(style, self._elements[own])
        return style


def _over(base: Style, element: Element) -> Style:
    """The style that an element makes over the one on which it rests."""
    numbered = element.find(f"{w('pPr')}/{w('numPr')}")
    list_id = None if numbered is None else value(numbered.find(w("numId")))
    level = None if numbered is None else value(numbered.find(w("ilvl")))
    margin = margin_of(element.find(w("pPr")))
    outlined = value(element.find(f"{w('pPr')}/{w('outlineLvl')}"))
    vanish = element.find(f"{w('rPr')}/{w('vanish')}")
    return Style(
        list_id=base.list_id if list_id is None else list_id,
        level=base.level if level is None else whole(level, 0),
        margin=base.margin if margin is None else margin,
        heading=base.heading if outlined is None else whole(outlined, 9) < 9,
        hidden=base.hidden if vanish is None else is_on(vanish),
    )
