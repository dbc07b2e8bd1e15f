"""The words of facts about the parties: what they are, the acts of their organs, signatures, changes of party."""

from collections.abc import Callable

from convenir.core.facts import parties as f
from convenir.core.terms import Terms
from convenir.core.terms.parties import ActKind
from convenir.writer.french_dates import day, number
from convenir.writer.words.names import about_text, amendment_name, capital, joined, of, party_name, to
from convenir.writer.words.values import PUBLICATIONS

ACTS = {
    ActKind.DECISION: "Décision prise",
    ActKind.DELIBERATION: "Délibération adoptée",
    ActKind.DELEGATION: "Délégation donnée",
    ActKind.INFORMATION: "Information donnée",
    ActKind.PRESENTATION: "Présentation faite",
}


def _described(e: f.PartyDescribed, t: Terms) -> str:
    said = joined(
        f"nouveau nom, {e.name}" if e.name else "",
        f"{number(e.population)} habitants" if e.population is not None else "",
        f"actes publiés {PUBLICATIONS[e.publication_choice]}" if e.publication_choice else "",
    )
    return f"Renseignement sur {party_name(e.party, t)}" + (f" : {said}" if said else "")


def _adopted(e: f.ActAdopted, t: Terms) -> str:
    said = joined(
        f"{ACTS[e.act]} : {party_name(e.party, t)}",
        e.organ,
        f"n° {e.number}" if e.number else "",
        f"texte voté qui finit le {day(e.voted_end_on)}" if e.voted_end_on else "",
        f"texte voté différent : {e.differs}" if e.differs else "",
    )
    return said + about_text(e.amendment)


def _published(e: f.ActPublished, t: Terms) -> str:
    manner = f" {PUBLICATIONS[e.manner]}" if e.manner else ""
    return f"Acte {of(party_name(e.party, t))} publié{manner}{about_text(e.amendment)}"


def _signed(e: f.Signed, t: Terms) -> str:
    who = f" ({e.signatory})" if e.signatory else ""
    if e.amendment:
        return f"Signature de l’{amendment_name(e.amendment)} par {party_name(e.party, t)}{who}"
    return f"Signature {of(party_name(e.party, t))}{who}"


def _communicated(e: f.BoardDecisionCommunicated, t: Terms) -> str:
    return f"Décision {of(party_name(e.party, t))} communiquée à l’autorité de l’État{about_text(e.amendment)}"


def _new_signatory(e: f.SignatoryChanged, t: Terms) -> str:
    return f"Nouveau signataire {of(party_name(e.party, t))} : {joined(e.holder, e.office)}"


def _handed_over(e: f.OriginalHandedOver, t: Terms) -> str:
    return f"Exemplaire original remis {to(party_name(e.party, t))}" + (f" ({e.signatory})" if e.signatory else "")


def _succeeded(e: f.PartySucceeded, t: Terms) -> str:
    place = f"{capital(e.successor)} prend la place {of(party_name(e.party, t))}"
    return place + (f" ({e.ground})" if e.ground else "")


def _transferred(e: f.CompetenceTransferred, t: Terms) -> str:
    return f"Compétence {of(party_name(e.party, t))} transférée : {e.competence}" + (f", à {e.to}" if e.to else "")


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.PartyDescribed: ("Renseignement sur une partie", _described),
    f.ActAdopted: ("Délibération ou décision adoptée", _adopted),
    f.ActTransmitted: (
        "Acte reçu au contrôle de légalité",
        lambda e, t: f"Acte {of(party_name(e.party, t))} reçu au contrôle de légalité{about_text(e.amendment)}",
    ),
    f.ActPublished: ("Acte publié", _published),
    f.BoardDecisionCommunicated: ("Décision communiquée à l’autorité de l’État", _communicated),
    f.Signed: ("Convention ou avenant signé", _signed),
    f.MandateShown: (
        "Pouvoir de signer seul justifié",
        lambda e, t: f"Pouvoir de signer seul pour {party_name(e.party, t)} justifié : {e.holder}",
    ),
    f.SignatoryChanged: ("Changement de signataire", _new_signatory),
    f.StatedDate: (
        "Date écrite dans l’acte",
        lambda e, t: "Date écrite dans l’acte" + (f", à {e.place}" if e.place else ""),
    ),
    f.OriginalHandedOver: ("Exemplaire original remis", _handed_over),
    f.ConclusionPublicised: (
        "Conclusion portée à la connaissance du public",
        lambda e, t: "Conclusion portée à la connaissance du public" + (f", {e.manner}" if e.manner else ""),
    ),
    f.PartySucceeded: ("Remplacement d’une partie", _succeeded),
    f.CompetenceTransferred: ("Compétence transférée", _transferred),
}
