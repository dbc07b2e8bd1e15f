"""The plan, its means, its circuit and its indicators in the many ways in which conventions say them."""

from datetime import date

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Between
from convenir.core.force import Force
from convenir.core.terms import T
from convenir.core.terms.plan import (
    ActionPlan,
    CaseCircuit,
    IndicatorRule,
    Means,
    Milestone,
    ReceptionNetwork,
    SharedDiagnosis,
)


def every(kind: type[T], words: str) -> list[T]:
    return [term for term in terms_of("Engagements des parties", words) if isinstance(term, kind)]


def test_a_closed_list_of_themes_that_a_body_may_extend() -> None:
    words = (
        "Les parties définissent chaque année un plan d’actions sous forme de fiches, dont les thématiques sont les "
        "suivantes :\n- la jeunesse ;\n- le logement.\nUn comité de pilotage est créé. Le comité de pilotage peut "
        "adopter des thématiques nouvelles."
    )
    (plan,) = every(ActionPlan, words)
    assert (plan.yearly, plan.by_sheets, plan.closed, plan.extended_by) == (True, True, True, "copil")
    assert plan.themes == ("la jeunesse", "le logement")


def test_an_open_list_of_themes() -> None:
    words = "Le plan d’actions porte notamment sur les thèmes suivants :\n- la jeunesse ;\n- le logement."
    (plan,) = every(ActionPlan, words)
    assert (plan.themes, plan.closed) == (("la jeunesse", "le logement"), False)


@pytest.mark.parametrize(
    ("words", "required"),
    [
        ("Chaque fiche action précise le besoin, les moyens et les indicateurs.", ("need", "means", "indicators")),
        ("Les fiches actions comportent le constat, le budget et la thématique.", ("theme", "need", "means")),
        ("Chaque fiche action précise ses indicateurs.", ()),
        ("Les fiches actions sont annexées.", ()),
    ],
)
def test_what_each_fiche_says(words: str, required: tuple[str, ...]) -> None:
    assert [plan.required for plan in every(ActionPlan, f"Un plan d’actions est annexé. {words}")] == [required]


@pytest.mark.parametrize(
    ("words", "human", "material", "force"),
    [
        ("Les parties s’engagent à mobiliser les moyens humains et matériels utiles.", True, True, Force.HARD),
        ("Chaque partie fournit les moyens nécessaires.", True, True, Force.HARD),
        (
            "Dans la mesure du possible, la commune met en œuvre les moyens humains et affecte deux agents.",
            True,
            False,
            Force.QUALIFIED,
        ),
    ],
)
def test_means(words: str, human: bool, material: bool, force: Force) -> None:
    found = every(Means, words)
    assert [(means.human, means.material, means.force) for means in found] == [(human, material, force)]


def test_circuit_reception_and_indicators() -> None:
    words = (
        "Les parties définissent une procédure pour le traitement des situations urgentes. Elles se donnent pour "
        "objectif la mise en réseau de leurs lieux d’accueil du public et adaptent l’accueil des plus fragiles.\n"
        "Chaque fiche action comporte au moins trois indicateurs, décrits en annexe 2, avec leur unité de mesure et "
        "leur cible."
    )
    assert [circuit.force for circuit in every(CaseCircuit, words)] == [Force.HARD]
    assert [(one.sites, one.force) for one in every(ReceptionNetwork, words)] == [
        ("lieux d’accueil du public", Force.SOFT)
    ]
    assert [(rule.annex, rule.minimum, rule.quality) for rule in every(IndicatorRule, words)] == [("2", 3, True)]


def test_with_whom_the_diagnosis_is_made() -> None:
    words = "Le diagnostic territorial est partagé avec les associations, le centre social et la MSA."
    assert [one.participants for one in every(SharedDiagnosis, words)] == [("associations", "centre social", "MSA")]
    words = "Le diagnostic est partagé avec l’ensemble des partenaires."
    assert [one.participants for one in every(SharedDiagnosis, words)] == [()]


@pytest.mark.parametrize(
    "words",
    [
        "Les associations, le centre social et la MSA ont été associés au diagnostic partagé.",
        "Ont participé au diagnostic territorial les associations, le centre social et la MSA.",
    ],
)
def test_who_took_part_in_the_diagnosis(words: str) -> None:
    found = [one.participants for one in every(SharedDiagnosis, words)]
    assert [tuple(name.lower() for name in names) for names in found] == [("associations", "centre social", "msa")]


@pytest.mark.parametrize(
    ("words", "yearly"),
    [
        ("Un plan d’actions est arrêté chaque année par les parties.", True),
        ("Le programme d’actions est adopté tous les ans.", True),
        ("Le plan d’actions est annexé.", False),
    ],
)
def test_a_plan_for_each_year(words: str, yearly: bool) -> None:
    assert [plan.yearly for plan in every(ActionPlan, words)] == [yearly]


@pytest.mark.parametrize(
    "added",
    [
        "Le comité de pilotage peut retenir d’autres thématiques.",
        "Cette liste est complétée, si nécessaire, par le comité de pilotage.",
    ],
)
def test_who_may_add_a_theme(added: str) -> None:
    words = (
        "Les fiches actions relèvent des seules thématiques suivantes :\n- la jeunesse ;\n- le logement.\n"
        f"Un comité de pilotage est créé. {added}"
    )
    assert [(plan.closed, plan.extended_by) for plan in every(ActionPlan, words)] == [(True, "copil")]


@pytest.mark.parametrize(
    ("words", "human", "material"),
    [
        ("Les signataires apportent les ressources humaines et logistiques utiles aux actions.", True, True),
        ("Chaque partie affecte le personnel nécessaire aux actions.", True, False),
    ],
)
def test_means_by_other_names(words: str, human: bool, material: bool) -> None:
    assert [(means.human, means.material) for means in every(Means, words)] == [(human, material)]


def test_the_staff_of_one_party_is_no_means_of_all() -> None:
    assert every(Means, "La commune affecte le personnel du service à la crèche.") == []


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        (
            "Les parties définissent un circuit pour les dossiers complexes ou sensibles.",
            "dossiers complexes ou sensibles",
        ),
        ("Les situations les plus difficiles suivent un circuit commun.", "situations les plus difficiles"),
    ],
)
def test_the_cases_of_a_circuit(words: str, cases: str) -> None:
    assert [circuit.cases for circuit in every(CaseCircuit, words)] == [cases]


@pytest.mark.parametrize(
    ("words", "place", "annex", "minimum", "quality"),
    [
        ("Chaque fiche prévoit un minimum de deux indicateurs.", "Chaque fiche", "", 2, False),
        ("L’annexe 3 recense les indicateurs de suivi.", "L’annexe 3", "3", 1, False),
        ("Les indicateurs, listés à l’annexe 3, portent chacun une valeur cible.", "l’annexe 3", "3", 1, True),
    ],
)
def test_where_the_indicators_stand(words: str, place: str, annex: str, minimum: int, quality: bool) -> None:
    found = every(IndicatorRule, words)
    assert [(one.place, one.annex, one.minimum, one.quality) for one in found] == [(place, annex, minimum, quality)]


def test_steps_with_their_days_are_a_calendar() -> None:
    steps = "Les étapes sont les suivantes :\n- lancement : mars 2023 ;\n- validation : {} ;"
    assert [step.label for step in every(Milestone, steps.format("juin 2023"))] == ["lancement", "validation"]
    assert every(Milestone, steps.format("par le comité")) == []


def test_a_diagnosis_to_come_and_one_that_is_only_sent() -> None:
    later = "Un diagnostic partagé sera réalisé au cours de la première année et annexé à la convention."
    assert [one.deferred for one in every(SharedDiagnosis, later)] == [True]
    assert every(SharedDiagnosis, "La Caf transmet chaque année un portrait social du territoire.") == []


def test_places_of_reception_that_work_as_a_network() -> None:
    words = (
        "Les espaces d’accueil des deux institutions fonctionnent en réseau. Un accueil adapté est proposé aux publics "
        "éloignés du numérique."
    )
    assert [(one.sites, one.adapted) for one in every(ReceptionNetwork, words)] == [("espaces d’accueil", True)]


def test_a_step_planned_in_a_part_of_a_year() -> None:
    words = "Calendrier :\n- Diagnostic : 2e trimestre 2024\n- Vote : second semestre 2025"
    planned = [(one.label, one.planned) for one in every(Milestone, words)]
    assert planned == [
        ("Diagnostic", Between(earliest=date(2024, 4, 1), latest=date(2024, 6, 30))),
        ("Vote", Between(earliest=date(2025, 7, 1), latest=date(2025, 12, 31))),
    ]


def test_a_calendar_that_begins_with_the_dates() -> None:
    words = "Le calendrier de mise en œuvre est le suivant :\n- juin 2024 : enquête ;\n- 3 mars 2025 : signature."
    assert [(one.label, one.words) for one in every(Milestone, words)] == [
        ("enquête", "juin 2024"),
        ("signature", "3 mars 2025"),
    ]
