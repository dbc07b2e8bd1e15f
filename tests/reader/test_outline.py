"""Headings, tables of contents, annexes and formulas in the many ways in which texts write them."""

from collections.abc import Callable

import pytest

from convenir.reader.outline import BlockKind, Outline
from convenir.reader.outlining.blocks import outline

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
        ("Art. 3.- Objet", "3", "Objet"),
        ("Article A – Objet", "A", "Objet"),
        ("Clause 4 : Objet", "4", "Objet"),
        ("Article 4.2.1 – Objet", "4.2.1", "Objet"),
        ("Article 1\tObjet", "1", "Objet"),
        ("Article 1 : Objet\n-----------------", "1", "Objet"),
        ("ARTICLE l : OBJET", "1", "OBJET"),
        ("ARTICLE 1O : OBJET", "10", "OBJET"),
        ("ARTlCLE 2 : OBJET", "2", "OBJET"),
        ("Article Ier — Objet", "I", "Objet"),
        ("Art. Ier. Objet", "I", "Objet"),
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


UNDIVIDED = """CONVENTION DE PARTENARIAT

Entre la Ville de Trévillac, représentée par son maire, Jeanne Aubin, et la Caf du Val, représentée par son directeur.

Depuis dix ans, les deux signataires partagent le soin des plus jeunes : ils ont ouvert ensemble une crèche, un relais \
et deux accueils de loisirs, dont les familles disent du bien. Ils veulent maintenant écrire ce qui les lie, et pour \
combien de temps.

Ils se retrouvent deux fois par an.
"""


def test_a_text_that_no_heading_divides() -> None:
    assert [kind for kind, _, _ in shape(outline(UNDIVIDED))] == ["title", "parties", "body"]


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


def test_the_places_of_a_source() -> None:
    found = outline(HEAD + CONTENTS)
    article = next(found.articles())
    paragraph = article.paragraphs[0]
    source = found.source(article, paragraph, (4, 11))
    assert (source.article, source.paragraph, source.quote) == ("1", 1, "Les parties agissent.")
    assert found.text[source.start : source.end] == source.quote


# --- articles that are not called so --------------------------------------------------------------------------

SUBJECTS = ("Objet", "Engagements", "Durée", "Résiliation", "Avenants")


def numbers(found: Outline) -> list[tuple[str, str]]:
    return [(article.number, article.title) for article in found.articles()]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (["1.", "2.", "3.", "4.", "5."], ["1", "2", "3", "4", "5"]),
        (["1)", "2)", "3)", "4)", "5)"], ["1", "2", "3", "4", "5"]),
        (["1°", "2°", "3°", "4°", "5°"], ["1", "2", "3", "4", "5"]),
        (["§ 1 –", "§ 2 –", "§ 3 –", "§ 4 –", "§ 5 –"], ["1", "2", "3", "4", "5"]),
        (["I –", "II –", "III –", "IV –", "V –"], ["I", "II", "III", "IV", "V"]),
        (["A.", "B.", "C.", "D.", "E."], ["A", "B", "C", "D", "E"]),
        (["1.1", "1.2", "2.1", "2.2", "3.1"], ["1.1", "1.2", "2.1", "2.2", "3.1"]),
        (["01.", "02.", "03.", "04.", "05."], ["1", "2", "3", "4", "5"]),
        (["A.1", "A.2", "B.1", "B.2", "C.1"], ["A.1", "A.2", "B.1", "B.2", "C.1"]),
        (["I.1 –", "I.2 –", "II.1 –", "III.1 –", "III.2 –"], ["I.1", "I.2", "II.1", "III.1", "III.2"]),
        (["Chapitre 1 –", "Chapitre 2 –", "Chapitre 3 –", "Chapitre 4 –", "Chapitre 5 –"], ["1", "2", "3", "4", "5"]),
    ],
)
def test_articles_numbered_otherwise(heads: list[str], expected: list[str]) -> None:
    pairs = zip(heads, SUBJECTS, strict=True)
    body = "".join(f"{head} {title}\n\nLes parties agissent ensemble, chaque année.\n\n" for head, title in pairs)
    found = outline(f"{HEAD}{body}Fait à Vaux, le 3 mai 2021\n")
    assert numbers(found) == list(zip(expected, SUBJECTS, strict=True))


@pytest.mark.parametrize("written", [str.upper, str])
def test_titles_without_any_number(written: Callable[[str], str]) -> None:
    body = "".join(f"{written(title)}\n\nLes parties agissent ensemble.\n\n" for title in SUBJECTS)
    found = outline(f"{HEAD}{body}Fait à Vaux, le 3 mai 2021\n")
    assert numbers(found) == [("", written(title)) for title in SUBJECTS]
    assert next(found.articles()).label == f"partie « {written('Objet')} »"


def test_titles_with_a_colon_right_above_their_text() -> None:
    body = "".join(f"{title} :\nLes parties agissent ensemble.\n\n" for title in (*SUBJECTS, "Échanges de données"))
    found = outline(f"{HEAD}{body}Fait à Vaux, le 3 mai 2021\n")
    assert numbers(found) == [("", title) for title in (*SUBJECTS, "Échanges de données")]


def test_what_follows_a_preamble_without_any_article_is_the_body() -> None:
    body = "".join(
        f"{rank}) {title}\nLes parties agissent ensemble.\n" for rank, title in zip("abcde", SUBJECTS, strict=True)
    )
    found = outline(f"{HEAD}Préambule\n\n{body}\nFait à Vaux, le 3 mai 2021\n")
    assert [kind for kind, _, _ in shape(found)] == ["title", "parties", "body", "closing"]


def test_titles_of_a_file_without_blank_lines_and_an_article_of_a_law_at_the_beginning_of_a_line() -> None:
    body = "".join(f"{rank}. {title}\nLes parties agissent ensemble.\n" for rank, title in enumerate(SUBJECTS, start=1))
    body = body.replace("agissent ensemble.", "agissent ensemble, en application de l'\nArticle 28 du règlement.", 1)
    dense = "\n".join(line for line in (HEAD + body).splitlines() if line)
    assert numbers(outline(dense)) == [(str(rank), title) for rank, title in enumerate(SUBJECTS, start=1)]


def test_a_list_is_no_sequence_of_articles() -> None:
    items = "".join(f"{number}. Une crèche ;\n" for number in range(1, 7))
    assert numbers(outline(f"{HEAD}Article 1 : Objet\nLes lieux sont :\n{items}")) == [("1", "Objet")]


def test_numbers_that_start_again_in_each_division() -> None:
    found = outline(
        f"{HEAD}TITRE I – CADRE\n\nArticle 1er – Objet\nAgir.\n\nArticle 2 – Champ\nIci.\n\n"
        "TITRE II\nVIE DE LA CONVENTION\n\nArticle 1er – Durée\nUn an.\n\nArticle 3 – Fin\nLa fin.\n"
    )
    assert numbers(found) == [("1", "Objet"), ("2", "Champ"), ("1", "Durée"), ("3", "Fin")]
    assert [article.label for article in found.articles()] == [
        "titre I, article 1",
        "2",
        "titre II, article 1",
        "3",
    ]
    assert [paragraph.words for article in found.articles() for paragraph in article.paragraphs] == [
        "Agir.",
        "Ici.",
        "Un an.",
        "La fin.",
    ]


@pytest.mark.parametrize(
    "quoted",
    [
        "L'article 10 est remplacé par :\n« Article 10 – Durée\nLa convention dure cinq ans. »",
        "L'article 10 est remplacé par les dispositions suivantes :\n«\nArticle 10 – Durée\nElle dure cinq ans.\n»",
        "L'article 10 est ainsi rédigé :\n\nArticle 10 – Durée\nElle dure cinq ans.",
        "Il est inséré un article 10 bis ainsi rédigé :\n\nArticle 10 bis – Revoyure\nElle est revue.",
    ],
)
def test_an_article_that_an_avenant_quotes(quoted: str) -> None:
    found = outline(f"{HEAD}Article 1 – Changement\n{quoted}\n\nArticle 2 – Effet\nL'avenant prend effet.\n")
    assert numbers(found) == [("1", "Changement"), ("2", "Effet")]


def test_the_first_article_of_an_avenant_is_not_quoted() -> None:
    found = outline(f"{HEAD}La convention est modifiée comme suit :\n\nArticle 1 – Durée\nElle dure cinq ans.\n")
    assert numbers(found) == [("1", "Durée")]


# --- tables, lists, signatures --------------------------------------------------------------------------------


def test_a_table_of_contents_at_the_end_and_one_whose_numbers_start_again() -> None:
    body = (
        "CHAPITRE I – CADRE\n\nArt. 1 – Objet\nAgir.\n\nCHAPITRE II – VIE\n\nArt. 1 – Durée\nUn an.\n\n"
        "Fait à Vaux, le 3 mai 2021\n\n"
    )
    table = "Table des matières\nChapitre I – Cadre\nArt. 1 – Objet\nChapitre II – Vie\nArt. 1 – Durée\n"
    found = outline(HEAD + body + table)
    assert numbers(found) == [("1", "Objet"), ("1", "Durée")]
    assert [entry.title for entry in found.contents if entry.kind is BlockKind.ARTICLE] == ["Objet", "Durée"]


def test_annexes_that_an_article_lists_and_one_announced_above_the_signatures() -> None:
    found = outline(
        f"{HEAD}Article 1 : Annexes\nFont partie de la convention :\nAnnexe 1 : Carte\nAnnexe 2 : Plan\n\n"
        "Annexe A : Formulaire\n\nFait à Vaux, le 3 mai 2021\n\nAnnexe n° 2\nPlan\nUn plan.\n\n"
        "Pièce jointe 3 : Budget\nCent euros.\n"
    )
    assert [entry.number for entry in found.contents] == ["1", "2", "A"]
    assert [(annex.number, annex.title) for annex in found.annexes()] == [("2", "Plan"), ("3", "Budget")]
    assert [block.kind for block in found.blocks][-4:] == [
        BlockKind.ARTICLE,
        BlockKind.CLOSING,
        BlockKind.ANNEX,
        BlockKind.ANNEX,
    ]


@pytest.mark.parametrize(
    "signed",
    [
        "Établi en deux exemplaires, à Vaux, le 3 mai 2021",
        "Pour la Caf,\nLa directrice,\nRose ARTAUD",
        "Lu et approuvé\nLe maire                    La directrice",
        "Signé à Vaux, le lundi 3 mai 2021",
    ],
)
def test_signatures(signed: str) -> None:
    found = outline(f"{HEAD}Article 1 : Objet\nAgir.\n\n{signed}\n\nAnnexe 1 : Carte\nUne carte.\n")
    assert [block.kind.value for block in found.blocks][-3:] == ["article", "closing", "annex"]


@pytest.mark.parametrize("mark", ["Vu", "- Vu", "– vu", "1° Vu", "• vu"])
def test_visas_as_lines_and_as_lists(mark: str) -> None:
    found = outline(f"{HEAD}{mark} le code ;\n{mark} la loi du 3 mai 2001.\n\nArticle 1 : Objet\nAgir.\n")
    (visas,) = found.of(BlockKind.CITATIONS)
    assert len(visas.paragraphs) == 2


@pytest.mark.parametrize("page", ["- 4 -", "Page 4 sur 9", "4/9", "~ 4 ~", "4"])
def test_the_number_of_a_page_is_no_line(page: str) -> None:
    found = outline(
        f"{HEAD}Article 1 : Objet\nLes parties agissent toutes ensemble pour que vivent\n\n{page}\n\nles villages.\n"
    )
    (article,) = found.articles()
    (paragraph,) = article.paragraphs
    assert next(found.passages(BlockKind.ARTICLE)).flat.split()[-3:] == ["vivent", "les", "villages."]
    assert paragraph.words.endswith("les villages.")
