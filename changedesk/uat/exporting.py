"""Scripts, results and defects as the plain rows that writers of other tools' files take."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from changedesk.exchange.drafts import (
    DataSetDraft,
    Place,
    RequirementDraft,
    ScriptDraft,
    StepDraft,
)
from changedesk.exchange.further import unpacked
from changedesk.exchange.writers.suite import Suite
from changedesk.people.links import TESTED_BY, links
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import current_versions
from changedesk.uat.filling import values_of
from changedesk.uat.importing_requirements import WAITING
from changedesk.uat.records import Requirement, Script

NOWHERE = Place("", 0)
_STATES = frozenset({"Status", "State", "status", "state"})
_ISSUE_KEY = re.compile(r"[A-Z][A-Z0-9_]+-\d+")


def suite_of(
    workspace: Workspace, project: int, system: str, key: str = "", only: Collection[int] = ()
) -> Suite:
    """Return the scripts of a project for one tool; those that came from it keep their ids.

    `key` is the project's key in the tool. With `only` just the scripts with these keys.
    """
    rows = workspace.rows(Script.select().where(Script.project == project).order_by(Script.id))
    rows = [row for row in rows if not only or row.id in only]
    versions = current_versions(workspace, [row.id for row in rows])
    steps = steps_of_versions(workspace, versions.values())
    sets = _data_sets(workspace, versions.values())
    requirements = _requirements(workspace, project)
    named = _named(workspace, requirements)
    scripts = tuple(
        _draft(row, system, steps[versions[row.id]], sets[versions[row.id]], named[row.id])
        for row in rows
    )
    from_there = any(row.source_system == system for row in rows)
    return Suite(
        key,
        scripts,
        tuple(_requirement(row) for row in requirements),
        system if from_there else "",
    )


def issue_key(system: str, ident: str) -> str:
    """Return an id where it is the key of an issue in Jira, else ""."""
    return ident if system in {"xray", "jira"} and _ISSUE_KEY.fullmatch(ident) else ""


def _draft(
    row: Any,
    system: str,
    steps: list[StepDraft],
    sets: list[DataSetDraft],
    named: dict[str, str],
) -> ScriptDraft:
    own = row.source_system == system
    further, priority = _with_priority(unpacked(row.further), row.priority)
    # Where the tool gave no state, "ready" is what the import made of that.
    silent = own and row.status == "ready" and not any(name in _STATES for name, _ in further)
    return ScriptDraft(
        source_id=row.source_id if own else "",
        source_key=_key(row) if own else row.code,
        title=row.title,
        where=NOWHERE,
        area=row.area,
        preconditions=row.preconditions,
        test_data=row.test_data,
        priority=priority,
        requirements=_in_order(row.requirements, named),
        steps=tuple(steps),
        text=row.text,
        minutes=row.minutes,
        status="" if silent else row.status,
        data_sets=tuple(sets),
        further=further,
    )


def _key(row: Any) -> str:
    # An id that only groups the rows of a file is told by the title beside it, as it is by now.
    grouped = row.source_key != row.source_id and row.source_key.startswith(f"{row.source_id}: ")
    return f"{row.source_id}: {row.title}" if grouped else row.source_key


def _with_priority(
    further: tuple[tuple[str, str], ...], priority: str
) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return the source's own word of a priority that has no code, unless one was chosen here."""
    word = next((text for name, text in further if name == "Priority"), "")
    rest = tuple(pair for pair in further if pair[0] != "Priority")
    return rest, word if word and priority == "medium" else priority


def _in_order(text: str, named: dict[str, str]) -> tuple[str, ...]:
    """Return the names of linked requirements, in the source's order first."""
    written = [name for name in text.split(", ") if name.casefold() in named]
    rest = [name for folded, name in named.items() if folded not in map(str.casefold, written)]
    return (*dict.fromkeys(written), *rest)


def steps_of_versions(workspace: Workspace, versions: Iterable[int]) -> dict[int, list[StepDraft]]:
    """Return the steps of versions in their order."""
    steps: dict[int, list[StepDraft]] = defaultdict(list)
    with workspace.connected() as sql:
        for version, do, data, expected, trials, threshold in sql.by_keys(
            'SELECT version_id, "do", data, expected, trials, threshold FROM step '
            "WHERE version_id IN ({keys}) ORDER BY position, id",
            list(versions),
        ):
            draft = StepDraft(do, data, expected, trials=trials, threshold=threshold)
            steps[version].append(draft)
    return steps


def _data_sets(workspace: Workspace, versions: Iterable[int]) -> dict[int, list[DataSetDraft]]:
    sets: dict[int, list[DataSetDraft]] = defaultdict(list)
    with workspace.connected() as sql:
        for version, name, values in sql.by_keys(
            'SELECT version_id, name, "values" FROM data_set WHERE version_id IN ({keys}) '
            "ORDER BY position, id",
            list(versions),
        ):
            own = sets[version]
            shown = "" if name == str(len(own) + 1) else name
            own.append(DataSetDraft(tuple(values_of(values).items()), shown))
    return sets


def _requirements(workspace: Workspace, project: int) -> list[Any]:
    query = Requirement.select().where(Requirement.project == project).order_by(Requirement.id)
    return workspace.rows(query)


def _named(workspace: Workspace, requirements: Iterable[Any]) -> dict[int, dict[str, str]]:
    """Return, for each script, the names of the requirements that it tests."""
    named: dict[int, dict[str, str]] = defaultdict(dict)
    scripts = links(workspace, TESTED_BY)
    for row in requirements:
        name = row.source_id or row.code
        for script in scripts.get(row.id, ()):
            named[script][name.casefold()] = name
    return named


def _requirement(row: Any) -> RequirementDraft:
    return RequirementDraft(
        source_id=row.source_id or row.code,
        source_key=row.source_key or row.code,
        title=row.title,
        where=NOWHERE,
        area=row.area,
        description=row.description,
        priority=row.priority,
        acceptance=row.acceptance,
        further=tuple(pair for pair in unpacked(row.further) if pair[0] != WAITING),
    )
