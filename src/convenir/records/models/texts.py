"""Texts as they were deposited and read, and what persons decided of each term, finding and sentence."""

from uuid import uuid4

from django.db import models

from convenir.records.models.houses import House


class ReceivedText(models.Model):
    """One act of a deposit: the file with its hash, and what the reader found in it, never changed.

    A file may hold several acts: the bytes and the `manuscript` are kept once, on the row of the main one, to which
    the others are `attached_to`. `begins_at` is where the words of the act begin in those of the deposit, `words` is
    the text as read, `reading` holds terms, findings, outline and coverage (see `mapping`), and `recognised` what the
    pictures of a scan gave, with which it is read again. `token` is that of the form: the same form posted twice is one
    deposit.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="texts")
    attached_to = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="attached")
    begins_at = models.PositiveIntegerField(default=0)
    format = models.CharField(max_length=10, default="plain")
    manuscript = models.JSONField(null=True)
    file_name = models.CharField(max_length=255)
    data = models.BinaryField()
    recognised = models.JSONField(null=True)
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


class Rereading(models.Model):
    """What a later reader found in the same bytes, taken by a person in place of the reading before; the last counts.

    Its fields are those of the text that it reads again.
    """

    text = models.ForeignKey(ReceivedText, on_delete=models.PROTECT, related_name="rereadings")
    begins_at = models.PositiveIntegerField(default=0)
    manuscript = models.JSONField(null=True)
    reader_version = models.CharField(max_length=20)
    words = models.TextField()
    reading = models.JSONField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.reader_version


class SetAside(models.Model):
    """Whether a deposit waits for its review: somebody set it aside, or took it up again; the last one counts."""

    text = models.ForeignKey(ReceivedText, on_delete=models.PROTECT, related_name="set_aside")
    aside = models.BooleanField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return "set aside" if self.aside else "taken up"


class TermRuling(models.Model):
    """A decision on one term (`index` in the reading): the last one wins, none is ever changed.

    `decision` is «accepted», «corrected», «rejected», or «added» for a term that the reader missed, whose index
    follows those that it read; `corrected` is the term as the person wrote it. `rereading` is the reading in which
    the index counts, None for the first: what was decided before a later reading is repeated for it.
    """

    text = models.ForeignKey(ReceivedText, on_delete=models.PROTECT, related_name="rulings")
    rereading = models.ForeignKey(Rereading, null=True, on_delete=models.PROTECT, related_name="rulings")
    index = models.PositiveIntegerField()
    decision = models.CharField(max_length=10)
    corrected = models.JSONField(null=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["text", "index", "id"], name="rulings_of_text")]

    def __str__(self) -> str:
        return f"{self.index} {self.decision}"


class FindingRuling(models.Model):
    """A decision on a finding, known by its `key` in every reading: the last one wins, none is ever changed.

    `decision` is «passage» (that number `passage`, from 0, prevails), «neither» (`words` say what does), «left_open»
    or «seen».
    """

    text = models.ForeignKey(ReceivedText, on_delete=models.PROTECT, related_name="finding_rulings")
    key = models.CharField(max_length=40)
    decision = models.CharField(max_length=10)
    passage = models.PositiveIntegerField(null=True)
    words = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["text", "key", "id"], name="findings_of_text")]

    def __str__(self) -> str:
        return f"{self.key} {self.decision}"


class SentenceRuling(models.Model):
    """How a person classes a sentence that was not understood, known by its `key`: the last one wins.

    `decision` is «no_force», «orientation» or «commitment», with a `note` on how it is followed.
    """

    text = models.ForeignKey(ReceivedText, on_delete=models.PROTECT, related_name="sentence_rulings")
    key = models.CharField(max_length=40)
    decision = models.CharField(max_length=12)
    note = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["text", "key", "id"], name="sentences_of_text")]

    def __str__(self) -> str:
        return f"{self.key} {self.decision}"
