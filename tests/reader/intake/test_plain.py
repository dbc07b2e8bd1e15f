"""Plain texts in every encoding, the characters that hide, and what is no text."""

import codecs

import pytest

from convenir.core.findings import Severity
from convenir.core.refusals import Refusal
from convenir.reader.intake import limits
from convenir.reader.intake.taking import take

WORDS = (
    "CONVENTION DE PARTENARIAT\n\nArticle 1er : Durée\n"
    "La présente convention, établie à l’été, dure du 1er août au 31 décembre ; elle s’achève « sans délai ».\n"
    "Les maîtres d’œuvre y coopèrent, où que ce soit, ça et là, à Nîmes et à Évry.\n"
)


def about(data: bytes) -> list[str]:
    return [finding.about for finding in take(data).findings]


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        take(data)
    assert str(refusal.value).endswith(".")
    return refusal.value.code


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)  # fmt: skip
def test_every_encoding_gives_the_same_words(encoding: str) -> None:
    manuscript = take(WORDS.encode(encoding))
    assert (manuscript.text, manuscript.findings) == (WORDS, ())


@pytest.mark.parametrize("encoding", ["cp850", "iso8859-15"])
def test_the_encodings_without_typographic_marks(encoding: str) -> None:
    plain = WORDS.replace("’", "'").replace("œ", "oe" if encoding == "cp850" else "œ")
    assert take(plain.encode(encoding)).text == plain


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_line_ends_of_every_system(end: str) -> None:
    assert take(WORDS.replace("\n", end).encode()).text == WORDS


def test_letters_and_their_accents_apart() -> None:
    assert take("La dure\u0301e".encode()).text == "La durée"


@pytest.mark.parametrize("misread", ["latin-1", "cp1252"])
def test_words_encoded_twice_are_put_right_and_told(misread: str) -> None:
    twice = WORDS.replace("à", "a").encode().decode(misread).encode()
    assert take(twice).text == WORDS.replace("à", "a")
    assert about(twice) == ["encoded-twice"]


def test_words_that_a_recognition_spoiled_are_put_right_and_told() -> None:
    spoiled = (
        "Un cornité de six rnembres se réunit ; la convention, con clue à l’externe, est recon duite dans six rnois."
    )
    found = take(spoiled.encode())
    whole = "Un comité de six membres se réunit ; la convention, con clue à l’externe, est reconduite dans six mois."
    assert found.text == whole
    assert [(one.about, "4 mots mal reconnus" in one.sentence) for one in found.findings] == [("misread-words", True)]


def test_a_text_that_no_recognition_spoiled_is_left_as_it_is() -> None:
    words = "La gouvernance interne : le dernier cornet, un comp te ; un compte annuel, les deux termes."
    assert take(words.encode()).text == words
    assert about(words.encode()) == []


@pytest.mark.parametrize(
    ("hidden", "code"),
    [("\u200b", "unseen-characters"), ("\u2060", "unseen-characters"), ("\U000e0061", "unseen-characters"),
     ("\u202e", "turned-words"), ("\u2066", "turned-words"), ("\x07", ""), ("\xad", "")],
)  # fmt: skip
def test_characters_that_nobody_sees_are_taken_out(hidden: str, code: str) -> None:
    data = WORDS.replace("Durée", f"Du{hidden}rée").encode()
    assert take(data).text == WORDS
    assert about(data) == ([code] if code else [])


def test_words_that_are_shown_in_another_order_are_a_warning() -> None:
    (finding,) = take(f"La durée est de \u202e5\u202c ans.\n{WORDS}".encode()).findings
    assert finding.severity is Severity.WARNING
    assert "2 ont été retirés" in finding.sentence


def test_each_line_has_its_place() -> None:
    manuscript = take("\n\nObjet\n\nDurée\nFin".encode())
    assert [manuscript.text[place.start : place.end] for place in manuscript.places] == [
        "\n\nObjet\n\n",
        "Durée\n",
        "Fin",
    ]
    assert [place.paragraph for place in manuscript.places] == [1, 2, 3]
    assert {place.page for place in manuscript.places} == {None}


def test_a_form_feed_begins_a_page() -> None:
    manuscript = take("Objet\n\fDurée\n".encode())
    assert (manuscript.text, manuscript.pieces[0].pages) == ("Objet\n\nDurée\n", 2)
    assert [place.page for place in manuscript.places] == [1, 2]


def test_more_lines_than_are_told_stand_with_the_last() -> None:
    places = take(b"a\n" * (limits.MOST_PLACES + 10)).places
    assert len(places) == limits.MOST_PLACES
    assert places[-1].end - places[-1].start == 22


def test_a_run_of_accents_longer_than_any_letter_has() -> None:
    words = "e" + "\u0301\u0327" * 200_000
    assert take(words.encode()).text[0] == "\u0229"


def test_a_megabyte_on_one_line() -> None:
    words = "La Caf et la Ville agissent. " * 40_000
    assert take(words.encode()).text == words


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-text"),
        (codecs.BOM_UTF8, "empty-text"),
        ("\u200b\u200b".encode(), "empty-text"),
        (b"\x00\x01\x02" * 40, "not-text"),
        (b"MZ\x90\x00\x03" + bytes(200), "program"),
        (b"\x7fELF\x02\x01", "program"),
        (b"#!/bin/sh\nrm -rf x\n", "program"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"GIF89a", "picture"),
        (b"II*\x00\x08\x00", "picture"),
        (b"{\\rtf1\\ansi Objet}", "rich-text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-office-file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked-office-file"),
        (b"Rar!\x1a\x07", "other-archive"),
        (b"7z\xbc\xaf\x27\x1c", "other-archive"),
        (b"\x1f\x8b\x08", "other-archive"),
        (b"<!DOCTYPE html><html><body>Objet</body></html>", "web-page"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><a/>", "web-page"),
        (b"a" * (limits.MOST_TEXT_BYTES + 1), "text-too-long"),
        (bytes(limits.MOST_BYTES + 1), "file-too-large"),
    ],
)
def test_what_is_no_text_is_refused_in_french(data: bytes, code: str) -> None:
    assert refused(data) == code
