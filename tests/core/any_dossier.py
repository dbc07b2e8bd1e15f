"""Random dossiers: one of the five texts, its signatures, and facts of every kind that the core knows."""

import dataclasses
import tomllib
import typing
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from convenir.core.changes import Change, ClauseRemoved, ClauseReplaced
from convenir.core.conclusion import parties
from convenir.core.delays import Days, Months, Years
from convenir.core.dossier import terms_from
from convenir.core.facts import AmendmentProposed, Cancelled, Event, Fact, Listing, PartyDescribed, Signed
from convenir.core.source import Source
from convenir.core.terms import Committee, Duration, FundingContribution, FundingMaintenance, MeetingCadence, Terms

TERMS = Path(__file__).parents[1] / "cases" / "terms"
TEXTS: dict[str, Terms] = {
    path.stem: terms_from(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(TERMS.glob("*.toml"))
}
FIRST, LAST = date(2015, 1, 1), date(2027, 12, 31)
DAYS = st.dates(FIRST, LAST)
# Names by which facts refer to one another.
LABELS = st.sampled_from(["un", "deux"])
ARTICLES = st.sampled_from(["", "5", "6", "10", "12"])
AMENDMENT = "avenant-1"
EVENTS = [kind for kind in typing.get_args(Event) if kind not in (Cancelled, PartyDescribed)]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AnyDossier:
    """A text, its facts in the order of recording, and a day to ask about."""

    text: str
    facts: tuple[Fact, ...]
    on: date

    @property
    def terms(self) -> Terms:
        """The terms of that text."""
        return TEXTS[self.text]


def _keys(terms: Terms) -> list[str]:
    return [key for key in parties(terms, ()) if key]


def _value(name: str, hint: Any, terms: Terms) -> st.SearchStrategy[Any]:
    """A plausible value of a field: the parties, bodies and labels of this dossier."""
    if hint is Change:
        return _changes(terms)
    if hint is Listing:
        return _listings(terms)
    inside = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return st.lists(_value(name, inside[0], terms), max_size=2).map(tuple)
    if typing.get_origin(hint) is dict:
        return st.dictionaries(st.sampled_from(_keys(terms)), st.integers(0, 6), max_size=2)
    if inside:
        return st.one_of([_value(name, kind, terms) for kind in inside])
    return _plain(name, hint, terms)


def _plain(name: str, hint: Any, terms: Terms) -> st.SearchStrategy[Any]:
    if hint is str:
        return _word(name, terms)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    plain: dict[Any, st.SearchStrategy[Any]] = {
        type(None): st.none(),
        bool: st.booleans(),
        int: st.integers(2015, 2027) if name == "year" else st.integers(0, 8),
        date: DAYS,
        Days: st.just(Days(count=15)),
        Months: st.just(Months(count=1)),
        Years: st.just(Years(count=1)),
        Decimal: st.sampled_from([Decimal("412300.00"), Decimal("412350.00"), Decimal(10)]),
    }
    return plain[hint]


def _word(name: str, terms: Terms) -> st.SearchStrategy[str]:
    """A word that fits the field of that name."""
    bodies = [c.body for c in terms.every(Committee)] + [c.body for c in terms.every(MeetingCadence)] or ["copil"]
    named: dict[str, st.SearchStrategy[str]] = {
        "party": st.sampled_from(_keys(terms)),
        "payer": st.sampled_from(_keys(terms)),
        "chair": st.sampled_from(["", *_keys(terms)]),
        "secretary": st.sampled_from(["", *_keys(terms)]),
        "sender": st.sampled_from(["", *_keys(terms)]),
        "body": st.sampled_from(bodies),
        "signatory": st.just(""),
        "amendment": st.sampled_from(["", AMENDMENT]),
        "annex": st.sampled_from(["1", "2", "6"]),
        "article": ARTICLES,
        "clause": st.sampled_from(["TerminationAtWill", "MeetingCadence", "Duration", "Communication"]),
        "norm": st.sampled_from(["Cog", "loi"]),
    }
    return named.get(name, LABELS)


def _listings(terms: Terms) -> st.SearchStrategy[Listing]:
    """The clauses of funding of that text with other lists; that of a text of their own where it has none."""
    borne: list[Listing] = [*terms.every(FundingMaintenance), *terms.every(FundingContribution)]
    other = FundingContribution(payer=_keys(terms)[0], source=Source(text="convention", article="5"))
    lists = st.lists(LABELS, max_size=2).map(tuple)
    return st.builds(_bearing, st.sampled_from(borne or [other]), lists)


def _bearing(clause: Listing, facilities: tuple[str, ...]) -> Listing:
    return dataclasses.replace(clause, facilities=facilities)


def _changes(terms: Terms) -> st.SearchStrategy[Change]:
    duration = terms.first(Duration)
    removed = st.sampled_from(["MeetingCadence", "TerminationAtWill"]).map(lambda kind: ClauseRemoved(clause=kind))
    if duration is None:
        return removed
    ends = DAYS.map(lambda day: ClauseReplaced(clause=dataclasses.replace(duration, ends_on=day, span=None)))
    return st.one_of(removed, ends)


def events(terms: Terms) -> st.SearchStrategy[Event]:
    """Any event, with values that fit the text."""
    return st.sampled_from(EVENTS).flatmap(lambda kind: _event(kind, terms))


def _event(kind: type, terms: Terms) -> st.SearchStrategy[Event]:
    hints = typing.get_type_hints(kind)
    values = {field.name: _value(field.name, hints[field.name], terms) for field in dataclasses.fields(kind)}
    if kind is AmendmentProposed:
        values["amendment"] = st.just(AMENDMENT)
    return st.builds(kind, **values)


def _facts(terms: Terms, signed: date, told: list[tuple[int, int, Event]]) -> tuple[Fact, ...]:
    """The signatures on one day, then each event so many days later, recorded so many days after it."""
    named = [Signed(party=party) for party in parties(terms, ())]
    facts = [Fact(id=f"s{n}", on=signed, recorded_on=signed, event=event) for n, event in enumerate(named)]
    for number, (later, recorded, event) in enumerate(told):
        on = min(signed + timedelta(days=later), LAST)
        facts.append(Fact(id=f"f{number}", on=on, recorded_on=on + timedelta(days=recorded), event=event))
    return tuple(facts)


@st.composite
def dossiers(draw: st.DrawFn) -> AnyDossier:
    """A text, its signatures, up to a dozen facts of any kind."""
    text = draw(st.sampled_from(sorted(TEXTS)))
    terms = TEXTS[text]
    signed = draw(st.dates(date(2015, 1, 1), date(2021, 12, 31)))
    one = st.tuples(st.integers(-30, 2600), st.integers(0, 90), events(terms))
    return AnyDossier(text=text, facts=_facts(terms, signed, draw(st.lists(one, max_size=12))), on=draw(DAYS))
