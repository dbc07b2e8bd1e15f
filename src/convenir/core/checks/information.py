"""News told too late, studies begun too soon, documents without a source, communication without the other party."""

from collections.abc import Iterator

from convenir.core.facts import CommunicationApproved, CommunicationPublished, DocumentIssued, Fact
from convenir.core.findings import Finding, contrary
from convenir.core.naming import capital, day_name, of, party_name
from convenir.core.obligation import Obligation, State
from convenir.core.rules.information import consultations_to_hold, news_to_give
from convenir.core.situation import Situation, day_of
from convenir.core.terms import Communication, SourceMention


def late_news(situation: Situation) -> Iterator[Finding]:
    """A change that took effect before the other party was told."""
    for duty in news_to_give(situation):
        if duty.state is State.LATE or duty.days_late:
            yield contrary(
                "information-late",
                f"{_what(situation, duty)} : {_told(duty)}",
                "Informez l’autre partie sans attendre, et convenez d’un délai pour la prochaine fois.",
                *duty.because,
            )


def _what(situation: Situation, duty: Obligation) -> str:
    who = capital(party_name(situation.terms, duty.who[0]))
    return f"{who}, « {duty.subject} »" if duty.subject else who


def _told(duty: Obligation) -> str:
    due = day_name(duty.due_on) if duty.due_on else ""
    if duty.done_on is None:
        return f"l’autre partie devait le savoir le {due} au plus tard, et rien n’est enregistré."
    return f"l’autre partie l’a appris le {day_name(duty.done_on)}, après le {due}."


def studies_too_soon(situation: Situation) -> Iterator[Finding]:
    """A study launched before the parties had spoken of it."""
    for duty in consultations_to_hold(situation):
        if duty.state is State.MISSED and duty.due_on is not None:
            after = f", tenu le {day_name(duty.done_on)} seulement" if duty.done_on else ""
            yield contrary(
                "consultation-missed",
                f"« {duty.subject} » a été lancé le {day_name(duty.due_on)} avant l’échange préalable{after}.",
                "Échangez avant tout lancement ; un échange tardif ne répare pas ce manquement.",
                *duty.because,
            )


def sources_named(situation: Situation) -> Iterator[Finding]:
    """A document that does not name the source of its data, where the clause covers documents of its kind."""
    for fact, document in situation.happened(DocumentIssued):
        if document.source_named or not situation.in_life(day_of(fact)):
            continue
        clauses = situation.life.texts.on(day_of(fact)).every(SourceMention)
        asking = [clause.source for clause in clauses if (clause.internal if document.internal else clause.external)]
        if asking:
            yield contrary(
                "source-missing",
                f"« {document.label} » ({'interne' if document.internal else 'externe'}, "
                f"{day_name(day_of(fact))}) ne dit pas d’où viennent ses données.",
                "Ajoutez la source, et diffusez de nouveau le document.",
                *asking,
            )


def communication(situation: Situation) -> Iterator[Finding]:
    """Each communication against its clause: agreed beforehand, signed by all, fair to the other party."""
    for fact, event in situation.happened(CommunicationPublished):
        clause = situation.life.texts.on(day_of(fact)).first(Communication)
        if clause is None or not situation.in_life(day_of(fact)):
            continue
        if event.joint:
            yield from _logos(situation, event, clause)
            continue
        yield from _agreement(situation, fact, event, clause)
        yield from _fairness(event, clause)


def _logos(situation: Situation, event: CommunicationPublished, clause: Communication) -> Iterator[Finding]:
    lacking = [party for party in situation.parties if party not in event.logos]
    if clause.logos and lacking:
        whose = " et ".join(of(party_name(situation.terms, party)) for party in lacking)
        yield contrary(
            "logo-missing",
            f"Le support commun « {event.label} » ne porte pas le logo {whose}.",
            "Rééditez le support avec le logo de chaque partie.",
            clause.source,
        )


def _agreement(
    situation: Situation, fact: Fact, event: CommunicationPublished, clause: Communication
) -> Iterator[Finding]:
    """A communication about the convention that one party published without the accord of each other one."""
    if not (clause.joint_decision and event.about_convention):
        return
    agreed = {
        approval.party
        for given, approval in situation.happened(CommunicationApproved)
        if approval.label.casefold() == event.label.casefold() and day_of(given) <= day_of(fact)
    }
    lacking = [party for party in situation.parties if party not in agreed | {event.party}]
    if lacking:
        whose = " et ".join(of(party_name(situation.terms, party)) for party in lacking)
        yield contrary(
            "communication-alone",
            f"« {event.label} » parle de la convention et a paru le {day_name(day_of(fact))} sans l’accord {whose}.",
            "Décidez ensemble de ce qui se publie sur la convention ; un accord tardif ne répare pas cette parution.",
            clause.source,
        )


def _fairness(event: CommunicationPublished, clause: Communication) -> Iterator[Finding]:
    """Of a party’s own communication: it names the other party, and promotes the partnership where the text asks."""
    if clause.mention and event.mentions is False:
        yield contrary(
            "mention-missing",
            f"« {event.label} » ne cite pas l’action de l’autre partie.",
            "Citez-la dans chaque communication qui touche à la convention.",
            clause.source,
        )
    if clause.promote and event.promotes is False:
        part = " : la clause n’est tenue qu’en partie" if event.mentions else ""
        yield contrary(
            "promotion-missing",
            f"« {event.label} » ne met pas le partenariat en valeur{part}.",
            "Ajoutez ce que le partenariat apporte.",
            clause.source,
        )
