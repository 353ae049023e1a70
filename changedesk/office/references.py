"""Row references that people can read, copy and type, and that notice a slip.

The two check characters follow the scheme of ISO 7064 (a power sum) with the prime 1021: any
one wrong character and any two swapped neighbours are noticed, a random slip in 1020 of 1021.
"""

import re
from functools import lru_cache

_MODULUS = 1021
_RADIX = 36
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O and U, which are misread
_VALUES = {sign: value for value, sign in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_MISREAD = str.maketrans("ILO", "110")
_REFERENCE = re.compile(r"(.+)-([0-9A-Z]{2})", re.DOTALL)


def row_reference(text: str) -> str:
    """Return `text` with its check characters: `UAT-014.03` becomes `UAT-014.03-` and two more."""
    return f"{text}-{_check(text)}"


def check_reference(text: str) -> bool:
    """Say whether the check characters of `text` fit; case and spaces do not count."""
    return bare_reference(text) is not None


def bare_reference(text: str) -> str | None:
    """Return the reference without its check characters, None where they do not fit."""
    found = _REFERENCE.fullmatch(_folded(text))
    if not found:
        return None
    body, check = found.groups()
    return body if _check(body) == check.translate(_MISREAD) else None


def _folded(text: str) -> str:
    return "".join(text.upper().split())


@lru_cache(maxsize=2048)  # a row's reference is written twice, a few hundred rows apart
def _check(text: str) -> str:
    remainder = 0
    for character in _folded(text):
        value = _VALUES.get(character)
        if value is None:
            value = _RADIX + ord(character)
        remainder = (remainder + value) * _RADIX % _MODULUS
    first, second = divmod(remainder, len(_ALPHABET))
    return _ALPHABET[first] + _ALPHABET[second]
