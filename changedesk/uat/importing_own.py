"""Scripts and requirements that were written here and come back in a file of another tool.

What is exported for another tool has no id of that tool yet. It is ours by all that it says: a
script by its title and every step, a requirement by our code and its title; never by a title alone.
"""

from collections import defaultdict
from collections.abc import Sequence

from changedesk.exchange.drafts import RequirementDraft, ScriptDraft
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import current_versions
from changedesk.uat.records import Requirement, Script
from changedesk.uat.taking import folded

_Told = tuple[tuple[str, str, str], ...]
"""do, data and expected of each step of a file"""

_Words = tuple[tuple[frozenset[tuple[str, str]], str], ...]
"""Of each step here: every pair of do and data that we write for it, and what is expected"""


def scripts_written_here(
    workspace: Workspace, project: int, drafts: Sequence[ScriptDraft]
) -> dict[str, int]:
    """Return, by the source's key, the scripts of no source that drafts say again."""
    titles = {folded(draft.title) for draft in drafts if draft.steps}
    rows = workspace.rows(
        Script.select(Script.id, Script.title).where(
            (Script.project == project) & (Script.source_system == "")
        )
    )
    ours: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if folded(row.title) in titles:
            ours[folded(row.title)].append(row.id)
    words = _words(workspace, [key for keys in ours.values() for key in keys])
    found: dict[str, int] = {}
    for draft in drafts:
        said = tuple(
            (folded(step.do), folded(step.data), folded(step.expected)) for step in draft.steps
        )
        alike = ours[folded(draft.title)] if draft.steps else []
        one = next((key for key in alike if _says(said, words[key])), None)
        if one is not None:
            alike.remove(one)
            found[draft.source_key] = one
    return found


def _words(workspace: Workspace, scripts: Sequence[int]) -> dict[int, _Words]:
    versions = current_versions(workspace, scripts)
    steps: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    with workspace.connected() as sql:
        before = {
            key: (needed, data)
            for key, needed, data in sql.by_keys(
                "SELECT id, preconditions, test_data FROM script WHERE id IN ({keys})",
                list(versions),
            )
        }
        for version, do, data, expected in sql.by_keys(
            'SELECT version_id, "do", data, expected FROM step WHERE version_id IN ({keys}) '
            "ORDER BY position, id",
            list(versions.values()),
        ):
            steps[version].append((do, data, expected))
    return {
        script: tuple(
            (_written(do, data, before[script] if at == 0 else ("", "")), folded(expected))
            for at, (do, data, expected) in enumerate(steps[version])
        )
        for script, version in versions.items()
    }


def _written(do: str, data: str, before: tuple[str, str]) -> frozenset[tuple[str, str]]:
    """Return what our exports write for a step; nothing is known by a step that says nothing."""
    if not folded(do):
        return frozenset()
    # A tool without a field for the data or for what comes before has it beside what is to be done.
    whole = f"{do} Test data: {data}" if data else do
    named = zip(("Preconditions", "Test data"), before, strict=True)
    first = " ".join(f"{name}: {text}" for name, text in named if text)
    ways = ((do, data), (whole, ""), (f"{first} {whole}", ""))
    return frozenset((folded(told), folded(beside)) for told, beside in ways)


def _says(theirs: _Told, ours: _Words) -> bool:
    return len(theirs) == len(ours) and all(
        expected == wanted and (do, data) in written
        for (do, data, expected), (written, wanted) in zip(theirs, ours, strict=True)
    )


def requirements_written_here(
    workspace: Workspace, project: int, drafts: Sequence[RequirementDraft]
) -> dict[str, int]:
    """Return, by the source's key, the requirements of no source that drafts say again."""
    rows = workspace.rows(
        Requirement.select(Requirement.id, Requirement.code, Requirement.title).where(
            (Requirement.project == project)
            & (Requirement.source_system == "")
            & (Requirement.source_key == "")
        )
    )
    ours = {(folded(row.code), folded(row.title)): row.id for row in rows}
    told = {one.source_key: (folded(one.source_id), folded(one.title)) for one in drafts}
    return {key: ours[words] for key, words in told.items() if words in ours}
