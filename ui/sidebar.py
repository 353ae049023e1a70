"""The left side of the window: the project at hand, and the pages."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from ui.desk_context import DeskContext
from ui.pages import PAGES
from ui.theme.tokens import GRID, SIDEBAR_WIDTH

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Sidebar(QFrame):
    """`page_chosen` carries the key of a page."""

    page_chosen = Signal(str)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("look", "sidebar")
        self.setFixedWidth(SIDEBAR_WIDTH)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setProperty("look", "sidebar")
        self.list.setModel(self._model)
        self.list.setIconSize(QSize(18, 18))
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        for entry in PAGES:
            item = QStandardItem(entry.words)
            item.setData(entry.key, KEY_ROLE)
            self._model.appendRow(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.addWidget(self.list)
        self.list.selectionModel().currentChanged.connect(self._tell)
        context.theme.changed.connect(self._recolour)
        self._recolour()

    def mark(self, key: str) -> None:
        """Show which page is at hand."""
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if index.data(KEY_ROLE) == key and self.list.currentIndex() != index:
                self.list.setCurrentIndex(index)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_chosen.emit(index.data(KEY_ROLE))

    def _recolour(self) -> None:
        for row, entry in enumerate(PAGES):
            self._model.item(row).setIcon(self._context.theme.icon(entry.icon))
