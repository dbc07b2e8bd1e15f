"""The chapter names of a convention are the file names of the code, the same in each folder."""

from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "convenir"
TERMS = PACKAGE / "core" / "terms"
MIRRORS = ("core/facts", "core/rules", "core/checks", "reader/chapters", "rulebook/chapters", "writer/clauses")
# Files of these folders that hold what several chapters share.
SHARED_BY_CHAPTERS: frozenset[str] = frozenset()


def chapters(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}


@pytest.mark.parametrize("mirror", [folder for folder in MIRRORS if (PACKAGE / folder).exists()])
def test_each_folder_has_the_chapters_of_the_terms(mirror: str) -> None:
    assert chapters(PACKAGE / mirror) - chapters(TERMS) - SHARED_BY_CHAPTERS == set()
