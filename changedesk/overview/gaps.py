"""What is missing between impact, training, UAT and adoption: each gap with its reason.

The record set is one graph; a gap is a place where it has an end that should go on: a hard impact
that nobody is told of, a requirement that nobody tests, a measure that nobody reads.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from changedesk.handover.retrain import retrain_list
from changedesk.impact.checks import check_impacts
from changedesk.impact.message_gaps import message_plan
from changedesk.impact.message_words import why_not_told
from changedesk.impact.queries import ImpactRow, impacts, is_hard
from changedesk.people.groups import ended
from changedesk.people.links import (
    ADDRESSES,
    CALLS_FOR,
    MITIGATED_BY,
    SHOWS_ADOPTION,
    TESTED_BY,
    links,
)
from changedesk.people.records import Project
from changedesk.store.workspace import Workspace
from changedesk.training.clash_queries import clashes as training_clashes
from changedesk.training.clashes import KINDS
from changedesk.uat.coverage import coverage
from changedesk.uat.latest import latest_runs_of_project
from changedesk.uat.versions import made_apart

_UNTESTED_MATTERS = ("must", "should")


@dataclass(frozen=True)
class Gap:
    """Something that is missing: what kind of gap, at which record, and why in one line."""

    kind: str
    type_name: str
    key: int
    record: str
    why: str


_CLASHES = {choice.code: choice.label for choice in KINDS}
_Rule = Callable[[Workspace, int, date], Iterable[Gap]]


def gaps(workspace: Workspace, project: int, today: date) -> list[Gap]:
    """Return every gap of a project, by the kind of gap in the order in which things happen."""
    with workspace.snapshot():
        return [gap for rule in _RULES for gap in rule(workspace, project, today)]


def _hard(workspace: Workspace, project: int) -> list[ImpactRow]:
    return [row for row in impacts(workspace, project) if is_hard(row)]


def _inconsistent(workspace: Workspace, project: int, _today: date) -> Iterator[Gap]:
    for one in check_impacts(workspace, project):
        yield Gap(f"impact_{one.rule}", "impact", one.impact, one.code, one.reason)


def _messages(workspace: Workspace, project: int, today: date) -> Iterator[Gap]:
    plan = message_plan(workspace, project, today)
    for one in plan.told:
        if one.gap:
            why = f"{one.group}, severity {one.severity}: {why_not_told(one)}."
            yield Gap("impact_without_message", "impact", one.impact, one.code, why)
    for clash in plan.clashes:
        kind = f"message_{clash.rule}"
        yield Gap(kind, "communication", clash.message, clash.code, clash.reason)


def _without_training(workspace: Workspace, project: int, _today: date) -> Iterator[Gap]:
    with workspace.connected() as sql:
        taught = {
            key
            for (key,) in sql.rows(
                "SELECT id FROM course WHERE status <> 'retired' UNION SELECT id FROM need "
                "WHERE status <> 'dropped'"
            )
        }
    answered: defaultdict[int, set[int]] = defaultdict(set)
    for relation in (CALLS_FOR, MITIGATED_BY):
        for key, ends in links(workspace, relation).items():
            answered[key] |= ends & taught
    for row in _hard(workspace, project):
        if not answered[row.id]:
            why = f"{row.group_name}, severity {row.severity}: no need and no course comes of it."
            yield Gap("impact_without_training", "impact", row.id, row.code, why)


def _without_test(workspace: Workspace, project: int, _today: date) -> Iterator[Gap]:
    tested = links(workspace, TESTED_BY)
    for row in _hard(workspace, project):
        if not tested.get(row.id):
            why = f"{row.group_name}, severity {row.severity}: no test shows that it works."
            yield Gap("impact_without_test", "impact", row.id, row.code, why)


def _groups(workspace: Workspace, project: int, today: date) -> Iterator[Gap]:
    hit = {row.group: row for row in _hard(workspace, project) if row.group is not None}
    day = today.isoformat()
    with workspace.connected() as sql:
        spoken_for = {
            key
            for (key,) in sql.rows(
                "SELECT group_id FROM champion WHERE project_id = ? AND (until = '' OR until >= ?)",
                (project, day),
            )
        }
        seated = {
            key
            for (key,) in sql.rows(
                "SELECT DISTINCT p.group_id FROM enrolment e JOIN person p ON p.id = e.person_id "
                "JOIN training_session s ON s.id = e.session_id "
                "WHERE s.project_id = ? AND s.status <> 'cancelled'",
                (project,),
            )
        }
        asked = {
            key
            for (key,) in sql.rows(
                "SELECT i.group_id FROM invitation i JOIN wave w ON w.id = i.wave_id "
                "JOIN survey s ON s.id = w.survey_id WHERE s.project_id = ?",
                (project,),
            )
        }
        above = dict(sql.rows("SELECT id, parent_id FROM people_group"))
    everybody = None in asked
    spoken_for, seated = (_and_above(some, above) for some in (spoken_for, seated))
    asked |= _and_above(asked - {None}, above)
    for group, row in sorted(hit.items()):
        name = row.group_name
        if group not in spoken_for:
            why = f"{name} is hit hard and has no champion."
            yield Gap("group_without_champion", "group", group, name, why)
        if group not in seated:
            why = f"{name} is hit hard and nobody of it is in a training session."
            yield Gap("group_without_session", "group", group, name, why)
        if not everybody and not asked & {group, *_above(group, above)}:
            why = f"{name} is hit hard and no survey asks it."
            yield Gap("group_without_wave", "group", group, name, why)


def _above(group: int, above: Mapping[int, int | None]) -> Iterator[int]:
    # A tree that somebody tied into a circle on two laptops must not hold this up.
    seen = {group}
    parent = above.get(group)
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = above.get(parent)


def _and_above(groups: Iterable[int], above: Mapping[int, int | None]) -> set[int]:
    return {one for group in groups for one in (group, *_above(group, above))}


def _ended_groups(workspace: Workspace, project: int, today: date) -> Iterator[Gap]:
    over = ended(workspace, today.isoformat())
    meant = links(workspace, ADDRESSES)
    with workspace.connected() as sql:
        needs = sql.rows(
            "SELECT id, code, group_id FROM need WHERE project_id = ? AND group_id IS NOT NULL "
            "AND status NOT IN ('met', 'dropped') ORDER BY LENGTH(code), code",
            (project,),
        )
        messages = sql.rows(
            "SELECT id, code FROM communication WHERE project_id = ? "
            "AND status NOT IN ('sent', 'cancelled') ORDER BY LENGTH(code), code",
            (project,),
        )
    for key, code, group in needs:
        if group in over:
            yield Gap("need_group_ended", "need", key, code, over[group])
    for key, code in messages:
        groups = meant.get(key, set())
        if groups and groups <= over.keys():
            why = " ".join(over[group] for group in sorted(groups))
            yield Gap("message_group_ended", "communication", key, code, why)


def _left_champions(workspace: Workspace, project: int, today: date) -> Iterator[Gap]:
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT c.id, p.name, g.name, c.group_id, p.group_id FROM champion c "
            "JOIN person p ON p.id = c.person_id JOIN people_group g ON g.id = c.group_id "
            "WHERE c.project_id = ? AND (c.until = '' OR c.until >= ?) AND p.group_id IS NOT NULL",
            (project, today.isoformat()),
        )
        above = dict(sql.rows("SELECT id, parent_id FROM people_group"))
    for key, person, group, spoken_for, own in rows:
        if spoken_for not in (own, *_above(own, above)):
            why = f"{person} speaks for {group} and is not in it any more."
            yield Gap("champion_left", "champion", key, person, why)


def _courses(workspace: Workspace, project: int, _today: date) -> Iterator[Gap]:
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT c.id, c.code, c.title FROM course c WHERE c.project_id = ? "
            "AND c.status <> 'retired' AND NOT EXISTS (SELECT 1 FROM enrolment e "
            "JOIN training_session s ON s.id = e.session_id "
            "WHERE s.course_id = c.id AND s.status <> 'cancelled') ORDER BY c.code",
            (project,),
        )
    for key, code, title in rows:
        yield Gap("course_not_booked", "course", key, code, f"Nobody is booked for {title}.")
    for clash in training_clashes(workspace, project):
        told = ": ".join(part for part in (clash.name, _CLASHES[clash.kind], clash.other) if part)
        kind = f"session_{clash.kind}"
        yield Gap(kind, "training_session", clash.session, clash.session_code, f"{told}.")
    for row in retrain_list(workspace, project):
        codes = ", ".join(script.code for script in row.scripts)
        were = "1 person was" if row.people == 1 else f"{row.people} people were"
        why = f"{were} trained on {codes}, which does not hold any more."
        yield Gap("retrain", "course", row.course, row.code, why)


def _tests(workspace: Workspace, project: int, _today: date) -> Iterator[Gap]:
    for row in coverage(workspace, project).rows:
        if row.in_scope and not row.scripts and row.priority in _UNTESTED_MATTERS:
            why = f"{row.title}: a {row.priority}, and nobody tests it."
            yield Gap("requirement_untested", "requirement", row.id, row.code, why)
    for apart in made_apart(workspace, project):
        yield Gap("script_apart", "script", apart.script, apart.code, apart.why)
    failed = {
        run.script for run in latest_runs_of_project(workspace, project) if run.state == "failed"
    }
    with workspace.connected() as sql:
        rows = sql.by_keys(
            "SELECT s.id, s.code, s.title FROM script s WHERE s.id IN ({keys}) AND NOT EXISTS "
            "(SELECT 1 FROM defect d WHERE d.script_id = s.id AND d.status <> 'rejected')",
            failed,
        )
    for key, code, title in sorted(rows, key=lambda row: row[1]):
        why = f"{title} failed and no defect says why."
        yield Gap("failure_without_defect", "script", key, code, why)


def _adoption(workspace: Workspace, project: int, _today: date) -> Iterator[Gap]:
    shows = {end for ends in links(workspace, SHOWS_ADOPTION).values() for end in ends}
    live = workspace.get(Project, project).go_live
    with workspace.connected() as sql:
        measures = sql.rows(
            "SELECT m.id, m.code, m.title, m.go_live, (SELECT MAX(taken) FROM measure_reading r "
            "WHERE r.measure_id = m.id) FROM measure m WHERE m.project_id = ? ORDER BY m.code",
            (project,),
        )
        benefits = sql.rows(
            "SELECT id, code, title, direction, baseline, target FROM benefit "
            "WHERE project_id = ? ORDER BY code",
            (project,),
        )
    for key, code, title, own, last in measures:
        start = own or live
        if last is None or (start and last < start):
            since = f" since go-live on {start}" if start else ""
            yield Gap("measure_not_read", "measure", key, code, f"{title}: not read{since}.")
    for key, code, title, direction, baseline, target in benefits:
        if key not in shows:
            why = f"{title}: no adoption measure shows that it comes about."
            yield Gap("benefit_without_measure", "benefit", key, code, why)
        if _wrong_side(direction, baseline, target):
            why = f"{title}: the target {target} is on the wrong side of {baseline}."
            yield Gap("benefit_target", "benefit", key, code, why)


def _wrong_side(direction: str, baseline: str, target: str) -> bool:
    if not baseline or not target:
        return False
    rise = float(target) - float(baseline)
    return rise < 0 if direction == "up" else rise > 0


_RULES: tuple[_Rule, ...] = (
    _inconsistent,
    _messages,
    _without_training,
    _without_test,
    _groups,
    _ended_groups,
    _left_champions,
    _courses,
    _tests,
    _adoption,
)
