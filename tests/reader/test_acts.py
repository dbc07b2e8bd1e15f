"""Several acts in one deposit: each is found where it begins, and a text that only tells of acts stays whole."""

from pathlib import Path

import pytest

from convenir.core.terms import Document
from convenir.reader.acts import spans
from convenir.reader.intake.manuscript import Format, Manuscript, Piece
from convenir.reader.reading import read_deposit, read_text

TESTS = Path(__file__).parents[1]
DEMO = TESTS.parent / "src" / "convenir" / "demo" / "texts"
SHARED = TESTS.parents[1] / "shared" / "conventions"
WHOLE = sorted([*(TESTS / "corpus").glob("*.txt"), *(TESTS / "corpus" / "other").glob("*.txt"), *DEMO.glob("*.txt")])
WHOLE += sorted([*(TESTS / "corpus" / "ground" / "texts").glob("*.txt"), *SHARED.glob("*.txt")])

CONVENTION = """CONVENTION TERRITORIALE GLOBALE

Entre

La Caf du Val, représentée par sa directrice, Mme Rose Artaud,

et

La commune de Vaux, représentée par son maire, M. Luc Pin,

Vu la délibération du conseil municipal du 3 mars 2021,

Article 1 : Objet
Les parties agissent.

Article 2 : Durée
La convention est conclue du 1er janvier 2022 au 31 décembre 2025.

Fait à Vaux, le 3 mai 2021

Pour la Caf, la directrice
Rose ARTAUD
"""
ANNEXES = "Annexe 1 : Diagnostic\nLa vallée compte deux crèches.\n\nAnnexe 2 : Délibération\n(copie jointe)\n"
DELIBERATION = """COMMUNE DE VAUX

EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS
DU CONSEIL MUNICIPAL

Séance du 3 mars 2021

Présents : 15. Votants : 15.

Objet : convention territoriale globale avec la Caf

Vu le code général des collectivités territoriales,

Après en avoir délibéré, le conseil municipal, à l'unanimité,

Article 1 : approuve la convention territoriale globale.
Article 2 : autorise le maire à la signer.

Fait à Vaux, le 3 mars 2021
Pour extrait conforme, le maire
"""
REPORT = """CONSEIL MUNICIPAL DE VAUX
Séance du 3 mars 2021

RAPPORT N° 12

Mesdames, Messieurs,

La convention avec la Caf du Val arrive à son terme. Je vous propose d'approuver celle qui est jointe.

PROJET DE DÉLIBÉRATION

Le conseil municipal, après en avoir délibéré, approuve la convention et autorise le maire à la signer.
"""


def amendment(number: int) -> str:
    return f"""AVENANT N° {number} À LA CONVENTION TERRITORIALE GLOBALE

Entre la Caf du Val, représentée par sa directrice, et la commune de Vaux, représentée par son maire,

Article 1 : Durée
L'article 2 de la convention est remplacé par :
« Article 2 : Durée
La convention prend fin le 31 décembre {2025 + number}. »

Article 2 : Effet
Les autres articles demeurent.

Fait à Vaux, le {number} mai 2024
"""


def deposit(*files: str) -> Manuscript:
    """A deposit of files, with a blank line between two of them."""
    text, pieces = "", []
    for rank, words in enumerate(files):
        start = len(text)
        text += words + "\n"
        pieces.append(Piece(name=f"{rank}.txt", format=Format.PLAIN, start=start, end=len(text)))
    return Manuscript(text=text, pieces=tuple(pieces))


def acts(*files: str) -> list[str]:
    """The acts of a deposit."""
    manuscript = deposit(*files)
    return [manuscript.text[start:end].strip() for start, end in spans(manuscript)]


@pytest.mark.parametrize("text", WHOLE, ids=[text.stem for text in WHOLE])
def test_a_text_of_one_act_stays_whole(text: Path) -> None:
    words = text.read_text(encoding="utf-8")
    assert spans(deposit(words)) == ((0, len(words) + 1),)


@pytest.mark.parametrize(
    "parts",
    [
        (DELIBERATION, CONVENTION + ANNEXES),
        (CONVENTION + ANNEXES, amendment(1), amendment(2)),
        (DELIBERATION, CONVENTION, amendment(1)),
        (REPORT, CONVENTION.replace("CONVENTION", "PROJET DE CONVENTION", 1)),
        (CONVENTION, DELIBERATION),
        (CONVENTION, CONVENTION.replace("Vaux", "Brie")),
        (CONVENTION, CONVENTION.partition("\n\n")[2].replace("Vaux", "Brie")),
        (DELIBERATION, DELIBERATION.replace("Vaux", "Brie").replace("VAUX", "BRIE")),
    ],
)
def test_acts_one_after_the_other_in_one_file(parts: tuple[str, ...]) -> None:
    assert acts("\n\n".join(parts)) == [part.strip() for part in parts]


def test_acts_that_are_annexed_belong_to_the_convention() -> None:
    annexed = f"{CONVENTION}\nAnnexe 1 : Délibération de la commune\n\n{DELIBERATION}"
    assert acts(annexed) == [annexed.strip()]
    template = f"{CONVENTION}\nAnnexe 1 : Modèle de convention d'objectifs\n\n{CONVENTION}"
    assert acts(template) == [template.strip()]


def test_the_convention_announced_by_a_deliberation_is_an_act() -> None:
    first, second = acts(f"{DELIBERATION}\nANNEXE\n\n{CONVENTION}")
    assert first.startswith("COMMUNE DE VAUX")
    assert second == CONVENTION.strip()


def test_a_title_on_each_page_cuts_nothing() -> None:
    title = "Convention territoriale globale     4"
    paged = CONVENTION.replace("\nArticle 2", f"\n{title}\n\nArticle 2").replace(
        "\nPour la Caf", f"\n{title}\n\nPour la Caf"
    )
    assert acts(paged) == [paged.strip()]


def test_files_of_an_archive() -> None:
    unsigned = CONVENTION.partition("Fait à")[0]
    assert acts(unsigned, amendment(1), DELIBERATION, ANNEXES) == [
        unsigned.strip(),
        amendment(1).strip(),
        f"{DELIBERATION}\n{ANNEXES}".strip(),
    ]


def test_each_act_is_read_for_itself() -> None:
    found = read_deposit(f"{DELIBERATION}\n\n{CONVENTION}{ANNEXES}\n\n{amendment(1)}".encode())
    assert [act.reading.terms.document for act in found.acts] == [
        Document.DELIBERATION,
        Document.CONVENTION,
        Document.AMENDMENT,
    ]
    assert found.main is found.acts[1]
    assert found.main.reading.terms == read_text(found.main.reading.text).terms
    assert found.manuscript.text[found.main.start :].startswith("CONVENTION TERRITORIALE")


@pytest.mark.parametrize(
    "head",
    [
        "COMMISSION PERMANENTE\nRéunion du lundi 1er mars 2021\nDélibération CP-2021-19",
        "CENTRE COMMUNAL D’ACTION SOCIALE\nConseil d’administration – Séance du 1er mars 2021\nN° 21/044",
    ],
)
def test_an_act_of_an_assembly_known_by_its_sitting(head: str) -> None:
    decided = "Présents : 15. Votants : 15.\n\nLe conseil municipal, à l’unanimité, décide d’approuver la convention.\n"
    deposit = read_deposit(f"{CONVENTION}\n{head}\n\n{decided}".encode())
    assert [act.reading.terms.document for act in deposit.acts] == [Document.CONVENTION, Document.DELIBERATION]
