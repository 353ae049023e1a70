"""Choose who comes to a session: whole groups or single people; seats are counted as one ticks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.workspace import Workspace
from changedesk.training import sessions
from changedesk.training.sessions import Candidate, SessionRow
from ui.theme.tokens import GRID
from ui.training.words import when
from ui.uat.check_list import CheckList
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label


@dataclass(frozen=True)
class EnrolChoices:
    """What the dialog shows: a session, and who is not in it yet."""

    session: SessionRow
    people: tuple[Candidate, ...]


def read_candidates(workspace: Workspace, session: int) -> EnrolChoices:
    """Return who can be enrolled in a session, by group and name; on a worker."""
    people = sessions.candidates(workspace, session)
    return EnrolChoices(sessions.session_row(workspace, session), tuple(people))


class EnrolDialog(QDialog):
    """`enrolled` carries the keys of the people with a tick."""

    enrolled = Signal(object)

    def __init__(self, choices: EnrolChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Enrol people"))
        self._choices = choices
        self.groups = QComboBox()
        self.groups.setAccessibleName(self.tr("Group"))
        self.groups.addItem(self.tr("All groups"), "")
        for name in dict.fromkeys(one.group for one in choices.people if one.group):
            self.groups.addItem(name, name)
        self.groups.currentIndexChanged.connect(self._list)
        self.people = CheckList(self.tr("People"))
        self.people.ticked.connect(self._count)
        self._sum = plain_label("", "soft")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = box.addButton(self.tr("Enrol"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self.keep)
        self.keep.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._sum, 1)
        foot.addWidget(box)
        row = choices.session
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        title = self.tr("Who comes to {0}?").format(f"{row.code} {row.title}")
        column.addWidget(plain_label(title, "title", wrap=True))
        hint = self.tr("Space ticks a line, Ctrl+A all that are shown, Ctrl+Enter enrols them.")
        column.addWidget(plain_label(f"{when(row.starts, row.time_zone)}. {hint}", "soft"))
        column.addWidget(self.groups)
        column.addWidget(self.people, 1)
        column.addLayout(foot)
        self.resize(GRID * 84, GRID * 68)
        self._list()
        self.people.list.setFocus()

    def accept(self) -> None:
        self.enrolled.emit(self.people.values())
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def _list(self) -> None:
        group, ticked = self.groups.currentData(), set(self.people.values())
        shown: Sequence[Candidate] = [
            one
            for one in self._choices.people
            if not group or one.group == group or one.id in ticked
        ]
        self.people.show_items([(_words(one), one.id) for one in shown], ticked=ticked)
        self._count()

    def _count(self) -> None:
        row, fresh = self._choices.session, len(self.people.values())
        if row.capacity is None:
            words = self.tr("{0} in it then").format(row.enrolled + fresh)
        else:
            words = self.tr("{0} in {1} seats").format(row.enrolled + fresh, row.capacity)
            if row.enrolled + fresh > row.capacity:
                over = row.enrolled + fresh - row.capacity
                words = self.tr("⚠ {0}: {1} too many").format(words, over)
        self._sum.setText(words)
        self.keep.setEnabled(fresh > 0)


def _words(one: Candidate) -> str:
    return " · ".join(part for part in (one.name, one.group, one.role) if part)
