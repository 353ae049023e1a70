"""Erasing: a personal value leaves every copy, and every hash still holds."""

import pytest

from changedesk.store.errors import UserError
from changedesk.store.records import Record
from tests.store import laws
from tests.store.desks import Desk, Places
from tests.store.properties import copy_of, edit, furnished, item_of, tell, the
from tests.store.shapes import Event, Item, Person, Team


def person_of(desk: Desk) -> Person:
    return the(desk, Person)


def erase(desk: Desk, record: Record, name: str) -> None:
    with desk.ws.change("Forget") as change:
        change.erase(record, name)


def texts_in(desk: Desk) -> str:
    with desk.ws.connected() as sql:
        return "\n".join(str(row[0]) for row in sql.rows("SELECT val FROM op"))


def test_an_erased_value_is_nowhere_in_the_journal(places: Places) -> None:
    desk = furnished(places)
    with desk.ws.change("Move") as change:
        change.set(person_of(desk), email="ada@elsewhere.example")
    erase(desk, person_of(desk), "email")
    assert "example" not in texts_in(desk)
    assert (person_of(desk).email, person_of(desk).name) == ("", "Ada")
    laws.sound(desk.ws)


def test_an_erased_value_leaves_the_other_copies_too(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    erase(one, person_of(one), "email")
    tell(one, other)
    assert "example" not in texts_in(other)
    laws.sound(other.ws)
    laws.same_content(one.ws, other.ws)


def test_two_erasures_that_do_not_know_of_each_other_both_hold(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    erase(one, person_of(one), "email")
    erase(other, person_of(other), "name")
    for _ in range(2):
        tell(one, other)
        tell(other, one)
    for desk in (one, other):
        assert "Ada" not in texts_in(desk)
        assert "example" not in texts_in(desk)
        laws.sound(desk.ws)
    laws.same_content(one.ws, other.ws)
    laws.same_operations(one.ws, other.ws)


def test_a_value_erased_after_another_goes_too(places: Places) -> None:
    desk = furnished(places)
    erase(desk, person_of(desk), "email")
    erase(desk, person_of(desk), "name")
    assert "Ada" not in texts_in(desk)
    laws.sound(desk.ws)


def test_what_an_event_says_can_be_erased(places: Places) -> None:
    desk = furnished(places)
    event = the(desk, Event)
    erase(desk, event, "remark")
    kept = the(desk, Event)
    assert (kept.remark, kept.outcome) == ("", "good")
    laws.sound(desk.ws)


def test_a_reference_cannot_be_erased(places: Places) -> None:
    desk = furnished(places)
    with pytest.raises(UserError, match="“Owner” cannot be erased"):
        erase(desk, item_of(desk), "owner")


def test_an_erasure_is_final(places: Places) -> None:
    desk = furnished(places)
    edit(desk, notes="private")
    edit(desk, notes="public")
    erase(desk, item_of(desk), "notes")
    assert desk.ws.next_undo() == "Set notes"
    with pytest.raises(UserError, match="erased for good"):
        desk.ws.undo()
    history = [(line.what, line.field) for line in desk.ws.record_history([item_of(desk).id])]
    assert history[0] == ("erased", "notes")
    assert ("changed", "title") not in history


def test_what_was_withdrawn_can_still_be_erased(places: Places) -> None:
    desk = furnished(places)
    with desk.ws.change("Bea") as change:
        bea = change.add(Person(name="Bea", email="bea@example.org"))
    with desk.ws.change("Out") as change:
        change.delete(bea)
    erase(desk, bea, "email")
    assert "bea@" not in texts_in(desk)
    assert desk.ws.counts()["person"] == 1
    laws.sound(desk.ws)


def test_other_fields_of_the_same_record_can_still_be_undone(places: Places) -> None:
    desk = furnished(places)
    with desk.ws.change("Rename") as change:
        change.set(person_of(desk), name="Ada Lovelace")
    erase(desk, person_of(desk), "email")
    desk.ws.undo()
    assert person_of(desk).name == "Ada"
    laws.sound(desk.ws)


def test_a_search_finds_nothing_of_what_was_erased(places: Places) -> None:
    desk = furnished(places)
    edit(desk, notes="confidential")
    assert len(desk.ws.search("confid")) == 1
    erase(desk, item_of(desk), "notes")
    assert desk.ws.search("confid") == []
    assert [hit.type_name for hit in desk.ws.search("First")] == ["item"]


def test_erasing_an_item_keeps_its_sums(places: Places) -> None:
    desk = furnished(places)
    erase(desk, item_of(desk), "title")
    kept = the(desk, Item)
    assert (kept.title, kept.events, kept.code) == ("", 1, "IT-001")


def test_a_code_can_be_erased_and_is_still_not_given_again(places: Places) -> None:
    desk = furnished(places)
    erase(desk, item_of(desk), "code")
    laws.sound(desk.ws)
    with desk.ws.change("Next") as change:
        fresh = change.add(Item(project=the(desk, Team), title="Second"))
    assert fresh.code == "IT-002"
