"""Files of lists sent to a dossier, and how their columns were read. Nothing here is ever changed or removed."""

from uuid import uuid4

from django.db import models

from convenir.records.models.conventions import Convention
from convenir.records.models.houses import House


class SheetFile(models.Model):
    """A plan of actions, or another list, as `house` sent it to a dossier: nothing is imported by it.

    `token` is that of the form: the same form posted twice is one file.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="sheets")
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="sheets")
    file_name = models.CharField(max_length=255)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    sent_by = models.CharField(max_length=200)
    sent_at = models.DateTimeField()
    token = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["convention", "house", "token"], name="one_sheet_by_form")]

    def __str__(self) -> str:
        return self.file_name


class SheetMapping(models.Model):
    """What a person said of the columns of a sheet: the last one wins, for that `shape` and for the same house.

    `shape` is the hash of the names of the columns; `mapping` gives the kind, the first row and a field by column.
    """

    file = models.ForeignKey(SheetFile, on_delete=models.PROTECT, related_name="mappings")
    shape = models.CharField(max_length=64)
    mapping = models.JSONField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["shape", "id"], name="mappings_of_shape")]

    def __str__(self) -> str:
        return self.shape
