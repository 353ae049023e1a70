"""The kiosk by keys and by mouse: answering each kind of question and going back."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from changedesk.survey.asking import close_wave, open_wave
from changedesk.survey.records import Question, QuestionOption, Survey, Wave
from tests.ui.survey.kiosk_keys import BACK, ENTER, asked, box

AGREE = [("1", "No", 1), ("2", "Half", 2), ("3", "Yes", 3), ("na", "Not for me", None, "na")]


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
