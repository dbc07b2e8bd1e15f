"""The accent colour of an organisation: its own colour, moved just enough to be read in both themes."""

from dataclasses import dataclass

Rgb = tuple[float, float, float]

PAPER, DARK_PAPER = "#fcfbf8", "#171716"
WHITE, DARK_INK = "#ffffff", "#10151c"
READABLE = 7.0
STEPS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Accent:
    """An accent for one theme: the colour, what is written on it, and its wash."""

    colour: str
    written: str
    wash: str


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2, relative luminance), from 1 to 21.

    >>> round(contrast("#000000", "#ffffff")), round(contrast("#1f4e8c", "#fcfbf8"), 1)
    (21, 8.0)
    """
    high, low = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def light(colour: str) -> Accent:
    """The accent on paper: the colour, darkened until it is read at 7 to 1."""
    found = _moved(colour, toward="#000000", ground=PAPER)
    return Accent(colour=found, written=WHITE, wash=_mixed(found, PAPER, 0.9))


def dark(colour: str) -> Accent:
    """The accent on the dark ground: the colour, lightened until it is read at 7 to 1."""
    found = _moved(colour, toward="#ffffff", ground=DARK_PAPER)
    return Accent(colour=found, written=DARK_INK, wash=_mixed(found, DARK_PAPER, 0.86))


def stylesheet(colour: str) -> str:
    """The style sheet of an organisation, linked after the others; `colour` is written «#1f4e8c».

    It speaks of screens only: print has one accent for all.
    """
    on_paper, on_dark = _properties(light(colour)), _properties(dark(colour))
    light_rule, dark_rule = f":root {{ {on_paper} }}", f":root {{ {on_dark} }}"
    dark_screen = "screen and (prefers-color-scheme: dark)"
    return f"@media screen {{ {light_rule} }}\n@media {dark_screen} {{ {dark_rule} }}\n"


def _properties(accent: Accent) -> str:
    return f"--accent: {accent.colour}; --on-accent: {accent.written}; --accent-wash: {accent.wash};"


def _moved(colour: str, *, toward: str, ground: str) -> str:
    shades = (_mixed(colour, toward, step / STEPS) for step in range(STEPS + 1))
    return next(shade for shade in shades if contrast(shade, ground) >= READABLE)


def _mixed(colour: str, other: str, share: float) -> str:
    mixed = (a + (b - a) * share for a, b in zip(_rgb(colour), _rgb(other), strict=True))
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
