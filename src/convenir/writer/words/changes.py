"""What an avenant does to the text, in words."""

from dataclasses import fields

from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced
from convenir.core.dossier import CLAUSES
from convenir.core.terms import Term
from convenir.writer.words.names import body_name, party_name
from convenir.writer.words.terms import clause_label, term_label, term_value


def change_words(change: Change) -> str:
    """One change of an avenant, as an item of a list.

    >>> change_words(ClauseRemoved(clause="MeetingCadence", article="6"))
    'clause « Rythme » supprimée (article 6)'
    """
    match change:
        case ClauseAdded():
            return f"clause ajoutée : {_said(change.clause)}"
        case ClauseReplaced():
            return _said(change.clause) + _place(change.article)
        case ClauseRemoved():
            about = f", {_subject(change)}" if change.subject else ""
            return f"clause « {clause_label(change.clause)} » supprimée{about}{_place(change.article)}"


def _subject(change: ClauseRemoved) -> str:
    """What the clause was about: a body, a party, else the words of the text."""
    kind = CLAUSES.get(change.clause)
    named = {field.name for field in fields(kind)} if kind else set()
    if named & {"body", "first"}:
        return body_name(change.subject)
    if named & {"key", "party", "giver", "payer", "holder"}:
        return party_name(change.subject)
    return change.subject


def _said(clause: Term) -> str:
    """«durée, à compter de la signature…»: the kind of clause, then what it now says."""
    label, value = term_label(clause), term_value(clause)
    named = f"{label[:1].casefold()}{label[1:]}"
    return f"{named}, {value}" if value else named


def _place(article: str) -> str:
    return f" (article {article})" if article else ""
