"""Who signed in, kept in the signed cookie of the session."""

from django.contrib.sessions.backends.base import SessionBase

from convenir.access.houses import actor, organisation
from convenir.access.roles import Actor, NotFound, Role

KEY = "person"


def sign_in(session: SessionBase, person: Actor, house_key: str) -> None:
    """From now on, the browser acts for that person, in the colour of her house; what another left is forgotten."""
    session.flush()
    session[KEY] = {
        "key": person.key,
        "name": person.name,
        "role": person.role.value,
        "house": house_key,
        "accent": organisation(person.house_id).accent,
    }


def signed_in(session: SessionBase) -> Actor | None:
    """The person for whom the browser acts; nobody when her house no longer exists."""
    said = session.get(KEY)
    if not said:
        return None
    try:
        return actor(said["key"], name=said["name"], role=Role(said["role"]), house=said["house"])
    except NotFound:
        return None


def accent(session: SessionBase) -> str:
    """The colour of the house for which the browser acts («#1F4E8C»); empty for the neutral one."""
    return str(session.get(KEY, {}).get("accent", ""))
