"""Ways out of a convention in the many ways in which conventions say them."""

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Days, Months
from convenir.core.terms.termination import (
    AfterEnd,
    AutomaticTermination,
    Clock,
    Form,
    Ground,
    TerminationAtWill,
    TerminationEffects,
    TerminationForDefault,
    TerminationForIllegality,
    TerminationOnGround,
)

WAYS = (
    TerminationAtWill,
    TerminationForDefault,
    TerminationForIllegality,
    AutomaticTermination,
    TerminationOnGround,
)
REGISTERED = Form.REGISTERED_LETTER


def ways(words: str) -> list[object]:
    return [term for term in terms_of("Résiliation", words) if isinstance(term, WAYS)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Elle peut être dénoncée à tout moment par l'une des parties, moyennant un préavis de six mois adressé par "
            "lettre recommandée avec accusé de réception.",
            (Months(count=6), (), None, REGISTERED, False),
        ),
        (
            "Chaque partie se réserve le droit de mettre fin à la convention, avec un préavis de 90 jours notifié par "
            "courrier recommandé.",
            (Days(count=90), (), None, REGISTERED, False),
        ),
        (
            "La convention peut prendre fin avant son terme à l'initiative d'une des parties, par écrit, avec un délai "
            "de prévenance de quatre mois.",
            (Months(count=4), (), None, Form.LETTER, False),
        ),
        (
            "Chaque partie peut la dénoncer par LRAR. La dénonciation produit effet deux mois après la réception de la "
            "lettre.",
            (Months(count=2), (), Clock.RECEPTION, REGISTERED, False),
        ),
        (
            "La convention pourra être résiliée par l'une des parties à chaque date anniversaire, sous réserve d'un "
            "préavis de deux mois.",
            (Months(count=2), (), None, None, True),
        ),
        (
            "La résiliation peut intervenir à la demande de l'une des parties, par courrier recommandé, trois mois au "
            "moins avant l'échéance annuelle.",
            (Months(count=3), (), None, REGISTERED, True),
        ),
        (
            "La commune peut résilier la convention avec un préavis de deux mois.",
            (Months(count=2), ("commune",), None, None, False),
        ),
        (
            "La commune ou la Caf peut l'arrêter avant par simple lettre, en prévenant l'autre deux mois à l'avance.",
            (Months(count=2), (), None, Form.LETTER, False),
        ),
        (
            "Un signataire peut la quitter quand il le souhaite : il lui suffit d'écrire une lettre aux autres, un "
            "mois à "
            "l'avance.",
            (Months(count=1), (), None, Form.LETTER, False),
        ),
        (
            "Chacun des signataires peut dénoncer la convention par courrier recommandé, avec un préavis de trois "
            "mois. La "
            "dénonciation ne prend effet qu'à la fin de l'année scolaire en cours.",
            (Months(count=3), (), None, REGISTERED, True),
        ),
        (
            "Chaque partie peut dénoncer la convention à la fin d'une année scolaire, en avisant l'autre trois mois "
            "auparavant par courriel.",
            (Months(count=3), (), None, Form.EMAIL, True),
        ),
        (
            "Elle est reconduite d'année en année tant qu'aucune partie ne l'a dénoncée. La dénonciation est "
            "adressée à "
            "l'autre par lettre recommandée et respecte un préavis de deux mois avant l'échéance.",
            (Months(count=2), (), None, REGISTERED, True),
        ),
        (
            "Celle des parties qui ne souhaiterait pas le renouvellement en avertira l'autre quatre mois avant "
            "l'échéance.",
            (Months(count=4), (), None, None, True),
        ),
        (
            "À défaut pour l'une des parties d'avoir fait connaître à l'autre, par courrier recommandé, trois mois "
            "au moins "
            "avant l'échéance, qu'elle entend y mettre un terme, la convention est prolongée de plein droit d'un an.",
            (Months(count=3), (), None, REGISTERED, True),
        ),
        (
            "La commune peut résilier la convention avec un préavis de deux mois. La Caf dispose de la même faculté.",
            (Months(count=2), (), None, None, False),
        ),
    ],
)
def test_at_will(words: str, expected: tuple[object, ...]) -> None:
    found = ways(words)
    assert len(found) == 1 and isinstance(found[0], TerminationAtWill), found
    end = found[0]
    assert (end.notice, end.by, end.clock, end.form, end.at_term) == expected


@pytest.mark.parametrize(
    ("words", "cure", "clock"),
    [
        (
            "En cas de non-respect de ses engagements par une partie, la convention pourra être résiliée de "
            "plein droit "
            "par l'autre à l'expiration d'un délai de deux mois suivant la réception d'une mise en demeure envoyée par "
            "lettre recommandée.",
            Months(count=2),
            Clock.RECEPTION,
        ),
        (
            "Si l'une des parties ne respecte pas ses engagements, l'autre peut, après une mise en demeure par lettre "
            "recommandée restée sans effet pendant un mois, résilier la convention.",
            Months(count=1),
            None,
        ),
        (
            "À défaut d'exécution de ses obligations par une partie, et quinze jours après une mise en demeure par "
            "lettre recommandée, l'autre partie peut prononcer la résiliation.",
            Days(count=15),
            None,
        ),
        (
            "Si l'un des signataires ne fait pas ce qu'il a promis, les autres peuvent résilier la convention, un "
            "mois après "
            "l'avoir mis en demeure par lettre recommandée d'y remédier.",
            Months(count=1),
            None,
        ),
        (
            "La convention prend fin, deux mois après une mise en demeure par lettre recommandée, si les contributions "
            "promises ne sont pas versées.",
            Months(count=2),
            None,
        ),
        (
            "Faute d'y avoir remédié dans les trente jours suivant une mise en demeure par lettre recommandée, la "
            "résiliation est acquise.",
            Days(count=30),
            None,
        ),
    ],
)
def test_breach(words: str, cure: object, clock: Clock | None) -> None:
    found = ways(words)
    assert len(found) == 1 and isinstance(found[0], TerminationForDefault), found
    end = found[0]
    assert (end.cure, end.clock, end.form, end.formal_notice) == (cure, clock, REGISTERED, True)


def test_other_grounds() -> None:
    words = (
        "La Caf peut résilier la convention lorsque la commune enfreint la loi, un mois après mise en demeure.\n"
        "Elle peut aussi être résiliée d'un commun accord des parties.\n"
        "En cas de force majeure, la convention est résiliée de plein droit.\n"
        "La commune peut la résilier pour un motif d'intérêt général, avec un préavis de trois mois."
    )
    found = ways(words)
    assert [type(end) for end in found] == [TerminationForIllegality, *[TerminationOnGround] * 3]
    grounds = [(end.ground, end.by) for end in found if isinstance(end, TerminationOnGround)]
    assert grounds == [(Ground.MUTUAL, ()), (Ground.FORCE_MAJEURE, ()), (Ground.PUBLIC_INTEREST, ("commune",))]


@pytest.mark.parametrize(
    "words",
    [
        "L'inobservation des lois et règlements par une partie permet à l'autre de résilier la convention.",
        "S'il est constaté que l'accueil n'est plus conforme à la réglementation, la Caf peut mettre fin à la "
        "convention.",
        "En cas de violation de la législation sur les données, la Caf peut résilier la convention sans préavis.",
        "La convention est résiliée par la Caf si la commune contrevient à la loi.",
    ],
)
def test_the_law_is_infringed(words: str) -> None:
    assert [type(end) for end in ways(words)] == [TerminationForIllegality]


def test_force_majeure_lasts_but_gives_no_notice() -> None:
    (end,) = ways(
        "Une force majeure qui se prolonge au-delà de deux mois autorise une partie à mettre fin à la convention."
    )
    assert isinstance(end, TerminationOnGround)
    assert (end.ground, end.notice) == (Ground.FORCE_MAJEURE, None)


def test_all_agree_that_it_ceases() -> None:
    (end,) = ways("La convention peut cesser à tout moment si tous les signataires en sont d'accord.")
    assert isinstance(end, TerminationOnGround) and (end.ground, end.notice) == (Ground.MUTUAL, None)


def test_a_common_end_may_have_its_notice() -> None:
    (end,) = ways("Les parties peuvent convenir de mettre fin à la convention, avec un préavis de deux mois.")
    assert isinstance(end, TerminationOnGround)
    assert (end.ground, end.notice) == (Ground.MUTUAL, Months(count=2))


def test_the_notice_of_one_way_is_not_that_of_the_other() -> None:
    found = ways(
        "Elle est résiliée par accord des parties ou, à la demande de l'une d'elles, avec un préavis de 90 jours."
    )
    assert [getattr(end, "notice", None) for end in found] == [None, Days(count=90)]


@pytest.mark.parametrize(
    "words",
    [
        "Elle peut être résiliée d'un commun accord, ou par l'une des parties avec un préavis de trois mois.",
        "Elle peut être dénoncée par l'une des parties avec un préavis de trois mois, ou d'un commun accord.",
    ],
)
def test_two_ways_in_one_sentence(words: str) -> None:
    assert {type(end) for end in ways(words)} == {TerminationAtWill, TerminationOnGround}


def test_without_accord_a_party_leaves_alone() -> None:
    words = "À défaut d'accord amiable, chaque partie peut la résilier avec un préavis de trois mois."
    assert [type(end) for end in ways(words)] == [TerminationAtWill]


def test_a_list_of_ways() -> None:
    found = ways(
        "La présente convention peut être résiliée :\n"
        "- d'un commun accord entre les parties ;\n"
        "- par l'une des parties, avec un préavis de trois mois ;\n"
        "- en cas de manquement grave, un mois après une mise en demeure restée sans effet."
    )
    assert [type(end) for end in found] == [TerminationOnGround, TerminationAtWill, TerminationForDefault]


def test_a_change_without_avenant() -> None:
    found = ways("La Caf peut résilier la convention de plein droit si un de ses termes est modifié sans avenant.")
    assert [(type(end), getattr(end, "by", None)) for end in found] == [(AutomaticTermination, ("caf",))]


@pytest.mark.parametrize(
    "words",
    [
        "Les subventions peuvent être suspendues en cas de non-respect des obligations.",
        "La convention précédente a été résiliée par l'une des parties avec un préavis de trois mois.",
        "La convention sera résiliée de plein droit en cas de dissolution de la commune.",
        "Le bail, de trois ans, peut être résilié par le propriétaire avec un préavis de six mois.",
        "La police de l'association peut être dénoncée chaque année avec un préavis de deux mois.",
        "La Caf peut mettre fin à l'accès au service en cas de manquement aux règles de sécurité.",
        "Le poste est financé par une convention distincte que l'État peut dénoncer avec un préavis de deux mois.",
        "Les agents sont tenus au secret pendant la convention et après qu'elle a cessé.",
        "La convention devient caduque si l'association cesse son activité.",
        "En cas de résiliation, aucune des parties ne pourra prétendre à une indemnité.",
        "La dénonciation par la Caf d'une convention d'objectifs n'emporte pas la résiliation de la présente "
        "convention.",
    ],
)
def test_what_is_no_way_out(words: str) -> None:
    assert ways(words) == []


@pytest.mark.parametrize(
    ("words", "after", "damages"),
    [
        ("En cas de résiliation, les engagements déjà pris sont menés à leur terme.", AfterEnd.RUN_OFF, False),
        ("Les parties demeurent tenues, après la résiliation, des engagements souscrits.", AfterEnd.RUN_OFF, False),
        (
            "La résiliation met fin aux engagements, sans préjudice de dommages et intérêts.",
            AfterEnd.IMMEDIATE_STOP,
            True,
        ),
    ],
)
def test_effects(words: str, after: AfterEnd, damages: bool) -> None:
    found = [term for term in terms_of("Résiliation", words) if isinstance(term, TerminationEffects)]
    assert [(end.after, end.damages) for end in found] == [(after, damages)]


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("Chaque partie peut la dénoncer. Les engagements antérieurs courent jusqu’à leur terme.", AfterEnd.RUN_OFF),
        ("La résiliation arrête aussitôt les engagements des parties.", AfterEnd.IMMEDIATE_STOP),
    ],
)
def test_other_effects_of_an_end(words: str, after: AfterEnd) -> None:
    terms = terms_of("Durée et dénonciation", words)
    assert [term.after for term in terms if isinstance(term, TerminationEffects)] == [after]


def test_what_stops_under_a_title_on_effects() -> None:
    terms = terms_of("Effets de la résiliation", "Dès ce jour, les concours financiers cessent immédiatement.")
    assert [term.after for term in terms if isinstance(term, TerminationEffects)] == [AfterEnd.IMMEDIATE_STOP]


def test_an_end_at_the_yearly_date() -> None:
    words = "La convention peut être résiliée par chaque partie à son échéance annuelle, avec un préavis de trois mois."
    terms = terms_of("Résiliation", words)
    assert [term.at_term for term in terms if isinstance(term, TerminationAtWill)] == [True]


def test_a_cure_within_the_next_month() -> None:
    words = (
        "En cas de manquement, l’autre partie peut résilier si rien n’est fait dans le mois suivant la mise en demeure."
    )
    terms = terms_of("Résiliation", words)
    assert [term.cure for term in terms if isinstance(term, TerminationForDefault)] == [Months(count=1)]
