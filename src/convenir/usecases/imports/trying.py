"""What a list would record in a dossier, row by row: computed, never written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from convenir.access.conventions import Dossier
from convenir.core.delays import earliest
from convenir.core.facts import CommitmentMade, Fact, IndicatorValued, known_on
from convenir.core.findings import Severity
from convenir.reader.french.words import flat
from convenir.reader.sheets.actions import ActionSheet, bounds_of
from convenir.reader.sheets.columns import Mapping
from convenir.reader.sheets.draft import Draft, Line, draft
from convenir.reader.sheets.facilities import Facility
from convenir.reader.sheets.grid import Sheet, words_of
from convenir.reader.sheets.indicators import Indicator
from convenir.reader.sheets.rows import Remark
from convenir.usecases.conventions import NewFact
from convenir.writer.words.names import figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the list, and the facts that it would record; `known` where the dossier holds them already."""

    line: Line
    facts: tuple[NewFact, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a list would record."""

    draft: Draft
    entries: tuple[Entry, ...]

    @property
    def ready(self) -> tuple[Entry, ...]:
        """The rows that would be recorded."""
        return tuple(entry for entry in self.entries if entry.facts and not entry.line.wrong)

    @property
    def known(self) -> tuple[Entry, ...]:
        """The rows that the dossier holds already."""
        return tuple(entry for entry in self.entries if entry.known)

    @property
    def wrong(self) -> tuple[Entry, ...]:
        """The rows to put right first."""
        return tuple(entry for entry in self.entries if entry.line.wrong)

    @property
    def facts(self) -> tuple[NewFact, ...]:
        """What would be recorded, in the order of the list."""
        return tuple(fact for entry in self.ready for fact in entry.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """When the list was adopted, or its values established; the name of its file, and the token of the form."""

    on: date
    file_name: str
    token: str = ""


def tried(dossier: Dossier, sheet: Sheet, mapping: Mapping, occasion: Occasion, *, today: date) -> Trial:
    """What the sheet would record in the dossier, read by that mapping."""
    read = draft(sheet, mapping, bounds_of(dossier.terms))
    facts = known_on(dossier.facts, today)
    entries = tuple(_entry(line, sheet, facts, occasion) for line in read.lines)
    return Trial(draft=replace(read, lines=tuple(entry.line for entry in entries)), entries=entries)


def _entry(line: Line, sheet: Sheet, facts: tuple[Fact, ...], occasion: Occasion) -> Entry:
    match line.value:
        case ActionSheet() as action:
            return _of_action(line, action, sheet, facts, occasion)
        case Indicator() as indicator:
            return _of_indicator(line, indicator, sheet, facts, occasion)
        case Facility() | None:
            return Entry(line=line)


# --- fiches actions --------------------------------------------------------------------------------------------


def _of_action(line: Line, action: ActionSheet, sheet: Sheet, facts: tuple[Fact, ...], occasion: Occasion) -> Entry:
    if any(_same_sheet(fact, action) for fact in facts):
        return Entry(line=line, known=True)
    if action.ends_on and action.ends_on < occasion.on:
        line = _wrong(
            line,
            sheet,
            f"l’action finit le {words_of(action.ends_on)}, avant le jour de son adoption ({words_of(occasion.on)}) ; "
            "corrigez sa fin, ou changez le jour d’adoption.",
        )
    event = CommitmentMade(
        label=action.title,
        until=action.ends_on,
        sheet=True,
        theme=action.theme,
        need=action.need,
        indicators=len(action.indicators) if action.indicators is not None else None,
        means=action.means,
    )
    return Entry(line=line, facts=(_fact(event, line, "", " ; ".join(_told_of(action)), occasion),))


def _same_sheet(fact: Fact, action: ActionSheet) -> bool:
    event = fact.event
    return isinstance(event, CommitmentMade) and event.sheet and flat(event.label) == flat(action.title)


def _told_of(action: ActionSheet) -> Iterator[str]:
    """What the fact has no place for, and that the journal tells."""
    if action.number:
        yield f"Fiche n° {action.number}"
    if action.lead:
        yield f"pilote : {action.lead}"
    if action.starts_on:
        yield f"début le {words_of(action.starts_on)}"


# --- indicators ------------------------------------------------------------------------------------------------


def _of_indicator(line: Line, told: Indicator, sheet: Sheet, facts: tuple[Fact, ...], occasion: Occasion) -> Entry:
    new: list[NewFact] = []
    for one in told.values:
        year = one.year or occasion.on.year
        before = _recorded(facts, told.name, year)
        if before is None:
            event = IndicatorValued(indicator=told.name, value=one.value, year=year)
            new.append(_fact(event, line, str(year), f"En {told.unit}" if told.unit else "", occasion))
        elif before != one.value:
            sentence = (
                f"la valeur {figure(before)} est déjà enregistrée pour {year}, et celle-ci est {figure(one.value)} ; "
                "annulez l’ancienne au journal, ou corrigez celle-ci."
            )
            line = _wrong(line, sheet, sentence)
    return Entry(line=line, facts=tuple(new), known=bool(told.values) and not new and not line.wrong)


def _recorded(facts: tuple[Fact, ...], name: str, year: int) -> Decimal | None:
    """The last value that the dossier holds of that indicator for that year."""
    values = [
        fact.event.value
        for fact in facts
        if isinstance(fact.event, IndicatorValued)
        and flat(fact.event.indicator) == flat(name)
        and (fact.event.year or earliest(fact.on).year) == year
    ]
    return values[-1] if values else None


def _wrong(line: Line, sheet: Sheet, sentence: str) -> Line:
    remark = Remark(severity=Severity.BLOCKING, place=sheet.place(line.number - 1), sentence=sentence)
    return replace(line, remarks=(*line.remarks, remark))


def _fact(event: CommitmentMade | IndicatorValued, line: Line, part: str, told: str, occasion: Occasion) -> NewFact:
    source = f"{occasion.file_name}, ligne {line.number}"
    return NewFact(
        event=event,
        on=occasion.on,
        token=f"{occasion.token}-{line.number}{'-' if part else ''}{part}",
        note=f"{told} ; {source}" if told else source,
    )
