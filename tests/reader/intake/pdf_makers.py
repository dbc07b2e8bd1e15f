"""PDF files made by Typst from the passages of a plain text, as offices print them: heads, folios, hyphens, columns."""

from dataclasses import dataclass

import typst
from tests.reader.intake.makers import Kind, Passage

_PAGE = """
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.6cm), header: [{head}], footer: {foot})
#set text(lang: "fr", region: "fr", size: {size}pt, hyphenate: true)
#set par(justify: true, leading: 0.6em, spacing: 1.1em)
#set footnote.entry(gap: 0.4em)
"""
_PIECEMEAL = '#show regex("\\S+"): box\n'
_FOLIO = '[#align(center)[#context counter(page).display("1/1", both: true)]]'


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a PDF is set: its running head, whether its pages have numbers, and the size of its type in points.

    `piecemeal` writes each word for itself, as office programs do.
    """

    head: str = "Convention – document de travail des services"
    folio: bool = True
    size: float = 11
    piecemeal: bool = False


def pdf(passages: list[Passage], style: Style | None = None) -> bytes:
    """The passages one under the other, those of a list and lines in columns in their own layout."""
    return typeset("\n".join(map(_set, passages)), style)


def typeset(markup: str, style: Style | None = None) -> bytes:
    """A PDF of this markup of Typst."""
    style = style or Style()
    head = _PAGE.format(head=quoted(style.head), foot=_FOLIO if style.folio else "none", size=style.size)
    made = typst.compile((head + (_PIECEMEAL if style.piecemeal else "") + markup).encode())
    assert isinstance(made, bytes)
    return made


def quoted(words: str) -> str:
    """Words as Typst takes them for themselves."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'#text("{escaped}")'


def _set(passage: Passage) -> str:
    match passage.kind:
        case Kind.TITLE:
            lines = (r" \ " if line else r" #v(1em) " for line in passage.words.split("\n"))
            words = "".join(
                f"{quoted(line)}{joint}" for line, joint in zip(passage.words.split("\n"), lines, strict=True)
            )
            return f'#align(center)[#set par(justify: false)\n#text(size: 1.3em, weight: "bold")[{words}]]\n'
        case Kind.HEADING:
            return f"#v(0.6em)\n#block(sticky: true)[#set par(justify: false)\n#strong[{quoted(passage.words)}]]\n"
        case Kind.ITEM:
            left = 0.5 + 1.2 * passage.level
            body = f"{quoted(passage.marker)} #h(0.5em) {quoted(passage.words)}"
            return f"#pad(left: {left}em)[#set par(hanging-indent: 1.2em)\n{body}]\n"
        case Kind.COLUMNS:
            cells = "".join(f"[{quoted(cell)}]" for cell in passage.cells)
            columns = f"columns: (1fr,) * {len(passage.cells)}, column-gutter: 1.5em"
            return f"#[#set par(justify: false)\n#grid({columns}, {cells.replace('][', '], [')})]\n"
        case Kind.PARAGRAPH:
            return f"{quoted(passage.words)}\n\n"
