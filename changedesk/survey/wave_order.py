"""In which order the waves were asked that a column of a file names."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import combinations

from changedesk.exchange.surveys.drafts import RespondentDraft

_FIRST = frozenset(
    ["pre", "before", "baseline", "vor", "vorher", "avant", "antes", "prima", "voor", "przed", "до"]
)
_LAST = frozenset(
    ["post", "after", "nach", "nachher", "après", "después", "depois", "dopo", "na", "po", "после"]
)
_YEAR = 4


def in_order(by_name: Mapping[str, Sequence[RespondentDraft]]) -> tuple[list[str], bool]:
    """Return the names of waves, first asked first, and whether something tells that order.

    The days of the answers tell it, else words such as before and after, else the numbers in the
    names; what nothing tells apart stays in the order of the file.
    """
    names = list(by_name)
    days = {name: _first_day(answers) for name, answers in by_name.items()}
    if len(names) < 2 or (all(days.values()) and len(set(days.values())) == len(names)):
        return sorted(names, key=lambda name: days[name] or datetime.min), True
    places = {name: (_place(name), _numbers(name)) for name in names}
    told = all(places[one] != places[other] for one, other in combinations(names, 2))
    return sorted(names, key=places.__getitem__), told


def _first_day(answers: Sequence[RespondentDraft]) -> datetime | None:
    times = [one.submitted for one in answers]
    return min((time for time in times if time), default=None) if all(times) else None


def _numbers(name: str) -> list[int]:
    """Return how names sort: Wave 2 before Wave 10, 12/2025 before 03/2026."""
    found = sorted(re.findall(r"\d+", name), key=lambda number: len(number) != _YEAR)
    return [int(number) for number in found]


def _place(name: str) -> int:
    words = set(re.findall(r"\w+", name.casefold()))
    return bool(words & _LAST) - bool(words & _FIRST)
