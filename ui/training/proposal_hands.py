"""The actions of a schedule on the page Training: propose one, and move people by hand."""

from PySide6.QtCore import QDate, QObject
from PySide6.QtWidgets import QWidget

from changedesk.training import proposals, sessions
from changedesk.training.proposal_reading import Wish
from changedesk.training.proposals import Draft
from changedesk.training.sessions import EnrolmentRow, SessionRow
from ui.actions import ActionSpec
from ui.desk_context import DeskContext
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.training.proposal_dialog import ProposalDialog
from ui.training.proposal_move import MoveDialog
from ui.training.proposal_reading import Choices, Preview, read_choices, read_preview

PROPOSE = ActionSpec(
    "training.propose", QT_TRANSLATE_NOOP("Actions", "&Propose a schedule…"), "record",
    "Ctrl+Shift+G", "calendar", "training", group=2,
)  # fmt: skip
MOVE = ActionSpec(
    "training.move", QT_TRANSLATE_NOOP("Actions", "&Move to another session…"), "record",
    "Ctrl+M", "", "training", group=2,
)  # fmt: skip


class ProposalHands(QObject):
    """Asks over a page, writes what was applied."""

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._keys: list[int] = []
        self.dialog: ProposalDialog | None = None
        self.mover: MoveDialog | None = None

    def propose(self) -> None:
        """Ask what is to be scheduled, and show what would come of it."""
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> Choices:
            return read_choices(workspace, project)

        self._context.jobs.run(work, self._open)

    def _open(self, choices: Choices) -> None:
        if not choices.courses:
            self._context.messages.toast(self.tr("Make a course first: there is none to schedule."))
            return
        tomorrow = QDate.currentDate().addDays(1)
        dialog = ProposalDialog(self._context.theme, choices, tomorrow, self._page)
        dialog.wished.connect(self._read)
        dialog.applied.connect(self._apply)
        dialog.destroyed.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _read(self, wish: Wish, number: int) -> None:
        project, workspace = self._context.project_id, self._context.workspace
        if project is None:
            return

        def work(_: Progress) -> Preview:
            return read_preview(workspace, project, wish, number)

        self._context.jobs.run(work, self._show)

    def _show(self, preview: Preview) -> None:
        if self.dialog is not None:
            self.dialog.show_preview(preview)

    def _apply(self, draft: Draft) -> None:
        workspace = self._context.workspace

        def work(_: Progress) -> int:
            return proposals.apply(workspace, draft)

        self._context.jobs.write(work, self._applied)

    def _applied(self, placed: int) -> None:
        told = self.tr("%n person(s) scheduled. Ctrl+Z takes it back.", "", placed)
        self._context.messages.toast(told)

    def move(self, session: int, people: list[EnrolmentRow]) -> None:
        """Ask to which session of the same course people go."""
        project, workspace = self._context.project_id, self._context.workspace
        self._keys = [row.id for row in people if row.state in sessions.WAITING]
        if project is None or not self._keys:
            return

        def work(_: Progress) -> list[SessionRow]:
            rows = sessions.sessions(workspace, project)
            course = next(row.course for row in rows if row.id == session)
            return [
                row
                for row in rows
                if row.course == course and row.id != session
                and row.status not in ("held", "cancelled")
            ]  # fmt: skip

        self._context.jobs.run(work, self._open_mover)

    def _open_mover(self, rows: list[SessionRow]) -> None:
        if not rows:
            self._context.messages.toast(self.tr("This course has no other session to move to."))
            return
        self.mover = MoveDialog(self._context.theme, len(self._keys), rows, self._page)
        self.mover.moved.connect(self._move_to)
        self.mover.open()

    def _move_to(self, session: int) -> None:
        keys, workspace = self._keys, self._context.workspace

        def work(_: Progress) -> int:
            return proposals.move_by_hand(workspace, keys, session)

        self._context.jobs.write(work, self._moved)

    def _moved(self, count: int) -> None:
        self._context.messages.toast(
            self.tr("%n person(s) moved. Ctrl+Z takes it back.", "", count)
        )
