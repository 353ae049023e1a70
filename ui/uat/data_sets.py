"""The data sets of a script: each is a run of its own; values as lines "name = value"."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.change import ChangeSet
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace
from changedesk.uat import data_sets, scripts
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.uat.flow import FlowLayout
from ui.widgets.empty_state import at_top
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import PlainEdit, plain_label
from ui.widgets.two_lines import Line, TwoLineList

_CONCERNING = frozenset(("script", "script_version", "step", "data_set"))


@dataclass(frozen=True)
class SetRow:
    """One data set; `key` changes when an edit makes a new version, its place does not."""

    key: int
    name: str
    values: str


@dataclass(frozen=True)
class Sets:
    """The data sets of a script, and the names for which its words leave a place."""

    script: int
    rows: tuple[SetRow, ...]
    names: tuple[str, ...]


def read_sets(workspace: Workspace, script: int) -> Sets:
    """Read the data sets of a script; for a worker."""
    version = scripts.current_version(workspace, script)
    rows = scripts.data_sets_of(workspace, version)
    return Sets(
        script,
        tuple(SetRow(int(row.id), row.name, row.values) for row in rows),
        tuple(data_sets.names_in(workspace, script)),
    )


class _Values(PlainEdit):
    """Tells when it is left."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class DataSets(QWidget):
    """The sets as a list, and name and values of the one in hand below it; saved when left."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._script: int | None = None
        self._sets: Sets | None = None
        self._shown: SetRow | None = None
        self._last = False
        self.list = TwoLineList(context.theme, self.tr("Data sets"))
        self.name = QLineEdit()
        keep_on_one_line(self.name)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.values = _Values()
        self.values.setAccessibleName(self.tr("Values"))
        self.values.setPlaceholderText(self.tr("One line for each: name = value"))
        self.places = plain_label("", "small", wrap=True)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        below.setSpacing(GRID)
        for widget in (self.name, self.values, self.places):
            below.addWidget(widget)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(lower)
        self._stack = QStackedWidget()
        self._stack.addWidget(split)
        self._stack.addWidget(self._nothing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._buttons())
        column.addWidget(self._stack, 1)
        self.list.selectionModel().currentChanged.connect(self._turn)
        self.name.editingFinished.connect(self.commit)
        self.values.left.connect(self.commit)
        context.bus.changed.connect(self._hear)

    def _nothing(self) -> QWidget:
        nothing = plain_label(
            self.tr(
                "With data sets a script is run once for each. Write <name> into a step; the value "
                "of that name stands there in run mode."
            ),
            "soft",
            wrap=True,
        )
        nothing.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        return at_top(nothing)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(GRID)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, 0)
        self.new = QPushButton(self.tr("New data set"))
        self.out = QPushButton(self.tr("Remove"))
        self.new.clicked.connect(self.add)
        self.out.clicked.connect(self.remove)
        row.addWidget(self.new)
        row.addWidget(self.out)
        return row

    def show_script(self, script: int | None) -> None:
        """Show the data sets of a script."""
        if script != self._script:
            self.commit()
            self._script, self._sets, self._shown = script, None, None
            self.list.show_lines([])
        self._fetch()

    def _hear(self, changes: ChangeSet) -> None:
        if _CONCERNING & set(changes.touched):
            self._fetch()

    def _fetch(self) -> None:
        script, workspace = self._script, self._context.workspace
        if script is None:
            return

        def work(_: Progress) -> Sets:
            return read_sets(workspace, script)

        self.list.waiting.follow(self._context.jobs.run(work, self._take, self._lost))

    def _lost(self, error: BaseException) -> None:
        # The script was withdrawn while its data was read.
        self._script = None

    def _take(self, found: Sets) -> None:
        if found.script != self._script:
            return
        row = self.list.currentIndex().row()
        self._sets = found
        self.list.show_lines([self._line(one) for one in found.rows])
        self._stack.setCurrentIndex(0 if found.rows else 1)
        row = len(found.rows) - 1 if self._last else min(max(row, 0), len(found.rows) - 1)
        if row >= 0:
            self.list.setCurrentIndex(self.list.entries.index(row, 0))
        names = ", ".join(f"<{name}>" for name in found.names)
        self.places.setText(
            self.tr("The script has places for: {0}").format(names) if names else ""
        )
        writable = not self._context.workspace.read_only
        self.new.setEnabled(writable)
        self.out.setEnabled(writable and bool(found.rows))
        if self._last:
            self._last = False
            self.name.setFocus()
            self.name.selectAll()

    def _line(self, one: SetRow) -> Line:
        return Line(one.name or self.tr("no name yet"), one.values.replace("\n", ", "), one)

    def _turn(self) -> None:
        row = self.list.currentIndex().row()
        rows: Sequence[SetRow] = self._sets.rows if self._sets is not None else ()
        one = rows[row] if 0 <= row < len(rows) else None
        if one is None or one == self._shown:
            return
        if self._shown is not None and one.key != self._shown.key:
            self.commit()
        self._shown = one
        self.name.setText(one.name)
        self.values.setPlainText(one.values)

    def commit(self) -> None:
        """Save what is being typed."""
        one, script, workspace = self._shown, self._script, self._context.workspace
        if one is None or script is None or workspace.read_only:
            return
        fields = {
            "name": clean(self.name.text()).strip(),
            "values": clean(self.values.toPlainText()).strip(),
        }
        if fields == {"name": one.name, "values": one.values}:
            return
        self._shown = SetRow(one.key, fields["name"], fields["values"])

        def work(_: Progress) -> None:
            data_sets.edit_data_sets(workspace, script, {one.key: fields})

        self._context.jobs.write(work)

    def add(self) -> None:
        """Make a data set with the names for which the script leaves a place."""
        script, workspace = self._script, self._context.workspace
        if script is None:
            return
        self.commit()
        found = self._sets
        names = found.names if found is not None else ()
        fields = {
            "name": self.tr("Data set {0}").format(len(found.rows) + 1 if found else 1),
            "values": "\n".join(f"{name} = " for name in names),
        }
        self._last = True

        def work(_: Progress) -> None:
            data_sets.add_data_sets(workspace, script, [fields])

        self._context.jobs.write(work)

    def remove(self) -> None:
        """Take the data set in hand out."""
        one, script, workspace = self._shown, self._script, self._context.workspace
        if one is None or script is None:
            return
        self._shown = None

        def work(_: Progress) -> None:
            data_sets.remove_data_sets(workspace, script, [one.key])

        self._context.jobs.write(work)
