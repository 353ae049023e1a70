"""Results go to Xray as its JSON, defects to Jira as its CSV."""

import base64
import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from changedesk.exchange.drafts import DefectDraft, DefectImport, Place, ScriptDraft, StepDraft
from changedesk.exchange.recognise import read_any
from changedesk.exchange.writers import jira_csv, xray_results
from changedesk.exchange.writers.xray_results import Evidence, Execution, Run, StepRun

HERE = Place("", 0)
SCRIPT = ScriptDraft(
    "EX-1", "EX-1", "Pay", HERE, steps=(StepDraft("Open", "till", "It opens"),),
    requirements=("R-1",),
)  # fmt: skip


def told(*runs: Run) -> dict[str, Any]:
    execution = Execution(
        "EX", "Cycle 1", runs, version="1.2", environments=("UAT",),
        started="2026-01-02T09:00:00+01:00",
    )  # fmt: skip
    found: dict[str, Any] = json.loads(xray_results.write(execution).content)
    return found


def test_a_run_comes_with_steps_evidence_and_defects() -> None:
    picture = Evidence("a.png", "image/png", b"\x89PNG")
    run = Run(
        SCRIPT, "fail", "EX-1", "2026-01-02T10:00:00+01:00", "2026-01-02T10:05:00+01:00", "odd",
        (StepRun("fail", "nothing", (picture,)),), defects=("EX-9",),
    )  # fmt: skip
    found = told(run)
    assert found["info"] == {
        "project": "EX",
        "summary": "Cycle 1",
        "version": "1.2",
        "startDate": "2026-01-02T09:00:00+01:00",
        "testEnvironments": ["UAT"],
    }
    data = base64.b64encode(b"\x89PNG").decode()
    evidence = [{"data": data, "filename": "a.png", "contentType": "image/png"}]
    assert found["tests"] == [
        {
            "testKey": "EX-1",
            "start": "2026-01-02T10:00:00+01:00",
            "finish": "2026-01-02T10:05:00+01:00",
            "status": "FAILED",
            "comment": "odd",
            "defects": ["EX-9"],
            "steps": [{"status": "FAILED", "actualResult": "nothing", "evidences": evidence}],
        }
    ]


def test_a_test_without_a_key_brings_its_definition() -> None:
    (test,) = told(Run(SCRIPT, "pass"))["tests"]
    assert test["testInfo"] == {
        "projectKey": "EX",
        "summary": "Pay",
        "type": "Manual",
        "steps": [{"action": "Open", "data": "till", "result": "It opens"}],
        "requirementKeys": ["R-1"],
    }


def test_runs_with_several_sets_of_data_are_iterations() -> None:
    good = Run(SCRIPT, "pass", "EX-1", values=(("User", "a"),))
    bad = Run(SCRIPT, "fail", "EX-1", values=(("User", "b"),))
    (test,) = told(good, bad)["tests"]
    assert test["status"] == "FAILED"
    assert [one["name"] for one in test["iterations"]] == ["Iteration 1: a", "Iteration 2: b"]
    assert test["iterations"][1]["parameters"] == [{"name": "User", "value": "b"}]


@pytest.mark.parametrize(
    ("outcome", "status"), [("blocked", "ABORTED"), ("skipped", "TODO"), ("na", "TODO")]
)
def test_a_word_that_xray_lacks_is_never_a_pass(outcome: Any, status: str) -> None:
    written = xray_results.write(Execution("EX", "c", (Run(SCRIPT, outcome, "EX-1"),)))
    (test,) = json.loads(written.content)["tests"]
    assert test["status"] == status
    assert test["comment"].startswith("Result: ")
    assert len(written.warnings) == 1


def test_defects_go_to_jira_with_their_further_fields() -> None:
    defect = DefectDraft(
        "EX-9", "EX-9", "Till\nstuck", HERE, "=cmd() *does* nothing", severity="high",
        priority="critical", status="open", owner="ann", found_by="bob", found=date(2026, 1, 2),
        build="1.2", script="TC-1", area="Till", cycle="C1", further=(("Labels", "x"),),
    )  # fmt: skip
    written = jira_csv.write([defect])
    head, row = csv.reader(io.StringIO(written.content.decode("utf-8"), newline=""))
    cells = dict(zip(head, row, strict=True))
    assert (cells["Summary"], cells["Issue key"]) == ("Till stuck", "")
    assert (cells["Priority"], cells["Created"], cells["Labels"]) == ("Highest", "2026-01-02", "x")
    assert cells["Description"].startswith("'=cmd")
    assert r"\*does\*" in cells["Description"]
    assert "Failed script: TC" in cells["Description"]
    kept = jira_csv.write([defect], keys=True)
    assert b"EX-9" in kept.content


JIRA = (
    "Summary,Issue key,Issue Type,Status,Priority,Assignee,Reporter,Created,Affects Version/s,"
    "Component/s,Sprint,Description,Custom field (Severity),Labels,Labels\r\n"
    'Till stuck,EX-1,Bug,Open,High,ann,bob,2026-01-13 10:00,1.2,Till,S1,"*Steps*\n* one\n* two",'
    "Major,a,b\r\n"
    "-1 left,EX-2,Bug,Done,Low,,,,,,,=HYPERLINK(1),,,\r\n"
)


def test_defects_of_jira_go_back_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "jira.csv"
    path.write_text(JIRA, "utf-8", newline="")
    first = read_any(path)
    assert isinstance(first, DefectImport)
    assert (first.system, len(first.defects)) == ("jira", 2)
    path.write_bytes(jira_csv.write(first.defects, keys=True).content)
    second = read_any(path)
    assert isinstance(second, DefectImport)
    assert [replace(d, where=HERE) for d in second.defects] == [
        replace(d, where=HERE) for d in first.defects
    ]
