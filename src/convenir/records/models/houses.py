"""The organisations that conclude conventions and use the product."""

from django.db import models


class House(models.Model):
    """An organisation.

    `kind` is a `PartyKind`, `territory` a `Territory`; `matching` is the name without its ornaments, by which the
    name that a text gives is recognised. Seen by all, changed by nobody.
    """

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=300)
    matching = models.CharField(max_length=300, unique=True)
    kind = models.CharField(max_length=30)
    territory = models.CharField(max_length=2, default="FR")
    good_friday = models.BooleanField(null=True)
    accent = models.CharField(max_length=7, blank=True)
    fictional = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name
