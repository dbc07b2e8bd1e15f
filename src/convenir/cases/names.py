"""How the names and the shapes that a case file may use are told, in French, when it uses another."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from convenir.core.assumptions import Choice
from convenir.core.findings import Oddity, Severity
from convenir.core.flags import Flag
from convenir.core.moves import MoveKind
from convenir.core.obligation import Duty, State
from convenir.core.source import Source
from convenir.core.standing import Status
from convenir.core.terms.termination import Ground
from convenir.core.text.amend import AmendmentState
from convenir.core.transfers.releases import Met, Need

M = TypeVar("M", bound=StrEnum)
V = TypeVar("V")

KINDS: dict[type[StrEnum], str] = {
    Status: "un statut",
    Flag: "un drapeau",
    Choice: "une hypothèse",
    Duty: "une obligation",
    State: "un état",
    Oddity: "un genre de constat",
    Severity: "une gravité",
    Need: "une condition",
    Met: "un état de condition",
    AmendmentState: "l’état d’un avenant",
    Ground: "un motif de fin",
    MoveKind: "une possibilité",
}


def member(kind: type[M], name: Any) -> M:
    """The member of that name.

    >>> member(State, "finished")
    Traceback (most recent call last):
    ValueError: « finished » n’est pas un état ; noms admis : open, due, late, missed, done, reason_required
    """
    if name not in list(kind):
        raise ValueError(f"« {name} » n’est pas {KINDS[kind]} ; noms admis : {', '.join(kind)}")
    return kind(name)


def named(values: Mapping[str, V], name: Any, key: str) -> V:
    """The value of that name; `key` is where the file gives it."""
    if name not in values:
        raise ValueError(f"« {key} » ne connaît pas « {name} » ; noms admis : {', '.join(values)}")
    return values[name]


def by_party(expected: Any) -> dict[str, Any]:
    """A table of what is expected of each party.

    >>> by_party(date(2014, 6, 30))
    Traceback (most recent call last):
    ValueError: il faut une valeur par partie, par exemple { caf = 2014-06-30 }, non 2014-06-30
    """
    if not isinstance(expected, dict):
        said = shown(expected) if isinstance(expected, date | bool) else "2014-06-30"
        raise ValueError(f"il faut une valeur par partie, par exemple {{ caf = {said} }}, non {shown(expected)}")
    return expected


def names(expected: Any) -> list[str]:
    """A list of names, even for a single one.

    >>> names("draft")
    Traceback (most recent call last):
    ValueError: il faut une liste de noms entre crochets, par exemple ["draft"]
    """
    if not isinstance(expected, list):
        raise ValueError(f'il faut une liste de noms entre crochets, par exemple ["{expected}"]')
    return expected


def listed(value: str | list[str]) -> list[str]:
    """A list, even of a single name.

    >>> listed("caf")
    ['caf']
    """
    return [value] if isinstance(value, str) else value


def tables(expected: Any, example: str) -> list[dict[str, Any]]:
    """A list of tables, empty or not."""
    if not isinstance(expected, list) or not all(isinstance(line, dict) for line in expected):
        raise ValueError(f"il faut une liste de tables entre crochets, par exemple [{{ {example} }}]")
    return expected


def known_keys(line: dict[str, Any], allowed: Iterable[str]) -> None:
    """Refuses a key that the format does not know, with those that it does."""
    unknown = sorted(line.keys() - set(allowed))
    if unknown:
        raise ValueError(f"clé inconnue : {', '.join(unknown)} ; clés admises : {', '.join(sorted(allowed))}")


def place(source: Source) -> str:
    """An article, and its paragraph where it is known, as a case file names them.

    >>> place(Source(text="convention", article="10", paragraph=2)), place(Source(text="convention", article="parties"))
    ('article 10, alinéa 2', 'article parties')
    """
    return f"article {source.article}" + (f", alinéa {source.paragraph}" if source.paragraph is not None else "")


def shown(value: Any) -> str:
    """A value as the case file would write it.

    >>> shown([True, "caf"]), shown(None)
    ('[true, caf]', 'none')
    """
    match value:
        case None:
            return "none"
        case list() | tuple() | set():
            return "[" + ", ".join(shown(item) for item in value) + "]"
        case dict():
            return "{" + ", ".join(f"{key} = {shown(item)}" for key, item in value.items()) + "}"
        case bool():
            return str(value).lower()
        case _:
            return str(value)
