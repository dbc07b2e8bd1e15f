"""How a duration is taken on a noisy machine: the least of several runs."""

import time
from collections.abc import Callable


def least(work: Callable[[], object], runs: int = 7) -> float:
    """The shortest of `runs` runs, in seconds; what disturbs a machine only ever adds."""
    return min(_once(work, time.perf_counter) for _ in range(runs))


def least_work(work: Callable[[], object], runs: int = 7) -> float:
    """The same, in seconds of this process alone: what others do meanwhile hardly counts."""
    return min(_once(work, time.process_time) for _ in range(runs))


def _once(work: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start
