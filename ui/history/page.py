"""The page History: what happened in the workspace, newest first."""

from changedesk.store.change import ChangeSet
from ui.jobs import Progress
from ui.page import Page
from ui.records.history_panel import history_line
from ui.widgets.two_lines import Line, TwoLineList

LINES = 300


class HistoryPage(Page):
    """Every operation in words."""

    key = "history"

    def build(self) -> None:
        self.header.set_title(self.tr("History"))
        self.list = TwoLineList(self.context.theme, self.tr("History"))
        self.body.addWidget(self.list)

    def refresh(self, changes: ChangeSet | None) -> None:
        workspace = self.context.workspace

        def work(_progress: Progress) -> list[Line]:
            types = workspace.schema.by_name
            return [
                history_line(line, types.get(line.type_name))
                for line in workspace.newest_operations(LINES)
            ]

        self.context.jobs.run(work, self._take_lines)

    def _take_lines(self, lines: list[Line]) -> None:
        self.list.show_lines(lines)
