"""The iCalendar file: what RFC 5545 asks, and what a person reads."""

from dataclasses import replace
from datetime import date

from convenir.core.obligation import Duty, Obligation, State
from convenir.core.source import Source
from convenir.core.terms import Terms
from convenir.writer.render import ics

ON = date(2026, 11, 21)
WORDS = Source(text="convention", article="6", paragraph=2)


MEETING = Obligation(
    key="meeting:copil:2026:1",
    duty=Duty.MEETING,
    subject="copil",
    who=("caf", "commune"),
    state=State.DUE,
    due_on=date(2026, 12, 31),
    period="2026",
    because=(WORDS,),
)


def _file(*duties: Obligation) -> str:
    return ics.calendar(duties, Terms(), title="CTG, Ville ; essai", uid="d1", on=ON)


def test_each_dated_duty_is_an_event_of_one_day() -> None:
    lines = _file(MEETING).split("\r\n")
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "SUMMARY:Tenir le comité de pilotage de 2026" in lines
    assert "UID:meeting:copil:2026:1@d1.convenir" in lines


def test_an_undated_duty_is_no_event() -> None:
    assert "VEVENT" not in _file(replace(MEETING, due_on=None, state=State.OPEN))


def test_the_state_is_said_when_it_matters() -> None:
    assert "(en retard)" in _file(replace(MEETING, state=State.LATE))


def test_no_line_is_longer_than_75_octets_and_all_end_with_crlf() -> None:
    content = _file(replace(MEETING, subject="comité d’évaluation des réponses éducatives territorialisées"))
    assert content.endswith("END:VCALENDAR\r\n")
    assert "\n" not in content.replace("\r\n", "")
    assert max(len(line.encode()) for line in content.split("\r\n")) <= 75


def test_commas_and_semicolons_are_escaped() -> None:
    assert "X-WR-CALNAME:CTG\\, Ville \\; essai" in _file()
