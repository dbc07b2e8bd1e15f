"""Archives opened within limits: what one holds, and the bytes of its entries, counted while they are unpacked."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from lzma import LZMAError
from typing import ClassVar
from zipfile import BadZipFile, ZipFile, ZipInfo

from convenir.core.refusals import Refusal
from convenir.reader.intake.limits import MOST_ENTRIES, MOST_RATIO, MOST_UNPACKED_BYTES


class DamagedArchive(Refusal):
    """An archive, or an office file, that was cut or altered."""

    code: ClassVar[str] = "damaged-archive"
    sentence: ClassVar[str] = (
        "Ce fichier est incomplet ou endommagé : il ne peut pas être ouvert. Demandez-en une nouvelle copie, "
        "ou ouvrez-le et enregistrez-le de nouveau, puis déposez-le."
    )


class ArchiveTooLarge(Refusal):
    """More entries, or more bytes once unpacked, than any convention with its annexes."""

    code: ClassVar[str] = "archive-too-large"
    sentence: ClassVar[str] = (
        "Ce fichier contient beaucoup plus de données qu’une convention et ses annexes : il n’a pas été ouvert. "
        "Déposez les seuls fichiers de la convention."
    )


class LockedArchive(Refusal):
    """An archive whose entries ask for a password."""

    code: ClassVar[str] = "locked-archive"
    sentence: ClassVar[str] = (
        "Ce fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis déposez-le."
    )


# Below that, how many times smaller bytes were packed says nothing.
_SMALL = 1_000_000
_CHUNK = 1 << 16
_ENCRYPTED = 0x1


@dataclass(slots=True)
class Allowance:
    """Bytes that may still be unpacked of a deposit, from the archives that it holds in one another included."""

    left: int = MOST_UNPACKED_BYTES


class Archive:
    """A zip archive. Refuses one that is damaged, locked, or larger than the limits, when told or once unpacked."""

    def __init__(self, data: bytes, allowance: Allowance) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise DamagedArchive from error
        self._entries = {entry.filename: entry for entry in self._zip.infolist() if not entry.is_dir()}
        self._allowance = allowance
        told = sum(entry.file_size for entry in self._entries.values())
        if len(self._zip.infolist()) > MOST_ENTRIES or told > MOST_UNPACKED_BYTES:
            raise ArchiveTooLarge

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files that the archive holds, in its order."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of an entry."""
        entry = self._entries[name]
        if entry.flag_bits & _ENCRYPTED:
            raise LockedArchive
        try:
            return self._unpacked(entry)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, LZMAError) as error:
            raise DamagedArchive from error

    def _unpacked(self, entry: ZipInfo) -> bytes:
        chunks: list[bytes] = []
        size, most = 0, max(_SMALL, entry.compress_size * MOST_RATIO)
        with self._zip.open(entry) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                self._allowance.left -= len(chunk)
                if size > most or self._allowance.left < 0:
                    raise ArchiveTooLarge
                chunks.append(chunk)
        return b"".join(chunks)
