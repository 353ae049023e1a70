"""An ADKAR reading: of whom, on which day, and five scores, each of which may stay blank."""

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

from changedesk.impact.adkar import ELEMENTS
from changedesk.impact.records import AdkarReading
from changedesk.impact.words import READING_SOURCES
from changedesk.people.groups import GroupNode
from changedesk.people.queries import PersonRow
from changedesk.store.errors import UserError
from changedesk.store.spec import spec_of
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.impact.words import element_word
from ui.records.date_editor import DateEditor
from ui.records.values import parse, today_iso
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

SCORES = range(1, 6)


@dataclass(frozen=True)
class ReadingValues:
    """What was put in."""

    taken: str
    person: int | None
    group: int | None
    scores: tuple[int | None, ...]
    wave: str
    source: str
    reason: str


class ReadingDialog(QDialog):
    """`chosen` carries ReadingValues."""

    chosen = Signal(object)

    def __init__(
        self,
        people: Sequence[PersonRow],
        groups: Sequence[GroupNode],
        today: str,
        context: DeskContext,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("ADKAR reading"))
        self.whom = QComboBox()
        self.whom.setEditable(False)
        for node in groups:
            self.whom.addItem(self.tr("Group: {0}").format(node.name), (None, node.id))
        for one in people:
            words = " · ".join(part for part in (one.name, one.role) if part)
            self.whom.addItem(words, (one.id, None))
        self._day = spec_of(AdkarReading).field("taken")
        self.taken = DateEditor(self._day, context)
        self.taken.show_value(today)
        self.wrong = plain_label("", "bad", wrap=True)
        self.wrong.hide()
        self.scores = [self._score() for _ in ELEMENTS]
        self.source = QComboBox()
        for choice in reversed(READING_SOURCES):
            self.source.addItem(translate_label(choice.label), choice.code)
        self.wave, self.reason = QLineEdit(), QLineEdit()
        for line in (self.wave, self.reason):
            keep_on_one_line(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(self._form())
        column.addWidget(self.wrong)
        column.addWidget(self._buttons())
        self._check()
        self.resize(GRID * 60, self.sizeHint().height())

    def values(self) -> ReadingValues:
        """Return what was put in; raises UserError for a day that is none."""
        person, group = self.whom.currentData() or (None, None)
        return ReadingValues(
            str(parse(self._day, self.taken.raw()) or today_iso()),
            person,
            group,
            tuple(box.currentData() for box in self.scores),
            self.wave.text().strip(),
            str(self.source.currentData()),
            self.reason.text().strip(),
        )

    def accept(self) -> None:
        if not self._add.isEnabled():
            return
        try:
            values = self.values()
        except UserError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            self.taken.setFocus()
            return
        self.chosen.emit(values)
        super().accept()

    def _score(self) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("blank"), None)
        for score in SCORES:
            box.addItem(str(score), score)
        box.currentIndexChanged.connect(self._check)
        return box

    def _check(self) -> None:
        scored = any(box.currentData() is not None for box in self.scores)
        self._add.setEnabled(scored and self.whom.count() > 0)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("About"), self.whom),
            (self.tr("On"), self.taken),
            *((element_word(code), box) for code, box in zip(ELEMENTS, self.scores, strict=True)),
            (self.tr("Source"), self.source),
            (self.tr("Wave"), self.wave),
            (self.tr("Why"), self.reason),
        ]
        for words, widget in rows:
            widget.setAccessibleName(words)
            form.addRow(plain_label(words, "soft"), widget)
        return form

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = box.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self._add)
        self._add.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
