"""A session of a cycle: where and when, who leads it, and who is expected."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from changedesk.people.queries import PersonRow
from ui.theme.tokens import GRID
from ui.uat.check_list import CheckList
from ui.widgets.buttons import make_primary
from ui.widgets.one_line import keep_on_one_line
from ui.widgets.text import plain_label

LONGEST = 24 * 60


@dataclass(frozen=True)
class SessionValues:
    """What the dialog shows and gives back; `starts` in ms UTC, people by their keys."""

    site: str
    starts: int | None
    minutes: int | None
    facilitator: int | None
    testers: tuple[int, ...]


class SessionDialog(QDialog):
    """`chosen` carries SessionValues."""

    chosen = Signal(object)

    def __init__(self, now: SessionValues, people: Sequence[PersonRow], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Session"))
        self.testers = CheckList(self.tr("Who is expected"))
        ordered = sorted(people, key=lambda one: one.id not in now.testers)
        self.testers.show_items([(_words(one), one.id) for one in ordered], ticked=now.testers)
        sides = QHBoxLayout()
        sides.setSpacing(GRID * 3)
        sides.addLayout(self._form(now, people), 1)
        sides.addWidget(self.testers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(sides, 1)
        column.addWidget(self._buttons())
        self.resize(GRID * 100, GRID * 60)
        self.site.setFocus()

    def _form(self, now: SessionValues, people: Sequence[PersonRow]) -> QFormLayout:
        self.site = QLineEdit(now.site)
        keep_on_one_line(self.site)
        self.starts = QDateTimeEdit()
        self.starts.setCalendarPopup(True)
        moment = QDateTime.currentDateTime().addDays(1)
        if now.starts is not None:
            moment = QDateTime.fromMSecsSinceEpoch(now.starts)
        self.starts.setDateTime(moment)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, LONGEST)
        self.minutes.setSingleStep(15)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setValue(now.minutes or 0)
        self.facilitator = QComboBox()
        self.facilitator.addItem("–", None)
        for one in people:
            self.facilitator.addItem(one.name, one.id)
        self.facilitator.setCurrentIndex(max(0, self.facilitator.findData(now.facilitator)))
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID * 3 // 2)
        for words, widget in (
            (self.tr("Site"), self.site),
            (self.tr("Starts"), self.starts),
            (self.tr("Length"), self.minutes),
            (self.tr("Facilitator"), self.facilitator),
        ):
            widget.setAccessibleName(words)
            form.addRow(plain_label(words, "soft"), widget)
        return form

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        keep = box.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(keep)
        keep.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def values(self) -> SessionValues:
        """Return what was put in."""
        return SessionValues(
            self.site.text().strip(),
            self.starts.dateTime().toMSecsSinceEpoch(),
            self.minutes.value() or None,
            self.facilitator.currentData(),
            tuple(self.testers.values()),
        )

    def accept(self) -> None:
        self.chosen.emit(self.values())
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)


def _words(one: PersonRow) -> str:
    return " · ".join(part for part in (one.name, one.role, one.site) if part)
