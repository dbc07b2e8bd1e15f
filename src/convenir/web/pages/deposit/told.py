"""What the pages of the deposit tell of what was just done: over the page, or at its foot where nothing moves."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest

# What the last key did is told at the foot of the review.
SAID = "said"
TONES = {"success": "good", "warning": "warning", "error": "danger"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Bands over the page, each with its tone, and the sentence at its foot, if any."""

    bands: list[tuple[str, str]]
    said: str


def told(request: HttpRequest) -> Told:
    """What is to be told to that person, once."""
    every = list(messages.get_messages(request))
    said = [str(one) for one in every if one.extra_tags == SAID]
    bands = [(TONES.get(one.level_tag or "", "info"), str(one)) for one in every if one.extra_tags != SAID]
    return Told(bands=bands, said=said[-1] if said else "")
