"""What every way to answer has in common, and how digits become codes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from changedesk.survey.queries import Asking
from ui.survey.kiosk_look import KioskLook

SECOND_DIGIT_MS = 800
"""So long a second digit is waited for, where one may follow."""


class AnswerBody(QWidget):
    """Where a question is answered. `given` carries its key and the answer, `worded` the words.

    `done` is emitted once the answer is whole and the next question may come.
    """

    given = Signal(str, object)
    worded = Signal(str, str)
    done = Signal()

    def __init__(self, look: KioskLook, questions: Sequence[Asking]) -> None:
        super().__init__()
        self.look = look
        self.questions = tuple(questions)

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show what was answered."""
        raise NotImplementedError

    def take_digit(self, digit: str) -> bool:
        """Answer by a digit; tell whether it means anything here."""
        return digit == ""

    def take_back(self) -> bool:
        """Go back within the question; tell whether there was a way."""
        return False

    def finish(self) -> bool:
        """Bring what is half typed to its end; tell whether that moves on by itself."""
        return False

    def first(self) -> QWidget | None:
        """Return what takes the keyboard at once, if anything must."""
        return None


class CodeKeys(QObject):
    """Makes codes of digits: at once where no longer code can follow. `typed` carries a code."""

    typed = Signal(str)

    def __init__(self, codes: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._codes = tuple(codes)
        self._begun = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SECOND_DIGIT_MS)
        self._wait.timeout.connect(self.finish)

    def take(self, digit: str) -> bool:
        """Take a digit; tell whether any code has it."""
        for begun in (self._begun + digit, digit):
            fitting = [code for code in self._codes if code.startswith(begun)]
            if fitting:
                self._begun = begun
                if fitting == [begun]:
                    self.finish()
                else:
                    self._wait.start()
                return True
        return False

    def finish(self) -> bool:
        """Take what was typed so far as the code; tell whether it is one."""
        self._wait.stop()
        code, self._begun = self._begun, ""
        if code not in self._codes:
            return False
        self.typed.emit(code)
        return True
