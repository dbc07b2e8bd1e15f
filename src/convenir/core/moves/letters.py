"""Moves by letter: leave, serve a letter again, withdraw it, refuse a tacit renewal; and until when each is useful."""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from convenir.core.assumptions import Alternative, Assumption, Choice
from convenir.core.delays import Delay, after
from convenir.core.ending.notices import PRESUMED, WORKING, Outcome, clause_for, last_denunciation, notice_end
from convenir.core.ending.receptions import Proof, letters, reception
from convenir.core.facts import NoticeReceived, NoticeWithdrawn
from convenir.core.law import MUTUAL_CONSENT, WITHDRAWAL_BEFORE_RECEPTION
from convenir.core.life import Life
from convenir.core.moves.move import DAY, Move, MoveKind, Scene, forms_for
from convenir.core.periods import Period
from convenir.core.terms import Renewal, TerminationAtWill, Terms
from convenir.core.terms.lifetime import Mode
from convenir.core.workdays import Calendar, next_workday, previous_workday

# A letter that did not arrive, or not surely: sending it again is worth it.
DOUBTFUL = frozenset({*PRESUMED, Proof.NO_PASSAGE, Proof.RETURNED_EARLY, Proof.UNQUALIFIED}) - {Proof.UNDATED}


def last_useful_reception(clause: TerminationAtWill, lived: Life) -> date | None:
    """The last day on which a notice by that clause may be received to end the convention before its end.

    That end is its term, or the one that a running notice has already made. None where there is no end, where the
    clause only works for the end of the last period, or where it is not yet in the text, or no more, on such a day.
    """
    limit = _latest_end(clause, lived)
    if limit is None:
        return None
    day = last_denunciation(limit, clause.notice)
    written = [(one.first, last) for one, last in lived.texts.windows() if clause in one.terms.clauses]
    return max((min(day, last) for first, last in written if first <= min(day, last)), default=None)


def denunciations(terms: Terms, lived: Life) -> Iterator[tuple[Period, date]]:
    """Each period that a tacit renewal would follow, with the last day to refuse that renewal."""
    renewal = terms.first(Renewal)
    if renewal is None or renewal.mode is not Mode.TACIT:
        return
    for period in lived.periods[:-1] if lived.last_day is not None else lived.periods:
        days = _refusals(lived, period)
        yield period, max(days, default=last_denunciation(period.last, _denunciation(terms, renewal)))


def _refusals(lived: Life, period: Period) -> Iterator[date]:
    """For each version of the text, the last day within it on which the renewal that follows may be refused."""
    for version, last in lived.texts.windows():
        renewal = version.terms.first(Renewal)
        if renewal is not None and renewal.mode is Mode.TACIT:
            day = min(last_denunciation(period.last, _denunciation(version.terms, renewal)), last)
            if version.first <= day:
                yield day


def leaving(scene: Scene, party: str) -> Iterator[Move]:
    """To leave at will by a letter received on the day asked."""
    clause = clause_for(scene.text, party)
    if clause is None:
        return
    out = scene.on if clause.notice is None else after(scene.on, clause.notice)
    latest = _latest_clause(scene, party) or clause
    events = (NoticeReceived(party=party),)
    shift = scene.shift(events)
    yield Move(
        kind=MoveKind.LEAVE,
        party=party,
        useful=shift.moved,
        form=clause.form,
        forms=forms_for(clause.form),
        last_useful_on=last_useful_reception(latest, scene.lived),
        last_effect_on=_latest_effect(latest, scene.lived),
        safe_on=_safe_useful_reception(latest, scene),
        effect_on=shift.end,
        because=(clause.source,),
        assumptions=tuple(_choices(clause, notice_end(clause, out, scene.lived.periods), scene.calendar)),
        events=events,
    )


def serving_again(scene: Scene, party: str) -> Iterator[Move]:
    """To send again a letter that had not the form asked, or whose reception is missing or only presumed."""
    clause = clause_for(scene.text, party)
    if clause is None or not _is_doubtful(scene, party):
        return
    events = (NoticeReceived(party=party, form=clause.form),)
    shift = scene.shift(events)
    yield Move(
        kind=MoveKind.SERVE_AGAIN,
        party=party,
        useful=shift.moved or scene.lived.departure is not None,
        form=clause.form,
        forms=forms_for(clause.form),
        last_useful_on=last_useful_reception(_latest_clause(scene, party) or clause, scene.lived),
        effect_on=shift.end,
        because=(clause.source,),
        events=events,
    )


def withdrawing(scene: Scene, party: str) -> Iterator[Move]:
    """To withdraw a notice: alone before it is received, then with the agreement of all until its last day."""
    working = [
        n for n in scene.lived.notices if n.party == party and n.outcome in WORKING and n.received_on <= scene.on
    ]
    ends = [notice.last_day for notice in working if notice.last_day is not None]
    alone = not working and _is_on_its_way(scene, party)
    if not alone and (not ends or min(ends) < scene.on):
        return
    others = () if alone else scene.others(party)
    events = (NoticeWithdrawn(party=party, agreed_by=others),)
    shift = scene.shift(events)
    yield Move(
        kind=MoveKind.WITHDRAW_NOTICE,
        party=party,
        useful=alone or shift.moved,
        agreement_of=others,
        last_useful_on=min(ends, default=None),
        effect_on=shift.end,
        because=working[0].because if working else (),
        laws=(WITHDRAWAL_BEFORE_RECEPTION if alone else MUTUAL_CONSENT,),
        events=events,
    )


def refusing(scene: Scene, party: str) -> Iterator[Move]:
    """To refuse the next tacit renewal that can still be refused."""
    renewal = scene.text.first(Renewal)
    following = next((found for found in denunciations(scene.text, scene.lived) if found[1] >= scene.on), None)
    if renewal is None or following is None:
        return
    period, last = following
    safe = safe_reception(period.last, _denunciation(scene.text, renewal), scene.calendar)
    events = (NoticeReceived(party=party, effect_on=_stated(scene.text, party, period)),)
    shift = scene.shift(events)
    yield Move(
        kind=MoveKind.REFUSE_RENEWAL,
        party=party,
        useful=shift.moved,
        form=renewal.form,
        forms=forms_for(renewal.form),
        last_useful_on=last,
        last_effect_on=period.last,
        safe_on=min(safe, previous_workday(last, scene.calendar)),
        effect_on=shift.end,
        because=(renewal.source,),
        events=events,
    )


def safe_reception(limit: date, notice: Delay | None, calendar: Calendar) -> date:
    """The last working day on which a letter may arrive for its notice to run out by `limit` in every reading.

    >>> from convenir.core.delays import Months
    >>> from convenir.core.workdays import FRENCH
    >>> safe_reception(date(2018, 12, 30), Months(count=3), FRENCH)
    datetime.date(2018, 9, 28)
    """
    day = previous_workday(last_denunciation(limit, notice), calendar)
    while notice is not None and next_workday(after(day, notice), calendar) > limit:
        day = previous_workday(day - DAY, calendar)
    return day


def _latest_clause(scene: Scene, party: str) -> TerminationAtWill | None:
    """The clause that rules the last useful letter of a party: an avenant or a judgment may change it until then."""
    ruling = (clause_for(version.terms, party) for version in scene.lived.texts.versions)
    dated = [(last_useful_reception(clause, scene.lived), clause) for clause in ruling if clause is not None]
    return max(((day, clause) for day, clause in dated if day is not None), key=itemgetter(0), default=(None, None))[1]


def _safe_useful_reception(clause: TerminationAtWill, scene: Scene) -> date | None:
    """The day to aim at so that a letter by that clause is useful in every reading."""
    limit, last = _latest_end(clause, scene.lived), last_useful_reception(clause, scene.lived)
    if limit is None or last is None:
        return None
    return min(safe_reception(limit, clause.notice, scene.calendar), previous_workday(last, scene.calendar))


def _latest_end(clause: TerminationAtWill, lived: Life) -> date | None:
    """The latest last day in force that a notice by that clause may usefully reach."""
    if lived.last_day is None:
        return None
    if not clause.at_term:
        return lived.last_day - DAY
    return max((period.last for period in lived.periods if period.last < lived.last_day), default=None)


def _latest_effect(clause: TerminationAtWill, lived: Life) -> date | None:
    """The last day in force that a notice received on its last useful day makes."""
    last = last_useful_reception(clause, lived)
    if last is None:
        return None
    return notice_end(clause, last if clause.notice is None else after(last, clause.notice), lived.periods)


def _denunciation(terms: Terms, renewal: Renewal) -> Delay | None:
    """The notice of the renewal clause, else that of a clause which only works for the end of a period."""
    return renewal.denunciation or next((c.notice for c in terms.every(TerminationAtWill) if c.at_term), None)


def _stated(terms: Terms, party: str, period: Period) -> date | None:
    """The last day that the letter must announce: without it, a clause to leave at will would end the period."""
    clause = clause_for(terms, party)
    return None if clause is None or clause.at_term else period.last


def _is_doubtful(scene: Scene, party: str) -> bool:
    """Whether a letter of that party had no effect by its form, or no sure reception."""
    wrong = [n for n in scene.lived.notices if n.party == party and n.outcome is Outcome.WRONG_FORM]
    sent = [letter for letter in letters(scene.facts) if letter.party == party and letter.begun_on <= scene.on]
    unsure = any(reception(letter).proof in DOUBTFUL and letter.withdrawn is None for letter in sent)
    return unsure or any(notice.received_on <= scene.on for notice in wrong)


def _is_on_its_way(scene: Scene, party: str) -> bool:
    """Whether a letter of that party was sent by the day asked, and not received by then."""
    for letter in letters(scene.facts):
        if letter.party == party and letter.withdrawn is None and letter.begun_on <= scene.on:
            deemed = reception(letter)
            if deemed.proof is Proof.AWAITED or (deemed.on is not None and deemed.on > scene.on):
                return True
    return False


def _choices(clause: TerminationAtWill, end: date, calendar: Calendar) -> Iterator[Assumption]:
    """What was chosen to date the effect of a notice received that day."""
    if clause.notice is not None and clause.clock is None:
        yield Assumption(choice=Choice.NOTICE_FROM_RECEPTION, on=end, source=clause.source)
    rolled = next_workday(end, calendar)
    if rolled != end:
        other = Alternative(reading="next_workday", on=rolled)
        yield Assumption(choice=Choice.NOTICE_DOES_NOT_ROLL, on=end, alternatives=(other,), source=clause.source)
