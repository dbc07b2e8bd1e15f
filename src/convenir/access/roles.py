"""Who may do what: the whole matrix of roles and verbs, and the refusal that it gives."""

from dataclasses import dataclass
from enum import StrEnum

from convenir.core.refusals import Refusal


class Role(StrEnum):
    """What a person does in a house."""

    CAF_ADVISER = "caf_adviser"
    CAF_STATISTICIAN = "caf_statistician"
    DPO = "dpo"
    ELECTED = "elected"
    AUTHORITY_AGENT = "authority_agent"
    STRANGER = "stranger"


class Verb(StrEnum):
    """What one may do."""

    READ = "read"
    DEPOSIT = "deposit"
    CONFIRM = "confirm"
    RECORD = "record"
    CANCEL = "cancel"


EVERYTHING = frozenset(Verb)

# A stranger is a person of a house that is party to nothing: there is nothing to see, and the rest is refused.
MAY: dict[Role, frozenset[Verb]] = {
    Role.CAF_ADVISER: EVERYTHING,
    Role.CAF_STATISTICIAN: frozenset({Verb.READ, Verb.RECORD, Verb.CANCEL}),
    Role.DPO: frozenset({Verb.READ}),
    Role.ELECTED: frozenset({Verb.READ}),
    Role.AUTHORITY_AGENT: EVERYTHING,
    Role.STRANGER: frozenset({Verb.READ}),
}

ROLE_WORDS: dict[Role, str] = {
    Role.CAF_ADVISER: "conseil de la Caf",
    Role.CAF_STATISTICIAN: "statistique de la Caf",
    Role.DPO: "protection des données",
    Role.ELECTED: "élu",
    Role.AUTHORITY_AGENT: "agent de la collectivité",
    Role.STRANGER: "sans convention",
}

VERB_WORDS: dict[Verb, str] = {
    Verb.READ: "de lire ce dossier",
    Verb.DEPOSIT: "de déposer un texte",
    Verb.CONFIRM: "de confirmer les termes d’un texte",
    Verb.RECORD: "d’enregistrer un fait",
    Verb.CANCEL: "d’annuler un fait",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person who asks: her name signs what she does, her house says what she sees, her role what she may do."""

    key: str
    name: str
    role: Role
    house_id: int
    house_name: str


class NotAllowed(Refusal):
    """The actor sees the thing, and may not do that to it."""

    code = "not-allowed"
    sentence = (
        "Votre rôle ({role}) ne permet pas {verb}. Demandez à une personne de votre organisme qui en est chargée."
    )


class NotFound(Exception):
    """Nothing of that name exists for this actor; a stranger cannot tell whether it exists at all."""


def check(actor: Actor, verb: Verb) -> None:
    """Raises `NotAllowed` unless the actor's role may do that."""
    if verb not in MAY[actor.role]:
        raise NotAllowed(role=ROLE_WORDS[actor.role], verb=VERB_WORDS[verb])
