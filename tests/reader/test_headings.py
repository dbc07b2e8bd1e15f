"""Headings of articles that do not say «article», and sentences beside a number that are no title."""

import pytest
from tests.reader.test_outline import HEAD, numbers

from convenir.reader.outlining.blocks import outline

TEXT = "\n\nLes parties agissent de concert, en toutes choses.\n\n"


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("Principe {} — Agir", "1"),
        ("Engagement n° {} : Agir", "1"),
        ("Stipulation {}. Agir", "1"),
        ("({}) Agir", "1"),
        ("{}/ Agir", "1"),
    ],
)
def test_articles_called_otherwise(form: str, first: str) -> None:
    found = outline(HEAD + TEXT.join(form.format(number) for number in range(1, 6)) + TEXT)
    assert numbers(found) == [(str(number), "Agir") for number in range(int(first), 6)]


def test_articles_numbered_in_letters() -> None:
    words = ("premier", "deux", "trois", "dix-huit")
    found = outline(HEAD + TEXT.join(f"Article {word} : Agir" for word in words) + TEXT)
    assert [article.number for article in found.articles()] == ["1", "2", "3", "18"]


def test_two_engagements_in_a_list_are_no_articles() -> None:
    body = "Article 1 : Objet\n\nEngagement 1 : écouter\nEngagement 2 : dire\n\nArticle 2 : Durée\n\nUn an.\n"
    assert [article.number for article in outline(HEAD + body).articles()] == ["1", "2"]


def test_titles_that_ask() -> None:
    titles = ("Qui fait quoi ?", "Qui décide ?", "Combien de temps ?", "Et si cela tourne mal ?")
    assert numbers(outline(HEAD + TEXT.join(titles) + TEXT)) == [("", title) for title in titles]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il est formé entre les parties un partenariat qui coordonne les actions\nmenées auprès des familles.",
        "Sont retenus comme axes de ce partenariat :\n- l’enfance ;\n- le logement.",
        "Par la commune seront désignés des correspondants dans chacun des quartiers\ndu haut ; ils siègent.",
        "Les présentes prendront effet au 1er janvier 2019. Leur durée est fixée à\ntrois ans.",
    ],
)
def test_a_sentence_beside_the_number_is_no_title(sentence: str) -> None:
    (article,) = outline(f"{HEAD}Article 2. {sentence}\n").articles()
    assert article.title == ""
    assert article.paragraphs[0].words.startswith(sentence[:20])


def test_a_title_parted_from_its_text_by_a_dash() -> None:
    (article,) = outline(f"{HEAD}Article 2. – Durée. – La convention dure un an.\n").articles()
    assert (article.title, article.paragraphs[0].words) == ("Durée", "La convention dure un an.")


def test_the_first_article_counts_as_the_next_ones() -> None:
    found = outline(f"{HEAD}Article Ier : Objet{TEXT}Article 2 : Durée{TEXT}")
    assert [article.number for article in found.articles()] == ["1", "2"]


def test_a_line_cut_before_a_name_goes_on_below() -> None:
    (article,) = outline(
        f"{HEAD}Article 2 : Pilotage\nLe comité est présidé par le maire de la\nVille de Vaux.\n"
    ).articles()
    assert [paragraph.words for paragraph in article.paragraphs] == [
        "Le comité est présidé par le maire de la\nVille de Vaux."
    ]


def test_a_title_on_two_lines_stays_a_title() -> None:
    title = "Modalités de mise en œuvre et de suivi de la convention et des actions\nconduites ensemble"
    (article,) = outline(f"{HEAD}Article 2 : {title}\n\nLes parties agissent.\n").articles()
    assert article.title == title.replace("\n", " ")


def test_a_chapter_with_its_rank_in_letters() -> None:
    body = (
        "Chapitre premier — LE PROJET\n\nArticle 1 - Objet\nAgir.\n\n"
        "Chapitre deuxième — LES MOYENS\n\nArticle 2 - Moyens\nUn bus.\n"
    )
    first, _ = outline(HEAD + body).articles()
    assert [paragraph.words for paragraph in first.paragraphs] == ["Agir."]
