"""Attendance: a list for the room, one key for each person, nothing needs the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.people.queries import people
from changedesk.store.change import ChangeSet
from changedesk.store.errors import ChangeDeskError
from changedesk.training import sessions
from changedesk.training.sessions import SessionRow
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.tokens import GRID
from ui.training.roll import Roll, RollView
from ui.training.roll_list import RollList
from ui.training.words import labelled, when
from ui.widgets.empty_state import EmptyState
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import ElidedLabel, plain_label

KEYS = {
    Qt.Key.Key_A: "attended",
    Qt.Key.Key_P: "partial",
    Qt.Key.Key_N: "no_show",
    Qt.Key.Key_E: "excused",
}
STATES = ("attended", "partial", "no_show", "excused")
CONCERNING = frozenset(("training_session", "course", "enrolment", "attendance", "person"))
MOST_POINTS = 100
Found = tuple[list[SessionRow], RollView | None, list[str]]


class AttendanceView(QWidget):
    """Sessions above, their people in large type, the tally below.

    `changed` is emitted when another session, or other people, are shown.
    """

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session: int | None = None
        self._put: int | None = None
        self._points = ""
        self._number = 0
        self.roll: Roll | None = None
        self.list = RollList(context.theme)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._pick)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Session"))
        self.choice.activated.connect(self._choose)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setMinimumWidth(GRID * 40)
        self._place = ElidedLabel()
        self._place.setProperty("look", "soft")
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the walk-in"))
        self.name.setPlaceholderText(self.tr("Who came? Enter notes it, Esc leaves it"))
        keep_on_one_line(self.name)
        self.name.installEventFilter(self)
        self.name.returnPressed.connect(self._note_walk_in)
        self.tally = plain_label("", "heading")
        self.hint = plain_label("", "small")
        self.empty = EmptyState(
            context.theme, "attendance", self.tr("Nobody to take attendance of"), ""
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above, self._below = self._head(), self._foot()
        column.addWidget(self._above)
        column.addWidget(self._stack, 1)
        column.addWidget(self._below)
        self.setFocusProxy(self.list)
        self.name.hide()

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(GRID * 3, GRID * 3 // 2, GRID * 3, GRID * 3 // 2)
        row.setSpacing(GRID * 2)
        row.addWidget(self.choice)
        row.addWidget(self._place, 1)
        return head

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("look", "surface")
        row = QHBoxLayout()
        row.setSpacing(GRID * 3)
        row.addWidget(self.tally, 1)
        row.addWidget(self.hint)
        column = QVBoxLayout(foot)
        column.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        column.addWidget(self.name)
        column.addLayout(row)
        return foot

    # -- showing ------------------------------------------------------------------------------

    @property
    def session(self) -> int | None:
        """Return the session at hand."""
        return self._session

    def show_session(self, session: int) -> None:
        """Take attendance of a session."""
        self._session, self.roll = session, None
        self.fetch()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Bring the list up to date; what was noted here is known already."""
        if changes is None or (changes.initiator is not self and CONCERNING & set(changes.touched)):
            self.fetch()

    def fetch(self) -> None:
        """Read the sessions of the project, and the people of the one at hand."""
        project, workspace = self._context.project_id, self._context.workspace
        session = self._session
        self._number += 1
        number = self._number
        if project is None:
            return

        def work(_: Progress) -> tuple[int, Found]:
            every = sessions.sessions(workspace, project)
            every = [row for row in every if row.status != "cancelled"]
            here = next((row for row in every if row.id == session), None) or _first(every)
            view = None
            if here is not None:
                view = RollView(here, tuple(sessions.enrolments(workspace, here.id)))
            return number, (every, view, [row.name for row in people(workspace)])

        self._context.jobs.run(work, self._take)

    def _take(self, answer: tuple[int, Found]) -> None:
        number, (every, view, names) = answer
        if number != self._number:
            return
        self._session = view.session.id if view is not None else None
        self._list_sessions(every)
        completer = QCompleter(names, self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        if view is None:
            self.roll = None
        elif self.roll is None or self.roll.session.id != view.session.id:
            self.roll = Roll(self._context.workspace, view)
        else:
            self.roll.take(view)
        if self.roll is not None and self._put is not None:
            self.roll.put(self._put)
            self._put = None
        self._show()

    def _list_sessions(self, every: Sequence[SessionRow]) -> None:
        self.choice.clear()
        for row in every:
            words = f"{row.code}  {row.title} · {when(row.starts, row.time_zone)}"
            self.choice.addItem(words, row.id)
        self.choice.setCurrentIndex(self.choice.findData(self._session))
        self.choice.setEnabled(bool(every))

    def _choose(self, place: int) -> None:
        self.show_session(int(self.choice.itemData(place)))
        self.list.setFocus()

    def _show(self) -> None:
        roll = self.roll
        self._points = ""
        self._above.setVisible(roll is not None)
        self._below.setVisible(roll is not None)
        self._stack.setCurrentIndex(0 if roll is not None and roll.rows else 1)
        if roll is None:
            self.list.show_roll([], 0)
            self.empty.say(
                self.tr("No session yet"),
                self.tr("Make a session on the tab Sessions and say who comes: they are listed "
                        "here in large type, and one key notes each of them."),
            )  # fmt: skip
            self._place.setText("")
        else:
            self.list.show_roll(roll.rows, roll.at)
            self.empty.say(
                self.tr("Nobody is enrolled in this session"),
                self.tr("Enrol people on the tab Sessions, or press W and type who came."),
            )
            self._place.setText(_place_words(roll.session))
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        roll = self.roll
        if roll is None:
            self.tally.setText("")
            self.hint.setText("")
            return
        tally = roll.tally
        parts = [f"{labelled(state)} {tally[state]}" for state in STATES if tally.get(state)]
        if roll.left:
            parts.append(self.tr("○ {0} to note").format(roll.left))
        elif parts:
            parts.append(self.tr("All noted"))
        self.tally.setText("   ".join(parts))
        keys = self.tr("A attended · P partial · N no-show · E excused · ⌫ back · W walk-in")
        if self._points:
            keys = self.tr("Score {0} %: Enter notes it").format(self._points)
        self.hint.setText(keys)

    # -- keys ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.list:
                return self._key(event)
            if watched is self.name and event.key() == Qt.Key.Key_Escape:
                self._leave_name()
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_W:
            self.begin_walk_in()
            return True
        roll = self.roll
        if roll is None or not roll.rows:
            return False
        moves = {
            Qt.Key.Key_Backspace: roll.at - 1,
            Qt.Key.Key_Up: roll.at - 1,
            Qt.Key.Key_Down: roll.at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(roll.rows) - 1,
        }
        if key in KEYS:
            self.note(KEYS[key])
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._type_points(event.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._points:
            self._note_points()
        elif key == Qt.Key.Key_Backspace and self._points:
            self._points = self._points[:-1]
            self._count()
        elif key in moves:
            roll.go(moves[key])
            self._show()
        else:
            # No search by first letters in here: a letter that is no key does nothing.
            return bool(event.text().strip())
        return True

    def note(self, outcome: str) -> None:
        """Note the one at hand; the next one is at hand at once."""
        roll = self.roll
        if roll is None or not self._writable():
            return
        try:
            roll.note(outcome, initiator=self)
        except ChangeDeskError as error:
            self._context.messages.problem(error)
            return
        self._show()

    def _type_points(self, digit: str) -> None:
        typed = self._points + digit
        if int(typed) <= MOST_POINTS:
            self._points = str(int(typed))
        self._count()

    def _note_points(self) -> None:
        roll, points = self.roll, int(self._points)
        if roll is None or not self._writable():
            return
        try:
            roll.score(points, initiator=self)
        except ChangeDeskError as error:
            self._context.messages.problem(error)
            return
        self._show()

    def begin_walk_in(self) -> None:
        """Ask who came without being invited."""
        if self.roll is not None and self._writable():
            self.name.clear()
            self.name.show()
            self.name.setFocus()

    def _note_walk_in(self) -> None:
        roll, name = self.roll, self.name.text().strip()
        if roll is None or not name:
            return
        try:
            self._put = roll.walk_in(name, initiator=self)
        except ChangeDeskError as error:
            self._context.messages.problem(error)
            return
        self._leave_name()
        self.fetch()

    def _leave_name(self) -> None:
        self.name.hide()
        self.list.setFocus()

    def _pick(self, index: QModelIndex) -> None:
        if self.roll is not None:
            self.roll.go(index.row())
            self._show()

    def _writable(self) -> bool:
        if self._context.workspace.read_only:
            self._context.messages.tell(self._context.workspace.read_only, "warning")
            return False
        return True


def _first(every: Sequence[SessionRow]) -> SessionRow | None:
    # The first session that is not noted to the end; else the last one.
    open_ones = (row for row in every if row.enrolled > row.noted)
    return next(open_ones, every[-1] if every else None)


def _place_words(row: SessionRow) -> str:
    return " · ".join(part for part in (row.place, row.trainer) if part)
