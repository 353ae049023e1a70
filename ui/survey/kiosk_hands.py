"""How answers are given or keyed in the window: by kiosk and from paper."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from ui.lazily import load
from ui.page import Page
from ui.survey import specs
from ui.survey.in_hand import SurveyInHand


class AnsweringHands(QObject):
    """The actions of the page, and the hands that are loaded when one is first wanted."""

    def __init__(
        self, page: Page, in_hand: SurveyInHand, wave_in_hand: Callable[[], int | None]
    ) -> None:
        super().__init__(page)
        self._page, self._in_hand, self._wave_in_hand = page, in_hand, wave_in_hand
        self._made: dict[str, Any] = {}
        self.kiosk = page.add_action(specs.KIOSK, self._by_kiosk, self._can_collect)
        self.paper = page.add_action(specs.PAPER, self._from_paper, self._can_collect)
        in_hand.changed.connect(self._show)

    def end(self) -> None:
        """Take the computer back, and close what is open."""
        for hand in self._made.values():
            hand.end()

    def _answered(self) -> None:
        self._page.refresh(None)

    def _show(self, _key: object) -> None:
        self._page.context.actions.refresh()

    def _can_collect(self) -> bool:
        return self._in_hand.key is not None and not self._page.context.workspace.read_only

    def _by_kiosk(self) -> None:
        self._offer("ui.survey.kiosk:Kiosk")

    def _from_paper(self) -> None:
        self._offer("ui.survey.paper:PaperKeying")

    def _offer(self, place: str) -> None:
        if self._in_hand.key is None:
            return
        if place not in self._made:
            made = self._made[place] = load(place)(self._page.context, self._page)
            # Anonymous answers change no record, so nothing else tells that they came.
            made.ended.connect(self._answered)
        self._made[place].offer(self._in_hand.key, self._wave_in_hand())
