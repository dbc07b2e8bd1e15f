"""Openings, lists of annexes, notes, scans and short clauses that few texts write so."""

import pytest
from tests.reader.clauses import CONVENTION, terms_of

from convenir.core.delays import Years
from convenir.core.terms import Term
from convenir.core.terms.amendment import Annex
from convenir.core.terms.information import SourceMention
from convenir.core.terms.lifetime import Duration, Mode, Renewal
from convenir.core.terms.parties import Formalities, PartyClause
from convenir.core.terms.scope import Citation, Purpose
from convenir.core.terms.termination import Form, Ground, TerminationAtWill, TerminationOnGround
from convenir.reader.outline import BlockKind
from convenir.reader.outlining.blocks import outline
from convenir.reader.reading import Reading, read_text

PLAIN = CONVENTION.format(title="Suivi", words="Un bilan est dressé chaque année.")


def of(kind: type[Term], reading: Reading) -> list[Term]:
    return [term for term in reading.terms.clauses if isinstance(term, kind)]


@pytest.mark.parametrize(
    "opening",
    ["Le présent contrat est conclu entre ", "La présente charte a été signée entre ", "Il est passé entre "],
)
def test_parties_told_in_the_sentence_that_opens_the_act(opening: str) -> None:
    words = (
        f"CONVENTION TERRITORIALE GLOBALE\n\n{opening}la commune de Valbourg, représentée par son maire, Mme Anne "
        "Tissier, ci-après « la commune », et la Caisse d'allocations familiales de la Sorne, représentée par son "
        "directeur, M. Paul Aubin, ci-après « la Caf ».\n\nLes parties travaillent ensemble. Elles se voient.\n\n"
        "Fait à Valbourg, le 3 mars 2022\n"
    )
    names = [party.name for party in read_text(words).terms.every(PartyClause)]
    assert names == ["la commune de Valbourg", "la Caisse d'allocations familiales de la Sorne"]


def test_an_office_with_a_name_that_holds_et() -> None:
    text = PLAIN.replace("son directeur, M. Paul Aubin", "M. Paul Aubin, préfet de Maine-et-Loire")
    caf = next(iter(read_text(text).terms.every(PartyClause)))
    assert [one.capacity for one in caf.signatories] == ["préfet de Maine-et-Loire"]


@pytest.mark.parametrize(
    "laid_out",
    [
        PLAIN.replace("Fait à", "Annexe A : budget ; Annexe B : calendrier.\n\nFait à"),
        f"{PLAIN}\nAnnexe A : budget ; Annexe B : calendrier.\n",
        PLAIN[: PLAIN.index("Fait à")] + "Annexe A : budget ; Annexe B : calendrier.\n",
    ],
)
def test_annexes_listed_on_one_line(laid_out: str) -> None:
    found = read_text(laid_out)
    annexes = [(one.number, one.title, one.listed) for one in found.terms.every(Annex)]
    assert annexes == [("A", "budget", True), ("B", "calendrier", True)]
    assert not any(finding.about == "cut-text" for finding in found.findings)


def test_a_note_stays_in_its_block() -> None:
    note = "Note 1 : Dans la rédaction que les parties ont eue sous les yeux au jour de leur signature commune."
    visas = f"Vu le code de la sécurité sociale ;\n\n{note}\n\nVu le code général des collectivités ;\n\nIl est convenu"
    found = read_text(PLAIN.replace("Il est convenu", visas))
    assert [block.kind for block in found.outline.blocks][2:4] == [BlockKind.CITATIONS, BlockKind.ARTICLE]
    assert len(of(Citation, found)) == 2


def test_an_article_whose_number_returns_and_whose_text_begins_with_pour() -> None:
    text = PLAIN.replace("Article 1 : Objet\n", "TITRE I\n\nArticle 1 : Objet\nPour l'exécution du présent acte,\n")
    text = text.replace("Article 2 :", "TITRE II\n\nArticle 1 :")
    assert [block.number for block in outline(text).articles()] == ["1", "1", "3"]


@pytest.mark.parametrize("title", ["Objet", "But", "Finalités de la convention"])
def test_the_purpose_under_its_other_titles(title: str) -> None:
    text = PLAIN.replace("Article 1 : Objet\nLa présente convention organise", f"Article 1 : {title}\nElle a pour but")
    assert len(of(Purpose, read_text(text))) == 1


def test_pages_counted_above_the_list_of_the_annexes() -> None:
    above = "La convention comporte 7 pages et 2 annexes :\nAnnexe 1 – Budget\nAnnexe 2 – Locaux\n\nFait à"
    (closing,) = read_text(PLAIN.replace("Fait à", above)).terms.every(Formalities)
    assert (closing.pages, closing.annex_count) == (7, 2)


def test_a_scan_that_reads_figures_as_letters() -> None:
    text = PLAIN.replace("Un bilan", "Elle prend effet le ler mars 2O23 pour deux ans. Un bilan")
    found = read_text(f"{text}\nANNEXE l - Projet\nANNEXE 2 - Plan\n")
    assert [str(one.starts_on) for one in found.terms.every(Duration)] == ["2023-03-01"]
    assert [one.number for one in found.terms.every(Annex)] == ["1", "2"]


def test_ends_told_in_few_words() -> None:
    title = "Fin de la convention"
    mutual = terms_of(title, "Les parties peuvent, d'un commun accord, mettre fin à cette convention.")
    assert [one.ground for one in mutual if isinstance(one, TerminationOnGround)] == [Ground.MUTUAL]
    majeure = terms_of(title, "En cas de force majeure, la convention cesse de plein droit sans préavis ni formalité.")
    assert [one.form for one in majeure if isinstance(one, TerminationOnGround)] == [Form.NONE]
    words = (
        "Si, trois mois avant l'échéance, aucune des parties n'a fait connaître aux autres, par lettre recommandée, "
        "qu'elle souhaitait s'arrêter, la convention est reconduite tacitement."
    )
    assert [one.at_term for one in terms_of(title, words) if isinstance(one, TerminationAtWill)] == [True]


def test_their_source_is_told() -> None:
    words = "Les données restent la propriété de la Caf et leur source est indiquée."
    assert any(isinstance(term, SourceMention) for term in terms_of("Données", words))


def test_a_number_of_renewals_told_by_what_may_not_be() -> None:
    words = (
        "Elle est conclue pour deux ans. Sauf opposition d'une partie, elle se prolonge d'année scolaire en année "
        "scolaire ; elle ne peut être prolongée plus de trois fois."
    )
    (renewal,) = (term for term in terms_of("Durée", words) if isinstance(term, Renewal))
    assert (renewal.mode, renewal.step, renewal.ceiling) == (Mode.TACIT, Years(count=1), Years(count=5))


def test_a_renewal_recalled_in_an_impersonal_sentence() -> None:
    words = "Elle dure un an. Il est rappelé qu'elle ne peut être reconduite que par une décision expresse."
    assert [one.mode for one in terms_of("Durée", words) if isinstance(one, Renewal)] == [Mode.EXPRESS]


@pytest.mark.parametrize("years", ["2024 – 2028", "Période 2024-2028", "Années 2024 à 2028"])
def test_the_years_of_a_title_in_a_paragraph_of_their_own(years: str) -> None:
    head = (
        "Entre la Caf du Val, représentée par son directeur,\n\net la commune de Vaux, représentée par son maire,\n\n"
    )
    body = "Article 1 : Durée\n\nLa présente convention dure du 1er janvier 2024 au 31 décembre 2027.\n"
    reading = read_text(f"CONVENTION TERRITORIALE GLOBALE\n\n{years}\n\n{head}{body}")
    assert reading.terms.title == f"CONVENTION TERRITORIALE GLOBALE {years}"
    assert "title-years" in {finding.about for finding in reading.findings}
