"""How hard an impact hits: bands, reach, and the gap between two views of it."""

HIGH, MEDIUM, LOW = "high", "medium", "low"
HARD = 3
"""From this severity on somebody has to act: people need training."""
DISCUSS = 2
"""Views that lie so far apart are discussed."""


def band(severity: int | None, people: int | None = None, headcount: int | None = None) -> str:
    """Return the band of a severity of 0 to 5: high, medium, low, or "" for none or unrated.

    High: 4 and more, or 3 where it hits at least half of the group. `people` None is the whole
    group; where people are known and the headcount is not, the share is not known either.
    """
    if not severity:
        return ""
    if severity > HARD or (severity == HARD and _half(people, headcount)):
        return HIGH
    return MEDIUM if severity >= 2 else LOW


def _half(people: int | None, headcount: int | None) -> bool:
    if people is None:
        return True
    return bool(headcount) and 2 * people >= (headcount or 0)


def reach_load(severity: int | None, people: int | None) -> int | None:
    """Return severity × people; None while one of them is not known."""
    return None if severity is None or people is None else severity * people


def gap(project: int | None, group: int | None) -> int | None:
    """Return how far the two views lie apart; None while one of them is missing."""
    return None if project is None or group is None else abs(project - group)


def to_discuss(project: int | None, group: int | None) -> bool:
    """Tell whether the two views lie so far apart that they are discussed."""
    return (gap(project, group) or 0) >= DISCUSS
