"""The page Training: from what people must learn to who has learned it."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from changedesk.handover.training_needs import draw_needs
from changedesk.training.records import Need, Skill
from ui import change_documents
from ui.jobs import Progress
from ui.project_documents import ProjectDocuments
from ui.records.page import table_keys
from ui.records.pane import RecordPane
from ui.records.views_page import View, ViewsPage
from ui.training import panes, specs
from ui.training.attendance_view import AttendanceView
from ui.training.coverage_view import CoverageView
from ui.training.enrol_hands import EnrolHands
from ui.training.panes import CoursePane, SessionPane
from ui.training.proposal_hands import MOVE, PROPOSE, ProposalHands
from ui.training.reading_hands import ReadingHands
from ui.training.retraining import Retraining


class TrainingPage(ViewsPage):
    """Needs, courses, sessions, attendance, coverage and skills, each a view under the title."""

    key = specs.PAGE

    def title(self) -> str:
        return self.tr("Training")

    def extend(self) -> None:
        self._retraining = Retraining(self.context, self)
        self._proposal = ProposalHands(self.context, self)
        self._reading_hands = ReadingHands(self.context, self)
        self._people = EnrolHands(self.context, self, lambda: self.sessions)
        self._declare()

    def _declare(self) -> None:
        self._draw = self.add_action(specs.DRAW, self.draw, self._writable)
        self._add_skill = self.add_action(specs.ADD_SKILL, self._skill, self._has_course)
        self.add_action(specs.RETRAIN, self._retraining.ask, self._writable)
        self._readings = self.add_action(specs.READINGS, self._reading_hands.ask, self._writable)
        self._propose = self.add_action(PROPOSE, self._proposal.propose, self._writable)
        self.add_action(MOVE, self._move, self._has_people)
        self._enrol = self.add_action(specs.ENROL, self._people.enrol, self._has_session)
        self._confirm = self.add_action(specs.CONFIRM, self._people.confirm, self._has_people)
        self._out = self.add_action(specs.TAKE_OUT, self._people.take_out, self._has_people)
        self._take = self.add_action(specs.TAKE, self.take_attendance, self._can_take)
        self._walk_in = self.add_action(specs.WALK_IN, self.walk_in, self._at_roll)
        self.documents = ProjectDocuments(self, change_documents.TRAINING)
        places = (self._draw, self._propose, self._take, self._readings)
        self._buttons = tuple(self.header.add_button(one) for one in places)

    def views_of(self) -> Sequence[View]:
        needs, courses, sessions, attendance, coverage, skills = specs.VIEWS
        return (
            View(
                "needs", self.tr("Needs"), self._make_needs, needs, self.tr("&New need"), ("need",),
            ),
            View(
                "courses", self.tr("Courses"), self._make_courses, courses,
                self.tr("&New course"), ("course",),
            ),
            View(
                "sessions", self.tr("Sessions"), self._make_sessions, sessions,
                self.tr("&New session"), ("training_session",),
            ),
            View("attendance", self.tr("Attendance"), self._make_attendance, attendance),
            View("coverage", self.tr("Coverage"), self._make_coverage, coverage),
            View(
                "skills", self.tr("Skills"), self._make_skills, skills, self.tr("&New skill"),
                ("skill",),
            ),
        )  # fmt: skip

    def made(self, name: str, view: QWidget) -> None:
        if name == "needs" and isinstance(view, RecordPane):
            view.empty.add_button(self._draw)

    def _make_needs(self) -> QWidget:
        pane = RecordPane(self.context, Need, "training", panes.NEEDS)
        pane.table.columns.hide_at_first("role", "method", "remark")
        pane.table.columns.lead_with("code", "title", "group", then=("required", "status"))
        return pane

    def _make_courses(self) -> QWidget:
        return CoursePane(self.context, self._add_skill)

    def _make_sessions(self) -> QWidget:
        pane = SessionPane(self.context, (self._enrol, self._confirm, self._take))
        pane.people.confirmed.connect(self._people.confirm)
        pane.people.removed.connect(self._people.take_out)
        pane.people.chosen.connect(self.context.actions.refresh)
        return pane

    def _make_attendance(self) -> QWidget:
        view = AttendanceView(self.context)
        view.empty.add_button(self.context.actions.action(specs.SESSIONS.id), primary=True)
        view.empty.add_button(self._walk_in)
        view.changed.connect(self.context.actions.refresh)
        return view

    def _make_coverage(self) -> QWidget:
        view = CoverageView(self.context)
        view.empty.add_button(self._draw, primary=True)
        return view

    def _make_skills(self) -> QWidget:
        return RecordPane(self.context, Skill, "training", panes.SKILLS)

    @property
    def needs(self) -> RecordPane:
        """Return the table of needs."""
        return cast(RecordPane, self.view("needs"))

    @property
    def courses(self) -> CoursePane:
        """Return the table of courses."""
        return cast(CoursePane, self.view("courses"))

    @property
    def sessions(self) -> SessionPane:
        """Return the table of sessions."""
        return cast(SessionPane, self.view("sessions"))

    @property
    def attendance(self) -> AttendanceView:
        """Return the list for the room."""
        return cast(AttendanceView, self.view("attendance"))

    @property
    def coverage(self) -> CoverageView:
        """Return the coverage of the groups."""
        return cast(CoverageView, self.view("coverage"))

    @property
    def skills(self) -> RecordPane:
        """Return the table of skills."""
        return cast(RecordPane, self.view("skills"))

    # -- showing ------------------------------------------------------------------------------

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("A, P, N, E on a list"), self.tr("Attended, partial, no-show, excused")),
            (self.tr("Backspace on a list"), self.tr("Back to the one before")),
            (self.tr("W on a list"), self.tr("Somebody came without being invited")),
            (self.tr("Digits, Enter on a list"), self.tr("Note the score, in percent")),
            (self.tr("C on people"), self.tr("Confirmed, or only invited again")),
            (self.tr("Del on people"), self.tr("Take them out of the session")),
            *table_keys(),
        )

    def turned(self) -> None:
        draw, propose, take, readings = self._buttons
        readings.setVisible(self.name_here == "coverage")
        draw.setVisible(self.name_here == "needs")
        for button in (propose, take):
            button.setVisible(self.name_here == "sessions")

    # -- needs and courses --------------------------------------------------------------------

    def _skill(self) -> None:
        self.courses.add_skill()

    def draw(self) -> None:
        """Make a need of each impact that calls for training and has none."""
        project, workspace = self.context.project_id, self.context.workspace
        if project is None:
            return

        def work(_: Progress) -> int:
            return len(draw_needs(workspace, project))

        self.context.jobs.write(work, self._drawn)

    def _drawn(self, count: int) -> None:
        if count:
            self.turn_to("needs")
            told = self.tr("%n need(s) drawn from impacts. Ctrl+Z takes it back.", "", count)
        else:
            told = self.tr("No impact calls for training that has no need yet.")
        self.context.messages.toast(told)

    # -- sessions -----------------------------------------------------------------------------

    def _move(self) -> None:
        session = self.sessions.session_in_hand()
        if session is not None:
            self._proposal.move(session, self.sessions.people.chosen_rows())

    def take_attendance(self) -> None:
        """Show the list for the room, of the session in hand."""
        session = self.sessions.session_in_hand() if isinstance(self.here, SessionPane) else None
        if isinstance(self.here, SessionPane) and session is not None:
            self.attendance.show_session(session)
        self.turn_to("attendance")

    def walk_in(self) -> None:
        """Type the name of somebody who came without being invited."""
        self.attendance.begin_walk_in()

    # -- rules --------------------------------------------------------------------------------

    def _writable(self) -> bool:
        return not self.context.workspace.read_only and self.context.project_id is not None

    def _has_course(self) -> bool:
        pane = self.pane
        return isinstance(pane, CoursePane) and pane.editable and len(pane.table.chosen_keys()) == 1

    def _has_session(self) -> bool:
        pane = self.pane
        here = isinstance(pane, SessionPane) and pane.session_in_hand() is not None
        return here and self._writable()

    def _has_people(self) -> bool:
        return self._has_session() and bool(self.sessions.people.chosen_rows())

    def _can_take(self) -> bool:
        return not isinstance(self.here, AttendanceView)

    def _at_roll(self) -> bool:
        here = self.here
        return isinstance(here, AttendanceView) and here.roll is not None and self._writable()
