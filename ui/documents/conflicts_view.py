"""What two people did apart and only a person can decide: side by side, chosen by a digit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.change import ChangeSet
from changedesk.store.conflicts import Conflict
from changedesk.store.fields import Kind
from changedesk.store.spec import FieldSpec, spec_of
from changedesk.store.wordings import Said
from changedesk.store.workspace import Workspace
from ui.desk_context import DeskContext
from ui.i18n import translate_label
from ui.jobs import Progress
from ui.page import on_surface
from ui.records.history_panel import HistoryPanel
from ui.records.values import display, moment_text
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import plain_label

_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


@dataclass(frozen=True)
class Decidable:
    """What is to be decided, and what was also said and needs nothing."""

    conflicts: tuple[Conflict, ...]
    also_said: tuple[Conflict, ...]


def read_conflicts(workspace: Workspace) -> Decidable:
    """Return what is to be decided; on a worker."""
    return Decidable(tuple(workspace.conflicts()), tuple(workspace.also_said()))


class ConflictsView(QWidget):
    """`counted` carries how many conflicts there are; `opened` (type name, key) of a record."""

    counted = Signal(int)
    opened = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found: dict[str, Conflict] = {}
        self._number = 0
        self.table = _Table(context)
        self.table.digit.connect(self.take)
        self.question = plain_label("", "heading", wrap=True)
        self.hint = plain_label("", "soft", wrap=True)
        self.sides = QVBoxLayout()
        self.sides.setSpacing(GRID)
        self.history = HistoryPanel(context)
        self.empty = EmptyState(
            context.theme, "good", self.tr("Nothing to decide"),
            self.tr(
                "When two copies of the workspace were worked on apart and say different things of "
                "the same matter, both are kept and shown here side by side."
            ),
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self._two_sides())
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)

    def _two_sides(self) -> QSplitter:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID)
        column.setSpacing(GRID * 3 // 2)
        column.addWidget(self.question)
        column.addWidget(self.hint)
        column.addLayout(self.sides)
        column.addWidget(plain_label(self.tr("History"), "soft"))
        column.addWidget(self.history, 1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(on_surface(self.table, GRID * 2))
        parts.addWidget(scroll)
        parts.setChildrenCollapsible(False)
        parts.setSizes([GRID * 62, GRID * 56])
        return parts

    # -- reading ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        """Look again: any change may decide something."""
        del changes
        self.fetch()

    def fetch(self) -> None:
        """Read what is to be decided."""
        workspace = self._context.workspace
        self._number += 1
        number = self._number

        def work(_: Progress) -> tuple[int, Decidable]:
            return number, read_conflicts(workspace)

        self._context.jobs.run(work, self._take_found)

    @property
    def in_hand(self) -> Conflict | None:
        """Return the conflict at hand."""
        return self._found.get(self.table.current_value() or "")

    def _take_found(self, answer: tuple[int, Decidable]) -> None:
        number, found = answer
        if number != self._number:
            return
        place = self.table.currentIndex().row()
        every = (*found.conflicts, *found.also_said)
        self._found = {one.id: one for one in every}
        self._stack.setCurrentIndex(0 if every else 1)
        self.table.show_rows([self._row(one) for one in every])
        if every and not self.table.currentIndex().isValid():
            self.table.take_row(max(0, min(place, len(every) - 1)))
        self.counted.emit(len(found.conflicts))
        self._show_chosen()

    def _row(self, one: Conflict) -> Row:
        words = {
            "values": self.tr("⚡ Two values"),
            "results": self.tr("⚡ Two results"),
            "deleted": self.tr("⚡ Taken out, and worked on"),
            "also_said": self.tr("○ Also said"),
        }
        code = "not_run" if one.kind == "also_said" else "disputed"
        return Row((words[one.kind], one.record, self._field_words(one)), one.id, code)

    def _field_words(self, one: Conflict) -> str:
        field = self._field(one)
        return translate_label(field.label) if field is not None else one.label

    def _field(self, one: Conflict) -> FieldSpec | None:
        record_type = self._context.workspace.schema.by_name.get(one.type_name)
        return spec_of(record_type).by_name.get(one.field) if record_type else None

    # -- showing ------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        one = self.in_hand
        while self.sides.count():
            widget = self.sides.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        if one is None:
            self.question.setText("")
            self.hint.setText("")
            return
        self.question.setText(f"{one.record} · {self._field_words(one)}")
        told = {
            "deleted": self.tr("One side took it out, the other worked on it without knowing."),
            "also_said": self.tr("The latest is shown everywhere. A digit brings another back."),
        }
        usual = self.tr("Both stand until somebody decides; meanwhile it does not count as passed.")
        keys = self.tr("Press the digit of what is to hold; Ctrl+Z takes it back.")
        self.hint.setText(f"{told.get(one.kind, usual)} {keys}")
        for number, said in enumerate(one.values, 1):
            self.sides.addWidget(self._card(one, number, said))
        self.history.show_records([one.key])

    def _card(self, one: Conflict, number: int, said: Said) -> QFrame:
        card = QFrame()
        card.setProperty("look", "card")
        words = plain_label(self._shown(one, said) or self.tr("(empty)"), "heading", wrap=True)
        marks = self.tr("now shown") if number == one.shown else ""
        parts = [said.who, moment_text(said.when_ms), said.device[:8], marks]
        about = plain_label(" · ".join(part for part in parts if part), "soft", wrap=True)
        choose = QPushButton(self.tr("{0}  Take this").format(number))
        choose.setAccessibleName(self.tr("Take {0}: {1}").format(number, words.text()))
        choose.setProperty("number", number)
        choose.setEnabled(not self._context.workspace.read_only)
        choose.clicked.connect(self._clicked)
        text = QVBoxLayout()
        text.addWidget(words)
        text.addWidget(about)
        row = QHBoxLayout(card)
        row.setContentsMargins(GRID * 2, GRID * 3 // 2, GRID * 2, GRID * 3 // 2)
        row.addLayout(text, 1)
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def _shown(self, one: Conflict, said: Said) -> str:
        field = self._field(one)
        plain = (Kind.CHOICE, Kind.DATE, Kind.MOMENT, Kind.YES_NO)
        if field is None or field.kind not in plain or not said.text:
            return said.shown
        values: dict[Kind, object] = {Kind.YES_NO: said.text == "1"}
        if field.kind is Kind.MOMENT:
            values[Kind.MOMENT] = int(said.text)
        return display(field, values.get(field.kind, said.text))

    def _clicked(self) -> None:
        self.take(int(self.sender().property("number")))

    def _open(self, _value: object) -> None:
        one = self.in_hand
        if one is not None:
            self.opened.emit((one.type_name, one.key))

    # -- deciding -----------------------------------------------------------------------------

    def take(self, number: int) -> None:
        """Let one of the values hold from now on."""
        one, workspace = self.in_hand, self._context.workspace
        if one is None or not 1 <= number <= len(one.values) or workspace.read_only:
            return

        def work(_: Progress) -> str:
            return workspace.resolve(one.id, number)

        self._context.jobs.write(work, self._taken)

    def _taken(self, label: str) -> None:
        self._context.messages.toast(label)
        self.table.setFocus()


class _Table(LeanTable):
    """The list of conflicts; `digit` carries the digit that was pressed."""

    digit = Signal(int)

    def __init__(self, context: DeskContext) -> None:
        columns: Sequence[Column] = (
            Column(self.tr("What"), letters=28, coloured=True),
            Column(self.tr("Record"), share=3),
            Column(self.tr("Field"), share=2),
        )
        super().__init__(context.theme, self.tr("To decide"), columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DIGITS and not event.modifiers():
            self.digit.emit(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)
