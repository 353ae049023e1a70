"""Readings of proficiency: what tests and observers say of people, typed one after another."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from changedesk.people import groups
from changedesk.people.days import today
from changedesk.people.queries import people
from changedesk.training import courses, proficiency
from changedesk.training.proficiency import ReadingRow
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.training.readings_dialog import ReadingChoices, ReadingsDialog


class ReadingHands(QObject):
    """Opens the dialog over a page, and writes what is typed there."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.dialog: ReadingsDialog | None = None

    def ask(self) -> None:
        """Show the readings there are, and room for the next one."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> ReadingChoices:
            return ReadingChoices(
                tuple((one.name, one.id) for one in people(workspace)),
                tuple((one.name, one.id) for one in groups.tree(workspace) if not one.until),
                tuple((f"{one.code} {one.title}", one.id)
                      for one in courses.courses(workspace, project)),
                tuple((title, key) for key, title in proficiency.skills(workspace, project)),
                tuple(proficiency.readings(workspace, project)),
                today(workspace),
            )  # fmt: skip

        self._context.jobs.run(work, self._show)

    def _show(self, choices: ReadingChoices) -> None:
        self.dialog = ReadingsDialog(choices, self._context, self._page)
        self.dialog.typed.connect(self._add)
        self.dialog.removed.connect(self._remove)
        self.dialog.open()

    def _add(self, fields: dict[str, object]) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> tuple[ReadingRow, ...]:
            proficiency.add_reading(workspace, project, **fields)
            return tuple(proficiency.readings(workspace, project))

        self._context.jobs.write(work, self._added, self._refused)

    def _added(self, rows: tuple[ReadingRow, ...]) -> None:
        if self.dialog is not None:
            self.dialog.take_next(rows)

    def _refused(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.tell(str(error))

    def _remove(self, keys: list[int]) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        if project is None or not keys:
            return

        def work(_: Progress) -> tuple[ReadingRow, ...]:
            proficiency.remove_readings(workspace, keys)
            return tuple(proficiency.readings(workspace, project))

        self._context.jobs.write(work, self._removed)

    def _removed(self, rows: tuple[ReadingRow, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_rows(rows)
