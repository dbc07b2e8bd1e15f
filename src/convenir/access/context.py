"""For whom the database answers: the house that acts, told to PostgreSQL for one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from convenir.access.roles import Actor


@contextmanager
def acting_as(actor: Actor) -> Iterator[None]:
    """One transaction in which the rows that the house of `actor` may see exist, and no other.

    Blocks may be nested: the house before is back at the end of the inner one.
    """
    with transaction.atomic():
        before = _exchange(str(actor.house_id))
        yield
        _exchange(before)


def _exchange(house: str) -> str:
    """The house of before; from now on, and until the end of the transaction, the house is `house`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting('convenir.house', true), ''), set_config('convenir.house', %s, true)",
            [house],
        )
        return str(cursor.fetchone()[0])
