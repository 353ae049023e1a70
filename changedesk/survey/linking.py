"""Codes that people make for themselves, so that their waves pair without a name.

Such a code is short and could be guessed. Only its keyed hash is kept; the key is drawn from a
passphrase that the project managers share, and is never written anywhere.
"""

import hashlib
import hmac
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

LEAST_PASSPHRASE = 8
_COST = 2**14
_BYTES = 16


def link_key(workspace: Workspace, survey: int, passphrase: str) -> bytes:
    """Return the key of a survey's codes; it takes a moment, so that guessing takes ages.

    Raises UserError for a passphrase that is too short.
    """
    phrase = unicodedata.normalize("NFC", passphrase).strip()
    if len(phrase) < LEAST_PASSPHRASE:
        raise UserError(f"A passphrase has at least {LEAST_PASSPHRASE} letters.")
    salt = b"link1" + bytes.fromhex(workspace.uid_of(survey))
    return hashlib.scrypt(phrase.encode(), salt=salt, n=_COST, r=8, p=1, dklen=32)


def linked(key: bytes, code: str) -> str:
    """Return what is kept of a code; capitals, spaces and punctuation make no difference."""
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", code).casefold())
    if not plain:
        return ""
    return hmac.new(key, plain.encode(), hashlib.sha256).digest()[:_BYTES].hex()


@dataclass(frozen=True)
class MatchRate:
    """How many codes of a later wave were there before; `refused` codes came twice in a wave."""

    pairs: int
    before: int
    after: int
    refused: int


def match_rate(before: Iterable[str], after: Iterable[str]) -> MatchRate:
    """Count the codes that pair two waves; a code that came twice in one refuses to pair."""
    first, second = (Counter(code for code in codes if code) for codes in (before, after))
    twice = {code for found in (first, second) for code, n in found.items() if n > 1}
    pairs = (set(first) & set(second)) - twice
    return MatchRate(len(pairs), len(first), len(second), len(twice))
