"""A frame: the articles and annexes that a family of conventions usually has, read from the data files beside it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from convenir.core.terms import ConventionKind

NAMES = ("ctg-2012", "ctg-2020", "ctg-neuf-articles", "departement")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameArticle:
    """An article or annex of a frame.

    `topic` is its key, the same in all frames; `called` are words of its usual titles, flat; `clauses` the types of
    clause that it usually holds. A frame may have an article that is not `required`.
    """

    topic: str
    title: str
    called: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A usual plan, made for conventions of that kind: its articles and its annexes in their order."""

    name: str
    title: str
    kind: ConventionKind
    articles: tuple[FrameArticle, ...]
    annexes: tuple[FrameArticle, ...] = ()


@cache
def frame(name: str) -> Frame:
    """The frame of that name, one of `NAMES`."""
    told = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return Frame(
        name=name,
        title=told["title"],
        kind=ConventionKind(told["kind"]),
        articles=tuple(_article(each) for each in told["articles"]),
        annexes=tuple(_article(each) for each in told.get("annexes", ())),
    )


def _article(told: dict[str, Any]) -> FrameArticle:
    return FrameArticle(
        topic=told["topic"],
        title=told["title"],
        called=tuple(told["called"]),
        clauses=tuple(told.get("clauses", ())),
        required=told.get("required", True),
    )
