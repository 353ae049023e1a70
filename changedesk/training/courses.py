"""What a person can do with courses: each action is one undoable change."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.people.links import REQUIRES, link, links, unlink
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.training.course_order import circle
from changedesk.training.records import Course, Skill


@dataclass(frozen=True)
class CourseRow:
    """A course, as pickers show it."""

    id: int
    code: str
    title: str
    minutes: int | None
    capacity: int | None
    no_show: int | None
    status: str


def courses(workspace: Workspace, project: int) -> list[CourseRow]:
    """Return the courses of a project by code."""
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT id, code, title, minutes, capacity, no_show, status FROM course "
            "WHERE project_id = ? ORDER BY LENGTH(code), code",
            (project,),
        )
    return [CourseRow(*row) for row in rows]


def add_course(workspace: Workspace, project: int, title: str, **fields: Any) -> int:
    """Add a course and return its key."""
    with workspace.change(f"Add course “{title}”") as change:
        return int(change.add(Course(project=project, title=title, **fields)).id)


def add_skill(workspace: Workspace, project: int, title: str, **fields: Any) -> int:
    """Add a skill and return its key."""
    with workspace.change(f"Add skill “{title}”") as change:
        return int(change.add(Skill(project=project, title=title, **fields)).id)


def other_courses(workspace: Workspace, course: int) -> list[tuple[CourseRow, bool]]:
    """Return the other courses of a course's project, and whether each must come first."""
    first = prerequisites(workspace).get(course, set())
    rows = courses(workspace, workspace.get(Course, course).project_id)
    return [(row, row.id in first) for row in rows if row.id != course]


def prerequisites(workspace: Workspace) -> dict[int, set[int]]:
    """Return, for each course that has some, the courses that must come first."""
    return links(workspace, REQUIRES)


def set_prerequisites(workspace: Workspace, course: int, first: Collection[int]) -> None:
    """Say which courses must come before a course.

    Raises UserError where that would go round in a circle; then nothing has changed.
    """
    known = prerequisites(workspace)
    now, wanted = known.get(course, set()), set(first)
    others = {key: keys for key, keys in known.items() if key != course}
    for one in sorted(wanted):
        found = circle(others, course, one)
        if found is not None:
            raise UserError(_circle_told([workspace.record_name(key) for key in found]))
    if now == wanted:
        return
    with workspace.change(f"Set what comes before {workspace.record_name(course)}") as change:
        unlink(workspace, change, REQUIRES, [(course, one) for one in sorted(now - wanted)])
        link(workspace, change, REQUIRES, [(course, one) for one in sorted(wanted - now)])


def _circle_told(names: Sequence[str]) -> str:
    if len(set(names)) == 1:
        return f"{names[0]} cannot come before itself."
    way = ", which requires ".join(names[1:])
    return f"{names[0]} cannot require {way}: they would wait for one another."
