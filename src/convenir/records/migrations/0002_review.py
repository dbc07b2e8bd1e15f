"""Deposits of several acts, readings made again, and rulings on findings and sentences."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SECURITY = Path(__file__).with_name("0002_review.sql")


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="receivedtext",
            name="attached_to",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attached",
                to="records.receivedtext",
            ),
        ),
        migrations.AddField(model_name="receivedtext", name="begins_at", field=models.PositiveIntegerField(default=0)),
        migrations.AddField(
            model_name="receivedtext", name="format", field=models.CharField(default="plain", max_length=10)
        ),
        migrations.AddField(model_name="receivedtext", name="manuscript", field=models.JSONField(null=True)),
        migrations.CreateModel(
            name="Rereading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("begins_at", models.PositiveIntegerField(default=0)),
                ("manuscript", models.JSONField(null=True)),
                ("reader_version", models.CharField(max_length=20)),
                ("words", models.TextField()),
                ("reading", models.JSONField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rereadings",
                        to="records.receivedtext",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="termruling",
            name="rereading",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rulings",
                to="records.rereading",
            ),
        ),
        migrations.CreateModel(
            name="FindingRuling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("decision", models.CharField(max_length=10)),
                ("passage", models.PositiveIntegerField(null=True)),
                ("words", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="finding_rulings",
                        to="records.receivedtext",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["text", "key", "id"], name="findings_of_text")]},
        ),
        migrations.CreateModel(
            name="SentenceRuling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("decision", models.CharField(max_length=12)),
                ("note", models.TextField(blank=True)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sentence_rulings",
                        to="records.receivedtext",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["text", "key", "id"], name="sentences_of_text")]},
        ),
        migrations.RunSQL(SECURITY.read_text(), migrations.RunSQL.noop),
    ]
