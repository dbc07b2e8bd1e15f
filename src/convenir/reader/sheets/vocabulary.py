"""How French administrations call the columns of action plans, lists of facilities and tables of indicators."""

import re
from dataclasses import dataclass
from enum import StrEnum

from convenir.reader.french.words import flat


class Kind(StrEnum):
    """What the rows of a sheet are."""

    ACTIONS = "actions"
    FACILITIES = "facilities"
    INDICATORS = "indicators"


class Field(StrEnum):
    """What a column tells of the thing that a row is."""

    NUMBER = "number"
    TITLE = "title"
    THEME = "theme"
    OBJECTIVE = "objective"
    NEED = "need"
    AUDIENCE = "audience"
    TERRITORY = "territory"
    DESCRIPTION = "description"
    LEAD = "lead"
    PARTNERS = "partners"
    HUMAN_MEANS = "human_means"
    MATERIAL_MEANS = "material_means"
    BUDGET = "budget"
    FUNDERS = "funders"
    START = "start"
    END = "end"
    PERIOD = "period"
    CALENDAR = "calendar"
    INDICATORS = "indicators"
    EXPECTED = "expected"
    STATE = "state"
    ORIGIN = "origin"
    TYPE = "type"
    NAME = "name"
    MANAGER = "manager"
    PLACE = "place"
    CAPACITY = "capacity"
    PAYER = "payer"
    UNIT = "unit"
    BASELINE = "baseline"
    TARGET = "target"
    YEAR = "year"
    VALUE = "value"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """How a column of a field is called: whole names, and words that are enough inside a longer one, all `bare`.

    `several`: the sheet may have more than one such column, which are read together.
    """

    names: frozenset[str]
    within: str = ""
    several: bool = False


_LITTLE = frozenset({"l", "d", "de", "du", "des", "la", "le", "les"})
_NO_WORD = re.compile(r"[^a-z0-9]+")


def bare(label: str) -> str:
    """A label in the words by which it is compared: no accent, plural, article or sign.

    >>> bare("Intitulé de l’action"), bare("N° fiche"), bare("Moyens humains (ETP)"), bare("Co-financeur(s)")
    ('intitule action', 'n fiche', 'moyen humain etp', 'co financeur')
    """
    plain = re.sub(r"\((?:s|e|es|x)\)", "", flat(label).replace("œ", "oe"))
    words = [_singular(word) for word in _NO_WORD.sub(" ", plain).split()]
    return " ".join(word for word in words if word not in _LITTLE or len(words) == 1)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _called(names: str, *, within: str = "", several: bool = False) -> Called:
    return Called(names=frozenset(map(bare, names.split(", "))), within=within, several=several)


_ACTIONS = {
    Field.NUMBER: _called(
        "n, no, num, numero, code, ref, reference, n fiche, numero de fiche, n action, numero action, "
        "fiche n, code action, id, identifiant",
        within=r"^(?:n|no|numero|code|ref) (?:fiche|action)",
    ),
    Field.TITLE: _called(
        "action, intitule, intitule action, titre, titre action, nom action, fiche action, libelle, "
        "libelle action, fiche, nom fiche, titre fiche, projet, intitule projet, nom projet, denomination "
        "action, operation, intitule operation, actions envisagees, action prevue, intitule fiche, nom",
        within=r"^(?:intitule|titre|libelle|denomination|nom)\b.*\b(?:action|fiche|projet|operation)\b",
    ),
    Field.THEME: _called(
        "axe, axe strategique, orientation, orientation strategique, theme, thematique, champ, champ "
        "intervention, domaine, domaine intervention, priorite, enjeu strategique, volet, champ "
        "thematique, mission, secteur",
        within=r"^(?:axe|orientation|thematique|champ|domaine|volet)\b",
    ),
    Field.OBJECTIVE: _called(
        "objectif, objectif strategique, objectif operationnel, objectif general, objectif specifique, "
        "sous objectif, objectif partage, but, finalite",
        within=r"\bobjectif",
        several=True,
    ),
    Field.NEED: _called(
        "contexte, constat, enjeu, besoin, diagnostic, besoin du diagnostic, constat de base, besoin "
        "identifie, problematique, element de diagnostic, constat partage",
        within=r"\b(?:constat|besoin|contexte|problematique|diagnostic)\b",
        several=True,
    ),
    Field.AUDIENCE: _called(
        "public, public cible, public vise, beneficiaire, cible public, public concerne, destinataire",
        within=r"^(?:public|beneficiaire|destinataire)\b",
    ),
    Field.TERRITORY: _called(
        "territoire, quartier, territoire concerne, secteur geographique, commune, perimetre, lieu, "
        "localisation, territoire quartier concerne, zone",
        within=r"^(?:territoire|quartier|perimetre)\b",
    ),
    Field.DESCRIPTION: _called(
        "description, descriptif, contenu, modalite de mise en oeuvre, etape, detail, deroulement, mise "
        "en oeuvre, modalite, presentation, resume, description action, commentaire, observation, "
        "remarque",
        within=r"\b(?:descripti\w+|mise en oeuvre|etape|contenu|deroul\w+)\b",
        several=True,
    ),
    Field.LEAD: _called(
        "pilote, porteur, maitre ouvrage, structure pilote, pilotage, responsable, chef de file, porteur "
        "action, porteur projet, pilote action, pilote caf, pilote collectivite, coordination, structure "
        "porteuse, referent, personne referente, service pilote, elu referent",
        within=r"\b(?:(?<!co )pilote|porteu\w+|maitr\w+ ouvrage|chef file|responsable|referent\w*)\b",
        several=True,
    ),
    Field.PARTNERS: _called(
        "partenaire, acteur associe, partenaire associe, acteur, partenariat, co pilote, structure "
        "associee, partenaire mobilise, acteur mobilise, intervenant",
        within=r"\b(?:partenai\w+|partenariat|acteur)\b",
        several=True,
    ),
    Field.HUMAN_MEANS: _called(
        "moyen humain, ressource humaine, etp, personnel, rh, moyen humain mobilise",
        within=r"\b(?:moyen|ressource) humain|\betp\b",
        several=True,
    ),
    Field.MATERIAL_MEANS: _called(
        "moyen, moyen materiel, moyen technique, ressource, moyen mobilise, moyen necessaire, engagement "
        "de chaque partenaire, logistique, locaux",
        within=r"\b(?:moyen|ressource)\b|\bengagement",
        several=True,
    ),
    Field.BUDGET: _called(
        "budget, budget previsionnel, cout, montant, cout total, budget total, cout previsionnel, moyen "
        "financier, depense, plan de financement, montant previsionnel, budget ttc",
        within=r"\b(?:budget|cout|montant|depense|moyen financier)",
        several=True,
    ),
    Field.FUNDERS: _called(
        "financeur, cofinanceur, financement, co financeur, source de financement, financement mobilise, "
        "co financement, subvention",
        within=r"financeur|\bfinancement|\bsubvention",
        several=True,
    ),
    Field.START: _called(
        "debut, date de debut, date debut, demarrage, date de demarrage, lancement, date de lancement, "
        "date de debut previsionnelle, debut prevu, date de mise en oeuvre",
        within=r"\b(?:debut|demarrage|lancement|commencement)\b",
    ),
    Field.END: _called(
        "fin, date de fin, date fin, echeance, date echeance, terme, fin prevue, date de fin "
        "previsionnelle, date limite, date butoir, echeance previsionnelle, delai, date de realisation",
        within=r"\b(?:fin|echeance|date limite|butoir)\b",
    ),
    Field.PERIOD: _called(
        "periode, periode de programmation, duree, periode de realisation, annee, annee de realisation, date",
        within=r"^(?:periode|annee)\b",
    ),
    Field.CALENDAR: _called(
        "calendrier, echeancier, planning, calendrier previsionnel, temporalite, frequence, periodicite, "
        "calendrier de realisation",
        within=r"\b(?:calendrier|echeancier|planning)\b",
        several=True,
    ),
    Field.INDICATORS: _called(
        "indicateur, indicateur evaluation, indicateur de suivi, indicateur de resultat, indicateur de "
        "moyen, modalite evaluation, critere evaluation, evaluation, indicateur de reussite, critere, "
        "mesure",
        within=r"\bindicateur|\bevaluation\b|\bcritere",
        several=True,
    ),
    Field.EXPECTED: _called(
        "resultat attendu, impact attendu, effet attendu, resultat, impact, valeur cible, livrable",
        within=r"\b(?:resultat|impact|effet) (?:attendu|vise|escompte)",
        several=True,
    ),
    Field.STATE: _called(
        "etat, etat avancement, avancement, statut, suivi, meteo, niveau avancement, realisation, en "
        "retard, etat action, phase",
        within=r"\b(?:avancement|statut|meteo)\b",
    ),
    Field.ORIGIN: _called(
        "origine, action nouvelle ou reconduite, nouvelle action, nature action, type action, nouvelle "
        "reconduite, existant nouveau, reconduction, caractere",
        within=r"\b(?:reconduite?|reconduction|nouvelle action)\b",
    ),
}
_FACILITIES = {
    Field.TYPE: _called(
        "type, type de structure, type equipement, nature, nature equipement, categorie, type de service, "
        "structure type, activite, dispositif, service, mode accueil, type accueil, champ",
        within=r"\b(?:type|nature|categorie)\b",
    ),
    Field.NAME: _called(
        "nom, nom de la structure, structure, equipement, denomination, nom equipement, etablissement, "
        "nom etablissement, intitule, designation, raison sociale, libelle, structure soutenue, "
        "equipement soutenu, nom du service, nom de structure",
        within=r"^(?:nom|denomination|designation|intitule)\b",
    ),
    Field.MANAGER: _called(
        "gestionnaire, nom du gestionnaire, porteur, organisme gestionnaire, association gestionnaire, "
        "exploitant, mode de gestion, structure gestionnaire, employeur",
        within=r"\b(?:gestionnaire|gestion|exploitant)\b",
    ),
    Field.PLACE: _called(
        "commune, lieu, ville, adresse, localisation, commune implantation, territoire, lieu implantation, site",
        within=r"\b(?:commune|adresse|implantation|ville)\b",
        several=True,
    ),
    Field.CAPACITY: _called(
        "capacite, nombre de places, place, agrement, capacite accueil, nb place, nb de place, capacite "
        "agreee, capacite theorique, effectif, nombre de place",
        within=r"\b(?:capacite|place|agrement)\b",
    ),
    Field.PAYER: _called(
        "signataire, collectivite, collectivite signataire, financeur, payeur, collectivite competente, "
        "competence, partenaire, collectivite financeur, contributeur",
        within=r"\b(?:signataire|collectivite|financeur|payeur)\b",
    ),
}
_INDICATORS = {
    Field.NUMBER: _called(
        "n, numero, code, ref, id, n indicateur",
        within=r"^(?:n|numero|code) indicateur",
    ),
    Field.NAME: _called(
        "indicateur, nom indicateur, intitule, libelle, indicateur evaluation, nom, intitule indicateur, "
        "libelle indicateur, indicateur de suivi, indicateur de resultat, mesure, definition indicateur",
        within=r"\bindicateur",
    ),
    Field.TITLE: _called(
        "action, fiche action, fiche, action concernee, fiche concernee, action liee",
        within=r"\b(?:action|fiche)\b",
    ),
    Field.UNIT: _called(
        "unite, unite de mesure, u",
        within=r"\bunite",
    ),
    Field.BASELINE: _called(
        "valeur initiale, valeur de depart, valeur de reference, situation initiale, point de depart, "
        "initial, t0, etat initial, base",
        within=r"\b(?:initiale?|depart|reference)\b",
    ),
    Field.TARGET: _called(
        "cible, valeur cible, objectif, objectif chiffre, valeur attendue, valeur visee, resultat attendu",
        within=r"\b(?:cible|objectif|attendue?|visee?)\b",
    ),
    Field.YEAR: _called(
        "annee, exercice, millesime, periode, date",
        within=r"^annee\b",
    ),
    Field.VALUE: _called(
        "valeur, resultat, valeur realisee, realise, valeur constatee, valeur actuelle, mesure, donnee",
        within=r"\b(?:valeur|realisee?|constatee?|resultat|bilan)\b",
        several=True,
    ),
    Field.SOURCE: _called(
        "source, source de donnees, origine, fournisseur, producteur, source de la donnee, mode de collecte",
        within=r"\bsource",
    ),
}

COLUMNS: dict[Kind, dict[Field, Called]] = {
    Kind.ACTIONS: _ACTIONS,
    Kind.FACILITIES: _FACILITIES,
    Kind.INDICATORS: _INDICATORS,
}

# The column without which a row is nothing.
REQUIRED: dict[Kind, Field] = {
    Kind.ACTIONS: Field.TITLE,
    Kind.FACILITIES: Field.NAME,
    Kind.INDICATORS: Field.NAME,
}

# What the name of a sheet, or a title above its columns, says of its rows.
TITLES: dict[Kind, re.Pattern[str]] = {
    Kind.ACTIONS: re.compile(r"\bplans? d.? ?actions?\b|\bfiches? actions?\b|\bactions\b"),
    Kind.FACILITIES: re.compile(r"\bequipements?\b|\bstructures?\b|\bservices soutenus\b|\bannexe 2\b"),
    Kind.INDICATORS: re.compile(r"\bindicateurs?\b|\btableau de bord\b"),
}
