"""The figures as pages show them: three drawings of one timeline with its legend and table, life lines of a list."""

from datetime import date

from django.utils.safestring import SafeString

from convenir.web.ui import timeline, timeline_months
from convenir.web.ui.measure import width_of
from convenir.web.ui.shapes import STATE_WORDS, Bar, Cell, Column, Life, Mark, Scale, State, Table, TimelineData
from convenir.web.ui.svg import element, percent, together
from convenir.web.ui.timeline import SMALL, Ruler, bar_shapes
from convenir.writer.french_dates import short_day
from convenir.writer.french_typography import fine

ROWS = (("wide", 1000), ("middle", 740), ("small", 640))  # the narrowest columns of the queries of figures.css
LIFE_WIDTH = 100
LEGEND_ORDER = (State.DONE, State.LATE, State.MISSED, State.SOON, State.WATCH, State.UNDER_WAY, State.LATER)


def drawings(data: TimelineData) -> SafeString:
    """The timeline in rows for three widths, and turned for a phone; CSS shows one."""
    in_rows = (timeline.drawing(data, kind, width) for kind, width in ROWS)
    return together([*in_rows, timeline_months.drawing(data)])


def legend(data: TimelineData) -> list[tuple[State, str]]:
    """The states that the figure shows, with their words."""
    shown = {mark.state for row in data.rows for mark in row.marks}
    return [(state, STATE_WORDS[state]) for state in LEGEND_ORDER if state in shown]


def twin(data: TimelineData) -> Table:
    """The same dates as a table, in the order of time."""
    lines = sorted(_lines(data), key=lambda line: line[0])
    return Table(
        caption=data.title,
        columns=[Column(text=head) for head in ("Date", "État", "Ce qui est dû", "Qui", "Fondement")],
        rows=[cells for _, cells in lines],
    )


def life_line(life: Life, scale: Scale) -> SafeString:
    """A convention from its start to its end, in the width of a list's column; the words beside it say the same."""
    ruler = Ruler(scale=scale, pixels=LIFE_WIDTH)
    now = percent(ruler.now)
    drawn = [element("line", x1=0, x2="100%", y1=10, y2=10, class_="whole")]
    if life.starts_on and life.starts_on.year <= scale.last_year:
        drawn += bar_shapes(Bar(starts_on=life.starts_on, ends_on=life.ends_on), ruler, 10, 4)
    drawn.append(element("line", x1=now, x2=now, y1=2, y2=18, class_="today"))
    return element("svg", together(drawn), class_="life", aria_hidden="true")


def life_head(scale: Scale) -> SafeString:
    """The years at both ends and the day, over the life lines."""
    ruler = Ruler(scale=scale, pixels=LIFE_WIDTH)
    place, half = ruler.now * LIFE_WIDTH, width_of("auj.", SMALL, bold=True) / 2 + 3
    year = width_of("2000", SMALL)
    drawn = [element("text", "auj.", x=percent(ruler.now), y=14, text_anchor="middle", class_="today")]
    if place - half >= year:
        drawn.append(element("text", str(scale.first_year), x=0, y=14))
    if place + half <= LIFE_WIDTH - year:
        drawn.append(element("text", str(scale.last_year), x="100%", y=14, text_anchor="end"))
    return element("svg", together(drawn), class_="life", aria_hidden="true")


def _lines(data: TimelineData) -> list[tuple[date, list[Cell]]]:
    lines: list[tuple[date, list[Cell]]] = []
    for row in data.rows:
        for bar in row.bars:
            lines += _bar_lines(row.label, bar)
        lines += [(mark.day, _mark_cells(mark)) for mark in row.marks]
    return lines


def _bar_lines(label: str, bar: Bar) -> list[tuple[date, list[Cell]]]:
    ends = [(bar.starts_on, bar.start_label or "début"), (bar.ends_on, bar.end_label or "fin")]
    stones = [(stone.day, _mark_cells(stone)) for stone in bar.milestones]
    bounds = [
        (
            day,
            [
                Cell(text=short_day(day)),
                Cell(text=""),
                Cell(text=fine(f"{label} : {words}")),
                Cell(text=""),
                Cell(text=""),
            ],
        )
        for day, words in ends
        if day is not None
    ]
    return [*bounds, *stones]


def _mark_cells(mark: Mark) -> list[Cell]:
    where = mark.reference
    return [
        Cell(text=short_day(mark.day)),
        Cell(text=STATE_WORDS[mark.state], state=mark.state),
        Cell(text=fine(mark.what)),
        Cell(text=fine(mark.who)),
        Cell(text=fine(where.text), url=where.url, reference=True) if where else Cell(text=""),
    ]
