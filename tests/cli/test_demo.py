"""`convenir demo`, when the machine does not lend itself: one line says what to do, and nothing is started."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CONVENIR = Path(sys.executable).parent / "convenir"


def demo(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = os.environ | environment
    return subprocess.run([CONVENIR, "demo", *words], capture_output=True, text=True, check=False, env=given)


def test_a_port_that_is_taken_is_said_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port: int = other.getsockname()[1]
        done = demo("--port", str(port), CONVENIR_DATA=str(tmp_path / "data"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Le port {port} est déjà pris : lancez « make demo PORT={port + 1} ».\n"
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("CONVENIR_PORT", "huit", "CONVENIR_PORT vaut « huit »"),
        ("DATABASE_URL", "mysql://ailleurs/base", "DATABASE_URL n’a pas la forme attendue"),
        ("CONVENIR_DATA", "/dev/null/data", "donnez-en un autre dans CONVENIR_DATA"),
    ],
)
def test_a_setting_that_means_nothing_is_named(variable: str, value: str, said: str) -> None:
    done = demo("--load-only", **{variable: value})
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_shared_database_is_never_emptied() -> None:
    done = demo("--load-only", "--reset", DATABASE_URL="postgresql://role:secret@localhost:1/base")
    assert done.returncode == 1
    assert "n’efface pas une base partagée" in done.stderr
