"""The page Training: attendance for a room by keys, needs from impacts, coverage as it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from changedesk.desk import new_desk
from changedesk.handover.exercises import set_exercises
from changedesk.impact.records import Impact
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.people.records import Duty, Person
from changedesk.people.shares import Share
from changedesk.store.workspace import Workspace
from changedesk.training import attendance
from changedesk.training.courses import add_course, add_skill, prerequisites
from changedesk.training.coverage import coverage
from changedesk.training.proficiency import readings
from changedesk.training.records import Attendance, Need, TrainingSession
from changedesk.training.sessions import add_session, enrol, enrolments, session_row
from changedesk.uat.scripts import add_script
from ui.actions import ActionRegistry
from ui.bus import ChangeBus
from ui.desk_context import DeskContext, Services
from ui.jobs import InlineJobRunner
from ui.messages import Messages
from ui.prompts import ScriptedPrompts
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.training.course_parts import TickedPart
from ui.training.enrol_dialog import EnrolDialog
from ui.training.page import TrainingPage
from ui.training.readings_dialog import ReadingsDialog
from ui.training.words import of

NAMES = [f"Agent {number:02}" for number in range(1, 21)]
CONTROL = Qt.KeyboardModifier.ControlModifier
STARTS = 1773133200000  # 10 March 2026, 9:00 UTC
KEY = {"a": Qt.Key.Key_A, "p": Qt.Key.Key_P, "n": Qt.Key.Key_N, "e": Qt.Key.Key_E}
STATE = {"a": "attended", "p": "partial", "n": "no_show", "e": "excused"}


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


@pytest.fixture
def room(tmp_path: Path, theme: Theme, home: Path) -> Iterator[Room]:
    desk = new_desk(tmp_path / "room.changedesk", actor="Dana")
    project = add_project(desk, "CRM", "Service Cloud", go_live="2026-04-06")
    group = add_group(desk, "Team Leeds", headcount=20, site="Leeds")
    people = [add_person(desk, name, group=group) for name in NAMES]
    course = add_course(desk, project, "CRM basics", minutes=60, capacity=20, no_show=10)
    session = add_session(desk, course, starts=STARTS, time_zone="UTC", place="Room 1")
    enrol(desk, session, people)
    prompts, jobs = ScriptedPrompts(), InlineJobRunner()
    services = Services(jobs, prompts, theme, Settings(), ActionRegistry(theme), Messages())
    context = DeskContext(desk, ChangeBus(desk, jobs), services)
    context.project_id = project
    toasts: list[str] = []
    told: list[str] = []
    context.messages.toasted.connect(toasts.append)
    context.messages.told.connect(lambda message: told.append(message.text))
    jobs.trouble.connect(context.messages.problem)
    yield Room(desk, context, prompts, toasts, told, project, group, people, course, session)
    context.bus.close()
    desk.close()


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[TrainingPage]:
    page = TrainingPage(room.context)
    page.resize(1060, 680)
    page.show()
    qtbot.waitExposed(page)
    room.context.actions.set_page(page.key)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page
    page.close_page()


def do(page: TrainingPage, name: str) -> None:
    page.context.actions.action(f"training.{name}").trigger()


def _is_seen(widget: Callable[[], QWidget]) -> bool:
    return widget().isVisible()


def _first_line(part: TickedPart) -> str:
    shown = part.list.list
    return shown.item(0).text() if shown.count() else ""


def press(page: TrainingPage, keys: str) -> None:
    for key in keys:
        QTest.keyClick(page.attendance.list, KEY[key])


def test_the_button_says_what_it_makes_in_the_view_in_hand(page: TrainingPage) -> None:
    said = []
    for view in ("needs", "courses", "sessions", "attendance", "skills"):
        do(page, view)
        said.append(page.context.actions.action("training.new").text().replace("&", ""))
    assert said == ["New need", "New course", "New session", "New", "New skill"]


def test_attendance_of_20_people_by_keys(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    keys = "aaaapaaanaaaaaeaaaan"
    press(page, keys)
    assert room.states() == [STATE[key] for key in keys]
    assert len(room.desk.rows(Attendance.select(Attendance.id))) == 20
    tally = page.attendance.tally.text()
    assert tally.split("   ") == [
        "✔ Attended 16", "◐ Partial 1", "✖ No-show 2", "➔ Excused 1", "All noted",
    ]  # fmt: skip
    assert session_row(room.desk, room.session).status == "held"


def test_a_key_is_durable_before_the_next_person_is_in_hand(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    press(page, "a")
    roll = page.attendance.roll
    assert roll is not None
    assert roll.person is not None
    assert roll.person.name == "Agent 02"
    assert room.states()[0] == "attended"
    assert enrolments(room.desk, room.session)[0].minutes == 60


def test_a_correction_is_another_event_and_the_way_goes_on(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    press(page, "aaa")
    for _ in range(2):
        QTest.keyClick(page.attendance.list, Qt.Key.Key_Backspace)
    press(page, "n")
    assert room.states()[:4] == ["attended", "no_show", "attended", "invited"]
    roll = page.attendance.roll
    assert roll is not None
    assert roll.at == 3
    assert len(room.desk.rows(Attendance.select(Attendance.id))) == 4


def test_undo_takes_one_key_back_and_shows_whose_it_was(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    press(page, "aap")
    assert room.desk.undo() == "Note Agent 03: partial"
    roll = page.attendance.roll
    assert roll is not None
    assert (roll.at, roll.left) == (2, 18)
    press(page, "a")
    assert room.states()[:3] == ["attended"] * 3


def test_a_walk_in_is_typed_and_noted(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    QTest.keyClick(page.attendance.list, Qt.Key.Key_W)
    QTest.keyClicks(page.attendance.name, "Zoe New")
    QTest.keyClick(page.attendance.name, Qt.Key.Key_Return)
    assert page.attendance.name.isHidden()
    rows = enrolments(room.desk, room.session)
    assert [(row.name, row.state, row.walk_in) for row in rows][-1] == (
        "Zoe New", "attended", True,
    )  # fmt: skip
    assert len(page.attendance.list.lines.rows) == 21
    room.desk.undo()
    assert len(page.attendance.list.lines.rows) == 20
    assert room.desk.find(Person, name="Zoe New") is None


def test_escape_leaves_the_name_and_nobody_is_noted(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    QTest.keyClick(page.attendance.list, Qt.Key.Key_W)
    QTest.keyClicks(page.attendance.name, "Zo")
    QTest.keyClick(page.attendance.name, Qt.Key.Key_Escape)
    assert page.attendance.name.isHidden()
    assert len(enrolments(room.desk, room.session)) == 20


def test_a_score_is_typed_and_entered(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    QTest.keyClicks(page.attendance.list, "855")
    assert "85 %" in page.attendance.hint.text()
    QTest.keyClick(page.attendance.list, Qt.Key.Key_Return)
    row = enrolments(room.desk, room.session)[0]
    assert (row.state, row.score) == ("attended", 85)
    press(page, "p")
    row = enrolments(room.desk, room.session)[0]
    assert (row.state, row.score) == ("partial", 85)


def test_letters_that_are_no_key_do_nothing(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    QTest.keyClicks(page.attendance.list, "xyz")
    roll = page.attendance.roll
    assert roll is not None
    assert roll.at == 0
    assert set(room.states()) == {"invited"}


def test_what_somebody_else_notes_shows_at_once(page: TrainingPage, room: Room) -> None:
    do(page, "attendance")
    press(page, "a")
    key = enrolments(room.desk, room.session)[4].id
    attendance.note(room.desk, key, "no_show")
    assert page.attendance.list.lines.rows[4].state == "no_show"


def test_needs_are_drawn_from_impacts_with_one_action(page: TrainingPage, room: Room) -> None:
    with room.desk.change("Impacts") as change:
        change.add_many(
            Impact,
            [
                {"project": room.project, "title": title, "group": room.group, "severity": severity}
                for title, severity in (("One desk", 4), ("New code", 1), ("Bot hands over", 3))
            ],
        )
    do(page, "draw")
    assert len(page.needs.table.records.keys) == 2
    assert room.toasts[-1].startswith("2 need")
    do(page, "draw")
    assert room.toasts[-1] == "No impact calls for training that has no need yet."
    room.desk.undo()
    assert len(page.needs.table.records.keys) == 0


def test_the_figures_of_coverage_are_those_of_the_query(page: TrainingPage, room: Room) -> None:
    with room.desk.change("Need") as change:
        change.add(Need(project=room.project, title="Use it", group=room.group, course=room.course))
    do(page, "attendance")
    press(page, "aaaan")
    do(page, "coverage")
    view = page.coverage
    view.show_day("2026-03-10")
    found = coverage(room.desk, room.project, "2026-03-10")
    (group,) = found.groups
    assert found.trained == Share(4, 20)
    assert view.found == found
    assert view.figures.trained.text() == "20 %"
    assert view.figures.missing.text() == "16"
    assert view.figures.expected.text() == f"{100 * group.standing.expected.n // 20} %"
    words = view.bars.lines.data(view.bars.lines.index(0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert words == (
        f"Team Leeds: {of(group.standing.trained)} trained, "
        f"{of(group.standing.expected)} expected at go-live"
    )
    assert [line.text for line in view.detail.missing.entries.lines] == list(group.missing)
    view.day.line.setText("2026-03-09")
    QTest.keyClick(view.day.line, Qt.Key.Key_Return)
    assert view.figures.trained.text() == "0 %"


def test_a_group_of_unknown_size_asks_for_its_headcount(page: TrainingPage, room: Room) -> None:
    night = add_group(room.desk, "Night shift")
    with room.desk.change("Need") as change:
        change.add(Need(project=room.project, title="Use it", group=night, course=room.course))
    do(page, "coverage")
    assert page.coverage.detail.sure.text().startswith("Give the group a headcount")
    notes = page.coverage.figures.findChildren(QLabel)
    assert any("without people: Night shift." in label.text() for label in notes)


def test_what_was_learned_stands_beside_and_is_not_called_trained(
    page: TrainingPage, room: Room
) -> None:
    skill = add_skill(room.desk, room.project, "CRM")
    with room.desk.change("Need") as change:
        change.add(
            Need(project=room.project, title="Use it", group=room.group, skill=skill, required=3)
        )
    do(page, "coverage")
    assert page.coverage.figures.learned.isHidden()
    do(page, "readings")
    dialog = page._reading_hands.dialog
    assert isinstance(dialog, ReadingsDialog)
    dialog.taken.show_value("2026-05-06")
    dialog.skill.setCurrentIndex(dialog.skill.findData(skill))
    for level in (3, 2):
        dialog.level.setCurrentIndex(dialog.level.findData(level))
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.whom.currentData() == ("person", room.people[2]), "the next one comes up"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "what was read" in dialog.wrong.text()
    dialog.skill.setCurrentIndex(0)
    dialog.course.setCurrentIndex(dialog.course.findData(room.course))
    for occasion, value in (("before", 40), ("after", 70), ("after", 90)):
        dialog.whom.setCurrentIndex(0)
        dialog.occasion.setCurrentIndex(dialog.occasion.findData(occasion))
        dialog.value.setValue(value)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.table.lines.rows[0].texts[4] == "90 of 100"
    dialog.table.setCurrentIndex(dialog.table.lines.index(0, 0))
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert len(readings(room.desk, room.project)) == 4
    dialog.close()
    page.coverage.show_day("2026-06-01")
    assert page.coverage.figures.learned.whole_text() == (
        "Tests: normalised gain 0.50 (1 tested before and after) · "
        "Readings: 1 of 2 at the level asked (9–91 %)"
    )
    assert page.coverage.figures.trained.text() == "0 %"


def test_clashes_are_marked_at_once_with_glyph_and_word(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    do(page, "sessions")
    pane = page.sessions
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.session == room.session)
    assert pane.detail.tabs.tabText(0) == "People (20/20)"
    with room.desk.change("Roster") as change:
        change.add(Duty(person=room.people[0], day="2026-03-10", kind="away"))
    assert pane.people.table.lines.rows[0].texts[3] == "— on leave"
    assert pane.detail.tabs.tabText(0) == "People (20/20) ⚠ 1"
    other = add_session(room.desk, room.course, starts=STARTS, time_zone="UTC", minutes=30)
    enrol(room.desk, other, room.people[1:2])
    assert pane.people.table.lines.rows[1].texts[3] == "✖ also in TS-002"
    room.desk.undo()
    assert pane.people.table.lines.rows[1].texts[3] == ""


def test_people_are_enrolled_by_keys_and_too_many_are_told(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    small = add_session(room.desk, room.course, capacity=18, time_zone="UTC")
    do(page, "sessions")
    pane = page.sessions
    qtbot.waitUntil(lambda: pane.view is not None)
    pane.table.choose(small)
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.session == small)
    do(page, "enrol")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EnrolDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.people.list, Qt.Key.Key_A, CONTROL)
    with qtbot.waitSignal(dialog.enrolled):
        QTest.keyClick(dialog.people.list, Qt.Key.Key_Return, CONTROL)
    assert session_row(room.desk, small).enrolled == 20
    assert room.told[-1].endswith("2 more than there are seats.")
    assert "⚠" in pane.detail.tabs.tabText(0)


def test_people_confirm_with_c_and_leave_with_del(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    do(page, "sessions")
    pane = page.sessions
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.session == room.session)
    pane.people.table.setCurrentIndex(pane.people.table.lines.index(0, 0))
    QTest.keyClick(pane.people.table, Qt.Key.Key_C)
    assert room.states()[0] == "confirmed"
    QTest.keyClick(pane.people.table, Qt.Key.Key_C)
    assert room.states()[0] == "invited"
    QTest.keyClick(pane.people.table, Qt.Key.Key_Delete)
    assert len(room.states()) == 19
    room.desk.undo()
    assert len(room.states()) == 20


def test_attendance_is_taken_of_the_session_in_hand(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    other = add_session(room.desk, room.course, starts=STARTS + 86_400_000, time_zone="UTC")
    do(page, "sessions")
    pane = page.sessions
    qtbot.waitUntil(lambda: pane.view is not None)
    pane.table.choose(other)
    do(page, "take")
    assert page.attendance.session == other
    assert page.attendance.empty.isVisible()


def test_a_new_session_begins_with_a_course(page: TrainingPage, room: Room, qtbot: QtBot) -> None:
    do(page, "sessions")
    qtbot.waitUntil(lambda: page.sessions.view is not None)
    do(page, "new")
    rows = room.desk.rows(TrainingSession.select(TrainingSession.course))
    assert [row.course for row in rows] == [room.course, room.course]


def test_what_comes_first_is_ticked_and_a_circle_is_refused(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    second = add_course(room.desk, room.project, "CRM for experts")
    do(page, "courses")
    pane = page.courses
    qtbot.waitUntil(lambda: len(pane.ticked) == 2)
    pane.table.choose(second)
    first = pane.ticked[0]
    pane.detail.tabs.setCurrentWidget(first)
    qtbot.waitUntil(lambda: _first_line(first).startswith("CO-01"))
    QTest.keyClick(first.list.list, Qt.Key.Key_Space)
    first.commit()
    assert prerequisites(room.desk) == {second: {room.course}}
    pane.table.choose(room.course)
    qtbot.waitUntil(lambda: _first_line(first).startswith("CO-02"))
    QTest.keyClick(first.list.list, Qt.Key.Key_Space)
    first.commit()
    assert "wait for one another" in room.told[-1]
    assert first.list.values() == []


def test_retraining_is_asked_for_and_marked(page: TrainingPage, room: Room) -> None:
    do(page, "retrain")
    assert room.toasts[-1].startswith("No exercise failed")
    script = add_script(room.desk, room.project, "Transfer", [{"do": "Transfer"}])
    set_exercises(room.desk, room.course, [script])
    key = enrolments(room.desk, room.session)[0].id
    with room.desk.change("Earlier") as change:
        change.set_many(TrainingSession, {room.session: {"starts": 1000}})
    attendance.note(room.desk, key, "attended")
    room.prompts.answers.append("yes")
    do(page, "retrain")
    assert room.toasts[-1].startswith("1 person")
    assert enrolments(room.desk, room.session)[0].retrain


def test_an_empty_project_explains_each_view(page: TrainingPage, room: Room, qtbot: QtBot) -> None:
    room.context.project_id = add_project(room.desk, "BOT", "Chatbot")
    views: list[Callable[[], QWidget]] = [
        lambda: page.needs.empty, lambda: page.courses.empty, lambda: page.sessions.empty,
        lambda: page.attendance.empty, lambda: page.coverage.empty, lambda: page.skills.empty,
    ]  # fmt: skip
    for name, empty in zip(
        ("needs", "courses", "sessions", "attendance", "coverage", "skills"), views, strict=True
    ):
        do(page, name)
        qtbot.waitUntil(partial(_is_seen, empty))


def test_a_record_that_is_gone_to_is_on_its_own_tab(
    page: TrainingPage, room: Room, qtbot: QtBot
) -> None:
    page.show_record("training_session", room.session)
    qtbot.waitUntil(lambda: page.sessions.table.current_key() == room.session)
    assert page.pane is page.sessions
    page.show_record("course", room.course)
    qtbot.waitUntil(lambda: page.courses.table.current_key() == room.course)


def test_the_list_tells_and_takes_a_session_on_the_clocks_of_its_place(
    qtbot: QtBot, room: Room, page: TrainingPage
) -> None:
    with room.desk.change("Say where") as change:
        change.set(room.desk.get(TrainingSession, room.session), time_zone="Asia/Tokyo")
    do(page, "sessions")
    pane = page.sessions
    model = pane.table.records
    column = [field.name for field in model.fields].index("starts")
    qtbot.waitUntil(lambda: model.rowCount() == 1 and bool(model.index(0, column).data()))
    assert model.index(0, column).data().endswith("18:00 (Tokyo)")
    assert model.setData(model.index(0, column), "2026-03-11 10:00")
    begin = datetime(2026, 3, 11, 10, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert session_row(room.desk, room.session).starts == int(begin.timestamp() * 1000)


def test_the_list_of_sessions_shows_the_whole_time_and_its_place_on_a_small_screen(
    qtbot: QtBot, room: Room, page: TrainingPage
) -> None:
    zone = "America/Argentina/Buenos_Aires"
    with room.desk.change("Say where") as change:
        change.set(room.desk.get(TrainingSession, room.session), time_zone=zone)
    page.resize(1060, 640)
    page.show()
    do(page, "sessions")
    table = page.sessions.table
    column = [field.name for field in table.records.fields].index("starts")
    qtbot.waitUntil(lambda: str(table.records.index(0, column).data() or "").endswith(")"))
    cell = table.records.index(0, column)
    assert "(Buenos Aires)" in cell.data()
    needed = table.fontMetrics().horizontalAdvance(cell.data())
    qtbot.waitUntil(lambda: table.columns.sectionSize(column) > needed)


def test_a_double_click_notes_a_reading_once(qtbot: QtBot, room: Room, page: TrainingPage) -> None:
    do(page, "readings")
    dialog = page._reading_hands.dialog
    assert isinstance(dialog, ReadingsDialog)
    dialog.typed.disconnect()
    typed: list[object] = []
    dialog.typed.connect(typed.append)
    dialog.value.setValue(40)
    dialog.add.click()
    dialog.add.click()
    assert len(typed) == 1
    dialog.tell("Not so.")
    dialog.add.click()
    assert len(typed) == 2
