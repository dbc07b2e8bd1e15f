"""What a PDF gives to read: paragraphs made whole, margins apart, notes, and the place of each word."""

import pytest
from tests.reader.intake.makers import paragraphs
from tests.reader.intake.pdf_makers import Style, pdf, typeset
from tests.reader.intake.pdf_raw import Page, column, raw_pdf

from convenir.reader.intake.manuscript import Format, Part
from convenir.reader.intake.pdf import manuscript

SENTENCE = (
    "Le comité de pilotage se réunit chaque année, c’est-à-dire lors d’un rendez-vous institutionnalisé, "
    "afin d’examiner le bilan préalablement communiqué aux gestionnaires des établissements. "
)
LINES = [
    "CONVENTION DE PARTENARIAT",
    "La convention est conclue pour une durée de cinq ans",
    "à compter de sa signature.",
]


def test_words_cut_at_the_end_of_lines_are_whole() -> None:
    for size in (9, 10, 11, 12, 13):
        found = manuscript(typeset(SENTENCE * 4, Style(size=size)))
        assert (SENTENCE * 4).strip() in found.text


def test_real_hyphens_stay_where_a_line_ends_on_them() -> None:
    lines = [
        "Une maison peut-",
        "être, un rendez-",
        "vous à Saint-",
        "Ambroise-des-Prés, la pério-",
        "de 2023-",
        "2027",
    ]
    found = manuscript(raw_pdf([Page(lines=column(lines))]))
    words = "Une maison peut-être, un rendez-vous à Saint-Ambroise-des-Prés, la période 2023-2027"
    assert found.text == words


def test_ligatures_leave_no_trace() -> None:
    assert "efficace affluent" in manuscript(typeset("Un service efficace affluent.")).text


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    text = "\n\n".join(["CONVENTION", *[SENTENCE * 3] * 20])
    found = manuscript(pdf(paragraphs(text)))
    assert found.pieces[0].pages == 3
    assert [part.strip() for part in found.text.split("\n\n")] == ["CONVENTION", *[(SENTENCE * 3).strip()] * 20]


def test_heads_and_folios_are_margins() -> None:
    text = "\n\n".join(["CONVENTION", *[SENTENCE * 3] * 20])
    found = manuscript(pdf(paragraphs(text), Style(head="Ville de Valbourg – version du 3 mars")))
    assert found.margins == ("Ville de Valbourg – version du 3 mars",)
    assert "Ville de Valbourg" not in found.text
    assert "1/" not in found.text


def test_the_titles_of_annexes_at_the_top_of_pages_are_no_margins() -> None:
    titles = [Page(lines=column([f"Annexe {number}", "Liste des équipements"], top=790)) for number in (1, 2, 3, 4)]
    found = manuscript(raw_pdf(titles))
    assert [line for line in found.text.split("\n") if line.startswith("Annexe")] == [
        "Annexe 1",
        "Annexe 2",
        "Annexe 3",
        "Annexe 4",
    ]


def test_a_stamp_across_the_page_is_a_margin() -> None:
    found = manuscript(raw_pdf([Page(lines=column(LINES), turned=[(500, 72, "PROJET")])]))
    assert found.margins == ("PROJET",)
    assert "PROJET" not in found.text


def test_notes_follow_the_paragraph_that_calls_them() -> None:
    found = manuscript(typeset("La loi de 1978#footnote[Loi du 6 janvier.] s’applique.\n\nLe reste aussi."))
    assert found.text.split("\n\n")[-3:] == [
        "La loi de 1978 s’applique.",
        "Note 1 : Loi du 6 janvier.",
        "Le reste aussi.",
    ]
    assert [place.part for place in found.places if place.part is Part.NOTE] == [Part.NOTE]


def test_notes_as_large_as_the_text_are_found_under_their_rule() -> None:
    notes = "#show footnote.entry: set text(size: 11pt)\n"
    filling = "#v(20.5cm)\n"
    cut = "La convention est conclue pour quatre ans, chaque année étant évaluée avec tous, " * 8
    found = manuscript(typeset(f"{notes}La loi#footnote[Loi du 6 janvier.] vaut.\n\n{filling}{cut.strip()}"))
    assert found.pieces[0].pages == 2
    assert "La loi vaut.\n\nNote 1 : Loi du 6 janvier.\n" in found.text
    assert " ".join(found.text.split()).endswith(cut.strip())


def test_a_short_line_above_numbered_words_makes_no_note_of_them() -> None:
    numbered = "#v(15cm)\n#line(length: 4cm)\n1. Le comité siège.\n\n2. Il vote.\n"
    found = manuscript(typeset(f"Avant.\n{numbered}"))
    assert {place.part for place in found.places} == {Part.BODY}


def test_columns_are_read_one_after_the_other() -> None:
    left, right = "La première partie agit sur son territoire. " * 9, "La seconde partie verse sa participation. " * 9
    found = manuscript(typeset(f"#grid(columns: (1fr, 1fr), gutter: 2em, [{left}], [{right}])"))
    assert left.strip() in found.text
    assert found.text.index(left.strip()) < found.text.index(right.strip())


def test_a_long_column_goes_on_below_the_foot_of_a_short_one() -> None:
    items = [f"La partie {name} agit sur son territoire et rend compte de ce qu'elle y fait. " * 3 for name in "ABCDE"]
    long = "#v(1.5em)\n".join(items[:4])
    found = manuscript(typeset(f"#grid(columns: (1fr, 1fr), gutter: 2em, [{long}], [{items[4]}])"))
    assert found.text.replace("’", "'").split("\n\n")[1:] == [item.strip() for item in items]


def test_a_heading_set_wider_than_the_text_goes_on_in_its_second_line() -> None:
    wide = "#[#set par(leading: 0.9em)\nArticle 5 – Échanges de données entre la Caf et les services]"
    body = "Les parties échangent leurs données au moins une fois chaque année. " * 4
    found = manuscript(typeset(f"#set page(margin: (right: 7cm))\n{wide}\n\n{body * 3}"))
    assert "\nArticle 5 – Échanges de données entre la Caf et les services\n" in found.text


def test_items_set_farther_in_stand_under_the_one_above() -> None:
    listed = "- Mieux vivre\n  - ouvrir un lieu ;\n    - le mercredi ;\n  - soutenir les parents.\n- Habiter"
    found = manuscript(typeset(f"Les champs sont :\n{listed}"))
    inside = [line for line in found.text.split("\n") if line.strip()][2:]
    assert [len(line) - len(line.lstrip()) for line in inside] == [0, 3, 6, 3, 0]


def test_items_that_blanks_set_in_stand_under_the_one_above() -> None:
    lines = ["Les champs partagés sont :", "- Mieux vivre :", "  - ouvrir un lieu ;", "  - aider.", "- Habiter."]
    found = manuscript(raw_pdf([Page(lines=column(lines))]))
    assert [len(line) - len(line.lstrip()) for line in found.text.split("\n") if line] == [0, 0, 3, 3, 0]


def test_a_heading_alone_on_its_line_ends_a_full_line_without_stop() -> None:
    lines = ["Annexe 1", "Moyens mobilisés par chaque partenaire de la convention", "Annexe 2 :", "Le diagnostic"]
    found = manuscript(raw_pdf([Page(lines=column(lines))]))
    assert found.text.replace("\n\n", "\n").split("\n") == lines


def test_parties_in_columns_end_where_a_line_stands_alone() -> None:
    caf = "La Caisse du Val, dont le siège est situé rue du Moulin à Valbourg, représentée par son directeur, M. Aubin"
    town = "La commune de Vaux, dont la mairie est située rue Haute, représentée par son maire, agissant en son nom"
    parties = f"#grid(columns: (1fr, 1fr), column-gutter: 1cm, [{caf}], [{town}])"
    signed = "#grid(columns: (1fr, 1fr), row-gutter: 0.7em, [Pour la Caf], [Pour Vaux], [A. Pin], [J. Roux])"
    found = manuscript(typeset(f"{parties}\nIl est convenu ce qui suit.\n\n{signed}"))
    assert found.text.split("\n\n")[1:4] == [caf, town, "Il est convenu ce qui suit."]


def test_signatures_side_by_side_stay_on_one_line() -> None:
    found = manuscript(
        typeset("#grid(columns: (1fr, 1fr), row-gutter: 2em, [Le directeur], [La maire], [A. Pin], [J. Roux])")
    )
    assert found.text.split("\n")[-3:] == ["Le directeur\tLa maire", "", "A. Pin\tJ. Roux"]


def test_places_cover_the_text_and_tell_pages_and_boxes() -> None:
    found = manuscript(raw_pdf([Page(lines=column(LINES)), Page(lines=column(LINES))], ""), "convention.pdf")
    assert found.pieces[0].format is Format.PDF
    assert found.pieces[0].name == "convention.pdf"
    assert [place.page for place in found.places] == [1, 1, 1, 2, 2, 2]
    for place in found.places:
        assert found.text[place.start : place.end].strip() in LINES
        assert place.box is not None
        assert all(0 <= edge <= 1 for edge in place.box)
    title = found.places[0].box
    assert title is not None
    assert title[0] == pytest.approx(72 / 595, abs=0.01)
    assert title[3] == pytest.approx((842 - 758) / 842, abs=0.01)


@pytest.mark.parametrize("entries", ["", "/Rotate 90", "/Rotate 180", "/Rotate 270"])
def test_turned_pages_are_read_as_they_are_written(entries: str) -> None:
    straight = manuscript(raw_pdf([Page(lines=column(LINES))])).text
    assert manuscript(raw_pdf([Page(lines=column(LINES), entries=entries)])).text == straight
    upwards = [(200 + 15 * number, 72, line) for number, line in enumerate(LINES)]
    assert manuscript(raw_pdf([Page(turned=upwards, entries=entries)])).text == straight


def test_the_box_of_a_turned_page_is_where_the_words_are_shown() -> None:
    box = manuscript(raw_pdf([Page(lines=column(LINES), entries="/Rotate 90")])).places[0].box
    assert box is not None
    assert box[0] > 0.85
    assert box[1] == pytest.approx(72 / 595, abs=0.01)


def test_what_was_typed_into_a_form_is_read_and_its_scripts_are_not() -> None:
    typed = "<</Type/Annot/Subtype/Widget/FT/Tx/T(jour)/V(3 mars 2022)/Rect[200 500 300 515]/F 4>>"
    ticked = "<</Type/Annot/Subtype/Widget/FT/Btn/V/Yes/Rect[300 400 450 415]>>"
    page = Page(lines=[(72, 503, "Date de signature :")], entries="/Annots[6 0 R 7 0 R]")
    catalog = "/AcroForm<</Fields[6 0 R 7 0 R]>>/OpenAction<</S/JavaScript/JS(app.alert(1))>>"
    assert manuscript(raw_pdf([page], catalog, [typed, ticked])).text.split() == [
        "Date",
        "de",
        "signature",
        ":",
        "3",
        "mars",
        "2022",
    ]


def test_an_empty_page_says_nothing() -> None:
    found = manuscript(raw_pdf([Page(lines=column(LINES)), Page(), Page(lines=column(LINES))]))
    assert {place.page for place in found.places} == {1, 3}
    assert found.findings == ()
