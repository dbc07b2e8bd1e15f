"""Archives: several files as one deposit, and those that are refused."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from tests.reader.intake.docx_files import docx, paragraph, zipped
from tests.reader.intake.odt_files import MIMETYPE, odt
from tests.reader.intake.odt_files import paragraph as open_paragraph

from convenir.core.refusals import Refusal
from convenir.reader.intake import limits
from convenir.reader.intake.manuscript import Format, Manuscript
from convenir.reader.intake.taking import take

CONVENTION = "CONVENTION TERRITORIALE GLOBALE\n\nArticle 1 : Objet\nLa Caf et la Ville agissent.\n"
DELIBERATION = "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\n\nAprès en avoir délibéré, le conseil approuve.\n"


def deposit(files: Mapping[str, str | bytes]) -> Manuscript:
    return take(zipped(files), "envoi.zip")


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        take(data)
    assert str(refusal.value).endswith(".")
    return refusal.value.code


# --- several files -----------------------------------------------------------------------------------------------


def test_the_convention_comes_first_then_its_annexes_then_its_act() -> None:
    files: dict[str, str | bytes] = {
        "envoi/annexe 10 - carte.txt": "Carte du territoire",
        "envoi/Annexe_2_plan-d-actions.txt": "Une action par axe",
        "envoi/délibération 2024-12.txt": DELIBERATION,
        "envoi/convention signée.docx": docx(paragraph("CONVENTION") + paragraph("Article 1 : Objet")),
        "envoi/annexe 1.odt": odt(open_paragraph("ANNEXE 1") + open_paragraph("Socle de données")),
    }
    manuscript = deposit(files)
    assert [piece.name for piece in manuscript.pieces] == [
        "convention signée.docx",
        "annexe 1.odt",
        "Annexe_2_plan-d-actions.txt",
        "annexe 10 - carte.txt",
        "délibération 2024-12.txt",
    ]
    assert [piece.format for piece in manuscript.pieces][:2] == [Format.DOCX, Format.ODT]
    assert [line for line in manuscript.text.split("\n") if line][2:8] == [
        "ANNEXE 1",
        "Socle de données",
        "Annexe 2 – plan-d-actions",
        "Une action par axe",
        "Annexe 10 – carte",
        "Carte du territoire",
    ]


def test_files_whose_names_say_nothing_are_known_by_their_words() -> None:
    files = {
        "a.txt": "ANNEXE B\nIndicateurs",
        "b.txt": DELIBERATION,
        "c.txt": "AVENANT N° 1\n\nArticle 1 : Durée",
        "d.txt": CONVENTION,
        "e.txt": "ANNEXE 3\nCarte",
    }
    assert [piece.name for piece in deposit(files).pieces] == ["d.txt", "e.txt", "a.txt", "c.txt", "b.txt"]


def test_another_file_is_an_annex_that_bears_its_name() -> None:
    manuscript = deposit({"convention.txt": CONVENTION, "bilan_2023.txt": "Vingt places ont ouvert."})
    assert manuscript.text.endswith("Annexe : bilan 2023\n\nVingt places ont ouvert.")


def test_each_place_tells_its_file() -> None:
    manuscript = deposit({"convention.txt": CONVENTION, "annexe 1 socle.txt": "Un\nDeux"})
    first, second = manuscript.pieces
    assert (first.start, first.end, second.end) == (0, second.start, len(manuscript.text))
    assert {place.piece for place in manuscript.within(first.start, first.end)} == {0}
    assert {place.piece for place in manuscript.within(second.start, second.end)} == {1}
    bounds = [(place.start, place.end) for place in manuscript.places]
    assert [start for start, _ in bounds] == [0, *(end for _, end in bounds[:-1])]
    assert bounds[-1][1] == len(manuscript.text)
    assert manuscript.text[slice(*bounds[-1])] == "Deux"


def test_changes_and_tables_move_with_their_words() -> None:
    added = '<w:p><w:ins w:author="R. Artaud"><w:r><w:t>trois ans</w:t></w:r></w:ins></w:p>'
    table = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    manuscript = deposit({"convention.txt": CONVENTION, "annexe 1.docx": docx(added + table)})
    (change,), (found,) = manuscript.revisions, manuscript.tables
    assert manuscript.text[change.start : change.end] == "trois ans"
    assert manuscript.text[found.start : found.end] == "a | b"
    (finding,) = manuscript.findings
    assert finding.sentence.startswith("« annexe 1.docx » : Ce fichier porte 1 modification en suivi (1 ajout)")


def test_what_programs_leave_behind_is_ignored() -> None:
    junk = ("__MACOSX/._convention.txt", ".DS_Store", "~$convention.docx", "Thumbs.db")
    manuscript = deposit({"convention.txt": CONVENTION, **dict.fromkeys(junk, b"\x00\x05")})
    assert [piece.name for piece in manuscript.pieces] == ["convention.txt"]
    assert manuscript.findings == ()


@pytest.mark.parametrize("name", ["../../convention.txt", "./convention.txt", "/convention.txt"])
def test_a_file_is_read_wherever_the_archive_would_put_it(name: str) -> None:
    manuscript = deposit({name: CONVENTION})
    assert [piece.name for piece in manuscript.pieces] == ["convention.txt"]


def test_a_file_that_cannot_be_read_is_told_by_its_name() -> None:
    manuscript = deposit({"convention.txt": CONVENTION, "photos/logo.png": b"\x89PNG\r\n\x1a\n"})
    (finding,) = manuscript.findings
    assert "« logo.png »" in finding.sentence
    assert "image" in finding.advice


# --- refused -----------------------------------------------------------------------------------------------------


def test_an_archive_in_an_archive() -> None:
    assert (
        refused(zipped({"convention.txt": CONVENTION, "annexes.zip": zipped({"annexe 1.txt": "a"})}))
        == "nested-archive"
    )


def test_an_archive_without_anything_to_read() -> None:
    assert refused(zipped({"logo.png": b"\x89PNG\r\n"})) == "nothing-to-read"
    assert refused(zipped({})) == "nothing-to-read"


@pytest.mark.parametrize("data", [docx(paragraph(" ")), odt(open_paragraph("")), docx("")])
def test_an_office_file_without_words(data: bytes) -> None:
    assert refused(data) == "no-words"


def test_too_many_files() -> None:
    assert refused(zipped({f"annexe {number}.txt": "a" for number in range(41)})) == "too-many-files"


def test_too_many_entries() -> None:
    assert refused(zipped(dict.fromkeys(map(str, range(limits.MOST_ENTRIES + 1)), ""))) == "archive-too-large"


def test_a_bomb_that_tells_its_size() -> None:
    assert refused(zipped({"convention.txt": b" " * (limits.MOST_UNPACKED_BYTES + 1)})) == "archive-too-large"


def test_a_bomb_that_is_far_larger_than_packed() -> None:
    assert refused(docx(paragraph("a" * 3_000_000))) == "archive-too-large"


def test_a_bomb_that_lies_about_its_size() -> None:
    data = bytearray(zipped({"convention.txt": b" " * 3_000_000}))
    size, told = (3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    assert refused(bytes(data.replace(size, told))) in {"damaged-archive", "archive-too-large", "nothing-to-read"}


def test_a_quine_of_nested_office_files_shares_one_allowance() -> None:
    inner = docx(paragraph("ab" * 20_000))
    assert len(deposit({f"annexe {number}.docx": inner for number in range(3)}).pieces) == 3


@pytest.mark.parametrize("cut", [30, 200, -30])
def test_a_truncated_archive(cut: int) -> None:
    assert refused(docx(paragraph("Objet"))[:cut]) == "damaged-archive"


def test_an_entry_whose_bytes_were_altered() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document>Objet</document>")
    assert refused(file.getvalue().replace(b"Objet", b"Autre")) == "damaged-archive"


def test_an_archive_with_a_password() -> None:
    data = bytearray(docx(paragraph("Objet")))
    local, central = data.find(b"PK\x03\x04"), data.find(b"PK\x01\x02")
    while local >= 0:
        data[local + 6] |= 1
        local = data.find(b"PK\x03\x04", local + 4)
    while central >= 0:
        data[central + 8] |= 1
        central = data.find(b"PK\x01\x02", central + 4)
    assert refused(bytes(data)) == "locked-archive"


def test_an_office_file_without_its_document() -> None:
    assert refused(zipped({"[Content_Types].xml": "<Types/>"})) == "damaged-archive"
    assert refused(zipped({"mimetype": "application/vnd.oasis.opendocument.text"})) == "damaged-archive"
    assert refused(docx("").replace(b"word/document.xml", b"word/documemt.xml")) == "damaged-archive"


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"[Content_Types].xml": "", "xl/workbook.xml": ""}, "spreadsheet"),
        ({"[Content_Types].xml": "", "ppt/presentation.xml": ""}, "other-office-file"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "spreadsheet"),
        ({"mimetype": "application/vnd.oasis.opendocument.presentation"}, "other-office-file"),
    ],
)
def test_office_files_that_are_no_text(files: dict[str, str], code: str) -> None:
    assert refused(zipped(files)) == code


# --- hostile markup ------------------------------------------------------------------------------------------------

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'

# Ten billion letters, if they were written out.
NESTED = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 11))
LAUGHS = f'<!DOCTYPE d [<!ENTITY a0 "a">{NESTED}<!ENTITY a "&a10;">]>'
LOOP = '<!DOCTYPE d [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, LAUGHS, LOOP])
def test_entities_and_document_types(doctype: str) -> None:
    hostile = f"{doctype}<d>&a;</d>"
    assert refused(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": hostile})) == "unsafe-markup"
    assert refused(docx(paragraph("Objet"), {"styles": ""}, {"word/styles.xml": hostile.encode()})) == "unsafe-markup"
    assert refused(zipped({"mimetype": MIMETYPE, "content.xml": hostile})) == "unsafe-markup"


@pytest.mark.parametrize("depth", [limits.MOST_DEPTH, 300, 2_000])
def test_elements_nested_beyond_any_document(depth: int) -> None:
    assert refused(docx("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)) == "too-deep"


def test_elements_nested_as_deep_as_is_allowed_are_read() -> None:
    depth = limits.MOST_DEPTH - 10
    spans = "<text:span>" * depth + "Objet" + "</text:span>" * depth
    assert take(odt(f"<text:p>{spans}</text:p>")).text == "Objet"
    tables, ends = "<w:tbl><w:tr><w:tc>" * (depth // 3), "</w:tc></w:tr></w:tbl>" * (depth // 3)
    assert take(docx(f"{tables}{paragraph('Objet')}{ends}")).text == "Objet"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_an_attribute(encoding: str) -> None:
    hostile = f'{LAUGHS}<d kept="&a;"/>'.encode(encoding)
    assert refused(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": hostile})) == "unsafe-markup"


def test_markup_that_is_not_closed() -> None:
    assert refused(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a><b></a>"})) == "damaged-archive"


def test_a_part_that_is_elsewhere_is_not_fetched() -> None:
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="h" Type="x/header" Target="https://example.org/h.xml" TargetMode="External"/>'
        '<Relationship Id="f" Type="x/footer" Target="../../../../etc/hostname"/></Relationships>'
    )
    manuscript = take(docx(paragraph("Objet"), others={"word/_rels/document.xml.rels": links.encode()}))
    assert (manuscript.text, manuscript.margins) == ("Objet", ())


def test_a_table_of_more_cells_than_any() -> None:
    cells = "<w:tc/>" * (limits.MOST_CELLS + 1)
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED, compresslevel=0) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<d {WORD}><w:body><w:tbl><w:tr>{cells}</w:tr></w:tbl></w:body></d>")
    assert refused(data.getvalue()) == "archive-too-large"
