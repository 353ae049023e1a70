"""Where a project stands today, over all areas: a figure of each, with what it is of."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from changedesk.impact.message_gaps import message_plan
from changedesk.people.records import Project
from changedesk.people.shares import Share
from changedesk.store.workspace import Workspace
from changedesk.survey.adoption import REACHED, REACHED_UNSURE
from changedesk.survey.adoption_queries import adoption
from changedesk.training.coverage import GroupCoverage, TrainingCoverage, coverage
from changedesk.uat.queries import CycleProgress, CycleRow, cycles, progress

_WORK = (
    "requirement", "script", "cycle", "defect", "stakeholder", "impact", "communication", "need",
    "course", "survey", "measure", "benefit", "champion", "sponsor_action",
)  # fmt: skip


@dataclass(frozen=True)
class Training:
    """How many of those who must be trained are, and the group that is furthest from it.

    `last` is None where no group is counted; `unsized` are how many groups are not, for nobody
    knows how many people they are, and `loose` how many needs name no group.
    """

    trained: Share
    last: GroupCoverage | None
    unsized: int
    loose: int


@dataclass(frozen=True)
class Asking:
    """The survey that is being asked, or was asked last; nobody counted where `share.base` is 0.

    `share` are the complete responses of those invited who could answer.
    """

    code: str
    title: str
    wave: str
    is_open: bool
    share: Share


@dataclass(frozen=True)
class ProjectStanding:
    """The figures of a project on a day; what it does not have (yet) is None.

    `cycle` is the one at hand, `others_open` how many besides it are open; `told` are the hard
    impacts of which a message tells before they start; `on_target` the
    measures of adoption that reached their target; `begun` says that it has any work in it.
    """

    today: date
    name: str
    go_live: date | None
    cycle: CycleProgress | None
    others_open: int
    training: Training | None
    told: Share | None
    asking: Asking | None
    on_target: Share | None
    begun: bool

    @property
    def days_left(self) -> int | None:
        """Return the days until go-live, less than none afterwards."""
        return (self.go_live - self.today).days if self.go_live is not None else None


def project_standing(workspace: Workspace, project: int, today: date) -> ProjectStanding:
    """Return where a project stands; raises UserError when it is not there (any more)."""
    with workspace.snapshot():
        record = workspace.get(Project, project)
        every = cycles(workspace, project)
        cycle = _cycle_at_hand(every)
        told = message_plan(workspace, project, today).told
        aims = [one.standing for one in adoption(workspace, project).measures if one.target]
        reached = sum(one in (REACHED, REACHED_UNSURE) for one in aims)
        return ProjectStanding(
            today,
            record.name,
            date.fromisoformat(record.go_live) if record.go_live else None,
            progress(workspace, cycle) if cycle is not None else None,
            sum(one.status == "open" for one in every if one is not cycle),
            _training(coverage(workspace, project, today.isoformat())),
            Share(sum(not one.gap for one in told), len(told)) if told else None,
            _asking(workspace, project),
            Share(reached, len(aims)) if aims else None,
            _begun(workspace, project),
        )


def _begun(workspace: Workspace, project: int) -> bool:
    with workspace.connected() as sql:
        return any(
            sql.rows(f"SELECT 1 FROM {table} WHERE project_id = ? LIMIT 1", (project,))
            for table in _WORK
        )


def _cycle_at_hand(rows: Iterable[CycleRow]) -> CycleRow | None:
    # What is under way comes before what is over, and that before what has not begun: of the
    # cycles under way or over the latest, of those to come the next.
    by_status: dict[str, list[CycleRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.starts, row.id)):
        by_status[row.status].append(row)
    begun = by_status["open"] or by_status["closed"]
    if begun:
        return begun[-1]
    dated = [row for row in by_status["planned"] if row.starts]
    return next(iter(dated or by_status["planned"]), None)


def _training(found: TrainingCoverage) -> Training | None:
    if not (found.groups or found.without_group):
        return None
    asked = [group for group in found.groups if group.standing.wanted]
    last = min(asked, key=lambda group: group.standing.trained.value or 0, default=None)
    return Training(found.trained, last, len(found.unsized), len(found.without_group))


def _asking(workspace: Workspace, project: int) -> Asking | None:
    with workspace.connected() as sql:
        rows = sql.rows(
            "SELECT w.id, s.code, s.title, w.title, w.status, w.opens FROM wave w "
            "JOIN survey s ON s.id = w.survey_id "
            "WHERE s.project_id = ? AND w.status <> 'planned' "
            "ORDER BY w.status = 'open' DESC, w.opens DESC, w.id DESC LIMIT 1",
            (project,),
        )
        if not rows:
            return None
        wave, code, title, name, status, _opens = rows[0]
        came = sql.value(
            "SELECT COUNT(*) FROM response r WHERE r.wave_id = ? "
            "AND (r.partial IS NULL OR NOT r.partial) AND NOT EXISTS "
            "(SELECT 1 FROM response later WHERE later.continues_id = r.id)",
            (wave,),
        )
        sealed = sql.value(
            "SELECT COALESCE(SUM(size), 0) FROM answer_batch WHERE wave_id = ?", (wave,)
        )
        invited = sql.value(
            "SELECT COALESCE(SUM(invited), 0) - COALESCE(SUM(ineligible), 0) FROM invitation "
            "WHERE wave_id = ?",
            (wave,),
        )
    share = Share(int(came) + int(sealed), max(0, int(invited)))
    return Asking(code, title, name, status == "open", share)
