"""Editing a cell in place: the editor that fits the kind of its field."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.desk_context import DeskContext
from ui.records.model import VALUE_ROLE, Index, RecordTableModel
from ui.theme.tokens import GRID

PADDING = GRID
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)


class RecordDelegate(QStyledItemDelegate):
    """Paints cells and makes their editors.

    Enter commits and goes down, Tab goes on, Escape leaves the cell as it was. Painting is done
    here and not by the style: the row at hand is tinted, and a page of cells takes half the time.
    """

    entered = Signal()

    def __init__(self, context: DeskContext, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._context = context
        self._view = parent
        self._colours: dict[str, QColor] = {}
        self._metrics = QFontMetrics(context.theme.font())
        context.theme.changed.connect(self._take_theme)
        self._take_theme()

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = self._colours
        if chosen:
            painter.fillRect(rect, colours["selection"])
        elif index.row() == self._view.currentIndex().row():
            painter.fillRect(rect, colours["row"])
        text = index.data(_DISPLAY)
        if text:
            brush = index.data(_FOREGROUND)
            ink = brush.color() if brush is not None else colours["ink" if chosen else "text"]
            painter.setPen(ink)
            room = rect.adjusted(PADDING, 0, -PADDING, 0)
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, index.data(_ALIGNMENT), shown)
        painter.setPen(colours["line"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours["focus"])
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _take_theme(self) -> None:
        theme = self._context.theme
        roles = {
            "selection": "selection",
            "row": "row",
            "ink": "on_selection",
            "text": "text",
            "line": "line",
            "focus": "focus",
        }
        self._colours = {name: theme.color(role) for name, role in roles.items()}
        self._metrics = QFontMetrics(theme.font())

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        # Editors are loaded when a cell is first edited: a list is painted without them.
        from ui.records.editors import ChoiceEditor, YesNoEditor, editor_for  # noqa: PLC0415

        model = index.model()
        assert isinstance(model, RecordTableModel)
        editor = editor_for(model.fields[index.column()], self._context, parent)
        editor.setAutoFillBackground(True)
        if isinstance(editor, ChoiceEditor | YesNoEditor):
            editor.committed.connect(self._commit_sender)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        from ui.records.editors import ReferenceEditor  # noqa: PLC0415

        value = index.data(int(VALUE_ROLE))
        show: Any = getattr(editor, "show_value", None)
        if show is not None:
            show(value)
        if isinstance(editor, ReferenceEditor):
            editor.fetch()
            editor.line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        raw: Any = getattr(editor, "raw", None)
        if raw is None:
            return
        before = index.data(int(VALUE_ROLE))
        value = raw()
        shown = index.data(int(Qt.ItemDataRole.EditRole))
        if value == getattr(before, "key", before) or (isinstance(value, str) and value == shown):
            return
        model.setData(index, value, int(Qt.ItemDataRole.EditRole))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        from ui.records.editors import (  # noqa: PLC0415
            ChoiceEditor,
            DateEditor,
            ReferenceEditor,
            TextEditor,
        )

        rect = QRect(option.rect)  # type: ignore[attr-defined]
        if isinstance(editor, TextEditor):
            rect.setHeight(max(rect.height(), editor.height()))
            rect.setWidth(max(rect.width(), GRID * 40))
            room = self._view.viewport().rect()
            rect.moveLeft(max(0, min(rect.left(), room.right() - rect.width())))
            rect.moveTop(max(0, min(rect.top(), room.bottom() - rect.height())))
        elif isinstance(editor, ChoiceEditor):
            rect.setWidth(max(rect.width(), editor.whole_width()))
        elif isinstance(editor, ReferenceEditor | DateEditor):
            rect.setWidth(max(rect.width(), GRID * 18))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & (
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
            )
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and plain and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.entered.emit()
                return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> Any:
        size = super().sizeHint(option, index)
        size.setHeight(GRID * 4)
        return size

    def _commit_sender(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
