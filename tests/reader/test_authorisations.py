"""What a délibération gives to record for a party of a convention."""

from datetime import date

import pytest
from tests.reader.amending.avenants import base

from convenir.core.facts import ActAdopted, ActPublished, ActTransmitted
from convenir.core.facts.parties import Publication
from convenir.core.terms.parties import ActKind
from convenir.reader.authorisations import DeliberationReading, authorisation
from convenir.reader.reading import read_text

ACT = """COMMUNE DE VALBOURG

EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 12 février 2022
Délibération n° 2022-14

Objet : convention territoriale globale avec la Caf de la Sorne

Le conseil municipal,
Vu le code général des collectivités territoriales,
Après en avoir délibéré, {vote},

Article 1 : approuve la convention territoriale globale, qui court jusqu'au 31 décembre 2025.
Article 2 : autorise Mme le Maire à la signer.

Fait et délibéré à Valbourg, les jour, mois et an susdits.
{stamps}
"""
STAMPS = "Acte rendu exécutoire après transmission en préfecture le 15 février 2022 et affichage le 16 février 2022"


def act(vote: str = "par 21 voix pour, 3 contre et 2 abstentions", stamps: str = STAMPS) -> DeliberationReading:
    """That act, read against the convention."""
    found = authorisation(base().terms, read_text(ACT.format(vote=vote, stamps=stamps)))
    assert found is not None
    return found


def test_the_act_belongs_to_the_party_whose_organ_it_is() -> None:
    found = act()
    assert (found.party, found.kind, found.act.number) == ("commune", ActKind.DELIBERATION, "2022-14")
    assert (found.act.votes_for, found.act.votes_against, found.act.abstentions) == (21, 3, 2)


def test_the_act_and_its_stamps_are_facts_of_that_party() -> None:
    adopted, sent, shown = act().facts()
    assert adopted.on == date(2022, 2, 12)
    assert isinstance(adopted.event, ActAdopted)
    assert (adopted.event.party, adopted.event.number) == ("commune", "2022-14")
    assert adopted.event.voted_end_on == date(2025, 12, 31)
    assert (sent.on, sent.event) == (date(2022, 2, 15), ActTransmitted(party="commune"))
    assert (shown.on, shown.event) == (date(2022, 2, 16), ActPublished(party="commune", manner=Publication.POSTED))


def test_a_person_may_name_the_party() -> None:
    assert {dated.event.party for dated in act().facts("epci")} == {"epci"}


def test_an_act_without_stamps_is_only_adopted() -> None:
    (adopted,) = act(stamps="").facts()
    assert isinstance(adopted.event, ActAdopted)


@pytest.mark.parametrize(
    ("vote", "about"),
    [
        ("à l'unanimité, par 21 voix pour et 2 abstentions", "act-votes"),
        ("par 3 voix pour et 21 voix contre", "act-votes"),
    ],
)
def test_votes_that_do_not_fit_are_told(vote: str, about: str) -> None:
    assert about in {finding.about for finding in act(vote).findings}


def test_votes_that_fit_are_not() -> None:
    assert act().findings == ()


def test_the_organ_of_nobody_is_told() -> None:
    text = (
        ACT.format(vote="à l'unanimité", stamps="")
        .replace("CONSEIL MUNICIPAL", "COMITÉ SYNDICAL")
        .replace("conseil municipal", "comité syndical")
    )
    found = authorisation(base().terms, read_text(text))
    assert found is not None
    assert (found.party, found.facts()) == ("", ())
    assert "act-party" in {finding.about for finding in found.findings}


def test_an_act_about_an_avenant_names_it() -> None:
    text = ACT.format(vote="à l'unanimité", stamps="").replace(
        "la convention territoriale globale, qui court",
        "l'avenant n° 2 à la convention territoriale globale, qui court",
    )
    found = authorisation(base().terms, read_text(text))
    assert found is not None
    assert found.amendment == "avenant-2"


def test_a_convention_decides_nothing() -> None:
    assert authorisation(base().terms, base()) is None
