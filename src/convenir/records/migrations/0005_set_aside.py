"""Deposits that nobody reviews any more."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SECURITY = Path(__file__).with_name("0005_set_aside.sql")


class Migration(migrations.Migration):
    dependencies = [("records", "0004_scans")]

    operations = [
        migrations.CreateModel(
            name="SetAside",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="set_aside",
                        to="records.receivedtext",
                    ),
                ),
                ("aside", models.BooleanField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL(SECURITY.read_text(), migrations.RunSQL.noop),
    ]
