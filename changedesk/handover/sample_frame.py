"""What surrounds the runs of the sample: requirements, criteria, conditions, sessions."""

from datetime import datetime, timedelta
from typing import Any

from changedesk.handover.sample_story import Story, StoryClock
from changedesk.people.links import TESTED_BY, link
from changedesk.people.records import Person
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.uat.records import (
    Condition,
    Criterion,
    DataSet,
    Requirement,
    SessionTester,
    Step,
    UatSession,
)

_SESSION_MINUTES = 180
_TO_THE_EVENING = timedelta(hours=8)


def write_requirements(workspace: Workspace, project: int, story: Story) -> dict[str, int]:
    """Write the requirements down; return their keys by code."""
    with workspace.change("Write the requirements of nine workshops") as change:
        facts = [{"project": project, **one} for one in story.requirements]
        keys = change.add_many(Requirement, facts)
    rows = workspace.rows(Requirement.select(Requirement.id, Requirement.code))
    codes = {row.id: row.code for row in rows}
    return {codes[key]: key for key in keys}


def tie(
    workspace: Workspace,
    change: Change,
    requirements: dict[str, int],
    scripts: list[tuple[int, dict[str, Any]]],
) -> None:
    """Link scripts, within a change, to the requirements that they name."""
    pairs = [
        (requirements[code.strip()], key)
        for key, script in scripts
        for code in script["requirements"].split(",")
    ]
    link(workspace, change, TESTED_BY, pairs)


def complete_script(
    workspace: Workspace, change: Change, version: int, told: dict[str, Any]
) -> dict[str, int]:
    """Give a script its tries and its data sets; return the keys of these by name."""
    if "trials" in told:
        rule = told["trials"]
        step = workspace.find(Step, version=version, position=rule["step"])
        assert step is not None
        change.set(step, trials=rule["n"], threshold=rule["threshold"])
    sets = told.get("data_sets", [])
    keys = change.add_many(
        DataSet,
        [
            {"version": version, "position": place, "name": name, "values": values}
            for place, (name, values) in enumerate(sets, start=1)
        ],
    )
    return {name: key for (name, _), key in zip(sets, keys, strict=True)}


class Frame:
    """Criteria, conditions and sessions of one cycle of the story."""

    def __init__(self, workspace: Workspace, clock: StoryClock, story: Story, number: int) -> None:
        self._workspace = workspace
        self._clock = clock
        self._story = story
        self._number = number
        self._criteria: list[tuple[dict[str, Any], int]] = []
        self._to_change: list[tuple[dict[str, Any], int]] = []

    def before(self, cycle: int) -> None:
        """Agree on the criteria, as it is done when a cycle is planned."""
        told = self._story.facts["criterion"]
        with self._workspace.change(f"Agree on the criteria of round {self._number}") as change:
            own = ("ticked", "changed", "waived")
            facts = [
                {"cycle": cycle, **{name: one[name] for name in one if name not in own}}
                for one in told
            ]
            keys = change.add_many(Criterion, facts)
        self._criteria = list(zip(told, keys, strict=True))
        self._to_change = [
            (one["changed"], key)
            for one, key in self._criteria
            if one.get("changed", {}).get("cycle") == self._number
        ]

    def at_opening(self) -> None:
        """Tick what somebody has seen to before the first test."""
        ticked = [key for one, key in self._criteria if self._number in one.get("ticked", ())]
        with self._workspace.change(f"Tick what holds before round {self._number}") as change:
            change.set_many(Criterion, {key: {"met": True} for key in ticked})

    def plan_sessions(self, cycle: int, people: dict[str, int], facilitator: str) -> None:
        """Invite the testers to their sessions."""
        told = [one for one in self._story.facts["session"] if one["cycle"] == self._number]
        with self._workspace.change(f"Invite to {len(told)} sessions") as change:
            for one in told:
                session = change.add(
                    UatSession(
                        cycle=cycle,
                        site=one["site"],
                        starts=int(self._story.moment(one["on"]).timestamp() * 1000),
                        minutes=_SESSION_MINUTES,
                        facilitator=people[facilitator],
                        remark=one.get("remark", ""),
                    )
                )
                testers = [{"session": session.id, "person": people[n]} for n in one["testers"]]
                change.add_many(SessionTester, testers)

    def after(self, cycle: int) -> None:
        """Note who came, what is left to do, and what is waived."""
        self._attendance(cycle)
        conditions = [one for one in self._story.facts["condition"] if one["cycle"] == self._number]
        with self._workspace.change("Write the conditions down") as change:
            facts = [
                {
                    "cycle": cycle, "wording": one["wording"], "owner": one["owner"],
                    "due": self._story.day(one["due"]),
                }
                for one in conditions
            ]  # fmt: skip
            change.add_many(Condition, facts)
        self._waive()

    def on_the_way(self, until: datetime) -> None:
        """Change, on its own evening, each criterion that was changed before `until`."""
        for told, key in list(self._to_change):
            evening = self._story.moment(told["on"]) + _TO_THE_EVENING
            if evening < until:
                self._to_change.remove((told, key))
                self._clock.now = max(self._clock.now, evening)
                fresh: dict[str, Any] = {
                    name: told[name] for name in ("wording", "target") if name in told
                }
                with self._workspace.change("Change an exit criterion after a talk") as change:
                    change.set_many(Criterion, {key: fresh})

    def _attendance(self, cycle: int) -> None:
        rows = self._workspace.rows(
            SessionTester.select(SessionTester.id, UatSession.starts, Person.name)
            .join(UatSession, on=(UatSession.id == SessionTester.session))
            .join(Person, on=(Person.id == SessionTester.person))
            .where(UatSession.cycle == cycle)
        )
        told = self._story.facts["session"]
        missing = {
            (int(self._story.moment(one["on"]).timestamp() * 1000), name)
            for one in told
            for name in one.get("absent", ())
        }
        with self._workspace.change("Note who came to the sessions") as change:
            came = {
                row.id: {"attendance": "absent" if (row.starts, row.name) in missing else "present"}
                for row in rows
            }
            change.set_many(SessionTester, came)

    def _waive(self) -> None:
        for one, key in self._criteria:
            told = one.get("waived", {})
            if told.get("cycle") != self._number:
                continue
            with self._workspace.change("Waive a criterion") as change:
                change.set_many(
                    Criterion,
                    {
                        key: {
                            "waiver": told["because"],
                            "waived_by": told["by"],
                        }
                    },
                )
