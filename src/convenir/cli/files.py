"""The files that commands are given: their bytes, or the sentence that says why they cannot be read."""

from pathlib import Path
from typing import ClassVar

from convenir.core.refusals import Refusal


class NoFile(Refusal):
    """No file to read there."""

    code: ClassVar[str] = "no-file"
    sentence: ClassVar[str] = "« {path} » ne peut pas être lu : {why}."


def bytes_of(path: Path) -> bytes:
    """The bytes of a file."""
    if path.is_dir():
        raise NoFile(path=path, why="c’est un répertoire, donnez un fichier")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NoFile(path=path, why="ce fichier n’existe pas") from error
    except OSError as error:
        raise NoFile(path=path, why="vérifiez vos droits sur ce fichier") from error
