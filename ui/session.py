"""Opening and closing workspaces: checks on a worker, then the workspace, its bus and its care."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from changedesk import desk
from changedesk.people.records import Project
from changedesk.store import installation
from changedesk.store.access import AlreadyOpen, as_we_left_it, is_team_database
from changedesk.store.errors import UserError
from changedesk.store.restoring import restore
from changedesk.store.workspace import Workspace
from ui.bus import ChangeBus
from ui.care import Care
from ui.desk_context import DeskContext, Services
from ui.jobs import Progress
from ui.undo import UndoKeeper

SUFFIX = ".changedesk"


class OpenDesk:
    """An open workspace with what looks after it."""

    def __init__(self, workspace: Workspace, services: Services) -> None:
        self.workspace = workspace
        self.bus = ChangeBus(workspace, services.jobs)
        self.context = DeskContext(workspace, self.bus, services)
        self.undo = UndoKeeper(workspace, services.jobs, services.messages)
        self.undo.turning.connect(self.context.turn)
        self.care = Care(workspace, services.jobs, services.messages, services.settings)


class Session(QObject):
    """One workspace at a time. `opened` carries the OpenDesk, `closing` is emitted before it goes.

    `elsewhere` carries the address of a workspace that this user has open in another window.
    """

    opened = Signal(object)
    closing = Signal()
    closed = Signal()
    elsewhere = Signal(str)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.desk: OpenDesk | None = None
        self._leaving: list[OpenDesk] = []

    @property
    def actor(self) -> str:
        """Return the name that changes are signed with."""
        return self._services.settings.text("actor") or installation.user_name()

    def set_actor(self, name: str) -> None:
        """Sign changes with another name from now on."""
        wanted = name.strip()
        if wanted:
            self._services.settings.remember("actor", wanted)
            if self.desk is not None:
                self.desk.workspace.actor = wanted

    def open(self, address: str) -> None:
        """Open a workspace; a file that is not as we left it is first looked through."""
        if self._is_open(address):
            return
        if is_team_database(address) or as_we_left_it(installation.file_at(address), desk.SCHEMA):
            self.open_now(address)
            return

        def look_through(_progress: Progress) -> str:
            checked = desk.open_desk(address)
            checked.close()
            return address

        self._services.jobs.run(
            look_through,
            self.open_now,
            self._failed,
            self.tr("Looking through {0}").format(Path(address).name),
        )

    def open_now(self, address: str) -> None:
        """Open a workspace in this thread; the one that was open is closed once that succeeded."""
        if self._is_open(address):
            return
        self._finish_leaving()
        try:
            workspace = desk.open_desk(address, actor=self.actor, window=True)
        except AlreadyOpen:
            self.elsewhere.emit(address)
            return
        except Exception as error:  # noqa: BLE001 - told to the user, or as a bug
            self._failed(error)
            return
        self.close()
        self.desk = OpenDesk(workspace, self._services)
        self._services.settings.add_recent(workspace.address)
        self.opened.emit(self.desk)
        self.desk.care.start()

    def close(self) -> None:
        """Close the workspace: what is being typed is saved; a last backup is made on a worker."""
        if self.desk is None:
            return
        self.closing.emit()
        self._services.jobs.wait()
        leaving, self.desk = self.desk, None
        leaving.undo.close()
        leaving.bus.close()
        leaving.care.stop()
        self.closed.emit()
        self._leaving.append(leaving)
        # Without a title, so nobody stops it: the workspace is closed when it is done.
        self._services.jobs.run(leaving.care.last_backup, self._left, self._left_without)

    def end(self) -> None:
        """Close the workspace and wait until its last backup is made: the program ends."""
        self.close()
        self._finish_leaving()

    def _left(self, care: Care) -> None:
        for leaving in tuple(self._leaving):
            if leaving.care is care:
                self._leaving.remove(leaving)
                leaving.workspace.close()

    def _left_without(self, error: BaseException) -> None:
        self._failed(error)
        self._finish_leaving()

    def _finish_leaving(self) -> None:
        for leaving in tuple(self._leaving):
            self._services.jobs.wait_for_all()
            if leaving in self._leaving:
                self._leaving.remove(leaving)
                leaving.workspace.close()

    def _is_open(self, address: str) -> bool:
        opened = self.desk.workspace if self.desk is not None else None
        return opened is not None and str(installation.file_at(address)) == opened.address

    def create(self, path: Path, project: str) -> None:
        """Make a workspace with one project, and open it."""
        label = self.tr("Start project {0}").format(project)

        def work(_progress: Progress) -> str:
            workspace = desk.new_desk(path, actor=desk.MAKER)
            try:
                with workspace.change(label) as change:
                    change.add(Project(code=_code_for(project), name=project))
            finally:
                workspace.close()
            return str(path)

        self._make(path, work, self.tr("Making the workspace"))

    def create_sample(self, path: Path) -> None:
        """Make the sample project and open it."""

        def work(progress: Progress) -> str:
            desk.build_sample(path, today=date.today(), progress=progress)
            return str(path)

        self._make(path, work, self.tr("Making the sample project"))

    def restore(self, backup: Path, target: Path) -> None:
        """Put a backup back under a name, and open it."""
        if self.desk is not None and installation.file_at(target) == self.desk.workspace.path:
            self.close()
            self._finish_leaving()

        def work(_progress: Progress) -> str:
            restore(backup, target, desk.SCHEMA)
            return str(target)

        self._services.jobs.write(work, self.open, self._failed, self.tr("Restoring the backup"))

    def _make(self, path: Path, work: Callable[[Progress], Any], title: str) -> None:
        if path.exists():
            self._failed(
                UserError(
                    self.tr("There is a file named {0} already: choose another name.").format(
                        path.name
                    )
                )
            )
            return
        self._services.jobs.write(work, self.open, self._failed, title)

    def _failed(self, error: BaseException) -> None:
        self._services.messages.problem(error)


def _code_for(name: str) -> str:
    """Return a short code for a project: the first letters of its words."""
    letters = "".join(word[0] for word in name.split() if word[0].isalnum())
    return (letters or "P").upper()[:6]
