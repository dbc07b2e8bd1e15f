"""An avenant deposited and set against its convention: the changes read, corrected, kept, and the fact recorded."""

from datetime import date, datetime
from uuid import UUID

import pytest
from django.utils import timezone
from tests.dossiers import People, people
from tests.reader.amending.avenants import CONVENTION, avenant

from convenir.access.context import acting_as
from convenir.access.conventions import convention
from convenir.access.deposited import Decision
from convenir.access.given import holders
from convenir.access.roles import Actor, NotAllowed, NotFound, Verb
from convenir.access.texts import text
from convenir.core.changes import ClauseReplaced
from convenir.core.delays import Months
from convenir.core.fact_refusals import NameTaken
from convenir.core.facts import AmendmentProposed, Signed
from convenir.core.source import Source
from convenir.core.terms import Duration, TerminationAtWill
from convenir.core.terms.parties import PartyKind
from convenir.records.models import JournalRow
from convenir.usecases.amendments import Application, NotAnAmendment, Proposal, ReadOtherwise, apply, proposal
from convenir.usecases.conventions import NewFact, cancel_fact, record_fact
from convenir.usecases.texts import Addition, Confirmation, OtherParty, Upload, accept_all, add, confirm, receive

LONGER = "À l'article 4, les mots « 31 décembre 2025 » sont remplacés par les mots « 31 décembre 2026 »."
NOTICE = "À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois »."
BOTH = f"{LONGER}\n\nArticle 2 bis : Préavis\n{NOTICE}"


@pytest.fixture
def who(db: None) -> People:
    return people()


@pytest.fixture
def signed(who: People) -> UUID:
    """The dossier of the convention, made from its text, signed in March 2022."""
    pk = deposited(who.adviser, CONVENTION)
    accept_all(pk, by=who.adviser, at=now())
    other = OtherParty(key="commune", name="Ville de Bourg-Essai", kind=PartyKind.MUNICIPALITY)
    said = Confirmation(
        title="CTG de Valbourg", house_party="caf", others=(other,), assumed_signatures=True, token=pk.hex
    )
    return confirm(pk, said, by=who.adviser, at=now())


def now() -> datetime:
    return timezone.now()


def deposited(by: Actor, words: str) -> UUID:
    """The text, deposited by that person."""
    return receive(Upload(name="texte.txt", data=words.encode(), token=str(hash(words))), by=by, at=now())


def read(who: People, pk: UUID, dossier: UUID) -> Proposal:
    return proposal(pk, dossier, by=who.adviser, known=timezone.localdate())


def said(found: Proposal, form: str = "formulaire", *, but: int = 0) -> Application:
    """What a person says who keeps every change but the first ones."""
    keys = [item.key for item in found.items]
    return Application(
        seen=frozenset(keys),
        kept=frozenset(keys[but:]),
        on=date(2023, 11, 20),
        effective_on=found.read.effective_on,
        token=form,
    )


def told(who: People, dossier: UUID) -> list[AmendmentProposed]:
    """The avenants that the facts of the dossier tell."""
    with acting_as(who.adviser):
        facts = convention(who.adviser, dossier, to=Verb.READ).facts
    return [fact.event for fact in facts if isinstance(fact.event, AmendmentProposed)]


def test_the_changes_are_those_of_the_terms_in_force(who: People, signed: UUID) -> None:
    found = read(who, deposited(who.adviser, avenant(BOTH)), signed)
    duration, notice = found.items
    assert isinstance(duration.before, Duration) and duration.before.ends_on == date(2025, 12, 31)
    assert isinstance(duration.change, ClauseReplaced) and isinstance(duration.change.clause, Duration)
    assert duration.change.clause.ends_on == date(2026, 12, 31)
    assert duration.change.clause.source.text == found.amendment == "avenant-1"
    assert isinstance(notice.before, TerminationAtWill)


def test_the_fact_holds_the_changes_kept_its_text_and_a_line_of_the_journal(who: People, signed: UUID) -> None:
    pk = deposited(who.adviser, avenant(BOTH))
    found = read(who, pk, signed)
    fact = apply(pk, signed, said(found, but=1), by=who.adviser, at=now())
    (event,) = told(who, signed)
    assert event == AmendmentProposed(
        amendment="avenant-1", changes=(found.items[1].change,), effective_on=date(2024, 1, 1)
    )
    with acting_as(who.adviser):
        assert convention(who.adviser, signed, to=Verb.READ).attached[fact].file_name == "texte.txt"
        assert [one.title for one in holders(who.adviser, pk)] == ["CTG de Valbourg"]
        (line,) = JournalRow.objects.filter(verb="apply_amendment")
        assert line.detail == f"{fact} avenant-1 1/2 texte.txt"


def test_the_same_form_posted_twice_records_once(who: People, signed: UUID) -> None:
    pk = deposited(who.adviser, avenant(BOTH))
    given = said(read(who, pk, signed))
    first, second = (apply(pk, signed, given, by=who.adviser, at=now()) for _ in range(2))
    assert first == second
    assert len(told(who, signed)) == 1


def test_another_form_for_the_same_avenant_is_refused(who: People, signed: UUID) -> None:
    pk = deposited(who.adviser, avenant(BOTH))
    apply(pk, signed, said(read(who, pk, signed)), by=who.adviser, at=now())
    with pytest.raises(NameTaken):
        apply(pk, signed, said(read(who, pk, signed), "autre"), by=who.adviser, at=now())


def test_a_cancelled_avenant_is_no_longer_held_by_the_dossier(who: People, signed: UUID) -> None:
    pk = deposited(who.adviser, avenant(BOTH))
    fact = apply(pk, signed, said(read(who, pk, signed)), by=who.adviser, at=now())
    cancel_fact(signed, fact, reason="Mauvais fichier", by=who.adviser, at=now())
    with acting_as(who.adviser):
        assert holders(who.adviser, pk) == ()


def test_a_change_that_was_not_shown_is_not_recorded(who: People, signed: UUID) -> None:
    pk = deposited(who.adviser, avenant(BOTH))
    given = said(read(who, pk, signed))
    added(who, pk, NOTICE, 9)
    with pytest.raises(ReadOtherwise):
        apply(pk, signed, given, by=who.adviser, at=now())
    assert told(who, signed) == []


def added(who: People, pk: UUID, words: str, months: int) -> None:
    """A person adds to the avenant a notice of so many months, on those words."""
    with acting_as(who.adviser):
        start = text(who.adviser, pk, to=Verb.READ).words.index(words)
    source = Source(text="avenant", article="2", quote=words, start=start, end=start + len(words))
    add(pk, Addition(term=TerminationAtWill(notice=Months(count=months), source=source)), by=who.adviser, at=now())


def test_what_a_person_adds_in_the_review_prevails_and_the_rest_of_the_clause_stands(who: People, signed: UUID) -> None:
    pk = deposited(who.adviser, avenant(BOTH))
    before = read(who, pk, signed).items[1].before
    added(who, pk, NOTICE, 9)
    change = read(who, pk, signed).items[1].change
    assert isinstance(change, ClauseReplaced) and isinstance(change.clause, TerminationAtWill)
    assert isinstance(before, TerminationAtWill)
    assert (change.clause.notice, change.clause.form) == (Months(count=9), before.form)


def test_a_term_that_no_edit_brings_may_be_added(who: People, signed: UUID) -> None:
    pk = deposited(who.adviser, avenant(LONGER))
    assert len(read(who, pk, signed).items) == 1
    added(who, pk, LONGER, 9)
    item = read(who, pk, signed).items[1]
    assert isinstance(item.change, ClauseReplaced) and item.change.article == "5"
    assert item.decision is Decision.ADDED


def test_the_next_avenant_is_read_against_the_text_that_the_first_one_left(who: People, signed: UUID) -> None:
    first = deposited(who.adviser, avenant(LONGER))
    apply(first, signed, said(read(who, first, signed)), by=who.adviser, at=now())
    for party in ("caf", "commune"):
        fact = NewFact(event=Signed(party=party, amendment="avenant-1"), on=date(2023, 12, 1), token=party)
        record_fact(signed, fact, by=who.adviser, at=now())
    again = avenant(LONGER.replace("2026", "2028").replace("2025", "2026")).replace("AVENANT N° 1", "AVENANT N° 2")
    found = read(who, deposited(who.adviser, again), signed)
    assert found.unseen == ()
    assert found.read.consolidated.troubles == ()
    (item,) = found.items
    assert isinstance(item.before, Duration) and item.before.ends_on == date(2026, 12, 31)


def test_a_text_that_is_no_avenant_is_refused(who: People, signed: UUID) -> None:
    with pytest.raises(NotAnAmendment):
        read(who, deposited(who.adviser, CONVENTION), signed)


def test_neither_a_stranger_nor_who_may_not_record(who: People, signed: UUID) -> None:
    pk = deposited(who.adviser, avenant(BOTH))
    given = said(read(who, pk, signed))
    with pytest.raises(NotFound):
        apply(pk, signed, given, by=who.stranger, at=now())
    with pytest.raises(NotAllowed):
        apply(pk, signed, given, by=who.elected, at=now())
    assert told(who, signed) == []
