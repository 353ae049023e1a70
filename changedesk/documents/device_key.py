"""The key of this installation: what it signs can be told from what others wrote in its name.

The private part stays in the installation's own folder, never in a workspace. It proves that a
signature was made with this key and not changed since; not who sat in front of the screen.
"""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from changedesk.store.errors import EnvironmentProblem
from changedesk.store.installation import home
from changedesk.store.secret import kept_once

_NAME = "signing-key"


def own_key() -> Ed25519PrivateKey:
    """Return this installation's key, made the first time it is needed.

    Raises EnvironmentProblem where the folder of the installation cannot keep it.
    """
    raw = kept_once(_NAME, lambda: Ed25519PrivateKey.generate().private_bytes_raw())
    try:
        return Ed25519PrivateKey.from_private_bytes(raw)
    except ValueError as error:
        raise EnvironmentProblem(
            f"The signing key {home() / _NAME} cannot be read: move it away and sign again, a new "
            "one is made then."
        ) from error


def public_text(key: Ed25519PrivateKey) -> str:
    """Return the public part as hex text."""
    return key.public_key().public_bytes_raw().hex()


def fingerprint(public: str) -> str:
    """Return the short form of a public key for people: eight groups of four signs."""
    digest = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:32]
    return " ".join(digest[at : at + 4] for at in range(0, 32, 4))


def proves(public: str, proof: str, message: bytes) -> bool:
    """Tell whether `proof` signs `message` under the key."""
    try:
        known = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        known.verify(bytes.fromhex(proof), message)
    except (InvalidSignature, ValueError):
        return False
    return True
