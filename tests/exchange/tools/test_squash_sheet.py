"""Squash TM's workbook: what five tabs say of a test case comes together by its path."""

from collections.abc import Callable
from pathlib import Path

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.recognise import read_any

Maker = Callable[..., Path]
CASES = ["ACTION", "TC_PATH", "TC_NUM", "TC_REFERENCE", "TC_NAME", "TC_WEIGHT", "TC_STATUS",
         "TC_DESCRIPTION", "TC_PRE_REQUISITE", "TC_KIND", "TC_SCRIPT", "TC_CUF_team"]  # fmt: skip
STEPS = ["ACTION", "TC_OWNER_PATH", "TC_STEP_NUM", "TC_STEP_IS_CALL_STEP", "TC_STEP_CALL_DATASET",
         "TC_STEP_ACTION", "TC_STEP_EXPECTED_RESULT"]  # fmt: skip


def test_the_tabs_are_joined_by_path(workbook: Maker) -> None:
    found = read_any(
        workbook(
            {
                "TEST_CASES": [
                    CASES,
                    ["C", "/Web/Login/A", 1, "REF-1", "A", "VERY_HIGH", "WORK_IN_PROGRESS",
                     "<p>Why</p>", "<p>Before</p>", "STANDARD", "", "blue"],
                    ["C", "/Web/Read\\/write", 2, "", "", "LOW", "OBSOLETE", "", "", "GHERKIN",
                     "Given a\nThen b", ""],
                    ["D", "/Web/Gone", 3, "", "Gone", "LOW", "APPROVED", "", "", "", "", ""],
                ],
                "STEPS": [
                    STEPS,
                    ["C", "/Web/Login/A", 2, 0, "", "<p>Save</p>", "Saved"],
                    ["C", "/Web/Login/A", 1, 0, "", "Open", ""],
                    ["C", "/Web/Login/A", 3, 1, "set 1", "/Web/Other", ""],
                    ["C", "/Web/Nowhere", 1, 0, "", "Lost", ""],
                ],
                "PARAMETERS": [
                    ["ACTION", "TC_OWNER_PATH", "TC_PARAM_NAME", "TC_PARAM_DESCRIPTION"],
                    ["C", "/Web/Login/A", "user", "who"],
                ],
                "DATASETS": [
                    ["ACTION", "TC_OWNER_PATH", "TC_DATASET_NAME", "TC_PARAM_OWNER_PATH",
                     "TC_DATASET_PARAM_NAME", "TC_DATASET_PARAM_VALUE"],
                    ["C", "/Web/Login/A", "set 1", "", "user", "Ann"],
                    ["C", "/Web/Login/A", "set 1", "", "word", "x"],
                    ["C", "/Web/Login/A", "set 2", "", "user", "Bob"],
                ],
                "LINK_REQ_TC": [
                    ["REQ_PATH", "REQ_VERSION_NUM", "TC_PATH"],
                    ["/Web/R-1", 1, "/Web/Login/A"],
                ],
            }
        )
    )  # fmt: skip
    assert isinstance(found, ScriptImport)
    assert found.system == "squash"
    assert found.account.balanced
    first, second = found.scripts
    assert [step.do for step in first.steps] == ["Open", "Save", "Run the test case /Web/Other"]
    assert (first.area, first.source_id, first.priority) == ("Login", "REF-1", "critical")
    assert (first.status, first.preconditions) == ("draft", "Before")
    assert first.requirements == ("Web/R-1",)
    assert [(data.name, len(data.values)) for data in first.data_sets] == [
        ("set 1", 2),
        ("set 2", 1),
    ]
    assert ("TC_CUF_team", "blue") in first.further
    assert (second.title, second.text, second.status) == (
        "Read/write",
        "Given a\nThen b",
        "retired",
    )
    assert [note.where.sheet for note in found.account.rejected] == ["STEPS"]
    assert any("delete" in note.why for note in found.account.skipped)
