"""The change side of the large sample: 60 groups, 400 impacts, 1,000 enrolments."""

import random
from datetime import date, timedelta
from typing import Any

from changedesk.handover.sample_story import StoryClock
from changedesk.impact.records import (
    AdkarReading,
    Communication,
    Impact,
    Mitigation,
    Stakeholder,
)
from changedesk.impact.words import ADKAR, ASPECTS, DIRECTIONS, ENGAGEMENTS, PHASES
from changedesk.people.links import ADDRESSES, CALLS_FOR, MITIGATED_BY, link
from changedesk.people.records import Group
from changedesk.store.workspace import Workspace
from changedesk.training.records import (
    Attendance,
    Course,
    CourseSkill,
    Enrolment,
    Need,
    Skill,
    TrainingSession,
)

GROUPS, IMPACTS, ENROLMENTS, SEATS = 60, 400, 1000, 20
_STAKEHOLDERS, _MESSAGES, _COURSES, _WAVES = 60, 60, 20, 3
_GO_LIVE = date(2026, 9, 7)
_MONTHS, _MONTH = 9, 30
_SYSTEMS = ("Case desk", "Telephony", "Chatbot", "Knowledge", "Planning", "Quality", "Payments")
_THINGS = (
    "Cases close with a reason", "Calls come by skill", "The bot hands over with a summary",
    "Articles are shown beside the case", "Shifts are swapped in the app",
    "Bot conversations are scored", "Refunds are approved in the case",
)  # fmt: skip
_DAY_MS = 86_400_000


def add_groups(workspace: Workspace, sites: tuple[str, ...], people: int) -> list[int]:
    """Add the sites with their teams; return the keys of the teams."""
    teams = GROUPS - len(sites)
    with workspace.change(f"Add {GROUPS} groups") as change:
        above = change.add_many(Group, [{"name": site, "site": site} for site in sites])
        return change.add_many(
            Group,
            [
                {
                    "name": f"Team {n:02d}, {sites[n % len(sites)]}",
                    "site": sites[n % len(sites)], "parent": above[n % len(sites)],
                    "headcount": (people - n + teams - 1) // teams, "capacity": 4 + n % 5,
                }
                for n in range(teams)
            ],
        )  # fmt: skip


def fill_change(
    workspace: Workspace, clock: StoryClock, project: int, teams: list[int], people: list[int]
) -> None:
    """Fill in the change side, always the same, with dice of its own."""
    dice = random.Random(815)
    _stakeholders(workspace, dice, project, teams)
    impacts = _impacts(workspace, dice, project, teams)
    messages = _messages(workspace, dice, project, teams)
    courses, needs = _courses(workspace, project, teams)
    with workspace.change("Tie impacts to what answers them") as change:
        answers = [*messages, *courses]
        pairs = [(key, answers[n % len(answers)]) for n, key in enumerate(impacts) if n % 4]
        link(workspace, change, MITIGATED_BY, pairs)
        drawn = [(key, needs[n % len(needs)]) for n, key in enumerate(impacts) if n % 3 == 0]
        link(workspace, change, CALLS_FOR, drawn)
    _readings(workspace, dice, project, teams)
    _sessions(workspace, clock, dice, project, courses, people)


def _stakeholders(
    workspace: Workspace, dice: random.Random, project: int, teams: list[int]
) -> None:
    states = [choice.code for choice in ENGAGEMENTS]
    with workspace.change(f"Write {_STAKEHOLDERS} stakeholders down") as change:
        change.add_many(
            Stakeholder,
            [
                {
                    "project": project, "name": f"Speaker {n + 1:02d}", "kind": "group",
                    "group": teams[n % len(teams)], "power": dice.randint(1, 5),
                    "interest": dice.randint(1, 5), "influence": dice.randint(1, 5),
                    "current": dice.choice(states), "desired": dice.choice(("S", "S", "L", "N")),
                }
                for n in range(_STAKEHOLDERS)
            ],
        )  # fmt: skip


def _impacts(
    workspace: Workspace, dice: random.Random, project: int, teams: list[int]
) -> list[int]:
    rows: list[dict[str, Any]] = []
    for n in range(IMPACTS):
        severity = dice.choice((1, 2, 2, 3, 3, 3, 4, 4, 5))
        starts = _GO_LIVE + timedelta(days=_MONTH * dice.randint(-4, _MONTHS - 5))
        thing = _THINGS[n % len(_THINGS)]
        rows.append(
            {
                "project": project, "title": f"{thing}, point {n + 1}",
                "group": teams[n * 7 % len(teams)], "aspect": ASPECTS[n % len(ASPECTS)].code,
                "system": _SYSTEMS[n % len(_SYSTEMS)], "as_is": "As it was for years.",
                "to_be": f"{thing}, for everybody and at once.", "severity": severity,
                "group_severity": min(5, max(0, severity + dice.choice((-1, 0, 0, 0, 1, 2)))),
                "reason": "Rated in a workshop", "minutes": dice.choice((15, 30, 60, 120, 240)),
                "direction": dice.choice(DIRECTIONS).code, "phase": dice.choice(PHASES).code,
                "starts": starts.isoformat(),
                "ends": (starts + timedelta(days=dice.randint(7, 90))).isoformat(),
                "status": dice.choice(("draft", "validated", "planned", "mitigated")),
            }
        )  # fmt: skip
    with workspace.change(f"Write {IMPACTS} impacts down") as change:
        keys = change.add_many(Impact, rows)
        change.add_many(
            Mitigation,
            [
                {"impact": key, "kind": "coach", "what": "Somebody of the project on the floor"}
                for key in keys[::2]
            ],
        )
        return keys


def _messages(
    workspace: Workspace, dice: random.Random, project: int, teams: list[int]
) -> list[int]:
    with workspace.change(f"Plan {_MESSAGES} communications") as change:
        keys = change.add_many(
            Communication,
            [
                {
                    "project": project, "title": f"What changes in step {n + 1}",
                    "element": ADKAR[n % len(ADKAR)].code, "channel": "E-mail",
                    "message": "What stays, what changes, whom to ask.",
                    "planned": (_GO_LIVE - timedelta(days=dice.randint(-60, 120))).isoformat(),
                }
                for n in range(_MESSAGES)
            ],
        )  # fmt: skip
        pairs = [
            (key, teams[(n * 5 + place) % len(teams)])
            for n, key in enumerate(keys)
            for place in range(5)
        ]
        link(workspace, change, ADDRESSES, pairs)
        return keys


def _courses(workspace: Workspace, project: int, teams: list[int]) -> tuple[list[int], list[int]]:
    with workspace.change("Write courses and needs") as change:
        skills = change.add_many(
            Skill,
            [{"project": project, "title": f"Work with {name}"} for name in _SYSTEMS],
        )
        courses = change.add_many(
            Course,
            [
                {
                    "project": project, "title": f"{_SYSTEMS[n % len(_SYSTEMS)]}, part {n + 1}",
                    "minutes": 60 + n % 4 * 30, "capacity": SEATS, "no_show": 10, "pass_score": 80,
                }
                for n in range(_COURSES)
            ],
        )  # fmt: skip
        levels = [
            {"course": course, "skill": skills[n % len(skills)], "level": 3}
            for n, course in enumerate(courses)
        ]
        change.add_many(CourseSkill, levels)
        needs = change.add_many(
            Need,
            [
                {
                    "project": project, "title": f"Need {n + 1}", "group": team, "required": 3,
                    "skill": skills[n % len(skills)], "current": n % 3, "status": "planned",
                    "course": courses[n % len(skills)],
                }
                for n, team in enumerate(teams)
            ],
        )  # fmt: skip
        return courses, needs


def _readings(workspace: Workspace, dice: random.Random, project: int, teams: list[int]) -> None:
    rows = []
    for wave in range(1, _WAVES + 1):
        taken = (_GO_LIVE - timedelta(days=_MONTH * (_WAVES + 1 - wave))).isoformat()
        for team in teams:
            a, d, k, b, r = (min(5, wave + dice.randint(0, 2) - late) for late in (0, 0, 0, 1, 1))
            rows.append(
                {
                    "project": project, "taken": taken, "wave": f"Wave {wave}", "group": team,
                    "source": "survey", "awareness": a, "desire": d, "knowledge": k,
                    "ability": max(1, b), "reinforcement": max(1, r),
                }
            )  # fmt: skip
    with workspace.change(f"Read ADKAR in {_WAVES} waves") as change:
        change.add_many(AdkarReading, rows)


def _sessions(
    workspace: Workspace,
    clock: StoryClock,
    dice: random.Random,
    project: int,
    courses: list[int],
    people: list[int],
) -> None:
    count, first = ENROLMENTS // SEATS, clock()
    held = count // 2
    with workspace.change(f"Enrol {ENROLMENTS:,} people") as change:
        sessions = change.add_many(
            TrainingSession,
            [
                {
                    "project": project, "course": courses[n % len(courses)],
                    "starts": first + (n - held) * _DAY_MS, "place": f"Room {n % 8 + 1}",
                    "status": "held" if n < held else "open",
                }
                for n in range(count)
            ],
        )  # fmt: skip
        enrolled = change.add_many(
            Enrolment,
            [
                {"session": sessions[n // SEATS], "person": people[n * 3 % len(people)]}
                for n in range(ENROLMENTS)
            ],
        )
        outcomes = dice.choices(
            ("attended", "partial", "no_show", "excused"), (85, 5, 6, 4), k=held * SEATS
        )
        change.add_many(
            Attendance,
            [
                {"enrolment": key, "outcome": outcome, "at": first - _DAY_MS}
                for key, outcome in zip(enrolled, outcomes, strict=False)
            ],
        )
