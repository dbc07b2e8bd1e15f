"""The rows of a list as a table, its errors and doubts in their order, and how many rows there are of each kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from convenir.core.findings import Severity
from convenir.reader.sheets.actions import ActionSheet
from convenir.reader.sheets.facilities import Facility
from convenir.reader.sheets.grid import words_of
from convenir.reader.sheets.indicators import Indicator
from convenir.reader.sheets.names import FIELD_NAMES, ROW_NAMES
from convenir.reader.sheets.rows import Remark
from convenir.reader.sheets.vocabulary import REQUIRED, Kind
from convenir.usecases.imports.trying import Entry, Trial
from convenir.web.pages.imports.asked import Asked
from convenir.web.pages.imports.tables import in_two
from convenir.web.ui.shapes import Cell, Column, State, Table
from convenir.writer.words.names import figure, listed

_ACTION_COLUMNS = ("Fiche", "Ligne", "Thème", "Pilote", "Fin", "Indicateurs", "Lecture")
_INDICATOR_COLUMNS = ("Indicateur", "Ligne", "Unité", "Valeurs", "Lecture")
# How many cells of one remark are named.
_TOLD = 24
_MARKS = {
    Severity.BLOCKING: (State.LATE, "à corriger"),
    Severity.WARNING: (State.WATCH, "à vérifier"),
    Severity.INFORMATION: (State.INFO, "à savoir"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkLine:
    """A remark with its mark and the word of it."""

    state: State
    word: str
    place: str
    sentence: str


def context(where: Asked, trial: Trial) -> dict[str, Any]:
    """What the page of the rows shows."""
    told = [one for one in trial.draft.remarks if one.severity is not Severity.INFORMATION]
    known = [one for one in trial.draft.remarks if one.severity is Severity.INFORMATION]
    return {
        "summary": summary(where.mapping.kind, trial),
        "rows": in_two(_table(where, trial)),
        "empty": _empty(where),
        "remarks": remark_lines(told),
        "notes": remark_lines((*known, *trial.draft.skipped)),
        "wrong": len(trial.wrong),
        "ready": len(trial.ready),
        "button": f"Enregistrer {counted(where.mapping.kind, len(trial.ready))}",
        "findings": [finding.sentence for finding in where.book.findings],
    }


def _empty(where: Asked) -> str:
    """Why no row was read."""
    required = REQUIRED[where.mapping.kind]
    if required not in where.mapping.fields:
        return f"Aucune colonne ne donne : {FIELD_NAMES[required]}."
    return "Aucune ligne sous les noms des colonnes."


def counted(kind: Kind, count: int) -> str:
    """
    >>> counted(Kind.ACTIONS, 1), counted(Kind.ACTIONS, 12)
    ('1 fiche', '12 fiches')
    """
    one, several = ROW_NAMES[kind]
    return f"{count} {several if count > 1 else one}"


def summary(kind: Kind, trial: Trial) -> str:
    """«12 fiches lues : 9 à enregistrer, 2 à corriger, 1 déjà au dossier.»"""
    feminine = kind is not Kind.INDICATORS
    if not trial.entries:
        return "Aucune ligne lue."
    several = len(trial.entries) > 1
    read = f"lu{'e' if feminine else ''}{'s' if several else ''}"
    parts = [f"{len(trial.ready)} à enregistrer"]
    parts += [f"{len(trial.wrong)} à corriger"] if trial.wrong else []
    parts += [f"{len(trial.known)} déjà au dossier"] if trial.known else []
    return f"{counted(kind, len(trial.entries))} {read} : {', '.join(parts)}."


def partial(kind: Kind, trial: Trial) -> str:
    """What leaving the wrong rows out means."""
    return (
        f"Cochez pour enregistrer {counted(kind, len(trial.ready))} sans attendre ; sinon, corrigez d’abord le fichier."
    )


def done(kind: Kind, count: int, file_name: str) -> str:
    """What is said once the facts are recorded."""
    what = f"{count} fait{'s' if count > 1 else ''}"
    return f"{what} enregistré{'s' if count > 1 else ''} depuis « {file_name} »."


def remark_lines(remarks: Iterable[Remark]) -> list[RemarkLine]:
    """Remarks as the page shows them, the errors first: what is said of several cells is told once, with them all."""
    found: dict[tuple[Severity, str, str], list[str]] = {}
    for one in sorted(remarks, key=lambda one: one.severity is not Severity.BLOCKING):
        kind, _, number = one.place.rpartition(" ")
        found.setdefault((one.severity, one.sentence, kind), []).append(number)
    return [
        RemarkLine(state=_MARKS[severity][0], word=_MARKS[severity][1], place=_place(kind, numbers), sentence=sentence)
        for (severity, sentence, kind), numbers in found.items()
    ]


def _place(kind: str, numbers: list[str]) -> str:
    """
    >>> _place("Cellule", ["E4"]), _place("Feuille « Plan », ligne", ["4", "6", "9"])
    ('Cellule E4', 'Feuille « Plan », lignes 4, 6 et 9')
    >>> _place("Cellule", [f"E{row}" for row in range(2, 99)]).removeprefix("Cellules E2, E3, ")[-21:]
    'E24, E25 et 73 autres'
    """
    if len(numbers) == 1:
        return f"{kind} {numbers[0]}".strip()
    left = len(numbers) - _TOLD
    return f"{kind}s {listed([*numbers[:_TOLD], f'{left} autres'] if left > 1 else numbers)}"


def _table(where: Asked, trial: Trial) -> Table:
    columns = _INDICATOR_COLUMNS if where.mapping.kind is Kind.INDICATORS else _ACTION_COLUMNS
    return Table(
        caption=f"Ce qui a été lu dans « {where.file.file_name} »",
        columns=[Column(text=text) for text in columns],
        rows=[list(_cells(entry, len(columns))) for entry in trial.entries],
    )


def _cells(entry: Entry, width: int) -> Iterator[Cell]:
    match entry.line.value:
        case ActionSheet() as action:
            head, *others = _of_action(action)
        case Indicator() as indicator:
            head, *others = _of_indicator(indicator)
        case Facility() | None:
            head, *others = ["Sans nom"] + [""] * (width - 3)
    yield Cell(text=head)
    yield Cell(text=str(entry.line.number))
    yield from (said(words, "non lu" if entry.line.wrong else "non dit") for words in others)
    yield _state(entry)


def said(words: str, nothing: str = "non dit") -> Cell:
    """What a cell of the file says, or that it says nothing, or nothing that could be read."""
    return Cell(text=words or nothing, quiet=not words)


def _of_action(action: ActionSheet) -> tuple[str, ...]:
    count = "" if action.indicators is None else str(len(action.indicators))
    titled = f"{action.number} {action.title}".strip()
    return titled, action.theme, action.lead, words_of(action.ends_on), count


def _of_indicator(indicator: Indicator) -> tuple[str, ...]:
    values = (f"{figure(one.value)} ({one.year})" if one.year else figure(one.value) for one in indicator.values)
    return indicator.name, indicator.unit, " ; ".join(values)


def _state(entry: Entry) -> Cell:
    if entry.line.wrong:
        return Cell(text="à corriger", state=State.LATE)
    if entry.known:
        return Cell(text="déjà au dossier", state=State.DONE)
    if not entry.facts:
        return Cell(text="sans valeur", state=State.ENDED)
    if any(one.severity is Severity.WARNING for one in entry.line.remarks):
        return Cell(text="à vérifier", state=State.WATCH)
    return Cell(text="à enregistrer", state=State.LATER)
