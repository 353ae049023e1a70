"""Move people to another session of the same course, by hand: a list of sessions to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from changedesk.training.sessions import SessionRow
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.training.words import when
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label


class MoveDialog(QDialog):
    """`moved` carries the key of the session that was chosen."""

    moved = Signal(int)

    def __init__(
        self, theme: Theme, people: int, rows: Sequence[SessionRow], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Move to another session"))
        self.table = LeanTable(theme, self.tr("Sessions"), (
            Column(self.tr("Session"), letters=9), Column(self.tr("When"), share=3),
            Column(self.tr("Place"), share=2),
            Column(self.tr("Seats"), letters=10, right=True, coloured=True),
        ))  # fmt: skip
        self.table.show_rows([_row(one, people) for one in rows])
        self.table.opened.connect(self._take)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = box.addButton(self.tr("Move"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self.keep)
        self.keep.setDefault(True)
        box.accepted.connect(self._take)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        title = self.tr("Where do %n person(s) go?", "", people)
        column.addWidget(plain_label(title, "title"))
        hint = self.tr("Enter moves them and fixes them there: a proposal leaves them alone.")
        column.addWidget(plain_label(hint, "soft", wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(box)
        self.resize(GRID * 84, GRID * 60)
        self.table.setFocus()

    def _take(self) -> None:
        key = self.table.current_value()
        if key is not None:
            self.moved.emit(key)
            self.accept()


def _row(one: SessionRow, people: int) -> Row:
    seats = str(one.enrolled) if one.capacity is None else f"{one.enrolled}/{one.capacity}"
    over = one.capacity is not None and one.enrolled + people > one.capacity
    told = f"⚠ {seats}" if over else seats
    texts = (one.code, when(one.starts, one.time_zone), one.place, told)
    return Row(texts, one.id, "blocked" if over else "")
