"""Data that a party owes at regular intervals."""

from collections.abc import Iterator
from datetime import date

from convenir.core.annexes import attached, same_annex
from convenir.core.facts import DataDelivered, Fact
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.obligation import Duty, Obligation, state_on
from convenir.core.situation import Situation, day_of
from convenir.core.terms import Annex
from convenir.core.terms.exchanges import PeriodicDelivery
from convenir.core.terms.governance import Per
from convenir.core.years import YearlyDuty, stretches, yearly


def deliveries(situation: Situation) -> Iterator[Obligation]:
    """The data of each period, due on its last day while the convention is in force, then late."""
    for clause in situation.terms.every(PeriodicDelivery):
        findings = _content(situation, clause)
        delivered = _delivered(situation, clause)
        for period, owed in _periods(situation, clause):
            done = delivered.get(period, [])
            for rank in range(1, clause.count + 1):
                proof = done[rank - 1] if rank <= len(done) else None
                done_on = day_of(proof) if proof else None
                yield Obligation(
                    key=f"delivery:{clause.giver}:{period}:{rank}",
                    duty=Duty.DELIVERY,
                    subject=clause.what,
                    who=(clause.giver,) if clause.giver else (),
                    state=state_on(situation.on, due_on=owed.due_on, done_on=done_on),
                    due_on=owed.due_on,
                    done_on=done_on,
                    period=period,
                    rank=rank,
                    total=clause.count,
                    because=(clause.source,),
                    facts=(proof.id,) if proof else (),
                    assumptions=owed.assumptions,
                    findings=findings,
                )


def _periods(situation: Situation, clause: PeriodicDelivery) -> Iterator[tuple[str, YearlyDuty]]:
    """The periods of a delivery; a shorter one than the year is owed only if it runs whole."""
    if clause.per is Per.CIVIL_YEAR:
        yield from ((str(owed.year), owed) for owed in yearly(situation, clause.source))
        return
    first, owed_from = situation.binds_from, situation.owed_from
    if first is None or owed_from is None:
        return
    for stretch in stretches(first, min(situation.end, situation.until), clause.per):
        if first <= stretch.first and owed_from <= stretch.last <= situation.end:
            yield stretch.label, YearlyDuty(year=stretch.first.year, due_on=stretch.last)


def _delivered(situation: Situation, clause: PeriodicDelivery) -> dict[str, list[Fact]]:
    """The deliveries of each period: by the year that the fact names, else by its day."""
    delivered: dict[str, list[Fact]] = {}
    for fact, event in situation.happened(DataDelivered):
        if event.party == clause.giver:
            delivered.setdefault(_label(clause, event.year, day_of(fact)), []).append(fact)
    return delivered


def _label(clause: PeriodicDelivery, year: int | None, day: date) -> str:
    if clause.per is Per.CIVIL_YEAR:
        return str(year or day.year)
    return next(stretches(day, day, clause.per)).label


def _content(situation: Situation, clause: PeriodicDelivery) -> tuple[Finding, ...]:
    """The annex that describes the data is absent: what is delivered cannot be checked."""
    annexes = [annex for annex in situation.terms.every(Annex) if same_annex(annex.number, clause.annex)]
    absent = bool(clause.annex) and not any(annex.present for annex in annexes)
    if not absent or attached(situation, clause.annex) is not None:
        return ()
    finding = Finding(
        oddity=Oddity.MISSING,
        about="delivery-content",
        severity=Severity.WARNING,
        sentence=f"L’annexe {clause.annex}, qui décrit les données à fournir, n’est pas jointe.",
        advice="Joignez-la : sans elle, le contenu de ce qui est fourni ne peut pas être vérifié.",
        sources=(clause.source, *(annex.source for annex in annexes)),
    )
    return (finding,)
