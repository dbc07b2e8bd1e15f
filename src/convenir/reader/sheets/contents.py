"""What a column tells by its contents, where its name says nothing."""

import re
from collections.abc import Callable, Sequence

from convenir.reader.french.words import flat
from convenir.reader.sheets.grid import Content, words_of
from convenir.reader.sheets.states import state_of
from convenir.reader.sheets.structures import structure_of
from convenir.reader.sheets.values import Told, days_of
from convenir.reader.sheets.vocabulary import Field, Kind

# The share of the cells that must agree, and the fewest cells that say something.
_MOST_CELLS, _FEWEST = 0.8, 2
_SHORT = 40
_NUMBER = re.compile(r"(?:n ?° ?|fiche |action |fa ?)?[a-z]?[-. ]?\d{1,3}(?:[.\-]\d{1,3}){0,2}[a-z]?", re.IGNORECASE)
_AXIS = re.compile(r"^(?:axe|orientation|thematique|volet|champ|enjeu)\b ?\d*")


def field_of_contents(kind: Kind, contents: Sequence[Content]) -> Field | None:
    """The field of which nearly all these contents have the form; None where no one has it, or two have.

    >>> field_of_contents(Kind.ACTIONS, ["Axe 1", "Axe 1", "Axe 2 : jeunesse"])
    <Field.THEME: 'theme'>
    >>> field_of_contents(Kind.FACILITIES, ["Multi-accueil", "RPE"])
    <Field.TYPE: 'type'>
    """
    if len(contents) < _FEWEST:
        return None
    agreeing = [field for field, holds in _FORMS[kind].items() if _mostly(contents, holds)]
    return agreeing[0] if len(agreeing) == 1 else None


def _mostly(contents: Sequence[Content], holds: Callable[[Content], bool]) -> bool:
    return sum(map(holds, contents)) >= _MOST_CELLS * len(contents)


def _is_day(content: Content) -> bool:
    """A day, a month or a quarter; a year alone may be anything."""
    told = days_of(content) if not isinstance(content, int | float) else None
    return isinstance(told, Told) and re.fullmatch(r"\d{4}", words_of(content)) is None


def _is_state(content: Content) -> bool:
    words = words_of(content)
    return len(words) <= _SHORT and state_of(words) is not None


def _is_structure(content: Content) -> bool:
    words = words_of(content)
    return len(words) <= _SHORT and structure_of(words) is not None


def _is_number(content: Content) -> bool:
    return isinstance(content, str) and _NUMBER.fullmatch(content.strip()) is not None


def _is_axis(content: Content) -> bool:
    return isinstance(content, str) and _AXIS.search(flat(content)) is not None


_FORMS: dict[Kind, dict[Field, Callable[[Content], bool]]] = {
    Kind.ACTIONS: {Field.END: _is_day, Field.STATE: _is_state, Field.THEME: _is_axis, Field.NUMBER: _is_number},
    Kind.FACILITIES: {Field.TYPE: _is_structure},
    Kind.INDICATORS: {},
}
