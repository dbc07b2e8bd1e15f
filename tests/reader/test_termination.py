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
