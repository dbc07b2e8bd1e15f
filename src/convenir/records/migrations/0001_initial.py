"""All tables, and who sees and writes which row, from the first day."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SECURITY = Path(__file__).with_name("0001_security.sql")


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Convention",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=300)),
                ("kind", models.CharField(max_length=20)),
                ("terms", models.JSONField()),
                ("confirmed_by", models.CharField(max_length=200)),
                ("confirmed_at", models.DateTimeField()),
                ("fictional", models.BooleanField(default=False)),
                ("facts_version", models.PositiveIntegerField(default=0)),
                ("token", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="House",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=300)),
                ("matching", models.CharField(max_length=300, unique=True)),
                ("kind", models.CharField(max_length=30)),
                ("territory", models.CharField(default="FR", max_length=2)),
                ("good_friday", models.BooleanField(null=True)),
                ("accent", models.CharField(blank=True, max_length=7)),
                ("fictional", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("file_name", models.CharField(max_length=255)),
                ("data", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("added_by", models.CharField(max_length=200)),
                ("added_at", models.DateTimeField()),
                (
                    "convention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="records.convention"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="convention",
            name="house",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="opened", to="records.house"
            ),
        ),
        migrations.CreateModel(
            name="ReceivedText",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("file_name", models.CharField(max_length=255)),
                ("data", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                ("received_at", models.DateTimeField()),
                ("received_by", models.CharField(max_length=200)),
                ("reader_version", models.CharField(max_length=20)),
                ("words", models.TextField()),
                ("reading", models.JSONField()),
                ("token", models.CharField(max_length=64)),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="records.house"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="convention",
            name="text",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="convention",
                to="records.receivedtext",
            ),
        ),
        migrations.CreateModel(
            name="TermRuling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("index", models.PositiveIntegerField()),
                ("decision", models.CharField(max_length=10)),
                ("corrected", models.JSONField(null=True)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rulings", to="records.receivedtext"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FactRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fact_id", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("payload", models.JSONField()),
                ("happened_on", models.DateField()),
                ("happened_until", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("recorded_on", models.DateField()),
                ("recorded_by", models.CharField(max_length=200)),
                ("note", models.TextField(blank=True)),
                ("token", models.CharField(max_length=64)),
                (
                    "convention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="records.convention"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="records.evidence",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("convention", "fact_id"), name="one_fact_by_id"),
                    models.UniqueConstraint(fields=("convention", "token"), name="one_fact_by_form"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DueLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("facts_version", models.PositiveIntegerField()),
                ("holds_from", models.DateField()),
                ("holds_until", models.DateField()),
                ("kind", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=300)),
                ("sentence", models.TextField()),
                ("state", models.CharField(max_length=30)),
                ("due_on", models.DateField(null=True)),
                ("who", models.CharField(blank=True, max_length=300)),
                ("who_key", models.CharField(blank=True, max_length=200)),
                ("article", models.CharField(blank=True, max_length=200)),
                ("duty", models.CharField(blank=True, max_length=30)),
                ("optional", models.BooleanField(default=False)),
                ("obligation_key", models.CharField(blank=True, max_length=120)),
                ("first_day", models.DateField(null=True)),
                ("last_day", models.DateField(null=True)),
                (
                    "convention",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="records.convention",
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="records.house",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("kind", "obligation"), models.Q(("state", "missed"), _negated=True)),
                        fields=["house", "due_on", "id", "holds_from", "holds_until"],
                        name="lines_by_day",
                    ),
                    models.Index(
                        condition=models.Q(("kind", "obligation"), models.Q(("state", "missed"), _negated=True)),
                        fields=["house", "who_key", "due_on", "id", "holds_from", "holds_until"],
                        name="lines_by_who",
                    ),
                    models.Index(
                        condition=models.Q(("kind", "status")),
                        fields=["house", "title", "convention", "holds_from", "holds_until"],
                        name="lines_by_title",
                    ),
                    models.Index(fields=["convention", "house", "due_on"], name="lines_of_convention"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConventionParty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                (
                    "convention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parties", to="records.convention"
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="records.house"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("convention", "key"), name="one_party_by_key"),
                    models.UniqueConstraint(fields=("house", "convention", "key"), name="parts_of_house"),
                ],
            },
        ),
        migrations.CreateModel(
            name="JournalRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("verb", models.CharField(max_length=40)),
                ("detail", models.CharField(blank=True, max_length=300)),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "convention",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journal",
                        to="records.convention",
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="journal", to="records.house"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["convention", "-at"], name="journal_of_convention"),
                    models.Index(fields=["house", "-at"], name="journal_of_house"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="receivedtext",
            constraint=models.UniqueConstraint(fields=("house", "token"), name="one_text_by_form"),
        ),
        migrations.AddConstraint(
            model_name="convention",
            constraint=models.UniqueConstraint(fields=("house", "token"), name="one_convention_by_form"),
        ),
        migrations.AddIndex(
            model_name="termruling",
            index=models.Index(fields=["text", "index", "id"], name="rulings_of_text"),
        ),
        migrations.RunSQL(SECURITY.read_text(), migrations.RunSQL.noop),
    ]
