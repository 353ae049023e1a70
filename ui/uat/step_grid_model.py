"""The sheet of steps as a table model; what is typed stands at once and is written by a worker."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from changedesk.store.change import ChangeSet
from changedesk.store.text import clean
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.uat.step_sheet import FIELDS, Rows, StepEdit, StepSheet, is_fitting, read_rows

Index = QModelIndex | QPersistentModelIndex
NUMBER = 0
LAST_TEXT = 3
"""The column of what is expected: those after it are the numbers of a trial step."""
_TEXT_ROLES = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole))
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_CONCERNING = frozenset(("script", "script_version", "step"))
TOP_LEFT = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
TOP_RIGHT = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)


class StepGridModel(QAbstractTableModel):
    """Number, do, data, expect, tries and threshold; one more row at the end waits for a new step.

    `renewed` is emitted when rows came from the workspace that differ from those shown.
    `asked` carries the job that reads them.
    """

    renewed = Signal()
    asked = Signal(object)

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet: StepSheet | None = None
        self._script: int | None = None
        self._pending = 0
        self._stale = False
        self.editable = not context.workspace.read_only
        context.bus.changed.connect(self._hear)

    # -- which script -------------------------------------------------------------------------

    @property
    def script(self) -> int | None:
        """Return the script whose steps are shown."""
        return self._script

    @property
    def count(self) -> int:
        """Return how many steps there are."""
        return len(self._sheet.rows) if self._sheet is not None else 0

    def show_script(self, script: int | None) -> None:
        """Show the steps of a script, or none."""
        if script == self._script:
            return
        self.beginResetModel()
        self._script, self._sheet = script, None
        self.endResetModel()
        self.reload()

    def reload(self) -> None:
        """Read the steps again, once what was typed is written."""
        if self._script is None:
            return
        if self._pending:
            self._stale = True
            return
        self._stale = False
        script, workspace = self._script, self._context.workspace

        def work(_: Progress) -> tuple[int, Rows]:
            return script, read_rows(workspace, script)

        self.asked.emit(self._context.jobs.run(work, self._take_rows, self._lost))

    def _take_rows(self, found: tuple[int, Rows]) -> None:
        script, rows = found
        if script != self._script or self._pending:
            return
        if self._sheet is not None and tuple(self._sheet.rows) == rows:
            return
        if self._sheet is not None and len(self._sheet.rows) == len(rows):
            self._sheet.rows = list(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows), len(FIELDS)))
        else:
            self.beginResetModel()
            self._sheet = StepSheet(script, rows)
            self.endResetModel()
        self.renewed.emit()

    def _lost(self, error: BaseException) -> None:
        # The script was withdrawn, by an undo say: then there are no steps to show.
        self.show_script(None)

    def _hear(self, changes: ChangeSet) -> None:
        if _CONCERNING & set(changes.touched):
            self.reload()

    # -- Qt's questions -----------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if parent.isValid() or self._sheet is None:
            return 0
        return len(self._sheet.rows) + (1 if self.editable else 0)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(FIELDS) + 1

    def data(self, index: Index, role: int = _TEXT_ROLES[0]) -> Any:
        if not index.isValid() or self._sheet is None:
            return None
        row, column = index.row(), index.column()
        if role in _TEXT_ROLES:
            if row >= len(self._sheet.rows):
                return "+" if column == NUMBER and role == _TEXT_ROLES[0] else ""
            return str(row + 1) if column == NUMBER else self._sheet.rows[row][column - 1]
        if role == _ALIGNMENT:
            return TOP_RIGHT if column == NUMBER or column > LAST_TEXT else TOP_LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _TEXT_ROLES[0]
    ) -> Any:
        if role == _TEXT_ROLES[0] and orientation is Qt.Orientation.Horizontal:
            return (
                self.tr("No."),
                self.tr("Do"),
                self.tr("Data"),
                self.tr("Expect"),
                self.tr("Tries"),
                self.tr("Pass at %"),
            )[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.editable and index.isValid() and index.column() != NUMBER:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = _TEXT_ROLES[1]) -> bool:
        if self._sheet is None or not index.isValid() or index.column() == NUMBER:
            return False
        self.put(index.row(), index.column(), [[str(value)]])
        return True

    # -- editing ------------------------------------------------------------------------------

    def put(self, row: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Write a block of texts at a cell; rows that are missing are made."""
        sheet = self._sheet
        if sheet is None or not self.editable:
            return
        first = max(column - 1, 0)
        texts = [
            {name: clean(text).strip() for name, text in zip(FIELDS[first:], cells, strict=False)}
            for cells in block
        ]
        if not all(is_fitting(name, text) for one in texts for name, text in one.items()):
            self._context.messages.toast(
                self.tr("Tries are 2 to 1000; pass at is 0 to 100, in percent.")
            )
            return
        there = {row + n: one for n, one in enumerate(texts) if row + n < len(sheet.rows)}
        fresh = [one for one in texts[len(there) :] if any(one.values())]
        edit = sheet.set_texts(there)
        if edit is not None:
            last = max(there)
            self.dataChanged.emit(self.index(row, 0), self.index(last, len(FIELDS)))
            self._write(edit)
        if fresh:
            self.insert(len(sheet.rows), fresh)

    def insert(self, at: int, texts: Sequence[dict[str, str]]) -> None:
        """Make rows at a place."""
        if self._sheet is None or not self.editable:
            return
        # At the end, the row that waits becomes the first new one, and another waits below.
        last = at == len(self._sheet.rows)
        first = at + 1 if last else at
        self.beginInsertRows(QModelIndex(), first, first + len(texts) - 1)
        edit = self._sheet.insert(at, texts)
        self.endInsertRows()
        if last:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(FIELDS)))
        self._write(edit)

    def remove(self, places: Sequence[int]) -> None:
        """Take rows out."""
        if self._sheet is None or not self.editable:
            return
        gone = [place for place in places if place < len(self._sheet.rows)]
        if not gone:
            return
        self.beginResetModel()
        edit = self._sheet.remove(gone)
        self.endResetModel()
        self._write(edit)

    def move(self, place: int, to: int) -> bool:
        """Move a row to another place; False where it cannot go there."""
        if self._sheet is None or not self.editable:
            return False
        edit = self._sheet.move(place, to)
        if edit is None:
            return False
        low, high = sorted((place, to))
        self.dataChanged.emit(self.index(low, 0), self.index(high, len(FIELDS)))
        self._write(edit)
        return True

    def _write(self, edit: StepEdit | None) -> None:
        if edit is None:
            return
        self._pending += 1
        workspace = self._context.workspace

        def work(_: Progress) -> None:
            edit(workspace)

        self._context.jobs.write(work, self._written, self._refused)

    def _written(self, _: object) -> None:
        self._pending -= 1
        if not self._pending and self._stale:
            self.reload()

    def _refused(self, error: BaseException) -> None:
        self._pending -= 1
        self._context.messages.problem(error)
        self.reload()
