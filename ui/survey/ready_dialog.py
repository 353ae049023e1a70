"""Take a ready survey: choose one, read its questions, take it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.survey.ready import ReadySurvey, filled
from changedesk.survey.words import MODES
from ui.i18n import translate_label
from ui.records.values import choice_text
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import PlainEdit, plain_label


class ReadyDialog(QDialog):
    """`taken` carries the key of a ready survey and what its blanks are filled with."""

    taken = Signal(str, object)

    def __init__(self, offered: tuple[ReadySurvey, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Ready surveys"))
        self._offered = offered
        self.list = QListWidget()
        self.list.setProperty("look", "card")
        self.list.setAccessibleName(self.tr("Ready surveys"))
        self.list.addItems([translate_label(one.title) for one in offered])
        self.list.setFixedWidth(GRID * 30)
        self.list.currentRowChanged.connect(self._show)
        self.text = PlainEdit()
        self.text.setProperty("look", "card")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("What it asks"))
        self.system = QLineEdit()
        keep_on_one_line(self.system)
        self.system.setAccessibleName(self.tr("Name of the new system"))
        self.system.setPlaceholderText(self.tr("the new system"))
        sides = QHBoxLayout()
        sides.setSpacing(GRID * 2)
        sides.addWidget(self.list)
        sides.addWidget(self.text, 1)
        name = QHBoxLayout()
        name.setSpacing(GRID)
        name.addWidget(plain_label(self.tr("The questions call the new system"), "soft"))
        name.addWidget(self.system, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(self.tr("Take a ready survey"), "heading"))
        column.addLayout(sides, 1)
        column.addLayout(name)
        column.addWidget(self._buttons())
        self.resize(GRID * 110, GRID * 68)
        self.system.textChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.list.itemActivated.connect(self.accept)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take = box.addButton(self.tr("Take it"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(take)
        take.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    @property
    def chosen(self) -> ReadySurvey:
        """Return the survey at hand."""
        return self._offered[max(0, self.list.currentRow())]

    def _blanks(self) -> dict[str, str]:
        name = self.system.text().strip()
        return {"system": name} if name else {}

    def _show(self) -> None:
        one = filled(self.chosen, self._blanks(), translate_label)
        texts = [question.text for question in one.questions if question.kind != "note"]
        asked = [f"{number}  {text}" for number, text in enumerate(texts, 1)]
        waves = [wave.title for wave in one.waves]
        parts = [one.purpose, choice_text(MODES, one.mode), "\n".join(asked)]
        if waves:
            parts.append(self.tr("Asked: {0}").format(" · ".join(waves)))
        if one.source:
            parts.append(one.source)
        self.text.setPlainText("\n\n".join(part for part in parts if part))
        self.system.setEnabled("system" in self.chosen.blanks)

    def accept(self) -> None:
        self.taken.emit(self.chosen.key, self._blanks())
        super().accept()
