"""The scripts that test the requirement in hand, each with its state."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from changedesk.uat.coverage import CoveringScript, RequirementRow
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.words import labelled
from ui.widgets.buttons import action_button
from ui.widgets.empty_state import at_top
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList


class RequirementScripts(QWidget):
    """`opened` carries a CoveringScript."""

    opened = Signal(object)

    def __init__(self, theme: Theme, link: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = TwoLineList(theme, self.tr("Scripts that test it"))
        self._list.chosen.connect(self.opened)
        nothing = plain_label(self.tr("No script tests this yet."), "soft", wrap=True)
        nothing.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(at_top(nothing))
        head = QHBoxLayout()
        head.setContentsMargins(GRID * 2, GRID * 3 // 2, GRID * 2, GRID)
        self._state = plain_label("", "heading")
        head.addWidget(self._state, 1)
        head.addWidget(action_button(link))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def show_requirement(self, row: RequirementRow | None) -> None:
        """Show the scripts of a requirement."""
        scripts: Sequence[CoveringScript] = row.scripts if row is not None else ()
        self._state.setText(labelled(row.state) if row is not None and scripts else "")
        self._list.show_lines([self._line(one) for one in scripts])
        self._stack.setCurrentIndex(0 if scripts else 1)

    def _line(self, one: CoveringScript) -> Line:
        runs = self.tr("%n run(s)", "", one.runs) if one.runs else self.tr("not planned yet")
        return Line(f"{one.code}  {one.title}", runs, one, note=labelled(one.state))
