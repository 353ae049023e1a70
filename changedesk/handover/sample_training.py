"""The training of the sample: courses, 12 sessions, 85 people, who came, and what they can do."""

from datetime import datetime, timedelta
from typing import Any

from changedesk.handover.sample_change import keys_by_id
from changedesk.handover.sample_people import Staff
from changedesk.handover.sample_story import Story, StoryClock
from changedesk.people.links import PRACTISES, REQUIRES, link
from changedesk.store.workspace import Workspace
from changedesk.training.records import (
    Attendance,
    Course,
    CourseSkill,
    Enrolment,
    Need,
    ProficiencyReading,
    Skill,
    TrainingSession,
)

_PASS = 80
_POINTS = 20
_ALONE = 16
"""So many points of a test, and somebody works alone."""


class TrainingSide:
    """Writes the training of the story down."""

    def __init__(
        self, workspace: Workspace, clock: StoryClock, story: Story, project: int, staff: Staff
    ) -> None:
        self._workspace = workspace
        self._clock = clock
        self._story = story
        self._project = project
        self._staff = staff
        self._skills: dict[str, int] = {}
        self.courses: dict[str, int] = {}
        self.needs: dict[str, int] = {}
        self._sessions: list[int] = []
        self._enrolled: list[dict[str, int]] = []

    def plan(self, scripts: dict[int, int]) -> None:
        """Write skills, courses and needs; courses practise on scripts of the test."""
        told = self._story.change
        with self._workspace.change("Write courses and needs") as change:
            skills = change.add_many(Skill, [self._facts(one) for one in told["skill"]])
            self._skills = keys_by_id(told["skill"], skills)
            courses = change.add_many(Course, [self._facts(one) for one in told["course"]])
            self.courses = keys_by_id(told["course"], courses)
            levels = [
                {"course": self.courses[c["id"]], "skill": self._skills[skill], "level": level}
                for c in told["course"]
                for skill, level in c["teaches"].items()
            ]
            change.add_many(CourseSkill, levels)
            needs = change.add_many(Need, [self._facts(one) for one in told["need"]])
            self.needs = keys_by_id(told["need"], needs)
            first = [
                (self.courses[c["id"]], self.courses[one])
                for c in told["course"]
                for one in c.get("after", ())
            ]
            link(self._workspace, change, REQUIRES, first)
            exercises = [
                (self.courses[c["id"]], scripts[number])
                for c in told["course"]
                for number in c["practises"]
            ]
            link(self._workspace, change, PRACTISES, exercises)

    def invite(self) -> None:
        """Plan the sessions and invite everybody to one at least."""
        told = self._story.change["session"]
        with self._workspace.change("Plan the training sessions") as change:
            self._sessions = change.add_many(TrainingSession, [self._session(one) for one in told])
        with self._workspace.change("Invite to the training sessions") as change:
            for session, one in zip(self._sessions, told, strict=True):
                names = self._invited(one)
                rows = [
                    {
                        "session": session, "person": self._staff.people[name],
                        "invitation": "invited" if place % 3 == 0 else "confirmed",
                    }
                    for place, name in enumerate(names)
                ]  # fmt: skip
                keys = change.add_many(Enrolment, rows)
                self._enrolled.append(dict(zip(names, keys, strict=True)))

    def hold(self, until: datetime) -> None:
        """Note who came to the sessions that were held before `until` and not noted yet."""
        for number, one in enumerate(self._story.change["session"]):
            starts = self._story.instant(one["starts"])
            if one.get("held") and self._sessions[number] and starts < until:
                self._note(number, one, starts)
                self._sessions[number] = 0

    def _note(self, number: int, one: dict[str, Any], starts: datetime) -> None:
        ended = starts + timedelta(minutes=self._minutes(one))
        self._clock.now = max(self._clock.now, ended)
        at = int(ended.timestamp() * 1000)
        with self._workspace.change(f"Take attendance in {one['place']}") as change:
            session, enrolled = self._sessions[number], self._enrolled[number]
            if "walk_in" in one:
                facts = {
                    "session": session, "person": self._staff.people[one["walk_in"]],
                    "walk_in": True,
                }  # fmt: skip
                enrolled[one["walk_in"]] = change.add_many(Enrolment, [facts])[0]
            came = [
                self._attendance(key, name, one, place, at)
                for place, (name, key) in enumerate(enrolled.items(), start=number)
            ]
            change.add_many(Attendance, came)
            change.set_many(TrainingSession, {session: {"status": "held"}})
            change.add_many(ProficiencyReading, self._readings(one, enrolled, number))

    def _attendance(
        self, key: int, name: str, one: dict[str, Any], place: int, at: int
    ) -> dict[str, Any]:
        outcome = one.get("other", {}).get(name, "attended")
        facts: dict[str, Any] = {"enrolment": key, "outcome": outcome, "at": at}
        minutes = self._minutes(one)
        if outcome == "attended":
            score = 76 + place * 7 % 25
            facts |= {"minutes": minutes, "score": score, "passed": score >= _PASS}
        elif outcome == "partial":
            facts |= {"minutes": minutes // 2, "remark": "Called back to the floor"}
        return facts

    def _readings(
        self, one: dict[str, Any], enrolled: dict[str, int], number: int
    ) -> list[dict[str, Any]]:
        course = one["course"]
        shared = {
            "project": self._project, "course": self.courses[course],
            "taken": self._story.day(one["starts"].date()),
        }  # fmt: skip
        there = [name for name in enrolled if one.get("other", {}).get(name, "") == ""]
        readings = [
            {
                **shared, "kirkpatrick": "1", "measure": "Fits my daily tasks, mean of 5",
                "value": 38 + number * 2 % 9, "maximum": 50, "occasion": "after",
                "observer": one["trainer"],
            }
        ]  # fmt: skip
        skill = next(c["teaches"] for c in self._story.change["course"] if c["id"] == course)
        first = self._skills[next(iter(skill))]
        for place, name in enumerate(there, start=number):
            after = 13 + place * 5 % 8
            tests = (("before", 5 + place * 3 % 6, 1), ("after", after, 2 + (after >= _ALONE)))
            readings += [
                {
                    **shared, "kirkpatrick": "2", "person": self._staff.people[name],
                    "skill": first, "occasion": occasion, "measure": "Test of ten cases",
                    "value": points, "maximum": _POINTS, "level": level,
                    "observer": one["trainer"],
                }
                for occasion, points, level in tests
            ]  # fmt: skip
        return readings

    def _session(self, one: dict[str, Any]) -> dict[str, Any]:
        names = ("time_zone", "place", "trainer", "remark")
        return {
            "project": self._project, "course": self.courses[one["course"]],
            "starts": int(self._story.instant(one["starts"]).timestamp() * 1000),
            "status": "open", **{name: one[name] for name in names if name in one},
        }  # fmt: skip

    def _invited(self, one: dict[str, Any]) -> list[str]:
        return [
            name
            for team, first, last in one["people"]
            for name in self._staff.members[team][first:last]
        ]

    def _minutes(self, one: dict[str, Any]) -> int:
        told = self._story.change["course"]
        return int(next(c["minutes"] for c in told if c["id"] == one["course"]))

    def _facts(self, one: dict[str, Any]) -> dict[str, Any]:
        apart = ("id", "teaches", "after", "practises", "group", "skill", "course")
        facts = {name: one[name] for name in one if name not in apart}
        if "materials_ready" in facts:
            facts["materials_ready"] = self._story.day(facts["materials_ready"])
        named = (
            ("group", self._staff.groups), ("skill", self._skills), ("course", self.courses),
        )  # fmt: skip
        facts |= {name: known[one[name]] for name, known in named if name in one}
        return {"project": self._project, **facts}
