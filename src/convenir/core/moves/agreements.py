"""Moves that parties make together: sign, amend, agree on the end, renew, conclude the next convention."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from convenir.core.delays import Delay, last_day
from convenir.core.facts import Event, RenewalSigned, Signed, TerminationAgreed
from convenir.core.law import MUTUAL_CONSENT
from convenir.core.moves.move import DAY, Move, MoveKind, Scene
from convenir.core.periods import duration_of
from convenir.core.terms import AmendmentClause, PartyClause, Renewal, TerminationOnGround
from convenir.core.terms.lifetime import Mode
from convenir.core.terms.termination import Ground
from convenir.core.text.amend import AmendmentState

UNSIGNED = frozenset({AmendmentState.DRAFT, AmendmentState.SIGNING})


def signing(scene: Scene, party: str) -> Iterator[Move]:
    """To sign the convention, as long as its own end has not come."""
    duration = duration_of(scene.original)
    end = None if duration is None else duration.ends_on
    if party not in scene.lived.missing or (end is not None and end < scene.on):
        return
    events = (Signed(party=party),)
    yield Move(
        kind=MoveKind.SIGN,
        party=party,
        useful=True,
        last_useful_on=end,
        effect_on=scene.shift(events).end,
        because=tuple(clause.source for clause in scene.original.every(PartyClause) if clause.key == party),
        events=events,
    )


def amending(scene: Scene, party: str) -> Iterator[Move]:
    """To agree on an avenant, or to sign one that awaits that party, before the end."""
    clause = scene.text.first(AmendmentClause)
    open_to_all = Move(
        kind=MoveKind.AMEND,
        party=party,
        useful=True,
        agreement_of=scene.others(party),
        last_useful_on=scene.lived.last_day,
        because=() if clause is None else (clause.source,),
        laws=(MUTUAL_CONSENT,) if clause is None else (),
    )
    yield open_to_all
    for act in scene.lived.amendments:
        if act.state in UNSIGNED and act.recorded and party in act.missing:
            events = (Signed(party=party, amendment=act.amendment),)
            awaited = tuple(key for key in act.missing if key != party)
            end = scene.shift(events).end
            yield replace(open_to_all, subject=act.amendment, agreement_of=awaited, effect_on=end, events=events)


def agreeing_on_the_end(scene: Scene, party: str) -> Iterator[Move]:
    """To end the convention by an agreement of all, as soon as the day asked."""
    stated = tuple(c.source for c in scene.text.every(TerminationOnGround) if c.ground is Ground.MUTUAL)
    events = tuple(TerminationAgreed(party=key, until=scene.on) for key in (party, *scene.others(party)))
    shift = scene.shift(events)
    yield Move(
        kind=MoveKind.AGREE_END,
        party=party,
        useful=shift.moved,
        agreement_of=scene.others(party),
        last_useful_on=None if scene.lived.last_day is None else scene.lived.last_day - DAY,
        effect_on=shift.end,
        because=stated,
        laws=(MUTUAL_CONSENT,),
        events=events,
    )


def renewing(scene: Scene, party: str) -> Iterator[Move]:
    """To renew expressly before the end, for the length that the text gives; else for one still to be chosen."""
    renewal = scene.text.first(Renewal)
    if renewal is None or renewal.mode is not Mode.EXPRESS or scene.lived.term is None:
        return
    events = _renewal(scene, party, renewal, scene.lived.term)
    yield Move(
        kind=MoveKind.RENEW,
        party=party,
        useful=scene.lived.departure is None,
        agreement_of=scene.others(party),
        last_useful_on=scene.lived.last_day,
        effect_on=scene.shift(events).end if events else None,
        because=(renewal.source,),
        events=events,
    )


def following(scene: Scene, party: str) -> Iterator[Move]:
    """To conclude, before the term, a new convention that follows this one without a gap."""
    if scene.lived.term is not None:
        yield from (replace(move, last_useful_on=scene.lived.last_day) for move in concluding_again(scene, party))


def concluding_again(scene: Scene, party: str) -> Iterator[Move]:
    """To conclude a new convention, once this one has ended."""
    yield Move(kind=MoveKind.NEW_CONVENTION, party=party, useful=True, agreement_of=scene.others(party))


def _renewal(scene: Scene, party: str, renewal: Renewal, term: date) -> tuple[Event, ...]:
    """The signatures of a renewal of the length that the text gives; none where it gives no length."""
    duration = duration_of(scene.text)
    length: Delay | None = renewal.step or (None if duration is None else duration.span)
    if length is None:
        return ()
    until = last_day(term + DAY, length)
    return tuple(RenewalSigned(party=key, until=until) for key in (party, *scene.others(party)))
