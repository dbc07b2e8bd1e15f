"""What a délibération or a decision gives to record for a party of a convention: the act, its stamps, its votes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from convenir.core.facts import ActAdopted, ActPublished, ActTransmitted, BoardDecisionCommunicated
from convenir.core.facts.parties import Publication
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.source import Source
from convenir.core.terms import DeliberationAct, Duration, PartyClause, Terms
from convenir.core.terms.parties import ActKind, PartyKind
from convenir.reader.french.words import flat
from convenir.reader.reading import Reading
from convenir.reader.wordings.parties.organisations import owner
from convenir.reader.wordings.parties.same_party import proper

ActEvent: TypeAlias = ActAdopted | ActTransmitted | ActPublished | BoardDecisionCommunicated


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An event that the act proves, and its day; None where the act does not give it."""

    on: date | None
    event: ActEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliberationReading:
    """An act of an organ, read against the convention that it is about.

    `party` is the key of the party whose organ it is, empty where several or none fit: `candidates` are those whose
    kind fits. `amendment` is the avenant that it approves («avenant-2»), empty for the convention itself.
    `voted_end_on` is the last day in force that the act says of the text that it approves.
    """

    act: DeliberationAct
    kind: ActKind
    party: str
    candidates: tuple[str, ...]
    amendment: str
    voted_end_on: date | None
    published: Publication | None
    findings: tuple[Finding, ...]

    def facts(self, party: str = "") -> tuple[Dated, ...]:
        """What to record for that party, or for the one that was recognised; nothing where none is."""
        key = party or self.party
        return tuple(self._events(key)) if key else ()

    def _events(self, key: str) -> Iterator[Dated]:
        adopted = ActAdopted(
            party=key,
            act=self.kind,
            organ=self.act.organ,
            number=self.act.number,
            amendment=self.amendment,
            voted_end_on=self.voted_end_on,
        )
        yield Dated(on=self.act.adopted_on, event=adopted)
        if self.act.transmitted_on:
            # The decision of a Caf's board goes to another authority than the act of a local one.
            sent = BoardDecisionCommunicated if self.kind is ActKind.DECISION else ActTransmitted
            yield Dated(on=self.act.transmitted_on, event=sent(party=key, amendment=self.amendment))
        if self.act.published_on:
            shown = ActPublished(party=key, manner=self.published, amendment=self.amendment)
            yield Dated(on=self.act.published_on, event=shown)


def authorisation(base: Terms, read: Reading) -> DeliberationReading | None:
    """The act read, against the convention that it is about; None where the text decides nothing of the kind."""
    act = read.terms.first(DeliberationAct)
    if act is None:
        return None
    whose = owner(act.organ) if act.organ else None
    fitting = [party for party in base.every(PartyClause) if whose is None or party.kind is whose]
    named = [party for party in fitting if _heads(party, read)] if len(fitting) > 1 else fitting
    duration = read.terms.first(Duration)
    return DeliberationReading(
        act=act,
        kind=ActKind.DECISION if whose is PartyKind.CAF else ActKind.DELIBERATION,
        party=named[0].key if len(named) == 1 else "",
        candidates=tuple(party.key for party in fitting),
        amendment=_amendment(act, read),
        voted_end_on=duration.ends_on if duration and act.approves_text else None,
        published=_manner(read),
        findings=tuple(_doubts(act, fitting)),
    )


def _heads(party: PartyClause, read: Reading) -> bool:
    """Whether the act begins under the name of that party."""
    head = proper(read.outline.text[:600])
    return bool(proper(party.name) & head)


_AMENDMENT = re.compile(r"\bavenant\s+(?:n\s?[°o]?\.?\s*)?(?P<number>\d{1,2})?")


def _amendment(act: DeliberationAct, read: Reading) -> str:
    """The avenant that the act approves, from the words by which it approves it, else from its title."""
    for words in (act.source.quote, read.terms.title):
        found = _AMENDMENT.search(flat(words))
        if found:
            return f"avenant-{found['number']}" if found["number"] else "avenant"
    return ""


_SHOWN = (
    (
        Publication.ONLINE,
        re.compile(r"\b(?:mise?\s+en\s+ligne|publi\w+\s+(?:sur\s+le\s+site|en\s+ligne|electronique))"),
    ),
    (Publication.POSTED, re.compile(r"\baffich\w+")),
    (Publication.NOTIFIED, re.compile(r"\bnotifie")),
)


def _manner(read: Reading) -> Publication | None:
    """How the act was published, from the stamps at its end."""
    end = flat(read.outline.text[-800:])
    return next((manner for manner, shape in _SHOWN if shape.search(end)), None)


# --- what is odd -------------------------------------------------------------------------------------------


def _doubts(act: DeliberationAct, fitting: Sequence[PartyClause]) -> Iterator[Finding]:
    if not fitting:
        said = "Aucune partie de la convention n’a d’organe de ce nom." if act.organ else "L’organe n’est pas nommé."
        yield _odd(Oddity.CONTRADICTORY, "act-party", said, "Vérifiez de quelle convention parle cet acte.", act.source)
    if act.adopted_on is None:
        said = "L’acte ne porte pas de date de séance, ou n’est encore qu’un projet."
        yield _odd(Oddity.BLANK, "act-date", said, "Indiquez le jour de la séance.", act.source)
    if not act.approves_text and act.authorises_signature:
        said = "L’acte autorise la signature sans approuver le texte."
        yield _odd(Oddity.SILENT, "act-approval", said, "Vérifiez qu’un autre acte l’approuve.", act.source)
    if act.unanimous and ((act.votes_against or 0) or (act.abstentions or 0)):
        said = "L’acte parle d’unanimité et compte des voix contre ou des abstentions."
        yield _odd(Oddity.CONTRADICTORY, "act-votes", said, "Vérifiez le décompte au procès-verbal.", act.source)
    if act.votes_for is not None and act.votes_against is not None and act.votes_against >= act.votes_for:
        said = f"L’acte compte {act.votes_for} voix pour et {act.votes_against} contre : il n’est pas adopté."
        yield _odd(Oddity.CONTRADICTORY, "act-votes", said, "Vérifiez le décompte au procès-verbal.", act.source)


def _odd(oddity: Oddity, about: str, sentence: str, advice: str, source: Source) -> Finding:
    warning = Severity.WARNING
    return Finding(oddity=oddity, about=about, severity=warning, sentence=sentence, advice=advice, sources=(source,))
