"""After a passing retest: the line that offers to close the defects which waited for it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat import retesting
from changedesk.uat.queries import DefectRow
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.widgets.buttons import action_button
from ui.widgets.text import ElidedLabel


@dataclass(frozen=True)
class Proposal:
    """A run that passed, and the defects that it proposes to close."""

    run: int
    code: str
    defects: tuple[DefectRow, ...]


class CloseProposal(QFrame):
    """Hidden while there is nothing to propose. `turned` is emitted when that changed."""

    turned = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._proposal: Proposal | None = None
        self.setProperty("look", "good")
        self.said = ElidedLabel("")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID * 3, GRID // 2, GRID * 3, GRID // 2)
        self._row.addWidget(self.said, 1)
        context.bus.changed.connect(self._hear)
        self.hide()

    def offer_with(self, action: QAction) -> None:
        """Give the line its button."""
        self._row.addWidget(action_button(action))

    @property
    def waiting(self) -> bool:
        """Tell whether there is something to close."""
        return self._proposal is not None

    def look(self, run: int, code: str) -> None:
        """Find out what a run that is executed proposes."""
        workspace = self._context.workspace

        def work(_: Progress) -> Proposal:
            return Proposal(run, code, tuple(retesting.ready_to_close(workspace, run)))

        self._context.jobs.run(work, self._take, self._lost)

    def close_them(self) -> None:
        """Close the defects."""
        found, workspace = self._proposal, self._context.workspace
        if found is None:
            return
        keys = [row.id for row in found.defects]

        def work(_: Progress) -> int:
            return retesting.close_defects(workspace, keys, found.run)

        self._context.jobs.write(work, self._closed)

    def _take(self, found: Proposal) -> None:
        if found.defects:
            self._proposal = found
            self._show(found)
        elif self._proposal is not None and self._proposal.run == found.run:
            self._drop()

    def _show(self, found: Proposal) -> None:
        first = found.defects[0]
        named = f"{first.code} {first.title}"
        if len(found.defects) > 1:
            named = ", ".join(row.code for row in found.defects)
        self.said.setText(self.tr("✔ {0} passed. C closes: {1}").format(found.code, named))
        self.show()
        self.turned.emit()

    def _drop(self) -> None:
        self._proposal = None
        self.hide()
        self.turned.emit()

    def _closed(self, count: int) -> None:
        self._context.messages.toast(
            self.tr("%n defect(s) closed. Ctrl+Z takes it back.", "", count)
        )

    def _lost(self, error: BaseException) -> None:
        # The run is gone, by an undo say.
        self._drop()

    def _hear(self, changes: ChangeSet) -> None:
        found = self._proposal
        if found is not None and (changes.of("defect") or found.run in changes.of("run")):
            self.look(found.run, found.code)
