"""How much room a wrapped text takes: estimated once for every program, so that nothing is cut.

Excel fits a row to its text only while somebody edits it, LibreOffice trusts what a file says;
so every row says its height, and errs on the roomy side.
"""

import re

LINE_HEIGHT = 13.2
"""Points per line of the body font (Calibri 10)."""

_PADDING = 5.5
_INDENTS = 1.6
_LETTERS_PER_UNIT = 1.17
_HIGHEST = 409.0
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00010000-\U0010ffff]+"
)


def capacity(width: float) -> float:
    """Return how many letters fit into one line of a column `width` units wide."""
    return max((width - _INDENTS) * _LETTERS_PER_UNIT, 1.0)


def lines(text: str, room: float) -> int:
    """Return the number of lines that `text` takes where a line holds `room` letters."""
    size = len(text) if text.isascii() else _size(text)
    if "\n" not in text:
        return 1 if size <= room else int(size / room) + 1
    return sum(lines(line, room) for line in text.split("\n"))


def _size(text: str) -> int:
    """Count letters; those of the wide scripts count twice."""
    return len(text) + sum(len(run) for run in _WIDE.findall(text))


def row_height(line_count: int) -> float:
    """Return the height in points of a row of `line_count` lines."""
    return round(min(line_count * LINE_HEIGHT + _PADDING, _HIGHEST), 1)
