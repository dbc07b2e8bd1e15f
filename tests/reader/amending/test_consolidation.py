"""The text that an avenant leaves: what is kept, struck and written, and where each passage comes from."""

import pytest
from tests.reader.amending.avenants import CONVENTION, amended, avenant

from convenir.core.terms import Annex, MeetingCadence, TerminationAtWill
from convenir.reader.amending.amendment import AmendmentReading
from convenir.reader.comparing.runs import Fate, after, before
from convenir.reader.reading import read_text


def differences(found: AmendmentReading) -> list[tuple[str, str]]:
    """The words struck and written, without the blanks around them."""
    return [
        (run.fate.value, " ".join(run.words.split()))
        for run in found.consolidated.runs
        if run.fate is not Fate.KEPT and run.words.strip()
    ]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("À l'article 5, le préavis passe de trois mois à un an.", "un préavis d’un an,"),
        (
            "À l'article 5, les mots « trois mois » sont remplacés par les mots « onze mois ».",
            "un préavis de onze mois,",
        ),
        ("À l'article 5, le mot « Résiliation » est remplacé par le mot « Dénonciation ».", "Article 5 : Dénonciation"),
        ("À l'article 2, la périodicité devient semestrielle.", "se réunit une fois par semestre."),
        ("La fréquence des réunions du comité de pilotage passe à un rythme trimestriel.", "une fois par trimestre."),
        ("À l'article 5, le préavis devient six mois.", "un préavis de six mois,"),
    ],
)
def test_new_values_are_written_as_the_convention_would(words: str, left: str) -> None:
    assert left in amended(words).consolidated.reading.text


def test_the_rhythm_of_another_body_is_not_changed() -> None:
    found = amended("La périodicité du comité technique devient semestrielle.")
    assert found.changes == ()
    assert [one.about for one in found.findings] == ["amended-value"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "À l'article 5, les mots « trois  mois » sont remplacés par les mots « six mois ».",
            [("deleted", "trois mois"), ("inserted", "six mois")],
        ),
        (
            "À l'article 2, les mots « une fois par an » sont supprimés.",
            [("deleted", "une fois par an")],
        ),
        (
            "À l'article 2, après les mots « une fois par an », sont insérés les mots « à Valbourg ».",
            [("inserted", "à Valbourg")],
        ),
        (
            "Le second alinéa de l'article 5 est supprimé.",
            [("deleted", "Aucune indemnité n'est due.")],
        ),
        (
            "À l'article 2, la seconde phrase du deuxième alinéa est remplacée par : « Il n'a pas de secrétariat. »",
            [("deleted", "Le secrétariat est assuré par la Caf."), ("inserted", "Il n'a pas de secrétariat.")],
        ),
        (
            "Après le premier alinéa de l'article 5, il est inséré un alinéa ainsi rédigé : « Elle le motive. »",
            [("inserted", "Elle le motive.")],
        ),
        (
            "L'article 6 est abrogé.",
            [("deleted", " ".join(CONVENTION[CONVENTION.index("Article 6 :") : CONVENTION.index("Fait à")].split()))],
        ),
        (
            "L'article 4 est modifié comme suit : « La présente convention est conclue jusqu'au 31 décembre 2027. »",
            [
                ("deleted", "La présente convention est conclue du 1er janvier 2022 au 31 décembre 2025."),
                ("inserted", "La présente convention est conclue jusqu'au 31 décembre 2027."),
            ],
        ),
        (
            "L'article 5 est modifié comme suit : « Chaque partie peut dénoncer la convention, moyennant un préavis de "
            "six mois, par lettre recommandée avec accusé de réception. »",
            [
                ("deleted", "Chaque partie peut dénoncer la convention, moyennant un préavis de trois mois, par lettre "
                            "recommandée avec accusé de réception."),
                ("inserted", "Chaque partie peut dénoncer la convention, moyennant un préavis de six mois, par lettre "
                             "recommandée avec accusé de réception."),
            ],
        ),
        (
            "Il est inséré après l'article 5 un article 5 bis intitulé « Litiges » : « Le juge est à Rennes. »",
            [("inserted", "Article 5 bis – Litiges"), ("inserted", "Le juge est à Rennes.")],
        ),
    ],
)  # fmt: skip
def test_the_text_shows_what_is_struck_and_written(words: str, expected: list[tuple[str, str]]) -> None:
    assert differences(amended(words)) == expected


EVERY_EDIT = """À l'article 2, les mots « une fois par an » sont remplacés par les mots « trois fois par an ».
Le second alinéa de l'article 5 est supprimé.
L'article 3 est complété par un alinéa ainsi rédigé : « La source est citée. »
Il est inséré un article 7 ainsi rédigé :
« Article 7 – Litiges
Le tribunal administratif de Rennes est compétent. »
L'annexe 2 est remplacée par l'annexe jointe au présent avenant.
Il est ajouté une annexe 3 intitulée « Suivi »."""
JOINED = "\nAnnexe 2 : Équipements\nMulti-accueil Les Lutins et ludothèque.\n"


def test_each_passage_comes_from_the_convention_or_from_the_avenant() -> None:
    found = amended(EVERY_EDIT, joined=JOINED)
    text = avenant(EVERY_EDIT, joined=JOINED)
    assert before(found.consolidated.runs) == CONVENTION
    assert after(found.consolidated.runs) == found.consolidated.reading.text
    for run in found.consolidated.runs:
        if run.start is not None and run.end is not None:
            origin = text if run.fate is Fate.INSERTED else CONVENTION
            assert origin[run.start : run.end] == run.words


def test_the_consolidated_text_is_read_like_any_other() -> None:
    found = amended(EVERY_EDIT, joined=JOINED)
    terms = found.consolidated.reading.terms
    assert [block.number for block in found.consolidated.reading.outline.articles()] == list("1234567")
    assert [clause.count for clause in terms.every(MeetingCadence)] == [3]
    assert [annex.number for annex in terms.every(Annex)] == ["1", "2", "3"]


def test_new_clauses_quote_the_avenant() -> None:
    words = "À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois »."
    found = amended(words)
    (change,) = found.changes
    clause = getattr(change, "clause", None)
    assert isinstance(clause, TerminationAtWill)
    assert (clause.source.text, clause.source.article) == ("avenant-1", "5")
    assert avenant(words)[slice(clause.source.start, clause.source.end)] == "six mois"
    assert "préavis de six mois" in clause.source.quote


def test_an_avenant_without_edit_leaves_the_text() -> None:
    found = amended("Le présent avenant est établi en deux exemplaires.")
    assert found.consolidated.reading.terms == read_text(CONVENTION).terms
    assert found.changes == ()


def test_words_rewritten_twice_are_told() -> None:
    found = amended(
        "Le premier alinéa de l'article 5 est supprimé.\n"
        "À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois »."
    )
    assert "edits-overlap" in {finding.about for finding in found.findings}


def test_words_replaced_everywhere_give_way_to_an_article_rewritten() -> None:
    found = amended(
        "Dans toute la convention, les mots « la commune » sont remplacés par les mots « la ville ».\n"
        "L'article 2 est remplacé par : « Le comité réunit la Caf et la commune. »"
    )
    assert not found.consolidated.troubles
    assert "Le comité réunit la Caf et la commune." in found.consolidated.reading.text
    assert "« la ville »" in found.consolidated.reading.text


@pytest.mark.parametrize(
    "words", ["remplacer « une fois » par « deux fois »", "remplacer les mots « une fois » par « deux fois »"]
)
def test_words_to_replace_are_not_the_whole_paragraph(words: str) -> None:
    found = amended(f"Au deuxième alinéa de l'article 2, {words}.")
    assert (
        "Il se réunit deux fois par an. Le secrétariat est assuré par la Caf."
        in found.consolidated.reading.outline.text
    )
    assert found.findings == ()


def test_the_last_sentence_of_an_article_ends_its_last_paragraph() -> None:
    text = amended("La dernière phrase de l'article 2 est supprimée.").consolidated.reading.outline.text
    assert "composé à parité" in text
    assert "Il se réunit une fois par an." in text
    assert "secrétariat" not in text
