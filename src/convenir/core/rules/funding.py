"""The money of each year: what the payer keeps up after a sectoral contract, what a party goes on contributing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.facts import (
    CompetenceTransferred,
    ContributionPaid,
    Fact,
    FundingAllocated,
    SectoralContractEnded,
)
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.naming import capital, euros, party_name
from convenir.core.obligation import Duty, Obligation, State, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.source import Source
from convenir.core.terms import FundingContribution, FundingMaintenance
from convenir.core.terms.governance import Per
from convenir.core.years import Stretch, civil_year, stretches

NOTHING = Decimal(0)
Ended: TypeAlias = tuple[tuple[Fact, SectoralContractEnded], ...]
Payments: TypeAlias = tuple[tuple[Fact, ContributionPaid], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """Amounts of one payer for one year, in the order in which they were recorded; `floor` is what they must reach."""

    payer: str
    year: Stretch
    floor: Decimal
    paid: tuple[tuple[Fact, Decimal], ...]

    @property
    def total(self) -> Decimal:
        """All that was paid."""
        return sum((amount for _, amount in self.paid), NOTHING)

    @property
    def lacking(self) -> Decimal:
        """What is still to pay; nothing where more than the floor was paid."""
        return max(NOTHING, self.floor - self.total)

    @property
    def reached_on(self) -> date | None:
        """The first day on which the floor was reached."""
        so_far = NOTHING
        for fact, amount in self.paid:
            so_far += amount
            if so_far >= self.floor:
                return day_of(fact)
        return None


def allocations(situation: Situation) -> Iterator[Obligation]:
    """The amount that the payer keeps up, for each year that follows the end of its sectoral contracts."""
    for clause in situation.terms.every(FundingMaintenance):
        ended = [(fact, e) for fact, e in situation.happened(SectoralContractEnded) if e.payer == clause.payer]
        for year in years_of_life(situation):
            over = tuple((fact, e) for fact, e in ended if (e.year or day_of(fact).year) < year.first.year)
            if over:
                yield _allocation(situation, clause, year, over)


def years_of_life(situation: Situation) -> Iterator[Stretch]:
    """The civil years of the life in which something can still be asked."""
    first, owed_from = situation.binds_from, situation.owed_from
    if first is None or owed_from is None:
        return
    for year in stretches(first, min(situation.end, situation.until), Per.CIVIL_YEAR):
        if min(year.last, situation.end) >= owed_from:
            yield year


def _allocated(situation: Situation, payer: str, year: Stretch, floor: Decimal) -> Money:
    paid = [
        (fact, event.amount)
        for fact, event in situation.happened(FundingAllocated)
        if (event.payer, event.year) == (payer, year.first.year) and listed(situation, fact, event)
    ]
    return Money(payer=payer, year=year, floor=floor, paid=tuple(paid))


def listed(situation: Situation, fact: Fact, event: FundingAllocated) -> bool:
    """Whether the text of that day lets the payer fund that facility; a text without a list lets it fund any."""
    clauses = [c for c in situation.life.texts.on(day_of(fact)).every(FundingMaintenance) if c.payer == event.payer]
    return any(in_list(clause.facilities, event.facility) for clause in clauses)


def in_list(facilities: tuple[str, ...], facility: str) -> bool:
    """Whether a list of facilities holds that one, whatever the capitals; an empty list holds all.

    >>> in_list(("Crèche du Centre",), "crèche du centre"), in_list(("Crèche du Centre",), "Laep"), in_list((), "Laep")
    (True, False, True)
    """
    return not facilities or facility.casefold() in {name.casefold() for name in facilities}


def _allocation(situation: Situation, clause: FundingMaintenance, year: Stretch, ended: Ended) -> Obligation:
    """The duty of one year; where an amount of reference is not known, it stays open."""
    booked = [event.booked for _, event in ended if event.booked is not None]
    unknown = len(booked) < len(ended)
    money = _allocated(situation, clause.payer, year, sum(booked, NOTHING))
    due_on = min(year.last, situation.end)
    done_on = None if unknown else money.reached_on
    return Obligation(
        key=f"allocation:{money.payer}:{year.label}",
        duty=Duty.ALLOCATION,
        subject=clause.channel,
        who=(money.payer,),
        state=State.OPEN if unknown else state_on(situation.on, due_on=due_on, done_on=done_on),
        due_on=None if unknown else due_on,
        opens_on=year.first,
        done_on=done_on,
        period=year.label,
        because=(clause.source,),
        facts=tuple(fact.id for fact, _ in (*ended, *money.paid)),
        assumptions=() if unknown else tuple(_readings(situation, money, clause.source)),
        findings=tuple(_no_reference(clause) if unknown else _shortfall(situation, money, clause.source)),
    )


def _readings(situation: Situation, money: Money, source: Source) -> Iterator[Assumption]:
    """What the text does not say: which year, whether it is shared out at the end, whether more may be paid."""
    first, end, last = situation.binds_from, situation.end, money.year.last
    yield from civil_year(first or money.year.first, min(last, end), end, source)
    if end < last:
        pro_rata = Alternative(reading="pro_rata")
        yield Assumption(choice=Choice.WHOLE_AMOUNT_EACH_YEAR, on=end, alternatives=(pro_rata,), source=source)
    if money.total > money.floor:
        exact = Alternative(reading="exact_amount")
        yield Assumption(choice=Choice.KEPT_AMOUNT_IS_A_FLOOR, alternatives=(exact,), source=source)


def _no_reference(clause: FundingMaintenance) -> Iterator[Finding]:
    yield Finding(
        oddity=Oddity.BLANK,
        about="allocation-reference",
        severity=Severity.WARNING,
        sentence="Le montant comptabilisé de la dernière année du contrat n’est pas au dossier.",
        advice="Enregistrez-le : il fixe le montant à maintenir.",
        sources=(clause.source,),
    )


def _shortfall(situation: Situation, money: Money, source: Source) -> Iterator[Finding]:
    """What is lacking of the floor, to the cent: told from the first payment, a warning once the year is over."""
    last = min(money.year.last, situation.end)
    over = situation.on > last
    if not money.lacking or not (over or money.paid):
        return
    who = capital(party_name(situation.terms, money.payer))
    yield Finding(
        oddity=Oddity.IRREGULAR,
        about="allocation-shortfall",
        severity=Severity.WARNING if over else Severity.INFORMATION,
        sentence=f"{money.year.label} : {who} a réparti {euros(money.total)} sur {euros(money.floor)} à maintenir ; "
        f"il manque {euros(money.lacking)}.",
        advice="Répartissez le solde entre les structures de la liste.",
        sources=(source,),
        on=last,
    )


def contributions(situation: Situation) -> Iterator[Obligation]:
    """What a party paid one year, it goes on paying the next; a change of its competences opens a discussion."""
    for clause in situation.terms.every(FundingContribution):
        for year in years_of_life(situation):
            previous = paid_in(situation, clause, year.first.year - 1)
            if previous:
                paid = tuple((fact, event.amount) for fact, event in paid_in(situation, clause, year.first.year))
                money = Money(payer=clause.payer, year=year, floor=sum_of(previous), paid=paid)
                yield _contribution(situation, clause, money)


def paid_in(situation: Situation, clause: FundingContribution, year: int) -> Payments:
    """What the payer contributed, that year, to the facilities of its list."""
    return tuple(
        (fact, event)
        for fact, event in situation.happened(ContributionPaid)
        if (event.payer, event.year) == (clause.payer, year) and in_list(clause.facilities, event.facility)
    )


def sum_of(payments: Payments) -> Decimal:
    """Their total."""
    return sum((event.amount for _, event in payments), NOTHING)


def _contribution(situation: Situation, clause: FundingContribution, money: Money) -> Obligation:
    due_on = min(money.year.last, situation.end)
    state = state_on(situation.on, due_on=due_on, done_on=money.reached_on)
    adjusted = adjusted_by(situation, clause, due_on)
    return Obligation(
        key=f"contribution:{money.payer}:{money.year.label}",
        duty=Duty.CONTRIBUTION,
        subject="",
        who=(money.payer,),
        state=State.REASON_REQUIRED if adjusted and state is State.LATE else state,
        due_on=due_on,
        opens_on=money.year.first,
        done_on=money.reached_on,
        period=money.year.label,
        because=(clause.source,),
        facts=tuple(fact.id for fact in (*(paid for paid, _ in money.paid), *adjusted)),
        assumptions=civil_year(situation.binds_from or money.year.first, due_on, situation.end, clause.source),
    )


def adjusted_by(situation: Situation, clause: FundingContribution, day: date) -> tuple[Fact, ...]:
    """The changes of the payer’s competences, by that day, that its commitment may follow."""
    if not clause.adjustable:
        return ()
    changes = situation.happened(CompetenceTransferred)
    return tuple(fact for fact, event in changes if event.party == clause.payer and day_of(fact) <= day)
