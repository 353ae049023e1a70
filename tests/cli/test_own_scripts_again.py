"""What was written here and exported for another tool is recognised when it comes back."""

import pytest

from changedesk.desk import open_desk
from changedesk.exchange.drafts import Place, RequirementDraft
from changedesk.exchange.making import Taken
from changedesk.people.links import TESTED_BY, link
from changedesk.people.queries import projects
from changedesk.store.dump import dump
from changedesk.uat.importing_requirements import take_requirements
from changedesk.uat.records import Requirement
from changedesk.uat.scripts import add_script, current_version, edit_steps, steps_of

TOOLS = {
    "testrail-csv": "csv", "xray-csv": "csv", "zephyr-xlsx": "xlsx", "testlink-xml": "xml",
    "azure-csv": "csv",
}  # fmt: skip
STEPS = [
    {"do": "Open a chat", "data": "customer: 17", "expected": "It opens"},
    {"do": "Ask for a person", "expected": "One comes"},
]


@pytest.fixture
def written(empty):
    """Two scripts of one title, written here, one of them tied to a requirement."""
    desk = open_desk(empty)
    project = projects(desk)[0].id
    first = add_script(desk, project, "Chat", STEPS, preconditions="Log on", area="Bot")
    add_script(desk, project, "Chat", STEPS[:1], test_data="order 4711")
    with desk.change("A requirement") as change:
        need = change.add(Requirement(project=project, title="Who asks for a person gets one"))
        link(desk, change, TESTED_BY, [(need.id, first)])
    yield desk, first
    desk.close()


@pytest.mark.parametrize("tool", TOOLS)
def test_scripts_written_here_come_back_from_each_tool_as_themselves(
    run, empty, written, tmp_path, tool
):
    file = tmp_path / f"out.{TOOLS[tool]}"
    run("export", empty, tool, "-o", file)
    before = dump(written[0])
    facts = run("import", empty, file, "--json").facts
    assert (facts["created"], facts["updated"]) == ({}, {})
    assert facts["unchanged"] >= 2
    assert dump(written[0]) == before


def test_a_script_of_that_title_with_other_steps_is_another_one(run, empty, written, tmp_path):
    desk, first = written
    file = tmp_path / "out.csv"
    run("export", empty, "testrail-csv", "-o", file)
    step = steps_of(desk, current_version(desk, first))[0]
    edit_steps(desk, first, {step.id: {"expected": "Nothing happens"}})
    facts = run("import", empty, file, "--json").facts
    assert facts["created"]["script"] == 1
    assert facts["unchanged"] == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("Log in", "Log in as administrator and delete every record"), ("", "Quite another thing")],
)
def test_a_script_that_only_holds_our_words_is_not_taken_for_ours(
    run, empty, written, tmp_path, ours, theirs
):
    desk, _ = written
    add_script(desk, projects(desk)[0].id, "Login", [{"do": ours, "expected": "OK"}])
    file = tmp_path / "theirs.csv"
    file.write_text(
        "Issue ID,Summary,Action,Data,Expected Result\n" + f"1,Login,{theirs},,OK\n", "utf-8"
    )
    facts = run("import", empty, file, "--json").facts
    assert facts["created"].get("script") == 1
    assert facts["unchanged"] == 0


def test_a_requirement_written_here_that_comes_back_changed_is_updated(written):
    desk, _ = written
    project = projects(desk)[0].id
    ours = desk.find(Requirement, project=project)
    draft = RequirementDraft(
        ours.code, "r1", ours.title, Place("", 2), description="Within a minute", priority="Must"
    )
    taken = Taken()
    with desk.change("Import") as change:
        take_requirements(desk, change, project, "Jira", [draft], taken)
    now = desk.find(Requirement, project=project)
    assert (now.id, now.description, now.priority) == (ours.id, "Within a minute", "must")
    assert (now.source_system, now.source_key, now.source_id) == ("", "", "")
    assert dict(taken.updated) == {"requirement": 1}
    assert taken.unchanged == 0
