"""Values as a document prints them: in words, with the month by name."""

from datetime import date, datetime

from changedesk.office.layout import Choice, Column, Labels, Value


def day(value: date, labels: Labels) -> str:
    """Return a date as `13 Mar 2026`, a time behind it where there is one, and its zone."""
    text = f"{value.day} {labels.months[value.month - 1]} {value.year}"
    if isinstance(value, datetime):
        text = f"{text} {value:%H:%M} {zone(value)}".rstrip()
    return text


def zone(value: datetime) -> str:
    """Return the time zone of a moment as `UTC+01:00`, the same for everybody who reads it."""
    offset = value.utcoffset()
    if offset is None:
        return ""
    minutes = round(offset.total_seconds() / 60)
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def printed(value: Value, column: Column, labels: Labels) -> tuple[str, Choice | None]:
    """Return what stands in a cell, and the choice that tints it."""
    if value is None:
        return "", None
    if isinstance(value, date):
        return day(value, labels), None
    if isinstance(value, str):
        for choice in column.choices:
            if value in (choice.code, choice.text):
                return choice.text, choice
        return value, None
    if column.kind == "percent":
        return f"{float(value):.0%}".replace("%", " %"), None
    if column.kind == "decimal":
        return f"{float(value):,.2f}", None
    if column.kind == "integer":
        return f"{value:,}", None
    return str(value), None
