"""Numbers, delays, days and sentences as French texts spell them."""

from datetime import date

import pytest

from convenir.core.delays import Between, Day, Days, Delay, Months, Years
from convenir.reader.french.numbers import number
from convenir.reader.french.words import day, days, delay, flat, sentences


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("3 mois", Months(count=3)),
        ("trois mois", Months(count=3)),
        ("Trois (3) mois", Months(count=3)),
        ("3 (trois) mois", Months(count=3)),
        ("un an", Years(count=1)),
        ("une année", Years(count=1)),
        ("quatre ans", Years(count=4)),
        ("vingt-quatre mois", Months(count=24)),
        ("trente-six (36) mois", Months(count=36)),
        ("soixante jours", Days(count=60)),
        ("soixante et onze jours", Days(count=71)),
        ("quatre-vingt-dix jours francs", Days(count=90)),
        ("15\u00a0jours", Days(count=15)),
        ("deux semaines", Days(count=14)),
        ("un trimestre", Months(count=3)),
        ("un semestre", Months(count=6)),
        ("deux fois par an", None),
        ("chaque mois", None),
    ],
)
def test_a_delay(words: str, expected: Delay | None) -> None:
    assert delay(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("le 1er janvier 2021", date(2021, 1, 1)),
        ("le 1^{er} juin 2009", date(2009, 6, 1)),
        ("du 01 janvier 2021", date(2021, 1, 1)),
        ("15 septembre 2014", date(2014, 9, 15)),
        ("03/06/13", date(2013, 6, 3)),
        ("24/09/2015", date(2015, 9, 24)),
        ("24.09.2015", date(2015, 9, 24)),
        ("2021-04-30", date(2021, 4, 30)),
        ("31 DÉCEMBRE 2022", date(2022, 12, 31)),
        ("31 août 2022", date(2022, 8, 31)),
        ("en mars 2008", Between(earliest=date(2008, 3, 1), latest=date(2008, 3, 31))),
        ("31 février 2022", None),
        ("31/11/2022", None),
        ("article L. 263-1", None),
    ],
)
def test_a_day(words: str, expected: Day | None) -> None:
    assert day(words) == expected


def test_a_day_that_does_not_exist_is_found_all_the_same() -> None:
    (found,) = days("jusqu'au 30 février 2024 inclus")
    assert found.day is None
    assert found.words == "30 février 2024"


@pytest.mark.parametrize("words", ["Œuvre d’été — « ça » ½", "ÎLE\u00a0DE\u202fFRANCE…", "ﬁn ²", "İ ß"])
def test_flat_words_keep_every_place(words: str) -> None:
    assert len(flat(words)) == len(words)


def test_sentences_know_abbreviations_and_places() -> None:
    words = "Le siège est av. Foch. Vu l'art. L. 263-1, M. Roux signe.  Il part… Fin (annexe 3)"
    found = list(sentences(words))
    assert [one.words for one in found] == [
        "Le siège est av. Foch.",
        "Vu l'art. L. 263-1, M. Roux signe.",
        "Il part…",
        "Fin (annexe 3)",
    ]
    assert all(words[one.start : one.end] == one.words for one in found)


def test_a_number_in_letters_and_figures() -> None:
    assert [number(words) for words in ("cinq allocataires", "100 personnes", "dix-sept", "aucun")] == [
        5,
        100,
        17,
        None,
    ]
