"""Undo and redo: your last change, exactly back and exactly again, also after a restart."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from changedesk.store.dump import dump
from changedesk.store.errors import UserError
from changedesk.store.journal import ChangeHeader
from changedesk.store.workspace import Workspace
from tests.store import laws
from tests.store.desks import Desk, Places
from tests.store.properties import copy_of, edit, furnished, item_of, tell, the
from tests.store.shapes import Event, Item, Part, Person, Team


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect the statements that go to the database."""
    told: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(str(record.msg))

    logger, ear = logging.getLogger("peewee"), Ear()
    logger.addHandler(ear)
    logger.setLevel(logging.DEBUG)
    try:
        yield told
    finally:
        logger.removeHandler(ear)
        logger.setLevel(logging.NOTSET)


def import_many(ws: Workspace, team: int, many: int) -> None:
    with ws.change("Import") as change:
        people = change.add_many(Person, [{"name": f"P{n}"} for n in range(many)])
        items = change.add_many(
            Item,
            [
                {"project": team, "title": f"Item {n}", "owner": people[n], "amount": n}
                for n in range(many)
            ],
        )
        change.add_many(Part, [{"item": key, "title": "part"} for key in items])
        change.add_many(Event, [{"item": key, "outcome": "good"} for key in items])


def test_an_import_is_undone_and_redone_as_a_whole(desk: Desk) -> None:
    with desk.ws.change("Begin") as change:
        team = change.add(Team(name="Desk")).id
    before = dump(desk.ws)
    import_many(desk.ws, team, 40)
    after = dump(desk.ws)
    assert desk.ws.next_undo() == "Import"
    assert desk.ws.undo() == "Import"
    assert dump(desk.ws) == before
    desk.restart()
    assert desk.ws.next_redo() == "Import"
    assert desk.ws.redo() == "Import"
    assert dump(desk.ws) == after
    laws.sound(desk.ws)


def test_the_size_of_a_change_does_not_multiply_its_statements(files: Places) -> None:
    counts = []
    for many in (10, 400):
        desk = furnished(files)
        with desk.ws.change("Begin") as change:
            team = change.add(Team(name="Desk")).id
        with statements() as told:
            import_many(desk.ws, team, many)
            desk.ws.undo()
            desk.ws.redo()
            keys = [row.id for row in desk.ws.rows(Item.select(Item.id))]
            with desk.ws.change("Set") as change:
                change.set_many(Item, {key: {"title": f"t{key}", "amount": 1} for key in keys})
            desk.ws.undo()
        counts.append(len(told))
    assert counts[1] <= counts[0] + 10


def test_each_edit_goes_back_to_what_was_before_it(ws: Workspace, desk: Desk) -> None:
    with ws.change("Begin") as change:
        change.add(Item(project=change.add(Team(name="t")), title="0"))
    states = [dump(ws)]
    for number in (1, 2, 3):
        edit(desk, title=str(number), amount=number)
        states.append(dump(ws))
    for expected in states[-2::-1]:
        ws.undo()
        assert dump(ws) == expected
    for expected in states[1:]:
        ws.redo()
        assert dump(ws) == expected
    assert ws.redo() is None


def test_a_new_change_ends_what_could_be_redone(places: Places) -> None:
    desk = furnished(places)
    edit(desk, title="A")
    desk.ws.undo()
    edit(desk, title="B")
    assert desk.ws.next_redo() is None
    assert desk.ws.redo() is None
    assert item_of(desk).title == "B"


def test_a_change_that_lasts_is_passed_over(places: Places) -> None:
    desk = furnished(places)
    edit(desk, title="A")
    edit(desk, title="B")
    desk.ws.undo()
    with desk.ws.change("", header=ChangeHeader("Hand out", lasts=True)) as change:
        change.set(item_of(desk), notes="handed out")
    assert desk.ws.next_redo() is not None
    desk.ws.undo()
    assert item_of(desk).title == "First"
    assert item_of(desk).notes == "handed out"


def test_nothing_to_undo_is_nothing(ws: Workspace) -> None:
    assert (ws.undo(), ws.redo(), ws.next_undo(), ws.next_redo()) == (None, None, None, None)


def test_each_person_undoes_only_their_own(places: Places) -> None:
    desk = furnished(places)
    desk.restart("Bo")
    assert desk.ws.next_undo() is None
    edit(desk, notes="Bo's")
    desk.restart("Amira")
    assert desk.ws.next_undo() == "Begin"
    with pytest.raises(UserError, match="Bo has built on this change since"):
        desk.ws.undo()
    desk.restart("Bo")
    assert desk.ws.undo() == "Set notes"


def test_what_came_from_elsewhere_is_not_undone_here(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one, actor="Amira")
    assert other.ws.next_undo() is None


def test_undo_of_adding_is_refused_where_somebody_uses_it(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    with one.ws.change("Add Bea") as change:
        change.add(Person(name="Bea"))
    tell(one, other)
    edit(other, owner=the(other, Person, name="Bea").id)
    with other.ws.change("Event") as change:
        change.add(Event(item=item_of(other), outcome="bad"))
    tell(other, one)
    before = dump(one.ws)
    with pytest.raises(UserError, match="Bo has built on this change since"):
        one.ws.undo()
    assert dump(one.ws) == before


def test_undo_of_adding_is_refused_where_a_new_record_of_another_refers_to_it(
    places: Places,
) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    with one.ws.change("Add Bea") as change:
        change.add(Person(name="Bea"))
    tell(one, other)
    bea = the(other, Person, name="Bea")
    with other.ws.change("Part") as change:
        change.add(Part(item=item_of(other), title="p", helper=bea))
    tell(other, one)
    with pytest.raises(UserError, match="Bo has built on this change since"):
        one.ws.undo()


def test_undo_of_an_edit_is_refused_where_somebody_took_the_record_out(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("Add") as change:
        bea = change.add(Person(name="Bea"))
    with one.ws.change("Rename") as change:
        change.set(bea, name="Beatrice")
    other = copy_of(places, one)
    with other.ws.change("Out") as change:
        change.delete(the(other, Person, name="Beatrice"))
    tell(other, one)
    with pytest.raises(UserError, match="Bo has built on this change since"):
        one.ws.undo()


def test_an_undo_that_finds_nothing_left_to_do_is_done_all_the_same(places: Places) -> None:
    desk = furnished(places)
    with desk.ws.change("Come and go") as change:
        change.delete(change.add(Person(name="Bea")))
    assert desk.ws.undo() == "Come and go"
    assert desk.ws.next_undo() == "Begin"
    assert desk.ws.redo() == "Come and go"
    laws.sound(desk.ws)


def test_a_field_set_twice_in_one_change_goes_back_before_both(places: Places) -> None:
    desk = furnished(places)
    before = dump(desk.ws)
    with desk.ws.change("Twice") as change:
        item = item_of(desk)
        change.set(item, title="once", parent=item.id)
        change.set(item, title="twice", parent=None)
    desk.ws.undo()
    assert dump(desk.ws) == before


def test_undo_of_a_reference_leads_back_to_the_same_record(places: Places) -> None:
    desk = furnished(places)
    before = dump(desk.ws)
    edit(desk, owner=None, parent=item_of(desk).id)
    desk.ws.undo()
    assert dump(desk.ws) == before


def test_undo_leads_back_to_somebody_who_was_only_kept_for_that(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("Two more") as change:
        change.add(Person(name="Bea"))
        change.add(Person(name="Cem"))
    other = copy_of(places, one)
    edit(one, owner=the(one, Person, name="Bea").id)
    with other.ws.change("Bea has left") as change:
        change.delete(the(other, Person, name="Bea"))
    tell(one, other)
    bea = item_of(other).__data__["owner"]
    before = dump(other.ws)
    edit(other, owner=the(other, Person, name="Cem").id)
    assert other.ws.find(Person, name="Bea") is None, "nobody refers to her any more"
    assert other.ws.undo() == "Set owner"
    assert item_of(other).__data__["owner"] == bea
    assert dump(other.ws) == before
    laws.sound(other.ws)
    assert other.ws.redo() == "Set owner"
    assert other.ws.find(Person, name="Bea") is None
    laws.sound(other.ws)


def test_redo_takes_out_again_what_was_kept_for_somebody_elses_sake(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("One more") as change:
        change.add(Person(name="Bea"))
    other = copy_of(places, one)
    edit(one, owner=the(one, Person, name="Bea").id)
    with other.ws.change("Bea has left") as change:
        change.delete(the(other, Person, name="Bea"))
    tell(one, other)
    kept = dump(other.ws)
    assert other.ws.undo() == "Bea has left"
    assert dump(other.ws) != kept
    assert other.ws.redo() == "Bea has left", "Amira referred to her before, not since"
    assert dump(other.ws) == kept
    laws.sound(other.ws)
