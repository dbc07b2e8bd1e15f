"""Money against its clauses: a floor that is not reached, a facility out of the list, a contribution that drops."""

from collections.abc import Iterator

from convenir.core.facts import FundingAllocated
from convenir.core.findings import Finding, Oddity, Severity, contrary
from convenir.core.naming import capital, euros, party_name
from convenir.core.rules.funding import Payments, adjusted_by, allocations, listed, paid_in, sum_of, years_of_life
from convenir.core.situation import Situation, day_of
from convenir.core.terms import FundingContribution, FundingMaintenance
from convenir.core.years import Stretch


def shortfalls(situation: Situation) -> Iterator[Finding]:
    """The years that are over and for which the amount to keep up was not reached; told once if it is not known."""
    told = (finding for duty in allocations(situation) for finding in duty.findings)
    yield from dict.fromkeys(finding for finding in told if finding.severity is Severity.WARNING)


def facilities(situation: Situation) -> Iterator[Finding]:
    """An allocation to a facility that the list in force that day does not hold: refused until an avenant adds it."""
    for fact, event in situation.happened(FundingAllocated):
        clauses = [c for c in situation.life.texts.on(day_of(fact)).every(FundingMaintenance) if c.payer == event.payer]
        if not clauses or listed(situation, fact, event) or not situation.in_life(day_of(fact)):
            continue
        yield Finding(
            oddity=Oddity.IRREGULAR,
            about="facility-not-listed",
            severity=Severity.BLOCKING,
            sentence=f"« {event.facility} » n’est pas dans la liste des structures : les {euros(event.amount)} "
            f"attribués pour {event.year} ne comptent pas.",
            advice="Ajoutez d’abord cette structure à la liste, par un avenant.",
            sources=tuple(clause.source for clause in clauses),
        )


def contributions(situation: Situation) -> Iterator[Finding]:
    """A contribution that drops against the previous year, or a facility that receives nothing any more."""
    for clause in situation.terms.every(FundingContribution):
        for year in years_of_life(situation):
            paid = paid_in(situation, clause, year.first.year)
            if paid and situation.on > min(year.last, situation.end):
                yield from _drop(situation, clause, year, paid)
                yield from _left_out(situation, clause, year, paid)


def _drop(situation: Situation, clause: FundingContribution, year: Stretch, paid: Payments) -> Iterator[Finding]:
    """Less in all than the year before: how it is spread over the facilities may change."""
    before, now = sum_of(paid_in(situation, clause, year.first.year - 1)), sum_of(paid)
    if now >= before:
        return
    follows = adjusted_by(situation, clause, year.last)
    who = capital(party_name(situation.terms, clause.payer))
    yield Finding(
        oddity=Oddity.IRREGULAR,
        about="contribution-drop",
        severity=Severity.INFORMATION if follows else Severity.WARNING,
        sentence=f"{year.label} : {who} a versé {euros(now)}, soit {euros(before - now)} de moins que l’an passé.",
        advice="Un transfert de compétence peut l’expliquer : constatez-le par un avenant."
        if follows
        else "Rétablissez la contribution, ou convenez d’un avenant.",
        sources=(clause.source,),
        on=year.last,
    )


def _left_out(situation: Situation, clause: FundingContribution, year: Stretch, paid: Payments) -> Iterator[Finding]:
    """Facilities supported the year before, and not that year."""
    before = {event.facility for _, event in paid_in(situation, clause, year.first.year - 1)}
    for facility in sorted(before - {event.facility for _, event in paid}):
        yield contrary(
            "facility-left-out",
            f"{year.label} : « {facility} », soutenu l’année précédente, ne reçoit plus rien.",
            "Retirer une structure de la liste demande un avenant.",
            clause.source,
            on=year.last,
        )
