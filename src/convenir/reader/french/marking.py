"""A sentence with its days and delays replaced by marks, so that the patterns of recognisers read like French."""

from dataclasses import dataclass

from convenir.core.delays import Day, Delay
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import days, delays, flat

# A delay («<t0>») and a day («<d0>») inside marked words, as one group: the number of the mark.
T = r"<t(\d+)>"
D = r"<d(\d+)>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Flat words with single spaces. `days` holds None where no calendar has the day written."""

    words: str
    days: tuple[Day | None, ...]
    delays: tuple[Delay, ...]

    def delay(self, pattern: Shape) -> Delay | None:
        """The delay that the first match of `pattern` holds in its first group."""
        found = pattern.search(self.words)
        return self.delays[int(found[1])] if found else None

    def day(self, pattern: Shape) -> Day | None:
        """The day that the first match of `pattern` holds in its first group."""
        found = pattern.search(self.words)
        return self.days[int(found[1])] if found else None


def marked(words: str, plain: str | None = None) -> Marked:
    """The words with marks; `plain` is the flat words, where they are known.

    >>> marked("Du 1er janvier  2024 au 31/12/2026, avec un préavis de trois (3) mois.").words
    'du <d0> au <d1>, avec un preavis de <t0>.'
    """
    plain = flat(words) if plain is None else plain
    found_days = tuple(days(words, plain))
    found_delays = tuple(
        found
        for found in delays(words, plain)
        if not any(day.start < found.end and found.start < day.end for day in found_days)
    )
    if not found_days and not found_delays:
        return Marked(words=" ".join(plain.split()), days=(), delays=())
    spans = [(found.start, found.end, f"<d{rank}>") for rank, found in enumerate(found_days)]
    spans += [(found.start, found.end, f"<t{rank}>") for rank, found in enumerate(found_delays)]
    pieces: list[str] = []
    place = 0
    for start, end, mark in sorted(spans):
        pieces += [plain[place:start], mark]
        place = end
    pieces.append(plain[place:])
    return Marked(
        words=" ".join("".join(pieces).split()),
        days=tuple(found.day for found in found_days),
        delays=tuple(found.delay for found in found_delays),
    )
