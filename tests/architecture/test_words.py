"""What never appears in the house: escapes from the checks, unfinished work, and addresses of one machine."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEPT_BY_TOOLS = {
    ".git",
    ".venv",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".convenir",
    "__pycache__",
}
TEXTS = {".py", ".md", ".toml", ".html", ".css", ".js", ".txt", ".sql", ".in", ".lock", ".cfg", ""}

FORBIDDEN = {
    "an escape from the linter": r"#\s*noqa",
    "an escape from the types": r"#\s*type:\s*ignore",
    "a check that is skipped on purpose": r"pragma:\s*no cover",
    "unfinished work": r"\b(TODO|FIXME|XXX)\b",
    "the number of a row of another document": r"\b([FL]-\d{2}|TC-\d{3})\b",
    "the path of one machine": r"(?<![\w.])/work/",
    "the host of a registry": r"files\.pythonhosted|pypi\.org|registry\.npmjs",
    "a clock in a library": r"\bdate\.today\(\)",
}


@cache
def written() -> dict[str, str]:
    """Our own texts by path; folders that tools keep are not even entered."""
    texts: dict[str, str] = {}
    for folder, inside, files in os.walk(ROOT):
        inside[:] = [name for name in inside if name not in KEPT_BY_TOOLS]
        paths = (Path(folder) / name for name in files)
        texts |= {str(path.relative_to(ROOT)): path.read_text(errors="replace") for path in paths if ours(path)}
    return texts


def ours(path: Path) -> bool:
    return path.suffix in TEXTS and path != Path(__file__)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_forbidden_is_written(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    assert [path for path, text in written().items() if pattern.search(text)] == []


def test_the_licence_is_there_and_named() -> None:
    assert (ROOT / "LICENSE").read_text().startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert 'license = "EUPL-1.2"' in (ROOT / "pyproject.toml").read_text()
