"""Deposits whose pages are pictures, while their words are being recognised: nothing of them is left afterwards."""

from uuid import uuid4

from django.db import models

from convenir.records.models.houses import House


class Scan(models.Model):
    """A deposit as it was sent, of which `pages` are to be recognised, each its file and its number.

    Its number and its `token` are those of the text that it becomes once every page was looked at.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="scans")
    file_name = models.CharField(max_length=255)
    data = models.BinaryField()
    pages = models.JSONField()
    sent_by = models.CharField(max_length=200)
    sent_at = models.DateTimeField()
    token = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["house", "token"], name="one_scan_by_form")]

    def __str__(self) -> str:
        return self.file_name


class RecognisedPage(models.Model):
    """What was recognised on the page of that `rank` among those of the scan, from 0; no `leaf` where nothing was."""

    scan = models.ForeignKey(Scan, on_delete=models.CASCADE, related_name="recognised")
    rank = models.PositiveIntegerField()
    leaf = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scan", "rank"], name="one_leaf_by_page")]

    def __str__(self) -> str:
        return f"{self.scan_id} {self.rank}"
