"""Schedules of training: each session's day, time, length, zone and course, or a word about it."""

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from changedesk.exchange.asked import Asked
from changedesk.exchange.change.clocks import Clock, apart, clock_of, zone_called
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file

DAY = datetime(2026, 11, 25)


def schedule(path: Path, headings: Sequence[str], *rows: Sequence[Any]) -> ChangeImport:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Schedule"
    for row in (headings, *rows):
        sheet.append(list(row))
    book.save(path / "any.xlsx")
    file = read_file(path / "any.xlsx")
    found = recognise_file(file).read(file, Asked())
    assert isinstance(found, ChangeImport)
    assert {draft.what for draft in found.drafts} == {"session"}
    return found


def told(found: ChangeImport) -> list[tuple[Any, ...]]:
    names = ("day", "clock", "minutes")
    return [tuple(draft.values.get(name) for name in names) for draft in found.drafts]


@pytest.mark.parametrize(
    ("headings", "cells", "minutes"),
    [
        (("Date", "Start time", "End time"), (DAY, "14:00", "16:00"), 120),
        (("Date", "Start", "End"), (DAY, time(14), time(15, 30)), 90),
        (("Start", "End"), (datetime(2026, 11, 25, 14), datetime(2026, 11, 25, 15)), 60),
        (("Start", "End"), ("25.11.2026 14:00", "25.11.2026 16:00"), 120),
        (("Date", "Time"), (DAY, "14:00-15:30"), 90),
        (("Date", "Time", "Duration (min)"), (DAY, "2 pm", 45), 45),
        (("Date", "Time", "Duration"), (DAY, "14.00 Uhr", "1:30"), 90),
        (("Datum", "Uhrzeit", "Dauer (Stunden)"), (DAY, "14 Uhr", 2), 120),
        (("Datum", "Beginn", "Ende"), (DAY, "14:00", "15:00"), 60),
        (("Date", "Heure de début", "Heure de fin"), (DAY, "14h00", "15h00"), 60),
        (("When",), ("25 Nov 2026 14:00-15:00",), 60),
        (("Date",), (datetime(2026, 11, 25, 14),), None),
    ],
)
def test_a_session_keeps_its_day_its_time_and_its_length(
    tmp_path: Path, headings: tuple[str, ...], cells: tuple[Any, ...], minutes: int | None
) -> None:
    found = schedule(tmp_path, ("Course", *headings, "Trainer"), ("CRM", *cells, "Tina"))
    assert told(found) == [("2026-11-25", 14 * 60, minutes)]
    assert found.warnings == ()


def test_a_session_may_run_past_midnight(tmp_path: Path) -> None:
    headings = ("Course", "Date", "Start", "End", "Room")
    found = schedule(tmp_path, headings, ("CRM", DAY, "23:30", "01:00", "R1"))
    assert told(found) == [("2026-11-25", 1410, 90)]


def test_a_day_without_a_time_gets_none_and_the_account_says_so(tmp_path: Path) -> None:
    found = schedule(tmp_path, ("Course", "Date", "Room"), ("CRM", DAY, "R1"))
    assert told(found) == [("2026-11-25", None, None)]
    (warning,) = found.warnings
    assert "“CRM” on 2026-11-25" in warning
    assert "no time yet" in warning


@pytest.mark.parametrize("text", ["to be agreed", "9", "25:00", "09:00 or 14:00"])
def test_a_time_that_cannot_be_read_is_told_with_its_column(tmp_path: Path, text: str) -> None:
    found = schedule(tmp_path, ("Course", "Date", "Time", "Room"), ("CRM", DAY, text, "R1"))
    assert told(found) == [("2026-11-25", None, None)]
    assert any("“Time”" in one and text in one for one in found.warnings)


def test_an_end_that_gives_no_length_is_told(tmp_path: Path) -> None:
    headings = ("Course", "Start", "End", "Room")
    days = (datetime(2026, 11, 25, 9), datetime(2026, 11, 27, 16))
    found = schedule(tmp_path, headings, ("CRM", *days, "R1"))
    assert told(found) == [("2026-11-25", 540, None)]
    assert any("“End”" in one for one in found.warnings)


def test_a_time_zone_is_taken_when_it_names_one_and_told_when_not(tmp_path: Path) -> None:
    headings = ("Course", "Date", "Start", "Room", "Time zone")
    zones = ("Europe/Berlin", "New York", "somewhere")
    found = schedule(tmp_path, headings, *[("CRM", DAY, "9:00", "R1", zone) for zone in zones])
    assert [draft.values.get("zone") for draft in found.drafts] == [
        "Europe/Berlin", "America/New_York", None,
    ]  # fmt: skip
    assert ["somewhere" in one for one in found.warnings] == [True]


def test_session_and_course_are_told_apart(tmp_path: Path) -> None:
    headings = ("Session", "Course", "Date", "Time", "Room")
    found = schedule(tmp_path, headings, ("S1", "CRM basics", DAY, "9:00", "R1"))
    (draft,) = found.drafts
    assert (draft.title, draft.name("course")) == ("S1", "CRM basics")


def test_weeks_stay_weeks(tmp_path: Path) -> None:
    found = schedule(tmp_path, ("Activity", "Start", "Trainer"), ("CRM", "Week 2-3", "T"))
    assert [draft.values.get("weeks") for draft in found.drafts] == ["2-3"]
    assert told(found) == [(None, None, None)]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2-4pm", Clock(840, 960)),
        ("11-1 pm", Clock(660, 780)),
        ("12:15 am", Clock(15)),
        ("14 Uhr bis 16 Uhr", Clock(840, 960)),
        ("22:30 – 00:30", Clock(1350, 1470)),
        ("00:00:00", Clock(0)),
        ("09:00 (Europe/Berlin)", Clock(540, None, "Europe/Berlin")),
        ("2-3", None),
        ("13 pm", None),
    ],
)
def test_times_are_read_as_people_write_them(text: str, clock: Clock | None) -> None:
    assert clock_of(text) == clock


def test_what_stands_beside_a_day_is_given_apart() -> None:
    day = DAY.date()
    assert apart("Mi, 25.11.2026 14.30 Uhr", "day") == (day, "14.30 Uhr")
    assert apart("11/25/2026 2:00 PM", "month") == (day, "2:00 PM")
    assert apart("11/12/2026 2:00 PM", None)[0] is None


def test_a_zone_is_called_by_its_name_or_its_town() -> None:
    names = ("europe/berlin", "Berlin", "(UTC+01:00) Europe/Berlin", "Mars")
    assert [zone_called(one) for one in names] == [*["Europe/Berlin"] * 3, ""]
