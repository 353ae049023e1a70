"""The box that says what this is: version, licences, and where things are."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from changedesk import __version__
from changedesk.store.installation import home
from ui.about import AboutDialog, notice_file, places_of

ROOT = Path(__file__).resolve().parents[2]


def about(opened) -> AboutDialog:
    opened.services.actions.action("help.about").trigger()
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, AboutDialog))
    return found


def texts(dialog: AboutDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_it_names_the_version_and_every_place(opened, qtbot):
    dialog = about(opened)
    shown = texts(dialog)
    workspace = opened.session.desk.workspace
    assert f"ChangeDesk {__version__}" in shown
    for place in (workspace.path, workspace.backup_folder, home(), home() / "logs"):
        assert str(place) in shown
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_without_a_workspace_it_says_so(qtbot, home):
    dialog = AboutDialog(places_of(None))
    qtbot.addWidget(dialog)
    assert "none is open" in texts(dialog)
    assert "Its backups" not in texts(dialog)
    assert "MIT licence" in dialog.licences.toPlainText()


def test_an_installed_program_shows_the_notice_that_lies_beside_it(qtbot, home, tmp_path):
    program = tmp_path / "program"
    for papers in (program / "papers", tmp_path / "papers"):
        assert notice_file(program) is None
        papers.mkdir(parents=True)
        (papers / "NOTICE.txt").write_text("peewee 4.5\n    MIT: licences/peewee.txt\n", "utf-8")
        assert notice_file(program) == papers / "NOTICE.txt"
        (papers / "NOTICE.txt").rename(tmp_path / "kept.txt")
    dialog = AboutDialog(places_of(None), tmp_path / "kept.txt")
    qtbot.addWidget(dialog)
    assert dialog.licences.toPlainText().startswith("peewee 4.5")
    assert dialog.licences.isReadOnly()


def test_diagnostics_can_be_copied_and_the_data_folder_opened(qtbot, home, monkeypatch):
    asked: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: asked.append(Path(url.toLocalFile()))
    )
    dialog = AboutDialog(places_of(None))
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    dialog.data_button.click()
    assert QGuiApplication.clipboard().text().startswith(f"ChangeDesk {__version__}")
    assert asked == [home]


def test_the_program_has_an_icon_and_a_name_for_the_desktop():
    code = (
        "from ui.app import make_application\n"
        "app = make_application(['changedesk'])\n"
        "print(app.windowIcon().pixmap(32, 32).width(), app.desktopFileName())"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["32", "changedesk"]
