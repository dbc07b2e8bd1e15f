"""Who plays in the demonstration: invented persons, the houses they work for, and where their dossiers are."""

from dataclasses import dataclass
from pathlib import Path

from convenir.access.roles import Role
from convenir.core.terms.parties import PartyKind
from convenir.core.workdays import FRENCH, Calendar

NOTICE = "Territoire fictif, créé pour la démonstration"

TEXTS = Path(__file__).parent / "texts"
DOSSIERS = Path(__file__).parent / "dossiers"


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """An organisation. `calendar` holds the holidays of its seat; `accent` is its colour, as #RRGGBB."""

    key: str
    name: str
    kind: PartyKind
    seat: str
    accent: str
    calendar: Calendar = FRENCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """A person of the demonstration. `post` says in French what she does, `house` is a house key."""

    key: str
    name: str
    role: Role
    post: str
    house: str


HOUSES: tuple[House, ...] = (
    House(
        key="caf-aubrelle",
        name="Caf de l’Aubrelle",
        kind=PartyKind.CAF,
        seat="Vauclaire-sur-Aubrelle",
        accent="#1F4E8C",
    ),
    House(
        key="caf-sorne",
        name="Caf de la Sorne",
        kind=PartyKind.CAF,
        seat="Roche-en-Sorne",
        accent="#2F5D50",
    ),
    House(
        key="departement-aubrelle",
        name="Département de l’Aubrelle",
        kind=PartyKind.DEPARTMENT,
        seat="Vauclaire-sur-Aubrelle",
        accent="#6B2D5C",
    ),
    House(
        key="departement-sorne",
        name="Département de la Sorne",
        kind=PartyKind.DEPARTMENT,
        seat="Roche-en-Sorne",
        accent="#7A3E12",
    ),
    House(
        key="montreval",
        name="Ville de Montreval",
        kind=PartyKind.MUNICIPALITY,
        seat="Montreval",
        accent="#5A3E85",
    ),
    House(
        key="pays-de-sorne",
        name="Communauté de communes du Pays de Sorne et des Hauts-Plateaux",
        kind=PartyKind.EPCI,
        seat="Saint-Ambroise-des-Prés",
        accent="#3F5A1E",
    ),
    House(
        key="trois-gues",
        name="Communauté de communes des Trois Gués",
        kind=PartyKind.EPCI,
        seat="Pont-des-Gués",
        accent="#0F5A73",
    ),
    House(
        key="lormeau",
        name="Ville de Lormeau",
        kind=PartyKind.MUNICIPALITY,
        seat="Lormeau",
        accent="#5B4B1F",
    ),
)

CAST: tuple[Character, ...] = (
    Character(
        key="nadia",
        name="Nadia Ferrand",
        role=Role.CAF_ADVISER,
        post="conseillère de territoire",
        house="caf-aubrelle",
    ),
    Character(
        key="samir",
        name="Samir Oudin",
        role=Role.CAF_ADVISER,
        post="conseiller de territoire",
        house="caf-aubrelle",
    ),
    Character(
        key="hugo",
        name="Hugo Delmas",
        role=Role.CAF_STATISTICIAN,
        post="chargé d’études statistiques",
        house="caf-aubrelle",
    ),
    Character(
        key="ines",
        name="Inès Kaddour",
        role=Role.DPO,
        post="déléguée à la protection des données",
        house="caf-aubrelle",
    ),
    Character(
        key="jeanne",
        name="Jeanne Lestrade",
        role=Role.ELECTED,
        post="maire",
        house="montreval",
    ),
    Character(
        key="claire",
        name="Claire Aubry-Maillard",
        role=Role.AUTHORITY_AGENT,
        post="chargée de coopération",
        house="trois-gues",
    ),
    Character(
        key="maud",
        name="Maud Serrières",
        role=Role.CAF_ADVISER,
        post="conseillère de territoire",
        house="caf-sorne",
    ),
    Character(
        key="bastien",
        name="Bastien Leguen",
        role=Role.STRANGER,
        post="agent d’une commune sans convention",
        house="lormeau",
    ),
)
