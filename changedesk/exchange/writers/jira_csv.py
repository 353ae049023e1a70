"""Defects as CSV that Jira's importer takes: one row for each, Jira's own headings."""

from collections.abc import Sequence

from changedesk.exchange.drafts import DefectDraft
from changedesk.exchange.writers.csv_text import written_csv
from changedesk.exchange.writers.marked import wiki_cell
from changedesk.exchange.writers.suite import Column, Written

_HEAD = (
    "Issue key",
    "Summary",
    "Issue Type",
    "Status",
    "Priority",
    "Severity",
    "Assignee",
    "Reporter",
    "Created",
    "Affects Version/s",
    "Component/s",
    "Sprint",
    "Description",
)
_LONGEST_SUMMARY = 255
_PRIORITIES = {"critical": "Highest", "high": "High", "medium": "Medium", "low": "Low"}


def write(
    defects: Sequence[DefectDraft], *, issue_type: str = "Bug", keys: bool = False
) -> Written:
    """Return defects for Jira. `keys`: their ids are Jira's own, so that issues are updated."""
    columns = _columns(defects)
    rows = [[*_HEAD, *(name for name, _ in columns)]]
    for defect in defects:
        more = dict(_numbered(defect))
        cells = {
            "Issue key": defect.source_id if keys else "",
            "Summary": " ".join(defect.title.split()),
            "Issue Type": issue_type,
            "Status": defect.status_text or defect.status.capitalize(),
            "Priority": defect.priority_text
            or _PRIORITIES.get(defect.priority, defect.priority.capitalize()),
            "Severity": defect.severity_text or defect.severity.capitalize(),
            "Assignee": defect.owner,
            "Reporter": defect.found_by,
            "Created": defect.found.isoformat() if defect.found else "",
            "Affects Version/s": defect.build,
            "Component/s": defect.area,
            "Sprint": defect.cycle,
            "Description": wiki_cell(_description(defect)),
        }
        further = [wiki_cell(more.get(column, "")) for column in columns]
        rows.append([*(cells[name] for name in _HEAD), *further])
    return written_csv(rows, _warnings(defects))


def _warnings(defects: Sequence[DefectDraft]) -> list[str]:
    long = sum(len(defect.title) > _LONGEST_SUMMARY for defect in defects)
    return (
        [f"{long} titles are longer than the {_LONGEST_SUMMARY} characters that Jira takes."]
        if long
        else []
    )


def _description(defect: DefectDraft) -> str:
    script = f"Failed script: {defect.script}" if defect.script else ""
    return "\n\n".join(part for part in (defect.description, script) if part)


def _numbered(defect: DefectDraft) -> list[tuple[Column, str]]:
    seen: dict[str, int] = {}
    found = []
    for name, text in defect.further:
        found.append(((name, seen.get(name, 0)), text))
        seen[name] = seen.get(name, 0) + 1
    return found


def _columns(defects: Sequence[DefectDraft]) -> list[Column]:
    columns: list[Column] = []
    for defect in defects:
        place = 0
        for column, _ in _numbered(defect):
            if column in columns:
                place = max(place, columns.index(column) + 1)
            else:
                columns.insert(place, column)
                place += 1
    return columns
