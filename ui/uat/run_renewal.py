"""Brings a session up to date when something else than its own keys has changed it.

What an undo takes back is decided when the user asks for it, and the step that it leads to is seen
a moment later: keys that come meanwhile wait, so that each falls on the step that is in sight.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk_context import DeskContext
from ui.jobs import Progress
from ui.uat.run_hands import RunHands
from ui.uat.run_loading import Renewed, renew_session
from ui.uat.run_session import RunSession


class RunRenewal(QObject):
    """`renewed` carries the session, what was read, and the results of each change, oldest first;
    `lost` carries the error when its cycle is gone.
    """

    renewed = Signal(object, object, object)
    lost = Signal(object)

    def __init__(self, context: DeskContext, hands: RunHands, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._hands = hands
        self._page = page
        self._under_way = 0
        self._runs: set[int] = set()
        self._results: list[frozenset[int]] = []
        context.turned.connect(self._turned)

    def renew(self, session: RunSession, runs: frozenset[int], results: frozenset[int]) -> None:
        """Read a session anew after a change of these runs and results.

        Changes that come while it is being read are shown together with it.
        """
        self._runs |= runs
        self._results.append(results)
        self._under_way += 1
        if self._under_way == 1:
            self._read(session)

    def _read(self, session: RunSession) -> None:
        workspace, queue = self._context.workspace, session.queue
        basis = session.writes, self._under_way
        places = [session.concerned(results) for results in self._results]
        here = [] if session.ended else [session.run.id]
        runs = [*here, *(place.run for place in places if place), *sorted(self._runs)[:5]]

        def work(_: Progress) -> tuple[RunSession, tuple[int, int], Renewed]:
            return session, basis, renew_session(workspace, queue, list(dict.fromkeys(runs)))

        self._context.jobs.run(work, self._take, self._fail)

    def _take(self, found: tuple[RunSession, tuple[int, int], Renewed]) -> None:
        session, basis, renewed = found
        if session is self._hands.session:
            if basis != (session.writes, self._under_way):
                # A key has written since, or there was another change: what was read is outdated.
                self._read(session)
                return
            self.renewed.emit(session, renewed, tuple(self._results))
        self._end()

    def _end(self) -> None:
        self._under_way = 0
        self._runs.clear()
        self._results.clear()
        self._settle()

    def _fail(self, error: BaseException) -> None:
        self.lost.emit(error)
        self._end()

    def _turned(self) -> None:
        if self._context.turning:
            self._hands.holding = self._page.isVisible()
        else:
            self._settle()

    def _settle(self) -> None:
        if not self._context.turning and not self._under_way and self._hands.holding:
            self._hands.let_go()
