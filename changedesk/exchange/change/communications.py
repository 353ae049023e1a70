"""Reads communication plans: what is said to whom, why, how, when and by whom."""

import re

from changedesk.exchange import dates
from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import (
    Gathering,
    code_in,
    kept_values,
    names_in,
    state_in,
    titled,
)
from changedesk.exchange.change.states import MESSAGES
from changedesk.exchange.change.tables import ChangeTable, TableRow, table_rows

_ELEMENTS = tuple(
    (code, re.compile(words))
    for code, words in (
        ("A", r"^a$|awareness"), ("D", r"^d$|desire"), ("K", r"^k$|knowledge"),
        ("A2", r"^a2$|ability"), ("R", r"^r$|reinforce"),
    )
)  # fmt: skip


def read_communications(table: ChangeTable, work: Gathering) -> None:
    """Take each row that says something; a row of a role alone says nothing yet."""
    rows = list(table_rows(table, work.tally))
    stamps = [text for row in rows for _, text in row.all("occasion")]
    order = work.asked.date_order or dates.order_of(stamps)[0]
    for row in rows:
        said = [
            text
            for name in ("title", "message", "why", "occasion", "channel", "sender", "owner")
            if (text := row.text(name))
        ]
        if not said:
            work.skip(row, "it names an audience and nothing that is said to it")
            continue
        title = titled(
            row.text("title") or row.text("message") or row.text("why") or row.text("audience")
        )
        if not title:
            work.reject(row, "it says neither what is said nor to whom")
            continue
        work.made(_draft(table, row, title, order, work))


def _draft(
    table: ChangeTable, row: TableRow, title: str, order: dates.Order | None, work: Gathering
) -> ChangeDraft:
    occasions = [text for _, text in row.all("occasion")]
    days = [day for text in occasions if (day := dates.parse(text, order))]
    words = [text for text in occasions if not dates.parse(text, order)]
    audience = "\n".join(text for _, text in row.all("audience"))
    message = row.text("message")
    values = kept_values(
        title=title,
        audience=", ".join(names_in(audience)),
        message=message if message and titled(message) != title else _rest(row, message),
        channel=titled(row.text("channel")),
        occasion=titled("; ".join(words)),
        planned=days[0].isoformat() if days else "",
        sender=titled(row.text("sender")),
        approver=titled(row.text("approver")),
        owner=titled(row.text("owner")),
        feedback=titled(row.text("feedback")),
        element=code_in(row.text("element"), _ELEMENTS),
        status=state_in(row, MESSAGES, "message_state", work),
        remark="\n".join(text for _, text in row.all("remark")),
    )
    taken = [
        "id", "title", "audience", "message", "why", "channel", "occasion", "sender", "approver",
        "owner", "feedback", "remark",
    ]  # fmt: skip
    key = work.key(table.form(), row.text("id"), f"{title}|{audience}")
    return ChangeDraft(
        "communication", title, row.where, row.text("id"), key, values,
        {"group": names_in(audience)}, (),
        row.further(*taken, *(name for name in ("element", "status") if name in values)),
    )  # fmt: skip


def _rest(row: TableRow, message: str) -> str:
    """Return why it is said; where the message is the title, the message in full."""
    why = row.text("why")
    if message and not why:
        return message
    return why if titled(why) != titled(row.text("title") or message) else ""
