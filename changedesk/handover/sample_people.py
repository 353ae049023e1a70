"""Who works in the sample: teams in a tree with their headcounts, 85 people, duties, busy days."""

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from changedesk.handover.sample_story import Story
from changedesk.people.records import (
    BusyPeriod,
    Duty,
    Group,
    HeadcountReading,
    Membership,
    Person,
)
from changedesk.store.workspace import Workspace

HIRED = date(2026, 1, 5)
_WEEK, _SATURDAY = 7, 5
_LEAVE = 17
"""Every so many-th stretch of duty is leave."""


@dataclass(frozen=True)
class Staff:
    """Keys of groups by their short names, of people by name, and who is in each team in order."""

    groups: dict[str, int]
    people: dict[str, int]
    members: dict[str, list[str]]


def add_staff(workspace: Workspace, story: Story) -> Staff:
    """Add teams and people as they are on the first day."""
    groups = _add_groups(workspace, story)
    short = {name: key for key, name in story.change["groups"].items()}
    rows = [(name, role, short.get(group, ""), site) for name, role, group, site in _told(story)]
    sites = {short[group["name"]]: group["site"] for group in story.facts["group"]}
    for team, names in story.change["staff"].items():
        rows += [(name, "Agent", team, sites[team]) for name in names]
    with workspace.change("Add the people who take part") as change:
        keys = change.add_many(
            Person,
            [
                {
                    "name": name, "role": role, "site": site, "group": groups.get(team),
                    "email": address(name), "staff_id": f"NW{1000 + place}" if team else "",
                }
                for place, (name, role, team, site) in enumerate(rows)
            ],
        )  # fmt: skip
        members = [
            {"person": key, "group": groups[team], "since": story.day(HIRED)}
            for key, (_, _, team, _) in zip(keys, rows, strict=True)
            if team
        ]
        change.add_many(Membership, members)
    people = {row[0]: key for row, key in zip(rows, keys, strict=True)}
    in_teams: dict[str, list[str]] = {}
    for name, _, team, _ in rows:
        in_teams.setdefault(team, []).append(name)
    return Staff(groups, people, in_teams)


def _told(story: Story) -> list[tuple[str, str, str, str]]:
    return [tuple(row) for row in story.facts["people"]["rows"]]


def _add_groups(workspace: Workspace, story: Story) -> dict[str, int]:
    names = story.change["groups"]
    short = {name: key for key, name in names.items()}
    details = {team["key"]: team for team in story.change["team"]}
    apart = ("key", "part_of", "headcount")
    with workspace.change("Add the teams of four sites") as change:
        told = []
        for group in story.facts["group"]:
            more = details[short[group["name"]]]
            since = story.day(HIRED)
            told.append({**group, **{n: more[n] for n in more if n not in apart}, "since": since})
        keys = change.add_many(Group, told)
        found = {short[g["name"]]: key for g, key in zip(story.facts["group"], keys, strict=True)}
        for key, above, site, lead in story.change["above"]["rows"]:
            facts = {"name": names[key], "site": site, "lead": lead, "parent": found.get(above)}
            found[key] = change.add_many(Group, [facts])[0]
        parents = {found[key]: {"parent": found[one["part_of"]]} for key, one in details.items()}
        change.set_many(Group, parents)
        readings = [
            {"group": found[key], "taken": story.day(day), "people": people}
            for key, one in details.items()
            for day, people in one["headcount"]
        ]
        change.add_many(HeadcountReading, readings)
    return found


def add_duties(workspace: Workspace, story: Story, staff: Staff) -> None:
    """Take in the roster of two weeks, and the days on which nothing can be asked."""
    roster = story.change["duties"]
    turns: dict[str, list[tuple[int, int, bool]]] = {}
    for team, starts, ends, weekends in roster["rows"]:
        turns.setdefault(team, []).append((starts, ends, weekends))
    days = [roster["first"] + timedelta(days=day) for day in range(_WEEK * roster["weeks"])]
    duties: list[dict[str, Any]] = []
    for team, shifts in turns.items():
        for place, name in enumerate(staff.members[team]):
            starts, ends, weekends = shifts[place % len(shifts)]
            for day in days:
                if _at_work(day, place, weekends=weekends):
                    away = len(duties) % _LEAVE == _LEAVE - 1
                    kind = "away" if away else "work"
                    duties.append(
                        {
                            "person": staff.people[name], "day": story.day(day),
                            "starts": starts, "ends": ends, "kind": kind,
                        }
                    )  # fmt: skip
    with workspace.change("Take in the roster of two weeks") as change:
        change.add_many(Duty, duties)
        change.add_many(
            BusyPeriod,
            [
                {
                    "group": staff.groups.get(team), "starts": story.day(first),
                    "ends": story.day(last), "why": why, "capacity": left,
                }
                for team, first, last, why, left in story.change["busy"]["rows"]
            ],
        )  # fmt: skip


def _at_work(day: date, place: int, *, weekends: bool) -> bool:
    if not weekends:
        return day.weekday() < _SATURDAY
    # Who works at weekends is off on two days of the week, not the same ones for all.
    return (day.weekday() - place) % _WEEK not in (0, 1)


def address(name: str) -> str:
    """Return the e-mail address of somebody of the story."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ł", "l"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return f"{letters.replace(' ', '.')}@northwind.example"
