"""progress: coverage, criteria and the predicted end; record: tries, wholes, closed cycles."""

import re
from datetime import date
from pathlib import Path

import pytest

from changedesk.desk import open_desk
from changedesk.people.links import TESTED_BY, link
from changedesk.people.queries import project_called
from changedesk.uat.capture import add_defect
from changedesk.uat.criteria import add_kit, criteria_of, tick, waive
from changedesk.uat.cycles import add_cycle, plan_runs, set_status
from changedesk.uat.records import Requirement
from changedesk.uat.scripts import add_script


@pytest.fixture
def cycle(empty: Path):
    """A cycle of three scripts (a trial step, a text) with a requirement and the usual criteria."""
    desk = open_desk(empty, actor="Dana")
    project = project_called(desk).id
    scripts = [
        add_script(
            desk, project, "The bot understands", priority="high",
            steps=[{"do": "Ask", "trials": 4, "threshold": 75}],
        ),
        add_script(desk, project, "Explore", text="Look around", priority="low"),
        add_script(desk, project, "Close", [{"do": "Close"}], priority="low"),
    ]  # fmt: skip
    with desk.change("Requirements") as change:
        must, _, _ = change.add_many(
            Requirement,
            [
                {"project": project, "title": title, "priority": title}
                for title in ("must", "should", "wont")
            ],
        )
        link(desk, change, TESTED_BY, [(must, scripts[0])])
    key = add_cycle(desk, project, "Round")
    plan_runs(desk, key, scripts, [None])
    add_kit(desk, key)
    add_defect(desk, project, "Slow", severity="high", cycle=key)
    desk.close()
    return key


def standing(run, path):
    (found,) = run("progress", path, "--json").facts["cycles"]
    return found


def exit_criteria(found):
    return {one["measure"]: one for one in found["criteria"] if one["kind"] == "exit"}


def test_coverage_criteria_and_open_defects_come_with_their_figures(run, empty, cycle):
    found = standing(run, empty)
    assert found["coverage"] == {"covered": 0, "in_scope": 2}
    assert found["open_defects"] == {"high": 1}
    assert found["forecast_end"] is None
    rules = exit_criteria(found)
    assert {"text", "value", "target", "met"} <= rules["executed"].keys()
    assert (rules["executed"]["value"], rules["executed"]["target"]) == (0.0, 100)
    assert (rules["open_defects"]["value"], rules["open_defects"]["met"]) == (1, False)
    for _ in range(4):
        assert run("record", empty, "UAT-001", 1, "pass").code == 0
    found = standing(run, empty)
    assert found["coverage"] == {"covered": 1, "in_scope": 2}
    assert exit_criteria(found)["executed"]["met"]
    assert exit_criteria(found)["covered"]["value"] == 50.0
    assert date.fromisoformat(found["forecast_end"]) > date(2026, 1, 1)


def test_each_record_of_a_trial_step_is_its_next_try(run, empty, cycle):
    told = [
        run("record", empty, "UAT-001", 1, outcome, "--json").facts
        for outcome in ("pass", "fail", "pass", "pass")
    ]
    assert [one["try"] for one in told] == [1, 2, 3, 4]
    assert [one["run_state"] for one in told] == ["in_progress"] * 3 + ["passed"]
    said = run("record", empty, "UAT-001", 1, "pass")
    assert (said.code, said.err) == (
        2, "All 4 tries of this step are in: correct one of them.\n",
    )  # fmt: skip
    assert run("undo", empty).code == 0
    said = run("record", empty, "UAT-001", 1, "pass")
    assert said.out == "CYC-01 UAT-001 step 1 try 4: ✔ Pass; the run is ✔ Passed\n"


def test_a_script_that_is_a_text_is_recorded_as_a_whole(run, empty, cycle):
    said = run("record", empty, "UAT-002", 0, "fail", "--actual", "Lost")
    assert said.out == "CYC-01 UAT-002: ✖ Fail; the run is ✖ Failed\n"
    assert standing(run, empty)["runs"]["failed"] == 1


def test_nothing_is_recorded_in_a_closed_cycle(run, empty, cycle):
    desk = open_desk(empty)
    set_status(desk, cycle, "closed")
    desk.close()
    before = empty.read_bytes()
    said = run("record", empty, "UAT-003", 1, "pass", "--cycle", "CYC-01")
    assert (said.code, said.out, said.err) == (2, "", "CYC-01 is closed: reopen it first.\n")
    assert empty.read_bytes() == before


def test_people_read_what_is_met_what_is_waived_and_why(run, empty, cycle):
    desk = open_desk(empty, actor="Dana")
    states = {state.text: state.key for state in criteria_of(desk, cycle)}
    tick(desk, states["The build is deployed"])
    waive(desk, states["The testers of every group were present"], "One site only", "Helena")
    desk.close()
    lines = [re.sub(" {2,}", "  ", line) for line in run("progress", empty).out.splitlines()]
    assert "  covered  0.0%  0 of 2 requirements in scope" in lines
    assert "  entry criteria" in lines
    assert "  ✔  The build is deployed  ticked  ticked  Somebody ticked it." in lines
    assert "  ✖  No critical or high defect is open  1  ≤ 0  Open: 1 high." in lines
    assert any(
        line.startswith("  ➔  The testers of every group were present")
        and line.endswith("waived: One site only, by Helena")
        for line in lines
    )


def test_the_end_is_predicted_for_people_only_while_there_is_one_to_come(run, empty, cycle):
    assert "at this pace" not in run("progress", empty).out
    run("record", empty, "UAT-003", 1, "pass")
    assert re.search(r"all executed by 20\d\d-\d\d-\d\d, at this pace", run("progress", empty).out)
    run("record", empty, "UAT-002", 0, "pass")
    run("record", empty, "UAT-001", 1, "blocked")
    assert "at this pace" not in run("progress", empty).out
