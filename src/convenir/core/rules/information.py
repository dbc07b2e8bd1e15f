"""What the parties owe each other in words: news before it takes effect, an exchange before a study, secrecy after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import before
from convenir.core.facts import ChangeAnnounced, ConsultationHeld, Fact, InformationGiven, StudyLaunched
from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.obligation import Duty, Obligation, State, state_on, tempered
from convenir.core.situation import Situation, day_of
from convenir.core.terms import Confidentiality, MutualInformation, PriorConsultation


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A change that one party must make known: when it takes effect, since when it was known, which facts tell it."""

    party: str
    matter: str
    effective_on: date
    known_on: date | None
    given: Fact | None
    facts: tuple[str, ...]


def news_to_give(situation: Situation) -> Iterator[Obligation]:
    """Each change recorded, with the information that went before or after it."""
    for news in _news(situation):
        clause = _informed_by(situation, news)
        if clause is None or not situation.in_life(news.effective_on):
            continue
        due_on = _inform_by(clause, news)
        done_on = day_of(news.given) if news.given else None
        duty = Obligation(
            key=f"information:{news.facts[0]}",
            duty=Duty.INFORMATION,
            subject=news.matter,
            who=(news.party,),
            state=state_on(situation.on, due_on=due_on, done_on=done_on),
            due_on=due_on,
            opens_on=news.known_on or news.effective_on,
            done_on=done_on,
            because=(clause.source,),
            facts=news.facts,
            assumptions=_undated(clause, news),
        )
        yield tempered(duty, clause.force)


def _news(situation: Situation) -> Iterator[News]:
    """The changes announced, each with the first information that answers it; then those that an information tells."""
    told = list(situation.happened(InformationGiven))
    for fact, change in situation.events(ChangeAnnounced):
        given = next((one for one in told if _answers(one[1], fact, change)), None)
        if given is not None:
            told.remove(given)
        yield News(
            party=change.party,
            matter=change.matter,
            effective_on=day_of(fact),
            known_on=change.known_on or (given[1].known_on if given else None),
            given=given[0] if given else None,
            facts=(fact.id, given[0].id) if given else (fact.id,),
        )
    for fact, event in told:
        if event.effective_on is not None:
            yield News(
                party=event.party,
                matter=event.matter,
                effective_on=event.effective_on,
                known_on=event.known_on,
                given=fact,
                facts=(fact.id,),
            )


def _answers(told: InformationGiven, fact: Fact, change: ChangeAnnounced) -> bool:
    """Whether the information is about that change: same party, same matter, and the same day where it gives one."""
    same = told.party == change.party and told.matter.casefold() == change.matter.casefold()
    return same and told.effective_on in (None, day_of(fact))


def _informed_by(situation: Situation, news: News) -> MutualInformation | None:
    """The clause that asks for this news: one that names its matter, or that names none."""
    matter = news.matter.casefold()
    clauses = situation.life.texts.on(news.effective_on).every(MutualInformation)
    return next((c for c in clauses if not c.matters or matter in {named.casefold() for named in c.matters}), None)


def _inform_by(clause: MutualInformation, news: News) -> date | None:
    """The last day to tell it; none for what nobody knew before it took effect: it is told as soon as it is known."""
    if news.known_on is not None and news.known_on > news.effective_on:
        return None
    return before(news.effective_on, clause.before) if clause.before else news.effective_on


def _undated(clause: MutualInformation, news: News) -> tuple[Assumption, ...]:
    """Where the text gives no time, the other reading asks for the news as soon as it is known."""
    if clause.before is not None or _inform_by(clause, news) is None:
        return ()
    others = (Alternative(reading="as_soon_as_known", on=news.known_on),) if news.known_on else ()
    choice = Choice.INFORMED_BEFORE_EFFECT
    return (Assumption(choice=choice, on=news.effective_on, alternatives=others, source=clause.source),)


def consultations_to_hold(situation: Situation) -> Iterator[Obligation]:
    """An exchange before each study or worksite that was launched: held that day at the latest, or missed for good."""
    for fact, study in situation.happened(StudyLaunched):
        launched = day_of(fact)
        clause = situation.life.texts.on(launched).first(PriorConsultation)
        if clause is None or not situation.in_life(launched) or spared(clause, study):
            continue
        held = _held(situation, study.subject)
        in_time = held is not None and day_of(held) <= launched
        unsaid = tuple(_unsaid(clause, study))
        duty = Obligation(
            key=f"consultation:{fact.id}",
            duty=Duty.CONSULTATION,
            subject=study.subject,
            who=(study.party,),
            state=State.DONE if in_time else State.REASON_REQUIRED if unsaid else State.MISSED,
            due_on=launched,
            done_on=day_of(held) if held else None,
            because=(clause.source,),
            facts=(fact.id, held.id) if held else (fact.id,),
            findings=() if in_time else unsaid,
        )
        yield tempered(duty, clause.force)


def spared(clause: PriorConsultation, study: StudyLaunched) -> bool:
    """Whether the clause leaves that study out: it does not concern the other party, or it is not a major one."""
    return (clause.if_concerned and study.concerns is False) or (clause.major_only and study.major is False)


def _held(situation: Situation, subject: str) -> Fact | None:
    about = subject.casefold()
    held = situation.happened(ConsultationHeld)
    return next((fact for fact, event in held if event.subject.casefold() == about), None)


def _unsaid(clause: PriorConsultation, study: StudyLaunched) -> Iterator[Finding]:
    """What must be known before anybody can say that the duty was broken."""
    if clause.if_concerned and study.concerns is None:
        yield _question("study-concern", study, "si l’autre partie est concernée", clause)
    if clause.major_only and study.major is None:
        yield _question("study-size", study, "s’il s’agit d’un chantier majeur", clause)


def _question(about: str, study: StudyLaunched, what: str, clause: PriorConsultation) -> Finding:
    return Finding(
        oddity=Oddity.AMBIGUOUS,
        about=about,
        severity=Severity.INFORMATION,
        sentence=f"« {study.subject} » : le dossier ne dit pas {what}.",
        advice="Précisez-le : l’échange préalable n’est dû que dans ce cas.",
        sources=(clause.source,),
    )


def secrecy_after_end(situation: Situation) -> Iterator[Obligation]:
    """Once the convention is over, the secrecy that its clause makes last without limit."""
    end = situation.life.last_day
    if end is None or situation.owed_from is None or situation.on <= end:
        return
    surviving = tuple(c.source for c in situation.life.texts.on(end).every(Confidentiality) if c.survives)
    if surviving:
        yield Obligation(
            key="confidentiality",
            duty=Duty.CONFIDENTIALITY,
            subject="",
            who=situation.parties,
            state=State.OPEN,
            opens_on=end + timedelta(days=1),
            because=surviving,
        )
