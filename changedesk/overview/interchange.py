"""Files in the formats of other tools: what came from a tool can go back to it."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from changedesk.exchange.writers import (
    azure_csv,
    jira_csv,
    testlink_xml,
    testrail_csv,
    xray_csv,
    xray_results,
    zephyr_xlsx,
)
from changedesk.exchange.writers.suite import Suite, Written
from changedesk.office.files import replacing
from changedesk.office.layout import WrittenFile
from changedesk.overview.exportable import Exportable, Progress, Wanted
from changedesk.store.workspace import Workspace
from changedesk.uat.exporting import suite_of
from changedesk.uat.exporting_defects import defects_of
from changedesk.uat.exporting_results import execution_of
from changedesk.uat.queries import cycle_called

_Write = Callable[[Suite], Written]


def _no_subject(_workspace: Workspace, _wanted: Wanted) -> str:
    return ""


def _cycle_code(workspace: Workspace, wanted: Wanted) -> str:
    return cycle_called(workspace, wanted.project.id, wanted.cycle).code


def _scripts(
    write: _Write,
    system: str,
    workspace: Workspace,
    wanted: Wanted,
    path: Path,
    _progress: Progress | None,
) -> WrittenFile:
    with workspace.snapshot():
        suite = suite_of(workspace, wanted.project.id, system, wanted.project.code)
    written = write(suite)
    warnings = (*written.warnings, *_tries(suite))
    return _kept(path, replace(written, warnings=warnings), len(suite.scripts))


def _tries(suite: Suite) -> list[str]:
    """Return what no tool's format holds: how often a step is tried."""
    count = sum(step.trials is not None for script in suite.scripts for step in script.steps)
    if not count:
        return []
    steps = "1 step is" if count == 1 else f"{count} steps are"
    return [f"{steps} tried several times, which this format cannot say: written as done once."]


def _results(
    workspace: Workspace, wanted: Wanted, path: Path, _progress: Progress | None
) -> WrittenFile:
    with workspace.snapshot():
        cycle = cycle_called(workspace, wanted.project.id, wanted.cycle)
        execution = execution_of(workspace, wanted.project.id, cycle.id, wanted.project.code)
    return _kept(path, xray_results.write(execution), len(execution.runs))


def _defects(
    workspace: Workspace, wanted: Wanted, path: Path, _progress: Progress | None
) -> WrittenFile:
    with workspace.snapshot():
        defects = defects_of(workspace, wanted.project.id, "jira")
    return _kept(path, jira_csv.write(defects, keys=True), len(defects))


def _kept(path: Path, written: Written, rows: int) -> WrittenFile:
    with replacing(path) as temporary:
        temporary.write_bytes(written.content)
    digest = hashlib.sha256(written.content).hexdigest()
    return WrittenFile(path, digest, rows, written.warnings)


def _tool(name: str, title: str, ending: str, write: _Write, system: str) -> Exportable:
    return Exportable(name, title, (ending,), _no_subject, partial(_scripts, write, system))


INTERCHANGE: tuple[Exportable, ...] = (
    _tool("testrail-csv", "Scripts for TestRail", "csv", testrail_csv.write, "testrail"),
    _tool("xray-csv", "Scripts for Xray's importer", "csv", xray_csv.write, "xray"),
    Exportable(
        "xray-results", "Results of a cycle for Xray, with evidence", ("json",), _cycle_code,
        _results,
    ),
    _tool("zephyr-xlsx", "Scripts for Zephyr Scale", "xlsx", zephyr_xlsx.write, "zephyr"),
    _tool("testlink-xml", "Scripts for TestLink", "xml", testlink_xml.write, "testlink"),
    _tool("azure-csv", "Scripts for Azure Test Plans", "csv", azure_csv.write, "azure"),
    Exportable("jira-csv", "Defects for Jira", ("csv",), _no_subject, _defects),
)  # fmt: skip
