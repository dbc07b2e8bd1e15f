"""What DATABASE_URL means: the owner's address, and a runtime role whose password nobody stores."""

from dataclasses import replace

import pytest

from convenir.config import database, embedded, env

URL = "postgresql://chef:s%40crets@base.exemple:5433/conventions?sslmode=require"
SHARED = replace(env.read({}), database_url=URL)


def test_the_address_is_that_of_the_owner() -> None:
    owner = database.owner(SHARED)
    assert (owner.host, owner.port, owner.name, owner.user) == ("base.exemple", "5433", "conventions", "chef")
    assert (owner.password, owner.options) == ("s@crets", {"sslmode": "require"})


def test_the_runtime_role_has_its_own_password_always_the_same() -> None:
    site = database.runtime(SHARED)
    assert site.user == embedded.RUNTIME
    assert site.password == database.runtime(SHARED).password
    assert site.password not in {"", "s@crets"}
    assert (site.host, site.name) == ("base.exemple", "conventions")


def test_django_reaches_both_roles_of_one_database() -> None:
    known = database.connections(SHARED)
    assert set(known) == {"default", "owner"}
    assert known["default"]["USER"] == embedded.RUNTIME
    assert known["owner"]["USER"] == "chef"
    assert known["default"]["NAME"] == known["owner"]["NAME"]


@pytest.mark.parametrize("url", ["mysql://a@b/c", "postgresql://serveur/base", "postgresql://role@serveur", "base"])
def test_an_address_of_another_form_is_refused_in_words(url: str) -> None:
    with pytest.raises(embedded.DatabaseProblem, match="DATABASE_URL"):
        database.owner(replace(SHARED, database_url=url))
