"""Headings, tables of contents, annexes and formulas in the many ways in which texts write them."""

import pytest

from convenir.reader.layout import outline
from convenir.reader.outline import BlockKind, Outline

HEAD = """CONVENTION DE PARTENARIAT

Entre :

La Caf du Val, représentée par sa directrice, Mme Rose Artaud,

et

La commune de Vaux, représentée par son maire, M. Luc Pin,

"""


def shape(found: Outline) -> list[tuple[str, str, str]]:
    return [(block.kind.value, block.number, block.title) for block in found.blocks]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("ARTICLE 1er : OBJET", "1", "OBJET"),
        ("Article 1^{er} : Objet", "1", "Objet"),
        ("ARTICLE PREMIER – Objet", "1", "Objet"),
        ("Article 1 - Objet", "1", "Objet"),
        ("Article 1. Objet de la convention", "1", "Objet de la convention"),
        ("Art. 1er. – Objet", "1", "Objet"),
        ("Art. 1.", "1", ""),
        ("Article 1 Objet", "1", "Objet"),
        ("**Article 1 : Objet**", "1", "Objet"),
        ("### Article 1 : Objet", "1", "Objet"),
        ("ARTICLE I – OBJET", "I", "OBJET"),
        ("Article n° 1 : Objet", "1", "Objet"),
        ("Article 1.1 : Objet", "1.1", "Objet"),
        ("Article 1 bis : Objet", "1 bis", "Objet"),
        ("Article préliminaire : Préambule", "préliminaire", "Préambule"),
        ("Article 1\nObjet de la convention", "1", "Objet de la convention"),
        ("Article 1 :\n\nObjet de la convention", "1", "Objet de la convention"),
        ("ARTICLE 1 : OBJET DE LA CONVENTION\nTERRITORIALE", "1", "OBJET DE LA CONVENTION TERRITORIALE"),
    ],
)
def test_the_heading_of_an_article(heading: str, number: str, title: str) -> None:
    found = outline(f"{HEAD}{heading}\n\nles parties agissent de concert, en toutes choses.\n")
    (article,) = found.articles()
    assert (article.number, article.title) == (number, title)
    assert [paragraph.words for paragraph in article.paragraphs] == [
        "les parties agissent de concert, en toutes choses."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "article 4 de la convention, les parties agissent.",
        "Article 30 du règlement général sur la protection des données.",
        "Article L. 263-1 du code de la sécurité sociale.",
        "Articles 3 et 4 : sans changement.",
    ],
)
def test_a_line_that_only_cites_an_article(line: str) -> None:
    found = outline(f"{HEAD}Article 1 : Objet\nLes parties agissent, en application de l'\n{line}\n")
    assert [article.number for article in found.articles()] == ["1"]


def test_content_on_the_line_of_the_heading() -> None:
    found = outline(
        f"{HEAD}Article 1 – Durée. La convention dure un an. Elle finit.\n\n"
        "Article 2 : décide de signer la présente convention avec tous ceux qui y consentent librement\n"
    )
    first, second = found.articles()
    assert (first.title, first.paragraphs[0].words) == ("Durée", "La convention dure un an. Elle finit.")
    assert second.title == ""
    assert second.paragraphs[0].words.startswith("décide de signer")


CONTENTS = """Sommaire

Préambule
Article 1 : Objet............ 3
Article 2 : Durée............ 4
Annexes
Annexe 1 : Diagnostic............ 5

Préambule

Les parties veulent agir ensemble, durablement, pour les familles de la vallée et des plateaux.

Article 1 : Objet
Les parties agissent.

Article 2 : Durée
La convention dure un an.

Fait à Vaux, le 3 mai 2021

Annexe 1 : Diagnostic
La vallée compte deux crèches.
"""


def test_a_table_of_contents_is_kept_apart() -> None:
    found = outline(HEAD + CONTENTS)
    assert [(entry.kind, entry.number, entry.title) for entry in found.contents] == [
        (BlockKind.PREAMBLE, "", "Préambule"),
        (BlockKind.ARTICLE, "1", "Objet"),
        (BlockKind.ARTICLE, "2", "Durée"),
        (BlockKind.ANNEX, "1", "Diagnostic"),
    ]
    assert shape(found)[2:] == [
        ("contents", "", ""),
        ("preamble", "", ""),
        ("article", "1", "Objet"),
        ("article", "2", "Durée"),
        ("closing", "", ""),
        ("annex", "1", "Diagnostic"),
    ]


def test_annexes_listed_then_headed_and_an_annex_only_cited() -> None:
    found = outline(
        HEAD + "Article 1 : Objet\nAnnexe 2 est citée ici, sans plus.\n\nFait à Vaux\n\n"
        "Liste des annexes\nAnnexe 1 : Carte\nAnnexe 2 : Plan\n\n"
        "Annexe 1 : Carte\nUne carte.\n\nANNEXE 2\nPlan\nUn plan.\n\nArticle 1 : d'une pièce jointe\n"
    )
    assert [(annex.number, annex.title) for annex in found.annexes()] == [("1", "Carte"), ("2", "Plan")]
    assert [entry.number for entry in found.contents] == ["1", "2"]
    assert [article.number for article in found.articles()] == ["1"]


def test_articles_numbered_without_the_word() -> None:
    body = "".join(f"{number}. {title}\n\nLes parties agissent.\n\n" for number, title in enumerate("ABCDE", start=1))
    assert [article.number for article in outline(HEAD + body).articles()] == ["1", "2", "3", "4", "5"]
    assert list(outline("Rapport\n\n" + body).articles()) == []


def test_visas_parties_and_preamble_without_heading() -> None:
    found = outline(
        "Convention\n\nVu le code ;\nVu la loi du 3 mai 2001\nmodifiée ;\n\nEntre les soussignés :\n\n"
        "La Caf du Val, représentée par X,\n\nd'une part,\n\net\n\nLa commune, représentée par Y,\n\nd'autre part,\n\n"
        "Il est convenu ce qui suit :\n\nLa vallée change.\n\nArticle 1 : Objet\nAgir.\n"
    )
    assert [kind for kind, _, _ in shape(found)] == ["title", "citations", "parties", "preamble", "article"]
    visas = next(found.of(BlockKind.CITATIONS))
    assert [paragraph.words for paragraph in visas.paragraphs] == [
        "Vu le code ;",
        "Vu la loi du 3 mai 2001\nmodifiée ;",
    ]


def test_list_items_and_lines_cut_by_a_page() -> None:
    found = outline(
        f"{HEAD}Article 1 : Objet\nLes données ne peuvent être transmises à quiconque vit hors de la vallée\n\n2/9\n\n"
        "sans accord.\n- une crèche,\n  a) ouverte ;\n• un relais\n1. une carte\n7.1 Un plan.\n"
    )
    (article,) = found.articles()
    assert article.paragraphs[0].words.endswith("sans accord.")
    assert [(p.marker, p.words) for p in article.paragraphs[1:]] == [
        ("-", "une crèche,"),
        ("a)", "ouverte ;"),
        ("•", "un relais"),
        ("1.", "une carte"),
        ("7.1", "Un plan."),
    ]


def test_two_conventions_in_one_text() -> None:
    one = f"{HEAD}Article 1 : Objet\nAgir.\n\nArticle 2 : Durée\nUn an.\n\nFait à Vaux, le 3 mai 2021\n\n"
    found = outline(one + one)
    assert found.second_at is not None
    assert found.text[found.second_at :].startswith("Entre :")
    assert [article.number for article in found.articles()] == ["1", "2"]


def test_the_places_of_a_source() -> None:
    found = outline(HEAD + CONTENTS)
    article = next(found.articles())
    paragraph = article.paragraphs[0]
    source = found.source(article, paragraph, (4, 11))
    assert (source.article, source.paragraph, source.quote) == ("1", 1, "Les parties agissent.")
    assert found.text[source.start : source.end] == source.quote
