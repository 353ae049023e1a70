"""The page History: every change of the workspace on the left, what it did on the right."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from changedesk.store import history
from changedesk.store.change import ChangeSet
from changedesk.store.history import ChangeLine
from changedesk.store.spec import spec_of
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.page import Page, master_detail, on_surface
from ui.pages import page_of
from ui.records.history_panel import what_happened
from ui.records.values import day_text, now_ms
from ui.theme.tokens import GRID
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import ElidedLabel
from ui.widgets.two_lines import Line, TwoLineList

CHANGES = 300
OPERATIONS = 500


class HistoryPage(Page):
    """Newest first; Enter on a line of a change goes to the record."""

    key = "history"

    def build(self) -> None:
        self.header.set_title(self.tr("History"))
        self.changes = TwoLineList(self.context.theme, self.tr("Changes"))
        self.operations = TwoLineList(self.context.theme, self.tr("What the change did"))
        self.heading = ElidedLabel()
        self.heading.setProperty("look", "heading")
        self.heading.setContentsMargins(GRID * 2, GRID * 3 // 2, GRID * 2, GRID)
        side = QFrame()
        side.setProperty("look", "surface")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.operations, 1)
        self.empty = EmptyState(
            self.context.theme,
            "history",
            self.tr("Nothing has happened yet"),
            self.tr("Every change is kept here for good: who made it, when, from what to what."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(
            master_detail(
                on_surface(self.changes, GRID),
                side,
                (50, 50),
                settings=self.context.settings,
                name=self.key,
            )
        )
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack)
        self._shown = 0
        self.changes.selectionModel().currentChanged.connect(self._show_change)
        self.operations.chosen.connect(self._go_to)
        self.setFocusProxy(self.changes)

    def refresh(self, changes: ChangeSet | None) -> None:
        workspace = self.context.workspace

        def work(_progress: Progress) -> list[ChangeLine]:
            return workspace.changes(CHANGES)

        self.context.jobs.run(work, self._take_changes)

    def _take_changes(self, found: list[ChangeLine]) -> None:
        at_top = self.changes.currentIndex().row() <= 0
        shown = self._shown
        self.changes.show_lines([self._change_line(change) for change in found])
        self.stack.setCurrentIndex(0 if found else 1)
        ids = [change.id for change in found]
        if ids:
            row = 0 if at_top or shown not in ids else ids.index(shown)
            self.changes.setCurrentIndex(self.changes.entries.index(row, 0))

    def _change_line(self, change: ChangeLine) -> Line:
        when = day_text(change.when_ms, now_ms())
        text = self.tr("Undone: {0}").format(change.label) if change.undo else change.label
        values = self.tr("%n value(s)", "", change.operations)
        icon = "undo" if change.undo else "edit"
        return Line(text, f"{when} · {change.who}", change, icon, values)

    def _show_change(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        change: ChangeLine = self.changes.entries.lines[index.row()].value
        if change.id == self._shown:
            return
        self._shown = change.id
        self.heading.setText(change.label)
        workspace = self.context.workspace

        def work(_progress: Progress) -> tuple[int, list[Line]]:
            with workspace.connected() as sql:
                found = history.operations_of(sql, workspace.schema, change.id, OPERATIONS)
            types = workspace.schema.by_name
            lines = []
            for line in found:
                record_type = types.get(line.type_name)
                label = translate_label(spec_of(record_type).label) if record_type else ""
                page = page_of(line.type_name)
                lines.append(
                    Line(
                        what_happened(line, record_type),
                        f"{label} {line.record}".strip(),
                        (line.type_name, line.record_id),
                        page.icon if page else "list",
                    )
                )
            return change.id, lines

        self.context.jobs.run(work, self._take_operations)

    def _take_operations(self, answer: tuple[int, list[Line]]) -> None:
        shown, lines = answer
        if shown == self._shown:
            self.operations.show_lines(lines)

    def _go_to(self, place: tuple[str, int]) -> None:
        type_name, key = place
        page = page_of(type_name)
        if page is not None:
            self.context.go_to(page.key, type_name, key)
