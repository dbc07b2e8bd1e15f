"""The day, asked once by each command: the only place of the command line that looks at a clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


def today() -> date:
    """The day in Paris."""
    return datetime.now(PARIS).date()
