"""The database of the house: embedded or shared, its owner role, its runtime role, and how Django reaches both."""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from convenir.config.embedded import OWNER, RUNTIME, SUPERUSER, DatabaseProblem, cluster, running, socket_folder
from convenir.config.env import Env

NAME = "convenir"
PREPARATION = 0x436F6E76  # the key of the lock that only this file takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One role of one database, and how to reach it."""

    host: str
    name: str
    user: str
    port: str = ""
    password: str = ""
    options: dict[str, str] = field(default_factory=dict)

    def django(self) -> dict[str, Any]:
        """An entry of Django's DATABASES."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": self.host,
            "PORT": self.port,
            "NAME": self.name,
            "USER": self.user,
            "PASSWORD": self.password,
            "OPTIONS": dict(self.options),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }

    def connect(self) -> psycopg.Connection:
        """A connection that commits each statement; raises DatabaseProblem."""
        known = {
            "host": self.host,
            "port": self.port,
            "user": self.user,
            "password": self.password,
            "dbname": self.name,
        }
        given = {name: value for name, value in known.items() if value}
        try:
            return psycopg.connect(make_conninfo(**(self.options | given)), autocommit=True)
        except psycopg.OperationalError as refused:
            raise DatabaseProblem(f"La base « {self.name} » ne répond pas : {refused}".strip()) from None


def owner(env: Env) -> Address:
    """The role that owns the tables and migrates them."""
    if env.database_url:
        return _shared(env.database_url)
    return Address(host=str(socket_folder(env.data)), name=NAME, user=OWNER)


def runtime(env: Env) -> Address:
    """The role of the site: no DDL, subject to row-level security."""
    if env.database_url is None:
        return replace(owner(env), user=RUNTIME)
    # Every process that knows DATABASE_URL finds the same password, and none has to store it.
    password = hmac.digest(env.database_url.encode(), RUNTIME.encode(), hashlib.sha256).hex()
    return replace(_shared(env.database_url), user=RUNTIME, password=password)


def connections(env: Env) -> dict[str, dict[str, Any]]:
    """Django's DATABASES: the site uses `default`, migrations use `owner`, tests create the database by `owner`."""
    site = runtime(env).django() | {"TEST": {"MIRROR": "owner"}}
    return {"default": site, "owner": owner(env).django() | {"CONN_MAX_AGE": 0}}


@contextmanager
def available(env: Env, *, durable: bool = True) -> Iterator[None]:
    """The database answers and has its two roles while the block runs; raises DatabaseProblem."""
    if env.database_url:
        prepare(env, owner(env).name)
        yield
        return
    with running(cluster(env.data, durable=durable)):
        prepare(env, NAME)
        yield


def prepare(env: Env, name: str) -> None:
    """Creates what is missing among the roles and the database `name`, and gives the runtime role its rights."""
    site, holder = runtime(env), owner(env)
    superuser = holder if env.database_url else replace(holder, user=SUPERUSER, name="postgres")
    with superuser.connect() as connection:
        # Two processes that start together prepare one after the other.
        connection.execute("SELECT pg_advisory_lock(%s)", [PREPARATION])
        if env.database_url is None:
            _ensure_role(connection, OWNER, password="")
        _ensure_role(connection, site.user, password=site.password)
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            creation = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'")
            connection.execute(creation.format(sql.Identifier(name), sql.Identifier(holder.user)))
        _give_rights(replace(superuser, name=name), owner=holder.user, runtime=site.user)


def drop(env: Env, name: str) -> None:
    """Removes the database `name` and cuts those who use it."""
    base = owner(env) if env.database_url else replace(owner(env), user=SUPERUSER, name="postgres")
    with base.connect() as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


# Append-only tables take back UPDATE and DELETE in their own migration.
RIGHTS = tuple(
    sql.SQL(statement)
    for statement in (
        "ALTER DATABASE {database} SET default_text_search_config = 'pg_catalog.french'",
        "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        "GRANT CONNECT ON DATABASE {database} TO {runtime}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE, CREATE ON SCHEMA public TO {owner}",
        "GRANT USAGE ON SCHEMA public TO {runtime}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public "
        "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {runtime}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {runtime}",
    )
)


def _give_rights(superuser: Address, *, owner: str, runtime: str) -> None:
    names = {"database": superuser.name, "owner": owner, "runtime": runtime}
    identifiers = {key: sql.Identifier(value) for key, value in names.items()}
    with superuser.connect() as connection:
        for right in RIGHTS:
            connection.execute(right.format(**identifiers))


def _ensure_role(connection: psycopg.Connection, role: str, *, password: str) -> None:
    known = connection.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    if known and known[0]:
        raise DatabaseProblem(f"Le rôle {role} de PostgreSQL échappe aux règles d’accès : retirez-lui ce pouvoir.")
    verb = "ALTER" if known else "CREATE"
    secret = sql.SQL(" PASSWORD {}").format(sql.Literal(password)) if password else sql.SQL("")
    try:
        connection.execute(sql.SQL(f"{verb} ROLE {{}} LOGIN").format(sql.Identifier(role)) + secret)
    except psycopg.errors.InsufficientPrivilege:
        raise DatabaseProblem(
            f"Le rôle de DATABASE_URL ne peut ni créer ni régler le rôle {role} : demandez à l’administrateur "
            "de la base de lui donner CREATEROLE (et l’option ADMIN sur ce rôle s’il existe déjà)."
        ) from None


def _shared(url: str) -> Address:
    parts = urlsplit(url)
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in {"postgres", "postgresql"} or not name or not parts.username:
        raise DatabaseProblem(
            "DATABASE_URL n’a pas la forme attendue : écrivez postgresql://role:motdepasse@serveur:5432/base."
        )
    options = dict(parse_qsl(parts.query))
    return Address(
        host=options.pop("host", parts.hostname or ""),
        port=str(parts.port or ""),
        name=name,
        user=unquote(parts.username),
        password=unquote(parts.password or ""),
        options=options,
    )
