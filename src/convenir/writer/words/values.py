"""The words of the values that a clause or a fact may take: one table for each list of the core."""

from collections.abc import Mapping
from typing import Any

from convenir.core.facts import Publication
from convenir.core.force import Force
from convenir.core.terms.amendment import AmendmentScope
from convenir.core.terms.evaluation import BodyRole, Moment
from convenir.core.terms.exchanges import Study, Tier
from convenir.core.terms.governance import Bound, Level, Per, Turn
from convenir.core.terms.lifetime import Mode, Start
from convenir.core.terms.parties import ActKind, PartyKind
from convenir.core.terms.scope import Comparator, NormEffect, Relation
from convenir.core.terms.termination import AfterEnd, Clock, Form, Ground

ACTS = {
    ActKind.DECISION: "décision",
    ActKind.DELIBERATION: "délibération",
    ActKind.DELEGATION: "délégation",
    ActKind.INFORMATION: "simple information",
    ActKind.PRESENTATION: "simple présentation",
}
PARTY_KINDS = {
    PartyKind.CAF: "Caf",
    PartyKind.MUNICIPALITY: "commune",
    PartyKind.EPCI: "intercommunalité",
    PartyKind.DEPARTMENT: "département",
    PartyKind.MSA: "MSA",
    PartyKind.STATE: "État",
    PartyKind.SYNDICATE: "syndicat",
    PartyKind.OTHER: "autre",
}
PUBLICATIONS = {
    Publication.ONLINE: "en ligne",
    Publication.POSTED: "par affichage",
    Publication.PAPER: "sur papier",
    Publication.NOTIFIED: "par notification",
}
FORCES = {
    Force.HARD: "une obligation",
    Force.QUALIFIED: "une obligation « si possible » ou « si besoin »",
    Force.SOFT: "une intention",
}
# What follows a value where the clause is not a plain duty.
STRENGTHS = {Force.HARD: "", Force.QUALIFIED: "si possible ou si besoin", Force.SOFT: "simple intention"}
STARTS = {
    Start.SIGNATURE: "à compter de la signature",
    Start.FIXED: "à une date fixée",
    Start.NOTIFICATION: "à compter de la notification",
    Start.PUBLICATION: "à compter de la publication",
    Start.APPROVAL: "à compter de l’approbation",
}
MODES = {Mode.TACIT: "tacite", Mode.EXPRESS: "expresse seulement", Mode.NONE: "exclue"}
FORMS = {
    Form.REGISTERED_LETTER: "lettre recommandée avec avis de réception",
    Form.ELECTRONIC_REGISTERED_LETTER: "lettre recommandée électronique",
    Form.LETTER: "lettre",
    Form.HAND_DELIVERY: "remise contre décharge",
    Form.EMAIL: "courriel",
    Form.NONE: "sans forme",
}
CLOCKS = {
    Clock.RECEPTION: "compté de la réception",
    Clock.SENDING: "compté de l’envoi",
    Clock.FIRST_PRESENTATION: "compté de la première présentation",
}
GROUNDS = {
    Ground.UNILATERAL: "volonté d’une partie",
    Ground.BREACH: "manquement",
    Ground.UNLAWFUL: "infraction aux lois",
    Ground.NO_AMENDMENT: "changement sans avenant",
    Ground.MUTUAL: "accord des parties",
    Ground.PUBLIC_INTEREST: "motif d’intérêt général",
    Ground.FORCE_MAJEURE: "force majeure",
}
AFTER_ENDS = {
    AfterEnd.RUN_OFF: "engagements tenus jusqu’à leur terme",
    AfterEnd.IMMEDIATE_STOP: "arrêt immédiat des engagements",
}
PERS = {Per.CIVIL_YEAR: "an", Per.SEMESTER: "semestre", Per.QUARTER: "trimestre", Per.MONTH: "mois"}
BOUNDS = {Bound.EXACT: "exact", Bound.MINIMUM: "un minimum"}
LEVELS = {
    Level.STEERING: "pilotage",
    Level.TECHNICAL: "technique",
    Level.FOLLOW_UP: "suivi",
    Level.SERVICES: "services",
    Level.OTHER: "autre",
}
TURNS = {Turn.ALTERNATE: "à tour de rôle", Turn.JOINT: "ensemble", Turn.HELD: "par un seul"}
MOMENTS = {
    Moment.YEARLY: "chaque année",
    Moment.FINAL: "à la fin",
    Moment.MID_TERM: "à mi-parcours",
    Moment.ROLLING: "au fil de la mise en œuvre",
    Moment.OPEN: "conditions à définir",
}
ROLES = {
    BodyRole.DRAWS_UP: "dressé",
    BodyRole.EXAMINES: "examiné",
    BodyRole.RECEIVES: "présenté",
    BodyRole.VALIDATES: "validé",
}
STUDIES = {Study.OPPORTUNITY: "opportunité", Study.FEASIBILITY: "faisabilité", Study.GDPR: "conformité au RGPD"}
TIERS = {
    Tier.OPEN_DATA: "données ouvertes",
    Tier.BASE_SET: "socle périodique",
    Tier.AD_HOC: "jeu établi pour la demande",
}
RELATIONS = {
    Relation.FRAMEWORK: "cadre",
    Relation.COMPLETED: "complété par la convention",
    Relation.PRIOR: "convention précédente",
    Relation.DATA: "échange de données",
}
NORM_EFFECTS = {
    NormEffect.UNOPPOSABLE: "la clause contraire ne peut être invoquée",
    NormEffect.READ_WITHIN: "lecture dans ce cadre",
}
COMPARATORS = {Comparator.AT_LEAST: "au moins", Comparator.AT_MOST: "au plus"}
SCOPES = {AmendmentScope.ANY: "toute modification", AmendmentScope.SUBSTANTIAL: "modification substantielle"}

# One table for each list, as a form offers it.
TABLES: tuple[Mapping[Any, str], ...] = (
    ACTS, PARTY_KINDS, PUBLICATIONS, FORCES, STARTS, MODES, FORMS, CLOCKS, GROUNDS, AFTER_ENDS, PERS, BOUNDS, LEVELS,
    TURNS, MOMENTS, ROLES, STUDIES, TIERS, RELATIONS, NORM_EFFECTS, COMPARATORS, SCOPES,
)  # fmt: skip
