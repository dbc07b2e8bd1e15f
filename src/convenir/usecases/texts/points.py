"""What a person decides of a finding: which passage prevails, and why."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from convenir.access.context import acting_as
from convenir.access.deposited import DepositedText, Point, PointRuled, ReadTerm, Verdict
from convenir.access.roles import Actor
from convenir.records.models import FindingRuling
from convenir.usecases.journal import Done, log
from convenir.usecases.texts.gate import opened, sent_again
from convenir.usecases.texts.refusals import NoSuchPoint, NotLosing, OnlySeen, PassageMissing, ReasonTooShort
from convenir.usecases.texts.ruling import Ruling, decide

FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision on the finding of that `key`.

    `passage` is the place, from 0, of the source that prevails, `words` what prevails in place of every passage,
    each for its verdict only; `seen` is the moment of the last decision that the person had under her eyes.
    `rejections` are those of the terms that rest on passages which do not prevail: they are decided with the finding.
    """

    key: str
    verdict: Verdict
    passage: int | None = None
    words: str = ""
    reason: str = ""
    seen: datetime | None = None
    rejections: tuple[Ruling, ...] = ()


def judge(pk: UUID, judgement: Judgement, *, by: Actor, at: datetime) -> None:
    """Decides on a finding; a later decision replaces an earlier one, and both are kept."""
    with acting_as(by):
        found = opened(by, pk)
        point = next((one for one in found.points if one.key == judgement.key), None)
        if point is None:
            raise NoSuchPoint()
        if _is_marked(point, judgement):
            return
        if sent_again(point.ruled, judgement.seen, by, same=_says_the_same(found, point.ruled, judgement)):
            return
        _refuse(point, judgement)
        losing = {item.index for item in losing_terms(found, point, judgement)}
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
        for rejection in judgement.rejections:
            if rejection.index not in losing:
                raise NotLosing(number=rejection.index + 1)
            decide(found, rejection, by, at)


def losing_terms(found: DepositedText, point: Point, judgement: Judgement) -> tuple[ReadTerm, ...]:
    """The terms that rest on a passage of the finding, and not on the one that prevails; none while it stays open."""
    if judgement.verdict not in (Verdict.PASSAGE, Verdict.NEITHER):
        return ()
    sources = point.finding.sources
    prevailing = found.grounded(sources[judgement.passage]) if judgement.passage is not None else ()
    resting = {item.index: item for source in sources for item in found.grounded(source)}
    return tuple(item for item in resting.values() if item not in prevailing)


def _is_marked(point: Point, judgement: Judgement) -> bool:
    """Whether the finding would only be marked as seen, and somebody marked it already."""
    seen = point.ruled is not None and point.ruled.verdict is Verdict.SEEN
    return seen and judgement.verdict is Verdict.SEEN


def _says_the_same(found: DepositedText, last: PointRuled | None, judgement: Judgement) -> bool:
    """Whether that is the last decision on the finding, for the same reason, and the terms are rejected already."""
    if last is None or (last.verdict, last.passage) != (judgement.verdict, judgement.passage):
        return False
    if (last.words, last.reason) != (judgement.words.strip(), judgement.reason.strip()):
        return False
    return {one.index for one in judgement.rejections} <= {item.index for item in found.items if item.rejected}


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
