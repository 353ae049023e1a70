"""The sample project: an 85-agent customer service moves to another desk, with a chatbot.

Everything is made by the actions that people use too, on the days of the story, so that history,
undo and figures look as they do in a real project.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from changedesk.handover.sample_change import WORKSHOP, ChangeSide
from changedesk.handover.sample_frame import Frame, complete_script, tie, write_requirements
from changedesk.handover.sample_large import fill_large
from changedesk.handover.sample_people import add_duties, add_staff
from changedesk.handover.sample_runs import record_run
from changedesk.handover.sample_story import (
    FIRST_DAY,
    LAST_DAY,
    Diary,
    Story,
    StoryClock,
    load_story,
)
from changedesk.handover.sample_survey import SurveySide
from changedesk.handover.sample_training import TrainingSide
from changedesk.people.actions import add_project
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import RunPlan, add_cycle, current_versions, plan_units, set_status
from changedesk.uat.records import Defect, Run
from changedesk.uat.scripts import add_scripts

MANAGER = "Dana Kowalski"
FACILITATOR = "Priya Raman"
SIZES = ("small", "large")
_WRITTEN_LAST = 2
_AFTER_ROUND = {
    1: (FIRST_DAY - timedelta(days=3), FIRST_DAY + timedelta(days=11)),
    2: (FIRST_DAY + timedelta(days=12), LAST_DAY),
}
"""The days whose messages and courses are told after each round."""

Progress = Callable[[int, int], None]


def start_of_story(last_day: date | None = None) -> StoryClock:
    """Return the clock with which the workspace of a sample has to be created."""
    story = load_story(last_day or LAST_DAY)
    return StoryClock(story.moment(FIRST_DAY - timedelta(days=21)))


def fill_sample(
    workspace: Workspace,
    clock: StoryClock,
    size: str = "small",
    *,
    last_day: date | None = None,
    progress: Progress | None = None,
) -> None:
    """Fill an empty workspace that runs on `clock`.

    `large` adds 1,000 scripts of 10 steps, 300 requirements, 5 cycles, 100,000 results, 2,000
    people in 60 groups, 400 impacts, 1,000 enrolments and 5,000 responses.
    """
    if size == "large":
        fill_large(workspace, clock, progress)
        return
    _Small(workspace, clock, load_story(last_day or LAST_DAY)).fill()


class _Small:
    """Fills in the small sample, chapter by chapter."""

    def __init__(self, workspace: Workspace, clock: StoryClock, story: Story) -> None:
        self.workspace = workspace
        self.clock = clock
        self.story = story
        self.people: dict[str, int] = {}
        self.scripts: dict[int, int] = {}
        self.data_sets: dict[tuple[int, str], int] = {}
        self.defects: dict[int, dict[str, Any]] = {}

    def fill(self) -> None:
        """Write everything down in the order in which it happened."""
        self.project = self._project()
        self._begin_change()
        self._on(FIRST_DAY - timedelta(days=20))
        self.requirements = write_requirements(self.workspace, self.project, self.story)
        self._on(FIRST_DAY - timedelta(days=20), 14)
        self.change.begin()
        self._write_scripts()
        self.change.send(FIRST_DAY - timedelta(days=20), FIRST_DAY - timedelta(days=4))
        self.surveys.begin()
        self.surveys.wave(1)
        self._prepare()
        for number, facts in enumerate(self.story.facts["cycle"], start=1):
            self._cycle(number, facts)
            self._between(number, _AFTER_ROUND[number])

    def _prepare(self) -> None:
        self._on(WORKSHOP, 11)
        self.training.plan(self.scripts)
        self.change.workshop()
        self.change.wave(1)
        self.change.tie(self.training.courses | self.training.needs)
        self.training.invite()

    def _on(self, written: date, hour: int = 9) -> None:
        # A chapter that ended later than the next one begins takes nothing back.
        moment = self.story.moment(written) + timedelta(hours=hour - 9)
        self.clock.now = max(self.clock.now, moment)

    def _project(self) -> int:
        self._on(FIRST_DAY - timedelta(days=21))
        facts = dict(self.story.facts["project"])
        facts["go_live"] = self.story.day(facts["go_live"])
        return add_project(self.workspace, facts.pop("code"), facts.pop("name"), **facts)

    def _begin_change(self) -> None:
        self.staff = add_staff(self.workspace, self.story)
        self.people = self.staff.people
        given = (self.workspace, self.clock, self.story, self.project, self.staff)
        self.change, self.training = ChangeSide(*given), TrainingSide(*given)
        self.surveys = SurveySide(*given)

    def _between(self, number: int, days: tuple[date, date]) -> None:
        """Tell what happens on the change side after a round."""
        self.change.send(*days)
        if number == 1:
            self.change.note_resistance()
            self.training.hold(self.story.moment(days[1]))
            self.change.wave(2)
            self.surveys.wave(2)
            return
        self.training.hold(self.story.moment(days[1]))
        add_duties(self.workspace, self.story, self.staff)
        self.surveys.wave(3)
        self.surveys.usability()
        self.change.wave(3)
        self.surveys.adoption()
        self.change.take_stock()

    def _write_scripts(self) -> None:
        numbered = list(enumerate(self.story.scripts, start=1))
        areas = list(dict.fromkeys(script["area"] for _, script in numbered[:-_WRITTEN_LAST]))
        for day, area in enumerate(areas):
            self._on(FIRST_DAY - timedelta(days=18 - day), 11)
            own = [one for one in numbered[:-_WRITTEN_LAST] if one[1]["area"] == area]
            self._write(f"Write the scripts of {area}", own)
        self._on(FIRST_DAY - timedelta(days=9), 15)
        self._write(
            "Write what the teams asked for in the last workshop", numbered[-_WRITTEN_LAST:]
        )

    def _write(self, label: str, own: list[tuple[int, dict[str, Any]]]) -> None:
        apart = ("steps", "trials", "data_sets")
        facts = [
            {
                "project": self.project, "status": "ready",
                **{name: script[name] for name in script if name not in apart},
            }
            for _, script in own
        ]  # fmt: skip
        steps = [
            [dict(zip(("do", "data", "expected"), step, strict=True)) for step in script["steps"]]
            for _, script in own
        ]
        with self.workspace.change(label) as change:
            keys = add_scripts(change, facts, steps)
            versions = current_versions(self.workspace, keys)
            for key, (number, script) in zip(keys, own, strict=True):
                self.scripts[number] = key
                sets = complete_script(self.workspace, change, versions[key], script)
                self.data_sets |= {(number, name): one for name, one in sets.items()}
            scripts = [(key, script) for key, (_, script) in zip(keys, own, strict=True)]
            tie(self.workspace, change, self.requirements, scripts)

    def _cycle(self, number: int, facts: dict[str, Any]) -> None:
        first, last, status = facts["starts"], facts["ends"], facts["status"]
        self._on(first - timedelta(days=4), 14)
        given = {name: facts[name] for name in ("purpose", "environment", "build")}
        days = {"starts": self.story.day(first), "ends": self.story.day(last)}
        cycle = add_cycle(self.workspace, self.project, facts["title"], **given, **days)
        told = [run for run in self.story.facts["run"] if run["cycle"] == number]
        frame = Frame(self.workspace, self.clock, self.story, number)
        frame.before(cycle)
        self._defects_before(number)
        runs = self._plan(cycle, told)
        frame.plan_sessions(cycle, self.people, FACILITATOR)
        diary = Diary(self.story.moment(first))
        starts = [self._start(diary, run) for run in told]
        self._on(first, 8)
        frame.at_opening()
        set_status(self.workspace, cycle, "open")
        for start, run, key in sorted(zip(starts, told, runs, strict=True), key=lambda x: x[0]):
            if run["results"]:
                frame.on_the_way(start)
                self.clock.now = start
                defect = record_run(self.workspace, self.clock, key, run, self.people)
                if defect is not None:
                    self.defects[defect] = run["defect"]
        self._on(last, 17)
        self._defects_after(number)
        frame.after(cycle)
        if status != "open":
            set_status(self.workspace, cycle, status)

    def _start(self, diary: Diary, run: dict[str, Any]) -> Any:
        return diary.next(run["tester"], self.story.scripts[run["script"] - 1]["minutes"])

    def _plan(self, cycle: int, told: list[dict[str, Any]]) -> list[int]:
        units = [self._unit(run) for run in told]
        with self.workspace.change(f"Plan {self.workspace.record_name(cycle)}") as change:
            first = plan_units(self.workspace, change, cycle, units)
            keys = []
            for unit, run in zip(units, told, strict=True):
                if run.get("attempt", 1) == 1:
                    keys.append(first[unit])
                    continue
                old = self.workspace.get(Run, first[unit])
                again = {
                    "cycle": cycle, "script": old.script_id, "version": old.version_id,
                    "tester": old.tester_id, "attempt": run["attempt"], "build": old.build,
                }  # fmt: skip
                keys += change.add_many(Run, [again])
        return keys

    def _unit(self, run: dict[str, Any]) -> RunPlan:
        number = run["script"]
        data_set = self.data_sets[number, run["data_set"]] if "data_set" in run else None
        return RunPlan(self.scripts[number], data_set, self.people[run["tester"]])

    # Defects go their way in two meetings: after the first round, and after the second one.

    def _defects_after(self, number: int) -> None:
        changes: dict[int, dict[str, Any]] = {}
        for key, facts in self.defects.items():
            if number == 1:
                changes[key] = {
                    "owner": facts["owner"], "vendor": facts["vendor"],
                    "priority": facts["severity"], "status": "triaged",
                }  # fmt: skip
            elif facts["ends_as"] in ("closed", "in_fix"):
                changes[key] = {"status": facts["ends_as"]}
        self._set_defects("Defect meeting after round " + str(number), changes)

    def _defects_before(self, number: int) -> None:
        if number == 1:
            return
        decided = ("rejected", "deferred", "triaged")
        changes = {
            key: {
                "status": facts["ends_as"] if facts["ends_as"] in decided else "ready_for_retest",
                "fixed_in": facts["fixed_in"],
                "workaround": facts.get("workaround", ""),
            }
            for key, facts in self.defects.items()
        }
        self._set_defects("Take over what the vendors fixed", changes)

    def _set_defects(self, label: str, changes: dict[int, dict[str, Any]]) -> None:
        with self.workspace.change(label) as change:
            change.set_many(Defect, changes)
