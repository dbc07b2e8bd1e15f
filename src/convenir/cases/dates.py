"""Date vectors: one computation of a day, with its strict result and the one moved to a working day."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from convenir.cases.names import named
from convenir.core.delays import Days, Delay, Months, Years, after, before, clear, last_day
from convenir.core.workdays import Calendar, Territory, next_workday, previous_workday

DATE_KEYS = frozenset({"fn", "anchor", "n", "unit", "zone", "strict", "rolled", "good_friday", "source", "note"})

FUNCTIONS: dict[str, Callable[[date, Delay], date]] = {
    "notice": after,
    "before": before,
    "franc": clear,
    "span": last_day,
}
NO_ZONE = "-"


def _delay(line: dict[str, Any]) -> Delay:
    units: dict[str, Callable[[int], Delay]] = {
        "day": lambda n: Days(count=n),
        "month": lambda n: Months(count=n),
        "year": lambda n: Years(count=n),
    }
    return named(units, line["unit"], "unit")(line["n"])


def _rolled(line: dict[str, Any], day: date) -> date:
    """The working day that the vector asks for: the one before when counting back, else the one after."""
    if line.get("zone", NO_ZONE) == NO_ZONE:
        return day
    calendar = Calendar(
        territory=named({zone.value: zone for zone in Territory}, line["zone"], "zone"),
        good_friday=line.get("good_friday"),
    )
    roll = previous_workday if line["fn"] == "before" else next_workday
    return roll(day, calendar)


def date_gaps(line: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(key, expected, found) for each of `strict` and `rolled` that is stated and differs."""
    strict = named(FUNCTIONS, line["fn"], "fn")(line["anchor"], _delay(line))
    found = {"strict": strict, "rolled": _rolled(line, strict)}
    for key, day in found.items():
        if key in line and line[key] != day:
            yield key, str(line[key]), str(day)
