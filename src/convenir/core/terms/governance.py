"""Committees: composition, cadence, chair, secretariat, order of meetings, circulation of papers."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from convenir.core.delays import Delay
from convenir.core.source import Source


class Level(StrEnum):
    """What a body is for."""

    STEERING = "steering"
    TECHNICAL = "technical"
    FOLLOW_UP = "follow_up"
    SERVICES = "services"
    OTHER = "other"


class Bound(StrEnum):
    """Whether a number of meetings is the number or the least."""

    EXACT = "exact"
    MINIMUM = "minimum"


class Per(StrEnum):
    """The period in which a number of meetings, deliveries or reviews is counted."""

    CIVIL_YEAR = "civil_year"
    SEMESTER = "semester"
    QUARTER = "quarter"
    MONTH = "month"


# How the words of a power tell that it is to choose what comes first, that it is used each year, or that it is to
# validate an evaluation step by step.
PRIORITIES = re.compile(r"priorit|prioris", re.IGNORECASE)
EACH_YEAR = re.compile(r"annuel|année|chaque an\b|tous les ans|par an\b", re.IGNORECASE)
EVALUATION_STAGES = re.compile(r"valid.*étape.*évaluation", re.IGNORECASE)

PERIODS_A_YEAR: dict[Per, int] = {Per.CIVIL_YEAR: 1, Per.SEMESTER: 2, Per.QUARTER: 4, Per.MONTH: 12}


class Turn(StrEnum):
    """How a chair or secretariat is held."""

    ALTERNATE = "alternate"
    JOINT = "joint"
    HELD = "held"


_SMALL_WORDS = frozenset({"de", "des", "du", "d", "la", "le", "les", "l", "et", "a", "aux"})


def body_key(name: str) -> str:
    """How a body is called in facts and case files.

    >>> body_key("Comité de pilotage stratégique"), body_key("comités techniques")
    ('copil', 'cotech')
    >>> body_key("rencontre trimestrielle"), body_key("commission de liaison"), body_key("conférence des maires")
    ('rencontre-trimestrielle', 'commission-liaison', 'conference-maires')
    """
    flat = unicodedata.normalize("NFKD", name.casefold())
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    for stem, key in (("pilotage", "copil"), ("technique", "cotech"), ("suivi", "suivi")):
        if stem in flat:
            return key
    words = [word for word in re.findall(r"[a-z0-9]+", flat) if word not in _SMALL_WORDS]
    return "-".join(words[:2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A body that follows the convention. `optional`: it may be created; `parity`: equal seats or votes.

    `seats`: how many members each party appoints, where the text says. `by_theme`: one such body for each theme.
    """

    body: str
    name: str
    level: Level
    parity: bool = False
    by_office: bool = False
    composition: tuple[str, ...] = ()
    optional: bool = False
    seats: int | None = None
    by_theme: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvisoryMembers:
    """Persons who may sit in a body without a vote, and are not counted for parity.

    `common_accord`: the parties invite them together.
    """

    body: str
    common_accord: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCadence:
    """A body meets `count` times in each period, counted in civil years (quarters, semesters)."""

    body: str
    count: int
    per: Per = Per.CIVIL_YEAR
    bound: Bound = Bound.EXACT
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairRule:
    """Who chairs a body. `holders` are party keys, empty where the text says only «les signataires»."""

    body: str
    turn: Turn
    holders: tuple[str, ...] = ()
    words: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretariatRule:
    """Who keeps the secretariat of a body.

    `words` names the holder as the text does; `holders` are party keys, empty where the words name nobody
    who is a party. `binding` is false for «peut être assuré». `technical`: the technical secretariat.
    """

    body: str
    turn: Turn
    holders: tuple[str, ...] = ()
    words: str = ""
    binding: bool = True
    technical: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSequence:
    """`first` meets `delay` before each meeting of `then`; without delay, only the order is stated."""

    first: str
    then: str
    delay: Delay | None = None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCirculation:
    """Papers are sent `delay` before each meeting of `body`, by `sender` (words; `holder` is its party key)."""

    body: str
    delay: Delay
    documents: str = ""
    sender: str = ""
    holder: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteePowers:
    """What a body does: one short sentence for each power, in the words of the text."""

    body: str
    powers: tuple[str, ...]
    source: Source

    @property
    def yearly_priorities(self) -> bool:
        """Whether one of them is to say, each year, what comes first."""
        return any(PRIORITIES.search(power) and EACH_YEAR.search(power) for power in self.powers)

    @property
    def evaluation_stages(self) -> bool:
        """Whether one of them is to validate the stages of the evaluation."""
        return any(EVALUATION_STAGES.search(power) for power in self.powers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referents:
    """Each party names a contact, for that purpose («» for the convention as a whole)."""

    purpose: str = ""
    source: Source
