"""The PIN of the hand-over view: set before it, asked for to leave it."""

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme.tokens import GRID
from ui.uat.pin import Pin
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

SHORTEST = 4
LONGEST = 8


class PinDialog(QDialog):
    """Asks for digits. `passed` carries them: a new PIN typed twice, or the expected one."""

    passed = Signal(str)

    def __init__(self, words: str, expected: Pin | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._expected = expected
        self.setWindowTitle(self.tr("PIN"))
        self.pin = self._line(self.tr("PIN"))
        self.again = self._line(self.tr("PIN once more"))
        self.again.setVisible(expected is None)
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID * 3 // 2)
        form.addRow(plain_label(self.tr("PIN"), "soft"), self.pin)
        if expected is None:
            form.addRow(plain_label(self.tr("Once more"), "soft"), self.again)
        self.wrong = plain_label("", "bad", wrap=True)
        self.wrong.hide()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = self.tr("Leave") if expected is not None else self.tr("Hand over")
        button = box.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(button)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(words, wrap=True))
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addWidget(box)
        button.setDefault(True)  # the dialog knows it only now, and would take the first one
        self.setFixedWidth(GRID * 56)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._wait)
        self.pin.setFocus()
        if expected is not None and expected.pause:
            self._wait()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        keep_on_one_line(line)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMaxLength(LONGEST)
        line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), line))
        line.setAccessibleName(name)
        return line

    def accept(self) -> None:
        pin = self.pin.text()
        if self._expected is not None:
            if not self._expected.fits(pin):
                self._refuse(self.tr("That is not the PIN."))
                self._wait()
                return
        elif len(pin) < SHORTEST:
            self._refuse(self.tr("Use {0} to {1} digits.").format(SHORTEST, LONGEST))
            return
        elif not self.again.text():
            self.again.setFocus()
            return
        elif pin != self.again.text():
            self._refuse(self.tr("The two are not alike: type the PIN again."))
            return
        super().accept()
        self.passed.emit(pin)

    def _wait(self) -> None:
        # Nothing is taken during the pause that wrong guesses cost, and it is said for how long.
        pause = self._expected.pause if self._expected is not None else 0
        waited = self._second.isActive()
        if pause:
            self._refuse(self.tr("Wrong too often: wait %n second(s).", "", pause))
            self._second.start()
        elif waited:
            self._second.stop()
            self.wrong.hide()
        self.pin.setEnabled(not pause)
        if waited and not pause:
            self.pin.setFocus()

    def _refuse(self, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.show()
        self.pin.clear()
        self.again.clear()
        self.pin.setFocus()
