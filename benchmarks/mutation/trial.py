"""The trial of the mutants: a pytest plugin that shows each, in a process of its own, to the tests that reach it."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from math import inf
from pathlib import Path
from pkgutil import walk_packages
from types import FunctionType, ModuleType

import pytest

from benchmarks.mutation.children import allow, answers
from benchmarks.mutation.mutants import Key, Mutant, functions_of, mutants
from benchmarks.mutation.reach import Reach, measured

CORE = "convenir.core"
STOPPED = "stopped: too long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a mutant: `killer` is the test that noticed it, empty if none did; `tests` how many reach it."""

    mutant: Mutant
    killer: str
    tests: int


@dataclass(slots=True, kw_only=True, eq=False)
class Trial:
    """The plugin, which takes the place of the run.

    `names` are modules or packages of the core, wherever they are in it; `sample` is how many mutants to try (None:
    all), drawn with `seed`; `work` how many seconds of tests one mutant may meet, the cheapest first (None: all that
    reach it, the only way to be sure of a survivor); `again` keeps the mutants that this file names, a former report.
    It leaves `found`, the number of mutants, `verdicts`, and `unsound`, the tests that failed without any fault.
    """

    names: Sequence[str]
    sample: int | None
    seed: int
    workers: int
    work: float | None
    again: Path | None
    found: int = 0
    verdicts: list[Verdict] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)
    _failed: bool = False
    # The tests that have noticed a mutant of a function, the last one first: they see the next one soonest.
    _keen: dict[str, list[int]] = field(default_factory=dict)
    # How many mutants each test has noticed.
    _kills: Counter[int] = field(default_factory=Counter)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file of tests that cannot be read is no witness either."""
        if report.failed:
            self.unsound.append(report.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remembers that the test under way failed, in its body or around it."""
        self._failed = self._failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Once without fault, to see what each test reaches; then every mutant in turn."""
        modules = list(modules_named(self.names))
        functions = functions_of({module.__file__ or "" for module in modules})
        tried = self._chosen([mutant for module in modules for mutant in mutants(module)])
        reach = measured(session.items, modules, functions, self._passes)
        self.unsound += sorted({test.nodeid for test in session.items} - {test.nodeid for test in reach.tests})
        told = f"{self.found} mutants, {len(tried)} to try; {len(reach.tests)} tests, {sum(reach.costs):.0f} s of work"
        print(told, file=sys.stderr, flush=True)
        for mutant, answer in answers(tried, lambda mutant: self._killer(mutant, reach, functions), self.workers):
            self._judge(mutant, answer, reach)
        return True

    def _chosen(self, every: list[Mutant]) -> list[Mutant]:
        """All the mutants, or as many as asked, drawn with a seed that does not change."""
        self.found = len(every)
        if self.again is not None:
            told = {line.strip() for line in self.again.read_text(encoding="utf-8").splitlines()}
            every = [mutant for mutant in every if mutant.name in told]
        if self.sample is None or self.sample >= len(every):
            return every
        return sorted(every, key=self._draw)[: self.sample]

    def _draw(self, mutant: Mutant) -> bytes:
        """A number that depends on the mutant and the seed alone: a same draw, whatever moved since then."""
        return sha256(f"{self.seed} {mutant.name}".encode()).digest()

    def _passes(self, test: pytest.Item) -> bool:
        self._failed = False
        test.config.hook.pytest_runtest_protocol(item=test, nextitem=None)
        return not self._failed

    def _killer(self, mutant: Mutant, reach: Reach, functions: dict[Key, list[FunctionType]]) -> str:
        """The rank of the first test that fails once the fault is there; empty if none does."""
        mutant.plant(functions)
        left = inf if self.work is None else self.work
        for rank in sorted(_witnesses(mutant, reach), key=lambda rank: self._turn(mutant, rank, reach)):
            left -= reach.costs[rank]
            if left < 0:
                break
            allow(reach.costs[rank])
            if not self._passes(reach.tests[rank]):
                return str(rank)
        return ""

    def _turn(self, mutant: Mutant, rank: int, reach: Reach) -> tuple[int, int, float]:
        """Keen tests first, then those that notice most, then the cheapest ones."""
        keen = self._keen.get(mutant.function, [])
        return (keen.index(rank) if rank in keen else len(keen), -self._kills[rank], reach.costs[rank])

    def _judge(self, mutant: Mutant, answer: str | None, reach: Reach) -> None:
        if answer:
            keen = self._keen.setdefault(mutant.function, [])
            keen[:] = [int(answer), *(rank for rank in keen if rank != int(answer))]
            self._kills[int(answer)] += 1
        killer = STOPPED if answer is None else reach.tests[int(answer)].nodeid if answer else ""
        self.verdicts.append(Verdict(mutant=mutant, killer=killer, tests=len(_witnesses(mutant, reach))))
        if not killer:
            print(f"  {mutant.name}", file=sys.stderr, flush=True)
        if len(self.verdicts) % 25 == 0:
            lived = sum(not verdict.killer for verdict in self.verdicts)
            print(f"{len(self.verdicts)} mutants tried, {lived} survive", file=sys.stderr, flush=True)


def modules_named(names: Sequence[str]) -> Iterator[ModuleType]:
    """The modules of the core that have one of those names, or are in a package that has."""
    core = import_module(CORE)
    for found in walk_packages(core.__path__, f"{CORE}."):
        if set(names) & set(found.name.split(".")):
            yield import_module(found.name)


def _witnesses(mutant: Mutant, reach: Reach) -> set[int]:
    """The tests that reach the statement of a mutant; a constant is reached by all that its module does."""
    file = mutant.module.__file__ or ""
    return reach.of_file(file) if mutant.constant else reach.of(file, mutant.line)
