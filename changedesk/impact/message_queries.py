"""What a person can ask about communications: to whom, when, and what went out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from changedesk.impact.records import Communication, MessageSent
from changedesk.impact.recurrence import Occasion, Recurring
from changedesk.impact.recurrence_phrases import understand
from changedesk.people.groups import cut
from changedesk.people.links import ADDRESSES, links
from changedesk.people.records import BusyPeriod, Group
from changedesk.store.clock import stamp_ms
from changedesk.store.workspace import Workspace


@dataclass(frozen=True)
class Sending:
    """That a message went out on a day; what is not known of its reach is None."""

    id: int
    day: date
    recipients: int | None
    opened: int | None
    attended: int | None


@dataclass(frozen=True)
class MessageRow:
    """A communication as calendar, checks and gaps need it.

    `groups` are those it is meant for, as it says; days are None where there is none. `written` is
    the day on which it was written down, read only where words are all that says when it goes out.
    """

    id: int
    code: str
    title: str
    element: str
    message: str
    sender: str
    channel: str
    occasion: str
    planned: date | None
    ends: date | None
    announces: date | None
    status: str
    groups: frozenset[int]
    sendings: tuple[Sending, ...]
    written: date | None = None

    @cached_property
    def meaning(self) -> Occasion | None:
        """Return what its words about the time mean."""
        return understand(self.occasion)

    @property
    def recurring(self) -> bool:
        """Tell whether it goes out again and again."""
        return isinstance(self.meaning, Recurring)

    @property
    def cancelled(self) -> bool:
        """Tell whether it will not go out any more."""
        return self.status == "cancelled"


@dataclass(frozen=True)
class BusyDays:
    """Days on which little can be asked of a group, or with None of everybody."""

    group: int | None
    first: date
    last: date
    why: str


def messages(workspace: Workspace, project: int) -> list[MessageRow]:
    """Return the communications of a project by code, with what went out of each."""
    c = Communication
    with workspace.snapshot():
        addressed = links(workspace, ADDRESSES)
        sent = _sendings(workspace, project)
        query = c.select(
            c.id, c.code, c.title, c.element, c.message, c.sender, c.channel, c.occasion,
            c.planned, c.ends, c.announces, c.status,
        ).where(c.project == project)  # fmt: skip
        rows = workspace.rows(query.order_by(c.planned, c.code))
        written = _written(workspace, project)
    found = [
        MessageRow(
            row.id, row.code, row.title, row.element, row.message, row.sender, row.channel,
            row.occasion, day_of(row.planned), day_of(row.ends), day_of(row.announces),
            row.status, frozenset(addressed.get(row.id, ())), tuple(sent.get(row.id, ())),
            written.get(row.id),
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda row: (len(row.code), row.code))


def _sendings(workspace: Workspace, project: int) -> dict[int, list[Sending]]:
    m = MessageSent
    query = (
        m.select(m.id, m.communication, m.sent, m.recipients, m.opened, m.attended)
        .join(Communication, on=(m.communication == Communication.id))
        .where(Communication.project == project)
        .order_by(m.sent, m.id)
    )
    found: dict[int, list[Sending]] = defaultdict(list)
    for row in workspace.rows(query):
        day = day_of(row.sent)
        if day is not None:
            one = Sending(row.id, day, row.recipients, row.opened, row.attended)
            found[row.communication].append(one)
    return found


def _written(workspace: Workspace, project: int) -> dict[int, date]:
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT c.id, o.hlc FROM communication c JOIN entity e ON e.id = c.id "
            "JOIN op o ON o.id = e.op WHERE c.project_id = ? AND c.occasion <> '' "
            "AND COALESCE(c.planned, '') = ''",
            (project,),
        )
    return {key: _local_day(stamp_ms(hlc)) for key, hlc in rows}


def _local_day(ms: int) -> date:
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone().date()


def busy_days(workspace: Workspace) -> list[BusyDays]:
    """Return the busy periods of all groups by their first day."""
    b = BusyPeriod
    query = b.select(b.group, b.starts, b.ends, b.why).order_by(b.starts, b.id)
    found = []
    for row in workspace.rows(query):
        first, last = day_of(row.starts), day_of(row.ends)
        if first is not None and last is not None and first <= last:
            found.append(BusyDays(row.group, first, last, row.why))
    return found


@dataclass(frozen=True)
class GroupTree:
    """The names of groups, and for each the ones that it is part of, itself first."""

    names: Mapping[int, str]
    above: Mapping[int, tuple[int, ...]]

    def reached(self, group: int, addressed: frozenset[int]) -> bool:
        """Tell whether a message for some groups reaches a group: one of them holds it."""
        return any(one in addressed for one in self.above.get(group, (group,)))


def group_tree(workspace: Workspace) -> GroupTree:
    """Return all groups with what each is part of."""
    rows = workspace.rows(Group.select(Group.id, Group.name, Group.parent))
    parents = cut({row.id: row.parent for row in rows})
    above = {row.id: _above(row.id, parents) for row in rows}
    return GroupTree({row.id: row.name for row in rows}, above)


def _above(group: int, parents: Mapping[int, int | None]) -> tuple[int, ...]:
    line: list[int] = []
    here: int | None = group
    while here is not None and here not in line:
        line.append(here)
        here = parents.get(here)
    return tuple(line)


def day_of(text: str) -> date | None:
    """Return the day of an ISO text, None for what is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
