"""Moves on a breach or a change without an avenant: give formal notice, cure, declare the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from convenir.core.delays import after
from convenir.core.departures import choices
from convenir.core.ending import silent_changes
from convenir.core.ending.breaches import Breach, FormalNotice, Stage, clause_against, defect, power, running, stage
from convenir.core.ending.cures import rolled, safe_to_cure, safe_to_declare
from convenir.core.facts import BreachCured, Event, FormalNoticeSent, TerminationDeclared
from convenir.core.moves.move import DAY, Move, MoveKind, Scene, forms_for
from convenir.core.source import Source
from convenir.core.terms import TerminationOnGround
from convenir.core.terms.termination import Clock, Form, Ground

# Grounds that a clause opens without any fact of this dossier.
OTHER_GROUNDS = frozenset({Ground.PUBLIC_INTEREST, Ground.FORCE_MAJEURE})


def giving_formal_notice(scene: Scene, party: str) -> Iterator[Move]:
    """To give formal notice of each breach that the party may act on and of which none of its letters stands."""
    for breach in _open(scene):
        clause = clause_against(breach, party, scene.text)
        noticed = any(notice.party == party and notice.stands(scene.on) for notice in breach.notices)
        if clause is None or noticed or not clause.formal_notice or defect(breach, party, scene.text) is not None:
            continue
        counted = clause.cure if clause.clock is Clock.SENDING else None
        events = (FormalNoticeSent(party=party, breach=breach.name, cure=clause.cure),)
        yield Move(
            kind=MoveKind.GIVE_FORMAL_NOTICE,
            party=party,
            useful=True,
            subject=breach.name,
            form=clause.form,
            forms=forms_for(clause.form),
            leaves_until=None if counted is None else after(scene.on, counted),
            because=(clause.source,),
            events=() if clause.cure is None else events,
        )


def curing(scene: Scene, party: str) -> Iterator[Move]:
    """To cure one's own breach, until the last day that the formal notice leaves."""
    for breach in _open(scene):
        if breach.party != party:
            continue
        notice = running(breach, scene.on)
        end = None if notice is None else notice.ends_on
        yield Move(
            kind=MoveKind.CURE,
            party=party,
            useful=stage(breach, scene.on) is not Stage.UNHEEDED,
            subject=breach.name,
            last_useful_on=end,
            safe_on=None if end is None else safe_to_cure(end, scene.calendar),
            because=_grounds(scene, breach, notice),
            assumptions=() if notice is None else tuple(rolled(notice, scene.calendar)),
            events=(BreachCured(breach=breach.name),),
        )


def declaring(scene: Scene, party: str) -> Iterator[Move]:
    """To declare the end: for an unheeded formal notice, a change without an avenant, a ground that the text names."""
    yield from _for_breaches(scene, party)
    yield from _for_changes(scene, party)
    yield from _on_grounds(scene, party)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a declaration invokes: its subject and ground, the words, the form, and from when it is lawful and safe."""

    subject: str
    ground: Ground
    source: Source
    breach: str = ""
    form: Form | None = None
    opens_on: date | None = None
    safe_on: date | None = None


def _for_breaches(scene: Scene, party: str) -> Iterator[Move]:
    for breach in scene.breaches:
        held = power(breach, party, scene.lived.texts, scene.on) if breach.happened_on <= scene.on else None
        if held is None:
            continue
        end = None if held.notice is None else held.notice.ends_on
        declared = Declared(
            subject=breach.name,
            ground=breach.ground,
            source=held.clause.source,
            breach=breach.name,
            opens_on=held.opens_on,
            safe_on=held.opens_on if end is None else safe_to_declare(end, scene.calendar),
        )
        yield _declaration(scene, party, declared)


def _for_changes(scene: Scene, party: str) -> Iterator[Move]:
    for change in silent_changes.silent_changes(scene.lived.texts, scene.facts):
        clause = silent_changes.clause_for(scene.lived.texts.on(change.happened_on), party)
        if clause is not None and change.is_open(scene.on):
            declared = Declared(
                subject=change.name,
                ground=Ground.NO_AMENDMENT,
                source=clause.source,
                breach=change.name,
                opens_on=change.happened_on,
            )
            yield _declaration(scene, party, declared)


def _on_grounds(scene: Scene, party: str) -> Iterator[Move]:
    for clause in scene.text.every(TerminationOnGround):
        if clause.ground in OTHER_GROUNDS and (not clause.by or party in clause.by):
            declared = Declared(
                subject=clause.ground.value, ground=clause.ground, source=clause.source, form=clause.form
            )
            yield _declaration(scene, party, declared)


def _declaration(scene: Scene, party: str, declared: Declared) -> Move:
    """The declaration made on the day asked, where it is already lawful; until the eve of the end."""
    events: Sequence[Event] = (TerminationDeclared(party=party, ground=declared.ground, breach=declared.breach),)
    lawful = declared.opens_on is None or declared.opens_on <= scene.on
    after_it = scene.done(events) if lawful else scene.lived
    ends = after_it.last_day != scene.lived.last_day
    return Move(
        kind=MoveKind.DECLARE,
        party=party,
        useful=ends,
        subject=declared.subject,
        form=declared.form,
        forms=forms_for(declared.form),
        opens_on=declared.opens_on,
        last_useful_on=None if scene.lived.last_day is None else scene.lived.last_day - DAY,
        safe_on=declared.safe_on,
        effect_on=after_it.last_day if ends else None,
        because=(declared.source,),
        assumptions=tuple(choices(after_it, scene.calendar, running=True)) if ends else (),
        events=tuple(events) if lawful else (),
    )


def _open(scene: Scene) -> Iterator[Breach]:
    """The breaches that have happened and are not cured on the day asked."""
    for breach in scene.breaches:
        if breach.happened_on <= scene.on and stage(breach, scene.on) is not Stage.CURED:
            yield breach


def _grounds(scene: Scene, breach: Breach, notice: FormalNotice | None) -> tuple[Source, ...]:
    """The words that ask for the cure: those of the formal notice's clause, else those that were not kept."""
    if notice is not None and notice.clause is not None:
        return (notice.clause.source,)
    return tuple(clause.source for clause in scene.text.clauses if clause.source.article == breach.article)[:1]
