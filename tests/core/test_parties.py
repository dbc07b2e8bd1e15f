"""Organs that decide, texts voted otherwise, mandates, originals: what is asked of each party."""

from datetime import date

import pytest
from tests.core.lives import TOWN, UNTIL_2022, at, convention, fact, signed

from convenir.core.agenda import irregularities, situation_on
from convenir.core.approval import flags, grounds, signed_term
from convenir.core.authority import authorities
from convenir.core.conclusion import conclusion
from convenir.core.facts import (
    ActAdopted,
    BoardDecisionCommunicated,
    Event,
    MandateShown,
    OriginalHandedOver,
    SignatoryChanged,
    Signed,
)
from convenir.core.flags import Flag
from convenir.core.law import BOARD_CONTROL
from convenir.core.life import Life, life
from convenir.core.openness import openness
from convenir.core.organs import ORGAN_LAWS, POWERS, Power, power_of
from convenir.core.terms import Annex, Formalities, SignatureAuthority
from convenir.core.terms.parties import ActKind, PartyKind

SIGNED_ON = date(2020, 1, 6)
TEXT = convention(UNTIL_2022)


@pytest.mark.parametrize(
    ("organ", "kind", "power"),
    [
        ("conseil d’administration", PartyKind.CAF, Power.OWN),
        ("Commission d'action sociale", PartyKind.CAF, Power.DELEGATED),
        ("la directrice", PartyKind.CAF, Power.NONE),
        ("Conseil municipal", PartyKind.MUNICIPALITY, Power.OWN),
        ("conseil d’administration du CCAS", PartyKind.MUNICIPALITY, Power.NONE),
        ("commission permanente", PartyKind.MUNICIPALITY, Power.NONE),
        ("Vice-président", PartyKind.MUNICIPALITY, Power.NONE),
        ("son assemblée", PartyKind.DEPARTMENT, Power.OWN),
        ("Commission permanente", PartyKind.DEPARTMENT, Power.DELEGATED),
        ("commission des finances", PartyKind.DEPARTMENT, Power.NONE),
        ("bureau communautaire", PartyKind.EPCI, Power.DELEGATED),
        ("conférence des maires", PartyKind.EPCI, Power.NONE),
        ("comité syndical", PartyKind.SYNDICATE, Power.OWN),
        ("maires du canton", PartyKind.MUNICIPALITY, None),
        ("conseil municipal", PartyKind.OTHER, None),
        ("…", PartyKind.CAF, None),
    ],
)
def test_each_kind_of_party_has_its_organs(organ: str, kind: PartyKind, power: Power | None) -> None:
    assert power_of(organ, kind) is power


def test_each_organ_has_its_law() -> None:
    assert POWERS.keys() == ORGAN_LAWS.keys()


def test_an_authority_names_the_laws_it_rests_on() -> None:
    voted = SignatureAuthority(
        party="commune", act=ActKind.DELIBERATION, adopted_on=date(2019, 12, 2), source=at("visas")
    )
    caf, town = authorities(convention(UNTIL_2022, voted), signed(SIGNED_ON), SIGNED_ON)
    assert [law.law for law in caf.laws] == ["CSS, art. L. 121-1 et L. 122-1"]
    assert [law.law for law in town.laws] == [
        "CGCT, art. L. 2121-29 et L. 2122-22",
        "CGCT, art. L. 2131-1, L. 3131-1 et L. 5211-3",
    ]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2019, 12, 9), set()),
        (date(2019, 12, 10), {Flag.CONTROL_PERIOD_RUNNING}),
        (date(2019, 12, 17), {Flag.CONTROL_PERIOD_RUNNING}),
        (date(2019, 12, 18), set()),
    ],
)
def test_the_state_has_eight_days_to_stop_a_decision_of_the_board(on: date, expected: set[Flag]) -> None:
    told = [
        fact(7, date(2019, 12, 10), BoardDecisionCommunicated(party="caf")),
        fact(8, date(2019, 12, 10), BoardDecisionCommunicated(party="caf", amendment="avenant-1")),
    ]
    raised = list(flags(TEXT, told, life(TEXT, signed(SIGNED_ON)), on))
    assert {one.flag for one in raised} == expected
    assert all(one.laws == (BOARD_CONTROL,) and one.because == (at("parties"),) for one in raised)


def test_a_text_without_end_cannot_differ_by_its_end() -> None:
    voted = [fact(7, date(2019, 12, 2), ActAdopted(party="commune", voted_end_on=date(2021, 12, 31)))]
    endless = convention()
    assert signed_term(life(endless, signed(SIGNED_ON))) is None
    assert signed_term(Life()) is None
    assert list(flags(endless, voted, life(endless, signed(SIGNED_ON)), SIGNED_ON)) == []
    about_avenant = [fact(7, SIGNED_ON, ActAdopted(party="commune", amendment="avenant-1", differs="article 2"))]
    assert list(flags(TEXT, about_avenant, life(TEXT, signed(SIGNED_ON)), SIGNED_ON)) == []


def test_the_ground_of_an_authority_is_its_act_else_its_party() -> None:
    voted = SignatureAuthority(party="commune", act=ActKind.DELIBERATION, source=at("visas", 3))
    assert grounds(convention(voted), "commune") == (at("visas", 3),)
    assert grounds(TEXT, "commune") == (TOWN.source,)


DIRECTOR = (date(2020, 1, 6), Signed(party="caf", signatory="directrice"))
CHAIR = (date(2020, 1, 20), Signed(party="caf", signatory="présidente du conseil"))
MAYOR = (date(2020, 1, 8), Signed(party="commune"))
MANDATE = (date(2020, 2, 3), MandateShown(party="caf", holder="directeur"))
ALIEN = (date(2020, 2, 3), MandateShown(party="commune", holder="directeur"))
BLANK = (date(2020, 2, 3), MandateShown(party="caf", holder=""))


@pytest.mark.parametrize(
    ("events", "last"),
    [
        ([DIRECTOR, MAYOR], None),
        ([DIRECTOR, MAYOR, CHAIR], date(2020, 1, 20)),
        ([DIRECTOR, MAYOR, MANDATE], date(2020, 1, 8)),
        ([DIRECTOR, MAYOR, CHAIR, MANDATE], date(2020, 1, 8)),
        ([CHAIR, MAYOR, MANDATE], None),
        ([DIRECTOR, MAYOR, ALIEN], None),
        ([DIRECTOR, MAYOR, BLANK], None),
    ],
)
def test_a_mandate_lets_its_holder_sign_alone(events: list[tuple[date, Event]], last: date | None) -> None:
    facts = [fact(number, day, event) for number, (day, event) in enumerate(events)]
    assert conclusion(TEXT, facts).last == last


def test_who_holds_the_office_signs_under_his_own_name() -> None:
    named = fact(1, date(2020, 1, 6), Signed(party="caf", signatory="Camille Roze"))
    arrived = fact(2, date(2020, 1, 2), SignatoryChanged(party="caf", holder="Camille Roze", office="directeur"))
    elsewhere = fact(
        3, date(2020, 1, 2), SignatoryChanged(party="caf", holder="Camille Roze", office="agent comptable")
    )
    assert conclusion(TEXT, [named]).unmatched == ("Camille Roze",)
    assert conclusion(TEXT, [arrived, named]).unmatched == ()
    assert conclusion(TEXT, [elsewhere, named]).unmatched == ("Camille Roze",)


@pytest.mark.parametrize(
    ("formalities", "handed", "expected"),
    [
        (Formalities(originals=2, source=at("signatures")), 1, ["originals"]),
        (Formalities(originals=2, source=at("signatures")), 2, []),
        (Formalities(originals=2, source=at("signatures")), 0, []),
        (Formalities(per_signatory=True, source=at("signatures")), 2, ["originals"]),
        (Formalities(per_signatory=True, source=at("signatures")), 3, []),
        (Formalities(source=at("signatures")), 1, []),
        (Formalities(annex_count=1, source=at("signatures")), 0, []),
        (Formalities(annex_count=2, source=at("signatures")), 0, ["annex-count"]),
        (Formalities(annex_count=3, source=at("signatures")), 0, ["annex-count"]),
    ],
)
def test_originals_and_annexes_are_counted(formalities: Formalities, handed: int, expected: list[str]) -> None:
    facts = [*signed(SIGNED_ON), *(fact(9 + n, SIGNED_ON, OriginalHandedOver(party="caf")) for n in range(handed))]
    annex = Annex(number="1", present=True, source=at("annexe 1"))
    terms = convention(UNTIL_2022, formalities, annex)
    found = irregularities(terms, facts, on=SIGNED_ON, known=date.max, until=date.max)
    assert [finding.about for finding in found] == expected


def test_a_draft_is_not_given_to_who_asks() -> None:
    before = situation_on(TEXT, signed(SIGNED_ON), on=date(2020, 1, 5), known=date.max, until=date.max)
    unsigned = situation_on(TEXT, [], on=SIGNED_ON, known=date.max, until=date.max)
    assert [openness(one).communicable for one in (before, unsigned)] == [False, False]
