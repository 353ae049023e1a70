"""Taking in defects: a log that people keep, observations of a release, a tracker's issues."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any

from changedesk.exchange.drafts import DefectDraft, DefectImport
from changedesk.exchange.further import packed
from changedesk.exchange.making import Taken, named_people, taking, update_many
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.uat.importing_requirements import listed
from changedesk.uat.records import Defect, Script
from changedesk.uat.taking import Names, cycle_titled, folded

OWN_LOG = "log"
"""The source of defects that people log themselves: there an id is the project's own."""

OUR_CODE = "External issue ID"
"""Under this heading a tracker is told our code, and gives it back."""

SEVERITY, PRIORITY, STATUS, AREA, SCRIPT = "Severity", "Priority", "Status", "Area", "Script"


def import_defects(
    workspace: Workspace,
    project: int,
    found: DefectImport,
    *,
    cycle: int | None = None,
    only_try: bool = False,
) -> Taken:
    """Take in defects; the same file again adds nothing.

    A defect of ours that a tracker took over and now gives back keeps its words and gets the
    tracker's key and status. Each goes to `cycle`, or to the cycle that the file names for it.
    """
    taken = Taken()
    with taking(workspace, f"Import {found.file}", only_try=only_try) as change:
        system = found.system or OWN_LOG
        known = _known(workspace, project, system)
        ours = _ours(workspace, project, system) if found.system else ({}, {})
        fields = _Fields(workspace, change, project, found, cycle, taken)
        later: dict[int, dict[str, Any]] = {}
        fresh: list[dict[str, Any]] = []
        for draft in found.defects:
            key = known.get(draft.source_key)
            own = None if key else _own_defect(ours, draft)
            if own is not None:
                later[own] = fields.given_back(draft)
            elif key is not None:
                later[key] = fields.of(draft)
            else:
                first = {"source_system": system, "source_key": draft.source_key}
                fresh.append({"project": project, **first, **fields.of(draft)})
        taken.add("defect", len(change.add_many(Defect, fresh)))
        differing = update_many(workspace, change, Defect, later, taken)
        taken.alter("defect", len(differing))
        taken.unchanged += len(later) - len(differing)
        fields.tell_missing()
    return taken


class _Fields:
    """What defects of a file say, in the fields of our own."""

    def __init__(
        self,
        workspace: Workspace,
        change: Change,
        project: int,
        found: DefectImport,
        cycle: int | None,
        taken: Taken,
    ) -> None:
        self._system = found.system
        self._taken = taken
        self._scripts = Names(workspace, project, Script)
        self._missing: dict[str, None] = {}
        self._people = named_people(
            workspace, change, (draft.found_by for draft in found.defects), taken
        )
        builds = {draft.cycle: draft.build for draft in found.defects if draft.cycle}
        self._cycles = {
            title: cycle or cycle_titled(workspace, change, project, title, taken, build)
            for title, build in builds.items()
        }
        self._cycle = cycle

    def of(self, draft: DefectDraft) -> dict[str, Any]:
        """Return what the source says; what it leaves empty is not emptied here."""
        script = self._script(draft.script)
        words = [
            (STATUS, draft.status_text),
            (SEVERITY, draft.severity_text),
            (PRIORITY, draft.priority_text),
            (AREA, draft.area),
            (SCRIPT, draft.script),
        ]
        told = {
            "title": draft.title or draft.source_id,
            "description": draft.description,
            "severity": draft.severity,
            "priority": draft.priority,
            "status": draft.status,
            "owner": draft.owner,
            "build": draft.build,
            "found": _moment(draft),
            "found_by": self._people.get(draft.found_by),
            "cycle": self._cycles.get(draft.cycle, self._cycle),
            "script": script,
            "source_id": draft.source_id,
            "external_id": draft.source_id if self._system else "",
            "further": packed([*draft.further, *(pair for pair in words if pair[1])]),
        }
        return {name: value for name, value in told.items() if value}

    def given_back(self, draft: DefectDraft) -> dict[str, Any]:
        """Return what a tracker adds to a defect of ours."""
        told = {"status": draft.status, "external_id": draft.source_id}
        return {name: value for name, value in told.items() if value}

    def tell_missing(self) -> None:
        """Warn of scripts that are named and not here."""
        if self._missing:
            self._taken.warnings.append(
                f"No script of this project is called {listed(list(self._missing))}: the defects "
                "that name them have no script; import the scripts and then this file again."
            )

    def _script(self, name: str) -> int | None:
        if not name:
            return None
        script = self._scripts.find(name, self._system)
        if script is None:
            self._missing[name] = None
        return script


def _moment(draft: DefectDraft) -> int | None:
    if draft.found is None:
        return None
    return int(datetime.combine(draft.found, time(12), UTC).timestamp() * 1000)


def _known(workspace: Workspace, project: int, system: str) -> dict[str, int]:
    rows = workspace.rows(
        Defect.select(Defect.id, Defect.source_key).where(
            (Defect.project == project) & (Defect.source_system == system)
        )
    )
    return {row.source_key: row.id for row in rows}


def _ours(workspace: Workspace, project: int, system: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return the defects that are not from this source, by their code and by a tracker's key."""
    rows = workspace.rows(
        Defect.select(Defect.id, Defect.code, Defect.external_id).where(
            (Defect.project == project) & (Defect.source_system != system)
        )
    )
    keyed = {folded(row.external_id): row.id for row in rows if row.external_id}
    return {folded(row.code): row.id for row in rows}, keyed


def _own_defect(
    ours: tuple[Mapping[str, int], Mapping[str, int]], draft: DefectDraft
) -> int | None:
    coded, keyed = ours
    if draft.source_id and (found := keyed.get(folded(draft.source_id))) is not None:
        return found
    for heading, text in draft.further:
        if OUR_CODE.casefold() in heading.casefold() and folded(text) in coded:
            return coded[folded(text)]
    return None
