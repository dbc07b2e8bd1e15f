"""What a party may do is said to it in a plain sentence, whatever the move and however little is known."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from convenir.core.moves import Move, MoveKind
from convenir.core.standing import Standing, Status
from convenir.core.terms import Terms
from convenir.core.terms.termination import Form, Ground
from convenir.writer.words.moves import LABELS, LETTERS, SENTENCES, effect_sentence, move_sentence, safe_sentence
from convenir.writer.words.status import ENDINGS, status_sentence

END = date(2022, 12, 31)
FRIDAY, SUNDAY = date(2023, 4, 28), date(2023, 4, 30)


def move(kind: MoveKind, **told: Any) -> Move:
    """A useful move of the town, with what is told of it."""
    return replace(Move(kind=kind, party="commune", useful=True), **told)


def test_every_move_ground_and_form_has_words() -> None:
    assert set(SENTENCES) == set(LABELS) == set(MoveKind)
    assert set(LETTERS) == {None, *Form}
    assert set(ENDINGS) == set(Ground)


@pytest.mark.parametrize("kind", MoveKind)
@pytest.mark.parametrize("useful", [True, False])
def test_every_move_has_a_sentence_even_without_dates(kind: MoveKind, *, useful: bool) -> None:
    said = move_sentence(move(kind, useful=useful, subject="contribution"), Terms())
    assert said.endswith(".")
    assert "None" not in said
    assert "  " not in said


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            move(MoveKind.REFUSE_RENEWAL, last_useful_on=date(2022, 9, 30), last_effect_on=END, form=Form.EMAIL),
            "Pour empêcher la reconduction du 1er janvier 2023, votre courriel doit être reçu le 30 septembre 2022 au "
            "plus tard.",
        ),
        (
            move(MoveKind.WITHDRAW_NOTICE, last_useful_on=END, agreement_of=("caf", "departement")),
            "Vous pouvez renoncer à votre lettre jusqu’au 31 décembre 2022, avec l’accord écrit de la Caf et du "
            "Département.",
        ),
        (move(MoveKind.WITHDRAW_NOTICE), "Vous pouvez renoncer seul à votre lettre, tant qu’elle n’est pas reçue."),
        (
            move(MoveKind.CURE, subject="contribution", last_useful_on=SUNDAY),
            "Vous pouvez remédier à « contribution » jusqu’au 30 avril 2023 ; au-delà, l’autre partie pourra résilier.",
        ),
        (
            move(MoveKind.DECLARE, subject="contribution", opens_on=date(2023, 5, 1), useful=False),
            "Vous pourrez déclarer la résiliation pour « contribution » à partir du 1er mai 2023, si rien n’est fait.",
        ),
        (
            move(MoveKind.DECLARE, subject="force_majeure"),
            "Vous pouvez déclarer la résiliation pour un cas de force majeure.",
        ),
        (
            move(MoveKind.AMEND, subject="avenant-1", last_useful_on=END),
            "Vous pouvez signer « avenant-1 », le 31 décembre 2022 au plus tard.",
        ),
        (
            move(MoveKind.NEW_CONVENTION, last_useful_on=END),
            "Pour qu’une nouvelle convention suive celle-ci sans interruption, signez-la le 31 décembre 2022 au plus "
            "tard.",
        ),
    ],
)
def test_a_move_is_said_with_its_day(found: Move, words: str) -> None:
    assert move_sentence(found, Terms()) == words


def test_the_safe_day_is_said_only_where_it_is_another_one() -> None:
    cure = move(MoveKind.CURE, last_useful_on=SUNDAY, safe_on=FRIDAY)
    assert "vendredi 28 avril 2023" in safe_sentence(cure)
    assert safe_sentence(replace(cure, safe_on=SUNDAY)) == ""
    declared = move(MoveKind.DECLARE, opens_on=date(2023, 5, 1), safe_on=date(2023, 5, 3))
    assert safe_sentence(declared).endswith("attendez le mercredi 3 mai 2023.")


def test_what_follows_is_said_where_something_does() -> None:
    letter = move(MoveKind.GIVE_FORMAL_NOTICE, leaves_until=SUNDAY)
    assert effect_sentence(letter) == "Fait ce jour : l’autre partie a jusqu’au 30 avril 2023 pour remédier."
    assert effect_sentence(move(MoveKind.AMEND)) == ""


def test_an_early_end_is_told_with_its_ground() -> None:
    agreed = Standing(status=Status.TERMINATED, last_day=END, ground=Ground.MUTUAL)
    said = "Résiliée d’un commun accord : son dernier jour en vigueur était le 31 décembre 2022."
    assert status_sentence(agreed, Terms(), date(2023, 1, 1)) == said
    declared = Standing(status=Status.IN_FORCE_UNDER_NOTICE, last_day=END, ground=Ground.BREACH)
    said = "Résiliation déclarée pour manquement, reste en vigueur jusqu’au 31 décembre 2022 inclus."
    assert status_sentence(declared, Terms(), END) == said
