"""One way in for every text from outside, so that both engines and every exporter can hold it."""

import re
import unicodedata

BREAKS = re.compile(r" *[\t\n\v\f\r\x85\u2028\u2029]+ *")
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return `text` in NFC, line ends as LF, without control characters or lone surrogates.

    SQLite accepts NUL and PostgreSQL does not, neither takes lone surrogates, and workbooks
    refuse control characters: what is cleaned once here can go everywhere.
    """
    if is_plain(text):
        return text
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def is_plain(text: str) -> bool:
    """Tell a text that is clean, and on one line, at a glance: nearly all of a large import are.

    Nothing printable is unwanted, breaks a line or is a space other than the usual one.
    """
    if not text.isprintable() or "_x000D_" in text:
        return False
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def is_clean(text: str) -> bool:
    """Tell a text that both engines and every exporter can hold."""
    return _UNWANTED.search(text) is None


def on_one_line(text: str) -> str:
    """Return `text` with every run of tabs and line ends as one space, and none at the ends.

    A text without any comes back as it is.
    """
    if text.isprintable():
        return text
    return BREAKS.sub(" ", text).strip() if BREAKS.search(text) else text


def shortened(text: str, letters: int = 60) -> str:
    """Return the beginning of a text, for sentences that name it."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"
