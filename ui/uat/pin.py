"""A PIN that somebody in a room could try to guess."""

import hmac
import math
import time
from collections.abc import Callable

FREE_TRIES = 3
PAUSE = 10.0
LONGEST_PAUSE = 60.0


class Pin:
    """Digits that take a computer back. Every third wrong guess in a row costs a longer pause.

    `clock` tells seconds that never run backwards. It lives for one hand-over, beyond the dialogs
    that ask for it: to close one and open it again wins no tries.
    """

    def __init__(self, digits: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._digits = digits
        self._clock = clock
        self._wrong = 0
        self._closed_until = 0.0

    @property
    def pause(self) -> int:
        """Return for how many seconds no guess is taken."""
        return max(0, math.ceil(self._closed_until - self._clock()))

    def fits(self, digits: str) -> bool:
        """Tell whether these are the digits; nothing fits during a pause."""
        if self.pause:
            return False
        if hmac.compare_digest(digits, self._digits):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong % FREE_TRIES == 0:
            pause = min(PAUSE * (self._wrong // FREE_TRIES), LONGEST_PAUSE)
            self._closed_until = self._clock() + pause
        return False
