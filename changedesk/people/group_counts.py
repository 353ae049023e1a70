"""Figures of groups added up so that nobody is counted twice."""

from collections import defaultdict
from collections.abc import Mapping


def counted_once(counts: Mapping[int, int], parents: Mapping[int, int | None]) -> list[int]:
    """Return the groups whose counts are to be added, by key.

    People of a group within another one are people of both: of a group and those within it that
    have a count, the side with more stands for all. A circle, as a merge could leave, ends itself.
    """
    depths = {key: len(lineage(parents, key)) for key in counts}
    inside: dict[int | None, list[int]] = defaultdict(list)
    for key in sorted(counts, key=lambda one: (-depths[one], one)):
        below = inside.pop(key, [])
        above = next((one for one in lineage(parents, key)[1:] if one in counts), None)
        stands = counts[key] >= sum(counts[one] for one in below)
        # Only a circle has a group above that was taken already.
        inside[above if above is not None and depths[above] < depths[key] else None] += (
            [key] if stands else below
        )
    return sorted(inside[None])


def lineage(parents: Mapping[int, int | None], group: int) -> list[int]:
    """Return a group and what it is part of; a circle, as a merge could leave, ends it."""
    found: list[int] = []
    here: int | None = group
    while here is not None and here not in found:
        found.append(here)
        here = parents.get(here)
    return found
