"""Signatures that lack, renewals to refuse, and what to decide before the end."""

from dataclasses import replace
from datetime import date

from tests.core.lives import EXPRESS, SIGNED, TACIT, UNTIL_2022, YEARLY, convention, fact, situation

from convenir.core.facts import NoticeReceived, RenewalSigned
from convenir.core.obligation import State
from convenir.core.rules.lifetime import decision_before_end, refusals_of_renewal, signatures
from convenir.core.source import Source
from convenir.core.terms import Terms


def test_what_lacks_is_asked_once_somebody_has_signed() -> None:
    text = convention(UNTIL_2022)
    assert not list(signatures(situation(text, date(2020, 1, 5), SIGNED[:1])))
    [lacking] = signatures(situation(text, date(2020, 1, 6), SIGNED[:1]))
    assert (lacking.subject, lacking.state, lacking.due_on) == ("commune", State.OPEN, None)
    assert lacking.because[0].article == "parties"
    assert not list(signatures(situation(text, date(2020, 1, 6))))


def test_each_renewal_to_come_may_be_refused_on_a_last_day() -> None:
    found = list(refusals_of_renewal(situation(convention(YEARLY, TACIT), date(2020, 2, 1))))
    assert [o.due_on for o in found] == [date(2021, 1, 5), date(2022, 1, 5), date(2023, 1, 5)]
    assert [o.advice_on for o in found] == [None, None, None]
    assert all(o.optional and o.who == ("caf", "commune") for o in found)
    later = list(refusals_of_renewal(situation(convention(YEARLY, TACIT), date(2022, 1, 6))))
    assert [o.key for o in later] == ["denunciation:3"]


def test_without_ceiling_refusals_stop_at_the_end_of_the_agenda() -> None:
    text = convention(YEARLY, replace(TACIT, ceiling=None))
    assert len(list(refusals_of_renewal(situation(text, date(2020, 2, 1))))) == 10


def test_under_notice_there_is_nothing_left_to_refuse_or_decide() -> None:
    facts = [*SIGNED, fact(9, date(2020, 3, 2), NoticeReceived(party="caf"))]
    refused = situation(convention(YEARLY, TACIT), date(2020, 4, 1), facts)
    assert not list(refusals_of_renewal(refused))


def test_a_decision_is_to_be_taken_by_the_last_day_and_no_more_after_it() -> None:
    [decision] = decision_before_end(situation(convention(UNTIL_2022), date(2022, 12, 31)))
    assert (decision.due_on, decision.advice_on) == (date(2022, 12, 31), date(2022, 12, 30))
    assert decision.optional
    assert not list(decision_before_end(situation(convention(UNTIL_2022), date(2023, 1, 1))))


def test_a_renewal_signed_is_a_decision_done() -> None:
    until = date(2025, 12, 31)
    acts = [fact(n, date(2022, 12, 1), RenewalSigned(party=p, until=until)) for n, p in ((8, "caf"), (9, "commune"))]
    found = list(decision_before_end(situation(convention(UNTIL_2022, EXPRESS), date(2023, 1, 2), [*SIGNED, *acts])))
    assert [(o.key, o.state, o.due_on) for o in found] == [
        ("renewal_decision:1", State.DONE, date(2022, 12, 31)),
        ("renewal_decision:2", State.DUE, until),
    ]
    assert found[0].because[0] == EXPRESS.source


def test_a_signature_that_lacks_in_a_text_without_clauses_still_names_a_place() -> None:
    """Nothing in the text says who signs: the ground is the place where it should."""
    half = situation(Terms(), date(2020, 2, 1), SIGNED[:1])
    assert {duty.because for duty in signatures(half)} == {(Source(text="convention", article="parties"),)}
