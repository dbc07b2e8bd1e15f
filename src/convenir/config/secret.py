"""The key that signs cookies: given by the environment, or kept beside the data."""

import os
import secrets

from convenir.config.env import Env, make_folder

FILE = "secret-key"


def key(env: Env) -> str:
    """The given key, else the one kept beside the data, else one for this process only."""
    if env.secret_key:
        return env.secret_key
    kept = env.data / FILE
    return kept.read_text() if os.access(kept, os.R_OK) else secrets.token_urlsafe(50)


def keep(env: Env) -> None:
    """Makes a key once, readable by this user only, so that every process and every start use the same one."""
    make_folder(env.data)
    try:
        opened = os.open(env.data / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(opened, "w") as file:
        file.write(secrets.token_urlsafe(50))
