"""Takes in training plans, completions and ratings within a change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.headings import normal
from changedesk.exchange.keyed import take_keyed
from changedesk.exchange.making import Taken
from changedesk.people.days import today
from changedesk.people.importing import Cast, folded
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.training.clashes import meeting_at
from changedesk.training.completion_days import day_noted, noon_of
from changedesk.training.records import (
    COMPLETIONS,
    Attendance,
    Course,
    Enrolment,
    Need,
    ProficiencyReading,
    TrainingSession,
)

_LONGEST = 200


def take_needs(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    cast: Cast,
    taken: Taken,
) -> None:
    """Make or update needs; a group that is made has as many people as the plan counts."""
    told = []
    for draft in drafts:
        fields = draft.fields()
        people = draft.values.get("people")
        group = cast.group(draft.name("group"), int(people) if people is not None else None)
        if group is not None:
            fields["group"] = group
        told.append((draft.source_key, fields))
    take_keyed(workspace, change, Need, project, told, taken)


class Courses:
    """The courses of a project by their titles; one that is named and not there is made."""

    def __init__(self, workspace: Workspace, change: Change, project: int, taken: Taken) -> None:
        self._change, self._project, self._taken = change, project, taken
        self._by_title: dict[str, list[int]] = defaultdict(list)
        self._by_source: dict[str, list[int]] = defaultdict(list)
        columns = (Course.id, Course.title, Course.code, Course.source_id)
        rows = workspace.rows(Course.select(*columns).where(Course.project == project))
        for row in rows:
            self._by_title[folded(row.title)].append(row.id)
            self._by_title[folded(row.code)].append(row.id)
            if row.source_id:
                self._by_source[folded(row.source_id)].append(row.id)

    def called(self, title: str) -> int:
        """Return the course of this title, the first one made where several have it."""
        known = self._by_title.get(folded(title))
        if known:
            return min(known)
        key = int(self._change.add(Course(project=self._project, title=title)).id)
        self._by_title[folded(title)].append(key)
        self._taken.add("course")
        return key

    def named(self, names: Iterable[str]) -> int | None:
        """Return the course that is called so: by its title, its code, or that of its file."""
        for name in names:
            key = folded(name)
            if known := self._by_title.get(key) or self._by_source.get(key):
                return min(known)
        return None

    def taught_in(self, activity: str) -> int | None:
        """Return the course that an activity names with its whole title, the longest one."""
        words = f" {normal(activity)} "
        found = [title for title in self._by_title if f" {normal(title)} " in words]
        return min(self._by_title[max(found, key=len)]) if found else None


def take_courses(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    taken: Taken,
) -> None:
    """Make or update courses."""
    told = [(draft.source_key, draft.fields()) for draft in drafts]
    take_keyed(workspace, change, Course, project, told, taken)


def take_sessions(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    taken: Taken,
) -> None:
    """Make or update sessions; an activity that names no course gets one of its own title."""
    courses = Courses(workspace, change, project, taken)
    told, own = [], []
    for draft in drafts:
        names = draft.names.get("course", ())
        course = courses.named(names)
        if course is None:
            name = next(iter(names), draft.title)
            course = courses.taught_in(name)
            if course is None:
                own.append(name)
                course = courses.called(name)
        told.append((draft.source_key, {"course": course, **_session(draft)}))
    take_keyed(workspace, change, TrainingSession, project, told, taken)
    if own:
        listed = ", ".join(dict.fromkeys(own))
        taken.warnings.append(
            f"The schedule names what is no course of this project: {listed}. Each is a "
            "course of its own now; delete what is no training."
        )


def _session(draft: ChangeDraft) -> dict[str, Any]:
    values = draft.values
    fields: dict[str, Any] = {
        name: values[name] for name in ("place", "trainer", "minutes", "capacity") if name in values
    }
    if zone := str(values.get("zone", "")):
        fields["time_zone"] = zone
    weeks, day, clock = (
        str(values.get("weeks", "")),
        str(values.get("day", "")),
        values.get("clock"),
    )
    # Which week of the year that is, only its plan knows: neither day nor time is made up.
    when = f"Week {weeks}" if weeks[:1].isdigit() else weeks or (day if clock is None else "")
    title = " ".join(dict.fromkeys(one for one in (draft.source_id, draft.title) if one))
    said = [when, title, values.get("audience"), values.get("method"), values.get("remark")]
    fields["remark"] = " · ".join(" ".join(str(one).split()) for one in said if one)[:_LONGEST]
    if day and clock is not None:
        midnight = datetime.combine(date.fromisoformat(day), time())
        local = midnight + timedelta(minutes=int(clock))
        there = local.replace(tzinfo=ZoneInfo(zone)) if zone else local.astimezone()
        fields["starts"] = int(there.timestamp() * 1000)
    return fields


# -- completions ----------------------------------------------------------------------------------


def take_completions(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    cast: Cast,
    taken: Taken,
) -> None:
    """Enrol people and note what became of it.

    A day on which a session of the course is planned means that session; all else goes to one
    session of the course for completions.
    """
    courses = Courses(workspace, change, project, taken)
    room = _Room(workspace, change, project, taken)
    wanted: dict[tuple[int, int], list[ChangeDraft]] = defaultdict(list)
    for draft in drafts:
        person = cast.person(draft.name("person"), draft.values, cast.group(draft.name("group")))
        if person is not None:
            course = courses.called(draft.name("course"))
            session = room.session(course, str(draft.values.get("day", "")))
            wanted[session, person].append(draft)
    enrolments = _enrol(workspace, change, wanted, taken)
    _note(workspace, change, {enrolments[pair]: some for pair, some in wanted.items()}, taken)


class _Room:
    """The sessions of a project's courses, by day."""

    def __init__(self, workspace: Workspace, change: Change, project: int, taken: Taken) -> None:
        self._change, self._project, self._taken = change, project, taken
        self._by_day: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._general: dict[int, int] = {}
        columns = (
            TrainingSession.id, TrainingSession.course, TrainingSession.starts,
            TrainingSession.time_zone, TrainingSession.source_key,
        )  # fmt: skip
        rows = workspace.rows(
            TrainingSession.select(*columns).where(TrainingSession.project == project)
        )
        for row in rows:
            if row.source_key == COMPLETIONS:
                self._general.setdefault(row.course, row.id)
            elif row.starts is not None:
                day = meeting_at(row.id, row.course, row.starts, None, row.time_zone).day
                self._by_day[row.course, day].append(row.id)

    def session(self, course: int, day: str) -> int:
        """Return the session of a course on a day, or the one for its completions."""
        planned = self._by_day.get((course, day), [])
        if len(planned) == 1:
            return planned[0]
        if course not in self._general:
            record = TrainingSession(
                project=self._project, course=course, place="Completions", status="held",
                source_key=COMPLETIONS,
            )  # fmt: skip
            self._general[course] = int(self._change.add(record).id)
            self._taken.add("training_session")
        return self._general[course]


def _enrol(
    workspace: Workspace,
    change: Change,
    wanted: Mapping[tuple[int, int], Sequence[ChangeDraft]],
    taken: Taken,
) -> dict[tuple[int, int], int]:
    sessions = {session for session, _ in wanted}
    rows = workspace.rows(
        Enrolment.select(Enrolment.id, Enrolment.session, Enrolment.person).where(
            Enrolment.session.in_(sorted(sessions))
        )
    )
    there = {(row.session, row.person): row.id for row in rows}
    fresh = [pair for pair in wanted if pair not in there]
    made = change.add_many(
        Enrolment,
        [
            {
                "session": session,
                "person": person,
                "invitation": _invitation(wanted[session, person]),
            }
            for session, person in fresh
        ],
    )
    taken.add("enrolment", len(made))
    return there | dict(zip(fresh, made, strict=True))


def _invitation(drafts: Iterable[ChangeDraft]) -> str:
    said = {draft.values.get("outcome") for draft in drafts}
    return "confirmed" if "confirmed" in said else "invited"


def _note(
    workspace: Workspace,
    change: Change,
    told: Mapping[int, Sequence[ChangeDraft]],
    taken: Taken,
) -> None:
    rows = workspace.rows(
        Attendance.select(
            Attendance.enrolment, Attendance.outcome, Attendance.score, Attendance.passed,
            Attendance.at,
        ).where(Attendance.enrolment.in_(sorted(told)))
    )  # fmt: skip
    there: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        there[row.enrolment].append((row.outcome, row.score, bool(row.passed), row.at))
    fresh = []
    for enrolment, drafts in told.items():
        for draft in drafts:
            outcome = draft.values.get("outcome")
            if outcome in {"invited", "confirmed"}:
                continue
            said = (outcome, draft.values.get("score"), bool(draft.values.get("passed")))
            day = str(draft.values.get("day", ""))
            noon = noon_of(day) if day else None
            if any(one[:3] == said and noon in (None, one[3]) for one in there[enrolment]):
                taken.unchanged += 1
                continue
            at = noon if noon is not None else change.now_ms
            there[enrolment].append((*said, at))
            fresh.append(
                {
                    "enrolment": enrolment, "outcome": outcome, "at": at,
                    **{
                        name: draft.values[name]
                        for name in ("score", "passed", "minutes", "remark")
                        if name in draft.values
                    },
                }
            )  # fmt: skip
    change.add_many(Attendance, fresh)
    taken.add("attendance", len(fresh))
    _tell_coming(workspace, fresh, taken)


def _tell_coming(workspace: Workspace, fresh: Sequence[Mapping[str, Any]], taken: Taken) -> None:
    """Say that a day that is still to come does not count yet: it may be the wrong way round."""
    days = sorted(day for one in fresh if (day := day_noted(int(one["at"]))) > today(workspace))
    if days:
        many = "1 completion is" if len(days) == 1 else f"{len(days)} completions are"
        taken.warnings.append(
            f"{many} of a day still to come (up to {days[-1]}) and counted only from that day on: "
            "look whether day and month are the right way round."
        )


def take_ratings(
    workspace: Workspace,
    change: Change,
    project: int,
    drafts: Sequence[ChangeDraft],
    taken: Taken,
) -> None:
    """Add ratings as readings of reaction, each known again by course, question and row."""
    courses = Courses(workspace, change, project, taken)
    rows = workspace.rows(
        ProficiencyReading.select(
            ProficiencyReading.course, ProficiencyReading.measure, ProficiencyReading.remark
        ).where((ProficiencyReading.project == project) & (ProficiencyReading.kirkpatrick == "1"))
    )
    there = {(row.course, row.measure, row.remark) for row in rows}
    # A file of ratings tells no day: the day of the import stands for it.
    today = datetime.fromtimestamp(change.now_ms / 1000, UTC).date().isoformat()
    fresh = []
    for draft in drafts:
        course = courses.called(draft.name("course"))
        told = (course, draft.values["measure"], draft.values["remark"])
        if told in there:
            taken.unchanged += 1
            continue
        there.add(told)
        fresh.append({"project": project, "course": course, "taken": today, **draft.values})
    change.add_many(ProficiencyReading, fresh)
    taken.add("proficiency_reading", len(fresh))
    if fresh:
        taken.warnings.append(
            f"The file gives no day for its {len(fresh)} ratings: they stand under {today}. "
            "Answers in words belong to a survey and were left out."
        )
