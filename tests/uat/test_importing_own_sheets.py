"""Somebody's own sheet, read and taken in: its steps and results, once, and undone."""

from pathlib import Path

from changedesk.exchange.scripts import read_scripts
from changedesk.store.dump import dump
from changedesk.uat.importing import import_scripts
from changedesk.uat.records import Script, Step, StepResult


def test_steps_side_by_side_come_in_once_with_their_results(bench, tmp_path: Path):
    path = tmp_path / "wide.csv"
    path.write_text(
        "ID,Title,Step 1,Data 1,Expected 1,Status 1,Step 2,Data 2,Expected 2,Status 2\n"
        "W-1,Log in,Open,,Opened,Pass,Type,me,Typed,Fail\n"
        "W-2,Log out,Press,,Gone,Pass,,,,\n"
    )
    before = dump(bench.desk)
    taken = import_scripts(bench.desk, bench.project, read_scripts(path))
    assert taken.created == {"script": 2, "step": 3, "cycle": 1, "run": 2, "result": 3}
    rows = bench.desk.rows(Step.select().order_by(Step.version, Step.position))
    assert [(row.do, row.data, row.expected) for row in rows] == [
        ("Open", "", "Opened"),
        ("Type", "me", "Typed"),
        ("Press", "", "Gone"),
    ]
    results = bench.desk.rows(StepResult.select(StepResult.step, StepResult.outcome))
    assert {row.step: row.outcome for row in results} == {
        rows[0].id: "pass",
        rows[1].id: "fail",
        rows[2].id: "pass",
    }
    assert [row.further for row in bench.desk.rows(Script.select())] == ["", ""]
    length = bench.desk.journal_length()
    again = import_scripts(bench.desk, bench.project, read_scripts(path))
    assert (again.created, again.updated, bench.desk.journal_length()) == ({}, {}, length)
    bench.desk.undo()
    assert dump(bench.desk) == before


def test_tries_and_their_threshold_come_in_once(bench, tmp_path: Path):
    path = tmp_path / "tries.csv"
    path.write_text("ID,Title,Steps,Expected,Tries,Threshold\nT-1,Ask,Ask it,Right,10,9\n")
    before = dump(bench.desk)
    import_scripts(bench.desk, bench.project, read_scripts(path))
    (step,) = bench.desk.rows(Step.select())
    assert (step.trials, step.threshold) == (10, 90)
    length = bench.desk.journal_length()
    import_scripts(bench.desk, bench.project, read_scripts(path))
    assert bench.desk.journal_length() == length
    bench.desk.undo()
    assert dump(bench.desk) == before
