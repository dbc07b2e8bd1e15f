"""The changes of terms that an avenant makes: folded over the convention, they give the consolidated text."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from tests.reader.amending.avenants import CONVENTION, amended, avenant, base

from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced
from convenir.core.delays import Months, Years
from convenir.core.terms import (
    Annex,
    Committee,
    Dispute,
    Duration,
    MeetingCadence,
    PartyClause,
    SourceMention,
    TerminationAtWill,
    Terms,
)
from convenir.core.text.amend import fold
from convenir.reader.amending.amendment import amendment_of
from convenir.reader.amending.changes import changes
from convenir.reader.comparing.differences import bare
from convenir.reader.reading import read, read_text

DEMO = Path(__file__).parents[3] / "src" / "convenir" / "demo" / "texts"
TEXTS = sorted(DEMO.glob("*.txt"))


def said(terms: Terms) -> list[str]:
    """The clauses without their words, in an order that does not matter."""
    return sorted(repr(bare(clause)) for clause in terms.clauses)


@pytest.mark.parametrize(
    ("first", "second"), [pytest.param(a, b, id=f"{a.stem}-{b.stem}") for a, b in combinations(TEXTS, 2)]
)
def test_changes_folded_over_the_terms_before_give_those_after(first: Path, second: Path) -> None:
    old, new = read(first.read_bytes()).terms, read(second.read_bytes()).terms
    assert said(fold(old, changes(old, new), "avenant-1")) == said(new)
    assert said(fold(new, changes(new, old), "avenant-1")) == said(old)


def test_the_same_terms_make_no_change() -> None:
    terms = base().terms
    assert changes(terms, terms) == ()


def made(words: str, joined: str = "") -> tuple[Change, ...]:
    """The changes of an avenant, which folded over the convention give its consolidated text."""
    return amended(words, joined=joined).changes


def test_words_replaced_change_the_clause_that_they_ground() -> None:
    (change,) = made("À l'article 5, les mots « trois mois » sont remplacés par les mots « six mois ».")
    assert isinstance(change, ClauseReplaced)
    assert isinstance(change.clause, TerminationAtWill)
    assert (change.clause.notice, change.article, change.listed) == (Months(count=6), "5", True)


def test_an_article_struck_removes_its_clauses() -> None:
    (change,) = made("L'article 6 est abrogé.")
    assert change == ClauseRemoved(clause="AmendmentClause", article="6")


def test_an_article_added_adds_its_clauses() -> None:
    (change,) = made(
        "Il est ajouté un article 7 ainsi rédigé : « Les litiges relèvent du tribunal administratif de Rennes. »"
    )
    assert isinstance(change, ClauseAdded)
    assert isinstance(change.clause, Dispute)
    assert change.clause.source.article == "7"


def test_a_paragraph_added_adds_its_clause() -> None:
    (change,) = made(
        "L'article 3 est complété par un alinéa ainsi rédigé : « La source est citée dans toute publication. »"
    )
    assert isinstance(change, ClauseAdded)
    assert isinstance(change.clause, SourceMention)


def test_an_annex_whose_words_alone_are_new_is_replaced() -> None:
    joined = "\nAnnexe 2 : Équipements\nMulti-accueil Les Lutins et ludothèque.\n"
    (change,) = made("L'annexe 2 est remplacée par l'annexe jointe au présent avenant.", joined)
    assert isinstance(change, ClauseReplaced)
    assert isinstance(change.clause, Annex)
    assert (change.clause.number, change.clause.present, change.article) == ("2", True, "annexe 2")


@pytest.mark.parametrize(
    ("words", "ends_on", "span"),
    [
        ("La convention est prorogée jusqu'au 31 décembre 2026.", date(2026, 12, 31), None),
        ("La convention est prorogée d'un an.", date(2026, 12, 31), None),
        ("La convention est prolongée de six mois.", date(2026, 6, 30), None),
        ("La durée de la convention est portée à cinq ans.", None, Years(count=5)),
    ],
)
def test_a_prolongation_is_a_new_duration(words: str, ends_on: date | None, span: Years | None) -> None:
    (change,) = made(words)
    assert isinstance(change, ClauseReplaced)
    assert isinstance(change.clause, Duration)
    assert (change.clause.ends_on, change.clause.span) == (ends_on, span)
    assert change.clause.starts_on == date(2022, 1, 1)
    assert change.clause.source.text == "avenant-1"


def test_a_prolongation_told_twice_is_one_change() -> None:
    found = made(
        "À l'article 4, les mots « 31 décembre 2025 » sont remplacés par les mots « 31 décembre 2026 ».\n"
        "En conséquence, la convention prend fin le 31 décembre 2026."
    )
    assert [type(change) for change in found] == [ClauseReplaced]


def test_what_the_avenant_stipulates_without_a_place_is_not_listed() -> None:
    (change,) = made("Le comité de pilotage se réunit désormais quatre fois par an.")
    assert isinstance(change, ClauseReplaced)
    assert isinstance(change.clause, MeetingCadence)
    assert (change.clause.count, change.listed) == (4, False)


def test_what_new_words_leave_out_of_a_clause_stands() -> None:
    (change,) = made("Le comité de pilotage est désormais composé de huit membres.")
    assert isinstance(change, ClauseReplaced)
    assert isinstance(change.clause, Committee)
    assert (change.clause.composition, change.clause.parity) == (("huit membres",), True)


JOINS = "La communauté de communes du Val devient partie à la convention."
COMPARED = "Et\n\nLa communauté de communes du Val, représentée par sa présidente, Mme Zoé Lanier,\n\nIl est convenu ce"


def test_a_party_that_joins_is_the_one_that_the_avenant_names_among_its_own() -> None:
    text = avenant(JOINS).replace("Il est convenu ce", COMPARED)
    (change,) = amendment_of(base(), read_text(text)).changes
    assert isinstance(change, ClauseAdded)
    assert isinstance(change.clause, PartyClause)
    assert (change.clause.key, change.clause.name) == ("epci", "La communauté de communes du Val")


def test_a_party_that_joins_without_signing_is_told() -> None:
    found = amended(JOINS)
    assert found.changes == ()
    assert "party-joins" in {finding.about for finding in found.findings}


TOGETHER = (
    "Entre la Caf du Val, représentée par son directeur, M. Luc Roy, ci-après « la Caf »,\n"
    "et la communauté de communes du Val, représentée par sa présidente, Mme Zoé Lanier,\n\nIl est convenu ce"
)


def test_a_party_that_joins_is_parted_from_those_of_the_same_sentence() -> None:
    found = amendment_of(base(), read_text(avenant(JOINS).replace("Il est convenu ce", TOGETHER)))
    (change,) = found.changes
    assert isinstance(change, ClauseAdded)
    assert "M. Luc Roy" not in found.consolidated.reading.outline.text
    assert (
        "la communauté de communes du Val, représentée par sa présidente, Mme Zoé Lanier,"
        in found.consolidated.reading.outline.text
    )


def test_an_expression_is_replaced_where_it_has_the_same_capitals() -> None:
    words = "Dans toute la convention, l'expression « la Commune » est remplacée par « la Ville »."
    convention = read_text(CONVENTION.replace("par la commune", "par la Commune"))
    found = amendment_of(convention, read_text(avenant(words)))
    assert found.consolidated.reading.outline.text.count("la Ville") == 1
