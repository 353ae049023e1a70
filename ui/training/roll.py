"""What taking attendance is about: the people of a session, who is at hand, what a key does.

No widget in here: everything that a key needs is in memory, so that the one thing done between
two people is the durable write.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from changedesk.store.workspace import Workspace
from changedesk.training import attendance
from changedesk.training.sessions import WAITING, EnrolmentRow, SessionRow

FULL = ("attended", "partial")


@dataclass(frozen=True)
class RollView:
    """A session with its people, as it was read."""

    session: SessionRow
    rows: tuple[EnrolmentRow, ...]


class Roll:
    """The people of a session in their order, and the one at hand.

    `note`, `score` and `walk_in` write; every other method only moves.
    """

    def __init__(self, workspace: Workspace, view: RollView) -> None:
        self._workspace = workspace
        self.session = view.session
        self.rows = list(view.rows)
        self.at = 0
        self._to_open(0)

    @property
    def person(self) -> EnrolmentRow | None:
        """Return who is at hand; None in a session without people."""
        return self.rows[self.at] if self.rows else None

    @property
    def left(self) -> int:
        """Return of how many nothing was noted yet."""
        return sum(1 for row in self.rows if row.state in WAITING)

    @property
    def tally(self) -> dict[str, int]:
        """Return how many people are in each state."""
        return dict(Counter(row.state for row in self.rows))

    def go(self, place: int) -> None:
        """Put somebody in hand, by place; what is past an end stops there."""
        if self.rows:
            self.at = max(0, min(len(self.rows) - 1, place))

    def back(self) -> None:
        """Go back to the one before."""
        self.go(self.at - 1)

    def note(self, outcome: str, *, initiator: object = None) -> None:
        """Note the one at hand, durably, and go to the next of whom nothing was noted.

        A score that was noted before stays; raises what the store raises, then nothing has moved.
        """
        row = self.person
        if row is None:
            return
        minutes = self.session.minutes if outcome == "attended" else None
        kept = outcome in FULL
        score, passed = (row.score, row.passed) if kept else (None, False)
        attendance.note(
            self._workspace, row.id, outcome,
            minutes=minutes, score=score, passed=passed, initiator=initiator,
        )  # fmt: skip
        self._learn(replace(row, state=outcome, minutes=minutes, score=score, passed=passed))
        self._to_open(self.at + 1)

    def score(self, points: int, *, initiator: object = None) -> None:
        """Note the score, in percent, of the one at hand, who has attended; stay there."""
        row = self.person
        if row is None:
            return
        outcome = row.state if row.state in FULL else "attended"
        minutes = row.minutes if row.state in FULL else self.session.minutes
        attendance.note(
            self._workspace, row.id, outcome, minutes=minutes, score=points, initiator=initiator
        )
        self._learn(replace(row, state=outcome, minutes=minutes, score=points, passed=False))

    def walk_in(self, name: str, *, initiator: object = None) -> int:
        """Note that somebody came without being invited; return the key of the enrolment."""
        return attendance.walk_in(
            self._workspace, self.session.id, name,
            minutes=self.session.minutes, initiator=initiator,
        )  # fmt: skip

    def take(self, view: RollView) -> None:
        """Take in what is known now; where one person differs, as after an undo, go there."""
        before = {row.id: row for row in self.rows}
        here = self.person.id if self.person is not None else None
        self.session, self.rows = view.session, list(view.rows)
        differing = [
            place
            for place, row in enumerate(self.rows)
            if row.id in before and row.state != before[row.id].state
        ]
        if len(differing) == 1:
            self.go(differing[0])
        else:
            self.put(here)

    def put(self, enrolment: int | None) -> None:
        """Put an enrolment in hand, if it is there."""
        keys = [row.id for row in self.rows]
        self.go(keys.index(enrolment) if enrolment in keys else self.at)

    def _learn(self, row: EnrolmentRow) -> None:
        self.rows[self.at] = row

    def _to_open(self, start: int) -> None:
        places: Sequence[int] = [*range(start, len(self.rows)), *range(start)]
        waiting = (place for place in places if self.rows[place].state in WAITING)
        self.go(next(waiting, start))
