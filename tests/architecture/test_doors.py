"""Tables are touched behind the doors only, and the centre knows nothing but the standard library."""

import ast
import re
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

PACKAGE = Path(__file__).parents[2] / "src" / "convenir"
TOUCHES_A_TABLE = re.compile(r"\.objects\b|\.save\(|\.delete\(")


@pytest.mark.parametrize("entry", ["web", "api", "jobs", "cli", "config", "demo"])
def test_no_table_is_touched_outside_access_and_usecases(entry: str) -> None:
    touching = [path for path in (PACKAGE / entry).rglob("*.py") if TOUCHES_A_TABLE.search(path.read_text())]
    assert touching == []


@pytest.mark.parametrize("pure", [name for name in ("core", "secrecy") if (PACKAGE / name).exists()])
def test_the_centre_imports_the_standard_library_only(pure: str) -> None:
    allowed = sys.stdlib_module_names | {"convenir"}
    foreign = {
        (str(path.relative_to(PACKAGE)), imported)
        for path in (PACKAGE / pure).rglob("*.py")
        for imported in imports(path)
        if imported.split(".")[0] not in allowed
    }
    assert foreign == set()


def imports(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text())))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def test_no_migration_is_missing() -> None:
    loader = MigrationLoader(None)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    assert detector.changes(graph=loader.graph) == {}
