"""What outlives or lapses: frameworks that end before the convention, and the days that no convention covers."""

from collections.abc import Iterator
from datetime import date

from convenir.core.afterwards import DAY, gap, successor
from convenir.core.delays import Day, last_day, latest
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.naming import day_name
from convenir.core.periods import duration_of
from convenir.core.situation import Situation
from convenir.core.source import Source
from convenir.core.terms import Citation, ConventionKind, FundingMaintenance, RelatedInstrument
from convenir.core.terms.scope import Relation


def lapsed_frameworks(situation: Situation) -> Iterator[Finding]:
    """A framework that the text rests on has ended, and the convention has not: its status is the same."""
    if not situation.in_life(situation.on):
        return
    for name, end, source in _frameworks(situation):
        if end < situation.on:
            yield Finding(
                oddity=Oddity.NOTED,
                about="framework-lapsed",
                severity=Severity.INFORMATION,
                sentence=f"« {name} » a pris fin le {day_name(end)} ; la convention, elle, reste en vigueur.",
                advice="Vérifiez ce qui le remplace, et si les objectifs de la convention en dépendent.",
                sources=(source,),
            )


def _frameworks(situation: Situation) -> Iterator[tuple[str, date, Source]]:
    """The frameworks of which the text gives the end; not the acts that it says came before."""
    for citation in situation.terms.every(Citation):
        if citation.ends_on is not None:
            yield citation.cited, latest(citation.ends_on), citation.source
    for instrument in situation.terms.every(RelatedInstrument):
        end = _end_of(instrument)
        if end is not None and instrument.relation is not Relation.PRIOR:
            yield instrument.title, end, instrument.source


def _end_of(instrument: RelatedInstrument) -> date | None:
    ends: Day | None = instrument.ends_on
    if ends is not None:
        return latest(ends)
    if instrument.signed_on is None or instrument.span is None:
        return None
    return last_day(latest(instrument.signed_on), instrument.span)


def following_convention(situation: Situation) -> Iterator[Finding]:
    """The convention that takes over, and the days that neither covers."""
    end, duration = _end(situation), duration_of(situation.terms)
    following = successor(situation.facts, situation.on)
    if end is None or duration is None or following is None:
        return
    uncovered = gap(end, following)
    yield Finding(
        oddity=Oddity.NOTED if uncovered is None else Oddity.MISSING,
        about="successor",
        severity=Severity.INFORMATION if uncovered is None else Severity.WARNING,
        sentence=f"« {following.title} » prend la suite le {day_name(following.starts_on)}{_uncovered(uncovered)}.",
        advice="" if uncovered is None else "Ce qui est dû pendant ces jours n’a pas de texte pour le fonder.",
        sources=(duration.source,),
    )


def _end(situation: Situation) -> date | None:
    """The last day in force; the latest that it may be, where facts leave two."""
    lived = situation.life
    return lived.range[1] if lived.range else lived.last_day


def _uncovered(days: tuple[date, date] | None) -> str:
    if days is None:
        return ""
    first, last = days
    count = (last - first).days + 1
    if count == 1:
        return f" : aucune convention ne couvre le {day_name(first)}"
    return f" : aucune convention ne couvre les {count} jours du {day_name(first)} au {day_name(last)}"


def bonus_at_risk(situation: Situation) -> Iterator[Finding]:
    """Once the convention has ended and nothing follows at once, the funding that it conditions is at risk."""
    end, duration = _end(situation), duration_of(situation.terms)
    if end is None or duration is None or situation.on <= end:
        return
    following = successor(situation.facts, situation.on)
    if following is not None and gap(end, following) is None:
        return
    funding = tuple(clause.source for clause in situation.terms.every(FundingMaintenance))
    if funding or situation.terms.kind is ConventionKind.CTG:
        yield Finding(
            oddity=Oddity.MISSING,
            about="bonus-at-risk",
            severity=Severity.WARNING,
            sentence=f"Aucune convention ne couvre le {day_name(end + DAY)}, lendemain de la fin : "
            "le bonus territoire, que la signature conditionne, est menacé.",
            advice="Concluez une nouvelle convention, ou demandez à la Caf ce qu’elle peut encore verser.",
            sources=funding or (duration.source,),
        )
