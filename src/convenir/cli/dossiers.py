"""A dossier on disk: a text alone, a TOML file, or a folder that holds one, into terms and facts."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from convenir.core.dossier import Dossier, dossier_from, terms_from
from convenir.core.refusals import Refusal
from convenir.core.terms import Terms
from convenir.reader.reading import read

NAME = "dossier.toml"


class NoDossier(Refusal):
    """Nothing at that place can be a dossier."""

    code = "no-dossier"
    sentence = (
        "« {path} » n’est pas un dossier : {why}. Donnez un texte, un fichier TOML, ou un répertoire avec {name}."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A dossier, and what must be said with every answer about it."""

    dossier: Dossier
    remarks: tuple[str, ...]


def load(path: Path) -> Loaded:
    """The dossier at `path`; `NoDossier`, or the refusal of the reader or the format, when there is none."""
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        raise NoDossier(path=path, why="il n’existe pas", name=NAME)
    if path.suffix == ".toml":
        return _toml(path)
    return _read(path, {})


def _folder(path: Path) -> Loaded:
    if (path / NAME).is_file():
        return _toml(path / NAME)
    texts = sorted(path.glob("*.txt"))
    if len(texts) != 1:
        raise NoDossier(path=path, why=f"il contient {len(texts)} textes et pas de {NAME}", name=NAME)
    return _read(texts[0], {})


def _toml(path: Path) -> Loaded:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NoDossier(path=path, why=f"il n’est pas écrit en TOML ({error})", name=NAME) from error
    if "text" in table:
        return _read(path.parent / str(table["text"]), table)
    if isinstance(table.get("terms"), str):
        return Loaded(dossier=dossier_from(table, _terms(path, table)), remarks=())
    if "clauses" in table:
        return Loaded(dossier=dossier_from(table, terms_from(table)), remarks=())
    raise NoDossier(path=path, why="il ne nomme ni texte (text = …) ni termes (terms = … ou [[clauses]])", name=NAME)


def _terms(path: Path, table: dict[str, Any]) -> Terms:
    named = path.parent / str(table["terms"])
    if not named.is_file():
        raise NoDossier(path=named, why="ce fichier de termes n’existe pas", name=NAME)
    return terms_from(tomllib.loads(named.read_text(encoding="utf-8")))


def _read(path: Path, table: dict[str, Any]) -> Loaded:
    if not path.is_file():
        raise NoDossier(path=path, why="ce texte n’existe pas", name=NAME)
    reading = read(path.read_bytes())
    unconfirmed = f"Termes lus dans « {path.name} » et non confirmés par une personne."
    remarks = () if table.get("confirmed_by") else (unconfirmed,)
    return Loaded(dossier=dossier_from(table, reading.terms), remarks=remarks)
