"""What must be there before data pass from one party to another, and whether it was: studies, opinion, registers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import latest
from convenir.core.facts import (
    ConsentGiven,
    DataReleased,
    DataRequested,
    DpoOpinionGiven,
    Fact,
    ImpactAssessed,
    RegisterEntered,
    StudyDone,
)
from convenir.core.law import GDPR_SINCE, IMPACT_ASSESSMENT, PROCESSING_REGISTER
from convenir.core.situation import Situation, day_of
from convenir.core.source import Reference, Source
from convenir.core.terms import Terms
from convenir.core.terms.exchanges import (
    DataRequestGate,
    DataRequestWorkflow,
    DisclosureRule,
    DpoOpinion,
    LegalCompliance,
    PersonalDataFlow,
    ProcessingRegister,
    Study,
    Tier,
)
from convenir.core.terms.information import SourceMention
from convenir.core.transfers.requests import Requests

# The fewest persons of a cell where the text gives no threshold: a usage of the Cafs, not a rule of law.
USUAL_LEAST = 5


class Need(StrEnum):
    """What must be there before data pass."""

    IN_FORCE = "in_force"
    LETTER = "letter"
    FORM = "form"
    TIER = "tier"
    OPPORTUNITY = "opportunity"
    FEASIBILITY = "feasibility"
    GDPR = "gdpr"
    OPINION = "opinion"
    REGISTER = "register"
    IMPACT = "impact_assessment"
    CONSENT = "consent"
    COUNT = "count"
    LEGALITY = "legality"
    SOURCE_LINE = "source_line"


class Met(StrEnum):
    """How a need stands.

    `late`: it came after the data had passed; `same_day`: the same day, nothing says which came first. `unknown`:
    nobody recorded whether it was there. `redirected`: the data are found elsewhere. `to_check`: by a person, always.
    """

    MET = "met"
    MISSING = "missing"
    LATE = "late"
    SAME_DAY = "same_day"
    WRONG_AUTHOR = "wrong_author"
    UNFAVOURABLE = "unfavourable"
    UNKNOWN = "unknown"
    REDIRECTED = "redirected"
    TO_CHECK = "to_check"


STOPPING = frozenset({Met.MISSING, Met.LATE, Met.WRONG_AUTHOR, Met.UNFAVOURABLE, Met.UNKNOWN, Met.REDIRECTED})
STUDIES = {
    Study.OPPORTUNITY: Need.OPPORTUNITY,
    Study.FEASIBILITY: Need.FEASIBILITY,
    Study.GDPR: Need.GDPR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A need and how it stands: who must meet it (party keys), when it was met, and on which ground it is asked."""

    need: Need
    state: Met = Met.MISSING
    who: tuple[str, ...] = ()
    met_on: date | None = None
    author: str = ""
    because: tuple[Source, ...] = ()
    laws: tuple[Reference, ...] = ()
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether data may not pass as it stands; an unfavourable opinion warns, the holder decides."""
        return self.state in STOPPING and (self.need, self.state) != (Need.OPINION, Met.UNFAVOURABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Data that pass, or are to pass, on a day, from `holders` to `asker` (party keys, empty where nobody said).

    `made`: they have passed; otherwise `day` is that of the question. `smallest`: the fewest persons of a cell.
    """

    request: str
    day: date
    asker: str = ""
    holders: tuple[str, ...] = ()
    personal: bool = False
    smallest: int | None = None
    made: bool = False
    asked: DataRequested | None = None
    facts: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A fact that meets a need, and the party it comes from."""

    fact: Fact
    author: str = ""
    favourable: bool = True


def to_come(requests: Requests, request: str) -> Passage:
    """The data of a request, which are to pass on the day of the question."""
    situation = requests.situation
    found = next(iter(requests.of(DataRequested, request)), None)
    asked = None if found is None else found[1]
    asker = "" if asked is None else asked.party
    passage = Passage(
        request=request,
        day=situation.on,
        asker=asker,
        holders=tuple(key for key in situation.parties if key != asker),
        asked=asked,
        facts=() if found is None else (found[0].id,),
    )
    return _told_personal(situation, passage, asked)


def made(requests: Requests) -> Iterator[Passage]:
    """The data that have passed by the day of the question."""
    for fact, event in requests.situation.happened(DataReleased):
        ahead = to_come(requests, event.request)
        passage = replace(
            ahead,
            day=day_of(fact),
            asker=event.to or ahead.asker,
            holders=(event.party,) if event.party else ahead.holders,
            made=True,
            facts=(*ahead.facts, fact.id),
        )
        yield _told_personal(requests.situation, passage, event)


def _told_personal(situation: Situation, passage: Passage, told: DataRequested | DataReleased | None) -> Passage:
    """Whether the data are personal: said so, or a table in which a cell holds so few persons that they are."""
    if told is None:
        return passage
    smallest = passage.smallest if told.smallest is None else told.smallest
    known = replace(passage, smallest=smallest)
    if told.personal or (passage.personal and not passage.assumptions):
        return replace(known, personal=True, assumptions=())
    rule = situation.terms.first(DisclosureRule)
    least = _least(rule) or USUAL_LEAST
    if smallest is None or not 0 < smallest < least:
        return replace(known, personal=False, assumptions=())
    small = Assumption(
        choice=Choice.SMALL_CELL_IS_PERSONAL,
        count=least,
        alternatives=(Alternative(reading="counts_are_not_personal"),),
        source=None if rule is None else rule.source,
    )
    return replace(known, personal=True, assumptions=(small,))


def _least(rule: DisclosureRule | None) -> int | None:
    """The fewest persons of a cell that the clause allows, if it says."""
    return None if rule is None else rule.min_cell or rule.min_count


def conditions(requests: Requests, passage: Passage) -> tuple[Condition, ...]:
    """All that the text in force that day, and the law, ask of data that pass, each as it stands."""
    situation = requests.situation
    if not binding(situation, passage.day):
        return (Condition(need=Need.IN_FORCE, because=situation.life.because),)
    asked = (
        *_forms(situation.terms, passage),
        *_studies(requests, passage),
        *_opinions(requests, passage),
        *_registers(requests, passage),
        *_flows(requests, passage),
        *_counts(situation.terms, passage),
        *([] if passage.made else _reminders(situation.terms)),
    )
    if not passage.assumptions:
        return asked
    return tuple(replace(one, assumptions=(*passage.assumptions, *one.assumptions)) for one in asked)


def binding(situation: Situation, day: date) -> bool:
    """Whether the text binds on that day: concluded, begun and not ended."""
    return situation.owed_from is not None and situation.owed_from <= day <= situation.end


def _forms(terms: Terms, passage: Passage) -> Iterator[Condition]:
    """What comes with a request, and where its answer is looked for first."""
    asked = passage.asked or DataRequested(request=passage.request)
    who = (passage.asker,) if passage.asker else ()
    for clause in terms.every(DataRequestWorkflow):
        told = [
            (Need.LETTER, clause.letter, asked.letter),
            (Need.FORM, bool(clause.request_form), asked.form),
        ]
        for need, wanted, given in told:
            if wanted:
                state = Met.UNKNOWN if given is None else Met.MET if given else Met.MISSING
                yield Condition(need=need, state=state, who=who, because=(clause.source,), facts=passage.facts)
        if clause.tiers:
            yield Condition(
                need=Need.TIER, state=_tier(asked.tier), who=who, because=(clause.source,), facts=passage.facts
            )


def _tier(tier: Tier | None) -> Met:
    if tier is None:
        return Met.UNKNOWN
    return Met.MET if tier is Tier.AD_HOC else Met.REDIRECTED


def _studies(requests: Requests, passage: Passage) -> Iterator[Condition]:
    """The studies of the clauses, each by the party that holds the data."""
    done = requests.of(StudyDone, passage.request)
    for clause in requests.situation.terms.every(DataRequestGate):
        if clause.personal_only and not passage.personal:
            continue
        for study in clause.studies:
            wanted = Condition(need=STUDIES[study], who=passage.holders, because=(clause.source,))
            proofs = [
                Proof(fact=fact, author=event.party, favourable=event.favourable)
                for fact, event in done
                if event.study is study
            ]
            yield judged(wanted, proofs, passage)


def _opinions(requests: Requests, passage: Passage) -> Iterator[Condition]:
    """The opinion of the officer of the party that holds personal data: it is asked for, it need not be followed."""
    clause = requests.situation.terms.first(DpoOpinion)
    if clause is None or not passage.personal:
        return
    free = Assumption(
        choice=Choice.OPINION_DOES_NOT_BIND,
        alternatives=(Alternative(reading="opinion_binds"),),
        source=clause.source,
    )
    wanted = Condition(need=Need.OPINION, who=passage.holders, because=(clause.source,))
    proofs = [
        Proof(fact=fact, author=event.party, favourable=event.favourable)
        for fact, event in requests.of(DpoOpinionGiven, passage.request)
    ]
    told = judged(wanted, proofs, passage)
    yield replace(told, assumptions=(free,)) if told.state is Met.UNFAVOURABLE else told


def _registers(requests: Requests, passage: Passage) -> Iterator[Condition]:
    """The entry of each controller in its register: by the clause, and by the law since the RGPD applies.

    An entry of the very day on which the data pass is in time: the register tells of what has begun.
    """
    situation = requests.situation
    clause = situation.terms.first(ProcessingRegister)
    lawful = passage.day >= GDPR_SINCE
    if not passage.personal or (clause is None and not lawful):
        return
    because = () if clause is None else (clause.source,)
    laws = (PROCESSING_REGISTER,) if lawful else ()
    receivers = (passage.asker,) if passage.asker else tuple(k for k in situation.parties if k not in passage.holders)
    for party in dict.fromkeys((*passage.holders, *receivers)):
        wanted = Condition(need=Need.REGISTER, who=(party,), because=because, laws=laws)
        proofs = [
            Proof(fact=fact, author=event.party)
            for fact, event in requests.of(RegisterEntered, passage.request)
            if event.party == party
        ]
        yield judged(wanted, proofs, replace(passage, made=False))


def _flows(requests: Requests, passage: Passage) -> Iterator[Condition]:
    """What a flow of personal data named as the request asks for: consent of the persons, impact assessment."""
    situation = requests.situation
    for clause in situation.terms.every(PersonalDataFlow):
        if clause.flow != passage.request:
            continue
        if clause.consent:
            wanted = Condition(need=Need.CONSENT, who=(), because=(clause.source,))
            given = [Proof(fact=f) for f, event in situation.happened(ConsentGiven) if event.scope == clause.flow]
            yield judged(wanted, given, passage)
        if clause.health and passage.day >= GDPR_SINCE:
            wanted = Condition(
                need=Need.IMPACT, who=passage.holders, because=(clause.source,), laws=(IMPACT_ASSESSMENT,)
            )
            yield judged(wanted, assessed(requests, clause.flow), passage)


def _counts(terms: Terms, passage: Passage) -> Iterator[Condition]:
    """The smallest cell of a table, where it is known, against the threshold of the clause."""
    for rule in terms.every(DisclosureRule):
        least = _least(rule)
        if least is not None and passage.smallest is not None:
            state = Met.MET if passage.smallest >= least else Met.MISSING
            yield Condition(need=Need.COUNT, state=state, because=(rule.source,), facts=passage.facts)


def assessed(requests: Requests, flow: str) -> list[Proof]:
    """The impact assessments of a flow or of a request."""
    return [Proof(fact=fact) for fact, _ in requests.of(ImpactAssessed, flow)]


def _reminders(terms: Terms) -> Iterator[Condition]:
    """What a person must check at each release: the texts to respect, the source to name."""
    for compliance in terms.every(LegalCompliance):
        yield Condition(need=Need.LEGALITY, state=Met.TO_CHECK, because=(compliance.source,))
    mentions = tuple(clause.source for clause in terms.every(SourceMention))
    if mentions:
        yield Condition(need=Need.SOURCE_LINE, state=Met.TO_CHECK, because=mentions)


def judged(wanted: Condition, proofs: Iterable[Proof], passage: Passage) -> Condition:
    """How a need stands, by its proofs: those of the right party, of a day before that of the data."""
    known = list(proofs)
    own = [p for p in known if not wanted.who or not p.author or p.author in wanted.who]
    if not own:
        state = Met.WRONG_AUTHOR if known else Met.MISSING
        return _with(wanted, state, known[-1] if known else None)
    in_time = [p for p in own if latest(p.fact.on) < passage.day or (not passage.made and _on_the_day(p, passage))]
    if in_time:
        return _with(wanted, Met.MET if in_time[-1].favourable else Met.UNFAVOURABLE, in_time[-1])
    return _with(wanted, Met.SAME_DAY if _on_the_day(own[0], passage) else Met.LATE, own[0])


def _on_the_day(proof: Proof, passage: Passage) -> bool:
    return latest(proof.fact.on) == passage.day


def _with(wanted: Condition, state: Met, proof: Proof | None) -> Condition:
    if proof is None:
        return replace(wanted, state=state)
    return replace(wanted, state=state, met_on=latest(proof.fact.on), author=proof.author, facts=(proof.fact.id,))
