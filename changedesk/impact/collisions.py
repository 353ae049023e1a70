"""Where change comes upon a group from two sides, or more of it than it can take."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from changedesk.impact.severity import HARD


def colliding(severities: Iterable[tuple[int, int | None]]) -> frozenset[int]:
    """Return the projects that hit a group hard in the same period; empty unless two do.

    Each impact is given as (project, severity).
    """
    hard = {project for project, severity in severities if (severity or 0) >= HARD}
    return frozenset(hard) if len(hard) > 1 else frozenset()


def over_line(load: Fraction, line: Fraction | None) -> bool:
    """Tell whether a load passes the capacity line; without a line it does not."""
    return line is not None and load > line


def nearest_calmer(calm: Sequence[bool], place: int, length: int = 1) -> int | None:
    """Return where the nearest window of `length` calm periods begins; None where there is none.

    Of two that are equally near the later one: a change is rather put off than hurried.
    """
    begins = [
        start
        for start in range(len(calm) - length + 1)
        if start != place and all(calm[start : start + length])
    ]
    return min(begins, key=lambda start: (abs(start - place), start < place), default=None)
