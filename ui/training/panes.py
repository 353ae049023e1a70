"""The tables of training with what belongs to the record in hand."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtGui import QAction

from changedesk.store.change import ChangeSet
from changedesk.store.errors import UserError
from changedesk.training import courses
from changedesk.training.records import Course, CourseSkill, TrainingSession
from ui.desk_context import DeskContext
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.records.pane import RecordPane
from ui.records.parts import RecordParts
from ui.theme.tokens import GRID
from ui.training.course_parts import (
    TickedPart,
    read_exercises,
    read_prerequisites,
    write_exercises,
    write_prerequisites,
)
from ui.training.session_people import (
    CONCERNING,
    ClashList,
    SessionPeople,
    SessionsView,
    read_sessions,
)

NEEDS = QT_TRANSLATE_NOOP(
    "Pages",
    "A need says which group must be able to do what by go-live. Type one, paste a list, or draw "
    "them from the impacts: each that calls for training becomes a need.",
)
COURSES = QT_TRANSLATE_NOOP(
    "Pages",
    "A course is what is taught: a class, a recording, a job aid. Say which skills it gives, what "
    "comes first and which test scripts it practises.",
)
SESSIONS = QT_TRANSLATE_NOOP(
    "Pages",
    "A session is a course at a time and a place. Make one, then Ctrl+E says who comes; clashes "
    "are marked at once.",
)
SKILLS = QT_TRANSLATE_NOOP(
    "Pages",
    "A skill is something that people must be able to do. Needs ask for a level of it, courses "
    "give one.",
)


class CoursePane(RecordPane):
    """Courses with their skills, what comes first, and their exercises."""

    def __init__(self, context: DeskContext, add_skill: QAction) -> None:
        super().__init__(context, Course, "training", COURSES)
        self._add_skill = add_skill
        self.table.columns.hide_at_first("objectives", "audience", "materials", "materials_ready")
        self.table.columns.lead_with("code", "title", "status")
        self.skills: RecordParts | None = None
        self.ticked: list[TickedPart] = []

    def furnishings(self) -> Sequence[Callable[[], None]]:
        return (self._make_skills, self._make_first, self._make_exercises)

    def _make_skills(self) -> None:
        self.skills = RecordParts(
            self._context,
            CourseSkill,
            self.tr("A skill that the course gives, and the level that people have afterwards."),
            self._add_skill,
        )
        self.detail.add_tab(self.skills, self.tr("Skills"))
        self.chosen.connect(self._show_parts)

    def _make_first(self) -> None:
        part = TickedPart(
            self._context,
            self.tr("Courses"),
            self.tr("Which courses must come before this one?"),
            read_prerequisites,
            write_prerequisites,
        )
        self.ticked.append(part)
        self.detail.add_tab(part, self.tr("Comes first"))

    def _make_exercises(self) -> None:
        part = TickedPart(
            self._context,
            self.tr("Scripts"),
            self.tr("Which test scripts serve as exercises? One that fails marks the course."),
            read_exercises,
            write_exercises,
        )
        self.ticked.append(part)
        self.detail.add_tab(part, self.tr("Exercises"))

    def _show_parts(self, keys: Sequence[int]) -> None:
        if self.skills is not None:
            self.skills.show_records(keys)
        for part in self.ticked:
            part.show_course(keys[0] if len(keys) == 1 else None)

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if self.skills is not None:
            self.skills.refresh(changes)

    def leave(self) -> None:
        super().leave()
        if self.skills is not None:
            self.skills.leave()
        for part in self.ticked:
            part.commit()

    def add_skill(self) -> None:
        """Add a skill to the course in hand."""
        self.furnish_once()
        if self.skills is not None:
            self.detail.tabs.setCurrentWidget(self.skills)
            self.skills.add()


class SessionPane(RecordPane):
    """Sessions with their people and what clashes."""

    def __init__(self, context: DeskContext, actions: Sequence[QAction]) -> None:
        super().__init__(context, TrainingSession, "calendar", SESSIONS)
        self.table.columns.hide_at_first("time_zone", "cost", "fixed")
        self.table.columns.lead_with("code", "course", "starts", then=("place", "status"))
        self.people = SessionPeople(context.theme, actions)
        self.clashes = ClashList(context.theme)
        self.view: SessionsView | None = None
        self._courses: list[int] = []
        self._number = 0
        self.detail.add_tab(self.clashes, self.tr("Clashes"), first=True)
        self.detail.add_tab(self.people, self.tr("People"), first=True)
        self.splitter.setSizes([GRID * 56, GRID * 64])
        self.clashes.opened.connect(self.table.choose)
        self.chosen.connect(self._show)

    def new_values(self) -> Mapping[str, Any]:
        """Return what a new session begins with: the course of the one in hand, or the last one."""
        if not self._courses:
            raise UserError(self.tr("Make a course first: a session is a course at a time."))
        here = self.session_in_hand()
        rows = self.view.sessions if self.view is not None else {}
        course = rows[here].course if here in rows and here is not None else self._courses[-1]
        return {**super().new_values(), "course": course}

    def session_in_hand(self) -> int | None:
        """Return the key of the one session in hand."""
        keys = self.table.chosen_keys()
        return keys[0] if len(keys) == 1 else None

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or CONCERNING & set(changes.touched):
            self.fetch()

    def fetch(self) -> None:
        """Read the people of the session in hand, and all clashes."""
        project, workspace = self._context.project_id, self._context.workspace
        session = self.session_in_hand()
        self._number += 1
        number = self._number
        if project is None:
            return

        def work(_: Progress) -> tuple[int, SessionsView, list[int]]:
            every = [row.id for row in courses.courses(workspace, project)]
            return number, read_sessions(workspace, project, session), every

        self._context.jobs.run(work, self._take)

    def _show(self, _keys: Sequence[int]) -> None:
        self.fetch()

    def _take(self, answer: tuple[int, SessionsView, list[int]]) -> None:
        number, view, self._courses = answer
        if number != self._number:
            return
        self.view = view
        here = view.sessions.get(view.session or 0)
        self.people.show_session(here, view)
        self.clashes.show_clashes(view.clashes)
        own = sum(1 for one in view.clashes if one.session == view.session)
        count = str(here.enrolled) if here is not None else ""
        if here is not None and here.capacity is not None:
            count = f"{here.enrolled}/{here.capacity}"
        told = self.tr("People ({0})").format(count) if count else self.tr("People")
        tabs = self.detail.tabs
        tabs.setTabText(tabs.indexOf(self.people), f"{told} ⚠ {own}" if own else told)
        total = len(view.clashes)
        words = self.tr("⚠ Clashes ({0})").format(total) if total else self.tr("Clashes")
        tabs.setTabText(tabs.indexOf(self.clashes), words)
        self._context.actions.refresh()
