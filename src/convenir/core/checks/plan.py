"""Fiches actions against the plan: their theme, what each says, what none may alter; the diagnosis; the steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from convenir.core.delays import latest
from convenir.core.facts import CommitmentMade, DecisionTaken, DiagnosisShared
from convenir.core.findings import Finding, contrary, noted
from convenir.core.force import Force
from convenir.core.naming import body_name, day_name, of_the
from convenir.core.rules.plan import reached
from convenir.core.situation import Situation, day_of
from convenir.core.terms import (
    ActionPlan,
    Autonomy,
    IndicatorRule,
    Means,
    Milestone,
    Nature,
    SharedDiagnosis,
    SharedObjectives,
    Terms,
)

# What a fiche may be asked to say, and how it is called.
SAYINGS = {
    "theme": "son thème",
    "need": "le besoin auquel elle répond",
    "means": "ses moyens",
    "indicators": "ses indicateurs",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A fiche action, and the text in force on the day on which it was adopted."""

    event: CommitmentMade
    terms: Terms


def sheets(situation: Situation) -> Iterator[Finding]:
    """Each fiche adopted while the convention was in force, against the text of its day."""
    for fact, event in situation.happened(CommitmentMade):
        day = day_of(fact)
        if event.sheet and situation.in_life(day):
            sheet = Sheet(event=event, terms=situation.life.texts.on(day))
            yield from _theme(situation, sheet)
            yield from _unsaid(sheet)
            yield from _poor(sheet)
            yield from _alteration(sheet)


def _theme(situation: Situation, sheet: Sheet) -> Iterator[Finding]:
    """A theme outside a closed list, unless the body that may extend the list has added it by now."""
    theme = sheet.event.theme.casefold()
    bounds = [clause for clause in _bounds(sheet.terms) if theme and theme not in {t.casefold() for t in clause.themes}]
    for clause in bounds:
        body = clause.extended_by if isinstance(clause, ActionPlan) else ""
        if body and theme in _added(situation, body):
            continue
        door = f"Une décision {of_the(body_name(sheet.terms, body))}" if body else "Un avenant"
        yield contrary(
            "sheet-theme",
            f"La fiche « {sheet.event.label} » porte sur « {sheet.event.theme} », qui n’est pas un thème du texte.",
            f"{door} peut ajouter ce thème ; à défaut, l’action reste hors de la convention.",
            clause.source,
        )


def _bounds(terms: Terms) -> Iterator[ActionPlan | SharedObjectives]:
    """The closed lists of themes; a party’s own list bounds no joint fiche."""
    yield from (clause for clause in terms.every(ActionPlan) if clause.closed and clause.themes)
    yield from (clause for clause in terms.every(SharedObjectives) if clause.closed and not clause.holder)


def _added(situation: Situation, body: str) -> set[str]:
    """The themes that the body has added by the day of the question."""
    decisions = situation.happened(DecisionTaken)
    return {event.adds_theme.casefold() for _, event in decisions if event.body == body and event.adds_theme}


def _unsaid(sheet: Sheet) -> Iterator[Finding]:
    """What the plan asks each fiche to say, and that it does not."""
    event = sheet.event
    said = {
        "theme": event.theme,
        "need": event.need,
        "means": event.means is not None,
        "indicators": event.indicators is not None,
    }
    for clause in sheet.terms.every(ActionPlan):
        lacking = [name for name in clause.required if name in said and not said[name]]
        if lacking:
            told = ", ".join(SAYINGS[name] for name in lacking)
            yield contrary(
                "sheet-incomplete",
                f"La fiche « {event.label} » ne dit pas : {told}.",
                "Complétez la fiche.",
                clause.source,
            )


def _poor(sheet: Sheet) -> Iterator[Finding]:
    """A fiche that was adopted without means, or with fewer indicators than each must have."""
    event = sheet.event
    means = tuple(clause.source for clause in sheet.terms.every(Means) if clause.force is not Force.SOFT)
    if event.means is False and means:
        yield contrary(
            "sheet-means",
            f"La fiche « {event.label} » ne prévoit pas de moyens.",
            "Dites quels moyens humains et matériels chaque partie y consacre.",
            *means,
        )
    for clause in sheet.terms.every(IndicatorRule):
        if _by_sheet(clause) and event.indicators is not None and event.indicators < clause.minimum:
            yield contrary(
                "sheet-indicators",
                f"La fiche « {event.label} » a {event.indicators} indicateur(s) sur {clause.minimum} au moins.",
                "Ajoutez les indicateurs qui permettront de l’évaluer.",
                clause.source,
            )


def _by_sheet(clause: IndicatorRule) -> bool:
    """Whether the indicators are stated by each fiche, not in one place for all."""
    return clause.place.startswith("chaque")


def _alteration(sheet: Sheet) -> Iterator[Finding]:
    """A fiche that would change an existing scheme: the convention does not, nor does it touch anyone’s own powers."""
    natures = [clause.source for clause in sheet.terms.every(Nature) if clause.no_new_scheme]
    limits = [clause.source for clause in sheet.terms.every(Autonomy) if clause.no_impairment]
    if sheet.event.alters and natures + limits:
        yield contrary(
            "scheme-altered",
            f"La fiche « {sheet.event.label} » modifierait « {sheet.event.alters} », ce que la convention exclut.",
            "Modifiez ce dispositif par ses propres règles, ou revoyez la fiche.",
            *natures,
            *limits,
        )


def participants(situation: Situation) -> Iterator[Finding]:
    """Partners with whom the diagnosis was to be shared, and who took no part in it."""
    for fact, event in situation.happened(DiagnosisShared):
        present = {name.casefold() for name in event.participants}
        for clause in situation.life.texts.on(day_of(fact)).every(SharedDiagnosis):
            lacking = [name for name in clause.participants if name.casefold() not in present]
            if lacking:
                yield contrary(
                    "diagnosis-participants",
                    f"Le diagnostic du {day_name(day_of(fact))} a été fait sans : {', '.join(lacking)}.",
                    "Associez-les, ou dites pourquoi ils ne l’ont pas été.",
                    clause.source,
                )


def slipped_steps(situation: Situation) -> Iterator[Finding]:
    """A step taken after the day for which it was planned: nothing follows from it."""
    for step in situation.terms.every(Milestone):
        taken = reached(situation, step)
        if step.planned is None or taken is None or day_of(taken) <= latest(step.planned):
            continue
        yield noted(
            "milestone-slipped",
            f"L’étape « {step.label} » était prévue pour le {day_name(latest(step.planned))} au plus tard ; "
            f"elle a été franchie le {day_name(latest(taken.on))}.",
            step.source,
        )
