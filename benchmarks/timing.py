"""How a duration is taken on a noisy machine: the least of several runs."""

import time
from collections.abc import Callable


def least(work: Callable[[], object], runs: int = 7) -> float:
    """The shortest of `runs` runs, in seconds; what disturbs a machine only ever adds."""
    return min(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
