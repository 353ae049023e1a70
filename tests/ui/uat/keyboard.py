"""Real keys on whatever has the keyboard, and where run mode is after them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from changedesk.uat import queries
from ui.uat.run_mode import RunModePage

CONTROL = Qt.KeyboardModifier.ControlModifier


def outcomes(page: RunModePage) -> list[list[str]]:
    """What the workspace holds, by run and step."""
    assert page.session is not None
    workspace = page.context.workspace
    runs = queries.runs(workspace, page.session.cycle.id)
    return [[s.outcome for s in queries.run_sheet(workspace, run.id).steps] for run in runs]


def at(page: RunModePage) -> tuple[int, int]:
    """Where the session is: run and step, from 1."""
    assert page.session is not None
    return page.session.figures.run, page.session.figures.step


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(keys: str) -> None:
    """Type on whatever has the keyboard at each moment."""
    for one in keys:
        QTest.keyClicks(focused(), one)


def key(name: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), name, modifier)
