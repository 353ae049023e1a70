"""What somebody lacks of a level: required minus current."""

from collections.abc import Iterable


def gap(required: int | None, current: int | None) -> int | None:
    """Return required - current; None while one of them is unknown, which is not 0."""
    return None if required is None or current is None else required - current


def person_gaps(required: int, current: Iterable[int | None]) -> int:
    """Return how many people are below the required level; unknown ones are not counted."""
    return sum(1 for level in current if (gap(required, level) or 0) > 0)
