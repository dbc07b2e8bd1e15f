"""What is odd in the life of a convention: notices without effect, acts too late, ends that do not fit."""

import re
from collections.abc import Iterator, Sequence

from convenir.core import authority
from convenir.core.checks import amendment
from convenir.core.checks.parties import mandates_to_show
from convenir.core.checks.termination import letters
from convenir.core.conclusion import parties
from convenir.core.delays import latest
from convenir.core.departures import commitments
from convenir.core.facts import Fact
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.law import RENEWAL_BEFORE_END, RENEWAL_WITHOUT_TERM
from convenir.core.life import Life
from convenir.core.periods import duration_of, renewal_acts
from convenir.core.source import Source
from convenir.core.terms import Duration, Formalities, Renewal, TerminationEffects, Terms
from convenir.core.terms.termination import AfterEnd
from convenir.core.text.acts import facts_of
from convenir.core.workdays import Calendar

YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–/]\s*((?:19|20)\d\d)\b")


def irregular(facts: Sequence[Fact], lived: Life, calendar: Calendar) -> Iterator[Finding]:
    """The findings that go with the status, in the order of the life of a convention.

    What was signed is asked of the text as it was signed, what becomes of it of the text as the avenants leave it.
    """
    signed, text, own = lived.texts.original, lived.texts.last, facts_of(facts)
    yield from _draft(signed)
    yield from _title(signed, lived)
    yield from authority.findings(signed, own, None if lived.concluded_on is None else latest(lived.concluded_on))
    yield from _signatures(lived)
    yield from mandates_to_show(signed, own, lived)
    yield from _end(text, lived)
    yield from _renewals(text, own, lived)
    yield from amendment.findings(facts, lived)
    yield from letters.findings(facts, lived, calendar)
    yield from _after_end(text, facts, lived)


def _draft(terms: Terms) -> Iterator[Finding]:
    if terms.draft:
        yield Finding(
            oddity=Oddity.IRREGULAR,
            about="draft",
            severity=Severity.BLOCKING,
            sentence="Le texte porte la mention « projet ».",
            advice="Déposez le texte signé ; à défaut, les signatures enregistrées donnent son statut à ce texte.",
            sources=tuple(clause.source for clause in terms.every(Formalities)),
        )


def _title(terms: Terms, lived: Life) -> Iterator[Finding]:
    """The years of the title, against the start and the term, unless an avenant has moved the term."""
    years = YEARS.search(terms.title)
    duration = terms.first(Duration)
    moved = lived.texts.last.first(Duration) != duration
    if years is None or duration is None or moved:
        return
    first, last = int(years[1]), int(years[2])
    fits = lived.first_day is not None and lived.first_day.year == first
    if fits and (lived.term is None or lived.term.year == last):
        return
    yield Finding(
        oddity=Oddity.CONTRADICTORY,
        about="title-years",
        severity=Severity.WARNING,
        sentence=f"Le titre annonce les années {first} à {last} ; {_dates(lived)}.",
        advice="Fiez-vous à la clause de durée : la convention ne lie personne avant sa signature.",
        sources=(duration.source,),
    )


def _dates(lived: Life) -> str:
    """What the clause gives against the title, where it is known."""
    if lived.first_day is None or lived.term is None:
        return "la clause de durée peut donner d’autres dates"
    return f"la clause de durée fait courir la convention du {lived.first_day:%d/%m/%Y} au {lived.term:%d/%m/%Y}"


def _signatures(lived: Life) -> Iterator[Finding]:
    for name in lived.unmatched:
        yield Finding(
            oddity=Oddity.IRREGULAR,
            about="signatory",
            severity=Severity.WARNING,
            sentence=f"« {name} » a signé, mais le texte ne nomme pas ce signataire.",
            advice="Indiquez la qualité du signataire telle que le texte l’écrit.",
            sources=lived.because,
        )


def _end(terms: Terms, lived: Life) -> Iterator[Finding]:
    duration = duration_of(terms)
    if duration is None:
        if terms.supplied:
            yield _no_end(Oddity.SILENT, "Le texte ne dit pas combien de temps dure la convention.", ())
        return
    if duration.left_blank:
        yield _no_end(Oddity.BLANK, "La clause de durée laisse la fin en blanc.", (duration.source,))
    elif duration.endless:
        yield _no_end(
            Oddity.SILENT, "Le texte dit quand la convention commence, non quand elle finit.", (duration.source,)
        )
    if lived.first_day is not None and lived.term is not None and lived.term < lived.first_day:
        yield Finding(
            oddity=Oddity.CONTRADICTORY,
            about="end-before-start",
            severity=Severity.BLOCKING,
            sentence=f"La convention prendrait fin le {lived.term:%d/%m/%Y}, avant de commencer.",
            advice="Vérifiez les signatures enregistrées et la clause de durée.",
            sources=(duration.source,),
        )


def _no_end(oddity: Oddity, sentence: str, sources: tuple[Source, ...]) -> Finding:
    advice = "Convenez d’un terme par avenant."
    severity = Severity.WARNING
    return Finding(oddity=oddity, about="term", severity=severity, sentence=sentence, advice=advice, sources=sources)


def _renewals(terms: Terms, facts: Sequence[Fact], lived: Life) -> Iterator[Finding]:
    """Acts of renewal that every party signed and that renew nothing."""
    grounds = tuple(c.source for c in terms.every(Renewal)) + tuple(c.source for c in terms.every(Duration))
    for act in renewal_acts(facts, parties(terms, facts)):
        if set(act.facts) <= set(lived.facts) or lived.term is None:
            continue
        if act.until is None:
            yield Finding(
                oddity=Oddity.MISSING,
                about="renewal-term",
                severity=Severity.BLOCKING,
                sentence=f"L’acte de reconduction ne fixe pas de terme ({RENEWAL_WITHOUT_TERM.law}).",
                advice="Faites préciser le dernier jour de la reconduction.",
                sources=grounds,
            )
        elif act.signed_on > lived.term:
            yield Finding(
                oddity=Oddity.IRREGULAR,
                about="renewal-late",
                severity=Severity.WARNING,
                sentence=(
                    f"La reconduction a été signée le {act.signed_on:%d/%m/%Y}, après la fin de la convention "
                    f"({lived.term:%d/%m/%Y}) : elle ne la prolonge pas ({RENEWAL_BEFORE_END.law})."
                ),
                advice="Concluez une nouvelle convention.",
                sources=grounds,
            )


def _after_end(terms: Terms, facts: Sequence[Fact], lived: Life) -> Iterator[Finding]:
    """What a termination leaves to settle."""
    effects, gone = terms.first(TerminationEffects), lived.departure
    if effects is None or gone is None:
        return
    for commitment in commitments(facts):
        if effects.after is AfterEnd.RUN_OFF and commitment.until is None and commitment.made_on <= gone.last_day:
            yield Finding(
                oddity=Oddity.MISSING,
                about="commitment-term",
                severity=Severity.WARNING,
                sentence=f"L’engagement « {commitment.label} » survit à la résiliation ; son terme n’est pas connu.",
                advice="Fixez ensemble le terme de cet engagement.",
                sources=(effects.source,),
            )
    if effects.damages:
        yield Finding(
            oddity=Oddity.AMBIGUOUS,
            about="damages",
            severity=Severity.INFORMATION,
            sentence="La résiliation réserve les dommages et intérêts que chaque partie pourrait demander.",
            sources=(effects.source,),
        )
