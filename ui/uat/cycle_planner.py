"""Between the dialog that plans a cycle and the workspace."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from changedesk.uat.queries import CycleRow
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.uat.plan_dialog import PlanDialog
from ui.uat.plan_reading import (
    PlanChoices,
    PlanPreview,
    Wish,
    read_choices,
    read_preview,
    write_plan,
)


class CyclePlanner(QObject):
    """Opens the dialog for a cycle and carries out what is chosen in it."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._cycle: CycleRow | None = None
        self._dialog: PlanDialog | None = None

    def open(self, cycle: CycleRow) -> None:
        """Choose scripts and testers for a cycle."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return
        self._cycle = cycle

        def work(_: Progress) -> PlanChoices:
            return read_choices(workspace, project)

        self._context.jobs.run(work, self._show)

    def _show(self, choices: PlanChoices) -> None:
        if self._cycle is None:
            return
        name = f"{self._cycle.code} {self._cycle.title}"
        self._dialog = PlanDialog(self._context.theme, name, choices, self._page)
        self._dialog.wished.connect(self._preview)
        self._dialog.planned.connect(self._write)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _preview(self, wish: Wish) -> None:
        cycle, workspace = self._cycle, self._context.workspace
        if cycle is None:
            return

        def work(_: Progress) -> PlanPreview:
            return read_preview(workspace, cycle.id, wish)

        self._context.jobs.run(work, self._take_preview)

    def _take_preview(self, preview: PlanPreview) -> None:
        if self._dialog is not None:
            self._dialog.show_preview(preview)

    def _write(self, wish: Wish) -> None:
        cycle, workspace = self._cycle, self._context.workspace
        if cycle is None:
            return

        def work(_: Progress) -> int:
            return write_plan(workspace, cycle.id, wish)

        self._context.jobs.write(work, self._planned)

    def _planned(self, count: int) -> None:
        self._context.messages.toast(self.tr("%n run(s) planned. Ctrl+Z takes it back.", "", count))
