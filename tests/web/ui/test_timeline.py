"""The timeline obeys the security policy, and none of its labels covers another."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

import pytest
from django.test.html import Element, parse_html

from convenir.web.ui.figures import drawings, legend, life_head, life_line, twin
from convenir.web.ui.lanes import lanes
from convenir.web.ui.measure import in_lines, width_of
from convenir.web.ui.shapes import Bar, Life, Mark, Reference, Row, Scale, State, TimelineData
from convenir.web.ui.timeline import LABELS, SMALL

TODAY = date(2026, 11, 17)
SCALE = Scale(first_year=2024, last_year=2027, today=TODAY)


def mark(on: date, state: State, label: str = "") -> Mark:
    return Mark(
        day=on, state=state, what="Tenir <le> comité", label=label, who="Caf", reference=Reference(text="art. 6")
    )


def crowded(every: int, today: date = TODAY) -> TimelineData:
    """A mark every so many days, late before today and near after, each wanting its label."""
    first = date(2024, 1, 1)
    days = [first + timedelta(days=number) for number in range(0, 1460, every)]
    marks = [mark(on, State.LATE if on < today else State.SOON) for on in days]
    stone = mark(date(2027, 6, 30), State.LATER, "décider de la suite")
    bar = Bar(
        starts_on=date(2024, 3, 14),
        ends_on=date(2027, 12, 31),
        start_label="signée",
        end_label="fin",
        milestones=[stone],
    )
    rows = [Row(label="Convention", detail="45 mois", bars=[bar]), Row(label="Comité", marks=marks)]
    scale = Scale(first_year=2024, last_year=2027, today=today)
    return TimelineData(
        scale=scale, rows=rows, title="La convention, année par année", description="Trois retards & plus."
    )


def drawn(data: TimelineData) -> list[Element]:
    return [child for child in parse_html(f"<div>{drawings(data)}</div>").children if isinstance(child, Element)]


def inside(parent: Element) -> Iterator[Element]:
    """Every element of a drawing."""
    for child in parent.children:
        if isinstance(child, Element):
            yield child
            yield from inside(child)


def said(of: Element, name: str) -> str:
    """An attribute, or nothing."""
    return str(dict(of.attributes).get(name) or "")


def test_each_width_has_its_drawing_and_none_has_a_style() -> None:
    found = drawn(crowded(30))
    kinds = [said(drawing, "class").split("-")[-1] for drawing in found]
    assert kinds == ["wide", "middle", "small", "months"]
    for drawing in found:
        assert said(drawing, "role") == "img"
        assert said(drawing, "aria-label") == "La convention, année par année"
        assert [part.name for part in inside(drawing) if said(part, "style")] == []


@pytest.mark.parametrize("every", [3, 20, 61, 200])
@pytest.mark.parametrize("today", [date(2024, 1, 1), date(2026, 1, 20), TODAY, date(2027, 12, 31)])
def test_no_label_covers_another(every: int, today: date) -> None:
    for drawing, width in zip(drawn(crowded(every, today)), (1000, 740, 640), strict=False):
        halos = [part for part in inside(drawing) if part.name == "text" and "halo" in said(part, "class")]
        taken = [room(text, width - LABELS) for text in halos]
        assert len(taken) >= 3
        for (y, start, end), (other_y, other_start, other_end) in combinations(taken, 2):
            assert abs(y - other_y) > 1 or end <= other_start or other_end <= start


def room(text: Element, pixels: float) -> tuple[float, float, float]:
    """The line of a label, and where it starts and ends on the narrowest drawing."""
    place = float(said(text, "x").removesuffix("%")) / 100 * pixels + float(said(text, "dx") or 0)
    wide = width_of("".join(str(child) for child in text.children), SMALL)
    before = {"": 0.0, "start": 0.0, "middle": wide / 2, "end": wide}[said(text, "text-anchor")]
    return float(said(text, "y")), place - before, place - before + wide


def test_the_table_says_each_date_of_the_figure_in_order() -> None:
    data = crowded(200)
    table = twin(data)
    days = [row[0].text for row in table.rows]
    assert len(days) == len(data.rows[1].marks) + 3
    assert days == sorted(days, key=lambda day: (day[6:], day[3:5], day[:2]))
    assert [word for _, word in legend(data)] == ["en retard", "d’ici 90 jours"]


def test_lanes_keep_marks_apart() -> None:
    places = [0.0, 5, 9, 20, 40]
    chosen = lanes(places, apart=14)
    for one, other in combinations(range(len(places)), 2):
        assert chosen[one] != chosen[other] or abs(places[one] - places[other]) >= 14


def test_a_long_label_is_cut_into_lines() -> None:
    lines = in_lines("Comité de pilotage de la convention départementale", 15, 164, bold=True)
    assert len(lines) > 1
    assert all(width_of(line, 15, bold=True) <= 164 for line in lines)


@pytest.mark.parametrize(
    ("life", "uprights"),
    [
        (Life(starts_on=date(2024, 3, 14), ends_on=date(2027, 12, 31)), 2),
        (Life(starts_on=date(2024, 3, 14), ends_on=None), 1),
        (Life(starts_on=None, ends_on=None), 0),
    ],
)
def test_a_life_line_shows_only_the_ends_that_are_known(life: Life, uprights: int) -> None:
    assert str(life_line(life, SCALE)).count('class="bar-end"') == uprights
    assert "auj." in life_head(SCALE)
