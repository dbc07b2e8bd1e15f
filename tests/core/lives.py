"""Small conventions and facts for the tests of the life: two parties, one clause each."""

from collections.abc import Iterable
from datetime import date

from hypothesis import settings

from convenir.core.delays import Day, Months, Years, latest
from convenir.core.facts import Event, Fact, Signed
from convenir.core.life import life
from convenir.core.situation import Situation
from convenir.core.source import Source
from convenir.core.terms import Document, Duration, Renewal, Term, TerminationAtWill, Terms
from convenir.core.terms.lifetime import Mode, Start
from convenir.core.terms.parties import PartyClause, PartyKind, Signatory
from convenir.core.terms.termination import Form

# How far a property is tried: these tests run at every save.
FEW = settings(max_examples=25, deadline=None)


def at(article: str, paragraph: int | None = None) -> Source:
    """A place in the convention."""
    return Source(text="convention", article=article, paragraph=paragraph)


CAF = PartyClause(
    key="caf",
    name="Caf d’essai",
    kind=PartyKind.CAF,
    signatories=(Signatory(name="", capacity="directeur"), Signatory(name="", capacity="présidente du conseil")),
    source=at("parties"),
)
TOWN = PartyClause(key="commune", name="Commune d’essai", kind=PartyKind.MUNICIPALITY, source=at("parties"))
UNTIL_2022 = Duration(start=Start.SIGNATURE, ends_on=date(2022, 12, 31), inclusive=True, source=at("10", 1))
YEARLY = Duration(start=Start.SIGNATURE, span=Years(count=1), source=at("10", 1))
TACIT = Renewal(mode=Mode.TACIT, step=Years(count=1), ceiling=Years(count=4), source=at("10", 2))
EXPRESS = Renewal(mode=Mode.EXPRESS, source=at("10", 2))
AT_WILL = TerminationAtWill(notice=Months(count=3), form=Form.REGISTERED_LETTER, source=at("11"))


def convention(*clauses: Term, document: Document = Document.CONVENTION, draft: bool = False) -> Terms:
    """A convention between the two parties, with those clauses."""
    return Terms(document=document, draft=draft, clauses=(CAF, TOWN, *clauses))


def fact(number: int, on: Day, event: Event, recorded_on: date | None = None) -> Fact:
    """A fact recorded on its own day."""
    return Fact(id=f"f{number}", on=on, recorded_on=recorded_on or latest(on), event=event)


def signed(on: Day, by: Iterable[str] = ("caf", "commune")) -> list[Fact]:
    """The signatures of those parties on that day."""
    return [fact(number, on, Signed(party=party)) for number, party in enumerate(by, start=1)]


SIGNED = signed(date(2020, 1, 6))


def situation(terms: Terms, on: date, facts: list[Fact] = SIGNED) -> Situation:
    """What a rule looks at, up to the end of 2030."""
    return Situation(terms=terms, facts=tuple(facts), life=life(terms, facts), on=on, until=date(2030, 12, 31))
