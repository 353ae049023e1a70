"""A survey is taken ready or from an XLSForm, put in order, and looked at while it is written."""

import pytest
from PySide6.QtCore import Qt

from changedesk.people.records import Group
from changedesk.survey.asking import open_wave
from changedesk.survey.queries import invitations, questions, wave_row, waves
from changedesk.survey.ready import ready_survey
from changedesk.survey.records import Invitation, Question, Reminder, Survey
from changedesk.survey.responding import take_response


@pytest.fixture
def desk(opened):
    return opened.session.desk.workspace


@pytest.fixture
def page(opened, qtbot):
    opened.window.desk_view.show_page("surveys")
    page = opened.window.desk_view.current
    qtbot.waitUntil(lambda: page.pane is not None)
    return page


@pytest.fixture
def pulse(page, desk, qtbot):
    page.designing.take_ready("change-pulse", {"system": "Salesforce"})
    qtbot.waitUntil(lambda: page.in_hand.key is not None)
    page.turn_to("questions")
    qtbot.waitUntil(lambda: len(page.questions.table.records.keys) == 11)
    return page.in_hand.key


@pytest.mark.parametrize("name", ["questions", "waves"])
def test_a_view_without_a_survey_says_what_it_is_for_and_offers_the_next_step(page, qtbot, name):
    page.turn_to(name)
    qtbot.waitUntil(page.pane.empty.isVisible)
    page.new.trigger()
    qtbot.waitUntil(lambda: "Make a survey first" in page.window().message_bar.text)


def test_a_ready_survey_is_read_and_taken_by_keys(page, desk, qtbot):
    page.designing.ready.trigger()
    dialog = page.designing.dialog
    assert "1  " in dialog.text.toPlainText()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    wanted = dialog.chosen
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.find(Survey) is not None)
    assert desk.find(Survey).title == wanted.title
    assert len(questions(desk, desk.find(Survey).id)) == len(wanted.questions)


def test_questions_are_moved_by_keys_and_stay_in_order(page, desk, pulse, qtbot):
    table = page.questions.table
    before = [one.key for one in questions(desk, pulse)]
    table.choose(table.records.keys[1])
    qtbot.waitUntil(lambda: page._question_in_hand() is not None)
    page.designing._up()
    qtbot.waitUntil(lambda: [one.key for one in questions(desk, pulse)] != before)
    after = [one.key for one in questions(desk, pulse)]
    assert after[:2] == before[:2][::-1]
    qtbot.waitUntil(
        lambda: [desk.get(Question, key).key for key in page.questions.table.records.keys] == after
    )


def test_the_preview_shows_the_question_as_it_is_being_written(page, desk, pulse, qtbot):
    pane = page.questions
    pane.table.choose(pane.table.records.keys[0])
    pane.furnish_once()
    preview = pane.preview
    preview.show_records(pane.table.chosen_keys())
    pane.detail.tabs.setCurrentWidget(preview)
    qtbot.waitUntil(lambda: preview.card is not None)
    question = desk.get(Question, pane.table.chosen_keys()[0])
    with desk.change("Reword") as change:
        change.set(question, text="What do you say to this?", required=True)
    qtbot.waitUntil(
        lambda: (
            preview.card is not None and preview.card.accessibleName() == "What do you say to this?"
        )
    )


def test_a_survey_goes_out_as_xlsform_and_comes_back(page, desk, pulse, prompts, tmp_path, qtbot):
    page.designing.write_form(tmp_path / "form.xlsx")
    qtbot.waitUntil((tmp_path / "form.xlsx").exists)
    page.designing.read_form(tmp_path / "form.xlsx")
    qtbot.waitUntil(lambda: page.in_hand.key != pulse)
    again = questions(desk, page.in_hand.key)
    assert [one.text for one in again] == [one.text for one in questions(desk, pulse)]
    assert len(again) == len(ready_survey("change-pulse").questions)


def test_a_wave_invites_groups_opens_and_closes_by_keys(page, desk, pulse, opened, qtbot):
    with desk.change("Add groups") as change:
        for name, count in (("Chat North", 12), ("Chat South", 9)):
            change.add(Group(name=name, headcount=count))
    page.turn_to("waves")
    qtbot.waitUntil(lambda: page._wave_in_hand() is not None)
    wave = page._wave_in_hand()
    page.wave_hands.ask()
    dialog = page.wave_hands.dialog
    for place in range(dialog.groups.list.count()):
        item = dialog.groups.list.item(place)
        if item.text().startswith("Chat "):
            item.setCheckState(Qt.CheckState.Checked)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.find(Invitation) is not None)
    assert sum(one.invited for one in invitations(desk, pulse)) == 21
    page.wave_hands.turn()
    qtbot.waitUntil(lambda: wave_row(desk, wave).status == "open")
    page.wave_hands.remind()
    qtbot.waitUntil(lambda: desk.find(Reminder) is not None)
    page.wave_hands.turn()
    qtbot.waitUntil(lambda: wave_row(desk, wave).status == "closed")


def test_a_survey_is_copied_without_its_answers(page, desk, pulse, prompts, qtbot):
    prompts.answers.append("Pulse of the second site")
    page.window().services.actions.action("surveys.copy").trigger()
    qtbot.waitUntil(lambda: desk.find(Survey, title="Pulse of the second site") is not None)
    twin = desk.find(Survey, title="Pulse of the second site")
    assert [one.text for one in questions(desk, twin.id)] == [
        one.text for one in questions(desk, pulse)
    ]


def answered(desk, survey):
    wave = waves(desk, survey)[0].id
    open_wave(desk, wave)
    told = {one.key: one.options[0].value for one in questions(desk, survey) if one.options}
    take_response(desk, wave, told)


def test_an_answered_question_is_reworded_by_its_action_only(page, desk, pulse, prompts, qtbot):
    answered(desk, pulse)
    table = page.questions.table
    key = table.records.keys[0]
    old = desk.get(Question, key)
    refused: list[object] = []
    table.records.writer.refused.connect(refused.append)
    table.records.writer.set_values({key: {"text": "Something else"}})
    qtbot.waitUntil(lambda: bool(refused))
    assert "Reword the question" in str(refused[0])
    assert desk.get(Question, key).text == old.text
    table.choose(key)
    qtbot.waitUntil(lambda: page._question_in_hand() is not None)
    prompts.answers.append("What do you know of it?")
    page.window().services.actions.action("surveys.reword").trigger()
    qtbot.waitUntil(lambda: desk.find(Question, text="What do you know of it?") is not None)
    fresh = desk.find(Question, text="What do you know of it?")
    assert (fresh.key, fresh.position) == (f"{old.key}_2", 1)
    assert questions(desk, pulse)[1].retired


def test_an_answered_question_that_is_deleted_keeps_its_answers(page, desk, pulse, qtbot):
    answered(desk, pulse)
    table = page.questions.table
    table.choose(table.records.keys[2])
    qtbot.waitUntil(lambda: page._question_in_hand() is not None)
    table.delete_chosen()
    qtbot.waitUntil(lambda: questions(desk, pulse)[2].retired)
    assert len(questions(desk, pulse)) == 11


def test_a_new_question_never_takes_a_key_that_is_there(page, desk, pulse, qtbot):
    there = questions(desk, pulse)[0].key
    page.questions.table.records.writer.add([{"survey": pulse, "key": there, "text": "One more"}])
    qtbot.waitUntil(lambda: desk.find(Question, text="One more") is not None)
    assert desk.find(Question, text="One more").key == f"{there}_2"
