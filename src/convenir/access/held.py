"""Files deposited with the text of a dossier whose tables may be imported into it."""

from dataclasses import dataclass
from uuid import UUID

from convenir.access.roles import Actor, NotFound, Verb
from convenir.access.texts import original, text
from convenir.reader.intake.archive import Allowance, Archive
from convenir.reader.intake.bundle import bytes_of, entries
from convenir.reader.intake.manuscript import Format

# What the names of workbooks end with.
BOOKS = (".xlsx", ".xlsm", ".ods", ".xls")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFile:
    """A file deposited with the text of a dossier, that holds tables; `entry` is its name in an archive, «» alone."""

    name: str
    entry: str


def held_files(actor: Actor, pk: UUID) -> tuple[HeldFile, ...]:
    """The workbooks of that deposit, which are no text, then the files whose words hold tables.

    A scan of an archive is left out: what was recognised in it is known with the whole archive alone.
    """
    manuscript = text(actor, pk, to=Verb.READ).manuscript
    data = original(actor, pk).data
    names = entries(Archive(data, Allowance())) if any(piece.entry for piece in manuscript.pieces) else []
    books = [HeldFile(name=name.rpartition("/")[2], entry=name) for name in names if name.lower().endswith(BOOKS)]
    places = (manuscript.place(table.start) for table in manuscript.tables)
    tabled = sorted({place.piece for place in places if place is not None})
    pieces = [manuscript.pieces[rank] for rank in tabled]
    read = (piece for piece in pieces if not (piece.entry and piece.format is Format.SCAN))
    return (*books, *(HeldFile(name=piece.name, entry=piece.entry) for piece in read))


def held_bytes(actor: Actor, pk: UUID, entry: str) -> bytes:
    """The bytes of one of these files; `NotFound` for any other."""
    if entry not in {one.entry for one in held_files(actor, pk)}:
        raise NotFound(entry)
    return bytes_of(original(actor, pk).data, entry)
