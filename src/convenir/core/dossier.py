"""A dossier or a case, already parsed from TOML, into terms, facts and the calendar of the place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar, get_args

from convenir.core.codec import Json, NotReadable, day_from, decode, decode_event, decode_term, delay_from, encode
from convenir.core.delays import latest
from convenir.core.facts import Cancelled, Event, Fact
from convenir.core.refusals import Refusal
from convenir.core.soundness import refuse_impossible
from convenir.core.terms import ConventionKind, Document, Term, Terms
from convenir.core.workdays import Calendar, Territory

EVENTS: dict[str, type] = {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower(): kind for kind in get_args(Event)}
MONTH_OR_YEAR = re.compile(r"\d{4}(-\d{2})?")
CLAUSES: dict[str, type] = {kind.__name__: kind for kind in get_args(Term)}
# Where a clause stands, beside its own fields.
PLACE = ("article", "paragraph", "quote", "text")
UNITS = ({"days"}, {"months"}, {"years"})


class CancelsNothing(Refusal):
    """A cancellation names no fact of the dossier: the wrong fact would go on counting."""

    code: ClassVar[str] = "cancels-nothing"
    sentence: ClassVar[str] = (
        "Aucun fait de ce dossier ne s’appelle « {name} » : l’annulation ne retire rien. "
        'Donnez ce nom au fait à annuler (id = "{name}"), ou écrivez le sien. Noms connus : {known}.'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What a question is asked of: the terms of a text, what happened, and whose holidays count."""

    terms: Terms
    facts: tuple[Fact, ...]
    calendar: Calendar
    title: str = ""

    @property
    def known(self) -> date:
        """The last day on which something was recorded: by default, what is known is all that was."""
        return max((fact.recorded_on for fact in self.facts), default=date.min)


def _plain(name: str, value: Any) -> Any:
    """A TOML value as the codec reads it: delays and imprecise days get their type."""
    if isinstance(value, dict) and set(value) in UNITS:
        return encode(delay_from(value))
    if isinstance(value, dict) and value.get("type") in CLAUSES:
        return encode(term_from(value, str(value.get("text", "avenant"))))
    if isinstance(value, dict):
        return {key: _plain(key, item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(name, item) for item in value]
    is_day = name.endswith("_on") or name == "planned"
    if is_day and isinstance(value, str) and MONTH_OR_YEAR.fullmatch(value):
        return encode(day_from(value))
    return value


def term_from(table: Json, text: str = "convention") -> Term:
    """One clause: `type`, its fields, and `article`, `paragraph`, `quote` for its source."""
    _known_fields(table)
    data = {key: _plain(key, value) for key, value in table.items()}
    source = {key: data.pop(key) for key in ("article", "paragraph", "quote") if key in data}
    if "source" not in data:
        data["source"] = {"type": "Source", "text": data.pop("text", text), "article": "", **source}
    clause = decode_term(data)
    refuse_impossible(clause)
    return clause


def _known_fields(table: Json) -> None:
    """Refuses a field that a clause of that type does not have, with those that it has."""
    kind = CLAUSES.get(table.get("type", ""))
    if kind is None or "source" in table:
        return
    allowed = [*(field.name for field in fields(kind) if field.name != "source"), *PLACE]
    unknown = [name for name in table if name not in allowed and name != "type"]
    if unknown:
        why = f"« {unknown[0]} » n’est pas un champ de {kind.__name__} ; champs admis : {', '.join(allowed)}"
        raise NotReadable(why=why)


def terms_from(table: Json) -> Terms:
    """The terms of a file: document, kind, title, draft and `[[clauses]]`."""
    document: Document = decode(Document, table.get("document", "convention"))
    text = "report" if document is Document.DELIBERATION else "convention"
    return Terms(
        document=document,
        kind=decode(ConventionKind, table.get("kind", "sectoral")),
        title=table.get("title", ""),
        draft=table.get("draft", False),
        clauses=tuple(term_from(clause, text) for clause in table.get("clauses", [])),
    )


def event_from(table: Json) -> Event:
    """The event of a fact table: its first key names the event and gives its main value."""
    name = next(iter(table), "")
    if name not in EVENTS:
        raise NotReadable(why=f"fait inconnu « {name} » ; les faits possibles sont {', '.join(EVENTS)}")
    kind = EVENTS[name]
    known = {field.name for field in fields(kind)}
    data = {key: _plain(key, value) for key, value in table.items() if key in known}
    return decode_event({"type": kind.__name__, fields(kind)[0].name: table[name], **data})


def fact_from(table: Json, number: int) -> Fact:
    """One fact: the event, its day `on`, and the day it was recorded (by default the same)."""
    event = event_from(table)
    name = next(iter(table))
    if "on" not in table:
        raise NotReadable(why=f"le fait « {name} » n’a pas de jour (on = 2024-03-14)")
    on = day_from(table["on"])
    known = {field.name for field in fields(type(event))} | {name}
    envelope = {"on", "id", "recorded_on", "recorded_by", "evidence", "note"}
    unknown = sorted(set(table) - known - envelope)
    if unknown:
        admitted = ", ".join(sorted({field.name for field in fields(type(event))} | envelope))
        raise NotReadable(why=f"le fait « {name} » ne connaît pas « {unknown[0]} » ; champs admis : {admitted}")
    return Fact(
        id=str(table.get("id", f"f{number}")),
        on=on,
        recorded_on=decode(date, table.get("recorded_on", latest(on))),
        event=event,
        recorded_by=table.get("recorded_by", ""),
        evidence=table.get("evidence", ""),
        note=table.get("note", ""),
    )


def facts_from(tables: list[Json]) -> tuple[Fact, ...]:
    """The facts of a dossier, numbered in the order of the file."""
    return tuple(fact_from(table, number) for number, table in enumerate(tables, start=1))


def refuse_empty_cancellations(facts: Sequence[Fact]) -> None:
    """Raises `CancelsNothing` where a fact cancels one that is not among them; a cancellation is not cancelled."""
    names = [fact.id for fact in facts if not isinstance(fact.event, Cancelled)]
    for fact in facts:
        if isinstance(fact.event, Cancelled) and fact.event.fact not in names:
            raise CancelsNothing(name=fact.event.fact, known=", ".join(names) or "aucun")


def calendar_from(table: Json) -> Calendar:
    """`territory = "AM"` and, for a commune of Alsace-Moselle, `good_friday = false`."""
    return Calendar(
        territory=decode(Territory, table.get("territory", "FR")),
        good_friday=table.get("good_friday"),
    )


def dossier_from(table: Json, terms: Terms) -> Dossier:
    """A dossier from its file and the terms that the file names."""
    facts = facts_from(table.get("facts", []))
    refuse_empty_cancellations(facts)
    return Dossier(
        terms=terms,
        facts=facts,
        calendar=calendar_from(table),
        title=table.get("title", terms.title),
    )
