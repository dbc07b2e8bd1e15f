"""What a migration does to rows that an earlier version wrote."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from convenir import records
from convenir.records.models import House, ReceivedText
from convenir.records.readings import sheets_of

FORM = "form"
MIGRATIONS = Path(records.__file__).parent / "migrations"


@pytest.mark.django_db(databases=["owner"])
@pytest.mark.parametrize(
    ("written", "sizes"),
    [
        ([[595.0, 842.0], [842.0, 595.0]], (((595.0, 842.0), (842.0, 595.0)),)),
        ([[[595.0, 842.0]], []], (((595.0, 842.0),), ())),
        ([], ()),
    ],
    ids=["the one file of an earlier version", "the files of a deposit", "no pages"],
)
def test_sizes_of_pages_are_kept_by_file(written: list[Any], sizes: tuple[Any, ...]) -> None:
    house = House.objects.using("owner").create(key="caf-test", name="caf", matching="caf", kind="caf")
    text = ReceivedText.objects.using("owner").create(
        house=house, file_name="ctg.pdf", data=b"x", sha256="0", received_at=datetime(2026, 11, 21, tzinfo=UTC),
        words="x", reading={}, token=FORM, manuscript={"sheets": written},
    )  # fmt: skip
    with connections["owner"].cursor() as cursor:
        cursor.execute((MIGRATIONS / "0004_sheets.sql").read_text())
    text.refresh_from_db()
    assert sheets_of(text.manuscript) == sizes
