"""What a cycle's workbook and certificate both say: gathered once, from one consistent snapshot."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from changedesk.office.word_values import zone
from changedesk.people.queries import ProjectRow, projects
from changedesk.people.records import Person
from changedesk.people.shares import Share
from changedesk.store.workspace import Workspace
from changedesk.uat import measures
from changedesk.uat.coverage import Coverage, coverage
from changedesk.uat.criteria import ConditionRow, CriterionState, conditions_of, criteria_of
from changedesk.uat.criteria_changes import CriterionChange, changes_after_opening
from changedesk.uat.lines import RunLine, StepLine, run_lines, step_lines
from changedesk.uat.measures import Progress
from changedesk.uat.queries import CycleRow, DefectRow, cycles, defects_against
from changedesk.uat.records import Cycle
from changedesk.uat.sessions import SessionRow, sessions
from changedesk.uat.standings import first_pass
from changedesk.uat.words import OPEN_DEFECTS, SEVERITIES

_QUARTER_MS = 15 * 60 * 1000
_AREAS_AT_MOST = 20


@dataclass(frozen=True)
class Lead:
    """Who answers for a group of testers."""

    group: str
    name: str
    uid: str


@dataclass(frozen=True)
class CycleReport:
    """A cycle (or one tester's part of it) at one moment."""

    project: ProjectRow
    cycle: CycleRow
    cycle_uid: str
    tester: str
    runs: tuple[RunLine, ...]
    steps: tuple[StepLine, ...]
    progress: Progress
    outcomes: dict[str, int]
    first_pass: Share
    defects: tuple[DefectRow, ...]
    defect_uids: dict[int, str]
    workarounds: dict[int, str]
    criteria: tuple[CriterionState, ...]
    changes: tuple[CriterionChange, ...]
    conditions: tuple[ConditionRow, ...]
    sessions: tuple[SessionRow, ...]
    coverage: Coverage
    leads: tuple[Lead, ...]
    workspace_uid: str
    author: str
    now_ms: int

    @property
    def open_defects(self) -> tuple[DefectRow, ...]:
        """Return the defects that stand against this cycle, the gravest first."""
        return tuple(row for row in self.defects if row.status in OPEN_DEFECTS)

    @property
    def unmet(self) -> tuple[CriterionState, ...]:
        """Return the exit criteria that are neither met nor waived."""
        return tuple(one for one in self.criteria if one.kind == "exit" and not one.holds)

    @property
    def waived(self) -> tuple[CriterionState, ...]:
        """Return the exit criteria that are not met but waived."""
        exits = (one for one in self.criteria if one.kind == "exit")
        return tuple(one for one in exits if one.waived and not one.met)

    @property
    def by_criteria(self) -> bool:
        """Tell whether exit criteria were agreed on: then they give the verdict."""
        return any(one.kind == "exit" for one in self.criteria)

    @property
    def verdict(self) -> str:
        """Return what the figures say; see `measures.verdict` where no exit criteria were agreed.

        With exit criteria: not accepted with one that is neither met nor waived, or when nothing
        passed; conditional when one is waived or a run, defect or condition is open.
        """
        found = measures.verdict(self.progress, Counter(row.severity for row in self.open_defects))
        if not self.by_criteria:
            return found
        if self.unmet or not self.progress.passed:
            return "not_accepted"
        open_ = self.waived or self.conditions
        return "accepted" if found == "accepted" and not open_ else "conditional"

    @property
    def title(self) -> str:
        """Return code and title of the cycle, as headings show it."""
        return f"{self.cycle.code} {self.cycle.title}".strip()

    @property
    def period(self) -> str:
        """Return from when to when the cycle runs, in words."""
        days = [day_in_words(day) for day in (self.cycle.starts, self.cycle.ends) if day]
        return " to ".join(days)

    @property
    def made(self) -> str:
        """Return when these figures were gathered, in words, with the time zone."""
        stamp = datetime.fromtimestamp(self.now_ms / 1000, UTC).astimezone()
        return f"{stamp.day} {stamp:%B %Y, %H:%M} {zone(stamp)}"

    @property
    def codes(self) -> str:
        """Return what the codes stand for, told by those that occur here."""
        parts = [f"{self.cycle.code} is a cycle, one round of testing"]
        if self.runs:
            line = self.runs[0]
            parts.append(f"{line.run.code} a test script")
            parts += [f"{step.reference} its first step" for step in line.steps[:1]]
        again = next((one for one in self.runs if one.reference != one.run.code), None)
        if again:
            whom = "data set" if again.run.data_set else "tester"
            parts.append(f"{again.reference} the script {again.run.code} with a further {whom}")
        parts += [f"{row.code} a defect" for row in self.defects[:1]]
        return f"{listed(parts)}."

    def at(self, ms: int | None) -> datetime | None:
        """Return a moment as the wall clock showed it here."""
        return None if ms is None else datetime.fromtimestamp(ms / 1000, UTC).astimezone()


def cycle_report(workspace: Workspace, cycle: int, tester: int | None = None) -> CycleReport:
    """Read a cycle, or one tester's part of it; raises UserError when it is not there."""
    with workspace.snapshot():
        record = workspace.get(Cycle, cycle)
        project = next(row for row in projects(workspace) if row.id == record.project_id)
        row = next(row for row in cycles(workspace, project.id) if row.id == cycle)
        lines = run_lines(workspace, cycle, tester=tester)
        steps = step_lines(lines)
        defects = defects_against(workspace, project.id, row)
        return CycleReport(
            project=project,
            cycle=row,
            cycle_uid=workspace.uid_of(cycle),
            tester=_tester_name(workspace, tester),
            runs=tuple(lines),
            steps=tuple(steps),
            progress=measures.progress((one.run.state, one.run.final, 1) for one in lines),
            outcomes=Counter(step.outcome or "not_run" for step in steps),
            first_pass=_first_pass(workspace, cycle, tester),
            defects=tuple(defects),
            defect_uids=_uids(workspace, [defect.id for defect in defects]),
            workarounds=_workarounds(workspace, [defect.id for defect in defects]),
            criteria=tuple(criteria_of(workspace, cycle)),
            changes=tuple(changes_after_opening(workspace, cycle)),
            conditions=tuple(conditions_of(workspace, cycle)),
            sessions=tuple(sessions(workspace, cycle)),
            coverage=coverage(workspace, project.id, cycle),
            leads=_leads(workspace, lines),
            workspace_uid=workspace.uid,
            author=workspace.actor,
            now_ms=workspace.clock(),
        )


def _tester_name(workspace: Workspace, tester: int | None) -> str:
    return "" if tester is None else workspace.get(Person, tester).name


def _first_pass(workspace: Workspace, cycle: int, tester: int | None) -> Share:
    with workspace.connected() as sql:
        return first_pass(sql, cycle, tester)


def _uids(workspace: Workspace, keys: Sequence[int]) -> dict[int, str]:
    with workspace.connected() as sql:
        rows = sql.by_keys("SELECT id, uid FROM entity WHERE id IN ({keys})", keys)
    return {key: bytes(uid).hex() for key, uid in rows}


def _workarounds(workspace: Workspace, keys: Sequence[int]) -> dict[int, str]:
    with workspace.connected() as sql:
        rows = sql.by_keys(
            "SELECT id, workaround FROM defect WHERE workaround <> '' AND id IN ({keys})", keys
        )
    return dict(rows)


def _leads(workspace: Workspace, lines: Iterable[RunLine]) -> tuple[Lead, ...]:
    testers = sorted({line.run.tester for line in lines if line.run.tester is not None})
    with workspace.connected() as sql:
        rows = sql.by_keys(
            "SELECT DISTINCT g.code, g.name, g.lead, e.uid FROM person p "
            "JOIN people_group g ON g.id = p.group_id JOIN entity e ON e.id = g.id "
            "WHERE p.id IN ({keys}) AND g.lead <> ''",
            testers,
        )
    found = {bytes(uid).hex(): (code, name, lead) for code, name, lead, uid in rows}
    ordered = sorted(found.items(), key=lambda item: item[1])
    return tuple(Lead(name, lead, uid) for uid, (_, name, lead) in ordered)


def day_in_words(day: str) -> str:
    """Return an ISO day as people write it: "2 March 2026"; anything else as it is."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {found:%B %Y}"


def in_words(ms: int | None) -> str:
    """Return a moment as people write it here: "2 Mar 2026, 14:05 UTC+01:00"; "" for none."""
    if ms is None:
        return ""
    at = datetime.fromtimestamp(ms / 1000, UTC).astimezone()
    return f"{at.day} {at:%b %Y, %H:%M} {zone(at)}"


def percent(share: Share) -> str:
    """Return a share in words for a large figure: "58 %", or "–" where there is no base."""
    return "–" if share.percent is None else f"{share.percent} %"


def counted(n: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 run", "3 runs"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Return a list as a sentence holds it: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def by_severity(rows: Iterable[DefectRow]) -> str:
    """Return how many defects there are of each severity: "1 critical, 3 low"."""
    found = Counter(row.severity for row in rows)
    named = [(choice.label.lower(), found[choice.code]) for choice in SEVERITIES]
    return ", ".join(f"{n} {label}" for label, n in named if n)


def top_area(area: str) -> str:
    """Return the first level of an area, or a word for none."""
    return area.split("/", 1)[0].strip() or "No area"


def states_by(lines: Iterable[tuple[str, str]]) -> list[tuple[str, Counter[str]]]:
    """Count runs given as (category, state); beyond a chartful, the smaller ones are one row."""
    found: dict[str, Counter[str]] = {}
    for category, state in lines:
        found.setdefault(category, Counter())[state] += 1
    if len(found) <= _AREAS_AT_MOST:
        return sorted(found.items())
    largest = sorted(found, key=lambda name: (-found[name].total(), name))[: _AREAS_AT_MOST - 1]
    rest: Counter[str] = Counter()
    for name in found.keys() - set(largest):
        rest.update(found[name])
    kept = sorted((name, found[name]) for name in largest)
    return [*kept, (f"{len(found) - len(kept)} others", rest)]


@cache
def _day(quarter: int) -> date:
    return datetime.fromtimestamp(quarter * _QUARTER_MS / 1000, UTC).astimezone().date()


def day_of(ms: int | None) -> date | None:
    """Return the local day of a moment, quickly for many: all time zones differ by quarters."""
    return None if ms is None else _day(ms // _QUARTER_MS)
