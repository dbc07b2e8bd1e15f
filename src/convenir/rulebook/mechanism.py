"""What the book says of one mechanism: its meaning in French, and the values of the code that it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from convenir.core.assumptions import Choice
from convenir.core.flags import Flag
from convenir.core.moves import MoveKind
from convenir.core.obligation import Duty
from convenir.core.source import Reference
from convenir.core.standing import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """One mechanism of the law of conventions.

    `key` names it in addresses; `meaning` is one or more paragraphs of Markdown, in French. `clauses` are the types of
    clauses whose parameters it reads (in the texts, those with the values `stated`), `facts` the types of events that
    move it. What it may answer: `statuses`, `flags`, `duties`, `moves`, `findings` (their codes), `choices` (readings
    chosen by default). `laws` are the rules of general law, `sections` the parts of case files that are about it
    («dates», «tables»), `computed_by` the functions.
    """

    key: str
    title: str
    meaning: str
    clauses: tuple[type, ...] = ()
    stated: tuple[tuple[str, str], ...] = ()
    facts: tuple[type, ...] = ()
    statuses: tuple[Status, ...] = ()
    flags: tuple[Flag, ...] = ()
    duties: tuple[Duty, ...] = ()
    moves: tuple[MoveKind, ...] = ()
    findings: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    laws: tuple[Reference, ...] = ()
    sections: tuple[str, ...] = ()
    computed_by: tuple[Callable[..., Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter of the book: the name of its file (that of the code), its French title, its mechanisms in order."""

    name: str
    title: str
    mechanisms: tuple[Mechanism, ...]
