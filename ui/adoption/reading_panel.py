"""Readings of the record in hand: typed in one line, listed, drawn; a tab beside the form."""

from dataclasses import dataclass

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from changedesk.store.errors import UserError
from ui.adoption.measure_chart import Drawing, MeasureChart
from ui.page import on_surface
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.lean_table import Column, LeanTable, Row
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label


@dataclass(frozen=True)
class Typed:
    """What was typed: a day, a count of a base or a value, for which group, read where."""

    day: str
    count: int | None
    base: int | None
    value: str
    group: int | None
    source: str


@dataclass(frozen=True)
class Shown:
    """What the panel shows of a record."""

    standing: str
    more: str
    rows: tuple[Row, ...]
    drawing: Drawing
    is_share: bool
    groups: tuple[tuple[str, int], ...] = ()


class ReadingPanel(QWidget):
    """`typed` carries a Typed, `removed` the keys of readings."""

    typed = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing = plain_label("", "heading", wrap=True)
        self.more = plain_label("", "soft", wrap=True)
        self.chart = MeasureChart(theme)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(self.tr("Day"))
        self.count, self.base = self._figure(self.tr("Show it")), self._figure(self.tr("Of"))
        self.value = self._figure(self.tr("Value"))
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Group"))
        self.source = QLineEdit()
        keep_on_one_line(self.source)
        self.source.setPlaceholderText(self.tr("Source"))
        self.source.setAccessibleName(self.tr("Source"))
        self.add = QPushButton(self.tr("Add"))
        make_primary(self.add)
        self.add.clicked.connect(self.take)
        self._of = plain_label(self.tr("of"), "soft")
        self.wrong = plain_label("", "bad", wrap=True)
        self.wrong.hide()
        self.table = _Readings(
            theme, self.tr("Readings"),
            (
                Column(self.tr("Day"), letters=12), Column(self.tr("Group"), share=2),
                Column(self.tr("Read"), share=3), Column(self.tr("Source"), share=2),
            ),
        )  # fmt: skip
        self.table.removed.connect(self.removed)
        self._lay_out()

    def _figure(self, name: str) -> QLineEdit:
        line = QLineEdit()
        keep_on_one_line(line)
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.setFixedWidth(GRID * 9)
        line.returnPressed.connect(self.take)
        return line

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(GRID)
        for widget in (self.day, self.count, self._of, self.base, self.value):
            first.addWidget(widget)
        first.addStretch(1)
        second.addWidget(self.group, 1)
        second.addWidget(self.source, 1)
        second.addWidget(self.add)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(GRID * 2, GRID * 3 // 2, GRID * 2, GRID)
        column.setSpacing(GRID)
        for widget in (self.standing, self.more):
            column.addWidget(widget)
        column.addWidget(self.chart, 1)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.wrong)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(upper)
        parts.addWidget(on_surface(self.table, GRID))
        parts.setChildrenCollapsible(False)
        parts.setSizes([GRID * 50, GRID * 26])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)

    def show_nothing(self) -> None:
        """Show no record."""
        self.setEnabled(False)
        self.show_state(Shown("", "", (), Drawing(), is_share=True))

    def show_state(self, shown: Shown) -> None:
        """Show the readings of a record."""
        self.standing.setText(shown.standing)
        self.more.setText(shown.more)
        self.more.setVisible(bool(shown.more))
        self.chart.show_drawing(shown.drawing)
        self.table.show_rows(shown.rows)
        for widget in (self.count, self.base, self._of):
            widget.setVisible(shown.is_share)
        self.value.setVisible(not shown.is_share)
        self.group.setVisible(bool(shown.groups))
        kept = self.group.currentData()
        self.group.clear()
        self.group.addItem(self.tr("Everybody"), None)
        for name, key in shown.groups:
            self.group.addItem(name, key)
        self.group.setCurrentIndex(max(0, self.group.findData(kept)))

    def take(self) -> None:
        """Hand over what was typed, or say what is wrong with it."""
        try:
            typed = Typed(
                self.day.date().toString(Qt.DateFormat.ISODate),
                self._whole(self.count), self._whole(self.base), self.value.text().strip(),
                self.group.currentData(), self.source.text().strip(),
            )  # fmt: skip
        except UserError as error:
            self.tell(str(error))
            return
        self.wrong.hide()
        self.typed.emit(typed)

    def tell(self, sentence: str) -> None:
        """Say what is wrong with what was typed."""
        self.wrong.setText(sentence)
        self.wrong.show()

    def taken(self) -> None:
        """Make room for the next reading."""
        for line in (self.count, self.base, self.value):
            line.clear()
        (self.count if self.count.isVisible() else self.value).setFocus()

    def _whole(self, line: QLineEdit) -> int | None:
        text = line.text().strip()
        if not text:
            return None
        if not text.isdecimal():
            told = self.tr("“{0}” takes a whole number, not “{1}”.")
            raise UserError(told.format(line.accessibleName(), text))
        return int(text)


class _Readings(LeanTable):
    """The list of readings; `removed` carries the keys that Del takes out."""

    removed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.removed.emit(self.chosen_values())
        else:
            super().keyPressEvent(event)
