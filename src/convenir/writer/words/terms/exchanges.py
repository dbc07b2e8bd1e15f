"""The words of the clauses about data: sharing, studies, opinions, registers, deliveries, secrecy."""

from collections.abc import Callable
from typing import Any

from convenir.core.force import Force
from convenir.core.terms import exchanges as t
from convenir.writer.words.names import delay_words, joined, listed, party_name
from convenir.writer.words.values import PERS, STRENGTHS, STUDIES, TIERS


def _reply(e: t.DataRequestGate | t.DataRequestWorkflow) -> str:
    return f"réponse sous {delay_words(e.reply_within)}" if e.reply_within else ""


def _gate(e: t.DataRequestGate) -> str:
    return joined(
        listed([STUDIES[study] for study in e.studies]),
        "données personnelles seulement" if e.personal_only else "",
        _reply(e),
    )


def _workflow(e: t.DataRequestWorkflow) -> str:
    return joined(
        e.request_form,
        e.reply_form,
        "par courrier" if e.letter else "",
        f"d’abord {', puis '.join(TIERS[tier] for tier in e.tiers)}" if e.tiers else "",
        _reply(e),
    )


def _delivery(e: t.PeriodicDelivery) -> str:
    by = f"au plus tard le {e.due_day}/{e.due_month:02d}" if e.due_day and e.due_month else ""
    annex = f"annexe {e.annex}" if e.annex else ""
    return joined(e.what, f"{e.count} fois par {PERS[e.per]}", by, party_name(e.giver), annex)


def _disclosure(e: t.DisclosureRule) -> str:
    return joined(
        f"rien sous {e.min_count} allocataires" if e.min_count else "",
        f"aucune case sous {e.min_cell}" if e.min_cell else "",
        f"aucune zone ni sous-population sous {e.min_population}" if e.min_population else "",
        "aucune identification" if e.no_identification else "",
    )


def _study(e: t.JointStudy) -> str:
    return joined("annoncées avant de commencer" if e.prior_exchange else "", STRENGTHS[e.force])


def _flow(e: t.PersonalDataFlow) -> str:
    way = " vers ".join(party_name(key) for key in (e.giver, e.receiver) if key)
    return joined(
        e.flow,
        way,
        e.persons,
        e.basis,
        "avec le consentement des personnes" if e.consent else "",
        "données de santé" if e.health else "",
    )


def _ownership(e: t.DataOwnership) -> str:
    return joined(
        "le détenteur reste propriétaire" if e.owned else "",
        "accord exprès avant toute communication à un tiers" if e.consent else "",
    )


def _sharing(e: t.DataSharing) -> str:
    return "toute information utile" if e.force is Force.HARD else STRENGTHS[e.force]


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.DataSharing: ("Partage de données", _sharing),
    t.DataRequestGate: ("Études préalables", _gate),
    t.DpoOpinion: ("Avis du délégué", lambda e: ""),
    t.ProcessingRegister: ("Registre des traitements", lambda e: ""),
    t.DataRequestWorkflow: ("Formulaires de demande", _workflow),
    t.PeriodicDelivery: ("Transmission périodique", _delivery),
    t.DisclosureRule: ("Secret statistique", _disclosure),
    t.DataOwnership: ("Propriété des données et tiers", _ownership),
    t.LegalCompliance: ("Textes à respecter", lambda e: " ; ".join(e.texts)),
    t.JointStudy: ("Études communes", _study),
    t.SharedObservatory: ("Observatoire partagé", lambda e: STRENGTHS[e.force]),
    t.PersonalDataFlow: ("Flux de données personnelles", _flow),
}
