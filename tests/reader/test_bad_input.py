"""Bad input: what is refused, and what is read with a finding that says what is wrong and what to do."""

import pytest

from convenir.core.findings import Severity
from convenir.core.refusals import Refusal
from convenir.reader.reading import Reading, read, read_deposit

GOOD = """CONVENTION TERRITORIALE GLOBALE

Entre :

La Caisse d'allocations familiales du Val, représentée par sa directrice, Mme Rose Artaud, ci-après « la Caf »,

et

La commune de Vaux, représentée par son maire, M. Luc Pin, ci-après « la commune »,

Article 1 : Objet
La présente convention fixe les objectifs que les parties partagent.

Article 2 : Durée
La convention est conclue du 1er janvier 2022 au 31 décembre 2025. Elle ne peut être reconduite tacitement.

Fait à Vaux-l'Évêque, le 3 mai 2021
"""


def about(reading: Reading) -> set[str]:
    return {finding.about for finding in reading.findings}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-text"),
        (b" \r\n\t ", "empty-text"),
        (b"\xef\xbb\xbf", "empty-text"),
        (b"\x00" * 40, "empty-text"),
        (bytes(range(256)) * 20, "not-text"),
        (b"%PDF-1.7 \xe2\xe3", "broken-pdf"),
        (b"PK\x03\x04 archive", "damaged-archive"),
        (b"\xff\xfea", "not-text"),
        (b"a" * 5_000_001, "text-too-long"),
    ],
)
def test_what_is_no_text_is_refused_in_french(data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(data)
    assert refused.value.code == code
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"])
def test_every_usual_encoding_gives_the_same_reading(encoding: str) -> None:
    reading = read(GOOD.encode(encoding))
    assert reading.text == GOOD
    assert reading.terms == read(GOOD.encode()).terms
    assert about(reading) & {"no-clause", "cut-text", "impossible-date"} == set()


def test_line_ends_of_every_system_give_the_same_terms() -> None:
    assert read(GOOD.replace("\n", "\r\n").encode()).terms == read(GOOD.encode()).terms


def test_a_text_without_a_clause() -> None:
    reading = read(b"Bonjour, voici la liste des courses :\n- du pain\n- du lait\n")
    assert about(reading) >= {"no-clause"}
    assert reading.terms.clauses == ()


@pytest.mark.parametrize("end", [GOOD.index("décembre 2025"), GOOD.index("reconduite")])
def test_a_text_cut_in_the_middle(end: int) -> None:
    reading = read(GOOD[:end].encode())
    (cut,) = (finding for finding in reading.findings if finding.about == "cut-text")
    assert cut.severity is Severity.BLOCKING
    assert "coupé" in cut.sentence


def test_a_text_cut_before_articles_that_its_contents_announce() -> None:
    contents = "Sommaire\nArticle 1 : Objet ...... 1\nArticle 2 : Durée ...... 2\nArticle 3 : Fin ...... 3\n\n"
    cut = GOOD.replace("Article 1 :", contents + "Article 1 :", 1).split("Fait à")[0]
    (found,) = (finding for finding in read(cut.encode()).findings if finding.about == "cut-text")
    assert "article 3" in found.sentence


def test_two_conventions_in_one_file() -> None:
    other = GOOD.replace("Vaux", "Brie").replace("2025", "2029")
    deposit = read_deposit((GOOD + "\n\n" + other).encode())
    assert [act.reading.terms for act in deposit.acts] == [read(GOOD.encode()).terms, read(other.encode()).terms]


def test_a_day_that_does_not_exist() -> None:
    reading = read(GOOD.replace("31 décembre 2025", "31 février 2025").encode())
    (found,) = (finding for finding in reading.findings if finding.about == "impossible-date")
    assert "31 février 2025" in found.sentence
    assert found.sources[0].article == "2"


def test_reading_is_linear() -> None:
    long = GOOD + "\n\nAnnexe 1 : Liste\n" + "La Caf et la commune, " * 20000
    assert len(read(long.encode()).text) == len(long)
