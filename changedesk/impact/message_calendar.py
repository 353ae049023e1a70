"""The communications of a project as a calendar file: all that have a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from changedesk.impact.calendar_file import CalendarEvent, calendar
from changedesk.impact.message_days import begins, open_days, planned_days
from changedesk.impact.message_queries import MessageRow, group_tree, messages
from changedesk.impact.recurrence import Recurring, rrule
from changedesk.impact.words import ADKAR
from changedesk.office.files import replacing
from changedesk.people.records import Project
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

DOMAIN = "changedesk"
_ELEMENTS = {choice.code: choice.label for choice in ADKAR}


@dataclass(frozen=True)
class WrittenCalendar:
    """Where the file is, how many events it has, and how many messages have no day."""

    path: Path
    events: int
    undated: int


def write_calendar(workspace: Workspace, project: int, path: Path) -> WrittenCalendar:
    """Write the dated communications of a project to a file.

    Raises UserError where none of them has a day.
    """
    name = workspace.get(Project, project).name
    made = datetime.fromtimestamp(workspace.clock() / 1000, UTC)
    with workspace.connected():
        rows = messages(workspace, project)
        names = group_tree(workspace).names
        uids = {row.id: workspace.uid_of(row.id) for row in rows}
    by_row = [list(events_of(row, uids[row.id], names)) for row in rows]
    events = [event for some in by_row for event in some]
    if not events:
        raise UserError("No communication has a day yet: give at least one a planned day.")
    data = calendar(events, name, made)
    with replacing(path) as temporary:
        temporary.write_bytes(data)
    return WrittenCalendar(path, len(events), sum(1 for some in by_row if not some))


def events_of(row: MessageRow, uid: str, names: Mapping[int, str]) -> Iterator[CalendarEvent]:
    """Yield the events of a message: one for a recurrence, else one for each of its days."""
    note = _note(row, names)
    category = _ELEMENTS.get(row.element, "")
    title = f"{row.code} {row.title}"
    meaning = row.meaning
    if isinstance(meaning, Recurring):
        since = begins(row)
        first = next(iter(planned_days(row, since, _far(since)) if since else ()), None)
        if since is not None and first is not None:
            rule = rrule(meaning, since, row.ends)
            yield CalendarEvent(
                f"{uid}@{DOMAIN}", first, title, note, rule, category, row.cancelled
            )
        return
    planned = planned_days if row.cancelled and not row.sendings else open_days
    days = {one.day for one in row.sendings}.union(planned(row, date.min, date.max))
    for place, day in enumerate(sorted(days)):
        # The first day keeps the plain identity: a message that moves stays one event.
        end = f"-{place + 1}" if place else ""
        yield CalendarEvent(f"{uid}{end}@{DOMAIN}", day, title, note, "", category, row.cancelled)


def _far(begins: date) -> date:
    return begins.replace(year=min(begins.year + 2, date.max.year), day=min(begins.day, 28))


def _note(row: MessageRow, names: Mapping[int, str]) -> str:
    groups = ", ".join(sorted(names[group] for group in row.groups if group in names))
    told = (
        ("", row.message), ("For", groups), ("Sender", row.sender), ("Channel", row.channel),
        ("When", row.occasion),
    )  # fmt: skip
    return "\n".join(f"{word}: {text}" if word else text for word, text in told if text)
