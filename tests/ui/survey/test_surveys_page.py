"""The page Surveys: a survey, its questions with their answers, and its waves, by keys."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from changedesk.survey.actions import survey_from_form
from changedesk.survey.asking import add_wave, close_wave, open_wave
from changedesk.survey.ready import ReadyQuestion
from changedesk.survey.records import Invitation, Question, QuestionOption, Survey, Wave
from changedesk.survey.responding import take_response


@pytest.fixture
def desk(opened):
    return opened.session.desk.workspace


@pytest.fixture
def page(opened, desk, qtbot):
    opened.window.desk_view.show_page("surveys")
    page = opened.window.desk_view.current
    qtbot.waitUntil(lambda: page.pane is not None)
    return page


def new(page, qtbot, words):
    """Press Ctrl+N, type a title and Enter, as a person does."""
    before = len(page.pane.table.records.keys)
    page.new.trigger()
    qtbot.waitUntil(lambda: len(page.pane.table.records.keys) == before + 1)
    qtbot.waitUntil(lambda: page.pane.table.state() == page.pane.table.State.EditingState)
    editor = page.pane.table.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_survey_is_designed_and_its_wave_invites_groups(page, desk, qtbot):
    new(page, qtbot, "Change pulse")
    qtbot.waitUntil(lambda: desk.find(Survey, title="Change pulse") is not None)
    survey = desk.find(Survey)
    qtbot.waitUntil(lambda: page.in_hand.key == survey.id)
    page.turn_to("questions")
    assert page.new.text() == "&New question"
    page.questions.add_record()
    qtbot.waitUntil(lambda: desk.find(Question) is not None)
    assert desk.find(Question).survey_id == survey.id
    qtbot.waitUntil(page._has_question)
    page._option()
    qtbot.waitUntil(lambda: desk.find(QuestionOption) is not None)
    page.turn_to("waves")
    page.waves.add_record()
    qtbot.waitUntil(lambda: desk.find(Wave) is not None)
    qtbot.waitUntil(page._has_wave)
    page._invitation()
    qtbot.waitUntil(lambda: desk.find(Invitation) is not None)
    assert desk.find(Invitation).wave_id == desk.find(Wave).id


def test_without_a_survey_a_question_is_refused_in_a_sentence(page, desk, opened, qtbot):
    page.turn_to("questions")
    page.questions.add_record()
    assert desk.find(Question) is None


@pytest.mark.parametrize(("key", "views"), [("adoption", 2), ("documents", 2), ("surveys", 3)])
def test_every_view_of_the_page_opens(opened, qtbot, key, views):
    opened.window.desk_view.show_page(key)
    page = opened.window.desk_view.current
    qtbot.waitUntil(lambda: page.here is not None)
    assert page.tabs.bar.count() >= views
    for place in range(page.tabs.bar.count()):
        page.tabs.bar.setCurrentIndex(place)
        qtbot.waitUntil(lambda: page.here is not None)


def test_what_was_promised_and_what_waits_stays_in_the_tables_too(page, desk, opened, qtbot):
    project = opened.session.desk.context.project_id
    asked = (ReadyQuestion(1, "why", "text", "Why?"),)
    survey = survey_from_form(desk, project, "Pulse", asked, mode="anonymous")
    wave = add_wave(desk, survey, "Before")
    open_wave(desk, wave)
    take_response(desk, wave, {"why": "Because"})
    told: list[Any] = []
    opened.window.services.messages.told.connect(told.append)
    surveys = page.pane.table.records.writer
    for looser in ({"mode": "identified"}, {"min_cell": "3"}):
        told.clear()
        surveys.set_values({survey: looser})
        qtbot.waitUntil(lambda: any("promise" in one.text for one in told))
    page.turn_to("waves")
    left = "1 anonymous answer still to be counted"
    for writer, key in ((surveys, survey), (page.waves.table.records.writer, wave)):
        told.clear()
        writer.delete([key])
        qtbot.waitUntil(lambda: any(left in one.text for one in told))
    assert desk.find(Survey, title="Pulse").mode == "anonymous"
    close_wave(desk, wave)
    surveys.delete([survey])
    qtbot.waitUntil(lambda: desk.find(Survey, title="Pulse") is None)
