"""What a new value, a longer life and a party that joins do to the characters of the convention."""

import re
from dataclasses import replace

from convenir.core.terms import PartyClause
from convenir.reader.amending.edits import Excerpt, PartyJoined, Prolonged, ValueReplaced
from convenir.reader.amending.places import Missing, Span
from convenir.reader.amending.splice import Done, NoSuchValue, Splice
from convenir.reader.amending.values import prolonged, stated
from convenir.reader.french.words import flat
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.reading import Reading


def of_value(base: Reading, edit: ValueReplaced | Prolonged) -> Done:
    """A value, or the last day, over the one that the clauses state."""
    if isinstance(edit, Prolonged):
        longer = prolonged(base, edit)
        # The same avenant may also say which words give way to which.
        yield from (replace(_valued(base.outline, *longer), anywhere=True),) if longer else ()
        return
    span = stated(base, edit)
    if isinstance(span, Missing):
        yield span
        return
    yield _valued(base.outline, span, edit.new) if span else NoSuchValue(measure=edit.measure, target=edit.target)


def _valued(laid: Outline, span: Span, new: Excerpt) -> Splice:
    """The new value over the old one: «d'un mois» becomes «de quinze jours», «de six mois» «d'un an»."""
    start, end = span
    before = laid.text[max(0, start - 3) : start]
    elided = re.search(r"\bd['’]$", before)
    full = re.search(r"\bde\s$", before)
    vowel = flat(new.words)[:2] == "un"
    if elided and not vowel:
        return Splice(start=start - 2, end=end, pieces=("de ", new))
    if full and vowel:
        return Splice(start=start - 3, end=end, pieces=("d’", new))
    return Splice(start=start, end=end, pieces=(new,))


def of_party(base: Reading, edit: PartyJoined) -> Done:
    """The comparution of the party that joins, after that of the last party."""
    ends = [party.source.end for party in base.terms.every(PartyClause) if party.source.article == "parties"]
    block = next(base.outline.of(BlockKind.PARTIES), None)
    if edit.new is None or block is None or not ends:
        return
    last = max(end or 0 for end in ends)
    place = next((one.end for one in block.paragraphs if one.start < last <= one.end), None)
    if place is not None:
        yield Splice(start=place, end=place, pieces=("\n\nEt\n\n", edit.new), anywhere=True)
