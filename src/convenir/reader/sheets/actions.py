"""Fiches actions: what each row of a plan of actions says, and what it lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from convenir.core.findings import Severity
from convenir.core.terms import ActionPlan, SharedObjectives, Terms
from convenir.reader.french.words import flat
from convenir.reader.sheets import cells
from convenir.reader.sheets.grid import words_of
from convenir.reader.sheets.rows import Row
from convenir.reader.sheets.states import NAMES, State, state_of
from convenir.reader.sheets.themes import same_theme
from convenir.reader.sheets.values import Items
from convenir.reader.sheets.vocabulary import Field

# Longer words are no title but a whole description.
_LONGEST_TITLE = 300
_MEANS = (Field.HUMAN_MEANS, Field.MATERIAL_MEANS, Field.BUDGET, Field.FUNDERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSheet:
    """A fiche action as a row says it; a budget in euros. `indicators` and `means` are None where no column tells."""

    title: str
    number: str = ""
    theme: str = ""
    objective: str = ""
    need: str = ""
    audience: str = ""
    territory: str = ""
    description: str = ""
    lead: str = ""
    partners: Items = ()
    human_means: str = ""
    material_means: str = ""
    budget: Decimal | None = None
    funders: Items = ()
    starts_on: date | None = None
    ends_on: date | None = None
    calendar: str = ""
    indicators: Items | None = None
    expected: str = ""
    state: State | None = None
    origin: str = ""
    means: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the text of the convention asks of a fiche: a theme among those of a closed list, and what it must say."""

    themes: tuple[str, ...] = ()
    closed: bool = False
    required: frozenset[str] = frozenset()


NO_BOUNDS = Bounds()
# What a text may ask each fiche to say, as it is told to a person.
_SAYINGS = {
    "theme": "son thème",
    "need": "le besoin auquel elle répond",
    "means": "ses moyens",
    "indicators": "ses indicateurs",
}


def bounds_of(terms: Terms) -> Bounds:
    """What the clauses of a text ask of each fiche."""
    plans = terms.every(ActionPlan)
    shared = [clause for clause in terms.every(SharedObjectives) if clause.closed and not clause.holder]
    closed: list[ActionPlan | SharedObjectives] = [
        *(clause for clause in plans if clause.closed and clause.themes),
        *shared,
    ]
    bounding: list[ActionPlan | SharedObjectives] = closed or [*plans]
    return Bounds(
        themes=tuple(dict.fromkeys(theme for clause in bounding for theme in clause.themes)),
        closed=bool(closed),
        required=frozenset(name for clause in plans for name in clause.required),
    )


def _bounding(plan: ActionPlan) -> bool:
    return plan.closed and bool(plan.themes)


def action(row: Row, fields: frozenset[Field], bounds: Bounds) -> ActionSheet | None:
    """The fiche of a row; None where it has no title. `fields` are those that a column tells."""
    title = cells.text(row, Field.TITLE)
    if not title:
        row.remark(Severity.BLOCKING, "l’intitulé de l’action manque ; écrivez-le, ou retirez cette ligne.")
        return None
    if len(title) > _LONGEST_TITLE:
        sentence = f"l’intitulé dépasse {_LONGEST_TITLE} caractères ; est-ce la bonne colonne ? Raccourcissez-le."
        row.remark(Severity.BLOCKING, sentence, row.of(Field.TITLE)[0])
    starts_on, ends_on = _days(row)
    found = ActionSheet(
        title=title,
        number=cells.text(row, Field.NUMBER),
        theme=_theme(row, bounds),
        objective=cells.text(row, Field.OBJECTIVE),
        need=cells.text(row, Field.NEED),
        audience=cells.text(row, Field.AUDIENCE),
        territory=cells.text(row, Field.TERRITORY),
        description=cells.text(row, Field.DESCRIPTION),
        lead=cells.text(row, Field.LEAD),
        partners=cells.listed(row, Field.PARTNERS),
        human_means=cells.text(row, Field.HUMAN_MEANS),
        material_means=cells.text(row, Field.MATERIAL_MEANS),
        budget=cells.amount(row, Field.BUDGET),
        funders=cells.listed(row, Field.FUNDERS),
        starts_on=starts_on,
        ends_on=ends_on,
        calendar=cells.text(row, Field.CALENDAR),
        indicators=cells.listed(row, Field.INDICATORS) if Field.INDICATORS in fields else None,
        expected=cells.text(row, Field.EXPECTED),
        state=_state(row),
        origin=cells.text(row, Field.ORIGIN),
        means=_means(row, fields),
    )
    _lacking(row, found, bounds)
    return found


def _days(row: Row) -> tuple[date | None, date | None]:
    """When the action begins and ends, by columns of their own or by one for both."""
    start, end = cells.first_day(row, Field.START), cells.last_day(row, Field.END)
    if row.of(Field.PERIOD):
        start = start or cells.first_day(row, Field.PERIOD)
        end = end or cells.last_day(row, Field.PERIOD)
    if start and end and end < start:
        told = f"l’action finirait le {words_of(end)}, avant son début le {words_of(start)}"
        sentence = f"{told} ; corrigez l’une des deux dates."
        row.remark(Severity.BLOCKING, sentence, next(iter(row.of(Field.END) or row.of(Field.PERIOD)), None))
    return start, end


def _theme(row: Row, bounds: Bounds) -> str:
    """The theme, in the words of the text where the text has it."""
    said = cells.text(row, Field.THEME)
    if not said:
        return ""
    known = next((theme for theme in bounds.themes if same_theme(said, theme)), None)
    if known is None and bounds.closed:
        sentence = (
            f"« {said} » n’est pas un thème du texte ({', '.join(bounds.themes)}) ; corrigez-le, ou faites-le ajouter."
        )
        row.remark(Severity.WARNING, sentence, row.of(Field.THEME)[0])
    return known or said


def _state(row: Row) -> State | None:
    said = cells.text(row, Field.STATE)
    found = state_of(said) if said else None
    if said and found is None:
        sentence = f"« {said} » n’est pas un état connu ; écrivez par exemple « prévue », « en cours » ou « faite »."
        row.remark(Severity.INFORMATION, sentence, row.of(Field.STATE)[0])
    if found in (State.DONE, State.GIVEN_UP):
        sentence = f"l’action, dite « {NAMES[found]} », est enregistrée comme adoptée ; soldez-la ensuite à part."
        row.remark(Severity.INFORMATION, sentence, row.of(Field.STATE)[0])
    return found


def _means(row: Row, fields: frozenset[Field]) -> bool | None:
    """Whether the fiche names any means; None where the sheet has no column for them."""
    told = [field for field in _MEANS if field in fields]
    return any(cells.text(row, field) for field in told) if told else None


def _lacking(row: Row, found: ActionSheet, bounds: Bounds) -> None:
    """What the text asks each fiche to say, and that this one does not."""
    said = {
        "theme": bool(found.theme),
        "need": bool(found.need),
        "means": bool(found.means),
        "indicators": bool(found.indicators),
    }
    lacking = [_SAYINGS[name] for name in said if name in bounds.required and not said[name]]
    if lacking:
        row.remark(Severity.WARNING, f"le texte demande que chaque fiche dise {', '.join(lacking)} ; complétez-la.")


def doubles(rows: list[tuple[Row, ActionSheet]]) -> Iterator[tuple[Row, str]]:
    """The rows that repeat the title of another above, and what to do."""
    first: dict[str, Row] = {}
    for row, one in rows:
        before = first.setdefault(flat(one.title), row)
        if before is not row:
            yield (
                row,
                f"« {one.title} » figure déjà ligne {before.number + 1} ; retirez ou précisez l’une des deux.",
            )
