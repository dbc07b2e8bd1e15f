"""Deposits whose pages are being recognised, and what was recognised in those that were read."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SECURITY = Path(__file__).with_name("0004_scans.sql")
SHEETS = Path(__file__).with_name("0004_sheets.sql")


class Migration(migrations.Migration):
    dependencies = [("records", "0003_sheets")]

    operations = [
        migrations.RunSQL(SHEETS.read_text(), migrations.RunSQL.noop),
        migrations.AddField(model_name="receivedtext", name="recognised", field=models.JSONField(null=True)),
        migrations.CreateModel(
            name="Scan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scans", to="records.house"
                    ),
                ),
                ("file_name", models.CharField(max_length=255)),
                ("data", models.BinaryField()),
                ("pages", models.JSONField()),
                ("sent_by", models.CharField(max_length=200)),
                ("sent_at", models.DateTimeField()),
                ("token", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("house", "token"), name="one_scan_by_form")],
            },
        ),
        migrations.CreateModel(
            name="RecognisedPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "scan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="recognised", to="records.scan"
                    ),
                ),
                ("rank", models.PositiveIntegerField()),
                ("leaf", models.JSONField(null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("scan", "rank"), name="one_leaf_by_page")],
            },
        ),
        migrations.RunSQL(SECURITY.read_text(), migrations.RunSQL.noop),
    ]
