"""The words of facts about the end: notices and their proofs, formal notices, breaches, declarations, agreements."""

from collections.abc import Callable

from convenir.core.facts import termination as f
from convenir.core.terms import Terms
from convenir.core.terms.termination import Form
from convenir.writer.french_dates import day
from convenir.writer.words.names import capital, delay_words, joined, listed, of, party_name
from convenir.writer.words.values import GROUNDS

FORMS = {
    Form.REGISTERED_LETTER: "par lettre recommandée avec avis de réception",
    Form.ELECTRONIC_REGISTERED_LETTER: "par lettre recommandée électronique",
    Form.LETTER: "par lettre simple",
    Form.HAND_DELIVERY: "remise contre décharge",
    Form.EMAIL: "par courriel",
    Form.NONE: "",
}


def _form(form: Form | None) -> str:
    """How a letter was sent; nothing when unknown."""
    return f" {FORMS[form]}".rstrip() if form else ""


def _notice(party: str, t: Terms, done: str) -> str:
    return f"Lettre de résiliation {of(party_name(party, t))} {done}"


def _presented(e: f.NoticePresented, t: Terms) -> str:
    left = {True: "avis de passage laissé", False: "sans avis de passage", None: ""}
    return joined(_notice(e.party, t, "présentée"), left[e.passage_left])


def _received(e: f.NoticeReceived, t: Terms) -> str:
    return joined(
        _notice(e.party, t, f"reçue{_form(e.form)}"),
        f"dernier jour annoncé : {day(e.effect_on)}" if e.effect_on else "",
        f"signée par {e.author}" if e.author else "",
    )


def _returned(e: f.NoticeReturned, t: Terms) -> str:
    how = "distribuée, avis de réception revenu sans date" if e.delivered else "revenue sans avoir été retirée"
    return _notice(e.party, t, how)


def _offered(e: f.NoticeOffered, t: Terms) -> str:
    what = f"Lettre recommandée électronique {of(party_name(e.party, t))} annoncée à son destinataire"
    return what if e.qualified else f"{what}, par un service non qualifié"


def _withdrawn(e: f.NoticeWithdrawn, t: Terms) -> str:
    agreed = listed([of(party_name(key, t)) for key in e.agreed_by])
    return joined(_notice(e.party, t, "retirée"), f"avec l’accord {agreed}" if agreed else "")


def _breach(e: f.BreachRecorded, t: Terms) -> str:
    place = f" (article {e.article})" if e.article else ""
    return f"{capital(GROUNDS[e.ground])} {of(party_name(e.party, t))} : {e.breach}{place}"


def _formal(party: str, t: Terms, done: str) -> str:
    return f"Mise en demeure {of(party_name(party, t))} {done}"


def _formal_sent(e: f.FormalNoticeSent, t: Terms) -> str:
    cure = f"délai laissé : {delay_words(e.cure)}" if e.cure else ""
    return joined(f"{_formal(e.party, t, 'envoyée')}{_form(e.form)} : {e.breach}", cure)


def _declared(e: f.TerminationDeclared, t: Terms) -> str:
    return joined(
        f"Résiliation prononcée par {party_name(e.party, t)}{_form(e.form)} : {GROUNDS[e.ground]}",
        e.breach,
        f"dernier jour annoncé : {day(e.effect_on)}" if e.effect_on else "",
    )


def _agreed(e: f.TerminationAgreed, t: Terms) -> str:
    end = f", dernier jour en vigueur : {day(e.until)}" if e.until else ""
    return f"Accord de fin signé par {party_name(e.party, t)}{end}"


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.NoticeSent: ("Lettre de résiliation envoyée", lambda e, t: _notice(e.party, t, f"envoyée{_form(e.form)}")),
    f.NoticePresented: ("Lettre de résiliation présentée", _presented),
    f.NoticeReceived: ("Lettre de résiliation reçue", _received),
    f.NoticeRefused: (
        "Lettre de résiliation refusée",
        lambda e, t: _notice(e.party, t, "refusée par son destinataire"),
    ),
    f.NoticeReturned: ("Lettre de résiliation revenue", _returned),
    f.NoticeOffered: ("Lettre recommandée électronique annoncée", _offered),
    f.NoticeWithdrawn: ("Lettre de résiliation retirée", _withdrawn),
    f.BreachRecorded: ("Manquement constaté", _breach),
    f.FormalNoticeSent: ("Mise en demeure envoyée", _formal_sent),
    f.FormalNoticePresented: (
        "Mise en demeure présentée",
        lambda e, t: f"{_formal(e.party, t, 'présentée')} : {e.breach}",
    ),
    f.FormalNoticeRenounced: (
        "Mise en demeure abandonnée",
        lambda e, t: f"{_formal(e.party, t, 'abandonnée')} : {e.breach}",
    ),
    f.BreachCured: ("Manquement réparé", lambda e, t: f"Manquement réparé : {e.breach}"),
    f.TerminationDeclared: ("Résiliation prononcée", _declared),
    f.TerminationAgreed: ("Accord de fin signé", _agreed),
}
