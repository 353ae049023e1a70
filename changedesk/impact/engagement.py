"""Engagement: from unaware to leading, where a stakeholder is and where one must be.

The levels and their order are those of the stakeholder engagement matrix of the PMBOK Guide.
"""

LEVELS = ("U", "R", "N", "S", "L")
"""Unaware, resistant, neutral, supportive, leading: from 0 to 4."""


def gap(current: str, desired: str) -> int | None:
    """Return how many levels are missing (negative: more than is wanted); None if not rated."""
    if current not in LEVELS or desired not in LEVELS:
        return None
    return LEVELS.index(desired) - LEVELS.index(current)


def needs_action(current: str, desired: str) -> bool:
    """Tell whether something must be done: the desired level is above the current one."""
    missing = gap(current, desired)
    return missing is not None and missing > 0


def moved(level: str, steps: int) -> str:
    """Return the level so many steps on, within the scale; from nothing, the neutral one."""
    if level not in LEVELS:
        return "N"
    return LEVELS[min(max(LEVELS.index(level) + steps, 0), len(LEVELS) - 1)]
