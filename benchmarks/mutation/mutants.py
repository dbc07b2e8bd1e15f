"""Where faults are put: the bodies of functions and the named constants of a module, with the lines that reach them."""

import ast
import gc
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType, FunctionType, ModuleType
from typing import TypeAlias

from benchmarks.mutation.faults import faults

Key: TypeAlias = tuple[str, str, int]
# Of a node, what says types or documents: a fault there changes no answer.
NOT_CODE = {"annotation", "returns", "decorator_list", "args", "type_comment"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One fault of one module.

    `function` is where it stands, empty for a `constant`; `line` the first line of its statement.
    `holder`, `part` and `rank` say where `fault` goes in `tree`.
    """

    module: ModuleType
    function: str
    constant: str
    line: int
    kind: str
    before: str
    after: str
    tree: ast.Module
    holder: ast.AST
    part: str
    rank: int | None
    fault: ast.AST

    @property
    def name(self) -> str:
        """Where it stands and what it is, whatever the lines above it."""
        where = f"{self.module.__name__.rpartition('.')[2]}.{self.function or self.constant}"
        return f"{where}: {self.before} → {self.after}"

    def plant(self, functions: dict[Key, list[FunctionType]]) -> None:
        """Puts the fault into the running module, for good: the process is meant to end with it."""
        if self.rank is None:
            setattr(self.holder, self.part, self.fault)
        else:
            getattr(self.holder, self.part)[self.rank] = self.fault
        if self.constant:
            self._replace_constant()
        else:
            replace_functions(self.tree, self.module, functions)

    def _replace_constant(self) -> None:
        """The new value under its name, in the module and wherever it was imported."""
        old = vars(self.module)[self.constant]
        fresh = dict(vars(self.module))
        statement = next(node for node in self.tree.body if _constant_name(node) == self.constant)
        alone = ast.fix_missing_locations(ast.Module(body=[statement], type_ignores=[]))
        FunctionType(compile(alone, "", "exec"), fresh)()
        for module in list(sys.modules.values()):
            if vars(module).get(self.constant) is old:
                setattr(module, self.constant, fresh[self.constant])


def mutants(module: ModuleType) -> Iterator[Mutant]:
    """Every mutant of that module, in the order of its text."""
    tree = ast.parse(inspect.getsource(module))
    for statement in tree.body:
        yield from _of_statement(module, tree, statement, "")


def _of_statement(module: ModuleType, tree: ast.Module, statement: ast.stmt, within: str) -> Iterator[Mutant]:
    match statement:
        case ast.ClassDef():
            for inner in statement.body:
                if isinstance(inner, ast.FunctionDef):
                    yield from _of_statement(module, tree, inner, f"{within}{statement.name}.")
        case ast.FunctionDef():
            yield from _of_node(_Place(module, tree, within + statement.name, ""), statement, statement)
        case _:
            constant = _constant_name(statement)
            if constant:
                yield from _of_node(_Place(module, tree, "", constant), statement, statement)


@dataclass(frozen=True, slots=True)
class _Place:
    module: ModuleType
    tree: ast.Module
    function: str
    constant: str


def _of_node(place: _Place, node: ast.AST, statement: ast.stmt) -> Iterator[Mutant]:
    """The mutants of what a node holds; `statement` is the innermost one around it."""
    for part, rank, inner in _held(node):
        around = inner if isinstance(inner, ast.stmt) else statement
        for kind, fault in faults(inner, vars(place.module)):
            yield Mutant(
                module=place.module,
                function=place.function,
                constant=place.constant,
                line=around.lineno,
                kind=kind,
                before=_shown(inner),
                after=_shown(fault),
                tree=place.tree,
                holder=node,
                part=part,
                rank=rank,
                fault=ast.copy_location(fault, inner),
            )
        yield from _of_node(place, inner, around)


def _held(node: ast.AST) -> Iterator[tuple[str, int | None, ast.AST]]:
    """The nodes that a node holds and that may be at fault: no type, no documentation, no name to assign."""
    for part, value in ast.iter_fields(node):
        if part in NOT_CODE and not isinstance(node, ast.Call):
            continue
        if isinstance(value, ast.AST):
            yield part, None, value
        elif isinstance(value, list):
            yield from ((part, rank, inner) for rank, inner in enumerate(value) if _counts(node, inner))


def _counts(holder: ast.AST, inner: object) -> bool:
    if isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Constant):
        return False
    # The first argument of `cast` is a type.
    cast = isinstance(holder, ast.Call) and isinstance(holder.func, ast.Name) and holder.func.id == "cast"
    return isinstance(inner, ast.AST) and not (cast and isinstance(inner, ast.Constant))


def _shown(node: ast.AST) -> str:
    """The first line: what a statement holds is not what changes."""
    return ast.unparse(node).partition("\n")[0].strip()


def _constant_name(statement: ast.stmt) -> str:
    """The name that a statement of a module gives to a value; none for an alias of a type."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]) if name.isupper() and len(name) > 1:
            return name
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr()) if name.isupper() and len(name) > 1:
            return name
        case _:
            return ""


def functions_of(files: set[str]) -> dict[Key, list[FunctionType]]:
    """The living functions of those files, by what the compiler gives again for a same text."""
    found: dict[Key, list[FunctionType]] = {}
    for thing in gc.get_objects():
        if type(thing) is FunctionType and thing.__code__.co_filename in files:
            found.setdefault(_key(thing.__code__), []).append(thing)
    return found


def replace_functions(tree: ast.Module, module: ModuleType, functions: dict[Key, list[FunctionType]]) -> None:
    """Gives to the living functions of a module the bodies that a tree of it says."""
    for code in _codes(compile(ast.fix_missing_locations(tree), module.__file__ or "", "exec")):
        for function in functions.get(_key(code), ()):
            function.__code__ = code


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def _key(code: CodeType) -> Key:
    return (code.co_filename, code.co_qualname, code.co_firstlineno)
