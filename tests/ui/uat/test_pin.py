"""A PIN cannot be tried out: wrong guesses cost pauses, over all the dialogs of one hand-over."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.uat.pin import FREE_TRIES, LONGEST_PAUSE, PAUSE, Pin
from ui.uat.pin_dialog import PinDialog


class Watch:
    """A clock that goes on only when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def ask(pin: Pin, parent: QWidget, qtbot: QtBot) -> PinDialog:
    dialog = PinDialog("The PIN takes you back.", pin, parent)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def type_pin(dialog: PinDialog, digits: str) -> None:
    QTest.keyClicks(dialog.pin, digits)
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)


def test_every_third_wrong_guess_costs_a_longer_pause_in_which_nothing_fits() -> None:
    watch = Watch()
    pin = Pin("4711", watch)
    pauses = []
    for number in range(10 * FREE_TRIES):
        assert not pin.fits(f"{number:04}")
        if pin.pause:
            pauses.append(pin.pause)
            assert not pin.fits("4711")
            watch.now += pin.pause
    assert pauses[:3] == [PAUSE, 2 * PAUSE, 3 * PAUSE]
    assert max(pauses) == pauses[-1] == LONGEST_PAUSE
    assert pin.fits("4711")


def test_the_right_pin_forgives_the_wrong_ones_before_it() -> None:
    pin = Pin("4711", Watch())
    assert [pin.fits(digits) for digits in ("1", "2", "4711", "3", "4", "4711")].count(True) == 2
    assert not pin.pause


def test_closing_the_dialog_wins_no_tries_and_the_pause_is_counted_down(qtbot: QtBot) -> None:
    watch, parent = Watch(), QWidget()
    qtbot.addWidget(parent)
    pin = Pin("4711", watch)
    first = ask(pin, parent, qtbot)
    type_pin(first, "0001")
    type_pin(first, "0002")
    first.reject()
    second = ask(pin, parent, qtbot)
    type_pin(second, "0003")
    assert second.wrong.text().startswith("Wrong too often: wait 10 ")
    assert not second.pin.isEnabled()
    second.reject()
    third = ask(pin, parent, qtbot)
    assert third.wrong.isVisible()
    assert not third.pin.isEnabled()
    watch.now += 9.5
    qtbot.waitUntil(lambda: third.wrong.text().startswith("Wrong too often: wait 1 "))
    watch.now += 1
    qtbot.waitUntil(third.pin.isEnabled)
    assert not third.wrong.isVisible()
    with qtbot.waitSignal(third.passed):
        type_pin(third, "4711")
