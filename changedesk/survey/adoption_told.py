"""What the adoption documents say, in rows and sentences, from one snapshot."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

from changedesk.office.identity import Identity
from changedesk.office.layout import Block, Chart, Choice, Column, Figure, Signer
from changedesk.office.palette import Tone
from changedesk.office.word_values import zone
from changedesk.people.records import Project
from changedesk.store.workspace import Workspace
from changedesk.survey.adoption import (
    ENOUGH,
    NO_ACTUAL,
    NO_BASELINE,
    NO_TARGET,
    NOT_SET,
    REACHED,
    REACHED_UNSURE,
    REALISED,
    SAME_AS_BASELINE,
    SHORT,
    SHORT_UNSURE,
    UNMEASURED,
    WRONG_SIDE,
)
from changedesk.survey.adoption_queries import (
    Adoption,
    BenefitState,
    Effective,
    MeasureState,
    Point,
    adoption,
)
from changedesk.survey.figure_words import NOTHING, counted, full_share, percent
from changedesk.survey.records import Measure
from changedesk.survey.statistics.estimates import Estimate

STANDINGS = {
    REACHED: "✔ reached",
    REACHED_UNSURE: "✔ reached, not surely",
    SHORT_UNSURE: "◐ short, not surely",
    SHORT: "✖ short of it",
    UNMEASURED: "○ not measured yet",
    NO_TARGET: "– no target",
}
REALISED_WORDS = {
    NO_BASELINE: "cannot be told: nobody measured the baseline",
    NOT_SET: "cannot be told: no target is set",
    SAME_AS_BASELINE: "cannot be told: the target is the baseline",
    WRONG_SIDE: "cannot be told: the target lies on the wrong side of the baseline",
    NO_ACTUAL: "not read yet",
}
DECISIONS = (
    Choice("approved", "Approved", "✔"),
    Choice("approved_with_conditions", "Approved with conditions", "✔*"),
    Choice("rejected", "Rejected", "✖"),
)
METHOD = tuple(
    {
        "Measures": "A measure counts who shows a behaviour of those who could, as a usage "
        "report or a quality score tells it. A course that was attended is no "
        "adoption.",
        "Intervals": "95 %, Wilson's. Readings of several groups on a day are one figure "
        "over all of their people; read twice on a day, the later reading of a "
        "group counts.",
        "Target": "Reached or short as it was read; “not surely” where the interval holds "
        "the target, so that the next reading may say otherwise.",
        "Speed": f"Days from go-live until the target ({ENOUGH} % where none is set) was "
        "read first, somewhere between the reading before it and that day. "
        "Readings before go-live do not count.",
        "Effective adoption": "Utilisation times proficiency, of two measures of the same people. "
        "Where proficiency was seen of others or only some, both intervals are "
        "joined.",
        "Benefits": "Realised share: (actual − baseline) / (target − baseline). Below 0 % "
        "things got worse, above 100 % better than was hoped. Without a "
        "baseline it cannot be told; it is never 0. What depends on people "
        "comes only if people change.",
        "Limits": "A benefit that moves was not necessarily moved by the change.",
    }.items()
)
_OWNERS_AT_MOST = 6


@dataclass(frozen=True)
class AdoptionTold:
    """The adoption of a project at one moment; `about` are the measures as they were defined."""

    found: Adoption
    about: dict[int, Measure]
    code: str
    name: str
    manager: str
    sponsor: str
    go_live: str
    project_uid: str
    workspace_uid: str
    author: str
    now_ms: int

    @property
    def made(self) -> datetime:
        """Return when it was made, as the wall clock showed it here."""
        return datetime.fromtimestamp(self.now_ms / 1000, UTC).astimezone()

    @property
    def made_in_words(self) -> str:
        """Return when it was made as people write it."""
        return f"{self.made.day} {self.made:%b %Y, %H:%M} {zone(self.made)}"

    def identity(self, kind: str) -> Identity:
        """Return whose export this is: it names the project by its UUID, never by its code."""
        subject = f"project:{self.project_uid}"
        return Identity(uuid4().hex, self.workspace_uid, kind, self.made, subject=subject)

    def signers(self) -> tuple[Signer, ...]:
        """Return the lines to sign: owners of the measures, the manager, the sponsor."""
        owners = dict.fromkeys(one.owner for one in self.found.measures if one.owner)
        owners.pop(self.manager, None)
        shown = [*owners] if len(owners) <= _OWNERS_AT_MOST else []
        review = "Review: these readings are mine and are right."
        return (
            *(Signer("Owner of a measure", one, f"owner:{one}", meaning=review) for one in shown),
            Signer("Project manager", self.manager, "manager",
                   meaning="Responsibility: it stands as it is told here."),
            Signer("Sponsor", self.sponsor, "sponsor",
                   meaning="Approval: I accept where adoption stands, and what is still to do."),
        )  # fmt: skip


def adoption_told(workspace: Workspace, project: int) -> AdoptionTold:
    """Read everything that the adoption documents say of a project."""
    with workspace.snapshot():
        record = workspace.get(Project, project)
        rows = workspace.rows(Measure.select().where(Measure.project == project))
        return AdoptionTold(
            adoption(workspace, project), {row.id: row for row in rows}, record.code, record.name,
            record.manager, record.sponsor, record.go_live, workspace.uid_of(project),
            workspace.uid, workspace.actor, workspace.clock(),
        )  # fmt: skip


# -- words ----------------------------------------------------------------------------------------


def verdict(told: AdoptionTold) -> tuple[str, str, Tone]:
    """Return the sentence that a reader takes away, what it rests on, and its tone."""
    aimed = [one for one in told.found.measures if one.standing != NO_TARGET]
    if not told.found.measures:
        return "Nothing is measured yet", "Say what one would see people do, and count it.", "quiet"
    read = [one for one in aimed if one.standing != UNMEASURED]
    detail = _unread(told)
    if not read:
        return "No reading against a target yet", detail, "quiet"
    reached = [one for one in read if one.standing in (REACHED, REACHED_UNSURE)]
    text = f"{len(reached)} of {counted(len(aimed), 'measure')} at the target"
    if len(reached) < len(aimed):
        late = [one for one in aimed if one not in reached and _is_due(told, one)]
        if not late:
            return f"On the way: {text}, the others are not due yet", detail, "info"
        unsure = any(one.standing == SHORT_UNSURE for one in read)
        return f"Not adopted yet: {text}", detail, "warning" if reached or unsure else "bad"
    sure = all(one.standing == REACHED for one in reached)
    if sure:
        return f"Adopted: {text}", detail, "good"
    return f"Probably adopted: {text}, not all surely", detail, "warning"


def _is_due(told: AdoptionTold, one: MeasureState) -> bool:
    return not one.target_day or date.fromisoformat(one.target_day) <= told.made.date()


def _unread(told: AdoptionTold) -> str:
    unread = [one.code for one in told.found.measures if one.latest is None]
    days = [one.latest.day for one in told.found.measures if one.latest is not None]
    parts = [f"Last read on {day_words(max(days))}."] if days else []
    if unread:
        parts.append(f"Not read yet: {', '.join(unread)}.")
    return " ".join(parts)


def large_figures(told: AdoptionTold) -> tuple[Figure, ...]:
    """Return the large figures of the first page, at most five."""
    found = [
        Figure(estimate_percent(one.estimate), "effective adoption", "utilisation × proficiency")
        for one in told.found.effective[:1]
    ]
    for one in told.found.measures:
        last = one.latest
        if last is not None and last.share is not None:
            tone: Tone = "good" if one.standing in (REACHED, REACHED_UNSURE) else "warning"
            note = f"{last.share.n} of {last.share.base}"
            if one.target is not None:
                note += f", target {target_words(one)}"
            found.append(Figure(percent(last.share), f"{one.code} {short(one.title)}", note, tone))
    return tuple(found[:4])


def short(text: str) -> str:
    """Return a title as a label holds it."""
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"


def day_words(day: date | str) -> str:
    """Return a day as people write it: "6 Apr 2026"; "–" for none."""
    if isinstance(day, str):
        if not day:
            return NOTHING
        day = date.fromisoformat(day)
    return f"{day.day} {day:%b %Y}"


def plain(value: Decimal | Fraction | None, unit: str = "") -> str:
    """Return a number as it was typed, with its unit; "–" for none."""
    if value is None:
        return NOTHING
    figure = f"{float(value):,.2f}".rstrip("0").rstrip(".").replace("-", "−")
    return f"{figure} {unit}".strip()


def point_words(one: MeasureState, point: Point | None) -> str:
    """Return what was read, a share with its interval."""
    if point is None:
        return "not read yet"
    if point.share is not None:
        return f"{full_share(point.share)}, {point.share.n} of {point.share.base}"
    return plain(point.value, one.unit)


def target_words(one: MeasureState) -> str:
    """Return the target of a measure."""
    return plain(one.target, "%" if one.is_share else one.unit)


def speed_words(one: MeasureState) -> str:
    """Return how soon the target was reached."""
    if not one.go_live:
        return "no go-live"
    if one.speed is None:
        return "not reached" if one.latest is not None else NOTHING
    words = counted(one.speed.days, "day")
    if one.speed.after is not None:
        before = (one.speed.after - date.fromisoformat(one.go_live)).days
        words = f"{before} to {words}"
    return words if one.speed.held else f"{words}, not held since"


def estimate_percent(one: Estimate) -> str:
    """Return an estimate as whole percent."""
    return f"{100 * one.value:.0f} %"


def effective_words(one: Effective) -> str:
    """Return effective adoption in a sentence."""
    low, high = 100 * one.estimate.low, 100 * one.estimate.high
    return (
        f"{estimate_percent(one.estimate)} ({low:.0f}–{high:.0f} %): {one.utilisation.code} "
        f"{one.utilisation.title}, and does it well ({one.proficiency.code})"
    )


def realised_words(one: BenefitState) -> str:
    """Return the realised share, or why there is none."""
    found = one.realised
    if found.state == REALISED and found.value is not None:
        return f"{float(100 * found.value):.0f} %".replace("-", "−")
    return REALISED_WORDS[found.state]


def trend_blocks(told: AdoptionTold) -> Iterable[Block]:
    """Yield the readings of each share over time, where there are several."""
    for one in told.found.measures:
        points = [point for point in one.points if point.share is not None and point.share.base]
        if len(points) < 2:
            continue
        yield Block(
            f"{one.code} {one.title}",
            (
                Column("Day", "day", 30),
                Column("Read", "read", 11, "percent"),
                *([Column("Target", "target", 11, "percent")] if one.target is not None else []),
            ),
            tuple(
                (
                    day_words(point.day), point.share.value,
                    *([float(one.target) / 100] if one.target is not None else []),
                )
                for point in points
                if point.share is not None
            ),
            Chart("line", tones={"read": "accent", "target": "quiet"}, numbers="percent"),
        )  # fmt: skip
