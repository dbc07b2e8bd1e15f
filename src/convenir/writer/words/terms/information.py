"""The words of the clauses about what the parties tell each other and the public, and what they keep secret."""

from collections.abc import Callable
from typing import Any

from convenir.core.terms import information as t
from convenir.writer.words.names import delay_words, joined
from convenir.writer.words.values import STRENGTHS


def _information(e: t.MutualInformation) -> str:
    return joined(
        " ; ".join(e.matters),
        f"{delay_words(e.before)} avant la prise d’effet" if e.before else "",
        STRENGTHS[e.force],
    )


def _consultation(e: t.PriorConsultation) -> str:
    return joined(
        " ; ".join(e.subjects),
        "les plus importants seulement" if e.major_only else "",
        "s’ils concernent l’autre partie" if e.if_concerned else "",
        STRENGTHS[e.force],
    )


def _mention(e: t.SourceMention) -> str:
    return joined("documents internes" if e.internal else "", "documents diffusés" if e.external else "")


def _communication(e: t.Communication) -> str:
    return joined(
        "décision commune" if e.joint_decision else "",
        "logos des parties" if e.logos else "",
        "mention de l’autre partie" if e.mention else "",
        "valorisation du partenariat" if e.promote else "",
    )


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.MutualInformation: ("Information mutuelle", _information),
    t.PriorConsultation: ("Concertation préalable", _consultation),
    t.SourceMention: ("Mention des sources", _mention),
    t.Communication: ("Communication", _communication),
    t.Confidentiality: (
        "Confidentialité",
        lambda e: "survit à la fin, sans limite" if e.survives else "pendant l’exécution",
    ),
}
