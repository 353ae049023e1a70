"""The large sample: as much as a big programme gathers, to see that the desk stays quick."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from changedesk.handover.sample_large_change import add_groups, fill_change
from changedesk.handover.sample_large_survey import fill_survey
from changedesk.handover.sample_story import StoryClock
from changedesk.people.actions import add_project
from changedesk.people.links import TESTED_BY, link
from changedesk.people.records import Person
from changedesk.store.workspace import Workspace
from changedesk.uat.criteria import add_kit
from changedesk.uat.cycles import add_cycle, plan, set_status
from changedesk.uat.records import Defect, Requirement, Run, StepResult
from changedesk.uat.scripts import add_scripts

SCRIPTS, STEPS, CYCLES, PEOPLE = 1000, 10, 5, 2000
TESTERS_A_SCRIPT = 2
REQUIREMENTS = 300
_MOSCOW = ("must", "must", "should", "must", "could", "should", "must", "wont")

_SITES = ("Leeds", "Porto", "Gdańsk", "Cork", "Lyon", "Graz", "Turku", "Malmö")
_AREAS = (
    "Case handling", "Chatbot", "Routing", "Telephony", "Knowledge", "Refunds", "Migration",
    "Quality", "Reporting", "Work force", "Customer portal", "Mobile",
)  # fmt: skip
_VERBS = ("Open", "Search", "Change", "Send", "Assign", "Close", "Merge", "Export", "Approve")
_THINGS = (
    "the case", "a contact", "the chat", "an order", "the article", "a refund", "the queue",
    "the report", "the macro", "the call",
)  # fmt: skip
_FIRST = ("Anna", "Ben", "Carla", "Dmitri", "Elif", "Farid", "Grace", "Henrik", "Inês", "Jakub")
_LAST = ("Adeyemi", "Bauer", "Costa", "Duarte", "Evans", "Fischer", "Garcia", "Hansen", "Ito")

Progress = Callable[[int, int], None]


def fill_large(workspace: Workspace, clock: StoryClock, progress: Progress | None = None) -> None:
    """Fill a workspace with 100,000 results, always the same ones, in a few large changes."""
    dice = random.Random(4711)
    told = progress or (lambda _done, _all: None)
    project = add_project(workspace, "BIG", "Programme One Desk", status="running")
    teams = add_groups(workspace, _SITES, PEOPLE)
    people = _people(workspace, dice, teams)
    told(1, CYCLES + 2)
    scripts = _scripts(workspace, project, dice)
    _requirements(workspace, project, scripts)
    fill_change(workspace, clock, project, teams, people)
    told(2, CYCLES + 2)
    for number in range(1, CYCLES + 1):
        clock.now += timedelta(days=7)
        _cycle(workspace, clock, dice, project, number, scripts, people)
        told(number + 2, CYCLES + 2)
    fill_survey(workspace, project, teams)


def _people(workspace: Workspace, dice: random.Random, teams: list[int]) -> list[int]:
    with workspace.change(f"Add {PEOPLE:,} people") as change:
        names = [f"{_FIRST[n % 10]} {_LAST[n // 10 % 9]} {n:04d}" for n in range(PEOPLE)]
        return change.add_many(
            Person,
            [
                {
                    "name": name, "role": dice.choice(("Agent", "Agent", "Supervisor")),
                    "site": _SITES[n % 8], "group": teams[n % len(teams)],
                    "email": f"person{n:04d}@example.com",
                }
                for n, name in enumerate(names)
            ],
        )  # fmt: skip


def _scripts(workspace: Workspace, project: int, dice: random.Random) -> list[int]:
    scripts, steps = [], []
    for n in range(SCRIPTS):
        area = _AREAS[n % len(_AREAS)]
        verb, thing = _VERBS[n % 9], dice.choice(_THINGS)
        scripts.append(
            {
                "project": project, "title": f"{verb} {thing}, variant {n + 1}",
                "area": f"{area}/Part {n % 4 + 1}", "minutes": dice.randint(5, 30),
                "priority": dice.choice(("critical", "high", "medium", "medium", "low")),
                "status": "ready", "preconditions": f"You are logged on as agent {n % 85 + 1}.",
            }
        )  # fmt: skip
        steps.append([_step(dice, place) for place in range(1, STEPS + 1)])
    with workspace.change(f"Write {SCRIPTS:,} scripts") as change:
        return add_scripts(change, scripts, steps)


def _step(dice: random.Random, place: int) -> dict[str, str]:
    thing = dice.choice(_THINGS)
    return {
        "do": f"{dice.choice(_VERBS)} {thing} as described in chapter {place} of the manual.",
        "data": f"Order 4711-{dice.randint(10000, 99999)}" if place % 3 == 0 else "",
        "expected": f"Within {dice.randint(1, 10)} s {thing} shows the new state; nothing is lost.",
    }


def _requirements(workspace: Workspace, project: int, scripts: list[int]) -> None:
    # No dice here: the scripts and results stay those of a sample without requirements.
    with workspace.change(f"Write {REQUIREMENTS} requirements") as change:
        keys = change.add_many(
            Requirement,
            [
                {
                    "project": project, "area": _AREAS[n % len(_AREAS)],
                    "title": f"{_VERBS[n % 9]} {_THINGS[n % 10]} in one place, point {n + 1}",
                    "priority": _MOSCOW[n % len(_MOSCOW)],
                    "acceptance": f"Within {n % 10 + 1} s, by everybody who may.",
                }
                for n in range(REQUIREMENTS)
            ],
        )  # fmt: skip
        # Every tenth requirement is tested by nothing yet.
        tested = [key for n, key in enumerate(keys) if n % 10]
        pairs = [(tested[n % len(tested)], script) for n, script in enumerate(scripts)]
        link(workspace, change, TESTED_BY, pairs)


def _cycle(
    workspace: Workspace,
    clock: StoryClock,
    dice: random.Random,
    project: int,
    number: int,
    scripts: list[int],
    people: list[int],
) -> None:
    build = f"2026.{number}"
    cycle = add_cycle(workspace, project, f"Round {number}", build=build)
    add_kit(workspace, cycle)
    pairs: list[tuple[int, int | None]] = [
        (script, people[(n * TESTERS_A_SCRIPT + seat + 97 * number) % PEOPLE])
        for n, script in enumerate(scripts)
        for seat in range(TESTERS_A_SCRIPT)
    ]
    with workspace.change(f"Plan and run round {number}") as change:
        runs = plan(workspace, change, cycle, pairs)
        change.set_many(Run, {run: {"started": clock()} for run in runs.values()})
        events = _events(workspace, clock, dice, runs, build)
        keys = change.add_many(StepResult, events)
        failed = [
            (event, key)
            for event, key in zip(events, keys, strict=True)
            if event["outcome"] == "fail"
        ]
        scripts_of = {run: script for (script, _), run in runs.items()}
        change.add_many(
            Defect,
            [
                {
                    "project": project, "cycle": cycle, "script": scripts_of[event["run"]],
                    "result": key, "title": f"Round {number}: {event['actual']}", "build": build,
                    "severity": dice.choice(("high", "medium", "medium", "low")),
                    "status": "new" if number == CYCLES else "closed",
                    "found_by": event["tester"], "found": event["at"],
                }
                for event, key in failed[::5]
            ],
        )  # fmt: skip
    set_status(workspace, cycle, "open" if number == CYCLES else "closed")


def _events(
    workspace: Workspace,
    clock: StoryClock,
    dice: random.Random,
    runs: dict[tuple[int, int | None], int],
    build: str,
) -> list[dict[str, Any]]:
    steps: dict[int, list[int]] = {}
    with workspace.connected() as sql:
        for script, step in sql.rows(
            "SELECT v.script_id, s.id FROM step s JOIN script_version v ON v.id = s.version_id "
            "ORDER BY v.script_id, s.position"
        ):
            steps.setdefault(script, []).append(step)
    outcomes = ("pass", "fail", "blocked", "skipped", "na")
    events = []
    for (script, tester), run in runs.items():
        at = clock()
        drawn = dice.choices(outcomes, (965, 18, 5, 6, 6), k=len(steps[script]))
        for place, (step, outcome) in enumerate(zip(steps[script], drawn, strict=True), start=1):
            wrong = outcome in ("fail", "blocked")
            said = f"The state did not change at step {place}, run {run}." if wrong else ""
            events.append(
                {
                    "run": run, "step": step, "outcome": outcome, "actual": said,
                    "tester": tester, "at": at + place * 40_000, "duration": 40, "build": build,
                }
            )  # fmt: skip
    return events
