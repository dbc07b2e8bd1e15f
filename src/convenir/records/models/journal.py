"""Who did what in the product, and when."""

from django.db import models

from convenir.records.models.conventions import Convention
from convenir.records.models.houses import House


class JournalRow(models.Model):
    """One line for each change, written with it. `verb` is a code, `detail` names what was changed."""

    convention = models.ForeignKey(Convention, null=True, on_delete=models.PROTECT, related_name="journal")
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="journal")
    verb = models.CharField(max_length=40)
    detail = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["convention", "-at"], name="journal_of_convention"),
            models.Index(fields=["house", "-at"], name="journal_of_house"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.detail}"
