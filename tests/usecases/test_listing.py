"""What a list of facilities would change in that of the text, one row after the other."""

import pytest

from convenir.core.source import Source
from convenir.core.terms import FundingContribution
from convenir.reader.sheets.columns import Mapping
from convenir.reader.sheets.draft import Draft, Line
from convenir.reader.sheets.facilities import Facility
from convenir.reader.sheets.vocabulary import Kind
from convenir.usecases.imports.listing import Borne, Difference, difference


def against(names: tuple[str, ...], *rows: Facility) -> Difference:
    """What these rows would change in a list of these names."""
    clause = FundingContribution(payer="commune", facilities=names, source=Source(text="convention", article="5"))
    lines = tuple(Line(number=number, value=row, remarks=()) for number, row in enumerate(rows, 2))
    mapping = Mapping(kind=Kind.FACILITIES, body=1, labels=(), fields=())
    borne = Borne(key="", clauses=(clause,), amended=False)
    return difference(Draft(mapping=mapping, lines=lines, skipped=()), borne)


def facility(name: str, payer: str = "", place: str = "") -> Facility:
    return Facility(name=name, type_words="Alsh", payer=payer, place=place)


@pytest.mark.parametrize("names", [("Le Moulin",), ("ALSH Le Moulin (Vaux)",), ("accueil de loisirs Le Moulin",)])
def test_a_facility_that_two_parties_pay_is_one_of_the_list(names: tuple[str, ...]) -> None:
    found = against(names, facility("Le Moulin", "Caf", "Vaux"), facility("Le Moulin", "Ville", "Vaux"))
    assert found.known == {2: names[0], 3: names[0]}
    assert found.after == names and not found.differs


def test_a_new_facility_that_two_parties_pay_is_added_once_and_by_its_name_alone() -> None:
    found = against((), facility("Le Moulin", "Caf", "Vaux"), facility("Le Moulin", "Ville", "Vaux"))
    assert found.added == found.after == ("Alsh Le Moulin",)


def test_two_facilities_of_one_name_are_told_by_their_places() -> None:
    found = against(("Le Moulin",), facility("Le Moulin", place="Vaux"), facility("Le Moulin", place="Hyère"))
    assert found.known == {2: "Le Moulin"}
    assert found.after == ("Le Moulin", "Alsh Le Moulin (Hyère)")


def test_a_name_that_no_row_gives_is_gone_and_the_order_is_that_of_the_file() -> None:
    found = against(("Du Val", "Du Pont", "Le Moulin"), facility("Le Moulin"), facility("Du Lac"), facility("Du Val"))
    assert (found.added, found.gone) == (("Alsh Du Lac",), ("Du Pont",))
    assert found.after == ("Le Moulin", "Alsh Du Lac", "Du Val")
