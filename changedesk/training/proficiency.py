"""Readings of proficiency, and what they say: gain, share at a level, days until people could.

An attended session is no reading; a reading is no adoption.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from changedesk.people.records import Project
from changedesk.people.shares import Share
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.training.learning import (
    at_level,
    days_to_proficiency,
    mean_gain,
    median_days,
)
from changedesk.training.records import ProficiencyReading, Skill


@dataclass(frozen=True)
class CourseGain:
    """What a course taught, from the tests before and after it; only people with both count."""

    course: int
    code: str
    title: str
    people: int
    gain: Fraction | None


@dataclass(frozen=True)
class SkillStanding:
    """A skill: who is at its level of those who were seen, and the median days from go-live."""

    skill: int
    title: str
    level: int
    share: Share
    days: float | None


@dataclass(frozen=True)
class ReadingRow:
    """One reading: of whom, of which course or skill, and what was read of how much."""

    id: int
    taken: str
    who: str
    course: str
    skill: str
    occasion: str
    value: int | None
    maximum: int | None
    level: int | None
    observer: str


def add_reading(workspace: Workspace, project: int, **fields: Any) -> int:
    """Add a reading (fields of `ProficiencyReading`) and return its key.

    Raises UserError for one that is of nobody, of neither a course nor a skill, or says nothing.
    """
    if fields.get("person") is None and fields.get("group") is None:
        raise UserError("Say of whom the reading is.")
    if fields.get("course") is None and fields.get("skill") is None:
        raise UserError("Say of which course or which skill the reading is.")
    value, maximum = fields.get("value"), fields.get("maximum")
    if value is None and fields.get("level") is None:
        raise UserError("Say what was read: a value, or the level of the skill.")
    if value is not None and maximum is not None and value > maximum:
        raise UserError(f"{value} is more than the {maximum} there are.")
    with workspace.change("Add a reading of proficiency") as change:
        return int(change.add(ProficiencyReading(project=project, **fields)).id)


def remove_readings(workspace: Workspace, keys: Sequence[int]) -> None:
    """Take readings out."""
    many = "a reading" if len(keys) == 1 else f"{len(keys)} readings"
    with workspace.change(f"Take {many} of proficiency out") as change:
        change.delete_many(ProficiencyReading, keys)


def readings(workspace: Workspace, project: int) -> list[ReadingRow]:
    """Return the readings of people and groups, the newest first."""
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT r.id, r.taken, COALESCE(p.name, g.name), COALESCE(c.code, ''), "
            "COALESCE(s.title, ''), r.occasion, r.value, r.maximum, r.level, r.observer "
            "FROM proficiency_reading r LEFT JOIN person p ON p.id = r.person_id "
            "LEFT JOIN people_group g ON g.id = r.group_id "
            "LEFT JOIN course c ON c.id = r.course_id LEFT JOIN skill s ON s.id = r.skill_id "
            "WHERE r.project_id = ? AND (r.person_id IS NOT NULL OR r.group_id IS NOT NULL) "
            "ORDER BY r.taken DESC, r.id DESC",
            (project,),
        )
    return [ReadingRow(*row) for row in rows]


def skills(workspace: Workspace, project: int) -> list[tuple[int, str]]:
    """Return the skills of a project, key and title, by title."""
    query = Skill.select(Skill.id, Skill.title).where(Skill.project == project)
    return [(row.id, row.title) for row in workspace.rows(query.order_by(Skill.title, Skill.id))]


def gains(workspace: Workspace, project: int) -> list[CourseGain]:
    """Return, for each course with tests before and after, the normalised gain."""
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT r.course_id, c.code, c.title, r.person_id, r.occasion, r.value, r.maximum "
            "FROM proficiency_reading r JOIN course c ON c.id = r.course_id "
            "WHERE r.project_id = ? AND r.kirkpatrick = '2' AND r.person_id IS NOT NULL "
            "AND r.value IS NOT NULL AND r.occasion IN ('before', 'after') "
            "ORDER BY LENGTH(c.code), c.code, r.taken, r.id",
            (project,),
        )
    tests: dict[tuple[int, str, str], dict[int, dict[str, tuple[int, int]]]] = {}
    for course, code, title, person, occasion, value, maximum in rows:
        people = tests.setdefault((course, code, title), defaultdict(dict))
        people[person][occasion] = (value, maximum or 100)
    return [_gain(*course, people) for course, people in tests.items()]


def _gain(
    course: int, code: str, title: str, people: Mapping[int, Mapping[str, tuple[int, int]]]
) -> CourseGain:
    # Before and after may be out of different totals: both are told as parts of 100 then.
    pairs = []
    for told in people.values():
        if len(told) == 2:
            (before, first), (after, last) = told["before"], told["after"]
            pairs.append((before * last, after * first, first * last))
    return CourseGain(course, code, title, len(pairs), mean_gain(pairs))


def skills_standing(workspace: Workspace, project: int, day: str) -> list[SkillStanding]:
    """Return, for each skill that a need asks, who is at the highest level asked on a day."""
    with workspace.connected() as sql:
        asked = sql.rows(
            'SELECT s.id, s.title, MAX(n."required") FROM need n '
            "JOIN skill s ON s.id = n.skill_id "
            "WHERE n.project_id = ? AND n.status <> 'dropped' "
            'AND n."required" IS NOT NULL GROUP BY s.id, s.title ORDER BY LOWER(s.title), s.id',
            (project,),
        )
        rows = sql.rows(
            "SELECT skill_id, person_id, taken, level FROM proficiency_reading "
            "WHERE project_id = ? AND person_id IS NOT NULL AND skill_id IS NOT NULL "
            "AND level IS NOT NULL AND taken <= ? ORDER BY taken, id",
            (project, day),
        )
    go_live = workspace.get(Project, project).go_live
    seen: dict[int, dict[int, list[tuple[date, int]]]] = defaultdict(lambda: defaultdict(list))
    for skill, person, taken, level in rows:
        seen[skill][person].append((date.fromisoformat(taken), level))
    found = []
    for skill, title, level in asked:
        newest = [readings[-1][1] for readings in seen[skill].values()]
        days = None
        if go_live:
            since = date.fromisoformat(go_live)
            days = median_days(days_to_proficiency(since, level, seen[skill]).values())
        found.append(SkillStanding(skill, title, level, at_level(level, newest), days))
    return found
