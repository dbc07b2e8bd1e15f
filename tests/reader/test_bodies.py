"""Which bodies are this convention's, in the many ways in which texts set them up, and which are somebody else's."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Days
from convenir.core.terms import T
from convenir.core.terms.governance import (
    AdvisoryMembers,
    Bound,
    ChairRule,
    Committee,
    CommitteePowers,
    DocumentCirculation,
    MeetingCadence,
    MeetingSequence,
    Per,
    Referents,
    SecretariatRule,
    Turn,
)


def every(kind: type[T], words: str) -> list[T]:
    return [term for term in terms_of("Modalités de pilotage", words) if isinstance(term, kind)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Le comité du guichet est composé d’élus et d’agents.", ["comité du guichet"]),
        ("Un comité local réunit les parties et les écoles.", ["comité local"]),
        ("Les parties disposent d’autant de sièges au comité de pilotage.", ["comité de pilotage"]),
        ("Les décisions sont préparées par un comité technique (Cotech) qui se réunit le lundi.", ["comité technique"]),
        (
            "Le comité des élus, à raison d’un représentant par commune et par partie, se réunit à Valbourg.",
            ["comité des élus"],
        ),
        ("Une conférence annuelle des signataires fait le point.", ["conférence annuelle des signataires"]),
        (
            "Chaque signataire désigne un titulaire et un suppléant au sein du comité de pilotage.",
            ["comité de pilotage"],
        ),
        ("Une instance, dénommée « conférence des financeurs », est réunie.", ["conférence des financeurs"]),
        ("Sont membres du comité de pilotage :\n- le maire ;\n- la directrice.", ["comité de pilotage"]),
        (
            "Deux niveaux de gouvernance sont retenus : un comité de pilotage (élus) qui se réunit une fois par an et "
            "un comité technique (agents) qui se réunit trois fois par an.",
            ["comité de pilotage", "comité technique"],
        ),
        (
            "Le comité de pilotage plénier se réunit une fois l’an et le comité de pilotage restreint trois fois l’an.",
            ["comité de pilotage plénier", "comité de pilotage restreint"],
        ),
        (
            "Sont institués :\n- un comité stratégique annuel ;\n- un comité opérationnel trimestriel.",
            ["comité stratégique", "comité opérationnel"],
        ),
        ("Le comité de pilotage du PEDT est présidé par le maire.", ["comité de pilotage du PEDT"]),
        ("L’assemblée du réseau se retrouve deux fois par an.", ["assemblée du réseau"]),
        ("La conférence des signataires dirige la convention.", ["conférence des signataires"]),
        ("Le collectif des employeurs arrête la répartition des tâches.", ["collectif des employeurs"]),
        ("Le suivi de la convention relève d’une commission de suivi.", ["commission de suivi"]),
        ("La conduite du projet incombe au comité des partenaires.", ["comité des partenaires"]),
        ("Il est convenu que le comité de pilotage se réunit à Valbourg.", ["comité de pilotage"]),
        ("Une instance commune de pilotage, dénommée « comité stratégique », est créée.", ["comité stratégique"]),
        ("Une commission mixte est chargée du suivi.", ["commission mixte"]),
        ("Chaque partie désigne deux membres pour siéger au comité de pilotage.", ["comité de pilotage"]),
        (
            "La conduite repose sur :\n- un comité de pilotage, réuni une fois par an ;\n- un comité technique : "
            "il prépare les décisions.",
            ["comité de pilotage", "comité technique"],
        ),
    ],
)
def test_bodies_of_this_convention(words: str, names: list[str]) -> None:
    assert [body.name for body in every(Committee, words)] == names


@pytest.mark.parametrize(
    "words",
    [
        "Le comité départemental des services aux familles se réunit deux fois par an.",
        "Le comité de pilotage du contrat de ville se réunit chaque trimestre.",
        "Le comité local de l’habitat, créé par le Département en 2019, n’est pas une instance de la convention.",
        "Le comité des partenaires institué par le code des transports est consulté.",
        "Un comité local de la parentalité est associé aux travaux.",
        "Le règlement intérieur du fonds prévoit une commission mensuelle.",
        "Le conseil d’école se réunit une fois par trimestre.",
        "Le comité stratégique de la convention de 2014, qui devait se réunir quatre fois par an, a été oublié.",
        "Le comité des fêtes est réuni une fois par an.",
        "Il n’est pas créé de comité de pilotage.",
        "La commission de suivi du logement et le comité technique, qui existent déjà, ne sont pas modifiés.",
        "Le comité technique du pays, qui siège chaque mois, n’est pas compétent pour l’exécution de la convention.",
    ],
)
def test_bodies_of_others(words: str) -> None:
    assert every(Committee, words) == []
    assert every(MeetingCadence, words) == []


def test_a_stranger_does_not_give_its_rhythm_to_the_body_spoken_of() -> None:
    words = "Un groupe technique se réunit autant que de besoin. Le conseil d’école se réunit une fois par trimestre."
    assert every(MeetingCadence, words) == []


def test_the_title_of_an_article_names_its_body() -> None:
    terms = terms_of("Comité de pilotage", "Il se réunit deux fois par an. Il est présidé par le maire.")
    assert [body.name for body in terms if isinstance(body, Committee)] == ["comité de pilotage"]
    assert [often.count for often in terms if isinstance(often, MeetingCadence)] == [2]


@pytest.mark.parametrize(
    ("words", "seats"),
    [
        ("trois représentants de chacun des deux signataires", 3),
        ("douze membres, à savoir six désignés par la Caf et six désignés par la commune", 6),
        ("un élu de chacune des trois collectivités et trois représentants de la Caf", 3),
        ("deux représentants par partie", 2),
        ("6 membres, 3 représentant la Caf et 3 représentant la commune", 3),
    ],
)
def test_equal_numbers_are_parity(words: str, seats: int) -> None:
    found = every(Committee, f"Un comité de pilotage comprend {words}.")
    assert [(body.parity, body.seats) for body in found] == [(True, seats)]


@pytest.mark.parametrize(
    "words",
    [
        "Il compte huit élus de la commune, quatre représentants de la Caf et deux de l’État.",
        "Chaque commune y a une voix, la communauté deux et la Caf quatre.",
        "Un poste, financé à parité par la Caf et la commune, l’anime.",
    ],
)
def test_unequal_numbers_are_not(words: str) -> None:
    assert [body.parity for body in every(Committee, f"Un comité de pilotage est créé. {words}")] == [False]


def test_one_body_for_each_theme() -> None:
    found = every(Committee, "Un comité technique par thématique et un comité de pilotage sont mis en place.")
    assert [(body.body, body.by_theme) for body in found] == [("cotech", True), ("copil", False)]


@pytest.mark.parametrize(
    ("words", "count", "per", "bound"),
    [
        ("se réunit trois fois par année scolaire", 3, Per.CIVIL_YEAR, Bound.EXACT),
        ("se voit au minimum deux fois dans l’année", 2, Per.CIVIL_YEAR, Bound.MINIMUM),
        ("se réunit en mars et en octobre de chaque année", 2, Per.CIVIL_YEAR, Bound.EXACT),
        ("se réunit une fois par trimestre scolaire", 3, Per.CIVIL_YEAR, Bound.EXACT),
        ("se réunira 1 fois/an", 1, Per.CIVIL_YEAR, Bound.EXACT),
        ("se réunit selon un rythme semestriel", 1, Per.SEMESTER, Bound.EXACT),
        ("se réunit chaque trimestre, et plus souvent si une partie le demande", 1, Per.QUARTER, Bound.MINIMUM),
    ],
)
def test_rhythms(words: str, count: int, per: Per, bound: Bound) -> None:
    found = every(MeetingCadence, f"Un comité de pilotage est créé. Ce comité, qui {words}, suit le plan.")
    assert [(said.count, said.per, said.bound) for said in found] == [(count, per, bound)]


def test_what_is_no_longer_so() -> None:
    words = "Le comité de suivi, qui ne se voyait qu’une fois l’an, se réunira désormais tous les quatre mois."
    assert [said.count for said in every(MeetingCadence, words)] == [3]


def test_the_first_and_the_second() -> None:
    words = "Sont créés un comité de pilotage et un comité technique. Le premier se réunit une fois par an, le second "
    found = every(MeetingCadence, f"{words}trois fois.")
    assert [(rule.body, rule.count) for rule in found] == [("copil", 1), ("cotech", 3)]


@pytest.mark.parametrize(
    ("words", "delays"),
    [
        ("Les convocations partent quinze jours avant la séance, et les pièces huit jours avant celle-ci.", [15, 8]),
        ("Il est convoqué par la commune douze jours à l’avance.", [12]),
        ("L’ordre du jour est envoyé une semaine à l’avance, c’est-à-dire 7 jours avant la rencontre.", [7]),
        ("Le dossier de séance leur parvient au plus tard six jours avant la réunion.", [6]),
        ("Les dossiers sont mis en ligne quatorze jours avant.", [14]),
        ("La Caf est prévenue des travaux trente jours à l’avance.", []),
        ("Les comptes rendus sont transmis dans les quinze jours suivant la réunion.", []),
        ("Le comité de suivi siège. L’invitation part trois semaines (21 jours) avant la séance.", [21]),
    ],
)
def test_papers(words: str, delays: list[int]) -> None:
    found = every(DocumentCirculation, f"Un comité de pilotage est créé. {words}")
    assert [rule.delay for rule in found] == [Days(count=count) for count in delays]


def test_order_accord_turns_and_contacts() -> None:
    words = (
        "Un comité de pilotage et un comité technique sont créés. Le comité technique se réunit avant chaque comité "
        "de pilotage. Le comité de pilotage est présidé, les années paires, par la Caf et, les années impaires, par la "
        "commune. Des experts, choisis d’un commun accord, y assistent sans droit de vote. Chaque partie désigne un "
        "interlocuteur."
    )
    assert [(rule.first, rule.then, rule.delay) for rule in every(MeetingSequence, words)] == [
        ("cotech", "copil", None)
    ]
    assert [rule.turn for rule in every(ChairRule, words)] == [Turn.ALTERNATE]
    assert [rule.common_accord for rule in every(AdvisoryMembers, words)] == [True]
    assert len(every(Referents, words)) == 1


def test_a_body_of_those_who_pay_may_be_equal() -> None:
    words = "Il est institué un comité de suivi des financeurs où chacun des trois signataires dispose de deux sièges."
    (body,) = every(Committee, words)
    assert (body.parity, body.seats) == (True, 2)


def test_a_council_that_the_convention_composes() -> None:
    words = "Un conseil d’usagers, composé de dix parents, se réunit deux fois par an. Le conseil d’école est informé."
    assert [body.name for body in every(Committee, words)] == ["conseil d’usagers"]


def test_the_rhythm_that_an_avenant_writes_instead_of_another() -> None:
    words = (
        "À l’article 4 de la convention, relatif au comité de suivi, les mots « siège une fois par an » sont remplacés "
        "par les mots « siège au moins trois fois par an »."
    )
    (rule,) = every(MeetingCadence, words)
    assert (rule.count, rule.per, rule.bound) == (3, Per.CIVIL_YEAR, Bound.MINIMUM)


@pytest.mark.parametrize(
    ("words", "rhythms"),
    [
        (
            "Un comité de pilotage et un comité de suivi sont créés. Le premier siège une fois par an ; le second, une "
            "fois par semestre.",
            [("copil", 1, Per.CIVIL_YEAR), ("suivi", 1, Per.SEMESTER)],
        ),
        (
            "Sont institués :\n- un comité stratégique annuel ;\n- un comité opérationnel trimestriel.",
            [("comite-strategique", 1, Per.CIVIL_YEAR), ("comite-operationnel", 1, Per.QUARTER)],
        ),
        (
            "Deux instances sont retenues : un comité de pilotage (élus) qui se réunit une fois par an et un comité "
            "technique (agents) qui se réunit trois fois par an.",
            [("copil", 1, Per.CIVIL_YEAR), ("cotech", 3, Per.CIVIL_YEAR)],
        ),
        ("Le comité de pilotage se réunit en début et en fin d’année.", [("copil", 2, Per.CIVIL_YEAR)]),
        ("Le comité technique se tient au moins 3x/an.", [("cotech", 3, Per.CIVIL_YEAR)]),
        ("Le comité technique se réunit tous les mois, à l’exception d’août.", [("cotech", 11, Per.CIVIL_YEAR)]),
    ],
)
def test_each_body_has_its_own_rhythm(words: str, rhythms: list[tuple[str, int, Per]]) -> None:
    assert [(one.body, one.count, one.per) for one in every(MeetingCadence, words)] == rhythms


def test_seats_that_each_party_designates() -> None:
    words = (
        "Le comité directeur compte huit personnes : quatre désignées par le syndicat et quatre désignées par la Caf."
    )
    assert [(one.parity, one.seats) for one in every(Committee, words)] == [(True, 4)]


def test_who_leads_is_told_without_how_often_the_body_meets() -> None:
    words = "Un comité technique, animé par la chargée de coopération, se réunit une fois par trimestre."
    assert [one.words for one in every(ChairRule, words)] == ["animé par la chargée de coopération"]


def test_how_a_body_works_is_no_power() -> None:
    words = "Comité de pilotage :\n- Composition : 4 élus, 4 administrateurs\n- Fréquence : 2 réunions annuelles"
    assert every(CommitteePowers, words) == []


def test_who_keeps_the_secretariat_is_told_without_what_it_does() -> None:
    words = (
        "Un comité de suivi se réunit deux fois par an. Un secrétariat permanent, assuré par la Caf, en prépare les "
        "séances et adresse les convocations."
    )
    assert [(one.turn, one.words) for one in every(SecretariatRule, words)] == [(Turn.HELD, "la Caf")]


def test_who_chairs_first() -> None:
    words = "Le comité de pilotage est présidé à tour de rôle par chaque partie, en commençant par la commune."
    assert [(one.turn, one.holders) for one in every(ChairRule, words)] == [(Turn.ALTERNATE, ("commune",))]
