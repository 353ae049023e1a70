"""Keys of questions: a short name that stays the same from one wave's export to the next."""

import re
from hashlib import sha256
from itertools import count

from changedesk.exchange.headings import normal

_LONGEST = 48
_CODE = re.compile(r"[^\W\d][\w.\-/]{0,47}|\d[\w.\-]{0,47}")


class Keys:
    """Hands out keys that occur once in a file."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, code: str, text: str) -> str:
        """Return the key of a question: its code, else its words; a long text ends in its mark."""
        key = code if code and _CODE.fullmatch(code) else worded_key(text or code)
        names = (key if times == 1 else f"{key}_{times}" for times in count(1))
        free = next(name for name in names if name not in self._taken)
        self._taken.add(free)
        return free


def worded_key(text: str) -> str:
    """Return a key made of a wording: the same for the same words."""
    words = normal(text).replace(" ", "_")
    if len(words) <= _LONGEST:
        return words or "question"
    mark = sha256(words.encode()).hexdigest()[:6]
    return f"{words[: _LONGEST - 7].rstrip('_')}_{mark}"
