"""How avenants tell what they do to articles, alinéas and words: each construction."""

import pytest
from tests.reader.amending.avenants import only, told

from convenir.reader.amending.edits import (
    ArticleAdded,
    ArticleRemoved,
    ArticleReplaced,
    ParagraphAdded,
    ParagraphRemoved,
    ParagraphReplaced,
    Target,
    WordsAdded,
    WordsRemoved,
    WordsReplaced,
)


@pytest.mark.parametrize(
    ("words", "article", "old", "new"),
    [
        ("À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois ».",
         "5", "trois mois", "six mois"),
        ("À l'article 5 : « trois mois » est remplacé par « six mois ».", "5", "trois mois", "six mois"),
        ("Il convient de remplacer à l'article 5 les mots « trois mois » par « six mois ».",
         "5", "trois mois", "six mois"),
        ("À l’article 5, le mot « trois » est remplacé par le mot « six ».", "5", "trois", "six"),
        ("Dans l'article 5 de la convention, l'expression « trois mois » est remplacée par l'expression « six mois ».",
         "5", "trois mois", "six mois"),
        ("Les mots : « trois mois » figurant à l'article 5 sont remplacés par : « six mois ».",
         "5", "trois mois", "six mois"),
        ("À l'article 5, aux mots « trois mois » sont substitués les mots « six mois ».",
         "5", "trois mois", "six mois"),
        ("À l'article 5, les mots « six mois » sont substitués aux mots « trois mois ».",
         "5", "trois mois", "six mois"),
        ("À l'article 5, au lieu de « trois mois », lire « six mois ».", "5", "trois mois", "six mois"),
        ("À l'article 4, la date du 31 décembre 2025 est remplacée par celle du 31 décembre 2026.",
         "4", "31 décembre 2025", "31 décembre 2026"),
        ("Le préavis de trois mois prévu à l'article 5 est porté à six mois.", "5", "trois mois", "six mois"),
        ("À l'article 5, le préavis est porté de trois à six mois.", "5", "trois mois", "six mois"),
        ("L'article 4 est modifié comme suit : « Elle court jusqu'au 31 décembre 2026 » au lieu du 31 décembre 2025.",
         "4", "31 décembre 2025", "31 décembre 2026"),
        ("Dans toute la convention, les mots « la ville » sont remplacés par les mots « la commune ».",
         "", "la ville", "la commune"),
    ],
)  # fmt: skip
def test_words_are_replaced(words: str, article: str, old: str, new: str) -> None:
    edit = only(words)
    assert isinstance(edit, WordsReplaced)
    assert (edit.target, edit.old, edit.new.words) == (Target(article=article), old, new)


def test_each_pair_of_words_is_an_edit() -> None:
    found = told(
        "À l'article 5, les mots « un » et « deux » sont remplacés respectivement par les mots « dix » et « vingt »."
    )
    assert [(e.old, e.new.words) for e in found if isinstance(e, WordsReplaced)] == [("un", "dix"), ("deux", "vingt")]
    found = told(
        "À l'article 5, les mots « un » sont remplacés par « dix », et les mots « deux » par les mots « vingt »."
    )
    assert [(e.old, e.new.words) for e in found if isinstance(e, WordsReplaced)] == [("un", "dix"), ("deux", "vingt")]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("Au premier alinéa de l'article 5, les mots « a » sont supprimés.", Target(article="5", paragraph=1)),
        ("À l'article 5, au second alinéa, les mots « a » sont supprimés.", Target(article="5", paragraph=2)),
        ("Au dernier alinéa de l'article 5, les termes « a » sont retirés.", Target(article="5", paragraph=-1)),
        ("À l'alinéa 2 de l'article 5, la mention « a » est supprimée.", Target(article="5", paragraph=2)),
        ("À la deuxième phrase du premier alinéa de l'article 5, le mot « a » est supprimé.",
         Target(article="5", paragraph=1, sentence=2)),
        ("Au préambule, les mots « a » sont supprimés.", Target(article="préambule")),
        ("À l'annexe 2, les mots « a » sont supprimés.", Target(article="annexe 2")),
    ],
)  # fmt: skip
def test_words_are_struck_at_their_place(words: str, target: Target) -> None:
    edit = only(words)
    assert isinstance(edit, WordsRemoved)
    assert (edit.target, edit.old) == (target, "a")


@pytest.mark.parametrize(
    ("words", "beside", "before"),
    [
        (
            "À l'article 5, après les mots « la convention », sont insérés les mots « ou y renoncer ».",
            "la convention",
            False,
        ),
        (
            "À l'article 5, les mots « ou y renoncer » sont insérés après les mots « la convention ».",
            "la convention",
            False,
        ),
        (
            "Il est inséré à l'article 5, après les mots « la convention », les mots « ou y renoncer ».",
            "la convention",
            False,
        ),
        ("Sont ajoutés à l'article 5 les termes suivants : « ou y renoncer ».", "", False),
        ("À l'article 5, avant le mot « moyennant », il est inséré les mots « ou y renoncer ».", "moyennant", True),
        ("Le premier alinéa de l'article 5 est complété par les mots « ou y renoncer ».", "", False),
        ("Le premier alinéa de l'article 5 est complété par une phrase ainsi rédigée : « ou y renoncer ».", "", False),
    ],
)
def test_words_are_added(words: str, beside: str, before: bool) -> None:
    edit = only(words)
    assert isinstance(edit, WordsAdded)
    assert (edit.target.article, edit.beside, edit.new.words, edit.before) == ("5", beside, "ou y renoncer", before)


NEW = "« Chaque partie peut partir, après un préavis de six mois. »"
BARE = "Chaque partie peut partir, après un préavis de six mois."


@pytest.mark.parametrize(
    "words",
    [
        f"L'article 5 est remplacé par les dispositions suivantes : {NEW}",
        f"L'article 5 de la convention est modifié et rédigé comme suit :\n{NEW}",
        f"L'article 5 est ainsi rédigé : {NEW}",
        f"L'article 5 « Résiliation » est désormais rédigé ainsi qu'il suit : {NEW}",
        f"L'article 5 (Résiliation) est abrogé et remplacé par le texte suivant :\n\n{NEW}",
        f"Les dispositions de l'article 5 sont annulées et remplacées par ce qui suit : {NEW}",
        f"Les stipulations de l'article 5 de la convention du 3 mars 2022 sont remplacées par les suivantes : {NEW}",
        f"La rédaction de l'article 5 est la suivante, qui remplace l'ancienne : {NEW}",
        f"L'article 5 se lit désormais comme suit : {NEW}",
        f"L'article 5 est remplacé par :\n{BARE}",
        f"L'article 5 est remplacé par les dispositions suivantes :\nArticle 5 : Résiliation\n{BARE}",
        f"L'article 5 est remplacé par les dispositions suivantes :\n« Article 5 – Résiliation\n{BARE} »",
    ],
)
def test_an_article_is_replaced(words: str) -> None:
    edit = only(words)
    assert isinstance(edit, ArticleReplaced)
    assert (edit.target, edit.new.words, edit.whole) == (Target(article="5"), BARE, True)


def test_a_heading_may_tell_the_article() -> None:
    edit = only(f"Il est désormais rédigé comme suit : {NEW}", title="Modification de l'article 5")
    assert isinstance(edit, ArticleReplaced)
    assert (edit.target.article, edit.new.words) == ("5", BARE)


def test_several_articles_are_replaced_by_one_text() -> None:
    found = told(
        f"Les articles 5 et 6 sont remplacés par : « Article 5 : Fin\n{BARE}\nArticle 6 : Avenants\nIls sont écrits. »"
    )
    replaced = [edit for edit in found if isinstance(edit, ArticleReplaced)]
    assert [(e.target.article, e.title, e.new.words) for e in replaced] == [
        ("5", "Fin", BARE),
        ("6", "Avenants", "Ils sont écrits."),
    ]


def test_a_text_that_only_modifies_an_article_may_replace_part_of_it() -> None:
    edit = only(f"L'article 5 est modifié comme suit : {NEW}")
    assert isinstance(edit, ArticleReplaced)
    assert not edit.whole


@pytest.mark.parametrize(
    ("words", "number", "after"),
    [
        (f"Il est inséré, après l'article 5, un article 5 bis ainsi rédigé : {NEW}", "5 bis", "5"),
        (f"Après l'article 5, il est ajouté un article 5 bis intitulé « Départ », ainsi rédigé : {NEW}", "5 bis", "5"),
        (f"Un article 7 est ajouté à la convention : {NEW}", "7", ""),
        (f"La convention est complétée par un article 7 ainsi rédigé :\n{NEW}", "7", ""),
        (f"Il est créé un nouvel article 7 :\n« Article 7 : Départ\n{BARE} »", "7", ""),
        (f"La convention est complétée par l'article suivant :\n« Article 7 : Départ\n{BARE} »", "7", ""),
    ],
)
def test_an_article_is_added(words: str, number: str, after: str) -> None:
    edit = only(words)
    assert isinstance(edit, ArticleAdded)
    assert (edit.number, edit.after, edit.new.words) == (number, after, BARE)
    assert edit.title in ("", "Départ")


@pytest.mark.parametrize(
    "words",
    [
        "L'article 5 est supprimé.",
        "L'article 5 de la convention est abrogé.",
        "Les dispositions de l'article 5 sont abrogées.",
    ],
)
def test_an_article_is_struck(words: str) -> None:
    edit = only(words)
    assert isinstance(edit, ArticleRemoved)
    assert edit.target == Target(article="5")


def test_several_articles_are_struck() -> None:
    found = told("Les articles 5 et 6 sont supprimés.")
    assert [edit.target.article for edit in found if isinstance(edit, ArticleRemoved)] == ["5", "6"]


@pytest.mark.parametrize(
    ("words", "paragraph", "before"),
    [
        (f"L'article 5 est complété par un alinéa ainsi rédigé : {NEW}", None, False),
        (f"L'article 5 est complété comme suit : {NEW}", None, False),
        (f"Il est ajouté à l'article 5 un paragraphe rédigé comme suit : {NEW}", None, False),
        (f"À la fin de l'article 5, il est ajouté : {NEW}", None, False),
        (f"Après le premier alinéa de l'article 5, il est inséré un alinéa ainsi rédigé : {NEW}", 1, False),
        (f"Il est inséré après le deuxième alinéa de l'article 5 les dispositions suivantes : {NEW}", 2, False),
        (f"Avant le second alinéa de l'article 5, est inséré un alinéa ainsi rédigé : {NEW}", 2, True),
    ],
)
def test_a_paragraph_is_added(words: str, paragraph: int | None, before: bool) -> None:
    edit = only(words)
    assert isinstance(edit, ParagraphAdded)
    assert (edit.target, edit.new.words, edit.before) == (Target(article="5", paragraph=paragraph), BARE, before)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        (f"Le deuxième alinéa de l'article 5 est remplacé par les dispositions suivantes : {NEW}",
         Target(article="5", paragraph=2)),
        (f"À l'article 5, le dernier alinéa est ainsi rédigé : {NEW}", Target(article="5", paragraph=-1)),
        (f"À l'article 5, la première phrase du premier alinéa est remplacée par : {NEW}",
         Target(article="5", paragraph=1, sentence=1)),
        (f"L'alinéa 2 de l'article 5 est modifié comme suit : {NEW}", Target(article="5", paragraph=2)),
    ],
)  # fmt: skip
def test_a_paragraph_is_replaced(words: str, target: Target) -> None:
    edit = only(words)
    assert isinstance(edit, ParagraphReplaced)
    assert (edit.target, edit.new.words) == (target, BARE)


def test_a_list_of_edits_goes_on_from_the_article_named_above() -> None:
    found = told(
        "L'article 5 est ainsi modifié :\n"
        "1° Au premier alinéa, les mots « trois mois » sont remplacés par les mots « six mois » ;\n"
        "2° Le second alinéa est supprimé."
    )
    first, second = found
    assert isinstance(first, WordsReplaced)
    assert first.target == Target(article="5", paragraph=1)
    assert isinstance(second, ParagraphRemoved)
    assert second.target == Target(article="5", paragraph=2)


def test_one_sentence_may_tell_two_edits() -> None:
    found = told(
        f"À l'article 5, les mots « trois mois » sont supprimés et il est ajouté un alinéa ainsi rédigé : {NEW}"
    )
    assert [type(edit) for edit in found] == [WordsRemoved, ParagraphAdded]
