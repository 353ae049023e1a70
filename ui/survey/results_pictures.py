"""The pictures of the results, each with its table: answers, time, groups, scores, who answered."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.survey.figure_list import FigureDelegate, FigureList
from ui.survey.figure_sheet import Sheet, SheetTable, copy
from ui.survey.heat_table import HeatTable
from ui.survey.result_rows import Heat
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.text import plain_label


class Picture(QWidget):
    """A picture, the same as a table, and a sentence where there is nothing to draw.

    `opened` carries the place of the row that was entered or clicked, in either form.
    """

    opened = Signal(int)

    def __init__(self, theme: Theme, name: str, legend: str, drawn: QWidget) -> None:
        super().__init__()
        self.drawn = drawn
        self._theme, self._name = theme, name
        self._sheet = Sheet()
        self.nothing = plain_label("", "soft", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(GRID * 6)
        self._legend = plain_label(legend, "small", wrap=True)
        self._legend.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        self._legend.setVisible(bool(legend))
        self._stack = QStackedWidget()
        for one in (drawn, self.nothing):
            self._stack.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._legend)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._stack)

    @cached_property
    def table(self) -> SheetTable:
        """Return the same figures as a table; it is made when it is first asked for."""
        table = SheetTable(self._theme, self._name)
        table.clicked.connect(self._open_line)
        table.activated.connect(self._open_line)
        self._stack.addWidget(table)
        return table

    def show_as(self, *, table: bool, empty: str = "") -> None:
        """Show the picture or the table of its figures; with `empty` that sentence instead."""
        self.nothing.setText(empty)
        if table:
            self.table.show_sheet(self._sheet)
        shown = self.nothing if empty else self.table if table else self.drawn
        self._stack.setCurrentWidget(shown)
        self._stack.setFocusProxy(shown)

    def say_legend(self, words: str) -> None:
        """Say how the picture is to be read."""
        self._legend.setText(words)
        self._legend.setVisible(bool(words))

    def _open_line(self) -> None:
        if self.table.currentIndex().isValid():
            self.opened.emit(self.table.currentIndex().row())


class ListPicture(Picture):
    """A picture with a row for each figure."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        legend: str,
        delegate: Callable[[Theme, QObject], FigureDelegate],
    ) -> None:
        self.list = FigureList(theme, name, delegate)
        super().__init__(theme, name, legend, self.list)
        self.list.opened.connect(self.opened)

    def show_rows(self, rows: Sequence[Any], told: Sequence[str], sheet: Sheet) -> None:
        """Show other figures."""
        self.list.show_rows(rows, told, sheet)
        self._sheet = sheet


class HeatPicture(Picture):
    """Questions by groups; `cell` carries row and column of a cell that was opened."""

    cell = Signal(int, int)

    def __init__(self, theme: Theme, name: str, legend: str) -> None:
        self.heat = HeatTable(theme, name)
        super().__init__(theme, name, legend, self.heat)
        self.heat.opened.connect(self.cell)

    def show_heat(self, heat: Heat, sheet: Sheet) -> None:
        """Show another map."""
        self.heat.show_heat(heat, sheet)
        self._sheet = sheet


WHAT, BETWEEN, VERDICT, EFFECT, TEST, P_HOLM = range(6)
NARROW = GRID * 100
"""Below this width effect and test are left to what is behind a comparison."""


class VerdictTable(LeanTable):
    """Comparisons, the verdict in words first; Ctrl+C takes all that is known of each."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(
            theme,
            name,
            (
                Column(self.tr("What"), share=4),
                Column(self.tr("Between"), share=5),
                Column(self.tr("Verdict"), share=5, coloured=True),
                Column(self.tr("Effect (95 %)"), share=4),
                Column(self.tr("Test"), letters=17),
                Column(self.tr("p, Holm"), letters=8, right=True),
            ),
        )
        self.sheet = Sheet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < NARROW
        for column in (EFFECT, TEST):
            self.setColumnHidden(column, narrow)
        if narrow:
            room = self.viewport().width() - self.columnWidth(P_HOLM)
            for column, share in ((WHAT, 26), (BETWEEN, 38), (VERDICT, 36)):
                self.setColumnWidth(column, room * share // 100)

    def show_sheet(self, sheet: Sheet, codes: Sequence[str]) -> None:
        """Show comparisons, each coloured by the code of its verdict."""
        self.sheet = sheet
        places = (0, 1, 2, 3, 5, 7)
        self.show_rows([
            Row(tuple(line[at] for at in places), place, code)
            for place, (line, code) in enumerate(zip(sheet.rows, codes, strict=True))
        ])  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = self.chosen_values()
            copy(self.sheet.block(chosen if len(chosen) > 1 else ()))
        else:
            super().keyPressEvent(event)


class VerdictPicture(Picture):
    """Comparisons in words; the table has every figure of them."""

    def __init__(self, theme: Theme, name: str, legend: str) -> None:
        self.verdicts = VerdictTable(theme, name)
        super().__init__(theme, name, legend, self.verdicts)
        self.verdicts.opened.connect(self._open_verdict)
        self.verdicts.clicked.connect(self._open_verdict)

    def show_sheet(self, sheet: Sheet, codes: Sequence[str]) -> None:
        """Show comparisons."""
        self.verdicts.show_sheet(sheet, codes)
        self._sheet = sheet

    def _open_verdict(self) -> None:
        self.opened.emit(self.verdicts.current_value())
