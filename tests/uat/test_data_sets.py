"""Data sets: edited like steps, and never under the hands of a run that started."""

import pytest

from changedesk.store.errors import UserError
from changedesk.uat import queries
from changedesk.uat.capture import draft_defect, raise_defect, record_result, start_run
from changedesk.uat.cycles import plan_runs
from changedesk.uat.data_sets import add_data_sets, edit_data_sets, names_in, remove_data_sets
from changedesk.uat.records import Defect, Run
from changedesk.uat.scripts import add_script, current_version, data_sets_of, edit_steps, steps_of


@pytest.fixture
def script(bench):
    return bench.script(
        "Refund <amount>", "Refund <amount> to ${who} | [amount] EUR | Thanks, <who>"
    )


def sets(bench, script):
    found = data_sets_of(bench.desk, current_version(bench.desk, script))
    return [(one.position, one.name, one.values) for one in found]


def test_the_names_that_steps_leave_a_place_for_are_found(bench, script):
    assert names_in(bench.desk, script) == ["amount", "who"]


def test_data_sets_are_added_edited_and_removed_each_in_one_change(bench, script):
    one, two = add_data_sets(
        bench.desk, script, [{"name": "Small", "values": "amount = 1"}, {"name": "Large"}]
    )
    assert edit_data_sets(bench.desk, script, {two: {"values": "amount = 999"}}) == {two: two}
    assert sets(bench, script) == [(1, "Small", "amount = 1"), (2, "Large", "amount = 999")]
    remove_data_sets(bench.desk, script, [one])
    assert sets(bench, script) == [(1, "Large", "amount = 999")]
    assert bench.desk.undo() == "Remove a data set from UAT-001"
    assert len(sets(bench, script)) == 2


def test_a_run_that_started_keeps_its_values_and_one_that_waits_gets_the_new_ones(bench, script):
    (key,) = add_data_sets(bench.desk, script, [{"name": "Small", "values": "amount = 1"}])
    cycle = bench.cycle()
    plan_runs(bench.desk, cycle, [script], [bench.tester("Amira"), bench.tester("Ben")])
    begun, waiting = queries.runs(bench.desk, cycle)
    bench.record(begun.id, ["pass"])
    now = edit_data_sets(bench.desk, script, {key: {"values": "amount = 2"}})
    assert now[key] != key
    assert queries.run_sheet(bench.desk, begun.id).steps[0].data == "1 EUR"
    assert queries.run_sheet(bench.desk, waiting.id).steps[0].data == "2 EUR"
    bench.record(waiting.id, ["pass"])
    assert bench.desk.get(Run, waiting.id).data_set_id == now[key]
    assert [run.state for run in queries.runs(bench.desk, cycle)] == ["passed", "passed"]
    with pytest.raises(UserError, match="changed elsewhere just now"):
        edit_data_sets(bench.desk, script, {key: {"name": "Tiny"}})


def test_a_new_version_keeps_tries_and_data_sets(bench):
    script = add_script(
        bench.desk, bench.project, "The bot", [{"do": "Ask", "trials": 5, "threshold": 80}]
    )
    add_data_sets(bench.desk, script, [{"name": "Polite"}])
    cycle = bench.cycle()
    plan_runs(bench.desk, cycle, [script], [None])
    bench.record(queries.runs(bench.desk, cycle)[0].id, ["blocked"])
    first = steps_of(bench.desk, current_version(bench.desk, script))[0]
    edit_steps(bench.desk, script, {first.id: {"do": "Ask twice"}})
    version = current_version(bench.desk, script)
    (step,) = steps_of(bench.desk, version)
    assert (step.id != first.id, step.do, step.trials, step.threshold) == (
        True, "Ask twice", 5, 80,
    )  # fmt: skip
    assert [one.name for one in data_sets_of(bench.desk, version)] == ["Polite"]


def test_a_data_set_that_a_run_is_planned_with_is_not_taken_away(bench, script):
    (key,) = add_data_sets(bench.desk, script, [{"name": "Small"}])
    plan_runs(bench.desk, bench.cycle(), [script], [None])
    with pytest.raises(UserError):
        remove_data_sets(bench.desk, script, [key])
    assert len(sets(bench, script)) == 1


def test_a_defect_of_a_data_driven_run_names_its_data_and_says_the_words_that_were_read(
    bench, script
):
    add_data_sets(
        bench.desk, script, [{"name": "Large", "values": "amount = 999\nwho = Conceição"}]
    )
    cycle = bench.cycle()
    plan_runs(bench.desk, cycle, [script], [bench.tester("Amira")])
    (run,) = queries.runs(bench.desk, cycle)
    start_run(bench.desk, run.id)
    step = bench.steps(script)[0].id
    result = record_result(bench.desk, run.id, step, "fail", actual="Nothing came")
    draft = draft_defect(bench.desk, result)
    assert draft.place == "UAT-001 step 1 · Large"
    assert draft.description.split("\n") == [
        "UAT-001 step 1: Refund 999 to Conceição",
        "Expected: Thanks, Conceição",
        "Data set Large: amount = 999, who = Conceição",
        "What happened: Nothing came",
    ]
    defect = bench.desk.get(Defect, raise_defect(bench.desk, result))
    assert defect.description == draft.description
