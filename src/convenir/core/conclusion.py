"""Who must sign, who has signed, and from which day the parties are bound."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.changes import ClauseRemoved
from convenir.core.delays import earliest
from convenir.core.facts import AmendmentProposed, Fact, MandateShown, SignatoryChanged, Signed, StatedDate
from convenir.core.source import Source
from convenir.core.terms import Formalities, PartyClause, SignatureAuthority, Terms
from convenir.core.terms.parties import PARTY_KEYS, PartyKind

CAF = PARTY_KEYS[PartyKind.CAF]
SOME_PARTY = PARTY_KEYS[PartyKind.OTHER]
# Beginnings of the words for the two heads of a Caf: its director, the president of its board.
CAF_HEADS = frozenset({"direc", "presi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """`first` and `last` are the first and the last required signature; `last` is None while one lacks."""

    first: date | None = None
    last: date | None = None
    missing: tuple[str, ...] = ()
    stated: date | None = None
    unmatched: tuple[str, ...] = ()
    because: tuple[Source, ...] = ()
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signature recorded: of which party, by whom («» for all its signatories), on which day."""

    party: str
    signatory: str
    on: date
    fact: str


def parties(terms: Terms, facts: Sequence[Fact]) -> dict[str, tuple[str, ...]]:
    """The parties that must sign, each with its signatories as words («» where the text names none).

    A text that does not name the parties leaves them to the facts: the Caf and at least one other.
    """
    changes = [fact.event for fact in facts if isinstance(fact.event, SignatoryChanged)]
    named = {p.key: _in_office(p.key, _signatories(p, terms), changes) or ("",) for p in terms.every(PartyClause)}
    if named:
        return named
    keys = [CAF, *(a.party for a in terms.every(SignatureAuthority))]
    keys += [f.event.party for f in facts if isinstance(f.event, Signed)]
    keys += [SOME_PARTY] if set(keys) == {CAF} else []
    return dict.fromkeys(keys, ("",))


def strangers(terms: Terms, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts of somebody who is no party, by the text or by an avenant; none where the text names no party."""
    named = {clause.key for clause in terms.every(PartyClause)}
    if not named:
        return
    for fact in facts:
        if isinstance(fact.event, AmendmentProposed):
            added = [change.clause for change in fact.event.changes if not isinstance(change, ClauseRemoved)]
            named |= {clause.key for clause in added if isinstance(clause, PartyClause)}
    yield from (fact for fact in facts if getattr(fact.event, "party", "") not in {"", *named})


def _signatories(party: PartyClause, terms: Terms) -> tuple[str, ...]:
    """The signatories of a party; for a Caf, also its other head when only the signature blocks name it.

    The director represents the Caf (CSS, art. L. 122-1); a text whose blocks also await the president of its
    board is not signed without that signature, unless a mandate is shown.
    """
    own = tuple(f"{s.name} {s.capacity}" for s in party.signatories)
    if party.kind is not PartyKind.CAF or not own:
        return own
    heads = set().union(*(_stems(label) & CAF_HEADS for label in own))
    others = (f"{b.name} {b.capacity}" for clause in terms.every(Formalities) for b in clause.blocks)
    words = _stems(f"{party.name} {party.short_name} caisse conseil administration")
    added = [label for label in others if _stems(label) & (CAF_HEADS - heads) and _stems(label) & words]
    return (*own, *added[:1])


def conclusion(terms: Terms, facts: Sequence[Fact]) -> Conclusion:
    """The conclusion that facts of exact day show; without signatures, what the date above them lets assume."""
    signed = _signatures(facts)
    stated = stated_date(terms, facts)
    if not signed and stated is not None and not terms.draft:
        return _assumed(terms, stated)
    days: list[date] = []
    missing: list[str] = []
    unmatched: list[str] = []
    for party, signatories in parties(terms, facts).items():
        own = [s for s in signed if s.party == party]
        alone = _alone(own, party, facts)
        found, unknown = _days(signatories, [s for s in own if s not in alone])
        found = [min(s.on for s in alone)] if alone else found
        days += [day for day in found if day is not None]
        missing += [party] if None in found else []
        unmatched += unknown
    first = min((s.on for s in signed), default=None)
    last = max(days) if days and not missing else None
    return Conclusion(
        first=first,
        last=last,
        missing=tuple(missing),
        stated=stated,
        unmatched=tuple(unmatched),
        because=_grounds(terms),
        facts=tuple(s.fact for s in signed),
    )


def _in_office(party: str, signatories: tuple[str, ...], changes: Sequence[SignatoryChanged]) -> tuple[str, ...]:
    """The signatories of a party, each also under the name of who now holds the office."""
    labels = list(signatories)
    for change in changes:
        if change.party == party and labels:
            for place in _places(change.office, signatories):
                labels[place] += f" {change.holder}"
    return tuple(labels)


def _alone(signed: Sequence[Signature], party: str, facts: Sequence[Fact]) -> list[Signature]:
    """The signatures of whom a mandate lets sign alone for the party."""
    shown = [f.event for f in facts if isinstance(f.event, MandateShown) and f.event.party == party]
    holders = [_stems(mandate.holder) for mandate in shown]
    return [s for s in signed if any(holder and holder <= _stems(s.signatory) for holder in holders)]


def stated_date(terms: Terms, facts: Sequence[Fact]) -> date | None:
    """The date above the signatures: as recorded, else as read; a year or a month is no date.

    The date of a report is not that of the convention.
    """
    recorded = [f.on for f in facts if isinstance(f.event, StatedDate)]
    read = [f.stated_on for f in terms.every(Formalities)] if terms.supplied else []
    return next((day for day in (*reversed(recorded), *read) if isinstance(day, date)), None)


def _assumed(terms: Terms, stated: date) -> Conclusion:
    """Nobody recorded a signature: the date written in the act is taken as that of everybody."""
    source = next((f.source for f in terms.every(Formalities)), None)
    taken = Assumption(choice=Choice.STATED_DATE_IS_SIGNATURE, on=stated, source=source)
    return Conclusion(first=stated, last=stated, stated=stated, because=_grounds(terms), assumptions=(taken,))


def stated_earlier(found: Conclusion) -> Assumption | None:
    """The date written above the signatures is earlier than the last of them: it binds nobody."""
    if found.last is None or found.stated is None or found.stated >= found.last:
        return None
    other = Alternative(reading="stated_date", on=found.stated)
    return Assumption(choice=Choice.STATED_DATE_IS_NOT_THE_LAST_SIGNATURE, on=found.last, alternatives=(other,))


def _signatures(facts: Sequence[Fact]) -> list[Signature]:
    return [
        Signature(party=f.event.party, signatory=f.event.signatory, on=earliest(f.on), fact=f.id)
        for f in facts
        if isinstance(f.event, Signed)
    ]


def _days(signatories: tuple[str, ...], signed: list[Signature]) -> tuple[list[date | None], list[str]]:
    """For each signatory the first day on which it signed, and the names that are nobody's in the text."""
    found: list[date | None] = [None] * len(signatories)
    unknown: list[str] = []
    for signature in signed:
        places = _places(signature.signatory, signatories)
        unknown += [] if places else [signature.signatory]
        for place in places:
            day = found[place]
            found[place] = signature.on if day is None else min(day, signature.on)
    return found, unknown


def _places(signatory: str, signatories: tuple[str, ...]) -> list[int]:
    """Which signatories of the party that signature is of. A single signatory needs no name.

    >>> _places("directrice", ("Présidente du conseil d'administration", "Directeur"))
    [1]
    """
    if not signatory or len(signatories) == 1:
        return list(range(len(signatories)))
    scores = [len(_stems(signatory) & _stems(label)) for label in signatories]
    best = max(scores)
    return [place for place, score in enumerate(scores) if score == best] if best and scores.count(best) == 1 else []


def _stems(words: str) -> set[str]:
    """Beginnings of words, so that «directrice» is «directeur»."""
    flat = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(c for c in flat if not unicodedata.combining(c))
    return {word[:5] for word in re.findall(r"[a-z]{4,}", letters)} - {"monsi", "madam"}


def _grounds(terms: Terms) -> tuple[Source, ...]:
    """Where the text says who signs."""
    named = tuple(clause.source for clause in terms.every(PartyClause))
    return named + tuple(clause.source for clause in terms.every(Formalities))
