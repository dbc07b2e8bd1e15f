"""The names of OpenDocument markup, and how its attributes are read."""

import re
from functools import cache

from convenir.reader.intake.markup import Element

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_ODF}office:1.0",
    "text": f"{_ODF}text:1.0",
    "table": f"{_ODF}table:1.0",
    "draw": f"{_ODF}drawing:1.0",
    "style": f"{_ODF}style:1.0",
    "meta": f"{_ODF}meta:1.0",
    "manifest": f"{_ODF}manifest:1.0",
    "fo": f"{_ODF}xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}


@cache
def n(name: str) -> str:
    """The full name of an element or attribute: «text:p».

    >>> n("dc:date")
    '{http://purl.org/dc/elements/1.1/}date'
    """
    space, _, local = name.partition(":")
    return f"{{{_SPACES[space]}}}{local}"


def count(element: Element, name: str, otherwise: int) -> int:
    """The whole number of an attribute, from 0; `otherwise` where it holds none."""
    written = element.get(n(name), "")
    return int(written) if written.isdecimal() and written.isascii() and len(written) < 10 else otherwise


_LENGTH = re.compile(r"(?P<number>\d{1,6}(?:\.\d{1,6})?)(?P<unit>pt|pc|px|in|cm|mm)")
_POINTS = {"pt": 1.0, "pc": 12.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}


def points(element: Element, name: str) -> float:
    """The length that an attribute holds, in points; 0 where it holds none."""
    found = _LENGTH.fullmatch(element.get(n(name), ""))
    return float(found["number"]) * _POINTS[found["unit"]] if found else 0.0


def is_true(element: Element, name: str) -> bool:
    """Whether an attribute says yes."""
    return element.get(n(name)) == "true"
