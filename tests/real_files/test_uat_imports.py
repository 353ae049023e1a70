"""Workbooks that people really used come in with exact counts, and hostile ones stay outside.

The files belong to others and are kept beside this repository; without them the tests skip.
"""

import csv
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.scripts import read_scripts
from changedesk.store.errors import UserError

SHARED = Path(__file__).resolve().parents[3] / "shared" / "fixtures"

pytestmark = [
    pytest.mark.real_files,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real files are not beside this repository"),
]


@dataclass(frozen=True)
class Expected:
    """What a file must give."""

    scripts: int
    steps: int | None
    words: dict[str, int] = field(default_factory=dict)
    rejected: int = 0


FILES = {
    "uat_meal_delivery.xlsx": Expected(20, 20, {"Pass": 19, "Fail": 1}),
    "uat_blood_donation.xlsx": Expected(70, 256, {"PASS": 31, "PENDING": 39}),
    "uat_blood_donation.csv": Expected(61, None, rejected=10),
    "uat_budget_th.xlsx": Expected(10, 33, {"Pass": 9, "pass": 1}),
    "uat_sprint3_th.xlsx": Expected(11, 71, {"FAIL": 6, "PASS": 4, "": 1}),
    "uat_skyclub_id.xlsx": Expected(42, 135, {"Pass": 42}),
    "uat_eshopping_gherkin.xlsx": Expected(15, None, {"Failed": 9, "Pass": 1, "pass": 5}),
    "uat_hisp_template.xlsx": Expected(0, 0),
    "uat_cm_toolkit_template.xlsx": Expected(0, 0),
    "uat_train_wallet.xlsx": Expected(0, 0),
    "defect_log_moriitalia.xlsx": Expected(0, 0),
    "rtm_budget_th.xlsx": Expected(0, 0),
}


def read(name: str) -> ScriptImport:
    """Read a real file; every row of it is accounted for."""
    found = read_scripts(SHARED / "uat" / name)
    assert found.account.balanced
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_real_file_gives_exactly_what_is_in_it(name: str) -> None:
    found = read(name)
    expected = FILES[name]
    assert len(found.scripts) == expected.scripts
    if expected.steps is not None:
        assert sum(len(script.steps) for script in found.scripts) == expected.steps
    if expected.words:
        assert Counter(script.outcome_text for script in found.scripts) == expected.words
    assert len(found.account.rejected) == expected.rejected
    assert len({script.source_key for script in found.scripts}) == expected.scripts


@pytest.mark.parametrize("name", [name for name, file in FILES.items() if not file.scripts])
def test_a_file_without_scripts_says_why_in_one_sentence(name: str) -> None:
    sentence = read(name).warnings[0]
    assert sentence.startswith(f"{name} makes no script: ")
    assert sentence.endswith(".")


def test_examples_and_instructions_are_offered_and_not_taken() -> None:
    kinds = {
        sheet.name: (sheet.kind, sheet.taken) for sheet in read("uat_meal_delivery.xlsx").sheets
    }
    assert kinds["Example"] == ("example", False)
    assert kinds["How to fill out the template"] == ("instructions", False)


def test_the_one_failure_of_the_meal_test_is_script_9() -> None:
    failed = [s for s in read("uat_meal_delivery.xlsx").scripts if s.outcome == "fail"]
    assert [script.source_id for script in failed] == ["9"]


def test_the_blood_drive_plan_keeps_its_gap_its_sub_items_and_clean_text() -> None:
    found = read("uat_blood_donation.xlsx")
    steps = {script.source_id: len(script.steps) for script in found.scripts}
    assert "TC-024" not in steps
    assert "TC-071" in steps
    assert (steps["TC-018"], steps["TC-026"]) == (10, 6)
    texts = [step.do + step.expected for script in found.scripts for step in script.steps]
    assert not any("_x000D_" in text or "\r" in text for text in texts)
    outcomes = Counter(script.outcome for script in found.scripts)
    assert outcomes == {"pass": 31, None: 39}
    assert found.questions == ()


def test_the_badly_quoted_rows_are_named_by_their_lines() -> None:
    found = read("uat_blood_donation.csv")
    lines = (SHARED / "uat" / "uat_blood_donation.csv").read_text("utf-8-sig").split("\n")
    ids = [lines[note.where.row - 1].split(",")[0] for note in found.account.rejected]
    numbers = [55, 56, 57, 58, 59, 60, 61, 63, 66, 69]
    assert ids == [f"TC-{number:03}" for number in numbers]
    assert all(str(note.where).startswith("line ") for note in found.account.rejected)


def test_requirements_of_the_thai_plan_are_linked() -> None:
    scripts = read("uat_budget_th.xlsx").scripts
    linked = Counter(ref for script in scripts for ref in script.requirements)
    assert linked == {f"RQ-00{n}": 3 if n == 3 else 1 for n in range(1, 7)}
    steps = {script.source_id: len(script.steps) for script in scripts}
    assert steps["UAT-005"] == 6


def test_three_tests_of_one_id_are_all_kept_and_reported() -> None:
    found = read("uat_sprint3_th.xlsx")
    assert [s.source_id for s in found.scripts].count("T009") == 3
    assert any('"T009" stands 3 times' in warning for warning in found.warnings)


def test_features_merged_downwards_reach_every_script() -> None:
    found = read("uat_skyclub_id.xlsx")
    assert all(script.area for script in found.scripts)
    assert Counter(script.where.sheet for script in found.scripts) == {"user": 25, "admin": 17}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("x01-merge-whole-sheet.xlsx", "17,179,869,184 cells"),
        ("d02-xxe-file.docx", "document type"),
        ("s08-trigger-passes-all.sqlite", "database file"),
        ("z01-traversal.zip", "points outside"),
    ],
)
def test_a_hostile_file_is_refused_in_one_sentence(name: str, reason: str) -> None:
    path = SHARED / "hostile" / name
    before = path.read_bytes()
    started = time.monotonic()
    with pytest.raises(UserError, match=reason):
        read_scripts(path)
    assert time.monotonic() - started < 5
    assert path.read_bytes() == before


def test_only_documented_spellings_of_pass_are_a_pass() -> None:
    found = read_scripts(SHARED / "hostile" / "x16-almost-pass.xlsx")
    assert len(found.scripts) == 24
    assert {s.outcome_text for s in found.scripts if s.outcome == "pass"} == {
        "pass", "Pass", "PASS", "ja", "ok",
    }  # fmt: skip
    assert len(found.questions) == 13


def test_formulas_in_a_text_file_stay_text() -> None:
    path = SHARED / "hostile" / "c01-injection.csv"
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = read_scripts(path)
    assert [script.title for script in found.scripts] == [row["Title"].strip("\r") for row in rows]
    assert [script.comment for script in found.scripts] == [r["Comment"].strip("\r") for r in rows]
