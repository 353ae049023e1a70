"""A failed or changed script marks the course that practises it, and those trained on it.

What people learned may not work, or not be so any more. The query proposes, a person decides.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from changedesk.people.links import PRACTISES, links
from changedesk.store.workspace import Workspace
from changedesk.training.records import Course, Enrolment
from changedesk.uat.coverage import combined
from changedesk.uat.latest import latest_runs_of_project
from changedesk.uat.scripts import parts_of

FAILED, CHANGED = "failed", "changed"


@dataclass(frozen=True)
class RetrainScript:
    """An exercise that no longer holds: it failed, or it changed after people were trained."""

    id: int
    code: str
    title: str
    why: str


@dataclass(frozen=True)
class RetrainRow:
    """A course to be marked, why, and the enrolments of those who were trained on it."""

    course: int
    code: str
    title: str
    scripts: tuple[RetrainScript, ...]
    enrolments: tuple[int, ...]
    people: int


@dataclass(frozen=True)
class _Trained:
    enrolment: int
    person: int
    at: int


def retrain_list(workspace: Workspace, project: int) -> list[RetrainRow]:
    """Return the courses whose exercises failed or changed since, with those trained before.

    A course that is marked already comes up again only for people who are not.
    """
    practised = links(workspace, PRACTISES)
    with workspace.connected() as sql:
        courses = sql.rows(
            "SELECT id, code, title, status FROM course WHERE project_id = ? "
            "AND status <> 'retired' ORDER BY LENGTH(code), code",
            (project,),
        )
    trained = _trained(workspace, project)
    failed = _failed(workspace, project)
    found = []
    for key, code, title, status in courses:
        scripts = practised.get(key, set())
        row = _row(workspace, (key, code, title), scripts, failed, trained.get(key, []))
        if row is not None and (status != "retrain" or row.enrolments):
            found.append(row)
    return found


def mark_retrain(workspace: Workspace, project: int, courses: Collection[int]) -> int:
    """Mark courses of the list, and the people trained on them; return how many people that are."""
    rows = [row for row in retrain_list(workspace, project) if row.course in courses]
    if not rows:
        return 0
    named = rows[0].code if len(rows) == 1 else f"{len(rows)} courses"
    why = ", ".join(dict.fromkeys(f"{s.code} {s.why}" for row in rows for s in row.scripts))
    marked = {key: {"retrain": True} for row in rows for key in row.enrolments}
    with workspace.change(f"Mark {named} as retrain: {why}") as change:
        change.set_many(Course, {row.course: {"status": "retrain"} for row in rows})
        change.set_many(Enrolment, marked)
    return sum(row.people for row in rows)


def _row(
    workspace: Workspace,
    course: tuple[int, str, str],
    scripts: Collection[int],
    failed: Mapping[int, int],
    trained: Collection[_Trained],
) -> RetrainRow | None:
    reasons: list[RetrainScript] = []
    hit: dict[int, int] = {}
    with workspace.connected() as sql:
        named = sql.by_keys(
            "SELECT id, code, title FROM script WHERE id IN ({keys}) ORDER BY LENGTH(code), code",
            sorted(scripts),
        )
    for script, code, title in named:
        changed = _changed(workspace, script) if trained else 0
        of_change = {one.enrolment: one.person for one in trained if one.at < changed}
        if script in failed:
            reasons.append(RetrainScript(script, code, title, FAILED))
            hit |= {one.enrolment: one.person for one in trained if one.at < failed[script]}
        elif of_change:
            reasons.append(RetrainScript(script, code, title, CHANGED))
        hit |= of_change
    if not reasons:
        return None
    return RetrainRow(*course, tuple(reasons), tuple(sorted(hit)), len(set(hit.values())))


def _trained(workspace: Workspace, project: int) -> dict[int, list[_Trained]]:
    # When somebody was trained: when the session began, or when the attendance was noted.
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT s.course_id, e.id, e.person_id, COALESCE(s.starts, MAX(a.at), 0) "
            "FROM enrolment e JOIN training_session s ON s.id = e.session_id "
            "LEFT JOIN attendance a ON a.enrolment_id = e.id "
            "WHERE s.project_id = ? AND e.state IN ('attended', 'partial') AND NOT e.retrain "
            "GROUP BY s.course_id, e.id, e.person_id, s.starts",
            (project,),
        )
    found: dict[int, list[_Trained]] = defaultdict(list)
    for course, *told in rows:
        found[course].append(_Trained(*told))
    return found


def _failed(workspace: Workspace, project: int) -> dict[int, int]:
    """Return the scripts that stand as failed in their last cycle, and since when (ms UTC)."""
    states: dict[int, dict[int, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for run in latest_runs_of_project(workspace, project):
        states[run.script][run.cycle].append((run.state, run.started or 0))
    found = {}
    for script, cycles in states.items():
        last = list(cycles.values())[-1]
        if combined(state for state, _ in last) == "failed":
            found[script] = max(when for state, when in last if state == "failed")
    return found


def _changed(workspace: Workspace, script: int) -> int:
    """Return when a step of a script was last changed (ms UTC), 0 for one without steps."""
    _own, *steps = parts_of(workspace, script)
    lines = workspace.record_history(steps, 1) if steps else []
    return lines[0].when_ms if lines else 0
