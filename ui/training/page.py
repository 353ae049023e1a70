"""The page Training: from what people must learn to who has learned it."""

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget

from changedesk.handover.training_needs import draw_needs
from changedesk.store.change import ChangeSet
from changedesk.training.records import Need, Skill
from ui import change_documents
from ui.jobs import Progress
from ui.kits.offer import offer_kit
from ui.page import Page
from ui.project_documents import ProjectDocuments
from ui.records.page import paste_action, record_actions, table_keys
from ui.records.pane import RecordPane
from ui.training import panes, specs
from ui.training.attendance_view import AttendanceView
from ui.training.coverage_view import CoverageView
from ui.training.enrol_hands import EnrolHands
from ui.training.late_view import LateView
from ui.training.panes import CoursePane, SessionPane
from ui.training.proposal_hands import MOVE, PROPOSE, ProposalHands
from ui.training.reading_hands import ReadingHands
from ui.training.retraining import Retraining
from ui.uat.view_tabs import ViewTabs


class TrainingPage(Page):
    """Needs, courses, sessions, attendance, coverage and skills, each a view under the title."""

    key = specs.PAGE

    def build(self) -> None:
        self.header.set_title(self.tr("Training"))
        self.views = ViewTabs(self.tr("Views of the training"))
        self._retraining = Retraining(self.context, self)
        self._proposal = ProposalHands(self.context, self)
        self._reading_hands = ReadingHands(self.context, self)
        self._people = EnrolHands(self.context, self, lambda: self.sessions)
        self._declare()
        self._make_views()
        self.body.addWidget(self.views)
        self.header.use_filter(self.tr("Filter")).filtered.connect(self._filter)
        self.views.turned.connect(self._turned)
        self.setFocusProxy(self.views)
        self._turned()

    def _declare(self) -> None:
        new, delete, find = record_actions(self.key)
        self._new = self.add_action(new, self._add_record, self._can_add)
        self.add_action(delete, self._delete, self._can_delete)
        self.add_action(find, self.header.focus_filter, self._has_pane)
        self._paste = self.add_action(paste_action(self.key), self._paste_rows, self._can_add)
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
        self.header.add_button(self._new, primary=True)

    def _make_views(self) -> None:
        self._late: dict[str, LateView] = {}
        makers: tuple[tuple[str, str, Callable[[], QWidget], Callable[[], None]], ...] = (
            ("needs", self.tr("Needs"), self._make_needs, self.show_needs),
            ("courses", self.tr("Courses"), self._make_courses, self.show_courses),
            ("sessions", self.tr("Sessions"), self._make_sessions, self.show_sessions),
            ("attendance", self.tr("Attendance"), self._make_attendance, self.show_attendance),
            ("coverage", self.tr("Coverage"), self._make_coverage, self.show_coverage),
            ("skills", self.tr("Skills"), self._make_skills, self.show_skills),
        )
        for (name, title, make, turn), spec in zip(makers, specs.VIEWS, strict=True):
            self._late[name] = LateView(make, self._made)
            self.views.add(self._late[name], title)
            self.add_action(spec, turn)

    def _made(self, view: QWidget) -> None:
        if isinstance(view, RecordPane):
            view.empty.add_button(self._new, primary=True)
            view.empty.add_button(self._paste)
            view.table.records.listed.connect(self._count)
            if view.spec.type_name == Need.about.type_name:
                view.empty.add_button(self._draw)
            offer_kit(self.context, view.empty, view.spec.type_name)
        if isinstance(view, RecordPane | AttendanceView | CoverageView):
            view.refresh(None)
        self._turned()

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
        view.empty.add_button(self.context.actions.action(specs.SESSIONS.id))
        view.empty.add_button(self._walk_in)
        view.changed.connect(self.context.actions.refresh)
        return view

    def _make_coverage(self) -> QWidget:
        view = CoverageView(self.context)
        view.empty.add_button(self._draw)
        return view

    def _make_skills(self) -> QWidget:
        return RecordPane(self.context, Skill, "training", panes.SKILLS)

    @property
    def needs(self) -> RecordPane:
        """Return the table of needs."""
        return cast(RecordPane, self._late["needs"].view)

    @property
    def courses(self) -> CoursePane:
        """Return the table of courses."""
        return cast(CoursePane, self._late["courses"].view)

    @property
    def sessions(self) -> SessionPane:
        """Return the table of sessions."""
        return cast(SessionPane, self._late["sessions"].view)

    @property
    def attendance(self) -> AttendanceView:
        """Return the list for the room."""
        return cast(AttendanceView, self._late["attendance"].view)

    @property
    def coverage(self) -> CoverageView:
        """Return the coverage of the groups."""
        return cast(CoverageView, self._late["coverage"].view)

    @property
    def skills(self) -> RecordPane:
        """Return the table of skills."""
        return cast(RecordPane, self._late["skills"].view)

    @property
    def here(self) -> QWidget | None:
        """Return the view at hand, if it was made."""
        late = self.views.current
        return late.view if isinstance(late, LateView) and late.ready else None

    # -- showing ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        for late in self._late.values():
            view = late.view if late.ready else None
            if isinstance(view, RecordPane | AttendanceView | CoverageView):
                view.refresh(changes)

    def show_record(self, type_name: str, key: int) -> None:
        names = {"need": "needs", "course": "courses", "training_session": "sessions"}
        late = self._late[names.get(type_name, "skills")]
        self.header.filter.clear_now()
        pane = late.view
        self._turn_to(late)
        if isinstance(pane, RecordPane):
            pane.table.choose(key)

    def leave(self) -> None:
        for pane in self._panes():
            pane.leave()

    def _panes(self) -> list[RecordPane]:
        views = [late.view for late in self._late.values() if late.ready]
        return [view for view in views if isinstance(view, RecordPane)]

    def _turn_to(self, late: LateView) -> None:
        assert late.view is not None
        self.views.turn_to(late)

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

    @property
    def pane(self) -> RecordPane | None:
        """Return the table at hand; None where the view is no table."""
        here = self.here
        return here if isinstance(here, RecordPane) else None

    def show_needs(self) -> None:
        """Show what people must learn."""
        self._turn_to(self._late["needs"])

    def show_courses(self) -> None:
        """Show what is taught."""
        self._turn_to(self._late["courses"])

    def show_sessions(self) -> None:
        """Show when and where it is taught, and to whom."""
        self._turn_to(self._late["sessions"])

    def show_attendance(self) -> None:
        """Show the list for the room."""
        self._turn_to(self._late["attendance"])

    def show_coverage(self) -> None:
        """Show which share of each group is trained."""
        self._turn_to(self._late["coverage"])

    def show_skills(self) -> None:
        """Show what people must be able to do."""
        self._turn_to(self._late["skills"])

    def _turned(self) -> None:
        self.header.filter.clear_now()
        self.header.filter.setVisible(self.pane is not None)
        draw, propose, take, readings = self._buttons
        readings.setVisible(self.views.current is self._late.get("coverage"))
        draw.setVisible(self.views.current is self._late.get("needs"))
        for button in (propose, take):
            button.setVisible(self.views.current is self._late.get("sessions"))
        here = next((name for name, one in self._late.items() if one is self.views.current), "")
        self._new.setText(specs.words_of_new(here))
        self._count()
        self.context.actions.refresh()

    def _count(self) -> None:
        pane = self.pane
        self.header.set_count(len(pane.table.records.keys) if pane is not None else 0)

    def _filter(self, words: str) -> None:
        for pane in self._panes():
            pane.restrict(words if pane is self.pane else "")

    # -- records ------------------------------------------------------------------------------

    def _add_record(self) -> None:
        pane = self.pane
        if pane is not None:
            self.header.filter.clear_now()
            pane.add_record()

    def _delete(self) -> None:
        if self.pane is not None:
            self.pane.table.delete_chosen()

    def _paste_rows(self) -> None:
        if self.pane is not None:
            self.pane.table.paste_as_new()

    def _skill(self) -> None:
        self.courses.add_skill()

    # -- needs and courses --------------------------------------------------------------------

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
            self._turn_to(self._late["needs"])
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
        self._turn_to(self._late["attendance"])

    def walk_in(self) -> None:
        """Type the name of somebody who came without being invited."""
        self.attendance.begin_walk_in()

    # -- rules --------------------------------------------------------------------------------

    def _writable(self) -> bool:
        return not self.context.workspace.read_only and self.context.project_id is not None

    def _has_pane(self) -> bool:
        return self.pane is not None

    def _can_add(self) -> bool:
        return self.pane is not None and self.pane.editable

    def _can_delete(self) -> bool:
        return self._can_add() and self.pane is not None and bool(self.pane.table.chosen_keys())

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
