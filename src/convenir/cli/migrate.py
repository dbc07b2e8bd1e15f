"""`convenir migrate`: the tables of the configured database, brought up to date by the owner role."""

import argparse
import os
import sys

from convenir.config import embedded, env
from convenir.config.launch import launched

HELP = "met à jour les tables de la base (embarquée, ou celle de DATABASE_URL)"


def configure(parser: argparse.ArgumentParser) -> None:
    """No argument: the database is the one of the environment."""


def run(args: argparse.Namespace) -> int:
    try:
        with launched(env.read(os.environ), print):
            print("Tables à jour.")
    except (env.BadSetting, embedded.DatabaseProblem) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0
