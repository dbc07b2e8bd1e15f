"""What every test may ask for: the database under its two roles, strict templates, and the wish to bless."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from django.template import engines
from pytest_django.plugin import DjangoDbBlocker

from convenir.config import database, embedded, env


class Undefined(str):
    """A template variable that does not exist: a mistake in tests, nothing on a page."""

    __slots__ = ()

    def __mod__(self, variable: object) -> str:
        raise AssertionError(f"the template asks for {variable}, which does not exist")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write the golden files again instead of comparing")


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written again."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session", autouse=True)
def strict_templates() -> None:
    """Pages that name an absent variable fail."""
    engine = getattr(engines["django"], "engine", None)
    assert engine is not None
    engine.string_if_invalid = Undefined("%s")


@pytest.fixture(scope="session")
def database_env(request: pytest.FixtureRequest) -> Iterator[env.Env]:
    """A running PostgreSQL for this run, shared by its workers: that of DATABASE_URL, else one made in /tmp.

    It is started by the first test that needs the database, never by those of the libraries.
    """
    run = getattr(request.config, "workerinput", {}).get("testrunuid", str(os.getpid()))
    data = Path(tempfile.gettempdir()) / f"convenir-tests-{run[:12]}"
    data.mkdir(mode=0o755, exist_ok=True)
    given = replace(env.read(os.environ), data=data)
    try:
        with database.available(given, durable=False):
            yield given
    finally:
        # The last worker to leave takes everything away.
        with suppress(embedded.DatabaseProblem):
            embedded.forget(embedded.cluster(data))
            shutil.rmtree(data, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(database_env: env.Env, worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One database by worker, migrated by the owner; tests then run as the runtime role, under real policies."""
    name = f"test_convenir_{worker_id}"
    database.drop(database_env, name)
    database.prepare(database_env, name)
    for alias, address in database.connections(database_env).items():
        connections.settings[alias].update(address | {"NAME": name, "TEST": connections.settings[alias]["TEST"]})
    with django_db_blocker.unblock():
        call_command("migrate", database="owner", interactive=False, verbosity=0)
        yield
        connections.close_all()
    database.drop(database_env, name)
