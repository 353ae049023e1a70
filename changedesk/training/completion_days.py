"""The day of an attendance: a file gives a day alone, which is kept as noon of that day in UTC."""

from datetime import UTC, date, datetime, time


def noon_of(day: str) -> int:
    """Return the moment (ms UTC) that stands for a day (ISO) without a time, the same anywhere."""
    return int(datetime.combine(date.fromisoformat(day), time(12), UTC).timestamp() * 1000)


def day_noted(at: int) -> str:
    """Return the day (ISO) of an attendance: the one that a file gave, else that of the clock."""
    moment = datetime.fromtimestamp(at / 1000, UTC)
    given = moment.time() == time(12)
    return (moment if given else moment.astimezone()).date().isoformat()
