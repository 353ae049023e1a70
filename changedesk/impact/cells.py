"""A cell of a heat map: what several impacts of one group come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from changedesk.impact.collisions import colliding, over_line
from changedesk.impact.heat import level, weighted_count
from changedesk.impact.queries import ImpactRow
from changedesk.impact.saturation import MINUTES


@dataclass(frozen=True)
class Cell:
    """The figures of a cell; `impacts` are the keys of what is behind it.

    `severity` is the highest and `mildest` the lowest, None where nobody rated; `reach` is
    severity × people of those that are known; `hours` are those of one person; `line` is what a
    person can take, None where nobody said; `collides` names the projects that hit the group hard
    together; `discuss` counts the impacts that project and group see far apart.
    """

    impacts: tuple[int, ...]
    level: str
    severity: int | None
    mildest: int | None
    reach: int
    weighted: int
    changes: int
    hours: Fraction
    discuss: int = 0
    line: Fraction | None = None
    collides: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """Return how many impacts there are."""
        return len(self.impacts)

    @property
    def over(self) -> bool:
        """Tell whether it asks more of a person than there is room for."""
        return over_line(self.hours, self.line)

    @property
    def collision(self) -> bool:
        """Tell whether two projects meet here, or too much comes at once."""
        return bool(self.collides) or self.over


def cell_of(
    rows: Sequence[ImpactRow],
    hours: Fraction | None = None,
    line: Fraction | None = None,
    projects: Iterable[int] = (),
) -> Cell:
    """Return the cell of some impacts; `hours` where they are not simply those of the impacts.

    `projects` are those that ask time of the group otherwise.
    """
    bands = [row.band for row in rows]
    rated = [row.severity for row in rows if row.severity is not None]
    if hours is None:
        hours = Fraction(sum(row.minutes or 0 for row in rows), MINUTES)
    return Cell(
        impacts=tuple(row.id for row in rows),
        level=level(bands),
        severity=max(rated, default=None),
        mildest=min(rated, default=None),
        reach=sum(row.load or 0 for row in rows),
        weighted=weighted_count(bands),
        changes=len({row.project for row in rows} | set(projects)),
        hours=hours,
        discuss=sum(1 for row in rows if row.discuss),
        line=line,
        collides=colliding((row.project, row.severity) for row in rows),
    )
