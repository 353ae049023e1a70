"""Sign off something: who, as what, which decision, over exactly what is there now."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from changedesk.documents.signing import Name
from changedesk.documents.words import DECISIONS
from ui.desk_context import DeskContext
from ui.documents.signature_pad import SignaturePad
from ui.i18n import translate_label
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import PlainEdit, plain_label


@dataclass(frozen=True)
class Signable:
    """Something that can be signed, by its subject and code, and what it is called."""

    subject: str
    code: str
    label: str


class SignDialog(QDialog):
    """`signed` carries a Signable, a Name, and the digest of what was shown.

    `asked` carries the Signable whose content is to be looked up; `show_content` takes it.
    """

    signed = Signal(object, object, str)
    asked = Signal(object)

    def __init__(
        self, context: DeskContext, choices: Sequence[Signable], chosen: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sign"))
        self._choices = tuple(choices)
        self._digest = ""
        self.what = QComboBox()
        for one in self._choices:
            self.what.addItem(one.label)
        self.what.setCurrentIndex(chosen)
        self.name = self._line(context.workspace.actor)
        self.role = self._line("")
        self.decision = QComboBox()
        for choice in DECISIONS:
            self.decision.addItem(f"{choice.glyph} {translate_label(choice.label)}", choice.code)
        self.comment = PlainEdit()
        self.comment.setFixedHeight(GRID * 8)
        self.pad = SignaturePad(context.theme)
        self._told = plain_label("", "soft", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(self.tr("Sign what is there now"), "heading"))
        column.addWidget(self._told)
        column.addLayout(self._form())
        column.addWidget(self._buttons())
        self.setMinimumWidth(GRID * 72)
        self.what.currentIndexChanged.connect(self.ask)
        self.name.textChanged.connect(self._check)
        self.name.setFocus()

    def _line(self, value: str) -> QLineEdit:
        line = QLineEdit(value)
        keep_on_one_line(line)
        return line

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID * 3 // 2)
        for words, widget in (
            (self.tr("What"), self.what),
            (self.tr("Name"), self.name),
            (self.tr("Role"), self.role),
            (self.tr("Decision"), self.decision),
            (self.tr("Comment"), self.comment),
            (self.tr("Signature"), self.pad),
        ):
            widget.setAccessibleName(words)
            form.addRow(plain_label(words, "soft"), widget)
        return form

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.sign = box.addButton(self.tr("Sign"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self.sign)
        self.sign.setDefault(True)
        again = box.addButton(self.tr("Draw again"), QDialogButtonBox.ButtonRole.ResetRole)
        for button in box.buttons():
            button.setAutoDefault(button is self.sign)  # type: ignore[attr-defined]
        again.clicked.connect(self.pad.clear)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    @property
    def chosen(self) -> Signable:
        """Return what is to be signed."""
        return self._choices[self.what.currentIndex()]

    def show_content(self, one: Signable, records: int, digest: str) -> None:
        """Tell how much a signature of it would cover."""
        if one != self.chosen:
            return
        self._digest = digest
        told = self.tr(
            "The signature covers {0} as they are at this moment, under the digest {1}. What is "
            "changed afterwards is shown beside the signature."
        )
        self._told.setText(told.format(self.tr("%n record(s)", "", records), digest[:16]))
        self._check()

    def ask(self) -> None:
        """Ask what there is to be signed."""
        self._digest = ""
        self._told.setText(self.tr("Looking at what there is …"))
        self._check()
        self.asked.emit(self.chosen)

    def _check(self) -> None:
        self.sign.setEnabled(bool(self.name.text().strip() and self._digest))
        # A button that is switched off loses its place as the one that Enter presses.
        self.sign.setDefault(True)

    def accept(self) -> None:
        if not self.sign.isEnabled():
            return
        drawn = self.pad.png()
        who = Name(
            self.name.text().strip(),
            self.role.text().strip(),
            str(self.decision.currentData()),
            self.comment.toPlainText().strip(),
            "drawn" if drawn else "typed",
            drawn,
        )
        self.signed.emit(self.chosen, who, self._digest)
        super().accept()
