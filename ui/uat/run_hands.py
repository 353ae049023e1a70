"""What the keys of run mode do: record, say what happened, keep pictures, go on, go back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from changedesk.store.errors import ChangeDeskError
from changedesk.uat import capture
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.uat.defect_dialog import DefectDialog, DefectOrigin, NewDefect
from ui.uat.picture_keeper import Kept
from ui.uat.run_pictures import RunPictures
from ui.uat.run_queue import Place
from ui.uat.run_session import RunSession
from ui.uat.run_view import RunView

ASKS_FOR_WORDS = ("fail", "blocked")


class RunHands(QObject):
    """Between a session and its view. `moved` is emitted after every step that it takes,
    `recorded` with the key of a run at which a result was recorded.

    What is typed under "What happened?" and not recorded yet is kept for its step. While `holding`,
    keys wait for `let_go`: what the screen shows is about to change, by an undo say, and a key
    must not reach another step than the one that the user will see.
    """

    moved = Signal()
    recorded = Signal(int)

    def __init__(self, context: DeskContext, view: RunView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._drafts: dict[Place, str] = {}
        self._held: list[Callable[[], None]] = []
        self.holding = False
        self.session: RunSession | None = None
        view.steps.chosen.connect(self._to_step)
        view.steps.moved.connect(self.move)
        view.steps.run_moved.connect(self.move_run)
        view.steps.entered.connect(view.ask_words)
        view.steps.aside.connect(self.move_try)
        view.worded.connect(self._words_done)
        view.left_words.connect(view.to_steps)
        self.pictures = RunPictures(context, view, self)
        self.pictures.kept.connect(self._picture_kept)

    @property
    def running(self) -> bool:
        """Tell whether there is a step at hand."""
        return self.session is not None and not self.session.empty and not self.session.ended

    def show(self) -> None:
        """Show where the session is."""
        session = self.session
        if session is None or not self.running:
            return
        result = session.result
        recorded = result.actual if result is not None else ""
        self._view.show_session(session, self._drafts.get(session.place, recorded))
        self.pictures.show()

    def show_anew(self) -> None:
        """Show the session after others changed it; what is being typed stays."""
        session = self.session
        if session is None or not self.running:
            return
        self.pictures.forget_results()
        if session.result is not None:
            self.pictures.recorded(session.place, session.result.id)
        self.show()

    # -- keys ---------------------------------------------------------------------------------

    def let_go(self) -> None:
        """Do what the keys asked for that came meanwhile, in their order."""
        self.holding = False
        while self._held and not self.holding:
            self._held.pop(0)()

    def _waits(self, key: Callable[[], None]) -> bool:
        if self.holding:
            self._held.append(key)
        return self.holding

    def record(self, outcome: str) -> None:
        """Record the result of the step at hand and move on; a failure asks what happened first."""
        session = self.session
        if self._waits(lambda: self.record(outcome)):
            return
        if session is None or not self.running:
            return
        result = session.result
        words = self._view.words
        same = result is not None and result.outcome == outcome and result.actual == words
        tried = session.step.tally is not None
        if tried and result is not None and result.trial != session.trial:
            # The words in sight are those of the last try, not of this one.
            words = "" if words == result.actual else words
        if (tried or not same) and not self._write(session, outcome, words):
            return
        if tried and not session.step.outcome:
            self._show_step()
        elif outcome in ASKS_FOR_WORDS and (not tried or session.step.outcome == outcome):
            self.show()
            self._view.ask_words()
            self.moved.emit()
        else:
            self._go_on(session)

    def back(self) -> None:
        """Go one step back."""
        if self._waits(self.back):
            return
        if self.session is not None and self.keep_words():
            self.session.back()
            self._show_step()

    def move(self, by: int) -> None:
        """Go some steps down or up."""
        if self._waits(lambda: self.move(by)):
            return
        if self.session is not None and self.keep_words():
            self.session.move(by)
            self._show_step()

    def move_run(self, by: int) -> None:
        """Go to a run further down or up."""
        if self._waits(lambda: self.move_run(by)):
            return
        if self.session is not None and self.keep_words():
            self.session.move_run(by)
            self._show_step()

    def move_try(self, by: int) -> None:
        """Choose a try of the trial step at hand, to correct it."""
        if self._waits(lambda: self.move_try(by)):
            return
        if self.session is not None and self.running and self.keep_words():
            self.session.move_try(by)
            self.show()

    def go(self, place: Place) -> None:
        """Go to a step."""
        if self.session is not None and self.keep_words():
            self.session.go(place)
            self._show_step()

    def keep_words(self) -> bool:
        """Keep what is typed: with the result of the step if it has one, else for later.

        False when it could not be written; then nothing may move.
        """
        session = self.session
        if session is None or not self.running:
            return True
        words, place, result = self._view.words, session.place, session.result
        if result is None:
            if words:
                self._drafts[place] = words
            else:
                self._drafts.pop(place, None)
            return True
        if words == result.actual:
            self._view.words_kept()
            return True
        self._drafts[place] = words
        try:
            key = session.describe(words, initiator=self)
        except ChangeDeskError as error:
            self._context.messages.problem(error)
            return False
        self._drafts.pop(place, None)
        self._view.words_kept()
        if key is not None:
            self.pictures.take_along(result.id, key)
            self.pictures.recorded(place, key)
        return True

    def _write(self, session: RunSession, outcome: str, words: str) -> bool:
        place = session.place
        try:
            key = session.record(
                outcome, actual=words, seconds=self._view.footer.seconds, initiator=self
            )
        except ChangeDeskError as error:
            self._context.messages.problem(error)
            return False
        self._drafts.pop(place, None)
        self._view.words_kept()
        self.pictures.recorded(place, key)
        self.recorded.emit(session.run.id)
        return True

    def _words_done(self) -> None:
        session = self.session
        if session is None or not self.keep_words():
            return
        if session.result is None:
            self._view.to_steps()
        else:
            self._go_on(session)

    def _go_on(self, session: RunSession) -> None:
        session.advance()
        self._show_step()

    def _show_step(self) -> None:
        if self.running:
            self.show()
            self._view.to_steps()
        self.moved.emit()

    def _to_step(self, index: int) -> None:
        session = self.session
        if session is not None:
            self.go(Place(session.run.id, session.sheet.steps[index].id))

    def _picture_kept(self, kept: Kept) -> None:
        session = self.session
        if session is not None and self.running and kept.place == session.place:
            self.show()
        self.moved.emit()

    # -- defects ------------------------------------------------------------------------------

    def raise_defect(self) -> None:
        """Open the small dialog for a defect from the result of the step at hand."""
        session = self.session
        if session is None or not self.running or not self.keep_words():
            return
        if session.step.result is None:
            self._context.messages.toast(
                self.tr("Record a result first, F for Fail say: a defect is raised from it.")
            )
            return
        workspace, result = self._context.workspace, session.step.result.id

        def work(_: Progress) -> tuple[int, capture.DefectDraft]:
            return result, capture.draft_defect(workspace, result)

        self._context.jobs.run(work, self._open_defect)

    def _open_defect(self, found: tuple[int, capture.DefectDraft]) -> None:
        session = self.session
        if session is None:
            return
        result, draft = found
        step = session.step.result
        pictures = step.pictures if step is not None else 0
        parts = [draft.place, session.cycle.title]
        parts += [self.tr("build {0}").format(session.cycle.build)] if session.cycle.build else []
        parts += [session.run.tester_name] if session.run.tester_name else []
        parts += [self.tr("%n picture(s)", "", pictures)] if pictures else []
        origin = DefectOrigin(" · ".join(parts), draft.title, draft.description)
        dialog = DefectDialog(origin, self._view)
        dialog.setProperty("result", result)
        dialog.raised.connect(self._raise)
        dialog.finished.connect(self._dialog_closed)
        dialog.open()

    def _dialog_closed(self) -> None:
        self._view.activateWindow()
        self._view.to_steps()

    def _raise(self, defect: NewDefect) -> None:
        dialog = self.sender()
        result = int(dialog.property("result"))
        workspace = self._context.workspace

        def work(_: Progress) -> str:
            key = capture.raise_defect(
                workspace,
                result,
                defect.title,
                description=defect.description,
                severity=defect.severity,
            )
            return workspace.record_name(key)

        self._context.jobs.write(work, self._raised)

    def _raised(self, code: str) -> None:
        self._context.messages.toast(self.tr("{0} raised. Ctrl+Z takes it back.").format(code))

    # -- ending a run -------------------------------------------------------------------------

    def end_run(self) -> None:
        """End a run that failed before its last step, and go to the next one."""
        session = self.session
        if session is None or not self.running or not self.keep_words():
            return
        if not session.run.failed:
            self._context.messages.toast(
                self.tr("Only a run that failed is ended early; Page Down leaves it open.")
            )
            return
        workspace, run = self._context.workspace, session.run.id

        def work(_: Progress) -> int:
            capture.end_run(workspace, run)
            return run

        self._context.jobs.write(work, self._run_ended)

    def _run_ended(self, run: int) -> None:
        session = self.session
        if session is not None and session.run.id == run:
            session.mark_ended()
            self._go_on(session)
