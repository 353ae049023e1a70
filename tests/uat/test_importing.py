"""Taking in what a reader found: known by the source's id, twice adds nothing, undo takes all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from changedesk.exchange.drafts import (
    Account,
    Place,
    RoundDraft,
    ScriptDraft,
    ScriptImport,
    StepDraft,
)
from changedesk.store.dump import dump
from changedesk.store.errors import UserError
from changedesk.uat import cycles, queries
from changedesk.uat.importing import import_scripts
from changedesk.uat.records import Cycle, Run, Script, Step, StepResult


def draft(
    number: int, *, steps: Sequence[str] = ("Open", "Close"), **fields: object
) -> ScriptDraft:
    made = ScriptDraft(
        source_id=f"TC-{number}",
        source_key=f"id:TC-{number}",
        title=f"Case {number}",
        where=Place("UAT", number + 1),
        steps=tuple(StepDraft(do) for do in steps),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def file_of(*drafts: ScriptDraft, name: str = "plan.xlsx") -> ScriptImport:
    return ScriptImport(
        name, "Excel workbook", "f00d", drafts, Account(len(drafts), len(drafts), 0)
    )


@pytest.fixture
def take(bench):
    def take_in(found, **how):
        return import_scripts(bench.desk, bench.project, found, **how)

    return take_in


def test_scripts_come_in_with_their_steps(bench, take):
    taken = take(file_of(draft(1), draft(2, steps=("Look",), area="Chat", priority="P1")))
    assert taken.created == {"script": 2, "step": 3}
    rows = bench.desk.rows(Script.select().order_by(Script.code))
    assert [(row.code, row.source_id, row.title) for row in rows] == [
        ("UAT-001", "TC-1", "Case 1"),
        ("UAT-002", "TC-2", "Case 2"),
    ]
    assert (rows[1].area, rows[1].priority, rows[1].status) == ("Chat", "critical", "ready")


def test_the_same_file_again_adds_nothing(bench, take):
    found = file_of(draft(1, outcome="pass", tester="Amira"), draft(2))
    take(found)
    before, length = dump(bench.desk), bench.desk.journal_length()
    again = take(found)
    assert (again.created, again.updated) == ({}, {})
    assert dump(bench.desk) == before
    assert bench.desk.journal_length() == length


def test_undo_takes_back_everything_and_the_import_can_be_made_again(bench, take):
    found = file_of(draft(1, outcome="fail", actual="No", tester="Amira"), draft(2))
    before = dump(bench.desk)
    first = take(found)
    bench.desk.undo()
    assert dump(bench.desk) == before
    assert take(found).created == first.created


def test_trying_gives_the_same_account_and_writes_nothing(bench, take):
    found = file_of(draft(1, outcome="pass", tester="Amira"), draft(2))
    before, length = dump(bench.desk), bench.desk.journal_length()
    tried = take(found, only_try=True)
    assert dump(bench.desk) == before
    assert bench.desk.journal_length() == length
    assert take(found) == tried


def test_a_changed_script_makes_a_new_version_and_keeps_old_results(bench, take):
    take(file_of(draft(1, outcome="pass")))
    taken = take(file_of(draft(1, steps=("Open", "Wait", "Close"), title="Case one")))
    assert taken.updated == {"script": 1}
    (script,) = bench.desk.rows(Script.select())
    assert (script.version, script.title) == (2, "Case one")
    assert [step.do for step in bench.steps(script.id)] == ["Open", "Wait", "Close"]
    (run,) = bench.desk.rows(Run.select())
    assert [step.do for step in queries.run_sheet(bench.desk, run.id).steps] == ["Open", "Close"]
    assert run.state == "passed"


def test_what_left_the_source_stays_here(bench, take):
    take(file_of(draft(1), draft(2)))
    take(file_of(draft(1)))
    assert bench.desk.counts()["script"] == 2


def test_scripts_of_one_title_are_never_merged(bench, take):
    take(file_of(draft(1, title="Log on"), draft(2, title="Log on")))
    assert bench.desk.counts()["script"] == 2


def test_results_go_to_a_cycle_of_the_file_with_tester_and_date(bench, take):
    told = {"outcome": "fail", "actual": "No answer", "tester": "Amira Khan"}
    taken = take(file_of(draft(1, performed_on=date(2026, 2, 3), **told), draft(2)))
    assert taken.created == {
        "script": 2, "step": 4, "cycle": 1, "person": 1, "run": 2, "result": 1,
    }  # fmt: skip
    (cycle,) = bench.desk.rows(Cycle.select())
    assert (cycle.code, cycle.title) == ("CYC-01", "Results in plan.xlsx")
    (result,) = bench.desk.rows(StepResult.select())
    assert (result.outcome, result.actual, result.step) == ("fail", "No answer", None)
    assert {row.state for row in queries.runs(bench.desk, cycle.id)} == {"failed", "not_run"}


def test_results_go_to_the_cycle_that_was_chosen(bench, take):
    cycle = bench.cycle("Mine")
    taken = take(file_of(draft(1, outcome="pass")), cycle=cycle)
    assert taken.cycle == "CYC-01"
    assert [row.state for row in queries.runs(bench.desk, cycle)] == ["passed"]


def test_results_of_steps_stand_at_their_steps(bench, take):
    steps = (StepDraft("Open", outcome="pass"), StepDraft("Close", outcome="fail", actual="No"))
    take(file_of(replace(draft(1), steps=steps)))
    (run,) = bench.desk.rows(Run.select())
    sheet = queries.run_sheet(bench.desk, run.id)
    assert [step.outcome for step in sheet.steps] == ["pass", "fail"]


def test_a_changed_result_takes_the_place_of_the_imported_one(bench, take):
    take(file_of(draft(1, outcome="fail", actual="No")))
    taken = take(file_of(draft(1, outcome="pass")))
    assert taken.created == {"result": 1}
    (run,) = bench.desk.rows(Run.select())
    assert run.state == "passed"
    assert bench.desk.counts()["step_result"] == 2


def test_markup_and_formulas_in_a_file_stay_text(bench, take):
    hostile = '=HYPERLINK("http://127.0.0.1:9")'
    take(file_of(draft(1, title="<b>x</b>", steps=(hostile, "-5"))))
    (script,) = bench.desk.rows(Script.select())
    assert script.title == "<b>x</b>"
    assert [step.do for step in bench.steps(script.id)] == [hostile, "-5"]


def test_results_keep_the_testers_that_their_rows_name(bench, take):
    steps = tuple(
        StepDraft(do, outcome="pass", tester=who, performed_on=day)
        for do, who, day in (("Open", "Ann", date(2026, 2, 1)), ("Close", "Ben", date(2026, 2, 2)))
    )
    take(file_of(replace(draft(1), steps=steps)))
    (run,) = bench.desk.rows(Run.select())
    results = bench.desk.rows(StepResult.select().order_by(StepResult.id))
    names = [bench.desk.record_name(one.tester) for one in results]
    assert (run.tester, names) == (None, ["Ann", "Ben"])
    days = [datetime.fromtimestamp(one.at / 1000, UTC).date() for one in results]
    assert days == [date(2026, 2, 1), date(2026, 2, 2)]


def test_nothing_is_added_to_a_closed_cycle(bench, take):
    planned = file_of(draft(1), draft(2))
    take(planned)
    first = file_of(draft(1, outcome="pass"), draft(2))
    take(first)
    (cycle,) = bench.desk.rows(Cycle.select())
    cycles.set_status(bench.desk, cycle.id, "closed")
    before = dump(bench.desk)
    take(first)
    with pytest.raises(UserError, match="CYC-01 is closed: reopen it first"):
        take(file_of(draft(1, outcome="fail"), draft(2)), cycle=cycle.id)
    with pytest.raises(UserError, match="CYC-01 is closed: reopen it first"):
        take(file_of(draft(3, outcome="pass")), cycle=cycle.id, only_try=True)
    assert dump(bench.desk) == before


def test_several_testers_have_a_run_each_and_both_count(bench, take):
    rounds = (
        RoundDraft("", "Ann", "pass", steps=(StepDraft("Open"),)),
        RoundDraft("", "Ben", "fail", steps=(StepDraft("Open"),)),
    )
    found = file_of(draft(1, steps=("Open",), rounds=rounds, outcome="fail"))
    assert take(found).created == {
        "script": 1, "step": 1, "person": 2, "cycle": 1, "run": 2, "result": 2,
    }  # fmt: skip
    assert [run.state for run in bench.desk.rows(Run.select().order_by(Run.id))] == [
        "passed",
        "failed",
    ]
    before = dump(bench.desk)
    assert take(found).created == {}
    assert dump(bench.desk) == before


def test_cycles_of_a_file_are_cycles_here_and_the_last_is_the_one_asked_for(bench, take):
    rounds = (RoundDraft("Cycle 1", "", "fail"), RoundDraft("Cycle 2", "", "pass"))
    found = file_of(draft(1, steps=("Open",), rounds=rounds))
    taken = take(found)
    assert (taken.created["cycle"], taken.created["run"]) == (2, 2)
    titles = [cycle.title for cycle in bench.desk.rows(Cycle.select().order_by(Cycle.id))]
    assert titles == ["Cycle 1", "Cycle 2"]
    first = bench.desk.rows(Cycle.select().order_by(Cycle.id))[0]
    other = replace(found, scripts=(replace(draft(2, steps=("A",)), rounds=rounds),))
    again = take(other, cycle=first.id)
    assert "cycle" not in again.created
    assert len(bench.desk.rows(Run.select().where(Run.cycle == first.id))) == 2


def script_of(bench) -> Script:
    (script,) = bench.desk.rows(Script.select())
    return script


def retitle(bench, do: str) -> None:
    first = bench.steps(script_of(bench).id)[0]
    with bench.desk.change("Edit") as change:
        change.set_many(Step, {first.id: {"do": do}})
        change.set_many(Script, {script_of(bench).id: {"title": "Mine"}})


def shown(bench) -> tuple[str, list[str]]:
    script = script_of(bench)
    return script.title, [step.do for step in bench.steps(script.id)]


@pytest.mark.parametrize("tested", [False, True])
def test_what_was_changed_here_stays_when_the_same_file_comes_again(bench, take, tested):
    found = file_of(draft(1, **({"outcome": "pass"} if tested else {})))
    take(found)
    retitle(bench, "Open the desk")
    again = take(found)
    assert shown(bench) == ("Mine", ["Open the desk", "Close"])
    assert (again.created, again.updated) == ({}, {})
    told = " ".join(again.warnings)
    assert "UAT-001 (Title)" in told
    assert "Steps that were changed here" in told


def test_steps_that_the_source_changed_since_come_in(bench, take):
    take(file_of(draft(1)))
    retitle(bench, "Open the desk")
    take(file_of(draft(1, steps=("Open", "Wait", "Close"))))
    assert shown(bench) == ("Mine", ["Open", "Wait", "Close"])


def test_steps_of_an_import_that_was_undone_come_in_again(bench, take):
    take(file_of(draft(1)))
    later = file_of(draft(1, steps=("Open", "Wait", "Close")))
    take(later)
    bench.desk.undo()
    assert shown(bench)[1] == ["Open", "Close"]
    take(later)
    assert shown(bench)[1] == ["Open", "Wait", "Close"]
