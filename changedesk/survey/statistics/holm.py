"""Holm's correction (1979): many questions of one report are one family of tests."""

from collections.abc import Sequence


def holm(ps: Sequence[float | None]) -> list[float | None]:
    """Return the adjusted p of each test, in the same order; None was no test and stays None."""
    tested = sorted((p, at) for at, p in enumerate(ps) if p is not None)
    found: list[float | None] = [None] * len(ps)
    highest = 0.0
    for place, (p, at) in enumerate(tested):
        highest = max(highest, min(1.0, p * (len(tested) - place)))
        found[at] = highest
    return found
