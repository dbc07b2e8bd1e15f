"""What a fact would change: the answers with it, compared with the answers without it."""

from collections.abc import Iterator
from dataclasses import replace

from convenir.access.conventions import Dossier
from convenir.core.facts import AmendmentProposed, Fact, Signed
from convenir.core.obligation import Obligation
from convenir.usecases.conventions import NewFact
from convenir.usecases.facts import recorded
from convenir.web.pages.conventions.duties import mark, timing
from convenir.web.pages.conventions.places import references
from convenir.web.pages.conventions.question import Answer, ask
from convenir.web.ui.shapes import Effect, State
from convenir.web.ui.states import STATUS_MARKS
from convenir.writer.words import obligation_sentence, status_sentence, when_words

UNCHANGED_SHOWN = 3


def with_fact(answer: Answer, fact: NewFact) -> Answer:
    """The answers if that fact were recorded today; an avenant is supposed signed by all, else it changes nothing."""
    added = Fact(id="suppose", on=fact.on, recorded_on=answer.today, event=fact.event)
    dossier = replace(answer.dossier, facts=(*answer.dossier.facts, added))
    if isinstance(fact.event, AmendmentProposed):
        dossier = replace(dossier, facts=(*dossier.facts, *_signatures(dossier, added, fact.event.amendment)))
    return ask(dossier, on=answer.on, today=answer.today)


def _signatures(dossier: Dossier, proposal: Fact, amendment: str) -> Iterator[Fact]:
    """Those of every party, of which the avenant may bring in some, on the day of the proposal."""
    for party in recorded(dossier, proposal.recorded_on).parties:
        yield replace(proposal, id=f"suppose-{party}", event=Signed(party=party, amendment=amendment))


def changes(before: Answer, after: Answer) -> list[Effect]:
    """The status, then each duty that changes, appears or vanishes, then what would not fit."""
    found = [*_status(before, after), *_duties(before, after)]
    known = {finding.sentence for finding in (*before.irregular, *before.standing.findings)}
    new = [one for one in (*after.irregular, *after.standing.findings) if one.sentence not in known]
    return found + [Effect(state=State.WATCH, text=f"{one.sentence} {one.advice}".strip()) for one in new]


def unchanged(before: Answer, after: Answer) -> list[Effect]:
    """The next duties that stay as they are."""
    kept = {one.key: one for one in after.agenda}
    same = [one for one in before.coming if one.key in kept and _face(kept[one.key]) == _face(one)]
    return [Effect(state=mark(one, before.on), text=_dated(one, before)) for one in same if not one.optional][
        :UNCHANGED_SHOWN
    ]


def _status(before: Answer, after: Answer) -> list[Effect]:
    was = status_sentence(before.standing, before.dossier.terms, before.on)
    becomes = status_sentence(after.standing, after.dossier.terms, after.on)
    if was == becomes:
        return []
    grounds = references(after.dossier.pk, after.standing.because)[:1]
    return [Effect(state=STATUS_MARKS[after.standing.status], before=was, text=becomes, references=grounds)]


def _duties(before: Answer, after: Answer) -> list[Effect]:
    old, new = {one.key: one for one in before.agenda}, {one.key: one for one in after.agenda}
    changed = [_moved(old[key], new[key], after) for key in new if key in old and _face(old[key]) != _face(new[key])]
    appeared = [
        Effect(
            state=mark(one, after.on), text=_dated(one, after), references=references(after.dossier.pk, one.because)[:1]
        )
        for key, one in new.items()
        if key not in old
    ]
    gone = [
        Effect(state=State.ENDED, before=_dated(one, before), text="sans objet" if one.optional else "n’est plus dû")
        for key, one in old.items()
        if key not in new
    ]
    return changed + appeared + gone


def _face(one: Obligation) -> tuple[object, ...]:
    """What a person would see change."""
    return (one.state, one.due_on, one.done_on)


def _moved(old: Obligation, new: Obligation, after: Answer) -> Effect:
    sentence = obligation_sentence(new, after.dossier.terms)
    said, now = timing(old, after.on), timing(new, after.on)
    return Effect(
        state=mark(new, after.on),
        before=f"{sentence}, {said}" if said else sentence,
        text=now or "à faire",
        references=references(after.dossier.pk, new.because)[:1],
    )


def _dated(one: Obligation, answer: Answer) -> str:
    sentence = obligation_sentence(one, answer.dossier.terms)
    return f"{sentence}, {when_words(one.duty, one.due_on)}" if one.due_on else sentence
