"""Files of lists sent to a dossier, and how their columns are read."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SECURITY = Path(__file__).with_name("0003_sheets.sql")


def owner(name: str, model: str) -> "models.ForeignKey[models.Model, models.Model]":
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name=name, to=model)


class Migration(migrations.Migration):
    dependencies = [("records", "0002_review")]

    operations = [
        migrations.CreateModel(
            name="SheetFile",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("convention", owner("sheets", "records.convention")),
                ("house", owner("sheets", "records.house")),
                ("file_name", models.CharField(max_length=255)),
                ("data", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("sent_by", models.CharField(max_length=200)),
                ("sent_at", models.DateTimeField()),
                ("token", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("convention", "house", "token"), name="one_sheet_by_form")
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetMapping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", owner("mappings", "records.sheetfile")),
                ("shape", models.CharField(max_length=64)),
                ("mapping", models.JSONField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
            ],
            options={"indexes": [models.Index(fields=["shape", "id"], name="mappings_of_shape")]},
        ),
        migrations.RunSQL(SECURITY.read_text(), migrations.RunSQL.noop),
    ]
