"""Run mode: one key records a result, durable before the next step is shown, and moves on."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from changedesk.store.change import ChangeSet
from changedesk.uat.queries import CycleRow, RunSheet
from ui.jobs import Progress
from ui.page import Page
from ui.uat import run_keys
from ui.uat.close_proposal import CloseProposal
from ui.uat.closed_bar import ClosedBar, is_closed
from ui.uat.exporting import CycleExporter
from ui.uat.hand_over import LARGE, HandOver
from ui.uat.run_actions import RunActions
from ui.uat.run_choice import CycleChoice, RunChoice
from ui.uat.run_ending import RunEnding
from ui.uat.run_hands import RunHands
from ui.uat.run_loading import (
    SHEETS_AHEAD,
    Opened,
    Renewed,
    Start,
    open_session,
    read_sheets,
)
from ui.uat.run_queue import Ending, Place, read_ending
from ui.uat.run_renewal import RunRenewal
from ui.uat.run_session import RunSession
from ui.uat.run_view import RunView
from ui.widgets.empty_state import EmptyState
from ui.widgets.waiting import Waiting

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
        self.faces = QStackedWidget()
        self.proposal = CloseProposal(self.context)
        self.handover = HandOver(self.context, self.body, self.faces, self)
        self._declare()
        self.header.hide()
        self.view = RunView(self.context.theme, self.keys.outcomes)
        self.hands = RunHands(self.context, self.view)
        self.keys.serve(self.view, self.hands)
        self.renewal = RunRenewal(self.context, self.hands, self)
        self.choice = RunChoice(self.context.theme)
        self.ending = RunEnding(self.context.theme, self._export, self._choose)
        self.empty = EmptyState(
            self.context.theme,
            "run",
            self.tr("Nothing to run yet"),
            self.tr("A run is a script in the hands of a tester. Plan some in a cycle first."),
        )
        self.empty.add_button(self._plan, primary=True)
        self.thanks = EmptyState(
            self.context.theme,
            "good",
            self.tr("Thank you, all your runs are done"),
            self.tr("Please give the computer back now."),
        )
        for face in (self._blank(), *self._faces()):
            self.faces.addWidget(face)
        self.proposal.offer_with(self._close)
        self.closed = ClosedBar()
        for line in (self.proposal, self.closed):
            self.body.addWidget(line)
        self.body.addWidget(self.faces, 1)
        self.choice.begun.connect(self._begin)
        self.choice.left.connect(self._show_face)
        self.ending.opened.connect(self.hands.go)
        self.hands.moved.connect(self._show_face)
        self.hands.recorded.connect(self._recorded)
        self.view.header.choose.connect(self._choose.trigger)
        self.proposal.turned.connect(self.context.actions.refresh)
        self.handover.begun.connect(self._handed_over)
        self.handover.ended.connect(self._taken_back)
        self.renewal.renewed.connect(self._take_renewed)
        self.renewal.lost.connect(self._lost)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(30)
        self._ahead.timeout.connect(self._read_ahead)

    @property
    def session(self) -> RunSession | None:
        """Return the session at hand."""
        return self.hands.session

    # -- actions ------------------------------------------------------------------------------

    def _declare(self) -> None:
        self.keys = RunActions(self, self._can_record)
        self._choose = self.keys.declare(run_keys.CHOOSE, self.choose, self._is_home)
        self._export = self.keys.declare(run_keys.EXPORT, self.export, self._can_export)
        self._plan = self.keys.declare(run_keys.PLAN, self._go_to_cycles, self._is_home)
        self.keys.declare(run_keys.HAND_OVER, self.hand_over, self._can_export)
        self._close = self.keys.declare(run_keys.CLOSE, self._close_defects, self._can_close)

    def _can_record(self) -> bool:
        here = self.faces.currentWidget() is self.view
        session = self.session
        if session is None or is_closed(session.cycle) or self.context.workspace.read_only:
            return False
        return here and self.hands.running

    def _is_home(self) -> bool:
        return not self.handover.on

    def _can_export(self) -> bool:
        return self.session is not None and not self.session.empty and self._is_home()

    def _can_close(self) -> bool:
        return self.proposal.waiting and self._is_home()

    def _close_defects(self) -> None:
        self.proposal.close_them()

    def _go_to_cycles(self) -> None:
        self.context.go_to("cycles")

    def export(self) -> None:
        """Make the workbook for the supervisor."""
        if self.session is not None:
            self._exporter.workbook(self.session.cycle)

    def further_keys(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Up, Down"), self.tr("The step before or after")),
            (self.tr("Page Up, Page Down"), self.tr("The run before or after")),
            (self.tr("Left, Right"), self.tr("Choose a try of a trial step, to correct it")),
            (self.tr("Enter"), self.tr("Say what happened; Enter again is done")),
        )

    # -- handing over -------------------------------------------------------------------------

    def hand_over(self) -> None:
        """Give the computer to the tester of the session; a PIN takes it back."""
        session = self.session
        if session is None or not self.hands.keep_words():
            return
        if session.tester <= 0:
            self.context.messages.toast(
                self.tr("Choose one tester first, with Ctrl+L: only his runs are handed over.")
            )
            return
        self.handover.offer(session.run.tester_name, self.keys.of_tester)

    def _handed_over(self) -> None:
        self.view.set_alone(True)
        self.keys.show_scale(LARGE)
        self.hands.show()
        self._show_face()
        self._turn_to(self.faces.currentWidget())
        self.faces.currentWidget().setFocus()

    def _taken_back(self) -> None:
        self.view.set_alone(False)
        self.keys.show_scale()
        self.hands.show()
        if self.faces.currentWidget() is self.thanks:
            self._show_face()
        self.context.actions.refresh()
        self.view.to_steps()

    def _recorded(self, run: int) -> None:
        session = self.session
        if session is not None and session.run.id == run and session.run.final:
            self.proposal.look(run, session.run.code)

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

    def close_page(self) -> None:
        if self._built:
            self.handover.end()
        super().close_page()

    def _start(self, start: Start) -> None:
        # What somebody asked for: a change that comes meanwhile makes it read anew, not forgotten.
        self._asked = start
        self._load(start)

    def _load(self, start: Start) -> None:
        self._loads += 1
        number, workspace = self._loads, self.context.workspace

        def work(_: Progress) -> tuple[int, Opened]:
            return number, open_session(workspace, start)

        self._waiting.follow(self.context.jobs.run(work, self._take_opened, self._not_opened))

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

    def _blank(self) -> QWidget:
        blank = QWidget()
        self._waiting = Waiting(blank, blank.isVisible)
        return blank

    def _faces(self) -> tuple[QWidget, ...]:
        return (self.empty, self.choice, self.view, self.ending, self.thanks)

    def _turn_to(self, face: object) -> None:
        # Whoever was handed the computer sees his runs, or that they are done; nothing else.
        if self.handover.on and face is not self.view:
            face = self.thanks
        widget = next(w for w in self._faces() if w is face)
        if self.faces.currentWidget() is not widget:
            self.faces.setCurrentWidget(widget)
        self.setFocusProxy(widget)
        if self.isVisible() and widget is not self.view:
            widget.setFocus()
        self._show_closed()
        self.context.actions.refresh()

    def _show_closed(self) -> None:
        session = self.session
        here = session is not None and self.faces.currentWidget() is self.view
        self.closed.show_cycle(session.cycle if session is not None and here else None)

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
            self.hands.holding = True
            self.renewal.renew(session, frozenset(), frozenset())
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
        # Only an undo leads to its step, while the keys wait for it: what others record must not
        # put another step under somebody's fingers.
        leading = changes.of("step_result") if self.context.turning else frozenset()
        self.renewal.renew(session, changes.of("run"), leading)

    def _lost(self, error: BaseException) -> None:
        # The cycle is gone, by an undo say.
        self.hands.session = None
        self.context.messages.problem(error)
        if self.context.project_id is not None:
            self._load(self._asked or Start(self.context.project_id))

    def _take_renewed(
        self, session: RunSession, renewed: Renewed, results: tuple[frozenset[int], ...]
    ) -> None:
        session.renew(renewed.queue, renewed.sheets)
        # Where the last change was that is seen in here.
        concerned = None
        for some in results:
            concerned = session.concerned(session.take_news(some)) or concerned
        if concerned is not None:
            session.go(concerned)
        self.hands.show_anew()
        self._show_closed()
        self.context.actions.refresh()
        if self.faces.currentWidget() is not self.choice:
            self._show_face()
