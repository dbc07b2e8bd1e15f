"""Which dossier an avenant or a délibération is about: those in which the actor may record, the likeliest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from convenir.access.conventions import seen_by
from convenir.access.roles import Actor, Verb, check
from convenir.core.delays import Day
from convenir.core.facts import Fact, known_on
from convenir.core.life import life
from convenir.core.terms import Formalities
from convenir.core.terms.parties import PartyKind
from convenir.reader.french.words import flat
from convenir.reader.wordings.parties.same_party import proper
from convenir.records.mapping import fact_of, terms_of
from convenir.records.models import Convention, ConventionParty, FactRow

SHOWN = 12
# A place is that of several parties: one of these words tells which is named. Parties of other kinds have none.
KIND_WORDS = {
    PartyKind.CAF: {"caf", "caisse"},
    PartyKind.MUNICIPALITY: {"commune", "ville", "mairie", "maire"},
    PartyKind.EPCI: {"communaute", "metropole", "intercommunalite", "agglomeration"},
    PartyKind.DEPARTMENT: {"departement", "departemental", "departementale"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A dossier: `named` are its parties that the text names, `others` those that it does not.

    `signed_on` is the day on which it binds, or that its text states; `same_day`: the one that the text gives.
    """

    pk: UUID
    title: str
    named: tuple[str, ...]
    others: tuple[str, ...]
    signed_on: Day | None
    same_day: bool

    @property
    def likely(self) -> bool:
        """Whether the text names its day, or all its parties."""
        return self.same_day or (bool(self.named) and not self.others)


def candidates(actor: Actor, words: str, signed_on: date | None, *, sought: str = "") -> tuple[Candidate, ...]:
    """The dossiers nearest to the text, twelve at most; `sought` narrows them to those whose title holds these words.

    Whoever may not record gets `NotAllowed`.
    """
    check(actor, Verb.RECORD)
    said = frozenset(re.findall(r"\w+", flat(words)))
    rows = seen_by(actor).filter(title__icontains=sought).order_by("title", "pk")
    titles = dict(rows.values_list("pk", "title"))
    parties = _parties(titles)
    nearest = sorted(titles, key=lambda pk: -len(_named(parties.get(pk, []), said)))[:SHOWN]
    found = [_candidate(one, parties.get(one.row.pk, []), said, signed_on) for one in _whole(nearest)]
    return tuple(sorted(found, key=lambda one: (not one.same_day, -len(one.named))))


class _Party(NamedTuple):
    """A house of a dossier."""

    name: str
    kind: str


def _parties(titles: Iterable[UUID]) -> dict[UUID, list[_Party]]:
    """The houses of each dossier, in the order of its text."""
    rows = ConventionParty.objects.filter(convention__in=titles).order_by("pk")
    found: dict[UUID, list[_Party]] = {}
    for pk, name, kind in rows.values_list("convention", "house__name", "house__kind"):
        found.setdefault(pk, []).append(_Party(name=name, kind=kind))
    return found


def _named(parties: Iterable[_Party], said: frozenset[str]) -> list[str]:
    """The names whose own words are all said, and a word of their kind."""
    return [one.name for one in parties if (own := proper(one.name)) and own <= said and _is_its_kind(one, said)]


def _is_its_kind(party: _Party, said: frozenset[str]) -> bool:
    words = KIND_WORDS.get(PartyKind(party.kind))
    return words is None or bool(words & said)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """A dossier and its facts."""

    row: Convention
    facts: list[Fact]


def _whole(pks: list[UUID]) -> Iterator[_Whole]:
    """Those dossiers in that order, in two queries."""
    rows = {row.pk: row for row in Convention.objects.filter(pk__in=pks)}
    facts: dict[UUID, list[Fact]] = {}
    for one in FactRow.objects.filter(convention__in=pks).select_related("evidence").defer("evidence__data"):
        facts.setdefault(one.convention_id, []).append(fact_of(one))
    yield from (_Whole(row=rows[pk], facts=facts.get(pk, [])) for pk in pks)


def _candidate(one: _Whole, parties: list[_Party], said: frozenset[str], signed_on: date | None) -> Candidate:
    signed = _signed_on(one)
    named = _named(parties, said)
    return Candidate(
        pk=one.row.pk,
        title=one.row.title,
        named=tuple(named),
        others=tuple(party.name for party in parties if party.name not in named),
        signed_on=signed,
        same_day=signed_on is not None and signed == signed_on,
    )


def _signed_on(one: _Whole) -> Day | None:
    """The day of the last signature, else the one that the text states."""
    terms = terms_of(one.row)
    concluded = life(terms, known_on(one.facts, date.max)).concluded_on
    formalities = terms.first(Formalities)
    return concluded or (formalities.stated_on if formalities else None)
