"""What a person reads on a page, apart from its marks."""

import re
from html import unescape
from typing import Protocol


class Page(Protocol):
    """What a browser got."""

    content: bytes
    status_code: int

    def __getitem__(self, header: str) -> str: ...


HOUSES = {
    "adviser": "caf-essai",
    "colleague": "caf-essai",
    "agent": "ville-essai",
    "elected": "ville-essai",
    "stranger": "ville-autre",
}


def words(response: Page) -> str:
    """The words of a page, on one line, with ordinary spaces and straight apostrophes."""
    html = re.sub(r"<(script|svg)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).replace("’", "'").split()).replace(" .", ".")


def hidden(response: Page, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', response.content.decode())
    assert found, f"no hidden field {name}"
    return found[1]
