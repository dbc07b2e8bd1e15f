"""The environment: each variable is documented, typed, and answers plainly when it means nothing."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from convenir.config import env

DOCUMENT = Path(__file__).parents[2] / "docs" / "exploitation" / "settings.md"
CONFIG = Path(env.__file__).parent


def test_every_field_has_its_variable() -> None:
    assert {field.name for field in fields(env.Env)} == set(env.VARIABLES)


def test_every_variable_is_documented_and_no_other() -> None:
    named = set(re.findall(r"^### `([A-Z_]+)`", DOCUMENT.read_text(), flags=re.MULTILINE))
    assert named == set(env.VARIABLES.values())


def test_the_environment_is_read_in_one_place() -> None:
    asks = re.compile(r"environ(\.get\(|\[)\s*\"(CONVENIR_(?!DEMO)|DATABASE_)")
    elsewhere = [path for path in CONFIG.parent.rglob("*.py") if path.parent != CONFIG]
    assert [str(path) for path in elsewhere if asks.search(path.read_text())] == []


def test_an_empty_environment_is_enough() -> None:
    read = env.read({})
    assert (read.port, read.bind, read.demo, read.debug, read.database_url) == (8000, "127.0.0.1", False, False, None)
    assert read.hosts == ("localhost", "127.0.0.1", "[::1]")


def test_the_data_folder_can_be_chosen(tmp_path: Path) -> None:
    assert env.read({"CONVENIR_DATA": str(tmp_path)}).data == tmp_path


@pytest.mark.parametrize(
    ("variable", "value"),
    [("CONVENIR_PORT", "huit"), ("CONVENIR_PORT", "0"), ("CONVENIR_PORT", "70000"), ("CONVENIR_DEMO", "peut-être")],
)
def test_a_value_that_means_nothing_is_named(variable: str, value: str) -> None:
    with pytest.raises(env.BadSetting, match=variable):
        env.read({variable: value})
