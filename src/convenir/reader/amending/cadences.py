"""How often a body meets, where an avenant only names the new rhythm: «la périodicité devient semestrielle»."""

import re

from convenir.core.terms import Committee, MeetingCadence
from convenir.reader.amending.edits import Excerpt, ValueReplaced
from convenir.reader.amending.places import Missing, Span, span_of
from convenir.reader.french.numbers import NUMBER
from convenir.reader.french.words import flat
from convenir.reader.reading import Reading
from convenir.reader.wordings.governance.bodies import Registry
from convenir.reader.wordings.governance.body_names import mentions

# Each rhythm is named by its period.
_PERIODS = {"annuel": "an", "semestriel": "semestre", "trimestriel": "trimestre", "mensuel": "mois"}
_PERIOD = r"(?:ans?|annees?|semestres?|trimestres?|mois)\b"
_SAID = re.compile(
    rf"(?P<times>{NUMBER}\s+(?P<noun>fois|reunion|seance)s?\s+(?:par\s+|l'){_PERIOD})"
    rf"|(?P<every>\bchaque\s+{_PERIOD}|\btous\s+les\s+(?:{NUMBER}\s+)?(?:ans|mois)\b|\btoutes\s+les\s+annees\b)"
    rf"|\b(?P<stem>annuel|semestriel|trimestriel|mensuel)(?P<ending>(?:le)?s?)\b"
)
_NOUNS = {"fois": "une fois", "reunion": "une réunion", "seance": "une séance"}


def new_rhythm(base: Reading, edit: ValueReplaced) -> tuple[Span, Excerpt] | Missing | None:
    """The words that say how often the body meets, and those that now do; None where they cannot be told apart."""
    within = span_of(base.outline, edit.target)
    if isinstance(within, Missing):
        return within
    clauses = [
        clause
        for clause in base.terms.every(MeetingCadence)
        if within[0] <= (clause.source.start or 0) < within[1] and clause.body in _bodies(base, edit, clause.body)
    ]
    if len(clauses) != 1:
        return None
    start, end = clauses[0].source.start or 0, clauses[0].source.end or 0
    said = list(_SAID.finditer(flat(base.outline.text[start:end])))
    if len(said) != 1:
        return None
    words = _anew(said[0], flat(edit.new.words).rstrip("s").removesuffix("le"))
    place = (start + said[0].start(), start + said[0].end())
    return place, Excerpt(words=words, start=edit.new.start, end=edit.new.end)


def _bodies(base: Reading, edit: ValueReplaced, body: str) -> tuple[str, ...]:
    """The bodies that the statement names; where it names none, that one may be meant."""
    known = Registry(names={one.body: one.name for one in base.terms.every(Committee)})
    named = [known.find(mention.name) or "" for mention in mentions(edit.source.quote)]
    return tuple(named) or (body,)


def _anew(said: re.Match[str], stem: str) -> str:
    """The rhythm as the convention writes the one that it gives way to."""
    if said["times"]:
        return f"{_NOUNS[said['noun']]} par {_PERIODS[stem]}"
    if said["every"]:
        return f"chaque {_PERIODS[stem]}"
    return f"{stem}{said['ending']}"
