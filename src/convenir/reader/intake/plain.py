"""Bytes of a plain text to characters: which encodings are read, and what is refused."""

import codecs
import re
from collections.abc import Iterator
from typing import ClassVar

from convenir.core.findings import Finding, noted
from convenir.core.refusals import Refusal
from convenir.reader.intake.characters import Sieve
from convenir.reader.intake.limits import MOST_PLACES, MOST_TEXT_BYTES
from convenir.reader.intake.line_ends import rejoined
from convenir.reader.intake.manuscript import Format, Manuscript, Piece, Place
from convenir.reader.intake.misread_words import Mending


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
        "Ce fichier n’est pas un texte lisible. Déposez la convention au format .docx, .odt, .pdf ou .txt."
    )


def manuscript(data: bytes, name: str = "") -> Manuscript:
    """The words of a plain text, in any encoding; a form feed begins a page."""
    words = text(data)
    mended = _mended(words)
    sieve, mending = Sieve(), Mending()
    seen = mending.through(rejoined(sieve.through(mended)))
    if not seen.strip():
        raise EmptyText
    places = tuple(_places(seen))
    findings = (*(_misread() if mended != words else ()), *sieve.findings(), *mending.findings())
    pages = places[-1].page if places else None
    piece = Piece(name=name, format=Format.PLAIN, start=0, end=len(seen), pages=pages)
    # A form feed is a line end for the outline as a newline is.
    return Manuscript(text=seen.replace("\f", "\n"), pieces=(piece,), places=places, findings=findings)


def _places(words: str) -> Iterator[Place]:
    """One place for each line that holds words, with the blank lines after it; the last has all that remains."""
    paged = "\f" in words
    page, start, at = 1, 0, 0
    told: tuple[int | None, int] | None = None
    for line in words.splitlines(keepends=True):
        page += line.startswith("\f")
        if line.strip():
            if told:
                yield Place(start=start, end=at, page=told[0], paragraph=told[1])
                start = at
            told = (page if paged else None, told[1] + 1 if told else 1)
            if told[1] == MOST_PLACES:
                break
        at += len(line)
        page += line.count("\f", 1)
    if told:
        yield Place(start=start, end=len(words), page=told[0], paragraph=told[1])


# --- encodings -----------------------------------------------------------------------------------------------

# The marks of UTF-32 begin with those of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# One byte a letter: Windows, then what the older Macintosh, MS-DOS and Unix systems wrote.
_NARROW = ("cp1252", "mac_roman", "cp850", "iso8859-15")
_FRENCH = re.compile("[éèêëàâçîïôùûœÉÈÊÀÇÔ](?=[a-zéèê’' ,.;:\n])|(?<=[a-z])[’](?=[a-zéèêà])|[«»°€–](?=\\s)")
# Letters that a wrong choice of encoding puts inside words.
_STRANGE = re.compile(
    "(?<=[a-z])[^\\W\\d_a-zA-ZéèêëàâçîïôöùûüœæñÉÈÊËÀÂÇÎÏÔÖÙÛÜŒÆÑ](?=[a-z])|(?<=[a-z])[¤-¾ˆ‚Ž•™](?=[a-z])"
)
_SAMPLE = 200_000


def text(data: bytes) -> str:
    """The characters of a file, with line ends as newlines; refuses what is empty, too long or no text.

    >>> text("Durée : 1 an\\r\\n".encode("cp1252"))
    'Durée : 1 an\\n'
    >>> text("Durée".encode("utf-16"))
    'Durée'
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00" + codecs.BOM_UTF8):
        raise EmptyText
    if len(data) > 4 * MOST_TEXT_BYTES:
        raise TextTooLong
    words = _decoded(data)
    if len(words.encode("utf-8", "replace")) > MOST_TEXT_BYTES:
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
    """UTF-8, else the narrow encoding that makes the most French of it; neither where the bytes are no text."""
    if b"\x00" in data:
        raise NotText
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        words = data.decode(_narrow(data[:_SAMPLE]), errors="replace")
    if words.count("\ufffd") * 100 > len(words):
        raise NotText
    letters = sum(letter.isalpha() or letter.isspace() for letter in words[:20000])
    if letters * 10 < len(words[:20000]) * 6:
        raise NotText
    return words


def _narrow(sample: bytes) -> str:
    """The encoding of one byte a letter that gives the most French letters and the fewest strange ones."""
    return max(_NARROW, key=lambda encoding: _likelihood(sample.decode(encoding, errors="replace")))


def _likelihood(words: str) -> int:
    """
    >>> _likelihood("évaluée en août") > _likelihood("Žvalužes en aožt")
    True
    """
    return len(_FRENCH.findall(words)) - 4 * len(_STRANGE.findall(words)) - 4 * words.count("\ufffd")


# --- words encoded twice --------------------------------------------------------------------------------------

# What the bytes of one letter in UTF-8 look like when they are read one by one: «Ã©», «â€™».
_TWICE = re.compile("Ã.|Â[\x80-¿]|Å[“’¸\x92\x93\xb8]|â[€\x80].|â‚¬|Ë†")
_FEW = 3


def _mended(words: str) -> str:
    """The words, put right where their letters were encoded twice.

    >>> _mended("La durÃ©e dÃ©cidÃ©e, câ€™est Ã\\xa0 vous")
    'La durée décidée, c’est à vous'
    """
    if len(_TWICE.findall(words)) < _FEW:
        return words
    return _TWICE.sub(_once, words)


def _once(found: re.Match[str]) -> str:
    try:
        # Windows gives no letter to some bytes: they were read as control characters.
        raw = b"".join(
            letter.encode("cp1252") if ord(letter) > 0xFF else letter.encode("latin-1") for letter in found[0]
        )
        return raw.decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return found[0]


def _misread() -> Iterator[Finding]:
    yield noted(
        "encoded-twice",
        "Les lettres accentuées de ce fichier étaient mal enregistrées (« Ã© » pour « é ») : elles ont été rétablies.",
    )
