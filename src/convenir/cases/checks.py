"""What a case file asserts, compared with what the law of this product answers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TypeVar

from convenir.cases.dates import DATE_KEYS, date_gaps
from convenir.cases.gates import gate_gaps
from convenir.cases.lines import (
    alternatives_of,
    article_gaps,
    finding_gaps,
    obligation_gaps,
    same_alternatives,
)
from convenir.cases.move_lines import move_gaps
from convenir.cases.names import by_party, member, names, shown
from convenir.cases.reading import Case, CaseUnreadable, Table
from convenir.cases.tables import table_gaps
from convenir.core.agenda import Asked, duties, irregularities_of, situation_on
from convenir.core.assumptions import Choice
from convenir.core.authority import authorities
from convenir.core.committees.seats import parity
from convenir.core.committees.turns import next_chair, next_secretary
from convenir.core.courts import forum, third_party_action
from convenir.core.delays import latest
from convenir.core.findings import Finding, Oddity
from convenir.core.moves import Move, MoveKind, moves
from convenir.core.obligation import Duty, Obligation
from convenir.core.openness import openness
from convenir.core.situation import Situation
from convenir.core.standing import Flag, Raised, Standing, Status, standing
from convenir.core.terms.termination import Ground
from convenir.core.text.acts import facts_of
from convenir.core.text.amend import AmendmentState

T = TypeVar("T")
Gap = tuple[str, str]  # what was expected, what was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One line of a case that does not hold. `place` is the line of `then` or `dates`, counted from 1."""

    file: str
    story: str
    place: str
    key: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.file}, {self.place}, « {self.key} » : attendu {self.expected}, trouvé {self.found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that can be asked of a convention on a day, as known on a day."""

    standing: Standing
    agenda: tuple[Obligation, ...]
    irregularities: tuple[Finding, ...]
    moves: tuple[Move, ...]
    situation: Situation


Check = Callable[[Answers, Any], Iterable[Gap]]


def differences(case: Case) -> Iterator[Difference]:
    """Every expectation of the case that does not hold; none if the case passes.

    Raises CaseUnreadable for a name or a value that the format does not know: nothing is ever ignored.
    """
    for number, line in enumerate(case.then, start=1):
        place = f"ligne {number} de « then »"
        _known_names(case, line, LINE_KEYS | CHECKS.keys(), place)
        answers = _answers(case, line, place)
        for key in [key for key in line if key in CHECKS]:
            for gap in _read(case, f"{place}, « {key} »", partial(CHECKS[key], answers, line[key])):
                yield _difference(case, f"{place} (au {line['on']})", key, gap)
    for number, line in enumerate(case.dates, start=1):
        place = f"ligne {number} de « dates »"
        _known_names(case, line, DATE_KEYS, place)
        for key, expected, found in _read(case, place, partial(date_gaps, line)):
            yield _difference(case, place, key, (expected, found))
    for number, key, gap in _read(case, "« tables »", partial(table_gaps, case.terms, case.tables)):
        yield _difference(case, f"ligne {number} de « tables »", key, gap)


def _difference(case: Case, place: str, key: str, gap: Gap) -> Difference:
    return Difference(file=case.file, story=case.story, place=place, key=key, expected=gap[0], found=gap[1])


def _read(case: Case, place: str, compare: Callable[[], Iterable[T]]) -> list[T]:
    """What a comparison finds; a value that it cannot read is told with its place."""
    try:
        return list(compare())
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise CaseUnreadable(file=case.file, why=f"{place} : valeur incomprise ({error}).") from error


def _known_names(case: Case, line: Table, allowed: Iterable[str], place: str) -> None:
    unknown = sorted(line.keys() - set(allowed))
    if unknown:
        told = ", ".join(f"« {name} »" for name in unknown)
        raise CaseUnreadable(
            file=case.file, why=f"{place} : clé inconnue {told}. Clés admises : {', '.join(sorted(allowed))}."
        )


def _answers(case: Case, line: Table, place: str) -> Answers:
    """The answers on the day `on`, as known on `known` (everything, when absent), up to `horizon`."""
    for key in ("on", "known", "horizon"):
        if type(line.get(key, date.max)) is not date:
            raise CaseUnreadable(file=case.file, why=f"{place} : « {key} » doit être un jour, par exemple 2022-12-31.")
    if "on" not in line:
        raise CaseUnreadable(file=case.file, why=f"{place} : il manque « on », le jour de la question.")
    on, known = line["on"], line.get("known", date.max)
    status = standing(case.terms, case.facts, on=on, known=known, calendar=case.calendar)
    until = line.get("horizon", date((status.last_day or on).year + 1, 12, 31))
    asked: Asked = {"on": on, "known": known, "until": until, "calendar": case.calendar}
    situation = situation_on(case.terms, case.facts, **asked)
    return Answers(
        standing=status,
        agenda=duties(situation),
        irregularities=irregularities_of(situation),
        moves=moves(case.terms, case.facts, on=on, known=known, calendar=case.calendar),
        situation=situation,
    )


def _equal(read: Callable[[Answers], Any]) -> Check:
    """The check that a value is the one expected; « none » stands for no value."""

    def check(answers: Answers, expected: Any) -> Iterator[Gap]:
        found = read(answers)
        if found != (None if expected == "none" else expected):
            yield shown(expected), shown(found)

    return check


def _status(answers: Answers, expected: str) -> Iterator[Gap]:
    if answers.standing.status is not member(Status, expected):
        yield shown(expected), shown(answers.standing.status.value)


def _ground(answers: Answers, expected: str) -> Iterator[Gap]:
    """Why the convention ends early; « none » where it does not."""
    found = answers.standing.ground
    if found is not (None if expected == "none" else member(Ground, expected)):
        yield shown(expected), shown(found)


def _flag_name(raised: Raised) -> str:
    return f"{raised.flag.value}:{raised.party}" if raised.party else raised.flag.value


def _flags(answers: Answers, expected: list[str]) -> Iterator[Gap]:
    """Exactly these flags; « flag:party » also names the party, « flag » alone leaves it open."""
    for name in names(expected):
        member(Flag, name.partition(":")[0])
    found = {_flag_name(raised) for raised in answers.standing.flags}
    named = {name for name in found if name in expected or name.partition(":")[0] in expected}
    answered = {name for name in expected if name in found or name in {n.partition(":")[0] for n in found}}
    if named != found or answered != set(expected):
        yield shown(expected), shown(sorted(found))


def _assumptions(answers: Answers, expected: list[str]) -> Iterator[Gap]:
    found = {assumption.choice.value for assumption in answers.standing.assumptions}
    if found != {member(Choice, name).value for name in names(expected)}:
        yield shown(expected), shown(sorted(found))


def _alternatives(answers: Answers, expected: Table) -> Iterator[Gap]:
    found = alternatives_of(answers.standing.assumptions)
    if not same_alternatives(expected, found):
        yield shown(expected), shown(found)


def _because(answers: Answers, expected: str | list[str]) -> Iterable[Gap]:
    return article_gaps(answers.standing.because, expected)


def _evidence(answers: Answers, expected: list[str]) -> Iterator[Gap]:
    if set(answers.standing.facts) != set(expected):
        yield shown(expected), shown(answers.standing.facts)


def _amendments(answers: Answers, expected: dict[str, str]) -> Iterator[Gap]:
    """Exactly these avenants, each in its state."""
    states = {name: member(AmendmentState, state).value for name, state in expected.items()}
    found = {act.amendment: act.state.value for act in answers.situation.life.amendments}
    if found != states:
        yield shown(expected), shown(found)


def _dated_duties(answers: Answers, expected: int) -> Iterator[Gap]:
    counted = [duty for duty in answers.agenda if not duty.optional and duty.duty is not Duty.PLANNED_MEETING]
    found = [duty.key for duty in counted if duty.due_on is not None]
    if len(found) != expected:
        yield shown(expected), f"{len(found)} ({', '.join(found)})" if found else "0"


def _of_body(read: Callable[[Situation, str], str | bool | None]) -> Check:
    """The check of what is known of each body named; « none » stands for what nobody can say."""

    def check(answers: Answers, expected: dict[str, Any]) -> Iterator[Gap]:
        for body, value in expected.items():
            found = read(answers.situation, body)
            if found != (None if value == "none" else value):
                yield f"{body} = {shown(value)}", f"{body} = {shown(found)}"

    return check


def _parity(situation: Situation, body: str) -> bool | None:
    return parity(situation, body, situation.on)


def _noted(answers: Answers, noted: bool) -> list[Finding]:
    """The findings on the facts that are only to be known, or those that something is wrong with."""
    return [finding for finding in answers.irregularities if (finding.oddity is Oddity.NOTED) is noted]


def _executory(answers: Answers, expected: dict[str, Any]) -> Iterator[Gap]:
    """From which day the act of each party named binds; « none » while a formality lacks."""
    asked = answers.situation
    concluded = None if asked.life.concluded_on is None else latest(asked.life.concluded_on)
    found = {a.party: a.executory_on for a in authorities(asked.life.texts.original, facts_of(asked.facts), concluded)}
    for party, day in by_party(expected).items():
        if found.get(party) != (None if day == "none" else day):
            yield f"{party} = {shown(day)}", f"{party} = {shown(found.get(party))}"


def _third_parties(answers: Answers) -> date | None:
    action = third_party_action(answers.situation)
    return None if action is None else action.until


def _by_party(kind: MoveKind, read: Callable[[Move], Any]) -> Check:
    """The check of what each party named may do; « none » stands for no such possibility."""

    def check(answers: Answers, expected: dict[str, Any]) -> Iterator[Gap]:
        for party, value in by_party(expected).items():
            move = next((move for move in answers.moves if (move.kind, move.party) == (kind, party)), None)
            found = None if move is None else read(move)
            if found != (None if value == "none" else value):
                yield f"{party} = {shown(value)}", f"{party} = {shown(found)}"

    return check


# What a line of `then` says of the question itself; all its other keys are assertions.
LINE_KEYS = frozenset({"on", "known", "horizon", "source", "note"})

CHECKS: dict[str, Check] = {
    "status": _status,
    "start": _equal(lambda answers: answers.standing.first_day),
    "until": _equal(lambda answers: answers.standing.last_day),
    "period": _equal(lambda answers: answers.standing.period),
    "period_ends": _equal(lambda answers: answers.standing.period_ends_on),
    "signed": _equal(lambda answers: answers.standing.concluded_on),
    "missing": _equal(lambda answers: list(answers.standing.missing)),
    "range": _equal(lambda answers: list(answers.standing.range or ())),
    "ground": _ground,
    "flags": _flags,
    "assumptions": _assumptions,
    "alternatives": _alternatives,
    "because": _because,
    "evidence": _evidence,
    "amendments": _amendments,
    "text": _equal(lambda answers: answers.situation.life.texts.version(answers.situation.on).made_by or "convention"),
    "findings": lambda answers, expected: finding_gaps(answers.standing.findings, expected),
    "irregularities": lambda answers, expected: finding_gaps(_noted(answers, False), expected),
    "noted": lambda answers, expected: finding_gaps(_noted(answers, True), expected),
    "obligations": lambda answers, expected: obligation_gaps(answers.agenda, expected),
    "moves": lambda answers, expected: move_gaps(answers.moves, expected),
    "gates": lambda answers, expected: gate_gaps(answers.situation, expected),
    "dated_duties": _dated_duties,
    "next_chair": _of_body(next_chair),
    "next_secretary": _of_body(next_secretary),
    "parity": _of_body(_parity),
    "last_useful": _by_party(MoveKind.LEAVE, lambda move: move.last_useful_on),
    "notice_useful": _by_party(MoveKind.LEAVE, lambda move: move.useful),
    "notice_ends": _by_party(MoveKind.LEAVE, lambda move: move.effect_on),
    "notice_form": _by_party(MoveKind.LEAVE, lambda move: move.form.value if move.form else None),
    "executory": _executory,
    "court": _equal(lambda answers: forum(answers.situation).seat),
    "third_parties_until": _equal(_third_parties),
    "communicable": _equal(lambda answers: openness(answers.situation).communicable),
    "refuse_renewal": _by_party(MoveKind.REFUSE_RENEWAL, lambda move: move.last_useful_on),
}
