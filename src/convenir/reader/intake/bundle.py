"""An archive of several files to one manuscript: the convention first, then what authorises it, then its annexes."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import ClassVar

from convenir.core.findings import Finding, Oddity, Severity
from convenir.core.refusals import Refusal
from convenir.reader.french.words import flat
from convenir.reader.intake.archive import Allowance, Archive, ArchiveTooLarge
from convenir.reader.intake.characters import Sieve
from convenir.reader.intake.foreign import Spreadsheet
from convenir.reader.intake.limits import MOST_PIECES, MOST_TEXT_BYTES
from convenir.reader.intake.manuscript import Manuscript, Piece, Place
from convenir.reader.intake.plain import TextTooLong


class NestedArchive(Refusal):
    """An archive in an archive."""

    code: ClassVar[str] = "nested-archive"
    sentence: ClassVar[str] = (
        "Cette archive en contient une autre. Placez tous les fichiers de la convention dans une seule archive, "
        "puis déposez-la."
    )


class TooManyFiles(Refusal):
    """More files than a convention with its annexes."""

    code: ClassVar[str] = "too-many-files"
    sentence: ClassVar[str] = (
        "Cette archive contient plus de 40 fichiers. Déposez la seule convention avec ses délibérations et ses annexes."
    )


class NothingToRead(Refusal):
    """An archive without any file that can be read."""

    code: ClassVar[str] = "nothing-to-read"
    sentence: ClassVar[str] = (
        "Aucun fichier de cette archive n’a pu être lu. Déposez la convention au format .docx, .odt, .pdf ou .txt."
    )


class _Rank(IntEnum):
    """What the files of a deposit are: acts, the first of which the annexes belong to, then annexes."""

    CONVENTION = 0
    AMENDMENT = 1
    DELIBERATION = 2
    ANNEX = 3
    OTHER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A file that was read: what it is in the deposit, and the number of an annex."""

    rank: _Rank
    number: tuple[int, str]
    manuscript: Manuscript


# Files that programs leave behind themselves.
_JUNK = re.compile(r"(?:^|/)(?:__macosx/|\.(?!\.?/)|~\$|thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_ANNEX_NAME = re.compile(r"annexe?s?[\s_.-]*(?:n\s?[°o]?[\s_.-]*)?(?P<number>\d{1,2}|[a-h](?![a-z]))?")
_NAMED = (
    (_Rank.AMENDMENT, re.compile(r"avenant")),
    (_Rank.DELIBERATION, re.compile(r"delib|decision|extrait|proces[\s_-]?verbal|\bpv\b")),
    (_Rank.CONVENTION, re.compile(r"convention|\bctg\b|signee?\b")),
)
_TOLD = (
    (_Rank.DELIBERATION, re.compile(r"extrait du registre|apres en avoir delibere|nombre de (?:conseillers|membres)")),
    (_Rank.AMENDMENT, re.compile(r"^\W*avenant\b", re.MULTILINE)),
    (
        _Rank.CONVENTION,
        re.compile(r"^\W*(?:projet de )?convention\b|^\W*(?:article|art\.)\s+(?:1|premier)\b", re.MULTILINE),
    ),
)
_ANNEX_TOLD = re.compile(r"\W*annexe\b\W*(?:n\s?[°o]\W*)?(?P<number>\d{1,2}|[a-h]\b)?")
# After every number of an annex come those with a letter, then those without any.
_LAST = 100
# The head of a file, in which it says what it is.
_HEAD = 3000
_BETWEEN = "\n\n"


def manuscript(archive: Archive, read: Callable[[bytes, str], Manuscript]) -> Manuscript:
    """The words of the files of an archive, in one text; `read` gives those of each entry, or refuses it."""
    names = entries(archive)
    if len(names) > MOST_PIECES:
        raise TooManyFiles
    parts: list[_Part] = []
    refused: list[Finding] = []
    for name in names:
        try:
            parts.append(_part(_entered(read(archive.read(name), name), name)))
        except (NestedArchive, ArchiveTooLarge):
            raise
        except Refusal as refusal:
            refused.append(_not_read(_bare(name), refusal))
    if not parts:
        raise NothingToRead
    return _joined(_in_order(parts), tuple(refused))


def entries(archive: Archive) -> list[str]:
    """The names of the files that persons put in an archive."""
    return [name for name in archive.names if not _JUNK.search(name)]


def bytes_of(data: bytes, entry: str) -> bytes:
    """The bytes of one file of a deposit whose bytes are `data`; an empty entry is a file deposited alone."""
    return Archive(data, Allowance()).read(entry) if entry else data


def _entered(read: Manuscript, entry: str) -> Manuscript:
    """The same words, of which one knows from which entry of the archive they come."""
    return replace(
        read,
        pieces=tuple(replace(piece, name=_bare(entry), entry=entry) for piece in read.pieces),
        awaited=tuple(page._replace(entry=entry) for page in read.awaited),
    )


def _in_order(parts: list[_Part]) -> list[_Part]:
    """The main act, its annexes, then the other acts: what follows an act without a title of its own belongs to it."""
    main = min(part.rank for part in parts)
    return sorted(parts, key=lambda part: (main < part.rank < _Rank.ANNEX, part.rank, part.number))


def _bare(name: str) -> str:
    """
    >>> _bare("envoi/annexes/Annexe 2.docx")
    'Annexe 2.docx'
    """
    return Sieve().through(name.replace("\\", "/").rpartition("/")[2])


def _not_read(name: str, refusal: Refusal) -> Finding:
    if isinstance(refusal, Spreadsheet):
        return Finding(
            oddity=Oddity.NOTED,
            about="sheet-in-archive",
            severity=Severity.INFORMATION,
            sentence=f"« {name} » est un tableur : il est gardé avec le dépôt, et n’a pas été lu comme du texte.",
            advice="Une fois le dossier créé, « Importer un tableau », au journal, vous le proposera.",
        )
    return Finding(
        oddity=Oddity.MISSING,
        about="file-not-read",
        severity=Severity.WARNING,
        sentence=f"Le fichier « {name} » de cette archive n’a pas été lu.",
        advice=str(refusal),
    )


# --- what each file is ---------------------------------------------------------------------------------------


def _part(read: Manuscript) -> _Part:
    """What a file is, by its name, else by the words at its head."""
    name, head = flat(read.pieces[0].name), flat(read.text[:_HEAD])
    annex = _ANNEX_NAME.search(name) or _ANNEX_TOLD.match(head)
    if annex:
        return _Part(rank=_Rank.ANNEX, number=_order(annex["number"]), manuscript=read)
    ranks = [rank for rank, shape in _NAMED if shape.search(name)] + [
        rank for rank, shape in _TOLD if shape.search(head)
    ]
    return _Part(rank=next(iter(ranks), _Rank.OTHER), number=_order(None), manuscript=read)


def _order(number: str | None) -> tuple[int, str]:
    """
    >>> sorted([_order("10"), _order(None), _order("b"), _order("2")])
    [(2, ''), (10, ''), (100, 'b'), (101, '')]
    """
    if number is None:
        return (_LAST + 1, "")
    return (int(number), "") if number.isdecimal() else (_LAST, number)


def _heading(part: _Part) -> str:
    """The line that says which annex a file is, where its own words do not: «Annexe 2 – Plan d’actions»."""
    if part.rank < _Rank.ANNEX or _ANNEX_TOLD.match(flat(part.manuscript.text[:_HEAD])):
        return ""
    name = part.manuscript.pieces[0].name
    stem = name.rpartition(".")[0] or name
    found = _ANNEX_NAME.search(flat(stem))
    title = " ".join(re.split(r"[\s_]+", stem[found.end() if found else 0 :])).strip(" -–.:")
    if found and found["number"]:
        number = found["number"].upper()
        return f"Annexe {number} – {title}" if title else f"Annexe {number}"
    return f"Annexe : {title or stem}"


# --- one text of all ------------------------------------------------------------------------------------------


def _joined(parts: list[_Part], refused: tuple[Finding, ...]) -> Manuscript:
    at = 0
    moved: list[Manuscript] = []
    for index, part in enumerate(parts):
        heading = _heading(part)
        opening = (_BETWEEN if index else "") + (f"{heading}{_BETWEEN}" if heading else "")
        moved.append(_moved(part.manuscript, opening, at, index))
        at += len(moved[-1].text)
        if at > MOST_TEXT_BYTES:
            raise TextTooLong
    findings = dict.fromkeys(finding for one in moved for finding in one.findings)
    return Manuscript(
        text="".join(one.text for one in moved),
        pieces=tuple(piece for one in moved for piece in one.pieces),
        places=tuple(place for one in moved for place in one.places),
        revisions=tuple(revision for one in moved for revision in one.revisions),
        tables=tuple(table for one in moved for table in one.tables),
        margins=tuple(dict.fromkeys(margin for one in moved for margin in one.margins)),
        findings=(*refused, *findings),
        awaited=tuple(page for one in moved for page in one.awaited),
    )


def _moved(one: Manuscript, opening: str, at: int, index: int) -> Manuscript:
    """The words of a file after an opening, with every place where it now stands in the whole."""
    by = at + len(opening)
    places = [place._replace(start=place.start + by, end=place.end + by, piece=index) for place in one.places]
    first = Place(start=at, end=places[0].start if places else by + len(one.text), piece=index)
    return replace(
        one,
        text=opening + one.text,
        pieces=tuple(replace(piece, start=at, end=by + len(one.text)) for piece in one.pieces),
        places=(first, *places) if opening else tuple(places),
        revisions=tuple(replace(change, start=change.start + by, end=change.end + by) for change in one.revisions),
        tables=tuple(replace(table, start=table.start + by, end=table.end + by) for table in one.tables),
        findings=tuple(replace(finding, sentence=_named(one.pieces[0], finding)) for finding in one.findings),
    )


def _named(piece: Piece, finding: Finding) -> str:
    return f"« {piece.name} » : {finding.sentence}"
