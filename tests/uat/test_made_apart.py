"""Two copies change the steps of a script that was run: one is shown, the same everywhere, and
what the other wrote is told until a person settles it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.overview.gaps import gaps
from changedesk.store.workspace import Workspace
from changedesk.uat import lines
from changedesk.uat.capture import record_result
from changedesk.uat.cycles import current_versions
from changedesk.uat.scripts import add_step, current_version, edit_steps, remove_steps, steps_of
from tests.uat.conftest import Bench

TODAY = date(2026, 3, 1)


@pytest.fixture
def other(bench: Bench, tmp_path: Path) -> Iterator[Workspace]:
    """Return a copy, taken after the first step of a script of two steps was passed."""
    script = bench.script("Look up a customer", "Search by phone", "Open the record")
    run = bench.run(bench.cycle("Round one"), script, bench.tester("Tara"))
    record_result(bench.desk, run, bench.steps(script)[0].id, "pass")
    other = new_desk(tmp_path / "other.changedesk", actor="Ola", clock=bench.desk.clock)
    other.receive(bench.desk.operations())
    yield other
    other.close()


def the_script(desk: Workspace) -> int:
    with desk.connected() as sql:
        return int(sql.value("SELECT id FROM script"))


def shown(desk: Workspace) -> list[str]:
    return [step.do for step in steps_of(desk, current_version(desk, the_script(desk)))]


def told(desk: Workspace) -> list[str]:
    with desk.connected() as sql:
        project = int(sql.value("SELECT id FROM project"))
    return [one.why for one in gaps(desk, project, TODAY) if one.kind == "script_apart"]


def put_together(one: Workspace, two: Workspace) -> None:
    first, second = list(one.operations()), list(two.operations())
    one.receive(iter(second))
    two.receive(iter(first))


def test_steps_that_two_copies_added_apart_are_one_script_in_both_and_the_rest_is_told(
    bench: Bench, other: Workspace
) -> None:
    desk = bench.desk
    add_step(desk, the_script(desk), do="Close the record")
    add_step(other, the_script(other), do="Print the record")
    put_together(desk, other)
    assert shown(desk) == shown(other)
    (lacking,) = {"Close the record", "Print the record"} - set(shown(desk))
    for one in (desk, other):
        (why,) = told(one)
        assert f"Not in it: “{lacking}”" in why


def test_what_one_copy_took_out_is_told_where_the_other_kept_it(
    bench: Bench, other: Workspace
) -> None:
    desk = bench.desk
    for one, act in ((desk, "out"), (other, "edit")):
        steps = steps_of(one, current_version(one, the_script(one)))
        if act == "out":
            remove_steps(one, the_script(one), [steps[1].id])
        else:
            edit_steps(one, the_script(one), {steps[0].id: {"do": "Search by name"}})
    put_together(desk, other)
    (why,) = told(desk)
    said = "Taken out by the other: “Open the record”" in why
    assert said is ("Open the record" in shown(desk))
    assert said or "Not in it: “Search by name”" in why


def test_the_next_edit_settles_it_and_keeps_both_as_they_were(
    bench: Bench, other: Workspace
) -> None:
    desk = bench.desk
    add_step(desk, the_script(desk), do="Close the record")
    add_step(other, the_script(other), do="Print the record")
    put_together(desk, other)
    lacking = {"Close the record", "Print the record"} - set(shown(desk))
    add_step(desk, the_script(desk), do=lacking.pop())
    put_together(desk, other)
    assert told(desk) == told(other) == []
    assert sorted(shown(desk)[2:]) == ["Close the record", "Print the record"]
    assert shown(desk) == shown(other)


def test_a_run_keeps_its_reference_and_its_line_where_its_script_was_changed_apart(
    bench: Bench, other: Workspace
) -> None:
    desk = bench.desk
    add_step(desk, the_script(desk), do="Close the record")
    add_step(other, the_script(other), do="Print the record")
    put_together(desk, other)
    with desk.connected() as sql:
        cycle = int(sql.value("SELECT id FROM cycle"))
        assert [head.reference for head in lines.run_heads(sql, cycle).values()] == ["UAT-001"]
    script = the_script(desk)
    assert current_versions(desk, [script]) == {script: current_version(desk, script)}


def test_what_one_person_changed_after_the_other_is_no_difference(
    bench: Bench, other: Workspace
) -> None:
    desk = bench.desk
    add_step(desk, the_script(desk), do="Close the record")
    put_together(desk, other)
    add_step(other, the_script(other), do="Print the record")
    put_together(desk, other)
    assert told(desk) == []
    assert shown(desk)[2:] == ["Close the record", "Print the record"]
