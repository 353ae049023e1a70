"""The sample project: an 85-agent customer service moves to another desk, with a chatbot.

Everything is made by the actions that people use too, on the days of the story, so that history,
undo and figures look as they do in a real project.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from changedesk.handover.sample_large import fill_large
from changedesk.handover.sample_runs import record_run
from changedesk.handover.sample_story import (
    FIRST_DAY,
    LAST_DAY,
    Diary,
    Story,
    StoryClock,
    load_story,
)
from changedesk.people.actions import add_project
from changedesk.people.records import Group, Person
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import add_cycle, plan, set_status
from changedesk.uat.records import Defect, Run
from changedesk.uat.scripts import add_scripts

MANAGER = "Dana Kowalski"
SIZES = ("small", "large")

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

    `large` adds 1,000 scripts of 10 steps, 5 cycles, 100,000 results and 2,000 people.
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
        self.scripts: list[int] = []
        self.defects: dict[int, dict[str, Any]] = {}

    def fill(self) -> None:
        """Write everything down in the order in which it happened."""
        self.project = self._project()
        self._teams()
        self._write_scripts()
        for number, facts in enumerate(self.story.facts["cycle"], start=1):
            self._cycle(number, facts)

    def _on(self, written: date, hour: int = 9) -> None:
        self.clock.now = self.story.moment(written) + timedelta(hours=hour - 9)

    def _project(self) -> int:
        self._on(FIRST_DAY - timedelta(days=21))
        facts = dict(self.story.facts["project"])
        facts["go_live"] = self.story.day(facts["go_live"])
        return add_project(self.workspace, facts.pop("code"), facts.pop("name"), **facts)

    def _teams(self) -> None:
        with self.workspace.change("Add the teams of four sites") as change:
            groups = self.story.facts["group"]
            keys = change.add_many(Group, [dict(group) for group in groups])
        group_of = {group["name"]: key for group, key in zip(groups, keys, strict=True)}
        rows = self.story.facts["people"]["rows"]
        with self.workspace.change("Add the people who take part") as change:
            people = [
                {
                    "name": name, "role": role, "site": site, "group": group_of.get(group),
                    "email": _address(name),
                }
                for name, role, group, site in rows
            ]  # fmt: skip
            keys = change.add_many(Person, people)
        self.people = {row[0]: key for row, key in zip(rows, keys, strict=True)}

    def _write_scripts(self) -> None:
        areas = list(dict.fromkeys(script["area"] for script in self.story.scripts))
        for day, area in enumerate(areas):
            self._on(FIRST_DAY - timedelta(days=18 - day), 11)
            own = [dict(script) for script in self.story.scripts if script["area"] == area]
            steps = [
                [dict(zip(("do", "data", "expected"), step, strict=True)) for step in one]
                for one in (script.pop("steps") for script in own)
            ]
            facts = [{"project": self.project, "status": "ready", **script} for script in own]
            with self.workspace.change(f"Write the scripts of {area}") as change:
                self.scripts += add_scripts(change, facts, steps)

    def _cycle(self, number: int, facts: dict[str, Any]) -> None:
        first, last, status = facts["starts"], facts["ends"], facts["status"]
        self._on(first - timedelta(days=4), 14)
        given = {name: facts[name] for name in ("purpose", "environment", "build")}
        days = {"starts": self.story.day(first), "ends": self.story.day(last)}
        cycle = add_cycle(self.workspace, self.project, facts["title"], **given, **days)
        told = [run for run in self.story.facts["run"] if run["cycle"] == number]
        self._defects_before(number)
        runs = self._plan(cycle, told)
        diary = Diary(self.story.moment(first))
        starts = [self._start(diary, run) for run in told]
        self._on(first, 8)
        set_status(self.workspace, cycle, "open")
        for start, run, key in sorted(zip(starts, told, runs, strict=True), key=lambda x: x[0]):
            if run["results"]:
                self.clock.now = start
                defect = record_run(self.workspace, self.clock, key, run, self.people)
                if defect is not None:
                    self.defects[defect] = run["defect"]
        self._on(last, 17)
        self._defects_after(number)
        if status != "open":
            set_status(self.workspace, cycle, status)

    def _start(self, diary: Diary, run: dict[str, Any]) -> Any:
        return diary.next(run["tester"], self.story.scripts[run["script"] - 1]["minutes"])

    def _plan(self, cycle: int, told: list[dict[str, Any]]) -> list[int]:
        pairs = [(self.scripts[run["script"] - 1], self.people[run["tester"]]) for run in told]
        with self.workspace.change(f"Plan {self.workspace.record_name(cycle)}") as change:
            first = plan(self.workspace, change, cycle, pairs)
            keys = []
            for pair, run in zip(pairs, told, strict=True):
                if run.get("attempt", 1) == 1:
                    keys.append(first[pair])
                    continue
                old = self.workspace.get(Run, first[pair])
                again = {
                    "cycle": cycle, "script": old.script_id, "version": old.version_id,
                    "tester": old.tester_id, "attempt": run["attempt"], "build": old.build,
                }  # fmt: skip
                keys += change.add_many(Run, [again])
        return keys

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
                **self._workaround(key, facts),
            }
            for key, facts in self.defects.items()
        }
        self._set_defects("Take over what the vendors fixed", changes)

    def _workaround(self, key: int, facts: dict[str, Any]) -> dict[str, str]:
        if "workaround" not in facts:
            return {}
        told = self.workspace.get(Defect, key).description
        return {"description": f"{told}\nWorkaround: {facts['workaround']}"}

    def _set_defects(self, label: str, changes: dict[int, dict[str, Any]]) -> None:
        with self.workspace.change(label) as change:
            change.set_many(Defect, changes)


def _address(name: str) -> str:
    plain = name.lower().translate(str.maketrans("ńłéńó ", "nleno."))
    return f"{plain}@northwind.example"
