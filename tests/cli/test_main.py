"""The command `convenir`: what it answers when it is misused, and what it does not load."""

import subprocess
import sys
from pathlib import Path

import pytest

from convenir.cli import main

CONVENIR = Path(sys.executable).parent / "convenir"
LIGHT = ("read", "amend", "compare", "sheet", "standing", "calendar", "moves", "cases", "bench-reader")
HEAVY_MODULES = {"django", "psycopg", "gunicorn", "whitenoise", "convenir.config", "convenir.records"}


def convenir(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([CONVENIR, *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", LIGHT)
def test_what_reads_and_computes_loads_neither_the_site_nor_the_database(name: str) -> None:
    program = (
        "import sys; from convenir.cli import main\n"
        f"try: main.main(['{name}', '--help'])\n"
        "except SystemExit: pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert f"utilisation : convenir {name}" in done.stdout
    assert HEAVY_MODULES & set(done.stderr.split()) == set()


def test_each_command_has_its_file_and_its_sentence() -> None:
    folder = Path(main.__file__).parent
    assert [name for name in main.COMMANDS if not (folder / f"{name.replace('-', '_')}.py").exists()] == []


def test_the_help_names_every_command() -> None:
    done = convenir("--help")
    assert done.returncode == main.OK
    assert all(f"\n  {name} " in done.stdout for name in main.COMMANDS)


def test_no_command_shows_the_help_and_fails() -> None:
    done = convenir()
    assert done.returncode == main.MISUSED
    assert done.stdout.startswith("utilisation : convenir")


def test_an_unknown_command_is_answered_in_french() -> None:
    done = convenir("predict")
    assert (done.returncode, done.stdout) == (main.MISUSED, "")
    assert "la commande « predict » n’existe pas" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("read",), "il manque"),
        (("demo", "--colour"), "argument inconnu : --colour"),
        (("demo", "--port"), "--port : une valeur est attendue"),
        (("demo", "--port", "huit"), "--port : 'huit' n’est pas un nombre entier"),
        (("standing", ".", "--on", "31/02/2022"), "« 31/02/2022 » n’est pas une date qui existe"),
    ],
)
def test_wrong_arguments_are_answered_in_french(words: tuple[str, ...], said: str) -> None:
    done = convenir(*words)
    assert (done.returncode, done.stdout) == (main.MISUSED, "")
    assert said in done.stderr
    assert f"convenir {words[0]} --help" in done.stderr
