"""What a party may do, said to that party: the act, until when, and what follows."""

from collections.abc import Callable
from datetime import timedelta

from convenir.core.moves import Move, MoveKind
from convenir.core.supposition import MoveChange
from convenir.core.terms import Terms
from convenir.core.terms.termination import Form, Ground
from convenir.writer.french_dates import day, long_day
from convenir.writer.words.names import listed, of, party_name

DAY = timedelta(days=1)

LABELS = {
    MoveKind.SIGN: "Signer la convention",
    MoveKind.LEAVE: "Résilier par lettre",
    MoveKind.SERVE_AGAIN: "Renvoyer la lettre",
    MoveKind.WITHDRAW_NOTICE: "Renoncer à la lettre",
    MoveKind.REFUSE_RENEWAL: "Refuser la reconduction",
    MoveKind.GIVE_FORMAL_NOTICE: "Mettre en demeure",
    MoveKind.CURE: "Remédier au manquement",
    MoveKind.DECLARE: "Déclarer la résiliation",
    MoveKind.AGREE_END: "Convenir de la fin",
    MoveKind.AMEND: "Signer un avenant",
    MoveKind.RENEW: "Reconduire",
    MoveKind.NEW_CONVENTION: "Conclure une nouvelle convention",
}
# What is sent, and how its participle agrees.
LETTERS: dict[Form | None, tuple[str, str]] = {
    None: ("lettre", "reçue"),
    Form.REGISTERED_LETTER: ("lettre recommandée", "reçue"),
    Form.ELECTRONIC_REGISTERED_LETTER: ("lettre recommandée électronique", "reçue"),
    Form.LETTER: ("lettre", "reçue"),
    Form.HAND_DELIVERY: ("lettre remise contre décharge", "reçue"),
    Form.EMAIL: ("courriel", "reçu"),
    Form.NONE: ("décision", "connue"),
}
# What a declaration that no fact of the dossier opens rests on.
GROUNDS = {
    Ground.PUBLIC_INTEREST.value: "un motif d’intérêt général",
    Ground.FORCE_MAJEURE.value: "un cas de force majeure",
}


def move_label(kind: MoveKind) -> str:
    """The act, in a few words."""
    return LABELS[kind]


def move_sentence(move: Move, terms: Terms) -> str:
    """What the party may do, with its last day.

    >>> from datetime import date
    >>> leave = Move(kind=MoveKind.LEAVE, party="commune", useful=True, form=Form.REGISTERED_LETTER,
    ...     last_useful_on=date(2022, 9, 30), last_effect_on=date(2022, 12, 30))
    >>> move_sentence(leave, Terms())
    'Pour sortir au 31 décembre 2022, votre lettre recommandée doit être reçue le 30 septembre 2022 au plus tard.'
    """
    return SENTENCES[move.kind](move, terms)


def safe_sentence(move: Move) -> str:
    """The day to aim at, where another reading would make the act too late or too early; else nothing.

    An act that is of no use any more has none; a declaration may be of none yet.

    >>> from datetime import date
    >>> cure = Move(kind=MoveKind.CURE, party="commune", useful=True, subject="contribution",
    ...     last_useful_on=date(2023, 4, 30), safe_on=date(2023, 4, 28))
    >>> safe_sentence(cure)
    'Pour être à temps dans toutes les lectures, visez le vendredi 28 avril 2023.'
    >>> from dataclasses import replace
    >>> safe_sentence(replace(cure, useful=False))
    ''
    """
    if move.safe_on is None or move.safe_on in (move.opens_on, move.last_useful_on):
        return ""
    if move.kind is MoveKind.DECLARE:
        return f"Pour ne pas agir trop tôt dans une autre lecture, attendez le {long_day(move.safe_on)}."
    if not move.useful:
        return ""
    return f"Pour être à temps dans toutes les lectures, visez le {long_day(move.safe_on)}."


def effect_sentence(move: Move) -> str:
    """What follows if it is done on the day asked; nothing where nothing follows at once.

    >>> from datetime import date
    >>> effect_sentence(Move(kind=MoveKind.LEAVE, party="caf", useful=True, effect_on=date(2023, 2, 28)))
    'Fait ce jour : la convention finit le 28 février 2023.'
    """
    if move.leaves_until is not None:
        return f"Fait ce jour : l’autre partie a jusqu’au {day(move.leaves_until)} pour remédier."
    if move.effect_on is None:
        return ""
    return f"Fait ce jour : la convention finit le {day(move.effect_on)}."


def move_sentences(move: Move, terms: Terms) -> tuple[str, ...]:
    """All that is said of it: until when, the day to aim at, what follows."""
    said = (move_sentence(move, terms), safe_sentence(move), effect_sentence(move))
    return tuple(words for words in said if words)


def move_change(change: MoveChange, terms: Terms) -> tuple[str, str]:
    """What the party could do without the supposition, and with it: «» where it could not.

    The same words twice where nothing that a person reads first is different.
    """
    was, becomes = change.before, change.after
    if was is not None and becomes is not None:
        return move_sentence(was, terms), move_sentence(becomes, terms)
    if was is not None:
        return f"{move_label(was.kind)}.", ""
    return "", " ".join(move_sentences(becomes, terms)) if becomes is not None else ""


def _leave(move: Move, terms: Terms) -> str:
    letter, received = LETTERS[move.form]
    if not move.useful:
        return "Une lettre de résiliation ne finirait plus la convention avant son dernier jour."
    if move.last_useful_on is None or move.last_effect_on is None:
        return f"Vous pouvez résilier à tout moment ; votre {letter} doit être {received} par l’autre partie."
    out = day(move.last_effect_on + DAY)
    return f"Pour sortir au {out}, votre {letter} doit être {received} le {day(move.last_useful_on)} au plus tard."


def _serve_again(move: Move, terms: Terms) -> str:
    letter, received = LETTERS[move.form]
    return (
        f"Votre lettre n’a pas d’effet sûr : envoyez une nouvelle {letter}, et gardez la preuve qu’elle est {received}."
    )


def _withdraw(move: Move, terms: Terms) -> str:
    if not move.agreement_of:
        return "Vous pouvez renoncer seul à votre lettre, tant qu’elle n’est pas reçue."
    until = f" jusqu’au {day(move.last_useful_on)}" if move.last_useful_on else ""
    return f"Vous pouvez renoncer à votre lettre{until}, avec l’accord écrit {_of_others(move, terms)}."


def _refuse(move: Move, terms: Terms) -> str:
    letter, received = LETTERS[move.form]
    if move.last_useful_on is None or move.last_effect_on is None:
        return f"Vous pouvez refuser la prochaine reconduction ; votre {letter} doit être {received}."
    renewed = day(move.last_effect_on + DAY)
    return (
        f"Pour empêcher la reconduction du {renewed}, votre {letter} doit être {received} "
        f"le {day(move.last_useful_on)} au plus tard."
    )


def _formal_notice(move: Move, terms: Terms) -> str:
    letter, _ = LETTERS[move.form]
    return f"Vous pouvez mettre l’autre partie en demeure de remédier à « {move.subject} », par {letter}."


def _cure(move: Move, terms: Terms) -> str:
    if not move.useful:
        return f"Le délai pour remédier à « {move.subject} » est passé : l’autre partie peut résilier."
    if move.last_useful_on is None:
        return f"Vous pouvez remédier à « {move.subject} » avant toute mise en demeure."
    until = day(move.last_useful_on)
    return f"Vous pouvez remédier à « {move.subject} » jusqu’au {until} ; au-delà, l’autre partie pourra résilier."


def _declare(move: Move, terms: Terms) -> str:
    what = GROUNDS.get(move.subject, f"« {move.subject} »")
    if move.opens_on is None:
        return f"Vous pouvez déclarer la résiliation pour {what}."
    if not move.events:
        return f"Vous pourrez déclarer la résiliation pour {what} à partir du {day(move.opens_on)}, si rien n’est fait."
    if not move.useful:
        return f"Déclarer la résiliation pour {what} ne finirait plus la convention avant son dernier jour."
    return f"Vous pouvez déclarer la résiliation pour {what} depuis le {day(move.opens_on)}."


def _sign(move: Move, terms: Terms) -> str:
    until = f", jusqu’au {day(move.last_useful_on)}" if move.last_useful_on else ""
    return f"Vous pouvez signer la convention{until}."


def _agree_end(move: Move, terms: Terms) -> str:
    if not move.useful:
        return "Convenir de la fin n’avancerait plus le dernier jour de la convention."
    return (
        f"Vous pouvez mettre fin à la convention avec l’accord écrit {_of_others(move, terms)}, au jour de votre choix."
    )


def _amend(move: Move, terms: Terms) -> str:
    until = f", le {day(move.last_useful_on)} au plus tard" if move.last_useful_on else ""
    if move.subject:
        return f"Vous pouvez signer « {move.subject} »{until}."
    return f"Vous pouvez modifier la convention par un avenant signé avec l’accord {_of_others(move, terms)}{until}."


def _renew(move: Move, terms: Terms) -> str:
    if not move.useful:
        return "La convention prend fin plus tôt que son terme : elle ne peut plus être reconduite."
    until = f", le {day(move.last_useful_on)} au plus tard" if move.last_useful_on else ""
    return f"Vous pouvez reconduire la convention par un acte signé avec l’accord {_of_others(move, terms)}{until}."


def _new_convention(move: Move, terms: Terms) -> str:
    if move.last_useful_on is None:
        return f"Vous pouvez conclure une nouvelle convention avec l’accord {_of_others(move, terms)}."
    until = day(move.last_useful_on)
    return f"Pour qu’une nouvelle convention suive celle-ci sans interruption, signez-la le {until} au plus tard."


def _of_others(move: Move, terms: Terms) -> str:
    """«du Département», «de la commune et de la MSA»; where the text names nobody, «de l’autre partie»."""
    names = [of(party_name(key, terms)) for key in move.agreement_of]
    return listed(names) if names else "de l’autre partie"


SENTENCES: dict[MoveKind, Callable[[Move, Terms], str]] = {
    MoveKind.SIGN: _sign,
    MoveKind.LEAVE: _leave,
    MoveKind.SERVE_AGAIN: _serve_again,
    MoveKind.WITHDRAW_NOTICE: _withdraw,
    MoveKind.REFUSE_RENEWAL: _refuse,
    MoveKind.GIVE_FORMAL_NOTICE: _formal_notice,
    MoveKind.CURE: _cure,
    MoveKind.DECLARE: _declare,
    MoveKind.AGREE_END: _agree_end,
    MoveKind.AMEND: _amend,
    MoveKind.RENEW: _renew,
    MoveKind.NEW_CONVENTION: _new_convention,
}
