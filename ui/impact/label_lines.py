"""Labels of bubbles on as many lines as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

MOST_LINES = 2


def wrapped(text: str, metrics: QFontMetrics, width: float, most: int = MOST_LINES) -> list[str]:
    """Return a text on lines that fit into a width; what is too much ends in an ellipsis."""
    room = max(1, int(width))
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most - 1:
        taken = [words.pop(0)]
        while words and metrics.horizontalAdvance(" ".join([*taken, words[0]])) < room:
            taken.append(words.pop(0))
        lines.append(" ".join(taken))
    if words:
        lines.append(" ".join(words))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]


def label_lines(
    label: str, flag: str, metrics: QFontMetrics, width: float, most: int
) -> list[tuple[str, bool]]:
    """Return the lines of a label and of its flag within so many lines; True marks the flag's."""
    flagged = wrapped(flag, metrics, width, max(1, most - 1)) if flag else []
    rest = max(1, most - len(flagged))
    named = wrapped(label, metrics, width, min(rest, MOST_LINES))
    spare = most - len(named)
    flagged = flagged[:spare] if len(flagged) <= spare else wrapped(flag, metrics, width, spare)
    return [*((line, False) for line in named), *((line, True) for line in flagged)]


def lines_wanted(parts: Sequence[str], metrics: QFontMetrics, width: float) -> int:
    """Return how many lines the parts of a label take, each on its own."""
    return sum(len(wrapped(part, metrics, width)) for part in parts if part)
