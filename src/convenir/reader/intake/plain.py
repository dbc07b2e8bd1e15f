"""Bytes of a plain text to characters: which encodings are read, and what is refused."""

import codecs
import re
from typing import ClassVar

from convenir.core.refusals import Refusal

MOST_BYTES = 5_000_000


class EmptyText(Refusal):
    """Nothing to read."""

    code: ClassVar[str] = "empty-text"
    sentence: ClassVar[str] = "Ce fichier est vide. Choisissez le fichier qui contient le texte de la convention."


class TextTooLong(Refusal):
    """More than a convention can hold."""

    code: ClassVar[str] = "text-too-long"
    sentence: ClassVar[str] = (
        "Ce fichier dépasse 5 Mo de texte. Déposez le seul texte de la convention, sans images ni autres pièces."
    )


class NotText(Refusal):
    """Bytes that are no text."""

    code: ClassVar[str] = "not-text"
    sentence: ClassVar[str] = (
        "Ce fichier n’est pas un texte lisible. Enregistrez la convention au format texte (.txt), puis déposez-la."
    )


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def text(data: bytes) -> str:
    """The characters of a file, with line ends as newlines; refuses what is empty, too long or no text.

    >>> text("Durée : 1 an\\r\\n".encode("cp1252"))
    'Durée : 1 an\\n'
    >>> text("Durée".encode("utf-16"))
    'Durée'
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00" + codecs.BOM_UTF8):
        raise EmptyText
    if len(data) > 2 * MOST_BYTES:
        raise TextTooLong
    words = _decoded(data)
    if len(words.encode()) > MOST_BYTES:
        raise TextTooLong
    if not words.strip():
        raise EmptyText
    if len(_CONTROL.findall(words)) * 200 > len(words):
        raise NotText
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    try:
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data[len(mark) :].decode(encoding)
        wide = _wide(data)
        if wide:
            return data.decode(wide)
        return _without_mark(data)
    except UnicodeDecodeError as error:
        raise NotText from error


def _wide(data: bytes) -> str:
    """The UTF-16 without mark that a text of mostly Latin letters shows by a zero in every other byte."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    half = len(sample) // 2
    if sample[1::2].count(0) * 10 > half * 8:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) * 10 > half * 8 else ""


def _without_mark(data: bytes) -> str:
    """UTF-8, else the Latin encoding of older Windows files; neither where the bytes are those of a binary file."""
    if b"\x00" in data or data.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")):
        raise NotText
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        words = data.decode("cp1252", errors="replace")
    if words.count("\ufffd") * 100 > len(words):
        raise NotText
    letters = sum(letter.isalpha() or letter.isspace() for letter in words[:20000])
    if letters * 10 < len(words[:20000]) * 6:
        raise NotText
    return words
