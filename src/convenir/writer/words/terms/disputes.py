"""The words of the clause about disputes."""

from collections.abc import Callable
from typing import Any

from convenir.core.terms import disputes as t
from convenir.writer.words.names import joined

WORDS: dict[type, tuple[str, Callable[[Any], str]]] = {
    t.Dispute: ("Litiges", lambda e: joined("accord amiable d’abord" if e.amicable_first else "", e.court)),
}
