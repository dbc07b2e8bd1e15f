"""The agenda as an iCalendar file (RFC 5545), one all-day event for each dated obligation."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from convenir.core.obligation import Obligation, State
from convenir.core.terms import Terms
from convenir.writer.words import article_words, obligation_sentence, state_label, who_words
from convenir.writer.words.assumptions import assumption_sentence

FOLD_AT = 74


def calendar(obligations: Iterable[Obligation], terms: Terms, *, title: str, uid: str, on: date) -> str:
    """The file, lines ended by CRLF. `uid` names the dossier, so that an import twice does not double the events."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Convenir//Convenir//FR", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{_text(title)}", "METHOD:PUBLISH"]
    for obligation in obligations:
        if obligation.due_on is not None:
            lines += _event(obligation, obligation.due_on, terms, uid=uid, on=on)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line))


def _event(obligation: Obligation, due_on: date, terms: Terms, *, uid: str, on: date) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(obligation.key)}@{uid}.convenir",
        f"DTSTAMP:{on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{due_on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due_on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(_summary(obligation, terms))}",
        f"DESCRIPTION:{_text(_description(obligation, terms))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _summary(obligation: Obligation, terms: Terms) -> str:
    sentence = obligation_sentence(obligation, terms)
    return sentence if obligation.state is State.DUE else f"{sentence} ({state_label(obligation.state)})"


def _description(obligation: Obligation, terms: Terms) -> str:
    grounds = ", ".join(dict.fromkeys(article_words(source) for source in obligation.because))
    said = [f"Qui : {who_words(obligation, terms)}", f"Fondement : {grounds}"]
    return "\n".join([*said, *(assumption_sentence(a) for a in obligation.assumptions)])


def _text(value: str) -> str:
    """RFC 5545, 3.3.11: backslash, semicolon, comma and line break are escaped.

    >>> _text("a, b; c")
    'a\\\\, b\\\\; c'
    """
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """RFC 5545, 3.1: at most 75 octets a line, continued by a space; never inside a character."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > FOLD_AT:
            yield piece
            piece = " "
        piece += character
    yield piece
