"""What each party may lawfully do on the day asked, said to that party, with why and by when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from convenir.core.explanation import of_move
from convenir.core.moves import Move, moves
from convenir.core.supposition import MoveChange, moves_changed
from convenir.web.pages.conventions.places import references
from convenir.web.pages.conventions.question import Answer
from convenir.web.ui.shapes import Effect, Reference, State
from convenir.writer.french_dates import day, from_now
from convenir.writer.words import party_name
from convenir.writer.words.explanation import explanation_lines
from convenir.writer.words.moves import move_change, move_label, move_sentences
from convenir.writer.words.names import capital


@dataclass(frozen=True, slots=True, kw_only=True)
class Possibility:
    """One act: what it is, the sentences that say how and by when, and its grounds by kind."""

    label: str
    sentences: Sequence[str]
    timing: str
    useful: bool
    references: Sequence[Reference]
    grounds: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMoves:
    """A party and what it may do: what is of use first."""

    party: str
    useful: Sequence[Possibility]
    useless: Sequence[Possibility]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyChanges:
    """A party, and what it could do otherwise."""

    party: str
    effects: Sequence[Effect]


def of_parties(answer: Answer) -> list[PartyMoves]:
    """The possibilities of each party, in the order of the text."""
    return list(_of_parties(answer))


def _of_parties(answer: Answer) -> Iterator[PartyMoves]:
    for party, own in groupby(_moves(answer), key=lambda move: move.party):
        shown = [_possibility(move, answer) for move in own]
        yield PartyMoves(
            party=capital(party_name(party, answer.dossier.terms)),
            useful=[one for one in shown if one.useful],
            useless=[one for one in shown if not one.useful],
        )


def _moves(answer: Answer) -> tuple[Move, ...]:
    dossier, known = answer.dossier, max(answer.today, answer.dossier.known)
    return moves(dossier.terms, dossier.facts, on=answer.on, known=known, calendar=dossier.calendar)


def changed(before: Answer, after: Answer) -> list[PartyChanges]:
    """What each party could do otherwise, with what is supposed; the parties for whom nothing changes are left out."""
    found = groupby(moves_changed(_moves(before), _moves(after)), key=lambda change: change.party)
    told = [(party, [effect for change in own for effect in _effect(change, after)]) for party, own in found]
    names = before.dossier.terms
    return [
        PartyChanges(party=capital(party_name(party, names)), effects=effects) for party, effects in told if effects
    ]


def _effect(change: MoveChange, after: Answer) -> Iterator[Effect]:
    was, becomes = move_change(change, after.dossier.terms)
    if was != becomes:
        state = State.INFO if becomes else State.ENDED
        yield Effect(state=state, before=was, text=becomes or "Ce n’est plus possible.")


def _possibility(move: Move, answer: Answer) -> Possibility:
    terms, last = answer.dossier.terms, move.last_useful_on
    return Possibility(
        label=move_label(move.kind),
        sentences=move_sentences(move, terms),
        timing=f"Jusqu’au {day(last)}, {from_now(last, answer.on)}." if last and last >= answer.on else "",
        useful=move.useful,
        references=references(answer.dossier.pk, move.because),
        grounds=[(label, items) for label, items in explanation_lines(of_move(move), terms) if label != "Texte"],
    )
