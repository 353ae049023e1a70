"""merge, bundle, conflicts: two sites work on copies of a workspace and put them together."""

import shutil

import pytest

from changedesk.desk import open_desk
from changedesk.people.records import Person
from changedesk.store.dump import dump
from changedesk.uat.cycles import plan_runs, set_status
from changedesk.uat.records import Cycle, Defect, Script
from changedesk.uat.scripts import (
    add_script,
    add_step,
    current_version,
    edit_steps,
    steps_of,
)


@pytest.fixture
def copies(sample, tmp_path):
    other = tmp_path / "other.changedesk"
    shutil.copyfile(sample, other)
    return sample, other


def said_by(path):
    desk = open_desk(path)
    try:
        return dump(desk)
    finally:
        desk.close()


def set_severity(path, who, severity):
    desk = open_desk(path, actor=who)
    try:
        with desk.change("Rate") as change:
            defect = desk.find(Defect, code="D-002")
            assert defect is not None
            change.set(defect, severity=severity)
    finally:
        desk.close()


def record(run, path, outcome, script="UAT-001", step=1):
    said = run("record", path, script, step, outcome, "--cycle", "CYC-02")
    assert said.code == 0, said.err


def test_results_of_both_sites_are_there_afterwards(run, copies):
    mine, theirs = copies
    record(run, theirs, "fail")
    said = run("merge", mine, theirs, "--json")
    assert said.code == 0, said.err
    facts = said.facts
    assert facts["kind"] == "workspace"
    assert facts["created"]["step_result"] == 1
    assert {"updated", "unchanged", "skipped", "rejected", "conflicts", "warnings"} <= facts.keys()
    assert said_by(mine) == said_by(theirs)
    again = run("merge", mine, theirs, "--json")
    assert (again.code, again.facts["created"], again.facts["operations"]) == (0, {}, 0)
    assert "nothing that is not here" in run("merge", mine, theirs).out


def test_only_trying_changes_nothing(run, copies):
    mine, theirs = copies
    record(run, theirs, "fail")
    before = mine.read_bytes()
    said = run("merge", mine, theirs, "--dry-run", "--json")
    assert said.facts["created"]["step_result"] == 1
    assert said.facts["backup"] is None
    assert said_by(mine) != said_by(theirs)
    assert mine.read_bytes() == before


def test_a_merge_is_taken_back(run, copies):
    mine, theirs = copies
    record(run, mine, "pass")
    before = said_by(mine)
    record(run, theirs, "fail", "UAT-002")
    assert run("merge", mine, theirs).code == 0
    assert said_by(mine) != before
    assert run("merge", mine, "--take-back", "--json").facts == {"taken_back": theirs.name}
    assert said_by(mine) == before
    assert run("verify", mine).code == 0
    said = run("merge", mine, "--take-back")
    assert said.code == 2
    assert "no merge here" in said.err


def test_a_conflict_is_listed_and_decided(run, copies):
    mine, theirs = copies
    set_severity(mine, "Amira", "low")
    set_severity(theirs, "Bo", "critical")
    said = run("merge", mine, theirs, "--json")
    assert said.code == 1
    (conflict,) = said.facts["conflicts"]
    assert (conflict["record"], conflict["field"], conflict["mine"], conflict["theirs"]) == (
        "D-002", "severity", "Low", "Critical",
    )  # fmt: skip
    listed = run("conflicts", mine, "--json")
    assert listed.code == 1
    (one,) = [one for one in listed.facts["conflicts"] if one["id"] == conflict["id"]]
    (number,) = [value["take"] for value in one["values"] if value["who"] == "Amira"]
    assert "Low" in run("conflicts", mine).out
    decided = run("conflicts", mine, "--resolve", one["id"], "--take", number, "--json")
    assert (decided.code, decided.facts["left"]) == (0, 1)
    assert [one["kind"] for one in run("conflicts", mine, "--json").facts["conflicts"]] == [
        "results"  # of the sample's own story
    ]
    assert run("merge", theirs, mine, "--json").facts["conflicts"] == []
    assert said_by(mine) == said_by(theirs)


def test_two_results_that_differ_are_disputed_until_somebody_decides(run, copies):
    mine, theirs = copies
    record(run, mine, "pass")
    record(run, theirs, "fail")
    said = run("merge", mine, theirs, "--json")
    assert said.code == 1
    (conflict,) = said.facts["conflicts"]
    assert conflict["kind"] == "results"
    assert "UAT-001" in conflict["record"]
    assert {conflict["mine"], conflict["theirs"]} == {"Pass", "Fail"}
    for one in run("conflicts", mine, "--json").facts["conflicts"]:
        if one["id"] != conflict["id"]:
            assert run("conflicts", mine, "--resolve", one["id"], "--take", 1).code == 0
    (one,) = run("conflicts", mine, "--json").facts["conflicts"]
    (number,) = [value["take"] for value in one["values"] if value["value"] == "fail"]
    disputed = run("progress", mine, "--cycle", "CYC-02", "--json").facts["cycles"][0]
    assert disputed["runs"]["disputed"] == 1
    assert run("conflicts", mine, "--resolve", one["id"], "--take", number).code == 0
    after = run("progress", mine, "--cycle", "CYC-02", "--json").facts["cycles"][0]
    assert after["runs"]["disputed"] == 0
    assert run("conflicts", mine).code == 0
    assert run("verify", mine).code == 0


def test_a_bundle_for_the_other_side(run, copies, tmp_path):
    mine, theirs = copies
    record(run, mine, "fail")
    file = tmp_path / "changes.cdbundle"
    made = run("bundle", mine, file, "--for", theirs, "--json").facts
    assert made["operations"] > 0
    assert made["bytes"] < 20_000
    assert run("merge", theirs, file, "--json").facts["kind"] == "bundle"
    assert said_by(mine) == said_by(theirs)
    known = tmp_path / "known.cdbundle"
    assert run("bundle", theirs, known, "--known", "--json").facts["operations"] == 0
    assert run("bundle", mine, file, "--for", known, "--json").facts["operations"] == 0
    assert run("bundle", mine, file, "--since", "2000-01-01", "--json").code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("merge", "{mine}"), "Say what is to be taken in"),
        (("merge", "{mine}", "{mine}"), "this workspace itself"),
        (("merge", "{mine}", "none.changedesk"), "There is no workspace"),
        (("merge", "{mine}", "{theirs}", "--take-back"), "stands alone"),
        (("bundle", "{mine}", "x.cdbundle", "--since", "yesterday"), "takes a date"),
        (("bundle", "{mine}", "x.cdbundle", "--since", "2026-01-01", "--known"), "Give one of"),
        (("bundle", "{mine}", "{mine}"), "the workspace itself"),
        (("conflicts", "{mine}", "--resolve", "x"), "go together"),
        (("conflicts", "{mine}", "--resolve", "x", "--take", "1"), "There is no conflict"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(run, copies, words, told):
    mine, theirs = copies
    before = mine.read_bytes()
    said = run(*(word.format(mine=mine, theirs=theirs) for word in words))
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert len(said.err.splitlines()) == 1
    assert mine.read_bytes() == before


def test_results_that_come_into_a_closed_cycle_are_told(run, copies):
    mine, theirs = copies
    desk = open_desk(mine)
    cycle = desk.find(Cycle, code="CYC-02")
    set_status(desk, cycle.id, "closed")
    desk.close()
    record(run, theirs, "fail")
    tried = run("merge", mine, theirs, "--dry-run", "--json")
    assert tried.facts["warnings"] == []
    said = run("merge", mine, theirs, "--json")
    assert said.code == 1
    assert "CYC-02 is closed, and 1 result came in" in said.facts["warnings"][-1]


def test_steps_that_both_sites_changed_apart_are_told(run, copies):
    for path in copies:
        desk = open_desk(path)
        script = desk.find(Script, code="UAT-001")
        add_step(desk, script.id, do=f"Look at {path.stem}")
        desk.close()
    mine, theirs = copies
    said = run("merge", mine, theirs, "--json")
    assert said.code == 1
    assert "Two copies changed its steps apart" in said.facts["warnings"][-1]
    assert any(gap["kind"] == "script_apart" for gap in run("gaps", mine, "--json").facts["gaps"])


def test_steps_that_were_run_here_and_changed_there_are_told(run, sample, tmp_path):
    desk = open_desk(sample)
    project, cycle = desk.find(Cycle, code="CYC-02").project_id, desk.find(Cycle, code="CYC-02").id
    script = add_script(desk, project, "Late", [{"do": "Open it", "expected": "It opens"}])
    plan_runs(desk, cycle, [script], [desk.rows(Person.select())[0].id])
    code = desk.get(Script, script).code
    desk.close()
    other = tmp_path / "other.changedesk"
    shutil.copyfile(sample, other)
    record(run, sample, "pass", code)
    desk = open_desk(other)
    (step,) = steps_of(desk, current_version(desk, script))
    edit_steps(desk, script, {step.id: {"expected": "It opens within a second"}})
    desk.close()
    said = run("merge", sample, other, "--json")
    assert said.code == 1
    assert "changed steps that were run here already" in said.facts["warnings"][-1]
    assert not run("merge", other, sample, "--json").facts["warnings"]
