"""The calendar file: read back with a reader that follows RFC 5545, not our own writer."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.impact.calendar_file import CalendarEvent, calendar
from changedesk.impact.communications import add_communication, mark_sent
from changedesk.impact.message_calendar import write_calendar
from changedesk.impact.records import Communication
from changedesk.people.actions import add_group, add_project
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

MADE = datetime(2026, 6, 1, 12, tzinfo=UTC)
LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


def read(data: bytes) -> list[dict[str, str]]:
    """Return the events with their properties by name, parameters included."""
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines)
    text = re.sub(r"\r\n[ \t]", "", data.decode("utf-8"))
    events: list[dict[str, str]] = []
    stack: list[str] = []
    for line in text.split("\r\n")[:-1]:
        name, value = line.split(":", 1)
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            assert name not in events[-1]
            events[-1][name] = value
    assert stack == []
    return events


def plain(value: str) -> str:
    """Undo the escapes of a text value."""
    escapes = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n"}
    return re.sub(r"\\[\\;,n]", lambda found: escapes[found[0]], value)


@given(LETTERS, st.lists(LETTERS, max_size=4).map("\n".join))
def test_any_text_comes_back_as_it_was(title: str, note: str) -> None:
    event = CalendarEvent("a@changedesk", date(2026, 6, 3), title, note)
    found = read(calendar([event], title, MADE))
    assert len(found) == 1
    assert plain(found[0]["SUMMARY"]) == title
    assert plain(found[0].get("DESCRIPTION", "")) == note


def test_a_text_cannot_make_lines_of_its_own() -> None:
    nasty = "Hi\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:file"
    found = read(calendar([CalendarEvent("a", date(2026, 6, 3), nasty)], "x", MADE))
    assert len(found) == 1
    assert "ATTACH" not in found[0]


def test_an_event_takes_its_whole_day_and_says_when_it_was_written() -> None:
    event = read(calendar([CalendarEvent("a@b", date(2026, 12, 31), "New year")], "x", MADE))[0]
    assert event["DTSTART;VALUE=DATE"] == "20261231"
    assert event["DTEND;VALUE=DATE"] == "20270101"
    assert event["DTSTAMP"] == "20260601T120000Z"
    assert event["UID"] == "a@b"


def test_dated_communications_are_written_with_rules_where_a_phrase_fits(
    desk: Workspace, tmp_path: Path
) -> None:
    project, group = add_project(desk, "CRM", "New CRM"), add_group(desk, "Leeds; chat, voice")
    first = add_communication(desk, project, "One day", [group], planned="2026-06-03",
                              message="Read this,\nplease", element="A")  # fmt: skip
    add_communication(desk, project, "Rounds", occasion="Every Wednesday", planned="2026-06-01",
                      ends="2026-07-01")  # fmt: skip
    add_communication(desk, project, "Gate", occasion="At each phase gate")
    add_communication(desk, project, "Two days", occasion="2026-06-09; 2026-06-11")
    add_communication(desk, project, "Off", planned="2026-06-20", status="cancelled")
    done = write_calendar(desk, project, tmp_path / "plan.ics")
    assert (done.events, done.undated) == (5, 1)
    events = {plain(one["SUMMARY"])[8:]: one for one in read(done.path.read_bytes())}
    assert events["One day"]["UID"] == f"{desk.uid_of(first)}@changedesk"
    assert "RRULE" not in events["One day"]
    assert plain(events["One day"]["DESCRIPTION"]) == "Read this,\nplease\nFor: Leeds; chat, voice"
    assert events["One day"]["CATEGORIES"] == "Awareness"
    assert events["Rounds"]["DTSTART;VALUE=DATE"] == "20260603"
    assert events["Rounds"]["RRULE"] == "FREQ=WEEKLY;BYDAY=WE;WKST=MO;UNTIL=20260701"
    assert events["Off"]["STATUS"] == "CANCELLED"


def test_a_message_that_moves_stays_the_same_event(desk: Workspace, tmp_path: Path) -> None:
    project = add_project(desk, "CRM", "New CRM")
    key = add_communication(desk, project, "One", planned="2026-06-03")
    before = read(write_calendar(desk, project, tmp_path / "a.ics").path.read_bytes())[0]
    with desk.change("Move") as change:
        change.set(desk.get(Communication, key), planned="2026-06-10")
    after = read(write_calendar(desk, project, tmp_path / "a.ics").path.read_bytes())[0]
    assert (before["UID"], before["DTSTART;VALUE=DATE"]) == (after["UID"], "20260603")
    assert after["DTSTART;VALUE=DATE"] == "20260610"
    mark_sent(desk, [key], "2026-06-12")
    sent = read(write_calendar(desk, project, tmp_path / "a.ics").path.read_bytes())[0]
    assert (sent["UID"], sent["DTSTART;VALUE=DATE"]) == (before["UID"], "20260612")


def test_a_plan_without_a_day_writes_no_file(desk: Workspace, tmp_path: Path) -> None:
    project = add_project(desk, "CRM", "New CRM")
    add_communication(desk, project, "Gate", occasion="At each phase gate")
    with pytest.raises(UserError, match="has a day"):
        write_calendar(desk, project, tmp_path / "plan.ics")
    assert list(tmp_path.glob("*.ics")) == []


def test_of_several_plain_days_those_to_come_stay_when_the_first_went_out(
    desk: Workspace, tmp_path: Path
) -> None:
    project = add_project(desk, "CRM", "New CRM")
    key = add_communication(desk, project, "Demo", occasion="2026-05-28; 2026-06-11")
    mark_sent(desk, [key], "2026-05-29")
    write_calendar(desk, project, tmp_path / "plan.ics")
    found = read((tmp_path / "plan.ics").read_bytes())
    assert [one["DTSTART;VALUE=DATE"] for one in found] == ["20260529", "20260611"]


def test_the_last_day_of_the_month_is_written_as_a_rule(desk: Workspace, tmp_path: Path) -> None:
    project = add_project(desk, "CRM", "New CRM")
    add_communication(desk, project, "Figures", occasion="Last day of the month")
    add_communication(desk, project, "Round", occasion="Twice a month")
    written = write_calendar(desk, project, tmp_path / "plan.ics")
    assert (written.events, written.undated) == (1, 1)
    (event,) = read((tmp_path / "plan.ics").read_bytes())
    assert event["DTSTART;VALUE=DATE"] == "20260630"
    assert event["RRULE"] == "FREQ=MONTHLY;BYMONTHDAY=-1"
