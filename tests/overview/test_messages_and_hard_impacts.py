"""What is late, and what is not told in time, is the same in every page and document."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from changedesk.desk import new_desk
from changedesk.impact.communications import add_communication, mark_sent
from changedesk.impact.records import Communication, Impact
from changedesk.overview.change_report import ChangeReport, change_report
from changedesk.overview.coming import coming
from changedesk.overview.communication_plan import export_communication_plan
from changedesk.overview.gaps import gaps
from changedesk.overview.impact_report import export_impact_report, verdict_of
from changedesk.overview.standing import project_standing
from changedesk.people.actions import add_group, add_project
from changedesk.people.queries import project_called
from changedesk.people.shares import Share
from changedesk.store.workspace import Workspace

TODAY = date(2026, 6, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    noon = int(datetime(2026, 6, 1, 12, tzinfo=UTC).timestamp() * 1000)
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana", clock=lambda: noon)
    add_project(desk, "CSM", "Service Cloud", go_live="2026-07-01")
    yield desk
    desk.close()


def report(desk: Workspace) -> ChangeReport:
    return change_report(desk, project_called(desk))


def hit(desk: Workspace, title: str, group: int, **fields: Any) -> int:
    values = {"severity": 4, "owner": "Ana", **fields}
    with desk.change("Add") as change:
        one = Impact(project=project_called(desk).id, title=title, group=group, **values)
        return int(change.add(one).id)


def say(desk: Workspace, title: str, *groups: int, **fields: Any) -> int:
    return add_communication(desk, project_called(desk).id, title, groups, **fields)


def words(path: Path) -> str:
    if path.suffix == ".docx":
        body = Document(str(path)).element.body
        return "\n".join(text.text or "" for text in body.iter("{*}t"))
    sheets = load_workbook(path).worksheets
    return "\n".join(str(cell.value) for sheet in sheets for row in sheet for cell in row)


def plan_words(desk: Workspace, folder: Path, ending: str) -> str:
    path = folder / f"plan.{ending}"
    export_communication_plan(desk, project_called(desk), path)
    return words(path)


def late(desk: Workspace) -> list[tuple[str, str]]:
    found = coming(desk, project_called(desk).id, TODAY)
    return [(one.day.isoformat(), one.title) for one in found if one.late(TODAY)]


def test_a_row_of_days_that_nobody_sent_is_late_in_the_overview_and_in_the_plan(
    desk: Workspace, tmp_path: Path
) -> None:
    team = add_group(desk, "Team", headcount=5)
    key = say(desk, "Rounds", team, occasion="Every Monday", planned="2026-05-18", element="A")
    assert late(desk) == [("2026-05-18", "Rounds")]
    found = coming(desk, project_called(desk).id, TODAY)
    assert [one.day.isoformat() for one in found] == [
        "2026-05-18", "2026-06-01", "2026-06-08", "2026-06-15",
    ]  # fmt: skip
    (gap,) = [one for one in gaps(desk, project_called(desk).id, TODAY) if one.key == key]
    assert (gap.kind, gap.why) == (
        "message_missed", "It was to go out on 2 days since 2026-05-18; nothing says so.",
    )  # fmt: skip
    for ending in ("docx", "xlsx"):
        assert "overdue since 18 May 2026 (2 times)" in plan_words(desk, tmp_path, ending)
    for day in ("2026-05-18", "2026-05-26"):
        mark_sent(desk, [key], day)
    assert late(desk) == []
    assert "overdue" not in plan_words(desk, tmp_path, "docx")


def test_what_is_sent_without_a_day_is_not_said_to_be_planned(
    desk: Workspace, tmp_path: Path
) -> None:
    say(desk, "Out", add_group(desk, "Team"), planned="2026-05-18", element="A", status="sent")
    assert late(desk) == []
    said = plan_words(desk, tmp_path, "docx")
    assert "sent, no day noted" in said
    assert "overdue" not in said


def test_every_page_counts_the_same_impacts_as_told_in_time(
    desk: Workspace, tmp_path: Path
) -> None:
    teams = {name: add_group(desk, name) for name in ("Overdue", "Sent", "Planned", "Bare")}
    for name, team in teams.items():
        hit(desk, name, team, starts="2026-06-20")
    say(desk, "Late", teams["Overdue"], element="A", planned="2026-05-20")
    say(desk, "Out", teams["Sent"], element="A", status="sent")
    say(desk, "To come", teams["Planned"], element="A", planned="2026-06-10")
    told = project_standing(desk, project_called(desk).id, TODAY).told
    assert told == Share(2, 4)
    assert {one.title for one in report(desk).untold} == {"Overdue", "Bare"}
    whys = [one.why for one in gaps(desk, project_called(desk).id, TODAY)
            if one.kind == "impact_without_message"]  # fmt: skip
    assert sorted(whys) == [
        "Bare, severity 4: nobody is told of it.",
        "Overdue, severity 4: its message is overdue: COM-001 since 20 May 2026.",
    ]
    said = plan_words(desk, tmp_path, "docx")
    assert "2 hard impacts without a message in time" in said
    assert "Its message is overdue: COM-001 since 20 May 2026." in said
    path = tmp_path / "report.docx"
    export_impact_report(desk, project_called(desk), path)
    assert "CI-001 is not told in time: its message is overdue: COM-001 since" in words(path)


def test_closed_impacts_are_counted_nowhere_among_those_that_need_something(
    desk: Workspace, tmp_path: Path
) -> None:
    team = add_group(desk, "Team", headcount=5)
    key = hit(desk, "New screens", team, owner="", group_severity=1)
    text, detail, _ = verdict_of(report(desk))
    assert text == "Not ready: somebody must act"
    assert "1 hard impact without a message in time" in detail
    with desk.change("Close") as change:
        change.set(desk.get(Impact, key), status="closed")
    found = report(desk)
    asking = (found.hard, found.unmitigated, found.unowned, found.untold)
    assert asking == ((), (), (), ())
    assert verdict_of(found)[:2] == ("Prepared: nothing is missing", "No open impact is hard.")
    assert project_standing(desk, project_called(desk).id, TODAY).told is None
    path = tmp_path / "report.docx"
    export_impact_report(desk, project_called(desk), path)
    said = words(path)
    assert "No hard impact lacks a mitigation, an owner or a message." in said
    assert "Still open" not in said
    assert "Views apart" not in said
    assert "New screens" in said


def test_a_message_that_was_taken_out_of_the_plan_is_not_late(desk: Workspace) -> None:
    key = say(desk, "Rounds", occasion="Every Monday", planned="2026-05-18")
    with desk.change("Call it off") as change:
        change.set(desk.get(Communication, key), status="cancelled")
    assert late(desk) == []
