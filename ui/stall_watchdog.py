"""For developers: prints what the GUI thread does when it answers nothing for 100 ms.

Started when CHANGEDESK_WATCHDOG is set; `worst_ms` is read by the benchmark.
"""

import sys
import threading
import time
import traceback
from typing import TextIO

from PySide6.QtCore import QObject, QTimer

BLOCKED_SECONDS = 0.1
BEAT_MS = 10


class StallWatchdog(QObject):
    """A beat in the GUI thread, watched from another one."""

    def __init__(self, output: TextIO | None = None, blocked: float = BLOCKED_SECONDS) -> None:
        super().__init__()
        self._output = output or sys.stderr
        self._blocked = blocked
        self._thread_id = threading.get_ident()
        self._beat = time.monotonic()
        self._end = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="stall watchdog", daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._strike)
        self.worst_ms = 0.0
        self.stalls = 0

    def start(self) -> None:
        """Begin to watch the thread that calls this."""
        self._beat = time.monotonic()
        self._timer.start()
        self._watcher.start()

    def stop(self) -> None:
        """Stop watching."""
        self._end.set()
        self._timer.stop()
        self._watcher.join()

    def _strike(self) -> None:
        now = time.monotonic()
        self.worst_ms = max(self.worst_ms, (now - self._beat) * 1000 - BEAT_MS)
        self._beat = now

    def _watch(self) -> None:
        told = 0.0
        while not self._end.wait(BEAT_MS / 1000):
            beat = self._beat
            if time.monotonic() - beat > self._blocked and beat != told:
                told = beat
                self.stalls += 1
                self._print()

    def _print(self) -> None:
        frame = sys._current_frames().get(self._thread_id)  # noqa: SLF001 - the documented way in
        stack = "".join(traceback.format_stack(frame)) if frame else ""
        print(
            f"the window was blocked for over {self._blocked * 1000:.0f} ms in:\n{stack}",
            file=self._output,
            flush=True,
        )
