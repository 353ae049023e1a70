"""Secrets of this installation, kept in its own folder and never in a workspace."""

import hashlib
import hmac
import os
from collections.abc import Callable

from changedesk.store.errors import EnvironmentProblem
from changedesk.store.installation import home

_NAME = "secret"
_BYTES = 32


def kept_once(name: str, make: Callable[[], bytes]) -> bytes:
    """Return the bytes kept under a name in the installation's folder, made the first time.

    Whoever comes first makes them, and nobody replaces them: they hold for what was done under
    them. Raises EnvironmentProblem where the folder cannot keep or give them.
    """
    path = home() / name
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        if not path.exists():
            with os.fdopen(os.open(path, flags, 0o600), "wb") as out:
                out.write(make())
    except FileExistsError:
        pass  # another process was quicker: what it made holds
    except OSError as error:
        raise EnvironmentProblem(f"{path} cannot be written: nothing was done.") from error
    try:
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentProblem(f"{path} cannot be read: nothing was done.") from error


def kept_secret(*parts: bytes) -> bytes:
    """Return a hash of some bytes under this installation's secret, which no workspace holds.

    The same bytes give the same hash on this installation, and another one elsewhere. Raises
    EnvironmentProblem where the secret cannot be kept, or is not what was kept.
    """
    secret = kept_once(_NAME, lambda: os.urandom(_BYTES))
    if len(secret) != _BYTES:
        raise EnvironmentProblem(
            f"The secret of this installation, {home() / _NAME}, is damaged: put it back from a "
            "backup, or move it away and what came in before is not known again."
        )
    told = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.new(secret, told, hashlib.sha256).digest()
