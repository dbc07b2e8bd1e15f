"""The places of the convention that a statement of an avenant aims at: an article, and what it names inside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TypeAlias

from convenir.reader.amending.edits import Target
from convenir.reader.amending.ranks import RANKED, Unit, counted_in
from convenir.reader.amending.targets import ANNEX, ARTICLE, annexes_in, articles_in

# «le point 9.1», «les paragraphes 9.2 et 9.3»: numbered parts, called as articles of their own.
_DECIMAL = r"\d+(?:\.\d+)+"
_POINT = rf"\b(?:points?|paragraphes?|alineas?|clauses?)\s+{_DECIMAL}(?:\s*(?:,|et|ou)\s*{_DECIMAL})*"
_ARTICLE, _ANNEX, _POINTS = re.compile(ARTICLE), re.compile(ANNEX), re.compile(_POINT)
_PREAMBLE = re.compile(r"\b(?:au|du|le)\s+preambule\b")
# Not «au titre de l'article 5», which is under that article.
_HEADING = re.compile(r"\b(?:l'intitule|les\s+intitules|(?:le|du|les)\s+titres?)\s+(?:de|du|des)\b")
# «du même article», «dudit article», «cet article»
_SAME = re.compile(r"\b(?:meme|dit|dudit|audit|cet|susvise)\s+article\b|\barticle\s+(?:precite|susvise)\b")
_NEW = re.compile(r"\b(?:une?|nouvel|nouvelle)\s+$")
# «en application de l'article 8, l'article 4…»: the ground of a change is not its place.
_GROUND = re.compile(
    r"\b(?:conformement|en\s+application|en\s+vertu|au\s+sens|sur\s+le\s+fondement)\s+(?:a|aux|de|des)\s+(?:l'|les\s+)?$"
)
_WITHIN = 60
# What parts two places that the same verb governs.
_LISTED = re.compile(r"(?:[\s,]|\b(?:et|ainsi\s+que|puis|aux?|a|les?|la|de|du|des)\b|\b[ld]')*")
_PARTED = re.compile(r"\bet\b|\bainsi\s+que\b|;")
# A part of an article, to stand in longer patterns.
PART = rf"(?:{RANKED}|{_POINT})"

Run: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """Words that name one element of a place: `slot` is which, `values` are the labels or runs that they give."""

    slot: str
    values: tuple[str | Run | None, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """The groups of places that a statement names, in its order, each with where it begins.

    A group is what the same verb governs; there is at least one.
    """

    groups: tuple[tuple[int, tuple[Target, ...]], ...]

    def at(self, place: int) -> tuple[Target, ...]:
        """The places that hold for words there: those named last before them, else the first ones."""
        before = [targets for start, targets in self.groups if start <= place]
        return before[-1] if before else self.groups[0][1]

    @property
    def every(self) -> tuple[Target, ...]:
        """All the places."""
        return tuple(target for _, targets in self.groups for target in targets)

    @property
    def last(self) -> Target:
        """The last place that a next statement may go on from."""
        return self.groups[-1][1][-1]


def aims_in(words: str, known: Target) -> Aims:
    """The places that masked words name; what they leave out is that of the statement above, `known`.

    >>> aims_in("au second alinea de l'article 5, les mots", Target()).every
    (Target(article='5', paragraph=2, item=None, sentence=None, through=None, heading=False),)
    >>> [(one.article, one.paragraph, one.sentence) for one in aims_in(
    ...     "la derniere phrase du premier alinea et le troisieme alinea", Target(article="7")).every]
    [('7', 1, -1), ('7', 3, None)]
    """
    places = _places(words)
    if not places:
        return Aims(groups=((0, (Target(article=known.article),)),))
    groups: list[tuple[int, tuple[Target, ...]]] = []
    for index, place in enumerate(places):
        targets = tuple(_targets(words, places, index, known))
        end = places[index - 1][-1].end if index else 0
        if index and _LISTED.fullmatch(words, end, place[0].start):
            start, before = groups.pop()
            groups.append((start, (*before, *targets)))
        else:
            groups.append((place[0].start, targets))
    return Aims(groups=tuple((start, _narrowed(targets)) for start, targets in groups))


# --- what is named -----------------------------------------------------------------------------------------


def _mentions(words: str) -> Iterator[_Mention]:
    for found in _HEADING.finditer(words):
        yield _Mention(slot="heading", values=(None,), start=found.start(), end=found.end())
    for one in counted_in(words):
        yield _Mention(slot=_SLOTS[one.unit], values=one.runs, start=one.start, end=one.end)
    for shape, labels in ((_ARTICLE, articles_in), (_POINTS, _points), (_ANNEX, _annexes)):
        for found in shape.finditer(words):
            before = words[max(0, found.start() - _WITHIN) : found.start()]
            if not _NEW.search(before) and not _GROUND.search(before):
                yield _Mention(slot="article", values=tuple(labels(found[0])), start=found.start(), end=found.end())
    for found in _PREAMBLE.finditer(words):
        yield _Mention(slot="article", values=("préambule",), start=found.start(), end=found.end())


_SLOTS = {Unit.PARAGRAPH: "paragraph", Unit.ITEM: "item", Unit.SENTENCE: "sentence"}


def _points(words: str) -> list[str]:
    return re.findall(_DECIMAL, words)


def _annexes(words: str) -> list[str]:
    return [f"annexe {number}" for number in annexes_in(words)]


def _places(words: str) -> list[list[_Mention]]:
    """The mentions, those of one place together: «la première phrase du second alinéa de l'article 5»."""
    places: list[list[_Mention]] = []
    for mention in sorted(_mentions(words), key=attrgetter("start")):
        here = places[-1] if places else []
        filled = mention.slot in {other.slot for other in here}
        if here and not filled and not _PARTED.search(words, here[-1].end, mention.start):
            here.append(mention)
        else:
            places.append([mention])
    return places


# --- from mentions to targets ------------------------------------------------------------------------------


def _targets(words: str, places: Sequence[list[_Mention]], index: int, known: Target) -> Iterator[Target]:
    said = {mention.slot: mention.values for mention in places[index]}
    named = said.get("article") or (_article(places, index) or known.article,)
    here = "article" not in said or bool(_SAME.search(words))
    for article in named:
        yield from _parts(Target(article=str(article)), said, known if here else Target())


def _article(places: Sequence[list[_Mention]], index: int) -> str:
    """The article of a place that names none: that of the place before it, else of the one after."""
    nearest = [*reversed(places[:index]), *places[index + 1 :]]
    labels = (mention.values[-1] for place in nearest for mention in place if mention.slot == "article")
    return str(next(labels, ""))


def _parts(target: Target, said: dict[str, tuple[str | Run | None, ...]], known: Target) -> Iterator[Target]:
    """The target with what is named in the article; only the smallest part may be several."""
    target = replace(target, heading="heading" in said)
    slots = [slot for slot in ("paragraph", "item", "sentence") if slot in said]
    if slots == ["sentence"]:
        target = replace(target, paragraph=known.paragraph)
    for slot in slots[:-1]:
        target = _with(target, slot, said[slot][0])
    yield from (_with(target, slots[-1], run) for run in said[slots[-1]]) if slots else (target,)


def _with(target: Target, slot: str, run: str | Run | None) -> Target:
    if not isinstance(run, tuple):
        return target
    first, last = run
    through = None if first == last else last
    match slot:
        case "paragraph":
            return replace(target, paragraph=first, through=through)
        case "item":
            return replace(target, item=first, through=through)
        case _:
            return replace(target, sentence=first, through=through)


def _narrowed(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """The targets without the article that only says where a numbered part stands: «le point 9.1 de l'article 9»."""
    labels = [target.article for target in targets]
    return tuple(
        target
        for target in targets
        if target.within or not any(label.startswith(f"{target.article}.") for label in labels)
    )
