"""The two roles of the database, as the tests and the site meet them."""

import pytest
from django.db import ProgrammingError, connection, connections
from psycopg import sql

from convenir.config import embedded, env

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


def test_the_site_runs_as_a_role_without_power() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole"
            " FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (embedded.RUNTIME, False, False, False, False)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE intruder (id int)",
        "ALTER TABLE django_migrations ADD COLUMN intruder int",
        "DROP TABLE django_migrations",
        "TRUNCATE django_migrations",
        "CREATE SCHEMA intruder",
    ],
)
def test_the_site_cannot_change_the_shape_of_the_tables(statement: str) -> None:
    with connection.cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute(statement)


def test_the_site_cannot_become_the_owner() -> None:
    owner = sql.Identifier(connections["owner"].settings_dict["USER"])
    with connection.cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute(sql.SQL("SET ROLE {}").format(owner))


def test_the_owner_is_another_role_of_the_same_database() -> None:
    with connection.cursor() as site, connections["owner"].cursor() as owner:
        site.execute("SELECT current_database()")
        owner.execute("SELECT current_database(), current_user <> 'convenir_app'")
        assert owner.fetchone() == (*site.fetchone(), True)


def test_the_database_speaks_french() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ÉCOLE À PÂQUES'), to_tsvector('conventions') @@ to_tsquery('convention')")
        assert cursor.fetchone() == ("école à pâques", True)


def test_the_embedded_server_listens_on_its_private_socket_only(database_env: env.Env) -> None:
    if database_env.database_url:
        pytest.skip("a shared PostgreSQL is configured: its administrator decides where it listens")
    with connection.cursor() as cursor:
        cursor.execute("SHOW listen_addresses")
        assert cursor.fetchone() == ("",)
    socket = embedded.socket_folder(database_env.data)
    assert (socket / ".s.PGSQL.5432").exists()
    assert socket.stat().st_mode & 0o077 == 0
