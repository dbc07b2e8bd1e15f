"""What a text leaves blank, does not say or says twice differently: findings, with their words."""

import re
from collections.abc import Iterator

from convenir.core.delays import Between, Day, Days, earliest, last_day, latest
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.law import authorises
from convenir.core.source import Source
from convenir.core.terms import Document, Terms
from convenir.core.terms.lifetime import Duration, Mode, Renewal, Start
from convenir.core.terms.parties import ActKind, Formalities, PartyClause, PartyKind, SignatureAuthority
from convenir.core.terms.termination import TerminationAtWill
from convenir.reader.french import flat
from convenir.reader.lint_bodies import annexes, created_twice, secretariat
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.passages import is_heading

_ACT_NAMES = {
    ActKind.DECISION: "la décision",
    ActKind.DELIBERATION: "la délibération",
    ActKind.DELEGATION: "la délégation",
}
_YEARS = re.compile(r"\b(20\d\d)\s?(?:-|–|—|/|à)\s?(20\d\d)\b")


def findings(outline: Outline, terms: Terms) -> tuple[Finding, ...]:
    """The findings of a text, in the order of its chapters; of a report, that the convention itself is not there."""
    if terms.document is Document.DELIBERATION:
        return (_not_supplied(outline), *_unknown_denunciation(terms))
    if not terms.supplied:
        return ()
    return (
        *_draft(outline, terms),
        *_authorities(terms),
        *_signature_date(terms),
        *_lifetime(terms),
        *_title_years(outline, terms),
        *_renewal(terms),
        *_termination(outline, terms),
        *secretariat(terms),
        *created_twice(terms),
        *annexes(terms),
    )


def _not_supplied(outline: Outline) -> Finding:
    title = next(outline.of(BlockKind.TITLE), None) or next(iter(outline.blocks), None)
    return Finding(
        oddity=Oddity.UNKNOWN,
        about="not-supplied",
        severity=Severity.BLOCKING,
        sentence="Ce texte parle d’une convention sans la contenir : ce qu’il n’en dit pas reste inconnu.",
        advice="Déposez la convention signée ; d’ici là, seul ce que ce texte en rapporte est utilisé.",
        sources=(outline.heading(title),) if title else (),
    )


def _unknown_denunciation(terms: Terms) -> Iterator[Finding]:
    """A tacit renewal that is only told: how to prevent it is unknown, not unstated."""
    renewal = terms.first(Renewal)
    if renewal is not None and renewal.mode is Mode.TACIT and renewal.denunciation is None:
        yield Finding(
            oddity=Oddity.UNKNOWN,
            about="denunciation",
            severity=Severity.WARNING,
            sentence="Ce texte annonce une reconduction tacite, sans rapporter comment ni jusqu’à quand s’y opposer.",
            advice="Cherchez le préavis et sa forme dans la convention ; à défaut, dénoncez-la au plus tard la "
            "veille de chaque anniversaire, par lettre recommandée avec avis de réception.",
            sources=(renewal.source,),
        )


# --- signatures and authorities ------------------------------------------------------------------------------


def _draft(outline: Outline, terms: Terms) -> Iterator[Finding]:
    if not terms.draft:
        return
    title = next(outline.of(BlockKind.TITLE), None)
    marks = [line for line in title.paragraphs if "projet" in flat(line.words)] if title else []
    yield Finding(
        oddity=Oddity.IRREGULAR,
        about="draft",
        severity=Severity.BLOCKING,
        sentence="Le texte porte la mention « projet ».",
        advice="Déposez le texte signé ; à défaut, les signatures enregistrées donnent son statut à ce texte.",
        sources=tuple(outline.source(title, line) for line in marks[:1]) if title else (),
    )


def _authorities(terms: Terms) -> Iterator[Finding]:
    """A deliberation without its date, a board that was only informed."""
    for party in terms.every(PartyClause):
        acts = [act for act in terms.every(SignatureAuthority) if act.party == party.key]
        binding = [act for act in acts if authorises(act.act, party.kind)]
        if binding and all(act.adopted_on is None for act in binding):
            yield _undated(party, binding)
        if acts and not binding and party.kind is PartyKind.CAF:
            yield _only_informed(acts)


def _undated(party: PartyClause, acts: list[SignatureAuthority]) -> Finding:
    return Finding(
        oddity=Oddity.BLANK,
        about="deliberation-date",
        severity=Severity.BLOCKING,
        sentence=(
            f"Le texte ne donne pas la date de {_ACT_NAMES[acts[0].act]} "
            f"qui autorise {_in_sentence(party.name)} à signer."
        ),
        advice="Retrouvez cet acte et enregistrez sa date, sa transmission et sa publication.",
        sources=tuple(act.source for act in acts),
    )


def _in_sentence(name: str) -> str:
    """
    >>> _in_sentence("La Ville de Vaux"), _in_sentence("Vaux")
    ('la Ville de Vaux', 'Vaux')
    """
    return re.sub(r"^(?:L[ae]s? |L['’])", lambda article: article[0].lower(), name)


def _only_informed(acts: list[SignatureAuthority]) -> Finding:
    return Finding(
        oddity=Oddity.IRREGULAR,
        about="board-decision",
        severity=Severity.WARNING,
        sentence="Le conseil d’administration de la Caf a été informé ; le texte ne cite aucune décision de sa part.",
        advice="Demandez la décision du conseil ou la délégation donnée au directeur.",
        sources=tuple(act.source for act in acts),
    )


def _signature_date(terms: Terms) -> Iterator[Finding]:
    """The date above the signatures is blank, or not a day."""
    closing, duration = terms.first(Formalities), terms.first(Duration)
    if closing is None or not isinstance(closing.stated_on, Between | None):
        return
    blank = closing.stated_on is None
    starts = duration is not None and duration.start is Start.SIGNATURE
    yield Finding(
        oddity=Oddity.BLANK if blank else Oddity.AMBIGUOUS,
        about="signature-date",
        severity=Severity.BLOCKING if blank and starts else Severity.WARNING,
        sentence="La date de signature est en blanc." if blank else "La date de signature est incomplète.",
        advice=(
            "Enregistrez la date de chaque signature : la convention prend effet à la dernière."
            if starts
            else "Enregistrez la date de chaque signature."
        ),
        sources=(closing.source, duration.source) if starts and duration else (closing.source,),
    )


# --- life ----------------------------------------------------------------------------------------------------


def _lifetime(terms: Terms) -> Iterator[Finding]:
    duration = terms.first(Duration)
    if duration is None:
        return
    sources: tuple[Source, ...] = (duration.source,)
    if duration.ends_on is None and duration.span is None:
        yield Finding(
            oddity=Oddity.BLANK,
            about="term",
            severity=Severity.WARNING,
            sentence="La clause de durée laisse la fin en blanc.",
            advice="Convenez d’un terme par avenant.",
            sources=sources,
        )
        return
    first = _first_day(terms, duration)
    if first is None or duration.ends_on is None:
        return
    if latest(first) > duration.ends_on:
        yield Finding(
            oddity=Oddity.CONTRADICTORY,
            about="end-before-start",
            severity=Severity.BLOCKING,
            sentence=f"La convention prendrait fin le {duration.ends_on:%d/%m/%Y}, avant de commencer.",
            advice="Vérifiez la date de signature et la clause de durée.",
            sources=sources,
        )
    elif duration.span and duration.starts_on and not _fits(duration):
        yield Finding(
            oddity=Oddity.CONTRADICTORY,
            about="term",
            severity=Severity.WARNING,
            sentence="La durée écrite et les deux dates de la clause ne donnent pas la même fin.",
            advice="La date de fin écrite est utilisée ; faites préciser la clause par avenant.",
            sources=sources,
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


def _title_years(outline: Outline, terms: Terms) -> Iterator[Finding]:
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
    named = tuple(outline.source(title, line) for line in lines[:1]) if title else ()
    yield Finding(
        oddity=Oddity.CONTRADICTORY,
        about="title-years",
        severity=Severity.WARNING,
        sentence=(
            f"Le titre annonce les années {years[1]} à {years[2]} ; la clause de durée peut donner d’autres dates."
        ),
        advice="Fiez-vous à la clause de durée : la convention ne lie personne avant sa signature.",
        sources=(*named, duration.source),
    )


def _renewal(terms: Terms) -> Iterator[Finding]:
    renewal, duration = terms.first(Renewal), terms.first(Duration)
    if renewal is None:
        if duration:
            yield _silent(
                "renewal",
                "Le texte ne dit rien de la reconduction.",
                "La convention cesse à son terme ; pour continuer, concluez-en une nouvelle au plus tard la veille de "
                "ce terme.",
                duration.source,
            )
        return
    if renewal.mode is Mode.TACIT and renewal.denunciation is None:
        yield _silent(
            "denunciation",
            "La convention se reconduit tacitement, sans que le texte dise avant quelle date s’y opposer.",
            "Dénoncez-la au plus tard la veille de chaque anniversaire, par lettre recommandée avec avis de réception.",
            renewal.source,
        )
    if renewal.ceiling_alternative:
        yield _ambiguous(
            "renewal-ceiling",
            "La limite de la reconduction peut compter la durée totale ou les seules reconductions.",
            "La durée totale est retenue ; faites préciser la clause par avenant.",
            renewal.source,
        )
    if renewal.obscure:
        yield _ambiguous(
            "renewal-mode",
            "La clause de reconduction est incomplète : elle ne dit pas par quel acte la convention continue.",
            "Une reconduction expresse est supposée : signez-la au plus tard la veille du terme.",
            renewal.source,
        )


def _silent(about: str, sentence: str, advice: str, source: Source) -> Finding:
    return Finding(
        oddity=Oddity.SILENT,
        about=about,
        severity=Severity.WARNING,
        sentence=sentence,
        advice=advice,
        sources=(source,),
    )


def _ambiguous(about: str, sentence: str, advice: str, source: Source) -> Finding:
    return Finding(
        oddity=Oddity.AMBIGUOUS,
        about=about,
        severity=Severity.WARNING,
        sentence=sentence,
        advice=advice,
        sources=(source,),
    )


# --- early end -----------------------------------------------------------------------------------------------


def _termination(outline: Outline, terms: Terms) -> Iterator[Finding]:
    for clause in terms.every(TerminationAtWill):
        if clause.form is None:
            yield _silent(
                "notice-form",
                "Le texte ne dit pas sous quelle forme la dénonciation doit être envoyée.",
                "Envoyez-la par lettre recommandée avec avis de réception : elle fait preuve de la date.",
                clause.source,
            )
        if clause.clock is None and clause.notice is not None and not clause.at_term:
            yield _silent(
                "notice-clock",
                "Le texte ne dit pas à partir de quel jour court le préavis.",
                "Le préavis est compté de la réception ; prévoyez la durée de l’acheminement.",
                clause.source,
            )
        if clause.title_ground is not None:
            yield Finding(
                oddity=Oddity.CONTRADICTORY,
                about="termination-title",
                severity=Severity.WARNING,
                sentence="Le titre de la clause ne dit pas ce que dit son contenu, qu’une partie peut employer seule.",
                advice="Le contenu est retenu : chaque partie peut dénoncer seule, en respectant le préavis.",
                sources=(*_heading_above(outline, clause.source), clause.source),
            )


def _heading_above(outline: Outline, source: Source) -> tuple[Source, ...]:
    """The sub-heading under which a clause stands."""
    for block in outline.clauses():
        if source.start is None or not block.start <= source.start < block.end:
            continue
        above = [line for line in block.paragraphs if line.end <= source.start and is_heading(line)]
        return (outline.source(block, above[-1]),) if above else (outline.heading(block),)
    return ()
