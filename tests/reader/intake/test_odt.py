"""OpenDocument texts: the words that are printed, their numbers, and what was done to them."""

import pytest
from tests.reader.intake.odt_files import flat_odt, odt, paragraph

from convenir.core.refusals import Refusal
from convenir.reader.intake.manuscript import Manuscript, Mark, Part
from convenir.reader.intake.taking import take

WHO = (
    "<office:change-info><dc:creator>R. Artaud</dc:creator><dc:date>2024-03-05T10:00:00</dc:date></office:change-info>"
)


def taken(body: str, automatic: str = "", styles: str = "") -> Manuscript:
    return take(odt(body, automatic=automatic, styles=styles))


def paragraphs(body: str, automatic: str = "", styles: str = "") -> list[str]:
    return taken(body, automatic, styles).text.split("\n\n")


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("dix <text:span>ans</text:span>", "dix ans"),
        ("dix\n   ans", "dix ans"),
        ('dix<text:s text:c="3"/>ans', "dix   ans"),
        ('dix<text:s text:c="999999999"/>ans', f"dix{' ' * 200}ans"),
        ("dix<text:tab/>ans", "dix\tans"),
        ("dix<text:line-break/>ans", "dix\nans"),
        ("<text:a>la Caf</text:a>", "la Caf"),
        ("le <text:date>3 mai 2024</text:date>", "le 3 mai 2024"),
        ("le <text:placeholder>&lt;date&gt;</text:placeholder>", "le ………"),
        ('<loext:content-control loext:showing-place-holder="true">Choisir</loext:content-control>', "………"),
        ("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>petit</text:ruby-text></text:ruby>", "base"),
        ('vu<text:hidden-text text:is-hidden="true">secret</text:hidden-text>', "vu"),
        ('vu<text:span text:style-name="cache">secret</text:span>', "vu"),
    ],
)
def test_what_stands_inside_a_paragraph(inside: str, words: str) -> None:
    hides = (
        '<style:style style:family="text" style:name="parent"><style:text-properties text:display="none"/>'
        "</style:style>"
        '<style:style style:family="text" style:name="cache" style:parent-style-name="parent"/>'
    )
    manuscript = taken(f"<text:p>{inside}</text:p>", hides)
    assert manuscript.text == words
    assert ("hidden-words" in {finding.about for finding in manuscript.findings}) is ("secret" in inside)


def test_sections_and_tables_of_contents_add_nothing_to_their_paragraphs() -> None:
    contents = (
        f"<text:table-of-content><text:index-body>{paragraph('Article 1')}</text:index-body></text:table-of-content>"
    )
    hidden = f'<text:section text:display="none">{paragraph("ancien")}</text:section>'
    assert paragraphs(f"<text:section>{contents}</text:section>{hidden}{paragraph('Fin')}") == ["Article 1", "Fin"]
    assert [finding.about for finding in taken(hidden + paragraph("Fin")).findings] == ["hidden-words"]


# --- numbers ---------------------------------------------------------------------------------------------------


def level(depth: int, kind: str = "1", others: str = 'style:num-suffix="."') -> str:
    return f'<text:list-level-style-number text:level="{depth}" style:num-format="{kind}" {others}/>'


def style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def items(*inside: str, attributes: str = "") -> str:
    return f'<text:list text:style-name="L" {attributes}>{"".join(map(_item, inside))}</text:list>'


def _item(inside: str) -> str:
    return f"<text:list-item>{inside if inside.startswith('<') else paragraph(inside)}</text:list-item>"


@pytest.mark.parametrize(
    ("made", "numbers"),
    [
        (level(1), ["1. a", "2. b"]),
        (level(1, "I", 'style:num-suffix=" –"'), ["I – a", "II – b"]),
        (level(1, "a", 'style:num-suffix=")" text:start-value="3"'), ["c) a", "d) b"]),
        (level(1, "1", 'style:num-prefix="Article " style:num-suffix=" :"'), ["Article 1 : a", "Article 2 : b"]),
        (level(1, "1", 'loext:num-list-format="Art. %1% –"'), ["Art. 1 – a", "Art. 2 – b"]),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>', ["- a", "- b"]),
        (level(1, "", ""), ["a", "b"]),
    ],
)
def test_the_numbers_of_items(made: str, numbers: list[str]) -> None:
    assert paragraphs(items("a", "b"), style(made)) == numbers


def test_items_of_a_list_without_style_have_a_bullet() -> None:
    assert paragraphs(items("a", "b")) == ["- a", "- b"]


def test_levels_count_apart_and_show_those_above() -> None:
    levels = style(level(1), level(2, "1", 'text:display-levels="2"'))
    body = items("a", paragraph("b") + items("c", "d"), items("e"), paragraph("f") + items("g"))
    assert [one.strip() for one in paragraphs(body, levels)] == [
        "1. a",
        "2. b",
        "2.1 c",
        "2.2 d",
        "2.3 e",
        "3. f",
        "3.1 g",
    ]


@pytest.mark.parametrize(
    "margin",
    [
        '><style:list-level-label-alignment fo:margin-left="{}"/></style:list-level-properties>',
        ' text:space-before="{}"/>',
    ],
)
def test_a_level_that_is_a_list_of_its_own_is_told_by_its_margin(margin: str) -> None:
    bullet = (
        f'<text:list-level-style-bullet text:level="1"><style:list-level-properties{margin}'
        "</text:list-level-style-bullet>"
    )
    styles = style(bullet.format("0.63cm")) + style(bullet.format("36pt"), name="M")
    body = items("a") + items("b", "c").replace('"L"', '"M"') + paragraph("") + items("d")
    assert "\n".join(paragraphs(body, styles)).split("\n") == ["- a", "   - b", "   - c", "- d"]


def test_the_second_paragraph_of_an_item_has_no_number() -> None:
    assert paragraphs(items(paragraph("a") + paragraph("suite"), "b"), style(level(1))) == ["1. a", "suite", "2. b"]


@pytest.mark.parametrize(
    ("attributes", "number"),
    [('text:continue-numbering="true"', "2. b"), ('text:continue-list="un"', "2. b"), ("", "1. b")],
)
def test_a_list_that_goes_on(attributes: str, number: str) -> None:
    body = items("a", attributes='xml:id="un"') + paragraph("entre") + items("b", attributes=attributes)
    assert paragraphs(body, style(level(1)))[-1] == number


def test_a_list_goes_on_over_another_that_has_no_name() -> None:
    bullets = '<text:list text:style-name="M"><text:list-item><text:p>x</text:p></text:list-item></text:list>'
    goes_on = items("b", attributes='xml:id="deux" text:continue-numbering="true"')
    body = items("a", attributes='xml:id="un"') + bullets * 4 + goes_on
    styles = style(level(1)) + style('<text:list-level-style-bullet text:level="1"/>', name="M")
    assert paragraphs(body, styles)[-1] == "2. b"


def test_an_item_that_imposes_its_number() -> None:
    item = f'<text:list-item text:start-value="7">{paragraph("a")}</text:list-item>'
    body = f'<text:list text:style-name="L">{item}</text:list>'
    assert paragraphs(body, style(level(1))) == ["7. a"]


def test_titles_have_the_numbers_of_the_outline() -> None:
    level = '<text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="Article "/>'
    outline = f"<text:outline-style>{level}</text:outline-style>"
    body = (
        '<text:h text:outline-level="1">Objet</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">Note</text:h>'
        '<text:h text:outline-level="2">But</text:h><text:h text:outline-level="1">Durée</text:h>'
    )
    assert paragraphs(body, styles=outline) == ["Article 1 Objet", "Note", "But", "Article 2 Durée"]


# --- changes and comments --------------------------------------------------------------------------------------


def changes(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def region(key: str, inside: str) -> str:
    return f'<text:changed-region xml:id="{key}" text:id="{key}">{inside}</text:changed-region>'


ADDED = region("ajout", f"<text:insertion>{WHO}</text:insertion>")
STRUCK = region("retrait", f"<text:deletion>{WHO}{paragraph('deux')}</text:deletion>")


def test_added_words_are_read_and_struck_words_told() -> None:
    inside = (
        'pour <text:change text:change-id="retrait"/><text:change-start text:change-id="ajout"/>trois'
        '<text:change-end text:change-id="ajout"/> ans'
    )
    manuscript = taken(changes(ADDED, STRUCK) + f"<text:p>{inside}</text:p>")
    assert manuscript.text == "pour trois ans"
    gone, added = manuscript.revisions
    assert (gone.mark, gone.words, gone.start, gone.end, gone.by) == (Mark.DELETED, "deux", 5, 5, "R. Artaud")
    assert (added.mark, added.words, added.on) == (Mark.INSERTED, "trois", "2024-03-05T10:00:00")
    assert [finding.about for finding in manuscript.findings] == ["tracked-changes"]


def test_added_words_may_fill_several_paragraphs() -> None:
    first = '<text:p>Objet<text:change-start text:change-id="ajout"/> commun</text:p>'
    last = '<text:p>Durée<text:change-end text:change-id="ajout"/> ferme</text:p>'
    manuscript = taken(changes(ADDED) + first + paragraph("Moyens") + last)
    assert [change.words for change in manuscript.revisions] == [" commun", "Moyens", "Durée"]
    assert [manuscript.text[change.start : change.end] for change in manuscript.revisions] == [
        " commun",
        "Moyens",
        "Durée",
    ]


def test_changes_between_two_paragraphs() -> None:
    body = (
        paragraph("Objet") + '<text:change text:change-id="retrait"/><text:change-start text:change-id="ajout"/>'
        + paragraph("Durée") + '<text:change-end text:change-id="ajout"/>' + paragraph("Fin")
    )  # fmt: skip
    found = [(change.mark, change.words) for change in taken(changes(ADDED, STRUCK) + body).revisions]
    assert found == [(Mark.DELETED, "deux"), (Mark.INSERTED, "Durée")]


@pytest.mark.parametrize(("end", "about"), [('<office:annotation-end office:name="c"/>', "trois ans"), ("", "")])
def test_a_comment_is_told_with_the_words_that_it_is_about(end: str, about: str) -> None:
    inside = f"<dc:creator>R. Artaud</dc:creator>{paragraph('À vérifier')}"
    said = f'<office:annotation office:name="c">{inside}</office:annotation>'
    manuscript = taken(f"<text:p>pour {said}trois ans{end}.</text:p>")
    (comment,) = manuscript.revisions
    assert (comment.mark, comment.words, comment.by) == (Mark.COMMENT, "À vérifier", "R. Artaud")
    assert (manuscript.text, manuscript.text[comment.start : comment.end]) == ("pour trois ans.", about)


def test_more_changes_at_one_time_than_programs_make() -> None:
    regions = "".join(region(f"c{number}", f"<text:insertion>{WHO}</text:insertion>") for number in range(200))
    opened = "".join(f'<text:change-start text:change-id="c{number}"/>' for number in range(200))
    manuscript = taken(changes(regions) + opened + paragraph("Objet") + paragraph("Durée"))
    assert len(manuscript.revisions) < 20
    assert {revision.words for revision in manuscript.revisions} == {"Objet", "Durée"}


# --- notes, boxes, tables, pages -------------------------------------------------------------------------------


def test_a_note_follows_the_paragraph_that_calls_it() -> None:
    body = f"<text:note-body>{paragraph('Par trimestre.')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    manuscript = taken(f"<text:p>Le comité se réunit{note}.</text:p>{paragraph('Fin')}")
    assert manuscript.text.split("\n\n") == ["Le comité se réunit.", "Note 1 : Par trimestre.", "Fin"]
    assert manuscript.places[1].part is Part.NOTE


def test_text_boxes_inside_and_between_paragraphs() -> None:
    box = f"<draw:frame><draw:text-box>{paragraph('Encadré')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{paragraph('Forme')}</draw:custom-shape></draw:g>"
    manuscript = taken(f"{box}<text:p>Avant{shape}</text:p>{paragraph('Après')}")
    assert manuscript.text.split("\n\n") == ["Encadré", "Avant", "Forme", "Après"]
    assert manuscript.places[2].part is Part.TEXT_BOX


def cell(words: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{paragraph(words)}</table:table-cell>"


def test_tables_and_their_merged_cells() -> None:
    covered = "<table:covered-table-cell/>"
    rows = (
        cell("Plan", 'table:number-columns-spanned="2"') + covered + cell("Total"),
        cell("Axe 1", 'table:number-rows-spanned="2"') + cell("crèche") + cell("3"),
        covered + cell("relais") + cell("4"),
    )
    head, *others = (f"<table:table-row>{row}</table:table-row>" for row in rows)
    table = f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{''.join(others)}</table:table>"
    manuscript = taken(table)
    assert manuscript.text.split("\n") == ["Plan | Total", "Axe 1 | crèche | 3", "| relais | 4"]
    assert manuscript.tables[0].rows == (("Plan", "", "Total"), ("Axe 1", "crèche", "3"), ("Axe 1", "relais", "4"))


def test_pages_turn_where_the_file_says_so() -> None:
    breaks = '<style:paragraph-properties fo:break-before="page"/>'
    turned = f'<style:style style:family="paragraph" style:name="N">{breaks}</style:style>'
    body = f"{paragraph('un', 'N')}<text:p>deux<text:soft-page-break/>trois</text:p>{paragraph('quatre', 'N')}"
    assert [place.page for place in taken(body, turned).places] == [1, 1, 2, 3]


def test_pages_that_do_not_come_to_the_number_counted_are_unknown() -> None:
    body = "<text:p>un<text:soft-page-break/>deux</text:p>"
    counted = '<meta:document-statistic meta:page-count="9"/>'
    manuscript = take(odt(body, meta=counted))
    assert {place.page for place in manuscript.places} == {None}
    assert manuscript.pieces[0].pages == 9


def test_heads_and_feet_are_beside_the_text() -> None:
    margins = f"<style:header>{paragraph('PROJET')}</style:header><style:footer>{paragraph('2')}</style:footer>"
    pages = f"<office:master-styles><style:master-page>{margins}</style:master-page></office:master-styles>"
    manuscript = taken(paragraph("Objet"), styles=pages)
    assert (manuscript.text, manuscript.margins) == ("Objet", ("PROJET",))


def test_one_flat_file_is_read_as_the_archive() -> None:
    assert take(flat_odt(paragraph("Objet"))).text == "Objet"


def test_a_locked_file_is_refused() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    with pytest.raises(Refusal) as refused:
        take(odt(paragraph("Objet"), others={"META-INF/manifest.xml": manifest}))
    assert refused.value.code == "locked-office-file"
