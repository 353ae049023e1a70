"""Hands the computer to those who answer a survey, and takes it back with a PIN."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from changedesk.store.errors import UserError
from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.survey.kiosk_idle import IdleWatch
from ui.survey.kiosk_setup import CollectDialog, Collecting, Offer, key_for, read_offer
from ui.survey.kiosk_window import KioskWindow
from ui.uat.pin import Pin
from ui.uat.pin_dialog import PinDialog

PIN_SECONDS = 20


class Kiosk(QObject):
    """`begun` and `ended` tell when others have the computer.

    PIN and passphrase are kept in memory for as long as that lasts, and nowhere else.
    """

    begun = Signal()
    ended = Signal()

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        self._wave: int | None = None
        self._chosen: Collecting | None = None
        self._pin: Pin | None = None
        self.window: KioskWindow | None = None

    @property
    def on(self) -> bool:
        """Tell whether others have the computer."""
        return self.window is not None

    def offer(self, survey: int, wave: int | None = None) -> None:
        """Ask for what is collected, then for a PIN, then hand over."""
        self._wave = wave
        workspace = self._context.workspace

        def work(_: Progress) -> Offer:
            return read_offer(workspace, survey)

        self._context.jobs.run(work, self._choose, self._context.messages.problem)

    def _choose(self, offer: Offer) -> None:
        if not offer.waves:
            self._context.messages.problem(no_wave(offer))
            return
        dialog = CollectDialog(offer, self._wave, paper=False, parent=self._parent)
        dialog.chosen.connect(self._ask_pin)
        dialog.open()

    def _ask_pin(self, chosen: Collecting) -> None:
        self._chosen = chosen
        words = self.tr(
            "Choose a PIN before you hand the computer over. It is asked for to leave the kiosk. "
            "Should you forget it, restart the computer: every finished answer is kept by then."
        )
        dialog = PinDialog(words, None, self._parent)
        dialog.passed.connect(self._prepare)
        dialog.open()

    def _prepare(self, pin: str) -> None:
        self._pin = Pin(pin)
        chosen, workspace = self._chosen, self._context.workspace
        assert chosen is not None

        def work(_: Progress) -> bytes:
            return key_for(workspace, chosen)

        self._context.jobs.run(work, self._begin, self._context.messages.problem)

    def _begin(self, key: bytes) -> None:
        chosen, self._chosen = self._chosen, None
        if chosen is None:
            return
        self.window = KioskWindow(self._context, chosen.with_key(key))
        self.window.leaving.connect(self._ask)
        self.window.showFullScreen()
        self.window.activateWindow()
        self.begun.emit()

    def _ask(self) -> None:
        if self.window is None or any(
            one.isVisible() for one in self.window.findChildren(PinDialog)
        ):
            return
        dialog = PinDialog(self.tr("The PIN takes you back."), self._pin, self.window)
        dialog.passed.connect(self.end)
        # Whoever touched “Leave” and went away must not block the next person.
        gone = IdleWatch(PIN_SECONDS, dialog)
        gone.idle.connect(dialog.reject)
        dialog.open()
        gone.watch(True)

    def end(self) -> None:
        """Take the computer back; answers that were half given are kept."""
        window, self.window, self._pin = self.window, None, None
        if window is not None:
            window.keep_before_leaving()
            window.close_for_good()
            self.ended.emit()


def no_wave(offer: Offer) -> UserError:
    """Return what is said where nothing can be collected."""
    return UserError(
        f"No wave of {offer.survey.title} is open: open one in the view Waves, then answers can "
        "be collected."
    )
