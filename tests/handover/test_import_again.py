"""The same file again: what was changed here stays, what the source changed comes in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from changedesk.desk import new_desk
from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.further import unpacked
from changedesk.exchange.making import Taken
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file
from changedesk.handover.importing import import_change
from changedesk.impact.records import Impact
from changedesk.people.actions import add_project
from changedesk.people.records import Group
from changedesk.store.workspace import Workspace

Take = Callable[..., Taken]
HEAD = "ID,Impact,Group,People,Severity (1-5),Owner\n"
FIRST = "1,Agents write it all down,Agents,,4,Ann\n2,Leads approve refunds,Leads,,2,Ben\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "a.changedesk", actor="Dana")
    yield desk
    desk.close()


@pytest.fixture
def take(desk: Workspace, tmp_path: Path) -> Take:
    """Return what imports rows of a register."""
    project = add_project(desk, "CSM", "Service Cloud")

    def run(text: str, head: str = HEAD) -> Taken:
        path = tmp_path / "register.csv"
        path.write_text(head + text, encoding="utf-8")
        file = read_file(path)
        found = recognise_file(file).read(file, Asked())
        assert isinstance(found, ChangeImport)
        return import_change(desk, project, found)

    return run


def edit(desk: Workspace, **values: Any) -> None:
    impact = desk.find(Impact, source_id="1")
    assert impact is not None
    with desk.change("Edit") as change:
        change.set(impact, **values)


def told(desk: Workspace) -> tuple[int | None, str]:
    impact = desk.find(Impact, source_id="1")
    assert impact is not None
    return impact.severity, impact.owner


def of_groups(desk: Workspace, title: str) -> list[tuple[str, int | None]]:
    names = dict(desk.rows(Group.select(Group.id, Group.name).tuples()))
    rows = desk.rows(Impact.select().where(Impact.title == title))
    return sorted((names[row.group], row.people) for row in rows)


def test_what_was_changed_here_stays_and_is_told(desk: Workspace, take: Take) -> None:
    take(FIRST)
    edit(desk, severity=2, owner="Me")
    again = take(FIRST)
    assert told(desk) == (2, "Me")
    assert (again.created, again.updated, again.unchanged) == ({}, {}, 2)
    assert any("CI-001 (Severity)" in one and "CI-001 (Owner)" in one for one in again.warnings)


def test_what_the_source_changed_since_comes_in(desk: Workspace, take: Take) -> None:
    take(FIRST)
    edit(desk, severity=2, owner="Me")
    assert take(FIRST.replace(",4,Ann", ",5,Ann")).updated == {"impact": 1}
    assert told(desk) == (5, "Me")


def test_what_was_emptied_here_stays_empty(desk: Workspace, take: Take) -> None:
    take(FIRST)
    edit(desk, severity=None)
    take(FIRST)
    assert told(desk) == (None, "Ann")


def test_an_edit_that_was_undone_does_not_count(desk: Workspace, take: Take) -> None:
    take(FIRST)
    take(FIRST.replace(",4,Ann", ",5,Ann"))
    edit(desk, severity=2)
    desk.undo()
    assert take(FIRST).updated == {"impact": 1}
    assert told(desk) == (4, "Ann")


def test_an_import_that_was_undone_brings_its_values_again(desk: Workspace, take: Take) -> None:
    take(FIRST)
    later = FIRST.replace(",4,Ann", ",5,Ann")
    take(later)
    desk.undo()
    assert told(desk) == (4, "Ann")
    take(later)
    assert told(desk) == (5, "Ann")


def test_a_group_more_or_less_in_a_row_makes_no_second_impact(desk: Workspace, take: Take) -> None:
    title = "Both teams write it down"
    for groups, after in (
        ("Chat", ["Chat"]),
        ('"Chat, Voice"', ["Chat", "Voice"]),
        ('"Voice, Chat"', ["Chat", "Voice"]),
        ("Chat", ["Chat", "Voice"]),
        ("Voice", ["Chat", "Voice"]),
    ):
        take(f"3,{title},{groups},,3,Ann\n")
        assert [name for name, _ in of_groups(desk, title)] == after


def test_a_row_that_moves_to_another_group_moves_its_impact(desk: Workspace, take: Take) -> None:
    take("3,Moves,Chat,,3,Ann\n")
    take("3,Moves,Voice,,3,Ann\n")
    assert of_groups(desk, "Moves") == [("Voice", None)]


def test_people_of_several_groups_together_are_not_given_to_each(
    desk: Workspace, take: Take
) -> None:
    take('3,Both,"Chat, Voice",50,3,Ann\n4,One,Chat,7,3,Ann\n')
    assert of_groups(desk, "Both") == [("Chat", None), ("Voice", None)]
    assert of_groups(desk, "One") == [("Chat", 7)]
    both = desk.find(Impact, title="Both")
    assert both is not None
    assert ("People", "50") in unpacked(both.further)


def test_messages_for_groups_that_are_not_here_are_told(desk: Workspace, take: Take) -> None:
    plan = "ID,Message,Audience,Channel,Date\nC1,We move,Voice Team,Mail,2026-12-01\n"
    first = take(plan, "")
    assert any("No group here is called “Voice Team”" in one for one in first.warnings)
    take("1,Calls change,Voice Team,,3,Ann\n")
    again = take(plan, "")
    assert again.created == {"link": 1}
    assert not any("No group here" in one for one in again.warnings)


def test_a_cell_that_was_emptied_is_told_and_its_value_stays(desk: Workspace, take: Take) -> None:
    assert not take(FIRST).warnings
    assert not take(FIRST).warnings
    again = take(FIRST.replace(",4,Ann", ",,"))
    assert told(desk) == (4, "Ann")
    (said,) = again.warnings
    assert said.startswith("Empty in the file now")
    assert "CI-001 (Severity), CI-001 (Owner)." in said
    assert again.unchanged == 2


def test_what_no_file_ever_said_is_not_told_as_emptied(desk: Workspace, take: Take) -> None:
    take(FIRST)
    edit(desk, to_be="A summary is made", people=12)
    assert not take(FIRST).warnings
    other = "Impact,Group,To be\nAgents write it all down,Agents,Less typing\n"
    assert not [one for one in take(other, head="").warnings if "Empty in the file" in one]


def test_an_emptied_cell_of_a_register_of_stakeholders_is_told(desk: Workspace, take: Take) -> None:
    head = "Stakeholder,Power (1-5),Interest (1-5),Strategy\n"
    take("Ann,5,4,Meet weekly\nBen,2,1,Mail\n", head=head)
    again = take("Ann,,4,\nBen,2,1,Mail\n", head=head)
    (said,) = again.warnings
    assert "Power" in said
    assert "Strategy" in said
    assert "SH-002" not in said
