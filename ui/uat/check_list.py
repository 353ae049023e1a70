"""A list with ticks and a filter: Space ticks, Ctrl+A ticks all that are shown."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.theme.tokens import GRID
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

_VALUE = int(Qt.ItemDataRole.UserRole)
_CHECK = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class CheckList(QWidget):
    """`ticked` is emitted when a tick was set or taken off."""

    ticked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit()
        keep_on_one_line(self.filter)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter {0}").format(name))
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(GRID // 4)
        self.list.installEventFilter(self)
        self.filter.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(plain_label(name, "heading"))
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self.filter.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(self.ticked)
        self.setFocusProxy(self.filter)

    def show_items(self, items: Sequence[tuple[str, Any]], ticked: Collection[Any] = ()) -> None:
        """Show items, given as words and value; those whose value is in `ticked` have a tick."""
        self.list.clear()
        for words, value in items:
            item = QListWidgetItem(words)
            item.setData(_VALUE, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_CHECK[value in ticked])
            self.list.addItem(item)
        if items:
            self.list.setCurrentRow(0)

    def values(self) -> list[Any]:
        """Return the values of the items with a tick."""
        return [item.data(_VALUE) for item in self._items() if _is_on(item)]

    def tick_shown(self) -> None:
        """Tick all that are shown, or take the ticks off when all have one."""
        shown = [item for item in self._items() if not item.isHidden()]
        on = not all(_is_on(item) for item in shown)
        self.list.blockSignals(True)
        for item in shown:
            item.setCheckState(_CHECK[on])
        self.list.blockSignals(False)
        self.ticked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.list and event.matches(QKeySequence.StandardKey.SelectAll):
                self.tick_shown()
                return True
            if watched is self.filter and event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for item in self._items():
            said = item.text().casefold()
            item.setHidden(not all(word in said for word in words))


def _is_on(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
