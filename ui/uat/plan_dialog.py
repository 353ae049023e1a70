"""Plan runs: which scripts, by whom, shared out evenly or each by everybody; who has how much."""

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from changedesk.uat.queries import ScriptRow
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.check_list import CheckList
from ui.uat.lean_table import Column, LeanTable, Row
from ui.uat.plan_reading import PlanChoices, PlanPreview, TesterLoad, Wish
from ui.uat.words import labelled
from ui.widgets.buttons import make_primary
from ui.widgets.text import plain_label


class PlanDialog(QDialog):
    """`wished` asks what the ticks would mean, `show_preview` answers; `planned` carries a Wish."""

    wished = Signal(object)
    planned = Signal(object)

    def __init__(self, theme: Theme, cycle: str, choices: PlanChoices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Plan runs"))
        self.scripts = CheckList(self.tr("Scripts"))
        self.testers = CheckList(self.tr("Testers"))
        self.scripts.show_items([(_script_words(one), one.id) for one in choices.scripts])
        people = [
            (" · ".join(part for part in (one.name, one.role, one.site) if part), one.id)
            for one in choices.people
        ]
        self.testers.show_items([*people, (self.tr("Nobody yet, decide later"), None)])
        self.share = QRadioButton(self.tr("Share the scripts out evenly, by minutes"))
        self.each = QRadioButton(self.tr("Everybody runs every script"))
        self.share.setChecked(True)
        self.loads = LeanTable(theme, self.tr("Load of each tester"), self._columns())
        self.loads.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sum = plain_label("", "soft", wrap=True)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.testers, 3)
        right.addWidget(self.loads, 2)
        lists = QHBoxLayout()
        lists.setSpacing(GRID * 3)
        lists.addWidget(self.scripts, 1)
        lists.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        column.setSpacing(GRID * 3 // 2)
        column.addWidget(plain_label(self.tr("Who runs what in {0}?").format(cycle), "title"))
        hint = self.tr("Space ticks a line, Ctrl+A all that are shown, Ctrl+Enter plans them.")
        column.addWidget(plain_label(hint, "soft"))
        column.addLayout(lists, 1)
        column.addLayout(self._ways())
        column.addLayout(self._foot())
        self.resize(GRID * 124, GRID * 78)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)
        for signal in (self.scripts.ticked, self.testers.ticked, self.share.toggled):
            signal.connect(self._soon.start)
        self._soon.start()
        self.scripts.list.setFocus()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Tester"), share=3),
            Column(self.tr("Runs"), letters=6, right=True),
            Column(self.tr("Time"), letters=9, right=True),
            Column("", share=3, bar=True),
        )

    def _ways(self) -> QHBoxLayout:
        ways = QHBoxLayout()
        ways.setSpacing(GRID * 3)
        for place, button in enumerate((self.share, self.each), 1):
            ways.addWidget(button)
            # Not a mnemonic: that waits for a moment, and Enter may come before it.
            key = QShortcut(QKeySequence(f"Alt+{place}"), self)
            key.activated.connect(button.click)
        ways.addStretch(1)
        ways.addWidget(plain_label(self.tr("Alt+1, Alt+2"), "small"))
        return ways

    def _foot(self) -> QHBoxLayout:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._plan = box.addButton(self.tr("Plan"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(self._plan)
        self._plan.setDefault(True)
        self._plan.setEnabled(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._sum, 1)
        foot.addWidget(box)
        return foot

    def wish(self) -> Wish:
        """Return what has a tick, and how it is to be given out."""
        scripts, testers = self.scripts.values(), self.testers.values()
        return Wish(tuple(scripts), tuple(testers), self.share.isChecked())

    def show_preview(self, preview: PlanPreview) -> None:
        """Show what the ticks would mean, unless others were set meanwhile."""
        if preview.wish != self.wish():
            return
        most = max((load.minutes for load in preview.loads), default=0)
        self.loads.show_rows([self._load(load, most) for load in preview.loads])
        told = self.tr("%n new run(s)", "", preview.fresh)
        if preview.known:
            told = self.tr("{0}, {1} are planned already").format(told, preview.known)
        fresh = [load.minutes for load in preview.loads if load.tester in preview.wish.testers]
        if preview.wish.shared and len(fresh) > 1:
            told = self.tr("{0}; from {1} to {2} each").format(
                told, _time(min(fresh)), _time(max(fresh))
            )
        if preview.wish.shared and not any(preview.wish.testers) and preview.wish.testers:
            told = self.tr("Nobody can have a share: tick a tester, or choose Alt+2.")
        self._sum.setText(told)
        self._plan.setEnabled(preview.fresh > 0)

    def accept(self) -> None:
        if self._plan.isEnabled():
            self.planned.emit(self.wish())
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._soon.stop()
            self._ask()
            self.accept()
            return
        super().keyPressEvent(event)

    def _ask(self) -> None:
        self.wished.emit(self.wish())

    def _load(self, load: TesterLoad, most: int) -> Row:
        before = load.minutes - load.fresh
        parts = (("passed", before), ("in_progress", load.fresh), ("not_run", most - load.minutes))
        name = load.name or self.tr("nobody yet")
        runs = QLocale().toString(load.runs)
        return Row((name, runs, _time(load.minutes), ""), load.tester, parts=parts)


def _time(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d} h"


def _script_words(one: ScriptRow) -> str:
    parts = (f"{one.code}  {one.title}", one.area, labelled(one.status))
    return " · ".join(part for part in parts if part)
