"""Annexes as facts complete them: which number was joined, and when."""

from convenir.core.facts import AnnexAttached, Fact
from convenir.core.situation import Situation


def annex_number(label: str) -> str:
    """The number alone, however it is written.

    >>> annex_number("Annexe n° 3"), annex_number("3")
    ('3', '3')
    """
    return label.casefold().removeprefix("annexe").strip().removeprefix("n°").strip()


def same_annex(one: str, other: str) -> bool:
    """Whether two labels name the same annex; an empty one names none."""
    return bool(one) and annex_number(one) == annex_number(other)


def attached(situation: Situation, annex: str) -> Fact | None:
    """The first fact, by the day of the question, that joins that annex."""
    return next(
        (fact for fact, event in situation.happened(AnnexAttached) if same_annex(event.annex, annex)),
        None,
    )
