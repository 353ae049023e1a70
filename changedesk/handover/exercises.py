"""Scripts of the UAT area that serve as exercises of a course."""

from collections.abc import Collection
from dataclasses import dataclass

from changedesk.people.links import PRACTISES, link, links, unlink
from changedesk.store.workspace import Workspace


@dataclass(frozen=True)
class ExerciseRow:
    """A script; `used` tells whether the course practises it."""

    id: int
    code: str
    title: str
    area: str
    used: bool


def exercises(workspace: Workspace, course: int) -> list[ExerciseRow]:
    """Return every script of the course's project that is not retired, its exercises first."""
    used = links(workspace, PRACTISES).get(course, set())
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT s.id, s.code, s.title, s.area, s.status FROM script s "
            "JOIN course c ON c.project_id = s.project_id WHERE c.id = ? "
            "ORDER BY LENGTH(s.code), s.code",
            (course,),
        )
    found = [
        ExerciseRow(*(*row[:4], row[0] in used))
        for row in rows
        if row[4] != "retired" or row[0] in used
    ]
    return sorted(found, key=lambda row: not row.used)


def set_exercises(workspace: Workspace, course: int, scripts: Collection[int]) -> None:
    """Say which scripts a course practises, in one change."""
    now, wanted = links(workspace, PRACTISES).get(course, set()), set(scripts)
    if now == wanted:
        return
    with workspace.change(f"Set the exercises of {workspace.record_name(course)}") as change:
        unlink(workspace, change, PRACTISES, [(course, one) for one in sorted(now - wanted)])
        link(workspace, change, PRACTISES, [(course, one) for one in sorted(wanted - now)])
