"""Facts dated outside the life of the convention: before the signature, after the end."""

from collections.abc import Iterator

from convenir.core.delays import latest
from convenir.core.facts import (
    DataDelivered,
    DocumentsSent,
    EvaluationDone,
    EvaluationPresented,
    Fact,
    MeetingHeld,
    NoticeReceived,
    ReviewDone,
)
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.naming import body_name, day_name, of_the
from convenir.core.situation import Situation, day_of

# What cannot precede the signature, and what it is called.
AFTER_SIGNATURE: dict[type, str] = {
    MeetingHeld: "une réunion",
    DocumentsSent: "un envoi de documents",
    EvaluationDone: "une évaluation",
    EvaluationPresented: "la présentation d’une évaluation",
    ReviewDone: "un bilan",
    DataDelivered: "une fourniture de données",
    NoticeReceived: "la réception d’une résiliation",
}


def before_signature(situation: Situation) -> Iterator[Finding]:
    """A meeting, a delivery, a notice dated before the signature that makes it possible."""
    concluded = situation.life.concluded_on
    if concluded is None:
        return
    limit = min(latest(concluded), situation.life.first_day or latest(concluded))
    for fact, name in _outside(situation):
        if latest(fact.on) < limit:
            yield _wrong(
                "before-signature",
                f"Le {day_name(day_of(fact))} : {name} avant la signature du {day_name(latest(concluded))}.",
                "Vérifiez les deux dates ; si l’une est fausse, annulez ce fait et enregistrez le bon.",
            )


def after_end(situation: Situation) -> Iterator[Finding]:
    """A committee that met once the convention had ended."""
    lived = situation.life
    end = lived.range[1] if lived.range else lived.last_day
    if end is None or lived.concluded_on is None:
        return
    for fact, event in situation.happened(MeetingHeld):
        if day_of(fact) > end:
            name = body_name(situation.terms, event.body)
            yield _wrong(
                "after-end",
                f"Une séance {of_the(name)} est datée du {day_name(day_of(fact))}, "
                f"après la fin de la convention, le {day_name(end)}.",
                "Cette réunion ne compte pas ; vérifiez sa date, ou l’acte qui a prolongé la convention.",
            )


def _outside(situation: Situation) -> Iterator[tuple[Fact, str]]:
    for kind, name in AFTER_SIGNATURE.items():
        yield from ((fact, name) for fact, _ in situation.past.get(kind, ()))


def _wrong(about: str, sentence: str, advice: str) -> Finding:
    return Finding(oddity=Oddity.IRREGULAR, about=about, severity=Severity.WARNING, sentence=sentence, advice=advice)
