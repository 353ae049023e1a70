"""Putting copies together: a union, refused whole when something is missing, forged or forked."""

import dataclasses
from collections.abc import Sequence
from typing import Any

import pytest

from changedesk.store.access import create_workspace
from changedesk.store.change import ChangeSet
from changedesk.store.dump import dump
from changedesk.store.merge import WireOp
from changedesk.store.records import Schema
from tests.store import laws
from tests.store.desks import Clock, Desk, Places
from tests.store.properties import DAY_MS, copy_of, edit, forged, furnished, item_of, tell, the
from tests.store.shapes import Event, Item, Part, Person, Team


def both_ways(one: Desk, other: Desk) -> None:
    tell(one, other)
    tell(other, one)
    for desk in (one, other):
        laws.sound(desk.ws)
    laws.same_content(one.ws, other.ws)
    laws.same_operations(one.ws, other.ws)


def test_results_of_both_are_there_afterwards(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    for desk, outcome in ((one, "good"), (other, "bad")):
        with desk.ws.change("Event") as change:
            change.add(Event(item=item_of(desk), outcome=outcome))
    both_ways(one, other)
    assert one.ws.counts()["event"] == 3
    assert item_of(one).events == 3


def test_of_two_titles_the_later_is_shown_and_the_other_kept(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="Earlier")
    other.clock.now_ms += 1000
    edit(other, title="Later")
    both_ways(one, other)
    assert item_of(one).title == "Later"
    edit(one, title="Agreed")
    both_ways(one, other)
    heads = laws.unseen(one.ws.operations())
    assert all(len(found) == 1 for found in heads.values())


def test_what_one_edited_and_the_other_took_out_is_there_again(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    with one.ws.change("Events out") as change:
        change.delete(the(one, Event))
    with one.ws.change("Out") as change:
        change.delete(item_of(one))
    edit(other, title="Still wanted")
    both_ways(one, other)
    assert item_of(one).title == "Still wanted"
    with one.ws.change("Out again") as change:
        change.delete(item_of(one))
    both_ways(one, other)
    assert other.ws.counts()["item"] == 0


def test_both_took_it_out_knowing_different_edits(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    for desk in (one, other):
        with desk.ws.change("Events out") as change:
            change.delete(the(desk, Event))
    edit(other, title="Seen by its author only")
    for desk in (one, other):
        with desk.ws.change("Out") as change:
            change.delete(item_of(desk))
    both_ways(one, other)
    assert one.ws.counts()["item"] == 0


def test_a_person_taken_out_stays_while_somebody_needs_her(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("Bea") as change:
        change.add(Person(name="Bea"))
    other = copy_of(places, one)
    with one.ws.change("Bea out") as change:
        change.delete(the(one, Person, name="Bea"))
    edit(other, owner=the(other, Person, name="Bea").id)
    both_ways(one, other)
    assert one.ws.counts()["person"] == 2
    edit(one, owner=None)
    both_ways(one, other)
    assert one.ws.counts()["person"] == other.ws.counts()["person"] == 1


def test_who_edits_a_kept_record_brings_it_back(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("Bea") as change:
        change.add(Person(name="Bea"))
    other = copy_of(places, one)
    with one.ws.change("Bea out") as change:
        change.delete(the(one, Person, name="Bea"))
    edit(other, owner=the(other, Person, name="Bea").id)
    both_ways(one, other)
    with one.ws.change("Rename") as change:
        change.set(the(one, Person, name="Bea"), name="Beatrice")
    edit(one, owner=None)
    both_ways(one, other)
    assert the(other, Person, name="Beatrice").email == ""


def test_a_part_added_to_what_the_other_took_out_keeps_its_whole(places: Places) -> None:
    one = furnished(places)
    with one.ws.change("Another") as change:
        item = change.add(Item(project=the(one, Team), title="Second"))
    other = copy_of(places, one)
    with one.ws.change("Out") as change:
        change.delete(item)
    with other.ws.change("Part") as change:
        change.add(Part(item=the(other, Item, title="Second"), title="late"))
    both_ways(one, other)
    assert the(one, Item, title="Second").code == "IT-002"


def test_codes_of_the_other_copy_are_never_given_again(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    with one.ws.change("More") as change:
        change.add_many(
            Item, [{"project": the(one, Team).id, "title": str(n)} for n in range(5)]
        )  # fmt: skip
    tell(one, other)
    with other.ws.change("Next") as change:
        fresh = change.add(Item(project=the(other, Team), title="mine"))
    assert fresh.code == "IT-007"


def tampered(ops: Sequence[WireOp], **changes: Any) -> list[WireOp]:
    return [*ops[:-1], dataclasses.replace(ops[-1], **changes)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"val": "Twisted"}, "was changed after it was written"),
        ({"actor": "Mallory"}, "was changed after it was written"),
        ({"hlc": 1}, "was changed after it was written"),
        ({"txn": 1}, "was changed after it was written"),
        ({"field": "notes"}, "was changed after it was written"),
        ({"salt": None, "val": None}, "was emptied, and nobody says"),
    ],
)
def test_an_operation_that_was_changed_is_refused(
    places: Places, changes: dict[str, Any], words: str
) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="New")
    laws.is_refused_whole(other.ws, tampered(laws.ops_of(one.ws), **changes), words)


def test_an_operation_dated_before_the_one_it_follows_is_refused(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="New")
    *rest, last = laws.ops_of(one.ws)
    laws.is_refused_whole(other.ws, [*rest, forged(last, hlc=1)], "is dated before")


def test_an_operation_on_a_record_that_is_not_brought_is_refused(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="New")
    *rest, last = laws.ops_of(one.ws)
    lost = forged(last, entity=b"\x07" * 16)
    laws.is_refused_whole(other.ws, [*rest, lost], "that the copy does not bring")


def test_a_clock_far_ahead_is_named_and_not_believed(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    one.clock.now_ms += 46 * DAY_MS
    edit(one, title="From the future")
    received = other.ws.receive(one.ws.operations(other.ws.version_vector()))
    assert received.ahead == {one.ws.device_uid}
    edit(other, notes="From today")
    mine = [line for line in other.ws.newest_operations() if line.who == "Bo"]
    assert mine[0].when_ms < one.clock.now_ms - 45 * DAY_MS
    both_ways(one, other)


def test_later_work_is_dated_after_what_it_saw(places: Places) -> None:
    one = Desk(places, Clock(), actor="Amira")
    other = Desk(places, Clock(), actor="Bo")
    one.clock.now_ms += 3_600_000
    with one.ws.change("Begin") as change:
        change.add(Team(name="An hour ahead"))
    tell(one, other)
    with other.ws.change("On top") as change:
        change.set(the(other, Team), name="Later")
    stamps = [op.hlc for op in other.ws.operations()]
    assert stamps == sorted(stamps)


def test_observers_learn_what_a_merge_touched(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    heard: list[ChangeSet] = []
    other.ws.observe(heard.append)
    edit(one, title="New")
    tell(one, other)
    tell(one, other)
    assert [(found.label, set(found.of("item"))) for found in heard] == [
        ("Merge", {item_of(other).id})
    ]


def test_an_empty_bundle_changes_nothing(places: Places) -> None:
    desk = furnished(places)
    before = dump(desk.ws)
    assert desk.ws.receive(iter(())).operations == 0
    assert dump(desk.ws) == before


def test_a_bundle_that_says_everything_twice_adds_it_once(places: Places) -> None:
    one = furnished(places)
    other = Desk(places, Clock(), actor="Bo")
    ops = laws.ops_of(one.ws)
    assert other.ws.receive(iter([*ops, *ops])).operations == len(ops)
    laws.sound(other.ws)
    laws.same_content(one.ws, other.ws)


def test_records_of_a_type_that_is_not_known_here_are_kept_and_passed_on(places: Places) -> None:
    one = furnished(places)
    older = Schema(types=(Team, Person, Item, Part))
    middle = create_workspace(places.fresh(), older, actor="Bo", clock=Clock())
    middle.receive(one.ws.operations())
    assert middle.verify() == []
    assert middle.counts() == {"team": 1, "person": 1, "item": 1, "part": 0}
    assert [(line.what, line.type_name) for line in middle.newest_operations(1)] == [
        ("made", "event")
    ]
    assert [hit.type_name for hit in middle.search("first")] == ["item"]
    third = Desk(places, Clock(), actor="Cy")
    third.ws.receive(middle.operations())
    middle.close()
    laws.sound(third.ws)
    laws.same_content(one.ws, third.ws)
