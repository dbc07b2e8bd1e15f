"""How kinds of sheets and their columns are called to a person."""

from convenir.reader.sheets.vocabulary import Field, Kind

KIND_NAMES: dict[Kind, str] = {
    Kind.ACTIONS: "plan d’actions",
    Kind.FACILITIES: "liste d’équipements",
    Kind.INDICATORS: "indicateurs",
}

# One row of each, alone and several.
ROW_NAMES: dict[Kind, tuple[str, str]] = {
    Kind.ACTIONS: ("fiche", "fiches"),
    Kind.FACILITIES: ("structure", "structures"),
    Kind.INDICATORS: ("indicateur", "indicateurs"),
}

FIELD_NAMES: dict[Field, str] = {
    Field.NUMBER: "numéro",
    Field.TITLE: "intitulé de l’action",
    Field.THEME: "axe ou thème",
    Field.OBJECTIVE: "objectif",
    Field.NEED: "constat ou besoin",
    Field.AUDIENCE: "public",
    Field.TERRITORY: "territoire",
    Field.DESCRIPTION: "description",
    Field.LEAD: "pilote",
    Field.PARTNERS: "partenaires",
    Field.HUMAN_MEANS: "moyens humains",
    Field.MATERIAL_MEANS: "moyens matériels",
    Field.BUDGET: "budget",
    Field.FUNDERS: "financeurs",
    Field.START: "début",
    Field.END: "fin ou échéance",
    Field.PERIOD: "période",
    Field.CALENDAR: "calendrier",
    Field.INDICATORS: "indicateurs",
    Field.EXPECTED: "résultats attendus",
    Field.STATE: "avancement",
    Field.ORIGIN: "action nouvelle ou reconduite",
    Field.TYPE: "type de structure",
    Field.NAME: "nom",
    Field.MANAGER: "gestionnaire",
    Field.PLACE: "commune ou adresse",
    Field.CAPACITY: "capacité (places)",
    Field.PAYER: "signataire qui finance",
    Field.UNIT: "unité",
    Field.BASELINE: "valeur initiale",
    Field.TARGET: "cible",
    Field.YEAR: "année",
    Field.VALUE: "valeur",
    Field.SOURCE: "source",
}
