"""The impact workbook: register to fill in, heat maps, saturation, a sheet for each group."""

from pathlib import Path
from typing import Any

from changedesk.impact.records import Impact, Stakeholder
from changedesk.impact.words import ASPECTS, MITIGATIONS
from changedesk.office import Progress, write_workbook
from changedesk.office.layout import (
    Block,
    Chart,
    Column,
    CoverSheet,
    Figure,
    Sheet,
    SummarySheet,
    TableSheet,
    Workbook,
    WrittenFile,
)
from changedesk.office.records import record_rows, record_sheet
from changedesk.overview import heat_cells
from changedesk.overview.change_report import (
    DECISIONS,
    ChangeReport,
    change_report,
    choices,
    day_or_none,
    uids_of,
)
from changedesk.overview.impact_report import verdict_of
from changedesk.people.queries import ProjectRow
from changedesk.store.listing import Listing, record_ids
from changedesk.store.records import Record
from changedesk.store.spec import spec_of
from changedesk.store.workspace import Workspace
from changedesk.uat.report import day_in_words

KIND = "impact-workbook"
_CHARTS_AT_MOST = 8
_SPARE = 30
_HOW_TO = """\
Open the sheet “Impacts”. The yellow columns are yours: correct what is wrong, and write a new \
impact into an empty line below.
Severity is the project’s view, “Group’s view” that of the people themselves: please do not make \
the one like the other. An empty cell means not rated; it is not 0.
Decide here, write each condition with an owner and a date, and sign. Then send it back.
""".splitlines()


def export_impact_workbook(
    workspace: Workspace, project: ProjectRow, path: Path, progress: Progress | None = None
) -> WrittenFile:
    """Write the workbook; raises UserError or EnvironmentProblem in a sentence."""
    with workspace.snapshot():
        report = change_report(workspace, project)
        registers = [_register(workspace, kind, project.id) for kind in (Impact, Stakeholder)]
    impacts, stakeholders = registers
    sheets: list[Sheet] = [_cover(report), _saturation(report), impacts, _by_aspect(report)]
    sheets += [_by_month(report), stakeholders]
    sheets += [_group_sheet(report, group.id, group.name) for group in report.heat.groups]
    title = f"Impact workbook – {project.name}"
    workbook = Workbook(title, tuple(sheets), report.identity(KIND), author=report.author)
    return write_workbook(workbook, path, progress)


def _register(workspace: Workspace, record_type: type[Record], project: int) -> TableSheet:
    # What is private stays out: see `record_sheet`.
    keys = record_ids(workspace, record_type, Listing(project=project))
    uids = uids_of(workspace, keys)
    rows = list(record_rows(workspace, record_type, keys))
    return record_sheet(
        spec_of(record_type), rows, fillable=True, spare=_SPARE, ids=[uids[key] for key in keys]
    )


def _cover(report: ChangeReport) -> CoverSheet:
    project = report.project
    text, detail, _ = verdict_of(report)
    facts: tuple[tuple[str, Any], ...] = (
        ("Project", f"{project.code} {project.name}"),
        ("Go-live", day_in_words(project.go_live)),
        ("Impacts", len(report.heat.rows)),
        ("Hard impacts", len(report.hard)),
        ("Without mitigation", len(report.unmitigated)),
        ("Without owner", len(report.unowned)),
        ("Without message in time", len(report.untold)),
        ("Exported", report.made_in_words),
    )
    return CoverSheet(
        "Impact workbook",
        project.name,
        facts=tuple((label, value) for label, value in facts if value != ""),
        instructions=tuple(_HOW_TO),
        legend=tuple(
            one
            for one in heat_cells.SEVERITY_MARKS
            if one.code in ("high:4", "medium:3", "low:1", ":0")
        ),
        signers=report.signers(report.heat.groups),
        decisions=DECISIONS,
        statement=f"{text}. {detail}",
    )


def _by_aspect(report: ChangeReport) -> TableSheet:
    heat = report.heat
    return TableSheet(
        "Heat map",
        "Groups and aspects",
        (
            Column("Group", "group", 26, strong=True, wrap=True),
            *(
                Column(one.label, one.code, 13, "choice", heat_cells.SEVERITY_MARKS)
                for one in ASPECTS
            ),
            Column("Impacts", "count", 9, "integer"),
            Column("Degree", "degree", 9, "decimal"),
        ),
        [
            (
                group.name,
                *(heat_cells.severity_mark(heat.cells.get((group.id, one.code)))
                  for one in ASPECTS),
                len(report.of_group(group.id)), _number(heat.degrees[group.id].degree),
            )
            for group in heat.groups
        ],
        key="heat",
        note=f"{heat_cells.LEGEND} Degree: the sum over ten, once all are rated.",
        empty="No impact names a group yet.",
    )  # fmt: skip


def _by_month(report: ChangeReport) -> TableSheet:
    load = report.load
    rows: list[tuple[Any, ...]] = []
    for group in load.groups:
        for place, period in enumerate(load.periods):
            found = load.cells.get((group.id, place))
            if found is None:
                continue
            cell = found.cell
            rows.append(
                (
                    group.name, f"{period.first:%Y-%m}", _number(cell.hours), _number(cell.line),
                    heat_cells.load_mark(cell), heat_cells.severity_mark(cell)
                    if cell.impacts else "", cell.count, cell.reach, cell.changes,
                )
            )  # fmt: skip
    return TableSheet(
        "Months",
        "Groups and months",
        (
            Column("Group", "group", 28, strong=True, wrap=True),
            Column("Month", "month", 11),
            Column("Hours a person", "hours", 12, "decimal"),
            Column("Capacity line", "line", 12, "decimal"),
            Column("How it fits", "fits", 26, "choice", heat_cells.LOAD_MARKS),
            Column("Severity", "severity", 12, "choice", heat_cells.SEVERITY_MARKS),
            Column("Impacts", "count", 10, "integer"),
            Column("Severity × people", "reach", 12, "integer"),
            Column("Projects", "changes", 10, "integer"),
        ),
        rows,
        key="months",
        note="Of all projects of this workspace: impacts, training, messages and test sessions.",
        group_by="group",
        empty="No impact has a date yet.",
    )


def _saturation(report: ChangeReport) -> SummarySheet:
    load = report.load
    groups = sorted(
        load.groups,
        key=lambda group: (
            -sum(load.cells[key].cell.over for key in load.cells if key[0] == group.id),
            -max(load.cells[key].cell.hours for key in load.cells if key[0] == group.id),
        ),
    )[:_CHARTS_AT_MOST]
    blocks = []
    for group in groups:
        rows = []
        for place, period in enumerate(load.periods):
            found = load.cells.get((group.id, place))
            hours = _number(found.cell.hours) if found else 0
            line = _number(load.lines.get((group.id, place)))
            rows.append((f"{period.first:%b %Y}", hours, line))
        series = ("hours", "line") if group.capacity is not None else ("hours",)
        blocks.append(
            Block(
                group.name,
                (
                    Column("Month", "month", 16),
                    Column("Hours a person", "hours", 14, "decimal"),
                    Column("Capacity line", "line", 14, "decimal"),
                ),
                tuple(rows),
                Chart("line", series=series, tones={"hours": "accent", "line": "bad"}),
            )
        )
    text, _, tone = verdict_of(report)
    over = sum(1 for found in load.cells.values() if found.cell.over)
    note = text + ". Saturation: hours that change asks of one person, month by month, beside "
    return SummarySheet(
        "How much change comes at once",
        tuple(blocks),
        figures=(
            Figure(f"{len(report.hard)}", "hard impacts", f"of {len(report.heat.rows)}", tone),
            Figure(f"{len(load.groups)}", "groups with a load", ""),
            Figure(f"{over}", "months over the line", "of all groups", "bad" if over else "good"),
        ),
        note=note + "what each can take (the capacity line).",
        name="Saturation",
        key="saturation",
    )


def _group_sheet(report: ChangeReport, group: int, name: str) -> TableSheet:
    labels = {one.code: one.label for one in MITIGATIONS}
    rows = []
    for row in report.of_group(group):
        record = report.impacts[row.id]
        done = "\n".join(f"{labels[one.kind]}: {one.what}" for one in report.measures(row.id))
        mark = f"{row.band}:{'?' if row.severity is None else row.severity}"
        rows.append(
            (
                row.code, row.title, row.aspect, record.as_is, record.to_be, mark,
                row.group_severity, day_or_none(row.starts), row.people, row.owner, done,
            )
        )  # fmt: skip
    return TableSheet(
        name,
        f"What changes for {name}",
        (
            Column("Impact", "code", 10, strong=True),
            Column("What", "title", 28, wrap=True),
            Column("Aspect", "aspect", 17, "choice", choices(ASPECTS), wrap=True),
            Column("Today", "as_is", 28, wrap=True),
            Column("Tomorrow", "to_be", 28, wrap=True),
            Column("Severity", "severity", 10, "choice", heat_cells.SEVERITY_MARKS),
            Column("Group’s view", "group_severity", 10, "integer"),
            Column("From", "starts", 12, "date"),
            Column("People", "people", 9, "integer"),
            Column("Owner", "owner", 16, wrap=True),
            Column("What we do", "measures", 34, wrap=True),
        ),
        rows,
        key=f"group-{group}",
        note="Nothing to fill in here: the register is the sheet “Impacts”.",
    )


def _number(value: Any) -> float | None:
    return None if value is None else round(float(value), 2)
