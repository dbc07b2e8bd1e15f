"""Acts that authorise: complete, executory, and published as the law of their day asks."""

from collections.abc import Sequence
from datetime import date

import pytest
from tests.core.lives import CAF, TOWN, UNTIL_2022, at, convention, fact, signed

from convenir.core.authority import authorities, findings, flags
from convenir.core.facts import ActAdopted, ActPublished, ActTransmitted, Event, Fact, PartyDescribed, Publication
from convenir.core.flags import Flag
from convenir.core.terms import SignatureAuthority, Terms
from convenir.core.terms.parties import ActKind, DeliberationAct, PartyClause, PartyKind

VOTED = SignatureAuthority(party="commune", act=ActKind.DELIBERATION, adopted_on=date(2022, 9, 5), source=at("visas"))
TEXT = convention(UNTIL_2022, VOTED)
SIGNED_ON = date(2022, 10, 3)


def raised(terms: Terms, *events: tuple[date, Event]) -> set[Flag]:
    """The flags on the authority of the commune, signed on the third of October 2022."""
    facts = [*signed(SIGNED_ON), *_facts(events)]
    return {r.flag for r in flags(terms, facts, SIGNED_ON) if r.party == "commune"}


def _facts(events: Sequence[tuple[date, Event]]) -> list[Fact]:
    return [fact(10 + number, day, event) for number, (day, event) in enumerate(events)]


SENT = (date(2022, 9, 7), ActTransmitted(party="commune"))
ONLINE = (date(2022, 9, 9), ActPublished(party="commune", manner=Publication.ONLINE))
BOARD = (date(2022, 9, 9), ActPublished(party="commune", manner=Publication.POSTED))


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], set()),
        ([SENT, ONLINE], set()),
        ([SENT, BOARD], {Flag.AUTHORITY_NOT_EXECUTORY}),
        ([SENT], {Flag.AUTHORITY_NOT_EXECUTORY}),
        ([ONLINE], {Flag.AUTHORITY_NOT_EXECUTORY}),
        ([SENT, (SIGNED_ON, ActPublished(party="commune"))], {Flag.SAME_DAY}),
        ([SENT, (date(2022, 10, 4), ActPublished(party="commune"))], {Flag.AUTHORITY_NOT_EXECUTORY}),
        ([(date(2022, 10, 5), ActAdopted(party="commune"))], set()),
    ],
)
def test_an_act_is_executory_once_transmitted_and_published(
    events: list[tuple[date, Event]], expected: set[Flag]
) -> None:
    assert raised(TEXT, *events) == expected


@pytest.mark.parametrize(
    ("people", "choice", "expected"),
    [
        (2900, Publication.POSTED, set()),
        (2900, None, {Flag.AUTHORITY_NOT_EXECUTORY}),
        (2900, Publication.PAPER, {Flag.AUTHORITY_NOT_EXECUTORY}),
        (3500, Publication.POSTED, {Flag.AUTHORITY_NOT_EXECUTORY}),
        (None, Publication.POSTED, {Flag.AUTHORITY_NOT_EXECUTORY}),
    ],
)
def test_a_small_commune_may_choose_the_board(
    people: int | None, choice: Publication | None, expected: set[Flag]
) -> None:
    described = PartyDescribed(party="commune", population=people, publication_choice=choice)
    assert raised(TEXT, (date(2022, 1, 1), described), SENT, BOARD) == expected


def test_an_act_later_than_the_signature_does_not_authorise_it() -> None:
    later = (date(2022, 10, 5), ActAdopted(party="commune"))
    assert raised(convention(UNTIL_2022), later) == {Flag.AUTHORITY_INCOMPLETE}
    [finding] = findings(convention(UNTIL_2022), [*signed(SIGNED_ON), *_facts([later])], SIGNED_ON)
    assert finding.about == "act-after-signature"
    assert finding.sentence.startswith("L’acte de la commune date du 05/10/2022, après sa signature du 03/10/2022")


@pytest.mark.parametrize(("party", "expected"), [("caf", set()), ("commune", {Flag.AUTHORITY_INCOMPLETE})])
def test_a_delegation_is_enough_for_a_caf_only(party: str, expected: set[Flag]) -> None:
    given = (date(2022, 9, 5), ActAdopted(party=party, act=ActKind.DELEGATION))
    facts = [*signed(SIGNED_ON), *_facts([given])]
    found = {r.flag for r in flags(convention(UNTIL_2022), facts, SIGNED_ON) if r.party == party}
    assert found - {Flag.NOT_CERTIFIED} == expected


def test_the_act_of_an_avenant_does_not_replace_that_of_the_convention() -> None:
    avenant: list[tuple[date, Event]] = [
        (date(2024, 3, 4), ActAdopted(party="commune")),
        (date(2024, 3, 8), ActTransmitted(party="commune")),
    ]
    assert raised(TEXT, SENT, ONLINE, *avenant) == set()


def test_before_july_2022_the_board_was_enough() -> None:
    voted = (date(2022, 6, 30), ActAdopted(party="commune"))
    assert raised(convention(UNTIL_2022), voted, SENT, BOARD) == set()


def test_a_wrong_publication_is_told_with_the_law() -> None:
    [finding] = findings(TEXT, _facts([SENT, BOARD]), None)
    assert finding.about == "publication"
    assert "L. 2131-1" in finding.sentence


def test_a_blank_or_missing_act_is_incomplete_and_not_certified() -> None:
    blank = SignatureAuthority(party="commune", act=ActKind.DELIBERATION, source=at("visas"))
    for terms in (convention(UNTIL_2022, blank), convention(UNTIL_2022)):
        assert raised(terms) == {Flag.AUTHORITY_INCOMPLETE, Flag.NOT_CERTIFIED}
        assert raised(terms, (date(2022, 9, 5), ActAdopted(party="commune"))) == set()


def test_informing_a_board_is_not_deciding() -> None:
    told = SignatureAuthority(party="caf", act=ActKind.INFORMATION, source=at("visas"))
    terms = convention(UNTIL_2022, VOTED, told)
    assert [(r.flag, r.party) for r in flags(terms, [], None)] == [(Flag.AUTHORITY_INCOMPLETE, "caf")]
    decided = fact(9, date(2022, 9, 20), ActAdopted(party="caf", act=ActKind.DECISION))
    assert list(flags(terms, [decided], None)) == []


def test_a_draft_deliberation_is_the_act_of_its_own_authority() -> None:
    act = DeliberationAct(adopted_on=date(2013, 6, 17), authorises_signature=True, source=at("délibération"))
    [town] = [a for a in authorities(convention(act), [], None) if a.party == "commune"]
    assert (town.complete, town.because) == (True, (at("délibération"),))


def test_a_vote_older_than_the_decision_of_the_caf_is_asked_about() -> None:
    later = SignatureAuthority(party="caf", act=ActKind.DECISION, adopted_on=date(2022, 9, 20), source=at("visas"))
    assert [f.about for f in findings(convention(VOTED, later), [], None)] == ["text-voted"]
    assert not list(
        findings(convention(VOTED, later), _facts([(date(2022, 9, 21), ActAdopted(party="commune"))]), None)
    )


def test_parties_of_other_kinds_need_no_transmission() -> None:
    msa = PartyClause(key="msa", name="Msa d’essai", kind=PartyKind.MSA, source=at("parties"))
    terms = Terms(clauses=(CAF, TOWN, msa, VOTED))
    everyone = signed(SIGNED_ON, by=["caf", "commune", "msa"])
    assert {r.party for r in flags(terms, everyone, SIGNED_ON)} == {"caf"}  # the act of its board is not known
