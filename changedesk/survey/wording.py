"""Keys that stay, and the fingerprint of a wording: a reworded question is another one.

One key has one wording and one scale: so two waves are compared only where these are the same.
"""

import hashlib
import re
import unicodedata
from collections.abc import Container, Sequence

from changedesk.store.errors import UserError
from changedesk.survey.answer_values import Offered

NEVER = "false()"
"""The condition of a question that is asked no more and keeps the answers that it has."""
LONGEST_KEY = 60
_MADE_AT_MOST = 32
_KEY = re.compile(r"[^\W\d][\w.-]*")
_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
_ENDING = " .:;!?"
_CONTEXT = "\x1f"


def wording_hash(
    text: str,
    options: Sequence[Offered] = (),
    scale: str = "",
    least: int | None = None,
    most: int | None = None,
) -> str:
    """Return the fingerprint of what a person reads: text, answers offered in their order, scale.

    Spaces, capitals, the kind of quotation marks and dashes, and what ends the text make no
    difference; every other letter does, and so does what an answer counts as.
    """
    parts = [_plain(text), _plain(scale), _bound(least), _bound(most)]
    for option in options:
        number = "" if option.number is None else str(option.number)
        parts += [option.value.strip(), _plain(option.label), number, option.meaning]
    # The lengths keep two different lists from giving the same bytes.
    told = _CONTEXT.join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(told.encode()).hexdigest()


def key_of(text: str, taken: Container[str] = ()) -> str:
    """Return a key made from a text: small plain letters, whole words, none of those in `taken`."""
    folded = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", folded.replace("'", ""))
    while words and words[0][0].isdigit():
        words.pop(0)
    base = ""
    for word in words:
        longer = f"{base}_{word}" if base else word[:_MADE_AT_MOST]
        if len(longer) > _MADE_AT_MOST:
            break
        base = longer
    return free_key(base or "question", taken)


def free_key(key: str, taken: Container[str]) -> str:
    """Return the key, with the next free number behind it where it is taken."""
    candidate, number = key, 1
    while candidate in taken:
        number += 1
        candidate = f"{key}_{number}"
    return candidate


def check_key(key: str) -> None:
    """Raise UserError for what cannot be a key: it stands in conditions and in column headings."""
    if len(key) > LONGEST_KEY or not _KEY.fullmatch(key):
        raise UserError(
            f"“{key[:LONGEST_KEY]}” cannot be a key: it begins with a letter, goes on with "
            f"letters, figures, _ - or a point, and has at most {LONGEST_KEY} of them."
        )


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_MARKS)).casefold()
    return " ".join(folded.split()).rstrip(_ENDING)


def _bound(number: int | None) -> str:
    return "" if number is None else str(number)
