"""Whose turn it is to chair a body or to keep its secretariat."""

from typing import TypeAlias

from convenir.core.committees.meetings import sittings
from convenir.core.facts import MeetingHeld
from convenir.core.situation import Situation
from convenir.core.terms.governance import ChairRule, SecretariatRule, Turn

Rule: TypeAlias = ChairRule | SecretariatRule


def next_chair(situation: Situation, body: str) -> str | None:
    """The party that chairs the next meeting of `body`; parties joined by «+» when they chair together.

    None where the text has no rule, or where the last chair (or the first one) is not known.
    """
    rule = next((rule for rule in situation.terms.every(ChairRule) if rule.body == body), None)
    return None if rule is None else _next(situation, rule)


def next_secretary(situation: Situation, body: str) -> str | None:
    """The party that keeps the secretariat of the next meeting of `body`, by the same rules as the chair.

    None too where two clauses name two holders, or where the only one is free to do so.
    """
    rules = [rule for rule in situation.terms.every(SecretariatRule) if rule.body == body and not rule.technical]
    if not rules or not rules[0].binding or len({rule.holders for rule in rules}) > 1:
        return None
    return _next(situation, rules[0])


def kept_by(rule: Rule, event: MeetingHeld) -> str:
    """Who had that part at that meeting, as recorded; «» where nobody wrote it down."""
    return event.chair if isinstance(rule, ChairRule) else event.secretary


def _next(situation: Situation, rule: Rule) -> str | None:
    holders = rule.holders or situation.parties
    if rule.turn is not Turn.ALTERNATE:
        return "+".join(holders) or None
    met = sittings(situation, rule.body)
    last = kept_by(rule, met[-1][1]) if met else ""
    return holders[(holders.index(last) + 1) % len(holders)] if last in holders else None
