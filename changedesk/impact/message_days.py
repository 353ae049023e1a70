"""On which days messages go out: what was sent, what is planned, what was missed."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from changedesk.impact.message_queries import GroupTree, MessageRow
from changedesk.impact.recurrence import DAY, MONTH, WEEK, Occasion, OnDates, Recurring, dates

DRAFT = "draft"
SENT, PLANNED, OVERDUE, UNNOTED, ANNOUNCED = "sent", "planned", "overdue", "unnoted", "announced"
NEEDED_AT_LEAST, NEEDED_AT_MOST = 5, 7
"""So often a message must be heard: METHODS 1.5."""
EARLY = 3
"""So many days before its day a message of a row may go out and still be the one of that day."""
LOOKED_BACK = 3653
"""So many days a row of days is looked back on for those that were missed: ten years."""


@dataclass(frozen=True, order=True)
class Mark:
    """A message on a day: sent, planned, overdue (its day is over and nobody sent it), unnoted (it
    is said to be sent, but nobody noted on which day), or the day that it announces.
    """

    day: date
    code: str
    state: str
    message: int
    title: str


def begins(row: MessageRow) -> date | None:
    """Return the day from which it repeats: its planned day, else the first that is known.

    That is the day on which it first went out, or was written down where its words alone say on
    which days it falls (“Every Monday”). None where nobody can say (“Bi-weekly” alone).
    """
    if row.planned is not None:
        return row.planned
    known = [one.day for one in row.sendings]
    if isinstance(row.meaning, Recurring) and _own_days(row.meaning) and row.written is not None:
        known.append(row.written)
    return min(known, default=None)


def planned_days(row: MessageRow, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last` on which its plan says that it goes out.

    Nothing where the plan names an event only, or a recurrence whose first day nobody has said
    (“Bi-weekly” alone). A recurrence stops on the day that it repeats until.
    """
    meaning = row.meaning
    if isinstance(meaning, Recurring):
        since = begins(row)
        end = min(last, row.ends) if row.ends else last
        return dates(meaning, since, first, end) if since else []
    days = set(dates(meaning, first, first, last))
    if row.planned is not None and first <= row.planned <= last:
        days.add(row.planned)
    return sorted(days)


def open_days(row: MessageRow, first: date, last: date) -> list[date]:
    """Return the planned days from `first` to `last` that no sending has settled.

    One that goes out once is settled by any sending. Of a row of days each sending settles the
    latest before it that is still open; else the next, where it went out a few days early.
    """
    if row.cancelled or (row.sendings and not _repeats(row)):
        return []
    settled = _settled(row)
    return [day for day in planned_days(row, first, last) if day not in settled]


def sent_without_day(row: MessageRow) -> bool:
    """Tell whether it is said to be sent, but nobody noted on which day."""
    return row.status == SENT and not row.sendings


def late_days(row: MessageRow, today: date) -> list[date]:
    """Return the days that are over, and on which it should have gone out and did not."""
    if sent_without_day(row) or _only_thought_of(row):
        return []
    first = _shifted(today, -LOOKED_BACK) if row.recurring else date.min
    return open_days(row, first, _shifted(today, -1))


def _only_thought_of(row: MessageRow) -> bool:
    # A draft of “Every Monday”, as starter kits bring them, is late only once somebody starts it.
    return row.status == DRAFT and row.planned is None and not row.sendings and row.recurring


def without_day(row: MessageRow) -> bool:
    """Tell whether nothing says on which days it goes out."""
    if row.planned is not None or row.sendings or row.cancelled:
        return False
    meaning = row.meaning
    if isinstance(meaning, Recurring):
        return not _own_days(meaning)
    return not isinstance(meaning, OnDates)


def marks(rows: Iterable[MessageRow], first: date, last: date, today: date) -> list[Mark]:
    """Return what stands on each day from `first` to `last`, by day and code."""
    found: set[Mark] = set()
    for row in rows:
        found.update(_marks(row, first, last, today))
    return sorted(found)


def _marks(row: MessageRow, first: date, last: date, today: date) -> Iterable[Mark]:
    for one in row.sendings:
        if first <= one.day <= last:
            yield Mark(one.day, row.code, SENT, row.id, row.title)
    if row.announces is not None and first <= row.announces <= last and not row.cancelled:
        yield Mark(row.announces, row.code, ANNOUNCED, row.id, row.title)
    unnoted = sent_without_day(row)
    start = max(first, today) if _only_thought_of(row) else first
    for day in open_days(row, start, last):
        state = PLANNED if day >= today else OVERDUE
        if unnoted and (day < today or not _repeats(row)):
            state = UNNOTED
        yield Mark(day, row.code, state, row.id, row.title)


def _repeats(row: MessageRow) -> bool:
    return row.recurring or (isinstance(row.meaning, OnDates) and len(row.meaning.days) > 1)


def _settled(row: MessageRow) -> set[date]:
    settled: set[date] = set()
    if not row.sendings:
        return settled
    every = sorted(one.day for one in row.sendings)
    reach = _reach(row.meaning)
    days = planned_days(row, _shifted(every[0], -reach), _shifted(every[-1], EARLY))
    for sent in every:
        place = bisect_right(days, sent)
        before = sent - days[place - 1] if place else timedelta.max
        after = days[place] - sent if place < len(days) else timedelta.max
        if before.days <= reach and days[place - 1] not in settled:
            settled.add(days[place - 1])
        elif after.days <= EARLY and after < before:
            settled.add(days[place])
    return settled


def _reach(meaning: Occasion | None) -> int:
    # How far back the day before may lie: no further than from one day of the row to the next.
    if not isinstance(meaning, Recurring):
        return LOOKED_BACK
    return {DAY: 1, WEEK: 7, MONTH: 35}[meaning.unit] * meaning.step


def _shifted(day: date, days: int) -> date:
    # A day that somebody mistyped may lie at either end of the calendar.
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@dataclass(frozen=True)
class Heard:
    """How often a group has heard about an element, and how often more it is planned to."""

    group: int
    element: str
    sent: int
    planned: int

    @property
    def enough(self) -> bool:
        """Tell whether it is heard as often as it must be."""
        return self.sent + self.planned >= NEEDED_AT_LEAST


def repetitions(
    rows: Iterable[MessageRow], today: date, until: date, tree: GroupTree
) -> list[Heard]:
    """Return for each group and element how often it is heard up to a day.

    Each day on which something goes out counts once; what is meant for a group above reaches it
    too. Messages without an element, and groups that no message names, are left out.
    """
    rows = list(rows)
    named = {group for row in rows for group in row.groups}
    heard: dict[tuple[int, str], tuple[set[date], set[date]]] = {}
    for row in rows:
        if not row.element:
            continue
        sent = {one.day for one in row.sendings if one.day <= until}
        coming: set[date] = set()
        if today <= until and (_repeats(row) or row.status != SENT):
            coming = set(open_days(row, today, until))
        for group in (one for one in named if tree.reached(one, row.groups)):
            before, after = heard.setdefault((group, row.element), (set(), set()))
            before |= sent
            after |= coming
    return [
        Heard(group, element, len(before), len(after - before))
        for (group, element), (before, after) in sorted(heard.items())
    ]


def _own_days(meaning: Recurring) -> bool:
    """Tell whether the words alone say on which days it falls."""
    if meaning.unit == MONTH:
        says = bool(meaning.nth or meaning.days)
        return says and (meaning.step == 1 or meaning.of_quarter is not None)
    return meaning.step == 1 and (meaning.unit == DAY or bool(meaning.weekdays))
