"""The coverage matrix: a row for each requirement, a column for each script that tests one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from changedesk.uat.coverage import CoveringScript, RequirementRow
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.words import glyph_of, labelled, word_of
from ui.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
PRIORITY, STATE = 0, 1
LEADING = 2
STATE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class MatrixModel(QAbstractTableModel):
    """Priority and state of each requirement, then a cell for each script."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RequirementRow] = []
        self.scripts: list[CoveringScript] = []
        self._cells: list[dict[int, CoveringScript]] = []

    def show_coverage(
        self, rows: Sequence[RequirementRow], scripts: Sequence[CoveringScript]
    ) -> None:
        """Show these requirements and scripts; the table keeps its columns where they are alike."""
        alike = [one.id for one in scripts] == [one.id for one in self.scripts]
        alike = alike and [row.id for row in rows] == [row.id for row in self.rows]
        if not alike:
            self.beginResetModel()
        self.rows, self.scripts = list(rows), list(scripts)
        self._cells = [{one.id: one for one in row.scripts} for row in rows]
        if not alike:
            self.endResetModel()
        elif rows:
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def cell(self, index: Index) -> CoveringScript | None:
        """Return the script that tests a requirement, or None where it does not."""
        if not index.isValid() or index.column() < LEADING:
            return None
        script = self.scripts[index.column() - LEADING]
        return self._cells[index.row()].get(script.id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else LEADING + len(self.scripts)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if index.column() < LEADING:
            code = row.priority if index.column() == PRIORITY else row.state
            return {_DISPLAY: labelled(code), STATE_ROLE: code}.get(role)
        cell = self.cell(index)
        if role == STATE_ROLE:
            return cell.state if cell is not None else None
        if cell is None:
            return "" if role == _DISPLAY else None
        if role == _DISPLAY:
            return glyph_of(cell.state)
        words = f"{row.code} – {cell.code} {cell.title}: {word_of(cell.state)}"
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return words
        return plain_tip(words) if role == int(Qt.ItemDataRole.ToolTipRole) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        tip = role == int(Qt.ItemDataRole.ToolTipRole)
        if role != _DISPLAY and not tip:
            return None
        if orientation is Qt.Orientation.Vertical:
            row = self.rows[section]
            words = f"{row.code}  {row.title}"
        elif section < LEADING:
            words = (self.tr("Priority"), self.tr("State"))[section]
        else:
            script = self.scripts[section - LEADING]
            words = f"{script.code}  {script.title}" if tip else script.code
        return plain_tip(words) if tip else words


class UprightHeader(QHeaderView):
    """The codes of scripts, read from below, so that many fit side by side."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().averageCharWidth() * 10 + GRID)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.color("surface"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(self._theme.color("text_soft"))
        painter.setFont(self._theme.font(bold=logical < LEADING))
        words = str(self.model().headerData(logical, Qt.Orientation.Horizontal, _DISPLAY))
        if logical < LEADING:
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(rect.adjusted(GRID, 0, 0, -GRID), flags, words)
        else:
            foot = rect.bottom() - GRID // 2
            painter.translate(rect.left(), foot)
            painter.rotate(-90)
            upright = QRect(0, 0, rect.height() - GRID, rect.width())
            painter.drawText(upright, _LEFT, words)
        painter.restore()


class NameHeader(QHeaderView):
    """Code and title of the requirements; they stay in sight whatever is scrolled."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(GRID * 4)
        self.setFixedWidth(GRID * 40)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.color("surface"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font())
        words = str(self.model().headerData(logical, Qt.Orientation.Vertical, _DISPLAY))
        room = rect.adjusted(GRID * 2, 0, -GRID, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
        painter.restore()


class MatrixDelegate(QStyledItemDelegate):
    """Paints states in their colours, each with its glyph."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        rect = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        code = index.data(STATE_ROLE)
        leading = index.column() < LEADING
        painter.save()
        if chosen:
            painter.fillRect(rect, self._theme.color("selection"))
        elif code is not None and not leading:
            painter.fillRect(rect.adjusted(1, 1, -1, -2), self._theme.status_fill(code))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if code is not None:
            painter.setPen(self._theme.status_color(code))
            painter.setFont(option.font)
            flags = _LEFT if leading else int(Qt.AlignmentFlag.AlignCenter)
            room = rect.adjusted(GRID, 0, 0, 0) if leading else rect
            painter.drawText(room, flags, str(index.data(_DISPLAY)))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.color("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        painter.restore()


class MatrixView(QTableView):
    """`opened` carries (requirement, script or None, run or None), `tied` (requirement, script).

    A click or Enter opens what is behind a cell, Space ties a requirement to a script or unties it.
    """

    opened = Signal(object)
    tied = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = MatrixModel(self)
        self.setModel(self.matrix)
        self.setItemDelegate(MatrixDelegate(theme, self))
        self.setHorizontalHeader(UprightHeader(theme, self))
        self.setVerticalHeader(NameHeader(theme, self))
        self.setAccessibleName(self.tr("Coverage matrix"))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.matrix.modelReset.connect(self._size)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            self._tie(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self.matrix.cell(index) is not None:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            cell = self.matrix.cell(index)
            row = self.matrix.rows[index.row()].id
            self.opened.emit((row, cell.id if cell else None, cell.run if cell else None))

    def _tie(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() >= LEADING:
            script = self.matrix.scripts[index.column() - LEADING].id
            self.tied.emit((self.matrix.rows[index.row()].id, script))

    def _size(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for column in range(self.matrix.columnCount()):
            leading = (letter * 11, letter * 22)[column] if column < LEADING else GRID * 4
            self.setColumnWidth(column, leading)
