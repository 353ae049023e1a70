"""Opens the keying of paper answers: which wave, then one paper after another."""

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.survey.kiosk import no_wave
from ui.survey.kiosk_setup import CollectDialog, Collecting, Offer, key_for, read_offer
from ui.survey.paper_dialog import PaperDialog


class PaperKeying(QObject):
    """Asks what is keyed and shows the dialog for it; `ended` tells that it was closed."""

    ended = Signal()

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        self._wave: int | None = None
        self._chosen: Collecting | None = None
        self.dialog: PaperDialog | None = None

    def offer(self, survey: int, wave: int | None = None) -> None:
        """Ask for the wave, then begin."""
        self._wave = wave
        workspace = self._context.workspace

        def work(_: Progress) -> Offer:
            return read_offer(workspace, survey)

        self._context.jobs.run(work, self._choose, self._context.messages.problem)

    def _choose(self, offer: Offer) -> None:
        if not offer.waves:
            self._context.messages.problem(no_wave(offer))
            return
        dialog = CollectDialog(offer, self._wave, paper=True, parent=self._parent)
        dialog.chosen.connect(self._prepare)
        dialog.open()

    def _prepare(self, chosen: Collecting) -> None:
        self._chosen = chosen
        workspace = self._context.workspace

        def work(_: Progress) -> bytes:
            return key_for(workspace, chosen)

        self._context.jobs.run(work, self._begin, self._context.messages.problem)

    def _begin(self, key: bytes) -> None:
        chosen, self._chosen = self._chosen, None
        if chosen is not None:
            self.dialog = PaperDialog(self._context, chosen.with_key(key), self._parent)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()

    def _closed(self, _result: int) -> None:
        self.ended.emit()

    def end(self) -> None:
        """Close what is open."""
        if self.dialog is not None and shiboken6.isValid(self.dialog):
            self.dialog.done(0)
        self.dialog = None
