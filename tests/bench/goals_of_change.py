"""Goal 16: the change side of a large operation: 60 groups, 400 impacts."""

from collections.abc import Iterator
from pathlib import Path

from figures import Figure
from goals_of_window import own_copy, play

FRAME_MS = 16.0
READ_MS = 50.0


def heat_maps(workspace: Path) -> Iterator[Figure]:
    """Maps read on a worker; maps, matrices and calendar within a frame at 1920 × 1080."""
    with own_copy(workspace) as copy:
        _, t = play("heat_maps", copy)
    yield Figure(16, "both heat maps read on a worker", t["read"], READ_MS, "ms")
    for name in ("aspects", "months"):
        cells = f"({t[name + '_cells']:.0f} cells)"
        yield Figure(16, f"groups × {name}, scrolled", t[f"{name}_scrolled"], FRAME_MS, "ms", cells)
        yield Figure(16, f"groups × {name}, other measure", t[f"{name}_cold"], FRAME_MS, "ms")
    bubbles, messages = f"({t['bubbles']:.0f} bubbles)", f"({t['messages']:.0f} messages)"
    yield Figure(16, "power and interest, another in hand", t["power"], FRAME_MS, "ms", bubbles)
    yield Figure(16, "engagement matrix, scrolled", t["engagement"], FRAME_MS, "ms")
    yield Figure(16, "calendar, another month", t["calendar"], FRAME_MS, "ms", messages)
