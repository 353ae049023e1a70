"""What an empty page offers."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widgets.empty_state import EmptyState


def test_an_empty_page_offers_only_what_can_be_done(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "run", "No session yet", "Make one first.")
    qtbot.addWidget(empty)
    first, second = QAction("Sessions", empty), QAction("Walk in", empty)
    second.setEnabled(False)
    empty.add_button(first, primary=True)
    empty.add_button(second)
    empty.show()

    def offered() -> list[str]:
        return [one.text() for one in empty.findChildren(QPushButton) if one.isVisible()]

    assert offered() == ["Sessions"]
    second.setEnabled(True)
    assert offered() == ["Sessions", "Walk in"]
    first.setEnabled(False)
    assert offered() == ["Walk in"]
