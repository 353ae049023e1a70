"""What a person does with communications: plan, approve, send, say whom each is meant for."""

from collections.abc import Collection, Iterable
from typing import Any

from changedesk.impact.records import Communication, MessageSent
from changedesk.people.days import today
from changedesk.people.group_counts import counted_once
from changedesk.people.links import ADDRESSES, link, links, unlink
from changedesk.people.records import Group
from changedesk.store.errors import UserError
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace

DRAFT, REVIEW, APPROVED, SENT, CANCELLED = "draft", "review", "approved", "sent", "cancelled"


def add_communication(
    workspace: Workspace, project: int, title: str, groups: Iterable[int] = (), **fields: Any
) -> int:
    """Add a communication meant for some groups and return its key. One undoable change."""
    with workspace.change(f"Add communication {clean(title)}") as change:
        made = change.add(Communication(project=project, title=title, **fields))
        link(workspace, change, ADDRESSES, [(made.id, group) for group in groups])
        return int(made.id)


def set_audience(workspace: Workspace, communication: int, groups: Collection[int]) -> bool:
    """Say which groups a communication is meant for; tell whether that was new."""
    row = _communication(workspace, communication)
    before = links(workspace, ADDRESSES).get(communication, set())
    fresh, gone = set(groups) - before, before - set(groups)
    if not fresh and not gone:
        return False
    with workspace.change(f"Choose who {row.code} is for") as change:
        unlink(workspace, change, ADDRESSES, {(communication, group) for group in gone})
        link(workspace, change, ADDRESSES, [(communication, group) for group in sorted(fresh)])
    return True


def approve(workspace: Workspace, keys: Collection[int]) -> int:
    """Approve drafts and what is in review; return how many. One undoable change."""
    rows = [row for row in _rows(workspace, keys) if row.status in (DRAFT, REVIEW)]
    if rows:
        with workspace.change(f"Approve {_said(rows)}") as change:
            change.set_many(Communication, {row.id: {"status": APPROVED} for row in rows})
    return len(rows)


def mark_sent(
    workspace: Workspace,
    keys: Collection[int],
    day: str = "",
    *,
    recipients: int | None = None,
    opened: int | None = None,
    attended: int | None = None,
    remark: str = "",
) -> list[int]:
    """Record that communications went out on a day (today if empty), and whom they reached.

    A reach that is not known stays unknown. Returns the keys of the records; one undoable change.
    Raises UserError for a cancelled one, or where more opened it or came than got it.
    """
    rows = _rows(workspace, keys)
    if not rows:
        raise UserError("Choose a communication first.")
    for row in rows:
        if row.status == CANCELLED:
            raise UserError(f"{row.code} is cancelled: change its status before you send it.")
    _check_reach(recipients, opened, attended)
    told = {
        "sent": day or today(workspace), "recipients": recipients, "opened": opened,
        "attended": attended, "remark": clean(remark),
    }  # fmt: skip
    with workspace.change(f"Send {_said(rows)}") as change:
        made = change.add_many(MessageSent, [{"communication": row.id, **told} for row in rows])
        fresh = {row.id: {"status": SENT} for row in rows if row.status != SENT}
        if fresh:
            change.set_many(Communication, fresh)
    return made


def likely_recipients(workspace: Workspace, communication: int) -> int | None:
    """Return how many people its groups have together; None where nobody knows that of all."""
    groups = links(workspace, ADDRESSES).get(communication, set())
    rows = workspace.rows(Group.select(Group.id, Group.headcount, Group.parent)) if groups else []
    counts = {row.id: row.headcount for row in rows if row.id in groups}
    known = {key: int(count) for key, count in counts.items() if count is not None}
    if not known or len(known) < len(counts):
        return None
    once = counted_once(known, {row.id: row.parent for row in rows})
    return sum(known[key] for key in once)


def _check_reach(recipients: int | None, opened: int | None, attended: int | None) -> None:
    for count, words in ((opened, "opened it"), (attended, "came")):
        if count is not None and recipients is not None and count > recipients:
            raise UserError(f"{count} {words}, but only {recipients} got it: check the numbers.")


def _rows(workspace: Workspace, keys: Collection[int]) -> list[Communication]:
    c = Communication
    query = c.select(c.id, c.code, c.title, c.status).where(c.id.in_(list(keys)))
    found: list[Communication] = workspace.rows(query.order_by(c.id))
    return found


def _communication(workspace: Workspace, key: int) -> Communication:
    found = _rows(workspace, [key])
    if not found:
        raise UserError("This communication is no longer there: somebody took it out.")
    return found[0]


def _said(rows: list[Communication]) -> str:
    return f"“{rows[0].title}”" if len(rows) == 1 else f"{len(rows)} communications"
