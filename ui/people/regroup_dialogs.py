"""Merging groups and splitting one: what the new groups are called, and from which day on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from changedesk.people.groups import GroupNode, Member
from changedesk.people.records import Group
from changedesk.people.regrouping import Part
from changedesk.store.errors import UserError
from changedesk.store.spec import spec_of
from ui.desk_context import DeskContext
from ui.records.date_editor import DateEditor
from ui.records.values import parse
from ui.theme.tokens import GRID
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

PARTS = 4
UNKNOWN = -1
MOST = 100_000


@dataclass(frozen=True)
class Merge:
    """Which groups become one, its name, and from which day on."""

    groups: tuple[int, ...]
    name: str
    day: str


@dataclass(frozen=True)
class Split:
    """What a group becomes, and from which day on."""

    group: int
    parts: tuple[Part, ...]
    day: str


class RegroupDialog(QDialog):
    """`chosen` carries a Merge or a Split. A subclass gives `ready`, `wish` and its widgets."""

    chosen = Signal(object)

    def __init__(self, title: str, today: str, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._since = spec_of(Group).field("since")
        self.day = DateEditor(self._since, context)
        self.day.show_value(today)
        self.day.line.setAccessibleName(self.tr("From"))
        self.wrong = plain_label("", "bad", wrap=True)
        self.wrong.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        self.column.setSpacing(GRID * 2)

    def ready(self) -> bool:
        """Tell whether enough is said."""
        raise NotImplementedError

    def wish(self, day: str) -> Merge | Split:
        """Return what was put in."""
        raise NotImplementedError

    def finish(self, verb: str) -> None:
        """Add the buttons."""
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = box.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self.button)
        self.button.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.column.addWidget(self.wrong)
        self.column.addWidget(box)
        self.check()

    def check(self) -> None:
        """Let it be done only once enough is said."""
        self.button.setEnabled(self.ready())

    def accept(self) -> None:
        if not self.ready():
            return
        try:
            day = str(parse(self._since, self.day.raw()) or "")
            if not day:
                raise UserError(self.tr("Say from which day on."))
        except UserError as error:
            self.wrong.setText(str(error))
            self.wrong.show()
            self.day.setFocus()
            return
        self.chosen.emit(self.wish(day))
        super().accept()


class MergeDialog(RegroupDialog):
    """Several groups become one."""

    def __init__(
        self, groups: Sequence[GroupNode], today: str, context: DeskContext, parent: QWidget
    ) -> None:
        super().__init__(self.tr("Merge groups"), today, context, parent)
        self._groups = tuple(groups)
        self.name = QLineEdit(groups[0].name)
        keep_on_one_line(self.name)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.selectAll()
        self.name.textChanged.connect(self.check)
        counts = [group.people for group in groups if group.people is not None]
        known = str(sum(counts)) if len(counts) == len(groups) else self.tr("not known")
        told = self.tr("{0} become one group. Headcount: {1}. They keep their past.")
        names = ", ".join(group.name for group in groups)
        self.column.addWidget(plain_label(told.format(names, known), wrap=True))
        form = QFormLayout()
        form.setVerticalSpacing(GRID * 3 // 2)
        form.addRow(plain_label(self.tr("Name"), "soft"), self.name)
        form.addRow(plain_label(self.tr("From"), "soft"), self.day)
        self.column.addLayout(form)
        self.finish(self.tr("Merge"))
        self.resize(GRID * 60, self.sizeHint().height())

    def ready(self) -> bool:
        return bool(self.name.text().strip())

    def wish(self, day: str) -> Merge:
        return Merge(tuple(group.id for group in self._groups), self.name.text(), day)


class SplitDialog(RegroupDialog):
    """A group becomes two or more; its people are put into them one by one."""

    def __init__(
        self,
        group: GroupNode,
        people: Sequence[Member],
        today: str,
        context: DeskContext,
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Split {0}").format(group.name), today, context, parent)
        self._group, self._members = group, tuple(people)
        self.names = [QLineEdit() for _ in range(PARTS)]
        self.counts = [QSpinBox() for _ in range(PARTS)]
        self.places = [QComboBox() for _ in people]
        told = self.tr("The parts begin on this day; {0} ends then and keeps its past.")
        self.column.addWidget(plain_label(told.format(group.name), wrap=True))
        form = QFormLayout()
        form.addRow(plain_label(self.tr("From"), "soft"), self.day)
        self.column.addLayout(form)
        self.column.addLayout(self._part_grid())
        if people:
            self.column.addWidget(plain_label(self.tr("Who goes where"), "soft"))
            self.column.addWidget(self._people_list(), 1)
        self.names[0].setText(self.tr("{0} A").format(group.name))
        self.names[1].setText(self.tr("{0} B").format(group.name))
        self._name_places()
        for line in self.names:
            line.textChanged.connect(self.check)
        self.finish(self.tr("Split"))
        self.resize(GRID * 68, GRID * (72 if people else 44))

    def ready(self) -> bool:
        names = [" ".join(line.text().split()) for line in self.names]
        named = [name for name in names if name]
        return len(named) > 1 and len(set(named)) == len(named)

    def wish(self, day: str) -> Split:
        named = [place for place, line in enumerate(self.names) if line.text().strip()]
        parts = tuple(
            Part(
                self.names[place].text(),
                tuple(
                    one.id
                    for one, box in zip(self._members, self.places, strict=True)
                    if box.currentData() == place
                ),
                None if self.counts[place].value() == UNKNOWN else self.counts[place].value(),
            )
            for place in named
        )
        return Split(self._group.id, parts, day)

    def _part_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(plain_label(self.tr("Part"), "soft"), 0, 0)
        grid.addWidget(plain_label(self.tr("People"), "soft"), 0, 1)
        for place, (line, count) in enumerate(zip(self.names, self.counts, strict=True)):
            keep_on_one_line(line)
            line.setAccessibleName(self.tr("Name of part {0}").format(place + 1))
            line.setPlaceholderText(self.tr("no further part") if place > 1 else "")
            line.textChanged.connect(self._name_places)
            count.setRange(UNKNOWN, MOST)
            count.setSpecialValueText(self.tr("not known"))
            count.setValue(UNKNOWN)
            count.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            count.setAccessibleName(self.tr("Headcount of part {0}").format(place + 1))
            grid.addWidget(line, place + 1, 0)
            grid.addWidget(count, place + 1, 1)
        grid.setColumnStretch(0, 1)
        return grid

    def _people_list(self) -> QScrollArea:
        holder = QWidget()
        form = QFormLayout(holder)
        for one, box in zip(self._members, self.places, strict=True):
            words = " · ".join(part for part in (one.name, one.role) if part)
            box.setAccessibleName(words)
            form.addRow(plain_label(words), box)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(holder)
        return scroll

    def _name_places(self) -> None:
        named = [(line.text().strip(), place) for place, line in enumerate(self.names)]
        for box in self.places:
            kept = box.currentData()
            box.clear()
            for name, place in named:
                if name:
                    box.addItem(name, place)
            box.setCurrentIndex(max(0, box.findData(kept)))
