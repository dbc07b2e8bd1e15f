"""An album of whole answers, as approved: what no case asserts stays put too (`make bless` makes it anew)."""

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from convenir.cases.reading import Case, case_files, read_cases
from convenir.core.agenda import Asked, duties, situation_on
from convenir.core.codec import encode
from convenir.core.obligation import Obligation
from convenir.core.standing import Standing, standing

CASES = Path(__file__).parents[1] / "cases"
ALBUM = Path(__file__).parent / "album"
# Answers by what they are about: «standing», or the key of a duty.
Answers: TypeAlias = dict[str, Standing | Obligation]
# For each line of a case that the album shows («file, cas 1, ligne 2»), the answers to it that are worth showing.
Page: TypeAlias = dict[str, dict[str, Any]]


def lines_of(path: Path) -> Iterator[tuple[str, Case, dict[str, Any]]]:
    """Every line of `then` of a file, by its name in the album."""
    for number, case in enumerate(read_cases(path), start=1):
        for rank, line in enumerate(case.then, start=1):
            yield f"{path.name}, cas {number}, ligne {rank}", case, line


def answers(case: Case, line: dict[str, Any]) -> Answers:
    """The standing and the duties, as the line asks for them."""
    on, known = line["on"], line.get("known", date.max)
    status = standing(case.terms, case.facts, on=on, known=known, calendar=case.calendar)
    until = line.get("horizon", date((status.last_day or on).year + 1, 12, 31))
    asked: Asked = {"on": on, "known": known, "until": until, "calendar": case.calendar}
    owed = duties(situation_on(case.terms, case.facts, **asked))
    return {"standing": status} | {duty.key: duty for duty in owed}


def sayings(answer: Standing | Obligation) -> set[tuple[object, ...]]:
    """What an answer says, each thing apart: its state, the fields that it fills, its assumptions, flags, findings."""
    if isinstance(answer, Standing):
        kind, state = "standing", answer.status.value
        flags = [raised.flag.value for raised in answer.flags]
    else:
        kind, state, flags = answer.duty.value, answer.state.value, []
    choices = [assumption.choice.value for assumption in answer.assumptions]
    abouts = [finding.about for finding in answer.findings]
    return {(kind, state)} | {(kind, said) for said in (*encode(answer), *flags, *choices, *abouts)}


def pages() -> Iterator[tuple[str, Page]]:
    """The album: one page for a folder of cases, and on it the answers that say something not shown before."""
    seen: set[tuple[object, ...]] = set()
    for folder in sorted(path for path in CASES.iterdir() if path.is_dir()):
        shown: Page = {}
        for path in case_files([folder]):
            for name, case, line in lines_of(path):
                for key, answer in answers(case, line).items():
                    if not sayings(answer) <= seen:
                        seen |= sayings(answer)
                        shown.setdefault(name, {})[key] = encode(answer)
        if shown:
            yield folder.name, shown


def written(page: Page) -> str:
    """The page, an answer on each line."""
    questions = []
    for name, shown in page.items():
        lines = ",\n".join(f"  {compact(key)}: {compact(answer)}" for key, answer in shown.items())
        questions.append(f" {compact(name)}: {{\n{lines}\n }}")
    return "{\n" + ",\n".join(questions) + "\n}\n"


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@lru_cache(maxsize=1)
def questions_of(path: Path) -> dict[str, tuple[Case, dict[str, Any]]]:
    return {name: (case, line) for name, case, line in lines_of(path)}


SHOWN = [
    (album.stem, name, shown)
    for album in sorted(ALBUM.glob("*.json"))
    for name, shown in json.loads(album.read_text(encoding="utf-8")).items()
]


def test_the_album_can_be_made_anew(bless: bool) -> None:
    if bless:
        for folder, page in pages():
            (ALBUM / f"{folder}.json").write_text(written(page), encoding="utf-8")
    assert SHOWN or bless


@pytest.mark.parametrize(("folder", "name", "shown"), SHOWN, ids=[f"{folder}/{name}" for folder, name, _ in SHOWN])
def test_the_answer_is_the_approved_one(folder: str, name: str, shown: dict[str, Any]) -> None:
    case, line = questions_of(CASES / folder / name.partition(",")[0])[name]
    found = answers(case, line)
    assert {key: encode(found[key]) if key in found else None for key in shown} == shown
