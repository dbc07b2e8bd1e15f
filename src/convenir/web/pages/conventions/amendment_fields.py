"""What an avenant changes, as a form asks it: the usual changes, each left empty where the avenant keeps the text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from textwrap import shorten
from typing import Any

from django import forms

from convenir.access.conventions import bodies_of
from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced, subject_of
from convenir.core.facts import Listing
from convenir.core.source import Source
from convenir.core.terms import (
    FRAMING,
    Annex,
    Duration,
    MeetingCadence,
    PartyClause,
    Renewal,
    Term,
    TerminationAtWill,
    Terms,
)
from convenir.core.terms.governance import Per
from convenir.core.terms.lifetime import Mode, Start
from convenir.core.terms.parties import PARTY_KEYS, PartyKind
from convenir.usecases.facts import Recorded
from convenir.usecases.imports.listing import bearing
from convenir.web.amendment_draft import facilities_field
from convenir.web.pages.conventions.fact_choices import annexes
from convenir.web.pages.conventions.fact_fields import values_of
from convenir.web.ui.day_field import DayField
from convenir.web.ui.delay_field import DelayField
from convenir.web.ui.lines_field import LinesField
from convenir.writer.words import body_name, party_name, term_label, term_value
from convenir.writer.words.names import annex_name, article_words
from convenir.writer.words.values import PERS

CHANGES = "changes"
KEPT = ("", "Inchangé")
RHYTHM = "rhythm_"
RHYTHMS = tuple(
    (f"{count}:{per}", f"{count} fois par {PERS[per]}")
    for count, per in ((1, Per.CIVIL_YEAR), (2, Per.CIVIL_YEAR), (3, Per.CIVIL_YEAR), (4, Per.CIVIL_YEAR),
                       (1, Per.SEMESTER), (1, Per.QUARTER), (1, Per.MONTH))
)  # fmt: skip
SHORT = 80
NUMBER = re.compile(r"(?:avenant)?[\s-]*(?:n°|no?)?\s*(\d{1,3})", re.IGNORECASE)


def amendment_key(said: str) -> str:
    """How facts name an avenant, from what a person writes.

    >>> amendment_key("Avenant n° 2"), amendment_key("3"), amendment_key("Prolongation")
    ('avenant-2', 'avenant-3', 'Prolongation')
    """
    numbered = NUMBER.fullmatch(said.strip())
    return f"avenant-{numbered[1]}" if numbered else said.strip()


def amendment_fields(of: Recorded) -> dict[str, forms.Field]:
    """The usual changes that this text admits."""
    terms = of.terms
    fields: dict[str, forms.Field] = {
        "ends_on": DayField(label="Nouveau dernier jour", required=False, help_text="Si l’avenant change la durée."),
        "notice": DelayField(label="Nouveau préavis", required=False, help_text="Par exemple 6 mois."),
    }
    for body in bodies_of(terms):
        label = f"Nouveau rythme, {body_name(body, terms)}"
        fields[RHYTHM + body] = forms.ChoiceField(label=label, required=False, choices=[KEPT, *RHYTHMS])
    removed = {"removed": _boxes("Clauses supprimées", _listed(terms))}
    return fields | _renewal() | _parties(terms) | _annexes(of) | _lists(terms) | removed


def _renewal() -> dict[str, forms.Field]:
    return {
        "renewal": forms.ChoiceField(label="Nouvelle reconduction", required=False, choices=[KEPT, *values_of(Mode)]),
        "step": DelayField(label="Durée de chaque reconduction", required=False),
        "ceiling": DelayField(
            label="Durée totale au plus", required=False, help_text="Première période comprise. Par exemple 4 ans."
        ),
    }


def _parties(terms: Terms) -> dict[str, forms.Field]:
    named = [(clause.key, clause.name) for clause in terms.every(PartyClause)]
    return {
        "joins": forms.CharField(label="Partie qui rejoint", required=False, max_length=200),
        "joins_as": forms.ChoiceField(label="C’est", required=False, choices=[("", "Choisir…"), *values_of(PartyKind)]),
        "leaves": _boxes("Parties qui quittent", named),
    }


def _annexes(of: Recorded) -> dict[str, forms.Field]:
    return {
        "annexes": _boxes("Annexes remplacées", list(annexes(of))),
        "annex_added": forms.CharField(
            label="Annexe ajoutée", required=False, max_length=200, help_text="Son numéro, ou son titre."
        ),
    }


def _lists(terms: Terms) -> dict[str, forms.Field]:
    """The list of each clause that bears one, whole, or as the avenant leaves it."""
    return {
        facilities_field(rank): LinesField(
            label=f"Nouvelle liste de structures, {party_name(clause.payer, terms)} ({_where(clause)})",
            required=False,
            help_text="La liste entière, une structure par ligne.",
        )
        for rank, clause in enumerate(bearing(terms))
    }


def _where(clause: Listing) -> str:
    """«article 5, alinéa 4, annexe 2»"""
    return ", ".join(filter(None, (article_words(clause.source), clause.annex and annex_name(clause.annex))))


def _boxes(label: str, choices: list[tuple[str, str]]) -> forms.Field:
    return forms.MultipleChoiceField(label=label, required=False, choices=choices, widget=forms.CheckboxSelectMultiple)


def _listed(terms: Terms) -> list[tuple[str, str]]:
    """Each clause that binds, by what a removal says of it; parties and annexes have lines of their own."""
    binding = [clause for clause in terms.clauses if not isinstance(clause, FRAMING)]
    return [(_key(_removal(clause)), _clause_words(clause)) for clause in binding]


def _removal(clause: Term) -> ClauseRemoved:
    return ClauseRemoved(clause=type(clause).__name__, subject=subject_of(clause), article=clause.source.article)


def _key(removal: ClauseRemoved) -> str:
    return "|".join((removal.clause, removal.subject, removal.article))


def _clause_words(clause: Term) -> str:
    value = shorten(term_value(clause), SHORT, placeholder="…")
    return f"{term_label(clause)}{' : ' if value else ''}{value} ({article_words(clause.source)})"


def changes_said(said: dict[str, Any], terms: Terms) -> tuple[Change, ...]:
    """The changes that the form tells, in the order of its fields."""
    return tuple(change for tell in TELLERS for change in tell(said, terms))


def _place(article: str = "") -> Source:
    """Where a new clause stands; the name of the avenant is given when it is folded over the text."""
    return Source(text="avenant", article=article)


def _replaced(old: Term, new: Term) -> ClauseReplaced:
    return ClauseReplaced(clause=new, article=old.source.article)


def _duration(said: dict[str, Any], terms: Terms) -> Iterator[Change]:
    last = said.get("ends_on")
    if not last:
        return
    old = terms.first(Duration)
    if old is None:
        yield ClauseAdded(clause=Duration(start=Start.SIGNATURE, ends_on=last, source=_place()))
    else:
        yield _replaced(old, replace(old, ends_on=last, span=None))


def _notice(said: dict[str, Any], terms: Terms) -> Iterator[Change]:
    notice = said.get("notice")
    if not notice:
        return
    old = list(terms.every(TerminationAtWill))
    if not old:
        yield ClauseAdded(clause=TerminationAtWill(notice=notice, source=_place()))
    for clause in old:
        yield _replaced(clause, replace(clause, notice=notice))


def _rhythms(said: dict[str, Any], terms: Terms) -> Iterator[Change]:
    for body in bodies_of(terms):
        chosen = said.get(RHYTHM + body)
        if chosen:
            count, _, per = chosen.partition(":")
            yield from _rhythm(terms, MeetingCadence(body=body, count=int(count), per=Per(per), source=_place()))


def _rhythm(terms: Terms, new: MeetingCadence) -> Iterator[Change]:
    """The rhythm in the place of the one of that body, or beside the others where it had none."""
    old = [clause for clause in terms.every(MeetingCadence) if clause.body == new.body]
    if not old:
        yield ClauseAdded(clause=new)
    for clause in old:
        yield _replaced(clause, replace(new, source=clause.source))


def _renewed(said: dict[str, Any], terms: Terms) -> Iterator[Change]:
    mode, step, ceiling = said.get("renewal"), said.get("step"), said.get("ceiling")
    old = terms.first(Renewal)
    if old is None:
        if mode:
            yield ClauseAdded(clause=Renewal(mode=Mode(mode), step=step, ceiling=ceiling, source=_place()))
    elif mode or step or ceiling:
        new = replace(old, mode=Mode(mode) if mode else old.mode, step=step or old.step, ceiling=ceiling or old.ceiling)
        yield _replaced(old, new)


def _joined(said: dict[str, Any], terms: Terms) -> Iterator[Change]:
    name = said.get("joins", "").strip()
    if name:
        kind = PartyKind(said.get("joins_as") or PartyKind.OTHER)
        clause = PartyClause(key=_free_key(kind, terms), name=name, kind=kind, source=_place("parties"))
        yield ClauseAdded(clause=clause)


def _free_key(kind: PartyKind, terms: Terms) -> str:
    """The key of a party of that kind that no other has: «commune», then «commune-2»."""
    taken = {clause.key for clause in terms.every(PartyClause)}
    first = PARTY_KEYS[kind]
    rank = next(rank for rank in range(1, len(taken) + 2) if _ranked(first, rank) not in taken)
    return _ranked(first, rank)


def _ranked(key: str, rank: int) -> str:
    return key if rank == 1 else f"{key}-{rank}"


def _left(said: dict[str, Any], terms: Terms) -> Iterator[Change]:
    for key in said.get("leaves", ()):
        yield ClauseRemoved(clause=PartyClause.__name__, subject=key)


def _annexed(said: dict[str, Any], terms: Terms) -> Iterator[Change]:
    for annex in terms.every(Annex):
        if (annex.number or annex.title) in said.get("annexes", ()):
            yield _replaced(annex, replace(annex, present=True, deferred=False))
    label = said.get("annex_added", "").strip()
    if label:
        numbered = label[:1].isdigit()
        number, title = (label, "") if numbered else ("", label)
        yield ClauseAdded(
            clause=Annex(number=number, title=title, present=True, source=_place(f"annexe {number}".strip()))
        )


def _relisted(said: dict[str, Any], terms: Terms) -> Iterator[Change]:
    """A change takes the place of all the clauses of one payer in an article: where one changes, all are said again."""
    together: dict[tuple[type, str, str], list[tuple[Listing, Listing]]] = {}
    for rank, clause in enumerate(bearing(terms)):
        new = replace(clause, facilities=said.get(facilities_field(rank)) or clause.facilities)
        together.setdefault((type(clause), clause.payer, clause.source.article), []).append((clause, new))
    for clauses in together.values():
        if any(old != new for old, new in clauses):
            yield _replaced(*clauses[0])
            yield from (ClauseAdded(clause=new) for _, new in clauses[1:])


def _removed(said: dict[str, Any], terms: Terms) -> Iterator[Change]:
    chosen = said.get("removed", ())
    removals = {_key(removal): removal for removal in map(_removal, terms.clauses)}
    yield from (removal for key, removal in removals.items() if key in chosen)


TELLERS: tuple[Callable[[dict[str, Any], Terms], Iterator[Change]], ...] = (
    _duration,
    _notice,
    _rhythms,
    _renewed,
    _joined,
    _left,
    _annexed,
    _relisted,
    _removed,
)
