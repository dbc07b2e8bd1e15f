"""The text under its marks: every word once, each place named once, headings of the text alone named."""

from convenir.reader.outline import Block, BlockKind, Outline, Paragraph
from convenir.web.ui.marked_text import Span, marked

WORDS = "Article 1 Objet\nUn comité se réunit.\nIl décide seul."
FIRST, SECOND = (16, 36), (37, 52)
OUTLINE = Outline(
    text=WORDS,
    blocks=(
        Block(
            kind=BlockKind.ARTICLE,
            number="1",
            title="Objet",
            start=0,
            end=52,
            paragraphs=(
                Paragraph(words=WORDS[16:36], start=16, end=36, number=1),
                Paragraph(words=WORDS[37:52], start=37, end=52, number=2, marker="-"),
            ),
        ),
    ),
)


def said(spans: list[Span]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in marked(OUTLINE, spans)]


def test_marks_change_no_word() -> None:
    spans = [Span(start=16, end=24), Span(start=16, end=36), Span(start=20, end=45), Span(start=37, end=39)]
    assert said(spans) == said([]) == ["Article 1. Objet", "Un comité se réunit.", "- Il décide seul."]


def test_each_place_is_named_once_and_the_heading_too() -> None:
    spans = [Span(start=16, end=24), Span(start=16, end=36), Span(start=20, end=45), Span(start=37, end=39)]
    lines = marked(OUTLINE, spans)
    names = [line.id for line in lines if line.id] + [run.id for line in lines for run in line.runs if run.id]
    assert sorted(names) == ["p0", "p16", "p20", "p37"]


def test_terms_on_the_same_words_share_a_mark_the_gravest() -> None:
    spans = [
        Span(start=16, end=36, number="1", url="#t1"),
        Span(start=16, end=36, number="2", url="#t2", reading="to-read"),
        Span(start=16, end=36, reading="conflict"),
    ]
    run = marked(OUTLINE, spans)[1].runs[0]
    assert (run.number, run.reading, run.url) == ("1, 2", "conflict", "#t1")
