"""A survey with an open wave in the real window, and its kiosk, left with a PIN."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from changedesk.survey.actions import add_questions, add_survey
from changedesk.survey.asking import add_wave, open_wave
from changedesk.survey.given import given
from changedesk.survey.queries import wave_row
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from ui.survey.kiosk_setup import CollectDialog
from ui.uat.pin_dialog import PinDialog

PIN = "4711"


def question(key: str, kind: str = "single", options: Any = (), **facts: Any) -> ReadyQuestion:
    """Return a question: options as values, as tuples, or whole."""
    offered = tuple(
        ReadyOption(*one) if isinstance(one, tuple) else ReadyOption(one, one.capitalize())
        for one in options
    )
    text = facts.pop("text", f"About {key}?")
    return ReadyQuestion(1, key, kind, text, options=offered, **facts)


class Hand:
    """Real keys and mouse on whatever has the keyboard, and what came of them."""

    def __init__(self, desk: Any, qtbot: Any) -> None:
        self.desk, self._qtbot = desk, qtbot
        self.workspace = desk.session.desk.workspace
        self.survey = self.wave = 0

    @property
    def page(self) -> Any:
        return self.desk.window.desk_view.current

    def design(self, questions: list[ReadyQuestion], **facts: Any) -> None:
        """Make a survey with an open wave and put it in hand on its page."""
        project = self.desk.window.desk_view.context.project_id
        self.survey = add_survey(self.workspace, project, "Pulse", **facts)
        with self.workspace.change("Ask") as change:
            add_questions(change, self.survey, questions)
        self.wave = add_wave(self.workspace, self.survey, "At go-live")
        open_wave(self.workspace, self.wave)
        self.show()

    def show(self) -> None:
        """Show the page with the survey in hand."""
        self.desk.window.desk_view.show_page("surveys")
        self._qtbot.waitUntil(lambda: self.page.in_hand.key is not None, timeout=2000)

    def act(self, name: str) -> None:
        self.desk.window.services.actions.action(name).trigger()

    def dialog(self, kind: type) -> Any:
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind), found
        return found

    def kiosk(self, **chosen: Any) -> Any:
        """Go through both dialogs into the kiosk; `chosen` fills the fields of the first."""
        self.act("surveys.kiosk")
        asked = self.dialog(CollectDialog)
        self.fill(asked, chosen)
        QTest.keyClick(asked, Qt.Key.Key_Return)
        self.give_pin(twice=True)
        window = self.page.answering._made["ui.survey.kiosk:Kiosk"].window
        assert window is not None
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)
        return window

    def fill(self, asked: CollectDialog, chosen: dict[str, Any]) -> None:
        if "group" in chosen:
            asked.groups.setCurrentIndex(asked.groups.findData(chosen["group"]))
        if "passphrase" in chosen:
            asked.passphrase.setText(chosen["passphrase"])

    def give_pin(self, pin: str = PIN, *, twice: bool = False) -> None:
        asked = self.dialog(PinDialog)
        QTest.keyClicks(asked.pin, pin)
        QTest.keyClick(asked.pin, Qt.Key.Key_Return)
        if twice:
            QTest.keyClicks(asked.again, pin)
            QTest.keyClick(asked.again, Qt.Key.Key_Return)

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: Any) -> None:
        """Type texts and keys on whatever has the keyboard at each moment."""
        for one in keys:
            if isinstance(one, str):
                for letter in one:
                    QTest.keyClicks(self.focused(), letter)
            else:
                QTest.keyClick(self.focused(), one)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def given(self) -> list[Any]:
        """What counts in the wave."""
        return given(self.workspace, [wave_row(self.workspace, self.wave)])


@pytest.fixture
def hand(opened: Any, qtbot: Any) -> Hand:
    return Hand(opened, qtbot)


@pytest.fixture
def ask() -> Callable[..., ReadyQuestion]:
    """Give the maker of questions."""
    return question


@pytest.fixture
def four(ask: Callable[..., ReadyQuestion]) -> list[ReadyQuestion]:
    """Used? Then what is missing; how likely; in words."""
    return [
        ask("used", "single", ["yes", "no"], required=True),
        ask("missing", "multi", ["notes", "names", ("other", "Else", None, "", True)],
            relevant="${used} = 'yes'"),
        ask("nps", "nps", required=True),
        ask("words", "text"),
    ]  # fmt: skip
