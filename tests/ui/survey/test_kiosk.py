"""The kiosk by keys and by mouse: answering, going back, leaving half-way and coming back."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from changedesk.people.records import Group, Person
from changedesk.survey.asking import close_wave, open_wave
from changedesk.survey.records import Question, QuestionOption, Response, Survey, Wave
from changedesk.survey.responding import waiting_answers

ENTER, BACK, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Escape
AGREE = [("1", "No", 1), ("2", "Half", 2), ("3", "Yes", 3), ("na", "Not for me", None, "na")]


def asked(window):
    """The keys of what is on the screen."""
    return [key for keys in window.questions.cards for key in keys]


def box(window, value):
    return next(one for one in window.questions.card.body.boxes if one.value == value)


def test_a_survey_designed_in_the_window_is_answered_with_its_condition_by_keys(hand, qtbot):
    hand.desk.window.desk_view.show_page("surveys")
    desk, page = hand.workspace, hand.page
    page.new.trigger()
    qtbot.waitUntil(lambda: desk.find(Survey) is not None)
    qtbot.waitUntil(lambda: page.in_hand.key is not None)
    page.turn_to("questions")
    page.questions.add_record()
    qtbot.waitUntil(lambda: desk.find(Question) is not None)
    first, survey = desk.find(Question), desk.find(Survey)
    with desk.change("Design") as change:
        change.set(first, kind="single", key="used", text="Used it?")
        second = Question(
            survey=survey, position=9, kind="number", key="times", text="How often?",
            relevant="${used} = '1'",
        )  # fmt: skip
        change.add(second)
        for place, label in enumerate(("Yes", "No"), 1):
            change.add(QuestionOption(question=first, value=str(place), label=label))
        wave = change.add(Wave(survey=survey, title="First"))
    open_wave(desk, wave.id)
    hand.wave = wave.id
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "1")
    assert asked(window) == ["times"]
    hand.press("12", ENTER)
    assert window.face is window.thanks
    hand.press(ENTER, ENTER, "2")
    assert window.face is window.thanks
    told = sorted((one.answers for one in hand.given()), key=lambda one: one["used"])
    assert told == [
        {"used": "1", "times": "12"},
        {"used": "2", "times": {"missing": "not_shown"}},
    ]


def test_digits_answer_and_move_on_and_backspace_goes_back(hand, four):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    assert "confidential" in window.welcome.small.text()
    hand.press(ENTER, "1")
    assert asked(window) == ["missing"]
    hand.press("13")
    hand.press("a map", ENTER)
    assert asked(window) == ["nps"]
    hand.press(BACK, BACK)
    assert asked(window) == ["used"]
    assert box(window, "yes").isChecked()
    hand.press("2")
    assert asked(window) == ["nps"]
    hand.press("10")
    assert asked(window) == ["words"]
    hand.press("Slow", BACK, BACK, BACK, BACK, BACK)
    assert asked(window) == ["nps"]
    hand.press("1", ENTER, ENTER)
    assert window.face is window.thanks
    (response,) = hand.given()
    assert not response.partial
    assert response.channel == "kiosk"
    assert response.answers["nps"] == "1"
    assert response.answers["missing"] == {"missing": "not_shown"}
    assert response.answers["words"] == {"missing": "skipped"}


def test_hidden_answers_come_back_with_their_question(hand, four):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "1", "12", ENTER, BACK, BACK, "2", BACK, "1")
    assert asked(window) == ["missing"]
    assert [one.value for one in window.questions.card.body.boxes if one.isChecked()] == [
        "notes",
        "names",
    ]


def test_the_mouse_answers_and_moves_on(hand, four, qtbot):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    hand.click(window.welcome.first)
    hand.click(box(window, "yes"))
    qtbot.waitUntil(lambda: asked(window) == ["missing"])
    hand.click(box(window, "names"))
    hand.click(window.questions.on)
    hand.click(box(window, "9"))
    qtbot.waitUntil(lambda: asked(window) == ["words"])
    hand.click(window.questions.back)
    assert box(window, "9").isChecked()
    hand.click(window.questions.on)
    assert window.questions.on.text() == "Done"
    hand.click(window.questions.on)
    assert window.face is window.thanks
    (response,) = hand.given()
    assert (response.answers["missing"], response.answers["nps"]) == (["names"], "9")
    hand.click(window.thanks)
    assert window.face is window.welcome


def test_a_required_question_says_so_in_a_sentence(hand, four):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, ENTER)
    card = window.questions.card
    assert card.wrong.isVisible()
    assert card.wrong.text() == "This question needs an answer."
    assert asked(window) == ["used"]
    hand.press("2")
    assert asked(window) == ["nps"]


def test_nothing_is_marked_before_it_is_chosen(hand, four):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    hand.press(ENTER)
    assert window.questions.card.hasFocus()
    assert not any(one.isChecked() or one.hasFocus() for one in window.questions.card.body.boxes)
    hand.press(Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert box(window, "no").isChecked()


def test_an_answer_that_need_not_be_is_cleared_again(hand, four):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "1")
    assert not window.questions.clear.isVisible()
    hand.press("12")
    hand.click(window.questions.clear)
    hand.press(ENTER, "5", ENTER)
    assert hand.given()[0].answers["missing"] == {"missing": "skipped"}


# -- kinds ------------------------------------------------------------------------------------


def test_a_grid_is_answered_row_by_row_with_digits(hand, ask):
    rows = [ask(f"g{n}", "matrix", AGREE, block="These work", required=True) for n in (1, 2, 3)]
    hand.design(rows)
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "1", "2", BACK, "3", ENTER)
    card = window.questions.card
    assert card.wrong.text().startswith("About g3?")
    assert card.body.at == 2
    hand.press("4")
    assert window.face is window.thanks
    answers = hand.given()[0].answers
    assert answers == {"g1": "1", "g2": "3", "g3": {"missing": "na"}}


def test_a_grid_is_answered_with_the_mouse(hand, ask, qtbot):
    hand.design([ask(f"g{n}", "matrix", AGREE, block="These work") for n in (1, 2)])
    window = hand.kiosk(group="nobody")
    hand.press(ENTER)
    dots = window.questions.card.body.dots
    hand.click(dots["g2"][0])
    hand.click(dots["g1"][2])
    hand.click(dots["g2"][1])
    qtbot.waitUntil(lambda: window.face is window.thanks)
    assert hand.given()[0].answers == {"g1": "3", "g2": "2"}


def test_an_order_is_made_with_digits_arrows_and_dragging(hand, ask):
    hand.design([ask("order", "rank", ["a", "b", "c", "d"], required=True)])
    window = hand.kiosk(group="nobody")
    hand.press(ENTER)
    body = window.questions.card.body
    hand.press("3", "1")
    assert body.order == ("c", "a")
    hand.press("2")
    assert body.order == ("c", "a", "b", "d")
    hand.click(body.rows["a"].up)
    assert body.order == ("a", "c", "b", "d")
    body.rows["d"].setFocus()
    QTest.keyClick(body.rows["d"], Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert body.order == ("a", "c", "d", "b")
    row = body.rows["b"]
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    QTest.mouseMove(row, QPoint(200, -10))
    QTest.mouseMove(row, row.mapFromParent(QPoint(200, body.rows["a"].y())))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    assert body.order == ("b", "a", "c", "d")
    hand.press(ENTER)
    assert hand.given()[0].answers["order"] == ["b", "a", "c", "d"]


def test_an_order_with_gaps_says_what_lacks(hand, ask):
    hand.design([ask("order", "rank", ["a", "b", "c"])])
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "1", ENTER)
    assert window.questions.card.wrong.text() == "Give every answer a place; “B” has none."


def test_numbers_and_days_are_typed_or_touched(hand, ask):
    hand.design([ask("years", "number", least=0, most=50), ask("day", "date")])
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "70", ENTER)
    assert window.questions.card.wrong.text() == "The number must be at most 50."
    hand.press(BACK, BACK)
    pad = {
        button.text(): button for button in window.questions.card.body.findChildren(QAbstractButton)
    }
    hand.click(pad["1"])
    hand.click(pad["2"])
    hand.click(pad["⌫"])
    hand.press(ENTER, "soon", ENTER)
    assert "is not a day" in window.questions.card.wrong.text()
    hand.press(*[BACK] * 4, "31.3.2026")
    assert "2026" in window.questions.card.body.understood.text()
    hand.press(ENTER)
    assert hand.given()[0].answers == {"years": "1", "day": "2026-03-31"}


def test_a_first_digit_waits_for_its_second_and_enter_ends_the_waiting(hand, ask):
    hand.design([ask("pick", "single", [f"v{n}" for n in range(1, 13)]), ask("next", "text")])
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "1")
    assert asked(window) == ["pick"]
    hand.press("2")
    assert asked(window) == ["next"]
    hand.press(BACK, "1", ENTER)
    assert window.visit.answers["pick"] == "v1"
    assert asked(window) == ["next"]


def test_all_on_one_page_shows_and_hides_and_finds_what_is_wrong(hand, four, qtbot):
    hand.design(four, layout="page")
    window = hand.kiosk(group="nobody")
    hand.press(ENTER)
    qtbot.waitUntil(lambda: len(window.questions.cards) == 3)
    assert set(asked(window)) == {"used", "nps", "words"}
    hand.press("1")
    assert [card.keys[0] for card in window.questions._in_order()] == [
        "used", "missing", "nps", "words"
    ]  # fmt: skip
    hand.click(window.questions.on)
    assert window.questions.card.keys == ("nps",)
    assert window.questions.card.at_hand
    hand.press("7", "fine", ENTER)
    assert window.face is window.questions or window.face is window.thanks
    if window.face is window.questions:
        hand.press(ENTER)
    assert window.face is window.thanks
    assert hand.given()[0].answers["nps"] == "7"


# -- leaving half-way and coming back -----------------------------------------------------------


@pytest.mark.parametrize("mode", ["confidential", "anonymous"])
def test_answers_left_half_way_are_gone_on_from_by_their_code(hand, four, mode):
    hand.design(four, mode=mode)
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "1", "2", ENTER)
    hand.click(window.questions.later_button)
    assert window.face is window.kept
    code = window.kept.code.text()
    hand.press(ENTER)
    assert window.face is window.welcome
    hand.click(window.welcome.second)
    hand.press("XXX", ENTER)
    assert "No answers wait" in window.resume.wrong.text()
    window.resume.line.clear()
    hand.press(code.lower(), ENTER)
    assert asked(window) == ["nps"]
    hand.press(BACK, BACK)
    assert box(window, "yes").isChecked()
    hand.press("1", ENTER, "8", ENTER)
    assert window.face is window.thanks
    if mode == "confidential":
        (response,) = hand.given()
        assert not response.partial
        assert response.answers["missing"] == ["names"]
    else:
        assert waiting_answers(hand.workspace, hand.wave) == 1


def test_who_does_not_touch_it_any_more_is_asked_and_the_answers_are_kept(hand, four, qtbot):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "1")
    window.idle._timer.timeout.emit()
    assert window.face is window.still
    assert "20" in window.still.small.text()
    hand.press("x")
    assert window.face is window.questions
    assert asked(window) == ["missing"]
    hand.press("1")
    window.idle._timer.timeout.emit()
    for _ in range(20):
        window.countdown._tick()
    assert window.face is window.kept
    (response,) = hand.given()
    assert response.partial
    assert response.answers["missing"] == ["notes"]
    assert response.answers["nps"] == {"missing": "not_shown"}
    for _ in range(45):
        window.countdown._tick()
    assert window.face is window.welcome
    assert window.visit is None
    assert window.questions.cards == {}


def test_who_answered_nothing_leaves_nothing(hand, four):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    hand.press(ENTER)
    window.idle._timer.timeout.emit()
    for _ in range(20):
        window.countdown._tick()
    assert window.face is window.welcome
    assert hand.given() == []


def test_after_the_thanks_it_goes_back_to_the_start_by_itself(hand, ask):
    hand.design([ask("used", "single", ["yes", "no"])], thanks="Thank you. All teams see it.")
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "1")
    assert window.thanks.heading.text() == "✔ Thank you"
    assert window.thanks.text.text() == "All teams see it."
    for _ in range(10):
        window.countdown._tick()
    assert window.face is window.welcome


def test_only_the_pin_leaves_it_and_half_an_answer_is_kept(hand, four):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    assert window.windowModality() is Qt.WindowModality.ApplicationModal
    hand.press(ENTER, "2", ESCAPE)
    hand.give_pin("0000")
    assert hand.page.answering._made["ui.survey.kiosk:Kiosk"].on
    QApplication.activeModalWidget().reject()
    window.close()
    assert window.isVisible()
    hand.give_pin()
    assert not hand.page.answering._made["ui.survey.kiosk:Kiosk"].on
    (response,) = hand.given()
    assert response.partial
    assert response.answers["used"] == "no"


def test_a_refused_write_keeps_the_answers_on_the_screen(hand, four):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    hand.press(ENTER, "2", "7")
    close_wave(hand.workspace, hand.wave)
    hand.press("My words", ENTER)
    assert window.face is window.questions
    assert "is not open" in window.bar.text
    assert "still here" in window.bar.text
    assert window.visit.answers["words"] == "My words"
    assert hand.given() == []
    open_wave(hand.workspace, hand.wave)
    hand.press(ENTER)
    assert window.face is window.thanks
    assert hand.given()[0].answers["words"] == "My words"


def test_the_answers_are_in_the_file_when_thanks_is_said(hand, ask, qtbot):
    hand.design([ask("used", "single", ["yes", "no"])])
    window = hand.kiosk(group="nobody")
    seen = []
    turn = window.turn_to

    def look(face):
        if face is window.thanks:
            seen.append(len(hand.given()))
        turn(face)

    window.turn_to = look
    hand.press(ENTER, "1")
    assert seen == [1]


# -- who ----------------------------------------------------------------------------------------


def test_anonymous_answers_leave_no_trace_of_who_or_when(hand, four):
    hand.design(four, mode="anonymous")
    window = hand.kiosk(group="nobody")
    before = hand.workspace.journal_length()
    for _ in range(3):
        hand.press(ENTER, "2", "7", ENTER, ENTER)
    assert waiting_answers(hand.workspace, hand.wave) == 3
    assert hand.workspace.journal_length() == before
    assert hand.workspace.find(Response) is None
    assert "anonymous" in window.welcome.small.text()
    with hand.workspace.connected() as sql:
        texts = [row[0] for row in sql.rows("SELECT answers FROM sealed_answer")]
    assert len(set(texts)) == 1
    assert "Dana" not in texts[0]


def test_a_group_is_chosen_at_the_start_or_not_said(hand, ask):
    hand.design([ask("used", "single", ["yes", "no"])])
    window = hand.kiosk()
    hand.press(ENTER)
    assert window.face is window.group
    hand.press("1", "1", ENTER, ENTER, "2", "2")
    found = {one.answers["used"]: one.group for one in hand.given()}
    assert found == {"yes": hand.workspace.find(Group).id, "no": None}


def test_a_person_says_who_she_is_and_no_name_is_shown_before(hand, ask):
    hand.design([ask("used", "single", ["yes", "no"])], mode="identified")
    window = hand.kiosk(group="nobody")
    hand.press(ENTER)
    names = window.person.list
    assert all(names.item(n).isHidden() for n in range(names.count()))
    hand.press("chl", ENTER, "1")
    assert hand.given()[0].person == hand.workspace.find(Person, name="Chloé").id


def test_one_s_own_code_pairs_the_waves_and_brings_half_answers_back(hand, four):
    hand.design(four, linked=True)
    window = hand.kiosk(group="nobody", passphrase="correct horse")
    hand.press(ENTER)
    assert window.face is window.own
    hand.press(ENTER)
    assert "go on without" in window.own.wrong.text()
    hand.press("ma 07", ENTER, "1")
    hand.click(window.questions.later_button)
    hand.press(ENTER, ENTER, "MA07", ENTER)
    assert window.face is window.half
    hand.press(ENTER)
    assert asked(window) == ["missing"]
    hand.press(ENTER, "9", ENTER)
    assert window.face is window.thanks
    (response,) = hand.given()
    assert response.link
    assert "ma07" not in response.link
    assert not response.partial


def test_whoever_begins_anew_takes_the_place_of_the_half_answers(hand, four):
    hand.design(four, linked=True)
    window = hand.kiosk(group="nobody", passphrase="correct horse")
    hand.press(ENTER, "MA07", ENTER, "1")
    hand.click(window.questions.later_button)
    hand.press(ENTER, ENTER, "MA07", ENTER)
    hand.click(window.half.second)
    assert asked(window) == ["used"]
    assert not box(window, "yes").isChecked()
    hand.press("2", "9", ENTER)
    (response,) = hand.given()
    assert response.answers["used"] == "no"


def test_without_an_open_wave_nothing_is_handed_over(hand, four):
    hand.design(four)
    close_wave(hand.workspace, hand.wave)
    told: list[Any] = []
    hand.desk.window.services.messages.told.connect(told.append)
    hand.act("surveys.kiosk")
    assert QApplication.activeModalWidget() is None
    assert "No wave of Pulse is open" in told[-1].text


def test_a_screen_reader_finds_a_name_on_everything(hand, ask):
    kinds = [
        ask("a", "single", ["yes", ("other", "Else", None, "", True)]),
        ask("b", "multi", ["x", "y"]), ask("c", "nps"), ask("d", "rank", ["x", "y", "z"]),
        ask("e", "number"), ask("f", "date"), ask("g", "text"),
        ask("h", "matrix", AGREE, block="Grid"),
    ]  # fmt: skip
    hand.design(kinds, layout="page")
    window = hand.kiosk()
    nameless = []

    def look():
        for widget in window.stack.currentWidget().findChildren(QWidget):
            told = isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit)
            own = "Calendar" not in type(widget.parentWidget()).__name__
            name = widget.accessibleName() or (
                widget.text() if isinstance(widget, QAbstractButton) else ""
            )
            if told and own and widget.isVisible() and not name.strip():
                nameless.append(widget)

    look()
    hand.press(ENTER)
    look()
    hand.press("1")
    for _ in range(5):
        QApplication.processEvents()
    look()
    assert len(window.questions.cards) == 8
    assert nameless == []
