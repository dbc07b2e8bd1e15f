"""The embedded PostgreSQL: started, shared by two processes, stopped by the last, started again with the same data."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

import psycopg
import pytest

from convenir.config import database, embedded, env


@pytest.fixture
def given() -> Iterator[env.Env]:
    """An environment whose data folder is new, short and open: as root, PostgreSQL runs under another user."""
    folder = Path(tempfile.mkdtemp(prefix="convenir-"))
    folder.chmod(0o755)
    yield replace(env.read({}), data=folder)
    rmtree(folder)


def count(given: env.Env) -> int:
    with database.runtime(given).connect() as connection:
        row = connection.execute("SELECT count(*) FROM kept").fetchone()
    assert row
    return int(row[0])


def test_data_outlive_the_server(given: env.Env) -> None:
    with database.available(given, durable=False), database.owner(given).connect() as connection:
        connection.execute("CREATE TABLE kept (id int)")
        connection.execute("INSERT INTO kept VALUES (1)")
    with pytest.raises(embedded.DatabaseProblem, match="ne répond pas"):
        database.owner(given).connect()
    with database.available(given, durable=False):
        assert count(given) == 1


def test_the_last_process_to_leave_stops_the_server(given: env.Env) -> None:
    program = (
        "import os, sys; from dataclasses import replace; from pathlib import Path\n"
        "from convenir.config import database, env\n"
        "given = replace(env.read({}), data=Path(sys.argv[1]))\n"
        "with database.available(given, durable=False): print('up', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(given.data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "up\n"
        with database.available(given, durable=False):
            pass
        with pytest.raises(embedded.DatabaseProblem, match="tourne déjà ailleurs"):
            embedded.forget(embedded.cluster(given.data))
        with database.runtime(given).connect() as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        other.communicate("\n")
    with pytest.raises(embedded.DatabaseProblem):
        database.runtime(given).connect()


def test_only_the_two_roles_open_the_door(given: env.Env) -> None:
    with database.available(given, durable=False):
        stranger = replace(database.runtime(given), user="stranger")
        with pytest.raises(embedded.DatabaseProblem):
            stranger.connect()
        with database.runtime(given).connect() as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE intruder (id int)")


def test_forgetting_removes_the_data(given: env.Env) -> None:
    server = embedded.cluster(given.data, durable=False)
    with embedded.running(server) as created:
        assert created
    embedded.forget(server)
    assert not server.files.exists()


def test_a_long_path_gets_a_short_socket(tmp_path: Path) -> None:
    assert embedded.socket_folder(Path("/srv/convenir")) == Path("/srv/convenir/run")
    short = embedded.socket_folder(tmp_path / ("long" * 30))
    assert len(str(short)) < embedded.LONGEST_SOCKET_FOLDER


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(env.BadSetting, match="CONVENIR_DATA"),
        embedded.running(embedded.cluster(tmp_path / "file" / "data")),
    ):
        pass
