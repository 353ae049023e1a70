"""The frame of the window: menus, message bar, welcome or desk, status bar."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from ui.desk_context import Services
from ui.desk_view import DeskView
from ui.drop_target import DropTarget, dropped_files
from ui.lazily import load
from ui.messages import Message
from ui.pages import PAGES
from ui.records.values import now_ms
from ui.session import SUFFIX, OpenDesk, Session
from ui.status_bar import StatusBar
from ui.widgets.message_bar import MessageBar
from ui.widgets.toast import Toast
from ui.window_menus import build_menus

if TYPE_CHECKING:
    from ui.dropping import Dropping
    from ui.welcome.page import WelcomePage

SMALLEST = (800, 450)
FIRST_SIZE = (1280, 720)
FIRST_PAGE = "scripts"


class MainWindow(QMainWindow):
    """Shows a session: the welcome page without a workspace, its pages with one."""

    def __init__(self, services: Services, session: Session) -> None:
        super().__init__()
        self.services = services
        self.session = session
        self.desk_view: DeskView | None = None
        self._open: OpenDesk | None = None
        self.drops = DropTarget(self)
        self.dropping: Dropping | None = None
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.message_bar = MessageBar(services.theme)
        self.banner = MessageBar(services.theme)
        self.stack = QStackedWidget()
        self._welcome: WelcomePage | None = None
        self.status = StatusBar(services.jobs)
        self._arrange()
        self.toast = Toast(self)
        self.menus = build_menus(self, services, session)
        self._connect()
        self._remember_place()

    @property
    def welcome(self) -> "WelcomePage":
        """Return the page that is shown without a workspace."""
        if self._welcome is None:
            self._welcome = load("ui.welcome.page:WelcomePage")(self.services, self.session)
            self.stack.addWidget(self._welcome)
        return self._welcome

    # -- the workspace --------------------------------------------------------------------------

    def take_desk(self, opened: OpenDesk) -> None:
        """Show a workspace that was opened."""
        workspace = opened.workspace
        self._open = opened
        self.desk_view = DeskView(opened.context)
        self.stack.addWidget(self.desk_view)
        self.stack.setCurrentWidget(self.desk_view)
        self.desk_view.leaving.connect(self._leave_page)
        opened.bus.changed.connect(self._note_change)
        opened.undo.changed.connect(self.menus.show_undo)
        opened.care.backed_up.connect(self.status.show_backup)
        self.setWindowTitle(f"{workspace.name} – ChangeDesk")
        file_name = workspace.path.name if workspace.path else workspace.name
        self.status.show_file(file_name, read_only=bool(workspace.read_only))
        self.status.show_name(workspace.actor)
        if workspace.read_only:
            self.banner.show_message(Message(workspace.read_only, "warning"))
        self.message_bar.hide()
        self.menus.take_desk(opened, self.desk_view)
        self.desk_view.sidebar.projects.fetch()
        self.desk_view.show_page(self._first_page())
        opened.undo.look()

    def leave_desk(self) -> None:
        """Save what is being typed: the workspace is about to be closed."""
        if self.desk_view is not None:
            self.message_bar.hide()
            self.toast.hide()
            self.desk_view.leave()
            self.services.settings.save()

    def drop_desk(self) -> None:
        """Go back to the welcome page: the workspace was closed."""
        if self.desk_view is not None:
            self.menus.drop_desk()
            self.desk_view.close_pages()
            self.stack.removeWidget(self.desk_view)
            self.desk_view.deleteLater()
            self.desk_view = None
            self.dropping = None
            self._open = None
        self._show_welcome()

    def show_name(self, name: str) -> None:
        """Show who is at work now."""
        self.status.show_name(name)

    @Slot()  # of its class from the first: one that comes later has the window dressed anew
    def bring_up(self) -> None:
        """Put the window in front of the others."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    # -- Qt ---------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        if self.desk_view is None:
            self._show_welcome()
        super().showEvent(event)
        self.drops.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.services.settings.remember("geometry", self.saveGeometry())
        self.leave_desk()
        self.hide()
        self.session.end()
        self.services.jobs.close()
        self.services.settings.save()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drops.take(event)

    # -- inside -----------------------------------------------------------------------------------

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.message_bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        self.setCentralWidget(inside)

    def _connect(self) -> None:
        services, session = self.services, self.session
        services.messages.told.connect(self.message_bar.show_message)
        services.messages.toasted.connect(self.toast.say)
        services.jobs.trouble.connect(services.messages.problem)
        session.opened.connect(self.take_desk)
        session.closing.connect(self.leave_desk)
        session.closed.connect(self.drop_desk)
        self.drops.dropped.connect(self._take_files)
        self.status.name_wanted.connect(self.menus.ask_name)

    def _remember_place(self) -> None:
        place = self.services.settings.blob("geometry")
        if place.isEmpty() or not self.restoreGeometry(place):
            self.resize(*FIRST_SIZE)

    def _first_page(self) -> str:
        remembered = self.services.settings.text("page")
        keys = [entry.key for entry in PAGES]
        return remembered if remembered in keys else FIRST_PAGE

    def _show_welcome(self) -> None:
        self.setWindowTitle("ChangeDesk")
        self.status.clear()
        self.banner.hide()
        self.welcome.refresh()
        self.stack.setCurrentWidget(self.welcome)
        self.services.actions.set_page("")

    def _leave_page(self) -> None:
        self.message_bar.leave_page()
        self.toast.hide()

    def _take_files(self, paths: list[Path]) -> None:
        if self.desk_view is None:
            workspace = next((one for one in paths if one.suffix.lower() == SUFFIX), None)
            if workspace is not None:
                self._open_other(workspace)
        elif QApplication.activeModalWidget() is None:
            if self.dropping is None:
                self.dropping = load("ui.dropping:Dropping")(self.desk_view)
                self.dropping.workspace_wanted.connect(self._open_other)
            self.dropping.take(paths)

    def _open_other(self, path: Path) -> None:
        self.session.open(str(path))

    def _note_change(self, changes: ChangeSet) -> None:
        self.status.show_saved(now_ms())
        self.message_bar.settle(changes.touched)
        if self._open is not None:
            self._open.care.note_change()
            self._open.undo.look()

    def createPopupMenu(self) -> QMenu:
        """Offer no menu of tool bars: there are none."""
        return QMenu(self)
