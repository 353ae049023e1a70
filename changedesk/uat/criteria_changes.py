"""What was changed in the criteria of a cycle after it was opened, as the journal tells it.

Criteria are agreed before the testing: whoever signs must see which of them were changed since.
"""

from dataclasses import dataclass

from changedesk.store.clock import stamp_ms
from changedesk.store.heads import first_texts, journal_texts
from changedesk.store.history import HistoryLine
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Criterion

RULE_FIELDS = ("kind", "wording", "measure", "operator", "target", "scope")
_MANY = 100_000


@dataclass(frozen=True)
class CriterionChange:
    """One change: `what` is made, changed, withdrawn or back; old and new are as journalled."""

    when_ms: int
    who: str
    criterion: int
    text: str
    what: str
    field: str
    old: str
    new: str


def opened_at(workspace: Workspace, cycle: int) -> int | None:
    """Return when (ms) a cycle was first opened; None when it never was."""
    with workspace.connected() as sql:
        made = sql.value(
            "SELECT o.hlc FROM entity e JOIN op o ON o.id = e.op WHERE e.id = ?", (cycle,)
        )
        if first_texts(sql, [cycle])[cycle].get("status") in ("open", "closed"):
            return stamp_ms(made)
        stamp = sql.value(
            "SELECT MIN(hlc) FROM op WHERE ent = ? AND field = 'status' AND val = 'open'", (cycle,)
        )
    return None if stamp is None else stamp_ms(stamp)


def changes_after_opening(workspace: Workspace, cycle: int) -> list[CriterionChange]:
    """Return what was changed in the rules of a cycle since it was opened, oldest first.

    Ticks and waivers are no changes of a rule: they are told beside it.
    """
    opened = opened_at(workspace, cycle)
    if opened is None:
        return []
    names = _criteria_ever(workspace, cycle)
    lines = workspace.record_history(sorted(names), limit=_MANY)
    return [
        CriterionChange(
            line.when_ms, line.who, line.record_id, names[line.record_id], line.what, line.field,
            line.old, line.new,
        )
        for line in reversed(lines)
        if line.when_ms > opened and _of_the_rule(line)
    ]  # fmt: skip


def _of_the_rule(line: HistoryLine) -> bool:
    return line.what != "changed" or line.field in RULE_FIELDS


def _criteria_ever(workspace: Workspace, cycle: int) -> dict[int, str]:
    # By their wording, withdrawn ones too: taking a rule away is the greatest change of it.
    uid = workspace.uid_of(cycle)
    with workspace.connected() as sql:
        keys = [
            key
            for (key,) in sql.rows(
                "SELECT id FROM entity WHERE type = ?", (Criterion.about.type_name,)
            )
        ]
        texts = journal_texts(sql, keys)
    return {
        key: told.get("wording") or "" for key, told in texts.items() if told.get("cycle") == uid
    }
