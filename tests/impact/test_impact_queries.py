"""Impacts read, mapped, rated and checked: one project, two groups, several impacts."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.impact.checks import check_impacts
from changedesk.impact.heatmap import HeatMap, heat_map_of
from changedesk.impact.queries import groups, impacts
from changedesk.impact.ratings import GROUP, PROJECT, give_reason, rate, rate_aspect
from changedesk.impact.records import Impact, Mitigation
from changedesk.impact.workshop import items_of, standings
from changedesk.people.actions import add_group, add_project
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace


@dataclass
class Desk:
    """A workspace with a project and two groups."""

    workspace: Workspace
    project: int
    leeds: int
    york: int

    def impact(self, title: str, group: int | None = None, **fields: object) -> int:
        """Add an impact on Leeds, or another group."""
        values = {"project": self.project, "title": title, "group": group or self.leeds, **fields}
        with self.workspace.change("Add") as change:
            return change.add_many(Impact, [values])[0]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workspace = new_desk(tmp_path / "impact.changedesk", actor="Dana")
    yield Desk(
        workspace,
        add_project(workspace, "CSM", "Service Cloud"),
        add_group(workspace, "Leeds", headcount=40),
        add_group(workspace, "York"),
    )
    workspace.close()


def heat_map(desk: Desk) -> HeatMap:
    return heat_map_of(groups(desk.workspace), impacts(desk.workspace, desk.project))


def test_people_are_those_said_else_the_headcount(desk: Desk) -> None:
    desk.impact("Own", people=12, severity=3)
    desk.impact("Whole group", severity=3)
    desk.impact("Unknown", desk.york, severity=3)
    rows = impacts(desk.workspace, desk.project)
    assert [row.people for row in rows] == [12, 40, None]
    assert [row.load for row in rows] == [36, 120, None]
    assert [row.band for row in rows] == ["medium", "high", "high"]


def test_cancelled_impacts_count_nowhere_and_other_projects_not_here(desk: Desk) -> None:
    desk.impact("Off", severity=5, status="cancelled")
    other = add_project(desk.workspace, "BOT", "Chatbot")
    kept = desk.impact("Elsewhere", severity=5)
    with desk.workspace.change("Move") as change:
        change.set_many(Impact, {kept: {"project": other}})
    assert impacts(desk.workspace, desk.project) == []
    assert [row.project_code for row in impacts(desk.workspace)] == ["BOT"]
    assert heat_map(desk).groups == ()


def test_the_heat_map_holds_what_hits_a_group_in_an_aspect(desk: Desk) -> None:
    one = desk.impact("Ticket form", aspect="systems", severity=4, group_severity=1, minutes=90)
    two = desk.impact("Macros", aspect="systems", severity=2, people=10, minutes=30)
    nobody = desk.impact("Nobody's", aspect="systems", severity=5)
    with desk.workspace.change("Take the group away") as change:
        change.set_many(Impact, {nobody: {"group": None}})
    found = heat_map(desk)
    assert [group.name for group in found.groups] == ["Leeds"]
    assert found.without_group == (nobody,)
    cell = found.cells[desk.leeds, "systems"]
    assert (cell.impacts, cell.level, cell.severity, cell.discuss) == ((one, two), "high", 4, 1)
    assert (cell.reach, cell.weighted, cell.hours) == (4 * 40 + 2 * 10, 15, Fraction(2))


def test_the_degree_of_a_group_is_complete_with_ten_aspects(desk: Desk) -> None:
    scores = dict(zip(
        ("processes", "systems", "tools", "job_roles", "critical_behaviours", "mindset",
         "reporting", "performance_reviews", "compensation"),
        (4, 5, 3, 2, 3, 0, 0, 0, 0), strict=True,
    ))  # fmt: skip
    for aspect, score in scores.items():
        desk.impact(aspect, aspect=aspect, severity=score)
    assert not heat_map(desk).degrees[desk.leeds].complete
    desk.impact("Place", aspect="location", severity=0)
    degree = heat_map(desk).degrees[desk.leeds]
    assert (degree.aspects, degree.degree, degree.intensity) == (
        5,
        Fraction(17, 10),
        Fraction(17, 5),
    )


def test_a_rating_is_one_undoable_change_and_the_journal_keeps_who_and_when(desk: Desk) -> None:
    key = desk.impact("Ticket form")
    code = desk.workspace.get(Impact, key).code
    assert rate(desk.workspace, key, PROJECT, 2)
    assert rate(desk.workspace, key, GROUP, 5)
    assert not rate(desk.workspace, key, GROUP, 5)
    assert give_reason(desk.workspace, key, "  They do it\nforty times a day ")
    row = impacts(desk.workspace, desk.project)[0]
    assert (row.severity, row.group_severity, row.gap, row.discuss) == (2, 5, 3, True)
    assert row.reason == "They do it forty times a day"
    assert desk.workspace.undo() == f"Say why {code} is rated so"
    assert desk.workspace.undo() == f"Rate {code}: group 5, role redefined"
    assert impacts(desk.workspace, desk.project)[0].group_severity is None
    assert len(list(desk.workspace.record_history([key], 50))) >= 4
    with pytest.raises(UserError, match="from 0 to 5"):
        rate(desk.workspace, key, PROJECT, 6)


def test_nought_is_a_rating_and_none_takes_it_away(desk: Desk) -> None:
    key = desk.impact("Ticket form")
    rate(desk.workspace, key, GROUP, 0)
    assert impacts(desk.workspace, desk.project)[0].group_severity == 0
    rate(desk.workspace, key, GROUP, None)
    assert impacts(desk.workspace, desk.project)[0].group_severity is None


def test_the_agenda_begins_with_the_widest_disagreement(desk: Desk) -> None:
    desk.impact("Agreed", aspect="tools", severity=3, group_severity=3)
    desk.impact("Nearly", aspect="tools", severity=3, group_severity=2)
    desk.impact("Open", aspect="systems", severity=3)
    desk.impact("Two apart", aspect="location", severity=2, group_severity=4)
    desk.impact("Four apart", aspect="location", severity=5, group_severity=1)
    found = items_of(desk.workspace, desk.project, desk.leeds)
    assert [item.title for item in found[:5]] == [
        "Four apart", "Two apart", "Open", "Nearly", "Agreed",
    ]  # fmt: skip
    assert [item.impact for item in found[5:]] == [None] * 7
    assert found[5].title == "Processes"
    first = standings(desk.workspace, desk.project)[0]
    assert (first.name, first.impacts, first.rated, first.discuss) == ("Leeds", 5, 4, 2)


def test_rating_a_blank_aspect_makes_its_impact(desk: Desk) -> None:
    key = rate_aspect(desk.workspace, desk.project, desk.york, "reporting", GROUP, 3)
    row = impacts(desk.workspace, desk.project)[0]
    assert (row.id, row.title, row.group_name) == (key, "Reporting structure", "York")
    assert (row.severity, row.group_severity) == (None, 3)
    label = desk.workspace.undo()
    assert label == "Add impact Reporting structure for York: group 3, needs training"
    assert impacts(desk.workspace, desk.project) == []


def test_methods_1_6_checks_name_the_row_and_the_reason(desk: Desk) -> None:
    fine = desk.impact("Fine", severity=4, owner="Ben", starts="2026-03-01")
    with desk.workspace.change("Mitigate") as change:
        change.add(Mitigation(impact=fine, kind="train", what="A class"))
    bad = desk.impact(
        "Bad", severity=3, group_severity=1, people=41, starts="2026-03-02", ends="2026-03-01"
    )
    with desk.workspace.change("Do nothing") as change:
        change.add(Mitigation(impact=bad, kind="none", what="We live with it"))
    soft = desk.impact("Soft", severity=2)
    found = check_impacts(desk.workspace, desk.project)
    assert {finding.impact for finding in found} == {bad}
    assert soft not in {finding.impact for finding in found}
    assert [(finding.rule, finding.reason) for finding in found] == [
        ("no_owner", "Severity 3 and nobody owns it."),
        ("nothing_done", "Severity 3 and nothing is done about it."),
        ("ends_first", "It ends on 2026-03-01, before it starts on 2026-03-02."),
        ("too_many", "41 people, but Leeds has 40."),
        ("apart", "The project says 3, the group 1: discuss."),
    ]


def test_what_is_closed_is_neither_discussed_nor_looked_for(desk: Desk) -> None:
    workspace, project, team = desk.workspace, desk.project, desk.leeds
    with workspace.change("Add") as change:
        for group, status in ((team, "closed"), (None, "closed"), (team, "draft")):
            change.add(
                Impact(project=project, title=f"Tool {status}", group=group, severity=5,
                       group_severity=1, aspect="tools", status=status)
            )  # fmt: skip
    rows = impacts(workspace, project)
    assert [row.discuss for row in rows] == [False, False, True]
    heat = heat_map_of(groups(workspace), rows)
    assert heat.without_group == ()
    assert heat.cells[team, "tools"].discuss == 1
    assert {one.id: one.discuss for one in standings(workspace, project)}[team] == 1
    assert [one.discuss for one in items_of(workspace, project, team)][:2] == [True, False]
    found = {(one.code, one.rule) for one in check_impacts(workspace, project)}
    assert {code for code, _ in found} == {rows[2].code}
