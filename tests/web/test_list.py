"""A list of facilities beside that of the text: completed as the signed text had it, or handed to an avenant."""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from tests.dossiers import SIGNED, People, dossier
from tests.web.conftest import Browse, Stored
from tests.web.reading import Page, hidden, words
from tests.web.test_import import mapped, rows_page, sent

from convenir.access.context import acting_as
from convenir.access.conventions import Dossier, convention
from convenir.access.roles import Verb
from convenir.core.facts import ListCompleted, Listing, known_on
from convenir.core.life import life
from convenir.core.terms import FundingContribution, FundingMaintenance
from convenir.records.models import Convention

HEADS = "Type de structure;Nom de la structure;Gestionnaire\n"
# The list of the text but for its last name, and one that it lacks.
LIST = HEADS + "".join(
    f"{kind};{name};Ville\n"
    for kind, name in (
        ("Eaje", "Charaire"),
        ("Eaje", "Crèche de l’Avenue de la Gare"),
        ("Eaje", "Les Fripounets"),
        ("Eaje", "Pom’ d’Api"),
        ("Eaje", "Les Blagis"),
        ("Eaje", "Clé de Sol"),
        ("Eaje", "Clé de Fa"),
        ("Alsh", "de la ville"),
        ("Alsh", "du centre socioculturel des Blagis"),
        ("Laep", "La Parenthèse"),
    )
)
REASON = "la dernière ligne de l’annexe n’avait pas été lue"


@pytest.fixture
def row(who: People) -> Convention:
    """A dossier whose annex 2 lists facilities, for two clauses."""
    return dossier(who, terms="sceaux-2021", facts=SIGNED, on=date(2021, 3, 1))


def opened(who: People, row: Convention) -> Dossier:
    with acting_as(who.adviser):
        return convention(who.adviser, row.pk, to=Verb.READ)


def listed(who: People, row: Convention, known: date = date.max) -> list[tuple[str, ...]]:
    """The lists of the text, with what is known on that day."""
    found = opened(who, row)
    terms = life(found.terms, known_on(found.facts, known)).texts.last
    clauses: list[Listing] = [*terms.every(FundingMaintenance), *terms.every(FundingContribution)]
    return [one.facilities for one in clauses]


def form_of(client: Client, rows: str, **said: str) -> dict[str, str]:
    page = client.get(rows)
    return {"token": hidden(page, "token"), "key": hidden(page, "key"), "reason": REASON} | said


def completed(client: Client, rows: str, **said: str) -> Page:
    return client.post(rows, form_of(client, rows, **said))


def test_what_would_change_is_shown_first_and_records_nothing(adviser: Client, row: Convention, stored: Stored) -> None:
    before = stored(row)
    page = words(adviser.get(rows_page(adviser, row, LIST)))
    assert "10 structures lues : 1 à ajouter, 1 à retirer, 9 déjà dans le texte. Rien n'est encore enregistré." in page
    assert "Dans le texte, absentes du fichier 1 Ram" in page
    assert "à côté de la liste du texte : annexe 2 : maintien des financements (la Caf), soutien de la" in page
    assert stored(row) == before


def test_the_list_that_the_signed_text_had_counts_from_the_first_day(
    who: People, adviser: Client, row: Convention
) -> None:
    first = listed(who, row)
    done = completed(adviser, rows_page(adviser, row, LIST))
    assert done.status_code == 302
    names = listed(who, row)
    assert names[0] == names[1] == (*first[0][:-1], "Laep La Parenthèse")
    assert listed(who, row, known=date(2021, 3, 1)) == first
    text = words(adviser.get(done["Location"]))
    assert "Liste complétée depuis « plan.csv » : elle vaut depuis l'origine" in text
    assert (
        "par Alice Essai, d'après plan.csv, lignes 2 à 11 : la dernière ligne de l'annexe n'avait pas été lue" in text
    )
    last = opened(who, row).facts[-1]
    assert isinstance(last.event, ListCompleted)
    assert (last.recorded_by, last.evidence, last.note) == ("Alice Essai", "plan.csv", "plan.csv, lignes 2 à 11")
    assert any(entry.verb == "complete_list" for entry in opened(who, row).journal)


def test_the_same_list_again_has_nothing_to_change(adviser: Client, row: Convention, stored: Stored) -> None:
    rows = rows_page(adviser, row, LIST)
    form = form_of(adviser, rows)
    assert [adviser.post(rows, form).status_code for _ in range(2)] == [302, 302]
    count = stored(row)
    again = adviser.get(rows)
    assert "La liste du texte est déjà celle du fichier : il n'y a rien à changer" in words(again)
    assert "Compléter la liste du texte" not in words(again)
    # A form of before, sent once more from another window, has another list under its eyes.
    refused = adviser.post(rows, form | {"token": "autre"})
    assert refused.status_code == 422
    assert stored(row) == count


def test_a_completed_list_is_cancelled_like_any_fact(who: People, adviser: Client, row: Convention) -> None:
    first = listed(who, row)
    completed(adviser, rows_page(adviser, row, LIST))
    fact = opened(who, row).facts[-1]
    assert "Liste du texte complétée (annexe 2), 10 structures" in words(
        adviser.get(f"/conventions/{row.pk}/faits/{fact.id}/annuler")
    )
    adviser.post(f"/conventions/{row.pk}/faits/{fact.id}/annuler", {"motif": "autre annexe"})
    assert listed(who, row) == first


def test_a_list_without_a_reason_is_not_recorded_and_nothing_typed_is_lost(
    adviser: Client, row: Convention, stored: Stored
) -> None:
    rows, before = rows_page(adviser, row, LIST), stored(row)
    refused = completed(adviser, rows, reason="oubli")
    assert refused.status_code == 422
    assert "Dites en quelques mots pourquoi" in words(refused)
    assert "oubli</textarea>" in refused.content.decode()
    assert completed(adviser, rows, reason="").status_code == 422
    assert stored(row) == before


def test_wrong_rows_are_left_out_only_if_one_says_so(who: People, adviser: Client, row: Convention) -> None:
    rows = rows_page(adviser, row, f"{LIST}Eaje;;Ville\n")
    refused = completed(adviser, rows)
    assert refused.status_code == 422
    assert "Des lignes sont à corriger (1)" in words(refused)
    assert completed(adviser, rows, partial="on").status_code == 302
    assert "Laep La Parenthèse" in listed(who, row)[0]


def test_the_other_party_is_led_to_an_avenant(who: People, browse: Browse, row: Convention, stored: Stored) -> None:
    agent = browse(who.agent)
    rows, before = rows_page(agent, row, LIST), stored(row)
    page = agent.get(rows)
    assert "Seules les personnes de « Caf de l'Essai » qui confirment les termes" in words(page)
    assert "Compléter la liste du texte" not in words(page)
    refused = agent.post(rows, {"token": "t", "key": "k", "reason": REASON})
    assert refused.status_code == 422
    assert stored(row) == before


def test_who_only_reads_is_refused(who: People, browse: Browse, adviser: Client, row: Convention) -> None:
    rows = rows_page(adviser, row, LIST)
    assert browse(who.elected).get(rows).status_code == 403
    assert browse(who.stranger).post(rows, {"reason": REASON}).status_code == 404


def test_a_list_that_changes_what_was_agreed_fills_the_form_of_an_avenant(
    who: People, adviser: Client, row: Convention, stored: Stored
) -> None:
    rows, before, first = rows_page(adviser, row, LIST), stored(row), listed(who, row)
    drafted = {f"facilities_{rank}": "\n".join((*first[0], "Laep La Parenthèse")) for rank in (0, 1)}
    assert all(f'name="{name}"' in adviser.get(rows).content.decode() for name in drafted)
    record = f"/conventions/{row.pk}/faits/nouveau?fait=amendment_proposed"
    form = adviser.post(record, drafted | {"remplir": "1", "note": "plan.csv, lignes 2 à 11"})
    assert form.status_code == 200
    assert "Laep La Parenthèse</textarea>" in unescape(form.content.decode())
    assert "Nouvelle liste de structures, la Caf (article 5, alinéa 4, annexe 2)" in words(form)
    assert stored(row) == before
    said = drafted | {"amendment": "Avenant n° 1", "on": "2021-06-01", "token": hidden(form, "token")}
    assert adviser.post(record, said).status_code == 302
    for party in ("caf", "commune"):
        signed = f"/conventions/{row.pk}/faits/nouveau?fait=signed"
        token = hidden(adviser.get(signed), "token")
        adviser.post(signed, {"party": party, "amendment": "avenant-1", "on": "2021-06-02", "token": token})
    assert listed(who, row) == [(*first[0], "Laep La Parenthèse")] * 2
    # What an avenant wrote is not to be read in the signed text.
    assert "Cette liste vient d'un avenant" in words(adviser.get(rows))


def test_a_dossier_without_a_clause_of_funding_says_so(adviser: Client, signed: Convention) -> None:
    page = words(adviser.get(rows_page(adviser, signed, LIST)))
    assert "Aucune clause de ce dossier n'engage de financement sur une liste de structures" in page
    assert "Que faire" not in page


def test_another_list_of_the_text_may_be_chosen(who: People, adviser: Client, row: Convention) -> None:
    completed(adviser, rows_page(adviser, row, LIST))
    columns = sent(adviser, row, (HEADS + "Laep;La Parenthèse;Ville\n").encode(), "annexe_2.csv")["Location"]
    page = words(adviser.get(mapped(adviser, columns)["Location"]))
    assert "1 structure lue : 9 à retirer, 1 déjà dans le texte" in page
