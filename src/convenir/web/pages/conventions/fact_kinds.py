"""The kinds of facts that one records, by family, and what each asks besides its day."""

from dataclasses import dataclass

from convenir.core.dossier import EVENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fact: its name in addresses and files, its words, the names of its fields in the order asked."""

    name: str
    words: str
    asks: tuple[str, ...]
    hint: str = ""

    @property
    def event(self) -> type:
        """The type of the event."""
        return EVENTS[self.name]


FAMILIES: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (
        "Signature et habilitation",
        (
            Kind(
                name="act_adopted", words="Délibération ou décision adoptée", asks=("party", "act", "organ", "number")
            ),
            Kind(name="act_transmitted", words="Acte reçu au contrôle de légalité", asks=("party",)),
            Kind(name="act_published", words="Acte publié", asks=("party", "manner")),
            Kind(name="signed", words="Convention signée", asks=("party", "signatory")),
            Kind(
                name="renewal_signed",
                words="Reconduction signée",
                asks=("party", "until"),
                hint="La reconduction vaut quand toutes les parties l’ont signée avant la fin.",
            ),
        ),
    ),
    (
        "Instances",
        (
            Kind(name="meeting_planned", words="Séance fixée", asks=("body",), hint="Le jour est celui de la séance."),
            Kind(name="meeting_moved", words="Séance déplacée", asks=("body", "was"), hint="Le jour est le nouveau."),
            Kind(name="meeting_cancelled", words="Séance annulée", asks=("body",), hint="Le jour où elle était fixée."),
            Kind(name="meeting_held", words="Séance tenue", asks=("body", "chair", "secretary", "present")),
            Kind(name="documents_sent", words="Documents envoyés", asks=("body", "meeting_on", "sender")),
        ),
    ),
    (
        "Bilan, évaluation, données, annexes",
        (
            Kind(name="evaluation_done", words="Évaluation faite", asks=("moment", "year")),
            Kind(name="evaluation_presented", words="Évaluation présentée", asks=("body", "moment", "year")),
            Kind(name="review_done", words="Bilan établi", asks=("moment", "year", "body")),
            Kind(name="plan_adopted", words="Plan d’actions adopté", asks=("year",)),
            Kind(name="data_delivered", words="Données transmises", asks=("party", "year")),
            Kind(name="annex_attached", words="Annexe jointe", asks=("annex",)),
            Kind(name="commitment_made", words="Engagement pris, ou fiche action", asks=("label", "until", "sheet")),
            Kind(name="commitment_closed", words="Engagement soldé, tenu ou abandonné", asks=("commitment",)),
        ),
    ),
    (
        "Résiliation",
        (
            Kind(name="notice_sent", words="Lettre de résiliation envoyée", asks=("party", "form")),
            Kind(name="notice_presented", words="Lettre de résiliation présentée", asks=("party",)),
            Kind(name="notice_received", words="Lettre de résiliation reçue", asks=("party", "form", "effect_on")),
        ),
    ),
)
KINDS: dict[str, Kind] = {kind.name: kind for _, kinds in FAMILIES for kind in kinds}
