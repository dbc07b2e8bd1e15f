"""The ground of every statement: which text, which article, which words, and where they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Words of a text.

    `text` names the document («convention», «report», «avenant-1»); `article` is the number as the text
    prints it («10», «préliminaire», «annexe 3», «visas», «parties», «signatures», «titre»);
    `paragraph` counts from 1 inside the article; `start` and `end` are offsets in the text as read.
    """

    text: str
    article: str
    paragraph: int | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A rule of general law: what it is called and since when it reads so."""

    law: str
    since: str = ""
