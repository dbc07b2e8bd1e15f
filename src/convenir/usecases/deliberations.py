"""A délibération that was deposited is attached to a party of a dossier: the facts that it proves are recorded."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from convenir.access import given as gifts
from convenir.access.context import acting_as
from convenir.access.conventions import Dossier, convention, convention_row
from convenir.access.deposited import DepositedText
from convenir.access.roles import Actor, Verb
from convenir.access.texts import text
from convenir.core.facts import Event, known_on
from convenir.core.refusals import Refusal
from convenir.core.terms import DeliberationAct
from convenir.reader.authorisations import Dated, DeliberationReading, authorisation
from convenir.reader.reading import Reading, read_text
from convenir.usecases.conventions import NewFact, record_fact
from convenir.usecases.journal import Done, log
from convenir.usecases.text_proof import proof


class DecidesNothing(Refusal):
    """The text holds no decision about a convention, or a person rejected it."""

    code = "decides-nothing"
    sentence = (
        "Aucune décision sur une convention n’a été lue dans « {title} ». Ajoutez-la dans la relecture "
        "(« Ajouter un terme », « Délibération »), ou enregistrez le vote depuis le dossier."
    )


class NothingToRecord(Refusal):
    """No fact was kept."""

    code = "nothing-to-record"
    sentence = "Aucun fait n’est retenu : rien n’a été enregistré. Cochez au moins un fait, avec son jour."


class AlreadyHeld(Refusal):
    """The act was attached before: its facts would count twice."""

    code = "act-already-held"
    sentence = "Le dossier « {title} » tient déjà ces faits, aux mêmes jours : rien n’a été enregistré de nouveau."


class PartyUnknown(Refusal):
    """The act is one of a party of the dossier."""

    code = "party-unknown"
    sentence = "Dites de quelle partie du dossier c’est l’acte."


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorisation:
    """An act of an organ against a dossier."""

    text: DepositedText
    dossier: Dossier
    read: DeliberationReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """What the person says: whose act it is, and the day of each fact kept, by its rank from 0 among those given."""

    party: str
    days: dict[int, date]
    token: str


def read_act(pk: UUID, dossier: UUID, *, by: Actor) -> Authorisation:
    """What the act gives to that dossier, with the values that persons corrected; nothing is written."""
    with acting_as(by):
        found = text(by, pk, to=Verb.RECORD)
        target = convention(by, dossier, to=Verb.RECORD)
        read = authorisation(target.terms, _as_corrected(found))
        if read is None:
            raise DecidesNothing(title=found.terms.title or found.file_name)
        return Authorisation(text=found, dossier=target, read=read)


def attach(pk: UUID, dossier: UUID, given: Attachment, *, by: Actor, at: datetime) -> tuple[str, ...]:
    """Records the facts kept, all or none; their ids. The same form posted twice records them once."""
    with acting_as(by):
        row = convention_row(by, dossier, to=Verb.RECORD)
        found = read_act(pk, dossier, by=by)
        if given.party not in found.dossier.party_keys:
            raise PartyUnknown()
        if not given.days:
            raise NothingToRecord()
        told = found.read.facts(given.party)
        sent = _sent(found, given)
        days = _to_record(found.dossier, told, given.days, sent)
        if not days:
            raise AlreadyHeld(title=found.dossier.title)
        added = tuple(
            record_fact(
                dossier,
                NewFact(
                    event=told[rank].event,
                    on=on,
                    token=gifts.token_of(pk, given.token, rank),
                    evidence=proof(found.text, by),
                    note=_note(found.read.act) if rank == 0 else "",
                ),
                by=by,
                at=at,
            )
            for rank, on in sorted(days.items())
        )
        if not sent:
            detail = f"{' '.join(added)} {given.party} {found.text.file_name}"
            log(Done(verb="attach_act", detail=detail), convention=row, by=by, at=at)
        return added


def held(dossier: Dossier, event: Event, on: date | None) -> bool:
    """Whether the dossier holds that fact, on that day, and nobody cancelled it."""
    return any((fact.event, fact.on) == (event, on) for fact in known_on(dossier.facts, dossier.known))


def _sent(found: Authorisation, given: Attachment) -> set[int]:
    """The ranks of the facts that this very form recorded before."""
    tokens = {rank: gifts.token_of(found.text.pk, given.token, rank) for rank in given.days}
    return {rank for rank, token in tokens.items() if gifts.recorded_by(found.dossier.pk, token)}


def _to_record(dossier: Dossier, told: tuple[Dated, ...], days: dict[int, date], sent: set[int]) -> dict[int, date]:
    """The days of the facts that the dossier does not hold, and of those that the form sends again."""
    given = {rank: on for rank, on in days.items() if rank < len(told)}
    return {rank: on for rank, on in given.items() if rank in sent or not held(dossier, told[rank].event, on)}


def _as_corrected(found: DepositedText) -> Reading:
    """The act read by the present reader, with the terms that persons corrected, added or rejected in its review."""
    read = read_text(found.words)
    ours = [item.term for item in found.items if item.kept and isinstance(item.term, DeliberationAct)]
    gone = any(
        item.ruled and not item.kept and isinstance(item.read, DeliberationAct) for item in found.items if not ours
    )
    if not (ours or gone):
        return read
    others = tuple(clause for clause in read.terms.clauses if not isinstance(clause, DeliberationAct))
    return replace(read, terms=replace(read.terms, clauses=(*ours[:1], *others)))


def votes(act: DeliberationAct) -> str:
    """«à l’unanimité», «21 pour, 3 contre, 2 abstentions»; empty where the act does not say."""
    counts = (("pour", act.votes_for), ("contre", act.votes_against), ("abstention", act.abstentions))
    said = ["à l’unanimité"] if act.unanimous else []
    for words, count in counts:
        if count:
            said.append(f"{count} {words}{'s' if words == 'abstention' and count > 1 else ''}")
    return ", ".join(said)


def _note(act: DeliberationAct) -> str:
    """The votes, kept beside the fact that the act was adopted."""
    told = votes(act)
    return f"Votes : {told}" if told else ""
