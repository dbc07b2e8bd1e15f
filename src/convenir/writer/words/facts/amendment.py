"""The words of facts about the text: avenants, annexes, lists read after all, changes made without an avenant."""

from collections.abc import Callable

from convenir.core.facts import amendment as f
from convenir.core.terms import Terms
from convenir.writer.french_dates import day
from convenir.writer.words.changes import change_words
from convenir.writer.words.names import amendment_name, annex_name, capital, joined, of, parties_name, party_name


def _proposed(e: f.AmendmentProposed, t: Terms) -> str:
    effect = f", qui prend effet le {day(e.effective_on)}" if e.effective_on else ""
    changes = " ; ".join(change_words(change) for change in e.changes)
    return f"{capital(amendment_name(e.amendment))} proposé{effect}" + (f" : {changes}" if changes else "")


def _annex(e: f.AnnexAttached, t: Terms) -> str:
    by = f"adoptée par écrit par {parties_name(e.adopted_by, t)}" if e.adopted_by else ""
    return joined(f"{capital(annex_name(e.annex))} jointe", by)


def _completed(e: f.ListCompleted, t: Terms) -> str:
    names = list(dict.fromkeys(name for clause in e.clauses for name in clause.facilities))
    count = f", {len(names)} structure{'s' if len(names) > 1 else ''}" if names else ""
    annexes = dict.fromkeys(annex_name(clause.annex) for clause in e.clauses if clause.annex)
    place = f" ({', '.join(annexes)})" if annexes else ""
    return f"Liste du texte complétée{place}{count} : {e.reason}"


def _observed(e: f.ChangeObserved, t: Terms) -> str:
    places = joined(f"article {e.article}" if e.article else "", annex_name(e.annex) if e.annex else "")
    party = f" {of(party_name(e.party, t))}" if e.party else ""
    return f"Changement{party} sans avenant : {e.change}" + (f" ({places})" if places else "")


def _institution(e: f.InstitutionChanged, t: Terms) -> str:
    said = f"Changement d’organisation ou de missions {of(party_name(e.party, t))} : {e.change}"
    return said if e.substantial else f"{said}, non substantiel"


WORDS: dict[type, tuple[str, Callable[..., str]]] = {
    f.AmendmentProposed: ("Texte d’un avenant", _proposed),
    f.AnnexAttached: ("Annexe jointe", _annex),
    f.ListCompleted: ("Liste du texte complétée", _completed),
    f.ChangeObserved: ("Changement fait sans avenant", _observed),
    f.InstitutionChanged: ("Changement d’organisation ou de missions", _institution),
}
