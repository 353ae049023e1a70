"""A whole session by keys alone in the whole window, across a restart, to the signed pages."""

from datetime import UTC, datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from ui.app import Desktop
from ui.jobs import JobRunner
from ui.pages import PAGES
from ui.prompts import ScriptedPrompts
from ui.uat.defect_dialog import DefectDialog
from ui.uat.document_dialog import DocumentDialog
from ui.uat.exporting import ExportDone
from ui.uat.run_mode import RunModePage

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hands:
    """Somebody at the keyboard of the window."""

    def __init__(self, qtbot: QtBot, path: Path, prompts: ScriptedPrompts) -> None:
        self.bot = qtbot
        self.path = path
        self.prompts = prompts
        self.desktop: Desktop | None = None

    def start(self) -> None:
        """Start the program on the workspace."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.desktop = Desktop(application, jobs=JobRunner(), prompts=self.prompts)
        self.desktop.show(str(self.path))
        self.bot.waitUntil(lambda: self.window.desk_view is not None)
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow)

    def stop(self) -> None:
        """Quit the program, as Ctrl+Q does."""
        assert self.desktop is not None
        self.desktop.window.close()
        self.desktop.window.deleteLater()
        self.desktop = None

    @property
    def window(self):
        assert self.desktop is not None
        return self.desktop.window

    @property
    def workspace(self) -> Workspace:
        assert self.desktop is not None
        assert self.desktop.session.desk is not None
        return self.desktop.session.desk.workspace

    @property
    def run_mode(self) -> RunModePage:
        page = self.window.desk_view.page("run")
        assert isinstance(page, RunModePage)
        return page

    def key(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def write(self, text: str) -> None:
        for letter in text:
            self.bot.waitUntil(lambda: QApplication.focusWidget() is not None)
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClicks(widget, letter)

    def at(self) -> tuple[int, int]:
        session = self.run_mode.session
        assert session is not None
        return session.figures.run, session.figures.step

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        self.bot.waitUntil(dialog.isActiveWindow)
        return dialog

    def page(self, number: int) -> None:
        """Go to a page by its number."""
        self.key(Qt.Key(Qt.Key.Key_0 + number % 10), CONTROL)

    def run_page(self) -> None:
        """Go to run mode and wait for its session."""
        self.page(_number("run"))
        self.bot.waitUntil(self._run_mode_is_ready)

    def _run_mode_is_ready(self) -> bool:
        return self.run_mode.session is not None or self.run_mode.choice.isVisible()


def _number(key: str) -> int:
    return [entry.key for entry in PAGES].index(key) + 1


@pytest.fixture
def hands(qtbot: QtBot, filled, workspace_path: Path, theme, home: Path):
    workspace, _ = filled
    workspace.close()
    hands = Hands(qtbot, workspace_path, ScriptedPrompts())
    hands.start()
    yield hands
    if hands.desktop is not None:
        hands.stop()


@pytest.mark.slow
def test_a_whole_session_by_keys_alone_and_what_is_signed_says_the_same(
    hands: Hands, filled, screenshot: QImage, tmp_path: Path, qtbot: QtBot, reopen
) -> None:
    fixture = filled[1]

    # Choose the cycle and its only tester with Enter.
    hands.run_page()
    qtbot.waitUntil(hands.run_mode.choice.isVisible)
    hands.key(Qt.Key.Key_Return)
    qtbot.waitUntil(hands.run_mode.view.isVisible)

    # Script 1: two passes, a failure with words, a picture and a defect, a pass.
    hands.write("pp")
    hands.write("fNo transcript")
    QGuiApplication.clipboard().setImage(screenshot)
    hands.key(Qt.Key.Key_V, CONTROL)
    thumbs = hands.run_mode.view.thumbs
    qtbot.waitUntil(lambda: [bool(thumb.content) for thumb in thumbs.thumbs()] == [True])
    hands.key(Qt.Key.Key_D, CONTROL)
    dialog = hands.dialog(DefectDialog)
    hands.key(Qt.Key.Key_2, ALT)
    with qtbot.waitSignal(dialog.finished):
        hands.key(Qt.Key.Key_Return)
    # No window manager gives the window back its keyboard on this screen.
    hands.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is hands.run_mode.view.steps)
    qtbot.waitUntil(lambda: not hands.window.services.jobs.busy)
    hands.key(Qt.Key.Key_Down)
    hands.write("p")
    assert hands.at() == (2, 1)

    # Script 2: a step back and a correction.
    hands.write("ps")
    hands.key(Qt.Key.Key_Backspace)
    hands.write("p")
    assert hands.at() == (2, 3)
    hands.write("n")

    # Undo twice, restart, undo once more, redo all three.
    before = _dump(hands.workspace, fixture.cycle)
    _turn_back(hands, "Undo", 2)
    assert hands.at() == (2, 2)
    hands.stop()
    hands.start()
    hands.run_page()
    qtbot.waitUntil(lambda: hands.run_mode.session is not None)
    assert hands.at() == (2, 3)
    _turn_back(hands, "Undo", 1)
    assert hands.at() == (2, 2)
    _turn_back(hands, "Redo", 3)
    assert _dump(hands.workspace, fixture.cycle) == before

    # On to the end; the session says what failed, and makes the workbook.
    qtbot.waitUntil(lambda: hands.at() == (2, 3))
    hands.key(Qt.Key.Key_Down)
    assert hands.at() == (2, 4)
    hands.write("ppppp")
    qtbot.waitUntil(hands.run_mode.ending.isVisible)
    workbook, certificate = tmp_path / "cycle.xlsx", tmp_path / "cycle.docx"
    hands.prompts.answers += [workbook, certificate]
    _export(hands, Qt.Key.Key_E, CONTROL)
    hands.page(_number("cycles"))
    actions = hands.window.services.actions
    qtbot.waitUntil(lambda: actions.action("cycles.certificate").isEnabled())
    # There is a picture: whoever signs may want it small in the certificate, or not.
    hands.key(Qt.Key.Key_E, CONTROL | SHIFT)
    with qtbot.waitSignal(hands.dialog(DocumentDialog).finished):
        hands.key(Qt.Key.Key_Return)
    _close_export(hands)
    hands.stop()

    said = reopen()
    steps = _dump(said, fixture.cycle)
    said.close()
    assert [outcome for _, _, outcome, _, _ in steps] == [
        *("pass", "pass", "fail", "pass"),
        *("pass", "pass", "na", "pass"),
        *("pass", "pass", "pass", "pass"),
    ]
    assert steps[2] == ("UAT-001", 3, "fail", "No transcript", 1)
    _same_in_the_workbook(workbook, steps)
    _same_in_the_certificate(certificate)


def _turn_back(hands: Hands, way: str, times: int) -> None:
    for _ in range(times):
        with hands.bot.waitSignal(hands.window.desk_view.context.bus.changed):
            if way == "Undo":
                hands.key(Qt.Key.Key_Z, CONTROL)
            else:
                hands.key(Qt.Key.Key_Z, CONTROL | SHIFT)
        hands.bot.waitUntil(lambda: not hands.window.services.jobs.busy)


def _export(hands: Hands, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    hands.key(key, modifier)
    _close_export(hands)


def _close_export(hands: Hands) -> None:
    done = hands.dialog(ExportDone)
    with hands.bot.waitSignal(done.finished):
        hands.key(Qt.Key.Key_Escape)
    hands.window.activateWindow()
    hands.bot.waitUntil(hands.window.isActiveWindow)


def _dump(workspace: Workspace, cycle: int) -> list[tuple[str, int, str, str, int]]:
    """Every step of the cycle with what stands at it."""
    return [
        (
            run.code,
            step.position,
            step.outcome,
            step.result.actual if step.result else "",
            step.result.pictures if step.result else 0,
        )
        for run in queries.runs(workspace, cycle)
        for step in queries.run_sheet(workspace, run.id).steps
    ]


def _same_in_the_workbook(file: Path, steps: list[tuple[str, int, str, str, int]]) -> None:
    book = openpyxl.load_workbook(file)
    sheet = book["Steps"]
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    head = next(place for place, row in enumerate(rows) if "Outcome" in row)
    outcome, said = rows[head].index("Outcome"), rows[head].index("What happened")
    told = [(row[outcome], row[said]) for row in rows[head + 1 :] if row[outcome]]
    words = {"pass": "✔ Pass", "fail": "✖ Fail", "na": "— Not applicable", "skipped": "➔ Skipped"}
    assert told == [(words[o], actual) for _, _, o, actual, _ in steps]
    texts = {str(cell.value) for row in book["Defects"].iter_rows() for cell in row if cell.value}
    assert "No transcript" in texts
    assert any(text.startswith("D-001") for text in texts)


def _same_in_the_certificate(file: Path) -> None:
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert "Not accepted" in text
    assert "No transcript" in text
    assert "D-001" in text
    assert "UAT-001" in text
    assert "Amira" in text
    assert f"{datetime.now(UTC):%Y}" in text


@pytest.mark.slow
def test_undo_right_after_words_picture_and_defect_takes_back_all_of_it_and_redo_all_of_it(
    hands: Hands, filled, screenshot: QImage, qtbot: QtBot
) -> None:
    hands.run_page()
    qtbot.waitUntil(hands.run_mode.choice.isVisible)
    hands.key(Qt.Key.Key_Return)
    qtbot.waitUntil(hands.run_mode.view.isVisible)
    before = hands.workspace.counts()
    hands.write("fNo transcript")
    QGuiApplication.clipboard().setImage(screenshot)
    hands.key(Qt.Key.Key_V, CONTROL)
    thumbs = hands.run_mode.view.thumbs
    qtbot.waitUntil(lambda: [bool(thumb.content) for thumb in thumbs.thumbs()] == [True])
    hands.key(Qt.Key.Key_D, CONTROL)
    dialog = hands.dialog(DefectDialog)
    with qtbot.waitSignal(dialog.finished):
        hands.key(Qt.Key.Key_Return)
    hands.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is hands.run_mode.view.steps)
    qtbot.waitUntil(lambda: not hands.window.services.jobs.busy)
    after = hands.workspace.counts()
    written = 0
    while hands.workspace.counts() != before:
        _turn_back(hands, "Undo", 1)
        written += 1
        assert written < 8
    _turn_back(hands, "Redo", written)
    assert hands.workspace.counts() == after
    assert hands.workspace.next_redo() is None


def test_a_key_right_after_undo_falls_on_the_step_that_is_open_again(hands: Hands, qtbot) -> None:
    hands.run_page()
    qtbot.waitUntil(hands.run_mode.choice.isVisible)
    hands.key(Qt.Key.Key_Return)
    qtbot.waitUntil(hands.run_mode.view.isVisible)
    hands.write("ps")
    # No pause between the keys: the undo is still under way when the letter comes.
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.write("p")
    qtbot.waitUntil(lambda: _outcomes(hands) == ["pass", "pass", ""])
    assert hands.at() == (1, 3)
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.key(Qt.Key.Key_Z, CONTROL)
    hands.write("nn")
    qtbot.waitUntil(lambda: _outcomes(hands) == ["na", "na", ""])
    assert hands.at() == (1, 3)
    qtbot.waitUntil(lambda: not hands.window.services.jobs.busy)
    assert hands.workspace.counts()["step_result"] == 2


def _outcomes(hands: Hands) -> list[str]:
    session = hands.run_mode.session
    assert session is not None
    return [step.outcome for step in session.sheet.steps][:3]
