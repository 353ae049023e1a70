"""The table of a record type: edits in place, pastes, copies, sorts, remembers its columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from weakref import WeakMethod

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QTableView,
    QWidget,
)

from changedesk.store.errors import UserError
from changedesk.store.records import Record
from ui.desk_context import DeskContext
from ui.records.clipboard import from_block, to_block
from ui.records.delegates import RecordDelegate
from ui.records.held_keys import HeldKeys
from ui.records.model import RecordTableModel
from ui.records.record_header import RecordHeader
from ui.records.values import editable_text
from ui.theme.tokens import GRID

KEYS_KEPT = 2000


class RecordTable(QTableView):
    """A view over a `RecordTableModel` of its own (`records`).

    `record_chosen` carries the keys of the selected records whenever that changes; `past_end` is
    emitted where Enter or Tab would go on below the last row.
    """

    record_chosen = Signal(object)
    past_end = Signal()
    opened = Signal(int)

    def __init__(
        self, context: DeskContext, record_type: type[Record], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.record_type = record_type
        self.records = RecordTableModel(context, record_type, self)
        self._fresh_values: WeakMethod[Callable[[], Mapping[str, Any]]] | None = None
        self._kept_keys: list[int] = []
        self._kept_current: int | None = None
        self._wanted: tuple[int, int, bool] | None = None
        self._edit_later: int | None = None
        self._adding = False
        self._held = HeldKeys()
        self._fresh: tuple[int, tuple[Any, ...]] | None = None
        self.setModel(self.records)
        delegate = RecordDelegate(context, self)
        delegate.entered.connect(self.go_down)
        self.setItemDelegate(delegate)
        self.columns = RecordHeader(context.settings, self.records.spec, self)
        self._dress()
        self.records.modelAboutToBeReset.connect(self._keep_place)
        self.records.listed.connect(self._restore_place)
        self.records.writer.added.connect(self._expect)
        self.records.fetched.connect(self._edit_fetched)
        self.records.refused.connect(self._take_refusal)

    # -- choosing -------------------------------------------------------------------------------

    def chosen_keys(self) -> list[int]:
        """Return the keys of the selected records, from top to bottom."""
        rows: set[int] = set()
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
        return [self.records.key_at(row) for row in sorted(rows)]

    def current_key(self) -> int | None:
        """Return the key of the record at the cursor, or None."""
        index = self.currentIndex()
        return self.records.key_at(index.row()) if index.isValid() else None

    def choose(self, key: int, *, column: int = -1, edit: bool = False) -> bool:
        """Put the cursor on a record, with `edit` into a cell; False while it is not listed."""
        row = self.records.row_of_key(key)
        if row < 0:
            self._wanted = (key, column, edit)
            return False
        wanted = self.currentIndex().column() if column < 0 else column
        index = self.records.index(row, max(0, wanted))
        # Told outright: by itself the view would look at the keys that happen to be held down.
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)
        if edit:
            self._edit_or_wait(index, key)
        return True

    def _edit_or_wait(self, index: QModelIndex, key: int) -> None:
        values = self.records.row_values(index.row())
        if values is None:
            self._edit_later = key
            return
        self.edit(index)
        if self._held.holding:
            self._fresh = (key, values)
            self._held.give()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.record_chosen.emit(self.chosen_keys())

    # -- copy and paste -------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected cells on the clipboard as Excel takes them."""
        QGuiApplication.clipboard().setText(to_block(self._selected_texts()))

    def paste(self) -> None:
        """Write a block from the clipboard at the cursor; rows that are missing are added."""
        start = self.currentIndex()
        if start.isValid():
            self._paste_at(start.row(), self._editable_columns(start.column()))
        else:
            self.paste_as_new()

    def paste_as_new(self) -> None:
        """Make a record of each row of a block from the clipboard."""
        self._paste_at(len(self.records.keys), self._editable_columns(-1))

    def _paste_at(self, first: int, columns: list[int]) -> None:
        block = from_block(QGuiApplication.clipboard().text())
        if not block or not columns or not self.records.editable:
            return
        changes: dict[int, dict[str, Any]] = {}
        fresh: list[dict[str, Any]] = []
        for offset, cells in enumerate(block):
            values = {
                self.records.fields[column].name: cell
                for column, cell in zip(columns, cells, strict=False)
            }
            row = first + offset
            if row < len(self.records.keys):
                changes[self.records.key_at(row)] = values
            else:
                fresh.append(values)
        label = self.tr("Paste {0} × {1} cells").format(len(block), len(block[0]))
        try:
            fresh = [{**self.fresh_values(), **values} for values in fresh]
        except UserError as error:
            self._context.messages.problem(error)
            return
        self.records.writer.paste(changes, fresh, label)

    def _selected_texts(self) -> list[list[str]]:
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        rows = sorted({row for row, _ in chosen})
        columns = [
            c for c in self.columns.shown_in_order() if any((row, c) in chosen for row in rows)
        ]
        return [[self._cell_text(row, column) for column in columns] for row in rows]

    def _cell_text(self, row: int, column: int) -> str:
        values = self.records.row_values(row)
        return editable_text(self.records.fields[column], values[column]) if values else ""

    def _editable_columns(self, start: int) -> list[int]:
        columns = self.columns.shown_in_order()
        begin = columns.index(start) if start in columns else 0
        return [c for c in columns[begin:] if self.records.fields[c].editable]

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._held.take(event):
            return
        key, modifiers = event.key(), event.modifiers()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif (enter or key == Qt.Key.Key_F2) and not modifiers and not self.is_editing():
            self._enter()
        elif key == Qt.Key.Key_Delete and not modifiers and self.records.editable:
            self.delete_chosen()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self._held.take(event):
            super().inputMethodEvent(event)

    def _enter(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            line = self.indexWidget(index)
            if isinstance(line, QLineEdit):
                line.end(False)
        elif index.isValid():
            self.opened.emit(self.records.key_at(index.row()))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        # Tab passes over cells that cannot be edited, at the end of a row into the next one.
        steps = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }
        step = steps.get(hint)
        if step is None:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        following = self._next_cell(self.currentIndex(), step)
        if following.isValid():
            self.selectionModel().setCurrentIndex(following, _CHOOSE)
            self.edit(following)
        elif step > 0:
            self.past_end.emit()

    def _next_cell(self, index: QModelIndex, step: int) -> QModelIndex:
        columns = self._editable_columns(-1)
        if index.column() not in columns:
            return QModelIndex()
        place = columns.index(index.column()) + step
        row = index.row() + place // len(columns)
        if not 0 <= row < len(self.records.keys):
            return QModelIndex()
        return self.records.index(row, columns[place % len(columns)])

    def begin_records_with(self, values: Callable[[], Mapping[str, Any]]) -> None:
        """Take a bound method that gives what a new record begins with; it is held weakly."""
        self._fresh_values = WeakMethod(values)

    def fresh_values(self) -> Mapping[str, Any]:
        """Return what a new record begins with; raises UserError where none can be made yet."""
        give = self._fresh_values() if self._fresh_values is not None else None
        return give() if give is not None else {}

    def add_record(self, values: Mapping[str, Any]) -> None:
        """Make a record; the cursor goes into its title, and with it what is typed until then.

        While the last one that was made so is still as it was made, the cursor goes there instead.
        """
        if self._held.holding:
            return
        self.commit()
        self.setFocus()
        self._held.hold()
        self._adding = True
        self.records.writer.add([values], unless=self._fresh)

    def _take_refusal(self, error: BaseException) -> None:
        self._stop_waiting()
        self._context.messages.problem(error)

    def _stop_waiting(self) -> None:
        self._adding = False
        self._held.drop()

    def commit(self) -> None:
        """Save what is being typed in a cell, and how the columns were arranged."""
        self.columns.save_now()
        editor = self.indexWidget(self.currentIndex()) if self.state() is _EDITING else None
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def is_editing(self) -> bool:
        """Tell whether a cell is being edited."""
        return self.state() is _EDITING

    def go_down(self) -> None:
        """Move the cursor one row down, as Enter does after an edit."""
        index = self.currentIndex()
        below = self.records.index(index.row() + 1, index.column())
        if index.isValid() and below.isValid():
            self.selectionModel().setCurrentIndex(below, _CHOOSE)
        elif index.isValid():
            self.past_end.emit()

    def delete_chosen(self) -> None:
        """Withdraw the selected records; undo brings them back."""
        keys = self.chosen_keys()
        if keys:
            self.records.writer.delete(keys)

    # -- keeping the place ----------------------------------------------------------------------

    def _keep_place(self) -> None:
        self._kept_keys = self.chosen_keys()[:KEYS_KEPT]
        self._kept_current = self.current_key()

    def _restore_place(self) -> None:
        wanted, self._kept_keys = self._kept_keys, []
        current, self._kept_current = self._kept_current, None
        awaited, self._wanted = self._wanted, None
        if awaited is not None:
            key, column, edit = awaited
            if not self.choose(key, column=column, edit=edit) and self._filtered():
                self._stop_waiting()
        elif current is not None:
            self.choose(current)
            self._wanted = None
        rows = [self.records.row_of_key(key) for key in wanted]
        if len(wanted) > 1:
            self._select_rows([row for row in rows if row >= 0])

    def _filtered(self) -> bool:
        listing = self.records.listing
        return bool(listing.words or listing.equals)

    def _edit_fetched(self) -> None:
        key, self._edit_later = self._edit_later, None
        if key is not None and key == self.current_key():
            self.choose(key, edit=True)

    def _select_rows(self, rows: Sequence[int]) -> None:
        selection = QItemSelection()
        last = len(self.records.fields) - 1
        for row in rows:
            selection.select(self.records.index(row, 0), self.records.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _expect(self, keys: list[int]) -> None:
        # A record that was just made is put under the cursor as soon as it is listed.
        if self._adding:
            self._adding = False
            self.choose(keys[0], column=self.title_column(), edit=True)

    def title_column(self) -> int:
        """Return the column by which a person knows a record."""
        names = [field.name for field in self.records.fields]
        title = self.records.spec.title_field
        return names.index(title) if title in names else 0

    # -- looks ---------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setDefaultSectionSize(GRID * 4)
        rows.setMinimumSectionSize(GRID * 4)
        self.setHorizontalHeader(self.columns)
        self.setSortingEnabled(True)
        self.columns.begin()


_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_EDITING = QAbstractItemView.State.EditingState
