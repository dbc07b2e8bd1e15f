"""What of a text is understood: which sentences bind, and whether each grounds a term or names a wish."""

import json
import sys
from pathlib import Path

import pytest
from tests.reader.clauses import CONVENTION

from convenir.reader.reading import Reading, read, read_text
from convenir.reader.understanding.coverage import Coverage, Normative, Outcome

TEXTS = Path(__file__).parents[3] / "shared" / "conventions"
# Offsets of the sentences with normative force, marked by reading the texts: a sentence runs to the end of the list
# that it introduces; titles, visas, narration, lists without a verb and bare infinitives are left out.
BY_HAND = Path(__file__).parents[1] / "corpus" / "normative"
NAMES = ("bas-rhin-2013", "finistere-2016", "rouen-2019", "saves-2015", "sceaux-2021")


def article(words: str, title: str = "Suites") -> tuple[Normative, ...]:
    """What became of the sentences of an article that holds those words."""
    sentences = read_text(CONVENTION.format(title=title, words=words)).coverage.sentences
    return tuple(one for one in sentences if one.source.article == "2")


@pytest.mark.parametrize(
    "words",
    [
        "La Caf doit prévenir la commune de tout changement.",
        "Les parties s'engagent à se voir.",
        "La commune ne peut céder ces droits.",
        "Les parties sont tenues d'assister aux séances.",
        "Chaque année, la Caf transmet une note à la commune.",
        "Un guichet sera ouvert à Valbourg.",
        "Il est créé un fonds.",
        "Les agents des deux parties se réunissent en tant que de besoin.",
    ],
)
def test_a_sentence_with_normative_force(words: str) -> None:
    assert [one.source.quote for one in article(words)] == [words]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Suites", "Un premier guichet a été ouvert en mars 2019."),
        ("Suites", "Comité local"),
        ("Missions de la Caf", "La Caf assure une offre de service dans tout le département."),
        ("Préambule", "Les parties souhaitent poursuivre leur coopération."),
        ("Diagnostic", "Le territoire compte quatre crèches."),
        ("Suites", "Les familles sont-elles mieux accueillies ?"),
    ],
)
def test_a_sentence_without(title: str, words: str) -> None:
    assert article(words, title) == ()


def test_visas_and_preamble_bind_nobody() -> None:
    text = CONVENTION.format(title="Suites", words="Rien.").replace(
        "Il est convenu ce qui suit :", "Vu le code de l'action sociale ;\n\nPréambule\n\nLa Caf soutient les familles."
    )
    assert not any(one.source.article in ("visas", "préambule") for one in read_text(text).coverage.sentences)


def test_a_sentence_is_one_with_the_list_that_it_introduces() -> None:
    words = "La commune s'engage à :\n- ouvrir un local ;\n- nommer un agent.\nLe reste est convenu plus tard."
    first, second = article(words)
    assert first.source.quote.endswith("nommer un agent.")
    assert second.source.quote == "Le reste est convenu plus tard."


@pytest.mark.parametrize(
    ("words", "outcome", "named"),
    [
        ("Les parties sont tenues au secret professionnel.", Outcome.GROUNDED, ""),
        (
            "Les parties s'engagent à rechercher la complémentarité de leurs interventions.",
            Outcome.ORIENTATION,
            "coordination des acteurs",
        ),
        ("La Caf s'efforce de faciliter l'accès des familles à leurs droits.", Outcome.ORIENTATION, "accès aux droits"),
        ("La commune doit ouvrir la crèche avant le 1er juin 2024.", Outcome.NOT_UNDERSTOOD, ""),
        ("La Caf verse une aide pour soutenir l'accueil des jeunes enfants.", Outcome.NOT_UNDERSTOOD, ""),
        ("La commune prête la salle des fêtes à l'association.", Outcome.NOT_UNDERSTOOD, ""),
    ],
)
def test_what_becomes_of_it(words: str, outcome: Outcome, named: str) -> None:
    found = article(words)[0] if article(words) else None
    if outcome is Outcome.GROUNDED:
        found = next(one for one in read_text(CONVENTION.format(title="S", words=words)).coverage.sentences)
    assert found is not None and (found.outcome, found.orientation) == (outcome, named)


def test_a_sentence_that_adds_to_a_term_of_its_article_is_understood() -> None:
    words = (
        "Les parties décident ensemble des actions de communication relatives à la présente convention.\n"
        "Les supports communs portent les logos des deux parties."
    )
    assert {one.outcome for one in article(words, "Communication")} == {Outcome.GROUNDED}


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Durée", "La convention est conclue pour trois ans.\nElle prend effet le 1er janvier 2023."),
        (
            "Données",
            "Aucune donnée portant sur moins de 5 allocataires n'est transmise.\n"
            "Toute case dont l'effectif est inférieur à 5 est masquée.",
        ),
        (
            "Évaluation",
            "Une première évaluation est remise dans les douze mois de la signature.\n"
            "Cette première évaluation porte sur les actions.",
        ),
    ],
)
def test_other_sentences_that_add_to_a_term(title: str, words: str) -> None:
    assert {one.outcome for one in article(words, title)} == {Outcome.GROUNDED}


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Il s'agit de rapprocher les services aux familles des quartiers prioritaires.", Outcome.ORIENTATION),
        ("Il s'agit d'appliquer la circulaire du 7 février 2012 sur la parentalité.", Outcome.ORIENTATION),
        ("Il s'agit d'ouvrir un lieu de parentalité le 7 février 2024.", Outcome.NOT_UNDERSTOOD),
        ("Le solde est payé dans les trente jours.", Outcome.NOT_UNDERSTOOD),
        ("Le compte rendu est diffusé dans le mois qui suit.", Outcome.NOT_UNDERSTOOD),
    ],
)
def test_an_aim_and_what_can_be_counted(words: str, outcome: Outcome) -> None:
    assert [one.outcome for one in article(words)] == [outcome]


def test_an_article_on_the_own_missions_of_a_party_tells_them() -> None:
    assert article("La commune exerce l'ensemble de ses compétences.", "Domaines d'action de la commune") == ()


def test_the_rate() -> None:
    assert Coverage(sentences=()).rate == 1.0
    found = read_text(CONVENTION.format(title="S", words="La commune prête la salle des fêtes.")).coverage
    assert found.understood + len(found.not_understood) == len(found.sentences)
    assert found.rate == found.understood / len(found.sentences) < 1


# --- against the sentences marked by hand --------------------------------------------------------------------


def by_hand(name: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end in json.loads((BY_HAND / f"{name}.json").read_text(encoding="utf-8"))]


def same(one: Normative, place: tuple[int, int]) -> bool:
    """Whether a sentence found and one marked by hand share more than half of the shorter one."""
    start, end = one.source.start or 0, one.source.end or 0
    shared = min(end, place[1]) - max(start, place[0])
    return 2 * shared > min(end - start, place[1] - place[0])


def understood(reading: Reading, place: tuple[int, int]) -> bool:
    """Whether all that was found of a sentence marked by hand is understood."""
    found = [one for one in reading.coverage.sentences if same(one, place)]
    return bool(found) and all(one.outcome is not Outcome.NOT_UNDERSTOOD for one in found)


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the real texts are not beside this repository (../shared)")
def test_the_sentences_of_the_five_texts_against_those_marked_by_hand() -> None:
    right = found = marked = met = known = 0
    told, rates = [], []
    for name in NAMES:
        reading, places = read((TEXTS / f"{name}.txt").read_bytes()), by_hand(name)
        sentences = reading.coverage.sentences
        right += sum(1 for one in sentences if any(same(one, place) for place in places))
        found += len(sentences)
        met += sum(1 for place in places if any(same(one, place) for one in sentences))
        known += sum(1 for place in places if understood(reading, place))
        marked += len(places)
        rate = sum(1 for place in places if understood(reading, place)) / len(places)
        rates.append(rate)
        told.append(f"{name}: {len(places)} sentences marked, {rate:.3f} of them understood")
    told.append(
        f"precision {right / found:.3f}, recall {met / marked:.3f}, understood {known / marked:.3f} of {marked}"
    )
    sys.stdout.write("\n".join(told) + "\n")
    assert right / found >= 0.90
    assert met / marked >= 0.90
    assert known / marked >= 0.97
    assert min(rates) >= 0.95
