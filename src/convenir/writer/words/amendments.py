"""Where an avenant stands, in a sentence."""

from convenir.core.terms import Terms
from convenir.core.text.amend import AmendmentAct, AmendmentState
from convenir.writer.french_dates import day
from convenir.writer.words.names import listed, of, party_name


def amendment_sentence(act: AmendmentAct, terms: Terms) -> str:
    """What became of the avenant: in force since a day, or what lacks.

    >>> from datetime import date
    >>> signed = AmendmentAct(amendment="avenant-1", state=AmendmentState.EFFECTIVE, recorded=True, changes=(),
    ...     unlisted=(), aimless=(), signers=Terms(), effective_on=date(2021, 5, 10))
    >>> amendment_sentence(signed, Terms())
    'Vaut depuis le 10 mai 2021.'
    """
    match act.state:
        case AmendmentState.DRAFT:
            return "Projet : personne ne l’a encore signé, il ne change rien."
        case AmendmentState.SIGNING:
            lacking = listed([of(party_name(key, terms)) for key in act.missing])
            return f"En cours de signature : il manque celle {lacking}. Le texte reste inchangé."
        case AmendmentState.EFFECTIVE:
            return f"Vaut depuis le {day(act.effective_on)}." if act.effective_on else "Signé par toutes les parties."
        case AmendmentState.TOO_EARLY:
            return "Signé avant la convention : sans effet."
        case AmendmentState.TOO_LATE:
            return "Signé après la fin de la convention : sans effet."
