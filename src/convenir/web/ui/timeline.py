"""The timeline drawn in rows: a label at left, time running right, the past on sunken ground.

The labels stand in the left padding of the image (figures.css), at negative places. Places along the time are
percentages, so that the figure fills its column exactly; labels are placed for the narrowest column in which the
drawing is shown, and only get more room in a wider one.
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.safestring import SafeString

from convenir.web.ui.lanes import MARK, Room, lanes
from convenir.web.ui.measure import in_lines, width_of
from convenir.web.ui.shapes import Bar, Mark, Row, Scale, State, TimelineData
from convenir.web.ui.svg import element, percent, symbol, together
from convenir.writer.french_dates import day_and_month
from convenir.writer.french_typography import fine

LABELS = 176
HEAD = 32
ROW = 46
LINE = 18
LANE = 15
SMALL = 13
FULL = 6
BREATH = 1.014  # beyond the last day, room for half a mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """Places along the time: fractions for the browser, pixels of the narrowest drawing for the labels."""

    scale: Scale
    pixels: float

    def at(self, day: date) -> float:
        """The fraction of the width where a day stands, kept inside the figure."""
        first = date(self.scale.first_year, 1, 1)
        days = (date(self.scale.last_year, 12, 31) - first).days + 1
        return min(max((day - first).days / (days * BREATH), 0), 1)

    def px(self, day: date) -> float:
        """The same place in pixels."""
        return self.at(day) * self.pixels

    @property
    def now(self) -> float:
        """The fraction where the day stands; beyond both ends, the nearest."""
        return self.at(self.scale.today)

    def is_past(self, day: date) -> bool:
        """Whether a day stands on the sunken ground."""
        return day < self.scale.today


def drawing(data: TimelineData, kind: str, width: float) -> SafeString:
    """The timeline in rows, for columns of at least `width` pixels."""
    ruler = Ruler(scale=data.scale, pixels=width - LABELS)
    heights = [_height(row, ruler) for row in data.rows]
    tops = [HEAD + sum(heights[:index]) for index in range(len(heights))]
    bottom = HEAD + sum(heights)
    frame = [*_labels(data, tops, heights), element("line", x1=-LABELS, x2="100%", y1=HEAD, y2=HEAD, class_="head")]
    frame += [
        element("line", x1=-LABELS, x2="100%", y1=top + height, y2=top + height, class_="rule")
        for top, height in zip(tops, heights, strict=True)
    ]
    track = [element("rect", x=0, y=HEAD, width=percent(ruler.now), height=bottom - HEAD, class_="past-ground")]
    track += _years(ruler, bottom)
    inside = together(_row(row, ruler, top, height) for row, top, height in zip(data.rows, tops, heights, strict=True))
    within = together([*track]) + together(frame_lines(ruler, heights, tops)) + inside + _today(ruler, bottom)
    return framed(data, together(frame) + within, kind, bottom + 1)


def framed(data: TimelineData, content: SafeString, kind: str, height: float) -> SafeString:
    """An image with its name and description for those who do not see it."""
    told = f"timeline-{kind}-told"
    described = element("desc", fine(data.description), id=told) + content
    return element(
        "svg",
        described,
        class_=f"timeline timeline-{kind}",
        height=height,
        role="img",
        aria_label=fine(data.title),
        aria_describedby=told,
    )


def frame_lines(ruler: Ruler, heights: list[float], tops: list[float]) -> list[SafeString]:
    """The row lines again, over the sunken ground of the past."""
    now = percent(ruler.now)
    return [
        element("line", x1=0, x2=now, y1=top + height, y2=top + height, class_="rule")
        for top, height in zip(tops, heights, strict=True)
    ]


def short_label(mark: Mark) -> str:
    """What is written beside a mark: its own label, or its date where someone must look."""
    if mark.label:
        return mark.label
    if mark.state is State.MISSED:
        return "non tenu"
    return day_and_month(mark.day) if mark.state in {State.LATE, State.SOON, State.WATCH} else ""


def _height(row: Row, ruler: Ruler) -> float:
    titles = len(in_lines(row.label, 15, LABELS - 12, bold=True))
    count = max(lanes([ruler.px(mark.day) for mark in _sorted(row)]), default=0) + 1
    return max(ROW + LINE * (titles - 1), 16 + LANE * count)


def _sorted(row: Row) -> list[Mark]:
    return sorted(row.marks, key=lambda mark: mark.day)


def _labels(data: TimelineData, tops: list[float], heights: list[float]) -> list[SafeString]:
    drawn: list[SafeString] = []
    for row, top, height in zip(data.rows, tops, heights, strict=True):
        titles = in_lines(row.label, 15, LABELS - 12, bold=True)
        words = [(title, "title") for title in titles] + ([(fine(row.detail), "detail")] if row.detail else [])
        first = top + (height - LINE * len(words)) / 2 + 14
        drawn += [
            element("text", line, x=-LABELS, y=first + LINE * index, class_=look)
            for index, (line, look) in enumerate(words)
        ]
    return drawn


def _years(ruler: Ruler, bottom: float) -> list[SafeString]:
    years = range(ruler.scale.first_year, ruler.scale.last_year + 1)
    every = 1 if ruler.pixels / len(years) >= 48 else 2
    _, taken = _today_words(ruler)
    drawn: list[SafeString] = []
    for year in years:
        x, start = percent(ruler.at(date(year, 1, 1))), ruler.px(date(year, 1, 1)) + 8
        drawn.append(element("line", x1=x, x2=x, y1=8, y2=bottom, class_="rule"))
        current = year == ruler.scale.today.year
        covered = taken[0] - 4 < start + _year_width(year) and start < taken[1] + 4
        if current or (not covered and (year - years[0]) % every == 0):
            look = "year current" if current else "year"
            drawn.append(element("text", str(year), x=x, dx=8, y=22, class_=look))
    end = percent(ruler.at(date(ruler.scale.last_year, 12, 31)))
    return [*drawn, element("line", x1=end, x2=end, y1=HEAD, y2=bottom, class_="rule")]


def _year_width(year: int) -> float:
    return width_of(str(year), 15, bold=True)


def _today_words(ruler: Ruler) -> tuple[float, tuple[float, float]]:
    """How far the words of the day are moved from their line, and the room they take.

    They leave the next year's figure free when they can, and always the figure of their own year.
    """
    today = ruler.scale.today
    middle, half = ruler.now * ruler.pixels, width_of(day_and_month(today), SMALL, bold=True) / 2
    right = ruler.px(date(today.year + 1, 1, 1)) + 4 if today.year < ruler.scale.last_year else ruler.pixels
    shift = min(right - (middle + half), 0)
    if ruler.scale.first_year <= today.year <= ruler.scale.last_year:
        after_year = ruler.px(date(today.year, 1, 1)) + 8 + _year_width(today.year) + 8
        shift = max(after_year - (middle - half), shift)
    return shift, (middle - half + shift, middle + half + shift)


def _today(ruler: Ruler, bottom: float) -> SafeString:
    x = percent(ruler.now)
    shift, _ = _today_words(ruler)
    line = element("line", x1=x, x2=x, y1=HEAD - 8, y2=bottom, class_="today")
    words = day_and_month(ruler.scale.today)
    return line + element("text", words, x=x, dx=shift, y=20, text_anchor="middle", class_="today halo")


def _row(row: Row, ruler: Ruler, top: float, height: float) -> SafeString:
    middle = top + height / 2
    return together([*_bars(row, ruler, middle), *_marks(row, ruler, middle)])


def _marks(row: Row, ruler: Ruler, middle: float) -> list[SafeString]:
    marks = _sorted(row)
    places = [ruler.px(mark.day) for mark in marks]
    chosen = lanes(places)
    count = max(chosen, default=0) + 1
    drawn: list[SafeString] = []
    for lane, group in groupby(
        sorted(zip(chosen, places, marks, strict=True), key=lambda item: item[0]), lambda i: i[0]
    ):
        y = middle + (lane - (count - 1) / 2) * LANE
        on_lane = [(place, mark) for _, place, mark in group]
        room = _room(ruler, [place for place, _ in on_lane])
        for place, mark in on_lane:
            drawn += [symbol(mark.state, percent(ruler.at(mark.day)), y), *_beside(mark, place, y, room, ruler)]
    return drawn


def _room(ruler: Ruler, places: list[float]) -> Room:
    room = Room(0, ruler.pixels + 8)
    now = ruler.now * ruler.pixels
    room.take(now - 1, now + 1)
    for place in places:
        room.take(place - MARK / 2, place + MARK / 2)
    return room


def _beside(mark: Mark, place: float, y: float, room: Room, ruler: Ruler) -> list[SafeString]:
    words = fine(short_label(mark))
    if not words:
        return []
    wide, off = width_of(words, SMALL, bold=True), MARK / 2 + 5
    left = ("end", -off, place - off - wide, place - off)
    right = ("start", off, place + off, place + off + wide)
    for anchor, dx, start, end in (left, right) if ruler.is_past(mark.day) else (right, left):
        if room.offer(start, end):
            past = " past" if end < ruler.now * ruler.pixels else ""
            x = percent(ruler.at(mark.day))
            look = f"label halo is-{mark.state}{past}"
            return [element("text", words, x=x, dx=dx, y=y + 4.5, text_anchor=anchor, class_=look)]
    return []


def _bars(row: Row, ruler: Ruler, middle: float) -> list[SafeString]:
    above, below = Room(0, ruler.pixels + 8), Room(0, ruler.pixels + 8)
    drawn: list[SafeString] = []
    for bar in row.bars:
        drawn += bar_shapes(bar, ruler, middle, FULL)
        drawn += _bar_words(bar, ruler, middle - 9, above)
        for stone in bar.milestones:
            drawn += _milestone(stone, ruler, middle, below)
    return drawn


def bar_shapes(bar: Bar, ruler: Ruler, middle: float, full: float) -> list[SafeString]:
    """A period full up to the day and hollow after, with an upright at each known end."""
    start, now = ruler.at(bar.starts_on), ruler.now
    end = ruler.at(bar.ends_on) if bar.ends_on else 1.0
    done = min(max(now, start), end)
    drawn: list[SafeString] = []
    if end > done:
        place = {"x": percent(done), "width": percent(end - done)}
        drawn.append(element("rect", **place, y=middle - full / 2 + 0.75, height=full - 1.5, class_="bar-left"))
    if done > start:
        place = {"x": percent(start), "width": percent(done - start)}
        drawn.append(element("rect", **place, y=middle - full / 2, height=full, class_="bar-full"))
    for x in [start, *([end] if bar.ends_on else [])]:
        place = {"x1": percent(x), "x2": percent(x)}
        drawn.append(element("line", **place, y1=middle - full, y2=middle + full, class_="bar-end"))
    return drawn


def _bar_words(bar: Bar, ruler: Ruler, y: float, room: Room) -> list[SafeString]:
    drawn: list[SafeString] = []
    for words, day, toward in ((bar.start_label, bar.starts_on, 1), (bar.end_label, bar.ends_on, -1)):
        if not words or day is None:
            continue
        text, place = fine(words), ruler.px(day)
        wide = width_of(text, SMALL)
        for way in (toward, -toward):
            near = place + 5 * way
            start, end = (near, near + wide) if way > 0 else (near - wide, near)
            if room.offer(start, end):
                past = " past" if start < ruler.now * ruler.pixels else ""
                anchor = "start" if way > 0 else "end"
                look = f"halo{past}"
                x = percent(ruler.at(day))
                drawn.append(element("text", text, x=x, dx=5 * way, y=y, text_anchor=anchor, class_=look))
                break
    return drawn


def _milestone(stone: Mark, ruler: Ruler, middle: float, room: Room) -> list[SafeString]:
    x, place, text = percent(ruler.at(stone.day)), ruler.px(stone.day), fine(stone.label)
    diamond = element("path", d="M0-6.5 6.5 0 0 6.5-6.5 0Z", class_="milestone")
    drawn = [element("svg", diamond, x=x, y=middle, overflow="visible")]
    half = width_of(text, SMALL) / 2
    over = max(place + half - ruler.pixels, 0)
    if text and room.offer(place - half - over, place + half - over):
        past = " past" if ruler.is_past(stone.day) else ""
        look = f"halo{past}"
        drawn.append(element("text", text, x=x, dx=-over, y=middle + 19, text_anchor="middle", class_=look))
    return drawn
