"""The site as persons use it: a client for each of them, dossiers of two houses, a text on the way."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from tests.dossiers import SIGNED, People, dossier, people
from tests.web.reading import HOUSES

from convenir.access.context import acting_as
from convenir.access.deposited import Verdict
from convenir.access.roles import Actor, Verb
from convenir.access.texts import text as opened
from convenir.records.models import Convention, FactRow
from convenir.usecases.texts import Judgement, Upload, judge, receive
from convenir.web.signature import sign_in

TEXTS = Path(__file__).parents[2] / "src" / "convenir" / "demo" / "texts"

Browse = Callable[[Actor], Client]
Stored = Callable[[Convention], int]


@pytest.fixture
def who(db: None) -> People:
    """The persons: adviser and agent do everything, the elected one reads, the stranger is of another house."""
    return people()


@pytest.fixture
def browse() -> Browse:
    """A browser in which that person is signed in."""

    def signed_in(person: Actor) -> Client:
        client = Client()
        session = client.session
        sign_in(session, person, HOUSES[person.key])
        session.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
        return client

    return signed_in


@pytest.fixture
def adviser(who: People, browse: Browse) -> Client:
    """The browser of the adviser of the Caf."""
    return browse(who.adviser)


@pytest.fixture
def signed(who: People) -> Convention:
    """A dossier signed in December 2019, in force until the end of 2022."""
    return dossier(who, facts=SIGNED, on=timezone.localdate())


@pytest.fixture
def unsigned(who: People) -> Convention:
    """The same without a signature."""
    return dossier(who, facts=(), on=timezone.localdate())


@pytest.fixture
def stored(who: People) -> Stored:
    """How many facts a dossier holds, as its Caf sees it."""

    def count(row: Convention) -> int:
        with acting_as(who.adviser):
            return FactRow.objects.filter(convention=row).count()

    return count


@pytest.fixture
def text(who: People) -> str:
    """The address of a text that waits to be read again."""
    return deposited(who, "trois-gues.txt")


def deposited(who: People, name: str) -> str:
    """The address of a text of the demonstration, deposited by the adviser."""
    upload = Upload(name=name, data=(TEXTS / name).read_bytes(), token=name)
    return f"/textes/{receive(upload, by=who.adviser, at=timezone.now())}"


def left_open(who: People, text: str) -> None:
    """Leaves every contradiction of a text open, so that its dossier can be made."""
    pk = UUID(text.rsplit("/", maxsplit=1)[-1])
    with acting_as(who.adviser):
        points = opened(who.adviser, pk, to=Verb.READ).hindering
    for point in points:
        judgement = Judgement(key=point.key, verdict=Verdict.LEFT_OPEN, reason="À voir ensemble au prochain comité.")
        judge(pk, judgement, by=who.adviser, at=timezone.now())
