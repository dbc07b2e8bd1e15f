"""How an SVG element is written, escaped, without any style attribute (the content security policy forbids them)."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Value = str | float


def element(name: str, content: SafeString | str = "", **attributes: Value) -> SafeString:
    """`element("line", x1="2%", y1=4)`; an underscore in a name stands for a hyphen, a last one is dropped.

    >>> element("rect", x=1.50001, class_="bar")
    '<rect x="1.5" class="bar"></rect>'
    """
    written = format_html_join(
        "", ' {}="{}"', ((key.rstrip("_").replace("_", "-"), _written(value)) for key, value in attributes.items())
    )
    return format_html("<{0}{1}>{2}</{0}>", name, written, content)


def together(elements: Iterable[SafeString]) -> SafeString:
    """Elements one after the other."""
    return format_html_join("", "{}", ((each,) for each in elements))


def percent(fraction: float) -> str:
    """A place along a width that only the browser knows.

    >>> percent(0.123456)
    '12.346%'
    """
    return f"{fraction * 100:.3f}".rstrip("0").rstrip(".") + "%"


def symbol(name: str, x: str, y: float, size: float = 14) -> SafeString:
    """The mark of a state, centred on a place."""
    place = f"translate({-size / 2:g} {-size / 2:g})"
    return element("use", href=f"#m-{name}", x=x, y=y, width=size, height=size, transform=place, class_=f"is-{name}")


def _written(value: Value) -> str:
    return value if isinstance(value, str) else f"{round(value, 2):g}"
