"""Words and pictures that come after a result, and edits that come after a run has begun."""

import pytest

from changedesk.store.errors import UserError
from changedesk.uat import queries, scripts
from changedesk.uat.capture import (
    Picture,
    add_defect,
    add_pictures,
    describe_result,
    draft_defect,
    raise_defect,
    record_result,
    start_run,
)


@pytest.fixture
def script(bench):
    return bench.script("Chat", "Open | nothing | It opens", "Close | nothing | It closes")


@pytest.fixture
def run(bench, script):
    return bench.run(bench.cycle(build="1.4"), script, bench.tester("Amira"))


def standing(bench, run):
    sheet = queries.run_sheet(bench.desk, run)
    return [step.result for step in sheet.steps if step.result is not None]


def test_words_take_the_place_of_a_result_without_words(bench, run):
    step = queries.run_sheet(bench.desk, run).steps[0].id
    first = record_result(
        bench.desk, run, step, "fail", duration=9, pictures=[Picture(b"a picture")]
    )
    before = standing(bench, run)[0]
    describe_result(bench.desk, first, "It is dark")
    (now,) = standing(bench, run)
    assert (now.outcome, now.actual, now.duration, now.pictures) == ("fail", "It is dark", 9, 1)
    assert now.at == before.at
    assert [r.standing for r in queries.results_of(bench.desk, [run])[run]] == [False, True]
    assert bench.desk.undo() is not None
    assert [result.actual for result in standing(bench, run)] == [""]


def test_a_picture_that_comes_late_goes_to_the_result_that_stands(bench, run):
    step = queries.run_sheet(bench.desk, run).steps[0].id
    first = record_result(bench.desk, run, step, "fail")
    described = describe_result(bench.desk, first, "It is dark")
    add_pictures(bench.desk, first, [Picture(b"late")])
    assert [row.result for row in queries.pictures(bench.desk, [first, described])] == [described]


def test_a_picture_of_a_failure_does_not_go_to_the_pass_that_corrects_it(bench, run):
    step = queries.run_sheet(bench.desk, run).steps[0].id
    failure = record_result(bench.desk, run, step, "fail")
    record_result(bench.desk, run, step, "pass")
    add_pictures(bench.desk, failure, [Picture(b"late")])
    (now,) = standing(bench, run)
    assert now.pictures == 0


def test_a_defect_says_what_its_draft_proposed(bench, run):
    step = queries.run_sheet(bench.desk, run).steps[0].id
    result = record_result(bench.desk, run, step, "fail", actual="It stays shut\nfor ever")
    draft = draft_defect(bench.desk, result)
    assert (draft.place, draft.title) == ("UAT-001 step 1", "It stays shut")
    raise_defect(bench.desk, result)
    (defect,) = queries.defects(bench.desk, bench.project)
    assert (defect.title, defect.description) == (draft.title, draft.description)


def test_the_proof_of_a_defect_is_all_that_was_kept_at_its_step(bench, run):
    step = queries.run_sheet(bench.desk, run).steps[0].id
    first = record_result(bench.desk, run, step, "fail", pictures=[Picture(b"one")])
    defect = raise_defect(bench.desk, first)
    described = describe_result(bench.desk, first, "It is dark")
    add_pictures(bench.desk, described, [Picture(b"two")])
    assert len(queries.evidence_of_defect(bench.desk, defect)) == 2


def test_a_defect_that_nothing_raised_has_no_proof(bench, run):

    assert queries.evidence_of_defect(bench.desk, add_defect(bench.desk, bench.project, "X")) == []


def test_a_run_that_has_not_started_shows_the_steps_as_they_are_now(bench, script, run):
    other = bench.run(bench.cycle("Second"), script)
    start_run(bench.desk, other)
    first = bench.steps(script)[0].id
    scripts.edit_steps(bench.desk, script, {first: {"do": "Open it wide"}})
    assert queries.run_sheet(bench.desk, run).steps[0].do == "Open it wide"
    assert queries.run_sheet(bench.desk, other).steps[0].do == "Open"


def test_a_step_that_changed_on_the_way_is_not_recorded_against_other_words(bench, script, run):
    stale = queries.run_sheet(bench.desk, run).steps[0].id
    start_run(bench.desk, bench.run(bench.cycle("Second"), script))
    scripts.edit_steps(bench.desk, script, {stale: {"do": "Open it wide"}})
    with pytest.raises(UserError, match="changed"):
        record_result(bench.desk, run, stale, "pass")
    assert standing(bench, run) == []


def test_steps_of_an_older_version_are_never_edited(bench, script, run):
    old = bench.steps(script)[0].id
    start_run(bench.desk, run)
    scripts.edit_steps(bench.desk, script, {old: {"do": "Open it wide"}})
    for edit in (
        lambda: scripts.edit_steps(bench.desk, script, {old: {"do": "Shut"}}),
        lambda: scripts.remove_steps(bench.desk, script, [old]),
        lambda: scripts.move_step(bench.desk, script, old, 2),
    ):
        with pytest.raises(UserError, match="elsewhere"):
            edit()
    assert queries.run_sheet(bench.desk, run).steps[0].do == "Open"
    assert [step.do for step in bench.steps(script)] == ["Open it wide", "Close"]


def test_testers_are_counted_by_cycle_with_what_is_open(bench, script):
    cycle, ben = bench.cycle(), bench.tester("Ben")
    bench.record(bench.run(cycle, script, ben), ["pass", "pass"])
    bench.run(cycle, bench.script("Other", "Go"), ben)
    bench.run(cycle, script)
    found = [
        (row.name, row.runs, row.open) for row in queries.testers(bench.desk, bench.project)[cycle]
    ]
    assert found == [("Ben", 2, 1), ("", 1, 1)]


def test_the_runs_of_a_script_come_with_their_cycles_newest_first(bench, script):
    first, second = bench.cycle("First"), bench.cycle("Second")
    bench.run(first, script)
    bench.run(second, script)
    assert [cycle.title for cycle, _ in queries.runs_of_script(bench.desk, script)] == [
        "Second",
        "First",
    ]
