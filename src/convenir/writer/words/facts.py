"""What happened, in a sentence; the fact's day is shown beside it."""

from collections.abc import Callable

from convenir.core import facts as f
from convenir.core.terms import Terms
from convenir.core.terms.evaluation import Moment
from convenir.core.terms.parties import ActKind
from convenir.core.terms.termination import Form
from convenir.writer.french_dates import day
from convenir.writer.words.names import agreed, body_name, capital, listed, of, of_the, party_name, to_the

LABELS: dict[type, str] = {
    f.Signed: "Signature",
    f.ActAdopted: "Délibération ou décision",
    f.ActTransmitted: "Réception au contrôle de légalité",
    f.ActPublished: "Publication de l’acte",
    f.StatedDate: "Date écrite dans l’acte",
    f.MeetingPlanned: "Réunion fixée",
    f.MeetingMoved: "Réunion déplacée",
    f.MeetingCancelled: "Réunion annulée",
    f.MeetingHeld: "Réunion tenue",
    f.DocumentsSent: "Documents envoyés",
    f.EvaluationDone: "Évaluation faite",
    f.EvaluationPresented: "Évaluation présentée",
    f.ReviewDone: "Bilan établi",
    f.PlanAdopted: "Plan d’actions adopté",
    f.DataDelivered: "Données transmises",
    f.AnnexAttached: "Annexe jointe",
    f.CommitmentMade: "Engagement pris",
    f.CommitmentClosed: "Engagement soldé",
    f.NoticeSent: "Lettre de résiliation envoyée",
    f.NoticePresented: "Lettre de résiliation présentée",
    f.NoticeReceived: "Lettre de résiliation reçue",
    f.RenewalSigned: "Reconduction signée",
    f.PartyDescribed: "Renseignement sur une partie",
    f.Cancelled: "Annulation d’un fait",
}
ACTS = {
    ActKind.DECISION: "Décision prise",
    ActKind.DELIBERATION: "Délibération adoptée",
    ActKind.DELEGATION: "Délégation donnée",
    ActKind.INFORMATION: "Information donnée",
    ActKind.PRESENTATION: "Présentation faite",
}
FORMS = {
    Form.REGISTERED_LETTER: "par lettre recommandée avec avis de réception",
    Form.ELECTRONIC_REGISTERED_LETTER: "par lettre recommandée électronique",
    Form.LETTER: "par lettre simple",
    Form.HAND_DELIVERY: "remise contre décharge",
    Form.EMAIL: "par courriel",
    Form.NONE: "",
}
MOMENTS = {Moment.YEARLY: "annuelle", Moment.FINAL: "finale", Moment.MID_TERM: "à mi-parcours"}


def event_label(kind: type) -> str:
    """The kind of fact, as a heading or a choice."""
    return LABELS[kind]


def form_words(form: Form | None) -> str:
    """How a letter was sent; nothing when unknown."""
    return f" {FORMS[form]}".rstrip() if form else ""


def _evaluated(moment: Moment, year: int | None, name: str = "Évaluation") -> str:
    if year:
        return f"{name} {year}"
    word = MOMENTS.get(moment, "")
    return (
        f"{name} {word.replace('annuelle', 'annuel').replace('finale', 'final') if name == 'Bilan' else word}".strip()
    )


def _annex(label: str) -> str:
    """A number as it is; the title of an annex without number, between quotation marks."""
    return label if label[:1].isdigit() or len(label) <= len("III") else f"« {label} »"


def _body(key: str, terms: Terms, participle: str) -> str:
    """«Comité de pilotage tenu», «Rencontre trimestrielle tenue»."""
    name = body_name(key, terms)
    return f"{capital(name)} {agreed(participle, name)}"


def _held(event: f.MeetingHeld, terms: Terms) -> str:
    said = _body(event.body, terms, "tenu")
    if event.chair:
        said += f", présidence : {listed([party_name(key, terms) for key in event.chair.split('+')])}"
    count = sum(event.present.values())
    return f"{said}, {count} présent{'s' if count > 1 else ''}" if count else said


def _moved(event: f.MeetingMoved, terms: Terms) -> str:
    name = body_name(event.body, terms)
    return f"{capital(name)} du {day(event.was)} {agreed('déplacé', name)} à cette date"


SENTENCES: dict[type, Callable[..., str]] = {
    f.Signed: lambda e, t: f"Signature {of(party_name(e.party, t))}" + (f" ({e.signatory})" if e.signatory else ""),
    f.ActAdopted: lambda e, t: f"{ACTS[e.act]} : {party_name(e.party, t)}" + (f", n° {e.number}" if e.number else ""),
    f.ActTransmitted: lambda e, t: f"Acte {of(party_name(e.party, t))} reçu au contrôle de légalité",
    f.ActPublished: lambda e, t: f"Acte {of(party_name(e.party, t))} publié",
    f.StatedDate: lambda e, t: "Date écrite dans l’acte" + (f", à {e.place}" if e.place else ""),
    f.MeetingPlanned: lambda e, t: f"{_body(e.body, t, 'fixé')} à cette date",
    f.MeetingMoved: _moved,
    f.MeetingCancelled: lambda e, t: _body(e.body, t, "annulé"),
    f.MeetingHeld: _held,
    f.DocumentsSent: lambda e, t: f"Documents {of_the(body_name(e.body, t))} envoyés",
    f.EvaluationDone: lambda e, t: f"{_evaluated(e.moment, e.year)} faite",
    f.EvaluationPresented: lambda e, t: f"{_evaluated(e.moment, e.year)} présentée {to_the(body_name(e.body, t))}",
    f.ReviewDone: lambda e, t: f"{_evaluated(e.moment, e.year, 'Bilan')} établi",
    f.PlanAdopted: lambda e, t: f"Plan d’actions {e.year} adopté" if e.year else "Plan d’actions de l’année adopté",
    f.DataDelivered: lambda e, t: "Données transmises" + (f" pour {e.year}" if e.year else ""),
    f.AnnexAttached: lambda e, t: f"Annexe {_annex(e.annex)} jointe",
    f.CommitmentClosed: lambda e, t: f"Engagement soldé : {e.commitment}",
    f.CommitmentMade: lambda e, t: f"Engagement pris : {e.label}" + (f", jusqu’au {day(e.until)}" if e.until else ""),
    f.NoticeSent: lambda e, t: f"Lettre de résiliation {of(party_name(e.party, t))} envoyée{form_words(e.form)}",
    f.NoticePresented: lambda e, t: f"Lettre de résiliation {of(party_name(e.party, t))} présentée",
    f.NoticeReceived: lambda e, t: f"Lettre de résiliation {of(party_name(e.party, t))} reçue{form_words(e.form)}",
    f.RenewalSigned: lambda e, t: (
        f"Reconduction signée par {party_name(e.party, t)}" + (f", jusqu’au {day(e.until)}" if e.until else "")
    ),
    f.PartyDescribed: lambda e, t: f"Renseignement sur {party_name(e.party, t)}",
    f.Cancelled: lambda e, t: "Fait annulé" + (f" : {e.reason}" if e.reason else ""),
}


def fact_sentence(event: f.Event, terms: Terms) -> str:
    """The event, without its day.

    >>> fact_sentence(f.MeetingHeld(body="copil", chair="caf", present={"caf": 4, "epci": 4}), Terms())
    'Comité de pilotage tenu, présidence : la Caf, 8 présents'
    """
    return SENTENCES[type(event)](event, terms)
