"""The door that data pass: what other parts of the product ask before they hand anything over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from convenir.core.agenda import situation_on
from convenir.core.assumptions import Assumption
from convenir.core.facts import Fact, OnwardReleased
from convenir.core.findings import Finding
from convenir.core.refusals import Refusal
from convenir.core.situation import Situation
from convenir.core.terms import Terms
from convenir.core.transfers.onward import consents, passed_on
from convenir.core.transfers.release_words import finding
from convenir.core.transfers.releases import Condition, Met, Passage, conditions, to_come
from convenir.core.transfers.requests import requests_of


class ReleaseNotAllowed(Refusal):
    """Data that may not pass as things stand."""

    code: ClassVar[str] = "release-not-allowed"
    sentence: ClassVar[str] = "{why} {advice}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Whether data may pass on the day asked, and why: each need with its state, and what is left to do.

    `findings` say in French each need that is not met, in the order of `conditions`.
    """

    passage: Passage
    conditions: tuple[Condition, ...]
    findings: tuple[Finding, ...]

    @property
    def allowed(self) -> bool:
        """Whether nothing stops them."""
        return not any(condition.stops for condition in self.conditions)

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """What was chosen to say so, each once."""
        return tuple(dict.fromkeys(told for one in self.conditions for told in one.assumptions))


def gate(terms: Terms, facts: Sequence[Fact], request: str, *, on: date, known: date) -> Gate:
    """The door of a request: whether the holder may hand its data over on that day."""
    return gate_of(situation_on(terms, facts, on=on, known=known, until=on), request)


def onward_gate(terms: Terms, facts: Sequence[Fact], event: OnwardReleased, *, on: date, known: date) -> Gate:
    """The door of data that one party would pass on to a third party on that day."""
    return onward_gate_of(situation_on(terms, facts, on=on, known=known, until=on), event)


def gate_of(situation: Situation, request: str) -> Gate:
    """The door of a request, in a situation already made."""
    requests = requests_of(situation)
    passage = to_come(requests, request)
    return _gate(situation, passage, conditions(requests, passage))


def onward_gate_of(situation: Situation, event: OnwardReleased) -> Gate:
    """The door of data to pass on, in a situation already made."""
    passage = passed_on(event, situation.on, made=False)
    return _gate(situation, passage, tuple(consents(situation, passage, event)))


def refuse_release(door: Gate) -> None:
    """Raises ReleaseNotAllowed, with the article, if something stops the data; does nothing otherwise."""
    unmet = [condition for condition in door.conditions if condition.state is not Met.MET]
    for condition, told in zip(unmet, door.findings, strict=True):
        if condition.stops:
            source = condition.because[0] if condition.because else None
            raise ReleaseNotAllowed(source=source, why=told.sentence, advice=told.advice)


def _gate(situation: Situation, passage: Passage, asked: tuple[Condition, ...]) -> Gate:
    told = tuple(finding(situation.terms, passage, one) for one in asked if one.state is not Met.MET)
    return Gate(passage=passage, conditions=asked, findings=told)
