"""When Python looks for garbage: in small portions while there is work, wholly when there is none.

A look through everything takes a third of a second after a large import, and the window stands
still meanwhile, whichever thread it happens on.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from ui.jobs import JobRunner

YOUNG = 10_000
PORTIONS = 5
NEVER = 1_000_000_000
SWEEP_MS = 60_000
MANY = 300_000
"""A look through more objects than these would be felt."""


class Garbage(QObject):
    """Begins to look for garbage again after the start, which did without."""

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._timer = QTimer(self)
        self._timer.setInterval(SWEEP_MS)
        self._timer.timeout.connect(self.sweep)

    def begin(self) -> None:
        """Leave alone what was loaded at the start, and look through what comes from now on.

        Hardly any of it is garbage: a look through it would be felt for nothing.
        """
        gc.freeze()
        gc.set_threshold(YOUNG, PORTIONS, NEVER)
        gc.enable()
        self._timer.start()

    def sweep(self) -> None:
        """Look through everything, unless work is being done or it is too much.

        Then what is there now is left alone for good: what comes after it is looked through again.
        """
        if self._jobs.busy:
            return
        if len(gc.get_objects(generation=2)) > MANY:
            gc.freeze()
        else:
            gc.collect()
