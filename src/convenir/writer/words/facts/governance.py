"""The words of facts about bodies: meetings, members, decisions, contacts."""

from collections.abc import Callable

from convenir.core.facts import governance as f
from convenir.core.terms import Terms
from convenir.writer.french_dates import day
from convenir.writer.words.names import agreed, body_name, capital, joined, of_the, parties_name, party_name, to_the


def _body(key: str, terms: Terms, participle: str) -> str:
    """«Comité de pilotage tenu», «Rencontre trimestrielle tenue»."""
    name = body_name(key, terms)
    return f"{capital(name)} {agreed(participle, name)}"


def _held(e: f.MeetingHeld, t: Terms) -> str:
    count = sum(e.present.values())
    return joined(
        _body(e.body, t, "tenu"),
        f"présidence : {parties_name(e.chair.split('+'), t)}" if e.chair else "",
        f"{count} présent{'s' if count > 1 else ''}" if count else "",
    )


def _moved(e: f.MeetingMoved, t: Terms) -> str:
    name = body_name(e.body, t)
    return f"{capital(name)} du {day(e.was)} {agreed('déplacé', name)} à cette date"


def _documents(e: f.DocumentsSent, t: Terms) -> str:
    meeting = f", pour la séance du {day(e.meeting_on)}" if e.meeting_on else ""
    return f"Documents {of_the(body_name(e.body, t))} envoyés{meeting}"


def _appointed(e: f.MemberAppointed, t: Terms) -> str:
    return joined(
        f"Membre {of_the(body_name(e.body, t))} désigné par {party_name(e.party, t)}",
        e.seat,
        "à titre consultatif" if e.advisory else "",
    )


def _left(e: f.MemberLeft, t: Terms) -> str:
    return joined(f"Siège vacant {to_the(body_name(e.body, t))} pour {party_name(e.party, t)}", e.seat)


def _expert(e: f.ExpertInvited, t: Terms) -> str:
    return joined(
        f"Personne qualifiée invitée {to_the(body_name(e.body, t))}",
        e.person,
        f"par {parties_name(e.invited_by, t)}" if e.invited_by else "",
    )


def _decision(e: f.DecisionTaken, t: Terms) -> str:
    return joined(
        f"Décision {of_the(body_name(e.body, t))}" + (f" : {e.subject}" if e.subject else ""),
        f"{e.votes_for} voix pour" if e.votes_for is not None else "",
        f"{e.votes_against} contre" if e.votes_against is not None else "",
        f"thème ajouté : {e.adds_theme}" if e.adds_theme else "",
        f"changerait l’article {e.article or 'du texte'}" if e.changes_text else "",
    )


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.MeetingPlanned: ("Séance fixée", lambda e, t: f"{_body(e.body, t, 'fixé')} à cette date"),
    f.MeetingMoved: ("Séance déplacée", _moved),
    f.MeetingCancelled: ("Séance annulée", lambda e, t: _body(e.body, t, "annulé")),
    f.MeetingHeld: ("Séance tenue", _held),
    f.DocumentsSent: ("Documents envoyés", _documents),
    f.MemberAppointed: ("Membre désigné", _appointed),
    f.MemberLeft: ("Siège devenu vacant", _left),
    f.ExpertInvited: ("Expert invité", _expert),
    f.DecisionTaken: ("Décision d’une instance", _decision),
    f.ReferentNamed: (
        "Référent désigné",
        lambda e, t: joined(f"Référent désigné par {party_name(e.party, t)}", e.purpose),
    ),
}
