"""The home page says at once what is the matter, and leads there by keys and by clicks."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from changedesk.impact.records import Impact, SponsorAction
from changedesk.people.actions import add_group
from changedesk.people.records import Project
from changedesk.training.records import Need
from changedesk.uat.cycles import add_cycle
from changedesk.uat.records import Cycle, Requirement

ENTER = Qt.Key.Key_Return


@pytest.fixture
def desk(opened):
    desk = opened.session.desk.workspace
    project = opened.session.desk.context.project_id
    with desk.change("Add") as change:
        change.set(desk.get(Project, project), go_live=(date.today() + timedelta(9)).isoformat())
        change.add(Requirement(project=project, title="Refunds", priority="must"))
        change.add(Requirement(project=project, title="Exports", priority="must"))
        change.add(Impact(project=project, title="New screens"))
        change.add(
            SponsorAction(
                project=project,
                action="Speak in Cork",
                due=(date.today() - timedelta(2)).isoformat(),
            )
        )
    add_cycle(desk, project, "Round 1")
    return desk


@pytest.fixture
def page(opened, desk, qtbot):
    opened.window.desk_view.show_page("overview")
    page = opened.window.desk_view.current
    qtbot.waitUntil(lambda: len(page.kinds.entries.lines) > 1)
    qtbot.waitUntil(lambda: bool(page.days.entries.lines))
    return page


def test_it_says_what_is_missing_how_often_and_why(page):
    told = {line.text: line.note for line in page.kinds.entries.lines}
    assert told["Requirement that nobody tests"] == "2"
    assert told["Impact that names no group"] == "1"
    assert "3" in page.missing.text()


def test_enter_on_a_gap_goes_to_its_record(page, opened, qtbot):
    kinds = [line.text for line in page.kinds.entries.lines]
    page.kinds.setFocus()
    page.kinds.setCurrentIndex(
        page.kinds.entries.index(kinds.index("Requirement that nobody tests"))
    )
    assert [row.texts[0] for row in page.items.lines.rows] == ["REQ-001", "REQ-002"]
    QTest.keyClick(page.kinds, ENTER)
    QTest.keyClick(page.items, Qt.Key.Key_Down)
    QTest.keyClick(page.items, ENTER)
    qtbot.waitUntil(lambda: opened.window.desk_view.current.key == "requirements")
    shown = opened.window.desk_view.current
    qtbot.waitUntil(lambda: shown.table.chosen_keys() == [page.items.lines.rows[1].value[1]])


def test_the_filter_keeps_what_is_asked_for(page, qtbot):
    page.header.filter.setText("exports")
    qtbot.waitUntil(lambda: len(page.kinds.entries.lines) == 1)
    assert page.kinds.entries.lines[0].note == "1"
    page.header.filter.clear_now()
    qtbot.waitUntil(lambda: len(page.kinds.entries.lines) > 1)


def test_a_figure_leads_to_its_page(page, opened, qtbot):
    assert page.cards.tests.base.text() != ""
    QTest.keyClick(page.cards.tests, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: opened.window.desk_view.current.key == "cycles")


def test_what_is_late_stands_first_and_go_live_is_counted_down(page):
    first = page.days.entries.lines[0]
    assert first.text == "Speak in Cork"
    assert first.soft.startswith("⚠")
    assert "in 9 days" in page.go_live.text()
    assert "1 late" in page.next.text()


def test_nothing_tested_is_not_taken_for_nothing_wrong(page, desk, qtbot):
    assert (page.cards.defects.value.text(), page.cards.defects.state.text()) == (
        "0", "nothing was tested yet",
    )  # fmt: skip


def test_other_open_cycles_are_told(page, desk, opened, qtbot):
    project = opened.session.desk.context.project_id
    for title in ("Round 2", "Round 3"):
        cycle = add_cycle(desk, project, title)
        with desk.change("Open") as change:
            change.set(desk.get(Cycle, cycle), status="open")
    base = page.cards.tests.base
    qtbot.waitUntil(lambda: base.text().startswith("CYC-03") and "1 other open" in base.text())


def test_a_group_that_nobody_can_count_is_not_taken_for_nobody(page, desk, opened, qtbot):
    project = opened.session.desk.context.project_id
    group = add_group(desk, "Night shift")
    with desk.change("Need") as change:
        change.add(Need(project=project, title="Use it", group=group))
    card = page.cards.trained
    qtbot.waitUntil(lambda: "without headcount" in card.state.text())
    assert card.base.text() == "nobody counted"


def test_it_follows_what_is_changed(page, desk, qtbot):
    with desk.change("Lower them") as change:
        for title in ("Refunds", "Exports"):
            change.set(desk.find(Requirement, title=title), priority="could")
    qtbot.waitUntil(
        lambda: (
            "Requirement that nobody tests" not in [line.text for line in page.kinds.entries.lines]
        )
    )
    desk.undo()
    qtbot.waitUntil(
        lambda: "Requirement that nobody tests" in [line.text for line in page.kinds.entries.lines]
    )
