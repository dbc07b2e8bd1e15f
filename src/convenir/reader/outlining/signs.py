"""What a line of a text can announce."""

from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What a line announces. A division holds articles: a title, a chapter."""

    ARTICLE = "article"
    ANNEX = "annex"
    DIVISION = "division"
    CONTENTS = "contents"
    PREAMBLE = "preamble"
    PARTIES = "parties"
    SIGNATORIES = "signatories"
    CITATION = "citation"
    AGREED = "agreed"
    CLOSING = "closing"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the line of that index announces. `title_at` is where a title or text begins on the same line."""

    sign: Sign
    line: int
    number: str = ""
    title_at: int | None = None
