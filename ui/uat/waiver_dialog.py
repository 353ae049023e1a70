"""Waive a criterion: why, who says so, and until when."""

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

from changedesk.store.errors import UserError
from changedesk.store.spec import spec_of
from changedesk.uat.records import Criterion
from ui.desk_context import DeskContext
from ui.records.date_editor import DateEditor
from ui.records.values import parse
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label


@dataclass(frozen=True)
class Waiver:
    """What was typed; `until` is an ISO day, or empty for a waiver without an end."""

    criterion: int
    reason: str
    by: str
    until: str


class WaiverDialog(QDialog):
    """`waived` carries a Waiver. Who waived is whoever is at the desk, unless typed over."""

    waived = Signal(object)

    def __init__(self, context: DeskContext, criterion: int, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Waive"))
        self._criterion = criterion
        self._until = spec_of(Criterion).field("waived_until")
        self.reason = self._line(self.tr("Reason"), "")
        self.by = self._line(self.tr("Waived by"), context.workspace.actor)
        self.until = DateEditor(self._until, context)
        self.until.line.setAccessibleName(self.tr("Waived until"))
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID * 3 // 2)
        for words, widget in (
            (self.tr("Reason"), self.reason),
            (self.tr("Waived by"), self.by),
            (self.tr("Until"), self.until),
        ):
            form.addRow(plain_label(words, "soft"), widget)
        self.wrong = plain_label("", "bad", wrap=True)
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        question = self.tr("Why does “{0}” not have to be met?").format(text)
        column.addWidget(plain_label(question, "heading", wrap=True))
        told = self.tr("All of it stands on the certificate. Without a day it holds to the end.")
        column.addWidget(plain_label(told, "soft", wrap=True))
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addWidget(self._buttons())
        self.setMinimumWidth(GRID * 64)
        self.reason.textChanged.connect(self._check)
        self.by.textChanged.connect(self._check)
        self.reason.setFocus()
        self._check()

    def _line(self, name: str, value: str) -> QLineEdit:
        line = QLineEdit(value)
        keep_on_one_line(line)
        line.setAccessibleName(name)
        return line

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._waive = box.addButton(self.tr("Waive"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self._waive)
        self._waive.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _check(self) -> None:
        self._waive.setEnabled(bool(self.reason.text().strip() and self.by.text().strip()))

    def accept(self) -> None:
        if not self._waive.isEnabled():
            return
        try:
            until = str(parse(self._until, self.until.raw()) or "")
        except UserError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            self.until.setFocus()
            return
        self.waived.emit(
            Waiver(self._criterion, self.reason.text().strip(), self.by.text().strip(), until)
        )
        super().accept()
