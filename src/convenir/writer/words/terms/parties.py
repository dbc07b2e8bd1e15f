"""The words of the clauses about the parties, those who sign for them, and the closing formulas."""

from collections.abc import Callable
from typing import Any

from convenir.core.delays import Between, Day
from convenir.core.terms import parties as t
from convenir.writer.words.names import day_words, joined, listed, party_name
from convenir.writer.words.values import ACTS


def on_words(day: Day) -> str:
    """«le 4 juin 2003», «en mars 2008»."""
    return f"{'en' if isinstance(day, Between) else 'le'} {day_words(day)}"


def _party(e: t.PartyClause) -> str:
    people = listed([joined(person.name, person.capacity) for person in e.signatories])
    return e.name + (f", par {people}" if people else "")


def _authority(e: t.SignatureAuthority) -> str:
    when = f" du {day_words(e.adopted_on)}" if e.adopted_on else ", date en blanc"
    return f"{party_name(e.party)} : {ACTS[e.act]}{when}" + (f", annexe {e.annex}" if e.annex else "")


def _formalities(e: t.Formalities) -> str:
    return joined(
        f"fait à {e.place}" if e.place else "",
        on_words(e.stated_on) if e.stated_on else "date en blanc",
        f"{e.originals} exemplaires" if e.originals else "",
        "un exemplaire par signataire" if e.per_signatory else "",
        f"{e.pages} pages" if e.pages else "",
        f"{e.annex_count} annexes" if e.annex_count else "",
    )


def _deliberation(e: t.DeliberationAct) -> str:
    return joined(
        e.organ,
        e.number,
        on_words(e.adopted_on) if e.adopted_on else "",
        "approuve le texte" if e.approves_text else "",
        "autorise à signer" if e.authorises_signature else "",
        _votes(e),
    )


def _votes(e: t.DeliberationAct) -> str:
    """«à l’unanimité», «21 voix pour, 3 contre, 2 abstentions»."""
    if e.unanimous:
        return "à l’unanimité"
    counted = ((e.votes_for, "voix pour"), (e.votes_against, "contre"), (e.abstentions, "abstentions"))
    return ", ".join(f"{count} {label}" for count, label in counted if count is not None)


WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.PartyClause: ("Partie", _party),
    t.SignatureAuthority: ("Habilitation à signer", _authority),
    t.DeliberationAct: ("Délibération", _deliberation),
    t.Formalities: ("Formules finales", _formalities),
}
