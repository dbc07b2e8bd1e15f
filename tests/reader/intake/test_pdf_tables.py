"""Tables of a PDF, ruled or only aligned, and those that go on over the end of a page."""

from tests.reader.intake.pdf_makers import typeset
from tests.reader.intake.pdf_raw import Page, raw_pdf

from convenir.reader.intake.manuscript import Part
from convenir.reader.intake.pdf import manuscript

ROWS = (("Axe", "Action", "Pilote"), ("Enfance", "Ouvrir des places", "Ville"), ("Jeunesse", "", "Caf"))
CELLS = ", ".join(f"[{cell}]" for row in ROWS for cell in row)


def test_a_ruled_table_gives_its_cells() -> None:
    found = manuscript(typeset(f"Avant.\n#table(columns: 3, {CELLS})\nAprès."))
    assert [table.rows for table in found.tables] == [ROWS]
    table = found.tables[0]
    assert found.text[table.start : table.end].split("\n") == [" | ".join(row) for row in ROWS]
    assert {place.part for place in found.within(table.start, table.end)} == {Part.TABLE}
    assert "\nAvant.\n" in found.text
    assert found.text.endswith("Après.")


def test_the_lines_of_a_cell_are_one_line() -> None:
    long = "Ouvrir des places dans les quartiers qui n’en ont pas et accueillir les enfants"
    found = manuscript(
        typeset(f"#table(columns: (4cm, 3cm, 3cm), [Axe], [Action], [Pilote], [Enfance], [{long}], [Ville])")
    )
    assert found.tables[0].rows[1] == ("Enfance", long, "Ville")


def test_an_aligned_table_gives_its_cells() -> None:
    found = manuscript(
        typeset(f"#table(columns: (4cm, 5cm, 4cm), stroke: none, {CELLS}, [Logement], [Aider], [Ville])")
    )
    assert found.tables[0].rows == (*ROWS, ("Logement", "Aider", "Ville"))


def test_a_table_cut_by_a_page_is_one_and_its_head_is_there_once() -> None:
    rows = ", ".join(f"[Axe {number}], [Action de la fiche {number}]" for number in range(80))
    found = manuscript(typeset(f"#table(columns: 2, table.header([Axe], [Action]), {rows})"))
    assert found.pieces[0].pages == 3
    assert len(found.tables) == 1
    assert found.tables[0].rows == (
        ("Axe", "Action"),
        *((f"Axe {number}", f"Action de la fiche {number}") for number in range(80)),
    )


def test_a_row_cut_by_a_page_is_one() -> None:
    long = ", ".join(f"une action de plus, la {number}e de sa liste" for number in range(12))
    rows = "".join(f"[Axe {number}], [Mener {long}], [2025]," for number in range(14))
    found = manuscript(typeset(f"#table(columns: (2cm, 8cm, 2cm), [Axe], [Action], [Date], {rows})"))
    assert found.pieces[0].pages == 3
    assert found.tables[0].rows == (
        ("Axe", "Action", "Date"),
        *((f"Axe {number}", f"Mener {long}", "2025") for number in range(14)),
    )


def test_an_axe_written_once_for_several_rows_does_not_join_them() -> None:
    rows = "".join(f"[{'' if number % 25 else 'Axe'}], [Action de la fiche {number}]," for number in range(60))
    found = manuscript(typeset(f"#table(columns: 2, [Axe], [Action], {rows})"))
    assert found.pieces[0].pages == 2
    assert [row[1] for row in found.tables[0].rows] == ["Action", *(f"Action de la fiche {one}" for one in range(60))]


def grid(lefts: list[int], tops: list[int]) -> str:
    """The rulings of a table, from the left and from the foot of the page."""
    across = [f"{lefts[0]} {top} m {lefts[-1]} {top} l S" for top in tops]
    down = [f"{left} {tops[0]} m {left} {tops[-1]} l S" for left in lefts]
    return "\n".join([*across, *down])


def test_a_rule_parts_the_words_of_two_cells_that_nearly_touch() -> None:
    lines = [(72, 705, "Fiche"), (150, 705, "Fin"), (72, 685, "Logement 31/12/2026"), (72, 665, "Jeunes 30/06/2027")]
    page = Page(lines=lines, drawing=grid([70, 123, 220], [660, 680, 700, 720]))
    found = manuscript(raw_pdf([page]))
    assert found.tables[0].rows[1] == ("Logement", "31/12/2026")


def test_words_over_a_place_without_rule_stay_together() -> None:
    lines = [
        (72, 705, "Volet petite enfance"),
        (72, 685, "Fiche"),
        (150, 685, "Fin"),
        (72, 665, "Un"),
        (150, 665, "Deux"),
    ]
    drawing = grid([70, 123, 220], [660, 680, 700]) + "\n70 720 m 220 720 l S 70 700 m 70 720 l S 220 700 m 220 720 l S"
    assert manuscript(raw_pdf([Page(lines=lines, drawing=drawing)])).tables[0].rows[0][0] == "Volet petite enfance"


def test_a_page_with_one_row_or_an_empty_first_column_goes_on_with_its_table() -> None:
    heads = [
        (72, 65, "Axe"),
        (150, 65, "Action"),
        (250, 65, "Fin"),
        (72, 45, "Jeunes"),
        (150, 45, "Bus"),
        (250, 45, "2026"),
    ]
    first = Page(lines=[(72, 700, "Les actions sont :"), *heads], drawing=grid([70, 140, 240, 300], [40, 60, 80]))
    for rows in (["Salle"], ["Salle", "Terrain"]):
        places = [790 - 20 * rank for rank in range(len(rows))]
        lines = [cell for row, at in zip(rows, places, strict=True) for cell in ((150, at, row), (250, at, "2027"))]
        tops = [805 - 20 * rank for rank in range(len(rows) + 1)]
        last = Page(lines=lines, drawing=grid([70, 140, 240, 300], tops[::-1]))
        (table,) = manuscript(raw_pdf([first, last])).tables
        assert table.rows == (("Axe", "Action", "Fin"), ("Jeunes", "Bus", "2026"), *(("", row, "2027") for row in rows))


def test_a_page_with_one_cell_in_use_goes_on_with_its_table() -> None:
    heads = [(72, 65, "Axe"), (150, 65, "Action"), (72, 45, "Jeunes"), (150, 45, "Bus")]
    first = Page(lines=[(72, 700, "Les actions sont :"), *heads], drawing=grid([70, 140, 300], [40, 60, 80]))
    lines = [(150, 790, "Ouvrir une salle"), (150, 776, "et un terrain"), (72, 730, "Elles sont suivies.")]
    last = Page(lines=lines, drawing=grid([70, 140, 300], [770, 805]))
    found = manuscript(raw_pdf([first, last]))
    assert found.tables[0].rows == (("Axe", "Action"), ("Jeunes", "Bus"), ("", "Ouvrir une salle et un terrain"))
    assert found.text.endswith("\n\nElles sont suivies.")


def test_one_ruled_row_alone_is_no_table() -> None:
    page = Page(lines=[(72, 705, "Fiche"), (150, 705, "Fin")], drawing=grid([70, 123, 220], [700, 720]))
    assert manuscript(raw_pdf([page])).tables == ()


def test_a_table_of_contents_is_no_table() -> None:
    titles = [("Article 1 : Objet", "2"), ("Article 2 : Durée", "3"), ("Article 3 : Fin", "4"), ("Annexe 1", "5")]
    lines = [
        line
        for number, (title, page) in enumerate(titles)
        for line in ((72, 700 - 15 * number, title), (500, 700 - 15 * number, page))
    ]
    found = manuscript(raw_pdf([Page(lines=lines)]))
    assert found.tables == ()
    assert found.text.split("\n")[0] == "Article 1 : Objet\t2"


def test_a_frame_around_the_page_is_no_table() -> None:
    frame = "20 20 555 802 re S"
    lines = [(72, 700, "La convention est conclue"), (72, 685, "pour cinq ans.")]
    assert manuscript(raw_pdf([Page(lines=lines, drawing=frame)])).tables == ()
