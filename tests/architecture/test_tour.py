"""The tour of the code leads to files that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOUR = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")


def test_every_file_of_the_tour_exists() -> None:
    known = [path.as_posix() for path in (ROOT / "src").rglob("*.py")]
    named = set(re.findall(r"`([\w/]+\.py)`", TOUR))
    assert named
    assert {name for name in named if not any(path.endswith(f"/{name}") for path in known)} == set()


def test_every_page_that_the_documents_link_exists() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    links = {
        (page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    }
    assert {(page.name, link) for page, link in links if not (page.parent / link).exists()} == set()
