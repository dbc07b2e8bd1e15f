"""A convention against the usual plans: which is nearest, what lacks, what is added, joined or moved."""

from pathlib import Path

import pytest
from tests.reader.amending.avenants import CONVENTION

from convenir.core.dossier import CLAUSES
from convenir.reader.frames.against import AgainstFrame, Met, against, nearest
from convenir.reader.frames.frame import NAMES, frame
from convenir.reader.reading import read, read_text

DEMO = Path(__file__).parents[2] / "src" / "convenir" / "demo" / "texts"
SHARED = Path(__file__).parents[3] / "shared" / "conventions"


def met(found: AgainstFrame, topic: str) -> Met:
    """What the convention has of that article."""
    return next(one for one in found.met if one.article.topic == topic)


@pytest.mark.parametrize("name", NAMES)
def test_frames_name_clauses_that_exist_and_each_topic_once(name: str) -> None:
    articles = (*frame(name).articles, *frame(name).annexes)
    assert {kind for article in articles for kind in article.clauses} <= set(CLAUSES)
    assert len({article.topic for article in articles}) == len(articles)
    assert all(article.called for article in articles)


@pytest.mark.parametrize("name", NAMES)
def test_the_titles_of_a_frame_name_its_own_articles(name: str) -> None:
    lines = [
        f"Article {rank} : {one.title}\nLes parties agissent.\n" for rank, one in enumerate(frame(name).articles, 1)
    ]
    text = CONVENTION[: CONVENTION.index("Article 1")] + "\n".join(lines) + CONVENTION[CONVENTION.index("\nFait à") :]
    found = against(read_text(text), name)
    body = [one for one in found.met if not one.article.topic.startswith("annexe")]
    assert [[block.number for block in one.blocks] for one in body] == [[str(rank)] for rank in range(1, len(body) + 1)]
    assert not any(one.moved or one.by_clauses for one in body)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("finistere-2016", "departement"),
        ("rouen-2019", "ctg-2012"),
        ("saves-2015", "ctg-2012"),
        ("sceaux-2021", "ctg-2020"),
    ],
)
def test_each_convention_is_nearest_to_the_frame_of_its_time(text: str, name: str) -> None:
    path = SHARED / f"{text}.txt"
    if not path.exists():
        pytest.skip("the source texts are not beside this copy of the repository")
    found = nearest(read(path.read_bytes(), path.name))
    assert found.frame.name == name
    assert found.nearness > 0.9


def test_what_lacks_is_told() -> None:
    found = against(read_text(CONVENTION), "ctg-2020")
    assert met(found, "object").blocks[0].number == "1"
    assert met(found, "communication").missing
    assert met(found, "court").lacking == ("Dispute",)
    assert met(found, "end").blocks[0].number == "5"


def test_an_article_under_another_title_is_found_by_its_clauses() -> None:
    found = against(read_text(CONVENTION.replace("Article 4 : Durée", "Article 4 : Du temps qui passe")), "ctg-2020")
    duration = met(found, "duration")
    assert (duration.by_clauses, [block.number for block in duration.blocks]) == (True, ["4"])


def test_an_article_that_holds_two_of_the_frame_joins_them() -> None:
    text = CONVENTION.replace("Article 5 : Résiliation", "Article 5 : Résiliation et litiges")
    found = against(read_text(text), "ctg-2020")
    assert [(block.number, [one.article.topic for one in held]) for block, held in found.joined] == [
        ("5", ["end", "court"])
    ]


def test_an_article_out_of_order_has_moved() -> None:
    text = CONVENTION.replace("Article 1 : Objet", "Article 1 : Confidentialité").replace(
        "Article 6 : Avenants", "Article 6 : Objet"
    )
    found = against(read_text(text), "ctg-2020")
    assert {one.article.topic for one in found.met if one.moved} & {"object", "confidentiality"}


def test_what_the_frame_does_not_have_is_added() -> None:
    text = CONVENTION.replace("Fait à", "Article 7 : Assurance\nChacun s'assure.\n\nFait à")
    found = against(read_text(text), "ctg-2020")
    assert "7" in {block.number for block in found.added}


def test_a_preamble_without_a_number_is_that_of_the_frame() -> None:
    begins = CONVENTION.index("Article 1")
    text = (
        f"{CONVENTION[:begins]}PRÉAMBULE\n\nLes familles changent, et les parties avec elles.\n\n{CONVENTION[begins:]}"
    )
    assert not met(against(read_text(CONVENTION), "ctg-2020"), "preamble").blocks
    assert [block.label for block in met(against(read_text(text), "ctg-2020"), "preamble").blocks] == ["préambule"]
