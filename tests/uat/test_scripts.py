"""Scripts and their steps: a run keeps the text that it was recorded against."""

import pytest

from changedesk.store.errors import UserError
from changedesk.uat import queries
from changedesk.uat.capture import start_run
from changedesk.uat.records import Run, Script, ScriptVersion, Step
from changedesk.uat.scripts import (
    add_step,
    add_steps,
    edit_steps,
    move_step,
    remove_steps,
)


def texts(bench, script):
    return [step.do for step in bench.steps(script)]


def test_scripts_get_codes_in_the_order_in_which_they_are_made(bench):
    keys = [bench.script(f"Script {n}", "Look") for n in range(3)]
    assert [bench.desk.get(Script, key).code for key in keys] == ["UAT-001", "UAT-002", "UAT-003"]


def test_before_any_run_steps_are_edited_in_place(bench):
    script = bench.script("Chat", "Open", "Close")
    first, _ = bench.steps(script)
    edit_steps(bench.desk, script, {first.id: {"do": "Open the chat"}})
    assert texts(bench, script) == ["Open the chat", "Close"]
    assert bench.desk.counts()["script_version"] == 1


def test_a_run_keeps_its_steps_when_the_script_is_edited_later(bench):
    script = bench.script("Chat", "Open", "Close")
    run = bench.run(bench.cycle(), script)
    start_run(bench.desk, run)
    first, _ = bench.steps(script)
    moved = edit_steps(bench.desk, script, {first.id: {"do": "Open the new chat"}})
    assert texts(bench, script) == ["Open the new chat", "Close"]
    assert moved[first.id] != first.id
    assert [step.do for step in queries.run_sheet(bench.desk, run).steps] == ["Open", "Close"]
    assert bench.desk.get(Script, script).version == 2


def test_a_second_edit_stays_in_the_new_version(bench):
    script = bench.script("Chat", "Open")
    start_run(bench.desk, bench.run(bench.cycle(), script))
    add_step(bench.desk, script, do="Close")
    add_step(bench.desk, script, do="Rate")
    assert texts(bench, script) == ["Open", "Close", "Rate"]
    numbers = [row.number for row in bench.desk.rows(ScriptVersion.select(ScriptVersion.number))]
    assert numbers == [1, 2]


def test_a_run_that_has_not_started_takes_the_steps_as_they_are_when_it_does(bench):
    script = bench.script("Chat", "Open")
    run = bench.run(bench.cycle(), script)
    started = bench.run(bench.cycle("Other"), script)
    start_run(bench.desk, started)
    add_step(bench.desk, script, do="Close")
    start_run(bench.desk, run)
    assert [step.do for step in queries.run_sheet(bench.desk, run).steps] == ["Open", "Close"]
    assert [step.do for step in queries.run_sheet(bench.desk, started).steps] == ["Open"]


def test_steps_stay_numbered_without_gaps(bench):
    script = bench.script("Chat", "a", "b", "c", "d")
    remove_steps(bench.desk, script, [bench.steps(script)[1].id])
    add_steps(bench.desk, script, [{"do": "x"}, {"do": "y"}], at=2)
    move_step(bench.desk, script, bench.steps(script)[4].id, 1)
    assert texts(bench, script) == ["d", "a", "x", "y", "c"]
    assert [step.position for step in bench.steps(script)] == [1, 2, 3, 4, 5]


def test_a_script_with_results_cannot_be_removed_and_one_without_can(bench):
    used, free = bench.script("Used", "a"), bench.script("Free", "a")
    bench.record(bench.run(bench.cycle(), used), ["pass"])
    with pytest.raises(UserError), bench.desk.change("Remove") as change:
        change.delete_many(Script, [used])
    with bench.desk.change("Remove") as change:
        change.delete_many(Script, [free])
    assert bench.desk.counts()["script"] == 1
    assert len(bench.desk.rows(Step.select(Step.id))) == 1


def test_undo_takes_back_an_edit_with_the_version_that_it_made(bench):
    script = bench.script("Chat", "Open")
    start_run(bench.desk, bench.run(bench.cycle(), script))
    edit_steps(bench.desk, script, {bench.steps(script)[0].id: {"do": "Changed"}})
    bench.desk.undo()
    assert texts(bench, script) == ["Open"]
    assert bench.desk.get(Script, script).version == 1
    assert len(bench.desk.rows(Run.select(Run.id))) == 1


def test_a_run_that_is_planned_counts_the_steps_that_come_and_go(bench):
    script = bench.script("Chat", "Open")
    run = bench.run(bench.cycle(), script)
    add_step(bench.desk, script, do="Close")
    assert bench.desk.get(Run, run).steps == 2
    assert bench.desk.verify() == []
    remove_steps(bench.desk, script, [bench.steps(script)[0].id])
    assert bench.desk.get(Run, run).steps == 1
    assert bench.desk.verify() == []
