"""A project with people in a session, and what is done in its window by action and by key."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from changedesk.store.workspace import Workspace
from changedesk.training.sessions import enrolments
from ui.desk_context import DeskContext
from ui.prompts import ScriptedPrompts
from ui.training.page import TrainingPage

NAMES = [f"Agent {number:02}" for number in range(1, 21)]
STARTS = 1773133200000  # 10 March 2026, 9:00 UTC
KEY = {"a": Qt.Key.Key_A, "p": Qt.Key.Key_P, "n": Qt.Key.Key_N, "e": Qt.Key.Key_E}


@dataclass
class Room:
    """A project with 20 people of a group in a session, and what a window hands to pages."""

    desk: Workspace
    context: DeskContext
    prompts: ScriptedPrompts
    toasts: list[str]
    told: list[str]
    project: int
    group: int
    people: list[int]
    course: int
    session: int

    def states(self) -> list[str]:
        return [row.state for row in enrolments(self.desk, self.session)]


def do(page: TrainingPage, name: str) -> None:
    page.context.actions.action(f"training.{name}").trigger()


def press(page: TrainingPage, keys: str) -> None:
    for key in keys:
        QTest.keyClick(page.attendance.list, KEY[key])
