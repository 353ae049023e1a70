"""What was written here and exported for another tool is recognised when it comes back."""

import pytest

from changedesk.desk import open_desk
from changedesk.people.links import TESTED_BY, link
from changedesk.people.queries import projects
from changedesk.store.dump import dump
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
