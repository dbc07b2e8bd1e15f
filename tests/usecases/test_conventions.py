"""Facts recorded and cancelled: what changes, what is refused, and what the same form posted twice does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from tests.dossiers import AT, SIGNED, TODAY, People, dossier, people

from convenir.access.context import acting_as
from convenir.access.conventions import Dossier, convention, evidence
from convenir.access.roles import Actor, NotAllowed, NotFound, Verb
from convenir.core.changes import ClauseAdded
from convenir.core.delays import Between, Day
from convenir.core.facts import (
    AmendmentProposed,
    AnnexAttached,
    BreachCured,
    BreachRecorded,
    Cancelled,
    ChangeAnnounced,
    ClauseContradicted,
    CommitmentMade,
    CommunicationPublished,
    DataDelivered,
    Event,
    FundingAllocated,
    MeetingCancelled,
    MeetingHeld,
    MeetingPlanned,
    MemberAppointed,
    MilestoneReached,
    NoticeReceived,
    NoticeSent,
    NoticeWithdrawn,
    RenewalSigned,
    Signed,
    known_on,
)
from convenir.core.refusals import Refusal
from convenir.core.source import Source
from convenir.core.standing import Status
from convenir.core.terms.parties import PartyClause, PartyKind
from convenir.records.models import Convention, DueLine, JournalRow
from convenir.usecases.conventions import NewFact, Proof, cancel_fact, preview, record_fact

MEETING = MeetingHeld(body="copil", chair="caf", present={"caf": 3})
HELD_ON = date(2021, 2, 11)
PLACE = Source(text="avenant-1", article="parties")


@pytest.fixture
def who(db: None) -> People:
    return people()


def fact(event: Event, on: Day = HELD_ON, form: str = "form") -> NewFact:
    return NewFact(event=event, on=on, token=form)


def read(actor: Actor, row: Convention) -> Dossier:
    with acting_as(actor):
        return convention(actor, row.pk, to=Verb.READ)


def statuses(actor: Actor, row: Convention) -> Sequence[str]:
    with acting_as(actor):
        held = DueLine.objects.filter(convention=row, house_id=actor.house_id, kind="status").order_by("holds_from")
        return [line.state for line in held]


def test_a_fact_is_kept_with_its_two_clocks_its_proof_and_a_line_of_journal(who: People) -> None:
    row = dossier(who)
    proof = Proof(name="releve.pdf", data=b"%PDF")
    new = replace(fact(MEETING), evidence=proof, note="Séance à la mairie")
    name = record_fact(row.pk, new, by=who.agent, at=AT)
    seen = read(who.adviser, row)
    (kept,) = [one for one in seen.facts if one.id == name]
    assert (kept.event, kept.on, kept.recorded_on, kept.recorded_by) == (MEETING, HELD_ON, TODAY, who.agent.name)
    assert (kept.evidence, kept.note) == ("releve.pdf", "Séance à la mairie")
    assert seen.journal[0].verb == "record_fact"
    assert (seen.journal[0].by, seen.journal[0].at) == (who.agent.name, AT)
    with acting_as(who.elected):
        assert evidence(who.elected, row.pk, seen.attached[name].pk).data == b"%PDF"


def test_the_same_form_posted_twice_is_one_fact(who: People) -> None:
    row = dossier(who)
    assert record_fact(row.pk, fact(MEETING), by=who.adviser, at=AT) == record_fact(
        row.pk, fact(MEETING), by=who.adviser, at=AT
    )
    assert len(read(who.adviser, row).facts) == 3
    assert read(who.adviser, row).facts_version == 3


def test_a_notice_changes_the_lines_of_both_houses_at_once(who: People) -> None:
    row = dossier(who)
    assert statuses(who.agent, row) == [Status.IN_FORCE, Status.EXPIRED]
    record_fact(row.pk, fact(NoticeReceived(party="commune"), TODAY), by=who.adviser, at=AT)
    for actor in (who.adviser, who.agent):
        assert statuses(actor, row) == [Status.IN_FORCE_UNDER_NOTICE, Status.TERMINATED]


def test_an_imprecise_day_is_kept_as_such(who: People) -> None:
    row = dossier(who)
    month = Between.month(2021, 2)
    record_fact(row.pk, fact(MEETING, month), by=who.adviser, at=AT)
    assert read(who.adviser, row).facts[-1].on == month


def test_a_wrong_fact_is_cancelled_by_another_and_stays_readable(who: People) -> None:
    row = dossier(who)
    name = record_fact(row.pk, fact(NoticeReceived(party="commune"), TODAY), by=who.adviser, at=AT)
    later = AT + timedelta(days=4)
    cancelling = cancel_fact(row.pk, name, reason="Courrier d’une autre commune", by=who.agent, at=later)
    seen = read(who.adviser, row)
    assert [one.id for one in known_on(seen.facts, later.date())] == ["f1", "f2"]
    assert name in {one.id for one in known_on(seen.facts, TODAY)}
    assert seen.cancelled[name].event == Cancelled(fact=name, reason="Courrier d’une autre commune")
    assert statuses(who.agent, row) == [Status.IN_FORCE, Status.EXPIRED]
    assert cancel_fact(row.pk, name, reason="Encore", by=who.adviser, at=later) == cancelling


def test_a_cancellation_needs_a_fact_and_a_reason(who: People) -> None:
    row = dossier(who)
    name = record_fact(row.pk, fact(MEETING), by=who.adviser, at=AT)
    for asked, reason, sentence in ((name, " ", "motif"), ("f99", "Erreur", "n’a pas de fait")):
        with pytest.raises(Refusal, match=sentence):
            cancel_fact(row.pk, asked, reason=reason, by=who.adviser, at=AT)
    cancelling = cancel_fact(row.pk, name, reason="Erreur", by=who.adviser, at=AT)
    with pytest.raises(Refusal, match="n’a pas de fait"):
        cancel_fact(row.pk, cancelling, reason="Erreur", by=who.adviser, at=AT)


REFUSED = [
    (MEETING, date(2019, 12, 15), "précède la signature de la convention, le 16 décembre 2019"),
    (MEETING, Between.month(2019, 11), "novembre 2019 précède la signature"),
    (NoticeSent(party="caf"), date(2019, 6, 1), "précède la signature"),
    (DataDelivered(party="caf", year=2019), date(2019, 6, 1), "précède la signature"),
    (MEETING, TODAY + timedelta(days=1), "pas encore passé"),
    (Signed(party="caf"), TODAY + timedelta(days=1), "pas encore passé"),
    (MEETING, date(202, 2, 11), "trop ancien"),
    (Signed(party="msa"), HELD_ON, "« msa » n’est pas une partie"),
    (MeetingHeld(body="copil", chair="caf+epci"), HELD_ON, "« epci » n’est pas une partie"),
    (MeetingHeld(body="copil", present={"etat": 1}), HELD_ON, "« etat » n’est pas une partie"),
    (MeetingHeld(body="bureau"), HELD_ON, "ne connaît pas l’instance « bureau »"),
    (CommitmentMade(label="Crèche", until=date(2020, 1, 1)), HELD_ON, "1er janvier 2020 précède le 11 février 2021"),
    (RenewalSigned(party="caf", until=date(2020, 1, 1)), HELD_ON, "doit le suivre"),
    (Cancelled(fact="f1"), HELD_ON, "depuis le journal"),
    (FundingAllocated(payer="msa", facility="Crèche", amount=Decimal(10), year=2021), HELD_ON, "« msa » n’est pas"),
    (CommunicationPublished(label="Affiche", logos=("caf", "msa")), HELD_ON, "« msa » n’est pas une partie"),
    (MemberAppointed(body="bureau", party="caf"), HELD_ON, "ne connaît pas l’instance « bureau »"),
    (NoticeWithdrawn(party="caf"), HELD_ON, "il n’y a rien à retirer"),
    (Signed(party="caf"), HELD_ON, "déjà enregistrée, le 12 décembre 2019"),
    (Signed(party="caf", amendment="avenant-1"), HELD_ON, "on ne sait pas ce qu’il change"),
    (ClauseContradicted(clause="Renewal", norm="Loi", until=date(2021, 1, 1)), HELD_ON, "doit le suivre"),
]


@pytest.mark.parametrize(("event", "on", "sentence"), REFUSED)
def test_a_fact_that_cannot_be_is_refused_and_nothing_moves(who: People, event: Event, on: Day, sentence: str) -> None:
    row = dossier(who)
    before = read(who.adviser, row)
    with pytest.raises(Refusal, match=sentence):
        record_fact(row.pk, fact(event, on), by=who.adviser, at=AT)
    assert read(who.adviser, row) == before


ACCEPTED = [
    (MeetingPlanned(body="copil"), TODAY + timedelta(days=40)),
    (MeetingCancelled(body="copil"), TODAY + timedelta(days=40)),
    (AnnexAttached(annex="1"), date(2019, 12, 1)),
    (MEETING, date(2019, 12, 16)),
    (MEETING, TODAY),
    (ChangeAnnounced(party="caf", matter="Fermeture de l’accueil"), TODAY + timedelta(days=40)),
    (ClauseContradicted(clause="Renewal", norm="Loi"), TODAY + timedelta(days=40)),
    (MilestoneReached(label="Réunions thématiques"), date(2019, 6, 28)),
]


@pytest.mark.parametrize(("event", "on"), ACCEPTED)
def test_what_may_come_before_the_signature_or_after_today_is_accepted(who: People, event: Event, on: Day) -> None:
    row = dossier(who)
    preview(read(who.adviser, row), fact(event, on), at=AT)
    assert record_fact(row.pk, fact(event, on), by=who.adviser, at=AT) == "f3"


def test_a_name_is_given_once_and_a_breach_that_ceased_may_come_back(who: People) -> None:
    row = dossier(who)
    breach = BreachRecorded(breach="Comité non réuni", party="commune")
    record_fact(row.pk, fact(breach), by=who.adviser, at=AT)
    with pytest.raises(Refusal, match="déjà enregistré, le 11 février 2021"):
        record_fact(row.pk, fact(breach, TODAY, form="second"), by=who.adviser, at=AT)
    record_fact(row.pk, fact(BreachCured(breach="Comité non réuni"), TODAY, form="cure"), by=who.adviser, at=AT)
    assert record_fact(row.pk, fact(breach, TODAY, form="third"), by=who.adviser, at=AT) == "f5"


def test_a_party_that_an_avenant_brings_in_may_sign_it(who: People) -> None:
    row = dossier(who)
    joining = PartyClause(key="departement", name="Département", kind=PartyKind.DEPARTMENT, source=PLACE)
    proposal = AmendmentProposed(amendment="avenant-1", changes=(ClauseAdded(clause=joining),))
    signature = Signed(party="departement", amendment="avenant-1")
    with pytest.raises(Refusal, match="n’est pas une partie"):
        record_fact(row.pk, fact(signature), by=who.adviser, at=AT)
    record_fact(row.pk, fact(proposal), by=who.adviser, at=AT)
    assert record_fact(row.pk, fact(signature, form="signature"), by=who.adviser, at=AT) == "f4"


def test_nothing_follows_from_a_convention_that_lacks_a_signature(who: People) -> None:
    row = dossier(who, facts=SIGNED[:1])
    with pytest.raises(Refusal, match="il manque celle de la commune"):
        record_fact(row.pk, fact(MEETING), by=who.adviser, at=AT)


@pytest.mark.parametrize("data", [b"", b"x" * (5 * 1024 * 1024 + 1)], ids=["empty", "large"])
def test_a_proof_without_use_is_refused_with_its_fact(who: People, data: bytes) -> None:
    row = dossier(who)
    with pytest.raises(Refusal, match="releve.pdf"):
        record_fact(row.pk, replace(fact(MEETING), evidence=Proof(name="releve.pdf", data=data)), by=who.adviser, at=AT)
    assert len(read(who.adviser, row).facts) == 2


def test_who_may_not_record_is_refused_and_a_stranger_finds_nothing(who: People) -> None:
    row = dossier(who)
    for actor, error in ((who.elected, NotAllowed), (who.stranger, NotFound)):
        with pytest.raises(error):
            record_fact(row.pk, fact(MEETING), by=actor, at=AT)
        with pytest.raises(error):
            cancel_fact(row.pk, "f1", reason="Erreur", by=actor, at=AT)
    with pytest.raises(NotFound):
        record_fact(uuid4(), fact(MEETING), by=who.adviser, at=AT)


def test_the_journal_holds_one_line_for_each_change(who: People) -> None:
    row = dossier(who)
    name = record_fact(row.pk, fact(MEETING), by=who.adviser, at=AT)
    cancel_fact(row.pk, name, reason="Erreur", by=who.adviser, at=moment(1))
    with acting_as(who.agent):
        verbs = list(JournalRow.objects.filter(convention=row).order_by("at").values_list("verb", "detail"))
    assert verbs == [("record_fact", "f3 meeting_held"), ("cancel_fact", "f3")]


def moment(hours: int) -> datetime:
    return AT + timedelta(hours=hours)
