"""What is missing or does not fit in the plan of messages, in the user's language."""

from PySide6.QtCore import QCoreApplication

from changedesk.impact.message_gaps import (
    LINK,
    NO_START,
    NOTHING,
    OVERDUE,
    TOO_LATE,
    UNNOTED,
    Told,
)
from ui.records.values import date_text


def gap_words(told: Told) -> str:
    """Return why a hard impact counts as not told, with its group and start."""
    say = QCoreApplication.translate
    starts = ""
    if told.starts is not None:
        starts = say("Impact", "starts {0}").format(date_text(told.starts.isoformat()))
    codes = ", ".join(other.code for other in told.nearest)
    if told.why == NOTHING:
        why = say("Impact", "no message")
    elif told.why == OVERDUE:
        since = min(other.day for other in told.nearest if other.day is not None)
        why = say("Impact", "overdue since {0}: {1}").format(date_text(since.isoformat()), codes)
    elif told.why == UNNOTED:
        why = say("Impact", "sent, but no day noted: {0}").format(codes)
    elif told.why == NO_START:
        why = say("Impact", "the impact has no start day: {0}").format(codes)
    elif told.why == TOO_LATE:
        why = say("Impact", "too late: {0}").format(codes)
    else:
        why = say("Impact", "no day: {0}").format(codes)
    return " · ".join(part for part in (why, starts, told.group) if part)


def answer_words(told: Told) -> str:
    """Return which messages tell of an impact in time, and how each is tied to it."""
    say = QCoreApplication.translate
    parts = []
    for one in told.answers:
        by = say("Impact", "linked") if one.by == LINK else say("Impact", "by audience")
        day = say("Impact", "no day noted")
        if one.day is not None:
            day = date_text(one.day.isoformat())
        glyph = "✔" if one.sent else "○"
        parts.append(f"{glyph} {one.code} {day} ({by})")
    return "; ".join(parts)
