"""History: who changed what from what to what, in words that still hold after renaming."""

from changedesk.store.history import HistoryLine, operations_of
from tests.store.desks import Desk, Places
from tests.store.properties import copy_of, edit, furnished, item_of, tell, the
from tests.store.shapes import Event, Item, Part, Person


def told(line: HistoryLine) -> tuple[str, str, str, str]:
    return line.what, line.field, line.old, line.new


def test_a_record_tells_its_story_newest_first(places: Places) -> None:
    desk = furnished(places)
    item = item_of(desk)
    edit(desk, level="high")
    edit(desk, owner=None)
    with desk.ws.change("Events out") as change:
        change.delete(the(desk, Event))
    with desk.ws.change("Out") as change:
        change.delete(item)
    desk.ws.undo()
    lines = desk.ws.record_history([item.id])
    assert [told(line) for line in lines] == [
        ("back", "", "", ""),
        ("withdrawn", "", "", ""),
        ("changed", "owner", "Ada", ""),
        ("changed", "level", "low", "high"),
        ("made", "", "", ""),
    ]
    assert {(line.who, line.type_name, line.record) for line in lines} == {
        ("Amira", "item", "IT-001")
    }
    assert [line.label for line in lines] == ["Out", "Out", "Set owner", "Set level", "Begin"]
    assert len(desk.ws.record_history([item.id], limit=2)) == 2


def test_the_newest_operations_name_records_as_they_are_called_now(places: Places) -> None:
    desk = furnished(places)
    with desk.ws.change("Rename") as change:
        change.set(the(desk, Person), name="Ada Lovelace")
    lines = desk.ws.newest_operations(3)
    assert told(lines[0]) == ("changed", "name", "Ada", "Ada Lovelace")
    assert lines[0].record == "Ada Lovelace"
    assert len(lines) == 3
    assert desk.ws.record_name(lines[0].record_id) == "Ada Lovelace"
    assert desk.ws.record_name(999) == ""


def test_changes_are_told_as_wholes(places: Places) -> None:
    desk = furnished(places)
    edit(desk, title="x", notes="y")
    desk.ws.undo()
    desk.ws.redo()
    found = [(line.label, line.operations, line.undo, line.who) for line in desk.ws.changes()]
    assert found == [
        ("Set title, notes", 2, True, "Amira"),
        ("Set title, notes", 2, True, "Amira"),
        ("Set title, notes", 2, False, "Amira"),
        ("Begin", 4, False, "Amira"),
    ]
    assert len(desk.ws.changes(2)) == 2
    with desk.ws.connected() as sql:
        lines = operations_of(sql, desk.ws.schema, desk.ws.changes()[2].id, 10)
    assert [told(line) for line in lines] == [
        ("changed", "title", "First", "x"),
        ("changed", "notes", "", "y"),
    ]


def test_what_came_from_elsewhere_is_in_the_history(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(other, verdict="bad")
    tell(other, one)
    newest = one.ws.record_history([item_of(one).id])[0]
    assert (newest.who, *told(newest)) == ("Bo", "changed", "verdict", "", "bad")


def test_a_record_without_code_or_title_is_called_by_its_type(places: Places) -> None:
    desk = furnished(places)
    with desk.ws.change("Part") as change:
        part = change.add(Part(item=item_of(desk), title=""))
    assert desk.ws.record_name(part.id) == "Part"
    assert desk.ws.record_name(item_of(desk).id) == "IT-001"


def test_reading_gives_rows_values_and_records(desk: Desk, places: Places) -> None:
    furnished_desk = furnished(places)
    ws = furnished_desk.ws
    row = ws.row(Item.select(Item.id, Item.title, Item.owner))
    assert (row.title, ws.value(Item.select(Item.title))) == ("First", "First")
    assert ws.row(Item.select().where(Item.title == "none")) is None
    assert ws.find(Item, title="none") is None
    assert ws.find(Item, title="First", level="low") is not None
    assert len(ws.uid_of(row.id)) == 32
    assert ws.uid_of(999) == ""
    assert ws.counts() == {"team": 1, "person": 1, "item": 1, "part": 0, "event": 1}
    assert len(ws.head()) == 64
    assert ws.uid
    assert (desk.ws.head(), desk.ws.uid) == ("", "")
