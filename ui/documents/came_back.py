"""What came back of a document, and what changed in the workspace since it was made."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from changedesk.documents.words import STATES
from changedesk.overview.made_documents import MadeDocument, changed_since_made
from changedesk.store.history import HistoryLine
from ui.desk_context import DeskContext
from ui.documents.checking_hands import since_row
from ui.jobs import Progress
from ui.records.values import choice_text, date_text, moment_text
from ui.theme.tokens import GRID
from ui.uat.lean_table import Row
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList


class CameBack(QWidget):
    """`opened` carries (type name, key) of a record that was changed since."""

    opened = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document: MadeDocument | None = None
        self._shown: int | None = None
        self._number = 0
        self.state = plain_label("", wrap=True)
        self.returns = TwoLineList(context.theme, self.tr("Returns"))
        self.since_told = plain_label("", "heading", wrap=True)
        self.since = TwoLineList(context.theme, self.tr("Changed since"))
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for label in (self.state, self.since_told):
            label.setContentsMargins(GRID, 0, GRID, 0)
        column.addWidget(self.state)
        column.addWidget(self.returns, 1)
        column.addWidget(self.since_told)
        column.addWidget(self.since, 3)
        self.since.chosen.connect(self.opened)

    def show_document(self, document: MadeDocument | None) -> None:
        """Show what came back of a document; nothing for none."""
        self._document = document
        self.returns.setVisible(document is not None and bool(document.returns))
        if document is None:
            self.state.setText("")
            self._show_since((self._number, []))
            return
        self.state.setText(self._words(document))
        self.returns.show_lines([self._returned(one) for one in document.returns])
        if document.row.id != self._shown:
            self._shown = None
            self.refresh()

    def _returned(self, one: Any) -> Line:
        told = self.tr("{0} taken · {1} conflicts · {2} not taken")
        counts = told.format(one.taken or 0, one.conflicts or 0, one.rejected or 0)
        by = one.returned_by or self.tr("nobody named")
        return Line(f"{moment_text(one.received or 0)} · {by}", counts)

    def _words(self, document: MadeDocument) -> str:
        row, parts = document.row, [choice_text(STATES, document.state)]
        if row.made_for:
            parts.append(self.tr("for {0}").format(row.made_for))
        if row.due and not document.returns:
            parts.append(self.tr("due {0}").format(date_text(row.due)))
        return " · ".join(parts)

    def refresh(self) -> None:
        """Read again what changed since; when it comes into sight if it is not."""
        self._shown = None
        if self.isVisible():
            self._fetch()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._shown is None:
            self._fetch()

    def _fetch(self) -> None:
        if self._document is None:
            return
        workspace, key = self._context.workspace, int(self._document.row.id)
        self._shown = key
        self._number += 1
        number = self._number
        self.since_told.setText("")

        def work(_: Progress) -> tuple[int, list[HistoryLine]]:
            return number, changed_since_made(workspace, key)

        self.since.waiting.follow(self._context.jobs.run(work, self._show_since))

    def _show_since(self, answer: tuple[int, list[HistoryLine]]) -> None:
        number, lines = answer
        if number != self._number:
            return
        if lines:
            told = self.tr("⚠ %n change(s) in the workspace since it was made", "", len(lines))
        elif self._document is not None:
            told = self.tr("✔ Nothing it shows was changed since it was made")
        else:
            told = ""
        self.since_told.setText(told)
        by_name = self._context.workspace.schema.by_name
        self.since.show_lines([_line(since_row(one, by_name.get(one.type_name))) for one in lines])


def _line(row: Row) -> Line:
    when, who, record, told = row.texts
    return Line(f"{record}: {told}", f"{when} · {who}", row.value)
