"""What older versions stored is read as the present one, or refused whole: never half read."""

from datetime import date

import pytest

from convenir.core.codec import (
    WrongVersion,
    decode_facts,
    decode_stored,
    decode_terms,
    encode_facts,
    encode_stored,
    encode_terms,
)
from convenir.core.facts import AmendmentProposed, Event, Fact, Signed
from convenir.core.force import Force
from convenir.core.terms import Term, Terms
from convenir.core.terms.exchanges import DataSharing
from convenir.core.upgrades import STEPS, VERSION

SOURCE = {"type": "Source", "text": "convention", "article": "7"}
FIRST = {
    "version": 1,
    "terms": {"type": "Terms", "clauses": [{"type": "DataSharing", "qualified": True, "source": SOURCE}]},
}


def test_each_version_has_a_step_to_the_next() -> None:
    assert len(STEPS) + 1 == VERSION


def test_the_first_version_of_sharing_is_told_by_its_force() -> None:
    (sharing,) = decode_terms(FIRST).every(DataSharing)
    assert sharing.force is Force.QUALIFIED


def test_what_the_first_version_said_of_a_plain_duty_is_a_hard_duty() -> None:
    old = {"type": "DataSharing", "qualified": False, "source": SOURCE}
    assert decode_stored(Term, old).force is Force.HARD


def test_an_event_without_version_was_stored_by_the_first_one() -> None:
    assert decode_stored(Event, {"type": "Signed", "party": "caf"}) == Signed(party="caf")


def test_a_stored_event_comes_back() -> None:
    event = AmendmentProposed(amendment="avenant-1", effective_on=date(2020, 1, 1))
    assert decode_stored(Event, encode_stored(event)) == event


@pytest.mark.parametrize("version", [0, VERSION + 1, None, "2"])
def test_a_version_that_nobody_knows_is_refused_whole(version: object) -> None:
    with pytest.raises(WrongVersion, match="Mettez Convenir à jour"):
        decode_terms({"version": version, "terms": encode_terms(Terms())["terms"]})
    with pytest.raises(WrongVersion):
        decode_stored(Event, {"type": "Signed", "party": "caf", "version": version})


def test_facts_of_the_present_version_come_back() -> None:
    fact = Fact(id="f1", on=date(2020, 1, 1), recorded_on=date(2020, 1, 2), event=Signed(party="caf"))
    assert decode_facts(encode_facts((fact,))) == (fact,)
