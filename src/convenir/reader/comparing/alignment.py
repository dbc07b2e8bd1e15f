"""Which article of one version is which of the other: by number, title and words, though moved or renumbered."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from convenir.reader.comparing.order import in_order
from convenir.reader.french.words import flat
from convenir.reader.outline import Block

# Below that likeness, from 0 to 1, two articles are not one.
_ALIKE = 0.35
# An article that another one holds at that share was cut from it, or joined to it.
_HELD = 0.7
# Beyond so many pairs, only articles of one number or one title are set against each other.
_MOST_PAIRS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two articles that are one, or one that has no other.

    `kin` is the article of the other version that holds most of the words of one that is alone: it was cut from it, or
    joined to it. `moved`: it does not stand in the same order as its neighbours.
    """

    before: Block | None
    after: Block | None
    moved: bool = False
    kin: Block | None = None


@dataclass(frozen=True, slots=True)
class _Bag:
    block: Block
    words: Counter[str]
    title: Counter[str]

    @property
    def size(self) -> int:
        return sum(self.words.values())


def aligned(before: Sequence[Block], after: Sequence[Block]) -> tuple[Match, ...]:
    """The articles of both versions, in the order of the second; those gone follow the one that they stood under."""
    old, new = [_bag(block) for block in before], [_bag(block) for block in after]
    pairs = dict(_pairs(old, new))
    moved = _moved(pairs)
    matches = {b: Match(before=old[a].block, after=new[b].block, moved=b in moved) for a, b in pairs.items()}
    added = {
        b: Match(before=None, after=bag.block, kin=_kin(bag, old)) for b, bag in enumerate(new) if b not in matches
    }
    gone = {a: Match(before=bag.block, after=None, kin=_kin(bag, new)) for a, bag in enumerate(old) if a not in pairs}
    return tuple(_in_order(matches | added, gone, pairs))


def _bag(block: Block) -> _Bag:
    words = Counter(word for paragraph in block.paragraphs for word in flat(paragraph.words).split())
    return _Bag(block, words, Counter(flat(block.title).split()))


def _pairs(old: Sequence[_Bag], new: Sequence[_Bag]) -> Iterator[tuple[int, int]]:
    """The best pairs first, each article once."""
    everything = len(old) * len(new) <= _MOST_PAIRS
    scored = sorted(
        (-_likeness(one, other), abs(a - b), a, b)
        for a, one in enumerate(old)
        for b, other in enumerate(new)
        if everything or _named_alike(one.block, other.block)
    )
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for likeness, _, a, b in scored:
        if -likeness >= _ALIKE and a not in taken_old and b not in taken_new:
            taken_old.add(a)
            taken_new.add(b)
            yield a, b


def _named_alike(one: Block, other: Block) -> bool:
    return one.number == other.number or bool(one.title and flat(one.title) == flat(other.title))


def _likeness(one: _Bag, other: _Bag) -> float:
    """Words count most, then the title, then the number."""
    titled = bool(one.title and other.title)
    words, title = _shared(one.words, other.words), _shared(one.title, other.title)
    number = 0.1 if one.block.number == other.block.number else 0.0
    return (0.6 * words + 0.3 * title if titled else 0.9 * words) + number


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Twice the words in common over all the words: 1 for the same words, 0 for none in common."""
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 1.0


def _kin(alone: _Bag, others: Sequence[_Bag]) -> Block | None:
    if alone.size == 0:
        return None
    held = [(sum((alone.words & other.words).values()) / alone.size, other) for other in others]
    best = max(held, key=lambda each: each[0], default=None)
    return best[1].block if best and best[0] >= _HELD else None


def _moved(pairs: dict[int, int]) -> set[int]:
    """The articles that do not stand in the same order as the others."""
    places = [b for _, b in sorted(pairs.items())]
    return set(places) - in_order(places)


def _in_order(placed: dict[int, Match], gone: dict[int, Match], pairs: dict[int, int]) -> Iterator[Match]:
    """Those that are gone come after the new place of the article above them."""
    above: dict[int, list[Match]] = {}
    for a, match in gone.items():
        near = [pairs[other] for other in range(a - 1, -1, -1) if other in pairs]
        above.setdefault(near[0] if near else -1, []).append(match)
    yield from above.get(-1, ())
    for b in sorted(placed):
        yield placed[b]
        yield from above.get(b, ())
