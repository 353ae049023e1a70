"""What is missing or does not fit in the plan of messages, in the user's language."""

from PySide6.QtCore import QCoreApplication

from changedesk.impact.message_gaps import LINK, NOTHING, TOO_LATE, Told
from ui.records.values import date_text


def gap_words(told: Told) -> str:
    """Return why a hard impact counts as not told, with its group and start."""
    say = QCoreApplication.translate
    starts = ""
    if told.starts is not None:
        starts = say("Impact", "starts {0}").format(date_text(told.starts.isoformat()))
    codes = ", ".join(dict.fromkeys(other.code for other in told.others))
    if told.why == NOTHING:
        why = say("Impact", "no message")
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
        day = date_text(one.day.isoformat()) if one.day is not None else ""
        glyph = "✔" if one.sent else "○"
        parts.append(f"{glyph} {one.code} {day} ({by})")
    return "; ".join(parts)
