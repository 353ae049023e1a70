"""Reads schedules of training: when each session is, of which course, and how long it takes."""

import re
from dataclasses import dataclass
from datetime import date

from changedesk.exchange import dates
from changedesk.exchange.change.clocks import Clock, apart, clock_of, zone_called
from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import Gathering, kept_values, names_in, titled
from changedesk.exchange.change.tables import ChangeTable, TableRow, table_rows
from changedesk.exchange.change.training import count_of, length, mode_of
from changedesk.exchange.headings import normal

_WEEKS = re.compile(r"^(?:\D{0,12}?)(\d{1,2})(?:\s*(?:-|–|—|to|bis|à|a|до)\s*(\d{1,2}))?\s*$")
_COURSE = re.compile(
    r"\bcourse|\bkurs|\bcurso|\bcours\b|\bкурс|\bmodul|\bмодул|"
    r"^(?:training|schulung|formation|treinamento|тренинг)(?: title| name)?$"
)
_LISTED = 5
_NO_CLOCK = "no time of day was read in {}; write it as 14:30 or 14:00-15:30"
_NO_ZONE = "{} names no time zone: the time is taken as this computer's; write it as Europe/Berlin"
_NO_END = "{} was not taken: it gives no length of one day; write when it ends as 16:00"


@dataclass(frozen=True, slots=True)
class _When:
    """The day, the time of day and the length of a session; `said` is what stands for its day."""

    said: str
    day: date | None = None
    clock: Clock | None = None
    minutes: int | None = None
    zone: str = ""


def read_schedule(table: ChangeTable, work: Gathering) -> None:
    """Take each line of a schedule: a day with its time, or a week or weeks by their number."""
    rows = list(table_rows(table, work.tally))
    told = (row.text("week") or row.text("starts") for row in rows)
    order = work.asked.date_order or dates.order_of(told)[0]
    untimed = []
    for row in rows:
        title, course = _called(row)
        if not title:
            work.reject(row, "it names no activity")
            continue
        when = _when(row, order, work)
        if when.day is None and dates.looks_like_date(when.said):
            work.reject(row, "day and month of its date could be either way round")
            continue
        if when.day is not None and when.clock is None:
            untimed.append(f"“{title}” on {when.day.isoformat()}")
        work.made(_draft(table, row, work, title, course, when))
    if untimed:
        more = f" and {len(untimed) - _LISTED} more" if len(untimed) > _LISTED else ""
        work.warnings.append(
            f"No time of day was found for {', '.join(untimed[:_LISTED])}{more}: the day stands in "
            "the remark of the session, and it has no time yet. Give it one."
        )


def _draft(
    table: ChangeTable, row: TableRow, work: Gathering, title: str, course: tuple[str, ...],
    when: _When,
) -> ChangeDraft:  # fmt: skip
    audience = row.text("audience")
    weeks = weeks_of(when.said)
    values = kept_values(
        place=titled(row.text("place")),
        trainer=titled(row.text("trainer")),
        minutes=when.minutes,
        capacity=count_of(row.text("seats")) or None,
        day=when.day.isoformat() if when.day else "",
        clock=when.clock.begins if when.clock else None,
        zone=when.zone,
        weeks=_weeks(weeks) if weeks else when.said if not when.day else "",
        audience=", ".join(names_in(audience)),
        mode=mode_of(row.text("method")),
        method=row.text("method"),
        remark="\n".join(text for _, text in row.all("remark")),
    )
    return ChangeDraft(
        "session", title, row.where, row.text("id"),
        work.key(table.form(), row.text("id"), f"{title}|{when.said}|{audience}"),
        values, {"group": names_in(audience), "course": course},
    )  # fmt: skip


def _called(row: TableRow) -> tuple[str, tuple[str, ...]]:
    """Return what a session is called, and what its course is where a column says so."""
    courses: list[str] = []
    others: list[str] = []
    for heading, text in row.all("title"):
        (courses if _COURSE.search(normal(heading)) else others).append(titled(text))
    codes = [text for heading, text in row.all("id") if _COURSE.search(normal(heading))]
    return next(iter(others or courses), ""), (*courses[:1], *codes[:1])


def _when(row: TableRow, order: dates.Order | None, work: Gathering) -> _When:
    said = row.text("week") or row.text("starts")
    parts = [(row_part, *apart(row_part[1], order)) for row_part in _parts(row)]
    day = next((found for _, found, _ in parts if found), None)
    clock = None
    for (name, text), found, rest in parts:
        # What stands in a column of days is a time only beside a day.
        spoken = rest if found else "" if name == "week" else text
        clock = clock or clock_of(spoken)
        if spoken and clock is None and (name == "time" or found or spoken != said):
            work.doubt(_heading(row, name), _NO_CLOCK, text, row.where)
    if day is None and clock is not None and row.text("week") == "" and clock_of(said):
        said = ""
    return _When(said, day, clock, _minutes(row, order, work, day, clock), _zone(row, work, clock))


def _parts(row: TableRow) -> list[tuple[str, str]]:
    return [
        (name, text) for name in ("time", "starts", "week") for _, text in row.all(name) if text
    ]


def _heading(row: TableRow, name: str) -> str:
    return next((heading for heading, _ in row.all(name)), "")


def _minutes(
    row: TableRow, order: dates.Order | None, work: Gathering, day: date | None, clock: Clock | None
) -> int | None:
    """Return how long a session is: as it is said, else from its begin to its end."""
    for heading, text in row.all("minutes"):
        if stated := length(text, heading):
            return stated
    if clock is not None and clock.till is not None:
        return clock.till - clock.begins
    last: date | None = None
    end: Clock | None = None
    for _, text in row.all("ends"):
        found, rest = apart(text, order)
        last, end = last or found, end or clock_of(rest if found else text)
    if clock is not None and end is not None:
        minutes = end.begins - clock.begins
        if last is not None and day is not None:
            minutes += (last - day).days * 1440
        elif minutes <= 0:
            minutes += 1440
        if 0 < minutes <= 1440:
            return minutes
    if row.text("ends") and not (end is None and last is not None and last == day):
        work.doubt(_heading(row, "ends"), _NO_END, row.text("ends"), row.where)
    return None


def _zone(row: TableRow, work: Gathering, clock: Clock | None) -> str:
    text = row.text("zone")
    if found := zone_called(text):
        return found
    if text:
        work.doubt(_heading(row, "zone"), _NO_ZONE, text, row.where)
    return clock.zone if clock else ""


def _weeks(weeks: tuple[int, int]) -> str:
    first, last = weeks
    return str(first) if first == last else f"{first}-{last}"


def weeks_of(text: str) -> tuple[int, int] | None:
    """Return first and last week of "6", "Week 6" or "2-3"; None where it is no week."""
    match = _WEEKS.match(text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return (first, last) if 0 < first <= last <= 53 else None
