"""Good Word files, OpenDocument texts, archives and plain texts, and how each is broken."""

from collections.abc import Iterator
from pathlib import Path

from tests.reader.intake.docx_files import docx as word_markup
from tests.reader.intake.docx_files import paragraph, word_file, zipped
from tests.reader.intake.makers import demonstration_texts
from tests.reader.intake.odt_files import odt as open_markup
from tests.reader.intake.odt_files import paragraph as open_paragraph
from tests.reader.intake.odt_files import writer_file

from benchmarks.fuzz.mutation import broken, broken_archive
from benchmarks.fuzz.trial import Draw, tried

_RUN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>mots</w:t></w:r>"
_WORD_BODY = (
    f'<w:p><w:pPr><w:pStyle w:val="T1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>{_RUN}'
    '<w:ins w:id="1" w:author="a" w:date="2024-01-01"><w:r><w:t>ajout</w:t><w:lastRenderedPageBreak/></w:r></w:ins>'
    '<w:del w:id="2" w:author="a"><w:r><w:delText>retrait</w:delText></w:r></w:del>'
    '<w:commentRangeStart w:id="4"/><w:hyperlink><w:r><w:t>lien</w:t></w:r></w:hyperlink><w:commentRangeEnd w:id="4"/>'
    '<w:r><w:commentReference w:id="4"/><w:footnoteReference w:id="2"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
    '</w:fldChar><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>3</w:t>'
    '<w:fldChar w:fldCharType="end"/></w:r><mc:AlternateContent><mc:Choice><w:r><w:drawing><w:txbxContent>'
    "<w:p><w:r><w:t>boîte</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></mc:Choice><mc:Fallback/>"
    "</mc:AlternateContent></w:p><w:sdt><w:sdtPr/><w:sdtContent><w:tbl><w:tr><w:tc><w:tcPr>"
    '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>cellule</w:t></w:r></w:p></w:tc></w:tr>'
    "<w:tr><w:trPr><w:del w:id=\"9\"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>"
)  # fmt: skip
_WORD_PARTS = {
    "styles": '<w:style w:type="paragraph" w:styleId="T1"><w:basedOn w:val="T0"/><w:pPr><w:outlineLvl w:val="0"/>'
    '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="T0"/>',
    "numbering": '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1"/></w:lvl><w:lvl w:ilvl="1"><w:lvlText w:val="%1.%2"/>'
    '<w:lvlRestart w:val="1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>',
    "footnotes": f'<w:footnote w:id="2">{paragraph("note")}</w:footnote>',
    "comments": f'<w:comment w:id="4" w:author="a">{paragraph("remarque")}</w:comment>',
    "header": paragraph("PROJET"),
}  # fmt: skip
_OPEN_BODY = (
    '<text:tracked-changes><text:changed-region xml:id="a" text:id="a"><text:deletion><office:change-info>'
    f"<dc:creator>a</dc:creator></office:change-info>{open_paragraph('retrait')}</text:deletion></text:changed-region>"
    '<text:changed-region text:id="b"><text:insertion/></text:changed-region></text:tracked-changes>'
    '<text:h text:outline-level="1">Objet</text:h><text:p text:style-name="N">un<text:change text:change-id="a"/>'
    '<text:change-start text:change-id="b"/>deux<text:change-end text:change-id="b"/><text:s text:c="4"/><text:tab/>'
    f"<text:soft-page-break/><text:note><text:note-body>{open_paragraph('note')}</text:note-body></text:note>"
    f'<office:annotation office:name="c">{open_paragraph("remarque")}</office:annotation>'
    f"<draw:frame><draw:text-box>{open_paragraph('boîte')}</draw:text-box></draw:frame></text:p>"
    f'<text:list xml:id="l" text:style-name="L"><text:list-item text:start-value="2">{open_paragraph("item")}'
    f"<text:list><text:list-item>{open_paragraph('sous')}</text:list-item></text:list></text:list-item></text:list>"
    '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2">'
    f"{open_paragraph('cellule')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
)
_OPEN_STYLES = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'loext:num-list-format="%1%." text:display-levels="1"/></text:list-style><style:style style:family="paragraph" '
    'style:name="N" style:parent-style-name="N0"><style:paragraph-properties fo:break-before="page"/></style:style>'
)


def docx(minutes: float, seed: int, kept: Path) -> Iterator[str]:
    """Word files: the demonstration texts, and one with a little of everything."""
    good = (word_markup(_WORD_BODY, _WORD_PARTS), *map(word_file, demonstration_texts().values()))
    yield from tried("docx", good, broken_archive, Draw(seed, minutes), kept)


def odt(minutes: float, seed: int, kept: Path) -> Iterator[str]:
    """OpenDocument texts: the demonstration texts, and one with a little of everything."""
    good = (open_markup(_OPEN_BODY, automatic=_OPEN_STYLES), *map(writer_file, demonstration_texts().values()))
    yield from tried("odt", good, broken_archive, Draw(seed, minutes), kept)


def archive(minutes: float, seed: int, kept: Path) -> Iterator[str]:
    """An archive of a convention and its annexes in each format."""
    files: dict[str, str | bytes] = {
        "convention.docx": word_markup(_WORD_BODY, _WORD_PARTS),
        "annexe 1.odt": open_markup(_OPEN_BODY),
        "annexe 2.txt": next(iter(demonstration_texts().values())),
    }
    yield from tried("zip", (zipped(files),), broken_archive, Draw(seed, minutes), kept)


def plain(minutes: float, seed: int, kept: Path) -> Iterator[str]:
    """Plain texts in several encodings."""
    texts, encodings = demonstration_texts().values(), ("utf-8", "utf-16", "cp1252")
    good = tuple(text.encode(encoding, "replace") for text in texts for encoding in encodings)
    yield from tried("txt", good, broken, Draw(seed, minutes), kept)
