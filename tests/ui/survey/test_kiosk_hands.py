"""The kiosk in many hands: clicked twice, left standing, with long words, and what is told."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.survey.kiosk_idle import IdleWatch
from ui.uat.pin_dialog import PinDialog

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def test_a_pin_that_nobody_types_goes_away_for_the_next_person(hand, four):
    hand.design(four)
    window = hand.kiosk(group="nobody")
    hand.press(ESCAPE)
    asked_for = hand.dialog(PinDialog)
    (watch,) = asked_for.findChildren(IdleWatch)
    watch.idle.emit()
    assert QApplication.activeModalWidget() is window
    hand.press(ENTER, "2")
    assert window.visit.answers == {"used": "no"}


def test_no_day_looks_chosen_before_one_is(hand, ask):
    hand.design([ask("since", "date")])
    window = hand.kiosk(group="nobody")
    hand.press(ENTER)
    days = window.questions.card.body.calendar.days
    assert not days.answered
    plain = days.grab().toImage()
    today = days.selectedDate()
    days.setSelectedDate(today.addDays(-1) if today.day() > 1 else today.addDays(1))
    assert days.grab().toImage() == plain, "nothing tells which day the calendar has in mind"
    assert plain != chosen_today(days)
    hand.press(ENTER)
    assert hand.given()[0].answers["since"] == {"missing": "skipped"}


def chosen_today(days):
    days.show_answer(days.selectedDate())
    return days.grab().toImage()


def twice(window, widget):
    """Click twice as fast as a double click, by the events that the screen sends."""
    place = widget.mapTo(window, widget.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, none, place)


def test_a_double_click_neither_skips_a_question_nor_hides_the_thanks(hand, ask):
    hand.design([ask("first", "text"), ask("second", "text"), ask("third", "text")])
    window = hand.kiosk(group="nobody")
    twice(window, window.welcome.first)
    assert window.visit.page.questions[0].key == "first"
    twice(window, window.questions.on)
    assert window.visit.page.questions[0].key == "second"
    window.visit.give("second", "Words")
    window.questions.go_on()
    twice(window, window.questions.on)
    assert window.face is window.thanks
    assert len(hand.given()) == 1


def test_a_long_answer_of_an_order_is_seen_whole(hand, ask):
    long = "words that go on and on " * 20
    hand.design([ask("order", "rank", [("a", "Short"), ("b", long), ("c", "Also")])])
    window = hand.kiosk(group="nobody")
    hand.press(ENTER)
    QApplication.processEvents()
    short, tall, _ = window.questions.card.body.rows.values()
    lines = tall.fontMetrics().horizontalAdvance(long) // tall.width()
    assert lines > 2
    assert tall.height() > lines * tall.fontMetrics().height() > short.height()


def test_anonymous_answers_that_wait_are_told_of_when_the_kiosk_is_left(hand, four, qtbot):
    hand.design(four, mode="anonymous")
    hand.page.turn_to("results")
    results = hand.page.here
    qtbot.waitUntil(lambda: results.empty._heading.text() == "No answers yet")
    hand.kiosk(group="nobody")
    for _ in range(3):
        hand.press(ENTER, "2", "7", ENTER, ENTER)
    hand.press(ESCAPE)
    hand.give_pin()
    qtbot.waitUntil(lambda: "3 answered, and wait" in results.empty._heading.text())
    assert "last 5 wait until the wave is closed" in results.empty._sentence.text()
