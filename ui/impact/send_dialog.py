"""That a message went out: on which day, and whom it reached; Enter is enough."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from changedesk.impact.records import MessageSent
from changedesk.store.errors import UserError
from changedesk.store.spec import spec_of
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.records.date_editor import DateEditor
from ui.records.values import parse, today_iso
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

NUMBERS = ("recipients", "opened", "attended")


@dataclass(frozen=True)
class SendAsked:
    """What is to be marked as sent: keys, how they are called, how many they probably reach."""

    keys: tuple[int, ...]
    name: str
    recipients: int | None


@dataclass(frozen=True)
class SendValues:
    """What was put in; a reach that is not known is None."""

    keys: tuple[int, ...]
    day: str
    recipients: int | None
    opened: int | None
    attended: int | None


class SendDialog(QDialog):
    """`sent` carries SendValues."""

    sent = Signal(object)

    def __init__(self, asked: SendAsked, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Mark as sent"))
        self._asked = asked
        spec = spec_of(MessageSent)
        self._day = spec.field("sent")
        self._numbers = {name: spec.field(name) for name in NUMBERS}
        self.day = DateEditor(self._day, context)
        self.day.show_value(today_iso())
        self.lines = {name: QLineEdit() for name in NUMBERS}
        if asked.recipients is not None:
            self.lines["recipients"].setText(str(asked.recipients))
        self.wrong = plain_label("", "bad", wrap=True)
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(asked.name, "heading", wrap=True))
        column.addLayout(self._form())
        column.addWidget(self.wrong)
        column.addWidget(self._buttons())
        self.resize(GRID * 56, self.sizeHint().height())
        self.lines["recipients"].setFocus()
        self.lines["recipients"].selectAll()

    def values(self) -> SendValues:
        """Return what was put in; raises UserError for what is no day or no number."""
        day = str(parse(self._day, self.day.raw()) or today_iso())
        numbers = [parse(self._numbers[name], self.lines[name].text()) for name in NUMBERS]
        if any(number is not None and number < 0 for number in numbers):
            raise UserError(self.tr("A reach is a number from 0 on."))
        return SendValues(self._asked.keys, day, *numbers)

    def accept(self) -> None:
        try:
            values = self.values()
        except UserError as error:
            self.refuse(str(error))
            return
        self.sent.emit(values)
        super().accept()

    def refuse(self, why: str) -> None:
        """Say what is wrong and stay."""
        self.wrong.setText(why)
        self.wrong.show()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID)
        form.addRow(plain_label(translate_label(self._day.label), "soft"), self.day)
        self.day.setAccessibleName(translate_label(self._day.label))
        for name, line in self.lines.items():
            keep_on_one_line(line)
            words = translate_label(self._numbers[name].label)
            line.setAccessibleName(words)
            line.setPlaceholderText(self.tr("not known"))
            form.addRow(plain_label(words, "soft"), line)
        return form

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        mark = box.addButton(self.tr("Mark as sent"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(mark)
        mark.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
