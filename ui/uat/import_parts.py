"""The parts of the import preview beside its table: columns, sheets, questions, rows left out."""

from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.drafts import (
    ColumnNote,
    Import,
    Outcome,
    Question,
    RowNote,
    ScriptImport,
)
from changedesk.exchange.headings import FIELDS
from changedesk.exchange.table_columns import IGNORE
from changedesk.store.fields import Choice
from changedesk.uat.words import DEFECT_STATUS, OUTCOMES, PRIORITIES, SEVERITIES
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.import_change import answers_to
from ui.uat.import_reading import DAY_FIRST, MONTH_FIRST, Decisions, Reading
from ui.uat.import_words import field_word
from ui.uat.words import labelled
from ui.widgets.text import plain_label
from ui.widgets.two_lines import Line, TwoLineList

_NO_RESULT = "none"
_OUTCOMES: dict[str, Outcome] = {code: code for code in get_args(Outcome)}
_CHANGE_WORDS = ("level", "engagement", "attendance", "shift", "message_state", "impact_state")
_DEFECT_WORDS = ("severity", "priority", "status", *_CHANGE_WORDS)
_CHOICES: dict[str, tuple[Choice, ...]] = {
    "outcome": OUTCOMES,
    "severity": SEVERITIES,
    "priority": PRIORITIES,
    "status": DEFECT_STATUS,
}


class _Form(QScrollArea):
    # Rows of a label and an editor, made anew with each reading.
    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fresh_grid(self, stretched: int) -> QGridLayout:
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GRID * 2, GRID * 2, GRID * 2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(stretched, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(inside)
        return grid


class ColumnsPart(_Form):
    """Which column goes to which field, with samples. `decided` carries Decisions."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ImportParts", "Columns"), parent)
        self._decisions = Decisions()
        self._shown: tuple[ColumnNote, ...] = ()
        self.boxes: dict[str, QComboBox] = {}

    def show_columns(self, found: Import | ChangeImport, decisions: Decisions) -> None:
        """Show the columns of the sheets that are taken; only those of scripts can be changed."""
        self._decisions = decisions
        columns = found.columns if isinstance(found, ScriptImport) else ()
        if columns == self._shown:
            return
        focused = next((key for key, box in self.boxes.items() if box.hasFocus()), "")
        self._shown, self.boxes = columns, {}
        grid = self.fresh_grid(2)
        for place, words in enumerate((self.tr("Column"), self.tr("Goes to"), self.tr("Samples"))):
            grid.addWidget(plain_label(words, "small"), 0, place)
        for row, note in enumerate(columns, start=1):
            self._add(grid, row, note)
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def _add(self, grid: QGridLayout, row: int, note: ColumnNote) -> None:
        key = note.heading or note.letter
        name = plain_label(self.tr("{0}  {1}").format(note.letter, note.heading or "–"), wrap=True)
        name.setFixedWidth(GRID * 26)
        box = QComboBox()
        box.setAccessibleName(self.tr("Field for column {0}").format(key))
        box.addItem(self.tr("– kept as a remark"), None)
        for field in FIELDS:
            box.addItem(field_word(field), field)
        box.addItem(self.tr("– left out"), IGNORE)
        box.setCurrentIndex(max(0, box.findData(note.field)))
        box.setProperty("column", key)
        box.setMinimumWidth(GRID * 24)
        box.activated.connect(self._tell)
        samples = plain_label(" · ".join(one.replace("\n", " ") for one in note.samples), "soft")
        samples.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid.addWidget(name, row, 0)
        grid.addWidget(box, row, 1)
        grid.addWidget(samples, row, 2)
        self.boxes.setdefault(key, box)

    def _tell(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        field = box.currentData() or IGNORE
        mapping = {**self._decisions.mapping, str(box.property("column")): field}
        self.decided.emit(replace(self._decisions, mapping=mapping))


class SheetsPart(_Form):
    """Which sheets are taken, and why the others are not. `decided` carries Decisions."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ImportParts", "Sheets"), parent)
        self._decisions = Decisions()
        self.boxes: dict[str, QCheckBox] = {}

    def show_sheets(self, reading: Reading) -> None:
        """Show all sheets of a file, those that are taken with a tick."""
        self._decisions = reading.decisions
        focused = next((key for key, box in self.boxes.items() if box.hasFocus()), "")
        self.boxes = {}
        grid = self.fresh_grid(2)
        notes = {note.name: note for note in reading.sheets}
        for row, sheet in enumerate(reading.file.sheets):
            note = notes.get(sheet.name)
            box = QCheckBox(sheet.name or reading.found.file)
            box.setChecked(note is not None and note.taken)
            box.setProperty("sheet", sheet.name)
            box.setEnabled(bool(sheet.name))
            box.clicked.connect(self._tell)
            why = note.why if note is not None else self.tr("you took the tick off")
            rows = self.tr("%n row(s)", "", note.rows) if note is not None else ""
            grid.addWidget(box, row, 0)
            grid.addWidget(plain_label(rows, "soft"), row, 1)
            grid.addWidget(plain_label(why, "soft", wrap=True), row, 2)
            self.boxes[sheet.name] = box
        if focused in self.boxes:
            self.boxes[focused].setFocus()

    def _tell(self) -> None:
        box = self.sender()
        assert isinstance(box, QCheckBox)
        name, now = str(box.property("sheet")), self._decisions
        if box.isChecked():
            decided = replace(now, taken=now.taken | {name}, left=now.left - {name})
        else:
            decided = replace(now, taken=now.taken - {name}, left=now.left | {name})
        self.decided.emit(decided)


class QuestionsPart(_Form):
    """Words that nobody documented: each is asked about. `decided` carries Decisions."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ImportParts", "Questions"), parent)
        self._decisions = Decisions()
        self._asked: dict[tuple[str, str], Question] = {}
        self.boxes: dict[str, QComboBox] = {}

    def forget(self) -> None:
        """Forget what another file asked."""
        self._asked = {}
        self.boxes = {}

    def show_questions(self, found: Import | ChangeImport, decisions: Decisions) -> None:
        """Show what is asked; what was answered stays, to be changed."""
        self._decisions = decisions
        known = len(self._asked)
        for question in found.questions:
            self._asked.setdefault((question.about, question.word), question)
        if known == len(self._asked) and self.boxes:
            return
        self.boxes = {}
        grid = self.fresh_grid(2)
        for row, question in enumerate(self._asked.values()):
            self._add(grid, row, question)

    def _add(self, grid: QGridLayout, row: int, question: Question) -> None:
        word = plain_label(self.tr("“{0}”").format(question.word), "heading", wrap=True)
        word.setMaximumWidth(GRID * 28)
        box = QComboBox()
        box.setAccessibleName(self.tr("What “{0}” means").format(question.word))
        box.setMinimumWidth(GRID * 24)
        box.addItem(self.tr("No result"), _NO_RESULT)
        if question.about in _DEFECT_WORDS:
            box.setItemText(0, self.tr("Left open"))
        if question.about == "date":
            box.setItemText(0, self.tr("No date"))
            box.addItem(self.tr("Day first (31/3)"), DAY_FIRST)
            box.addItem(self.tr("Month first (3/31)"), MONTH_FIRST)
        else:
            for words, code in _answers(question.about):
                box.addItem(words, code)
        box.setProperty("word", question.word)
        box.setProperty("about", question.about)
        box.activated.connect(self._tell)
        places = ", ".join(str(place) for place in question.places[:3])
        if len(question.places) > 3:
            places = self.tr("{0} and %n more", "", len(question.places) - 3).format(places)
        if question.suggestion:
            guess = self.tr("Perhaps {0}?").format(labelled(question.suggestion))
            places = f"{places}\n{guess}"
        why = plain_label(f"{question.why}\n{places}", "soft", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(word, row, 0, top)
        grid.addWidget(box, row, 1, top)
        grid.addWidget(why, row, 2)
        self.boxes[question.word] = box

    def _tell(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        answer = str(box.currentData())
        if box.property("about") == "date":
            order = "" if answer == _NO_RESULT else answer
            self.decided.emit(replace(self._decisions, date_order=order))
            return
        if box.property("about") in _DEFECT_WORDS:
            code = "" if answer == _NO_RESULT else answer
            words = {**self._decisions.words, str(box.property("word")): code}
            self.decided.emit(replace(self._decisions, words=words))
            return
        outcome = _OUTCOMES.get(answer)
        answers = {**self._decisions.answers, str(box.property("word")): outcome}
        self.decided.emit(replace(self._decisions, answers=answers))


def _answers(about: str) -> list[tuple[str, str]]:
    if about in _CHANGE_WORDS:
        return answers_to(about)
    return [(labelled(choice.code), choice.code) for choice in _CHOICES[about]]


class RowsPart(TwoLineList):
    """Rows that made nothing, each with its place and its reason."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("ImportParts", "Rows left out"), parent)
        self.count = 0

    def show_rows(self, reading: Reading) -> None:
        """Show rejected rows first, then those that were left out."""
        account = reading.found.account
        refused = (*reading.homeless, *account.rejected)
        rejected = [self._line(note, self.tr("✖ rejected")) for note in refused]
        skipped = [self._line(note, self.tr("➔ left out")) for note in account.skipped]
        self.count = sum(note.rows for note in (*refused, *account.skipped))
        self.show_lines([*rejected, *skipped])

    def _line(self, note: RowNote, what: str) -> Line:
        where = str(note.where)
        if note.rows > 1:
            where = self.tr("{0}, %n row(s)", "", note.rows).format(where)
        return Line(where, note.why, note=what)
