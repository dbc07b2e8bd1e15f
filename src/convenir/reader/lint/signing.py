"""Who signs, when, by which authority, in how many originals: what the text leaves open or says two ways."""

import re
from collections.abc import Iterator
from datetime import timedelta
from difflib import get_close_matches

from convenir.core.delays import Between, earliest, latest
from convenir.core.findings import Finding, Oddity
from convenir.core.law import authorises
from convenir.core.source import Source
from convenir.core.terms import Terms
from convenir.core.terms.lifetime import Duration, Start
from convenir.core.terms.parties import ActKind, Formalities, PartyClause, PartyKind, SignatureAuthority
from convenir.reader.french.words import flat
from convenir.reader.lint.telling import blocking, information, listed, quoted, warning
from convenir.reader.outline import BlockKind, Outline

_ACT_NAMES = {
    ActKind.DECISION: "la décision",
    ActKind.DELIBERATION: "la délibération",
    ActKind.DELEGATION: "la délégation",
}
# The words of a name.
_LETTERS = r"[a-zœ-]{3,}"
# Acts of two parties that are further apart than this may not be about the same words.
_APART = timedelta(days=120)


def draft(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """The text calls itself a draft."""
    if not terms.draft:
        return
    title = next(outline.of(BlockKind.TITLE), None)
    marks = [line for line in title.paragraphs if "projet" in flat(line.words)] if title else []
    yield blocking(
        "draft",
        Oddity.IRREGULAR,
        "Le texte porte la mention « projet ».",
        "Déposez le texte signé ; à défaut, les signatures enregistrées donnent son statut à ce texte.",
        *(outline.source(title, line) for line in marks[:1] if title),
    )


def authorities(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A deliberation without its date, a board that was only informed."""
    for party in terms.every(PartyClause):
        acts = [act for act in terms.every(SignatureAuthority) if act.party == party.key]
        binding = [act for act in acts if authorises(act.act, party.kind)]
        if binding and all(act.adopted_on is None for act in binding):
            yield _undated(party, binding)
        if acts and not binding and party.kind is PartyKind.CAF:
            yield _only_informed(acts)


def _undated(party: PartyClause, acts: list[SignatureAuthority]) -> Finding:
    return blocking(
        "deliberation-date",
        Oddity.BLANK,
        f"Le texte ne donne pas la date de {_ACT_NAMES[acts[0].act]} qui autorise {_in_sentence(party.name)} à signer.",
        "Retrouvez cet acte et enregistrez sa date, sa transmission et sa publication.",
        *(act.source for act in acts),
    )


def _in_sentence(name: str) -> str:
    """
    >>> _in_sentence("La Ville de Vaux"), _in_sentence("Vaux")
    ('la Ville de Vaux', 'Vaux')
    """
    return re.sub(r"^(?:L[ae]s? |L['’])", lambda article: article[0].lower(), name)


def _only_informed(acts: list[SignatureAuthority]) -> Finding:
    return warning(
        "board-decision",
        Oddity.IRREGULAR,
        "Le conseil d’administration de la Caf a été informé ; le texte ne cite aucune décision de sa part.",
        "Demandez la décision du conseil ou la délégation donnée au directeur.",
        *(act.source for act in acts),
    )


def acts_apart(_: Outline, terms: Terms) -> Iterator[Finding]:
    """An organ decided long before that of another party: the text may have changed in between."""
    kinds = {party.key: party.kind for party in terms.every(PartyClause)}
    dated = [
        act
        for act in terms.every(SignatureAuthority)
        if act.adopted_on and act.party in kinds and authorises(act.act, kinds[act.party])
    ]
    lasts = {act.party: act for act in sorted(dated, key=lambda act: str(act.adopted_on))}
    newest = max(lasts.values(), key=lambda act: str(act.adopted_on), default=None)
    for act in lasts.values():
        if newest and act.adopted_on and newest.adopted_on and newest.adopted_on - act.adopted_on > _APART:
            yield warning(
                "acts-apart",
                Oddity.IRREGULAR,
                f"{_ACT_NAMES[act.act].capitalize()} du {act.adopted_on:%d/%m/%Y} est bien antérieure à l’acte de "
                f"l’autre partie, du {newest.adopted_on:%d/%m/%Y} : le texte a pu changer entre les deux.",
                "Vérifiez que l’organe a approuvé ce texte-ci ; sinon, faites-le délibérer à nouveau.",
                act.source,
                newest.source,
            )


def signature_date(_: Outline, terms: Terms) -> Iterator[Finding]:
    """The date above the signatures is blank, or not a day."""
    closing, duration = terms.first(Formalities), terms.first(Duration)
    if closing is None or not isinstance(closing.stated_on, Between | None):
        return
    blank = closing.stated_on is None
    starts = duration is not None and duration.start is Start.SIGNATURE
    build = blocking if blank and starts else warning
    yield build(
        "signature-date",
        Oddity.BLANK if blank else Oddity.AMBIGUOUS,
        "La date de signature est en blanc." if blank else "La date de signature est incomplète.",
        "Enregistrez la date de chaque signature : la convention prend effet à la dernière."
        if starts
        else "Enregistrez la date de chaque signature.",
        closing.source,
        *((duration.source,) if starts and duration else ()),
    )


def retroactive(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A convention that takes effect before the date above the signatures."""
    closing, duration = terms.first(Formalities), terms.first(Duration)
    if closing is None or closing.stated_on is None or duration is None or duration.starts_on is None:
        return
    start = earliest(duration.starts_on)
    if latest(closing.stated_on) <= start:
        return
    sure = earliest(closing.stated_on) > start
    told = "remonte" if sure else "peut remonter"
    yield warning(
        "retroactive-start",
        Oddity.IRREGULAR if sure else Oddity.AMBIGUOUS,
        f"La prise d’effet, le {start:%d/%m/%Y}, {told} avant la signature.",
        "Ne comptez sur la convention qu’une fois signée ; faites préciser le sort de la période antérieure.",
        duration.source,
        closing.source,
    )


def originals(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Originals counted by signatory where there are more signatories than parties, or fewer than the parties."""
    closing, count = terms.first(Formalities), len(tuple(terms.every(PartyClause)))
    if closing is None or count < 2:
        return
    signers = len([block for block in closing.blocks if block.name])
    if closing.per_signatory and signers > count:
        yield information(
            "originals",
            Oddity.AMBIGUOUS,
            f"Le texte compte un original par signataire : {signers} personnes signent pour {count} parties.",
            f"Préparez {signers} exemplaires originaux.",
            closing.source,
        )
    if closing.originals is not None and closing.originals < count:
        yield warning(
            "originals",
            Oddity.CONTRADICTORY,
            f"Le texte ne prévoit pas un original pour chacune des {count} parties.",
            f"Établissez {count} exemplaires originaux.",
            closing.source,
        )


# --- the names above the text and under it -------------------------------------------------------------------


def signatories(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """Persons named among the parties and not among the signatures, or the other way round, or spelled differently."""
    above, below = _words(outline, BlockKind.PARTIES), _words(outline, BlockKind.CLOSING)
    closing = terms.first(Formalities)
    if not above or closing is None or not any(block.name for block in closing.blocks):
        return
    announced = [one for party in terms.every(PartyClause) for one in party.signatories]
    capacities = {one.name: one.capacity for one in (*announced, *closing.blocks) if one.name}
    missing: dict[str, Source] = {}
    for name, capacity in capacities.items():
        surname = _surname(name)
        if (surname in above) is (surname in below):
            continue
        here, there, kind = (below, above, BlockKind.CLOSING) if surname in below else (above, below, BlockKind.PARTIES)
        close = [word for word in get_close_matches(surname, there, cutoff=0.85) if word not in here]
        source = _naming(outline, kind, surname)
        if close and source:
            other = BlockKind.PARTIES if kind is BlockKind.CLOSING else BlockKind.CLOSING
            yield from _spelled_twice(outline, (source, _naming(outline, other, close[0])), kind)
        elif source:
            missing[capacity] = source
    if missing:
        yield _not_announced(missing, terms)


def _spelled_twice(outline: Outline, places: tuple[Source, Source | None], kind: BlockKind) -> Iterator[Finding]:
    here, there = places
    # Both names are found by their own pass: told once, from the signatures.
    if kind is BlockKind.CLOSING and there is not None:
        yield information(
            "signatory-spelling",
            Oddity.IRREGULAR,
            "Le nom d’un signataire n’est pas écrit de la même façon en tête du texte et aux signatures.",
            "Vérifiez l’orthographe sur l’acte de nomination ou d’élection.",
            there,
            here,
        )


def _not_announced(missing: dict[str, Source], terms: Terms) -> Finding:
    offices = listed([quoted(capacity) for capacity in missing if capacity] or ["un signataire"])
    return blocking(
        "signatories",
        Oddity.CONTRADICTORY,
        f"La présentation des parties et les signatures ne nomment pas les mêmes personnes : {offices}.",
        "Faites signer toutes les personnes nommées, ou demandez le mandat de celle qui signe seule.",
        *missing.values(),
        *(party.source for party in terms.every(PartyClause)),
    )


def _surname(name: str) -> str:
    """
    >>> _surname("Anne d’Aubrelongue"), _surname("Paul SAINT-LUC")
    ('aubrelongue', 'saint-luc')
    """
    return next(reversed(re.findall(_LETTERS, flat(name))), "")


def _words(outline: Outline, kind: BlockKind) -> tuple[str, ...]:
    """The words of three letters or more of the blocks of a kind, flat, each once."""
    text = " ".join(flat(outline.text[block.start : block.end]) for block in outline.of(kind))
    return tuple(dict.fromkeys(re.findall(_LETTERS, text)))


def _naming(outline: Outline, kind: BlockKind, surname: str) -> Source | None:
    """The line of a block of that kind that holds a name."""
    for block in outline.of(kind):
        for paragraph in block.paragraphs:
            found = re.search(rf"(?<![a-z]){re.escape(surname)}(?![a-z])", flat(paragraph.words))
            if found:
                return outline.source(block, paragraph, found.span())
    return None


CHECKS = (draft, authorities, acts_apart, signature_date, retroactive, originals, signatories)
