"""Coverage: which share of each group has been trained on a day, and what to expect at go-live.

It counts distinct people who attended, and apart from them those seen at the required level.
That is training; whether people work the new way is told by adoption metrics.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from changedesk.people.records import Project
from changedesk.people.shares import Share
from changedesk.store.engine import Sql
from changedesk.store.workspace import Workspace
from changedesk.training.clashes import meeting_at
from changedesk.training.completion_days import day_noted
from changedesk.training.members import groups_of, members_on
from changedesk.training.readiness import (
    Evidence,
    NeedFact,
    Place,
    Seen,
    Standing,
    Took,
    standing_of_group,
    standing_of_need,
)
from changedesk.training.sessions import WAITING
from changedesk.training.together import AskedOf, all_together


@dataclass(frozen=True)
class NeedCoverage:
    """A need with where it stands; `courses` are the codes of those that serve it."""

    id: int
    code: str
    title: str
    level: int | None
    criticality: str
    courses: tuple[str, ...]
    standing: Standing


@dataclass(frozen=True)
class GroupCoverage:
    """A group with where it stands, the needs behind that, and the names of who is missing.

    `from_headcount` says that the headcount was taken for how many must be trained.
    """

    id: int
    name: str
    site: str
    standing: Standing
    needs: tuple[NeedCoverage, ...]
    missing: tuple[str, ...]
    from_headcount: bool

    @property
    def unsized(self) -> bool:
        """Tell whether it has neither a headcount nor people, so that nobody is counted."""
        return not self.standing.wanted and not self.from_headcount

    @property
    def unserved(self) -> int:
        """Return how many of the needs no course serves yet: they do not count in `standing`."""
        return sum(1 for need in self.needs if not need.courses)


@dataclass(frozen=True)
class TrainingCoverage:
    """The coverage of a project on a day.

    `trained` and `expected` are distinct people of all groups together; `without_group` are the
    needs that nobody is named for.
    """

    day: str
    go_live: str
    groups: tuple[GroupCoverage, ...]
    trained: Share
    expected: Share
    without_group: tuple[str, ...]

    @property
    def unsized(self) -> tuple[GroupCoverage, ...]:
        """Return the groups that must be trained, and nobody knows how many people they are."""
        return tuple(group for group in self.groups if group.unsized)


@dataclass(frozen=True)
class _Need:
    id: int
    code: str
    title: str
    group: int
    skill: int | None
    level: int | None
    people: int | None
    criticality: str
    course: int | None


@dataclass(frozen=True)
class _Frame:
    """What every group is judged with: members by group, courses by skill, names and codes."""

    members: Mapping[int, frozenset[int]]
    gives: Mapping[int, list[tuple[int, int | None]]]
    names: Mapping[int, str]
    codes: Mapping[int, str]


def coverage(workspace: Workspace, project: int, day: str) -> TrainingCoverage:
    """Return how a project's groups stand on a day (ISO); needs that were dropped do not count."""
    go_live = workspace.get(Project, project).go_live
    with workspace.connected() as sql:
        needs, loose = _needs(sql, project)
        known = _evidence(sql, project, day).until(day).planned_until(go_live)
        frame = _Frame(
            members_on(sql, day),
            _courses_of_skills(sql, project),
            dict(sql.rows("SELECT id, name FROM person")),
            dict(sql.rows("SELECT id, code FROM course WHERE project_id = ?", (project,))),
        )
        groups = sql.rows("SELECT id, name, site, headcount FROM people_group")
        parents = dict(sql.rows("SELECT id, parent_id FROM people_group"))
    by_group: dict[int, list[_Need]] = defaultdict(list)
    for need in needs:
        by_group[need.group].append(need)
    rows = [row for row in groups if row[0] in by_group]
    asked = {row[0]: _asked_of(row[0], row[3], by_group[row[0]], frame) for row in rows}
    own = known.split(groups_of({key: one.members for key, one in asked.items()}))
    found = [
        _group(row, by_group[row[0]], asked[row[0]], own.get(row[0], Evidence()), frame)
        for row in rows
    ]
    found.sort(key=lambda group: (group.name.casefold(), group.id))
    total = all_together(asked, parents, known)
    return TrainingCoverage(day, go_live, tuple(found), total.trained, total.expected, loose)


def _needs(sql: Sql, project: int) -> tuple[list[_Need], tuple[str, ...]]:
    rows = sql.rows(
        'SELECT id, code, title, group_id, skill_id, "required", people, criticality, course_id '
        "FROM need WHERE project_id = ? AND status <> 'dropped' ORDER BY LENGTH(code), code",
        (project,),
    )
    return [_Need(*row) for row in rows if row[3] is not None], tuple(
        row[1] for row in rows if row[3] is None
    )


def _evidence(sql: Sql, project: int, day: str) -> Evidence:
    levels: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for course, skill, level in sql.rows(
        "SELECT cs.course_id, cs.skill_id, cs.level FROM course_skill cs "
        "JOIN course c ON c.id = cs.course_id WHERE c.project_id = ? AND cs.level IS NOT NULL",
        (project,),
    ):
        levels[course].append((skill, level))
    noted = _noted(sql, project, day)
    took, places = [], []
    for key, person, said, session, course, starts, minutes, zone, status, no_show in sql.rows(
        "SELECT e.id, e.person_id, e.state, s.id, s.course_id, s.starts, "
        "COALESCE(s.minutes, c.minutes), s.time_zone, s.status, c.no_show FROM enrolment e "
        "JOIN training_session s ON s.id = e.session_id JOIN course c ON c.id = s.course_id "
        "WHERE c.project_id = ? AND (NOT e.retrain OR e.state IN ('invited', 'confirmed'))",
        (project,),
    ):
        known = noted.get(key, _UNKNOWN)
        state, held = (said, "") if starts is not None else (known.outcome, known.day)
        if starts is not None:
            held = meeting_at(session, course, starts, minutes, zone).day
        if state in ("attended", "partial"):
            own = tuple(levels.get(course, ()))
            took.append(Took(person, course, held, state == "attended", known.passed, own))
            if state == "attended" and held > day:
                places.append(Place(person, session, course, held))
        elif state in WAITING and status != "cancelled" and held >= day:
            places.append(Place(person, session, course, held, no_show))
        if known.coming:
            places.append(Place(person, session, course, known.coming))
    seen = [
        Seen(*row)
        for row in sql.rows(
            "SELECT person_id, skill_id, taken, level FROM proficiency_reading "
            "WHERE project_id = ? AND person_id IS NOT NULL AND skill_id IS NOT NULL "
            "AND level IS NOT NULL ORDER BY id",
            (project,),
        )
    ]
    return Evidence(took, seen, places)


@dataclass
class _Noted:
    """What the attendance of an enrolment says: its newest outcome, of which day, and the test.

    `coming` is a later day of which a file says already that it was completed.
    """

    outcome: str = ""
    day: str = ""
    passed: bool | None = None
    coming: str = ""


_UNKNOWN = _Noted()


def _noted(sql: Sql, project: int, day: str) -> dict[int, _Noted]:
    """Return what was noted of each enrolment; of a session without a time, up to a day only."""
    rows = sql.rows(
        "SELECT a.enrolment_id, a.at, x.uid, a.outcome, a.score, a.passed, c.pass_score, s.starts "
        "FROM attendance a JOIN entity x ON x.id = a.id JOIN enrolment e ON e.id = a.enrolment_id "
        "JOIN training_session s ON s.id = e.session_id JOIN course c ON c.id = s.course_id "
        "WHERE c.project_id = ?",
        (project,),
    )
    found: dict[int, _Noted] = defaultdict(_Noted)
    for key, at, _uid, outcome, score, passed, needed, starts in sorted(
        rows, key=lambda row: (row[1] or 0, bytes(row[2]))
    ):
        noted_on = day_noted(at) if starts is None and at is not None else ""
        one = found[key]
        if noted_on > day:
            one.coming = noted_on if outcome == "attended" else ""
            continue
        one.outcome, one.day = outcome, noted_on
        if passed or (score is not None and needed is not None):
            one.passed = bool(passed) or score >= needed
    return found


def _courses_of_skills(sql: Sql, project: int) -> dict[int, list[tuple[int, int | None]]]:
    found: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for skill, course, level in sql.rows(
        "SELECT cs.skill_id, cs.course_id, cs.level FROM course_skill cs "
        "JOIN course c ON c.id = cs.course_id WHERE c.project_id = ?",
        (project,),
    ):
        found[skill].append((course, level))
    return found


def _serving(need: _Need, gives: Mapping[int, Iterable[tuple[int, int | None]]]) -> frozenset[int]:
    # The course that the need names, and every course that gives its skill at its level.
    own = {need.course} if need.course is not None else set()
    for course, level in gives.get(need.skill or 0, ()):
        if need.level is None or level is None or level >= need.level:
            own.add(course)
    return frozenset(own)


def _fact(need: _Need, size: int, gives: Mapping[int, list[tuple[int, int | None]]]) -> NeedFact:
    wanted = size if need.people is None else need.people
    return NeedFact(need.id, wanted, wanted >= size, _serving(need, gives), need.skill, need.level)


def _asked_of(key: int, headcount: int | None, needs: list[_Need], frame: _Frame) -> AskedOf:
    members = frame.members.get(key, frozenset())
    size = len(members) if headcount is None else headcount
    return AskedOf([_fact(need, size, frame.gives) for need in needs], members)


def _group(
    row: tuple[int, str, str, int | None],
    needs: list[_Need],
    asked: AskedOf,
    known: Evidence,
    frame: _Frame,
) -> GroupCoverage:
    key, name, site, headcount = row
    told = tuple(
        NeedCoverage(
            need.id, need.code, need.title, need.level, need.criticality,
            tuple(sorted(frame.codes[one] for one in fact.courses if one in frame.codes)),
            standing_of_need(fact, asked.members, known),
        )
        for need, fact in zip(needs, asked.needs, strict=True)
    )  # fmt: skip
    standing = standing_of_group(asked.needs, asked.members, known)
    missing = sorted((frame.names[one] for one in standing.missing), key=str.casefold)
    return GroupCoverage(key, name, site, standing, told, tuple(missing), headcount is not None)
