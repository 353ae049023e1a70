"""What holds for every reader of tables, whatever stands in the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import DefectImport, RequirementImport, ResultImport, ScriptImport
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.tools.table_tools import ASKED_FOR, RECOGNISERS
from changedesk.store.errors import UserError

STEP = "Test Script (Step-by-Step) - "
HEADINGS = [
    ["ID", "Title", "Section", "Steps", "Steps", "Steps (Step)", "Steps (Expected Result)"],
    ["Key", "Name", f"{STEP}Step", f"{STEP}Test Data", "Test Script (BDD)", "Estimated Time"],
    ["issuekey", "Summary", "TestStep", "Test Data", "Test Result"],
    ["Issue ID", "Test Type", "Test Summary", "Action", "Precondition", "Issue Type"],
    ["ID", "Work Item Type", "Title", "Test Step", "Step Action", "Step Expected"],
    ["id", "Name", "Run_status", "Step name", "Step description", "Step expected_results"],
    ["Name", "Id", "Test Step #", "Test Step Description", "Test Step Expected Result"],
    ["v2.id", "title", "steps_actions", "steps_result", "suite_id", "suite_parent_id", "suite"],
    ["TC_PATH", "TC_NAME", "TC_STATUS"],
    ["TC_OWNER_PATH", "TC_STEP_NUM", "TC_STEP_ACTION", "TC_STEP_EXPECTED_RESULT"],
    ["Name*", "Module*", "Text description", "Expected result", "Case edit type"],
    ["Name", "Suite", "Section", "Field Set", "Estimated Time", "Steps"],
    ["parent_folder_name", "testcase_id", "title", "steps", "expected_results"],
    ["Requirements", "Tests", "Executions", "Defects"],
    ["Issue key", "Summary", "Issue Type", "Status", "Priority", "Created"],
    ["Requirement ID", "Requirement", "Test case", "TC-1"],
    ["Defect ID", "Title", "Severity", "Status", "Reported on"],
    ["R-1", "One", "Scope", "1", "V", "2", "3"],
]
CELLS = st.one_of(
    st.sampled_from(
        ["", " ", "1", "2", "A", "A-1", "/a/b", "Bug", "precondition", "Shared Steps", "Test Case",
         "1. Go\n2. Stop", '1. "x\\"', "Pass", "odd", "None", "<id>", "x", "03/04/2025", "# note",
         "=1+1", "-", "1;2", "Expected Result:", '{"a":["b"]}', "STEP"]
    ),
    st.text(max_size=12),
)  # fmt: skip
FILES = st.builds(
    lambda sheets, delimited: ForeignFile(
        Path("any.csv"),
        "text" if delimited else "xlsx",
        tuple(
            SheetData(f"S{n}", tuple(map(tuple, rows)), delimited=delimited)
            for n, rows in enumerate(sheets)
        ),
    ),
    st.lists(
        st.builds(
            lambda head, rows: [head, *rows],
            st.sampled_from(HEADINGS).flatmap(st.permutations),
            st.lists(st.lists(CELLS, max_size=9), max_size=8),
        ),
        min_size=1,
        max_size=3,
    ),
    st.booleans(),
)


@pytest.mark.parametrize("recogniser", [*RECOGNISERS, *ASKED_FOR], ids=lambda r: r.source)
@given(file=FILES)
def test_every_row_is_accounted_for_and_every_key_is_its_own(
    recogniser: Recogniser, file: ForeignFile
) -> None:
    if not recogniser.knows(file):
        return
    try:
        found = recogniser.read(file, Asked())
    except UserError:
        return
    assert found.account.balanced
    assert found.account.continuation >= 0
    made: list[str]
    titles: list[str]
    match found:
        case ScriptImport():
            made = [script.source_key for script in found.scripts]
            titles = [script.title for script in found.scripts]
        case RequirementImport():
            made = [requirement.source_key for requirement in found.requirements]
            titles = [requirement.title for requirement in found.requirements]
        case DefectImport():
            made = [defect.source_key for defect in found.defects]
            titles = [defect.title for defect in found.defects]
        case ResultImport():
            made = titles = []
    assert found.account.made == len(made) == len(set(made))
    assert all(title.strip() and "\n" not in title for title in titles)
