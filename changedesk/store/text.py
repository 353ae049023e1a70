"""One way in for every text from outside, so that both engines and every exporter can hold it."""

import re
import unicodedata

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return `text` in NFC, line ends as LF, without control characters or lone surrogates.

    SQLite accepts NUL and PostgreSQL does not, neither takes lone surrogates, and workbooks
    refuse control characters: what is cleaned once here can go everywhere.
    """
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))
