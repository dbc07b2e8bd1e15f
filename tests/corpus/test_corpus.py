"""Texts of many phrasings, each with the reading that is expected of it, as golden files (`make bless` writes them)."""

import json
from pathlib import Path

import pytest

from convenir.core.codec import encode
from convenir.core.terms import Term
from convenir.reader.reading import Reading, read
from convenir.reader.summary import summary

HERE = Path(__file__).parent
GOLDEN = HERE / "readings"
DEMO = HERE.parents[1] / "src" / "convenir" / "demo" / "texts"
TEXTS = sorted([*HERE.glob("*.txt"), *DEMO.glob("*.txt")])


def written(reading: Reading) -> str:
    """What a golden file holds: the summary, the terms with their place, the findings; one JSON value on each line."""
    told = [f"{key} = {compact(value)}" for key, value in summary(reading).items()]
    terms = [line(term) for term in reading.terms.clauses]
    findings = [f"{finding.about} : {finding.sentence}" for finding in reading.findings]
    return json.dumps({"summary": told, "terms": terms, "findings": findings}, ensure_ascii=False, indent=1) + "\n"


def line(term: Term) -> str:
    """A term on one line: where it stands, its type, its fields, its first words."""
    source = term.source
    fields = {key: value for key, value in encode(term).items() if key not in ("source", "type")}
    return f"{source.article} | {type(term).__name__} | {compact(fields)} | {' '.join(source.quote.split())[:60]}"


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace('"', "'")


@pytest.mark.parametrize("text", TEXTS, ids=[text.stem for text in TEXTS])
def test_the_reading_is_the_expected_one(text: Path, bless: bool) -> None:
    got = written(read(text.read_bytes()))
    golden = GOLDEN / f"{text.stem}.json"
    if bless:
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", TEXTS, ids=[text.stem for text in TEXTS])
def test_every_source_is_the_words_of_its_place(text: Path) -> None:
    reading = read(text.read_bytes())
    for source in [term.source for term in reading.terms.clauses] + [s for f in reading.findings for s in f.sources]:
        assert reading.text[source.start : source.end] == source.quote
        assert source.article


def test_no_golden_file_is_left_over() -> None:
    assert {golden.stem for golden in GOLDEN.glob("*.json")} == {text.stem for text in TEXTS}


def test_the_order_of_the_terms_is_that_of_the_text() -> None:
    for text in TEXTS:
        starts = [term.source.start for term in read(text.read_bytes()).terms.clauses]
        assert starts == sorted(start for start in starts if start is not None)
