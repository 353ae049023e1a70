"""Run mode: one key records a result and moves on; each is durable before the next step is shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from ui.actions import ActionSpec
from ui.page import Page
from ui.uat import run_keys
from ui.uat.exporting import CycleExporter
from ui.uat.picture_keeper import PictureKeeper
from ui.uat.pictures import Thumb
from ui.uat.run_choice import RunChoice
from ui.uat.run_ending import RunEnding
from ui.uat.run_session import Place, RunSession
from ui.uat.run_view import SCALES, RunView
from ui.widgets.empty_state import EmptyState

ASKS_FOR_WORDS = ("fail", "blocked")
CONCERNING = frozenset(
    ("script", "script_version", "step", "cycle", "run", "step_result", "evidence", "person")
)


class RunModePage(Page):
    """The page on which testers work; it works without a mouse."""

    key = run_keys.PAGE

    def build(self) -> None:
        """Make the four faces of the page: nothing to run, choose, run, the end."""
        self.session: RunSession | None = None
        self._drafts: dict[Place, str] = {}
        self._thumbs: dict[int, tuple[Thumb, ...]] = {}
        self._place: Place | None = None
        self._exporter = CycleExporter(self.context, self)
        self._declare()
        self.header.hide()
        self.view = RunView(self.context.theme, self._keys)
        self.keeper = PictureKeeper(self.context, self)
        self.choice = RunChoice()
        self.ending = RunEnding(self.context.theme, self._export, self._choose)
        self.empty = EmptyState(
            self.context.theme,
            "run",
            self.tr("Nothing to run yet"),
            self.tr(
                "A run is a script in the hands of a tester. Plan a cycle: choose its scripts and who tests."
            ),
        )
        self.empty.add_button(self._plan, primary=True)
        self.faces = QStackedWidget()
        for face in (self.empty, self.choice, self.view, self.ending):
            self.faces.addWidget(face)
        self.body.addWidget(self.faces)
        self._wire()
        self._scale = min(self.context.settings.number("run/scale", 0), len(SCALES) - 1)
        self.view.set_scale(self._scale)

    def _declare(self) -> None:
        outcomes: dict[str, Callable[[], None]] = {
            "pass": self._pass,
            "fail": self._fail,
            "blocked": self._blocked,
            "skipped": self._skip,
            "na": self._not_applicable,
        }
        self._keys = {
            code: self._key(spec, outcomes[code], self._can_record)
            for code, spec in run_keys.OUTCOME_KEYS.items()
        }
        self._key(run_keys.BACK, self.back, self._has_session)
        self._key(run_keys.WORDS, self._ask_words, self._running)
        self._key(run_keys.DEFECT, self.raise_defect, self._can_record)
        self._key(run_keys.END, self.end_run, self._can_record)
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

    def _wire(self) -> None:
        view = self.view
        view.header.choose.connect(self.choose)
        view.steps.chosen.connect(self._to_step)
        view.steps.moved.connect(self._move)
        view.steps.run_moved.connect(self._move_run)
        view.steps.entered.connect(self._ask_words)
        view.worded.connect(self._words_done)
        view.left_words.connect(view.to_steps)
        view.pasted.connect(self.paste)
        view.pictured.connect(self._take_pictures)
        view.thumbs.opened.connect(self._open_picture)
        self.choice.begun.connect(self._begin)
        self.ending.opened.connect(self._open_place)
        self.keeper.shown.connect(self._picture_shown)
        self.keeper.kept.connect(self._picture_kept)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(50)
        self._ahead.timeout.connect(self._read_ahead)
