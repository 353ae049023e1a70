"""Propose a schedule: courses, days and hours on the left, what would come of them beside it."""

from PySide6.QtCore import QDate, Qt, QTime, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QTabWidget,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from changedesk.training.proposal_reading import Wish
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.training.proposal_reading import Choices, Preview
from ui.uat.check_list import CheckList
from ui.uat.lean_table import Column, LeanTable
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

_ISO = Qt.DateFormat.ISODate


class ProposalDialog(QDialog):
    """`wished` asks what a wish would lead to, `show_preview` answers; `applied` has the draft."""

    wished = Signal(object, int)
    applied = Signal(object)

    def __init__(self, theme: Theme, choices: Choices, first: QDate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Propose a schedule"))
        self._zone = choices.zone
        self._number = 0
        self.preview: Preview | None = None
        self._make_wishes(choices, first)
        self._make_tables(theme)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = box.addButton(self.tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self.keep)
        self.keep.setDefault(True)
        self.keep.setEnabled(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.sum = plain_label("", "soft", wrap=True)
        foot = QHBoxLayout()
        foot.addWidget(self.sum, 1)
        foot.addWidget(box)
        middle = QHBoxLayout()
        middle.setSpacing(GRID * 3)
        middle.addLayout(self._left, 1)
        middle.addWidget(self.tabs, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(self.tr("Who is trained when?"), "title"))
        hint = self.tr(
            "It keeps seats, shifts, busy periods, shares of groups, and what was fixed by hand. "
            "Enter applies it; people can be moved afterwards."
        )
        column.addWidget(plain_label(hint, "soft", wrap=True))
        column.addLayout(middle, 1)
        column.addLayout(foot)
        self.resize(GRID * 144, GRID * 82)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(150)
        self._soon.timeout.connect(self._ask)
        self.courses.ticked.connect(self._changed)
        for signal in (self.first.dateChanged, self.last.dateChanged, self.opens.timeChanged,
                       self.closes.timeChanged, self.add.toggled, self.more.toggled,
                       self.weekend.toggled):  # fmt: skip
            signal.connect(self._changed)
        self.courses.list.setFocus()
        self._changed()

    def _make_wishes(self, choices: Choices, first: QDate) -> None:
        self.courses = CheckList(self.tr("Courses"))
        items = [(f"{row.code} {row.title}", row.id) for row in choices.courses]
        self.courses.show_items(items, ticked=[key for _, key in items])
        self.first, self.last = QDateEdit(first), QDateEdit(first.addDays(27))
        self.opens, self.closes = QTimeEdit(QTime(8, 0)), QTimeEdit(QTime(18, 0))
        for time in (self.opens, self.closes):
            time.setDisplayFormat("HH:mm")
        for edit in (self.first, self.last, self.opens, self.closes):
            edit.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.add = QCheckBox(self.tr("Propose new sessions"))
        self.more = QCheckBox(self.tr("More where shifts ask for it"))
        self.weekend = QCheckBox(self.tr("Weekends too"))
        self.add.setChecked(True)
        self.more.setChecked(True)
        form = QFormLayout()
        form.addRow(self.tr("First day"), self.first)
        form.addRow(self.tr("Last day"), self.last)
        form.addRow(self.tr("From"), self.opens)
        form.addRow(self.tr("To"), self.closes)
        self._left = QVBoxLayout()
        self._left.setSpacing(GRID)
        self._left.addWidget(self.courses, 1)
        self._left.addLayout(form)
        for box in (self.add, self.more, self.weekend):
            self._left.addWidget(box)

    def _make_tables(self, theme: Theme) -> None:
        self.sessions = LeanTable(theme, self.tr("Sessions"), (
            Column(self.tr("Session"), letters=9), Column(self.tr("When"), letters=22),
            Column(self.tr("Course"), share=3), Column(self.tr("Seats"), letters=7, right=True),
            Column(self.tr("Who"), share=4),
        ))  # fmt: skip
        self.groups = LeanTable(theme, self.tr("Groups"), (
            Column(self.tr("Group"), share=3), Column(self.tr("People"), letters=8, right=True),
            Column(self.tr("May be away"), letters=13, right=True),
            Column(self.tr("Are away"), letters=10, right=True),
            Column(self.tr("Share"), letters=7, right=True), Column(self.tr("At most on"), share=3),
        ))  # fmt: skip
        self.unplaced = LeanTable(theme, self.tr("Without a place"), (
            Column(self.tr("Name"), share=3), Column(self.tr("Group"), share=2),
            Column(self.tr("Course"), share=3),
            Column(self.tr("Why"), share=3, coloured=True),
        ))  # fmt: skip
        self.names = plain_label("", wrap=True)
        self.names.setMinimumHeight(GRID * 9)
        self.names.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sessions, 1)
        column.addWidget(self.names)
        self.tabs = QTabWidget()
        self.tabs.addTab(inside, self.tr("Sessions"))
        self.tabs.addTab(self.groups, self.tr("Groups"))
        self.limits = plain_label("", wrap=True)
        outside = QWidget()
        column = QVBoxLayout(outside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.limits)
        column.addWidget(self.unplaced, 1)
        self.tabs.addTab(outside, self.tr("Without a place"))
        self.sessions.chosen.connect(self._show_names)
        for table in (self.sessions, self.groups, self.unplaced):
            table.opened.connect(self.accept)

    def wish(self) -> Wish:
        """Return what is asked."""
        return Wish(
            tuple(self.courses.values()),
            self.first.date().toString(_ISO),
            self.last.date().toString(_ISO),
            self.opens.time().msecsSinceStartOfDay() // 60_000,
            self.closes.time().msecsSinceStartOfDay() // 60_000,
            add=self.add.isChecked(),
            more=self.more.isChecked(),
            weekend=self.weekend.isChecked(),
            zone=self._zone,
        )

    def _changed(self) -> None:
        self.more.setEnabled(self.add.isChecked())
        self._number += 1
        self.preview = None
        self.keep.setEnabled(False)
        self.sum.setText(self.tr("Looking for a schedule …"))
        self._soon.start()

    def _ask(self) -> None:
        self.wished.emit(self.wish(), self._number)

    def show_preview(self, preview: Preview) -> None:
        """Show what a wish leads to, unless another one was made since."""
        if preview.number != self._number:
            return
        self.preview = preview
        self.sessions.show_rows(preview.sessions)
        self.groups.show_rows(preview.groups)
        self.unplaced.show_rows(preview.unplaced)
        self.limits.setText("\n".join(f"⚠ {one}" for one in preview.limits))
        self.limits.setVisible(bool(preview.limits))
        count = len(preview.unplaced)
        words = self.tr("⚠ Without a place ({0})").format(count)
        self.tabs.setTabText(2, words if count else self.tr("Without a place"))
        made = preview.draft
        parts = [
            self.tr("%n place(s) given", "", made.adds),
            self.tr("%n new session(s)", "", len(made.proposal.new)),
        ]
        if made.moves:
            parts.append(self.tr("%n moved", "", made.moves))
        if made.takes_out:
            parts.append(self.tr("%n taken out", "", made.takes_out))
        parts.append(self.tr("%n without a place", "", count))
        nothing = self.tr("Nothing to change: nobody who needs these courses can be placed.")
        if not made.changes:
            parts = [nothing, *preview.limits[:1]]
        self.sum.setText((" · " if made.changes else " ").join(parts))
        self.keep.setEnabled(made.changes)
        if preview.sessions and self.sessions.current_value() is None:
            self.sessions.take_row(0)
        self._show_names()

    def _show_names(self) -> None:
        key = self.sessions.current_value()
        names = self.preview.names if self.preview is not None else {}
        self.names.setText(names.get(key, "") if key is not None else "")

    def accept(self) -> None:
        if self.preview is not None and self.preview.draft.changes:
            self.applied.emit(self.preview.draft)
            super().accept()
