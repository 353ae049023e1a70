"""A record that is put into another project keeps its code, unless somebody there has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.people.actions import add_project
from changedesk.store.workspace import Workspace
from changedesk.training.courses import add_skill
from changedesk.training.records import Skill


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_desk(tmp_path / "two.changedesk", actor="Dana")
    yield workspace
    workspace.close()


def move(desk: Workspace, skill: int, project: int) -> None:
    with desk.change("Move") as change:
        change.set_many(Skill, {skill: {"project": project}})


def codes(desk: Workspace) -> list[str]:
    return sorted(row.code for row in desk.rows(Skill.select(Skill.code)))


def test_its_code_is_not_given_again_there(desk: Workspace) -> None:
    here, there = add_project(desk, "CRM", "One"), add_project(desk, "BOT", "Two")
    moved = add_skill(desk, here, "Chat")
    move(desk, moved, there)
    assert desk.verify() == []
    assert desk.get(Skill, add_skill(desk, there, "Mail")).code == "SK-02"
    desk.undo()
    desk.undo()
    assert desk.verify() == []
    assert desk.get(Skill, moved).project_id == here


def test_of_two_with_one_code_one_gets_another(desk: Workspace) -> None:
    here, there = add_project(desk, "CRM", "One"), add_project(desk, "BOT", "Two")
    moved = add_skill(desk, here, "Chat")
    add_skill(desk, there, "Mail")
    move(desk, moved, there)
    assert desk.verify() == []
    assert codes(desk) == ["SK-01", "SK-02"]
    desk.undo()
    assert desk.verify() == []
    assert codes(desk) == ["SK-01", "SK-01"]
