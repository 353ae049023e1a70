"""What the overview shows of a project; read by workers."""

from dataclasses import dataclass
from datetime import date

from changedesk.overview.coming import Coming, coming
from changedesk.overview.gaps import Gap, gaps
from changedesk.overview.standing import ProjectStanding, project_standing
from changedesk.store.workspace import Workspace


@dataclass(frozen=True)
class Figures:
    """The figures of a project, and the days that come."""

    number: int
    standing: ProjectStanding
    coming: tuple[Coming, ...]


@dataclass(frozen=True)
class Missing:
    """What is missing in a project; `number` tells which reading this answers."""

    number: int
    gaps: tuple[Gap, ...]


def read_figures(workspace: Workspace, project: int, today: date, number: int) -> Figures:
    """Read the figures; raises UserError when the project is not there (any more)."""
    with workspace.snapshot():
        standing = project_standing(workspace, project, today)
        return Figures(number, standing, tuple(coming(workspace, project, today)))


def read_missing(workspace: Workspace, project: int, today: date, number: int) -> Missing:
    """Read the gaps; raises UserError when the project is not there (any more)."""
    return Missing(number, tuple(gaps(workspace, project, today)))
