"""Entry and exit criteria of a cycle: met or not and why; ticked, waived with a reason, added."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat import criteria
from changedesk.uat.criteria import CriterionState
from changedesk.uat.records import Criterion
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.records.form import RecordForm
from ui.theme.theme import Theme
from ui.theme.tokens import GRID
from ui.uat.criterion_words import target_of, value_of, why_of
from ui.uat.flow import FlowLayout
from ui.uat.lean_table import Column, LeanTable, Row
from ui.uat.waiver_dialog import Waiver, WaiverDialog
from ui.uat.words import labelled
from ui.widgets.empty_state import at_top
from ui.widgets.text import plain_label

LEAST_FORM = GRID * 17
"""The form of the criterion in hand gets so much height, where the lines leave it."""
Found = tuple[int, list[CriterionState]]
_CONCERNING = frozenset(
    (
        "criterion",
        "run",
        "defect",
        "requirement",
        "link",
        "script",
        "uat_session",
        "session_tester",
        "condition",
    )
)


class CriteriaTable(LeanTable):
    """Space ticks what a person sees to, W waives, Del takes out. Values are their keys."""

    ticked = Signal()
    waived = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        columns = (
            Column(say("CycleCriteria", "Kind"), letters=7),
            Column(say("CycleCriteria", "State"), letters=11, coloured=True),
            Column(say("CycleCriteria", "Criterion"), share=1),
            Column(say("CycleCriteria", "Is"), letters=9, right=True),
            Column(say("CycleCriteria", "Should be"), letters=9, right=True),
        )
        super().__init__(theme, say("CycleCriteria", "Criteria"), columns, parent)
        self.setSelectionMode(LeanTable.SelectionMode.SingleSelection)
        self._keys = {
            Qt.Key.Key_Space: self.ticked,
            Qt.Key.Key_W: self.waived,
            Qt.Key.Key_Delete: self.removed,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = self._keys.get(Qt.Key(event.key()))
        if signal is not None and not event.modifiers():
            signal.emit()
        else:
            super().keyPressEvent(event)


class CycleCriteria(QWidget):
    """The criteria of the cycle in hand, and the one in hand among them with why it stands so.

    `counted` carries how many exit criteria hold, and how many there are.
    """

    counted = Signal(int, int)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cycle: int | None = None
        self._wanted: int | None = None
        self._closed = True
        self._states: dict[int, CriterionState] = {}
        self.said = plain_label("", "heading", wrap=True)
        self.why = plain_label("", "soft", wrap=True)
        self.table = CriteriaTable(context.theme)
        self.form = RecordForm(context, Criterion)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._upper())
        self._split.addWidget(self.form)
        self._split.splitterMoved.connect(self._keep_split)
        self._moved = False
        self._share_soon = QTimer(self)
        self._share_soon.setSingleShot(True)
        self._share_soon.setInterval(0)
        self._share_soon.timeout.connect(self._share_room)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._nothing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._buttons())
        column.addWidget(self.said)
        column.addWidget(self._stack, 1)
        self.said.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        self.table.chosen.connect(self._show_one)
        self.table.ticked.connect(self.turn_tick)
        self.table.waived.connect(self.waive)
        self.table.removed.connect(self.remove)
        context.bus.changed.connect(self._hear)

    def _nothing(self) -> QWidget:
        nothing = plain_label(
            self.tr(
                "A cycle ends well when its exit criteria are met. Start with the usual ones, "
                "then change what is different here."
            ),
            "soft",
            wrap=True,
        )
        nothing.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        return at_top(nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_soon.start()

    def _keep_split(self) -> None:
        self._moved = True

    def _share_room(self) -> None:
        # Whole lines above, as many as leave the form its room, until somebody moves the border.
        rows = len(self.table.lines.rows)
        height = self._split.height() - self._split.handleWidth()
        if self._moved or not rows or height < LEAST_FORM:
            return
        line = self.table.verticalHeader().defaultSectionSize()
        beside = self._split.widget(0).height() - self.table.viewport().height()
        fitting = (height - beside - LEAST_FORM) // line
        upper = beside + max(3, min(rows, fitting)) * line
        self._split.setSizes([upper, height - upper])

    def _upper(self) -> QWidget:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(GRID, 0, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.table, 1)
        self.why.setContentsMargins(GRID, 0, GRID, 0)
        column.addWidget(self.why)
        return upper

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(GRID)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, 0)
        self.kit = QPushButton(self.tr("Add the usual ones"))
        self.new = QPushButton(self.tr("New criterion"))
        self.tick = QPushButton(self.tr("Tick"))
        self.waiver = QPushButton(self.tr("Waive…"))
        for button, slot in (
            (self.kit, self.add_kit),
            (self.new, self.add),
            (self.tick, self.turn_tick),
            (self.waiver, self.waive),
        ):
            button.clicked.connect(slot)
            row.addWidget(button)
        return row

    # -- showing ------------------------------------------------------------------------------

    def show_cycle(self, cycle: int | None) -> None:
        """Show the criteria of a cycle."""
        if cycle != self._cycle:
            self._cycle, self._states = cycle, {}
            self._closed = True
            self.table.show_rows([])
            self._stack.setCurrentIndex(0)
            self._count([])
            self._show_one()
        self._fetch()

    def set_closed(self, closed: bool) -> None:
        """Let nothing be changed, as the cycle is closed, or let it be changed again."""
        self._closed = closed
        self._show_enabled()

    def in_hand(self) -> CriterionState | None:
        """Return the criterion at hand."""
        return self._states.get(self.table.current_value() or 0)

    def _hear(self, changes: ChangeSet) -> None:
        if _CONCERNING & set(changes.touched):
            self._fetch()

    def _fetch(self) -> None:
        cycle, workspace = self._cycle, self._context.workspace
        if cycle is None:
            return

        def work(_: Progress) -> Found:
            return cycle, criteria.criteria_of(workspace, cycle)

        self.table.waiting.follow(self._context.jobs.run(work, self._take, self._lost))

    def _lost(self, error: BaseException) -> None:
        # The cycle was withdrawn while its criteria were read.
        self._cycle = None

    def _take(self, found: Found) -> None:
        cycle, states = found
        if cycle != self._cycle:
            return
        self._states = {state.key: state for state in states}
        self.table.show_rows([self._row(state) for state in states])
        keys = [state.key for state in states]
        if self._wanted in keys:
            self._point(keys.index(self._wanted))
            self.form.setFocus()
            self._wanted = None
        elif keys and self.table.current_value() is None:
            self._point(0)
        self._stack.setCurrentIndex(0 if states else 1)
        self._count(states)
        self._show_one()

    def _point(self, row: int) -> None:
        self.table.setCurrentIndex(self.table.lines.index(row, 0))

    def _count(self, states: list[CriterionState]) -> None:
        at_exit = [state for state in states if state.kind == "exit"]
        waived = sum(1 for state in at_exit if state.waived and not state.met)
        met = sum(1 for state in at_exit if state.met)
        told = self.tr("Exit criteria met: {0} of {1}").format(met, len(at_exit))
        if waived:
            told = self.tr("{0}, {1} waived").format(told, waived)
        if at_exit and met + waived == len(at_exit):
            told = self.tr("✔ {0}: nothing stands in the way").format(told)
        self.said.setText(told if at_exit else "")
        self.counted.emit(met + waived, len(at_exit))

    def _row(self, state: CriterionState) -> Row:
        words, code = self.tr("✖ Not met"), "failed"
        if state.met:
            words, code = self.tr("✔ Met"), "passed"
        elif state.waived:
            words, code = self.tr("➔ Waived"), "blocked"
        texts = (labelled(state.kind), words, state.text, value_of(state), target_of(state))
        return Row(texts, state.key, code)

    def _show_one(self) -> None:
        state = self.in_hand()
        told = [why_of(state)] if state is not None else []
        if state is not None and state.owner:
            told.append(self.tr("Owner: {0}.").format(state.owner))
        self.why.setText(" ".join(told))
        self._share_soon.start()
        self.form.show_records([state.key] if state is not None else [])
        self._show_enabled()

    def _is_writable(self) -> bool:
        open_one = self._cycle is not None and not self._closed
        return open_one and not self._context.workspace.read_only

    def _show_enabled(self) -> None:
        state, writable = self.in_hand(), self._is_writable()
        self.form.lock(self._closed)
        self.tick.setEnabled(writable and state is not None and state.measure == "checked")
        ticked = state is not None and state.measure == "checked" and state.met
        self.tick.setText(self.tr("Take the tick off") if ticked else self.tr("Tick"))
        self.waiver.setEnabled(writable and state is not None)
        waived = state is not None and bool(state.waived)
        self.waiver.setText(self.tr("Count again") if waived else self.tr("Waive…"))
        self.kit.setEnabled(writable)
        self.new.setEnabled(writable)

    # -- doing --------------------------------------------------------------------------------

    def add_kit(self) -> None:
        """Add the usual criteria that are not there."""
        cycle, workspace = self._cycle, self._context.workspace
        if cycle is None:
            return

        def work(_: Progress) -> int:
            return criteria.add_kit(workspace, cycle)

        self._context.jobs.write(work, self._kit_added)

    def _kit_added(self, count: int) -> None:
        self._context.messages.toast(
            self.tr("Criteria added: {0}. Ctrl+Z takes them back.").format(count)
        )

    def add(self) -> None:
        """Add a criterion and put the cursor into its words."""
        cycle, workspace = self._cycle, self._context.workspace
        wording = self.tr("New criterion")
        if cycle is None:
            return

        def work(_: Progress) -> int:
            return criteria.add_criterion(workspace, cycle, wording)

        self._context.jobs.write(work, self._added)

    def _added(self, key: int) -> None:
        self._wanted = key
        self._fetch()

    def turn_tick(self) -> None:
        """Tick what a person has to see to, or take the tick away."""
        state, workspace = self.in_hand(), self._context.workspace
        if state is None or not self._is_writable():
            return
        if state.measure != "checked":
            self._context.messages.toast(
                self.tr("This one is counted by the program: it cannot be ticked, but waived.")
            )
            return

        def work(_: Progress) -> None:
            criteria.tick(workspace, state.key, not state.met)

        self._context.jobs.write(work)

    def waive(self) -> None:
        """Ask for the reason and waive the criterion at hand; one that is waived counts again."""
        state, workspace = self.in_hand(), self._context.workspace
        if state is None or not self._is_writable():
            return
        if state.waived:

            def withdraw(_: Progress) -> None:
                criteria.withdraw_waiver(workspace, state.key)

            self._context.jobs.write(withdraw)
            return
        dialog = WaiverDialog(self._context, state.key, state.text, self)
        dialog.waived.connect(self._waive)
        dialog.open()

    def _waive(self, waiver: Waiver) -> None:
        workspace = self._context.workspace

        def work(_: Progress) -> None:
            criteria.waive(workspace, waiver.criterion, waiver.reason, waiver.by, waiver.until)

        self._context.jobs.write(work)

    def remove(self) -> None:
        """Take the criterion at hand out."""
        state, workspace = self.in_hand(), self._context.workspace
        if state is None or not self._is_writable():
            return

        def work(_: Progress) -> None:
            with workspace.change(f"Remove criterion “{state.text}”") as change:
                change.delete_many(Criterion, [state.key])

        self._context.jobs.write(work)
