"""Shared themes, aims of one party and labels in the many ways in which conventions say them."""

from decimal import Decimal

import pytest
from tests.reader.clauses import terms_of

from convenir.core.force import Force
from convenir.core.terms.scope import (
    Autonomy,
    Comparator,
    HigherNorm,
    Nature,
    NormEffect,
    OrientationTarget,
    RelatedInstrument,
    Relation,
    SharedObjectives,
    UnilateralProgramme,
)

LIST = "\n- la petite enfance ;\n- le logement ;\n- la jeunesse."
THEMES = ("la petite enfance", "le logement", "la jeunesse")


@pytest.mark.parametrize(
    "words",
    [
        "La convention est organisée autour de trois axes :",
        "La convention comporte trois volets :",
        "Les axes de travail des parties sont au nombre de trois :",
        "Les parties soutiennent les axes suivants :",
        "Les champs d’intervention conjoints sont :",
        "La coopération porte sur les domaines suivants :",
        "Les parties retiennent les thématiques suivantes :",
    ],
)
def test_how_themes_are_announced(words: str) -> None:
    found = [term for term in terms_of("Champs de coopération", words + LIST) if isinstance(term, SharedObjectives)]
    assert [(one.themes, one.holder, one.closed) for one in found] == [(THEMES, "", False)]


def test_themes_explained_by_lists_that_no_margin_sets_apart() -> None:
    words = (
        "Les champs d’intervention partagés sont :\n\n- Mieux vivre en famille :\n- ouvrir un lieu d’accueil ;\n"
        "- soutenir les parents.\n- Bien grandir ;\n- Habiter le territoire :\n- loger les jeunes ;\n- rénover.\n"
    )
    found = [term for term in terms_of("Champs d’intervention", words) if isinstance(term, SharedObjectives)]
    assert [one.themes for one in found] == [("Mieux vivre en famille", "Bien grandir", "Habiter le territoire")]


@pytest.mark.parametrize(
    "words",
    [
        "Le bilan comporte trois volets :",
        "Le comité de pilotage a pour missions :",
        "Le diagnostic porte sur les domaines suivants :",
    ],
)
def test_lists_that_are_no_themes(words: str) -> None:
    terms = terms_of("Suivi", words + LIST)
    assert [term for term in terms if isinstance(term, SharedObjectives)] == []


def test_a_closed_list() -> None:
    words = "La coopération porte exclusivement sur les thématiques suivantes :" + LIST
    assert [term.closed for term in terms_of("Champs", words) if isinstance(term, SharedObjectives)] == [True]


@pytest.mark.parametrize(
    ("words", "comparator", "value"),
    [
        ("70 % des places nouvelles iront aux quartiers prioritaires.", Comparator.AT_LEAST, Decimal(70)),
        ("Le développement du réseau vise un relais pour 80 professionnelles, soit 1 pour 80 professionnelles.",
         Comparator.AT_MOST, Decimal(80)),
    ],
)  # fmt: skip
def test_targets(words: str, comparator: Comparator, value: Decimal) -> None:
    found = [term for term in terms_of("Les orientations de la Caf", words) if isinstance(term, OrientationTarget)]
    assert [(one.comparator, one.value, one.holder) for one in found] == [(comparator, value, "caf")]


@pytest.mark.parametrize(
    "words",
    [
        "La Caf finance 50 % des dépenses des structures.",
        "38 % des familles de la commune sont allocataires.",
        "Un acompte de 70 % des crédits est versé.",
    ],
)
def test_figures_that_are_no_targets(words: str) -> None:
    terms = terms_of("Les orientations de la Caf", words)
    assert [term for term in terms if isinstance(term, OrientationTarget)] == []


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("La commune a vocation à développer les services de proximité.", Force.SOFT),
        ("La commune s’engage à ouvrir une ludothèque.", Force.HARD),
    ],
)
def test_what_one_party_says_that_it_will_do(words: str, force: Force) -> None:
    terms = terms_of("Les champs d’intervention de la commune", words)
    found = [term for term in terms if isinstance(term, UnilateralProgramme)]
    assert [(one.party, one.force) for one in found] == [("commune", force)]


@pytest.mark.parametrize(
    ("words", "brought"),
    [
        (
            "La Caf apporte le concours d’un conseiller technique. Elle accompagne les porteurs de projet.",
            [
                ("caf", "apporte le concours d’un conseiller technique", Force.HARD),
                ("caf", "accompagne les porteurs de projet", Force.HARD),
            ],
        ),
        ("La commune, de son côté, fournit les locaux.", [("commune", "fournit les locaux", Force.HARD)]),
        (
            "La commune ouvre, chaque fois que possible, ses salles.",
            [("commune", "ouvre, chaque fois que possible, ses salles", Force.QUALIFIED)],
        ),
        # Not one party alone; what can be counted; what another clause holds.
        ("La Caf et la commune fournissent les locaux.", []),
        ("La Caf verse 3 000 euros à la commune.", []),
        ("La commune ouvre un guichet avant le 1er juin 2024.", []),
        ("La Caf anime le comité de pilotage.", []),
        ("Les familles, elles, apportent un goûter.", []),
    ],
)
def test_what_each_party_brings(words: str, brought: list[tuple[str, str, Force]]) -> None:
    found = [term for term in terms_of("Contributions de chacun", words) if isinstance(term, UnilateralProgramme)]
    assert [(one.party, one.action, one.force) for one in found] == brought


def test_what_a_party_brings_is_told_in_the_article_on_it() -> None:
    terms = terms_of("Suites", "La commune fournit les locaux.")
    assert [term for term in terms if isinstance(term, UnilateralProgramme)] == []


@pytest.mark.parametrize(
    ("words", "aims"),
    [
        ("Il s’agit de créer 4 ou 5 logements pour les jeunes.", [("logements pour les jeunes", Decimal(4))]),
        (
            "La convention a pour objectif de :\n- ouvrir trois lieux d’accueil ;\n- former les agents.",
            [("lieux d’accueil", Decimal(3))],
        ),
        ("La commune s’engage à créer 20 places.", []),
        ("Il s’agit de créer un lieu d’accueil.", []),
    ],
)
def test_numbers_aimed_at(words: str, aims: list[tuple[str, Decimal]]) -> None:
    found = [term for term in terms_of("Logement", words) if isinstance(term, OrientationTarget)]
    assert [(one.indicator, one.value) for one in found] == aims


def test_the_powers_of_an_authority_may_be_told_at_length() -> None:
    powers = (
        "l’aménagement de l’espace, notamment l’élaboration du schéma, la protection de l’environnement, ainsi que la "
        "détermination et l’implantation des équipements",
        "la gestion des accueils de loisirs",
    )
    words = "Ces actions concernent :\n" + "\n".join(f"- {power} ;" for power in powers)
    found = [t for t in terms_of("Les champs d’intervention de la commune", words) if isinstance(t, SharedObjectives)]
    assert [(one.holder, one.themes) for one in found] == [("commune", powers)]


def test_no_new_scheme() -> None:
    words = "La convention est un cadre politique ; elle ne modifie ni ne remplace les dispositifs existants."
    found = [term for term in terms_of("Portée", words) if isinstance(term, Nature)]
    assert [(one.political_framework, one.no_new_scheme) for one in found] == [(True, True)]


@pytest.mark.parametrize(
    "words",
    [
        f"Le projet s’ordonne en trois axes, que les fiches-actions détaillent :{LIST}",
        f"Trois priorités guident l’action des parties :{LIST}",
        f"Sont retenus comme axes de ce partenariat :{LIST}",
        f"Le réseau se donne pour axes :{LIST}",
        f"Les parties agissent dans les domaines ci-dessous.{LIST}",
        f"Les partenaires ont arrêté les axes suivants.{LIST}",
        "Le projet est bâti sur trois axes : 1° la petite enfance ; 2° le logement ; 3° la jeunesse.",
        "La convention couvre trois domaines, à savoir la petite enfance, le logement et la jeunesse.",
        "Les thématiques retenues sont :\nla petite enfance ;\nle logement ;\nla jeunesse.",
        "Les champs d’intervention conjoints sont :\ni) la petite enfance ;\nii) le logement ;\niii) la jeunesse.",
        "Les axes communs sont :\n- premièrement, la petite enfance ;\n- puis, le logement ;\n- enfin, la jeunesse.",
        "Trois axes communs sont retenus :\n- Axe 1 : la petite enfance\n- Axe 2 : le logement\n- Axe 3 : la jeunesse",
        "Les champs d’intervention conjoints sont\n- la petite enfance ;\n- le logement ;\n- la jeunesse.",
        "Thématique | Pilote\nla petite enfance | Caf\nle logement | Commune\nla jeunesse | Caf",
        "a) la petite enfance\nb) le logement\nc) la jeunesse",
    ],
)
def test_other_ways_of_listing_the_themes(words: str) -> None:
    found = [term for term in terms_of("Champs d’intervention", words) if isinstance(term, SharedObjectives)]
    assert [one.themes for one in found] == [THEMES]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Évaluation", f"Le rapport comprend trois volets :{LIST}"),
        ("Suivi", f"Le comité examine :{LIST}"),
        ("Moyens", "Indicateur | Source\nTaux | Caf\nPart | Commune"),
        ("Bilan", "- la petite enfance ;\n- le logement."),
    ],
)
def test_other_lists_that_are_no_themes(title: str, words: str) -> None:
    assert [term for term in terms_of(title, words) if isinstance(term, SharedObjectives)] == []


@pytest.mark.parametrize(
    ("words", "limb"),
    [
        ("La convention n’affecte pas les attributions de chaque signataire.", "no_impairment"),
        ("Chaque partie garde le plein exercice de ses compétences.", "no_impairment"),
        ("Les parties demeurent libres de conclure d’autres accords.", "free_to_contract"),
        ("La convention n’est pas exclusive.", "no_exclusivity"),
        ("Elle n’empêche pas les parties de signer d’autres conventions.", "no_exclusivity"),
        ("Les conventions déjà signées par les parties demeurent en vigueur.", "prior_commitments_prevail"),
        ("Elle ne modifie en rien les engagements pris antérieurement.", "prior_commitments_prevail"),
    ],
)
def test_each_limb_of_autonomy(words: str, limb: str) -> None:
    limbs = ("no_impairment", "free_to_contract", "no_exclusivity", "prior_commitments_prevail")
    found = [term for term in terms_of("Principes", words) if isinstance(term, Autonomy)]
    assert [[name for name in limbs if getattr(one, name)] for one in found] == [[limb]]


@pytest.mark.parametrize(
    "words",
    [
        "La résiliation ne remet pas en cause les engagements déjà pris, qui continuent jusqu’à leur terme.",
        "La commune ne limite pas l’accès des familles.",
        "Le tribunal est exclusivement compétent.",
    ],
)
def test_what_is_no_autonomy(words: str) -> None:
    assert [term for term in terms_of("Divers", words) if isinstance(term, Autonomy)] == []


@pytest.mark.parametrize(
    ("words", "effect"),
    [
        ("En cas de divergence avec la Cog, celle-ci s’impose.", NormEffect.UNOPPOSABLE),
        ("Toute clause contraire à la convention d’objectifs et de gestion est inopposable.", NormEffect.UNOPPOSABLE),
        ("Les engagements de la Caf s’exercent dans les limites de la Cog.", NormEffect.READ_WITHIN),
    ],
)
def test_the_norm_above(words: str, effect: NormEffect) -> None:
    assert [term.effect for term in terms_of("Portée", words) if isinstance(term, HigherNorm)] == [effect]


@pytest.mark.parametrize(
    ("words", "relation", "title"),
    [
        ("La convention décline le schéma départemental des familles 2022-2026.", Relation.FRAMEWORK,
         "schéma départemental des familles 2022-2026"),
        ("Elle vient compléter les conventions thématiques en cours.", Relation.COMPLETED,
         "les conventions thématiques en cours"),
        ("Elle ne se substitue pas aux conventions sectorielles et les complète.", Relation.COMPLETED,
         "conventions sectorielles"),
        ("Elle remplace la convention de partenariat signée le 14 juin 2019.", Relation.PRIOR,
         "convention de partenariat"),
        ("Un protocole de transmission de données, conclu le 4 mai 2020, règle ces envois.", Relation.DATA,
         "protocole de transmission de données"),
    ],
)  # fmt: skip
def test_the_acts_beside_a_convention(words: str, relation: Relation, title: str) -> None:
    found = [term for term in terms_of("Portée", words) if isinstance(term, RelatedInstrument)]
    assert [(one.relation, one.title) for one in found] == [(relation, title)]


@pytest.mark.parametrize(
    ("words", "comparator", "value"),
    [
        ("L’objectif est de ne pas dépasser 20 % de places vacantes.", Comparator.AT_MOST, Decimal(20)),
        ("Les parties visent un taux de couverture de 60 %.", Comparator.AT_LEAST, Decimal(60)),
        ("La Caf veut renforcer le réseau : un animateur pour 70 professionnelles.", Comparator.AT_MOST, Decimal(70)),
    ],
)
def test_other_targets(words: str, comparator: Comparator, value: Decimal) -> None:
    found = [term for term in terms_of("Orientations", words) if isinstance(term, OrientationTarget)]
    assert [(one.comparator, one.value) for one in found] == [(comparator, value)]


def test_a_list_said_to_be_closed_after_it() -> None:
    words = f"Les parties interviennent dans les domaines suivants :{LIST}\nCette liste est {{}}."
    for said, closed in (("limitative", True), ("non limitative", False)):
        found = [term for term in terms_of("Champs", words.format(said)) if isinstance(term, SharedObjectives)]
        assert [one.closed for one in found] == [closed]


def test_an_act_that_adds_no_scheme() -> None:
    words = "La convention ne se superpose pas aux dispositifs existants."
    assert [one.no_new_scheme for one in terms_of("Portée", words) if isinstance(one, Nature)] == [True]
    words = "La commune ne peut créer de services nouveaux sans l’accord de la Caf."
    assert [one for one in terms_of("Portée", words) if isinstance(one, Nature)] == []


@pytest.mark.parametrize(
    "words",
    [
        "Le comité est libre de traiter les sujets de son choix.",
        "La commune conserve la responsabilité de l’organisation des réunions.",
        "Un élu demande si les communes restent libres de conclure d’autres conventions.",
    ],
)
def test_other_liberties_that_are_no_autonomy(words: str) -> None:
    assert [term for term in terms_of("Divers", words) if isinstance(term, Autonomy)] == []
