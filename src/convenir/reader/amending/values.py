"""Where a convention states the values that an avenant changes without quoting them, by the clauses read there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from convenir.core.delays import Delay, after, months_of
from convenir.core.source import Source
from convenir.core.terms import (
    DisclosureRule,
    Duration,
    MeetingCadence,
    Renewal,
    Term,
    TerminationAtWill,
    TerminationForDefault,
    TerminationForIllegality,
)
from convenir.reader.amending.edits import Excerpt, Measure, Prolonged, ValueReplaced
from convenir.reader.amending.places import Missing, Span, span_of
from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.words import days, delays, flat
from convenir.reader.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """A value that a clause states: its words stand at `span` of the convention."""

    value: Delay | int | date
    span: Span


def stated(base: Reading, edit: ValueReplaced) -> Span | Missing | None:
    """Where the value stands that the edit changes; None where no clause states it, or several do."""
    within = span_of(base.outline, edit.target)
    if isinstance(within, Missing):
        return within
    old = _of_words(edit.old, edit.measure) if edit.old else None
    found = {
        value.span
        for clause in base.terms.clauses
        for value in _values(base, clause, edit.measure)
        if within[0] <= value.span[0] < within[1] and old in (None, value.value)
    }
    return found.pop() if len(found) == 1 else None


def _of_words(words: str, measure: Measure) -> Delay | int | None:
    if measure in (Measure.NOTICE, Measure.CURE):
        return next((found.delay for found in delays(words)), None)
    return number(flat(words))


def _values(base: Reading, clause: Term, measure: Measure) -> Iterator[_Value]:
    """The values of that measure that a clause states in its words."""
    match measure, clause:
        case Measure.NOTICE, TerminationAtWill(notice=delay) | Renewal(denunciation=delay) if delay:
            yield from _delays(base, clause.source, delay)
        case Measure.CURE, TerminationForDefault(cure=delay) | TerminationForIllegality(cure=delay) if delay:
            yield from _delays(base, clause.source, delay)
        case Measure.THRESHOLD, DisclosureRule():
            counts = {clause.min_count, clause.min_cell, clause.min_population} - {None}
            yield from _numbers(base, clause.source, counts.__contains__)
        case Measure.MEETINGS, MeetingCadence(count=count):
            yield from _numbers(base, clause.source, count.__eq__, before=r"\s+(?:fois|reunions|seances)\b")
        case _:
            return


def _delays(base: Reading, source: Source, delay: Delay) -> Iterator[_Value]:
    start, words = _paragraph(base, source)
    for found in delays(words):
        if found.delay == delay:
            yield _Value(value=delay, span=(start + found.start, start + found.end))


def _numbers(base: Reading, source: Source, wanted: Callable[[int], bool], before: str = "") -> Iterator[_Value]:
    start, words = _paragraph(base, source)
    for found in re.finditer(rf"(?P<number>{NUMBER}){before}", flat(words)):
        value = number(found["number"])
        if value is not None and wanted(value):
            first, last = found.span("number")
            yield _Value(value=value, span=(start + first, start + last))


def _paragraph(base: Reading, source: Source) -> tuple[int, str]:
    """Where the words of a clause begin, and its words."""
    start, end = source.start or 0, source.end or 0
    return start, base.outline.text[start:end]


# --- the end of the convention -----------------------------------------------------------------------------


def prolonged(base: Reading, edit: Prolonged) -> tuple[Span, Excerpt] | None:
    """The words that state the end of the convention, and those that now do; None where they cannot be told apart."""
    duration = base.terms.first(Duration)
    if duration is None or edit.source.start is None or edit.source.end is None:
        return None
    if duration.ends_on:
        return _new_day(base, duration, duration.ends_on, edit)
    return _new_length(base, duration, edit)


def _new_day(base: Reading, duration: Duration, last: date, edit: Prolonged) -> tuple[Span, Excerpt] | None:
    start, words = _paragraph(base, duration.source)
    spans = [(start + found.start, start + found.end) for found in days(words) if found.day == last]
    day = edit.until or (after(last, edit.by) if edit.by and edit.instead_of in (None, last) else None)
    if len(spans) != 1 or day is None:
        return None
    quote = edit.source.quote
    said = next(((found.start, found.end) for found in days(quote) if found.day == day), None)
    old = base.outline.text[slice(*spans[0])]
    return spans[0], _excerpt(edit.source, said) or _computed(edit.source, _written(day, last, old))


def _written(day: date, last: date, old: str) -> str:
    """A day as the convention writes its last one, where only the year differs; else in figures."""
    if (day.day, day.month) == (last.day, last.month):
        return old.replace(str(last.year), str(day.year))
    return f"{day:%d/%m/%Y}"


def _new_length(base: Reading, duration: Duration, edit: Prolonged) -> tuple[Span, Excerpt] | None:
    if duration.span is None:
        return None
    spans = [value.span for value in _delays(base, duration.source, duration.span)]
    if len(spans) != 1:
        return None
    if edit.lasting:
        said = next(((one.start, one.end) for one in delays(edit.source.quote) if one.delay == edit.lasting), None)
        new = _excerpt(edit.source, said)
        return (spans[0], new) if new else None
    if edit.by and months_of(edit.by) and months_of(duration.span):
        words = f"{months_of(duration.span) + months_of(edit.by)} mois"
        return spans[0], _computed(edit.source, words)
    return None


def _excerpt(source: Source, span: Span | None) -> Excerpt | None:
    """Those words of the ground of an edit."""
    if span is None or source.start is None:
        return None
    start, end = span
    return Excerpt(words=source.quote[start:end], start=source.start + start, end=source.start + end)


def _computed(source: Source, words: str) -> Excerpt:
    """Words computed from those of the edit, at their place."""
    return Excerpt(words=words, start=source.start or 0, end=source.end or 0)
