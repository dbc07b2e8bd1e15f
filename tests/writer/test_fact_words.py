"""Each fact is said in French, with as little or as much as the core lets one say of it."""

import dataclasses
import re
import typing
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from convenir.core import facts as f
from convenir.core.changes import ClauseAdded, ClauseRemoved, ClauseReplaced
from convenir.core.delays import Days, Months
from convenir.core.facts import Event
from convenir.core.source import Source
from convenir.core.terms import Duration, MeetingCadence, Term, Terms
from convenir.core.terms.lifetime import Start
from convenir.core.terms.termination import Form, Ground
from convenir.writer.words import fact_sentence
from convenir.writer.words.changes import change_words
from convenir.writer.words.terms import term_label, term_value

PLACE = Source(text="avenant-1", article="10")
LASTING = Duration(start=Start.SIGNATURE, ends_on=date(2023, 12, 31), source=PLACE)
PLAIN: dict[type, Any] = {str: "copil", int: 2021, bool: True, date: date(2022, 3, 1), Decimal: Decimal("12.50")}
ENGLISH = re.compile(r"\b(None|True|False)\b|<|_")


def whole(hint: Any) -> Any:
    """A value that says something."""
    if typing.get_origin(hint) is tuple:
        return (whole(typing.get_args(hint)[0]),)
    if typing.get_origin(hint) is dict:
        return {"caf": 2}
    members = [kind for kind in typing.get_args(hint) if kind is not type(None)] or [hint]
    if ClauseAdded in members:
        return ClauseReplaced(clause=LASTING, article="10")
    if Days in members:
        return Months(count=1)
    kind = members[0]
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return built(kind, with_defaults=True)
    return next(iter(kind)) if issubclass(kind, Enum) else PLAIN[kind]


def built(kind: type, *, with_defaults: bool) -> Any:
    """The value with every field, or with those that it must have."""
    hints = typing.get_type_hints(kind)
    asked = [field for field in dataclasses.fields(kind) if with_defaults or field.default is dataclasses.MISSING]
    said = [field for field in asked if with_defaults or field.default_factory is dataclasses.MISSING]
    return kind(**{field.name: whole(hints[field.name]) for field in said})


def sentences(kind: type) -> Iterator[str]:
    for with_defaults in (False, True):
        yield fact_sentence(built(kind, with_defaults=with_defaults), Terms())


@pytest.mark.parametrize("kind", typing.get_args(Event), ids=lambda kind: kind.__name__)
def test_each_event_is_said_bare_and_in_full(kind: type) -> None:
    for said in sentences(kind):
        assert said[0].isupper() or said[0].isdigit()
        assert not ENGLISH.search(said)
        assert "  " not in said and " ," not in said and "'" not in said
        assert not said.endswith((".", ",", ":", " "))


@pytest.mark.parametrize("kind", typing.get_args(Term), ids=lambda kind: kind.__name__)
def test_each_clause_is_said_bare_and_in_full(kind: type) -> None:
    for with_defaults in (False, True):
        clause = built(kind, with_defaults=with_defaults)
        said = term_value(clause)
        assert term_label(clause)
        assert not ENGLISH.search(said)
        assert "  " not in said and " ," not in said and "'" not in said
        assert not said.endswith((".", ",", ":", " "))


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (f.NoticeRefused(party="commune"), "Lettre de résiliation de la commune refusée par son destinataire"),
        (f.NoticeReturned(party="caf"), "Lettre de résiliation de la Caf revenue sans avoir été retirée"),
        (
            f.NoticeWithdrawn(party="caf", agreed_by=("commune", "departement")),
            "Lettre de résiliation de la Caf retirée, avec l’accord de la commune et du Département",
        ),
        (
            f.FormalNoticeSent(
                party="caf", breach="comité non réuni", form=Form.REGISTERED_LETTER, cure=Months(count=1)
            ),
            "Mise en demeure de la Caf envoyée par lettre recommandée avec avis de réception : comité non réuni, "
            "délai laissé : 1 mois",
        ),
        (
            f.TerminationDeclared(party="caf", ground=Ground.NO_AMENDMENT),
            "Résiliation prononcée par la Caf : changement sans avenant",
        ),
        (
            f.AmendmentProposed(amendment="avenant-1", changes=(ClauseReplaced(clause=LASTING, article="10"),)),
            "Avenant n° 1 proposé : durée, à compter de la signature, jusqu’au 31 décembre 2023 (article 10)",
        ),
        (f.Signed(party="caf", amendment="avenant-1"), "Signature de l’avenant n° 1 par la Caf"),
        (
            f.FundingAllocated(payer="caf", facility="Crèche", amount=Decimal("412350.50"), year=2021),
            "412\u202f350,50 € attribués par la Caf pour 2021 : Crèche",
        ),
        (f.ConsentGiven(party="caf", to="departement"), "Accord de la Caf pour communiquer ses données au Département"),
        (
            f.JudgmentGiven(judgment="TA 2021", clause="Renewal", article="9"),
            "Jugement « TA 2021 » : clause « Reconduction » (article 9) nulle",
        ),
        (f.AppealDecided(judgment="TA 2021", upheld=False), "Appel jugé : jugement « TA 2021 » annulé"),
    ],
)
def test_what_happened_is_said_as_one_writes_it(event: Event, said: str) -> None:
    assert fact_sentence(event, Terms()) == said


def test_the_changes_of_an_avenant_are_said_one_by_one() -> None:
    rhythm = MeetingCadence(body="copil", count=2, source=PLACE)
    assert change_words(ClauseAdded(clause=rhythm)) == "clause ajoutée : rythme, comité de pilotage : 2 fois par an"
    removed = ClauseRemoved(clause="MeetingCadence", subject="copil", article="6")
    assert change_words(removed) == "clause « Rythme » supprimée, comité de pilotage (article 6)"
