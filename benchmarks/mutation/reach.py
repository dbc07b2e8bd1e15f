"""Which test reaches which statement, and what each costs: a fault is shown only to those that can see it."""

import ast
import inspect
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FunctionType, ModuleType
from typing import TypeAlias

import pytest

from benchmarks.mutation.mutants import Key, replace_functions

# A file, and the first line of a statement.
Place: TypeAlias = tuple[str, int]
WITNESS = "__reached__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """`places` gives the ranks of the `tests` that reach a statement; `costs` are their seconds of work."""

    tests: list[pytest.Item]
    places: dict[Place, set[int]]
    costs: list[float]

    def of(self, file: str, line: int) -> set[int]:
        """The tests that reach that statement."""
        return self.places.get((file, line), set())

    def of_file(self, file: str) -> set[int]:
        """The tests that reach anything in that file."""
        return {rank for place, ranks in self.places.items() if place[0] == file for rank in ranks}


def measured(
    tests: list[pytest.Item],
    modules: list[ModuleType],
    functions: dict[Key, list[FunctionType]],
    run: Callable[[pytest.Item], bool],
) -> Reach:
    """Runs each test once; one that fails without any fault in the code is a witness of nothing and is left out.

    The functions tell what they reach by a call before each of their statements, which costs far less than a tracer.
    """
    reached: set[Place] = set()
    for module in modules:
        setattr(module, WITNESS, reached.add)
        replace_functions(_witnessed(module), module, functions)
    found = Reach(tests=[], places={}, costs=[])
    for test in tests:
        reached.clear()
        begun = time.process_time()
        if run(test):
            for place in reached:
                found.places.setdefault(place, set()).add(len(found.tests))
            found.tests.append(test)
            found.costs.append(time.process_time() - begun)
    for module in modules:
        replace_functions(ast.parse(inspect.getsource(module)), module, functions)
    return found


def _witnessed(module: ModuleType) -> ast.Module:
    """The module, each statement of its functions preceded by a call that tells where it is."""
    tree = ast.parse(inspect.getsource(module))
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        for holder in list(_holders(function)):
            holder[:] = [told for statement in holder for told in (_told(module, statement), statement)]
    return tree


def _holders(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """The lists of statements of a function, those of the functions within it left to them."""
    for inner in ast.iter_child_nodes(node):
        if not isinstance(inner, ast.FunctionDef):
            yield from _holders(inner)
    for _, value in ast.iter_fields(node):
        if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
            yield value


def _told(module: ModuleType, statement: ast.stmt) -> ast.stmt:
    place = ast.Tuple(elts=[ast.Constant(value=module.__file__), ast.Constant(value=statement.lineno)], ctx=ast.Load())
    return ast.Expr(value=ast.Call(func=ast.Name(id=WITNESS, ctx=ast.Load()), args=[place], keywords=[]))
