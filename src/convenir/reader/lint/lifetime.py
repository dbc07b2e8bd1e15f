"""What the clauses on duration and renewal leave blank, do not say, or say two ways."""

import re
from collections.abc import Iterator

from convenir.core.delays import Day, Days, earliest, last_day, latest
from convenir.core.findings import Finding, Oddity
from convenir.core.terms import Document, Terms
from convenir.core.terms.lifetime import Duration, Mode, Renewal, Start
from convenir.core.terms.parties import Formalities
from convenir.reader.french.shapes import Shape
from convenir.reader.lint.passages import hits
from convenir.reader.lint.telling import blocking, warning
from convenir.reader.outline import BlockKind, Outline

_YEARS = re.compile(r"\b(20\d\d)\s?(?:-|–|—|/|à)\s?(20\d\d)\b")


def span(_: Outline, terms: Terms) -> Iterator[Finding]:
    """An end left blank, before the start, or that does not follow from the start and the length."""
    duration = terms.first(Duration)
    if duration is None:
        return
    if duration.endless:
        yield warning(
            "term",
            Oddity.BLANK if duration.left_blank else Oddity.SILENT,
            "La clause de durée laisse la fin en blanc."
            if duration.left_blank
            else "Le texte dit quand la convention commence, non quand elle finit.",
            "Convenez d’un terme par avenant.",
            duration.source,
        )
        return
    first = _first_day(terms, duration)
    if first is None or duration.ends_on is None:
        return
    if latest(first) > duration.ends_on:
        yield blocking(
            "end-before-start",
            Oddity.CONTRADICTORY,
            f"La convention prendrait fin le {duration.ends_on:%d/%m/%Y}, avant de commencer.",
            "Vérifiez la date de signature et la clause de durée.",
            duration.source,
        )
    elif duration.span and duration.starts_on and not _fits(duration):
        yield warning(
            "term",
            Oddity.CONTRADICTORY,
            "La durée écrite et les deux dates de la clause ne donnent pas la même fin.",
            "La date de fin écrite est utilisée ; faites préciser la clause par avenant.",
            duration.source,
        )


def _first_day(terms: Terms, duration: Duration) -> Day | None:
    if duration.starts_on:
        return duration.starts_on
    closing = terms.first(Formalities)
    return closing.stated_on if closing and duration.start is Start.SIGNATURE else None


def _fits(duration: Duration) -> bool:
    """Whether start, length and end agree, up to the day itself («au 1er janvier» for «jusqu'au 31 décembre»)."""
    if not duration.starts_on or not duration.span or not duration.ends_on or isinstance(duration.span, Days):
        return True
    counted = last_day(earliest(duration.starts_on), duration.span)
    return abs((counted - duration.ends_on).days) <= 1


def title_years(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """The years that the title announces, against start and end."""
    years, duration = _YEARS.search(terms.title), terms.first(Duration)
    if years is None or duration is None:
        return
    begins = _first_day(terms, duration)
    fits_first = begins is not None and earliest(begins).year == int(years[1])
    fits_last = duration.ends_on is None or duration.ends_on.year == int(years[2])
    if fits_first and fits_last:
        return
    title = next(outline.of(BlockKind.TITLE), None)
    lines = [line for line in title.paragraphs if _YEARS.search(line.words)] if title else []
    yield warning(
        "title-years",
        Oddity.CONTRADICTORY,
        f"Le titre annonce les années {years[1]} à {years[2]} ; la clause de durée peut donner d’autres dates.",
        "Fiez-vous à la clause de durée : la convention ne lie personne avant sa signature.",
        *(outline.source(title, line) for line in lines[:1] if title),
        duration.source,
    )


def renewal(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Nothing on what follows the end, no way to prevent a tacit renewal, a clause that is a fragment."""
    clause, duration = terms.first(Renewal), terms.first(Duration)
    if clause is None and duration is not None:
        yield warning(
            "renewal",
            Oddity.SILENT,
            "Le texte ne dit rien de la reconduction.",
            "La convention cesse à son terme ; pour continuer, concluez-en une nouvelle au plus tard la veille de "
            "ce terme.",
            duration.source,
        )
    if clause is not None and clause.obscure:
        yield warning(
            "renewal-mode",
            Oddity.AMBIGUOUS,
            "La clause de reconduction est incomplète : elle ne dit pas par quel acte la convention continue.",
            "Une reconduction expresse est supposée : signez-la au plus tard la veille du terme.",
            clause.source,
        )


def denunciation(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A tacit renewal that nobody is told how to prevent; in a report, that is unknown, not unstated."""
    clause = terms.first(Renewal)
    if clause is None or clause.mode is not Mode.TACIT or clause.denunciation is not None:
        return
    told = terms.document is Document.DELIBERATION
    yield warning(
        "denunciation",
        Oddity.UNKNOWN if told else Oddity.SILENT,
        "Ce texte annonce une reconduction tacite, sans rapporter comment ni jusqu’à quand s’y opposer."
        if told
        else "La convention se reconduit tacitement, sans que le texte dise avant quelle date s’y opposer.",
        "Cherchez le préavis et sa forme dans la convention ; à défaut, dénoncez-la au plus tard la "
        "veille de chaque anniversaire, par lettre recommandée avec avis de réception."
        if told
        else "Dénoncez-la au plus tard la veille de chaque anniversaire, par lettre recommandée avec avis de "
        "réception.",
        clause.source,
    )


def ceiling(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A limit that may count the whole life or the renewals only."""
    clause = terms.first(Renewal)
    if clause is not None and clause.ceiling_alternative:
        yield warning(
            "renewal-ceiling",
            Oddity.AMBIGUOUS,
            "La limite de la reconduction peut compter la durée totale ou les seules reconductions.",
            "La durée totale est retenue ; faites préciser la clause par avenant.",
            clause.source,
        )


# A length that the text counts from the signature.
_FROM_SIGNATURE = Shape(
    r"\b(?:mois|ans?|annees?)\b[^.;]{0,30} (?:a compter|a partir|a dater) (?:de (?:la |sa )?(?:date de )?(?:la |sa )?)"
    r"(?:derniere )?signature\b"
)


def length_start(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """A length counted from the signature, in a convention whose effect begins on another day."""
    duration = terms.first(Duration)
    if duration is None or duration.ends_on or not duration.span or not duration.starts_on:
        return
    said = next((hit for hit in hits(outline, _FROM_SIGNATURE) if hit.source.article == duration.source.article), None)
    if said:
        yield warning(
            "length-start",
            Oddity.AMBIGUOUS,
            "La durée est comptée depuis la signature, mais la convention prend effet un autre jour.",
            "La fin est calculée depuis le jour d’effet : tenez-vous-en à la plus proche des deux dates, et faites "
            "écrire la date de fin par avenant.",
            duration.source,
            said.source,
        )


CHECKS = (span, title_years, renewal, denunciation, ceiling, length_start)
OF_REPORTS = (denunciation, ceiling)
