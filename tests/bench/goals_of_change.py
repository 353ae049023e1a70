"""Goal 16: the change side of a large operation: 60 groups, 400 impacts."""

from collections.abc import Iterator
from pathlib import Path

from figures import Figure
from goals_of_window import own_copy, play

FRAME_MS = 16.0
READ_MS = 50.0


def heat_maps(workspace: Path) -> Iterator[Figure]:
    """Both heat maps read on a worker, and painted within a frame at 1920 × 1080."""
    with own_copy(workspace) as copy:
        _, t = play("heat_maps", copy)
    yield Figure(16, "both heat maps read on a worker", t["read"], READ_MS, "ms")
    for name in ("aspects", "months"):
        cells = f"({t[name + '_cells']:.0f} cells)"
        yield Figure(16, f"groups × {name}, scrolled", t[f"{name}_scrolled"], FRAME_MS, "ms", cells)
        yield Figure(16, f"groups × {name}, other measure", t[f"{name}_cold"], FRAME_MS, "ms")
