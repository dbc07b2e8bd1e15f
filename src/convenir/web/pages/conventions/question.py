"""A dossier and the day of the question: what the pure libraries answer, computed once for a page."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict

from convenir.access.conventions import Dossier
from convenir.core.agenda import agenda_of, duties, horizon, irregularities_of, situation_on
from convenir.core.findings import Finding
from convenir.core.obligation import Obligation, State
from convenir.core.refusals import Refusal
from convenir.core.situation import Situation
from convenir.core.standing import Standing, standing

SOON = timedelta(days=90)


class NotADay(Refusal):
    """The day of the question cannot be read."""

    code = "not-a-day"
    sentence = "« {said} » n’est pas une date qui existe : écrivez-la comme 31/12/2027, ou choisissez-la au calendrier."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that is computed for a page. `today` is the real day, `on` the day asked: they differ for a what-if."""

    dossier: Dossier
    today: date
    on: date
    situation: Situation
    standing: Standing
    agenda: tuple[Obligation, ...]
    irregular: tuple[Finding, ...]

    @property
    def supposed(self) -> bool:
        """Whether another day than today is asked."""
        return self.on != self.today

    def of_state(self, *states: State) -> list[Obligation]:
        """The obligations in one of those states, in order of date."""
        return [one for one in self.agenda if one.state in states]

    def duty(self, key: str) -> Obligation | None:
        """The obligation of that name; a meeting owed that its appointment tells in the agenda keeps its own."""
        return next((one for one in duties(self.situation) if one.key == key), None)

    @property
    def late(self) -> list[Obligation]:
        """What should have been done and still can be."""
        return self.of_state(State.LATE, State.REASON_REQUIRED)

    @property
    def coming(self) -> list[Obligation]:
        """What is due from this day on."""
        return [one for one in self.of_state(State.DUE) if one.due_on and one.due_on >= self.on]

    @property
    def next(self) -> Obligation | None:
        """The nearest duty; the last day of a possibility counts only when nothing else comes."""
        duties = [one for one in self.coming if not one.optional]
        return next(iter(duties or self.coming), None)


def ask(dossier: Dossier, *, on: date, today: date) -> Answer:
    """Everything about the dossier on that day, with all that is known today."""
    known = max(today, dossier.known)
    terms, facts, calendar = dossier.terms, dossier.facts, dossier.calendar
    until = horizon(terms, facts, on=on, known=known)
    situation = situation_on(terms, facts, on=on, known=known, until=until, calendar=calendar)
    return Answer(
        dossier=dossier,
        today=today,
        on=on,
        situation=situation,
        standing=standing(terms, facts, on=on, known=known, calendar=calendar),
        agenda=agenda_of(situation),
        irregular=irregularities_of(situation),
    )


def day_asked(query: QueryDict, today: date) -> date:
    """The day of `?on=`, ISO or French; today when absent; `NotADay` when it does not exist."""
    said = query.get("on", "").strip()
    if not said:
        return today
    day, _, rest = said.partition("/")
    month, _, year = rest.partition("/")
    iso = f"{year}-{month:0>2}-{day:0>2}" if rest else said
    try:
        return date.fromisoformat(iso)
    except ValueError as error:
        raise NotADay(said=said) from error
