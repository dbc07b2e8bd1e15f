"""Which words of a page are crossed out: a thin line runs through their letters, from the first to the last."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from convenir.reader.intake.pdf_characters import WORD, Characters, Span
from convenir.reader.intake.pdf_runs import Ruling

# A line as high as that, in points, is a rectangle.
_THIN = 3.0
# More of them amid the letters of one line are a drawing.
_MOST_LINES = 60
# Ends of lines that are nearer, in points, are one.
_TOUCHING = 1.0
# How much of the room of letters stands above and below a line that may cross them: underlines and rules are lower.
_ABOVE, _BELOW = 0.3, 0.25
# How much of a letter stands above and below a line that crosses it, as a share of its height; an underline touches the
# feet of some letters only.
_AROUND = 0.15
_MOST_LETTERS = 0.6
# How far a line goes past the words that it crosses out, in sizes of type: the rule of a table goes farther.
_PAST = 0.6


def struck(characters: Characters, rulings: Iterable[Ruling]) -> frozenset[int]:
    """The characters that lines of the page cross out."""
    lines = sorted((line for line in rulings if line.across and line.bottom - line.top < _THIN), key=_height)
    heights = [_height(line) for line in lines]
    found: set[int] = set()
    for start, end in characters.upright if lines else ():
        first = characters.first(start)
        left, top, _, bottom = characters.room(first)
        size = bottom - top
        amid = lines[bisect_left(heights, top + _ABOVE * size) : bisect_right(heights, bottom - _BELOW * size)]
        for line in _whole(amid) if len(amid) <= _MOST_LINES else ():
            if line.left > left - _PAST * size:
                found.update(_crossed(characters, line, (first, end)))
    return frozenset(found)


def struck_words(characters: Characters, found: frozenset[int]) -> Iterator[str]:
    """The words that are crossed out, as far as they follow one another on one line."""
    for start, end in characters.upright if found else ():
        for crossed, indices in groupby(range(start, end), key=found.__contains__):
            if crossed:
                yield "".join(characters.text[index] for index in indices)


def _height(line: Ruling) -> float:
    return (line.top + line.bottom) / 2


def _whole(lines: Sequence[Ruling]) -> list[Ruling]:
    """Lines that touch end to end, as those of words that were struck one by one, made one."""
    made: list[Ruling] = []
    for line in sorted(lines, key=lambda line: line.left):
        last = made[-1] if made else None
        if last and line.left - last.right < _TOUCHING and abs(_height(line) - _height(last)) < _TOUCHING:
            made[-1] = last._replace(right=max(last.right, line.right))
        else:
            made.append(line)
    return made


def _crossed(characters: Characters, line: Ruling, span: Span) -> Sequence[int]:
    """The characters of the stretch over which the line is drawn; none where it goes past them, above or below."""
    over = [index for index in _near(characters, line, span) if line.left < _middle(characters, index) < line.right]
    letters = [index for index in over if characters.text[index].isalnum()]
    if not letters:
        return ()
    left, top, _, bottom = characters.room(over[0])
    past = max(left - line.left, line.right - characters.room(over[-1])[2])
    through = sum(_goes_through(line, *characters.ink(index)) for index in letters)
    return over if past < _PAST * (bottom - top) and through >= _MOST_LETTERS * len(letters) else ()


def _near(characters: Characters, line: Ruling, span: Span) -> range:
    """From the first character of the first word above or below which the line is drawn to the last one of the last."""
    words = [word.span() for word in WORD.finditer(characters.text, *span)]
    met = [word for word in words if _meets(characters, line, *word)]
    return range(met[0][0], met[-1][1]) if met else range(0)


def _meets(characters: Characters, line: Ruling, start: int, end: int) -> bool:
    left, _, right, _ = characters.room(start)
    return left < line.right and line.left < (right if end - start == 1 else characters.room(end - 1)[2])


def _middle(characters: Characters, index: int) -> float:
    left, _, right, _ = characters.room(index)
    return (left + right) / 2


def _goes_through(line: Ruling, left: float, top: float, right: float, bottom: float) -> bool:
    around = _AROUND * (bottom - top)
    return top + around < _height(line) < bottom - around
