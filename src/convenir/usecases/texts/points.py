"""What a person decides of a finding: which passage prevails, and why."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from convenir.access.context import acting_as
from convenir.access.deposited import Point, Verdict
from convenir.access.roles import Actor
from convenir.records.models import FindingRuling
from convenir.usecases.journal import Done, log
from convenir.usecases.texts.gate import opened, refuse_unseen
from convenir.usecases.texts.refusals import NoSuchPoint, OnlySeen, PassageMissing, ReasonTooShort

FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision on the finding of that `key`.

    `passage` is the place, from 0, of the source that prevails, `words` what prevails in place of every passage,
    each for its verdict only; `seen` is the moment of the last decision that the person had under her eyes.
    """

    key: str
    verdict: Verdict
    passage: int | None = None
    words: str = ""
    reason: str = ""
    seen: datetime | None = None


def judge(pk: UUID, judgement: Judgement, *, by: Actor, at: datetime) -> None:
    """Decides on a finding; a later decision replaces an earlier one, and both are kept."""
    with acting_as(by):
        found = opened(by, pk)
        point = next((one for one in found.points if one.key == judgement.key), None)
        if point is None:
            raise NoSuchPoint()
        refuse_unseen(point.ruled, judgement.seen, by)
        _refuse(point, judgement)
        FindingRuling.objects.create(
            text_id=pk,
            key=judgement.key,
            decision=judgement.verdict,
            passage=judgement.passage,
            words=judgement.words.strip(),
            reason=judgement.reason.strip(),
            by=by.name,
            at=at,
        )
        detail = f"{point.finding.about} {judgement.verdict}"
        log(Done(verb="judge_finding", detail=detail), convention=None, by=by, at=at)


def _refuse(point: Point, judgement: Judgement) -> None:
    if point.asks is (judgement.verdict is Verdict.SEEN):
        raise OnlySeen()
    if judgement.verdict is Verdict.SEEN:
        return
    passages = len(point.finding.sources) if judgement.verdict is Verdict.PASSAGE else 0
    if (judgement.passage is not None and judgement.passage < passages) is not (judgement.verdict is Verdict.PASSAGE):
        raise PassageMissing()
    if judgement.verdict is Verdict.NEITHER and not judgement.words.strip():
        raise PassageMissing()
    if len(re.findall(r"\w+", judgement.reason)) < FEWEST_WORDS:
        raise ReasonTooShort()
