"""The chain of an answer: words, facts, law, readings, and the evidence that lacks."""

import re
from dataclasses import replace
from datetime import date

from tests.core.lives import AT_WILL, SIGNED, UNTIL_2022, convention, fact

from convenir.core.agenda import agenda
from convenir.core.explanation import Explanation, Lack, Missing, of_duty, of_move, of_standing
from convenir.core.facts import NoticeReceived, NoticeSent
from convenir.core.legal_basis import TENANT_NOTICE
from convenir.core.moves import moves
from convenir.core.standing import standing
from convenir.writer.words.explanation import explanation_lines, explanation_sentence

TERMS = convention(UNTIL_2022, AT_WILL)
LATER = date(2030, 1, 1)
SENT = fact(8, date(2021, 1, 25), NoticeSent(party="caf"))
RECEIVED = replace(fact(9, date(2021, 2, 1), NoticeReceived(party="caf")), evidence="avis de réception")
FACTS = [*SIGNED, SENT, RECEIVED]


def explained(on: date) -> Explanation:
    return of_standing(standing(TERMS, FACTS, on=on, known=LATER), TERMS, FACTS, known=LATER)


def test_a_status_names_its_words_its_facts_and_the_law_behind_its_readings() -> None:
    chain = explained(date(2021, 3, 1))
    assert AT_WILL.source in chain.clauses
    assert {one.id for one in chain.facts} == {"f1", "f2", "f9"}
    assert TENANT_NOTICE in chain.laws


def test_two_assumptions_that_interact_give_every_labelled_day_the_default_first() -> None:
    chain = explained(date(2021, 3, 1))
    assert chain.readings[0].labels == ()
    assert chain.readings[0].last_day == date(2021, 5, 1)
    assert {one.labels for one in chain.readings[1:]} == {
        ("sending",),
        ("next_workday",),
        ("sending", "next_workday"),
    }


def test_a_fact_without_a_document_lacks_its_proof() -> None:
    missing = explained(date(2021, 3, 1)).missing
    assert {Missing(lack=Lack.PROOF, subject="f1"), Missing(lack=Lack.PROOF, subject="f2")} <= set(missing)
    assert Missing(lack=Lack.PROOF, subject="f9") not in missing


def test_the_signatures_and_acts_that_lack_are_missing() -> None:
    half = SIGNED[:1]
    found = standing(TERMS, half, on=date(2021, 1, 1), known=LATER)
    missing = of_standing(found, TERMS, half, known=LATER).missing
    assert Missing(lack=Lack.SIGNATURE, subject="commune") in missing
    assert Missing(lack=Lack.ACT, subject="caf") in missing


def test_every_duty_and_every_move_has_a_ground() -> None:
    on = date(2021, 1, 1)
    due = agenda(TERMS, SIGNED, on=on, known=LATER, until=LATER)
    assert due
    assert all(of_duty(duty, SIGNED).clauses for duty in due)
    assert all(of_move(move).clauses for move in moves(TERMS, SIGNED, on=on, known=LATER))


def test_the_chain_is_said_in_french() -> None:
    chain = explained(date(2021, 3, 1))
    sentence = explanation_sentence(chain, TERMS)
    assert sentence.startswith("Cette réponse repose sur l’article 11")
    assert re.search(r"3 faits enregistrés, le droit commun et \d hypothèses\.", sentence)
    assert "le 1er mai 2021 (par hypothèse)" in sentence
    assert "le 26 avril 2021 (depuis l’envoi, avec report au jour ouvrable suivant)" in sentence
    said = dict(explanation_lines(chain, TERMS))
    assert list(said) == [
        "Texte",
        "Faits",
        "Droit commun",
        "Hypothèses",
        "Fin selon les lectures",
        "Il manque",
    ]
    assert "1er février 2021 : Lettre de résiliation de la Caf reçue" in said["Faits"]
