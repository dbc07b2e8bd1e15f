"""Clauses about scope, plan, money, changes, disputes and information, in many phrasings."""

from typing import TypeVar

import pytest

from convenir.core.terms import Term
from convenir.core.terms.amendment import AmendmentClause, AmendmentScope, Annex, Severability, TitlePrecedence
from convenir.core.terms.disputes import Dispute
from convenir.core.terms.funding import FundingContribution, FundingMaintenance
from convenir.core.terms.information import (
    Communication,
    Confidentiality,
    MutualInformation,
    PriorConsultation,
    SourceMention,
)
from convenir.core.terms.plan import ActionPlan, IndicatorRule, Means, SharedDiagnosis
from convenir.core.terms.scope import Autonomy, HigherNorm, NormEffect, RelatedInstrument, Relation, SharedObjectives
from convenir.reader.reading import read_text

T = TypeVar("T", bound=Term)
PARTIES = """CONVENTION

Entre :

La Caf du Val, représentée par Mme Rose Artaud, directrice, ci-après « la Caf » ;

Et

La commune de Vaux, représentée par M. Luc Pin, maire, ci-après « la commune » ;

"""


def clauses(kind: type[T], words: str, title: str = "Divers") -> list[T]:
    text = f"{PARTIES}Article 1 : Objet\nLes parties agissent.\n\nArticle 2 : {title}\n{words}\n"
    return list(read_text(text).terms.every(kind))


@pytest.mark.parametrize(
    ("words", "scope", "lists", "annexes", "optional"),
    [
        ("Toute modification fait l'objet d'un avenant.", AmendmentScope.ANY, False, False, False),
        (
            "La convention ne peut être modifiée que par avenant signé des parties.",
            AmendmentScope.ANY,
            False,
            False,
            False,
        ),
        ("La convention pourra être modifiée par voie d'avenant.", AmendmentScope.ANY, False, False, False),
        ("Nul changement ne vaut s'il n'est fait par écrit et signé de tous.", AmendmentScope.ANY, False, False, False),
        (
            "Un changement notable des missions donne lieu à un avenant.",
            AmendmentScope.SUBSTANTIAL,
            False,
            False,
            False,
        ),
        ("Toute évolution peut faire l'objet d'un avenant.", AmendmentScope.ANY, False, False, True),
        (
            "Toute modification suppose un avenant. Cet avenant précise toutes les modifications, annexes comprises.",
            AmendmentScope.ANY,
            True,
            True,
            False,
        ),
    ],
)
def test_an_amendment(words: str, scope: AmendmentScope, lists: bool, annexes: bool, optional: bool) -> None:
    (found,) = clauses(AmendmentClause, words)
    assert (found.scope, found.lists_changes, found.covers_annexes, found.optional) == (scope, lists, annexes, optional)


@pytest.mark.parametrize(
    "words",
    [
        "La convention est résiliée de plein droit si un terme est modifié sans la signature d'un avenant.",
        "Cet avenant précise les modifications.",
        "Les modifications du schéma sont publiées.",
    ],
)
def test_no_amendment(words: str) -> None:
    assert clauses(AmendmentClause, words) == []


@pytest.mark.parametrize(
    ("words", "themes"),
    [
        ("Les parties retiennent trois axes communs :\n- la jeunesse ;\n- le logement ;\n- la santé.", 3),
        ("Les thématiques sont les suivantes :\n1. Jeunesse\n   a) ouvrir un lieu\n2. Logement\n   a) loger", 2),
        ("Les champs d'intervention conjoints sont :\n· d'aider les parents\n· ouvrir un lieu\n· de loger", 2),
        ("Les parties partagent les domaines suivants : la jeunesse, le logement et la santé.", 3),
        ("Les parties agissent :\n- vite ;\n- bien.", 0),
    ],
)
def test_the_shared_themes(words: str, themes: int) -> None:
    found = clauses(SharedObjectives, words)
    assert [len(one.themes) for one in found] == ([themes] if themes else [])


@pytest.mark.parametrize(
    ("words", "effect"),
    [
        ("Aucune clause de la présente convention contraire à la Cog n'est opposable.", NormEffect.UNOPPOSABLE),
        ("Les stipulations de la Cog prévalent sur celles de la présente convention.", NormEffect.UNOPPOSABLE),
        ("La présente convention est conclue dans le cadre des orientations de la Cog.", NormEffect.READ_WITHIN),
        ("La Cog est publiée.", None),
    ],
)
def test_the_higher_norm(words: str, effect: NormEffect | None) -> None:
    assert [norm.effect for norm in clauses(HigherNorm, words)] == ([effect] if effect else [])


def test_annexes_cited_listed_promised() -> None:
    words = (
        "Le plan figure en annexe 1. Les annexes 2 et 3 seront jointes dans les trois mois suivant la signature.\n\n"
        "Fait à Vaux, le 3 mai 2021\n\nANNEXE 1 – Plan (à venir)\n\nAnnexe 2 : Carte\nLa carte montre deux crèches.\n"
    )
    found = {annex.number: annex for annex in clauses(Annex, words)}
    assert [(a.number, a.title, a.listed, a.present, a.deferred) for _, a in sorted(found.items())] == [
        ("1", "Plan", True, False, True),
        ("2", "Carte", True, True, True),
        ("3", "", False, False, True),
    ]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Severability, "Une clause nulle est réputée non écrite ; les autres demeurent."),
        (Severability, "La nullité d'une clause n'entraîne pas celle des autres."),
        (TitlePrecedence, "Si le titre et le contenu d'une clause diffèrent, le contenu prévaut sur le titre."),
        (Autonomy, "Chaque partie conserve la faculté de contracter avec d'autres."),
        (MutualInformation, "Les parties s'informent mutuellement de leurs projets."),
        (PriorConsultation, "Elles se concertent en amont sur les grands projets."),
        (SourceMention, "Toute publication mentionne la source des données."),
        (Means, "Chacune mobilise les moyens humains et matériels nécessaires."),
        (SharedDiagnosis, "Le projet repose sur un diagnostic partagé (annexe 1)."),
    ],
)
def test_a_clause_that_is_there_or_not(kind: type[Term], words: str) -> None:
    assert len(clauses(kind, words)) == 1
    assert clauses(kind, "Les parties se réunissent au siège de la commune.") == []


def test_a_dispute() -> None:
    (found,) = clauses(
        Dispute,
        "En cas de litige, les parties cherchent un accord amiable, puis le tribunal administratif de Vaux est saisi.",
    )
    assert (found.court, found.amicable_first) == ("tribunal administratif de Vaux", True)


@pytest.mark.parametrize(
    ("words", "survives"),
    [
        ("Les parties sont tenues au secret professionnel, y compris après la fin de la convention.", True),
        ("Les parties sont tenues à une obligation de discrétion pendant la convention.", False),
    ],
)
def test_confidentiality(words: str, survives: bool) -> None:
    assert [one.survives for one in clauses(Confidentiality, words, "Confidentialité")] == [survives]


def test_communication() -> None:
    words = "La communication est décidée en commun. Les supports portent les logos. Chacun cite l'action de l'autre."
    (found,) = clauses(Communication, words, "Communication")
    assert (found.joint_decision, found.logos, found.mention, found.promote) == (True, True, True, False)


def test_the_money() -> None:
    words = (
        "La Caf s'engage à conserver le montant du contrat enfance jeunesse, au titre du bonus territoire. "
        "La commune poursuit son soutien financier aux équipements de l'annexe 2. Cet engagement pourra évoluer."
    )
    (kept,), (paid,) = clauses(FundingMaintenance, words), clauses(FundingContribution, words)
    assert (kept.payer, kept.channel) == ("caf", "bonus territoire")
    assert (paid.payer, paid.annex, paid.adjustable) == ("commune", "2", True)


@pytest.mark.parametrize(
    ("words", "yearly"),
    [
        ("Les parties arrêtent chaque année un programme d'actions sous forme de fiches.", True),
        ("Les parties suivent le plan d'actions de l'annexe 3, décliné en fiches actions.", False),
    ],
)
def test_the_action_plan(words: str, yearly: bool) -> None:
    assert [(plan.yearly, plan.by_sheets) for plan in clauses(ActionPlan, words)] == [(yearly, True)]


def test_the_place_of_indicators() -> None:
    (found,) = clauses(
        IndicatorRule, "Les indicateurs d'évaluation sont regroupés à l'annexe 4 de la présente convention."
    )
    assert (found.place, found.annex) == ("l'annexe 4", "4")


@pytest.mark.parametrize(
    ("following", "to_update"),
    [
        ("Sa mise à jour sera faite durant la présente convention.", True),
        ("Leur mise à jour est attendue au cours de la convention.", True),
        ("Elle reste applicable.", False),
        ("", False),
    ],
)
def test_an_instrument_that_the_parties_must_update(following: str, to_update: bool) -> None:
    [instrument] = clauses(
        RelatedInstrument, f"Une convention d'échange de données a été conclue le 5 mai 2011. {following}".strip()
    )
    assert (instrument.relation, instrument.to_update) == (Relation.DATA, to_update)
