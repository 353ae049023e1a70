"""What was there when the journal was known only so far; records that are the same anywhere."""

import shutil
from pathlib import Path

import pytest

from changedesk.desk import new_desk, open_desk
from changedesk.people.actions import add_person, add_project
from changedesk.people.records import Person, Project
from changedesk.store.dump import dump
from changedesk.store.past import made_since, seen_at, values_then, written_since
from changedesk.store.replica import Origin, add_as
from changedesk.store.workspace import Workspace

ORIGIN = Origin("file", "Sara", 1_770_000_000_000, "Fill in")


@pytest.fixture
def desk(tmp_path: Path):
    desk = new_desk(tmp_path / "a.changedesk", actor="Dana")
    add_project(desk, "CRM", "Service Cloud")
    yield desk
    desk.close()


def then(desk: Workspace, keys: list[int], seen: dict[str, int]):
    with desk.connected() as sql:
        return values_then(sql, desk.schema, keys, seen)


def test_values_are_those_of_that_time(desk):
    ana, ben = add_person(desk, "Ana", role="Agent"), add_person(desk, "Ben")
    seen = desk.version_vector()
    with desk.change("Edit") as change:
        change.set(desk.get(Person, ana), name="Anna", role="Lead")
        change.delete(desk.get(Person, ben))
        cleo = change.add(Person(name="Cleo")).id
    found = then(desk, [ana, ben, cleo], seen)
    assert set(found) == {ana, ben}
    assert (found[ana]["name"], found[ana]["role"]) == ("Ana", "Agent")
    with desk.connected() as sql:
        written = written_since(sql, seen)
    assert written[ana] == {"name", "role"}
    assert made_since(written) == {cleo}


def test_what_was_withdrawn_then_is_not_there_although_it_is_now(desk):
    ana = add_person(desk, "Ana")
    with desk.change("Remove") as change:
        change.delete(desk.get(Person, ana))
    seen = desk.version_vector()
    desk.undo()
    assert desk.find(Person, name="Ana") is not None
    assert then(desk, [ana], seen) == {}


def test_how_far_each_chain_went_at_a_moment(desk):
    add_person(desk, "Ana")
    vector = desk.version_vector()
    with desk.connected() as sql:
        assert seen_at(sql, desk.clock() + 1000) == vector
        assert seen_at(sql, 1000) == {}


def test_two_copies_that_make_the_same_records_hold_them_once(desk, tmp_path):
    shutil.copy(tmp_path / "a.changedesk", tmp_path / "b.changedesk")
    other = open_desk(tmp_path / "b.changedesk", actor="Pia")
    for one in (desk, other):
        with one.change("Take in") as change:
            add_as(one, change, ORIGIN, Person, [{"name": "Ana"}, {"name": "Ben"}])
    desk.receive(other.operations(desk.version_vector()))
    other.receive(desk.operations(other.version_vector()))
    assert [row.name for row in desk.rows(Person.select().order_by(Person.id))] == ["Ana", "Ben"]
    assert dump(desk) == dump(other)
    assert desk.verify() == []
    assert other.verify() == []
    other.close()


def test_who_makes_something_else_is_somebody_else(desk, tmp_path):
    shutil.copy(tmp_path / "a.changedesk", tmp_path / "b.changedesk")
    other = open_desk(tmp_path / "b.changedesk", actor="Pia")
    for one, names in ((desk, ["Ana"]), (other, ["Ana", "Ben"])):
        with one.change("Take in") as change:
            add_as(one, change, ORIGIN, Person, [{"name": name} for name in names])
    desk.receive(other.operations(desk.version_vector()))
    assert desk.counts()["person"] == 3
    assert desk.verify() == []
    other.close()


def test_undo_withdraws_them_and_redo_and_a_second_time_bring_them_back(desk):
    with desk.change("Take in") as change:
        (key,) = add_as(desk, change, ORIGIN, Person, [{"name": "Ana"}])
    assert desk.undo() == "Take in"
    assert desk.find(Person, name="Ana") is None
    assert desk.redo() == "Take in"
    assert desk.get(Person, key).name == "Ana"
    desk.undo()
    with desk.change("Take in") as change:
        assert add_as(desk, change, ORIGIN, Person, [{"name": "Ana"}]) == [key]
        change.set(desk.get(Project, 1), name="New")
    assert desk.get(Person, key).name == "Ana"
    assert desk.verify() == []
