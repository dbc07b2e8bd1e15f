"""The disposable lines that lists over many dossiers read: a cache, rebuilt whole at any time, never a status."""

from django.db import models

from convenir.core.obligation import State
from convenir.records.models.conventions import Convention
from convenir.records.models.houses import House

# What lists show of obligations: a duty whose period is over can no longer be done.
CAN_BE_DONE = models.Q(kind="obligation") & ~models.Q(state=State.MISSED.value)


class DueLine(models.Model):
    """One sentence for one house, and the days between which it holds.

    `kind` is «status» (then `state` is a `Status`, `first_day` and `last_day` the life) or «obligation» (then `state`
    is a `State`). There is one line for each house that is a party, so that its list is read by one index.
    """

    # The indexes below begin with these two: one more of their own would only slow the writing.
    convention = models.ForeignKey(Convention, on_delete=models.CASCADE, related_name="lines", db_index=False)
    house = models.ForeignKey(House, on_delete=models.CASCADE, related_name="lines", db_index=False)
    facts_version = models.PositiveIntegerField()
    holds_from = models.DateField()
    holds_until = models.DateField()
    kind = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    sentence = models.TextField()
    state = models.CharField(max_length=30)
    due_on = models.DateField(null=True)
    who = models.CharField(max_length=300, blank=True)
    who_key = models.CharField(max_length=200, blank=True)
    article = models.CharField(max_length=200, blank=True)
    duty = models.CharField(max_length=30, blank=True)
    optional = models.BooleanField(default=False)
    obligation_key = models.CharField(max_length=120, blank=True)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)

    class Meta:
        # The days between which a line holds end each index: lines of other days are passed over without being read.
        indexes = [
            models.Index(
                fields=["house", "due_on", "id", "holds_from", "holds_until"],
                name="lines_by_day",
                condition=CAN_BE_DONE,
            ),
            models.Index(
                fields=["house", "who_key", "due_on", "id", "holds_from", "holds_until"],
                name="lines_by_who",
                condition=CAN_BE_DONE,
            ),
            models.Index(
                fields=["house", "title", "convention", "holds_from", "holds_until"],
                name="lines_by_title",
                condition=models.Q(kind="status"),
            ),
            models.Index(fields=["convention", "house", "due_on"], name="lines_of_convention"),
        ]

    def __str__(self) -> str:
        return self.sentence
