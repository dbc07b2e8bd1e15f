"""Dossiers: a convention whose terms a person confirmed, and the houses that are its parties."""

from uuid import uuid4

from django.db import models

from convenir.records.models.houses import House
from convenir.records.models.texts import ReceivedText


class Convention(models.Model):
    """A dossier. `terms` are those confirmed (see `core.codec`); no status: it is computed from the facts.

    `house` opened the dossier and is one of its parties. `facts_version` counts the facts recorded. Nothing but it
    ever changes. `token` is that of the form that created the dossier.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="opened")
    text = models.OneToOneField(ReceivedText, null=True, on_delete=models.PROTECT, related_name="convention")
    terms = models.JSONField()
    confirmed_by = models.CharField(max_length=200)
    confirmed_at = models.DateTimeField()
    fictional = models.BooleanField(default=False)
    facts_version = models.PositiveIntegerField(default=0)
    token = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["house", "token"], name="one_convention_by_form")]

    def __str__(self) -> str:
        return self.title


class ConventionParty(models.Model):
    """A party of a dossier under the key that facts use («caf», «commune»), and the house that it is."""

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="parties")
    key = models.CharField(max_length=40)
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="parts")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convention", "key"], name="one_party_by_key"),
            models.UniqueConstraint(fields=["house", "convention", "key"], name="parts_of_house"),
        ]

    def __str__(self) -> str:
        return self.key
