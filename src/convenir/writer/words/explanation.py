"""The chain of an answer in French: one sentence, and one line for each kind of ground."""

from collections.abc import Iterator, Sequence
from datetime import date

from convenir.core.alternatives import Reading
from convenir.core.assumptions import Assumption
from convenir.core.explanation import Explanation, Lack, Missing
from convenir.core.facts import Fact
from convenir.core.source import Reference, Source
from convenir.core.terms import Terms
from convenir.writer.french_dates import day
from convenir.writer.words.assumptions import READINGS, alternative_sentence, assumption_sentence
from convenir.writer.words.facts import fact_sentence
from convenir.writer.words.names import article_words, day_words, listed, of, party_name


def explanation_sentence(explanation: Explanation, terms: Terms) -> str:
    """The whole chain in one sentence.

    >>> from convenir.core.facts import NoticeReceived
    >>> day = date(2016, 11, 30)
    >>> received = Fact(id="f1", on=day, recorded_on=day, event=NoticeReceived(party="caf"))
    >>> grounds = (Source(text="convention", article="10", paragraph=2),)
    >>> explanation_sentence(Explanation(clauses=grounds, facts=(received,)), Terms())
    'Cette réponse repose sur l’article 10, alinéa 2 et un fait enregistré.'
    """
    said = f"Cette réponse repose sur {listed(_grounds(explanation))}."
    if len(explanation.readings) > 1:
        said += f" Selon les lectures, la fin est {' ou '.join(labelled(one) for one in explanation.readings)}."
    if explanation.missing:
        count = len(explanation.missing)
        said += f" Il y manque {count} élément{'s' if count > 1 else ''} de preuve."
    return said


def _grounds(explanation: Explanation) -> list[str]:
    """«l’article 10», «2 faits enregistrés», «le droit commun», «une hypothèse»."""
    named = [_the(article_words(source)) for source in explanation.clauses]
    told = [
        _count(len(explanation.facts), "un fait enregistré", "faits enregistrés"),
        "le droit commun" if explanation.laws else "",
        _count(len(explanation.assumptions), "une hypothèse", "hypothèses"),
    ]
    return [*dict.fromkeys(named), *(words for words in told if words)]


def _the(place: str) -> str:
    articles = {"visas": "les ", "désignation": "la ", "article": "l’", "annexe": "l’"}
    return articles.get(place.split(maxsplit=1)[0].rstrip(","), "le ") + place


def _count(number: int, one: str, several: str) -> str:
    if number < 2:
        return one if number else ""
    return f"{number} {several}"


def explanation_lines(explanation: Explanation, terms: Terms) -> Iterator[tuple[str, Sequence[str]]]:
    """Each kind of ground with its items; the kinds that the answer does not use are left out."""
    kinds: tuple[tuple[str, list[str]], ...] = (
        ("Texte", [clause_words(source) for source in explanation.clauses]),
        ("Faits", [fact_words(fact, terms) for fact in explanation.facts]),
        ("Droit commun", [law_words(law) for law in explanation.laws]),
        ("Hypothèses", [line for one in explanation.assumptions for line in reading_lines(one)]),
        ("Fin selon les lectures", [labelled(one) for one in explanation.readings]),
        ("Il manque", [missing_words(one, explanation, terms) for one in explanation.missing]),
    )
    return ((label, items) for label, items in kinds if items)


def clause_words(source: Source) -> str:
    """Where the words stand, and the words themselves where they are known."""
    return f"{article_words(source)} : « {source.quote} »" if source.quote else article_words(source)


def fact_words(fact: Fact, terms: Terms) -> str:
    """The day of a fact, what happened, and when it was recorded if that was another day."""
    late = f" (enregistré le {day(fact.recorded_on)})" if fact.recorded_on != fact.on else ""
    return f"{day_words(fact.on)} : {fact_sentence(fact.event, terms)}{late}"


def law_words(law: Reference) -> str:
    """A rule of general law, with the day since which it reads so.

    >>> law_words(Reference(law="CGCT, art. L. 2131-1", since="2022-07-01"))
    'CGCT, art. L. 2131-1, dans sa rédaction en vigueur depuis le 1er juillet 2022'
    """
    return (
        f"{law.law}, dans sa rédaction en vigueur depuis le {day(date.fromisoformat(law.since))}"
        if law.since
        else law.law
    )


def reading_lines(assumption: Assumption) -> tuple[str, ...]:
    """A reading chosen by default, and under it the other ones."""
    return (assumption_sentence(assumption), *(alternative_sentence(other) for other in assumption.alternatives))


def labelled(reading: Reading) -> str:
    """A last day with the readings that give it.

    >>> labelled(Reading(labels=("sending", "next_workday"), last_day=date(2021, 4, 26)))
    'le 26 avril 2021 (depuis l’envoi, avec report au jour ouvrable suivant)'
    """
    labels = ", ".join(READINGS[label] for label in reading.labels) or "par hypothèse"
    return f"le {day(reading.last_day)} ({labels})" if reading.last_day else f"sans terme ({labels})"


def missing_words(missing: Missing, explanation: Explanation, terms: Terms) -> str:
    """What lacks, said so that a person knows what to look for."""
    match missing.lack:
        case Lack.PROOF:
            named = next(fact for fact in explanation.facts if fact.id == missing.subject)
            return f"une pièce à l’appui du fait « {fact_sentence(named.event, terms)} »"
        case Lack.SIGNATURE:
            return f"la signature {of(party_name(missing.subject, terms))}"
        case Lack.ACT:
            return f"l’acte qui autorise {party_name(missing.subject, terms)} à signer"
        case Lack.FINDING:
            return missing.subject
