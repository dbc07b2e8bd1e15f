"""Data and secrecy in the many ways in which conventions say them."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Months
from convenir.core.force import Force
from convenir.core.terms import T
from convenir.core.terms.exchanges import (
    DataOwnership,
    DataRequestGate,
    DataRequestWorkflow,
    DataSharing,
    DisclosureRule,
    DpoOpinion,
    JointStudy,
    LegalCompliance,
    PeriodicDelivery,
    PersonalDataFlow,
    ProcessingRegister,
    SharedObservatory,
    Study,
    Tier,
)
from convenir.core.terms.governance import Per


def every(kind: type[T], words: str) -> list[T]:
    return [term for term in terms_of("Échanges de données", words) if isinstance(term, kind)]


@pytest.mark.parametrize(
    ("words", "count", "cell", "population"),
    [
        ("La Caf ne transmet aucune donnée portant sur moins de 11 allocataires.", 11, None, None),
        ("Aucun effectif inférieur à cinq n'est communiqué.", 5, None, None),
        ("Un quartier n'est étudié que s'il compte au moins cent foyers.", None, None, 100),
        ("Aucune sous-population de moins de 50 allocataires ne fait l'objet de statistiques.", None, None, 50),
        ("Les cases des tableaux dont l'effectif est inférieur à 5 sont masquées.", None, 5, None),
        ("Ne sont transmises que les données portant sur plus de 10 allocataires.", 11, None, None),
        ("Les chiffres sont remis à condition de concerner au moins cinq allocataires.", 5, None, None),
        ("Les tableaux remis ne portent pas sur moins de onze allocataires.", 11, None, None),
        (
            "Aucune donnée n'est transmise si elle concerne moins de quinze allocataires, et aucune exploitation n'est "
            "faite sur une zone comptant moins de deux cents personnes.",
            15,
            None,
            200,
        ),
        (
            "Aucune transmission ne porte sur moins de 5 foyers ; aucun tableau ne descend sous la commune lorsque la "
            "zone compte moins de cent foyers.",
            5,
            None,
            100,
        ),
        ("Dans les tableaux, toute case qui n'atteint pas 11 personnes est masquée.", None, 11, None),
    ],
)
def test_thresholds(words: str, count: int | None, cell: int | None, population: int | None) -> None:
    found = every(DisclosureRule, words)
    assert [(rule.min_count, rule.min_cell, rule.min_population) for rule in found] == [(count, cell, population)]


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("Aucune information transmise ne permet d'identifier un allocataire.", True),
        ("Les données transmises sont anonymisées.", True),
        ("Les chiffres sont transmis une fois agrégés. Personne ne doit pouvoir être reconnu.", True),
        ("La commune s'abstient de toute opération tendant à l'identification des personnes par les données.", True),
        ("Les besoins sont identifiés à partir des données.", False),
    ],
)
def test_no_identification(words: str, holds: bool) -> None:
    assert [rule.no_identification for rule in every(DisclosureRule, words)] == ([True] if holds else [])


@pytest.mark.parametrize(
    ("words", "studies", "personal"),
    [
        (
            "Toute demande de données fait l'objet d'une étude d'opportunité et de faisabilité.",
            {Study.OPPORTUNITY, Study.FEASIBILITY},
            False,
        ),
        (
            "Les demandes de données à caractère personnel sont soumises à une étude d'opportunité, de "
            "faisabilité et de conformité au RGPD.",
            set(Study),
            True,
        ),
        (
            "Toute demande d'échange de données fait l'objet d'une étude préalable de faisabilité.",
            {Study.FEASIBILITY},
            False,
        ),
    ],
)
def test_gate(words: str, studies: set[Study], personal: bool) -> None:
    assert [(set(gate.studies), gate.personal_only) for gate in every(DataRequestGate, words)] == [(studies, personal)]


@pytest.mark.parametrize(
    ("words", "giver", "count", "per"),
    [
        ("La Caf transmet chaque année à la commune un portrait statistique.", "caf", 1, Per.CIVIL_YEAR),
        (
            "La Caf met à disposition de la commune, deux fois par an, les données des allocataires (annexe 4).",
            "caf",
            2,
            Per.CIVIL_YEAR,
        ),
        ("Chaque semestre, la commune communique à la Caf ses données de fréquentation.", "commune", 1, Per.SEMESTER),
        ("Les tableaux sont transmis par la Caf quatre fois par an.", "caf", 4, Per.CIVIL_YEAR),
        ("La Caf remet un jeu de données à la commune. Il est mis à jour deux fois par an.", "caf", 2, Per.CIVIL_YEAR),
        ("La Caf aide la commune. Elle fournit une fois par an quelques chiffres.", "caf", 1, Per.CIVIL_YEAR),
        ("La Caf effectue une livraison par an de ses fichiers.", "caf", 1, Per.CIVIL_YEAR),
        ("La Caf remet à la commune, chaque mois, la liste des familles ayant déménagé.", "caf", 1, Per.MONTH),
        ("La commune fournit avant le 15 mars les effectifs de l'année écoulée.", "commune", 1, Per.CIVIL_YEAR),
    ],
)
def test_delivery(words: str, giver: str, count: int, per: Per) -> None:
    found = every(PeriodicDelivery, words)
    assert [(rule.giver, rule.count, rule.per) for rule in found] == [(giver, count, per)]


@pytest.mark.parametrize(
    "words",
    [
        "La Caf verse chaque année une subvention.",
        "Les gestionnaires transmettent chaque année leurs données.",
        "La Caf fournit avant le 15 mars 2024 les effectifs de l'année écoulée.",
        "La commune remet chaque année à la Caf son compte de résultat et ses données financières.",
    ],
)
def test_what_is_no_delivery(words: str) -> None:
    assert every(PeriodicDelivery, words) == []


def test_owner_consent_opinion_register_and_texts() -> None:
    words = (
        "Chaque partie reste propriétaire des données qu'elle communique. Leur transmission à un tiers est soumise à "
        "son accord préalable.\nLe délégué à la protection des données est consulté avant tout échange. Les parties "
        "inscrivent le traitement au registre prévu par l'article 30 du RGPD et respectent la loi n° 78-17 "
        "du 6 janvier "
        "1978 ainsi que le règlement (UE) 2016/679.\nElles s'engagent à partager, dans la mesure du possible, les "
        "résultats de leurs études."
    )
    assert [rule.consent for rule in every(DataOwnership, words)] == [True]
    assert len(every(DpoOpinion, words)) == len(every(ProcessingRegister, words)) == 1
    assert [rule.force for rule in every(DataSharing, words)] == [Force.QUALIFIED]
    assert [(rule.texts, rule.gdpr) for rule in every(LegalCompliance, words)] == [
        (("RGPD", "loi n° 78-17 du 6 janvier 1978"), True)
    ]


def test_the_answer_to_a_request_its_forms_and_where_it_is_looked_for() -> None:
    words = (
        "Les données ouvertes et le socle annuel suffisent en général. Toute demande complémentaire est adressée par "
        "courrier au moyen du formulaire D1. La Caf répond au moyen du formulaire R1 dans un délai de deux mois, après "
        "étude d'opportunité et de faisabilité."
    )
    (flow,) = every(DataRequestWorkflow, words)
    assert (flow.request_form, flow.reply_form, flow.letter) == ("formulaire D1", "formulaire R1", True)
    assert flow.tiers == (Tier.OPEN_DATA, Tier.BASE_SET, Tier.AD_HOC)
    assert flow.reply_within == Months(count=2)
    assert [gate.reply_within for gate in every(DataRequestGate, words)] == [Months(count=2)]


@pytest.mark.parametrize(
    ("words", "prior", "force"),
    [
        ("Les parties mènent conjointement les études utiles à l'observation.", False, Force.HARD),
        ("Avant de lancer une étude, les parties examinent si elle peut être commune.", True, Force.SOFT),
    ],
)
def test_joint_studies(words: str, prior: bool, force: Force) -> None:
    assert [(study.prior_exchange, study.force) for study in every(JointStudy, words)] == [(prior, force)]


@pytest.mark.parametrize(
    ("words", "force"),
    [
        ("Les parties mettent en place un observatoire social partagé.", [Force.HARD]),
        ("Elles se donnent pour objectif la mise en place d'une observation partagée.", [Force.SOFT]),
        ("Les données de l'observatoire national sont publiques.", []),
    ],
)
def test_observatories(words: str, force: list[Force]) -> None:
    assert [one.force for one in every(SharedObservatory, words)] == force


def test_a_flow_of_personal_data() -> None:
    words = "La Caf transmet à la commune la liste des assistantes maternelles ayant donné leur accord écrit."
    words = f"{words.rstrip('.')} de communication."
    (flow,) = every(PersonalDataFlow, words)
    assert (flow.giver, flow.receiver, flow.consent, flow.health) == ("caf", "commune", True, False)
    assert flow.flow == "liste des assistantes maternelles"


@pytest.mark.parametrize(
    "words",
    [
        "Aucune donnée nominative n'est transmise par la Caf à la commune.",
        "Si la Caf transmet à la commune des données nominatives, une étude est conduite.",
        "La Caf transmet à la commune des données anonymes.",
    ],
)
def test_what_is_no_flow_of_personal_data(words: str) -> None:
    assert every(PersonalDataFlow, words) == []


def test_a_consent_asked_for_whatever_passes() -> None:
    (flow,) = every(PersonalDataFlow, "L'accord écrit des parents est toujours demandé.")
    assert (flow.persons, flow.basis, flow.consent) == ("parents", "consentement", True)


def test_a_delivery_by_a_day_of_each_year() -> None:
    (rule,) = every(PeriodicDelivery, "La commune fournit avant le 15 mars les effectifs de l'année écoulée.")
    assert (rule.due_day, rule.due_month) == (15, 3)


@pytest.mark.parametrize(
    "words",
    [
        "Aucune information nominative n’est communiquée à la commune.",
        "Les parties n’échangent pas de données à caractère personnel.",
    ],
)
def test_nothing_that_names_a_person(words: str) -> None:
    assert [one.no_identification for one in every(DisclosureRule, words)] == [True]


def test_personal_data_that_may_pass_with_an_agreement() -> None:
    words = "Aucune donnée nominative n’est transmise sans l’accord des familles."
    assert [one for one in every(DisclosureRule, words) if one.no_identification] == []


@pytest.mark.parametrize(
    ("words", "owned"),
    [
        ("Les données ne sont pas communiquées à des tiers sans l’accord écrit de la Caf.", False),
        ("Les données restent la propriété de la Caf. Leur cession à un tiers suppose son autorisation écrite.", True),
    ],
)
def test_what_passes_to_a_third_party(words: str, owned: bool) -> None:
    assert [(one.consent, one.owned) for one in every(DataOwnership, words)] == [(True, owned)]


@pytest.mark.parametrize(
    ("words", "month", "day"),
    [
        ("La Caf adresse à la commune, chaque mois de mars, les données de l’exercice clos.", 3, 31),
        ("Chaque année au mois de juin, la Caf remet les statistiques.", 6, 30),
        ("La Caf remet tous les ans, avant le 15 avril, un jeu de données.", 4, 15),
        ("Un tableau de bord annuel est fourni par la Caf.", None, None),
    ],
)
def test_the_day_of_a_yearly_delivery(words: str, month: int | None, day: int | None) -> None:
    found = every(PeriodicDelivery, words)
    assert [(one.giver, one.per, one.due_month, one.due_day) for one in found] == [("caf", Per.CIVIL_YEAR, month, day)]


def test_the_time_to_answer_told_after_the_form() -> None:
    words = "La demande est faite au moyen du formulaire n° 1. La Caf répond sous un mois."
    assert [one.reply_within for one in every(DataRequestWorkflow, words)] == [Months(count=1)]


@pytest.mark.parametrize(
    "words",
    [
        "Avant d’engager une étude, chaque partie en informe l’autre.",
        "Les études font l’objet d’un échange préalable entre les parties.",
    ],
)
def test_studies_told_to_each_other(words: str) -> None:
    assert [one.prior_exchange for one in every(JointStudy, words)] == [True]


def test_a_law_cited_by_its_day() -> None:
    words = "Les traitements sont conformes au règlement (UE) 2016/679 et à la loi du 6 janvier 1978."
    assert [one.texts for one in every(LegalCompliance, words)] == [("RGPD", "loi n° 78-17 du 6 janvier 1978")]


def test_the_article_on_which_a_flow_rests() -> None:
    words = (
        "La Caf transmet à la commune, sur le fondement de l’article L. 262-40 du code, la liste nominative des "
        "allocataires."
    )
    assert [one.basis for one in every(PersonalDataFlow, words)] == ["l’article L. 262-40 du code"]


def test_the_forms_of_request_and_reply_in_one_sentence() -> None:
    words = (
        "La demande est adressée par le formulaire n° 1 ; il y est répondu dans un délai de deux mois par la fiche de "
        "réponse R2."
    )
    (flow,) = every(DataRequestWorkflow, words)
    assert (flow.request_form, flow.reply_form, flow.reply_within) == (
        "formulaire n° 1",
        "fiche de réponse R2",
        Months(count=2),
    )


def test_what_is_given_each_year_told_of_the_data() -> None:
    (given,) = every(PeriodicDelivery, "Les données fournies tous les ans par la Caf sont énumérées à l’annexe n° 3.")
    assert (given.giver, given.per, given.annex) == ("caf", Per.CIVIL_YEAR, "3")


def test_who_receives_is_named_first() -> None:
    (flow,) = every(PersonalDataFlow, "La commune reçoit de la Caf les coordonnées des allocataires suivis.")
    assert (flow.giver, flow.receiver) == ("caf", "commune")


def test_a_study_made_together_is_spoken_of_before() -> None:
    assert [
        one.prior_exchange for one in every(JointStudy, "Les parties se concertent avant toute étude conjointe.")
    ] == [True]
