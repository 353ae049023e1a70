"""A line takes one line: what is pasted or dropped into it is folded."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit

from changedesk.store.text import BREAKS


class _Folding(QValidator):
    """Refuses nothing; turns tabs and line ends into spaces, one for each run of them."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        if BREAKS.search(text):
            before = BREAKS.sub(" ", text[:place])
            # What a copied cell ends with is no part of what was copied.
            text = before.rstrip() if place == len(text) else before + BREAKS.sub(" ", text[place:])
            place = min(len(before), len(text))
        return QValidator.State.Acceptable, text, place


def keep_on_one_line(line: QLineEdit) -> None:
    """Fold whatever comes into a line."""
    line.setValidator(_Folding(line))
