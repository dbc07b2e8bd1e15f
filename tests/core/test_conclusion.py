"""Who must sign, and when the parties are bound."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.lives import CAF, TOWN, UNTIL_2022, at, convention, fact, signed

from convenir.core.assumptions import Choice
from convenir.core.conclusion import conclusion, parties
from convenir.core.delays import Between
from convenir.core.facts import Signed, StatedDate
from convenir.core.terms import Document, Formalities, SignatureAuthority, Terms
from convenir.core.terms.parties import ActKind, Signatory

TEXT = convention(UNTIL_2022)


def test_nobody_is_bound_until_every_signatory_has_signed() -> None:
    director = fact(1, date(2019, 12, 2), Signed(party="caf", signatory="directrice"))
    mayor = fact(2, date(2019, 12, 3), Signed(party="commune", signatory="Maire"))
    chair = fact(3, date(2019, 12, 9), Signed(party="caf", signatory="Présidente du conseil"))
    assert conclusion(TEXT, [director]).missing == ("caf", "commune")
    assert conclusion(TEXT, [director, mayor]).missing == ("caf",)
    found = conclusion(TEXT, [director, mayor, chair])
    assert (found.first, found.last, found.missing) == (date(2019, 12, 2), date(2019, 12, 9), ())


def test_a_signature_without_name_is_that_of_all_the_signatories_of_the_party() -> None:
    assert conclusion(TEXT, signed(date(2020, 1, 6))).last == date(2020, 1, 6)


def test_a_signatory_whom_the_text_does_not_name_is_told() -> None:
    stranger = fact(1, date(2020, 1, 6), Signed(party="caf", signatory="agent comptable"))
    found = conclusion(TEXT, [stranger])
    assert found.unmatched == ("agent comptable",)
    assert found.last is None


def test_signing_twice_counts_once_and_from_the_first_time() -> None:
    again = fact(9, date(2020, 3, 1), Signed(party="commune"))
    assert conclusion(TEXT, [*signed(date(2020, 1, 6)), again]).last == date(2020, 1, 6)


def test_a_stated_date_is_the_signature_of_everybody_only_when_nobody_signed() -> None:
    dated = convention(UNTIL_2022, Formalities(stated_on=date(2020, 1, 6), source=at("signatures")))
    assumed = conclusion(dated, [])
    assert assumed.last == date(2020, 1, 6)
    assert [a.choice for a in assumed.assumptions] == [Choice.STATED_DATE_IS_SIGNATURE]
    assert conclusion(dated, signed(date(2020, 2, 1), by=["caf"])).last is None


@pytest.mark.parametrize(
    "terms",
    [
        convention(Formalities(stated_on=date(2020, 1, 6), source=at("signatures")), draft=True),
        convention(Formalities(stated_on=Between.year(2021), source=at("signatures"))),
        convention(Formalities(stated_on=date(2020, 1, 6), source=at("signatures")), document=Document.DELIBERATION),
    ],
    ids=["projet", "année seule", "date du rapport"],
)
def test_these_stated_dates_prove_nothing(terms: Terms) -> None:
    assert conclusion(terms, []).last is None


def test_a_recorded_stated_date_prevails_over_the_text() -> None:
    dated = convention(Formalities(stated_on=date(2020, 1, 6), source=at("signatures")))
    assert conclusion(dated, [fact(1, date(2020, 1, 9), StatedDate())]).last == date(2020, 1, 9)


def test_without_parties_in_the_text_facts_and_authorities_name_them() -> None:
    act = SignatureAuthority(party="departement", act=ActKind.DELIBERATION, source=at("visas"))
    assert list(parties(Terms(clauses=(act,)), [])) == ["caf", "departement"]
    assert list(parties(Terms(), signed(date(2020, 1, 6)))) == ["caf", "commune"]
    assert conclusion(Terms(), signed(date(2020, 1, 6), by=["caf"])).missing == ("partie",)


@pytest.mark.parametrize(
    ("capacity", "missing"),
    [
        ("Présidente du conseil d’administration de la Caf", ("caf",)),
        ("Directrice de la Caf", ()),
        ("Président de la communauté", ()),
    ],
)
def test_a_head_of_the_caf_named_only_by_the_signature_blocks_must_sign_too(
    capacity: str, missing: tuple[str, ...]
) -> None:
    caf = replace(CAF, signatories=(Signatory(name="", capacity="directeur"),))
    blocks = Formalities(blocks=(Signatory(name="", capacity=capacity),), source=at("signatures"))
    text = Terms(clauses=(caf, TOWN, UNTIL_2022, blocks))
    director = fact(1, date(2020, 1, 6), Signed(party="caf", signatory="directeur"))
    assert conclusion(text, [director, *signed(date(2020, 1, 7), by=["commune"])]).missing == missing
