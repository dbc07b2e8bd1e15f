"""Who signed in, kept in the signed cookie of the session."""

from django.contrib.sessions.backends.base import SessionBase

from convenir.access.houses import actor
from convenir.access.roles import Actor, NotFound, Role

KEY = "person"


def sign_in(session: SessionBase, person: Actor, house_key: str) -> None:
    """From now on, this session is that person's; what another left in it is forgotten."""
    session.flush()
    session[KEY] = {"key": person.key, "name": person.name, "role": person.role.value, "house": house_key}


def signed_in(session: SessionBase) -> Actor | None:
    """The person of this session; nobody when her house no longer exists."""
    said = session.get(KEY)
    if not said:
        return None
    try:
        return actor(said["key"], name=said["name"], role=Role(said["role"]), house=said["house"])
    except NotFound:
        return None
