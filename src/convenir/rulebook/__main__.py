"""`python -m convenir.rulebook FOLDER`: writes the pages of the book into `docs/rules` of that folder."""

import sys
from pathlib import Path

from convenir.rulebook.pages import pages


def main(root: Path) -> None:
    """Writes every page, and removes those that no chapter makes any more."""
    folder = root / "docs" / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    written = pages(root)
    for stale in {path.name for path in folder.glob("*.md")} - written.keys():
        (folder / stale).unlink()
    for name, words in written.items():
        (folder / name).write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd())
