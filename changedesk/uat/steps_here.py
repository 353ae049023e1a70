"""Which scripts have steps that somebody changed here since their file said them."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from changedesk.store.engine import Sql
from changedesk.store.journal import MADE
from changedesk.store.origins import IMPORT
from changedesk.store.values import decode_record

Told = tuple[str, str, str, int | None, int | None]
"""do, data, expected, trials, threshold"""


@dataclass
class _Source:
    """The steps that the last import of a script said, and whether somebody changed any since."""

    change: int = 0
    steps: list[Told] = field(default_factory=list)
    by_hand: bool = False


def changed_here(sql: Sql, scripts: Collection[int]) -> dict[int, tuple[Told, ...]]:
    """Return the scripts whose steps were changed here since their last import.

    With each the steps that this import said, in order. An undo counts as nobody's work.
    """
    uids = sql.by_keys(
        "SELECT v.script_id, e.uid FROM script_version v JOIN entity e ON e.id = v.id "
        "WHERE v.script_id IN ({keys})",
        scripts,
    )
    script_of = {bytes(uid).hex(): script for script, uid in uids}
    made = {
        int(ent): script
        for ent, val in sql.rows("SELECT ent, val FROM op WHERE field = ?", (f"{MADE}step",))
        if (script := script_of.get(decode_record(val).get("version", ""))) is not None
    }
    rows = sql.by_keys(
        "SELECT o.hlc, o.id, o.ent, o.field, o.val, h.id, h.val FROM op o "
        "JOIN op h ON h.dev = o.dev AND h.seq = o.txn WHERE o.ent IN ({keys})",
        list(made),
    )
    found: dict[int, _Source] = defaultdict(_Source)
    for _hlc, _id, ent, name, val, change, head in sorted(rows, key=lambda row: row[:2]):
        header = json.loads(head or "{}")
        source = found[made[ent]]
        if "undoes" in header or "redoes" in header:
            continue
        if not str(header.get("label", "")).startswith(IMPORT):
            source.by_hand = bool(source.change)
            continue
        if source.change != change:
            found[made[ent]] = source = _Source(change)
        if name.startswith(MADE):
            source.steps.append(_told(decode_record(val)))
    return {script: tuple(source.steps) for script, source in found.items() if source.by_hand}


def _told(values: dict[str, str]) -> Told:
    numbers = (int(values[name]) if values.get(name) else None for name in ("trials", "threshold"))
    do, data, expected = (values.get(name, "") for name in ("do", "data", "expected"))
    return (do, data, expected, *numbers)  # type: ignore[return-value]
