"""Taking in requirements, and the links that a matrix or a script names."""

from collections.abc import Mapping, Sequence
from typing import Any

from changedesk.exchange.drafts import RequirementDraft, RequirementImport, ScriptDraft
from changedesk.exchange.further import packed, unpacked
from changedesk.exchange.making import Taken, taking, update_many
from changedesk.exchange.moscow import moscow_code
from changedesk.people.links import DEPENDS_ON, TESTED_BY, link
from changedesk.store.change import Change
from changedesk.store.rows import column_values
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace
from changedesk.uat.importing_own import requirements_written_here
from changedesk.uat.records import Requirement, Script
from changedesk.uat.taking import Names

OWN_LIST = "list"
"""The source of requirements that people list themselves: there an id is the project's own."""

WAITING = "Tests not here yet"


def import_requirements(
    workspace: Workspace, project: int, found: RequirementImport, *, only_try: bool = False
) -> Taken:
    """Take in requirements with their links; the same file again adds nothing.

    A test that is not in this project is noted on its requirement, and linked when it comes.
    """
    taken = Taken()
    with taking(workspace, f"Import {found.file}", only_try=only_try) as change:
        system = found.system or OWN_LIST
        keys = take_requirements(workspace, change, project, system, found.requirements, taken)
        names = Names(workspace, project, Requirement)
        pairs = [
            (keys[draft.source_key], other)
            for draft in found.requirements
            for name in draft.depends
            if (other := names.find(name, system)) is not None
        ]
        taken.add("link", link(workspace, change, DEPENDS_ON, pairs))
        _link_tests(workspace, change, project, system, found.requirements, keys, taken)
    return taken


def take_requirements(
    workspace: Workspace,
    change: Change,
    project: int,
    system: str,
    drafts: Sequence[RequirementDraft],
    taken: Taken,
) -> dict[str, int]:
    """Make or update requirements within a change; return their keys by source key.

    One that a script only named by its id becomes the one that is told of here.
    """
    known = _known(workspace, project, system)
    new = [draft for draft in drafts if _key_of(known, system, draft) is None]
    own = requirements_written_here(workspace, project, new)
    known |= {(system, source_key): key for source_key, key in own.items()}
    fresh, later = [], {}
    for draft in drafts:
        fields = _fields(draft)
        if draft.source_key in own:
            # It stays ours: what it says is taken, not where it was read.
            fields.pop("source_id", None)
            later[own[draft.source_key]] = fields
            continue
        fields |= {"source_system": system, "source_key": draft.source_key}
        key = _key_of(known, system, draft)
        if key is None:
            fresh.append({"project": project, **fields})
        else:
            later[key] = fields
            known[system, draft.source_key] = key
    differing = update_many(workspace, change, Requirement, later, taken)
    taken.alter("requirement", len(differing))
    taken.unchanged += len(later) - len(differing)
    made = change.add_many(Requirement, fresh)
    taken.add("requirement", len(made))
    known.update({(system, one["source_key"]): k for one, k in zip(fresh, made, strict=True)})
    return {draft.source_key: known[system, draft.source_key] for draft in drafts}


def _key_of(
    known: Mapping[tuple[str, str], int], system: str, draft: RequirementDraft
) -> int | None:
    return known.get((system, draft.source_key)) or known.get(("", draft.source_id))


def _known(workspace: Workspace, project: int, system: str) -> dict[tuple[str, str], int]:
    rows = workspace.rows(
        Requirement.select(Requirement.id, Requirement.source_system, Requirement.source_key).where(
            (Requirement.project == project) & Requirement.source_system.in_([system, ""])
        )
    )
    return {(row.source_system, row.source_key): row.id for row in rows if row.source_key}


def _fields(draft: RequirementDraft) -> dict[str, Any]:
    """Return what the source says; what it leaves empty is not emptied here."""
    priority = moscow_code(draft.priority)
    further = [*draft.further]
    if draft.priority and not priority:
        further.append(("Priority", draft.priority))
    told = {
        "title": draft.title or draft.source_id,
        "source_id": draft.source_id,
        "area": draft.area,
        "description": draft.description,
        "acceptance": draft.acceptance,
        "priority": priority,
        "further": packed(further),
    }
    return {name: text for name, text in told.items() if text}


def _link_tests(
    workspace: Workspace,
    change: Change,
    project: int,
    system: str,
    drafts: Sequence[RequirementDraft],
    keys: Mapping[str, int],
    taken: Taken,
) -> None:
    names = Names(workspace, project, Script)
    pairs: list[tuple[int, int]] = []
    missing: dict[int, list[str]] = {}
    several: list[str] = []
    for draft in drafts:
        for name in draft.tests:
            scripts = names.all(name, system)
            if len(scripts) == 1:
                pairs.append((keys[draft.source_key], scripts[0]))
            elif scripts:
                several.append(name)
            else:
                missing.setdefault(keys[draft.source_key], []).append(name)
    taken.add("link", link(workspace, change, TESTED_BY, pairs))
    _note_missing(workspace, change, [keys[draft.source_key] for draft in drafts], missing)
    if missing:
        each = list(dict.fromkeys(name for some in missing.values() for name in some))
        count = sum(map(len, missing.values()))
        taken.warnings.append(
            f"{_links(count)} to {listed(each)}, which no script of this project is called; "
            "the links are made when such scripts are imported."
        )
    if several:
        taken.warnings.append(
            f"Several scripts here are called {listed(list(dict.fromkeys(several)))}: link the "
            "right ones by hand."
        )


def _note_missing(
    workspace: Workspace,
    change: Change,
    keys: Sequence[int],
    missing: Mapping[int, Sequence[str]],
) -> None:
    with workspace.connected() as sql:
        furthers = column_values(sql, Requirement, "further", keys)
    changes = {}
    for key, further in furthers.items():
        pairs = [pair for pair in unpacked(further) if pair[0] != WAITING]
        if key in missing:
            pairs.append((WAITING, ", ".join(dict.fromkeys(missing[key]))))
        changes[key] = {"further": packed(pairs)}
    change.set_many(Requirement, changes)


def link_scripts(
    workspace: Workspace,
    change: Change,
    project: int,
    system: str,
    scripts: Mapping[int, ScriptDraft],
    taken: Taken,
) -> None:
    """Link scripts (by key) with the requirements that they name, and with those that wait.

    A requirement that is named and not there is made, with its id as title.
    """
    names = Names(workspace, project, Requirement)
    wanted = dict.fromkeys(clean(name) for draft in scripts.values() for name in draft.requirements)
    missing = [name for name in wanted if not names.all(name, system)]
    made = change.add_many(
        Requirement,
        [
            {"project": project, "title": name, "source_id": name, "source_key": name}
            for name in missing
        ],
    )
    taken.add("requirement", len(made))
    keys: dict[str, int | None] = dict(zip(missing, made, strict=True))
    keys.update({name: names.find(name, system) for name in wanted if name not in keys})
    pairs = [
        (requirement, script)
        for script, draft in scripts.items()
        for name in draft.requirements
        if (requirement := keys[clean(name)]) is not None
    ]
    taken.add("link", link(workspace, change, TESTED_BY, pairs))
    several = [name for name, key in keys.items() if key is None]
    if several:
        taken.warnings.append(
            f"Several requirements here are called {listed(several)}: link the right ones by hand."
        )
    _link_waiting(workspace, change, project, taken)


def _link_waiting(workspace: Workspace, change: Change, project: int, taken: Taken) -> None:
    rows = workspace.rows(
        Requirement.select(Requirement.id, Requirement.further, Requirement.source_system).where(
            (Requirement.project == project) & Requirement.further.contains(WAITING)
        )
    )
    if not rows:
        return
    names = Names(workspace, project, Script)
    pairs: list[tuple[int, int]] = []
    changes = {}
    for row in rows:
        kept: list[tuple[str, str]] = []
        for heading, text in unpacked(row.further):
            still = text.split(", ") if heading == WAITING else []
            for name in [*still]:
                script = names.find(name, row.source_system)
                if script is not None:
                    pairs.append((row.id, script))
                    still.remove(name)
            if heading != WAITING:
                kept.append((heading, text))
            elif still:
                kept.append((heading, ", ".join(still)))
        changes[row.id] = {"further": packed(kept)}
    change.set_many(Requirement, changes)
    taken.add("link", link(workspace, change, TESTED_BY, pairs))


def listed(names: Sequence[str], most: int = 6) -> str:
    """Return names for a sentence, the first few of many."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def _links(count: int) -> str:
    return "1 link leads" if count == 1 else f"{count} links lead"
