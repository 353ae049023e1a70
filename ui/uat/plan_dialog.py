"""Plan runs: which scripts, by whom; what is planned already is left alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.tokens import GRID
from ui.uat.check_list import CheckList
from ui.uat.cycle_reading import PlanChoices
from ui.uat.words import labelled
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label

Pairs = tuple[list[int], list[int | None]]


class PlanDialog(QDialog):
    """Scripts on the left, testers on the right. `planned` carries (scripts, testers)."""

    planned = Signal(object)

    def __init__(self, cycle: str, choices: PlanChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Plan runs"))
        self._choices = choices
        self.scripts = CheckList(self.tr("Scripts"))
        self.testers = CheckList(self.tr("Testers"))
        self.scripts.show_items(
            [
                (
                    " · ".join(
                        part
                        for part in (f"{one.code}  {one.title}", one.area, labelled(one.status))
                        if part
                    ),
                    one.id,
                )
                for one in choices.scripts
            ]
        )
        people = [
            (" · ".join(part for part in (one.name, one.role, one.site) if part), one.id)
            for one in choices.people
        ]
        self.testers.show_items([*people, (self.tr("Nobody yet, decide later"), None)])
        lists = QHBoxLayout()
        lists.setSpacing(GRID * 3)
        lists.addWidget(self.scripts, 3)
        lists.addWidget(self.testers, 2)
        self._sum = plain_label("", "soft")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._plan = box.addButton(self.tr("Plan"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self._plan)
        self._plan.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._sum, 1)
        foot.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addWidget(plain_label(self.tr("Who runs what in {0}?").format(cycle), "title"))
        hint = self.tr("Space ticks a line, Ctrl+A all that are shown, Ctrl+Enter plans them.")
        column.addWidget(plain_label(hint, "soft"))
        column.addLayout(lists, 1)
        column.addLayout(foot)
        self.resize(GRID * 112, GRID * 74)
        self.scripts.ticked.connect(self._count)
        self.testers.ticked.connect(self._count)
        self._count()
        self.scripts.list.setFocus()

    def pairs(self) -> Pairs:
        """Return the scripts and the testers that have a tick."""
        return self.scripts.values(), self.testers.values()

    def accept(self) -> None:
        if self._plan.isEnabled():
            self.planned.emit(self.pairs())
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def _count(self) -> None:
        scripts, testers = self.pairs()
        fresh = sum(
            (script, tester) not in self._choices.planned
            for script in scripts
            for tester in testers
        )
        known = len(scripts) * len(testers) - fresh
        told = self.tr("{0} scripts × {1} testers: {2} new runs").format(
            len(scripts), len(testers), fresh
        )
        if known:
            told = self.tr("{0}, {1} are planned already").format(told, known)
        self._sum.setText(told)
        self._plan.setEnabled(fresh > 0)
