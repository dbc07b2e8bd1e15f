"""Bodies, papers, evaluations and data told with verbs, in tables and in plain words, and what only looks like them."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.terms import Term
from convenir.core.terms.evaluation import Evaluation, Review
from convenir.core.terms.exchanges import DataOwnership, DataRequestGate, DisclosureRule, PeriodicDelivery
from convenir.core.terms.governance import PERIODS_A_YEAR, Committee, DocumentCirculation, MeetingCadence
from convenir.core.terms.information import SourceMention
from convenir.reader.french.marking import marked
from convenir.reader.french.words import flat
from convenir.reader.wordings.governance.circulation import sent
from convenir.reader.wordings.governance.meeting_words import cadence
from convenir.reader.wordings.governance.parity import parity


def told(title: str, words: str, *kinds: type[Term]) -> list[Term]:
    return [term for term in terms_of(title, words) if isinstance(term, kinds)]


@pytest.mark.parametrize(
    ("words", "a_year"),
    [
        ("Il se réunit chaque mois, sauf en juillet et en août.", 10),
        ("Chaque année, le comité tient deux réunions.", 2),
        ("Le nombre de ses réunions est fixé à trois par an.", 3),
        ("Il siège les premiers lundis de mars, de juin et de novembre.", 3),
        ("Il se réunit au printemps et à l’automne de chaque année.", 2),
        ("Il se réunit une fois par exercice.", 1),
        ("Quand : tous les 4 mois", 3),
        ("Il se réunit trois fois : au début, à mi-parcours et à la fin.", None),
        ("Il se réunit tous les deux ans.", None),
    ],
)
def test_rhythms(words: str, a_year: int | None) -> None:
    found = cadence(marked(words))
    assert (found and found.count * PERIODS_A_YEAR[found.per]) == a_year


@pytest.mark.parametrize(
    ("words", "equal"),
    [
        ("La Caf y délègue trois membres, la Ville trois.", True),
        ("Composé de huit membres dont quatre désignés par la Caf, les quatre autres par la commune.", True),
        ("Chaque membre y pèse une voix.", True),
        ("Y siègent, à raison d’un représentant chacune, la Caf et la commune.", True),
        ("La Caf et la commune y comptent chacune quatre membres.", True),
        ("Chacun des trois signataires y délègue un élu et un technicien.", True),
        ("La Caf et la Ville prennent en charge les frais à parts égales.", False),
        ("Il réunit deux représentants de la Caf, un de la Ville.", False),
        ("Il est composé de quatre élus, de deux administrateurs et de deux techniciens.", False),
    ],
)
def test_equal_sides(words: str, equal: bool) -> None:
    assert (parity(flat(words)) is not None) is equal


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("L’avis de réunion part douze jours au moins, et les rapports sept jours au moins, avant la séance.", [12, 7]),
        ("Un délai de dix jours francs sépare l’envoi de la convocation de la séance.", [10]),
        ("La convocation touche les membres onze jours avant.", [11]),
        ("Ordre du jour et documents : 8 jours avant la séance", [8]),
        ("Le gestionnaire est prévenu quinze jours à l’avance.", []),
        ("La partie qui souhaite reporter la séance prévient l’autre deux jours avant.", []),
    ],
)
def test_papers(words: str, days: list[int]) -> None:
    assert [getattr(one.delay, "count", None) for one in sent(marked(words), words)] == days


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "La conférence des axes, qui assemble les chefs de file, siège une fois par trimestre.",
            ["conférence des axes"],
        ),
        ("Un comité est créé. Il se réunit deux fois par an.", ["comité"]),
        ("Siègent au comité d’orientation quatre élus et quatre administrateurs.", ["comité d’orientation"]),
        ("Deux fois par an, les parties se retrouvent en comité de pilotage.", ["comité de pilotage"]),
        ("Instance : équipe projet\nQuand : tous les 4 mois", ["équipe projet"]),
        ("Une cellule de coordination fait le point ; elle n’a pas le caractère d’une instance de la convention.", []),
        ("Les groupes de parole se réunissent tous les mois.", []),
        ("Une commission de sécurité passe chaque année dans les bâtiments.", []),
        ("La commission permanente se réunit chaque mois.", []),
    ],
)
def test_bodies(words: str, names: list[str]) -> None:
    found = [body.name for body in told("Modalités de pilotage", words, Committee) if isinstance(body, Committee)]
    assert [flat(name) for name in found] == [flat(name) for name in names]


def test_table_of_bodies() -> None:
    words = (
        "Instance | Membres | Rythme | Convocation\n"
        "Comité de pilotage | 3 élus, 3 administrateurs | annuel | 15 jours avant\n"
        "Comité technique | agents | tous les trois mois | 8 jours avant"
    )
    found = told("Modalités de pilotage", words, Committee, MeetingCadence, DocumentCirculation)
    assert [body.parity for body in found if isinstance(body, Committee)] == [True, False]
    assert [one.count * PERIODS_A_YEAR[one.per] for one in found if isinstance(one, MeetingCadence)] == [1, 4]
    assert sum(isinstance(one, DocumentCirculation) for one in found) == 2


@pytest.mark.parametrize(
    ("words", "moments"),
    [
        ("Il est rendu compte chaque année de l’avancement des actions.", ["yearly"]),
        ("Un bilan est fait à la moitié de la période et un autre à la fin.", ["mid_term", "final"]),
        ("Chaque printemps, nous évaluons notre action.", ["yearly"]),
        ("Les parties mesurent chaque année les effets de la convention.", ["yearly"]),
        ("Les enfants sont évalués chaque année par les enseignants.", []),
        ("Les familles font le point avec un conseiller chaque année.", []),
    ],
)
def test_evaluations(words: str, moments: list[str]) -> None:
    found = told("Suivi", words, Evaluation, Review)
    assert [one.moment.value for one in found if isinstance(one, (Evaluation, Review))] == moments


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("Ne sortent ni les séries de moins de onze allocataires, ni, à l’échelle d’un quartier, "
         "celles qui décrivent une population inférieure à cent personnes.", (11, None, 100)),
        ("La Caf s’en abstient lorsque le nombre d’allocataires est inférieur à vingt.", (20, None, None)),
        ("Toute valeur inférieure à 5 est remplacée par un astérisque.", (None, 5, None)),
        ("Les communes de moins de 500 habitants reçoivent leurs données.", None),
    ],
)  # fmt: skip
def test_thresholds(words: str, least: tuple[int | None, ...] | None) -> None:
    found = [one for one in told("Données", words, DisclosureRule) if isinstance(one, DisclosureRule)]
    assert [(one.min_count, one.min_cell, one.min_population) for one in found] == ([least] if least else [])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("La remise des données n’emporte aucun transfert de propriété.", DataOwnership),
        ("Les données appartiennent à la partie qui les a produites.", DataOwnership),
        ("Qui publie les chiffres écrit d’où ils viennent.", SourceMention),
        ("Les tableaux ne sont rendus publics qu’avec l’indication de leur provenance.", SourceMention),
        ("Aucune extraction n’est opérée qu’au vu d’une étude préalable.", DataRequestGate),
        ("La communication des données est subordonnée à une étude de faisabilité.", DataRequestGate),
        ("Une livraison a lieu chaque semestre.", PeriodicDelivery),
    ],
)
def test_data(words: str, kind: type[Term]) -> None:
    assert len(told("Échange de données", words, kind)) == 1


@pytest.mark.parametrize(
    "words",
    ["La Caf remet des statistiques anonymes.", "Le diagnostic a pour source les données de la Caf."],
)
def test_no_data_rule(words: str) -> None:
    assert told("Échange de données", words, DisclosureRule, SourceMention, DataOwnership) == []
