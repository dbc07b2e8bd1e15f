"""What a dossier offers to who records a fact: parties, bodies, annexes, articles, what was recorded before."""

from collections.abc import Iterable, Iterator, Sequence

from convenir.access.conventions import Dossier
from convenir.core import facts as f
from convenir.core.facts import Event
from convenir.core.terms.amendment import Annex
from convenir.core.terms.exchanges import PersonalDataFlow
from convenir.core.terms.funding import FundingContribution, FundingMaintenance
from convenir.core.terms.information import MutualInformation
from convenir.core.terms.parties import PartyClause
from convenir.core.terms.plan import ActionPlan, Milestone
from convenir.core.terms.scope import SharedObjectives
from convenir.usecases.facts import Recorded, recorded
from convenir.writer.words import body_name
from convenir.writer.words.names import amendment_name, annex_name, capital
from convenir.writer.words.terms import clause_label

Choices = Sequence[tuple[str, str]]


def known(dossier: Dossier) -> Recorded:
    """All that is known of the dossier now."""
    return recorded(dossier, dossier.known)


def parties(of: Recorded) -> Choices:
    """The parties, by the name of their house; then those that an avenant brings in, by their own."""
    seated = {seat.key: seat.house.name for seat in of.dossier.seats}
    joining = {clause.key: clause.name for clause in of.joining if clause.key not in seated}
    return [*seated.items(), *joining.items()]


def holders(of: Recorded) -> Choices:
    """Each party, or all of them together."""
    alone = list(parties(of))
    together = [("+".join(key for key, _ in alone), "Ensemble")] if len(alone) > 1 else []
    return [*alone, *together]


def bodies(of: Recorded) -> Choices:
    """The bodies that the text names."""
    return [(body, capital(body_name(body, of.terms))) for body in of.bodies]


def annexes(of: Recorded) -> Choices:
    """The annexes that the text announces."""
    found = {one.number or one.title: one for one in of.terms.every(Annex) if one.number or one.title}
    titles = {key: f" : {one.title}" if one.number and one.title else "" for key, one in found.items()}
    return [(key, capital(annex_name(key)) + titles[key]) for key in found]


def clauses(of: Recorded) -> Choices:
    """The kinds of clauses that the text has."""
    kinds = dict.fromkeys(type(clause).__name__ for clause in of.terms.clauses)
    return [(name, clause_label(name)) for name in kinds]


def milestones(of: Recorded) -> Choices:
    """The steps of the calendar of the text."""
    return _same(clause.label for clause in of.terms.every(Milestone))


def commitments(of: Recorded) -> Choices:
    """The commitments and fiches recorded."""
    return _same(event.label for event in _events(of) if isinstance(event, f.CommitmentMade))


def requests(of: Recorded) -> Choices:
    """The requests for data recorded."""
    return _same(event.request for event in _events(of) if isinstance(event, f.DataRequested))


def flows(of: Recorded) -> Choices:
    """The flows of personal data that the text describes."""
    return _same(clause.flow for clause in of.terms.every(PersonalDataFlow))


def requests_and_flows(of: Recorded) -> Choices:
    """Both: an impact assessment is about one or the other."""
    return [*requests(of), *flows(of)]


def breaches(of: Recorded) -> Choices:
    """The breaches recorded that did not cease."""
    cured = {event.breach for event in _events(of) if isinstance(event, f.BreachCured)}
    recorded = (event.breach for event in _events(of) if isinstance(event, f.BreachRecorded))
    return _same(breach for breach in recorded if breach not in cured)


def breaches_and_changes(of: Recorded) -> Choices:
    """What a termination may invoke: a breach, or a change made without an avenant."""
    changed = (event.change for event in _events(of) if isinstance(event, f.ChangeObserved))
    return [*breaches(of), *_same(changed)]


def judgments(of: Recorded) -> Choices:
    """The judgments recorded."""
    return _same(event.judgment for event in _events(of) if isinstance(event, f.JudgmentGiven))


def amendments(of: Recorded) -> Choices:
    """The avenants whose text is recorded."""
    named = dict.fromkeys(event.amendment for event in _events(of) if isinstance(event, f.AmendmentProposed))
    return [(name, capital(amendment_name(name))) for name in named]


def articles(of: Recorded) -> Choices:
    """The articles of the text that a clause stands in."""
    return _same(clause.source.article for clause in of.terms.clauses)


def signatories(of: Recorded) -> Choices:
    """The offices of those who sign."""
    people = (person for clause in of.terms.every(PartyClause) for person in clause.signatories)
    return _same(person.capacity or person.name for person in people)


def themes(of: Recorded) -> Choices:
    """The themes of the convention and of its plan."""
    lists: list[SharedObjectives | ActionPlan] = [*of.terms.every(SharedObjectives), *of.terms.every(ActionPlan)]
    return _same(theme for one in lists for theme in one.themes)


def matters(of: Recorded) -> Choices:
    """What the parties must tell each other."""
    return _same(matter for clause in of.terms.every(MutualInformation) for matter in clause.matters)


def facilities(of: Recorded) -> Choices:
    """The facilities that the text lists."""
    lists: list[FundingMaintenance | FundingContribution] = [
        *of.terms.every(FundingMaintenance),
        *of.terms.every(FundingContribution),
    ]
    return _same(facility for one in lists for facility in one.facilities)


def communications(of: Recorded) -> Choices:
    """The communications already approved or published."""
    kinds = f.CommunicationApproved | f.CommunicationPublished
    return _same(event.label for event in _events(of) if isinstance(event, kinds))


def indicators(of: Recorded) -> Choices:
    """The indicators that were valued once."""
    return _same(event.indicator for event in _events(of) if isinstance(event, f.IndicatorValued))


def _events(of: Recorded) -> list[Event]:
    return [fact.event for fact in of.facts]


def _same(words: Iterable[str]) -> Choices:
    """Words that name themselves, each once."""
    return list(_pairs(words))


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for one in dict.fromkeys(words):
        if one:
            yield one, one
