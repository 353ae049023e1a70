"""What a signature covers: the records of a cycle, an impact assessment, a plan, a report.

Results, criteria and conditions belong to a cycle, as do the requirements that it covers and the
defects that were found before it; attendance comes after a training plan and does not change it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping

from peewee import JOIN

from changedesk.documents.signing import Scope
from changedesk.governance.records import GoNoGo
from changedesk.impact.records import Assessment, AssessmentAnswer, Impact, Mitigation
from changedesk.people.links import TESTED_BY, Link
from changedesk.people.records import Project
from changedesk.store.errors import UserError
from changedesk.store.heads import Columns, journal_columns
from changedesk.store.projection import STANDS
from changedesk.store.records import Record
from changedesk.store.workspace import Workspace
from changedesk.survey.records import (
    AnswerBatch,
    Benefit,
    BenefitReading,
    Invitation,
    Measure,
    MeasureReading,
    Question,
    QuestionOption,
    Response,
    Survey,
    Wave,
)
from changedesk.training.records import (
    Course,
    CourseSkill,
    Enrolment,
    Need,
    Skill,
    TrainingSession,
)
from changedesk.uat.records import (
    Condition,
    Criterion,
    Cycle,
    DataSet,
    Defect,
    Evidence,
    Requirement,
    Run,
    ScriptVersion,
    SessionTester,
    Step,
    StepResult,
    UatSession,
)

_Parts = tuple[tuple[type[Record], str, type[Record]], ...]
"""What hangs on what: the record type, its field, and the type that the field leads to."""

_CYCLE: _Parts = (
    (Criterion, "cycle", Cycle),
    (Condition, "cycle", Cycle),
    (UatSession, "cycle", Cycle),
    (SessionTester, "session", UatSession),
    (Run, "cycle", Cycle),
    (StepResult, "run", Run),
    (Evidence, "result", StepResult),
    (Defect, "cycle", Cycle),
)
_IMPACT: _Parts = (
    (Impact, "project", Project),
    (Mitigation, "impact", Impact),
    (Assessment, "project", Project),
    (AssessmentAnswer, "assessment", Assessment),
)
_TRAINING: _Parts = (
    (Skill, "project", Project),
    (Need, "project", Project),
    (Course, "project", Project),
    (CourseSkill, "course", Course),
    (TrainingSession, "project", Project),
    (Enrolment, "session", TrainingSession),
)
_ADOPTION: _Parts = (
    (Measure, "project", Project),
    (MeasureReading, "measure", Measure),
    (Benefit, "project", Project),
    (BenefitReading, "benefit", Benefit),
    (Survey, "project", Project),
    (Question, "survey", Survey),
    (QuestionOption, "question", Question),
    (Wave, "survey", Survey),
    (Invitation, "wave", Wave),
    (Response, "wave", Wave),
    (AnswerBatch, "wave", Wave),
)


def scope_of(workspace: Workspace, subject: str, project: int, code: str) -> Scope:
    """Return what a signature of a subject covers.

    `subject` is cycle, impact, training, adoption or go-no-go; `code` names the cycle or the
    decision. Raises UserError for a subject or a code that there is not.
    """
    if subject not in _SCOPES:
        known = ", ".join(_SCOPES)
        raise UserError(f"“{subject}” cannot be signed: use one of {known}.")
    with workspace.snapshot():
        return _SCOPES[subject](workspace, project, code)


def scope_of_record(workspace: Workspace, subject: str, project: int, record: str) -> Scope:
    """Return the present scope of a signature that is there, by the UUID it names."""
    code = ""
    for record_type in (Cycle, GoNoGo):
        for row in workspace.rows(
            record_type.select(record_type.id, record_type.code).where(
                record_type.project == project
            )
        ):
            if workspace.uid_of(row.id) == record:
                code = row.code
    return scope_of(workspace, subject, project, code)


def withdrawn_from(workspace: Workspace, scope: Scope) -> set[int]:
    """Return the records that a scope held, or would hold, if nobody had withdrawn them."""
    parts = _PARTS.get(scope.subject, ())
    names = {part.about.type_name for part, _, _ in parts} | {Link.about.type_name}
    with workspace.connected() as sql:
        rows = sql.rows(f"SELECT id, type FROM entity WHERE state <> {STANDS}")
        gone = [key for key, name in rows if name in names]
        values = journal_columns(sql, workspace.schema, gone)
    inside, found = {scope.project, *scope.keys}, set()
    for part, field, _ in parts:  # what something hangs on comes before it
        columns = values.get(part.about.type_name)
        if columns is not None:
            wholes = zip(columns.keys, columns.fields[field], strict=True)
            more = {key for key, whole in wholes if whole in inside}
            inside |= more
            found |= more
    if scope.subject == "cycle":
        found |= _withdrawn_beside(workspace, scope, inside, values)
    return found


def _withdrawn_beside(
    workspace: Workspace, scope: Scope, inside: set[int], values: Mapping[str, Columns]
) -> set[int]:
    """Return earlier defects, and what tied requirements to scripts, that are gone."""
    rows = workspace.rows(Cycle.select(Cycle.id, Cycle.code).where(Cycle.project == scope.project))
    codes = {row.id: row.code for row in rows}
    here = next(code for key, code in codes.items() if key in scope.keys)
    found: set[int] = set()
    if defects := values.get(Defect.about.type_name):
        owners = zip(defects.keys, defects.fields["project"], defects.fields["cycle"], strict=True)
        found |= {
            key
            for key, project, cycle in owners
            if project == scope.project and _before(codes.get(cycle), here)
        }
    if gone := values.get(Link.about.type_name):
        uids = _uids(workspace, inside)
        ends = zip(gone.keys, gone.fields["relation"], gone.fields["source"], strict=True)
        found |= {key for key, how, source in ends if how == TESTED_BY and source in uids}
    return found


def _before(code: str | None, here: str) -> bool:
    """Tell whether a cycle, none at all say, comes before another."""
    return (len(code or ""), code or "") < (len(here), here)


def _uids(workspace: Workspace, keys: Collection[int]) -> set[str]:
    with workspace.connected() as sql:
        rows = sql.by_keys("SELECT uid FROM entity WHERE id IN ({keys})", keys)
        return {bytes(uid).hex() for (uid,) in rows}


def _cycle(workspace: Workspace, project: int, code: str) -> Scope:
    cycle = workspace.find(Cycle, project=project, code=code)
    if cycle is None:
        raise UserError(f"There is no cycle {code} in this project.")
    keys = _with_parts(workspace, Cycle, [cycle.id], _CYCLE)
    keys |= _scripts(workspace, cycle.id)
    keys |= _earlier_defects(workspace, project, cycle.code) | _requirements(workspace, project)
    label = f"{cycle.code} {cycle.title}"
    return Scope("cycle", project, workspace.uid_of(cycle.id), label, frozenset(keys))


def _earlier_defects(workspace: Workspace, project: int, code: str) -> set[int]:
    # What nobody has mended of earlier cycles speaks against this one: the certificate names it.
    rows = workspace.rows(
        Defect.select(Defect.id, Cycle.code)
        .join(Cycle, JOIN.LEFT_OUTER, on=(Defect.cycle == Cycle.id))
        .where(Defect.project == project)
    )
    return {row.id for row in rows if _before(row.code, code)}


def _requirements(workspace: Workspace, project: int) -> set[int]:
    # What must be covered, and what covers it, is among the figures and criteria of a cycle.
    keys = [
        row.id
        for row in workspace.rows(
            Requirement.select(Requirement.id).where(Requirement.project == project)
        )
    ]
    uids = _uids(workspace, keys)
    tested = workspace.rows(Link.select(Link.id, Link.source).where(Link.relation == TESTED_BY))
    return {*keys, *(row.id for row in tested if row.source in uids)}


def _scripts(workspace: Workspace, cycle: int) -> set[int]:
    # What was run is signed along with what came of it: the scripts as they were run.
    rows = workspace.rows(Run.select(Run.script, Run.version).where(Run.cycle == cycle).distinct())
    versions = {row.version for row in rows}
    found = {row.script for row in rows} | versions
    for part in (Step, DataSet):
        found |= _hanging(workspace, part, "version", versions)
    return found


def _go_no_go(workspace: Workspace, project: int, code: str) -> Scope:
    decision = workspace.find(GoNoGo, project=project, code=code)
    if decision is None:
        raise UserError(f"There is no go/no-go decision {code} in this project.")
    label = f"{decision.code} {decision.title}"
    record = workspace.uid_of(decision.id)
    return Scope("go-no-go", project, record, label, frozenset({decision.id}))


def _of_project(subject: str, title: str, parts: _Parts) -> Callable[[Workspace, int, str], Scope]:
    def scope(workspace: Workspace, project: int, _code: str) -> Scope:
        keys = _with_parts(workspace, Project, [project], parts) - {project}
        name = workspace.get(Project, project).name
        record = workspace.uid_of(project)
        return Scope(subject, project, record, f"{title}, {name}", frozenset(keys))

    return scope


def _with_parts(
    workspace: Workspace, top: type[Record], keys: Iterable[int], parts: _Parts
) -> set[int]:
    found: dict[type[Record], set[int]] = {top: {*keys}}
    for part, field, whole in parts:
        found[part] = _hanging(workspace, part, field, found[whole])
    return set().union(*found.values())


def _hanging(workspace: Workspace, part: type[Record], field: str, keys: Iterable[int]) -> set[int]:
    wanted = sorted(keys)
    found: set[int] = set()
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        query = part.select(part.id).where(getattr(part, field).in_(some))
        found |= {row.id for row in workspace.rows(query)}
    return found


_SCOPES: dict[str, Callable[[Workspace, int, str], Scope]] = {
    "cycle": _cycle,
    "impact": _of_project("impact", "Impact assessment", _IMPACT),
    "training": _of_project("training", "Training plan", _TRAINING),
    "adoption": _of_project("adoption", "Adoption report", _ADOPTION),
    "go-no-go": _go_no_go,
}
_PARTS: dict[str, _Parts] = {
    "cycle": (
        *_CYCLE,
        (Step, "version", ScriptVersion),
        (DataSet, "version", ScriptVersion),
        (Requirement, "project", Project),
    ),
    "impact": _IMPACT,
    "training": _TRAINING,
    "adoption": _ADOPTION,
}
