"""What keeps a hard impact from being told in time, and where a message stands, in sentences."""

from collections.abc import Callable
from datetime import date

from changedesk.impact.message_days import late_days, sent_without_day
from changedesk.impact.message_gaps import NO_START, NOTHING, OVERDUE, UNDATED, UNNOTED, Told
from changedesk.impact.message_queries import MessageRow

_NAMED = 3


def why_not_told(told: Told) -> str:
    """Return why a hard impact counts as not told in time, without a capital or full stop."""
    if told.why == NOTHING:
        return "nobody is told of it"
    near = told.nearest[:_NAMED]
    more = f" and {len(told.nearest) - len(near)} more" if len(told.nearest) > len(near) else ""
    codes = ", ".join(one.code for one in near) + more

    def with_days(word: str) -> str:
        return ", ".join(f"{one.code} {word} {_day(one.day)}" for one in near) + more

    sentences: dict[str, Callable[[], str]] = {
        OVERDUE: lambda: f"its message is overdue: {with_days('since')}",
        UNNOTED: lambda: f"its message is sent, but no day is noted: {codes}",
        NO_START: lambda: f"it has no start day, so this may come too late: {codes}",
        UNDATED: lambda: f"its message says no day: {codes}",
    }
    return sentences.get(told.why, lambda: f"its message comes too late: {with_days('on')}")()


def where_it_stands(row: MessageRow, today: date) -> str:
    """Return that a message is overdue, or sent without a day; "" where neither is so."""
    if sent_without_day(row):
        return "sent, no day noted"
    late = late_days(row, today)
    if not late:
        return ""
    times = f" ({len(late)} times)" if len(late) > 1 else ""
    return f"overdue since {_day(late[0])}{times}"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%b %Y}" if day else ""
