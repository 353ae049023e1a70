"""What belongs to a course: what comes first, and the scripts it practises; a tick writes."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from changedesk.handover import exercises
from changedesk.store.change import ChangeSet
from changedesk.store.workspace import Workspace
from changedesk.training import courses
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.uat.check_list import CheckList
from ui.widgets.text import plain_label

Items = list[tuple[str, int, bool]]
Read = Callable[[Workspace, int], Items]
Write = Callable[[Workspace, int, set[int]], None]
PAUSE_MS = 400
"""So long ticks are gathered, so that Ctrl+A is one change."""


class TickedPart(QWidget):
    """A list with ticks about the course in hand; a tick is written at once, undo takes it back."""

    def __init__(
        self,
        context: DeskContext,
        name: str,
        told: str,
        read: Read,
        write: Write,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._read, self._write = read, write
        self._course: int | None = None
        self._ticked: set[int] = set()
        self.list = CheckList(name)
        self.list.ticked.connect(self._begin)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self.commit)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(plain_label(told, "soft", wrap=True))
        column.addWidget(self.list, 1)
        context.bus.changed.connect(self._hear)

    def show_course(self, course: int | None) -> None:
        """Show what belongs to a course."""
        if course != self._course:
            self.commit()
            self._course = course
            if self.isVisible():
                self.fetch()

    def showEvent(self, event: object) -> None:
        self.fetch()

    def fetch(self) -> None:
        """Read it again."""
        course, workspace, read = self._course, self._context.workspace, self._read
        self.list.setEnabled(course is not None and not workspace.read_only)
        if course is None:
            self.list.show_items([])
            return

        def work(_: Progress) -> tuple[int, Items]:
            return course, read(workspace, course)

        self._context.jobs.run(work, self._take, self._lost)

    def commit(self) -> None:
        """Write the ticks, if they differ."""
        self._soon.stop()
        course, workspace, write = self._course, self._context.workspace, self._write
        wanted = set(self.list.values())
        if course is None or wanted == self._ticked:
            return
        self._ticked = wanted

        def work(_: Progress) -> None:
            write(workspace, course, wanted)

        self._context.jobs.write(work, None, self._refused)

    def _begin(self) -> None:
        if set(self.list.values()) != self._ticked:
            self._soon.start()

    def _take(self, answer: tuple[int, Items]) -> None:
        course, items = answer
        if course != self._course or self._soon.isActive():
            return
        self._ticked = {key for _, key, on in items if on}
        kept = self.list.list.currentRow()
        self.list.list.blockSignals(True)
        self.list.show_items([(words, key) for words, key, _ in items], ticked=self._ticked)
        self.list.list.setCurrentRow(max(0, kept))
        self.list.list.blockSignals(False)

    def _refused(self, error: BaseException) -> None:
        self._context.messages.problem(error)
        self.fetch()

    def _lost(self, error: BaseException) -> None:
        # The course was withdrawn while its parts were read.
        self.list.show_items([])

    def _hear(self, changes: ChangeSet) -> None:
        concerned = changes.of("link") or changes.of("course") or changes.of("script")
        if self.isVisible() and concerned:
            self.fetch()


def read_prerequisites(workspace: Workspace, course: int) -> Items:
    """Return the other courses of the project, those that come first with a tick; on a worker."""
    rows = courses.other_courses(workspace, course)
    return [(f"{row.code}  {row.title}", row.id, first) for row, first in rows]


def write_prerequisites(workspace: Workspace, course: int, first: set[int]) -> None:
    """Say what must come before a course; on a worker."""
    courses.set_prerequisites(workspace, course, first)


def read_exercises(workspace: Workspace, course: int) -> Items:
    """Return the scripts of the project, those that the course practises first; on a worker."""
    rows = exercises.exercises(workspace, course)
    return [(_words(row), row.id, row.used) for row in rows]


def _words(row: exercises.ExerciseRow) -> str:
    return " · ".join(part for part in (f"{row.code}  {row.title}", row.area) if part)


def write_exercises(workspace: Workspace, course: int, scripts: set[int]) -> None:
    """Say which scripts a course practises; on a worker."""
    exercises.set_exercises(workspace, course, scripts)
