"""The retest list: what was mended and waits for somebody to try it again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from changedesk.uat.retesting import RetestRow
from ui.page import on_surface
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.uat.words import labelled
from ui.widgets.buttons import action_button
from ui.widgets.empty_state import at_top
from ui.widgets.text import plain_label


class RetestView(QWidget):
    """`opened` carries a RetestRow."""

    opened = Signal(object)

    def __init__(self, theme: Theme, plan: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[int, RetestRow] = {}
        columns = (
            Column(self.tr("Defect"), letters=8),
            Column(self.tr("Title"), share=3),
            Column(self.tr("Severity"), letters=12, coloured=True),
            Column(self.tr("Fixed in"), letters=14),
            Column(self.tr("Script"), letters=9),
            Column(self.tr("Failed in"), letters=9),
            Column(self.tr("Tester"), share=1),
            Column(self.tr("Retest"), letters=16),
        )
        self.table = LeanTable(theme, self.tr("Retest list"), columns)
        self.table.opened.connect(self._open)
        self.said = plain_label("", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        head.setSpacing(GRID * 2)
        head.addWidget(self.said, 1)
        head.addWidget(action_button(plan))
        nothing = plain_label(
            self.tr(
                "Nothing waits for a retest. A defect comes here when its status is set to "
                "“Ready for retest”."
            ),
            "soft",
            wrap=True,
        )
        nothing.setContentsMargins(GRID * 3, GRID, GRID * 3, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(on_surface(self.table, GRID * 2))
        self._stack.addWidget(at_top(nothing))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def show_retests(self, rows: Sequence[RetestRow]) -> None:
        """Show what waits for a retest."""
        self._rows = {row.defect: row for row in rows}
        self.table.show_rows([self._row(row) for row in rows])
        if rows and self.table.current_value() is None:
            self.table.setCurrentIndex(self.table.lines.index(0, 0))
        waiting = sum(1 for row in rows if row.retest_run is None)
        told = self.tr("Retests to be planned: {0}").format(waiting)
        if rows and not waiting:
            told = self.tr("✔ A retest is planned for each of them.")
        self.said.setText(told if rows else "")
        self._stack.setCurrentIndex(0 if rows else 1)

    def chosen(self) -> list[int]:
        """Return the defects in hand."""
        here = self.table.current_value()
        return self.table.chosen_values() or ([here] if here is not None else [])

    def _row(self, row: RetestRow) -> Row:
        planned = row.retest_run is not None
        again = labelled(row.retest_state) if planned else self.tr("to be planned")
        texts = (
            row.code, row.title, labelled(row.severity), row.fixed_in, row.script_code,
            row.cycle_code, row.tester_name, again,
        )  # fmt: skip
        return Row(texts, row.defect, row.severity)

    def _open(self, defect: int) -> None:
        self.opened.emit(self._rows[defect])
