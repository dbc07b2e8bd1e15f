"""What a supposition changes, line by line: the status, the dates that move, what appears and what vanishes."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from convenir.cli import table
from convenir.cli.question import Asked
from convenir.core.codec import encode
from convenir.core.obligation import Obligation
from convenir.core.supposition import Change, Comparison
from convenir.core.terms import Terms
from convenir.writer.french_dates import short_day
from convenir.writer.words import fact_sentence, obligation_sentence, party_name, state_label, status_sentence
from convenir.writer.words.moves import move_change
from convenir.writer.words.names import capital, day_words


def said(asked: Asked) -> list[str]:
    """The comparison in French."""
    terms, found = asked.loaded.dossier.terms, asked.comparison()
    lines = ["", table.painted("Si l’on suppose :", table.BOLD)]
    lines += [
        table.paragraph(f"– {day_words(fact.on)} : {fact_sentence(fact.event, terms)}", "  ") for fact in asked.supposed
    ]
    lines += ["", *_status(found, terms, asked.question.on), ""]
    rows = [_row(change, terms) for change in found.changes]
    lines += table.aligned(rows) if rows else ["Aucune échéance ne change."]
    if found.unchanged:
        lines.append(table.painted(f"{_lines(found.unchanged)} sans changement.", table.DIM))
    told = list(_moves(found, terms)) or ["Aucune possibilité ne change."]
    lines += ["", table.painted("Ce que chaque partie pourrait faire :", table.BOLD), *told]
    return lines + [table.paragraph(f"Constat : {one.sentence} {one.advice}".rstrip()) for one in found.findings]


def answer(asked: Asked) -> dict[str, Any]:
    """The comparison for programs."""
    found = asked.comparison()
    return {
        "supposed": [encode(fact) for fact in asked.supposed],
        "before": encode(found.before.standing),
        "after": encode(found.after.standing),
        "changes": [encode(change) for change in found.changes],
        "moves": [encode(change) for change in found.moves],
        "findings": [encode(finding) for finding in found.findings],
        "unchanged": found.unchanged,
    }


def _status(found: Comparison, terms: Terms, on: date) -> Iterator[str]:
    before = status_sentence(found.before.standing, terms, on)
    after = status_sentence(found.after.standing, terms, on)
    if before == after:
        yield table.paragraph(f"Le statut ne change pas. {after}")
        return
    yield table.paragraph(f"Sans cela : {before}")
    yield table.paragraph(f"Avec cela : {after}")


def _row(change: Change, terms: Terms) -> tuple[str, str, str]:
    match change:
        case Change(before=None, after=Obligation() as new):
            return "+", _when(new), f"{obligation_sentence(new, terms)} ({state_label(new.state)})"
        case Change(before=Obligation() as old, after=None):
            becomes = "sans objet" if old.optional else "n’est plus dû"
            return "−", _when(old), f"{obligation_sentence(old, terms)} ({becomes})"
        case Change(before=Obligation() as old, after=Obligation() as new):
            moved = f"{_when(old)} → {_when(new)}" if old.due_on != new.due_on else _when(new)
            told = f"{state_label(old.state)} → {state_label(new.state)}" if old.state is not new.state else ""
            return "~", moved, obligation_sentence(new, terms) + (f" ({told})" if told else "")
        case _:
            return "", "", ""


def _moves(found: Comparison, terms: Terms) -> Iterator[str]:
    """Party by party, the possibilities that a person would see change."""
    for party, own in groupby(found.moves, key=lambda change: change.party):
        told = [words for change in own for words in _move(*move_change(change, terms))]
        yield from [capital(party_name(party, terms)), *told] if told else []


def _move(was: str, becomes: str) -> Iterator[str]:
    if was == becomes:
        return
    if not becomes:
        yield table.paragraph(f"− {was} Ce n’est plus possible.", "  ")
        return
    yield table.paragraph(f"{'~' if was else '+'} {becomes}", "  ")
    if was:
        yield table.paragraph(f"Sans cela : {was}", "    ")


def _when(duty: Obligation) -> str:
    return short_day(duty.due_on) if duty.due_on else "sans date"


def _lines(count: int) -> str:
    return f"{count} échéances" if count > 1 else "Une échéance"
