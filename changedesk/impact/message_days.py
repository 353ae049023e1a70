"""On which days messages go out: what was sent, what is planned, what was missed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from changedesk.impact.message_queries import GroupTree, MessageRow
from changedesk.impact.recurrence import DAY, MONTH, AtEvent, Recurring, dates

SENT, PLANNED, OVERDUE, UNNOTED, ANNOUNCED = "sent", "planned", "overdue", "unnoted", "announced"
NEEDED_AT_LEAST, NEEDED_AT_MOST = 5, 7
"""So often a message must be heard: METHODS 1.5."""


@dataclass(frozen=True, order=True)
class Mark:
    """A message on a day: sent, planned, overdue (once, and it did not go out), unnoted (one of a
    row of days that nobody noted), or the day that it announces.
    """

    day: date
    code: str
    state: str
    message: int
    title: str


def planned_days(row: MessageRow, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last` on which its plan says that it goes out.

    Nothing where the plan names an event only, or a recurrence whose first day nobody has said
    (“Bi-weekly” alone). A recurrence stops on the day that it repeats until.
    """
    meaning = row.meaning
    if isinstance(meaning, Recurring):
        begins = row.planned or (first if _own_days(meaning) else None)
        end = min(last, row.ends) if row.ends else last
        return dates(meaning, begins, first, end) if begins else []
    days = set(dates(meaning, first, first, last))
    if row.planned is not None and first <= row.planned <= last:
        days.add(row.planned)
    return sorted(days)


def without_day(row: MessageRow) -> bool:
    """Tell whether nothing says on which days it goes out."""
    if row.planned is not None or row.sendings or row.cancelled:
        return False
    meaning = row.meaning
    if isinstance(meaning, Recurring):
        return not _own_days(meaning)
    return meaning is None or isinstance(meaning, AtEvent)


def marks(rows: Iterable[MessageRow], first: date, last: date, today: date) -> list[Mark]:
    """Return what stands on each day from `first` to `last`, by day and code."""
    found: set[Mark] = set()
    for row in rows:
        found.update(_marks(row, first, last, today))
    return sorted(found)


def _marks(row: MessageRow, first: date, last: date, today: date) -> Iterable[Mark]:
    sent = {one.day for one in row.sendings}
    for day in sent:
        if first <= day <= last:
            yield Mark(day, row.code, SENT, row.id, row.title)
    if row.announces is not None and first <= row.announces <= last and not row.cancelled:
        yield Mark(row.announces, row.code, ANNOUNCED, row.id, row.title)
    if row.cancelled:
        return
    for day in planned_days(row, first, last):
        if day in sent or (not row.recurring and (sent or row.status == SENT)):
            continue
        state = PLANNED if day >= today else UNNOTED if row.recurring else OVERDUE
        if state == UNNOTED and row.planned is None:
            continue
        yield Mark(day, row.code, state, row.id, row.title)


def is_overdue(row: MessageRow, today: date) -> bool:
    """Tell whether it was to go out once, and did not."""
    late = row.planned is not None and row.planned < today
    done = row.sendings or row.status in (SENT, "cancelled")
    return late and not row.recurring and not done


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
        if not row.cancelled and today <= until and (row.recurring or row.status != SENT):
            coming = set(planned_days(row, today, until)) - sent
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
        return meaning.nth is not None and (meaning.step == 1 or meaning.of_quarter is not None)
    return meaning.step == 1 and (meaning.unit == DAY or bool(meaning.weekdays))
