"""Texts as they were deposited and read, and what persons decided of each term."""

from uuid import uuid4

from django.db import models

from convenir.records.models.houses import House


class ReceivedText(models.Model):
    """A file deposited by a house: its bytes with their hash, and what the reader found in it, never changed.

    `words` is the text as read; `reading` holds terms, findings and outline (see `mapping`). `token` is that of the
    form: the same form posted twice is one text.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="texts")
    file_name = models.CharField(max_length=255)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=200)
    reader_version = models.CharField(max_length=20)
    words = models.TextField()
    reading = models.JSONField()
    token = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["house", "token"], name="one_text_by_form")]

    def __str__(self) -> str:
        return self.file_name


class TermRuling(models.Model):
    """A decision on one term read (`index` in the reading): the last one wins, none is ever changed.

    `decision` is «accepted», «corrected» or «rejected»; `corrected` the term as the person wrote it.
    """

    text = models.ForeignKey(ReceivedText, on_delete=models.PROTECT, related_name="rulings")
    index = models.PositiveIntegerField()
    decision = models.CharField(max_length=10)
    corrected = models.JSONField(null=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["text", "index", "id"], name="rulings_of_text")]

    def __str__(self) -> str:
        return f"{self.index} {self.decision}"
