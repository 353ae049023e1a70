"""A projector of 1280 × 720 at 150 %: what matters is in sight, and no choice is cut off."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox

from changedesk.people.records import Project
from changedesk.uat.records import Cycle, Defect
from changedesk.uat.words import DEFECT_STATUS
from ui.records.values import choice_text

SMALL = (853, 480)
ORDINARY = (1280, 720)


@pytest.fixture(params=[SMALL, ORDINARY], ids=["150 %", "100 %"])
def window(opened, qtbot, request):
    desk = opened.session.desk
    desk.context.project_id = desk.workspace.find(Project, code="MOVE").id
    opened.window.resize(*request.param)
    qtbot.waitUntil(lambda: (opened.window.width(), opened.window.height()) == request.param)
    return opened.window


def shown(window, qtbot, key):
    window.desk_view.show_page(key)
    page = window.desk_view.current
    qtbot.waitUntil(lambda: page.table.records.rowCount() > 0)
    qtbot.waitUntil(lambda: page.table.records.row_values(0) is not None)
    return page


def section(table, name):
    names = [field.name for field in table.records.fields]
    header, column = table.columns, names.index(name)
    left = header.sectionViewportPosition(column)
    return left, left + header.sectionSize(column), header.viewport().width()


@pytest.mark.parametrize(("key", "name"), [("cycles", "status"), ("defects", "status")])
def test_the_status_is_in_sight_beside_the_title(window, qtbot, key, name):
    table = shown(window, qtbot, key).table
    for wanted in ("code", "title", name):
        left, right, room = section(table, wanted)
        assert 0 <= left < right <= room
    assert section(table, name)[0] == section(table, "title")[1]


def test_every_status_fits_its_column(window, qtbot):
    table = shown(window, qtbot, "defects").table
    left, right, _ = section(table, "status")
    for choice in DEFECT_STATUS:
        words = choice_text(DEFECT_STATUS, choice.code)
        assert table.fontMetrics().horizontalAdvance(words) <= right - left - 16


def test_widths_that_the_user_set_stay(window, qtbot):
    table = shown(window, qtbot, "defects").table
    names = [field.name for field in table.records.fields]
    table.setColumnWidth(names.index("title"), 333)
    window.resize(window.width() - 20, window.height())
    assert table.columnWidth(names.index("title")) == 333


def test_the_progress_of_a_cycle_says_whether_it_is_open(window, opened, qtbot):
    page = shown(window, qtbot, "cycles")
    label = page.figures.status
    qtbot.waitUntil(lambda: label.text().startswith("○ Planned"))
    seen = label.mapTo(window, QPoint(0, label.height()))
    assert label.isVisible()
    assert seen.y() < window.height()
    workspace = opened.session.desk.workspace
    with workspace.change("Open it") as change:
        change.set(workspace.find(Cycle, code="CYC-01"), status="open")
    qtbot.waitUntil(lambda: label.text().startswith("◐ Open"))


def test_no_choice_of_the_form_of_a_defect_is_cut_off(window, qtbot):
    page = shown(window, qtbot, "defects")
    page.table.choose(page.table.records.key_at(0))
    form = page.detail.form
    qtbot.waitUntil(lambda: bool(form.text_of("title")))
    assert form.widget().width() <= form.viewport().width()
    for name in ("severity", "priority", "status"):
        box = form.fields[name].editor
        texts = [box.itemText(place) for place in range(box.count())]
        longest = max(map(box.fontMetrics().horizontalAdvance, texts))
        assert box.width() >= longest + 40


def test_a_list_is_as_wide_as_its_longest_choice(window, qtbot):
    page = shown(window, qtbot, "defects")
    names = [field.name for field in page.table.records.fields]
    key = page.table.records.key_at(0)
    page.table.choose(key, column=names.index("status"), edit=True)
    box = page.table.indexWidget(page.table.currentIndex())
    assert isinstance(box, QComboBox)
    box.showPopup()
    assert box.view().width() >= box.view().sizeHintForColumn(0)
    assert box.width() >= box.fontMetrics().horizontalAdvance("◕ Ready for retest") + 40
    box.hidePopup()
    assert page.record_type is Defect
