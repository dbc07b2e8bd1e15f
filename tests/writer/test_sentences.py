"""Sentences that an agent reads: agreement, articles, and what a status says of its end."""

from dataclasses import replace
from datetime import date

import pytest

from convenir.core import facts as f
from convenir.core.assumptions import Alternative
from convenir.core.delays import Between, Months
from convenir.core.flags import Flag, Raised
from convenir.core.obligation import Duty, Obligation, State
from convenir.core.source import Source
from convenir.core.standing import Standing, Status
from convenir.core.terms import (
    Annex,
    Committee,
    DocumentCirculation,
    Duration,
    Evaluation,
    PartyClause,
    RelatedInstrument,
    Renewal,
    Review,
    SignatureAuthority,
    Term,
    Terms,
)
from convenir.core.terms.evaluation import BodyRole, Moment
from convenir.core.terms.governance import Level
from convenir.core.terms.lifetime import Mode, Start
from convenir.core.terms.parties import ActKind, PartyKind
from convenir.core.terms.scope import Relation
from convenir.writer.words import (
    alternative_sentence,
    fact_sentence,
    flag_sentence,
    obligation_sentence,
    status_sentence,
    term_value,
)

HERE = Source(text="convention", article="6")
TEXT = Terms(
    clauses=(
        Committee(body="trimestre", name="Rencontre trimestrielle", level=Level.SERVICES, source=HERE),
        Committee(body="instance", name="instance de concertation", level=Level.OTHER, source=HERE),
        Committee(body="copil", name="COMITÉ DE PILOTAGE", level=Level.STEERING, source=HERE),
        Committee(body="cotech", name="comités techniques", level=Level.TECHNICAL, source=HERE),
        Annex(number="6", title="DÉLIBÉRATION DU CONSEIL", present=False, source=HERE),
    )
)
FIRST = Standing(
    status=Status.IN_FORCE,
    first_day=date(2024, 2, 12),
    last_day=date(2028, 2, 11),
    concluded_on=date(2024, 2, 12),
    period_ends_on=date(2025, 2, 11),
    refusable_until=date(2024, 11, 11),
)
ON = date(2024, 6, 1)


ANY = Obligation(key="k", duty=Duty.MEETING, subject="", who=(), state=State.DUE, because=(HERE,))


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (
            FIRST,
            "Signée le 12 février 2024, s’applique jusqu’au 11 février 2025, puis reconduction tacite sauf "
            "dénonciation, au plus tard jusqu’au 11 février 2028.",
        ),
        (
            replace(FIRST, status=Status.IN_FORCE_RENEWED, period=2, refusable_until=date(2024, 5, 31)),
            "Reconduite (2e période), en vigueur jusqu’au 11 février 2025, puis reconduction tacite qui ne peut "
            "plus être dénoncée, au plus tard jusqu’au 11 février 2028.",
        ),
        (
            replace(FIRST, last_day=None),
            "Signée le 12 février 2024, s’applique jusqu’au 11 février 2025, puis reconduction tacite sauf "
            "dénonciation, sans limite de durée.",
        ),
        (
            replace(FIRST, concluded_on=date(2024, 3, 18), refusable_until=None),
            "Signée le 18 mars 2024, s’applique depuis le 12 février 2024 et jusqu’au 11 février 2028.",
        ),
        (replace(FIRST, concluded_on=None, refusable_until=None), "En vigueur jusqu’au 11 février 2028."),
        (
            Standing(status=Status.TERMINATED, first_day=date(2027, 1, 1), last_day=date(2026, 9, 15)),
            "Résiliée avant d’avoir pris effet : le préavis a fini le 15 septembre 2026, avant le début du "
            "1er janvier 2027.",
        ),
        (
            Standing(status=Status.SIGNING, missing=("departement",)),
            "En cours de signature : il manque la signature du Département.",
        ),
        (
            Standing(status=Status.SIGNING, missing=("caf", "commune")),
            "En cours de signature : il manque les signatures de la Caf et de la commune.",
        ),
    ],
)
def test_a_status_says_its_end_and_what_follows(standing: Standing, said: str) -> None:
    assert status_sentence(standing, Terms(), ON) == said


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        (
            replace(ANY, duty=Duty.MEETING, subject="trimestre", period="2026-T4"),
            "Tenir la rencontre trimestrielle du 4e trimestre 2026",
        ),
        (
            replace(ANY, duty=Duty.MEETING, subject="instance", period="2026", rank=1, total=2),
            "Tenir la première instance de concertation de 2026",
        ),
        (
            replace(ANY, duty=Duty.MEETING, subject="copil", period="2026", planned_on=date(2026, 12, 15)),
            "Tenir le comité de pilotage de 2026, fixé au 15 décembre 2026",
        ),
        (
            replace(ANY, duty=Duty.MEETING, subject="copil", period="2026-04"),
            "Tenir le comité de pilotage d’avril 2026",
        ),
        (replace(ANY, duty=Duty.PLANNED_MEETING, subject="copil"), "Comité de pilotage"),
        (
            replace(ANY, duty=Duty.PLANNED_MEETING, subject="trimestre", period="2026-T4"),
            "Rencontre trimestrielle",
        ),
        (
            replace(
                ANY,
                duty=Duty.PLANNED_MEETING,
                subject="trimestre",
                due_on=date(2026, 12, 15),
                state=State.REASON_REQUIRED,
            ),
            "Dire si la rencontre trimestrielle du 15 décembre 2026 s’est tenue",
        ),
        (
            replace(ANY, duty=Duty.DENUNCIATION, period="2027-02-12"),
            "Dernier jour pour dénoncer avant la reconduction tacite du 12 février 2027",
        ),
        (replace(ANY, duty=Duty.SIGNATURE, subject="departement"), "Recueillir la signature du Département"),
        (
            replace(ANY, duty=Duty.DELIVERY, subject="base de données", period="2026"),
            "Transmettre la base de données de 2026",
        ),
        (replace(ANY, duty=Duty.BODY_CREATION, subject="cotech"), "Mettre en place les comités techniques"),
        (replace(ANY, duty=Duty.BODY_CREATION, subject="copil"), "Mettre en place le comité de pilotage"),
        (replace(ANY, duty=Duty.ANNEX, subject="6"), "Joindre l’annexe 6 « Délibération du conseil »"),
        (replace(ANY, duty=Duty.ANNEX, subject="fiches"), "Joindre l’annexe « Fiches »"),
        (replace(ANY, duty=Duty.COMMITMENT, subject="relais"), "Mener à son terme « relais »"),
        (
            replace(ANY, duty=Duty.COMMITMENT, subject="relais", state=State.REASON_REQUIRED),
            "Dire ce qu’est devenu l’engagement « relais »",
        ),
        (replace(ANY, duty=Duty.EVALUATION, period="2026", rank=2, total=2), "Conduire la deuxième évaluation de 2026"),
        (
            replace(ANY, duty=Duty.EVALUATION, period="2026-05-03"),
            "Évaluer les actions, à la revue du plan du 3 mai 2026",
        ),
        (replace(ANY, duty=Duty.PRIORITIES, subject="copil", period="2026"), "Décider des priorités de 2026"),
        (replace(ANY, duty=Duty.REFERENT, key="referent:caf", subject="caf"), "Désigner le référent de la Caf"),
        (
            replace(ANY, duty=Duty.REFERENT, key="referent:évaluation:caf", subject="caf"),
            "Désigner le référent de la Caf (évaluation)",
        ),
    ],
)
def test_a_duty_is_said_with_its_articles_and_agreement(duty: Obligation, said: str) -> None:
    assert obligation_sentence(duty, TEXT) == said


def test_what_follows_the_end_depends_on_the_renewal_clause() -> None:
    decision = replace(ANY, duty=Duty.RENEWAL_DECISION)
    express = Terms(clauses=(Renewal(mode=Mode.EXPRESS, source=HERE),))
    assert obligation_sentence(decision, express).endswith("reconduction ou nouvelle convention")
    assert obligation_sentence(decision, Terms()).endswith("nouvelle convention ou fin")


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (f.MeetingHeld(body="trimestre", present={"caf": 1}), "Rencontre trimestrielle tenue, 1 présent"),
        (f.MeetingPlanned(body="trimestre"), "Rencontre trimestrielle fixée à cette date"),
        (f.MeetingCancelled(body="instance"), "Instance de concertation annulée"),
        (
            f.MeetingMoved(body="copil", was=date(2026, 12, 1)),
            "Comité de pilotage du 1er décembre 2026 déplacé à cette date",
        ),
        (f.Signed(party="departement"), "Signature du Département"),
        (f.NoticeReceived(party="etat"), "Lettre de résiliation de l’État reçue"),
        (f.PlanAdopted(year=2026), "Plan d’actions 2026 adopté"),
        (f.PlanAdopted(), "Plan d’actions de l’année adopté"),
    ],
)
def test_a_fact_is_said_with_its_articles_and_agreement(event: f.Event, said: str) -> None:
    assert fact_sentence(event, TEXT) == said


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (
            Evaluation(moment=Moment.YEARLY, body="copil", role=BodyRole.EXAMINES, source=HERE),
            "chaque année, examinée par le comité de pilotage",
        ),
        (
            Review(moment=Moment.FINAL, body="copil", role=BodyRole.RECEIVES, source=HERE),
            "à la fin, présenté au comité de pilotage",
        ),
        (
            Duration(start=Start.FIXED, starts_on=date(2021, 1, 1), ends_on=date(2025, 12, 31), source=HERE),
            "à compter du 1er janvier 2021, jusqu’au 31 décembre 2025",
        ),
        (
            RelatedInstrument(title="contrat", relation=Relation.PRIOR, signed_on=Between.month(2008, 3), source=HERE),
            "contrat, convention précédente, signé en mars 2008",
        ),
        (
            SignatureAuthority(party="commune", act=ActKind.DELIBERATION, source=HERE),
            "la commune : délibération, date en blanc",
        ),
        (
            DocumentCirculation(body="copil", delay=Months(count=1), sender="le secrétariat", source=HERE),
            "1 mois avant le comité de pilotage, par le secrétariat",
        ),
    ],
)
def test_a_clause_is_said_short(term: Term, said: str) -> None:
    assert term_value(term) == said


def test_two_parties_of_one_kind_are_named_by_the_text() -> None:
    towns = [("commune", "La Ville de Montbrun"), ("commune-2", "Montval")]
    clauses = (PartyClause(key=key, name=name, kind=PartyKind.MUNICIPALITY, source=HERE) for key, name in towns)
    two = Terms(clauses=tuple(clauses))
    assert fact_sentence(f.Signed(party="commune"), two) == "Signature de la Ville de Montbrun"
    assert fact_sentence(f.Signed(party="commune-2"), two) == "Signature de Montval"


def test_a_flag_names_the_party_with_its_article() -> None:
    raised = Raised(flag=Flag.AUTHORITY_NOT_EXECUTORY, party="departement")
    assert flag_sentence(raised).startswith("L’acte du Département n’était pas exécutoire")


def test_a_count_of_another_reading_is_said_in_words() -> None:
    assert alternative_sentence(Alternative(reading="pro_rata", count=1)) == "Autre lecture, au prorata : 1 fois."
    assert (
        alternative_sentence(Alternative(reading="pro_rata", count=0)) == "Autre lecture, au prorata : rien n’est dû."
    )
