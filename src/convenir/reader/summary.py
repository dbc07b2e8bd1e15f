"""The summary of a reading: a projection of its terms, in the words and keys of the exchange format."""

from collections.abc import Iterator
from datetime import date

from convenir.core.law import authorises
from convenir.core.terms import ConventionKind, Document, Terms
from convenir.core.terms.amendment import AmendmentClause, Annex, Severability
from convenir.core.terms.disputes import Dispute
from convenir.core.terms.information import Confidentiality
from convenir.core.terms.lifetime import Duration
from convenir.core.terms.parties import (
    Formalities,
    PartyClause,
    PartyKind,
    Signatory,
    SignatureAuthority,
)
from convenir.core.terms.scope import (
    Citation,
    HigherNorm,
    NormEffect,
    RelatedInstrument,
    Relation,
    SharedObjectives,
)
from convenir.reader.reading import Reading
from convenir.reader.summary_law import Summary, Value, law, stated

_PARTY_KINDS: dict[PartyKind, str] = {
    PartyKind.CAF: "caf",
    PartyKind.MUNICIPALITY: "commune",
    PartyKind.EPCI: "epci",
    PartyKind.DEPARTMENT: "departement",
    PartyKind.MSA: "msa",
    PartyKind.STATE: "etat",
    PartyKind.SYNDICATE: "syndicat",
    PartyKind.OTHER: "other",
}
_DOCUMENTS: dict[Document, str] = {
    Document.DELIBERATION: "deliberation",
    Document.AMENDMENT: "avenant",
    Document.CHARTER: "charte",
    Document.TEMPLATE: "convention_type",
}
_KINDS: dict[ConventionKind, str] = {
    ConventionKind.CTG: "ctg",
    ConventionKind.DEPARTMENTAL: "convention_departementale",
    ConventionKind.SECTORAL: "convention",
}


def summary(reading: Reading) -> Summary:
    """The summary; keys that the text does not state are left out. A text that is no act of ours states nothing."""
    terms = reading.terms
    if terms.document is Document.OTHER:
        return {}
    told: Summary = {
        "kind": _DOCUMENTS.get(terms.document) or _KINDS[terms.kind],
        "title": terms.title,
        "draft": terms.draft,
        "parties": list(_parties(terms)),
        "legal_basis_count": sum(1 for _ in terms.every(Citation)),
        "articles": [{"number": block.number, "title": block.title} for block in reading.outline.articles()],
        "annexes": list(_annexes(terms)),
        "annexes_referenced": [annex.number for annex in terms.every(Annex) if annex.cited and annex.number],
        "themes": _themes(terms),
    }
    if terms.document is Document.AMENDMENT:
        told["amends"] = _amends(terms)
    told |= law(terms) | _closing(terms) | _clauses(terms)
    return stated(told)


def _amends(terms: Terms) -> Summary:
    """What an avenant changes: the convention by its date, and the new last day."""
    changed = next((one for one in terms.every(RelatedInstrument) if one.relation is Relation.PRIOR), None)
    duration = terms.first(Duration)
    return stated(
        {
            "convention_signed_on": changed.signed_on.isoformat()
            if changed and isinstance(changed.signed_on, date)
            else "",
            "new_ends_on": duration.ends_on.isoformat() if duration and duration.ends_on else "",
        }
    )


# --- parties -----------------------------------------------------------------------------------------------


def _parties(terms: Terms) -> Iterator[Summary]:
    for party in terms.every(PartyClause):
        described: Summary = {
            "name": party.name,
            "short_name": party.short_name,
            "kind": _PARTY_KINDS[party.kind],
            "address": party.address,
            "deliberation_date": _authorised_on(terms, party),
            "signatories": [_person(one) for one in party.signatories if one.name],
        }
        yield stated(described)


def _person(one: Signatory) -> Summary:
    return {"name": one.name, "capacity": one.capacity} if one.capacity else {"name": one.name}


def _authorised_on(terms: Terms, party: PartyClause) -> str:
    """The day of the last act that authorises that party."""
    days = [
        act.adopted_on
        for act in terms.every(SignatureAuthority)
        if act.party == party.key and authorises(act.act, party.kind) and act.adopted_on
    ]
    return max(days).isoformat() if days else ""


# --- annexes, themes, closing ------------------------------------------------------------------------------


def _annexes(terms: Terms) -> Iterator[Summary]:
    for annex in terms.every(Annex):
        if annex.listed or annex.present:
            yield {"number": annex.number, "title": annex.title}


def _themes(terms: Terms) -> list[Value]:
    shared = next((one for one in terms.every(SharedObjectives) if not one.holder), None)
    return list(shared.themes) if shared else []


def _closing(terms: Terms) -> Summary:
    formalities = terms.first(Formalities)
    if formalities is None:
        return {}
    return {
        "signed_on": formalities.stated_on.isoformat() if isinstance(formalities.stated_on, date) else "",
        "signed_at": formalities.place,
        "copies": formalities.originals,
        "pages": formalities.pages,
        "annex_count": formalities.annex_count,
    }


def _clauses(terms: Terms) -> Summary:
    secrecy = terms.first(Confidentiality)
    court = terms.first(Dispute)
    return {
        "confidentiality": {"survives_expiry": secrecy.survives} if secrecy else None,
        "severability": terms.first(Severability) is not None,
        "amendment_required": any(not clause.optional for clause in terms.every(AmendmentClause)),
        "cog_precedence": any(norm.effect is NormEffect.UNOPPOSABLE for norm in terms.every(HigherNorm)),
        "jurisdiction": court.court if court else None,
    }
