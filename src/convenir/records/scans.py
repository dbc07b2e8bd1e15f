"""What was recognised in the pages of a scan, to JSON and back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from convenir.reader.intake.manuscript import ScannedPage
from convenir.reader.intake.pdf_runs import Leaf
from convenir.reader.intake.taking import Recognised

# Lists as they are stored: a page is its file and its number.
Stored: TypeAlias = list[list[Any]]


def pages_to_json(pages: Sequence[ScannedPage]) -> Stored:
    """What `pages_of` reads back."""
    return [[page.entry, page.number] for page in pages]


def pages_of(data: Stored) -> tuple[ScannedPage, ...]:
    """The pages that were stored, in their order."""
    return tuple(ScannedPage(entry=entry, number=number) for entry, number in data)


def leaf_to_json(leaf: Leaf | None) -> list[Any] | None:
    """What `leaf_of` reads back."""
    return None if leaf is None else leaf.packed()


def leaf_of(data: Sequence[Any] | None) -> Leaf | None:
    """What was recognised on a page."""
    return None if data is None else replace(Leaf.unpacked(data), recognised=True)


def recognised_to_json(recognised: Recognised) -> Stored | None:
    """What `recognised_of` reads back; nothing for a deposit without pictures."""
    return [[page.entry, page.number, leaf_to_json(leaf)] for page, leaf in recognised.items()] or None


def recognised_of(data: Stored | None) -> Recognised:
    """What was recognised in the pages of a deposit."""
    return {ScannedPage(entry=entry, number=number): leaf_of(leaf) for entry, number, leaf in data or ()}
