"""Which hard impacts nobody is told of in time, and what in the plan of messages does not fit.

An impact is hard from severity 3 on, as the project sees it. A message answers it where the two
are linked, or where it is meant for the impact's group (or a group above that) and serves
awareness, desire or knowledge: what must be there before the change starts. It counts if it went
out before the start, or is planned before it and can still go out. Where nobody knows the start,
it counts once it went out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from changedesk.impact.message_days import (
    late_days,
    marks,
    open_days,
    sent_without_day,
    without_day,
)
from changedesk.impact.message_queries import (
    BusyDays,
    GroupTree,
    MessageRow,
    busy_days,
    day_of,
    group_tree,
    messages,
)
from changedesk.impact.queries import ImpactRow, impacts, is_hard
from changedesk.impact.recurrence import Unclear
from changedesk.people.links import MITIGATED_BY, links
from changedesk.people.records import Project
from changedesk.store.workspace import Workspace

BEFORE_START = frozenset(("A", "D", "K"))
LINK, AUDIENCE = "link", "audience"
NOTHING = "nothing"
OVERDUE, UNNOTED, NO_START, UNDATED, TOO_LATE = (
    "overdue", "unnoted", "no_start", "undated", "too_late",
)  # fmt: skip
_WHYS = (OVERDUE, UNNOTED, NO_START, UNDATED, TOO_LATE)
SOON = timedelta(days=3)
YEAR = timedelta(days=366)
LATE, CROWDED, BUSY, UNAPPROVED, NO_AUDIENCE, MISSED, NO_DAY = (
    "late", "crowded", "busy", "unapproved", "no_audience", "missed", "no_day",
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """A message that tells of an impact: how it is tied to it, and when it does.

    `why` is "" where that is in time; else one of: overdue (since `day`), unnoted (sent, nobody
    noted when), no_start (nobody knows when the impact starts), undated, too_late.
    """

    message: int
    code: str
    by: str
    day: date | None
    sent: bool
    why: str = ""


@dataclass(frozen=True)
class Told:
    """A hard impact and what tells of it before it starts; without any of that it is a gap.

    `why` is "" where it is told in time; else nothing, or what keeps the nearest of `others` from
    counting: see `Answer`. `starts` is None where nobody knows the start.
    """

    impact: int
    code: str
    title: str
    group: str
    severity: int
    starts: date | None
    answers: tuple[Answer, ...]
    others: tuple[Answer, ...]
    why: str

    @property
    def gap(self) -> bool:
        """Tell whether nobody is told in time."""
        return bool(self.why)

    @property
    def sent(self) -> bool:
        """Tell whether something went out already."""
        return any(answer.sent for answer in self.answers)

    @property
    def nearest(self) -> tuple[Answer, ...]:
        """Return the messages that `why` speaks of."""
        return tuple(answer for answer in self.others if answer.why == self.why)


@dataclass(frozen=True)
class Clash:
    """Something in the plan that does not fit, with the reason in one line."""

    rule: str
    message: int
    code: str
    title: str
    day: date | None
    reason: str


@dataclass(frozen=True)
class MessagePlan:
    """Everything that is read for the calendar at once."""

    rows: tuple[MessageRow, ...]
    busy: tuple[BusyDays, ...]
    tree: GroupTree
    told: tuple[Told, ...]
    clashes: tuple[Clash, ...]
    go_live: date | None


def message_plan(workspace: Workspace, project: int, today: date) -> MessagePlan:
    """Return messages, busy days, what is told and what does not fit, of one project."""
    with workspace.snapshot():
        rows = messages(workspace, project)
        busy = busy_days(workspace)
        tree = group_tree(workspace)
        hits = impacts(workspace, project)
        linked = links(workspace, MITIGATED_BY)
        live = day_of(workspace.get(Project, project).go_live)
    hard = told_of(hits, rows, linked, tree, live, today)
    wrong = clashes(rows, busy, tree, today)
    return MessagePlan(tuple(rows), tuple(busy), tree, tuple(hard), tuple(wrong), live)


def told_of(
    hits: Iterable[ImpactRow],
    rows: Sequence[MessageRow],
    linked: Mapping[int, set[int]],
    tree: GroupTree,
    go_live: date | None,
    today: date,
) -> list[Told]:
    """Return every hard impact with what tells of it, gaps first, then the earliest start.

    Where an impact has no start of its own, go-live is its start.
    """
    hard = [(hit, day_of(hit.starts) or go_live) for hit in hits if is_hard(hit)]
    last = max((starts for _, starts in hard if starts is not None), default=today) + YEAR
    times = {row.id: _times(row, today, max(last, today + YEAR)) for row in rows}
    found = []
    for hit, starts in hard:
        every = _answers(hit, rows, times, linked.get(hit.id, set()), tree, starts)
        by_why: dict[str, list[Answer]] = defaultdict(list)
        for answer in every:
            by_why[answer.why].append(answer)
        good = tuple(by_why[""])
        others = tuple(answer for why in _WHYS for answer in by_why[why])
        why = "" if good else others[0].why if others else NOTHING
        found.append(
            Told(
                hit.id, hit.code, hit.title, hit.group_name, hit.severity or 0, starts, good,
                others, why,
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: (not one.gap, one.starts or date.max, one.code))


def clashes(
    rows: Sequence[MessageRow], busy: Sequence[BusyDays], tree: GroupTree, today: date
) -> list[Clash]:
    """Return what does not fit in the plan, by day and code."""
    found = [clash for row in rows for clash in _own(row, today)]
    found += _crowded(rows, tree, today)
    found += [clash for row in rows for clash in _in_busy(row, busy, tree, today)]
    return sorted(found, key=lambda one: (one.day or date.max, one.code, one.rule))


@dataclass(frozen=True)
class _Times:
    """When a message went out first, goes out next, and since when it should have gone out."""

    today: date
    sent: date | None
    unnoted: bool
    coming: date | None
    late: date | None


def _times(row: MessageRow, today: date, last: date) -> _Times:
    unnoted = sent_without_day(row)
    done = unnoted and not row.recurring
    return _Times(
        today,
        min((one.day for one in row.sendings), default=None),
        unnoted,
        None if done else next(iter(open_days(row, today, last)), None),
        next(iter(late_days(row, today)), None),
    )


def _answers(
    hit: ImpactRow,
    rows: Sequence[MessageRow],
    times: Mapping[int, _Times],
    linked: set[int],
    tree: GroupTree,
    starts: date | None,
) -> Iterator[Answer]:
    for row in rows:
        reaches = hit.group is not None and tree.reached(hit.group, row.groups)
        by = LINK if row.id in linked else AUDIENCE
        if by == AUDIENCE and not (reaches and row.element in BEFORE_START):
            continue
        day, sent, why = _fits(times[row.id], starts)
        if not row.cancelled or (sent and not why):
            yield Answer(row.id, row.code, by, day, sent, why)


def _fits(when: _Times, starts: date | None) -> tuple[date | None, bool, str]:
    """Return on which day it tells, whether it went out, and "" or why it is not in time."""
    if when.sent is not None and (starts is None or when.sent < starts):
        return when.sent, True, ""
    # What went out by today went out before what starts later, whatever its day.
    if when.unnoted and (starts is None or when.today < starts):
        return None, True, ""
    if when.coming is not None and starts is not None and when.coming < starts:
        return when.coming, False, ""
    if when.sent is not None:
        return when.sent, True, TOO_LATE
    if when.unnoted:
        return None, True, UNNOTED
    if when.late is not None:
        return when.late, False, OVERDUE
    if when.coming is not None:
        return when.coming, False, TOO_LATE if starts is not None else NO_START
    return None, False, UNDATED


def _own(row: MessageRow, today: date) -> Iterator[Clash]:
    if row.cancelled:
        return

    def clash(rule: str, day: date | None, reason: str) -> Clash:
        return Clash(rule, row.id, row.code, row.title, day, reason)

    if row.announces is not None:
        first = min((one.day for one in row.sendings), default=row.planned)
        if first is not None and first > row.announces:
            yield clash(LATE, first, f"It speaks of {row.announces} but goes out on {first}.")
    late = late_days(row, today)
    if late:
        days = f"on {late[0]}" if len(late) == 1 else f"on {len(late)} days since {late[0]}"
        yield clash(MISSED, late[0], f"It was to go out {days}; nothing says so.")
    elif row.planned is not None and row.planned <= today + SOON and _waits(row):
        yield clash(UNAPPROVED, row.planned, f"Due on {row.planned} and not approved yet.")
    if not row.groups:
        yield clash(NO_AUDIENCE, row.planned, "No group is named that it is meant for.")
    if without_day(row) or isinstance(row.meaning, Unclear):
        yield clash(NO_DAY, row.planned, _why_no_day(row))


def _why_no_day(row: MessageRow) -> str:
    said = f"“{row.occasion}”"
    if isinstance(row.meaning, Unclear):
        but = f" but {row.planned}" if row.planned else ""
        return f"{said} gives no days{but}: write {row.meaning.instead}."
    if sent_without_day(row):
        return "It is sent, but no day is noted."
    if row.recurring:
        return f"{said} counts from a first day: give it a planned day."
    if row.meaning is not None:
        return f"{said} is no day: give it a planned day once that is known."
    return "Nothing says on which day it goes out."


def _waits(row: MessageRow) -> bool:
    return row.status in ("draft", "review") and not row.sendings


def _crowded(rows: Sequence[MessageRow], tree: GroupTree, today: date) -> Iterator[Clash]:
    """Yield messages that reach the same group on the same day; those in a row do not count."""
    by_place: dict[tuple[date, int], list[MessageRow]] = defaultdict(list)
    for row in rows:
        once = not row.recurring and not sent_without_day(row)
        for day in open_days(row, today, date.max) if once else ():
            for group in row.groups:
                by_place[day, group].append(row)
    told: set[tuple[date, int]] = set()
    for (day, group), here in sorted(by_place.items(), key=lambda one: one[0]):
        if len(here) < 2 or (day, here[0].id) in told:
            continue
        told.add((day, here[0].id))
        codes = ", ".join(row.code for row in here[1:])
        name = tree.names.get(group, "")
        reason = f"{name} gets {codes} on the same day."
        yield Clash(CROWDED, here[0].id, here[0].code, here[0].title, day, reason)


def _in_busy(
    row: MessageRow, busy: Sequence[BusyDays], tree: GroupTree, today: date
) -> Iterator[Clash]:
    if row.recurring:
        return
    for mark in marks([row], today, date.max, today):
        if mark.state != "planned":
            continue
        for one in busy:
            hit = one.group is None or any(
                one.group in tree.above.get(group, (group,)) for group in row.groups
            )
            if hit and one.first <= mark.day <= one.last:
                who = tree.names.get(one.group, "") if one.group is not None else "everybody"
                why = f": {one.why}" if one.why else ""
                reason = f"A busy time for {who}{why}."
                yield Clash(BUSY, row.id, row.code, row.title, mark.day, reason)
