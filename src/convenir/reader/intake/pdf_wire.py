"""Text layers of pages on their way from the process that opens files: words as text, lengths as eight bytes each."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from convenir.reader.intake.pdf_runs import Leaf, Ruling, Run


class Layer(NamedTuple):
    """What the text layer of a page holds, and whether the page is a picture all the same."""

    leaf: Leaf
    pictured: bool


def sent(layers: Iterable[Layer | None]) -> tuple[list[Any], bytes]:
    """The layers as lists and texts, null for None, and the lengths of all their runs, then rulings, in their order."""
    told: list[Any] = []
    lengths = array("d")
    for layer in layers:
        if layer is None:
            told.append(None)
            continue
        leaf = layer.leaf
        words = [run.words for run in leaf.runs]
        shape = (leaf.number, leaf.width, leaf.height, leaf.turn)
        told.append([shape, words, leaf.slanted, leaf.struck, len(leaf.rulings), layer.pictured])
        lengths.extend(chain.from_iterable(run[1:6] for run in leaf.runs))
        lengths.extend(chain.from_iterable(leaf.rulings))
    return told, lengths.tobytes()


def received(told: Sequence[Any], lengths: bytes) -> Iterator[Layer | None]:
    """What was sent."""
    edges = iter(memoryview(lengths).cast("d"))
    for layer in told:
        if layer is None:
            yield None
            continue
        (number, width, height, turn), words, slanted, struck, rulings, pictured = layer
        leaf = Leaf(
            number=number,
            width=width,
            height=height,
            turn=turn,
            runs=tuple(map(Run, words, edges, edges, edges, edges, edges)),
            slanted=tuple(slanted),
            struck=tuple(struck),
            rulings=tuple(islice(map(Ruling, edges, edges, edges, edges), rulings)),
        )
        yield Layer(leaf, pictured)
