"""The table of a returned workbook: groups open and close, keys decide what is selected."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from changedesk.overview.returns import Cell, Decision, Verdict
from ui.documents.deciding import Deciding
from ui.documents.return_rows import OPEN_AT_FIRST, cell_row, group_row, shown_rows
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable

_KEYS: dict[int, Decision] = {
    Qt.Key.Key_T: "take",
    Qt.Key.Key_K: "keep",
    Qt.Key.Key_B: "both",
}
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReturnTable(LeanTable):
    """`decided` carries "take", "keep" or "both", `digit` a digit; `taken_in` asks to take it in.

    `next_wanted` asks for the next row that nobody decided.
    """

    decided = Signal(str)
    digit = Signal(int)
    next_wanted = Signal()
    taken_in = Signal()

    def __init__(self, theme: Theme) -> None:
        columns = (
            Column(self.tr("Record"), share=4),
            Column(self.tr("Field"), letters=14),
            Column(self.tr("When exported"), share=3),
            Column(self.tr("Here now"), share=3),
            Column(self.tr("Returned"), share=3),
            Column(self.tr("What becomes of it"), share=5, coloured=True),
        )
        super().__init__(theme, self.tr("Cells that were filled in"), columns)
        self._deciding: Deciding | None = None
        self._opened: set[str] = set()

    # -- rows ---------------------------------------------------------------------------------

    def show_deciding(self, deciding: Deciding) -> None:
        """Show a returned workbook, what needs a person open."""
        self._deciding = deciding
        self._opened = set(OPEN_AT_FIRST)
        self._show()

    def _show(self) -> None:
        assert self._deciding is not None
        self.clearSpans()
        self.show_rows(shown_rows(self._deciding, self._opened))
        for place, row in enumerate(self.lines.rows):
            if isinstance(row.value, Cell):
                continue
            self.setSpan(place, 0, 1, self.lines.columnCount())

    def show_again(self, units: set[str]) -> None:
        """Show what became of the cells of some units, and the counts above them."""
        deciding, rows = self._deciding, self.lines.rows
        assert deciding is not None
        for place, row in enumerate(rows):
            value = row.value
            if isinstance(value, Cell):
                if value.unit in units:
                    rows[place] = cell_row(deciding, value)
            elif value[1] < 0:
                rows[place] = group_row(deciding, value[0], value[0] in self._opened)
        self.viewport().update()

    def cells_in_hand(self) -> list[Cell]:
        """Return the selected cells; of a group that is selected, all of its cells."""
        deciding = self._deciding
        if deciding is None:
            return []
        found: list[Cell] = []
        for value in self.chosen_values():
            if isinstance(value, Cell):
                found.append(value)
            elif value[1] < 0:
                found += deciding.groups.get(value[0], ())
        return found

    def to_next(self) -> bool:
        """Go to the next row that nobody decided, from the one in hand; tell if there is one."""
        deciding, rows = self._deciding, self.lines.rows
        here = self.currentIndex().row()
        if deciding is None:
            return False
        for place in (*range(here + 1, len(rows)), *range(here + 1)):
            value = rows[place].value
            if not isinstance(value, Cell) or deciding.is_decided(value):
                continue
            if value.verdict is Verdict.CONFLICT or deciding.options(value):
                self.take_row(place)
                return True
        return False

    # -- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers()
        group = self._group_at(self.currentIndex())
        if plain and key in _KEYS:
            self.decided.emit(_KEYS[key])
        elif plain and key in _DIGITS:
            self.digit.emit(key - Qt.Key.Key_0)
        elif plain and key in _OUT:
            self.digit.emit(0)
        elif plain and key == Qt.Key.Key_Space:
            self.next_wanted.emit()
        elif group and plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.open_group(group, key == Qt.Key.Key_Right)
        elif key in _ENTER and not group:
            self.taken_in.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        group = self._group_at(self.indexAt(event.position().toPoint()))
        if group and event.position().x() < GRID * 4:
            self.open_group(group, group not in self._opened)
        else:
            super().mousePressEvent(event)

    def _group_at(self, index: QModelIndex) -> str:
        value = self.lines.rows[index.row()].value if index.isValid() else None
        if value is None or isinstance(value, Cell) or value[1] >= 0:
            return ""
        return str(value[0])

    def _open(self) -> None:
        group = self._group_at(self.currentIndex())
        if group:
            self.open_group(group, group not in self._opened)

    def open_group(self, group: str, wanted: bool) -> None:
        """Show the cells of a group, or only how many there are."""
        (self._opened.add if wanted else self._opened.discard)(group)
        self._show()
