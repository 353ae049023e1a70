"""Defects as a tracker takes them, and in the words in which they came where these still hold."""

from datetime import UTC, datetime
from typing import Any

from changedesk.exchange.defect_words import Scale, code_of
from changedesk.exchange.drafts import DefectDraft
from changedesk.exchange.further import unpacked
from changedesk.people.records import Person
from changedesk.store.workspace import Workspace
from changedesk.uat.exporting import NOWHERE
from changedesk.uat.importing_defects import (
    AREA,
    OUR_CODE,
    PRIORITY,
    SCRIPT,
    SEVERITY,
    STATUS,
)
from changedesk.uat.records import Cycle, Defect, Script
from changedesk.uat.words import DEFECT_STATUS

_OURS = frozenset({STATUS, SEVERITY, PRIORITY, AREA, SCRIPT})
_WORDS = {choice.code: choice.label for choice in DEFECT_STATUS}


def defects_of(workspace: Workspace, project: int, system: str) -> list[DefectDraft]:
    """Return all defects of a project for a tracker; those it knows already carry its key.

    The others carry our code under a heading of their own, so that they can be told again when
    the tracker gives them back.
    """
    rows = workspace.rows(Defect.select().where(Defect.project == project).order_by(Defect.id))
    names = _Names(workspace)
    return [_draft(row, names, system) for row in rows]


class _Names:
    """What the keys of a defect's references are called."""

    def __init__(self, workspace: Workspace) -> None:
        self.people = {row.id: row.name for row in workspace.rows(Person.select())}
        self.cycles = {row.id: row.title for row in workspace.rows(Cycle.select())}
        self.scripts = {
            row.id: row.source_id or row.code
            for row in workspace.rows(Script.select(Script.id, Script.code, Script.source_id))
        }


def _draft(row: Any, names: _Names, system: str) -> DefectDraft:
    own = row.source_system == system
    key = row.source_id if own else row.external_id
    further = unpacked(row.further)
    told = {name: text for name, text in further if name in _OURS}
    rest = [pair for pair in further if pair[0] not in _OURS]
    if not key:
        # The code that another workspace gave it is not ours.
        rest = [pair for pair in rest if pair[0] != OUR_CODE] + [(OUR_CODE, row.code)]
    return DefectDraft(
        source_id=key,
        source_key=row.source_key or row.code,
        title=row.title,
        where=NOWHERE,
        description=row.description,
        severity=row.severity,
        severity_text=_word("severity", told.get(SEVERITY, ""), row.severity),
        priority=row.priority,
        priority_text=_word("priority", told.get(PRIORITY, ""), row.priority),
        status=row.status,
        status_text=_word("status", told.get(STATUS, ""), row.status) or _WORDS[row.status],
        owner=row.owner,
        found_by=names.people.get(row.found_by, ""),
        found=datetime.fromtimestamp(row.found / 1000, UTC).date() if row.found else None,
        build=row.build,
        # A tracker's issue tells of its script in its own text.
        script="" if own else names.scripts.get(row.script, ""),
        area=told.get(AREA, ""),
        cycle=names.cycles.get(row.cycle, ""),
        further=tuple(rest),
    )


def _word(scale: Scale, word: str, code: str) -> str:
    """Return the source's word while it stands for what the defect is now."""
    return word if word and code_of(scale, word) == code else ""
