"""Parameters that cannot be are refused at the door, with the article, and reported in what is stored."""

from datetime import date

import pytest
from tests.core.lives import at, convention

from convenir.core.delays import Days, Months, Years
from convenir.core.dossier import term_from
from convenir.core.soundness import ImpossibleClause, impossible, refuse_impossible
from convenir.core.terms import Duration, MeetingCadence, Renewal, Term, TerminationAtWill
from convenir.core.terms.lifetime import Mode, Start

IMPOSSIBLE: list[tuple[Term, str]] = [
    (MeetingCadence(body="copil", count=0, source=at("6")), "au moins 1, non 0"),
    (TerminationAtWill(notice=Months(count=-3), source=at("10")), "délai de -3 mois est négatif"),
    (Duration(start=Start.SIGNATURE, span=Days(count=0), source=at("10")), "une durée ne peut pas être nulle"),
    (
        Duration(start=Start.FIXED, starts_on=date(2022, 1, 1), ends_on=date(2021, 12, 31), source=at("10")),
        "précède le début",
    ),
    (Renewal(mode=Mode.TACIT, step=Years(count=1), ceiling=Months(count=6), source=at("10")), "plus courte"),
]
POSSIBLE: list[Term] = [
    MeetingCadence(body="copil", count=1, source=at("6")),
    TerminationAtWill(notice=Months(count=0), source=at("10")),
    Duration(start=Start.FIXED, starts_on=date(2022, 1, 1), ends_on=date(2022, 1, 1), source=at("10")),
    Renewal(mode=Mode.TACIT, step=Years(count=1), ceiling=Months(count=12), source=at("10")),
]


@pytest.mark.parametrize(("clause", "said"), IMPOSSIBLE)
def test_what_cannot_be_is_refused_with_its_article(clause: Term, said: str) -> None:
    with pytest.raises(ImpossibleClause, match=f"^Article {clause.source.article} : .*{said}"):
        refuse_impossible(clause)


@pytest.mark.parametrize("clause", POSSIBLE)
def test_what_is_just_possible_is_kept(clause: Term) -> None:
    refuse_impossible(clause)
    assert list(impossible(convention(clause))) == []


def test_what_is_stored_is_reported_and_kept() -> None:
    findings = list(impossible(convention(*(clause for clause, _ in IMPOSSIBLE))))
    assert [finding.sources[0] for finding in findings] == [clause.source for clause, _ in IMPOSSIBLE]
    assert all(said in finding.sentence for finding, (_, said) in zip(findings, IMPOSSIBLE, strict=True))


def test_a_file_of_terms_is_refused_at_the_door() -> None:
    with pytest.raises(ImpossibleClause, match="^Article 6 : un nombre"):
        term_from({"type": "MeetingCadence", "body": "copil", "count": 0, "article": "6"})
