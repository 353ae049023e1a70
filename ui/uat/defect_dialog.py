"""Raise a defect from the step at hand: it knows already where, on what and by whom."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from changedesk.uat.words import SEVERITIES
from ui.theme.tokens import GRID
from ui.uat.words import labelled
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import PlainEdit, plain_label


@dataclass(frozen=True)
class NewDefect:
    """What was typed into the dialog."""

    title: str
    severity: str
    description: str


@dataclass(frozen=True)
class DefectOrigin:
    """What a new defect starts from: what it knows, and the words proposed for it."""

    known: str
    title: str
    description: str


class DefectDialog(QDialog):
    """Title, severity and description. Alt+1 to Alt+4 choose the severity, Enter raises it.

    `raised` carries a NewDefect.
    """

    raised = Signal(object)

    def __init__(self, origin: DefectOrigin, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Raise a defect"))
        self._title = QLineEdit(origin.title)
        keep_on_one_line(self._title)
        self._title.setAccessibleName(self.tr("Title"))
        self._title.setMaxLength(200)
        self._description = PlainEdit()
        self._description.setPlainText(origin.description)
        self._description.setAccessibleName(self.tr("Description"))
        self._description.setMinimumHeight(GRID * 14)
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID * 3 // 2)
        form.addRow(plain_label(self.tr("Title"), "soft"), self._title)
        form.addRow(plain_label(self.tr("Severity"), "soft"), self._severities())
        form.addRow(plain_label(self.tr("Description"), "soft"), self._description)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        if origin.known:
            column.addWidget(plain_label(origin.known, "soft", wrap=True))
        column.addLayout(form)
        column.addWidget(self._buttons())
        self.resize(GRID * 76, self.sizeHint().height())
        self._title.textChanged.connect(self._check)
        self._title.selectAll()
        self._title.setFocus()
        self._check()

    def _severities(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        self._severity = QButtonGroup(self)
        for place, choice in enumerate(SEVERITIES):
            button = QRadioButton(labelled(choice.code))
            button.setChecked(choice.code == "medium")
            self._severity.addButton(button, place)
            row.addWidget(button)
            # Not a mnemonic: that waits for a moment, and Enter may come before it.
            key = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            key.setProperty("place", place)
            key.activated.connect(self._choose)
        row.addStretch(1)
        row.addWidget(plain_label(self.tr("Alt+1 to Alt+4"), "small"))
        return holder

    def _choose(self) -> None:
        self._severity.button(int(self.sender().property("place"))).setChecked(True)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._raise = box.addButton(self.tr("Raise defect"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self._raise)
        self._raise.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def accept(self) -> None:
        if not self._title.text().strip():
            return
        severity = SEVERITIES[self._severity.checkedId()].code
        self.raised.emit(
            NewDefect(self._title.text().strip(), severity, self._description.toPlainText().strip())
        )
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl+Enter raises it from the description too, where Enter begins a line.
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def _check(self) -> None:
        self._raise.setEnabled(bool(self._title.text().strip()))
