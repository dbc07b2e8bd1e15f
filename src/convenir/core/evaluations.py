"""Evaluations and bilans: what clauses promise for each moment, and what facts show done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from convenir.core.facts import EvaluationDone, EvaluationPresented, ReviewDone
from convenir.core.force import Force
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms.evaluation import BodyRole, Evaluation, Moment, Review

Clause: TypeAlias = Evaluation | Review
# From what binds most to what binds least.
FORCES = tuple(Force)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A fact that shows an evaluation or a bilan finished.

    `body` is where it was drawn up or put, «» where that is not recorded; `shown_on` the day it was put there.
    `effects`, `answered`, `valued` are what the bilan holds, None where nobody said.
    """

    day: date
    moment: Moment
    year: int
    body: str
    fact: str
    shown_on: date | None = None
    shown_by: str = ""
    effects: bool | None = None
    answered: int | None = None
    valued: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The clauses of one moment that promise the same evaluation or bilan, and the facts that show it done.

    `because` are the words of every clause. `draws_up` is the body within which it is drawn up, `before` the one that
    examines, receives or validates it (`role`), «» where the text names none. `who` is the first body, else the
    parties.
    """

    clauses: tuple[Clause, ...]
    proofs: tuple[Proof, ...]
    because: tuple[Source, ...]
    draws_up: str
    before: str
    role: BodyRole | None
    who: tuple[str, ...]

    def of(self, year: int) -> tuple[Proof, ...]:
        """The proofs of that year."""
        return tuple(proof for proof in self.proofs if proof.year == year)

    @property
    def force(self) -> Force:
        """That of the clause that binds most."""
        return min((clause.force for clause in self.clauses), key=FORCES.index)


def promise(situation: Situation, kind: type[Evaluation] | type[Review], moment: Moment) -> Promise | None:
    """What the text promises for that moment, None if nothing."""
    clauses: tuple[Clause, ...] = tuple(c for c in situation.terms.every(kind) if c.moment is moment)
    if not clauses:
        return None
    every = _evaluations(situation) if kind is Evaluation else _reviews(situation)
    draws_up = next((c.body for c in clauses if c.body and c.role is BodyRole.DRAWS_UP), "")
    other = next((c for c in clauses if c.body and c.role is not BodyRole.DRAWS_UP), None)
    return Promise(
        clauses=clauses,
        proofs=tuple(proof for proof in every if proof.moment is moment),
        because=tuple(clause.source for clause in clauses),
        draws_up=draws_up,
        before=other.body if other else "",
        role=other.role if other else None,
        who=(draws_up,) if draws_up else situation.parties,
    )


def _evaluations(situation: Situation) -> list[Proof]:
    """The evaluations done by the day of the question; one that was presented was done."""
    proofs = [
        Proof(
            day=day_of(fact),
            moment=event.moment,
            year=event.year or day_of(fact).year,
            body="",
            fact=fact.id,
            answered=event.answered,
        )
        for fact, event in situation.happened(EvaluationDone)
    ]
    for shown in _presentations(situation):
        proofs = _with(proofs, shown)
    return sorted(proofs, key=lambda proof: (proof.day, proof.fact))


def _presentations(situation: Situation) -> Iterator[Proof]:
    for fact, event in situation.happened(EvaluationPresented):
        day = day_of(fact)
        yield Proof(
            day=day,
            moment=event.moment,
            year=event.year or day.year,
            body=event.body,
            fact=fact.id,
            shown_on=day,
            shown_by=fact.id,
        )


def _with(proofs: list[Proof], shown: Proof) -> list[Proof]:
    """The proofs after a presentation: of the first one done and not yet shown there, else of one more."""
    for place, proof in enumerate(proofs):
        same = (proof.moment, proof.year) == (shown.moment, shown.year)
        if same and not proof.body and proof.day <= shown.day:
            told = replace(proof, body=shown.body, shown_on=shown.day, shown_by=shown.fact)
            return [*proofs[:place], told, *proofs[place + 1 :]]
    return [*proofs, shown]


def _reviews(situation: Situation) -> list[Proof]:
    return [
        Proof(
            day=day_of(fact),
            moment=event.moment,
            year=event.year or day_of(fact).year,
            body=event.body,
            fact=fact.id,
            effects=event.effects,
            answered=event.answered,
            valued=event.valued,
        )
        for fact, event in situation.happened(ReviewDone)
    ]
