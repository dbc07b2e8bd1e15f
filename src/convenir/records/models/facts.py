"""What happened, as it was recorded, and the files that prove it. Nothing here is ever changed or removed."""

from uuid import uuid4

from django.db import models

from convenir.records.models.conventions import Convention


class Evidence(models.Model):
    """A file attached to a dossier: its bytes with their hash."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="evidence")
    file_name = models.CharField(max_length=255)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    added_by = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.file_name


class FactRow(models.Model):
    """An event of `kind` and its two clocks: when it happened, when it was recorded.

    `happened_until` closes an imprecise day («mars 2008»). `fact_id` is its name in the dossier; a wrong fact is
    cancelled by another. `token` is that of the form.
    """

    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="facts")
    fact_id = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    payload = models.JSONField()
    happened_on = models.DateField()
    happened_until = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_on = models.DateField()
    recorded_by = models.CharField(max_length=200)
    evidence = models.ForeignKey(Evidence, null=True, on_delete=models.PROTECT, related_name="facts")
    note = models.TextField(blank=True)
    token = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convention", "fact_id"], name="one_fact_by_id"),
            models.UniqueConstraint(fields=["convention", "token"], name="one_fact_by_form"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.happened_on}"
