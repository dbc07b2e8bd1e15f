"""What a recognition of pictures misreads: letters taken for figures, words cut at the end of a line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenir.core.delays import Day, Days
from convenir.reader.french.words import day, delay, flat
from convenir.reader.intake.line_ends import rejoined
from convenir.reader.reading import read


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("le c0nseil d’administrati0n", "le conseil d'administration"),
        ("elle peut être rési1iée", "elle peut etre resiliee"),
        ("0bjet de la convention", "objet de la convention"),
        ("le règlement généra1", "le reglement general"),
        ("1es membres et 1'assemblée", "les membres et l'assemblee"),
        ("moins de l0 allocataires", "moins de 10 allocataires"),
        ("l5 jours francs", "15 jours francs"),
        ("en 2O23 et 20l9", "en 2023 et 2019"),
        ("le 0l/O3/2O22", "le 01/03/2022"),
    ],
)
def test_what_is_certain_is_put_right(words: str, expected: str) -> None:
    assert flat(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "le 1er mars et la 1re fiche",
        "l'article l5 du code",
        "article l. 263-1",
        "l'article l214-1 et l'article r2121 du code",
        "annexe1 et fiche1",
        "le lot b1, la salle a10, la zone 2a",
        "3 l d'eau",
        "au 2nd semestre",
        "le co2",
        "siret 12345678900011",
    ],
)
def test_codes_and_numbers_are_left_as_they_are(words: str) -> None:
    assert flat(words) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("le 3l décembre 2O23", date(2023, 12, 31)),
        ("le l5 septernbre 20l9", date(2019, 9, 15)),
        ("le O1 rnars 2022", date(2022, 3, 1)),
        ("au 2O novembre 2021", date(2021, 11, 20)),
    ],
)
def test_a_misread_day(words: str, expected: Day) -> None:
    assert day(words) == expected


def test_a_misread_delay() -> None:
    assert delay("un préavis de l5 jours") == Days(count=15)


@given(st.text(alphabet="abelo01259 .,'/-’éL\n", max_size=60))
def test_flat_words_keep_every_place(words: str) -> None:
    assert len(flat(words)) == len(words)


@given(st.text(alphabet="abé’ ,.-\n\t1", max_size=60))
def test_words_made_whole_keep_the_length_of_the_text(words: str) -> None:
    whole = rejoined(words)
    assert len(whole) == len(words)
    assert [letter for letter in whole if letter.isalnum()] == [letter for letter in words if letter.isalnum()]


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("la conven-\ntion est", "la convention  \nest"),
        ("la conven-\ntion\nest", "la convention  \nest"),
        ("   la conven-\n   tion, puis", "   la convention,  \n   puis"),
        ("à Saint-\nPons le", "à Saint-Pons \nle"),
        ("un rendez-\nvous", "un rendez-vous "),
        ("Le Vice-\nprésident      Le Maire", "Le Vice-\nprésident      Le Maire"),
        ("Objet -\nla Caf", "Objet -\nla Caf"),
        ("2020-\n2022", "2020-\n2022"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line(cut: str, whole: str) -> None:
    assert rejoined(cut) == whole


TEXT = """CONVENTION

Entre la Caf du Val, représentée par sa direc-
trice, Mme Lise Pin, ci-après « la Caf »,
et la commune de Vaux, représentée par son maire, Mme Ève Roux, ci-après « la Commune »,

Article 1 : Durée
La conven-
tion est conclue du 1er janvier 2O22 au 3l décernbre 2024.

Article 2 : Rési1iation
Chaque partie peut rési1ier la convention, par lettre re-
commandée, avec un pré-
avis de l5 jours.

Fait à Vaux, le 3 mai 2021
"""


def test_a_text_read_from_pictures() -> None:
    reading = read(TEXT.encode())
    notices = [getattr(term, "notice", None) for term in reading.terms.clauses]
    assert Days(count=15) in notices
    assert all(reading.text[term.source.start : term.source.end] == term.source.quote for term in reading.terms.clauses)
    capacities = [person.capacity for term in reading.terms.clauses for person in getattr(term, "signatories", ())]
    assert "directrice" in capacities
