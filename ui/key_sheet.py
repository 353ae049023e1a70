"""F1: the keys of the page at hand, then those of the whole window."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.actions import ActionRegistry
from ui.theme.tokens import GRID
from ui.widgets.text import plain_label


class KeySheet(QDialog):
    """Made from the actions, so it cannot say anything that is not so."""

    def __init__(
        self,
        actions: ActionRegistry,
        page_title: str,
        page: str,
        further: tuple[tuple[str, str], ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        inside = QWidget()
        inside.setProperty("look", "page")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        self._grid.setHorizontalSpacing(GRID * 3)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        self._row = 0
        if page:
            self._section(page_title, [*_lines(actions, page), *further])
        self._section(self.tr("Everywhere"), _lines(actions, ""))
        self._grid.setRowStretch(self._row, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID * 2)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        buttons.setContentsMargins(0, 0, GRID * 3, 0)
        self.resize(GRID * 64, GRID * 72)

    def _section(self, title: str, lines: list[tuple[str, str]]) -> None:
        if not lines:
            return
        heading = plain_label(title, "heading")
        heading.setContentsMargins(0, GRID if self._row else 0, 0, 0)
        self._grid.addWidget(heading, self._row, 0, 1, 2)
        self._row += 1
        for keys, text in lines:
            self._grid.addWidget(plain_label(keys, "key"), self._row, 0)
            self._grid.addWidget(plain_label(text, wrap=True), self._row, 1)
            self._row += 1


def _lines(actions: ActionRegistry, page: str) -> list[tuple[str, str]]:
    lines = []
    for spec in actions.of_page(page):
        action = actions.action(spec.id)
        keys = [one.toString(QKeySequence.SequenceFormat.NativeText) for one in action.shortcuts()]
        if keys:
            lines.append(
                (
                    QCoreApplication.translate("Keys", " or ").join(keys),
                    action.text().replace("&", ""),
                )
            )
    return lines
