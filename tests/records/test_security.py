"""The database itself keeps the rows of a dossier from strangers, and what happened from everybody."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import F
from django.db.utils import ProgrammingError
from tests.records.conftest import AT, DAY, FORM, World, fact, line

from convenir.access.context import acting_as
from convenir.access.roles import Actor
from convenir.records.models import (
    Convention,
    ConventionParty,
    DueLine,
    Evidence,
    FactRow,
    FindingRuling,
    House,
    JournalRow,
    ReceivedText,
    RecognisedPage,
    Rereading,
    Scan,
    SentenceRuling,
    SetAside,
    SheetFile,
    SheetMapping,
    TermRuling,
)

TABLES = tuple(apps.get_app_config("records").get_models())
PRIVATE = tuple(table for table in TABLES if table is not House)
# What is under way in one house, until it is a text or given up.
UNDER_WAY = (Scan, RecognisedPage)
OF_ONE_HOUSE = (*UNDER_WAY, SetAside)
SHARED = tuple(table for table in PRIVATE if table not in OF_ONE_HOUSE)
APPEND_ONLY = tuple(table for table in TABLES if table not in (DueLine, *UNDER_WAY))


def visible(table: type[models.Model], actor: Actor) -> int:
    with acting_as(actor):
        return table._default_manager.count()


def test_the_site_runs_as_a_role_without_powers(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False, False)
        cursor.execute("SELECT has_schema_privilege(current_user, 'public', 'CREATE')")
        assert cursor.fetchone() == (False,)


def test_every_table_has_policies(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity")
        assert {name for (name,) in cursor.fetchall()} == {table._meta.db_table for table in TABLES}


@pytest.mark.parametrize("table", SHARED)
def test_each_party_sees_the_rows_and_a_stranger_none(world: World, table: type[models.Model]) -> None:
    seen = [visible(table, actor) for actor in (world.caf, world.town, world.stranger)]
    assert seen[0] == seen[1] > 0
    assert seen[2] == 0


@pytest.mark.parametrize("table", OF_ONE_HOUSE)
def test_what_is_under_way_is_seen_by_its_house_alone(world: World, table: type[models.Model]) -> None:
    assert [visible(table, actor) for actor in (world.caf, world.town, world.stranger)] == [1, 0, 0]


@pytest.mark.parametrize("table", PRIVATE)
def test_without_an_actor_nothing_is_seen(world: World, table: type[models.Model]) -> None:
    assert table._default_manager.count() == 0


def test_the_actor_of_before_is_back_after_an_inner_block(world: World) -> None:
    with acting_as(world.caf):
        with acting_as(world.stranger):
            assert Convention.objects.count() == 0
        assert Convention.objects.count() == 1
    assert Convention.objects.count() == 0


Write = Callable[[World], object]

WRITES: dict[str, Write] = {
    "a text in the name of another": lambda w: ReceivedText.objects.create(
        house_id=w.caf.house_id, file_name="x", data=b"", received_at=AT, words="", reading={}, token=FORM
    ),
    "a text attached to that of another": lambda w: ReceivedText.objects.create(
        house_id=w.stranger.house_id,
        attached_to=w.text,
        file_name="x",
        data=b"",
        received_at=AT,
        words="",
        reading={},
        token=FORM,
    ),
    "a reading made again": lambda w: Rereading.objects.create(text=w.text, words="", reading={}, at=AT),
    "a ruling on a finding": lambda w: FindingRuling.objects.create(text=w.text, key="a", decision="seen", at=AT),
    "the class of a sentence": lambda w: SentenceRuling.objects.create(
        text=w.text, key="a", decision="orientation", at=AT
    ),
    "a review set aside": lambda w: SetAside.objects.create(text=w.text, aside=True, at=AT),
    "a ruling": lambda w: TermRuling.objects.create(text=w.text, index=0, decision="rejected", at=AT),
    "a dossier in the name of another": lambda w: Convention.objects.create(
        house_id=w.caf.house_id, title="x", terms={}, confirmed_at=AT, token=FORM
    ),
    "a dossier made from the text of another": lambda w: Convention.objects.create(
        house_id=w.stranger.house_id, text=w.text, title="x", terms={}, confirmed_at=AT, token=FORM
    ),
    "a seat in the dossier": lambda w: ConventionParty.objects.create(
        convention=w.convention, key="msa", house_id=w.stranger.house_id
    ),
    "a fact": lambda w: fact(w.convention, "f2"),
    "a proof": lambda w: Evidence.objects.create(convention=w.convention, file_name="x", data=b"", added_at=AT),
    "a list": lambda w: SheetFile.objects.create(
        convention=w.convention, house_id=w.stranger.house_id, file_name="x", data=b"", sent_at=AT, token=FORM
    ),
    "a list in the name of another": lambda w: SheetFile.objects.create(
        convention=w.convention, house_id=w.caf.house_id, file_name="x", data=b"", sent_at=AT, token=FORM
    ),
    "the columns of a list": lambda w: SheetMapping.objects.create(file=w.sheet, shape="0", mapping={}, at=AT),
    "a scan in the name of another": lambda w: Scan.objects.create(
        house_id=w.caf.house_id, file_name="x", data=b"", pages=[], sent_at=AT, token=f"{FORM}-2"
    ),
    "a page of a scan": lambda w: RecognisedPage.objects.create(scan=w.scan, rank=1),
    "a line of journal": lambda w: JournalRow.objects.create(
        convention=w.convention, house_id=w.stranger.house_id, verb="x", at=AT
    ),
    "a line of journal in the name of another": lambda w: JournalRow.objects.create(
        house_id=w.caf.house_id, verb="x", at=AT
    ),
    "a line of list": lambda w: line(w.convention, House.objects.get(pk=w.stranger.house_id)),
    "a line in the list of another": lambda w: line(w.convention, House.objects.get(pk=w.caf.house_id)),
}


@pytest.mark.parametrize("name", WRITES)
def test_a_stranger_writes_nothing(world: World, name: str) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(world.stranger):
        WRITES[name](world)


def test_a_stranger_changes_and_removes_nothing(world: World) -> None:
    with acting_as(world.stranger):
        assert Convention.objects.filter(pk=world.convention.pk).update(facts_version=9) == 0
        assert DueLine.objects.filter(convention=world.convention)._raw_delete("default") == 0
        for table in UNDER_WAY:
            assert table._default_manager.all()._raw_delete("default") == 0
    assert [visible(table, world.caf) for table in (DueLine, *UNDER_WAY)] == [2, 1, 1]


@pytest.mark.parametrize("table", UNDER_WAY)
def test_what_is_under_way_is_removed_by_its_house_and_never_changed(world: World, table: type[models.Model]) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(world.caf):
        table._default_manager.update(id=F("id"))
    with acting_as(world.caf):
        world.scan.delete()
    assert visible(table, world.caf) == 0


def test_a_house_that_did_not_open_the_dossier_adds_no_party(world: World) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(world.town):
        ConventionParty.objects.create(convention=world.convention, key="msa", house_id=world.stranger.house_id)


def test_nobody_adds_a_house_without_an_actor(world: World) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        House.objects.create(key="x", name="x", matching="x", kind="caf")


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}", "UPDATE {} SET {} = {}"])
def test_nobody_rewrites_what_happened(world: World, table: type[models.Model], statement: str) -> None:
    plain = [field for field in table._meta.local_fields if field.name != "facts_version"]
    sql = statement.format(table._meta.db_table, plain[-1].column, plain[-1].column)
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(world.caf):
        _execute(sql)


def test_the_count_of_facts_is_the_only_thing_that_moves(world: World) -> None:
    with acting_as(world.town):
        assert Convention.objects.update(facts_version=2) == 1
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(world.caf):
        Convention.objects.update(title="Autre titre")


def test_the_site_changes_no_table_and_no_migration(world: World) -> None:
    for sql in ("CREATE TABLE x (y int)", "DROP TABLE records_house", "DELETE FROM django_migrations"):
        with pytest.raises(ProgrammingError, match="permission denied|must be owner"), transaction.atomic():
            _execute(sql)


def _execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_facts_of_the_day_are_kept_as_they_were(world: World) -> None:
    with acting_as(world.town):
        assert FactRow.objects.get().happened_on == DAY


def test_the_parties_of_a_dossier_see_the_acts_of_its_deposit(world: World) -> None:
    with acting_as(world.caf):
        ReceivedText.objects.create(
            house_id=world.caf.house_id,
            attached_to=world.text,
            file_name="x",
            data=b"",
            received_at=AT,
            words="",
            reading={},
            token=f"{FORM}-1",
        )
    assert [visible(ReceivedText, actor) for actor in (world.caf, world.town, world.stranger)] == [2, 2, 0]
