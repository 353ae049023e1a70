"""Changes of stakeholders made in a matrix: written in order, and shown until they are stored."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from changedesk.impact import stakeholders
from changedesk.impact.stakeholder_queries import StakeholderRow
from ui.desk_context import DeskContext
from ui.jobs import Progress


class StakeholderEdits(QObject):
    """`settled` is emitted when the last change on its way is stored, or was refused.

    Keys come faster than a disk: what was read meanwhile must not put a bubble back.
    """

    settled = Signal()

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._values: dict[int, dict[str, Any]] = defaultdict(dict)
        self._open = 0

    def rate(self, key: int, power: int, interest: int) -> None:
        """Change power and interest."""
        workspace = self._context.workspace

        def work(_: Progress) -> None:
            stakeholders.rate(workspace, key, power, interest)

        self._write(key, {"power": power, "interest": interest}, work)

    def engage(self, key: int, field: str, level: str) -> None:
        """Change the current or the desired level of engagement."""
        workspace = self._context.workspace

        def work(_: Progress) -> None:
            stakeholders.set_engagement(workspace, key, **{field: level})

        self._write(key, {field: level}, work)

    def over(self, rows: Sequence[StakeholderRow]) -> list[StakeholderRow]:
        """Return rows with what is on its way."""
        return [replace(row, **self._values.get(row.id, {})) for row in rows]

    def _write(self, key: int, values: dict[str, Any], work: Callable[[Progress], None]) -> None:
        self._values[key].update(values)
        self._open += 1
        self._context.jobs.write(work, self._stored, self._refused)

    def _stored(self, _: object) -> None:
        self._open -= 1
        if not self._open:
            self._values.clear()
            self.settled.emit()

    def _refused(self, error: BaseException) -> None:
        self._stored(None)
        self._context.messages.problem(error)
