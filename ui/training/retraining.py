"""What must be trained again: its script failed or changed; a person decides, one action marks."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from changedesk.handover.retrain import RetrainRow, mark_retrain, retrain_list
from ui.desk_context import DeskContext
from ui.jobs import Progress


class Retraining(QObject):
    """Asks over a page, and marks the courses and who was trained on them."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._courses: list[int] = []

    def ask(self) -> None:
        """Look for what must be trained again, and ask whether to mark it."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> list[RetrainRow]:
            return retrain_list(workspace, project)

        self._context.jobs.run(work, self._ask)

    def _ask(self, rows: list[RetrainRow]) -> None:
        if not rows:
            told = self.tr("No exercise failed or changed: all still holds.")
            self._context.messages.toast(told)
            return
        self._courses = [row.course for row in rows]
        self._context.prompts.ask(
            self._page,
            self.tr("Mark these courses, and who was trained on them, as to be retrained?"),
            "\n".join(self._line(row) for row in rows),
            self.tr("Mark"),
            self._mark,
        )

    def _line(self, row: RetrainRow) -> str:
        words = {"failed": self.tr("failed"), "changed": self.tr("changed")}
        why = ", ".join(f"{one.code} {words[one.why]}" for one in row.scripts)
        return self.tr("{0} {1}: {2}; {3} people").format(row.code, row.title, why, row.people)

    def _mark(self, _answer: str) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        chosen = self._courses
        if project is None:
            return

        def work(_: Progress) -> int:
            return mark_retrain(workspace, project, chosen)

        self._context.jobs.write(work, self._marked)

    def _marked(self, people: int) -> None:
        self._context.messages.toast(
            self.tr("%n person(s) to be trained again. Ctrl+Z takes it back.", "", people)
        )
