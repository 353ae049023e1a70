"""The pictures of run mode and of the UAT dialogs, for the picture book."""

import csv
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from changedesk.store.change import ChangeSet
from ui.app import Desktop
from ui.uat.cycles_page import CyclesPage
from ui.uat.exporting import ExportDone
from ui.uat.import_dialog import ImportDialog
from ui.uat.run_mode import RunModePage

Shoot = Callable[[str, QWidget | None], None]
Settle = Callable[[], None]

ROWS = (
    ("Test Case ID", "Feature", "Title", "Steps", "Expected Result", "Status", "Tester"),
    (
        "TC-1",
        "Chat",
        "Ask for a person",
        "1. Open a chat\n2. Ask",
        "A person answers",
        "Pass",
        "Ida",
    ),
    ("TC-2", "Chat", "Transfer", "Press Transfer", "The next queue has it", "Fail", "Ida"),
    ("TC-3", "Voice", "Screen pop", "Call the number", "The contact opens", "hmm", "Ben"),
    ("TC-4", "Voice", "Wrap up", "Hang up", "A code is asked for", "", ""),
)


class UatPictures:
    """Draws what needs keys or a file to be seen. Nothing that it records is kept."""

    def __init__(self, desktop: Desktop, shoot: Shoot, settle: Settle) -> None:
        self._desktop = desktop
        self._shoot = shoot
        self._settle = settle
        self._made: list[ChangeSet] = []

    def draw(self, prefix: str) -> None:
        """Draw run mode step by step, then every dialog."""
        desk = self._desktop.session.desk
        assert desk is not None
        stop = desk.workspace.observe(self._made.append)
        self._run_mode(prefix)
        stop()
        while self._made:
            self._made.pop()
            desk.workspace.undo()
        self._plan(prefix)
        self._import(prefix)
        self._written(prefix)

    def _page(self, key: str) -> QWidget:
        view = self._desktop.window.desk_view
        assert view is not None
        view.show_page(key)
        self._settle()
        return view.page(key)

    def _dialog(self) -> QDialog:
        self._settle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        return dialog

    def _run_mode(self, prefix: str) -> None:
        page = self._page("run")
        assert isinstance(page, RunModePage)
        page.choose()
        self._settle()
        self._shoot(f"{prefix}/run-1-choose", None)
        page.choice.start()
        self._settle()
        self._shoot(f"{prefix}/run-2-step", None)
        page.hands.record("fail")
        page.view.bar.words.setPlainText("The chat opened without its transcript.")
        QGuiApplication.clipboard().setImage(_screenshot())
        page.hands.pictures.paste()
        self._settle()
        self._shoot(f"{prefix}/run-3-failed", None)
        page.hands.raise_defect()
        dialog = self._dialog()
        self._shoot(f"{prefix}/dialog-defect", dialog)
        dialog.close()
        for _ in range(3):
            self._desktop.services.actions.action("run.larger").trigger()
        self._shoot(f"{prefix}/run-4-large-type", None)
        for _ in range(3):
            self._desktop.services.actions.action("run.smaller").trigger()
        session = page.session
        assert session is not None
        while not session.ended:
            page.hands.record("pass")
        self._settle()
        self._shoot(f"{prefix}/run-5-end", None)

    def _plan(self, prefix: str) -> None:
        page = self._page("cycles")
        assert isinstance(page, CyclesPage)
        page.plan()
        dialog = self._dialog()
        self._shoot(f"{prefix}/dialog-plan", dialog)
        dialog.close()

    def _import(self, prefix: str) -> None:
        context = self._desktop.window.desk_view.context
        dialog = ImportDialog(context, self._page("scripts"))
        dialog.open()
        self._settle()
        self._shoot(f"{prefix}/dialog-import-1-file", dialog)
        with tempfile.TemporaryDirectory() as kept:
            path = Path(kept) / "Team sheet.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(ROWS)
            dialog.read(path)
            self._settle()
        for place in range(dialog.tabs.count()):
            if dialog.tabs.isTabVisible(place):
                dialog.tabs.setCurrentIndex(place)
                self._shoot(f"{prefix}/dialog-import-{place + 2}", dialog)
        dialog.close()

    def _written(self, prefix: str) -> None:
        target = Path("Documents") / "UAT workbook CYC-02.xlsx"
        dialog = ExportDone(target, self._page("cycles"))
        dialog.open()
        self._settle()
        self._shoot(f"{prefix}/dialog-written", dialog)
        dialog.close()


def _screenshot() -> QImage:
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    image.fill(QColor(232, 236, 243))
    return image
