"""Run mode: one key records a result, durable before the next step is shown, and moves on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from changedesk.store.change import ChangeSet
from changedesk.uat.queries import CycleRow, RunSheet
from ui.actions import ActionSpec
from ui.jobs import Progress
from ui.page import Page
from ui.uat import run_keys
from ui.uat.exporting import CycleExporter
from ui.uat.run_choice import CycleChoice, RunChoice
from ui.uat.run_ending import RunEnding
from ui.uat.run_hands import RunHands
from ui.uat.run_loading import (
    SHEETS_AHEAD,
    Opened,
    Renewed,
    Start,
    open_session,
    place_of,
    read_sheets,
    renew_session,
)
from ui.uat.run_queue import Ending, Place, read_ending
from ui.uat.run_session import RunSession
from ui.uat.run_view import RunView
from ui.uat.type_scale import SCALES
from ui.widgets.empty_state import EmptyState

CONCERNING = frozenset(
    ("script", "script_version", "step", "cycle", "run", "step_result", "evidence", "person")
)


class RunModePage(Page):
    """The page on which testers work; it works without a mouse."""

    key = run_keys.PAGE

    def build(self) -> None:
        """Make the four faces of the page: nothing to run, choose, run, the end."""
        self._choices: tuple[CycleChoice, ...] = ()
        self._loads = 0
        self._asked: Start | None = None
        self._project: int | None = None
        self._exporter = CycleExporter(self.context, self)
        self._declare()
        self.header.hide()
        self.view = RunView(self.context.theme, self._outcome_actions)
        self.hands = RunHands(self.context, self.view)
        self.choice = RunChoice(self.context.theme)
        self.ending = RunEnding(self.context.theme, self._export, self._choose)
        self.empty = EmptyState(
            self.context.theme,
            "run",
            self.tr("Nothing to run yet"),
            self.tr("A run is a script in the hands of a tester. Plan some in a cycle first."),
        )
        self.empty.add_button(self._plan, primary=True)
        self.faces = QStackedWidget()
        for face in (self.empty, self.choice, self.view, self.ending):
            self.faces.addWidget(face)
        self.body.addWidget(self.faces)
        self.choice.begun.connect(self._begin)
        self.choice.left.connect(self._show_face)
        self.ending.opened.connect(self.hands.go)
        self.hands.moved.connect(self._show_face)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(30)
        self._ahead.timeout.connect(self._read_ahead)
        self._scale = min(self.context.settings.number("run/scale", 0), len(SCALES) - 1)
        self.view.set_scale(self._scale)

    @property
    def session(self) -> RunSession | None:
        """Return the session at hand."""
        return self.hands.session

    # -- actions ------------------------------------------------------------------------------

    def _declare(self) -> None:
        outcomes: dict[str, Callable[[], None]] = {
            "pass": self._pass,
            "fail": self._fail,
            "blocked": self._blocked,
            "skipped": self._skip,
            "na": self._not_applicable,
        }
        self._outcome_actions = {
            code: self._key(spec, outcomes[code], self._can_record)
            for code, spec in run_keys.OUTCOME_KEYS.items()
        }
        self._key(run_keys.BACK, self._back, self._has_session)
        self._key(run_keys.WORDS, self._ask_words, self._can_record)
        self._key(run_keys.DEFECT, self._defect, self._can_record)
        self._key(run_keys.END, self._end_run, self._can_record)
        self._choose = self._key(run_keys.CHOOSE, self.choose)
        self._key(run_keys.LARGER, self._larger)
        self._key(run_keys.SMALLER, self._smaller)
        self._export = self._key(run_keys.EXPORT, self.export, self._has_session)
        self._plan = self._key(run_keys.PLAN, self._go_to_cycles)

    def _key(
        self,
        spec: ActionSpec,
        triggered: Callable[[], None],
        enabled: Callable[[], bool] | None = None,
    ) -> QAction:
        action = self.add_action(spec, triggered, enabled)
        # A letter is a key of the steps, not of a box elsewhere in the window that has the focus.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(False)
        self.addAction(action)
        return action

    def _can_record(self) -> bool:
        here = self.faces.currentWidget() is self.view
        return here and self.hands.running and not self.context.workspace.read_only

    def _has_session(self) -> bool:
        return self.session is not None and not self.session.empty

    def _pass(self) -> None:
        self.hands.record("pass")

    def _fail(self) -> None:
        self.hands.record("fail")

    def _blocked(self) -> None:
        self.hands.record("blocked")

    def _skip(self) -> None:
        self.hands.record("skipped")

    def _not_applicable(self) -> None:
        self.hands.record("na")

    def _back(self) -> None:
        self.hands.back()

    def _ask_words(self) -> None:
        self.view.ask_words()

    def _defect(self) -> None:
        self.hands.raise_defect()

    def _end_run(self) -> None:
        self.hands.end_run()

    def _larger(self) -> None:
        self._set_scale(self._scale + 1)

    def _smaller(self) -> None:
        self._set_scale(self._scale - 1)

    def _set_scale(self, place: int) -> None:
        self._scale = max(0, min(place, len(SCALES) - 1))
        self.view.set_scale(self._scale)
        self.context.settings.remember("run/scale", self._scale)

    def _go_to_cycles(self) -> None:
        self.context.go_to("cycles")

    def export(self) -> None:
        """Make the workbook for the supervisor."""
        if self.session is not None:
            self._exporter.workbook(self.session.cycle)

    # -- opening ------------------------------------------------------------------------------

    def show_record(self, type_name: str, key: int) -> None:
        """Open the session of a run, or ask who tests in a cycle."""
        project = self.context.project_id
        if project is None:
            return
        if type_name == "run":
            self._start(Start(project, run=key))
        elif type_name == "cycle":
            cycle, tester = self._remembered()
            self._start(Start(project, key, tester if cycle == key else None))

    def choose(self) -> None:
        """Choose another cycle or tester."""
        if self.context.project_id is not None and self.hands.keep_words():
            self._start(Start(self.context.project_id))

    def leave(self) -> None:
        self.hands.keep_words()

    def _start(self, start: Start) -> None:
        # What somebody asked for: a change that comes meanwhile makes it read anew, not forgotten.
        self._asked = start
        self._load(start)

    def _load(self, start: Start) -> None:
        self._loads += 1
        number, workspace = self._loads, self.context.workspace

        def work(_: Progress) -> tuple[int, Opened]:
            return number, open_session(workspace, start)

        self.context.jobs.run(work, self._take_opened, self._not_opened)

    def _not_opened(self, error: BaseException) -> None:
        self._asked = None
        self.context.messages.problem(error)

    def _take_opened(self, found: tuple[int, Opened]) -> None:
        number, opened = found
        if number != self._loads:
            return
        self._asked = None
        self._choices = opened.choices
        if opened.queue is None or not opened.queue.runs:
            self._ask(opened.start)
            return
        at = Place(opened.start.run, 0) if opened.start.run is not None else None
        session = RunSession(self.context.workspace, opened.queue, at, opened.sheets)
        self.hands.session = session
        self.context.settings.remember(self._memory(), f"{session.cycle.id}:{session.tester}")
        self.hands.show()
        self._show_face()

    def _ask(self, start: Start) -> None:
        if not self._choices:
            self.hands.session = None
            self._turn_to(self.empty)
            return
        cycle, tester = self._remembered()
        self.choice.show_choices(self._choices, start.cycle or cycle, tester)
        self._turn_to(self.choice)

    def _begin(self, chosen: tuple[CycleRow, int]) -> None:
        cycle, tester = chosen
        if self.context.project_id is not None:
            self._start(Start(self.context.project_id, cycle.id, tester))

    def _remembered(self) -> tuple[int | None, int | None]:
        cycle, _, tester = self.context.settings.text(self._memory()).partition(":")
        known = cycle.isdigit() and tester.lstrip("-").isdigit()
        return (int(cycle), int(tester)) if known else (None, None)

    def _memory(self) -> str:
        address = self.context.workspace.address.replace("/", "|").replace("\\", "|")
        return f"run/{address}/{self.context.project_id}"

    # -- showing ------------------------------------------------------------------------------

    def _turn_to(self, face: object) -> None:
        widget = next(w for w in (self.empty, self.choice, self.view, self.ending) if w is face)
        if self.faces.currentWidget() is not widget:
            self.faces.setCurrentWidget(widget)
        self.setFocusProxy(widget)
        if self.isVisible() and widget is not self.view:
            widget.setFocus()
        self.context.actions.refresh()

    def _show_face(self) -> None:
        session = self.session
        if session is None or session.empty:
            return
        if session.ended:
            self.view.footer.stop()
            self._read_ending(session)
            return
        if self.faces.currentWidget() is not self.view:
            self.hands.show()
            self._turn_to(self.view)
            self.view.to_steps()
        self._ahead.start()

    def _read_ending(self, session: RunSession) -> None:
        workspace, queue = self.context.workspace, session.queue

        def work(_: Progress) -> Ending:
            return read_ending(workspace, queue)

        self.context.jobs.run(work, self._take_ending)

    def _take_ending(self, ending: Ending) -> None:
        if self.session is not None and self.session.ended:
            self.ending.show_ending(ending)
            self._turn_to(self.ending)

    def _read_ahead(self) -> None:
        session = self.session
        if session is None or not session.coming(SHEETS_AHEAD):
            return
        workspace, runs = self.context.workspace, session.coming(SHEETS_AHEAD)
        changed = session.changes

        def work(_: Progress) -> tuple[RunSession, int, tuple[RunSheet, ...]]:
            return session, changed, read_sheets(workspace, runs)

        self.context.jobs.run(work, self._take_ahead)

    def _take_ahead(self, found: tuple[RunSession, int, tuple[RunSheet, ...]]) -> None:
        session, changed, sheets = found
        if changed == session.changes:
            for sheet in sheets:
                session.offer(sheet)

    # -- what others change -------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        project = self.context.project_id
        if project is None:
            self.hands.session = None
            self._turn_to(self.empty)
        elif changes is None:
            self._refresh_all(project)
        elif changes.initiator is not self.hands and CONCERNING & set(changes.touched):
            self._refresh_session(project, changes)

    def _refresh_all(self, project: int) -> None:
        session = self.session
        if session is not None and not session.empty and project == self._project:
            session.changes += 1
            self._renew(session, frozenset(), frozenset())
        else:
            self._project = project
            self.hands.session = None
            if self._asked is not None and self._asked.project != project:
                self._asked = None
            self._load(self._asked or Start(project, *self._remembered()))

    def _refresh_session(self, project: int, changes: ChangeSet) -> None:
        session = self.session
        if session is None or session.empty:
            self._load(self._asked or Start(project, *self._remembered()))
            return
        session.changes += 1
        self._renew(session, changes.of("run"), changes.of("step_result"))

    def _renew(self, session: RunSession, changed: frozenset[int], results: frozenset[int]) -> None:
        workspace, queue, writes = self.context.workspace, session.queue, session.writes
        before = session.concerned(results)
        here = [] if session.ended else [session.run.id]
        needed = list(
            dict.fromkeys([*here, *([before.run] if before else []), *sorted(changed)[:5]])
        )

        def work(_: Progress) -> tuple[RunSession, Renewed]:
            return session, renew_session(workspace, queue, needed, changed, results, writes)

        self.context.jobs.run(work, self._take_renewed, self._lost)

    def _lost(self, error: BaseException) -> None:
        # The cycle is gone, by an undo say.
        self.hands.session = None
        self.context.messages.problem(error)
        if self.context.project_id is not None:
            self._load(self._asked or Start(self.context.project_id))

    def _take_renewed(self, found: tuple[RunSession, Renewed]) -> None:
        session, renewed = found
        if session is not self.session:
            return
        if renewed.writes != session.writes:
            self._renew(session, renewed.changed, renewed.results)
            return
        news = session.come_or_gone(renewed.sheets, renewed.results)
        concerned = session.concerned(news) or place_of(renewed.sheets, news)
        session.renew(renewed.queue, renewed.sheets)
        if concerned is not None:
            session.go(concerned)
        self.hands.show_anew()
        if self.faces.currentWidget() is not self.choice:
            self._show_face()
