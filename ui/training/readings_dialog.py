"""What tests and observers say of people: typed one after another, listed below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.errors import UserError
from changedesk.store.spec import spec_of
from changedesk.training.proficiency import ReadingRow
from changedesk.training.records import ProficiencyReading
from changedesk.training.words import KIRKPATRICK, LEVELS, OCCASIONS
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.records.date_editor import DateEditor
from ui.records.values import date_text, parse, today_iso
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

MOST = 10_000
_DAY = spec_of(ProficiencyReading).field("taken")
Choices = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class ReadingChoices:
    """What the dialog offers, each by name and key, the readings there are, and today."""

    people: Choices
    groups: Choices
    courses: Choices
    skills: Choices
    rows: tuple[ReadingRow, ...]
    today: str


class ReadingsDialog(QDialog):
    """`typed` carries the fields of a reading, `removed` the keys of readings."""

    typed = Signal(object)
    removed = Signal(object)

    def __init__(self, choices: ReadingChoices, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Readings of proficiency"))
        self.whom = QComboBox()
        for name, key in choices.people:
            self.whom.addItem(name, ("person", key))
        for name, key in choices.groups:
            self.whom.addItem(self.tr("Group: {0}").format(name), ("group", key))
        self.taken = DateEditor(_DAY, context)
        self.taken.show_value(choices.today)
        self.course, self.skill = self._box(choices.courses), self._box(choices.skills)
        words = [(translate_label(one.label), one.code) for one in KIRKPATRICK]
        self.kirkpatrick = self._box(words[1:] + words[:1], none=False)
        self.occasion = self._box([(translate_label(one.label), one.code) for one in OCCASIONS])
        self.value, self.maximum = self._number(), self._number()
        self.maximum.setValue(100)
        levels = [(f"{at} {translate_label(said)}", at) for at, said in enumerate(LEVELS)]
        self.level = self._box(levels)
        self.observer = QLineEdit()
        keep_on_one_line(self.observer)
        self.wrong = plain_label("", "bad", wrap=True)
        self.wrong.hide()
        self.table = _Readings(
            context.theme, self.tr("Readings"),
            (
                Column(self.tr("On"), letters=12), Column(self.tr("Of"), share=3),
                Column(self.tr("What"), share=3), Column(self.tr("When"), share=2),
                Column(self.tr("Read"), share=2),
            ),
        )  # fmt: skip
        self.table.removed.connect(self.removed)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(self._form())
        column.addWidget(self.wrong)
        column.addWidget(self.table, 1)
        column.addWidget(self._buttons())
        self.show_rows(choices.rows)
        self.resize(GRID * 112, GRID * 84)
        self.whom.setFocus()

    def _box(self, offered: Sequence[tuple[str, object]], *, none: bool = True) -> QComboBox:
        box = QComboBox()
        if none:
            box.addItem("–", None)
        for words, value in offered:
            box.addItem(words, value)
        return box

    def _number(self) -> QSpinBox:
        box = QSpinBox()
        box.setRange(-1, MOST)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.setSpecialValueText("–")
        box.setValue(-1)
        return box

    def _form(self) -> QHBoxLayout:
        left: list[tuple[str, QWidget]] = [
            (self.tr("Of"), self.whom), (self.tr("On"), self.taken),
            (self.tr("Course"), self.course), (self.tr("Skill"), self.skill),
            (self.tr("When"), self.occasion),
        ]  # fmt: skip
        right: list[tuple[str, QWidget]] = [
            (self.tr("Tells of"), self.kirkpatrick), (self.tr("Value"), self.value),
            (self.tr("Out of"), self.maximum), (self.tr("Skill level seen"), self.level),
            (self.tr("Observer"), self.observer),
        ]  # fmt: skip
        sides = QHBoxLayout()
        sides.setSpacing(GRID * 3)
        for rows in (left, right):
            form = QFormLayout()
            form.setHorizontalSpacing(GRID * 2)
            form.setVerticalSpacing(GRID)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            for words, widget in rows:
                widget.setAccessibleName(words)
                form.addRow(plain_label(words, "soft"), widget)
            sides.addLayout(form, 1)
        return sides

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.add = box.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.ActionRole)
        make_primary(self.add)
        self.add.setDefault(True)
        self.add.clicked.connect(self.take)
        box.rejected.connect(self.reject)
        return box

    def take(self) -> None:
        """Hand over what was typed, or say what is wrong with it."""
        if not self.add.isEnabled():
            return
        try:
            day = str(parse(_DAY, self.taken.raw()) or today_iso())
        except UserError as error:
            self.tell(str(error))
            return
        whom, key = self.whom.currentData() or ("person", None)
        value = self.value.value() if self.value.value() >= 0 else None
        maximum = self.maximum.value() if self.maximum.value() > 0 and value is not None else None
        # A second click before the answer would note the same reading again.
        self.add.setEnabled(False)
        self.typed.emit({
            "taken": day, whom: key, "course": self.course.currentData(),
            "skill": self.skill.currentData(), "kirkpatrick": self.kirkpatrick.currentData(),
            "occasion": self.occasion.currentData() or "", "value": value, "maximum": maximum,
            "level": self.level.currentData(), "observer": self.observer.text().strip(),
        })  # fmt: skip

    def tell(self, sentence: str) -> None:
        """Say what is wrong with what was typed."""
        self.wrong.setText(sentence)
        self.wrong.show()
        self.add.setEnabled(True)

    def take_next(self, rows: Sequence[ReadingRow]) -> None:
        """Show the reading among the others, and make room for that of the next person."""
        self.wrong.hide()
        self.add.setEnabled(True)
        self.show_rows(rows)
        self.value.setValue(-1)
        self.level.setCurrentIndex(0)
        self.whom.setCurrentIndex(min(self.whom.currentIndex() + 1, self.whom.count() - 1))
        self.whom.setFocus()

    def show_rows(self, rows: Sequence[ReadingRow]) -> None:
        """Show the readings there are."""
        said = {one.code: translate_label(one.label) for one in OCCASIONS}
        self.table.show_rows([
            Row(
                (
                    date_text(one.taken), one.who,
                    " · ".join(part for part in (one.course, one.skill) if part),
                    said.get(one.occasion, ""), self._read(one),
                ),
                one.id,
            )
            for one in rows
        ])  # fmt: skip

    def _read(self, one: ReadingRow) -> str:
        parts = []
        if one.value is not None:
            most = one.maximum
            told = self.tr("{0} of {1}").format(one.value, most) if most else str(one.value)
            parts.append(told)
        if one.level is not None:
            parts.append(self.tr("level {0}").format(one.level))
        return " · ".join(parts)


class _Readings(LeanTable):
    """The list of readings; `removed` carries the keys that Del takes out."""

    removed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.removed.emit(self.chosen_values())
        else:
            super().keyPressEvent(event)
