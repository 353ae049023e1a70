"""A workspace with one project, and quick ways to put scripts, testers and runs into it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.capture import record_result, start_run
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.records import Run, Step
from changedesk.uat.scripts import add_script, current_version, steps_of


@dataclass
class SteppingClock:
    """A minute passes with each look at it; it begins on Monday, 2 March 2026, at 9:00 UTC."""

    now: float = field(default=datetime(2026, 3, 2, 9, tzinfo=UTC).timestamp())

    def __call__(self) -> int:
        self.now += 60
        return int(self.now * 1000)


@dataclass
class Bench:
    """A workspace and its project, with short names for what tests do again and again."""

    desk: Workspace
    project: int

    def script(self, title: str, *steps: str, **fields: str) -> int:
        """Add a script; a step is written as "do" or "do | data | expected"."""
        rows = [dict(zip(("do", "data", "expected"), s.split(" | "), strict=False)) for s in steps]
        return add_script(self.desk, self.project, title, rows, **fields)

    def tester(self, name: str, group: int | None = None) -> int:
        return add_person(self.desk, name, group=group)

    def group(self, name: str, lead: str) -> int:
        return add_group(self.desk, name, lead=lead, headcount=5)

    def cycle(self, title: str = "Round", **fields: str) -> int:
        return add_cycle(self.desk, self.project, title, **fields)

    def run(self, cycle: int, script: int, tester: int | None = None) -> int:
        plan_runs(self.desk, cycle, [script], [tester])
        found = self.desk.find(Run, cycle=cycle, script=script, tester=tester)
        assert found is not None
        return found.id

    def steps(self, script: int) -> list[Step]:
        return steps_of(self.desk, current_version(self.desk, script))

    def record(
        self, run: int, outcomes: Sequence[str], actual: str = "", comment: str = ""
    ) -> None:
        """Record one outcome after the other; an empty one leaves its step open."""
        start_run(self.desk, run)
        sheet = queries.run_sheet(self.desk, run)
        for step, outcome in zip(sheet.steps, outcomes, strict=False):
            if outcome:
                said = actual if outcome in ("fail", "blocked") else ""
                record_result(self.desk, run, step.id, outcome, actual=said, comment=comment)

    def cycle_row(self, cycle: int) -> queries.CycleRow:
        return queries.cycle_of(self.desk, cycle)

    def state(self, run: int) -> str:
        return self.desk.get(Run, run).state


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    desk = new_desk(tmp_path / "uat.changedesk", actor="Dana", clock=SteppingClock())
    project = add_project(
        desk, "CSM", "Service Cloud", manager="Dana Kowalski", sponsor="Helena Novak"
    )
    yield Bench(desk, project)
    desk.close()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Return a maker of paths in a fresh folder."""
    return lambda name: tmp_path / name
