"""What every document of the change side says: gathered once, from one consistent snapshot."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

from changedesk.impact.heatmap import HeatMap
from changedesk.impact.message_gaps import MessagePlan, Told, message_plan
from changedesk.impact.queries import GroupRow, ImpactRow, is_hard
from changedesk.impact.records import Communication, Impact, Mitigation
from changedesk.office.identity import Identity
from changedesk.office.layout import Choice, Signer
from changedesk.office.word_values import zone
from changedesk.overview.load import LoadMap, both_maps
from changedesk.people.days import today
from changedesk.people.links import CALLS_FOR, MITIGATED_BY, links
from changedesk.people.queries import ProjectRow
from changedesk.people.records import Group
from changedesk.store.fields import Choice as Word
from changedesk.store.workspace import Workspace
from changedesk.training.courses import CourseRow, courses
from changedesk.training.coverage import GroupCoverage, TrainingCoverage, coverage
from changedesk.training.records import Need
from changedesk.training.sessions import SessionRow, sessions

DECISIONS = (
    Choice("approved", "Approved", "✔"),
    Choice("approved_with_conditions", "Approved with conditions", "✔*"),
    Choice("rejected", "Rejected", "✖"),
)
_LEADS_AT_MOST = 8


@dataclass(frozen=True)
class ChangeReport:
    """The change side of a project at one moment; mappings are by key of the record.

    `answers` are what an impact is mitigated by or calls for: messages, courses, needs.
    """

    project: ProjectRow
    project_uid: str
    heat: HeatMap
    load: LoadMap
    impacts: Mapping[int, Impact]
    mitigations: Mapping[int, tuple[Mitigation, ...]]
    answers: Mapping[int, frozenset[int]]
    plan: MessagePlan
    messages: Mapping[int, Communication]
    needs: Mapping[int, Need]
    courses: Mapping[int, CourseRow]
    sessions: tuple[SessionRow, ...]
    coverage: TrainingCoverage
    groups: Mapping[int, Group]
    uids: Mapping[int, str]
    workspace_uid: str
    author: str
    now_ms: int
    today: date

    @property
    def made(self) -> datetime:
        """Return when it was made, as the wall clock showed it here."""
        return datetime.fromtimestamp(self.now_ms / 1000, UTC).astimezone()

    @property
    def made_in_words(self) -> str:
        """Return when it was made as people write it."""
        return f"{self.made.day} {self.made:%b %Y, %H:%M} {zone(self.made)}"

    @property
    def hard(self) -> tuple[ImpactRow, ...]:
        """Return the hard impacts that are not closed, the hardest first."""
        found = [row for row in self.heat.rows.values() if is_hard(row)]
        return tuple(sorted(found, key=lambda row: (-(row.severity or 0), row.id)))

    @property
    def unmitigated(self) -> tuple[ImpactRow, ...]:
        """Return the hard impacts that nothing is done about."""
        return tuple(row for row in self.hard if not self.is_mitigated(row.id))

    @property
    def unowned(self) -> tuple[ImpactRow, ...]:
        """Return the hard impacts that nobody owns."""
        return tuple(row for row in self.hard if not row.owner)

    @property
    def untold(self) -> tuple[Told, ...]:
        """Return the hard impacts that nobody is told of before they start."""
        return tuple(one for one in self.plan.told if one.gap)

    @property
    def uncounted(self) -> str:
        """Say which groups must be trained and are not counted; empty where all are."""
        names = [group.name for group in self.coverage.unsized]
        if not names:
            return ""
        return f"Not counted, without a headcount and without people: {', '.join(names)}."

    def is_mitigated(self, impact: int) -> bool:
        """Tell whether something is done about an impact that was not dropped."""
        return bool(self.measures(impact)) or bool(self.answers.get(impact))

    def measures(self, impact: int) -> list[Mitigation]:
        """Return what is done about an impact, dropped ones left out."""
        return [
            one
            for one in self.mitigations.get(impact, ())
            if one.status != "dropped" and one.kind != "none"
        ]

    def of_group(self, group: int) -> list[ImpactRow]:
        """Return the impacts of a group, the hardest first."""
        found = [row for row in self.heat.rows.values() if row.group == group]
        return sorted(found, key=lambda row: (-(row.severity or 0), len(row.code), row.code))

    def trained(self, group: int) -> GroupCoverage | None:
        """Return where the training of a group stands, None where nothing is needed."""
        return next((one for one in self.coverage.groups if one.id == group), None)

    def signers(self, groups: tuple[GroupRow, ...] = ()) -> tuple[Signer, ...]:
        """Return the lines to sign: leads of the groups, the manager, the sponsor."""
        leads: dict[str, list[str]] = defaultdict(list)
        for group in groups:
            lead = self.groups[group.id].lead
            if lead:
                leads[lead].append(group.name)
        shown = leads if len(leads) <= _LEADS_AT_MOST else {}
        review = "Review: this is what changes for my people."
        lines = [
            Signer(f"Lead, {', '.join(names)}", lead, f"lead:{lead}", meaning=review)
            for lead, names in shown.items()
        ]
        duty = "Responsibility: it is planned as it stands here."
        approval = "Approval: I decide, and give the time that it takes."
        return (
            *lines,
            Signer("Project manager", self.project.manager, "manager", meaning=duty),
            Signer("Sponsor", self.project.sponsor, "sponsor", meaning=approval),
        )

    def identity(self, kind: str) -> Identity:
        """Return whose export this is: it names the project by its UUID, never by its code."""
        subject = f"project:{self.project_uid}"
        return Identity(uuid4().hex, self.workspace_uid, kind, self.made, subject=subject)


def change_report(workspace: Workspace, project: ProjectRow) -> ChangeReport:
    """Read everything that the documents of the change side say of a project."""
    key = project.id
    with workspace.snapshot():
        day = today(workspace)
        heat, load = both_maps(workspace, key)
        impacts = {
            row.id: row for row in workspace.rows(Impact.select().where(Impact.project == key))
        }
        measures: dict[int, list[Mitigation]] = defaultdict(list)
        for row in workspace.rows(Mitigation.select().order_by(Mitigation.id)):
            if row.impact in impacts:
                measures[row.impact].append(row)
        answers: dict[int, set[int]] = defaultdict(set)
        for relation in (MITIGATED_BY, CALLS_FOR):
            for impact, found in links(workspace, relation).items():
                answers[impact] |= found
        asked = workspace.rows(Communication.select().where(Communication.project == key))
        needs = workspace.rows(Need.select().where(Need.project == key).order_by(Need.id))
        return ChangeReport(
            project=project,
            project_uid=workspace.uid_of(key),
            heat=heat,
            load=load,
            impacts=impacts,
            mitigations={one: tuple(found) for one, found in measures.items()},
            answers={one: frozenset(found) for one, found in answers.items()},
            plan=message_plan(workspace, key, date.fromisoformat(day)),
            messages={row.id: row for row in asked},
            needs={row.id: row for row in needs},
            courses={row.id: row for row in courses(workspace, key)},
            sessions=tuple(sessions(workspace, key)),
            coverage=coverage(workspace, key, day),
            groups={row.id: row for row in workspace.rows(Group.select())},
            uids=uids_of(workspace, [*impacts, *(row.id for row in asked), *(n.id for n in needs)]),
            workspace_uid=workspace.uid,
            author=workspace.actor,
            now_ms=workspace.clock(),
            today=date.fromisoformat(day),
        )


def uids_of(workspace: Workspace, keys: Iterable[int]) -> dict[int, str]:
    """Return the identities of records for a file that comes back."""
    with workspace.connected() as sql:
        rows = sql.by_keys("SELECT id, uid FROM entity WHERE id IN ({keys})", list(keys))
    return {int(key): bytes(uid).hex() for key, uid in rows}


def choices(words: tuple[Word, ...]) -> tuple[Choice, ...]:
    """Return the words of a set as the toolkit's choices."""
    return tuple(Choice(word.code, word.label, word.glyph) for word in words)


def day_or_none(text: str | None) -> date | None:
    """Return an ISO day as a date; None for none and for what is no date."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def short_day(day: date | None) -> str:
    """Return a day as people write it in a list: "6 Apr 2026"; "" for none."""
    return f"{day.day} {day:%b %Y}" if day else ""
