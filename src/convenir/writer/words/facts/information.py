"""The words of facts about what the parties told each other and the public."""

from collections.abc import Callable

from convenir.core.facts import information as f
from convenir.core.terms import Terms
from convenir.writer.french_dates import day
from convenir.writer.words.names import joined, of, parties_name, party_name


def _informed(e: f.InformationGiven, t: Terms) -> str:
    matter = f" : {e.matter}" if e.matter else ""
    effect = f", qui prend effet le {day(e.effective_on)}" if e.effective_on else ""
    return f"Information donnée par {party_name(e.party, t)}{matter}{effect}"


def _changed(e: f.ChangeAnnounced, t: Terms) -> str:
    return f"Changement {of(party_name(e.party, t))} à faire connaître" + (f" : {e.matter}" if e.matter else "")


def _study(e: f.StudyLaunched, t: Terms) -> str:
    return joined(
        f"Étude ou chantier {of(party_name(e.party, t))} : {e.subject}",
        "chantier majeur" if e.major else "",
        "qui concerne aussi l’autre partie" if e.concerns else "",
    )


def _published(e: f.CommunicationPublished, t: Terms) -> str:
    owner = "commune" if e.joint or not e.party else of(party_name(e.party, t))
    return joined(
        f"Communication {owner} parue : {e.label}", f"logos : {parties_name(e.logos, t)}" if e.logos else "sans logo"
    )


def _issued(e: f.DocumentIssued, t: Terms) -> str:
    return joined(
        f"Document {of(party_name(e.party, t))} diffusé : {e.label}",
        "usage interne" if e.internal else "",
        "source citée" if e.source_named else "source non citée",
    )


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.InformationGiven: ("Information donnée", _informed),
    f.ChangeAnnounced: ("Changement à faire connaître", _changed),
    f.ConsultationHeld: ("Concertation tenue", lambda e, t: f"Concertation tenue : {e.subject}"),
    f.StudyLaunched: ("Étude ou chantier lancé", _study),
    f.CommunicationApproved: (
        "Communication approuvée",
        lambda e, t: f"Communication approuvée par {party_name(e.party, t)} : {e.label}",
    ),
    f.CommunicationPublished: ("Communication parue", _published),
    f.DocumentIssued: ("Document diffusé", _issued),
}
