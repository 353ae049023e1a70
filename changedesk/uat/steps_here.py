"""Which scripts have steps that somebody changed here since their file said them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from changedesk.store.engine import Sql
from changedesk.store.journal import MADE
from changedesk.store.origins import told_of
from changedesk.store.values import decode_record

StepWords = tuple[str, str, str, int | None, int | None]
"""do, data, expected, trials, threshold"""


@dataclass
class _Source:
    """The steps that the last import of a script said, and whether somebody changed any since."""

    change: int = 0
    steps: list[StepWords] = field(default_factory=list)
    by_hand: bool = False


def changed_here(sql: Sql, scripts: Collection[int]) -> dict[int, tuple[StepWords, ...]]:
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
    found: dict[int, _Source] = defaultdict(_Source)
    for one in told_of(sql, list(made)):
        script = made[one.ent]
        if not one.imported:
            found[script].by_hand = bool(found[script].change)
            continue
        if found[script].change != one.change:
            found[script] = _Source(one.change)
        if one.field.startswith(MADE):
            found[script].steps.append(_words(decode_record(one.val)))
    return {script: tuple(source.steps) for script, source in found.items() if source.by_hand}


def _words(values: dict[str, str]) -> StepWords:
    numbers = (int(values[name]) if values.get(name) else None for name in ("trials", "threshold"))
    do, data, expected = (values.get(name, "") for name in ("do", "data", "expected"))
    return (do, data, expected, *numbers)  # type: ignore[return-value]
