"""What the tests of the toolkit share: an identity, a believable workbook, LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from changedesk.office.identity import Identity
from changedesk.office.layout import (
    Block,
    Chart,
    Choice,
    Column,
    CoverSheet,
    Figure,
    Signer,
    SummarySheet,
    TableSheet,
    Value,
    Workbook,
)

OUTCOMES = (
    Choice("pass", "Pass"),
    Choice("fail", "Fail"),
    Choice("blocked", "Blocked"),
    Choice("skipped", "Skipped"),
    Choice("na", "Not applicable"),
)
DECISIONS = (
    Choice("approved", "Approved"),
    Choice("approved_with_conditions", "Approved with conditions"),
    Choice("rejected", "Rejected"),
)
STEP_COLUMNS = (
    Column("Step", "ref", 16, "id"),
    Column("Script", "script", 24, wrap=True),
    Column("Do", "do", 30, wrap=True),
    Column("Outcome", "outcome", 16, "choice", OUTCOMES, fillable=True, help="Pick one."),
    Column("What happened", "actual", 26, fillable=True, wrap=True),
    Column("Date", "date", 13, "date", fillable=True),
    Column("Minutes", "minutes", 9, "decimal"),
    Column("Tries", "tries", 7, "integer"),
    Column("Share", "share", 8, "percent"),
    Column("At", "at", 18, "datetime"),
)


def step(number: int) -> tuple[Value, ...]:
    """Return one believable row, with something awkward in some of them."""
    happened = (
        "",
        "= 2 + 2 is shown as text",
        "-",
        "Fehler & <Stop>\nzweite Zeile",
        "  spaced ",
    )
    outcome = ("pass", "fail", None, "blocked", "na")[number % 5]
    return (
        f"UAT-{number // 10:03}.{number % 10:02}",
        f"Script {number // 10}",
        f"Ask for “a person” in window {number}",
        outcome,
        happened[number % 5],
        date(2026, 3, 1 + number % 28) if outcome else None,
        number / 8,
        number,
        number % 100 / 100,
        datetime(2026, 3, 1 + number % 28, number % 24, number % 60, 17),
    )


@pytest.fixture
def identity() -> Identity:
    return Identity(
        export_id="38ff5950-8ec6-4b78-8b55-091dbcbdf3e9",
        workspace_uid="82268383-57da-4f5d-9fbb-fb99f98fde72",
        kind="uat-workbook",
        created=datetime(2026, 3, 13, 16, 40),
        subject="cycle:C2",
    )


@pytest.fixture
def make_workbook(identity: Identity) -> Callable[[int], Workbook]:
    """Return a function that describes a workbook with that many steps."""

    def make(steps: int) -> Workbook:
        cover = CoverSheet(
            "User acceptance test",
            "Cycle 2",
            facts=(("Project", "=CSM-26"), ("Return by", date(2026, 3, 18)), ("Scripts", 24)),
            instructions=("Pick an outcome for each step.", "Sign below."),
            legend=OUTCOMES,
            signers=(Signer("Sponsor", "Helena Novak", "id-1"), Signer("Quality", "", "id-2")),
            decisions=DECISIONS,
            statement="Please decide by 18 March.",
        )
        summary = SummarySheet(
            "Where we stand",
            (
                Block(
                    "Outcomes",
                    (
                        Column("Outcome", "outcome", 20, "choice", OUTCOMES),
                        Column("Steps", "n", 10, "integer"),
                    ),
                    (("pass", 80), ("fail", 3), ("blocked", 0)),
                    Chart("bar"),
                ),
                Block(
                    "By site",
                    (
                        Column("Site", "site", 20),
                        Column("Passed", "passed", 10, "integer"),
                        Column("Failed", "failed", 10, "integer"),
                    ),
                    (("Leeds", 12, 1), ("Porto", 9, 0), ("All", 21, 1)),
                    Chart("stacked", tones={"passed": "good", "failed": "bad"}),
                    total=True,
                ),
                Block(
                    "By day",
                    (Column("Day", "day", 20), Column("Open", "open", 10, "integer")),
                    (("2 Mar", 3), ("4 Mar", 7)),
                    Chart("line"),
                ),
            ),
            (Figure("83 %", "executed", "of 127 steps"), Figure("3", "failed", tone="bad")),
        )
        table = TableSheet(
            "Steps",
            "Steps to test",
            STEP_COLUMNS,
            [step(number) for number in range(steps)],
            [f"id-{number}" for number in range(steps)],
            "steps",
            "Yellow columns are yours.",
            group_by="script",
            empty="No step yet.",
        )
        return Workbook("UAT & more", (cover, summary, table), identity, author="Dana Kowalski")

    return make


@pytest.fixture
def convert(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Return a function that has LibreOffice open a file and save it as another kind."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here")

    def run(path: Path, kind: str) -> Path:
        out = tmp_path / "converted"
        profile = (tmp_path / "profile").as_uri()
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={profile}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(out),
                str(path),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return out / f"{path.stem}.{kind.partition(':')[0]}"

    return run


@pytest.fixture(scope="session")
def session_identity() -> Identity:
    """An identity that tests with many examples may share."""
    return Identity("e" * 12, "w" * 12, "test", datetime(2026, 1, 1))
