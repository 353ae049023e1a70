"""Taking in scripts that another tool or somebody's own workbook holds: one file, one change."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any

from changedesk.exchange.drafts import ScriptDraft, ScriptImport
from changedesk.people.actions import person_called
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.uat import scripts as script_actions
from changedesk.uat.cycles import current_versions, plan
from changedesk.uat.measures import standing
from changedesk.uat.records import Cycle, Run, Script, StepResult
from changedesk.uat.run_states import result_facts

PRIORITY_WORDS = {
    "critical": ("critical", "blocker", "urgent", "must", "p1", "1"),
    "high": ("high", "major", "should", "p2", "2"),
    "medium": ("medium", "normal", "moderate", "could", "p3", "3"),
    "low": ("low", "minor", "wont", "p4", "4"),
}


@dataclass
class Taken:
    """What an import made, by the names that reports use."""

    created: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    cycle: str = ""

    def add(self, name: str, n: int = 1) -> None:
        """Count something that was made."""
        if n:
            self.created[name] = self.created.get(name, 0) + n


def source_system(found: ScriptImport) -> str:
    """Return what tells a script again, with the source's id: kind of file and headings."""
    return f"{found.source}:{found.fingerprint}"


class _Tried(Exception):
    """Ends a change that was only tried; nothing of it stays."""


def import_scripts(
    workspace: Workspace,
    project: int,
    found: ScriptImport,
    *,
    cycle: int | None = None,
    only_try: bool = False,
) -> Taken:
    """Take in what a reader found; the same file again adds nothing.

    A script is known by the source's id, never by its title; what changed in the source makes a
    new version. Results go to `cycle`, or to a cycle of the file's own. With `only_try` the
    account is the same and nothing is written.
    """
    taken = Taken()
    with suppress(_Tried), workspace.change(f"Import {found.file}") as change:
        keys = _take_scripts(workspace, change, project, found, taken)
        if any(_has_result(draft) for draft in found.scripts):
            cycle = cycle or _cycle_for(workspace, change, project, found, taken)
            taken.cycle = workspace.record_name(cycle)
            _take_results(workspace, change, cycle, found.scripts, keys, taken)
        if only_try:
            raise _Tried
    return taken


def known_sources(workspace: Workspace, project: int, found: ScriptImport) -> dict[str, int]:
    """Return the scripts that files of this form brought before, by the source's key."""
    rows = workspace.rows(
        Script.select(Script.id, Script.source_key).where(
            (Script.project == project) & (Script.source_system == source_system(found))
        )
    )
    return {row.source_key: row.id for row in rows}


def _has_result(draft: ScriptDraft) -> bool:
    return draft.outcome is not None or any(step.outcome is not None for step in draft.steps)


def _fields(draft: ScriptDraft) -> dict[str, Any]:
    return {
        "title": draft.title or draft.source_id,
        "area": draft.area,
        "preconditions": draft.preconditions,
        "test_data": draft.test_data,
        "priority": _priority(draft.priority),
        "requirements": ", ".join(draft.requirements),
    }


def _priority(word: str) -> str:
    word = word.strip().casefold()
    return next((code for code, words in PRIORITY_WORDS.items() if word in words), "medium")


def _steps(draft: ScriptDraft) -> list[dict[str, str]]:
    return [{"do": s.do, "data": s.data, "expected": s.expected} for s in draft.steps]


def _take_scripts(
    workspace: Workspace, change: Change, project: int, found: ScriptImport, taken: Taken
) -> list[int]:
    system = source_system(found)
    known = known_sources(workspace, project, found)
    fresh = [draft for draft in found.scripts if draft.source_key not in known]
    made = script_actions.add_scripts(
        change,
        [
            {
                "project": project, "status": "ready", "source_system": system,
                "source_id": draft.source_id, "source_key": draft.source_key, **_fields(draft),
            }
            for draft in fresh
        ],
        [_steps(draft) for draft in fresh],
    )  # fmt: skip
    taken.add("script", len(fresh))
    taken.add("step", sum(len(draft.steps) for draft in fresh))
    for draft in found.scripts:
        if draft.source_key in known:
            _update(workspace, change, known[draft.source_key], draft, taken)
    known.update({draft.source_key: key for draft, key in zip(fresh, made, strict=True)})
    return [known[draft.source_key] for draft in found.scripts]


def _update(
    workspace: Workspace, change: Change, key: int, draft: ScriptDraft, taken: Taken
) -> None:
    differing = change.set_many(Script, {key: _fields(draft)})
    new_steps = script_actions.replace_steps(workspace, change, key, _steps(draft))
    if differing or new_steps:
        taken.updated["script"] = taken.updated.get("script", 0) + 1
    else:
        taken.unchanged += 1


def _cycle_for(
    workspace: Workspace, change: Change, project: int, found: ScriptImport, taken: Taken
) -> int:
    title = f"Results in {found.file}"
    known = workspace.find(Cycle, project=project, title=title)
    if known is not None:
        return int(known.id)
    taken.add("cycle")
    return int(change.add(Cycle(project=project, title=title, status="open")).id)


def _take_results(
    workspace: Workspace,
    change: Change,
    cycle: int,
    drafts: Sequence[ScriptDraft],
    keys: Sequence[int],
    taken: Taken,
) -> None:
    # A file with results lists a whole round: what it gives no result for is still to be run.
    people = _testers(workspace, change, drafts, taken)
    given = [(key, people.get(draft.tester)) for key, draft in zip(keys, drafts, strict=True)]
    runs = plan(workspace, change, cycle, given)
    taken.add("run", len(runs))
    pairs = [
        (*pair, draft) for pair, draft in zip(given, drafts, strict=True) if _has_result(draft)
    ]
    begun = {runs[(key, tester)] for key, tester, _ in pairs if (key, tester) in runs}
    change.set_many(Run, {run: {"started": change.now_ms} for run in sorted(begun)})
    runs.update(_latest_runs(workspace, cycle))
    steps = _steps_by_version(workspace, [key for key, _, _ in pairs])
    with workspace.connected() as sql:
        facts = result_facts(sql, [runs[(key, tester)] for key, tester, _ in pairs])
    texts = _result_texts(workspace, facts)
    events = []
    for key, tester, draft in pairs:
        run = runs[(key, tester)]
        now = standing(facts.get(run, ()))
        for step, event in _events(draft, steps.get(key, [])):
            same_step = [fact for fact in now if fact.step == step]
            if [texts[fact.uid] for fact in same_step] == [
                (event["outcome"], event["actual"], event["comment"])
            ]:
                taken.unchanged += 1
                continue
            replaced = " ".join(sorted(fact.uid for fact in same_step))
            events.append(
                {"run": run, "step": step, "tester": tester, "replaces": replaced, **event}
            )
    change.add_many(StepResult, events)
    taken.add("result", len(events))


def _events(draft: ScriptDraft, steps: Sequence[int]) -> list[tuple[int | None, dict[str, Any]]]:
    at = None
    if draft.performed_on is not None:
        noon = datetime.combine(draft.performed_on, time(12), UTC)
        at = int(noon.timestamp() * 1000)
    events: list[tuple[int | None, dict[str, Any]]] = []
    for place, step in zip(steps, draft.steps, strict=False):
        if step.outcome is not None:
            told = {"outcome": step.outcome, "actual": step.actual, "comment": step.comment}
            events.append((place, {**told, "at": at}))
    if draft.outcome is not None:
        told = {"outcome": draft.outcome, "actual": draft.actual, "comment": draft.comment}
        # A script of one step and its verdict are one thing; otherwise the file does not say
        # which of the steps it was.
        events.append((steps[0] if len(steps) == 1 else None, {**told, "at": at}))
    return events


def _testers(
    workspace: Workspace, change: Change, drafts: Sequence[ScriptDraft], taken: Taken
) -> dict[str, int | None]:
    names = {draft.tester for draft in drafts if draft.tester}
    before = workspace.counts()["person"]
    people = {name: person_called(workspace, change, name) for name in sorted(names)}
    taken.add("person", workspace.counts()["person"] - before)
    return people


def _latest_runs(workspace: Workspace, cycle: int) -> dict[tuple[int, int | None], int]:
    rows = workspace.rows(
        Run.select(Run.script, Run.tester, Run.id).where(Run.cycle == cycle).order_by(Run.attempt)
    )
    return {(row.script, row.tester): row.id for row in rows}


def _steps_by_version(workspace: Workspace, scripts: Sequence[int]) -> dict[int, list[int]]:
    versions = current_versions(workspace, scripts)
    steps: dict[int, list[int]] = {script: [] for script in versions}
    script_of = {version: script for script, version in versions.items()}
    with workspace.connected() as sql:
        rows = sql.by_keys(
            "SELECT version_id, id FROM step WHERE version_id IN ({keys}) ORDER BY position, id",
            list(script_of),
        )
    for version, step in rows:
        steps[script_of[version]].append(step)
    return steps


def _result_texts(
    workspace: Workspace, facts: Mapping[int, Sequence[Any]]
) -> dict[str, tuple[str, str, str]]:
    with workspace.connected() as sql:
        rows = sql.by_keys(
            "SELECT e.uid, r.outcome, r.actual, r.comment FROM step_result r "
            "JOIN entity e ON e.id = r.id WHERE r.run_id IN ({keys})",
            list(facts),
        )
    return {bytes(uid).hex(): (outcome, actual, comment) for uid, outcome, actual, comment in rows}
