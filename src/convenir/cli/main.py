"""The command `convenir`: which subcommands exist, how each is loaded, and what their exit codes mean.

Each subcommand is a module of this package with `HELP`, `configure(parser)` and `run(args)`. Only the one that is asked
is imported: reading a text loads neither Django nor the database.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Protocol, cast

from convenir.cli import french
from convenir.core.refusals import Refusal

COMMANDS = (
    *("read", "amend", "compare", "sheet"),
    *("standing", "calendar", "moves", "cases"),
    *("bench-reader", "demo", "migrate", "rebuild"),
)

OK, DIFFERENT, MISUSED = 0, 1, 2
USAGE = """utilisation : convenir COMMANDE [options]

Le texte d’une convention, lu, daté, tenu à jour.

Commandes :"""
EPILOG = "Code de sortie : 0, tout va bien ; 1, différence ou échec ; 2, demande mal formée ou fichier illisible."


class Command(Protocol):
    """A module of this package that is a subcommand."""

    HELP: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command named by the first argument and gives its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in {"-h", "--help", "help"}:
        print(_help())
        return OK if words else MISUSED
    name, *rest = words
    if name not in COMMANDS:
        known = ", ".join(COMMANDS)
        print(f"convenir : la commande « {name} » n’existe pas. Les commandes : {known}.", file=sys.stderr)
        return MISUSED
    command = _command(name)
    parser = french.parser(f"convenir {name}", command.HELP)
    command.configure(parser)
    try:
        done = command.run(parser.parse_args(rest))
        sys.stdout.flush()
    except Refusal as refusal:
        print(f"convenir {name} : {refusal}", file=sys.stderr)
        return MISUSED
    except BrokenPipeError:
        # The reader of our output left (`| head`): nothing more to say, and nothing to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return done


def _command(name: str) -> Command:
    return cast(Command, import_module(f"convenir.cli.{name.replace('-', '_')}"))


def _help() -> str:
    lines = [f"  {name:<13} {_command(name).HELP}" for name in COMMANDS]
    return "\n".join([USAGE, *lines, "", "Le détail d’une commande : convenir COMMANDE --help", EPILOG])
