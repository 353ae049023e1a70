"""The leanest model of a table there can be: rows in memory, text only. It is the floor."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class LeanModel(QAbstractTableModel):
    """Rows of texts."""

    def __init__(self, rows: Sequence[Sequence[Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return len(self._rows[0]) if self._rows else 0

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        return self._rows[index.row()][index.column()] if role == _DISPLAY else None
