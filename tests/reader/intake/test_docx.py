"""Word files: the words that Word prints, in the order of the pages, and what was done to them."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from tests.reader.intake.docx_files import docx, paragraph, saved, word_file, zipped
from tests.reader.intake.makers import demonstration_texts

from convenir.core.findings import Severity
from convenir.reader.intake.manuscript import Manuscript, Mark, Part
from convenir.reader.intake.taking import take
from convenir.reader.reading import read

STAMP = f'w:author="R. Artaud" w:date="{date(2024, 3, 5).isoformat()}T10:00:00Z"'


def taken(body: str, **parts: str) -> Manuscript:
    return take(docx(body, parts))


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in taken(body, **parts).text.split("\n") if line]


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_paragraphs_are_parted_by_a_blank_line_and_empty_ones_left_out() -> None:
    assert taken(paragraph("Objet") + paragraph(" ") + paragraph("La durée")).text == "Objet\n\nLa durée"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:r><w:t>dix</w:t><w:tab/><w:t>ans</w:t></w:r>", "dix\tans"),
        ("<w:r><w:t>dix</w:t><w:br/><w:t>ans</w:t></w:r>", "dix\nans"),
        ("<w:r><w:t>rendez</w:t><w:noBreakHyphen/><w:t>vous</w:t></w:r>", "rendez-vous"),
        ("<w:r><w:t>conven</w:t><w:softHyphen/><w:t>tion</w:t></w:r>", "convention"),
        ("<w:r><w:t>conven\xadtion</w:t></w:r>", "convention"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t> oui</w:t></w:r>', "☐ oui"),
        ('<w:r><w:sym w:font="Symbol" w:char="zz"/><w:t>oui</w:t></w:r>', "oui"),
        (f'<w:hyperlink r:id="x">{run("la ")}</w:hyperlink>{run("Caf")}', "la Caf"),
        (f"<w:smartTag>{run('la Caf')}</w:smartTag>", "la Caf"),
        (f"<w:sdt><w:sdtContent>{run('trois ans')}</w:sdtContent></w:sdt>", "trois ans"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Cliquez')}</w:sdtContent></w:sdt>", "………"),
        (f'<w:fldSimple w:instr="DATE">{run("3 mai 2024")}</w:fldSimple>', "3 mai 2024"),
        ("<m:oMath><m:r><m:t>5+</m:t></m:r><m:f><m:r><m:t>5</m:t></m:r></m:f></m:oMath>", "5+5"),
        (f"<w:ruby><w:rt>{run('en petit')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby>", "base"),
    ],
)
def test_what_stands_inside_a_paragraph(inside: str, words: str) -> None:
    assert taken(paragraph("x") + f"<w:p>{inside}</w:p>").text.removeprefix("x").strip() == words


def field(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def test_a_field_shows_its_result_only() -> None:
    instruction = '<w:r><w:instrText> IF 1 = 2 "oui" </w:instrText></w:r>'
    inner = f"{field('begin')}{run('ignoré')}{field('separate')}{run('ignoré')}{field('end')}"
    whole = (
        f"<w:p>{run('le ')}{field('begin')}{instruction}{inner}{field('separate')}{run('3 mai')}{field('end')}</w:p>"
    )
    assert taken(whole).text == "le 3 mai"


def test_a_field_that_never_ends_hides_nothing_of_the_next_paragraph() -> None:
    assert lines(f"<w:p>{run('un')}{field('begin')}</w:p>" + paragraph("deux")) == ["un", "deux"]


def test_a_table_of_contents_keeps_its_lines() -> None:
    entry = "<w:p><w:r><w:t>Article 1 Objet</w:t><w:tab/><w:t>3</w:t></w:r></w:p>"
    contents = f"<w:p>{field('begin')}{field('separate')}{run('Article 2 Durée')}</w:p>{entry}<w:p>{field('end')}</w:p>"
    wrapped = f"<w:sdt><w:sdtContent>{paragraph('Sommaire')}{contents}</w:sdtContent></w:sdt>"
    assert lines(wrapped) == ["Sommaire", "Article 2 Durée", "Article 1 Objet\t3"]


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="un"/><w:listEntry w:val="deux"/></w:ddList>', "deux"),
        ('<w:ddList><w:result w:val="7"/><w:listEntry w:val="un"/></w:ddList>', ""),
    ],
)
def test_the_answers_of_a_form(state: str, shown: str) -> None:
    inside = field("begin", f"<w:ffData>{state}</w:ffData>") + field("end")
    assert taken(f"<w:p>{run('Avis :')}{inside}</w:p>").text == f"Avis :{shown}"


# --- changes, comments, hidden words ---------------------------------------------------------------------------


def test_added_words_are_read_and_struck_words_told() -> None:
    struck = f"<w:del {STAMP}><w:r><w:delText>deux</w:delText></w:r></w:del>"
    body = f"<w:p>{run('pour ')}{struck}<w:ins {STAMP}>{run('trois')}</w:ins>{run(' ans')}</w:p>"
    manuscript = taken(paragraph("Durée") + body)
    assert manuscript.text == "Durée\n\npour trois ans"
    gone, added = manuscript.revisions
    assert (gone.mark, gone.words, gone.start, gone.end) == (Mark.DELETED, "deux", 12, 12)
    assert (added.mark, added.words, manuscript.text[added.start : added.end]) == (Mark.INSERTED, "trois", "trois")
    assert (added.by, added.on) == ("R. Artaud", "2024-03-05T10:00:00Z")
    (finding,) = manuscript.findings
    assert (finding.about, finding.severity) == ("tracked-changes", Severity.WARNING)
    assert "2 modifications en suivi (1 ajout et 1 suppression)" in finding.sentence


def test_a_change_of_several_runs_is_one() -> None:
    pieces = "".join(f"<w:ins {STAMP}>{run(words)}</w:ins>" for words in ("trois ", "ans"))
    (added,) = taken(f"<w:p>{pieces}</w:p>").revisions
    assert added.words == "trois ans"


def test_moved_words_are_read_where_they_now_stand() -> None:
    moved = f"<w:p><w:moveFrom {STAMP}>{run('La Caf agit.')}</w:moveFrom></w:p>"
    arrived = f"<w:p><w:moveTo {STAMP}>{run('La Caf agit.')}</w:moveTo></w:p>"
    assert lines(moved + paragraph("Objet") + arrived) == ["Objet", "La Caf agit."]


def test_a_paragraph_whose_end_was_struck_goes_on_with_the_next() -> None:
    struck = paragraph("pour trois", f"<w:rPr><w:del {STAMP}/></w:rPr>")
    assert taken(struck + paragraph(" ans")).text == "pour trois ans"


def test_a_struck_row_is_not_read() -> None:
    cells = f"<w:tc>{paragraph('ancien')}</w:tc><w:tc>{paragraph('texte')}</w:tc>"
    row = f"<w:tr><w:trPr><w:del {STAMP}/></w:trPr>{cells}</w:tr>"
    manuscript = taken(f"<w:tbl>{row}<w:tr><w:tc>{paragraph('nouveau')}</w:tc></w:tr></w:tbl>")
    assert manuscript.text.strip() == "nouveau"
    assert [revision.words for revision in manuscript.revisions] == ["ancien texte"]


def test_a_comment_is_told_with_the_words_that_it_is_about() -> None:
    said = f'<w:comment w:id="4" {STAMP}>{paragraph("À vérifier")}</w:comment>'
    body = (
        f'<w:p>{run("pour ")}<w:commentRangeStart w:id="4"/>{run("trois ans")}<w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r></w:p>'
    )
    manuscript = taken(body, comments=said)
    (comment,) = manuscript.revisions
    assert (comment.mark, comment.words) == (Mark.COMMENT, "À vérifier")
    assert manuscript.text[comment.start : comment.end] == "trois ans"
    assert [finding.about for finding in manuscript.findings] == ["comments"]


def test_additions_inside_an_addition_are_one() -> None:
    opened, closed = f"<w:ins {STAMP}>" * 50, "</w:ins>" * 50
    (added,) = taken(f"<w:p>{opened}{run('trois ans')}{closed}</w:p>").revisions
    assert added.words == "trois ans"


def test_a_comment_called_many_times_is_told_once() -> None:
    said = f'<w:comment w:id="4" {STAMP}>{paragraph("À vérifier")}</w:comment>'
    calls = '<w:r><w:commentReference w:id="4"/></w:r>' * 100
    assert len(taken(f"<w:p>{run('Objet')}{calls}</w:p>", comments=said).revisions) == 1


@pytest.mark.parametrize(
    ("paragraph_style", "run_properties", "words"),
    [
        ("", "<w:vanish/>", "vu"),
        ("", '<w:rStyle w:val="cache"/>', "vu"),
        ('<w:pStyle w:val="masque"/>', "", ""),
        ('<w:pStyle w:val="masque"/>', '<w:vanish w:val="0"/>', "secret"),
        ("", '<w:vanish w:val="false"/>', "vusecret"),
    ],
)
def test_hidden_words_are_left_out_and_told(paragraph_style: str, run_properties: str, words: str) -> None:
    hides = "<w:rPr><w:vanish/></w:rPr>"
    styles = (
        f'<w:style w:type="character" w:styleId="base">{hides}</w:style>'
        '<w:style w:type="character" w:styleId="cache"><w:basedOn w:val="base"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="masque">{hides}</w:style>'
    )
    body = f"<w:p><w:pPr>{paragraph_style}</w:pPr>{run('vu')}{run('secret', run_properties)}</w:p>"
    manuscript = taken(paragraph("x") + body, styles=styles)
    assert manuscript.text.removeprefix("x").strip() == words
    assert ("hidden-words" in {finding.about for finding in manuscript.findings}) is (words != "vusecret")


# --- notes, boxes, margins -------------------------------------------------------------------------------------


def test_a_note_follows_the_paragraph_that_calls_it() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("—")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Par trimestre.")}{paragraph("Hors août.")}</w:footnote>'
    )
    call = f'<w:p>{run("Le comité se réunit")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(".")}</w:p>'
    manuscript = taken(call + paragraph("Fin"), footnotes=notes)
    assert manuscript.text.split("\n\n") == ["Le comité se réunit.", "Note 1 : Par trimestre.", "Hors août.", "Fin"]
    assert [place.part for place in manuscript.places] == [Part.BODY, Part.NOTE, Part.NOTE, Part.BODY]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Encadré')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    manuscript = taken(f"<w:p>{run('Avant')}<w:r>{both}</w:r></w:p>" + paragraph("Après"))
    assert manuscript.text == "Avant\n\nEncadré\n\nAprès"
    assert [place.part for place in manuscript.places] == [Part.BODY, Part.TEXT_BOX, Part.BODY]


def test_heads_feet_and_watermarks_are_beside_the_text() -> None:
    header = (
        paragraph("Caf du Val")
        + '<w:p><w:r><w:pict><v:shape><v:textpath string="PROJET"/></v:shape></w:pict></w:r></w:p>'
    )
    manuscript = taken(paragraph("Objet"), header=header, footer=paragraph("Page 1 sur 3"))
    assert manuscript.text == "Objet"
    assert manuscript.margins == ("Caf du Val", "PROJET")


# --- tables and pages ------------------------------------------------------------------------------------------


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(paragraph, paragraphs))}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_a_row_is_a_line() -> None:
    manuscript = taken(
        paragraph("Actions") + table(cell("Axe") + cell("Pilote"), cell("1") + cell("Caf")) + paragraph("Fin")
    )
    assert manuscript.text == "Actions\n\nAxe | Pilote\n1 | Caf\n\nFin"
    (found,) = manuscript.tables
    assert found.rows == (("Axe", "Pilote"), ("1", "Caf"))
    assert manuscript.text[found.start : found.end] == "Axe | Pilote\n1 | Caf"
    assert [place.part for place in manuscript.places] == [Part.BODY, *[Part.TABLE] * 4, Part.BODY]


def test_signatures_stand_side_by_side() -> None:
    block = table(cell("Pour la Caf", "La directrice", "Rose Artaud") + cell("Pour la Ville", "Le maire", "Luc Pin"))
    assert lines(block) == ["Pour la Caf | Pour la Ville", "La directrice | Le maire", "Rose Artaud | Luc Pin"]


def test_cells_of_prose_are_read_one_after_the_other() -> None:
    first, second = "La Caf agit pour les familles. " * 8, "La Ville agit pour les jeunes. " * 8
    assert taken(table(cell(first) + cell(second))).text == f"{first}\n\n{second}"


def test_merged_cells() -> None:
    down = ('<w:vMerge w:val="restart"/>', "<w:vMerge/>")
    manuscript = taken(
        table(
            cell("Plan", properties='<w:gridSpan w:val="2"/>') + cell("Total"),
            cell("Axe 1", properties=down[0]) + cell("crèche") + cell("3"),
            cell("", properties=down[1]) + cell("relais") + cell("4"),
        )
    )
    assert manuscript.tables[0].rows == (("Plan", "", "Total"), ("Axe 1", "crèche", "3"), ("Axe 1", "relais", "4"))
    assert manuscript.text.split("\n") == ["Plan | Total", "Axe 1 | crèche | 3", "| relais | 4"]


def test_a_table_in_a_table() -> None:
    inner = table(cell("a") + cell("b"))
    manuscript = taken(f"<w:tbl><w:tr><w:tc>{paragraph('Avant')}{inner}{paragraph('Après')}</w:tc></w:tr></w:tbl>")
    assert manuscript.text.strip() == "Avant\n\na | b\n\nAprès"
    assert [found.rows for found in manuscript.tables] == [(("a", "b"),)]


def test_pages_turn_where_the_file_says_so() -> None:
    turned = "<w:p><w:r><w:t>un</w:t><w:lastRenderedPageBreak/><w:t>deux</w:t></w:r></w:p>"
    manuscript = taken(paragraph("Objet") + turned + paragraph("Fin"))
    assert [(place.page, place.paragraph) for place in manuscript.places] == [(1, 1), (1, 2), (2, 2), (2, 3)]
    assert manuscript.text[manuscript.places[2].start :].startswith("deux")


def test_pages_are_unknown_where_the_file_does_not_say() -> None:
    assert {place.page for place in taken(paragraph("Objet") + paragraph("Fin")).places} == {None}


def test_every_character_has_its_place() -> None:
    manuscript = taken(paragraph("Objet") + table(cell("a", "b") + cell("c")) + paragraph("Fin"))
    bounds = [(place.start, place.end) for place in manuscript.places]
    assert [start for start, _ in bounds] == [0, *(end for _, end in bounds[:-1])]
    assert bounds[-1][1] == len(manuscript.text)


# --- what else a file may hold ---------------------------------------------------------------------------------


def test_macros_are_told_and_never_run() -> None:
    manuscript = take(docx(paragraph("Objet"), others={"word/vbaProject.bin": b"\xd0\xcf"}))
    assert [finding.about for finding in manuscript.findings] == ["macros"]


def test_an_embedded_document_is_told() -> None:
    assert [finding.about for finding in taken(paragraph("Objet") + '<w:altChunk r:id="a"/>').findings] == [
        "embedded-file"
    ]


def test_strict_files_are_read_as_the_others() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>Objet</w:t></w:r></w:p></w:body></w:document>'
    assert take(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": body})).text == "Objet"


@pytest.mark.parametrize("mark", ["PROJET", "Projet de convention"])
def test_a_mark_of_draft_in_the_margins_is_known(mark: str) -> None:
    text = demonstration_texts()["montreval.txt"]
    file = Document(BytesIO(word_file(text)))
    assert not read(saved(file)).terms.draft
    file.sections[0].header.paragraphs[0].text = mark
    reading = read(saved(file))
    assert reading.terms.draft
    assert "draft" in {finding.about for finding in reading.findings}
