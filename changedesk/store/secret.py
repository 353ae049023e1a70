"""A secret of this installation: what is kept under it cannot be recomputed from a workspace."""

import hashlib
import hmac
import os

from changedesk.store.errors import EnvironmentProblem
from changedesk.store.installation import home

_NAME = "secret"
_BYTES = 32


def kept_secret(*parts: bytes) -> bytes:
    """Return a hash of some bytes under this installation's secret, which no workspace holds.

    The same bytes give the same hash on this installation, and another one elsewhere. Raises
    EnvironmentProblem where the installation's folder cannot keep the secret.
    """
    told = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.new(_own_secret(), told, hashlib.sha256).digest()


def _own_secret() -> bytes:
    path = home() / _NAME
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        found = b""
    except OSError as error:
        raise EnvironmentProblem(
            f"The secret of this installation cannot be read: {path}."
        ) from error
    if len(found) == _BYTES:
        return found
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    fresh = os.urandom(_BYTES)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "wb") as out:
            out.write(fresh)
    except OSError as error:
        raise EnvironmentProblem(
            f"The secret of this installation cannot be kept in {path.parent}: nothing was done."
        ) from error
    return fresh
