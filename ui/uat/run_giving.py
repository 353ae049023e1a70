"""Give runs that nobody has begun to another tester: who is there, and how much each has to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from changedesk.people.queries import PersonRow, people
from changedesk.store.workspace import Workspace
from changedesk.uat import planning
from changedesk.uat.planning import Load
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

_NOBODY = 0


@dataclass(frozen=True)
class Takers:
    """Who can take runs, and what each has to do in the cycle already."""

    people: tuple[PersonRow, ...]
    loads: dict[int | None, Load]


def read_takers(workspace: Workspace, cycle: int) -> Takers:
    """Read who can take runs of a cycle; those who test in it come first."""
    with workspace.snapshot():
        loads = {load.tester: load for load in planning.loads(workspace, cycle)}
        found = sorted(people(workspace), key=lambda one: one.id not in loads)
    return Takers(tuple(found), loads)


class GiveDialog(QDialog):
    """`given` carries the key of a person, or None for nobody."""

    given = Signal(object)

    def __init__(self, theme: Theme, runs: int, takers: Takers, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Give to another tester"))
        self.table = LeanTable(theme, self.tr("Testers"), (
            Column(self.tr("Tester"), share=3), Column(self.tr("Site"), share=2),
            Column(self.tr("Open runs"), letters=10, right=True),
            Column(self.tr("Open minutes"), letters=13, right=True),
        ))  # fmt: skip
        nobody = Row((self.tr("Nobody yet, decide later"), "", "", ""), _NOBODY)
        self.table.show_rows([*(_row(one, takers.loads) for one in takers.people), nobody])
        self.table.opened.connect(self._take)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        give = box.addButton(self.tr("Give"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(give)
        give.setDefault(True)
        box.accepted.connect(self._take)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        title = self.tr("Who takes %n run(s)?", "", runs)
        column.addWidget(plain_label(title, "title"))
        hint = self.tr("Enter gives them. What somebody has begun stays where it is.")
        column.addWidget(plain_label(hint, "soft", wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(box)
        self.resize(GRID * 84, GRID * 60)
        self.table.setCurrentIndex(self.table.lines.index(0, 0))
        self.table.setFocus()

    def _take(self) -> None:
        key = self.table.current_value()
        if key is not None:
            self.given.emit(key or None)
            self.accept()


class RunGiving(QObject):
    """Opens the dialog for runs and carries out what is chosen in it."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._runs: tuple[int, ...] = ()

    def open(self, cycle: int, runs: Sequence[int]) -> None:
        """Choose who takes these runs of a cycle."""
        workspace, self._runs = self._context.workspace, tuple(runs)

        def work(_: Progress) -> Takers:
            return read_takers(workspace, cycle)

        self._context.jobs.run(work, self._show)

    def _show(self, takers: Takers) -> None:
        dialog = GiveDialog(self._context.theme, len(self._runs), takers, self._page)
        dialog.given.connect(self._write)
        dialog.open()

    def _write(self, tester: int | None) -> None:
        workspace, runs = self._context.workspace, self._runs

        def work(_: Progress) -> int:
            return planning.assign(workspace, runs, tester)

        self._context.jobs.write(work, self._given)

    def _given(self, count: int) -> None:
        if not count:
            self._context.messages.toast(
                self.tr("Nothing changed hands: begun runs stay with whoever has them.")
            )
            return
        self._context.messages.toast(self.tr("%n run(s) given. Ctrl+Z takes it back.", "", count))


def _row(one: PersonRow, loads: dict[int | None, Load]) -> Row:
    load = loads.get(one.id)
    told = (str(load.open_runs), str(load.open_minutes)) if load else ("", "")
    return Row((one.name, one.site, *told), one.id)
