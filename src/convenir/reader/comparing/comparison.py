"""The comparison of two versions: their passages, what changes in law, the findings that appear or go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from convenir.core.findings import Finding
from convenir.reader.comparing.alignment import Match, aligned
from convenir.reader.comparing.differences import Difference, differences
from convenir.reader.comparing.runs import Fate, Run
from convenir.reader.comparing.wording import reworded
from convenir.reader.french.words import flat
from convenir.reader.outline import Block, BlockKind
from convenir.reader.reading import Reading


class Became(StrEnum):
    """What became of an article from one version to the other."""

    SAME = "same"
    REWORDED = "reworded"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An article, or another part of the text, in both versions; `runs` are its words, kept, struck or written.

    `kin` is, for an article that is alone, the one of the other version that holds most of its words.
    """

    before: Block | None
    after: Block | None
    became: Became
    runs: tuple[Run, ...]
    moved: bool = False
    kin: Block | None = None

    @property
    def heading(self) -> str:
        """Its name and title, of the second version if it is there."""
        block = self.after or self.before
        return block.heading if block else ""

    @property
    def renumbered(self) -> bool:
        """Whether it bears another number."""
        return self.before is not None and self.after is not None and self.before.number != self.after.number

    @property
    def retitled(self) -> bool:
        """Whether it bears another title."""
        return self.before is not None and self.after is not None and flat(self.before.title) != flat(self.after.title)

    @property
    def untouched(self) -> bool:
        """Whether nothing of it changed: words, number, title nor place."""
        return self.became is Became.SAME and not (self.renumbered or self.retitled or self.moved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions of a text, set against each other."""

    passages: tuple[Passage, ...]
    differences: tuple[Difference, ...]
    appeared: tuple[Finding, ...]
    gone: tuple[Finding, ...]


# Parts of a text that are not numbered are set against those of their kind.
_PARTS = (BlockKind.TITLE, BlockKind.PARTIES, BlockKind.CITATIONS, BlockKind.PREAMBLE, BlockKind.BODY)


def compared(before: Reading, after: Reading) -> Comparison:
    """The second version against the first."""
    return Comparison(
        passages=tuple(_passages(before, after)),
        differences=differences(before.terms, after.terms),
        appeared=_without(after.findings, before.findings),
        gone=_without(before.findings, after.findings),
    )


def _without(findings: Sequence[Finding], others: Sequence[Finding]) -> tuple[Finding, ...]:
    known = {(finding.about, finding.sentence) for finding in others}
    return tuple(finding for finding in findings if (finding.about, finding.sentence) not in known)


def _passages(before: Reading, after: Reading) -> Iterator[Passage]:
    for kinds in ((part,) for part in (*_PARTS, BlockKind.ARTICLE, BlockKind.CLOSING, BlockKind.ANNEX)):
        old, new = tuple(before.outline.of(*kinds)), tuple(after.outline.of(*kinds))
        yield from (_passage(before, after, match) for match in aligned(old, new))


def _passage(before: Reading, after: Reading, match: Match) -> Passage:
    runs = _runs(before, after, match)
    return Passage(
        before=match.before,
        after=match.after,
        became=_became(match, runs),
        runs=runs,
        moved=match.moved,
        kin=match.kin,
    )


def _became(match: Match, runs: tuple[Run, ...]) -> Became:
    if match.before is None:
        return Became.ADDED
    if match.after is None:
        return Became.REMOVED
    return Became.SAME if all(run.fate is Fate.KEPT for run in runs) else Became.REWORDED


def _runs(before: Reading, after: Reading, match: Match) -> tuple[Run, ...]:
    old, old_at = _content(before, match.before)
    new, new_at = _content(after, match.after)
    return reworded(old, new, before_at=old_at, after_at=new_at)


def _content(reading: Reading, block: Block | None) -> tuple[str, int]:
    """The words of a block without its heading, and where they begin."""
    if block is None or not block.paragraphs:
        return "", 0
    start, end = block.paragraphs[0].start, block.paragraphs[-1].end
    return reading.outline.text[start:end], start
