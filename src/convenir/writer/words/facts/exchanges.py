"""The words of facts about data: requests, studies, opinions, releases, consents, deliveries."""

from collections.abc import Callable

from convenir.core.facts import exchanges as f
from convenir.core.terms import Terms
from convenir.core.terms.exchanges import Study
from convenir.writer.words.names import joined, of, party_name, to
from convenir.writer.words.values import TIERS

STUDIES = {
    Study.OPPORTUNITY: "Étude d’opportunité",
    Study.FEASIBILITY: "Étude de faisabilité",
    Study.GDPR: "Étude de conformité au RGPD",
}


def _opinion(favourable: bool) -> str:
    return "favorable" if favourable else "défavorable"


def _requested(e: f.DataRequested, t: Terms) -> str:
    owner = f" {of(party_name(e.party, t))}" if e.party else ""
    return joined(
        f"Demande de données{owner} : {e.request}",
        "données personnelles" if e.personal else "",
        TIERS[e.tier] if e.tier else "",
    )


def _answered(e: f.RequestAnswered, t: Terms) -> str:
    if e.accepted:
        return f"Demande de données acceptée : {e.request}"
    return joined(f"Demande de données refusée : {e.request}", e.reason)


def _study(e: f.StudyDone, t: Terms) -> str:
    by = f" par {party_name(e.party, t)}" if e.party else ""
    return f"{STUDIES[e.study]} faite{by} : {e.request}, conclusion {_opinion(e.favourable)}"


def _dpo(e: f.DpoOpinionGiven, t: Terms) -> str:
    who = f"du délégué à la protection des données {of(party_name(e.party, t))}"
    return joined(f"Avis {_opinion(e.favourable)} {who} : {e.request}", e.recommendations)


def _released(e: f.DataReleased, t: Terms) -> str:
    return joined(
        f"Données remises par {party_name(e.party, t)} : {e.request}",
        to(party_name(e.to, t)) if e.to else "",
        "données personnelles" if e.personal else "",
        "sans suivre les recommandations du délégué" if e.followed is False else "",
        e.reason,
    )


def _delivered(e: f.DataDelivered, t: Terms) -> str:
    what = f" : {e.what}" if e.what else ""
    return f"Données transmises par {party_name(e.party, t)}" + (f" pour {e.year}" if e.year else "") + what


def _consent(e: f.ConsentGiven, t: Terms) -> str:
    said = f"Accord {of(party_name(e.party, t))} pour communiquer ses données {to(party_name(e.to, t))}"
    return joined(said, e.scope)


def _onward(e: f.OnwardReleased, t: Terms) -> str:
    return joined(
        f"Données communiquées par {party_name(e.party, t)} {to(party_name(e.to, t))}",
        e.scope,
        "son sous-traitant" if e.processor else "",
    )


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.DataRequested: ("Demande de données", _requested),
    f.RequestAnswered: ("Réponse à une demande de données", _answered),
    f.StudyDone: ("Étude préalable faite", _study),
    f.DpoOpinionGiven: ("Avis du délégué à la protection des données", _dpo),
    f.RegisterEntered: (
        "Traitement inscrit au registre",
        lambda e, t: f"Traitement inscrit au registre {of(party_name(e.party, t))} : {e.request}",
    ),
    f.ImpactAssessed: ("Analyse d’impact achevée", lambda e, t: f"Analyse d’impact achevée : {e.request}"),
    f.DataReleased: ("Données remises", _released),
    f.DataDelivered: ("Données transmises", _delivered),
    f.ConsentGiven: ("Accord pour communiquer des données", _consent),
    f.ConsentWithdrawn: ("Consentement retiré", lambda e, t: joined(f"Consentement retiré : {e.flow}", e.person)),
    f.PersonRemoved: (
        "Données d’une personne retirées",
        lambda e, t: joined(f"Données d’une personne retirées : {e.flow}", e.person),
    ),
    f.ObservatorySetUp: (
        "Observatoire mis en place",
        lambda e, t: joined("Observatoire partagé mis en place", e.what),
    ),
    f.OnwardReleased: ("Données communiquées à un tiers", _onward),
}
