"""The composition root: puts the window together, opens a workspace, and ends in good order."""

import logging
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from changedesk import __version__
from ui.actions import ActionRegistry
from ui.crash import CrashLog, CrashReporter, details_of, logs_folder, start_log
from ui.desk_context import Services
from ui.garbage import Garbage
from ui.i18n import install_translators
from ui.jobs import JobRunner
from ui.lazily import load
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.prompts import Prompts, WindowPrompts
from ui.session import OpenDesk, Session
from ui.settings import Settings
from ui.theme.theme import ICONS, Mode, Theme

logger = logging.getLogger(__name__)

DOOR_MS = 700
DESKTOP_FILE = "changedesk"  # by this name a Linux desktop finds menu entry and icon of a window
WATCHDOG_VARIABLE = "CHANGEDESK_WATCHDOG"


def make_application(argv: list[str]) -> QApplication:
    """Return the QApplication, dressed in nothing yet."""
    QCoreApplication.setApplicationName("ChangeDesk")
    QCoreApplication.setApplicationVersion(__version__)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)
    QGuiApplication.setDesktopFileName(DESKTOP_FILE)
    application = QApplication(argv)
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(ICONS / "changedesk.png")))
    return application


class Desktop(QObject):
    """The running window with everything it needs; a test may give it other services."""

    def __init__(
        self,
        application: QApplication,
        *,
        jobs: JobRunner | None = None,
        prompts: Prompts | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        remembered = settings or Settings()
        theme = Theme(application, _mode(remembered.text("theme")))
        theme.apply()
        self.services = Services(
            jobs or JobRunner(),
            prompts or WindowPrompts(),
            theme,
            remembered,
            ActionRegistry(theme),
            Messages(),
        )
        self.session = Session(self.services)
        self.window = MainWindow(self.services, self.session)
        self._doorbell: Any = None
        self.services.messages.bug.connect(self._tell_bug)
        self.session.opened.connect(self._listen)
        self.session.elsewhere.connect(self._raise_elsewhere)
        self.session.closed.connect(self._stop_listening)

    def show(self, address: str = "") -> None:
        """Open a workspace (or the last one) and show the window."""
        recent = self.services.settings.recent()
        wanted = address or (recent[0] if recent and Path(recent[0]).exists() else "")
        if wanted:
            self.session.open(wanted)
        self.window.show()

    def tell_of_crash(self, details: str) -> None:
        """Say that the program died last time; what the interpreter wrote then goes to the log."""
        logger.error("ended unexpectedly:\n%s", details)
        self.services.messages.tell(
            self.tr(
                "ChangeDesk ended unexpectedly last time. Everything that was saved is here; "
                "details are in the folder {0}."
            ).format(logs_folder()),
            "warning",
            stays=True,
        )

    def _tell_bug(self, error: BaseException) -> None:
        dialog = load("ui.bug_dialog:BugDialog")(details_of(error), self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _listen(self, opened: OpenDesk) -> None:
        if opened.workspace.path is not None and not opened.workspace.read_only:
            QTimer.singleShot(DOOR_MS, self, self._open_door)

    def _open_door(self) -> None:
        if self.session.desk is None:
            return
        if self._doorbell is None:
            # Loaded after the first paint: the network library costs a tenth of the start.
            self._doorbell = load("ui.single_window:Doorbell")(self)
            self._doorbell.rung.connect(self.window.bring_up)
        self._doorbell.listen(self.session.desk.workspace.address)

    def _stop_listening(self) -> None:
        if self._doorbell is not None:
            self._doorbell.close()

    def _raise_elsewhere(self, address: str) -> None:
        raised = load("ui.single_window:raise_other")(address)
        if raised and self.session.desk is None and not self.window.isVisible():
            QTimer.singleShot(0, self.window, self.window.close)
        elif raised:
            self.services.messages.tell(
                self.tr("This workspace is open in another window; that window was brought up.")
            )
        else:
            self.services.messages.tell(
                self.tr(
                    "This workspace is open in another ChangeDesk that does not answer: close that "
                    "one, or end it, and open the workspace again."
                ),
                "bad",
            )


def _mode(text: str) -> Mode:
    return Mode(text) if text in {mode.value for mode in Mode} else Mode.SYSTEM


def run_window(address: str = "") -> int:
    """Open the window and return the exit code when it is closed."""
    os.umask(0o077)
    application = make_application(sys.argv[:1])
    translators = install_translators(application)
    start_log()
    crash_log = CrashLog(logs_folder())
    reporter = CrashReporter()
    desktop = Desktop(application)
    reporter.sentence.connect(desktop.services.messages.problem)
    reporter.happened.connect(desktop.services.messages.bug)
    reporter.install()
    watchdog = _watchdog()
    desktop.show(address)
    garbage = Garbage(desktop.services.jobs, desktop)
    QTimer.singleShot(DOOR_MS, garbage, garbage.begin)
    if crash_log.earlier:
        desktop.tell_of_crash(crash_log.earlier)
    code = application.exec()
    reporter.uninstall()
    if watchdog is not None:
        watchdog.stop()
    crash_log.close()
    del translators
    return int(code)


def _watchdog() -> Any:
    if not os.environ.get(WATCHDOG_VARIABLE):
        return None
    watchdog = load("ui.stall_watchdog:StallWatchdog")()
    watchdog.start()
    return watchdog
