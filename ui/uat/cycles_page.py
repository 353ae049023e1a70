"""The page Cycles: rounds of testing, where each stands, who runs what, and what is handed over."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat import cycles
from changedesk.uat.queries import CycleRow
from changedesk.uat.records import Cycle
from ui.actions import ActionSpec
from ui.i18n import QT_TRANSLATE_NOOP
from ui.jobs import Progress
from ui.records.page import RecordPage
from ui.theme.tokens import GRID
from ui.uat.closed_bar import ClosedBar, is_closed
from ui.uat.cycle_conditions import CycleConditions
from ui.uat.cycle_criteria import CycleCriteria
from ui.uat.cycle_documents import CycleDocuments
from ui.uat.cycle_figures import CycleFigures
from ui.uat.cycle_planner import CyclePlanner
from ui.uat.cycle_reading import CycleView, read_cycle
from ui.uat.cycle_runs import CycleRuns
from ui.uat.cycle_sessions import CycleSessions
from ui.uat.flow import FlowLayout
from ui.uat.importing import open_import
from ui.uat.run_giving import RunGiving
from ui.widgets.buttons import action_button

PAGE = "cycles"
RUN = ActionSpec(
    "cycles.run", QT_TRANSLATE_NOOP("Actions", "&Run"), "record", "Ctrl+R", "run", PAGE, group=1
)
PLAN = ActionSpec(
    "cycles.plan",
    QT_TRANSLATE_NOOP("Actions", "&Plan runs…"),
    "record",
    "Ctrl+P",
    "list",
    PAGE,
    group=1,
)
RETEST = ActionSpec(
    "cycles.retest",
    QT_TRANSLATE_NOOP("Actions", "Re&test"),
    "record",
    "Ctrl+T",
    "refresh",
    PAGE,
    group=1,
)
GIVE = ActionSpec(
    "cycles.give",
    QT_TRANSLATE_NOOP("Actions", "&Give to another tester…"),
    "record",
    "Ctrl+G",
    "people",
    PAGE,
    group=1,
)
TAKE_OUT = ActionSpec(
    "cycles.take_out",
    QT_TRANSLATE_NOOP("Actions", "Take runs &out"),
    "record",
    "Ctrl+Shift+Del",
    "remove",
    PAGE,
    group=1,
)
OPEN = ActionSpec(
    "cycles.open", QT_TRANSLATE_NOOP("Actions", "Open the cycle"), "record", "", page=PAGE, group=2
)
CLOSE = ActionSpec(
    "cycles.close",
    QT_TRANSLATE_NOOP("Actions", "Close the cycle"),
    "record",
    "",
    page=PAGE,
    group=2,
)
CONDITION = ActionSpec(
    "cycles.condition", QT_TRANSLATE_NOOP("Actions", "New c&ondition"), "record", "", page=PAGE,
    group=2,
)  # fmt: skip
IMPORT = ActionSpec(
    "cycles.import",
    QT_TRANSLATE_NOOP("Actions", "&Import results…"),
    "file",
    "Ctrl+I",
    "import",
    PAGE,
)
CONCERNING = frozenset(("run", "cycle", "script", "person", "defect", "step_result", "condition"))


class CyclesPage(RecordPage):
    """Cycles on the left; progress, runs and details of the one in hand on the right."""

    key = PAGE
    record_type = Cycle
    icon = "cycles"
    explanation = QT_TRANSLATE_NOOP(
        "Pages",
        "A cycle is one round of testing on one build. Make one, choose its scripts and who tests, "
        "then press Ctrl+R. An import with results brings a cycle of its own.",
    )

    def extend(self) -> None:
        self.figures = CycleFigures(self.context.theme)
        self.runs = CycleRuns(self.context.theme)
        self._cycle: CycleRow | None = None
        self._shown: int | None = None
        self._planner = CyclePlanner(self.context, self)
        self._giving = RunGiving(self.context, self)
        self.context.actions.action(f"{self.key}.new").setText(self.tr("&New cycle"))
        self._declare()
        self.table.columns.hide_at_first("purpose", "environment", "build", "starts", "ends")
        self.table.columns.lead_with("code", "title", "status")
        self.criteria = CycleCriteria(self.context)
        self.conditions = CycleConditions(self.context)
        self.sessions = CycleSessions(self.context)
        self.detail.add_tab(self.sessions, self.tr("Sessions"), first=True)
        self.detail.add_tab(self.conditions, self.tr("Conditions"), first=True)
        self.detail.add_tab(self.criteria, self.tr("Criteria"), first=True)
        self.detail.add_tab(self.runs, self.tr("Runs"), first=True)
        self.detail.add_tab(self._progress_tab(), self.tr("Progress"), first=True)
        self.criteria.counted.connect(self._show_criteria)
        self.conditions.counted.connect(self._show_conditions)
        self.closed = ClosedBar(self._open)
        self.detail.add_line(self.closed)
        self.pane.splitter.setSizes([GRID * 50, GRID * 70])
        self.pane.chosen.connect(self._show)
        self.runs.opened.connect(self._open_run)
        self.runs.chosen.connect(self.context.actions.refresh)

    def _declare(self) -> None:
        self._run = self.add_action(RUN, self.run, self._can_run)
        self._plan = self.add_action(PLAN, self.plan, self._can_plan)
        self.add_action(RETEST, self.retest, self._has_runs)
        self.add_action(GIVE, self.give, self._has_runs)
        self.add_action(TAKE_OUT, self.take_out, self._has_runs)
        self._open = self.add_action(OPEN, self.open_cycle, self._can_open)
        self.add_action(CLOSE, self.close_cycle, self._can_close)
        self.add_action(CONDITION, self.add_condition, self._can_plan)
        self.documents = CycleDocuments(self, self._in_hand)
        self.pane.empty.add_button(self.add_action(IMPORT, self.import_results, self._can_add))

    def _progress_tab(self) -> QWidget:
        tab = QWidget()
        row = FlowLayout(GRID)
        row.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, 0)
        for action in (self._run, self._plan, *self.documents.first):
            row.addWidget(action_button(action))
        row.addWidget(self.documents.menu_button())
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.figures, 1)
        return tab

    # -- showing ------------------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or CONCERNING & set(changes.touched):
            self._fetch()

    def _show(self, keys: Sequence[int]) -> None:
        one = keys[0] if len(keys) == 1 else None
        if one != self._shown:
            self._shown, self._cycle = one, None
            self.runs.show_rows([])
            self.figures.show_nothing()
            self._show_conditions(0)
            self.conditions.show_cycle(one)
            self.criteria.show_cycle(one)
            self.sessions.show_cycle(one)
            self.closed.show_cycle(None)
            self._fetch()

    def _show_criteria(self, holding: int, total: int) -> None:
        words = self.tr("Criteria ({0}/{1})").format(holding, total)
        place = self.detail.tabs.indexOf(self.criteria)
        self.detail.tabs.setTabText(place, words if total else self.tr("Criteria"))

    def _show_conditions(self, count: int) -> None:
        words = self.tr("Conditions ({0})").format(count) if count else self.tr("Conditions")
        self.detail.tabs.setTabText(self.detail.tabs.indexOf(self.conditions), words)

    def leave(self) -> None:
        super().leave()
        self.conditions.leave()
        self.criteria.form.commit()

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            *super().further_keys(),
            (self.tr("Space on a criterion"), self.tr("Tick it, or take the tick off")),
            (self.tr("W on a criterion"), self.tr("Waive it with a reason, or count it again")),
            (
                self.tr("P, A, E on a tester of a session"),
                self.tr("Present, absent, or still expected"),
            ),
        )

    def _fetch(self) -> None:
        cycle, workspace = self._shown, self.context.workspace
        if cycle is None:
            return

        def work(_: Progress) -> CycleView:
            return read_cycle(workspace, cycle)

        job = self.context.jobs.run(work, self._take, self._lost)
        for part in (self.figures, self.runs):
            part.waiting.follow(job)

    def _lost(self, error: BaseException) -> None:
        # Withdrawn since, by an undo say: the table lists anew and another cycle comes up.
        self._cycle = self._shown = None

    def _take(self, view: CycleView) -> None:
        if view.progress.cycle.id != self._shown:
            return
        self._cycle = view.progress.cycle
        self._show_closed(self._cycle)
        self.figures.show_cycle(view)
        self.runs.show_cycle(view)
        self._show_conditions(view.conditions)
        self.context.actions.refresh()

    def _show_closed(self, cycle: CycleRow) -> None:
        closed = is_closed(cycle)
        self.closed.show_cycle(cycle)
        self._open.setText(self.tr("Reopen the cycle") if closed else self.tr("Open the cycle"))
        for part in (self.criteria, self.conditions, self.sessions):
            part.set_closed(closed)

    # -- actions ------------------------------------------------------------------------------

    def run(self) -> None:
        """Go to run mode: to the run in hand, or to the cycle."""
        run = self.runs.current_value() if self.runs.hasFocus() else None
        if run is not None:
            self.context.go_to("run", "run", run)
        elif self._cycle is not None:
            self.context.go_to("run", "cycle", self._cycle.id)

    def plan(self) -> None:
        """Choose scripts and testers."""
        if self._cycle is not None:
            self._planner.open(self._cycle)

    def retest(self) -> None:
        """Start another attempt of the runs in hand."""
        runs, workspace = self.runs.chosen_values(), self.context.workspace

        def work(_: Progress) -> int:
            for run in runs:
                cycles.retest(workspace, run)
            return len(runs)

        self.context.jobs.write(work, self._retested)

    def _retested(self, count: int) -> None:
        self.context.messages.toast(self.tr("%n run(s) to be tested again.", "", count))

    def give(self) -> None:
        """Give the runs in hand to another tester, as far as nobody has begun them."""
        if self._cycle is not None:
            self._giving.open(self._cycle.id, self.runs.chosen_values())

    def take_out(self) -> None:
        """Take the runs in hand out of the cycle; those with results are refused."""
        runs, workspace = self.runs.chosen_values(), self.context.workspace

        def work(_: Progress) -> int:
            cycles.unplan(workspace, runs)
            return len(runs)

        self.context.jobs.write(work, self._taken_out)

    def _taken_out(self, count: int) -> None:
        self.context.messages.toast(
            self.tr("%n run(s) taken out. Ctrl+Z brings them back.", "", count)
        )

    def open_cycle(self) -> None:
        """Open, or open again, the cycle in hand."""
        self._set_status("open")

    def close_cycle(self) -> None:
        """Close the cycle in hand."""
        self._set_status("closed")

    def _set_status(self, status: str) -> None:
        cycle, workspace = self._cycle, self.context.workspace
        if cycle is None:
            return

        def work(_: Progress) -> None:
            cycles.set_status(workspace, cycle.id, status)

        self.context.jobs.write(work)

    def add_condition(self) -> None:
        """Make a condition of the cycle in hand."""
        self.detail.tabs.setCurrentWidget(self.conditions)
        self.conditions.add()

    def import_results(self) -> None:
        """Take in scripts with results from a workbook or a text file."""
        open_import(self.context, self)

    def _open_run(self, run: int) -> None:
        self.context.go_to("run", "run", run)

    # -- rules --------------------------------------------------------------------------------

    def _in_hand(self) -> CycleRow | None:
        return self._cycle

    def _can_run(self) -> bool:
        return self._cycle is not None and not is_closed(self._cycle)

    def _can_plan(self) -> bool:
        return self._can_run() and self._can_add()

    def _has_runs(self) -> bool:
        return self._can_plan() and bool(self.runs.chosen_values())

    def _can_open(self) -> bool:
        cycle = self._cycle
        return cycle is not None and self._can_add() and cycle.status != "open"

    def _can_close(self) -> bool:
        return self._can_plan() and self._cycle is not None and self._cycle.status == "open"
