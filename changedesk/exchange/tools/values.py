"""Short texts that tools export, as values of ours: estimates, states of a script, priorities."""

import re

from changedesk.exchange.priorities import priority_code

_PARTS = re.compile(
    r"(?P<figure>\d{1,9}(?:[.,]\d{1,3})?)\s*(?P<unit>w(?:eeks?)?|d(?:ays?)?|h(?:ours?|rs?)?|"
    r"m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)\b[\s,]*",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:\.\d+)?")
_SECONDS = {"w": 5 * 8 * 3600, "d": 8 * 3600, "h": 3600, "m": 60, "s": 1}
_STATUSES = {
    "draft": "draft, design, new, in progress, in review, review, to review, to be reviewed, "
    "under review, work in progress, work_in_progress, under_review, to_be_updated, rework, "
    "needs work, needs update, needs_update, repair, underway, prepare, pending, todo, to do, open",
    "ready": "ready, approved, final, active, actual, completed, ready for test, ready to test, "
    "ready for execution, published, done, finished, reviewed",
    "retired": "retired, deprecated, obsolete, closed, archived, rejected, inactive, cancelled, "
    "canceled",
}
_STATUS_CODES = {
    word.strip(): code for code, words in _STATUSES.items() for word in words.split(",")
}
_LEVELS = {"1": "critical", "2": "high", "3": "medium", "4": "low", "5": "low"}


def minutes_of(text: str) -> int | None:
    """Return an estimate such as "1m 45s", "2h", "00:10:00" in minutes, rounded up; else None.

    A day has 8 hours and a week 5 days, as in the tools; a figure without a unit says nothing.
    """
    text = text.strip()
    if match := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return _minutes(hours * 3600 + minutes * 60 + seconds)
    found = list(_PARTS.finditer(text))
    if not found or "".join(match[0] for match in found) != text:
        return None
    total = sum(
        float(match["figure"].replace(",", ".")) * _SECONDS[match["unit"][0].lower()]
        for match in found
    )
    return _minutes(total)


def milliseconds_as_minutes(text: str) -> int | None:
    """Return a figure of milliseconds in minutes, rounded up; None for any other text."""
    return _minutes(int(text) / 1000) if re.fullmatch(r"\d{1,12}", text.strip()) else None


def _minutes(seconds: float) -> int | None:
    return max(1, -int(-seconds // 60)) if seconds > 0 else None


def script_status(text: str) -> str:
    """Return draft, ready or retired for a state that tools use, "" for any other."""
    return _STATUS_CODES.get(" ".join(text.lower().split()), "")


def level(text: str) -> str:
    """Return the priority that a word, or a figure from 1 (highest) to 5, stands for."""
    text = text.strip()
    return _LEVELS.get(text) or priority_code(text)
