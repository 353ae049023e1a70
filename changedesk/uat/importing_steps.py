"""The steps and data sets of many scripts as a file has them, compared and renewed together."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from changedesk.exchange.making import Taken
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import current_versions
from changedesk.uat.records import DataSet, Script, ScriptVersion, Step
from changedesk.uat.steps_here import StepWords, changed_here
from changedesk.uat.versions import next_numbers

_TOLD = 8


@dataclass(frozen=True)
class Body:
    """What a script's version holds: (do, data, expected, trials, threshold), (name, values)."""

    steps: tuple[StepWords, ...] = ()
    data_sets: tuple[tuple[str, str], ...] = ()

    def step_fields(self) -> list[dict[str, Any]]:
        """Return the steps as fields of records."""
        names = ("do", "data", "expected", "trials", "threshold")
        return [
            {name: value for name, value in zip(names, step, strict=True) if value is not None}
            for step in self.steps
        ]


def add_data_sets(
    workspace: Workspace, change: Change, bodies: Mapping[int, Body], taken: Taken
) -> None:
    """Add the data sets of new scripts, by key, within a change."""
    driven = {script: body for script, body in bodies.items() if body.data_sets}
    versions = current_versions(workspace, list(driven))
    _add_sets(change, {versions[script]: body for script, body in driven.items()})
    taken.add("data_set", sum(len(body.data_sets) for body in driven.values()))


def revise(
    workspace: Workspace, change: Change, bodies: Mapping[int, Body], taken: Taken
) -> set[int]:
    """Give scripts these steps and data sets; return the keys of those that had others.

    A version that a run has started on, or that a planned run takes its data from, stays as it is
    and is followed by a new one. Steps that were changed here stay while the source says of them
    what it said at the last import; `taken` is told.
    """
    versions = current_versions(workspace, list(bodies))
    now = _bodies(workspace, versions.values())
    # A file that names no data sets says nothing about those that are here.
    wanted = {
        script: Body(body.steps, body.data_sets or now[versions[script]].data_sets)
        for script, body in bodies.items()
    }
    differing = {script: body for script, body in wanted.items() if now[versions[script]] != body}
    differing = _without_changed_here(workspace, differing, now, versions, taken)
    if not differing:
        return set()
    kept = _in_use(workspace, [versions[script] for script in differing])
    followed = [script for script in differing if versions[script] in kept]
    _clear(workspace, change, [versions[s] for s in differing if versions[s] not in kept])
    versions |= _new_versions(workspace, change, followed)
    _add_steps(change, {versions[script]: body for script, body in differing.items()})
    _add_sets(change, {versions[script]: body for script, body in differing.items()})
    return set(differing)


def _without_changed_here(
    workspace: Workspace,
    differing: Mapping[int, Body],
    now: Mapping[int, Body],
    versions: Mapping[int, int],
    taken: Taken,
) -> dict[int, Body]:
    with workspace.connected() as sql:
        said = changed_here(sql, list(differing)) if differing else {}
        kept = {
            script
            for script, steps in said.items()
            if differing[script] == Body(steps, now[versions[script]].data_sets)
        }
        codes = sql.by_keys("SELECT code FROM script WHERE id IN ({keys})", kept)
    if kept:
        some = ", ".join(sorted(str(row[0]) for row in codes)[:_TOLD])
        more = f" and {len(kept) - _TOLD} more" if len(kept) > _TOLD else ""
        taken.warnings.append(
            "Steps that were changed here since the last import stay, for the file says nothing "
            f"new of them: {some}{more}."
        )
    return {script: body for script, body in differing.items() if script not in kept}


def _bodies(workspace: Workspace, versions: Collection[int]) -> dict[int, Body]:
    steps: dict[int, list[StepWords]] = defaultdict(list)
    sets: dict[int, list[tuple[str, str]]] = defaultdict(list)
    keys = list(versions)
    with workspace.connected() as sql:
        for version, *words in sql.by_keys(
            'SELECT version_id, "do", data, expected, trials, threshold FROM step '
            "WHERE version_id IN ({keys}) ORDER BY position, id",
            keys,
        ):
            steps[version].append(tuple(words))
        for version, name, values in sql.by_keys(
            'SELECT version_id, name, "values" FROM data_set WHERE version_id IN ({keys}) '
            "ORDER BY position, id",
            keys,
        ):
            sets[version].append((name, values))
    return {key: Body(tuple(steps[key]), tuple(sets[key])) for key in keys}


def _in_use(workspace: Workspace, versions: Collection[int]) -> set[int]:
    with workspace.connected() as sql:
        rows = sql.by_keys(
            "SELECT version_id FROM run WHERE (started IS NOT NULL OR data_set_id IS NOT NULL) "
            "AND version_id IN ({keys})",
            versions,
        )
    return {int(row[0]) for row in rows}


def _clear(workspace: Workspace, change: Change, versions: Collection[int]) -> None:
    for record_type in (Step, DataSet):
        with workspace.connected() as sql:
            rows = sql.by_keys(
                f"SELECT id FROM {record_type.about.type_name} WHERE version_id IN ({{keys}})",
                versions,
            )
        if rows:
            change.delete_many(record_type, [int(row[0]) for row in rows])


def _new_versions(workspace: Workspace, change: Change, scripts: Collection[int]) -> dict[int, int]:
    with workspace.connected() as sql:
        numbers = next_numbers(sql, scripts)
    keys = change.add_many(
        ScriptVersion,
        [{"script": script, "number": number} for script, number in numbers.items()],
    )
    change.set_many(Script, {script: {"version": n} for script, n in numbers.items()})
    return dict(zip(numbers, keys, strict=True))


def _add_steps(change: Change, bodies: Mapping[int, Body]) -> None:
    change.add_many(
        Step,
        [
            {"version": version, "position": place, **step}
            for version, body in bodies.items()
            for place, step in enumerate(body.step_fields(), start=1)
        ],
    )


def _add_sets(change: Change, bodies: Mapping[int, Body]) -> None:
    change.add_many(
        DataSet,
        [
            {"version": version, "position": place, "name": name, "values": values}
            for version, body in bodies.items()
            for place, (name, values) in enumerate(body.data_sets, start=1)
        ],
    )
