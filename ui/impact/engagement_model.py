"""The engagement matrix in memory: a row for each stakeholder, a column for each level."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from changedesk.impact.engagement import LEVELS
from changedesk.impact.stakeholder_queries import StakeholderRow
from ui.impact.words import level_label, level_word
from ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
FIRST_LEVEL = 1
GAP_COLUMN = FIRST_LEVEL + len(LEVELS)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


class EngagementModel(QAbstractTableModel):
    """Stakeholders with the levels where they are and where they must be."""

    rows: list[StakeholderRow]

    def show_rows(self, rows: Sequence[StakeholderRow]) -> None:
        """Show other rows; the same ones in the same order are only told anew."""
        kept = getattr(self, "rows", [])
        if [row.id for row in rows] == [row.id for row in kept]:
            self.rows = list(rows)
            if rows:
                last = self.index(len(rows) - 1, GAP_COLUMN)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def put(self, place: int, field: str, level: str) -> None:
        """Show another level in a row at once."""
        row = self.rows[place]
        current = level if field == "current" else row.current
        desired = level if field == "desired" else row.desired
        self.rows[place] = replace(row, current=current, desired=desired)
        self.dataChanged.emit(self.index(place, 0), self.index(place, GAP_COLUMN))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(getattr(self, "rows", ()))

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else GAP_COLUMN + 1

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _DISPLAY:
            return self._words(row, index.column())
        if role == _TIP and index.column() == 0:
            return plain_tip(" · ".join(part for part in (row.code, row.name, row.role) if part))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ALIGNMENT and level_of(section):
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == _ALIGNMENT:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != _DISPLAY:
            return None
        if section == 0:
            return self.tr("Stakeholder")
        return level_label(level_of(section)) if level_of(section) else self.tr("Gap")

    def _words(self, row: StakeholderRow, column: int) -> str:
        if column == 0:
            return row.name
        if column == GAP_COLUMN:
            return self.gap_words(row)
        level = level_of(column)
        if level == row.current == row.desired:
            return self.tr("Current and desired")
        if level == row.current:
            return self.tr("Current")
        return self.tr("Desired") if level == row.desired else ""

    def gap_words(self, row: StakeholderRow) -> str:
        """Return the gap with what it means, in words."""
        gap = row.gap
        if gap is None:
            missing = [] if row.current else [self.tr("current")]
            missing += [] if row.desired else [self.tr("desired")]
            return self.tr("– not rated: {0}").format(", ".join(missing))
        if gap > 0:
            return self.tr("▲ +{0}  action needed").format(gap)
        if gap < 0:
            return self.tr("▼ −{0}  more than wanted").format(-gap)
        return self.tr("✔ 0  as wanted: {0}").format(level_word(row.current).lower())


def level_of(column: int) -> str:
    """Return the level of a column, or nothing."""
    place = column - FIRST_LEVEL
    return LEVELS[place] if 0 <= place < len(LEVELS) else ""


def column_of(level: str) -> int | None:
    """Return the column of a level, or None."""
    return FIRST_LEVEL + LEVELS.index(level) if level in LEVELS else None
