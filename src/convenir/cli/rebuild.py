"""`convenir rebuild`: the lines of every list, computed again from terms and facts; also what a nightly task runs."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from zoneinfo import ZoneInfo

from convenir.config import embedded, env
from convenir.config.launch import launched

HELP = "recalcule les échéances que montrent les listes (à lancer chaque nuit)"


def configure(parser: argparse.ArgumentParser) -> None:
    """No argument: every dossier, from today on."""


def run(args: argparse.Namespace) -> int:
    try:
        with launched(env.read(os.environ), print):
            # By name, because tables can only be imported once Django is ready.
            nightly: Callable[..., None] = import_module("convenir.jobs.nightly").nightly
            nightly(datetime.now(ZoneInfo("Europe/Paris")).date(), print)
    except (env.BadSetting, embedded.DatabaseProblem) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0
