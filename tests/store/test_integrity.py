"""What does not hold is named: each kind of breach of the journal and of what follows from it."""

import pytest

from changedesk.store.engine import Sql
from tests.store import laws
from tests.store.desks import Places
from tests.store.properties import copy_of, edit, furnished, item_of, tell

GUARDS = {
    True: ("DROP TRIGGER op_is_never_changed", "DROP TRIGGER op_is_never_removed"),
    False: ("DROP TRIGGER op_is_append_only ON op",),
}
NEWEST = "(SELECT MAX(id) FROM op)"
BREACHES = {
    "wrong chain number": (f"UPDATE op SET seq = seq + 1 WHERE id = {NEWEST}", "broken chain"),
    "time before the last": (f"UPDATE op SET hlc = 5 WHERE id = {NEWEST}", "clock"),
    "other author": (f"UPDATE op SET actor = 'Mallory' WHERE id = {NEWEST}", "changed operation"),
    "other value": (f"UPDATE op SET val = 'x' WHERE id = {NEWEST}", "changed value"),
    "value of what was erased": (f"UPDATE op SET salt = NULL WHERE id = {NEWEST}", "lost value"),
    "other base": (f"UPDATE op SET base = h WHERE id = {NEWEST}", "changed operation"),
    "half a base": (f"UPDATE op SET base = salt WHERE id = {NEWEST}", "unknown base"),
    "no device": (f"UPDATE op SET dev = 9 WHERE id = {NEWEST}", "broken chain"),
    "operation gone": (f"DELETE FROM op WHERE id = {NEWEST}", "wrong head"),
    "head gone": ("DELETE FROM head", "wrong head"),
    "other head": (f"UPDATE head SET op = {NEWEST} - 1", "wrong head"),
    "other maker": ("UPDATE entity SET op = 1 WHERE id = 1", "wrong record"),
    "other type": ("UPDATE entity SET type = 'part' WHERE id = 1", "wrong record"),
    "taken out in silence": ("UPDATE entity SET state = 1 WHERE id = 1", "wrong state"),
    "kept for nobody": ("UPDATE entity SET state = 2 WHERE id = 1", "wrong state"),
    "other row": ("UPDATE item SET title = 'x'", "wrong value"),
    "row gone": ("DELETE FROM event", "wrong rows"),
    "sum": ("UPDATE item SET events = 9", "wrong sum"),
    "counter": ("UPDATE code_counter SET last = 0", "wrong counter"),
    "counter far ahead": ("UPDATE code_counter SET last = 99", "wrong counter"),
    "bytes": ("UPDATE content SET data = h", "changed content"),
    "state": ("INSERT INTO state (name, value) VALUES ('odd', '1')", "wrong state"),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_the_breach_is_named(places: Places, breach: str) -> None:
    desk = furnished(places)
    with desk.ws.change("Picture") as change:
        change.content(b"png")
        change.set(item_of(desk), notes="n")
    laws.sound(desk.ws)
    statement, what = BREACHES[breach]
    with desk.ws.connected() as sql:
        unguarded(sql)
        sql.run(statement)
    assert what in {finding.what for finding in desk.ws.verify()}


def unguarded(sql: Sql) -> None:
    for statement in GUARDS[sql.sqlite]:
        sql.run(statement)


def test_a_record_that_the_journal_lost_is_named(places: Places) -> None:
    desk = furnished(places)
    with desk.ws.connected() as sql:
        unguarded(sql)
        if sql.sqlite:
            sql.run("PRAGMA foreign_keys = 0")
        sql.run("DELETE FROM entity WHERE type = 'event'")
    assert desk.ws.verify()


def test_a_merged_workspace_with_conflicts_is_sound(places: Places) -> None:
    one = furnished(places)
    other = copy_of(places, one)
    for number, desk in enumerate((one, other)):
        edit(desk, verdict="good" if number else "bad", title=str(number))
    tell(one, other)
    laws.sound(other.ws)


def test_text_that_is_no_text_is_named_by_its_place(places: Places) -> None:
    desk = furnished(places)
    with desk.ws.connected() as sql:
        if not sql.sqlite:
            pytest.skip("PostgreSQL takes no such text")
        sql.run("UPDATE item SET title = CAST(x'41ff' AS TEXT)")
    assert {(finding.what, finding.where.split()[2]) for finding in desk.ws.verify()} == {
        ("wrong value", "title")
    }
