"""Requirements, matrices, defects and results come in as files say, and nothing is made up."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from changedesk.exchange.drafts import (
    Account,
    DataSetDraft,
    DefectDraft,
    DefectImport,
    Import,
    Place,
    RequirementDraft,
    RequirementImport,
    ResultDraft,
    ResultImport,
    ScriptDraft,
    ScriptImport,
    StepDraft,
)
from changedesk.exchange.further import unpacked
from changedesk.exchange.making import Taken
from changedesk.people.links import DEPENDS_ON, TESTED_BY, links
from changedesk.store.dump import dump
from changedesk.uat.importing import import_found
from changedesk.uat.importing_results import homeless
from changedesk.uat.records import (
    Cycle,
    DataSet,
    Defect,
    Requirement,
    Run,
    Script,
    Step,
    StepResult,
)

HERE = Place("", 1)
ONE = Account(1, 1, 0)
Take = Callable[..., Taken]


def script(ident: str, *, steps: Sequence[str] = ("Open", "Close"), **fields: Any) -> ScriptDraft:
    made = ScriptDraft(
        ident, ident, f"Case {ident}", HERE, steps=tuple(StepDraft(do) for do in steps)
    )
    return replace(made, **fields)


def scripts(*drafts: ScriptDraft, system: str = "", name: str = "plan.xlsx") -> ScriptImport:
    return ScriptImport(name, "Excel workbook", "f00d", drafts, ONE, system=system)


def need(ident: str, **fields: Any) -> RequirementDraft:
    return replace(RequirementDraft(ident, ident, f"Need {ident}", HERE), **fields)


def needs(*drafts: RequirementDraft, system: str = "") -> RequirementImport:
    return RequirementImport("needs.xlsx", "a list", drafts, ONE, system=system)


def bug(ident: str, **fields: Any) -> DefectDraft:
    return replace(DefectDraft(ident, ident, f"Bug {ident}", HERE), **fields)


def bugs(*drafts: DefectDraft, system: str = "") -> DefectImport:
    return DefectImport("bugs.csv", "a log", drafts, ONE, system=system)


def results(*drafts: ResultDraft, system: str = "testlink") -> ResultImport:
    return ResultImport("results.xml", "TestLink results", drafts, ONE, system=system)


@pytest.fixture
def take(bench) -> Take:
    def take_in(found: Import, **how: Any) -> Taken:
        return import_found(bench.desk, bench.project, found, **how)

    return take_in


def linked(bench) -> dict[str, set[str]]:
    """Return the source ids of the scripts that test each requirement."""
    names = {row.id: row.source_id for row in bench.desk.rows(Script.select())}
    needs = {row.id: row.source_id for row in bench.desk.rows(Requirement.select())}
    found = links(bench.desk, TESTED_BY)
    return {needs[one]: {names[key] for key in some} for one, some in found.items()}


EVERYTHING = {
    "scripts": scripts(
        script("TC-1", requirements=("R-1",), data_sets=(DataSetDraft((("who", "Ann"),)),))
    ),
    "requirements": needs(need("R-1", tests=("TC-1",)), need("R-2", depends=("R-1",))),
    "defects": bugs(bug("B-1", cycle="Release 1", found_by="Ann", status="in_fix")),
}


@pytest.mark.parametrize("kind", EVERYTHING)
def test_twice_adds_nothing_trying_writes_nothing_and_undo_takes_all_back(bench, take, kind):
    found = EVERYTHING[kind]
    before = dump(bench.desk)
    tried = take(found, only_try=True)
    assert dump(bench.desk) == before
    assert take(found) == tried
    after = dump(bench.desk)
    again = take(found)
    assert (again.created, again.updated) == ({}, {})
    assert dump(bench.desk) == after
    bench.desk.undo()
    assert dump(bench.desk) == before
    assert take(found).created == tried.created


def test_a_script_brings_its_text_estimate_state_and_what_no_field_takes(bench, take):
    told = {"text": "Look around", "minutes": 12, "status": "draft", "further": (("Owner", "Ann"),)}
    take(scripts(script("TC-1", steps=(), priority="Wish", **told)))
    (row,) = bench.desk.rows(Script.select())
    assert (row.text, row.minutes, row.status, row.priority) == (
        "Look around", 12, "draft", "medium",
    )  # fmt: skip
    assert unpacked(row.further) == (("Owner", "Ann"), ("Priority", "Wish"))


def test_data_sets_and_tries_come_with_the_steps(bench, take):
    sets = (DataSetDraft((("who", "Ann"), ("sum", "5"))), DataSetDraft((("who", "Ben"),), "Second"))
    steps = (StepDraft("Ask", trials=20, threshold=90),)
    take(scripts(replace(script("TC-1", data_sets=sets), steps=steps)))
    rows = bench.desk.rows(DataSet.select().order_by(DataSet.position))
    assert [(row.name, row.values) for row in rows] == [
        ("1", "who = Ann\nsum = 5"), ("Second", "who = Ben"),
    ]  # fmt: skip
    (step,) = bench.desk.rows(Step.select())
    assert (step.trials, step.threshold) == (20, 90)


def test_what_a_source_leaves_empty_is_not_emptied_here(bench, take):
    take(scripts(script("TC-1", area="Chat", preconditions="A till", further=(("A", "1"),))))
    take(scripts(script("TC-1", steps=(), further=(("B", "2"),))))
    (row,) = bench.desk.rows(Script.select())
    assert (row.area, row.preconditions, row.version) == ("Chat", "A till", 1)
    assert unpacked(row.further) == (("A", "1"), ("B", "2"))
    assert len(bench.steps(row.id)) == 2


def test_a_tool_knows_its_scripts_in_every_file_and_other_tools_have_their_own(bench, take):
    take(scripts(script("7"), system="testrail", name="one.csv"))
    again = take(scripts(script("7"), system="testrail", name="two.xml"))
    assert (again.created, again.unchanged) == ({}, 1)
    assert take(scripts(script("7"), system="testlink")).created["script"] == 1


def test_a_requirement_that_scripts_name_becomes_the_one_that_a_list_tells_of(bench, take):
    take(scripts(script("TC-1", requirements=("R-1",)), script("TC-2", requirements=("R-1",))))
    assert linked(bench) == {"R-1": {"TC-1", "TC-2"}}
    taken = take(needs(need("R-1", priority="Should have", acceptance="It rings")))
    assert (taken.created, taken.updated) == ({}, {"requirement": 1})
    (row,) = bench.desk.rows(Requirement.select())
    assert (row.title, row.priority, row.acceptance) == ("Need R-1", "should", "It rings")


def test_a_link_to_a_script_that_is_not_here_waits_for_it(bench, take):
    taken = take(needs(need("R-1", tests=("TC-1", "TC-2"))))
    assert taken.created == {"requirement": 1}
    assert "2 links lead to TC-1, TC-2" in taken.warnings[0]
    assert bench.desk.counts()["script"] == 0
    assert take(scripts(script("TC-2"))).created["link"] == 1
    assert linked(bench) == {"R-1": {"TC-2"}}
    assert take(needs(need("R-1", tests=("TC-1", "TC-2")))).updated == {}
    bench.desk.undo()
    assert linked(bench) == {}
    assert take(scripts(script("TC-1"), script("TC-2"))).created["link"] == 2


def test_a_matrix_may_use_our_codes_and_never_guesses_among_several(bench, take):
    take(scripts(script("A"), replace(script("B"), source_key="B1")))
    take(scripts(replace(script("B"), source_key="B2")))
    taken = take(needs(need("R-1", tests=("uat-001", "B"))))
    assert linked(bench) == {"R-1": {"A"}}
    assert "Several scripts here are called B" in taken.warnings[0]


def test_requirements_depend_on_one_another(bench, take):
    take(needs(need("R-1"), need("R-2", depends=("R-1", "R-9"))))
    keys = {row.source_id: row.id for row in bench.desk.rows(Requirement.select())}
    assert links(bench.desk, DEPENDS_ON) == {keys["R-2"]: {keys["R-1"]}}


def test_observations_go_to_a_cycle_of_their_release(bench, take):
    told = [bug(f"{n}", cycle=f"Version {n % 2}", build=f"0.{n % 2}") for n in range(4)]
    assert take(bugs(*told)).created == {"cycle": 2, "defect": 4}
    cycles = bench.desk.rows(Cycle.select().order_by(Cycle.title))
    assert [(row.title, row.build) for row in cycles] == [
        ("Version 0", "0.0"),
        ("Version 1", "0.1"),
    ]


def test_a_defect_finds_its_script_and_says_when_it_does_not(bench, take):
    take(scripts(script("TC-1")))
    found = bugs(bug("B-1", script="TC-1"), bug("B-2", script="TC-9", found=date(2026, 2, 3)))
    taken = take(found)
    assert "TC-9" in taken.warnings[0]
    first, second = bench.desk.rows(Defect.select().order_by(Defect.id))
    assert (first.script is not None, second.script) == (True, None)
    assert unpacked(second.further) == (("Script", "TC-9"),)
    take(scripts(script("TC-9")))
    assert take(found).updated == {"defect": 1}


def test_a_tracker_changes_the_status_and_keeps_our_words(bench, take):
    ours = bench.desk.counts()["defect"]
    take(bugs(bug("B-1", title="Ours", status="new")))
    back = bug("SHOP-4", status="closed", further=(("Custom field (External issue ID)", "D-001"),))
    taken = take(bugs(back, system="jira"))
    assert (taken.created, taken.updated) == ({}, {"defect": 1})
    (row,) = bench.desk.rows(Defect.select())
    assert (row.title, row.status, row.external_id) == ("Ours", "closed", "SHOP-4")
    again = take(bugs(bug("SHOP-4", status="triaged"), system="jira"))
    assert (again.created, again.updated) == ({}, {"defect": 1})
    assert bench.desk.counts()["defect"] == ours + 1


def test_results_stand_at_their_steps_with_tester_time_and_defects(bench, take):
    take(scripts(script("4"), system="testlink"))
    told = ResultDraft(
        "MDK-4", "fail", HERE, step=2, comment="No", tester="Ann", at="2026-02-03T10:00:00+01:00",
        seconds=30, build="B7", cycle="Round 1", defects=("X-1",),
    )  # fmt: skip
    taken = take(results(told))
    assert taken.created == {"person": 1, "cycle": 1, "run": 1, "result": 1}
    (row,) = bench.desk.rows(StepResult.select())
    assert (row.outcome, row.comment, row.duration, row.build) == (
        "fail", "No\nDefects: X-1", 30, "B7",
    )  # fmt: skip
    assert row.at == 1_770_109_200_000
    (run,) = bench.desk.rows(Run.select())
    assert (run.state, bench.desk.get(Cycle, run.cycle).title) == ("failed", "Round 1")
    assert take(results(told)).created == {}


def test_results_without_a_script_or_step_are_reported_and_not_invented(bench, take):
    take(scripts(script("4"), system="testlink"))
    found = results(ResultDraft("MDK-5", "pass", HERE), ResultDraft("MDK-4", "pass", HERE, step=9))
    notes = homeless(bench.desk, bench.project, found)
    assert [note.why for note in notes] == [
        "no script of this project is called MDK-5: import it first"
    ]
    assert homeless(bench.desk, bench.project, found, [("5", "testlink")]) == []
    taken = take(found)
    assert "result" not in taken.created
    assert "UAT-001 has no step 9" in taken.warnings[0]


def test_the_last_of_several_results_for_one_step_stands(bench, take):
    take(scripts(script("4"), system="testlink"))
    take(results(*(ResultDraft("4", outcome, HERE, step=1) for outcome in ("fail", "pass"))))
    (row,) = bench.desk.rows(StepResult.select())
    assert row.outcome == "pass"
