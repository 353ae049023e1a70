"""Leaving the kiosk half-way, coming back, and what is in the file then."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from changedesk.survey.asking import close_wave, open_wave
from changedesk.survey.responding import waiting_answers
from tests.ui.survey.kiosk_keys import BACK, ENTER, ESCAPE, asked, box


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
