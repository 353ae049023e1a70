"""Taking in scripts that another tool or somebody's own workbook holds: one file, one change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from changedesk.exchange.drafts import Import, RoundDraft, ScriptDraft, ScriptImport
from changedesk.exchange.further import packed
from changedesk.exchange.making import Taken, named_people, taking, update_many
from changedesk.exchange.rounds import has_result
from changedesk.store.change import Change
from changedesk.store.text import clean, on_one_line
from changedesk.store.workspace import Workspace
from changedesk.uat import scripts as script_actions
from changedesk.uat.importing_defects import import_defects
from changedesk.uat.importing_own import scripts_written_here
from changedesk.uat.importing_requirements import (
    import_requirements,
    link_scripts,
    listed,
    take_requirements,
)
from changedesk.uat.importing_results import Told, import_results, take_results
from changedesk.uat.importing_steps import Body, add_data_sets, revise
from changedesk.uat.records import Script
from changedesk.uat.taking import cycle_titled

PRIORITY_WORDS = {
    "critical": ("critical", "blocker", "urgent", "must", "p1", "1"),
    "high": ("high", "major", "should", "p2", "2"),
    "medium": ("medium", "normal", "moderate", "could", "p3", "3"),
    "low": ("low", "minor", "wont", "p4", "4"),
}
_CODE_OF = {word: code for code, words in PRIORITY_WORDS.items() for word in words}


def import_found(
    workspace: Workspace,
    project: int,
    found: Import,
    *,
    cycle: int | None = None,
    only_try: bool = False,
) -> Taken:
    """Take in whatever a reader found, as one change; with `only_try` nothing is written."""
    match found.kind:
        case "scripts":
            return import_scripts(workspace, project, found, cycle=cycle, only_try=only_try)
        case "results":
            return import_results(workspace, project, found, cycle=cycle, only_try=only_try)
        case "defects":
            return import_defects(workspace, project, found, cycle=cycle, only_try=only_try)
    return import_requirements(workspace, project, found, only_try=only_try)


def source_system(found: ScriptImport) -> str:
    """Return what tells a script again, with the source's id: the tool that it is from.

    Somebody's own sheet is told by its kind of file and its headings.
    """
    return found.system or f"{found.source}:{found.fingerprint}"


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
    with taking(workspace, f"Import {found.file}", only_try=only_try) as change:
        system = source_system(found)
        keys = _take_scripts(workspace, change, project, found, taken)
        take_requirements(workspace, change, project, system, found.requirements, taken)
        drafts = dict(zip(keys, found.scripts, strict=True))
        link_scripts(workspace, change, project, system, drafts, taken)
        runs = [
            (key, one)
            for key, draft in zip(keys, found.scripts, strict=True)
            for one in _runs_of(draft)
        ]
        if any(has_result(one) for _, one in runs):
            _take_results(
                workspace, change, project, f"Results in {found.file}", runs, cycle, taken
            )
    return taken


def known_sources(workspace: Workspace, project: int, found: ScriptImport) -> dict[str, int]:
    """Return the scripts that files of this form brought before, by the source's key."""
    rows = workspace.rows(
        Script.select(Script.id, Script.source_key).where(
            (Script.project == project) & (Script.source_system == source_system(found))
        )
    )
    return {row.source_key: row.id for row in rows}


def _fields(draft: ScriptDraft) -> dict[str, Any]:
    """Return what the source says; what it leaves empty is not emptied here."""
    priority = _priority(draft.priority)
    further = [*draft.further]
    if draft.priority and not priority:
        further.append(("Priority", draft.priority))
    told = {
        "title": draft.title or draft.source_id or str(draft.where),
        "area": draft.area,
        "preconditions": draft.preconditions,
        "test_data": draft.test_data,
        "priority": priority,
        "minutes": draft.minutes,
        "status": draft.status,
        "requirements": ", ".join(draft.requirements),
        "further": packed(further),
    }
    fields = {name: value for name, value in told.items() if value}
    if draft.text or draft.steps:
        fields["text"] = draft.text
    return fields


def _priority(word: str) -> str:
    return _CODE_OF.get(word.strip().casefold(), "")


def _warn_about_priorities(drafts: Sequence[ScriptDraft], taken: Taken) -> None:
    words = dict.fromkeys(d.priority for d in drafts if d.priority and not _priority(d.priority))
    if words:
        taken.warnings.append(
            f"No priority here is called {listed(list(words))}: scripts with such a word come in "
            "as medium, and the word is kept."
        )


def _body(draft: ScriptDraft) -> Body:
    steps = tuple(
        (clean(s.do), clean(s.data), clean(s.expected), s.trials, s.threshold) for s in draft.steps
    )
    sets = tuple(
        (clean(one.name) or str(number), clean("\n".join(_lines(one.values))))
        for number, one in enumerate(draft.data_sets, start=1)
    )
    return Body(steps, sets)


def _lines(values: Sequence[tuple[str, str]]) -> list[str]:
    return [f"{on_one_line(name)} = {on_one_line(value)}" for name, value in values]


def _take_scripts(
    workspace: Workspace, change: Change, project: int, found: ScriptImport, taken: Taken
) -> list[int]:
    system = source_system(found)
    known = known_sources(workspace, project, found)
    fresh = [draft for draft in found.scripts if draft.source_key not in known]
    own = scripts_written_here(workspace, project, fresh)
    fresh = [draft for draft in fresh if draft.source_key not in own]
    bodies = [_body(draft) for draft in fresh]
    _warn_about_priorities(fresh, taken)
    made = script_actions.add_scripts(
        change,
        [
            {
                "project": project, "status": "ready", "source_system": system,
                "source_id": draft.source_id, "source_key": draft.source_key, **_fields(draft),
            }
            for draft in fresh
        ],
        [body.step_fields() for body in bodies],
    )  # fmt: skip
    taken.add("script", len(fresh))
    taken.add("step", sum(len(body.steps) for body in bodies))
    add_data_sets(workspace, change, dict(zip(made, bodies, strict=True)), taken)
    there = {known[d.source_key]: d for d in found.scripts if d.source_key in known}
    differing = update_many(
        workspace, change, Script, {key: _fields(draft) for key, draft in there.items()}, taken
    )
    # A source without steps says nothing about the steps that were added here.
    told = {key: _body(d) for key, d in there.items() if d.steps or d.text}
    differing |= revise(workspace, change, told, taken)
    taken.alter("script", len(differing))
    taken.unchanged += len(there) - len(differing) + len(own)
    known |= own
    known.update({draft.source_key: key for draft, key in zip(fresh, made, strict=True)})
    return [known[draft.source_key] for draft in found.scripts]


def _runs_of(draft: ScriptDraft) -> tuple[RoundDraft, ...]:
    """Return the runs that a file tells of; most tell of one."""
    own = RoundDraft(
        "", draft.tester, draft.outcome, draft.actual, draft.comment, draft.performed_on,
        draft.steps,
    )  # fmt: skip
    return draft.rounds or (own,)


def _take_results(
    workspace: Workspace,
    change: Change,
    project: int,
    otherwise: str,
    found: Sequence[tuple[int, RoundDraft]],
    cycle: int | None,
    taken: Taken,
) -> None:
    # A file with results lists a whole round: what it gives no result for is still to be run.
    people = named_people(workspace, change, _testers(one for _, one in found), taken)
    rounds: dict[str, list[tuple[int, RoundDraft]]] = {}
    for key, one in found:
        rounds.setdefault(one.cycle, []).append((key, one))
    # Of several cycles the file's own, or the last, is the one that was asked for.
    asked_for = "" if "" in rounds else next(reversed(rounds), "")
    names = []
    for title, runs in rounds.items():
        where = cycle if title == asked_for else None
        where = where or cycle_titled(workspace, change, project, title or otherwise, taken)
        names.append(workspace.record_name(where))
        planned = [(key, people.get(one.tester)) for key, one in runs]
        told = [told for key, one in runs for told in _told(one, key, people)]
        take_results(workspace, change, where, planned, told, taken)
    taken.cycle = ", ".join(names)


def _testers(runs: Iterable[RoundDraft]) -> Iterator[str]:
    for one in runs:
        yield one.tester
        yield from (step.tester for step in one.steps)


def _noon(day: date | None) -> int | None:
    return int(datetime.combine(day, time(12), UTC).timestamp() * 1000) if day else None


def _told(draft: RoundDraft, script: int, people: Mapping[str, int | None]) -> list[Told]:
    tester = people.get(draft.tester)
    at = _noon(draft.performed_on)
    told = [
        Told(
            script, tester, step.outcome, number, step.actual, step.comment,
            _noon(step.performed_on) or at, by=people.get(step.tester),
        )
        for number, step in enumerate(draft.steps, start=1)
        if step.outcome is not None
    ]  # fmt: skip
    if draft.outcome is not None:
        told.append(Told(script, tester, draft.outcome, None, draft.actual, draft.comment, at))
    return told
