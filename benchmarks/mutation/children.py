"""One question, one process: what happens in it, endless loops and ruined modules included, ends with it."""

import os
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from math import ceil
from typing import TypeAlias, TypeVar

Q = TypeVar("Q")
# Processes under way: the question of each, and where its answer will be read.
Running: TypeAlias = dict[int, tuple[Q, int]]

# How many times longer than usual a piece of work may last, and how many seconds at least: a fault may well turn a loop
# into an endless one.
PATIENCE, LEAST = 10, 3
# Bytes that one process may address: a fault may also fill the memory.
MOST_MEMORY = 4 * 1024**3


def answers(questions: Iterable[Q], ask: Callable[[Q], str], workers: int) -> Iterator[tuple[Q, str | None]]:
    """Each question with what `ask` answers in a process of its own; None for one that had to be stopped.

    Questions are taken one by one, as workers come free: what was learnt from an answer serves the next ones.
    """
    running: Running[Q] = {}
    for question in questions:
        pid, reading = _forked(ask, question)
        running[pid] = question, reading
        if len(running) == workers:
            yield _collected(running)
    while running:
        yield _collected(running)


def allow(usual: float) -> None:
    """This process may now work some times as long as `usual` seconds; then it is stopped."""
    until = ceil(time.process_time() + LEAST + PATIENCE * usual)
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def _forked(ask: Callable[[Q], str], question: Q) -> tuple[int, int]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _answer(ask, question, writing)
    os.close(writing)
    return pid, reading


def _answer(ask: Callable[[Q], str], question: Q, writing: int) -> None:
    """Writes the answer and leaves at once: nothing of the parent may be ended twice."""
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        os.write(writing, ask(question).encode())
        status = 0
    finally:
        if status:
            traceback.print_exc()
        os._exit(status)


def _collected(running: "Running[Q]") -> tuple[Q, str | None]:
    pid, status = os.wait()
    question, reading = running.pop(pid)
    with os.fdopen(reading) as stream:
        answer = stream.read()
    if os.WIFSIGNALED(status):
        return question, None
    if status:
        raise RuntimeError(f"the trial itself failed on: {question}")
    return question, answer
