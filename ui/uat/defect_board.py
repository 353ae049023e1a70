"""Defects as a board: a column for each status, a card for each defect, moved by keys or mouse."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QCursor,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.fields import Choice
from changedesk.uat.queries import DefectRow
from changedesk.uat.words import DEFECT_STATUS
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.words import glyph_of, labelled
from ui.widgets.text import ElidedLabel, plain_label, plain_tip
from ui.widgets.two_lines import LINE_ROLE, Line, LineModel, TwoLineList

Index = QModelIndex | QPersistentModelIndex
CARD = "application/x-changedesk-defect"
NARROWEST = GRID * 17
MOST_LINES = 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardModel(LineModel):
    """Cards that can be taken to another column."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == int(Qt.ItemDataRole.ToolTipRole):
            line = self.lines[index.row()]
            return plain_tip(f"{line.note}  {line.text}\n{line.soft}")
        return super().data(index, role)

    def mimeTypes(self) -> list[str]:
        return [CARD]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in indexes[:1]:
            data.setData(CARD, QByteArray(str(self.lines[index.row()].value).encode()))
        return data


class CardDelegate(QStyledItemDelegate):
    """Paints a card: code and severity, the title on as many lines as it takes, who has it."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line = index.data(LINE_ROLE)
        small = QFontMetrics(self._theme.font("small")).height()
        height = small + self._title_height(line.text) + (small if line.soft else 0)
        return QSize(0, height + GRID * 2)

    def _title_height(self, text: str) -> int:
        metrics = QFontMetrics(self._theme.font())
        # The list is asked before its bar has come: a little room is left for that.
        room = max(GRID * 8, self._view.viewport().width() - GRID * 3)
        box = metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, text)
        return min(box.height(), metrics.lineSpacing() * MOST_LINES)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, self._theme.color("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.color("hover"))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        room = QRect(option.rect).adjusted(GRID * 3 // 2, GRID, -GRID * 3 // 2, -GRID)
        soft = self._theme.color("on_selection" if chosen else "text_soft")
        small = self._theme.font("small")
        painter.setFont(small)
        height = QFontMetrics(small).height()
        top = QRect(room.left(), room.top(), room.width(), height)
        painter.setPen(soft)
        painter.drawText(top, int(_LEFT), line.note)
        painter.setPen(self._theme.status_color(line.icon))
        room_left = room.width() - painter.fontMetrics().horizontalAdvance(f"{line.note}  ")
        fits = painter.fontMetrics().horizontalAdvance(labelled(line.icon)) <= room_left
        painter.drawText(top, int(_RIGHT), labelled(line.icon) if fits else glyph_of(line.icon))
        if line.soft:
            foot = QRect(room.left(), room.bottom() - height + 1, room.width(), height)
            painter.setPen(soft)
            shown = painter.fontMetrics().elidedText(
                line.soft, Qt.TextElideMode.ElideRight, foot.width()
            )
            painter.drawText(foot, int(_LEFT), shown)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color("on_selection" if chosen else "text"))
        title = QRect(room.left(), top.bottom() + 1, room.width(), self._title_height(line.text))
        painter.drawText(title, _WRAPPED, line.text)
        painter.restore()


class BoardColumn(TwoLineList):
    """The cards of one status. `aside` carries -1 or 1, `pushed` the same with Alt held."""

    aside = Signal(int)
    pushed = Signal(int)
    dropped = Signal(int)

    def __init__(self, theme: Theme, status: Choice, parent: QWidget | None = None) -> None:
        super().__init__(theme, labelled(status.code), parent)
        self.status = status.code
        self.entries = CardModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(CardDelegate(theme, self))
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def in_hand(self) -> int | None:
        """Return the key of the card at hand."""
        row = self.currentIndex().row()
        return int(self.entries.lines[row].value) if row >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _ASIDE.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.pushed.emit(by)
        elif by is not None:
            self.aside.emit(by)
        elif event.key() in _ENTER:
            self._tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            super()._tell(index)

    def startDrag(self, actions: Qt.DropAction) -> None:
        # By hand: Qt would take the card out of the list as soon as it is let go elsewhere.
        index = self.currentIndex()
        if not index.isValid():
            return
        where = self.visualRect(index)
        drag = QDrag(self)
        drag.setMimeData(self.entries.mimeData([index]))
        drag.setPixmap(self.viewport().grab(where))
        drag.setHotSpot(self.viewport().mapFromGlobal(QCursor.pos()) - where.topLeft())
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CARD):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(CARD):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        # The card moves when the workspace says so.
        event.acceptProposedAction()
        self.dropped.emit(int(bytes(event.mimeData().data(CARD).data())))


class DefectBoard(QScrollArea):
    """`moved` carries (defect, status), `opened` and `picked` the key of a defect."""

    moved = Signal(object)
    opened = Signal(object)
    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("look", "page")
        row = QHBoxLayout(inside)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID * 2)
        row.setSpacing(GRID)
        self.columns: list[BoardColumn] = []
        self._counts: list[Any] = []
        for status in DEFECT_STATUS:
            row.addWidget(self._column(theme, status), 1)
        self.setWidget(inside)
        self.setFocusProxy(self.columns[0])

    def _column(self, theme: Theme, status: Choice) -> QWidget:
        column = BoardColumn(theme, status)
        column.aside.connect(self._go_aside)
        column.pushed.connect(self._push)
        column.dropped.connect(self._drop)
        column.chosen.connect(self.opened)
        column.selectionModel().currentChanged.connect(self._pick)
        self.columns.append(column)
        holder = QFrame()
        holder.setProperty("look", "card")
        # The longest name of a status has room for itself.
        name = QFontMetrics(theme.font(bold=True)).horizontalAdvance(labelled(status.code))
        holder.setMinimumWidth(max(NARROWEST, name + GRID * 6))
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 3 // 2, GRID, GRID * 3 // 2, GRID)
        head.setSpacing(GRID // 2)
        title = ElidedLabel(labelled(status.code))
        title.setProperty("look", "heading")
        count = plain_label("", "soft")
        self._counts.append(count)
        head.addWidget(title, 1)
        head.addWidget(count)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(1, 1, 1, GRID)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(column, 1)
        return holder

    # -- showing ------------------------------------------------------------------------------

    def show_defects(self, defects: Sequence[DefectRow], in_hand: int | None = None) -> None:
        """Show defects; the card at hand stays at hand, wherever it went."""
        kept = in_hand if in_hand is not None else self.in_hand()
        keyboard = any(column.hasFocus() for column in self.columns)
        for column, count in zip(self.columns, self._counts, strict=True):
            cards = [self._card(row) for row in defects if row.status == column.status]
            column.show_lines(cards)
            count.setText(str(len(cards)) if cards else "")
        there = self._put_in_hand(kept) if kept is not None else None
        if there is not None and keyboard:
            there.setFocus()

    def in_hand(self) -> int | None:
        """Return the key of the card at hand."""
        return self._here().in_hand()

    def take_in_hand(self, defect: int) -> None:
        """Put a card at hand and give its column the keyboard."""
        column = self._put_in_hand(defect)
        if column is not None:
            column.setFocus()

    def _card(self, row: DefectRow) -> Line:
        soft = " · ".join(part for part in (row.owner, row.script) if part)
        return Line(row.title, soft, row.id, icon=row.severity, note=row.code)

    def _here(self) -> BoardColumn:
        focused = [column for column in self.columns if column.hasFocus()]
        with_card = [column for column in self.columns if column.currentIndex().isValid()]
        return (focused or with_card or self.columns)[0]

    def _put_in_hand(self, defect: int) -> BoardColumn | None:
        for column in self.columns:
            keys = [line.value for line in column.entries.lines]
            if defect in keys:
                self._only(column)
                column.setCurrentIndex(column.entries.index(keys.index(defect), 0))
                self.ensureWidgetVisible(column, 0, 0)
                self.setFocusProxy(column)
                return column
        return None

    def _only(self, column: BoardColumn) -> None:
        for other in self.columns:
            if other is not column:
                other.clearSelection()
                other.setCurrentIndex(QModelIndex())

    # -- keys ---------------------------------------------------------------------------------

    def _go_aside(self, by: int) -> None:
        place = self.columns.index(self._here())
        row = max(0, self._here().currentIndex().row())
        for target in range(place + by, len(self.columns) if by > 0 else -1, by):
            column = self.columns[target]
            if column.entries.lines:
                self._only(column)
                last = len(column.entries.lines) - 1
                column.setCurrentIndex(column.entries.index(min(row, last), 0))
                column.setFocus()
                self.ensureWidgetVisible(column, 0, 0)
                return

    def _push(self, by: int) -> None:
        place = self.columns.index(self._here()) + by
        defect = self.in_hand()
        if defect is not None and 0 <= place < len(self.columns):
            self.moved.emit((defect, self.columns[place].status))

    def _drop(self, defect: int) -> None:
        column = self.sender()
        assert isinstance(column, BoardColumn)
        column.setFocus()
        if defect not in [line.value for line in column.entries.lines]:
            self.moved.emit((defect, column.status))

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            model = index.model()
            assert isinstance(model, CardModel)
            self.picked.emit(model.lines[index.row()].value)
