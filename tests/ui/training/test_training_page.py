"""The page Training: needs from impacts, coverage as it is, courses and readings."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from changedesk.handover.exercises import set_exercises
from changedesk.impact.records import Impact
from changedesk.people.actions import add_group, add_project
from changedesk.people.shares import Share
from changedesk.training import attendance
from changedesk.training.courses import add_course, add_skill, prerequisites
from changedesk.training.coverage import coverage
from changedesk.training.proficiency import readings
from changedesk.training.records import Need, TrainingSession
from changedesk.training.sessions import enrolments
from changedesk.uat.scripts import add_script
from tests.ui.training.room import Room, do, press
from ui.training.course_parts import TickedPart
from ui.training.page import TrainingPage
from ui.training.readings_dialog import ReadingsDialog
from ui.training.words import of


def _is_seen(widget: Callable[[], QWidget]) -> bool:
    return widget().isVisible()


def _first_line(part: TickedPart) -> str:
    shown = part.list.list
    return shown.item(0).text() if shown.count() else ""


def test_the_button_says_what_it_makes_in_the_view_in_hand(page: TrainingPage) -> None:
    said = []
    for view in ("needs", "courses", "sessions", "skills"):
        do(page, view)
        said.append(page.context.actions.action("training.new").text().replace("&", ""))
    assert said == ["New need", "New course", "New session", "New skill"]


def test_no_button_for_a_new_one_stands_where_none_is_made(page: TrainingPage) -> None:
    shown = page.header.findChildren(QWidget)
    (button,) = [one for one in shown if one.property("look") == "primary"]
    seen = []
    for view in ("needs", "attendance", "coverage", "skills"):
        do(page, view)
        seen.append(button.isVisibleTo(page))
    assert seen == [True, False, False, True]


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
