"""Automatic numbers of Word files: those that Word prints before each paragraph."""

import pytest
from tests.reader.intake.docx_files import docx, paragraph

from convenir.reader.intake.limits import MOST_LABEL
from convenir.reader.intake.taking import take


def level(depth: int, text: str, kind: str = "decimal", others: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{others}</w:lvl>'
    )


def numbering(*levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>') -> dict[str, str]:
    return {"numbering": f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{numbers}'}


def item(words: str, depth: int = 0, list_id: int = 1) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def lines(body: str, parts: dict[str, str]) -> list[str]:
    return take(docx(body, parts)).text.split("\n\n")


@pytest.mark.parametrize(
    ("kind", "text", "first", "second"),
    [
        ("decimal", "Article %1 :", "Article 1 : a", "Article 2 : b"),
        ("ordinal", "Article %1", "Article 1er a", "Article 2e b"),
        ("ordinalText", "Article %1 –", "Article premier – a", "Article deuxième – b"),
        ("cardinalText", "Titre %1", "Titre un a", "Titre deux b"),
        ("upperRoman", "%1.", "I. a", "II. b"),
        ("lowerRoman", "(%1)", "(i) a", "(ii) b"),
        ("upperLetter", "%1)", "A) a", "B) b"),
        ("lowerLetter", "%1)", "a) a", "b) b"),
        ("decimalZero", "%1", "01 a", "02 b"),
        ("bullet", "\uf0b7", "- a", "- b"),
        ("none", "", "a", "b"),
        ("unheard-of", "%1.", "1. a", "2. b"),
    ],
)
def test_formats(kind: str, text: str, first: str, second: str) -> None:
    assert lines(item("a") + item("b"), numbering(level(0, text, kind))) == [first, second]


def test_levels_count_apart_and_begin_again_under_each_number() -> None:
    parts = numbering(level(0, "%1."), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))
    body = item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e") + item("f", 1) + item("g", 2)
    numbers = ["1. a", "   1.1 b", "   1.2 c", "      a) d", "2. e", "   2.1 f", "      a) g"]
    assert lines(body, parts) == numbers


def test_a_level_that_never_begins_again() -> None:
    parts = numbering(level(0, "Titre %1"), level(1, "Article %2", others='<w:lvlRestart w:val="0"/>'))
    body = item("a") + item("b", 1) + item("c") + item("d", 1)
    assert [line.strip() for line in lines(body, parts)] == ["Titre 1 a", "Article 1 b", "Titre 2 c", "Article 2 d"]


def test_upper_levels_that_were_not_met_stand_at_their_start() -> None:
    parts = numbering(level(0, "%1.", start=4), level(1, "%1.%2"))
    assert [line.strip() for line in lines(item("a", 1) + item("b", 1), parts)] == ["4.1 a", "4.2 b"]


def test_digits_under_a_roman_title() -> None:
    parts = numbering(level(0, "%1", "upperRoman"), level(1, "%1.%2", others="<w:isLgl/>"))
    assert [line.strip() for line in lines(item("a") + item("b", 1), parts)] == ["I a", "1.1 b"]


def test_a_list_that_starts_again_shares_the_rest_of_its_numbers() -> None:
    restarted = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    body = item("a") + item("b") + item("c", list_id=2) + item("d", list_id=2) + item("e", list_id=3)
    assert lines(body, numbering(level(0, "%1."), numbers=restarted)) == ["1. a", "2. b", "5. c", "6. d", "7. e"]


def test_a_list_with_a_level_of_its_own() -> None:
    own = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'Art. %1')}</w:lvlOverride></w:num>"
    )
    assert lines(item("a"), numbering(level(0, "%1."), numbers=own)) == ["Art. 1 a"]


def test_the_numbers_of_a_style_and_of_the_styles_that_rest_on_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T1"><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="T2"><w:basedOn w:val="T1"/><w:pPr><w:numPr>'
        '<w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = {"styles": styles, **numbering(level(0, "Article %1 –"), level(1, "%1.%2"))}
    body = "".join(
        paragraph(words, f'<w:pStyle w:val="{style}"/>') for words, style in (("Objet", "T1"), ("But", "T2"))
    )
    assert lines(body, parts) == ["Article 1 – Objet", "1.1 But"]


def test_the_level_that_names_the_style_of_the_paragraph() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = {"styles": styles, **numbering(level(0, "%1."), level(1, "%2)", others='<w:pStyle w:val="T2"/>'))}
    assert lines(paragraph("a", '<w:pStyle w:val="T2"/>'), parts) == ["1) a"]


def test_levels_that_stand_in_a_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="L"/>{level(0, "Article %1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert lines(item("a"), {"styles": styles, "numbering": linked}) == ["Article 1 a"]


def bullets(list_id: int, margin: int) -> str:
    """A list of one level, its words `margin` twentieths of a point from the edge."""
    return (
        f'<w:abstractNum w:abstractNumId="{list_id}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:pPr>'
        f'<w:ind w:left="{margin}"/></w:pPr></w:lvl></w:abstractNum>'
    )


def test_a_level_that_is_a_list_of_its_own_is_told_by_its_margin() -> None:
    lists = bullets(1, 360) + bullets(2, 643)
    lists += "".join(f'<w:num w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>' for one in (1, 2))
    body = item("a") + item("b", list_id=2) + paragraph("") + item("c", list_id=2) + item("d")
    assert "\n".join(lines(body, {"numbering": lists})).split("\n") == ["- a", "   - b", "   - c", "- d"]
    assert lines(item("a") + paragraph("Et :") + item("b", list_id=2), {"numbering": lists})[-1] == "- b"


def test_a_paragraph_set_in_by_hand_is_an_item_under_the_one_above() -> None:
    further = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="1440"/>'
    body = item("a") + paragraph("b", further) + item("c")
    assert lines(body, numbering(level(0, "", "bullet"))) == ["- a", "   - b", "- c"]


def test_the_margin_of_a_style_that_makes_items() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="P{0}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '<w:ind w:left="{0}"/></w:pPr></w:style>'
    )
    parts = {"styles": style.format(300) + style.format(700), **numbering(level(0, "", "bullet"))}
    body = "".join(
        paragraph(words, f'<w:pStyle w:val="P{margin}"/>') for words, margin in (("a", 300), ("b", 700), ("c", 300))
    )
    assert lines(body, parts) == ["- a", "   - b", "- c"]


def test_a_number_longer_than_any_is_cut() -> None:
    assert lines(item("a"), numbering(level(0, "x" * 100_000))) == [f"{'x' * MOST_LABEL} a"]


def test_a_paragraph_taken_out_of_its_list() -> None:
    assert lines(item("a", list_id=0) + item("b"), numbering(level(0, "%1."))) == ["a", "1. b"]


def test_a_number_without_words_counts_and_is_not_shown() -> None:
    assert lines(item("a") + item(" ") + item("b"), numbering(level(0, "%1."))) == ["1. a", "3. b"]


@pytest.mark.parametrize(
    "broken", ["<w:num/>", '<w:num w:numId="1"/>', '<w:num w:numId="1"><w:abstractNumId/></w:num>', ""]
)
def test_a_list_that_is_not_there_has_no_number(broken: str) -> None:
    assert lines(item("a"), numbering(level(0, "%1."), numbers=broken)) == ["a"]


def test_styles_that_rest_on_one_another() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    assert lines(paragraph("a", '<w:pStyle w:val="A"/>'), {"styles": styles}) == ["a"]
