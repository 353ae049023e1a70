"""The actions on the people of a session: who comes, who confirmed, who is taken out."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from changedesk.training import sessions
from changedesk.training.sessions import WAITING, Enrolled
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.training.enrol_dialog import EnrolChoices, EnrolDialog, read_candidates
from ui.training.panes import SessionPane


class EnrolHands(QObject):
    """Asks over a page, and writes for the session and the people in hand in its pane."""

    def __init__(
        self, context: DeskContext, page: QWidget, pane: Callable[[], SessionPane]
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._pane = pane

    def enrol(self) -> None:
        """Choose who comes to the session in hand."""
        session, workspace = self._pane().session_in_hand(), self._context.workspace
        if session is None:
            return

        def work(_: Progress) -> EnrolChoices:
            return read_candidates(workspace, session)

        self._context.jobs.run(work, self._open)

    def _open(self, choices: EnrolChoices) -> None:
        dialog = EnrolDialog(choices, self._page)
        dialog.setProperty("session", choices.session.id)
        dialog.enrolled.connect(self._write)
        dialog.open()

    def _write(self, people: list[int]) -> None:
        session, workspace = int(self.sender().property("session")), self._context.workspace

        def work(_: Progress) -> Enrolled:
            return sessions.enrol(workspace, session, people)

        self._context.jobs.write(work, self._enrolled)

    def _enrolled(self, done: Enrolled) -> None:
        pane = self._pane()
        pane.detail.tabs.setCurrentWidget(pane.people)
        told = self.tr("%n person(s) enrolled. Ctrl+Z takes it back.", "", len(done.keys))
        if done.over:
            over = self.tr("%n more than there are seats.", "", done.over)
            self._context.messages.tell(f"{told} {over}", "warning")
        else:
            self._context.messages.toast(told)

    def confirm(self) -> None:
        """Say that the people in hand confirmed; where all did, that they are only invited."""
        rows, workspace = self._pane().people.chosen_rows(), self._context.workspace
        waiting = [row for row in rows if row.state in WAITING]
        if not waiting or not self._writable():
            return
        sure = all(row.invitation == "confirmed" for row in waiting)
        keys, value = [row.id for row in waiting], "invited" if sure else "confirmed"

        def work(_: Progress) -> int:
            return sessions.set_invitation(workspace, keys, value)

        self._context.jobs.write(work)

    def take_out(self) -> None:
        """Take the people in hand out of the session."""
        keys = [row.id for row in self._pane().people.chosen_rows()]
        workspace = self._context.workspace
        if not keys or not self._writable():
            return

        def work(_: Progress) -> None:
            sessions.take_out(workspace, keys)

        self._context.jobs.write(work)

    def _writable(self) -> bool:
        return not self._context.workspace.read_only and self._context.project_id is not None
