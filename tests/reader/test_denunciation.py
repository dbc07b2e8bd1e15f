"""The notice that keeps a convention from being renewed."""

from tests.reader.clauses import terms_of

from convenir.core.delays import Months
from convenir.core.terms.lifetime import Mode, Renewal
from convenir.core.terms.termination import TerminationAtWill


def renewal(words: str) -> Renewal:
    (found,) = (term for term in terms_of("Durée", words) if isinstance(term, Renewal))
    return found


def test_the_notice_that_prevents_a_renewal_is_an_end_at_term() -> None:
    words = (
        "La convention est reconduite tacitement, par périodes de douze mois, sous réserve de dénonciation par l'une "
        "des parties, par lettre recommandée, deux mois avant le terme de chaque période."
    )
    found = renewal(words)
    assert (found.step, found.denunciation) == (Months(count=12), Months(count=2))
    ends = [term for term in terms_of("Durée", words) if isinstance(term, TerminationAtWill)]
    assert [(end.notice, end.at_term) for end in ends] == [(Months(count=2), True)]


def test_the_notice_that_prevents_a_renewal_may_be_told_after_the_objection() -> None:
    words = "Elle dure un an. Elle est reconduite si aucune des parties ne s'y est opposée trois mois auparavant."
    found = renewal(words)
    assert (found.mode, found.denunciation) == (Mode.TACIT, Months(count=3))
