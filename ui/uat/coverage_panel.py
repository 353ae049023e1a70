"""Coverage on the page Requirements: how much is covered, in which cycle, and the matrix."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.coverage import Coverage, RequirementRow, coverage
from changedesk.uat.queries import CycleRow
from ui.page import on_surface
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.matrix_view import MatrixView
from ui.widgets.empty_state import at_top
from ui.widgets.text import plain_label


@dataclass(frozen=True)
class CoverageView:
    """The coverage of a project in a cycle (None: each script as it stood last)."""

    coverage: Coverage
    cycles: tuple[CycleRow, ...]
    cycle: int | None


def read_coverage(workspace: Workspace, project: int, cycle: int | None) -> CoverageView:
    """Read the coverage; a cycle that is gone counts as none."""
    with workspace.snapshot():
        cycles = tuple(queries.cycles(workspace, project))
        known = cycle if cycle in {one.id for one in cycles} else None
        return CoverageView(coverage(workspace, project, known), cycles, known)


class CoveragePanel(QWidget):
    """`asked` is emitted when another cycle was chosen."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CoverageView | None = None
        self._words: list[str] = []
        self.matrix = MatrixView(theme)
        self.said = plain_label("", wrap=True)
        self.cycle = QComboBox()
        self.cycle.setAccessibleName(self.tr("Cycle"))
        self.cycle.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.cycle.currentIndexChanged.connect(self.asked)
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        head.setSpacing(GRID * 2)
        head.addWidget(self.said, 1)
        head.addWidget(self.cycle, 0, Qt.AlignmentFlag.AlignTop)
        nothing = plain_label(
            self.tr(
                "No script tests a requirement yet. Choose a requirement in the list and press "
                "Ctrl+L, or import a traceability matrix."
            ),
            "soft",
            wrap=True,
        )
        nothing.setContentsMargins(GRID * 3, GRID, GRID * 3, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(on_surface(self.matrix, GRID))
        self._stack.addWidget(at_top(nothing))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.matrix)

    def chosen_cycle(self) -> int | None:
        """Return the cycle that was chosen."""
        return self.cycle.currentData()

    def show_view(self, view: CoverageView) -> None:
        """Show where the requirements stand."""
        self._view = view
        self.cycle.blockSignals(True)
        self.cycle.clear()
        self.cycle.addItem(self.tr("The last run of each script"), None)
        for one in view.cycles:
            self.cycle.addItem(f"{one.code}  {one.title}", one.id)
        self.cycle.setCurrentIndex(max(0, self.cycle.findData(view.cycle)))
        self.cycle.blockSignals(False)
        self.said.setText(self._in_words(view.coverage))
        self._stack.setCurrentIndex(0 if view.coverage.scripts else 1)
        self._show()

    def restrict(self, words: str) -> None:
        """Show only the requirements whose code, title or area hold all the words."""
        self._words = words.casefold().split()
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        rows = [row for row in self._view.coverage.rows if _holds(row, self._words)]
        wanted = {one.id for row in rows for one in row.scripts} if self._words else None
        scripts = [one for one in self._view.coverage.scripts if wanted is None or one.id in wanted]
        self.matrix.matrix.show_coverage(rows, scripts)

    def _in_words(self, found: Coverage) -> str:
        share = found.share
        if share.percent is None:
            return self.tr("No requirement is in scope yet.")
        percent = QLocale().toString(share.percent)
        parts = [
            self.tr("{0} of %n requirement(s) in scope covered: {1} %", "", share.base).format(
                share.n, percent
            )
        ]
        must = found.share_of(["must"])
        if must.base > must.n:
            parts.append(self.tr("%n must-have(s) not covered", "", must.base - must.n))
        if found.untied:
            parts.append(self.tr("%n script(s) without a requirement", "", len(found.untied)))
        return "   ·   ".join(parts)


def _holds(row: RequirementRow, words: Sequence[str]) -> bool:
    said = f"{row.code} {row.title} {row.area}".casefold()
    return all(word in said for word in words)
