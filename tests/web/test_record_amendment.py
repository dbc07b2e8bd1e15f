"""Two longer stories: an avenant proposed then signed, a breach and its formal notice."""

from urllib.parse import quote

import pytest
from django.test import Client
from tests.dossiers import People
from tests.web.conftest import Browse, Stored
from tests.web.reading import hidden, words

from convenir.access.context import acting_as
from convenir.access.conventions import convention
from convenir.access.roles import Verb
from convenir.core.changes import ClauseAdded, ClauseRemoved, ClauseReplaced
from convenir.core.facts import AmendmentProposed, FundingAllocated
from convenir.core.terms import Annex, Duration, MeetingCadence, PartyClause, TerminationAtWill
from convenir.records.models import Convention


def address(row: Convention, kind: str) -> str:
    return f"/conventions/{row.pk}/faits/nouveau?fait={kind}"


def record(client: Client, row: Convention, kind: str, **said: str | list[str]) -> str:
    """What the site answers when that fact is sent."""
    at = address(row, kind)
    form = {"token": hidden(client.get(at), "token"), **said}
    response = client.post(at, form, follow=True)
    return words(response)


def changes(who: People, row: Convention) -> AmendmentProposed:
    with acting_as(who.adviser):
        events = [fact.event for fact in convention(who.adviser, row.pk, to=Verb.READ).facts]
    return next(event for event in events if isinstance(event, AmendmentProposed))


def test_an_avenant_moves_the_end_once_all_have_signed(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.adviser)
    shown = words(client.get(address(signed, "amendment_proposed")))
    assert "Nouveau dernier jour" in shown and "Nouveau rythme, comité de pilotage" in shown
    form = {"on": "2022-05-02", "amendment": "1", "ends_on": "31/12/2023", "token": "x", "apercu": "1"}
    previewed = words(client.post(address(signed, "amendment_proposed"), form))
    assert "Si toutes les parties signent l'avenant" in previewed
    said = record(client, signed, "amendment_proposed", on="2022-05-02", amendment="1", ends_on="31/12/2023")
    assert "Enregistré : Avenant n° 1 proposé" in said and "jusqu'au 31 décembre 2023" in said
    assert "31 décembre 2022" in words(client.get(f"/conventions/{signed.pk}/?on=2022-06-01"))
    for party in ("caf", "commune"):
        said = record(client, signed, "signed", on="2022-06-10", party=party, amendment="avenant-1")
        assert "Signature de l'avenant n° 1 par" in said
    assert "31 décembre 2023" in words(client.get(f"/conventions/{signed.pk}/?on=2022-06-11"))


def test_one_avenant_may_change_several_things(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.adviser)
    record(
        client,
        signed,
        "amendment_proposed",
        on="2022-05-02",
        amendment="Avenant n° 1",
        notice="6 mois",
        rhythm_copil="2:civil_year",
        joins="Communauté de communes de l’Essai",
        joins_as="epci",
        leaves=["commune"],
        annex_added="Liste des équipements",
    )
    kept = changes(who, signed).changes
    assert [type(change) for change in kept] == [
        ClauseReplaced,
        ClauseAdded,
        ClauseAdded,
        ClauseRemoved,
        ClauseAdded,
    ]
    clauses = [change.clause for change in kept if not isinstance(change, ClauseRemoved)]
    assert [type(clause) for clause in clauses] == [TerminationAtWill, MeetingCadence, PartyClause, Annex]
    assert "Communauté de communes de l'Essai" in words(client.get(address(signed, "signed")))


def test_an_avenant_that_changes_nothing_is_sent_back(signed: Convention, adviser: Client, stored: Stored) -> None:
    before = stored(signed)
    response = adviser.post(address(signed, "amendment_proposed"), {"on": "2022-05-02", "amendment": "1", "token": "x"})
    assert response.status_code == 422
    assert "remplissez au moins un changement" in words(response)
    assert stored(signed) == before


def test_a_clause_is_removed_by_its_box(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.adviser)
    with acting_as(who.adviser):
        clauses = convention(who.adviser, signed.pk, to=Verb.READ).terms.clauses
    article = next(clause.source.article for clause in clauses if isinstance(clause, Duration))
    record(client, signed, "amendment_proposed", on="2022-05-02", amendment="1", removed=[f"Duration||{article}"])
    (change,) = changes(who, signed).changes
    assert change == ClauseRemoved(clause="Duration", article=article)


def test_a_breach_then_its_formal_notice_then_its_cure(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.adviser)
    nothing = words(client.get(address(signed, "formal_notice_sent")))
    assert "Aucun manquement en cours n'est enregistré" in nothing
    said = record(
        client, signed, "breach_recorded", on="2021-02-01", breach="Comité non réuni", party="commune", ground="breach"
    )
    assert "Manquement de la commune : Comité non réuni" in said
    said = record(
        client, signed, "formal_notice_sent", on="2021-02-03", party="caf", breach="Comité non réuni", cure="1 mois"
    )
    assert "Mise en demeure de la Caf envoyée : Comité non réuni, délai laissé : 1 mois" in said
    said = record(client, signed, "breach_cured", on="2021-02-20", breach="Comité non réuni")
    assert "Manquement réparé" in said
    assert "Aucun manquement en cours n'est enregistré" in words(client.get(address(signed, "formal_notice_sent")))


@pytest.mark.parametrize(
    "case",
    [
        ("notice_withdrawn", {"party": "caf"}, "il n'y a rien à retirer"),
        ("signed", {"party": "caf"}, "déjà enregistrée, le 12 décembre 2019"),
        ("termination_declared", {"party": "caf", "ground": "caprice"}, "Choisissez dans la liste"),
        ("request_answered", {"request": "", "accepted": "oui"}, "Choisissez dans la liste"),
        ("request_answered", {"request": "", "accepted": ""}, "Choisissez dans la liste"),
        ("funding_allocated", {"payer": "caf", "facility": "Crèche", "amount": "dix", "year": "2021"}, "412 350,00"),
        ("formal_notice_sent", {"party": "caf", "cure": "bientôt"}, "n'est pas un délai"),
    ],
)
def test_what_cannot_be_is_said_in_words(
    signed: Convention, adviser: Client, stored: Stored, case: tuple[str, dict[str, str], str]
) -> None:
    kind, form, said = case
    before = stored(signed)
    response = adviser.post(address(signed, kind), {"on": "2021-02-01", "token": "x", **form})
    assert response.status_code == 422
    assert said in words(response)
    assert stored(signed) == before


def test_an_amount_is_written_as_in_french(who: People, signed: Convention, browse: Browse) -> None:
    said = record(
        browse(who.adviser),
        signed,
        "funding_allocated",
        on="2021-02-01",
        payer="caf",
        facility="Crèche des Lilas",
        amount="412 350,50",
        year="2021",
    )
    assert "412 350,50 € attribués par la Caf pour 2021 : Crèche des Lilas" in said
    with acting_as(who.adviser):
        event = convention(who.adviser, signed.pk, to=Verb.READ).facts[-1].event
    assert isinstance(event, FundingAllocated) and str(event.amount) == "412350.50"


def test_a_fact_is_found_by_its_words_with_or_without_script(who: People, signed: Convention, browse: Browse) -> None:
    client = browse(who.adviser)
    at = f"/conventions/{signed.pk}/faits/nouveau"
    found = words(client.get(f"{at}?cherche={quote('lettre recommandée refusée')}"))
    assert "Lettre de résiliation refusée" in found and "Séance tenue" not in found
    assert "Aucun fait ne porte ces mots" in words(client.get(f"{at}?cherche=kangourou"))
