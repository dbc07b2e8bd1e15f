"""The order of a start: database, then Django, then tables."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import django
from django.core.management import call_command

from convenir.config import database, secret
from convenir.config.env import Env

SETTINGS = "convenir.config.settings"


@contextmanager
def launched(env: Env, say: Callable[[str], None]) -> Iterator[None]:
    """Database up, Django ready and tables up to date while the block runs; raises DatabaseProblem or BadSetting."""
    secret.keep(env)
    say("Base de données : démarrage…")
    with database.available(env):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
        django.setup()
        say("Tables : mise à jour…")
        call_command("migrate", database="owner", interactive=False, verbosity=0)
        yield
