"""A whole user's walk in the window: the sample, every page, a result, both exports, the end."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from changedesk.desk import build_sample, open_desk
from ui.app import DOOR_MS, Desktop, make_application
from ui.i18n import install_translators
from ui.pages import PAGES
from ui.prompts import ScriptedPrompts
from ui.uat.document_dialog import DocumentDialog
from ui.uat.exporting import ExportDone
from ui.uat.run_mode import RunModePage

WAIT_MS = 60_000


def pause(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def wait_until(what: str, done: Callable[[], bool]) -> None:
    end = QDeadlineTimer(WAIT_MS)
    while not done():
        if end.hasExpired():
            sys.exit(f"waited in vain: {what}")
        pause(10)


class Walk:
    """Somebody at the window."""

    def __init__(self, desktop: Desktop, prompts: ScriptedPrompts) -> None:
        self.desktop = desktop
        self.prompts = prompts

    def settle(self) -> None:
        pause(30)
        wait_until("work to end", lambda: not self.desktop.services.jobs.busy)
        pause(30)

    def key(self, key: Qt.Key) -> None:
        wait_until("the keyboard", lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)
        self.settle()

    def pages(self) -> None:
        view = self.desktop.window.desk_view
        assert view is not None
        for entry in PAGES:
            view.show_page(entry.key)
            self.settle()
            assert view.current is not None

    def result(self) -> None:
        view = self.desktop.window.desk_view
        assert view is not None
        view.show_page("run")
        page = view.page("run")
        assert isinstance(page, RunModePage)
        wait_until("run mode", lambda: page.session is not None or page.choice.isVisible())
        if page.session is None:
            self.key(Qt.Key.Key_Return)
        wait_until("a step", page.view.isVisible)
        self.key(Qt.Key.Key_P)

    def export(self, action: str, target: Path) -> None:
        self.prompts.answers.append(target)
        wait_until(action, self.desktop.services.actions.action(action).isEnabled)
        self.desktop.services.actions.action(action).trigger()
        wait_until(target.name, lambda: any(map(is_new, QApplication.topLevelWidgets())))
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, DocumentDialog) and widget.isVisible():
                widget.accept()
        wait_until(target.name, lambda: any(map(is_told, QApplication.topLevelWidgets())))
        for widget in QApplication.topLevelWidgets():
            if is_told(widget):
                widget.close()
        assert target.stat().st_size


def is_new(widget: object) -> bool:
    return isinstance(widget, DocumentDialog | ExportDone) and widget.isVisible()


def is_told(widget: object) -> bool:
    return isinstance(widget, ExportDone) and widget.isVisible()


def main(folder: str) -> None:
    place = Path(folder)
    sample = place / "sample.changedesk"
    build_sample(sample)
    application = make_application(["walk"])
    translators = install_translators(application)
    prompts = ScriptedPrompts()
    desktop = Desktop(application, prompts=prompts)
    desktop.show(str(sample))
    wait_until("the desk", lambda: desktop.window.desk_view is not None)
    desktop.window.activateWindow()
    pause(DOOR_MS + 200)  # by then other windows of this user can ring
    walk = Walk(desktop, prompts)
    walk.settle()
    walk.pages()
    walk.result()
    assert desktop.window.desk_view is not None
    desktop.window.desk_view.show_page("cycles")
    walk.settle()
    walk.export("cycles.workbook", place / "cycle.xlsx")
    walk.export("cycles.certificate", place / "cycle.docx")
    desktop.window.close()
    pause(100)
    del translators
    desk = open_desk(sample)
    labels = [change.label for change in desk.changes(5)]
    desk.close()
    assert any(label.startswith("Record ") and label.endswith(" pass") for label in labels), labels
    print("walked")


if __name__ == "__main__":
    main(*sys.argv[1:])
