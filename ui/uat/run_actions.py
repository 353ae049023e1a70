"""What the keys of run mode are tied to: the actions of its page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from ui.actions import ActionSpec
from ui.page import Page
from ui.uat import run_keys
from ui.uat.run_hands import RunHands
from ui.uat.run_view import RunView
from ui.uat.type_scale import SCALES


class RunActions(QObject):
    """Declares the actions that need nothing but the hands and the view of the page.

    `recording` tells whether a result can be recorded now; `outcomes` are the five keys.
    """

    def __init__(self, page: Page, recording: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page = page
        self._recording = recording
        self.hands: RunHands | None = None
        self.view: RunView | None = None
        outcomes: dict[str, Callable[[], None]] = {
            "pass": self._pass,
            "fail": self._fail,
            "blocked": self._blocked,
            "skipped": self._skip,
            "na": self._not_applicable,
        }
        self.outcomes = {
            code: self.declare(spec, outcomes[code], recording)
            for code, spec in run_keys.OUTCOME_KEYS.items()
        }
        back = self.declare(run_keys.BACK, self._back)
        words = self.declare(run_keys.WORDS, self._ask_words, recording)
        self.declare(run_keys.DEFECT, self._defect, recording)
        self.declare(run_keys.END, self._end_run, recording)
        edit = self.declare(run_keys.EDIT_PICTURE, self._edit_picture, recording)
        paste = self.declare(run_keys.PASTE_EDIT, self._paste_and_edit, recording)
        larger = self.declare(run_keys.LARGER, self._larger)
        smaller = self.declare(run_keys.SMALLER, self._smaller)
        self.of_tester = (*self.outcomes.values(), back, words, edit, paste, larger, smaller)
        kept = page.context.settings.number("run/scale", 0)
        self._scale = max(0, min(kept, len(SCALES) - 1))

    def declare(
        self,
        spec: ActionSpec,
        triggered: Callable[[], None],
        enabled: Callable[[], bool] | None = None,
    ) -> QAction:
        """Declare an action whose key works while the keyboard is on the page."""
        action = self._page.add_action(spec, triggered, enabled)
        # A letter is a key of the steps, not of a box elsewhere in the window that has the focus.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(False)
        self._page.addAction(action)
        return action

    def serve(self, view: RunView, hands: RunHands) -> None:
        """Take what the actions act on."""
        self.view, self.hands = view, hands
        self.show_scale()

    @property
    def scale(self) -> int:
        """Return the size of type that was chosen, as a place in SCALES."""
        return self._scale

    def show_scale(self, least: int = 0) -> None:
        """Show everything at the chosen size, or at least at this one."""
        if self.view is not None:
            self.view.set_scale(max(self._scale, least))

    def _pass(self) -> None:
        self._record("pass")

    def _fail(self) -> None:
        self._record("fail")

    def _blocked(self) -> None:
        self._record("blocked")

    def _skip(self) -> None:
        self._record("skipped")

    def _not_applicable(self) -> None:
        self._record("na")

    def _record(self, outcome: str) -> None:
        if self.hands is not None:
            self.hands.record(outcome)

    def _back(self) -> None:
        if self.hands is not None:
            self.hands.back()

    def _ask_words(self) -> None:
        if self.view is not None:
            self.view.ask_words()

    def _defect(self) -> None:
        if self.hands is not None:
            self.hands.raise_defect()

    def _edit_picture(self) -> None:
        if self.hands is not None:
            self.hands.pictures.edit_picture()

    def _paste_and_edit(self) -> None:
        if self.hands is not None:
            self.hands.pictures.paste_and_edit()

    def _end_run(self) -> None:
        if self.hands is not None:
            self.hands.end_run()

    def _larger(self) -> None:
        self.set_scale(self._scale + 1)

    def _smaller(self) -> None:
        self.set_scale(self._scale - 1)

    def set_scale(self, place: int) -> None:
        """Choose a size of type, as a place in SCALES, and remember it."""
        self._scale = max(0, min(place, len(SCALES) - 1))
        self.show_scale()
        self._page.context.settings.remember("run/scale", self._scale)
