"""The `_xHHHH_` device of workbooks: a text that looks like it must not be read as a character."""

import re

_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def escape(text: str) -> str:
    """Return `text` so that a literal `_x0041_` in it is not read back as the letter A."""
    return _ESCAPE_LIKE.sub("_x005F_", text) if "_x" in text else text


def unescape(text: str) -> str:
    """Undo `escape` and the same device in files of other programs."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
