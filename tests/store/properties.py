"""The laws of the journal as small stories, each of which a seeded mistake must break.

`test_laws` holds them for the store as it is, `test_mutants` shows that none of them is idle.
"""

import dataclasses
import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

import pytest

from changedesk.store.dump import dump
from changedesk.store.errors import UserError
from changedesk.store.merge import WireOp
from changedesk.store.records import Record
from tests.store import laws
from tests.store.desks import Clock, Desk, Places
from tests.store.shapes import Event, Item, Person, Team

Property = Callable[[Places], None]
R = TypeVar("R", bound=Record)
DAY_MS = 24 * 60 * 60 * 1000


def furnished(places: Places, *, actor: str = "Amira") -> Desk:
    """Return a copy with a team, a person, an item and an event."""
    desk = Desk(places, Clock(), actor=actor)
    with desk.ws.change("Begin") as change:
        team = change.add(Team(name="Desk"))
        person = change.add(Person(name="Ada", email="ada@example.org"))
        item = change.add(Item(project=team, title="First", owner=person))
        change.add(Event(item=item, outcome="good", remark="fine"))
    return desk


def copy_of(places: Places, source: Desk, *, actor: str = "Bo") -> Desk:
    """Return another copy that knows what `source` knows."""
    desk = Desk(places, Clock(), actor=actor)
    desk.ws.receive(source.ws.operations())
    return desk


def the(desk: Desk, record_type: type[R], **equals: Any) -> R:
    """Return the first record that fits; there must be one."""
    found = desk.ws.find(record_type, **equals)
    assert found is not None
    return found


def item_of(desk: Desk) -> Item:
    return the(desk, Item)


def edit(desk: Desk, **values: Any) -> None:
    with desk.ws.change(f"Set {', '.join(values)}") as change:
        change.set(item_of(desk), **values)


def tell(source: Desk, target: Desk) -> int:
    return target.ws.receive(source.ws.operations(target.ws.version_vector())).operations


def forged(op: WireOp, **changes: Any) -> WireOp:
    """Return an operation that was changed by somebody who knows how hashes are made."""
    op = dataclasses.replace(op, **changes)
    marked = b"\x00" if op.val is None else b"\x01" + op.val.encode()
    op = dataclasses.replace(op, vh=hashlib.sha256((op.salt or b"") + marked).digest())
    parts = (
        b"op1", op.device, str(op.seq).encode(), op.prev, str(op.hlc).encode(), op.actor.encode(),
        str(op.txn).encode(), op.entity, op.field.encode(), op.base, op.vh,
    )  # fmt: skip
    joined = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return dataclasses.replace(op, h=hashlib.sha256(joined).digest())


def a_chain_that_does_not_hang_together_is_refused(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="Second")
    *rest, last = one.ws.operations(other.ws.version_vector())
    laws.is_refused_whole(other.ws, [*rest, forged(last, prev=bytes(32))], "does not follow")
    tell(one, other)
    laws.same_content(one.ws, other.ws)


def what_builds_on_the_unknown_is_refused(places: Places) -> None:
    one = furnished(places)
    two, three = copy_of(places, one), copy_of(places, one, actor="Cy")
    edit(one, title="By one")
    tell(one, two)
    edit(two, title="By two, on top of it")
    known = three.ws.version_vector()
    only_two = [op for op in two.ws.operations(known) if op.device == two.ws.device_uid]
    laws.is_refused_whole(three.ws, only_two, "nothing was taken in")


def time_only_goes_forward(places: Places) -> None:
    desk = furnished(places)
    desk.clock.now_ms -= 11 * DAY_MS
    edit(desk, title="After the clock was put back", notes="x")
    desk.clock.now_ms += 46 * DAY_MS
    edit(desk, title="After it jumped ahead")
    laws.clocks_rise(desk.ws.operations())
    laws.sound(desk.ws)


def undo_never_goes_over_newer_work(places: Places) -> None:
    desk = furnished(places)
    edit(desk, title="Amira's")
    desk.restart("Bo")
    edit(desk, title="Bo's")
    desk.restart("Amira")
    before = dump(desk.ws)
    with pytest.raises(UserError, match="Bo has built on this change"):
        desk.ws.undo()
    assert dump(desk.ws) == before
    laws.sound(desk.ws)


def concurrent_verdicts_are_all_kept(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, verdict="good")
    edit(other, verdict="bad")
    tell(one, other)
    tell(other, one)
    for desk in (one, other):
        heads = laws.unseen(desk.ws.operations())
        assert {len(found) for (_, name), found in heads.items() if name == "verdict"} == {2}
        laws.sound(desk.ws)
    laws.same_content(one.ws, other.ws)


def a_change_that_fails_leaves_nothing_behind(places: Places) -> None:
    desk = furnished(places)

    def attempt() -> None:
        with desk.ws.change("Trips") as change:
            change.set(item_of(desk), title="Half done")
            change.add(Event(item=item_of(desk).id, outcome="bad"))
            raise RuntimeError("the program trips")

    laws.leaves_nothing_behind(desk.ws, attempt)
    edit(desk, title="Goes on")
    laws.sound(desk.ws)


def a_merge_is_the_union(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="By one", notes="n")
    edit(other, amount=3)
    tell(one, other)
    tell(other, one)
    laws.same_operations(one.ws, other.ws)
    laws.same_content(one.ws, other.ws)
    laws.sound(one.ws)


def taking_in_again_adds_nothing(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    edit(one, title="By one")
    tell(one, other)
    laws.taking_in_again_adds_nothing(other.ws, laws.ops_of(one.ws))
    laws.taking_in_again_adds_nothing(one.ws, laws.ops_of(other.ws))
    laws.sound(other.ws)


def a_fork_is_refused_and_named(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    *rest, last = laws.ops_of(one.ws)
    twisted = [*rest, forged(last, val="another story")]
    named = last.device.hex()[:8]
    laws.is_refused_whole(other.ws, twisted, "went its own way", f"operation {last.seq}", named)


def a_commitment_does_not_give_its_value_away(places: Places) -> None:
    desk = furnished(places)
    edit(desk, notes="secret")
    laws.values_are_committed_with_salt(desk.ws.operations())


def what_was_emptied_in_silence_is_named(places: Places) -> None:
    desk = furnished(places)
    with desk.ws.change("Forget Ada") as change:
        person = desk.ws.find(Person)
        assert person is not None
        change.erase(person, "email")
    laws.sound(desk.ws)
    edit(desk, notes="to be hidden")
    with desk.ws.connected() as sql:
        sql.run("UPDATE op SET val = NULL, salt = NULL WHERE id = (SELECT MAX(id) FROM op)")
    findings = desk.ws.verify()
    assert any(finding.what == "lost value" for finding in findings), findings


PROPERTIES: tuple[Property, ...] = (
    a_chain_that_does_not_hang_together_is_refused,
    what_builds_on_the_unknown_is_refused,
    time_only_goes_forward,
    undo_never_goes_over_newer_work,
    concurrent_verdicts_are_all_kept,
    a_change_that_fails_leaves_nothing_behind,
    a_merge_is_the_union,
    taking_in_again_adds_nothing,
    a_fork_is_refused_and_named,
    a_commitment_does_not_give_its_value_away,
    what_was_emptied_in_silence_is_named,
)
