"""A change side as large as the goals ask: 60 groups and 400 impacts over two projects.

Every group has somebody who speaks for it, and five messages a week go out to them.
"""

from datetime import date, timedelta

from changedesk.impact.records import Communication, Impact, Stakeholder
from changedesk.impact.words import ASPECTS, ENGAGEMENTS
from changedesk.people.links import ADDRESSES, link
from changedesk.people.records import BusyPeriod, Group, Project
from changedesk.store.workspace import Workspace

GROUPS = 60
IMPACTS = 400
MESSAGES = 260
_SITES = ("Leeds", "York", "Kraków", "Porto", "Manila")
_TEAMS = ("Billing", "Returns", "Chat", "Phone", "Back office", "Quality", "Workforce planning")
_WHAT = ("Ticket form", "Hand-over to a person", "Macros", "Wrap-up codes", "Shift bids", "Targets")


def fill_change(workspace: Workspace, groups: int = GROUPS, impacts: int = IMPACTS) -> int:
    """Add groups and impacts, dated over a year; return the key of the project with the most."""
    with workspace.change("Fill the change side") as change:
        first = change.add(Project(code="LOAD", name="Move to Service Cloud")).id
        second = change.add(Project(code="LOADB", name="Chatbot for returns")).id
        teams = change.add_many(Group, [_group(number) for number in range(groups)])
        change.add(BusyPeriod(starts="2026-11-15", ends="2026-12-31", capacity=25, why="Peak"))
        change.add_many(
            Impact,
            [
                _impact(number, first if number % 7 % 3 else second, teams[number * 7 % groups])
                for number in range(impacts)
            ],
        )
        change.add_many(
            Stakeholder, [_speaker(number, first, group) for number, group in enumerate(teams)]
        )
        sent = change.add_many(Communication, [_message(one, first) for one in range(MESSAGES)])
        aimed = [(key, teams[place * 7 % groups]) for place, key in enumerate(sent)]
        link(workspace, change, ADDRESSES, aimed)
    return int(first)


def _group(number: int) -> dict[str, object]:
    site, team = _SITES[number % len(_SITES)], _TEAMS[number % len(_TEAMS)]
    return {
        "name": f"{site} {team} {number // 7 + 1}", "site": site,
        "headcount": 6 + number * 5 % 40, "capacity": 4 + number % 5,
    }  # fmt: skip


def _impact(number: int, project: int, group: int) -> dict[str, object]:
    starts = date(2026, 3, 2) + timedelta(days=number * 11 % 300)
    return {
        "project": project, "group": group,
        "aspect": ASPECTS[(number * 3 + number // 13) % 10].code,
        "title": f"{_WHAT[number % 6]} changes for good {number}",
        "severity": (number * 5 + number // 6) % 6,
        "group_severity": None if number % 5 == 0 else (number * 3 + number // 4) % 6,
        "people": number % 30 if number % 3 == 0 else None, "minutes": 30 + number * 15 % 240,
        "starts": starts.isoformat(), "ends": (starts + timedelta(days=number % 60)).isoformat(),
        "owner": "Dana" if number % 4 else "",
    }  # fmt: skip


def _speaker(number: int, project: int, group: int) -> dict[str, object]:
    return {
        "project": project, "group": group, "name": f"Speaker of team {number}", "kind": "group",
        "power": 1 + number * 7 % 5, "interest": 1 + number * 3 % 5, "impact": 1 + number % 5,
        "current": ENGAGEMENTS[number * 3 % 5].code, "desired": ENGAGEMENTS[3 + number % 2].code,
    }  # fmt: skip


def _message(number: int, project: int) -> dict[str, object]:
    planned = date(2026, 1, 5) + timedelta(days=number * 7 // 5)
    return {
        "project": project, "title": f"What changes for teams, part {number}",
        "planned": planned.isoformat(), "status": "approved", "element": "ADKAR"[number % 5],
    }  # fmt: skip
