"""The timeline turned for a phone: a line per year, January to December, all obligations together."""

from datetime import date

from django.utils.safestring import SafeString

from convenir.web.ui.lanes import lanes
from convenir.web.ui.shapes import Mark, TimelineData
from convenir.web.ui.svg import element, percent, symbol, together
from convenir.web.ui.timeline import framed

LABELS = 52
HEAD = 28
ROW = 48
LANE = 15
NARROWEST = 288 - LABELS
BREATH = 1.03
INITIALS = "JFMAMJJASOND"


def drawing(data: TimelineData) -> SafeString:
    """A line per year."""
    years = range(data.scale.first_year, data.scale.last_year + 1)
    content: list[SafeString] = []
    top: float = HEAD
    for year in years:
        line, height = _year(data, year, top)
        content.append(line)
        top += height
    head = element("line", x1=-LABELS, x2="100%", y1=HEAD, y2=HEAD, class_="head")
    return framed(data, together([_months(), *content, head]), "months", top + 1)


def _at(day: date) -> float:
    return (day - date(day.year, 1, 1)).days / (366 * BREATH)


def _months() -> SafeString:
    return together(
        element("text", letter, x=percent((index + 0.5) / 12 / BREATH), y=18, text_anchor="middle", class_="month")
        for index, letter in enumerate(INITIALS)
    )


def _year(data: TimelineData, year: int, top: float) -> tuple[SafeString, float]:
    today = data.scale.today
    marks = sorted((m for row in data.rows for m in row.marks if m.day.year == year), key=lambda mark: mark.day)
    chosen = lanes([_at(mark.day) * NARROWEST for mark in marks])
    height = max(ROW, 18 + LANE * (max(chosen, default=0) + 1))
    middle = top + height / 2
    current = " current" if year == today.year else ""
    label = element("text", str(year), x=-LABELS, y=middle + 5, class_=f"year{current}")
    line = element("line", x1=-LABELS, x2="100%", y1=top + height, y2=top + height, class_="rule")
    past = (
        min(max((today - date(year, 1, 1)).days / 366 / BREATH, 0), 1)
        if year == today.year
        else float(year < today.year)
    )
    ground = element("rect", x=0, y=top, width=percent(past), height=height, class_="past-ground")
    inside = [ground, *_quarters(top, height), *_ends(data, year, top, height)]
    inside += [
        symbol(m.state, percent(_at(m.day)), middle + _offset(lane)) for m, lane in zip(marks, chosen, strict=True)
    ]
    if year == today.year:
        x = percent(past)
        inside.append(element("line", x1=x, x2=x, y1=top, y2=top + height, class_="today"))
    return label + together(inside) + line, height


def _offset(lane: int) -> float:
    """Centre, above, below, further above…: most years need one lane."""
    steps = (lane + 1) // 2
    return -steps * LANE if lane % 2 else steps * LANE


def _quarters(top: float, height: float) -> list[SafeString]:
    places = [percent(quarter / 4 / BREATH) for quarter in (0, 1, 2, 3)]
    return [element("line", x1=x, x2=x, y1=top, y2=top + height, class_="rule") for x in places]


def _ends(data: TimelineData, year: int, top: float, height: float) -> list[SafeString]:
    bars = [bar for row in data.rows for bar in row.bars]
    days = {day for bar in bars for day in (bar.starts_on, bar.ends_on) if day is not None and day.year == year}
    drawn = [
        element("line", x1=percent(_at(day)), x2=percent(_at(day)), y1=top + 5, y2=top + height - 5, class_="bar-end")
        for day in sorted(days)
    ]
    stones: list[Mark] = [stone for bar in bars for stone in bar.milestones if stone.day.year == year]
    diamond = element("path", d="M0-6.5 6.5 0 0 6.5-6.5 0Z", class_="milestone")
    middle = top + height / 2
    return drawn + [element("svg", diamond, x=percent(_at(s.day)), y=middle, overflow="visible") for s in stones]
