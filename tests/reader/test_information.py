"""What the parties tell each other and the public, in the many ways in which conventions say it; and money kept."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Days, Months
from convenir.core.force import Force
from convenir.core.terms import T
from convenir.core.terms.funding import FundingContribution, FundingMaintenance
from convenir.core.terms.information import (
    Communication,
    Confidentiality,
    MutualInformation,
    PriorConsultation,
    SourceMention,
)


def every(kind: type[T], words: str) -> list[T]:
    return [term for term in terms_of("Engagements réciproques", words) if isinstance(term, kind)]


def test_the_matters_to_tell() -> None:
    words = "Les parties s’informent mutuellement des horaires d’ouverture, de la fermeture des sites et des effectifs."
    assert [one.matters for one in every(MutualInformation, words)] == [
        ("horaires d’ouverture", "fermeture des sites", "effectifs")
    ]


def test_all_that_is_useful_names_nothing() -> None:
    words = "Les parties s’engagent à se communiquer toutes les informations utiles à la convention."
    assert [(one.matters, one.force) for one in every(MutualInformation, words)] == [((), Force.HARD)]


@pytest.mark.parametrize(
    ("words", "matters"),
    [
        (
            "Les parties se tiennent mutuellement informées de tout changement d’organisation.",
            ["changement d’organisation"],
        ),
        ("Chaque partie informe sans délai l’autre des difficultés rencontrées.", ["difficultés rencontrées"]),
        ("Les parties s’informent sans délai de toute fermeture.", []),
    ],
)
def test_other_ways_to_inform(words: str, matters: list[str]) -> None:
    assert [list(one.matters) for one in every(MutualInformation, words)] == [matters]


@pytest.mark.parametrize(
    "words",
    [
        "La partie qui souhaite résilier la convention informe l’autre trois mois avant.",
        "Les familles sont informées de leurs droits.",
    ],
)
def test_what_is_no_mutual_information(words: str) -> None:
    assert every(MutualInformation, words) == []


def test_how_long_before() -> None:
    words = "Chaque partie informe l’autre de la fermeture d’un site au moins un mois avant."
    assert [one.before for one in every(MutualInformation, words)] == [Months(count=1)]
    words = "Les parties s’informent mutuellement de tout changement quinze jours à l’avance."
    assert [one.before for one in every(MutualInformation, words)] == [Days(count=15)]


@pytest.mark.parametrize(
    ("words", "subjects", "major", "concerned"),
    [
        (
            "Les parties s’engagent à une concertation préalable sur les projets majeurs d’investissement.",
            ("projets d’investissement",),
            True,
            False,
        ),
        (
            "Une étude susceptible d’intéresser l’autre partie donne lieu à des échanges préalables.",
            (),
            False,
            True,
        ),
    ],
)
def test_consultation(words: str, subjects: tuple[str, ...], major: bool, concerned: bool) -> None:
    found = every(PriorConsultation, words)
    assert [(one.subjects, one.major_only, one.if_concerned) for one in found] == [(subjects, major, concerned)]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Toute diffusion de données à un tiers mentionne la source.", 1),
        ("Celui qui utilise une donnée en indique toujours la source.", 1),
        ("Les statistiques citées comportent l’indication de leur source.", 1),
        ("Tout graphique mentionne « Source : Caf de la Sorne ».", 1),
        ("Chaque brochure indique l’origine des chiffres.", 1),
        ("Le comité indique l’origine des demandes.", 0),
        ("Les données sont une source de connaissance.", 0),
    ],
)
def test_sources(words: str, count: int) -> None:
    assert len(every(SourceMention, words)) == count


def test_money_that_is_kept_and_for_whom() -> None:
    words = (
        "La Caf maintient le montant constaté en 2021 au titre du contrat enfance jeunesse, sous forme de bonus "
        "territoire, pour les structures suivantes :\n- Crèche des Prés ;\n- Ludothèque.\n"
        "La commune poursuit son soutien financier aux équipements. Cet engagement pourra évoluer avec ses compétences."
    )
    assert [(one.payer, one.facilities) for one in every(FundingMaintenance, words)] == [
        ("caf", ("Crèche des Prés", "Ludothèque"))
    ]
    assert [(one.payer, one.adjustable) for one in every(FundingContribution, words)] == [("commune", True)]


@pytest.mark.parametrize(
    ("words", "internal", "external"),
    [
        ("La source des données est citée sur les documents destinés au public.", False, True),
        ("La source des données est citée sur les documents internes.", True, False),
        ("La source des données est citée sur tout document, interne ou public.", True, True),
        ("La source des données est citée.", True, True),
    ],
)
def test_on_which_documents_the_source_stands(words: str, internal: bool, external: bool) -> None:
    assert [(one.internal, one.external) for one in every(SourceMention, words)] == [(internal, external)]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("Chaque partie soumet à l’autre ses projets de communication.", "joint_decision"),
        ("L’identité visuelle de chaque partie figure sur les affiches.", "logos"),
        ("Toute publication rappelle la participation de l’autre partie.", "mention"),
        ("Les parties font connaître la convention auprès du public.", "promote"),
    ],
)
def test_each_part_of_communication(words: str, field: str) -> None:
    fields = ("joint_decision", "logos", "mention", "promote")
    found = [term for term in terms_of("Communication", words) if isinstance(term, Communication)]
    assert [[name for name in fields if getattr(one, name)] for one in found] == [[field]]


def test_what_may_not_be_divulged() -> None:
    words = "Chaque partie s’interdit de divulguer les informations reçues, au-delà de l’expiration de la convention."
    found = [term for term in terms_of("Discrétion", words) if isinstance(term, Confidentiality)]
    assert [one.survives for one in found] == [True]


@pytest.mark.parametrize(
    ("words", "adjustable"),
    [
        ("La commune continue de subventionner les structures.", False),
        ("La commune maintient son niveau de financement ; il est ajusté si ses compétences évoluent.", True),
    ],
)
def test_money_that_the_authority_goes_on_paying(words: str, adjustable: bool) -> None:
    assert [(one.payer, one.adjustable) for one in every(FundingContribution, words)] == [("commune", adjustable)]


def test_the_channel_of_the_money_kept() -> None:
    words = "La Caf garantit le maintien des financements N-1 du contrat enfance jeunesse par le « bonus territoire »."
    assert [one.channel for one in every(FundingMaintenance, words)] == ["bonus territoire"]


def test_the_source_of_what_is_published() -> None:
    (mention,) = every(SourceMention, "Les données diffusées à l’extérieur mentionnent leur source.")
    assert (mention.internal, mention.external) == (False, True)
