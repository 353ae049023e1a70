"""Takes in rosters: who is at work or away on which day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from changedesk.people.records import Duty
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace

Stretch = tuple[int | None, int | None, str]
"""From and to in minutes after midnight, and whether at work or away."""


def take_duties(
    workspace: Workspace, change: Change, told: Mapping[tuple[int, str], Sequence[Stretch]]
) -> tuple[int, int, int]:
    """Make the duties of people on days what a roster says; return how many are new, altered
    and unchanged. A day that the roster leaves out stays as it is.
    """
    there = _there(workspace, {person for person, _ in told})
    fresh, altered, unchanged = [], {}, 0
    for (person, day), stretches in told.items():
        wanted = list(dict.fromkeys(stretches))
        known = there.get((person, day), [])
        free = [(key, one) for key, one in known if one not in wanted]
        missing = [one for one in wanted if one not in {own for _, own in known}]
        unchanged += len(wanted) - len(missing)
        for (starts, ends, kind), (key, _) in zip(missing, free, strict=False):
            altered[key] = {"starts": starts, "ends": ends, "kind": kind}
        for starts, ends, kind in missing[len(free) :]:
            fresh.append(
                {"person": person, "day": day, "starts": starts, "ends": ends, "kind": kind}
            )
    change.add_many(Duty, fresh)
    change.set_many(Duty, altered)
    return len(fresh), len(altered), unchanged


def _there(
    workspace: Workspace, people: set[int]
) -> dict[tuple[int, str], list[tuple[int, Stretch]]]:
    rows = workspace.rows(
        Duty.select(Duty.id, Duty.person, Duty.day, Duty.starts, Duty.ends, Duty.kind)
    )
    found: dict[tuple[int, str], list[tuple[int, Stretch]]] = defaultdict(list)
    for row in rows:
        if row.person in people:
            found[row.person, row.day].append((row.id, (row.starts, row.ends, row.kind)))
    return found
