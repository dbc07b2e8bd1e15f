"""The house stays small: files, functions, and one sentence that says what each file knows."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for folder in ("src", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 40


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, its documentation left out."""
    assert function.end_lineno
    documented = function.body[0] if ast.get_docstring(function) is not None else None
    words = (documented.end_lineno or 0) - documented.lineno + 1 if documented else 0
    return function.end_lineno - function.lineno + 1 - words


def test_files_are_short() -> None:
    long = {name(path): len(path.read_text().splitlines()) for path in SOURCES}
    assert {path: count for path, count in long.items() if count > MOST_LINES_OF_A_FILE} == {}


def test_functions_are_short() -> None:
    long = {
        f"{name(path)}:{node.name}": lines_of(node)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


def test_each_file_says_what_it_knows() -> None:
    silent = [name(path) for path in SOURCES if path.read_text().strip() and not ast.get_docstring(parsed(path))]
    assert [path for path in silent if "/migrations/" not in path] == []


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


@pytest.mark.parametrize("forbidden", ["utils", "helpers", "common", "misc"])
def test_no_package_is_a_drawer(forbidden: str) -> None:
    assert [name(path) for path in SOURCES if forbidden in {path.stem, path.parent.name}] == []
