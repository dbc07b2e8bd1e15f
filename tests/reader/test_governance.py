"""Bodies, their members, meetings, chair and secretariat in the many ways in which conventions say them."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Days, Delay, Months
from convenir.core.terms import T
from convenir.core.terms.governance import (
    AdvisoryMembers,
    Bound,
    ChairRule,
    Committee,
    CommitteePowers,
    DocumentCirculation,
    Level,
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
        ("Les parties décident de créer un COPIL et un COTECH.", ["COPIL", "COTECH"]),
        ("Il est institué une commission mixte de suivi.", ["commission mixte de suivi"]),
        ("Nous créons un comité de suivi. Il comprend deux élus et deux agents.", ["comité de suivi"]),
        (
            "Un comité de pilotage politique et des groupes de travail thématiques sont constitués.",
            ["comité de pilotage politique", "groupes de travail thématiques"],
        ),
        ("Le suivi est confié à un groupe de travail technique.", ["groupe de travail technique"]),
        ("L'instance de gouvernance réunit les élus et les administrateurs.", ["instance de gouvernance"]),
        (
            "Une rencontre annuelle entre les élus et la direction de la Caf permet de faire le point.",
            ["rencontre annuelle entre les élus et la direction de la Caf"],
        ),
        ("La Caf est membre du comité de pilotage du projet éducatif.", []),
        ("Elle coordonne les différents comités techniques existants.", []),
        ("Le comité de suivi de l'évaluation est constitué plus tard.", []),
        ("Le chargé de coopération participe aux réunions du comité de quartier.", []),
    ],
)
def test_names(words: str, names: list[str]) -> None:
    assert [body.name for body in every(Committee, words)] == names


def test_levels() -> None:
    words = "Sont créés un comité stratégique, un comité technique et un comité de suivi."
    assert [body.level for body in every(Committee, words)] == [Level.STEERING, Level.TECHNICAL, Level.FOLLOW_UP]


@pytest.mark.parametrize(
    ("words", "parity"),
    [
        ("Un comité de pilotage, composé à parité d'élus et d'administrateurs, est créé.", True),
        ("Un comité de pilotage paritaire est créé.", True),
        (
            "Le comité de pilotage comprend trois représentants désignés par la Caf et trois désignés par la commune.",
            True,
        ),
        ("Un comité de pilotage est créé. Il compte autant de représentants de la Caf que de la commune.", True),
        ("Le comité de pilotage comprend trois représentants de la Caf et deux de la commune.", False),
        ("Le comité de pilotage comprend des représentants de la Caf et de la commune.", False),
    ],
)
def test_parity(words: str, parity: bool) -> None:
    assert [body.parity for body in every(Committee, words)] == [parity]


@pytest.mark.parametrize(
    ("words", "count", "per", "bound"),
    [
        ("se réunit deux fois par an", 2, Per.CIVIL_YEAR, Bound.EXACT),
        ("se réunit au moins une fois par an", 1, Per.CIVIL_YEAR, Bound.MINIMUM),
        ("se réunit a minima trois (3) fois par an", 3, Per.CIVIL_YEAR, Bound.MINIMUM),
        ("se réunit deux à trois fois par an", 2, Per.CIVIL_YEAR, Bound.MINIMUM),
        ("se tient une fois l'an", 1, Per.CIVIL_YEAR, Bound.EXACT),
        ("se réunira annuellement", 1, Per.CIVIL_YEAR, Bound.EXACT),
        ("se réunit chaque semestre", 1, Per.SEMESTER, Bound.EXACT),
        ("siège une fois par semestre", 1, Per.SEMESTER, Bound.EXACT),
        ("se réunit tous les six mois", 1, Per.SEMESTER, Bound.EXACT),
        ("se réunit trimestriellement", 1, Per.QUARTER, Bound.EXACT),
        ("se réunit tous les trimestres", 1, Per.QUARTER, Bound.EXACT),
        ("se réunit une fois par mois", 1, Per.MONTH, Bound.EXACT),
        ("se réunit tous les deux mois", 6, Per.CIVIL_YEAR, Bound.EXACT),
        ("tient quatre réunions par an", 4, Per.CIVIL_YEAR, Bound.EXACT),
        ("se réunit une fois par an, au mois de juin, à la mairie", 1, Per.CIVIL_YEAR, Bound.EXACT),
    ],
)
def test_cadence(words: str, count: int, per: Per, bound: Bound) -> None:
    found = every(MeetingCadence, f"Un comité de pilotage est créé. Il {words}.")
    assert [(said.body, said.count, said.per, said.bound) for said in found] == [("copil", count, per, bound)]


@pytest.mark.parametrize(
    "words",
    [
        "Le comité de pilotage se réunit en tant que de besoin.",
        "Le comité de pilotage se réunit une fois tous les deux ans.",
        "Le comité de pilotage dresse un bilan une fois par an.",
    ],
)
def test_no_yearly_cadence(words: str) -> None:
    assert every(MeetingCadence, words) == []


@pytest.mark.parametrize(
    ("words", "turn", "holders"),
    [
        ("Le comité de pilotage est coprésidé par le maire et le directeur de la Caf.", Turn.JOINT, ("commune", "caf")),
        ("Le comité de pilotage est présidé par le maire.", Turn.HELD, ("commune",)),
        (
            "Un comité de pilotage est créé. La présidence est assurée alternativement par chaque partie.",
            Turn.ALTERNATE,
            (),
        ),
        ("Un comité de pilotage est créé. La Caf et la commune l'animent ensemble.", Turn.JOINT, ("caf", "commune")),
    ],
)
def test_chair(words: str, turn: Turn, holders: tuple[str, ...]) -> None:
    assert [(rule.turn, rule.holders) for rule in every(ChairRule, words)] == [(turn, holders)]


@pytest.mark.parametrize(
    ("words", "turn", "holders", "binding"),
    [
        ("Le secrétariat est assuré par la commune.", Turn.HELD, ("commune",), True),
        ("La Caf en assure le secrétariat.", Turn.HELD, ("caf",), True),
        ("Le secrétariat permanent est tenu par la Caf et la collectivité.", Turn.JOINT, ("caf", "commune"), True),
        ("Son secrétariat peut être assuré par la commune.", Turn.HELD, ("commune",), False),
        ("Le secrétariat est assuré à tour de rôle par les parties.", Turn.ALTERNATE, (), True),
        ("Le secrétariat technique est assuré par la communauté de communes.", Turn.HELD, (), True),
    ],
)
def test_secretariat(words: str, turn: Turn, holders: tuple[str, ...], binding: bool) -> None:
    found = every(SecretariatRule, f"Un comité de pilotage est créé. {words}")
    assert [(rule.body, rule.turn, rule.holders, rule.binding) for rule in found] == [("copil", turn, holders, binding)]


@pytest.mark.parametrize(
    ("words", "delay"),
    [
        ("Le comité technique se réunit un mois avant chaque comité de pilotage.", Months(count=1)),
        ("Trois semaines avant le comité de pilotage, le comité technique se réunit.", Days(count=21)),
        ("Le comité technique prépare les travaux du comité de pilotage.", None),
    ],
)
def test_one_body_before_another(words: str, delay: Delay | None) -> None:
    found = every(MeetingSequence, f"Un comité de pilotage et un comité technique sont créés. {words}")
    assert [(rule.first, rule.then, rule.delay) for rule in found] == [("cotech", "copil", delay)]


def test_papers_are_sent_before_a_meeting() -> None:
    words = (
        "Le comité de pilotage se réunit chaque semestre. La commune en assure le secrétariat. À ce titre, "
        "elle adresse "
        "les documents préparatoires aux membres dix jours avant la séance."
    )
    found = every(DocumentCirculation, words)
    assert [(rule.body, rule.delay, rule.holder) for rule in found] == [("copil", Days(count=10), "commune")]
    assert found[0].documents == "documents préparatoires"


def test_members_without_a_vote_powers_and_referents() -> None:
    words = (
        "Un comité de pilotage est créé. Des experts peuvent y siéger avec voix consultative.\n"
        "Ce comité a pour missions :\n- de suivre le plan ;\n- d'arrêter les priorités.\n"
        "Chaque partie désigne un référent."
    )
    assert [rule.body for rule in every(AdvisoryMembers, words)] == ["copil"]
    assert [rule.powers for rule in every(CommitteePowers, words)] == [("de suivre le plan", "d'arrêter les priorités")]
    assert len(every(Referents, words)) == 1


@pytest.mark.parametrize(
    ("words", "powers"),
    [
        (
            "Un comité de pilotage est créé. Il valide les bilans, arrête les priorités et veille à leur cohérence.",
            [("valide les bilans", "arrête les priorités", "veille à leur cohérence")],
        ),
        (
            "Un comité de pilotage est créé. Le comité de pilotage est chargé de suivre les actions.",
            [("est chargé de suivre les actions",)],
        ),
        (
            "Une commission de suivi est créée. Elle propose des ajustements ; elle se réunit chaque trimestre.",
            [("propose des ajustements",)],
        ),
        # Another than the body does it, or another clause says it.
        ("Un comité de pilotage est créé. Elle prépare les dossiers.", []),
        ("Un comité de pilotage est créé. La Caf prépare les séances du comité de pilotage.", []),
        ("Le directeur de la Caf préside le comité de pilotage. Il prépare les dossiers.", []),
        ("Un comité de pilotage est créé. Il examine les bilans avant le 30 juin.", []),
        ("Un comité de pilotage est créé. Un comité technique le prépare.", []),
    ],
)
def test_powers_told_in_a_sentence(words: str, powers: list[tuple[str, ...]]) -> None:
    assert [rule.powers for rule in every(CommitteePowers, words)] == powers


def test_a_sentence_may_add_to_a_list_of_powers() -> None:
    words = (
        "Un comité de pilotage est créé. Ce comité a pour missions :\n- de suivre le plan ;\n- d'arrêter les axes.\n"
        "Le comité de pilotage évalue la convention."
    )
    assert [rule.powers[0] for rule in every(CommitteePowers, words)] == ["de suivre le plan", "évalue la convention"]


@pytest.mark.parametrize(
    ("words", "turn"),
    [
        ("Il est présidé alternativement, par année civile, par chacune des parties.", Turn.ALTERNATE),
        ("Il est présidé à tour de rôle, pour un an, par la Caf et la commune.", Turn.ALTERNATE),
        ("Il est présidé par le maire.", Turn.HELD),
    ],
)
def test_a_chair_for_some_time(words: str, turn: Turn) -> None:
    found = every(ChairRule, f"Un comité de pilotage est créé. {words}")
    assert [(rule.body, rule.turn) for rule in found] == [("copil", turn)]


def test_experts_who_are_heard_have_no_vote() -> None:
    words = (
        "Un comité de pilotage est créé. Avec l'accord des parties, des personnes qualifiées peuvent être entendues."
    )
    assert [(rule.body, rule.common_accord) for rule in every(AdvisoryMembers, words)] == [("copil", True)]


def test_two_bodies_of_the_same_stem_are_two_bodies() -> None:
    words = (
        "Un comité de pilotage stratégique se réunit une fois par an. "
        "Un comité de pilotage opérationnel se réunit chaque trimestre."
    )
    found = every(MeetingCadence, words)
    assert [(rule.body, rule.per) for rule in found] == [
        ("copil", Per.CIVIL_YEAR),
        ("copil-operationnel", Per.QUARTER),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Le comité de pilotage se réunit une fois par an et le comité technique deux fois par an.",
        "Sont créés un comité de pilotage qui se réunit une fois par an et un comité technique qui siège "
        "deux fois par an.",
    ],
)
def test_one_sentence_gives_each_body_its_rhythm(words: str) -> None:
    found = every(MeetingCadence, words)
    assert [(rule.body, rule.count) for rule in found] == [("copil", 1), ("cotech", 2)]


def test_one_rhythm_for_two_bodies() -> None:
    words = "Le comité de pilotage et le comité technique se réunissent deux fois par an."
    assert [(rule.body, rule.count) for rule in every(MeetingCadence, words)] == [("copil", 2), ("cotech", 2)]


COPIL = "Un comité de pilotage est créé. "


@pytest.mark.parametrize(
    ("words", "optional"),
    [
        ("Des groupes de travail pourront être créés.", {"groupes-travail": True}),
        ("Les parties peuvent mettre en place un comité technique.", {"cotech": True}),
        ("Le comité de pilotage peut créer un groupe de travail.", {"copil": False, "groupe-travail": True}),
    ],
)
def test_bodies_that_may_be_created(words: str, optional: dict[str, bool]) -> None:
    assert {body.body: body.optional for body in every(Committee, words)} == optional


@pytest.mark.parametrize(
    ("words", "accord"),
    [
        ("Le comité de pilotage peut convier des experts.", False),
        ("Il pourra s’adjoindre, avec l’accord des parties, des personnes qualifiées.", True),
    ],
)
def test_guests_of_a_body(words: str, accord: bool) -> None:
    found = every(AdvisoryMembers, COPIL + words)
    assert [(one.body, one.common_accord) for one in found] == [("copil", accord)]


def test_priorities_of_each_year() -> None:
    (power,) = every(CommitteePowers, COPIL + "Tous les ans, le comité de pilotage arrête les priorités.")
    assert power.yearly_priorities


@pytest.mark.parametrize(
    ("words", "turn", "binding"),
    [
        ("La Caf et la commune assurent ensemble le secrétariat.", Turn.JOINT, True),
        ("Le secrétariat est tournant.", Turn.ALTERNATE, True),
        ("La Caf pourra en assurer le secrétariat.", Turn.HELD, False),
    ],
)
def test_other_ways_of_keeping_the_papers(words: str, turn: Turn, binding: bool) -> None:
    assert [(one.turn, one.binding) for one in every(SecretariatRule, COPIL + words)] == [(turn, binding)]


def test_no_fewer_meetings() -> None:
    found = every(MeetingCadence, COPIL + "Le nombre de ses réunions ne peut être inférieur à trois par an.")
    assert [(one.count, one.bound) for one in found] == [(3, Bound.MINIMUM)]


@pytest.mark.parametrize(
    ("words", "delay"),
    [
        ("Chaque comité de pilotage est précédé d’une réunion du comité technique.", None),
        ("Le comité technique se réunit en amont du comité de pilotage.", None),
        ("Le comité de pilotage est précédé, dix jours avant, d’une séance du comité technique.", Days(count=10)),
    ],
)
def test_which_body_meets_first(words: str, delay: Delay | None) -> None:
    found = every(MeetingSequence, f"Un comité de pilotage et un comité technique sont créés. {words}")
    assert [(one.first, one.then, one.delay) for one in found] == [("cotech", "copil", delay)]


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("La commune transmet l’ordre du jour dix jours avant la séance.", "commune"),
        ("L’ordre du jour est diffusé par la Caf dix jours avant la séance.", "caf"),
        ("La commune en tient le secrétariat et adresse l’ordre du jour dix jours avant la séance.", "commune"),
        ("Les convocations sont envoyées par la Caf un mois à l’avance.", "caf"),
        ("L’ordre du jour est diffusé dix jours avant la séance.", ""),
    ],
)
def test_who_sends_the_papers(words: str, holder: str) -> None:
    assert [one.holder for one in every(DocumentCirculation, COPIL + words)] == [holder]


@pytest.mark.parametrize(
    ("words", "purpose"),
    [
        ("Chaque partie nomme un correspondant en charge de la communication.", "la communication"),
        ("Un référent est désigné par chaque partie pour suivre la convention.", ""),
    ],
)
def test_what_a_contact_is_for(words: str, purpose: str) -> None:
    assert [one.purpose for one in every(Referents, words)] == [purpose]
