"""What if: the answers with facts that nobody recorded, against the answers without them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from convenir.core.agenda import agenda_of, horizon, irregularities_of, situation_on
from convenir.core.facts import Fact
from convenir.core.findings import Finding
from convenir.core.moves import Move, MoveKind, moves
from convenir.core.obligation import Obligation
from convenir.core.standing import Standing, standing
from convenir.core.terms import Terms
from convenir.core.workdays import FRENCH, Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The day asked, the day of knowledge, whose holidays count, and how far to look (None: to the end)."""

    on: date
    known: date
    calendar: Calendar = FRENCH
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that can be asked of a convention on a day. `irregular` are the findings on the status and on the facts."""

    standing: Standing
    agenda: tuple[Obligation, ...]
    moves: tuple[Move, ...]
    irregular: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One duty or possibility before and after; None where it is not there."""

    before: Obligation | None
    after: Obligation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveChange:
    """One possibility of a party before and after; None where it is not there."""

    party: str
    before: Move | None
    after: Move | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a supposition changes: dates that move, duties that appear or vanish, new oddities.

    `changes` and `moves` hold only what differs; `unchanged` counts the duties that do not.
    """

    before: Answers
    after: Answers
    changes: tuple[Change, ...]
    moves: tuple[MoveChange, ...]
    findings: tuple[Finding, ...]
    unchanged: int


def answers(terms: Terms, facts: Sequence[Fact], asked: Question) -> Answers:
    """The status, the agenda, the possibilities and the irregularities, on that day."""
    on, known, calendar = asked.on, asked.known, asked.calendar
    until = asked.until or horizon(terms, facts, on=on, known=known)
    situation = situation_on(terms, facts, on=on, known=known, until=until, calendar=calendar)
    found = standing(terms, facts, on=on, known=known, calendar=calendar)
    return Answers(
        standing=found,
        agenda=agenda_of(situation),
        moves=moves(terms, facts, on=on, known=known, calendar=calendar),
        irregular=(*found.findings, *irregularities_of(situation)),
    )


def suppose(terms: Terms, facts: Sequence[Fact], supposed: Sequence[Fact], asked: Question) -> Comparison:
    """The answers with the supposed facts, taken as known on the day of knowledge, against those without.

    Both look as far as the later of the two ends, so that an extension shows the duties that it adds.
    """
    both = (*facts, *(replace(fact, recorded_on=asked.known) for fact in supposed))
    ends = [horizon(terms, given, on=asked.on, known=asked.known) for given in (facts, both)]
    whole = replace(asked, until=asked.until or max(ends))
    return compared(answers(terms, facts, whole), answers(terms, both, whole))


def compared(before: Answers, after: Answers) -> Comparison:
    """What differs between two sets of answers."""
    changes = _changes(before.agenda, after.agenda)
    known = {(finding.about, finding.sentence) for finding in before.irregular}
    return Comparison(
        before=before,
        after=after,
        changes=changes,
        moves=moves_changed(before.moves, after.moves),
        findings=tuple(one for one in after.irregular if (one.about, one.sentence) not in known),
        unchanged=len(after.agenda) - sum(change.after is not None for change in changes),
    )


def _changes(before: Sequence[Obligation], after: Sequence[Obligation]) -> tuple[Change, ...]:
    """In the order of the days after; what vanishes comes last."""
    old = {duty.key: duty for duty in before}
    new = {duty.key: duty for duty in after}
    kept = [Change(before=old.get(key), after=duty) for key, duty in new.items() if _differ(old.get(key), duty)]
    gone = [Change(before=duty, after=None) for key, duty in old.items() if key not in new]
    return (*kept, *gone)


def _differ(old: Obligation | None, new: Obligation) -> bool:
    """Whether a person would see the difference: another state or another day."""
    return old is None or (old.state, old.due_on, old.done_on, old.who) != (new.state, new.due_on, new.done_on, new.who)


def moves_changed(before: Sequence[Move], after: Sequence[Move]) -> tuple[MoveChange, ...]:
    """The possibilities that appear, vanish or are no longer the same, party by party."""
    old, new = _ranked(before), _ranked(after)
    parties = list(dict.fromkeys(move.party for move in (*before, *after)))
    keys = sorted(dict.fromkeys([*old, *new]), key=lambda key: parties.index(key.party))
    found = [MoveChange(party=key.party, before=old.get(key), after=new.get(key)) for key in keys]
    return tuple(change for change in found if change.before != change.after)


class Possibility(NamedTuple):
    """What makes a move the same before and after: its words may change. Two clauses may open it: `rank` tells them."""

    party: str
    kind: MoveKind
    subject: str
    rank: int


def _ranked(moves: Sequence[Move]) -> dict[Possibility, Move]:
    found: dict[Possibility, Move] = {}
    alike: Counter[tuple[str, MoveKind, str]] = Counter()
    for move in moves:
        named = (move.party, move.kind, move.subject)
        found[Possibility(*named, alike[named])] = move
        alike[named] += 1
    return found
