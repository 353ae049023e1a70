"""The story of the sample project: read from its files, its days counted from any first day."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

FIRST_DAY = date(2026, 3, 2)
"""The day on which the story as written begins to test."""

LAST_DAY = date(2026, 3, 20)
_DAY_IN_TEXT = re.compile(r"\{(\d{4}-\d\d-\d\d)(?:\|([^}]+))?\}")
"""A day within a sentence, "{2026-04-20}" for "20 April" or "{2026-04-20|%B}" for "April"."""

_MORNING, _EVENING = time(9, 0), time(16, 0)
_BREAK = timedelta(minutes=20)


@dataclass
class StoryClock:
    """A clock that the story sets; each look at it takes a second, so that times differ."""

    now: datetime

    def __call__(self) -> int:
        """Return milliseconds since 1970."""
        self.now += timedelta(seconds=1)
        return int(self.now.timestamp() * 1000)


@dataclass(frozen=True)
class Story:
    """What the files say, with every day moved by the same number of days."""

    facts: dict[str, Any]
    scripts: tuple[dict[str, Any], ...]
    requirements: tuple[dict[str, Any], ...]
    change: dict[str, Any]
    shift: timedelta

    def day(self, written: date) -> str:
        """Return a day of the story as records keep days."""
        return (written + self.shift).isoformat()

    def instant(self, written: datetime) -> datetime:
        """Return a moment that is written whole, in UTC."""
        return (written + self.shift).astimezone(UTC)

    def moment(self, written: date, at: time = _MORNING) -> datetime:
        """Return a moment of the story, in UTC."""
        return datetime.combine(written + self.shift, at, UTC)


def lately(today: date) -> date:
    """Return the last day for a story that has just been lived through.

    Whole weeks after the written one, so that every day keeps its day of the week.
    """
    return today - timedelta(days=(today - LAST_DAY).days % 7)


def load_story(last_day: date = LAST_DAY) -> Story:
    """Read the story and let it end on `last_day`."""
    folder = files("resources.sample")
    shift = last_day - LAST_DAY
    parts = [
        _with_days(tomllib.loads(folder.joinpath(name).read_text("utf-8")), shift)
        for name in (
            "story.toml", "requirements.toml", "change.toml", "impacts.toml", "training.toml",
            "scripts_1.toml", "scripts_2.toml", "scripts_3.toml",
        )
    ]  # fmt: skip
    scripts = tuple(script for part in parts[5:] for script in part["script"])
    change = {name: told for part in parts[2:5] for name, told in part.items()}
    requirements = tuple(parts[1]["requirement"])
    return Story(parts[0], scripts, requirements, change, shift)


def _with_days(told: Any, shift: timedelta) -> Any:
    # Sentences name days too.
    if isinstance(told, dict):
        return {name: _with_days(value, shift) for name, value in told.items()}
    if isinstance(told, list):
        return [_with_days(value, shift) for value in told]
    if not isinstance(told, str):
        return told

    def in_words(found: re.Match[str]) -> str:
        day = date.fromisoformat(found[1]) + shift
        return day.strftime(found[2]) if found[2] else f"{day.day} {day:%B}"

    return _DAY_IN_TEXT.sub(in_words, told)


@dataclass
class Diary:
    """Finds each tester the next free hour of a cycle, so that nobody tests two scripts at once."""

    first_day: datetime
    _free: dict[str, datetime] = field(default_factory=dict)

    def next(self, tester: str, minutes: int) -> datetime:
        """Return when `tester` starts something that takes so long."""
        start = self._free.get(tester)
        if start is None:
            # The facilitator goes from site to site: each tester has a day of the week.
            start = self.first_day + timedelta(days=len(self._free) % 5)
        if start.time() >= _EVENING:
            start = datetime.combine(start.date() + timedelta(days=1), _MORNING, UTC)
        self._free[tester] = start + timedelta(minutes=minutes) + _BREAK
        return start
