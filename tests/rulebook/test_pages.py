"""The rules book is fresh, forgets nothing that the code computes, and each of its mechanisms is pinned by a case."""

import re
import typing
from pathlib import Path

import pytest

from convenir.core.agenda import CHECKS, RULES
from convenir.core.assumptions import Choice
from convenir.core.flags import Flag
from convenir.core.moves import MoveKind
from convenir.core.obligation import Duty
from convenir.core.standing import Status
from convenir.core.terms import Term
from convenir.rulebook.chapters import CHAPTERS
from convenir.rulebook.evidence import Pinned, cases_of, pinned_in
from convenir.rulebook.mechanism import Mechanism
from convenir.rulebook.pages import CASES, MOST_CASES, pages

ROOT = Path(__file__).parents[2]
MECHANISMS = [mechanism for chapter in CHAPTERS for mechanism in chapter.mechanisms]


def told(name: str) -> set[object]:
    """All that the mechanisms name in that field."""
    return {value for mechanism in MECHANISMS for value in getattr(mechanism, name)}


def test_the_pages_are_those_that_the_code_and_the_cases_make() -> None:
    folder = ROOT / "docs" / "rules"
    stored = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert stored == pages(ROOT), "make rules"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("clauses", set(typing.get_args(Term))),
        ("duties", set(Duty)),
        ("flags", set(Flag)),
        ("choices", set(Choice)),
        ("moves", set(MoveKind)),
        ("statuses", set(Status)),
    ],
)
def test_the_book_forgets_nothing(name: str, wanted: set[object]) -> None:
    assert wanted - told(name) == set()


def test_every_rule_and_every_check_is_in_the_book() -> None:
    assert [function.__name__ for function in (*RULES, *CHECKS) if function not in told("computed_by")] == []


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda one: one.key)
def test_each_mechanism_is_pinned_by_a_case(mechanism: Mechanism) -> None:
    assert cases_of(mechanism, pinned_in(ROOT / CASES)) != []


def pinned(name: str, *named: str) -> Pinned:
    return Pinned(path=Path(name), story=name, named=frozenset(named))


def test_the_cases_that_show_most_come_first() -> None:
    mechanism = Mechanism(key="essai", title="Essai", meaning="", duties=(Duty.MEETING, Duty.PLAN, Duty.ANNEX))
    crowded = pinned("crowded", "duty:annex", "status:in_force", "flag:run_off")
    plain = pinned("plain", "duty:annex")
    again = pinned("again", "duty:meeting")
    both = pinned("both", "duty:meeting", "duty:plan", "status:in_force")
    other = pinned("other", "duty:review")
    assert cases_of(mechanism, [crowded, plain, again, both, other]) == [both, plain, again, crowded]


def test_a_page_shows_a_few_cases_and_counts_the_others() -> None:
    texts = pages(ROOT).values()
    lists = [part.split("\n\n")[1].splitlines() for text in texts for part in text.split("**Cas**")[1:]]
    assert max(len(lines) for lines in lists) == MOST_CASES + 1
    counted = [lines[-1] for lines in lists if len(lines) > MOST_CASES]
    assert all(re.fullmatch(r"- et \d+ autres?", line) for line in counted)


def test_each_mechanism_has_its_own_name() -> None:
    keys = [mechanism.key for mechanism in MECHANISMS]
    assert len(set(keys)) == len(keys)
