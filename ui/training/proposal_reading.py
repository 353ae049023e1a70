"""What the proposal of a schedule shows, made on a worker: lines of text, ready to be painted."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from changedesk.store.workspace import Workspace
from changedesk.training.courses import CourseRow, courses
from changedesk.training.proposal_limits import Limit, limits
from changedesk.training.proposal_reading import Wish
from changedesk.training.proposals import Draft, draft
from changedesk.training.sessions import sessions
from ui.i18n import QT_TRANSLATE_NOOP
from ui.records.values import date_text
from ui.training.words import when
from ui.uat.lean_table import Row

_REASONS = {
    "blackout": ("▲", QT_TRANSLATE_NOOP("Proposal", "Busy period")),
    "shift": ("◔", QT_TRANSLATE_NOOP("Proposal", "Off shift")),
    "prerequisite": ("➔", QT_TRANSLATE_NOOP("Proposal", "Another course comes first")),
    "twice": ("✖", QT_TRANSLATE_NOOP("Proposal", "In two places")),
    "share": ("⚠", QT_TRANSLATE_NOOP("Proposal", "Too many of the group away")),
    "seat": ("—", QT_TRANSLATE_NOOP("Proposal", "No seat")),
}


@dataclass(frozen=True)
class Choices:
    """The courses to choose from, those of the sessions in hand, and the zone of the project."""

    courses: tuple[CourseRow, ...]
    zone: str


@dataclass(frozen=True)
class Preview:
    """A draft in lines: sessions, the names in each, shares of groups, who has no place.

    `limits` are sentences of what stands in the way whatever is tried.
    """

    number: int
    draft: Draft
    sessions: tuple[Row, ...]
    names: dict[int, str]
    groups: tuple[Row, ...]
    unplaced: tuple[Row, ...]
    limits: tuple[str, ...] = ()


def read_choices(workspace: Workspace, project: int) -> Choices:
    """Return what the dialog offers; on a worker."""
    zones = [row.time_zone for row in sessions(workspace, project) if row.time_zone]
    rows = [row for row in courses(workspace, project) if row.status != "retired"]
    return Choices(tuple(rows), zones[-1] if zones else "")


def read_preview(workspace: Workspace, project: int, wish: Wish, number: int) -> Preview:
    """Return what a wish would lead to; on a worker."""
    made = draft(workspace, project, wish)
    inside = made.inside()
    names = {slot.id: _names(made, inside.get(slot.id, [])) for slot in made.slots}
    return Preview(number, made, _sessions(made), names, _groups(made), _unplaced(made),
                   tuple(limit_words(one) for one in limits(made)))  # fmt: skip


def limit_words(limit: Limit) -> str:
    """Return the sentence that says what stands in the way, and by how much."""
    say = QCoreApplication.translate
    if limit.kind == "hours":
        told = say("Proposal", "{0} takes {1} minutes and the hours given have {2}: {3} too few.")
        return told.format(limit.name, limit.asked, limit.there, limit.asked - limit.there)
    if limit.kind == "sessions":
        told = say("Proposal", "{0}: sessions needed for all who must come: {1}, planned: {2}.")
        return told.format(limit.name, limit.asked, limit.there)
    if limit.kind == "away":
        told = say("Proposal", "{0}: nobody may be away, its share of {1} is less than one person.")
        return told.format(limit.name, limit.asked)
    if limit.ready:
        told = say("Proposal", "{0}: its materials are ready on {1}, after the last day.")
        return told.format(limit.name, date_text(limit.ready))
    return say("Proposal", "{0}: no day for it lies between the first and the last.").format(
        limit.name
    )


def _names(made: Draft, people: list[int]) -> str:
    groups, names = made.frame.groups, made.frame.people
    told = [
        f"{names[one]} ({groups[made.frame.group_of[one]]})"
        if one in made.frame.group_of else names[one]
        for one in people
    ]  # fmt: skip
    return " · ".join(sorted(told, key=str.casefold))


def _sessions(made: Draft) -> tuple[Row, ...]:
    say = QCoreApplication.translate
    inside, rows = made.inside(), []
    for slot in made.slots:
        people = inside.get(slot.id, [])
        seats = f"{len(people)}/{slot.seats}" if slot.seats is not None else str(len(people))
        code = made.frame.codes.get(slot.id) or "+ " + say("Proposal", "new")
        counts: dict[str, int] = {}
        for one in people:
            group = made.frame.groups.get(made.frame.group_of.get(one, 0), "–")
            counts[group] = counts.get(group, 0) + 1
        told = " · ".join(f"{name} {counts[name]}" for name in sorted(counts, key=str.casefold))
        moment = when(slot.starts * 60_000, made.wish.zone)
        moment = moment.removesuffix(f" ({made.wish.zone})")
        texts = (code, moment, made.frame.courses[slot.course], seats, told)
        rows.append(Row(texts, slot.id))
    return tuple(rows)


def _groups(made: Draft) -> tuple[Row, ...]:
    rows = []
    for group, (most, moment) in made.away_at_once().items():
        size, limit = made.frame.sizes[group], made.frame.instance.most[group]
        share = f"{100 * most // size} %" if size else "–"
        at = when(moment * 60_000, made.wish.zone) if moment is not None else "–"
        code = "" if most <= limit else "blocked"
        rows.append(
            Row(
                (made.frame.groups[group], str(size), str(limit), str(most), share, at), group, code
            )
        )
    return tuple(sorted(rows, key=lambda row: row.texts[0].casefold()))


def _unplaced(made: Draft) -> tuple[Row, ...]:
    rows = []
    for one in made.proposal.unplaced:
        glyph, words = _REASONS[one.reason]
        rows.append(
            Row(
                (
                    made.frame.people[one.person],
                    made.frame.groups.get(made.frame.group_of.get(one.person, 0), ""),
                    made.frame.courses[one.course],
                    f"{glyph} {QCoreApplication.translate('Proposal', words)}",
                ),
                (one.person, one.course),
                "blocked",
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.texts[2], row.texts[1], row.texts[0])))
