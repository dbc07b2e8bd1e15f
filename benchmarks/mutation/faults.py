"""The small faults that one place of the code may have: each is the code that a mistaken hand would have written."""

import ast
import builtins
import inspect
from collections.abc import Callable, Iterator, Mapping
from enum import EnumMeta
from typing import Any, TypeAlias

# What stands in a fault, and the code in its place.
Fault: TypeAlias = tuple[str, ast.AST]
Namespace: TypeAlias = Mapping[str, Any]

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
}
OPPOSITES = {"min": "max", "any": "all", "earliest": "latest", "after": "before"}
SWAPPED = OPPOSITES | {right: left for left, right in OPPOSITES.items()}


def faults(node: ast.AST, names: Namespace) -> Iterator[Fault]:
    """The faults of that node alone; `names` are those of its module."""
    for kind, found in FAULTS:
        if isinstance(node, kind):
            yield from found(node, names)


def _compared(node: ast.Compare, _: Namespace) -> Iterator[Fault]:
    for rank, op in enumerate(node.ops):
        ops = [COMPARISONS[type(op)]() if rank == place else kept for place, kept in enumerate(node.ops)]
        yield "comparison", ast.Compare(left=node.left, ops=ops, comparators=node.comparators)


def _joined(node: ast.BoolOp, _: Namespace) -> Iterator[Fault]:
    yield "and, or", ast.BoolOp(op=ast.Or() if isinstance(node.op, ast.And) else ast.And(), values=node.values)
    for rank in range(len(node.values)):
        kept = [value for place, value in enumerate(node.values) if place != rank]
        yield "operand left out", kept[0] if len(kept) == 1 else ast.BoolOp(op=node.op, values=kept)


def _denied(node: ast.UnaryOp, _: Namespace) -> Iterator[Fault]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield "negation left out", node.operand


def _computed(node: ast.BinOp, _: Namespace) -> Iterator[Fault]:
    if isinstance(node.op, ast.Add):
        yield "term left out", node.left
        yield "term left out", node.right
    elif type(node.op) in ARITHMETIC:
        yield "arithmetic", ast.BinOp(left=node.left, op=ARITHMETIC[type(node.op)](), right=node.right)


def _constant(node: ast.Constant, _: Namespace) -> Iterator[Fault]:
    match node.value:
        case bool(value):
            yield "truth", ast.Constant(value=not value)
        case int(value):
            yield "number", ast.Constant(value=value + 1)
        case str(value):
            yield "words", ast.Constant(value=f"XX{value}XX")


def _tested(node: ast.If | ast.IfExp | ast.While, _: Namespace) -> Iterator[Fault]:
    for value in (False,) if isinstance(node, ast.While) else (True, False):
        changed = type(node)(**dict(ast.iter_fields(node)) | {"test": ast.Constant(value=value)})
        yield "condition", changed


def _filtered(node: ast.comprehension, _: Namespace) -> Iterator[Fault]:
    for rank in range(len(node.ifs)):
        kept = [test for place, test in enumerate(node.ifs) if place != rank]
        yield "filter left out", ast.comprehension(target=node.target, iter=node.iter, ifs=kept, is_async=0)


def _guarded(node: ast.match_case, _: Namespace) -> Iterator[Fault]:
    if node.guard is not None:
        yield "filter left out", ast.match_case(pattern=node.pattern, guard=None, body=node.body)


def _called(node: ast.Call, names: Namespace) -> Iterator[Fault]:
    for keyword in node.keywords:
        if _may_lack(node.func, keyword.arg, names):
            kept = [other for other in node.keywords if other is not keyword]
            yield "argument left out", ast.Call(func=node.func, args=node.args, keywords=kept)


def _may_lack(called: ast.expr, argument: str | None, names: Namespace) -> bool:
    """Whether a call without that argument is still a call: a fault that Python itself refuses teaches nothing."""
    known = names.get(called.id, getattr(builtins, called.id, None)) if isinstance(called, ast.Name) else None
    if known is None or argument is None:
        return False
    try:
        wanted = inspect.signature(known).parameters
    except ValueError:
        return True
    return argument not in wanted or wanted[argument].default is not inspect.Parameter.empty


def _named(node: ast.Name, names: Namespace) -> Iterator[Fault]:
    other = SWAPPED.get(node.id)
    if other is not None and isinstance(node.ctx, ast.Load) and (other in names or hasattr(builtins, other)):
        yield "opposite", ast.Name(id=other, ctx=ast.Load())


def _member(node: ast.Attribute, names: Namespace) -> Iterator[Fault]:
    kind = names.get(node.value.id) if isinstance(node.value, ast.Name) else None
    members = list(kind.__members__) if isinstance(kind, EnumMeta) else []
    if node.attr in members and len(members) > 1:
        other = members[(members.index(node.attr) + 1) % len(members)]
        yield "other member", ast.Attribute(value=node.value, attr=other, ctx=node.ctx)


def _listed(node: ast.Tuple, _: Namespace) -> Iterator[Fault]:
    """A tuple that is built from others has no fixed length: any of its parts may be forgotten."""
    if not any(isinstance(part, ast.Starred) for part in node.elts):
        return
    for rank in range(len(node.elts)):
        kept = [part for place, part in enumerate(node.elts) if place != rank]
        yield "part left out", ast.Tuple(elts=kept, ctx=node.ctx)


def _said(node: ast.Expr | ast.AugAssign, _: Namespace) -> Iterator[Fault]:
    """A statement never reached: `yield` stays, for without it a generator is none."""
    yield "statement left out", ast.If(test=ast.Constant(value=False), body=[node], orelse=[])


def _jumped(node: ast.Continue | ast.Break, _: Namespace) -> Iterator[Fault]:
    yield "jump", ast.Break() if isinstance(node, ast.Continue) else ast.Continue()


FAULTS: tuple[tuple[Any, Callable[..., Iterator[Fault]]], ...] = (
    (ast.Compare, _compared),
    (ast.BoolOp, _joined),
    (ast.UnaryOp, _denied),
    (ast.BinOp, _computed),
    (ast.Constant, _constant),
    (ast.If | ast.IfExp | ast.While, _tested),
    (ast.comprehension, _filtered),
    (ast.match_case, _guarded),
    (ast.Call, _called),
    (ast.Name, _named),
    (ast.Attribute, _member),
    (ast.Tuple, _listed),
    (ast.Expr | ast.AugAssign, _said),
    (ast.Continue | ast.Break, _jumped),
)
