"""A whole site for the time of a measure: PostgreSQL in a temporary folder, tables, the runtime role."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connections

from convenir.config import database, env
from convenir.config.launch import launched


@contextmanager
def private_site() -> Iterator[None]:
    """The site answers while the block runs; nothing is left of it afterwards."""
    with tempfile.TemporaryDirectory(prefix="convenir-benchmarks-") as folder:
        # PostgreSQL never runs as root: its user walks down to the files.
        Path(folder).chmod(0o755)
        os.environ |= {"CONVENIR_DATA": folder, "CONVENIR_DEMO": "1", "CONVENIR_DEBUG": "0", "CONVENIR_HTTPS": "0"}
        os.environ.pop("DATABASE_URL", None)
        given = env.read(os.environ)
        # Held from outside, the server is that of the tests: nothing is lost if the machine stops.
        with database.available(given, durable=False), launched(given, say):
            try:
                yield
            finally:
                connections.close_all()


def say(words: str) -> None:
    """Progress, beside the figures."""
    print(words, file=sys.stderr)
