"""Who is in the session at hand, and what clashes: marked at once, with glyph and word."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from changedesk.store.workspace import Workspace
from changedesk.training import sessions
from changedesk.training.clash_queries import ClashRow, clashes
from changedesk.training.session_count import show_up
from changedesk.training.sessions import EnrolmentRow, SessionRow
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.training.words import clash_words, labelled, when
from ui.uat.flow import FlowLayout
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import action_button
from ui.widgets.text import plain_label

CONCERNING = frozenset(
    (
        "training_session", "course", "enrolment", "attendance", "person", "group", "membership",
        "duty", "busy_period", "link",
    )
)  # fmt: skip
CLASH = "blocked"
"""The code whose tone marks a clash."""


@dataclass(frozen=True)
class SessionsView:
    """The sessions of a project, the people of one of them, and all clashes."""

    sessions: Mapping[int, SessionRow]
    session: int | None
    people: tuple[EnrolmentRow, ...]
    clashes: tuple[ClashRow, ...]


def read_sessions(workspace: Workspace, project: int, session: int | None) -> SessionsView:
    """Return what the page of sessions shows beside its table; on a worker."""
    rows = {row.id: row for row in sessions.sessions(workspace, project)}
    people = sessions.enrolments(workspace, session) if session in rows and session else []
    return SessionsView(rows, session, tuple(people), tuple(clashes(workspace, project)))


class SessionPeople(QWidget):
    """The session in a sentence, its people, and what clashes for whom.

    `confirmed` and `removed` tell of the keys C and Del; `chosen` of another selection.
    """

    confirmed = Signal()
    removed = Signal()
    chosen = Signal()

    def __init__(
        self, theme: Theme, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: dict[int, EnrolmentRow] = {}
        self.told = plain_label("", "soft", wrap=True)
        self.wrong = plain_label("", wrap=True)
        self.wrong.setProperty("look", "bad")
        self.table = PeopleTable(theme)
        self.table.confirmed.connect(self.confirmed)
        self.table.removed.connect(self.removed)
        self.table.chosen.connect(self.chosen)
        self.table.chosen.connect(self._show_whole)
        self.whole = plain_label("", wrap=True)
        self.whole.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.whole.hide()
        self._nothing = plain_label("", "soft", wrap=True)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        inside.addWidget(self._nothing)
        inside.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(holder)
        buttons = FlowLayout(GRID)
        buttons.setContentsMargins(GRID * 2, GRID * 3 // 2, GRID * 2, 0)
        for action in actions:
            buttons.addWidget(action_button(action))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(buttons)
        for label in (self.told, self.wrong):
            label.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
            column.addWidget(label)
        column.addWidget(self._stack, 1)
        column.addWidget(self.whole)

    def _show_whole(self) -> None:
        # A narrow window cuts the clashes of the line at hand off: here they are whole.
        here = self.table.currentIndex()
        row = self.table.lines.rows[here.row()] if here.isValid() else None
        told = f"{row.texts[0]}: {row.texts[-1]}" if row is not None and row.texts[-1] else ""
        self.whole.setText(told)
        self.whole.setVisible(bool(told))

    def show_session(self, row: SessionRow | None, view: SessionsView | None) -> None:
        """Show the people of a session; nothing while several are in hand."""
        people = view.people if row is not None and view is not None else ()
        own = [one for one in view.clashes if row and one.session == row.id] if view else []
        by_person: dict[int, list[ClashRow]] = defaultdict(list)
        for one in own:
            if one.person is not None:
                by_person[one.person].append(one)
        self._rows = {person.id: person for person in people}
        self.table.show_rows([_row(person, by_person[person.person]) for person in people])
        self._show_whole()
        self._stack.setCurrentIndex(0 if people else 1)
        self.told.setText(self._sentence(row) if row is not None else "")
        whole = [clash_words(one.kind, one.other) for one in own if one.person is None]
        self.wrong.setText(" · ".join(whole))
        self.wrong.setVisible(bool(whole))
        self._nothing.setText(
            self.tr("Nobody is in this session yet. Enrol people; clashes show at once.")
            if row is not None
            else self.tr("Choose one session to see who is in it.")
        )

    def chosen_rows(self) -> list[EnrolmentRow]:
        """Return the selected people."""
        return [self._rows[key] for key in self.table.chosen_values() if key in self._rows]

    def _sentence(self, row: SessionRow) -> str:
        seats = self.tr("{0} in {1} seats").format(row.enrolled, row.capacity)
        if row.capacity is None:
            seats = self.tr("{0} in it").format(row.enrolled)
        parts = [row.title, when(row.starts, row.time_zone), seats]
        if row.no_show and row.enrolled:
            come = int(row.enrolled * show_up(row.no_show))
            parts.append(self.tr("about {0} will come").format(come))
        if row.noted:
            parts.append(self.tr("{0} came").format(row.came))
        return " · ".join(parts)


class PeopleTable(LeanTable):
    """C confirms, or takes that back; Del takes people out of the session."""

    confirmed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        columns = (
            Column(say("SessionPeople", "Name"), share=4),
            Column(say("SessionPeople", "Group"), share=3),
            Column(say("SessionPeople", "State"), letters=11),
            Column(say("SessionPeople", "Clash"), share=5, coloured=True),
        )
        super().__init__(theme, say("SessionPeople", "People of the session"), columns, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers()
        if plain and event.key() == Qt.Key.Key_C:
            self.confirmed.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ClashList(LeanTable):
    """Every clash of the project's sessions; `opened` carries the key of a session."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        columns = (
            Column(say("SessionPeople", "Session"), letters=9),
            Column(say("SessionPeople", "Who"), share=3),
            Column(say("SessionPeople", "Clash"), share=5, coloured=True),
        )
        super().__init__(theme, say("SessionPeople", "Clashes"), columns, parent)

    def show_clashes(self, found: Sequence[ClashRow]) -> None:
        """Show clashes."""
        self.show_rows(
            [
                Row(
                    (one.session_code, one.name, clash_words(one.kind, one.other)),
                    one.session,
                    CLASH,
                )
                for one in found
            ]
        )


def _row(person: EnrolmentRow, found: Sequence[ClashRow]) -> Row:
    words = " · ".join(clash_words(one.kind, one.other) for one in found)
    return Row((person.name, person.group, labelled(person.state), words), person.id, CLASH)
