"""The sessions of a cycle: who is expected where and when, and who came, by one key each."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat import sessions
from changedesk.uat.sessions import AttendanceRow, SessionRow
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.flow import FlowLayout
from ui.uat.lean_table import Column, LeanTable, Row
from ui.uat.session_dialog import SessionDialog, SessionValues
from ui.uat.session_writing import SessionDraft, read_draft, write_session
from ui.uat.words import labelled
from ui.widgets.empty_state import at_top
from ui.widgets.text import plain_label

Found = tuple[int, list[SessionRow]]
_KEYS = {Qt.Key.Key_P: "present", Qt.Key.Key_A: "absent", Qt.Key.Key_E: "expected"}


class AttendanceTable(LeanTable):
    """P, A and E say that somebody is present, absent or still expected. `noted` carries it."""

    noted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        columns = (
            Column(say("CycleSessions", "Tester"), share=3),
            Column(say("CycleSessions", "Site"), share=2),
            Column(say("CycleSessions", "Attendance"), letters=14, coloured=True),
        )
        super().__init__(theme, say("CycleSessions", "Attendance"), columns, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        value = _KEYS.get(Qt.Key(event.key()))
        if value is not None and not event.modifiers():
            self.noted.emit(value)
        else:
            super().keyPressEvent(event)


class CycleSessions(QWidget):
    """Sessions above, who is expected at the one in hand below."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cycle: int | None = None
        self._wanted: int | None = None
        self._closed = True
        self._rows: dict[int, SessionRow] = {}
        self.table = LeanTable(context.theme, self.tr("Sessions"), self._columns())
        self.table.setSelectionMode(LeanTable.SelectionMode.SingleSelection)
        self.people = AttendanceTable(context.theme)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self._lower())
        split.setSizes([GRID * 20, GRID * 40])
        split.setContentsMargins(GRID, 0, 0, 0)
        nothing = plain_label(
            self.tr("A session is people in a room at a time. Make one to plan who comes."),
            "soft",
            wrap=True,
        )
        nothing.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(split)
        self._stack.addWidget(at_top(nothing))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._buttons())
        column.addWidget(self._stack, 1)
        self.table.chosen.connect(self._show_people)
        self.table.opened.connect(self.edit)
        self.people.noted.connect(self.note)
        context.bus.changed.connect(self._hear)

    def _lower(self) -> QWidget:
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, GRID, 0, 0)
        self._hint = plain_label(
            self.tr("P present, A absent, E expected; the next one comes up by itself."), "small"
        )
        self._hint.setContentsMargins(GRID, 0, GRID, 0)
        below.addWidget(self._hint)
        below.addWidget(self.people, 1)
        return lower

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Starts"), letters=18),
            Column(self.tr("Site"), share=2),
            Column(self.tr("Facilitator"), share=2),
            Column(self.tr("Length"), letters=8, right=True),
            Column(self.tr("Present"), letters=9, right=True),
        )

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(GRID)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, 0)
        self.new = QPushButton(self.tr("New session…"))
        self.change = QPushButton(self.tr("Change…"))
        self.out = QPushButton(self.tr("Remove"))
        slots = (self.add, self.edit, self.remove)
        for button, slot in zip((self.new, self.change, self.out), slots, strict=True):
            button.clicked.connect(slot)
            row.addWidget(button)
        return row

    # -- showing ------------------------------------------------------------------------------

    def show_cycle(self, cycle: int | None) -> None:
        """Show the sessions of a cycle."""
        if cycle != self._cycle:
            self._cycle, self._rows = cycle, {}
            self._closed = True
            self.table.show_rows([])
            self._stack.setCurrentIndex(0)
            self._show_people()
        self._fetch()

    def set_closed(self, closed: bool) -> None:
        """Let nothing be changed, as the cycle is closed, or let it be changed again."""
        self._closed = closed
        self._show_enabled()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.of("uat_session") or changes.of("session_tester") or changes.of("person"):
            self._fetch()

    def _fetch(self) -> None:
        cycle, workspace = self._cycle, self._context.workspace
        if cycle is None:
            return

        def work(_: Progress) -> Found:
            return cycle, sessions.sessions(workspace, cycle)

        self.table.waiting.follow(self._context.jobs.run(work, self._take))

    def _take(self, found: Found) -> None:
        cycle, rows = found
        if cycle != self._cycle:
            return
        self._rows = {row.id: row for row in rows}
        self.table.show_rows([self._row(row) for row in rows])
        keys = [row.id for row in rows]
        if self._wanted in keys:
            self.table.setCurrentIndex(self.table.lines.index(keys.index(self._wanted), 0))
            self._wanted = None
        elif keys and self.table.current_value() is None:
            self.table.setCurrentIndex(self.table.lines.index(0, 0))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._show_people()

    def _row(self, row: SessionRow) -> Row:
        starts = ""
        if row.starts is not None:
            moment = QDateTime.fromMSecsSinceEpoch(row.starts)
            starts = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        length = self.tr("{0} min").format(row.minutes) if row.minutes else ""
        came = f"{row.present}/{len(row.testers)}"
        return Row((starts, row.site, row.facilitator_name, length, came), row.id)

    def _show_people(self) -> None:
        session = self._rows.get(self.table.current_value() or 0)
        testers = session.testers if session is not None else ()
        self.people.show_rows([self._person(one) for one in testers])
        if testers and self.people.current_value() is None:
            self.people.setCurrentIndex(self.people.lines.index(0, 0))
        self._show_enabled()

    def _is_writable(self) -> bool:
        open_one = self._cycle is not None and not self._closed
        return open_one and not self._context.workspace.read_only

    def _show_enabled(self) -> None:
        writable = self._is_writable()
        session = self._rows.get(self.table.current_value() or 0)
        self._hint.setVisible(writable)
        self.new.setEnabled(writable)
        self.change.setEnabled(writable and session is not None)
        self.out.setEnabled(writable and session is not None)

    def _person(self, one: AttendanceRow) -> Row:
        return Row((one.name, one.site, labelled(one.attendance)), one.id, one.attendance)

    # -- doing --------------------------------------------------------------------------------

    def add(self) -> None:
        """Make a session."""
        self._open(None)

    def edit(self) -> None:
        """Change the session in hand."""
        session = self.table.current_value()
        if session is not None:
            self._open(session)

    def _open(self, session: int | None) -> None:
        cycle, workspace = self._cycle, self._context.workspace
        if cycle is None or not self._is_writable():
            return

        def work(_: Progress) -> SessionDraft:
            return read_draft(workspace, cycle, session)

        self._context.jobs.run(work, self._show_dialog)

    def _show_dialog(self, draft: SessionDraft) -> None:
        dialog = SessionDialog(draft.values, draft.people, self)
        dialog.setProperty("session", draft.session or 0)
        dialog.chosen.connect(self._keep)
        dialog.open()

    def _keep(self, values: SessionValues) -> None:
        session = int(self.sender().property("session")) or None
        cycle, workspace = self._cycle, self._context.workspace
        if cycle is None:
            return

        def work(_: Progress) -> int:
            return write_session(workspace, cycle, session, values)

        self._context.jobs.write(work, self._kept)

    def _kept(self, session: int) -> None:
        self._wanted = session
        self._fetch()

    def note(self, value: str) -> None:
        """Say of those in hand whether they came; then the next one is in hand."""
        here, workspace = self.people.current_value(), self._context.workspace
        chosen = self.people.chosen_values() or ([here] if here is not None else [])
        if not chosen or not self._is_writable():
            return

        def work(_: Progress) -> None:
            for one in chosen:
                sessions.set_attendance(workspace, one, value)

        row = self.people.currentIndex().row() + 1
        self._context.jobs.write(work)
        if len(chosen) == 1 and row < len(self.people.lines.rows):
            self.people.setCurrentIndex(self.people.lines.index(row, 0))

    def remove(self) -> None:
        """Take the session in hand out."""
        session, workspace = self.table.current_value(), self._context.workspace
        if session is None:
            return

        def work(_: Progress) -> None:
            sessions.remove_session(workspace, session)

        self._context.jobs.write(work)
