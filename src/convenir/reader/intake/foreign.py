"""Files that are deposited by mistake: how each is known by its first bytes, and what to deposit instead."""

import re
from typing import ClassVar

from convenir.core.refusals import Refusal


class OldOfficeFile(Refusal):
    """A .doc, .xls or .ppt of before 2007, or an office file locked by a password, which has the same envelope."""

    code: ClassVar[str] = "old-office-file"
    sentence: ClassVar[str] = (
        "Ce fichier est à l’ancien format de Word (.doc). Ouvrez-le, enregistrez-le au format .docx, puis déposez-le."
    )


class LockedOfficeFile(Refusal):
    """An office file that asks for a password."""

    code: ClassVar[str] = "locked-office-file"
    sentence: ClassVar[str] = (
        "Ce fichier est protégé par un mot de passe. Ouvrez-le, enregistrez-le sans mot de passe, puis déposez-le."
    )


class RichText(Refusal):
    """RTF."""

    code: ClassVar[str] = "rich-text"
    sentence: ClassVar[str] = (
        "Ce fichier est au format RTF. Ouvrez-le dans votre traitement de texte, enregistrez-le au format .docx "
        "ou .odt, puis déposez-le."
    )


class Picture(Refusal):
    """A picture, perhaps of a page."""

    code: ClassVar[str] = "picture"
    sentence: ClassVar[str] = (
        "Ce fichier est une image. Numérisez toutes les pages de la convention dans un seul PDF, puis déposez-le."
    )


class Program(Refusal):
    """A program, whatever its name."""

    code: ClassVar[str] = "program"
    sentence: ClassVar[str] = (
        "Ce fichier est un programme, quel que soit son nom : il n’a pas été ouvert. Déposez le texte de la convention."
    )


class OtherArchive(Refusal):
    """An archive that is no zip."""

    code: ClassVar[str] = "other-archive"
    sentence: ClassVar[str] = (
        "Cette archive n’est pas au format .zip. Déposez les fichiers de la convention dans une archive .zip, "
        "ou le seul fichier de la convention."
    )


class WebPage(Refusal):
    """HTML, or another markup that is no office file."""

    code: ClassVar[str] = "web-page"
    sentence: ClassVar[str] = (
        "Ce fichier est une page web ou un fichier XML. Ouvrez-le, copiez le texte de la convention dans un document, "
        "enregistrez-le au format .docx ou .odt, puis déposez-le."
    )


class Spreadsheet(Refusal):
    """A spreadsheet: lists may come from one, not a convention."""

    code: ClassVar[str] = "spreadsheet"
    sentence: ClassVar[str] = (
        "Ce fichier est un tableur. Déposez ici le texte de la convention ; les listes et les fiches d’action "
        "se déposent à part."
    )


class OtherOfficeFile(Refusal):
    """Slides, drawings and other office files that are no text."""

    code: ClassVar[str] = "other-office-file"
    sentence: ClassVar[str] = (
        "Ce fichier n’est pas un document de traitement de texte. Déposez la convention au format .docx, .odt, .pdf "
        "ou .txt."
    )


_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))
_BEGINNINGS: tuple[tuple[type[Refusal], tuple[bytes, ...]], ...] = (
    (RichText, (b"{\\rtf",)),
    (Picture, (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00")),
    (Program, (b"\x7fELF", b"#!/", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")),
    (OtherArchive, (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")),
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE)
# Programs for Windows begin with two letters that a text may begin with too; bytes that no text holds tell them apart.
_WINDOWS = re.compile(rb"MZ[^\x00]{0,60}\x00")
_BITMAP = re.compile(rb"BM.{4}\x00{4}|RIFF.{4}WEBP", re.DOTALL)


def refuse_foreign(data: bytes) -> None:
    """Refuse a file that is known and that is no text of a convention."""
    if data.startswith(_OLD_OFFICE):
        raise LockedOfficeFile if any(mark in data for mark in _LOCKED) else OldOfficeFile
    for refusal, beginnings in _BEGINNINGS:
        if data.startswith(beginnings):
            raise refusal
    if _WINDOWS.match(data):
        raise Program
    if _BITMAP.match(data):
        raise Picture
    if _MARKUP.match(data):
        raise WebPage
