"""Broken files taken in one after the other, in this process: which of them crash or hang its reading."""

import faulthandler
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random

from convenir.core.refusals import Refusal
from convenir.reader.intake.manuscript import Manuscript
from convenir.reader.intake.taking import take

# Seconds of its own work after which a file hangs its reading, and seconds by the clock, which count what waits for
# another process and for a busy machine. The file is kept, since it is written before it is taken in.
_MOST_WORK = 20
_MOST_SECONDS = 300
# A process that works too long tells its stack, then ends as the signal has it.
faulthandler.register(signal.SIGVTALRM, chain=True)


class _Outcome(StrEnum):
    READ = "read"
    REFUSED = "refused"
    FAULT = "faults"


def _check(manuscript: Manuscript) -> None:
    """What holds of every manuscript: there are words, and each character has one place."""
    end = len(manuscript.text)
    assert manuscript.text.strip()
    bounds = [bound for place in manuscript.places for bound in (place.start, place.end)]
    assert (bounds[0], bounds[-1]) == (0, end)
    assert bounds == sorted(bounds)
    assert bounds[1:-1:2] == bounds[2:-1:2]
    spans = [(part.start, part.end) for part in manuscript.revisions]
    spans += [(part.start, part.end) for part in manuscript.tables]
    assert all(0 <= start <= last <= end for start, last in spans)


def taken_in(data: bytes, name: str) -> None:
    """Takes a file in as a deposit, and checks what holds of every manuscript."""
    _check(take(data, name))


@dataclass(frozen=True, slots=True)
class Draw:
    """Which files are drawn, for how long, and what reads each."""

    seed: int
    minutes: float
    read: Callable[[bytes, str], None] = taken_in


def tried(
    name: str, good: Sequence[bytes], broken: Callable[[bytes, Random], bytes], draw: Draw, kept: Path
) -> Iterator[str]:
    """What went wrong, then one line of figures."""
    chance, until = Random(draw.seed), time.monotonic() + 60 * draw.minutes
    counts: Counter[_Outcome] = Counter()
    slowest = 0.0
    while time.monotonic() < until:
        path = kept / f"{name}-{counts.total()}.{name}"
        data = broken(chance.choice(good), chance)
        path.write_bytes(data)
        start = time.monotonic()
        outcome, told = _outcome(draw, data, path.name)
        slowest = max(slowest, time.monotonic() - start)
        counts[outcome] += 1
        if outcome is _Outcome.FAULT:
            yield f"{path}\n{told}"
        else:
            path.unlink()
    figures = ", ".join(f"{counts[outcome]} {outcome}" for outcome in _Outcome)
    yield f"{name}: {counts.total()} files, {figures}, slowest {slowest:.2f} s"


def _outcome(draw: Draw, data: bytes, name: str) -> tuple[_Outcome, str]:
    """What became of a file; the process ends with its stack where one hangs."""
    faulthandler.dump_traceback_later(_MOST_SECONDS, exit=True)
    signal.setitimer(signal.ITIMER_VIRTUAL, _MOST_WORK)
    try:
        draw.read(data, name)
    except Refusal:
        return _Outcome.REFUSED, ""
    except (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, RuntimeError, OSError):
        return _Outcome.FAULT, traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        faulthandler.cancel_dump_traceback_later()
    return _Outcome.READ, ""
