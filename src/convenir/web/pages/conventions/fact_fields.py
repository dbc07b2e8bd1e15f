"""Each field of a fact as a form asks it: words, choices taken from the dossier, and what is optional."""

from collections.abc import Callable, Sequence

from django import forms

from convenir.access.conventions import Dossier
from convenir.core.facts import CommitmentMade, Publication, known_on
from convenir.core.terms.amendment import Annex
from convenir.core.terms.evaluation import Moment
from convenir.core.terms.governance import Committee, MeetingCadence
from convenir.core.terms.parties import ActKind
from convenir.core.terms.termination import Form
from convenir.web.ui.day_field import DayField
from convenir.writer.words import body_name, party_name
from convenir.writer.words.names import capital

Choices = Sequence[tuple[str, str]]

ACTS = ((ActKind.DELIBERATION, "Délibération"), (ActKind.DECISION, "Décision"))
ACTS_MORE = (
    (ActKind.DELEGATION, "Délégation"),
    (ActKind.INFORMATION, "Simple information"),
    (ActKind.PRESENTATION, "Simple présentation"),
)
MANNERS = (
    (Publication.ONLINE, "En ligne"),
    (Publication.POSTED, "Par affichage"),
    (Publication.PAPER, "Sur papier"),
    (Publication.NOTIFIED, "Par notification"),
)
FORMS = (
    (Form.REGISTERED_LETTER, "Lettre recommandée avec avis de réception"),
    (Form.ELECTRONIC_REGISTERED_LETTER, "Lettre recommandée électronique"),
    (Form.LETTER, "Lettre simple"),
    (Form.HAND_DELIVERY, "Remise contre décharge"),
    (Form.EMAIL, "Courriel"),
)
MOMENTS = ((Moment.YEARLY, "Annuel"), (Moment.MID_TERM, "À mi-parcours"), (Moment.FINAL, "Final"))
MAX_WORDS = 200


def parties(dossier: Dossier) -> Choices:
    """The parties, by the name of their house."""
    return [(seat.key, seat.house.name) for seat in dossier.seats]


def bodies(dossier: Dossier) -> Choices:
    """The bodies that the text names."""
    terms = dossier.terms
    named = [one.body for one in terms.every(Committee)] + [one.body for one in terms.every(MeetingCadence)]
    return [(body, capital(body_name(body, terms))) for body in dict.fromkeys(named)]


def annexes(dossier: Dossier) -> Choices:
    """The annexes that the text announces."""
    found = {one.number or one.title: one for one in dossier.terms.every(Annex) if one.number or one.title}
    return [(key, _annex(one)) for key, one in found.items()]


def _annex(one: Annex) -> str:
    if not one.number:
        return f"Annexe « {one.title} »"
    return f"Annexe {one.number}" + (f" : {one.title}" if one.title else "")


def commitments(dossier: Dossier) -> Choices:
    """The commitments recorded and not cancelled."""
    kept = [fact.event for fact in known_on(dossier.facts, dossier.known)]
    labels = [event.label for event in kept if isinstance(event, CommitmentMade)]
    return [(label, label) for label in dict.fromkeys(labels)]


def _holders(dossier: Dossier) -> Choices:
    known = list(parties(dossier))
    both = [("+".join(key for key, _ in known), "Ensemble")] if len(known) > 1 else []
    return [*known, *both]


def _choice(label: str, choices: Choices, required: bool = True, help_text: str = "") -> forms.Field:
    empty = [("", "Choisir…" if required else "Non renseigné")]
    messages = {"required": "Choisissez dans la liste.", "invalid_choice": "Choisissez dans la liste."}
    return forms.ChoiceField(
        label=label,
        choices=[*empty, *choices] if len(choices) != 1 or not required else choices,
        required=required,
        help_text=help_text,
        error_messages=messages,
    )


def _words(label: str, help_text: str = "", required: bool = False) -> forms.Field:
    messages = {"required": "Remplissez ce champ.", "max_length": f"{MAX_WORDS} caractères au plus."}
    return forms.CharField(
        label=label, required=required, max_length=MAX_WORDS, help_text=help_text, error_messages=messages
    )


def _year(label: str) -> forms.Field:
    messages = {"invalid": "Écrivez l’année en quatre chiffres.", "min_value": "Vérifiez l’année."}
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1990,
        max_value=2100,
        error_messages=messages | {"max_value": "Vérifiez l’année."},
    )


FIELDS: dict[str, Callable[[Dossier], forms.Field]] = {
    "party": lambda d: _choice("Partie", parties(d)),
    "signatory": lambda d: _words("Signataire", "Qualité ou nom, s’ils sont plusieurs pour cette partie."),
    "act": lambda d: _choice("Acte", [*ACTS, *ACTS_MORE]),
    "organ": lambda d: _words("Organe", "Conseil municipal, conseil d’administration…"),
    "number": lambda d: _words("Numéro"),
    "manner": lambda d: _choice("Comment", MANNERS, required=False),
    "body": lambda d: _choice("Instance", bodies(d)),
    "was": lambda d: DayField(label="Jour d’abord fixé", error_messages={"required": "Indiquez ce jour."}),
    "chair": lambda d: _choice("Présidence", _holders(d), required=False),
    "secretary": lambda d: _choice("Secrétariat", _holders(d), required=False),
    "meeting_on": lambda d: DayField(label="Pour la séance du", required=False),
    "sender": lambda d: _choice("Envoyés par", parties(d), required=False),
    "moment": lambda d: _choice("Lequel", MOMENTS),
    "year": lambda d: _year("Année concernée"),
    "annex": lambda d: _choice("Annexe", annexes(d)),
    "commitment": lambda d: _choice("Engagement", commitments(d)),
    "label": lambda d: _words("Intitulé", required=True),
    "until": lambda d: DayField(label="Jusqu’au", required=False),
    "sheet": lambda d: forms.BooleanField(label="C’est une fiche action", required=False),
    "form": lambda d: _choice("Forme de la lettre", FORMS, required=False),
    "effect_on": lambda d: DayField(
        label="Dernier jour en vigueur annoncé",
        required=False,
        help_text="Si la lettre annonce un préavis plus long que le minimum.",
    ),
}


def present(dossier: Dossier) -> dict[str, forms.Field]:
    """How many were present, one field for each party."""
    messages = {"invalid": "Écrivez un nombre.", "min_value": "Écrivez un nombre positif."}
    return {
        f"present_{key}": forms.IntegerField(
            label=f"Présents, {party_name(key, dossier.terms)}",
            required=False,
            min_value=0,
            max_value=500,
            error_messages=messages,
        )
        for key, _ in parties(dossier)
    }
