"""What is done each night: the lines of lists are computed again for the days ahead."""

from collections.abc import Callable
from datetime import date

from convenir.usecases import lines


def nightly(on: date, say: Callable[[str], None]) -> None:
    """The work of the night before `on`."""
    lines.rebuild_all(on, say)
