"""What must have been recorded before a fact, and what is recorded once only; each refusal says what to do."""

import typing
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from tests.core.lives import SIGNED, UNTIL_2022, at, convention, fact, situation

from convenir.core import facts as f
from convenir.core.antecedents import NAMED, NEEDS, TOLD_ELSEWHERE, doubles, given_name, orphans, repeated, unfounded
from convenir.core.delays import Months
from convenir.core.facts import Event
from convenir.core.findings import Finding
from convenir.core.situation import Situation
from convenir.core.terms import PersonalDataFlow, TerminationForDefault, Terms
from convenir.core.terms.exchanges import Study
from convenir.core.terms.termination import Ground

EVE, DAY, MORROW = date(2021, 3, 9), date(2021, 3, 10), date(2021, 3, 11)
FLOW = PersonalDataFlow(flow="Listes d’agréments", source=at("7"))
TERMS = Terms(clauses=(FLOW,))

BREACH = f.BreachRecorded(breach="Comité non réuni", party="commune")
SENT = f.FormalNoticeSent(party="caf", breach="Comité non réuni")
AMENDMENT = f.AmendmentProposed(amendment="avenant-1")
JUDGMENT = f.JudgmentGiven(judgment="TA 2021", clause="Renewal")
CHANGE = f.ChangeObserved(change="Nouvelle annexe")
REQUEST = f.DataRequested(request="Effectifs par quartier", party="commune")

# What comes first, the fact, and the words of its refusal when nothing came first.
PAIRS: list[tuple[Event, Event, str]] = [
    (f.NoticeReceived(party="caf"), f.NoticeWithdrawn(party="caf"), "il n’y a rien à retirer"),
    (f.NoticeSent(party="caf"), f.NoticeWithdrawn(party="caf"), "Enregistrez d’abord la lettre"),
    (BREACH, SENT, "« Comité non réuni » n’est pas enregistré"),
    (BREACH, f.FormalNoticePresented(party="caf", breach="Comité non réuni"), "Manquement constaté"),
    (BREACH, f.BreachCured(breach="Comité non réuni"), "rien à quoi remédier"),
    (CHANGE, f.BreachCured(breach="Nouvelle annexe"), "Ni manquement ni changement"),
    (SENT, f.FormalNoticeRenounced(party="caf", breach="Comité non réuni"), "Aucune mise en demeure"),
    (
        BREACH,
        f.TerminationDeclared(party="caf", ground=Ground.BREACH, breach="Comité non réuni"),
        "ne peut pas l’invoquer",
    ),
    (
        CHANGE,
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


def life_with(*happened: tuple[date, Event], on: date = MORROW) -> Situation:
    """A convention in force, with these facts beside its signatures."""
    told = [fact(number, day, event) for number, (day, event) in enumerate(happened, start=10)]
    terms = convention(UNTIL_2022, FLOW, TerminationForDefault(cure=Months(count=1), source=at("12")))
    return situation(terms, on, sorted([*SIGNED, *told], key=lambda one: str(one.on)))


def told(findings: Iterable[Finding]) -> list[tuple[str, date | None]]:
    return [(finding.about, finding.on) for finding in findings]


@pytest.mark.parametrize(("first", "event", "words"), PAIRS)
def test_a_fact_waits_for_the_one_that_it_follows(first: Event, event: Event, words: str) -> None:
    refusal = unfounded(TERMS, (), event)
    assert words in str(refusal)
    assert unfounded(TERMS, (first,), event) is None


@pytest.mark.parametrize(("first", "event", "words"), PAIRS)
def test_a_fact_without_the_one_that_it_follows_is_a_finding(first: Event, event: Event, words: str) -> None:
    orphan, here = ("orphan-fact", DAY), type(event) not in TOLD_ELSEWHERE
    assert (orphan in told(orphans(life_with((DAY, event))))) is here
    assert (orphan in told(orphans(life_with((DAY, event), (MORROW, first))))) is here
    assert orphan not in told(orphans(life_with((EVE, first), (DAY, event))))


def test_what_lacks_is_told_once_from_its_first_fact_with_the_clause() -> None:
    [finding] = orphans(life_with((EVE, SENT), (DAY, SENT)))
    assert finding.on == EVE
    assert finding.sources == (at("12"),)
    assert told(orphans(life_with((DAY, SENT), on=EVE))) == []


def test_each_need_has_its_case() -> None:
    assert {type(event) for _, event, _ in PAIRS} >= set(NEEDS) - {
        f.ActTransmitted,
        f.ActPublished,
        f.BoardDecisionCommunicated,
        f.RegisterEntered,
        f.ImpactAssessed,
    }


def test_the_letter_of_another_party_is_not_the_one_that_is_withdrawn() -> None:
    refusal = unfounded(TERMS, (f.NoticeReceived(party="commune"),), f.NoticeWithdrawn(party="caf"))
    assert "rien à retirer" in str(refusal)


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
    assert unfounded(TERMS, (), event) is None


@pytest.mark.parametrize("event", [AMENDMENT, BREACH, JUDGMENT, REQUEST, CHANGE])
def test_a_name_is_given_once(event: Event) -> None:
    found = repeated([fact(1, EVE, event)], event, DAY)
    assert found is not None
    refusal, first = found
    assert first.on == EVE
    assert f"« {given_name(event)} »" in str(refusal(day="9 mars 2021", name=given_name(event)))
    assert repeated([], event, DAY) is None
    assert told(doubles(life_with((EVE, event), (DAY, event)))) == [("fact-twice", DAY)]


@pytest.mark.parametrize("event", [BREACH, CHANGE])
def test_what_ceased_may_begin_again_under_the_same_name(event: Event) -> None:
    cured = f.BreachCured(breach=given_name(event))
    assert told(doubles(life_with((EVE, event), (DAY, cured), (MORROW, event)))) == []
    assert told(doubles(life_with((EVE, event), (DAY, event), (MORROW, cured)))) == [("fact-twice", DAY)]


def test_every_name_that_is_given_once_has_a_field() -> None:
    assert all(name in typing.get_type_hints(kind) for kind, name in NAMED.items())


@pytest.mark.parametrize(
    ("first", "second", "twice"),
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
def test_a_signatory_signs_a_text_once(first: f.Signed, second: f.Signed, twice: bool) -> None:
    assert (repeated([fact(1, EVE, first)], second, DAY) is not None) is twice


def test_a_signature_recorded_twice_names_the_first_and_its_party() -> None:
    [finding] = doubles(life_with((DAY, f.Signed(party="caf"))))
    assert finding.on == DAY
    assert "le 06/01/2020" in finding.advice
    assert finding.sources == (at("parties"),)
