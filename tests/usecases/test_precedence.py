"""What must have been recorded before a fact, and what is recorded once only; each refusal says what to do."""

import typing
from datetime import date
from decimal import Decimal

import pytest

from convenir.core import facts as f
from convenir.core.facts import Event, Fact
from convenir.core.refusals import Refusal
from convenir.core.source import Source
from convenir.core.terms import PersonalDataFlow, Terms
from convenir.core.terms.exchanges import Study
from convenir.core.terms.termination import Ground
from convenir.usecases.precedence import NAMED, NEEDS, refuse_twice, refuse_without_need

EVE, DAY, MORROW = date(2021, 3, 9), date(2021, 3, 10), date(2021, 3, 11)
FLOW = PersonalDataFlow(flow="Listes d’agréments", source=Source(text="convention", article="7"))
TERMS = Terms(clauses=(FLOW,))

BREACH = f.BreachRecorded(breach="Comité non réuni", party="commune")
SENT = f.FormalNoticeSent(party="caf", breach="Comité non réuni")
AMENDMENT = f.AmendmentProposed(amendment="avenant-1")
JUDGMENT = f.JudgmentGiven(judgment="TA 2021", clause="Renewal")
REQUEST = f.DataRequested(request="Effectifs par quartier", party="commune")

# What comes first, the fact, and the words of its refusal when nothing came first.
PAIRS: list[tuple[Event, Event, str]] = [
    (f.NoticeReceived(party="caf"), f.NoticeWithdrawn(party="caf"), "il n’y a rien à retirer"),
    (f.NoticeSent(party="caf"), f.NoticeWithdrawn(party="caf"), "Enregistrez d’abord la lettre"),
    (BREACH, SENT, "« Comité non réuni » n’est pas enregistré"),
    (BREACH, f.FormalNoticePresented(party="caf", breach="Comité non réuni"), "Manquement constaté"),
    (BREACH, f.BreachCured(breach="Comité non réuni"), "Manquement constaté"),
    (SENT, f.FormalNoticeRenounced(party="caf", breach="Comité non réuni"), "Aucune mise en demeure"),
    (
        BREACH,
        f.TerminationDeclared(party="caf", ground=Ground.BREACH, breach="Comité non réuni"),
        "ne peut pas l’invoquer",
    ),
    (
        f.ChangeObserved(change="Nouvelle annexe"),
        f.TerminationDeclared(party="caf", ground=Ground.NO_AMENDMENT, breach="Nouvelle annexe"),
        "ne peut pas l’invoquer",
    ),
    (AMENDMENT, f.Signed(party="caf", amendment="avenant-1"), "on ne sait pas ce qu’il change"),
    (AMENDMENT, f.ActAdopted(party="commune", amendment="avenant-1"), "Texte d’un avenant"),
    (JUDGMENT, f.JudgmentNotified(judgment="TA 2021", party="caf"), "Jugement rendu"),
    (JUDGMENT, f.AppealLodged(judgment="TA 2021", party="caf"), "« TA 2021 » n’est pas enregistré"),
    (f.AppealLodged(judgment="TA 2021", party="caf"), f.AppealDecided(judgment="TA 2021"), "Aucun appel"),
    (REQUEST, f.RequestAnswered(request="Effectifs par quartier"), "Demande de données"),
    (REQUEST, f.StudyDone(request="Effectifs par quartier", study=Study.GDPR), "Demande de données"),
    (REQUEST, f.DpoOpinionGiven(request="Effectifs par quartier", party="caf"), "Demande de données"),
    (REQUEST, f.DataReleased(request="Effectifs par quartier", party="caf"), "Demande de données"),
    (f.ConsentWithdrawn(flow="Annuaire"), f.PersonRemoved(flow="Annuaire"), "Aucun retrait de consentement"),
    (f.CommitmentMade(label="Crèche"), f.CommitmentClosed(commitment="Crèche"), "« Crèche » n’est pas enregistré"),
]


def recorded(event: Event, on: date = DAY) -> tuple[Fact, ...]:
    return (Fact(id="f1", on=on, recorded_on=on, event=event),)


@pytest.mark.parametrize(("first", "event", "words"), PAIRS)
def test_a_fact_waits_for_the_one_that_it_follows(first: Event, event: Event, words: str) -> None:
    for facts in ((), recorded(first, MORROW)):
        with pytest.raises(Refusal, match=words):
            refuse_without_need(TERMS, facts, event, DAY)
    for day in (EVE, DAY):
        refuse_without_need(TERMS, recorded(first, day), event, DAY)


def test_each_need_has_its_case() -> None:
    assert {type(event) for _, event, _ in PAIRS} >= set(NEEDS) - {
        f.ActTransmitted,
        f.ActPublished,
        f.BoardDecisionCommunicated,
        f.RegisterEntered,
        f.ImpactAssessed,
    }


def test_the_letter_of_another_party_is_not_the_one_that_is_withdrawn() -> None:
    with pytest.raises(Refusal, match="rien à retirer"):
        refuse_without_need(TERMS, recorded(f.NoticeReceived(party="commune")), f.NoticeWithdrawn(party="caf"), DAY)


@pytest.mark.parametrize(
    "event",
    [
        f.Signed(party="caf"),
        f.TerminationDeclared(party="caf", ground=Ground.BREACH),
        f.ImpactAssessed(request=FLOW.flow),
        f.RegisterEntered(request=FLOW.flow, party="caf"),
        f.ContributionPaid(payer="caf", facility="Crèche", amount=Decimal(10), year=2021),
    ],
)
def test_what_follows_from_the_text_alone_needs_no_other_fact(event: Event) -> None:
    refuse_without_need(TERMS, (), event, DAY)


@pytest.mark.parametrize("event", [AMENDMENT, BREACH, JUDGMENT, REQUEST, f.ChangeObserved(change="Annexe 2")])
def test_a_name_is_given_once(event: Event) -> None:
    with pytest.raises(Refusal, match="Donnez un autre nom"):
        refuse_twice(recorded(event), event)
    refuse_twice((), event)


def test_every_name_that_is_given_once_has_a_field() -> None:
    assert all(name in typing.get_type_hints(kind) for kind, name in NAMED.items())


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        (f.Signed(party="caf"), f.Signed(party="caf"), True),
        (f.Signed(party="caf"), f.Signed(party="caf", signatory="directeur"), True),
        (f.Signed(party="caf", signatory="directeur"), f.Signed(party="caf", signatory="directeur"), True),
        (f.Signed(party="caf", signatory="directeur"), f.Signed(party="caf", signatory="présidente"), False),
        (f.Signed(party="caf", signatory="directeur"), f.Signed(party="caf"), False),
        (f.Signed(party="caf"), f.Signed(party="commune"), False),
        (f.Signed(party="caf"), f.Signed(party="caf", amendment="avenant-1"), False),
    ],
)
def test_a_signatory_signs_a_text_once(first: f.Signed, second: f.Signed, refused: bool) -> None:
    if not refused:
        refuse_twice(recorded(first), second)
        return
    with pytest.raises(Refusal, match="déjà enregistrée, le 10 mars 2021"):
        refuse_twice(recorded(first), second)
