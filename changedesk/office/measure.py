"""How much room a wrapped text takes: estimated once for every program, so that nothing is cut.

Excel fits a row to its text only while somebody edits it, LibreOffice trusts what a file says;
so every row says its height, and errs on the roomy side. The estimate wraps word by word and
holds for Calibri as for the wider types that stand in where it is missing.
"""

import re

LINE_HEIGHT = 13.2
"""Points per line of the body font (Calibri 10)."""

_PADDING = 5.5
_INDENTS = 1.6
_LETTERS_PER_UNIT = 1.17
_BOLD_LETTERS_PER_UNIT = 1.04
_HIGHEST = 409.0
_TALL_LINE = 1.2
_BROAD = re.compile("[A-HJ-Zmw@%&]")
_BROADER_BY = 0.25
_BREAKS = re.compile("(?<=[ /])")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00010000-\U0010ffff]+"
)
_TALL = re.compile("[\u0590-\u1dbf\u2e80-\uabff\uac00-\ud7a3\uf900-\ufeff\uff00-\uff60]")
"""Scripts whose marks above and below need a higher line than Latin: Thai, Arabic, Chinese ..."""


def capacity(width: float, *, bold: bool = False) -> float:
    """Return how many letters fit into one line of a column `width` units wide."""
    letters = _BOLD_LETTERS_PER_UNIT if bold else _LETTERS_PER_UNIT
    return max((width - _INDENTS) * letters, 1.0)


def lines(text: str, room: float) -> int:
    """Return the number of lines that `text` takes where a line holds `room` letters.

    Lines of a tall script count more, so that the result times the line height is room enough.
    """
    if len(text) * (1 + _BROADER_BY) <= room and text.isascii() and "\n" not in text:
        return 1
    count = sum(_wrapped(line, room) for line in text.split("\n"))
    if not text.isascii() and _TALL.search(text):
        return int(count * _TALL_LINE) + 1
    return count


def _wrapped(line: str, room: float) -> int:
    """Wrap one line as programs do: behind spaces and slashes, inside a word only if it must."""
    size = len(line) + _BROADER_BY * len(_BROAD.findall(line))
    if not line.isascii():
        size += sum(len(run) for run in _WIDE.findall(line))
    if size <= room:
        return 1
    share = size / len(line)  # how wide a letter of this line is, taken all together
    count, used = 1, 0.0
    for word in _BREAKS.split(line):
        wide = len(word.rstrip()) * share
        if used and used + wide > room:
            count, used = count + 1, 0.0
        if wide > room:
            count += int(wide / room)
            used = wide % room
        else:
            used += len(word) * share
    return count


def row_height(line_count: int) -> float:
    """Return the height in points of a row of `line_count` lines."""
    return round(min(line_count * LINE_HEIGHT + _PADDING, _HIGHEST), 1)
