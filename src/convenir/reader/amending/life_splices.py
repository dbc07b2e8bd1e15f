"""What a new value, a longer life and a party that joins do to the characters of the convention."""

from convenir.core.terms import PartyClause
from convenir.reader.amending.cadences import new_rhythm
from convenir.reader.amending.edits import Measure, PartyJoined, Prolonged, ValueReplaced
from convenir.reader.amending.elision import over
from convenir.reader.amending.places import Missing
from convenir.reader.amending.splice import Done, NoSuchValue, Splice
from convenir.reader.amending.values import prolonged, stated
from convenir.reader.outline import BlockKind
from convenir.reader.reading import Reading


def of_value(base: Reading, edit: ValueReplaced | Prolonged) -> Done:
    """A value, or the last day, over the one that the clauses state."""
    if isinstance(edit, Prolonged):
        longer = prolonged(base, edit)
        # The same avenant may also say which words give way to which.
        yield from (over(base.outline.text, *longer, anywhere=True),) if longer else ()
        return
    if edit.measure is Measure.CADENCE:
        yield from _rhythm(base, edit)
        return
    span = stated(base, edit)
    if isinstance(span, Missing):
        yield span
        return
    yield over(base.outline.text, span, edit.new) if span else _no_such(edit)


def _rhythm(base: Reading, edit: ValueReplaced) -> Done:
    found = new_rhythm(base, edit)
    if isinstance(found, Missing):
        yield found
        return
    yield over(base.outline.text, *found) if found else _no_such(edit)


def _no_such(edit: ValueReplaced) -> NoSuchValue:
    return NoSuchValue(measure=edit.measure, target=edit.target)


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
