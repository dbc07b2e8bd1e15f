"""Sentences that were not understood are classed by a person; that holds nothing back, and is never lost."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests.dossiers import AT, People, people
from tests.reader.amending.avenants import avenant
from tests.usecases.contradictory import CONTRADICTORY, received, seen

from convenir.access.context import acting_as
from convenir.access.deposited import OpenSentence, SentenceClass
from convenir.access.houses import actor
from convenir.access.roles import NotFound, Role
from convenir.core.codec import encode
from convenir.core.refusals import Refusal
from convenir.core.source import Source
from convenir.reader.reading import read_deposit
from convenir.reader.understanding.coverage import Coverage, Normative, Outcome
from convenir.records.models import ReceivedText, Rereading
from convenir.usecases import texts
from convenir.usecases.texts import Classing
from convenir.usecases.texts.keeping import stored

QUOTE = "La Caf assure le secrétariat du comité de pilotage."
PLACE = CONTRADICTORY.index(QUOTE)
NOT_UNDERSTOOD = Source(text="convention", article="1", paragraph=2, quote=QUOTE, start=PLACE, end=PLACE + len(QUOTE))


@pytest.fixture
def who(db: None) -> People:
    return people()


def with_sentence(who: People) -> UUID:
    """A text of which one sentence was not understood."""
    pk = received(who, CONTRADICTORY)
    coverage = Coverage(sentences=(Normative(source=NOT_UNDERSTOOD, outcome=Outcome.NOT_UNDERSTOOD),))
    with acting_as(who.adviser):
        row = ReceivedText.objects.get(pk=pk)
        reading = row.reading | {"coverage": encode(coverage)}
        Rereading.objects.create(text=row, reader_version="0", words=row.words, reading=reading, by="Lecteur", at=AT)
    return pk


@pytest.fixture
def text(who: People) -> UUID:
    return with_sentence(who)


def sentence(who: People, pk: UUID) -> OpenSentence:
    (found,) = seen(who.adviser, pk).sentences
    return found


def test_a_sentence_is_classed_with_its_author_and_a_note(who: People, text: UUID) -> None:
    assert seen(who.adviser, text).to_class == (sentence(who, text),)
    key = sentence(who, text).key
    commitment = Classing(key=key, kind=SentenceClass.COMMITMENT, note=" Suivi par le référent. ")
    texts.classify(text, commitment, by=who.adviser, at=AT)
    classed = sentence(who, text).classed
    assert classed is not None
    assert (classed.kind, classed.note, classed.by) == (
        SentenceClass.COMMITMENT,
        "Suivi par le référent.",
        who.adviser.name,
    )
    assert seen(who.adviser, text).to_class == ()


def test_the_later_decision_wins_unless_it_was_not_seen(who: People, text: UUID) -> None:
    colleague = actor("colleague", name="Emma Essai", role=Role.CAF_ADVISER, house="caf-essai")
    key = sentence(who, text).key
    texts.classify(text, Classing(key=key, kind=SentenceClass.NO_FORCE), by=colleague, at=AT)
    orientation = Classing(key=key, kind=SentenceClass.ORIENTATION)
    with pytest.raises(Refusal, match="Emma Essai a décidé"):
        texts.classify(text, orientation, by=who.adviser, at=AT + timedelta(minutes=1))
    texts.classify(
        text, Classing(key=key, kind=SentenceClass.ORIENTATION, seen=AT), by=who.adviser, at=AT + timedelta(minutes=2)
    )
    assert [one.kind for one in sentence(who, text).history] == [SentenceClass.NO_FORCE, SentenceClass.ORIENTATION]


def test_another_sentence_is_refused_and_strangers_find_nothing(who: People, text: UUID) -> None:
    with pytest.raises(Refusal, match="n’est plus parmi"):
        texts.classify(text, Classing(key="x", kind=SentenceClass.NO_FORCE), by=who.adviser, at=AT)
    known = Classing(key=sentence(who, text).key, kind=SentenceClass.NO_FORCE)
    for person in (who.agent, who.stranger):
        with pytest.raises(NotFound):
            texts.classify(text, known, by=person, at=AT)


def test_the_instructions_of_an_avenant_are_not_to_be_classed() -> None:
    duty = "La commune s'engage à repeindre la mairie en bleu."
    deposit = read_deposit(avenant(f"L'article 6 est abrogé.\n{duty}").encode(), "avenant.txt")
    assert [one.source.quote for one in stored(deposit, deposit.main).coverage.not_understood] == [duty]
