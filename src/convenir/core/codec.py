"""Terms, facts and findings to JSON and back, with a version: what is stored is readable without the program.

A value of a sum type carries the name of its type under `type`; a field left at its default is left out.
"""

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any

from convenir.core.delays import Between, Day, Days, Delay, Months, Years
from convenir.core.facts import Event, Fact
from convenir.core.findings import Finding
from convenir.core.refusals import Refusal
from convenir.core.terms import Term, Terms
from convenir.core.upgrades import VERSION, upgraded

Json = dict[str, Any]

Decoder = Callable[[Any], Any]


class NotReadable(Refusal):
    """The stored or given value does not fit the format."""

    code = "not-readable"
    sentence = "Cette valeur ne peut pas être lue : {why}. Vérifiez le nom et la forme de ce champ."


class WrongVersion(Refusal):
    """Written by another version of the format."""

    code = "wrong-version"
    sentence = "Ce dossier est écrit au format {found}, ce programme lit le format {expected}. Mettez Convenir à jour."


def encode(value: object) -> Any:
    """Any value of the core as JSON: dataclasses by field, dates in ISO, enums by value."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {"type": type(value).__name__} | _fields_of(value)
    if isinstance(value, Enum | date | Decimal):
        return value.value if isinstance(value, Enum) else str(value)
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    return value


def _fields_of(value: Any) -> Json:
    kept = {}
    for field in dataclasses.fields(value):
        item = getattr(value, field.name)
        if field.default is dataclasses.MISSING or item != field.default:
            kept[field.name] = encode(item)
    return kept


def decode(kind: Any, data: Any) -> Any:
    """The value of type `kind` (a dataclass, a sum type, a date…) that `data` encodes; else `NotReadable`."""
    try:
        return _decoder(kind)(data)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise NotReadable(why=error) from error


@cache
def _decoder(kind: Any) -> Decoder:
    """How to read that type: made once, so that decoding a dossier looks at no annotation."""
    if dataclasses.is_dataclass(kind):
        return _dataclass_decoder(kind)
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _union_decoder(typing.get_args(kind))
    if origin is tuple:
        return _tuple_decoder(typing.get_args(kind))
    return _plain_decoder(dict if origin is dict else kind)


def _plain_decoder(kind: type) -> Decoder:
    if kind is dict:
        return dict
    if kind is date:
        return _date
    if kind is Decimal:
        return _decimal
    if issubclass(kind, Enum):
        return _enum_decoder(kind)
    return _exactly(kind)


def _exactly(kind: type) -> Decoder:
    def read(data: Any) -> Any:
        if not isinstance(data, kind) or (kind is int and isinstance(data, bool)):
            raise TypeError(f"{data!r} au lieu de {kind.__name__}")
        return data

    return read


def _enum_decoder(kind: type[Enum]) -> Decoder:
    by_value = {member.value: member for member in kind}

    def read(data: Any) -> Enum:
        if data not in by_value:
            raise ValueError(f"« {data} » ; valeurs possibles : {', '.join(by_value)}")
        return by_value[data]

    return read


def _date(data: Any) -> date:
    if isinstance(data, date):
        return data
    try:
        return date.fromisoformat(data)
    except (TypeError, ValueError) as error:
        raise ValueError(f"« {data} » n’est pas un jour qui existe ; écrivez-le comme 2022-12-31") from error


def _decimal(data: Any) -> Decimal:
    if isinstance(data, bool | float) or not isinstance(data, Decimal | int | str):
        raise TypeError(f'« {data} » ; écrivez un nombre entre guillemets, par exemple "412350.00"')
    try:
        return Decimal(data)
    except InvalidOperation as error:
        raise ValueError(f'« {data} » n’est pas un nombre ; écrivez-le comme "412350.00"') from error


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decoder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = arguments[0]
        return lambda data: tuple(_decoder(item)(one) for one in data)
    return lambda data: tuple(_decoder(kind)(one) for kind, one in zip(arguments, data, strict=True))


def _union_decoder(members: tuple[type, ...]) -> Decoder:
    by_name: dict[str, Any] = {kind.__name__: kind for kind in members if dataclasses.is_dataclass(kind)}
    plain = [kind for kind in members if kind is not type(None) and not dataclasses.is_dataclass(kind)]

    def read(data: Any) -> Any:
        if data is None and type(None) in members:
            return None
        if isinstance(data, dict):
            return _tagged(by_name, data)
        return _decoder(plain[0])(data) if plain else _exactly(members[0])(data)

    return read


def _tagged(by_name: dict[str, Any], data: Json) -> Any:
    """A member of a sum type: named by `type`, or the only dataclass of the sum."""
    name = data.get("type") or (next(iter(by_name)) if len(by_name) == 1 else "")
    if name not in by_name:
        raise ValueError(f"type inconnu « {name} » ; types admis : {', '.join(sorted(by_name))}")
    return _decoder(by_name[name])(data)


def _dataclass_decoder(kind: Any) -> Decoder:
    hints = typing.get_type_hints(kind)
    readers = {field.name: hints[field.name] for field in dataclasses.fields(kind)}
    required = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }

    def read(data: Json) -> Any:
        unknown = sorted(set(data) - set(readers) - {"type"})
        if unknown:
            known = ", ".join(readers)
            raise ValueError(f"champ inconnu « {unknown[0]} » dans {kind.__name__} ; champs admis : {known}")
        if not required <= data.keys():
            lacking = min(required - data.keys(), key=list(readers).index)
            raise ValueError(f"il manque « {lacking} » dans {kind.__name__}")
        given = {name: _field(kind, name, readers[name], data[name]) for name in readers if name in data}
        return kind(**given)

    return read


def _field(kind: Any, name: str, hint: Any, value: Any) -> Any:
    try:
        return _decoder(hint)(value)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{kind.__name__}.{name} : {error}") from error


def encode_terms(terms: Terms) -> Json:
    """The terms of a text, with the version of the format."""
    return {"version": VERSION, "terms": encode(terms)}


def decode_terms(data: Json) -> Terms:
    """The terms that this version or an older one wrote; `WrongVersion` for a format that is not known here."""
    return typing.cast(Terms, decode(Terms, upgraded(data["terms"], _version(data))))


def encode_facts(facts: tuple[Fact, ...]) -> Json:
    """Facts, with the version of the format."""
    return {"version": VERSION, "facts": [encode(fact) for fact in facts]}


def decode_facts(data: Json) -> tuple[Fact, ...]:
    """The facts that this version or an older one wrote."""
    version = _version(data)
    return tuple(decode(Fact, upgraded(one, version)) for one in data["facts"])


def encode_stored(value: Event | Term) -> Json:
    """One event or clause as it is stored alone, with the version of the format."""
    return typing.cast(Json, encode(value)) | {"version": VERSION}


def decode_stored(kind: Any, data: Json) -> Any:
    """The event or clause that this version or an older one stored; the first version did not write its number."""
    told = {name: item for name, item in data.items() if name != "version"}
    return decode(kind, upgraded(told, _version({"version": 1} | data)))


def decode_term(data: Json) -> Term:
    """One clause."""
    return typing.cast(Term, decode(Term, data))


def decode_event(data: Json) -> Event:
    """One event."""
    return typing.cast(Event, decode(Event, data))


def decode_finding(data: Json) -> Finding:
    """One finding."""
    return typing.cast(Finding, decode(Finding, data))


def _version(data: Json) -> int:
    """The version that wrote this; refused unless this program knows it."""
    version = data.get("version")
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        raise WrongVersion(found=version, expected=VERSION)
    return version


def delay_from(table: Any) -> Delay:
    """A delay as case files write it: `{ months = 3 }`, `{ days = 15 }`, `{ years = 1 }`."""
    makers: dict[str, Callable[[int], Delay]] = {
        "days": lambda n: Days(count=n),
        "months": lambda n: Months(count=n),
        "years": lambda n: Years(count=n),
    }
    if not isinstance(table, dict) or len(table) != 1 or next(iter(table)) not in makers:
        raise NotReadable(why=f"un délai s’écrit {{ months = 3 }}, non {table!r}")
    unit, count = next(iter(table.items()))
    if not isinstance(count, int) or count < 0:
        raise NotReadable(why=f"un délai compte un nombre positif, non {count!r}")
    return makers[unit](count)


def day_from(value: Any) -> Day:
    """A day as case files write it: a date, «2008-03» for a month, «2021» for a year."""
    if isinstance(value, date):
        return value
    parts = [int(part) for part in str(value).split("-") if part.isdigit()]
    if len(parts) == 1:
        return Between.year(parts[0])
    if len(parts) == 2:
        return Between.month(parts[0], parts[1])
    return date.fromisoformat(str(value))
