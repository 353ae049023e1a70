"""The view Comments: sorted by keys, by two readers, and entered into the resistance log."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from changedesk.impact.records import ResistanceEntry
from changedesk.people.links import RAISED, links
from changedesk.survey.actions import survey_from_form
from changedesk.survey.asking import add_wave, close_wave, open_wave
from changedesk.survey.comments import add_code
from changedesk.survey.ready import ReadyQuestion
from changedesk.survey.records import CommentCode
from changedesk.survey.responding import take_response

ASKED = (ReadyQuestion(1, "why", "text", "What gets in your way most?"),)


@pytest.fixture
def desk(opened):
    return opened.session.desk.workspace


@pytest.fixture
def make(desk, opened):
    def made(people=12, mode="confidential", close=True, codes=("Training", "Speed")):
        project = opened.session.desk.context.project_id
        survey = survey_from_form(desk, project, "Pulse", ASKED, mode=mode)
        wave = add_wave(desk, survey, "At go-live")
        open_wave(desk, wave)
        for n in range(people):
            take_response(desk, wave, {"why": f"Reason {n:02}"})
        if close:
            close_wave(desk, wave)
        for name in codes:
            add_code(desk, survey, name)
        return wave

    return made


@pytest.fixture
def view(opened, qtbot):
    def shown():
        opened.window.desk_view.show_page("surveys")
        page = opened.window.desk_view.current
        qtbot.waitUntil(lambda: page.pane is not None)
        opened.window.services.actions.action("surveys.comments").trigger()
        qtbot.waitUntil(lambda: page.here is not None and page.here.found is not None)
        page.here.list.setFocus()
        return page.here

    return shown


def press(view, *keys):
    for key in keys:
        QTest.keyClick(view.list, key)


def made_of(view, place=0):
    return view.list.lines.rows[place].made_of_it


def test_keys_give_a_comment_several_subjects_and_a_mood(make, view, desk):
    make()
    here = view()
    press(here, "1", "2", "-")
    assert made_of(here) == "1 Training  ·  2 Speed  ·  − negative"
    press(here, "2")
    assert made_of(here) == "1 Training  ·  − negative"
    desk.undo()
    assert "2 Speed" in made_of(here)


def test_enter_goes_to_the_next_comment_and_keys_follow(make, view):
    make()
    here = view()
    press(here, "1", Qt.Key.Key_Return, "2")
    assert (made_of(here, 0), made_of(here, 1)) == ("1 Training", "2 Speed")
    assert here.list.comment().text == "Reason 01"
    assert here.codes.lines.sheet.rows[0] == ("1", "Training", "1 of 2", "50 % (9–91 %)")
    assert "12 comments, 2 read by" in here.said.whole_text()


def test_a_second_reader_reads_without_seeing_the_first(make, view):
    make()
    here = view()
    for key in "1122":
        press(here, key, Qt.Key.Key_Return)
    here.reader.setEditText("Liu W.")
    assert made_of(here) == ""
    here.list.setCurrentIndex(here.list.lines.index(0))
    for key in "1122":
        press(here, key, Qt.Key.Key_Return)
    assert "Cohen's kappa 1.00" in here.agreed.text()
    assert "4 of 12" in here.agreed.text()


def test_space_lets_a_comment_be_quoted(make, view):
    make()
    here = view()
    press(here, Qt.Key.Key_Space)
    assert made_of(here) == "✔ may be quoted"
    press(here, Qt.Key.Key_Space)
    assert made_of(here) == ""


def test_one_step_makes_a_comment_an_entry_of_the_resistance_log(make, view, desk, opened):
    wave = make()
    here = view()
    press(here, Qt.Key.Key_Down)
    action = opened.window.services.actions.action("surveys.enter_resistance")
    assert action.isEnabled()
    QTest.keyClick(opened.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    entry = desk.find(ResistanceEntry)
    assert entry.title == "Reason 01"
    assert links(desk, RAISED) == {wave: {entry.id}}
    assert made_of(here, 1) == "✔ may be quoted"


def test_nine_comments_are_hidden_and_the_view_says_why(make, view):
    make(people=9)
    here = view()
    assert here.nothing.isVisible()
    assert "fewer than 10" in here.nothing.text()
    assert not here.list.lines.rows


def test_comments_of_an_open_anonymous_wave_wait(make, view):
    make(people=30, mode="anonymous", close=False)
    here = view()
    assert "once the wave is closed" in here.nothing.text()


def test_a_subject_is_added_where_it_is_needed(make, view, desk, opened, qtbot):
    make(codes=())
    here = view()
    assert "no subject yet" in here.agreed.text()
    opened.window.services.actions.action("surveys.add_code").trigger()
    qtbot.waitUntil(lambda: desk.find(CommentCode) is not None)
    assert here.tabs.currentWidget() is here.codebook


def test_a_desk_without_surveys_says_what_to_do(opened, qtbot):
    opened.window.desk_view.show_page("surveys")
    page = opened.window.desk_view.current
    page.turn_to("comments")
    assert page.here.empty.isVisible()
    page.turn_to("results")
    assert page.here.no_survey.isVisible()
