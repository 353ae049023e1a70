"""The steps of a script, edited like a spreadsheet: type, Tab, Enter, paste a block, move rows."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.desk_context import DeskContext
from ui.records.clipboard import from_block, to_block
from ui.theme.tokens import GRID
from ui.uat.step_grid_model import LAST_TEXT, NUMBER, Index, StepGridModel
from ui.uat.step_sheet import FIELDS
from ui.widgets.text import PlainEdit
from ui.widgets.waiting import Waiting

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TOP_LEFT = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
PADDING = GRID
# What was typed is kept; then the cell below comes (Enter), the next one, or the one before.
_NEXT = {
    Qt.Key.Key_Return: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Enter: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}


class StepDelegate(QStyledItemDelegate):
    """Paints wrapped text, and edits it in place."""

    def __init__(self, context: DeskContext, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = context.theme

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        rect = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, self._theme.color("selection"))
        faint = index.column() == NUMBER
        ink = "text_faint" if faint else "text"
        painter.setPen(self._theme.color("on_selection" if chosen else ink))
        room = rect.adjusted(PADDING, PADDING - 1, -PADDING, -PADDING // 2)
        text = str(index.data(_DISPLAY))
        alignment = int(index.data(int(Qt.ItemDataRole.TextAlignmentRole)))
        painter.drawText(room, alignment | _wrapping(option.fontMetrics, room.width(), text), text)
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.color("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: Any, index: Index) -> QSize:
        metrics = option.fontMetrics
        width = self._view.columnWidth(index.column()) - 2 * PADDING
        text = str(index.data(_DISPLAY)) or " "
        flags = _TOP_LEFT | _wrapping(metrics, width, text)
        box = metrics.boundingRect(QRect(0, 0, max(width, GRID), 100_000), flags, text)
        return QSize(box.width() + 2 * PADDING, max(GRID * 4, box.height() + 2 * PADDING))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = PlainEdit(parent)
        editor.setAccessibleName(
            str(index.model().headerData(index.column(), Qt.Orientation.Horizontal, _DISPLAY))
        )
        editor.document().setDocumentMargin(PADDING - 4)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, PlainEdit):
            editor.setPlainText(str(index.data(_EDIT)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, PlainEdit) and editor.toPlainText() != str(index.data(_EDIT)):
            model.setData(index, editor.toPlainText(), _EDIT)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = QRect(option.rect)  # type: ignore[attr-defined]
        rect.setHeight(max(rect.height(), GRID * 8))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            hint = _NEXT.get(Qt.Key(event.key()))
            if hint is not None and not (shift and event.key() in _ENTER):
                assert isinstance(editor, QWidget)
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, hint)
                return True
        return super().eventFilter(editor, event)


class StepGrid(QTableView):
    """Enter and typing edit a cell, Tab goes on, a row after the last one begins a new step.

    Ctrl+C and Ctrl+V copy and paste blocks, Del empties cells or takes whole rows out, Ins makes
    a row above, Alt+Up and Alt+Down move a row.
    """

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepGridModel(context, self)
        self._tab_from: int | None = None
        self.setModel(self.steps)
        self.setItemDelegate(StepDelegate(context, self))
        self.setAccessibleName(self.tr("Steps"))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().setVisible(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self._fit)
        self._place: tuple[int, int] | None = None
        self.waiting = Waiting(self, self._is_blank, GRID * 6)
        self.steps.asked.connect(self.waiting.follow)
        self.steps.modelAboutToBeReset.connect(self._keep_place)
        self.steps.modelReset.connect(self._restore_place)
        for signal in (self.steps.dataChanged, self.steps.rowsInserted, self.steps.modelReset):
            signal.connect(self._fit_soon.start)
        context.theme.changed.connect(self.viewport().update)

    def _is_blank(self) -> bool:
        return self.steps.rowCount() == 0

    # -- keys ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in _ENTER and index.isValid():
            self._edit(index)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_chosen()
        elif event.key() == Qt.Key.Key_Insert and index.isValid():
            self.insert_row()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._step(1 if event.key() == Qt.Key.Key_Tab else -1, edit=False)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        self.setFocus()
        if hint is hints.EditNextItem:
            self._step(1, edit=True)
        elif hint is hints.EditPreviousItem:
            self._step(-1, edit=True)
        elif hint is hints.SubmitModelCache:
            self._down()

    def copy(self) -> None:
        """Put the selected cells on the clipboard as Excel takes them."""
        chosen = [i for i in self.selectedIndexes() if i.column() != NUMBER]
        rows = sorted({index.row() for index in chosen if index.row() < self.steps.count})
        columns = sorted({index.column() for index in chosen})
        texts = [[str(self.steps.index(r, c).data(_EDIT)) for c in columns] for r in rows]
        QGuiApplication.clipboard().setText(to_block(texts))

    def paste(self) -> None:
        """Write a block from the clipboard at the cursor; further rows become new steps."""
        index = self.currentIndex()
        block = from_block(QGuiApplication.clipboard().text())
        if block and index.isValid():
            self.steps.put(index.row(), max(index.column(), 1), block)

    def clear_chosen(self) -> None:
        """Take the selected rows out when they are selected as wholes, else empty the cells."""
        chosen = self.selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = {index.column() for index in chosen}
        if NUMBER in columns or len(columns) >= LAST_TEXT:
            self.steps.remove(rows)
        elif rows:
            first = min(columns)
            blank = [[""] * len(columns) for row in rows if row < self.steps.count]
            self.steps.put(rows[0], first, blank)

    def insert_row(self) -> None:
        """Make an empty step above the cursor and begin to type in it."""
        row = min(self.currentIndex().row(), self.steps.count)
        self.steps.insert(row, [{}])
        self.setCurrentIndex(self.steps.index(row, 1))

    def move_row(self, by: int) -> None:
        """Move the step at the cursor up or down."""
        index = self.currentIndex()
        if self.steps.move(index.row(), index.row() + by):
            self.setCurrentIndex(self.steps.index(index.row() + by, index.column()))

    def commit(self) -> None:
        """Save the cell that is being typed."""
        editor = self.indexWidget(self.currentIndex()) if self.state() is _EDITING else None
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def begin(self) -> None:
        """Put the cursor into the first cell."""
        self.setCurrentIndex(self.steps.index(0, 1))
        self.setFocus()

    def _edit(self, index: QModelIndex) -> None:
        if index.column() == NUMBER:
            index = self.steps.index(index.row(), 1)
            self.setCurrentIndex(index)
        self._tab_from = index.column()
        self.edit(index)

    def _step(self, by: int, *, edit: bool) -> None:
        # Through Do, Data and Expect, then on to the next row, as in a spreadsheet; the numbers of
        # a trial step are on the way only for who is there already.
        index = self.currentIndex()
        if not index.isValid():
            return
        row, column = index.row(), max(index.column(), 1) + by
        if column > LAST_TEXT and index.column() in (LAST_TEXT, len(FIELDS)):
            row, column = row + 1, 1
        elif column < 1:
            row, column = row - 1, LAST_TEXT
        target = self.steps.index(row, column)
        if not target.isValid():
            return
        if self._tab_from is None:
            self._tab_from = index.column()
        self.setCurrentIndex(target)
        if edit:
            self.edit(target)

    def _down(self) -> None:
        index = self.currentIndex()
        column = self._tab_from or max(index.column(), 1)
        below = self.steps.index(min(index.row() + 1, self.steps.rowCount() - 1), column)
        self._tab_from = None
        self.setCurrentIndex(below)

    # -- size and place -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        number = metrics.horizontalAdvance("000") + 2 * PADDING
        tries = [header.sectionSizeHint(column) for column in range(LAST_TEXT + 1, len(FIELDS) + 1)]
        rest = self.viewport().width() - number - sum(tries)
        texts = (rest * 36 // 100, rest * 28 // 100)
        for column, width in enumerate((number, *texts, rest - sum(texts), *tries)):
            self.setColumnWidth(column, width)
        self._fit_soon.start()

    def _fit(self) -> None:
        self.resizeRowsToContents()

    def _keep_place(self) -> None:
        index = self.currentIndex()
        self._place = (index.row(), index.column()) if index.isValid() else None

    def _restore_place(self) -> None:
        if self._place is not None and self.steps.rowCount():
            row = min(self._place[0], self.steps.rowCount() - 1)
            self.setCurrentIndex(self.steps.index(row, self._place[1]))


_EDITING = QAbstractItemView.State.EditingState


def _wrapping(metrics: QFontMetrics, width: int, text: str) -> int:
    # An address longer than the cell is broken anywhere, everything else between words.
    longest = max(text.split(), key=len, default="")
    fits = metrics.horizontalAdvance(longest) <= width
    return int(Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere)
