"""Communications as a calendar file (RFC 5545): all-day events that any calendar takes in.

Written by hand, for it is small: text is escaped, lines are folded at 75 octets and end with
CRLF. An event keeps its identity, so that a later file moves it and makes no second one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

FOLD = 75
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class CalendarEvent:
    """One all-day event; `rule` is an RRULE or empty, `note` its text."""

    uid: str
    day: date
    title: str
    note: str = ""
    rule: str = ""
    category: str = ""
    cancelled: bool = False


def calendar(events: Iterable[CalendarEvent], name: str, made: datetime) -> bytes:
    """Return the file, in UTF-8; `made` is the moment it is written, with its time zone."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ChangeDesk//Communications//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    stamp = f"{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode("utf-8")


def _event(event: CalendarEvent, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    if event.rule:
        yield f"RRULE:{event.rule}"
    yield f"SUMMARY:{escaped(event.title)}"
    if event.note:
        yield f"DESCRIPTION:{escaped(event.note)}"
    if event.category:
        yield f"CATEGORIES:{escaped(event.category)}"
    if event.cancelled:
        yield "STATUS:CANCELLED"
    # A message takes nobody's whole day: the calendar stays free.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """Return a text value as the standard wants it: what would end or split it is escaped."""
    text = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets; no letter is cut in two."""
    pieces: list[str] = []
    piece, room = "", FOLD
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if octets > room:
            pieces.append(piece)
            piece, room = "", FOLD - 1
        piece += letter
        room -= octets
    return "\r\n ".join([*pieces, piece])
