"""From a file to a dossier: received once, ruled upon term by term, confirmed by a person."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from uuid import UUID, uuid4

import pytest
from tests.dossiers import AT, TODAY, People, people

from convenir.access.context import acting_as
from convenir.access.conventions import Dossier, convention, findings
from convenir.access.deposited import Decision, DepositedText
from convenir.access.roles import Actor, NotAllowed, NotFound, Verb
from convenir.access.texts import original, text
from convenir.access.waiting import waiting
from convenir.core.facts import Signed
from convenir.core.refusals import Refusal
from convenir.core.standing import Status, standing
from convenir.core.terms import Term
from convenir.core.terms.lifetime import Duration
from convenir.core.terms.parties import Formalities, PartyKind
from convenir.records.models import Convention, House, JournalRow, ReceivedText
from convenir.usecases import texts
from convenir.usecases.texts import Confirmation, OtherParty, Ruling, Upload

WORDS = """CONVENTION TERRITORIALE GLOBALE

Entre

La Caisse d'allocations familiales de l'Essai, représentée par sa directrice, d'une part,

Et

La Ville de Bourg-Essai, représentée par son maire, d'autre part,

il est convenu ce qui suit.

Article 1 - Pilotage
Un comité de pilotage est créé. Il se réunit deux fois par an.

Article 2 - Durée
La présente convention est conclue du 1er janvier 2021 au 31 décembre 2024.

Article 3 - Résiliation
Chaque partie peut dénoncer la convention par lettre recommandée avec accusé de réception, sous réserve d'un préavis
de trois mois.

Fait à Bourg-Essai, le 15 février 2021.
"""
DATA = WORDS.encode()
FORM = "form"
TOWN = OtherParty(key="commune", name="Commune de Bourg-Essai", kind=PartyKind.MUNICIPALITY)


@pytest.fixture
def who(db: None) -> People:
    return people()


def received(who: People, data: bytes = DATA) -> UUID:
    return texts.receive(Upload(name="ctg.txt", data=data, token=FORM), by=who.adviser, at=AT)


def read(actor: Actor, pk: UUID) -> DepositedText:
    with acting_as(actor):
        return text(actor, pk, to=Verb.READ)


def opened(actor: Actor, pk: UUID) -> Dossier:
    with acting_as(actor):
        return convention(actor, pk, to=Verb.READ)


def confirmation(*, assumed: bool = False, form: str = FORM) -> Confirmation:
    return Confirmation(
        title="CTG de Bourg-Essai", house_party="caf", others=(TOWN,), assumed_signatures=assumed, token=form
    )


def confirmed(who: People, given: Confirmation) -> UUID:
    pk = received(who)
    texts.accept_all(pk, by=who.adviser, at=AT)
    return texts.confirm(pk, given, by=who.adviser, at=AT)


def index_of(found: DepositedText, kind: type[Term]) -> int:
    return next(item.index for item in found.items if isinstance(item.read, kind))


def test_a_text_is_kept_with_its_bytes_their_hash_and_what_was_read(who: People) -> None:
    pk = received(who)
    seen = read(who.adviser, pk)
    assert (seen.file_name, seen.sha256, seen.words) == ("ctg.txt", sha256(DATA).hexdigest(), WORDS)
    assert (seen.received_by, seen.received_at, seen.convention) == (who.adviser.name, AT, None)
    assert seen.terms.first(Duration) is not None
    assert (seen.ruled, len(seen.to_rule)) == (0, len(seen.items))
    assert [(party.key, party.mine) for party in seen.parties] == [("caf", True), ("commune", False)]
    for item in seen.items:
        source = item.source
        if source.start is not None and source.end is not None:
            assert seen.words[source.start : source.end] == source.quote
    with acting_as(who.adviser):
        assert original(who.adviser, pk).data == DATA
        assert [one.pk for one in waiting(who.adviser)] == [pk]


def test_the_outline_is_kept_as_read(who: People) -> None:
    blocks = read(who.adviser, received(who)).outline.blocks
    assert [block.number for block in blocks if block.kind == "article"] == ["1", "2", "3"]
    assert all(p.words == WORDS[p.start : p.end] for block in blocks for p in block.paragraphs)


def test_the_same_form_posted_twice_is_one_text(who: People) -> None:
    assert received(who) == received(who)
    with acting_as(who.adviser):
        assert ReceivedText.objects.count() == 1
        assert JournalRow.objects.filter(verb="receive_text").count() == 1


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\xff" * 50])
def test_what_is_no_text_is_refused_and_not_kept(who: People, data: bytes) -> None:
    with pytest.raises(Refusal):
        received(who, data)
    with acting_as(who.adviser):
        assert ReceivedText.objects.count() == 0


def test_the_last_ruling_wins_and_a_correction_replaces_the_term(who: People) -> None:
    pk = received(who)
    found = read(who.adviser, pk)
    index = index_of(found, Duration)
    duration = found.items[index].read
    assert isinstance(duration, Duration)
    longer = replace(duration, ends_on=date(2025, 12, 31))
    texts.rule(pk, Ruling(index=index, decision=Decision.REJECTED), by=who.adviser, at=AT)
    assert not read(who.adviser, pk).items[index].kept
    texts.rule(pk, Ruling(index=index, decision=Decision.CORRECTED, corrected=longer, seen=AT), by=who.adviser, at=AT)
    seen = read(who.adviser, pk)
    assert (seen.items[index].term, seen.items[index].read) == (longer, duration)
    assert seen.kept.clauses == (longer,)
    assert seen.ruled == 1


def test_a_ruling_that_means_nothing_is_refused(who: People) -> None:
    pk = received(who)
    duration = read(who.adviser, pk).items[index_of(read(who.adviser, pk), Duration)].read
    wrong = (
        Ruling(index=99, decision=Decision.ACCEPTED),
        Ruling(index=-1, decision=Decision.ACCEPTED),
        Ruling(index=0, decision=Decision.CORRECTED),
        Ruling(index=0, decision=Decision.CORRECTED, corrected=duration),
        Ruling(index=0, decision=Decision.ACCEPTED, corrected=duration),
    )
    for ruling in wrong:
        with pytest.raises(Refusal):
            texts.rule(pk, ruling, by=who.adviser, at=AT)
    assert read(who.adviser, pk).ruled == 0


def test_a_dossier_holds_the_terms_kept_its_parties_and_who_confirmed(who: People) -> None:
    pk = confirmed(who, confirmation())
    seen = opened(who.agent, pk)
    assert (seen.title, seen.confirmed_by, seen.confirmed_at) == ("CTG de Bourg-Essai", who.adviser.name, AT)
    assert [(seat.key, seat.house.pk) for seat in seen.seats] == [
        ("caf", who.adviser.house_id),
        ("commune", who.agent.house_id),
    ]
    assert (seen.facts, seen.fictional) == ((), True)
    assert seen.text is not None
    deposited = read(who.agent, seen.text)
    assert deposited.convention == pk
    assert [type(clause) for clause in seen.terms.clauses] == [type(clause) for clause in deposited.kept.clauses]
    with acting_as(who.agent):
        assert findings(who.agent, pk) == deposited.findings
    with acting_as(who.adviser):
        assert waiting(who.adviser) == ()


def test_a_party_that_nobody_knows_becomes_a_house(who: People) -> None:
    other = replace(TOWN, name="Ville de Nulle-Part")
    pk = confirmed(who, replace(confirmation(), others=(other,)))
    (seat,) = [seat for seat in opened(who.adviser, pk).seats if seat.key == "commune"]
    assert (seat.house.name, seat.house.key) == ("Ville de Nulle-Part", "ville-de-nulle-part")
    assert House.objects.count() == 4


def test_the_stated_date_taken_as_signature_makes_the_facts(who: People) -> None:
    seen = opened(who.adviser, confirmed(who, confirmation(assumed=True)))
    assert [(fact.event, fact.on, fact.recorded_on) for fact in seen.facts] == [
        (Signed(party="caf"), date(2021, 2, 15), TODAY),
        (Signed(party="commune"), date(2021, 2, 15), TODAY),
    ]
    assert seen.facts_version == 2
    assert seen.text is not None and seen.terms == read(who.adviser, seen.text).kept
    assert standing(seen.terms, seen.facts, on=TODAY, known=TODAY).status is Status.IN_FORCE


def test_a_stated_date_that_nobody_takes_as_signature_signs_nothing(who: People) -> None:
    pk = confirmed(who, confirmation())
    seen = opened(who.adviser, pk)
    assert (seen.facts, standing(seen.terms, seen.facts, on=TODAY, known=TODAY).status) == ((), Status.DRAFT)
    assert {clause.stated_on for clause in seen.terms.every(Formalities)} == {None}
    assert seen.text is not None
    assert read(who.adviser, seen.text).stated_on == date(2021, 2, 15)
    assert ("set_date_aside", "2021-02-15") in [(entry.verb, entry.detail) for entry in seen.journal]


def test_the_same_form_posted_twice_is_one_dossier_and_another_form_is_refused(who: People) -> None:
    pk = confirmed(who, confirmation())
    source = opened(who.adviser, pk).text
    assert source is not None
    assert texts.confirm(source, confirmation(), by=who.adviser, at=AT) == pk
    with pytest.raises(Refusal, match="déjà donné lieu"):
        texts.confirm(source, confirmation(form="other"), by=who.adviser, at=AT)
    with pytest.raises(Refusal, match="déjà donné lieu"):
        texts.rule(source, Ruling(index=0, decision=Decision.REJECTED), by=who.adviser, at=AT)
    with pytest.raises(Refusal, match="déjà donné lieu"):
        texts.accept_all(source, by=who.adviser, at=AT)


BAD = [
    (replace(confirmation(), title="  "), "titre"),
    (replace(confirmation(), others=()), "au moins deux parties"),
    (replace(confirmation(), house_party="commune"), "une seule fois"),
    (replace(confirmation(), house_party=""), "nom"),
    (replace(confirmation(), others=(replace(TOWN, name=" "),)), "nom"),
    (replace(confirmation(), others=(replace(TOWN, key="epci"),)), "Le texte nomme aussi"),
]


@pytest.mark.parametrize(("given", "sentence"), BAD)
def test_a_dossier_without_title_or_parties_is_refused(who: People, given: Confirmation, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        confirmed(who, given)
    with acting_as(who.adviser):
        assert Convention.objects.count() == 0


def test_every_term_is_ruled_upon_before_the_dossier(who: People) -> None:
    pk = received(who)
    with pytest.raises(Refusal, match="Il reste"):
        texts.confirm(pk, confirmation(), by=who.adviser, at=AT)
    for item in read(who.adviser, pk).items:
        texts.rule(pk, Ruling(index=item.index, decision=Decision.REJECTED), by=who.adviser, at=AT)
    with pytest.raises(Refusal, match="Aucun terme"):
        texts.confirm(pk, confirmation(), by=who.adviser, at=AT)


def test_an_end_before_the_start_is_refused(who: People) -> None:
    pk = received(who)
    found = read(who.adviser, pk)
    index = index_of(found, Duration)
    duration = found.items[index].read
    assert isinstance(duration, Duration)
    backward = replace(duration, starts_on=date(2021, 1, 1), ends_on=date(2020, 12, 31))
    texts.accept_all(pk, by=who.adviser, at=AT)
    with pytest.raises(Refusal, match="précède le début"):
        texts.rule(pk, Ruling(index=index, decision=Decision.CORRECTED, corrected=backward), by=who.adviser, at=AT)


def test_a_date_to_come_is_not_that_of_the_signatures(who: People) -> None:
    pk = received(who, WORDS.replace("15 février 2021", "15 mars 2021").encode())
    texts.accept_all(pk, by=who.adviser, at=AT)
    with pytest.raises(Refusal, match="signatures"):
        texts.confirm(pk, confirmation(assumed=True), by=who.adviser, at=AT)
    with acting_as(who.adviser):
        assert Convention.objects.count() == 0


def test_a_text_not_confirmed_is_seen_by_its_house_only(who: People) -> None:
    pk = received(who)
    for actor in (who.agent, who.stranger):
        with pytest.raises(NotFound):
            read(actor, pk)
        with pytest.raises(NotFound):
            texts.accept_all(pk, by=actor, at=AT)
    with pytest.raises(NotFound):
        read(who.adviser, uuid4())


def test_a_party_of_the_dossier_reads_the_text_and_rules_on_nothing(who: People) -> None:
    source = opened(who.adviser, confirmed(who, confirmation())).text
    assert source is not None
    assert read(who.elected, source).words == WORDS
    with pytest.raises(NotFound):
        texts.accept_all(source, by=who.agent, at=AT)
    with pytest.raises(NotFound):
        read(who.stranger, source)


def test_who_may_not_deposit_is_refused(who: People) -> None:
    with pytest.raises(NotAllowed):
        texts.receive(Upload(name="ctg.txt", data=DATA, token=FORM), by=who.elected, at=AT)
