"""What facts show of the parties: who took over, who signs now, and the originals and annexes that are counted."""

from collections.abc import Iterator, Sequence

from convenir.core.annexes import annex_number
from convenir.core.authority import succession_law
from convenir.core.conclusion import parties, strangers
from convenir.core.facts import Fact, OriginalHandedOver, PartyDescribed, PartySucceeded, SignatoryChanged, Signed
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.law import CAF_REPRESENTATION
from convenir.core.life import Life
from convenir.core.naming import day_name, party_name
from convenir.core.situation import Situation, day_of
from convenir.core.source import Reference, Source
from convenir.core.terms import Annex, Formalities, PartyClause, Terms
from convenir.core.terms.parties import PartyKind


def mandates_to_show(terms: Terms, facts: Sequence[Fact], lived: Life) -> Iterator[Finding]:
    """A Caf for which one signatory has signed and not the other: may the first one sign alone?"""
    signing = {fact.event.party for fact in facts if isinstance(fact.event, Signed)}
    for clause in terms.every(PartyClause):
        if clause.kind is PartyKind.CAF and clause.key in signing and clause.key in lived.missing:
            yield Finding(
                oddity=Oddity.AMBIGUOUS,
                about="mandate",
                severity=Severity.WARNING,
                sentence="La Caf a signé par un seul de ses signataires : a-t-il le pouvoir de signer seul ? "
                f"Le directeur la représente ({CAF_REPRESENTATION.law}) ; le texte attend aussi une autre signature.",
                advice="Recueillez la signature qui manque, ou enregistrez le mandat de signer seul.",
                sources=(clause.source,),
                laws=(CAF_REPRESENTATION,),
            )


def outsiders(situation: Situation) -> Iterator[Finding]:
    """What somebody who is no party did: it has no effect on the life of the convention."""
    for fact in strangers(situation.terms, situation.facts):
        name = getattr(fact.event, "party", "")
        yield Finding(
            oddity=Oddity.IRREGULAR,
            about="outsider",
            severity=Severity.WARNING,
            sentence=f"Un fait du {day_name(day_of(fact))} est attribué à « {name} », qui n’est pas partie à la "
            "convention : il est sans effet.",
            advice="Annulez ce fait et enregistrez-le au nom de la bonne partie, ou l’avenant par lequel elle rejoint "
            "la convention.",
            sources=tuple(clause.source for clause in situation.terms.every(PartyClause)),
        )


def successions(situation: Situation) -> Iterator[Finding]:
    """Another legal person in the place of a party: the convention goes on, and nobody may leave for that."""
    for fact, event in situation.happened(PartySucceeded):
        day = day_of(fact)
        if not situation.in_life(day):
            continue
        law = succession_law(situation.terms, event.party)
        ground = f" ({event.ground})" if event.ground else ""
        yield Finding(
            oddity=Oddity.NOTED,
            about="succession",
            severity=Severity.INFORMATION,
            sentence=f"Depuis le {day_name(day)}, « {event.successor} » remplace "
            f"{party_name(situation.terms, event.party)}{ground} : la convention continue aux mêmes conditions"
            f"{_no_right_to_leave(law)}.",
            advice="Informez les autres parties ; un avenant qui nomme la nouvelle partie est conseillé.",
            sources=_party(situation, event.party),
            laws=law,
        )


def _no_right_to_leave(laws: tuple[Reference, ...]) -> str:
    """What general law adds, for the parties of which it speaks."""
    return "".join(f", et ce changement ne donne à personne le droit de la résilier ({one.law})" for one in laws)


def signatories(situation: Situation) -> Iterator[Finding]:
    """A new holder of an office that signs: the party is the legal person, and stays bound."""
    for fact, event in situation.happened(SignatoryChanged):
        office = f" ({event.office})" if event.office else ""
        yield Finding(
            oddity=Oddity.NOTED,
            about="signatory-changed",
            severity=Severity.INFORMATION,
            sentence=f"Depuis le {day_name(day_of(fact))}, {event.holder}{office} signe pour "
            f"{party_name(situation.terms, event.party)}, qui reste tenue par la convention.",
            sources=_party(situation, event.party),
        )


def new_names(situation: Situation) -> Iterator[Finding]:
    """A party that changed its name, and is the same."""
    for fact, event in situation.happened(PartyDescribed):
        if event.name:
            yield Finding(
                oddity=Oddity.NOTED,
                about="party-renamed",
                severity=Severity.INFORMATION,
                sentence=f"Depuis le {day_name(day_of(fact))}, {party_name(situation.terms, event.party)} s’appelle "
                f"« {event.name} » : c’est la même partie, tenue par la même convention.",
                sources=_party(situation, event.party),
            )


def originals(situation: Situation) -> Iterator[Finding]:
    """Originals handed over, fewer than the text counts; nothing is said where none is recorded."""
    handed = situation.happened(OriginalHandedOver)
    clause = situation.terms.first(Formalities)
    if clause is None or not handed:
        return
    wanted = _signers(situation) if clause.per_signatory else clause.originals
    if wanted is None or len(handed) >= wanted:
        return
    missing = wanted - len(handed)
    yield Finding(
        oddity=Oddity.MISSING,
        about="originals",
        severity=Severity.WARNING,
        sentence=f"Le texte demande {wanted} exemplaires originaux ; "
        f"{'un seul est remis' if len(handed) == 1 else f'{len(handed)} sont remis'}, il en manque {missing}.",
        advice="Faites signer et remettez les exemplaires qui manquent.",
        sources=(clause.source,),
    )


def counted_annexes(situation: Situation) -> Iterator[Finding]:
    """More annexes counted above the signatures than the text names anywhere."""
    clause = situation.terms.first(Formalities)
    if clause is None or clause.annex_count is None or situation.owed_from is None:
        return
    named = {annex_number(annex.number) or annex.title for annex in situation.terms.every(Annex)}
    unknown = clause.annex_count - len(named)
    if unknown <= 0:
        return
    told = "une annexe n’est pas identifiée" if unknown == 1 else f"{unknown} annexes ne sont pas identifiées"
    yield Finding(
        oddity=Oddity.MISSING,
        about="annex-count",
        severity=Severity.WARNING,
        sentence=f"Le texte compte {clause.annex_count} annexes et en nomme {len(named)} : {told}.",
        advice="Demandez à l’autre partie la liste des annexes signées.",
        sources=(clause.source,),
    )


def _signers(situation: Situation) -> int:
    """How many persons sign."""
    return sum(len(labels) for labels in parties(situation.terms, situation.facts).values())


def _party(situation: Situation, party: str) -> tuple[Source, ...]:
    return tuple(clause.source for clause in situation.terms.every(PartyClause) if clause.key == party)
