"""What a person can ask about defects and what is kept with results."""

from collections.abc import Sequence

from peewee import fn

from changedesk.people.records import Person
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Cycle, Defect, Evidence, Script, StepResult
from changedesk.uat.rows import CycleRow, DefectRow, PictureRow
from changedesk.uat.words import OPEN_DEFECTS


def pictures(workspace: Workspace, results: Sequence[int]) -> list[PictureRow]:
    """Return what is kept with results, in the order in which it was added.

    What was removed for good is left out.
    """
    query = Evidence.select(
        Evidence.id, Evidence.result, Evidence.content, Evidence.media_type, Evidence.name,
        Evidence.caption, Evidence.size,
    ).where(Evidence.result.in_(list(results)), Evidence.content != "")  # fmt: skip
    return [PictureRow(*row) for row in workspace.rows(query.order_by(Evidence.id))]


def evidence_of_defect(workspace: Workspace, defect: int) -> list[PictureRow]:
    """Return what was kept at the step that a defect was raised from, each picture once."""
    record = workspace.get(Defect, defect)
    raised = workspace.find(StepResult, id=record.result_id) if record.result_id else None
    if raised is None:
        return []
    same_step = workspace.rows(
        StepResult.select(StepResult.id).where(
            (StepResult.run == raised.run_id)
            & (StepResult.step == raised.step_id if raised.step_id else StepResult.step.is_null())
        )
    )
    by_content = {row.content: row for row in pictures(workspace, [row.id for row in same_step])}
    return list(by_content.values())


def defects(
    workspace: Workspace, project: int, *, cycle: int | None = None, open_only: bool = False
) -> list[DefectRow]:
    """Return the defects of a project (or of one cycle), the gravest first."""
    query = (
        Defect.select(
            Defect.id, Defect.code, Defect.title, Defect.severity, Defect.priority, Defect.status,
            Defect.owner, Defect.vendor, Defect.external_id,
            fn.COALESCE(Script.code, "").alias("script"),
            fn.COALESCE(Cycle.code, "").alias("cycle"), Defect.build, Defect.fixed_in,
            fn.COALESCE(Person.name, "").alias("finder"), Defect.found, Defect.description,
        )
        .left_outer_join(Script, on=(Script.id == Defect.script))
        .switch(Defect)
        .left_outer_join(Cycle, on=(Cycle.id == Defect.cycle))
        .switch(Defect)
        .left_outer_join(Person, on=(Person.id == Defect.found_by))
        .where(Defect.project == project)
    )  # fmt: skip
    if cycle is not None:
        query = query.where(Defect.cycle == cycle)
    if open_only:
        query = query.where(Defect.status.in_(OPEN_DEFECTS))
    rank = {"critical": 0, "high": 1, "medium": 2, "low": 3}
    found = [DefectRow(*row) for row in workspace.rows(query.order_by(Defect.code))]
    return sorted(found, key=lambda row: rank.get(row.severity, 4))


def defects_against(workspace: Workspace, project: int, cycle: CycleRow) -> list[DefectRow]:
    """Return what speaks against a cycle: its defects, and earlier ones that nobody has mended."""
    lasting, here = (*OPEN_DEFECTS, "deferred"), (len(cycle.code), cycle.code)
    return [
        row
        for row in defects(workspace, project)
        if row.cycle == cycle.code or ((len(row.cycle), row.cycle) < here and row.status in lasting)
    ]
