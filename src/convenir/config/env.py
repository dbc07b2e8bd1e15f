"""Every environment variable of the product, typed and read once."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# Each field of Env and the variable that sets it; docs/exploitation/settings.md explains the same names.
VARIABLES = {
    "data": "CONVENIR_DATA",
    "database_url": "DATABASE_URL",
    "secret_key": "CONVENIR_SECRET_KEY",
    "hosts": "CONVENIR_HOSTS",
    "https": "CONVENIR_HTTPS",
    "bind": "CONVENIR_BIND",
    "port": "CONVENIR_PORT",
    "demo": "CONVENIR_DEMO",
    "debug": "CONVENIR_DEBUG",
}

YES_OR_NO = {"1": True, "oui": True, "0": False, "non": False, "": False}
LOCAL_HOSTS = "localhost,127.0.0.1,[::1]"
SYSTEM_DATA = Path("/var/lib/convenir")


class BadSetting(Exception):
    """A variable holds a value that means nothing; the message says which and what to write, in French."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Env:
    """What two installations may differ on, and nothing else."""

    data: Path
    database_url: str | None
    secret_key: str | None
    hosts: tuple[str, ...]
    https: bool
    bind: str
    port: int
    demo: bool
    debug: bool


def read(environ: Mapping[str, str]) -> Env:
    """The environment of this process; raises BadSetting."""
    return Env(
        data=_data(environ.get("CONVENIR_DATA", "")),
        database_url=environ.get("DATABASE_URL") or None,
        secret_key=environ.get("CONVENIR_SECRET_KEY") or None,
        hosts=tuple(host.strip() for host in environ.get("CONVENIR_HOSTS", LOCAL_HOSTS).split(",")),
        https=_flag(environ, "CONVENIR_HTTPS"),
        bind=environ.get("CONVENIR_BIND", "127.0.0.1"),
        port=_port(environ.get("CONVENIR_PORT", "8000")),
        demo=_flag(environ, "CONVENIR_DEMO"),
        debug=_flag(environ, "CONVENIR_DEBUG"),
    )


def make_folder(data: Path) -> None:
    """Makes the folder of the data if it is not there; raises BadSetting where this user cannot write."""
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise BadSetting(
            f"Le dossier {data} ne peut pas être créé ({refused.strerror}) : donnez-en un autre dans CONVENIR_DATA."
        ) from None
    if not os.access(data, os.W_OK):
        raise BadSetting(
            f"Le dossier {data} ne vous appartient pas : donnez-en un autre dans CONVENIR_DATA, "
            "ou lancez Convenir sous l’utilisateur qui l’a créé."
        )


def reachable_by_others(path: Path) -> bool:
    """Whether another user of the machine can walk down to `path`, as far as it exists."""
    existing = [place for place in (path, *path.parents) if place.exists()]
    return all(place.stat().st_mode & 0o001 for place in existing)


def _data(chosen: str) -> Path:
    if chosen:
        return Path(chosen).expanduser().absolute()
    sources = Path(__file__).resolve().parents[3]
    if not (sources / "pyproject.toml").exists():
        return SYSTEM_DATA if os.geteuid() == 0 else Path.home() / ".local" / "share" / "convenir"
    # PostgreSQL never runs as root: sources kept under a private folder cannot hold its files.
    if os.geteuid() == 0 and not reachable_by_others(sources):
        return SYSTEM_DATA / hashlib.sha256(bytes(sources)).hexdigest()[:8]
    return sources / ".convenir"


def _flag(environ: Mapping[str, str], name: str) -> bool:
    said = environ.get(name, "").strip().lower()
    if said not in YES_OR_NO:
        raise BadSetting(f"{name} vaut « {said} » : écrivez 1 (oui) ou 0 (non).")
    return YES_OR_NO[said]


def _port(said: str) -> int:
    if not said.isdecimal() or not 0 < int(said) < 65536:
        raise BadSetting(f"CONVENIR_PORT vaut « {said} » : écrivez un numéro de port entre 1 et 65535.")
    return int(said)
