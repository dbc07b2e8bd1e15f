"""Over several versions of the text: which one asks each duty, and against which one each fact is set."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.findings import Finding
from convenir.core.obligation import Duty, Obligation
from convenir.core.situation import Situation
from convenir.core.terms.governance import Per
from convenir.core.years import Stretch, stretches


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days of one version, both included, and what its text alone would ask."""

    first: date
    last: date
    situation: Situation

    def holds(self, day: date) -> bool:
        """Whether that version is in force on that day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the text of one window asks, by key."""

    window: Window
    duties: Mapping[str, Obligation]


def windows(situation: Situation) -> tuple[Window, ...]:
    """The windows of the versions, in order; one version is asked as it is."""
    found = [(version, last) for version, last in situation.life.texts.windows() if version.first <= last]
    if len(found) == 1:
        return (Window(first=date.min, last=date.max, situation=situation),)
    return tuple(
        Window(first=version.first, last=last, situation=replace(situation, terms=version.terms))
        for version, last in found
    )


def duties_over(situation: Situation, owed: Callable[[Situation], dict[str, Obligation]]) -> Iterator[Obligation]:
    """The duties of every version, each kept where the version is in force on its day (undated: on the day asked)."""
    asked = [Asked(window=window, duties=owed(window.situation)) for window in windows(situation)]
    if len(asked) == 1:
        yield from asked[0].duties.values()
        return
    for key in dict.fromkeys(key for one in asked for key in one.duties):
        kept = _kept(asked, key, situation.on)
        if kept is not None:
            yield _counted(asked, kept)


def _kept(asked: list[Asked], key: str, on: date) -> Obligation | None:
    """Of the versions that ask a duty, the latest one in force on its day.

    A change of delay may move its day across the change itself, so that no version asks it within its own days: the
    later of the two days is kept, for nobody is late under words that were not yet written.
    """
    candidates = [(one, one.duties[key]) for one in asked if key in one.duties]
    held = [duty for one, duty in candidates if one.window.holds(duty.due_on or on)]
    if held:
        return held[-1]
    moved = [duty for _, duty in candidates if duty.due_on is not None and key in _at(asked, duty.due_on).duties]
    return max(moved, key=lambda duty: duty.due_on or date.min, default=None)


def _at(asked: list[Asked], day: date) -> Asked:
    """What the version of that day asks."""
    return next(one for one in asked if one.window.holds(day))


def _counted(asked: list[Asked], duty: Obligation) -> Obligation:
    """A meeting with the number that the text of the beginning of its period gives, where a change fell in between."""
    stretch = _crossed(asked, duty)
    if stretch is None:
        return duty
    before = _at(asked, stretch.first)
    count = max((one.total for one in before.duties.values() if _family(one) == _family(duty)), default=0)
    if count == duty.total:
        return duty
    other = Alternative(reading="text_at_period_start", count=count)
    told = Assumption(choice=Choice.TEXT_AT_PERIOD_END, count=duty.total, alternatives=(other,), source=duty.because[0])
    return replace(duty, assumptions=(*duty.assumptions, told))


def _family(duty: Obligation) -> tuple[Duty, str, str]:
    return duty.duty, duty.subject, duty.period


def _crossed(asked: list[Asked], duty: Obligation) -> Stretch | None:
    """The period of a meeting owed, where a version begins inside it."""
    if duty.duty is not Duty.MEETING:
        return None
    days = [one.window.first for one in asked[1:]]
    around = (stretch for day in days for per in Per for stretch in stretches(day, day, per) if stretch.first < day)
    return next((stretch for stretch in around if stretch.label == duty.period), None)


def findings_over(situation: Situation, found: Callable[[Situation], Iterator[Finding]]) -> Iterator[Finding]:
    """The findings of every version: about a dated fact by the text of its day, the others by that of the day asked."""
    for window in windows(situation):
        yield from (finding for finding in found(window.situation) if window.holds(finding.on or situation.on))
