"""What the writers take and give: scripts of one project, and a file with remarks about it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from changedesk.exchange.drafts import RequirementDraft, ScriptDraft

Column = tuple[str, int]
"""A heading, and which one of that name it is, from 0."""

_NAMES = {
    "data_sets": "sets of data",
    "requirements": "links to requirements",
    "minutes": "an estimate",
    "status": "a state",
    "outcome": "a result",
    "priority": "a priority",
    "further": "further fields",
}


@dataclass(frozen=True, slots=True)
class Suite:
    """Scripts to be written for a tool. `project` is the project's key there.

    `system` names the tool that the scripts' ids are from: only there an id is written as one,
    for in any other tool it would name something else.
    """

    project: str
    scripts: tuple[ScriptDraft, ...]
    requirements: tuple[RequirementDraft, ...] = ()
    system: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as bytes; `warnings` say, in sentences, what the format cannot hold."""

    content: bytes
    warnings: tuple[str, ...] = ()


def ident(suite: Suite, script: ScriptDraft, system: str) -> str:
    """Return the script's id where it is one of this tool, else ""."""
    return script.source_id if suite.system == system else ""


def lost(scripts: Sequence[ScriptDraft], tool: str, *fields: str, base: int = 0) -> list[str]:
    """Return a sentence for each field that some script fills and the tool's file cannot hold.

    `base` is how many scripts are written, where only some of them are looked at.
    """
    found = []
    for field in fields:
        count = sum(bool(getattr(script, field)) for script in scripts)
        if count:
            verb = "has" if count == 1 else "have"
            found.append(
                f"{count} of {base or len(scripts)} scripts {verb} {_NAMES[field]}, which {tool} "
                "does not take from a file: left out."
            )
    return found


def further_columns(scripts: Iterable[ScriptDraft], without: Collection[str]) -> list[Column]:
    """Return the columns for all further fields, in an order that fits every script."""
    columns: list[Column] = []
    for script in scripts:
        place = 0
        for column in _numbered(script, without):
            if column in columns:
                place = max(place, columns.index(column) + 1)
            else:
                columns.insert(place, column)
                place += 1
    return columns


def further_cells(
    script: ScriptDraft, columns: Sequence[Column], without: Collection[str]
) -> list[str]:
    """Return a script's further fields under these columns."""
    texts = dict(
        zip(
            _numbered(script, without),
            (text for name, text in script.further if name not in without),
            strict=True,
        )
    )
    return [texts.get(column, "") for column in columns]


def _numbered(script: ScriptDraft, without: Collection[str]) -> list[Column]:
    seen: dict[str, int] = {}
    columns = []
    for name, _ in script.further:
        if name not in without:
            columns.append((name, seen.get(name, 0)))
            seen[name] = seen.get(name, 0) + 1
    return columns


def further_of(script: ScriptDraft, name: str) -> str:
    """Return the first further field of this name."""
    return next((text for heading, text in script.further if heading == name), "")


def needed(script: ScriptDraft) -> str:
    """Return what has to be there first: preconditions, and data that no step names."""
    data = f"Test data:\n{script.test_data}" if script.test_data else ""
    return "\n\n".join(part for part in (script.preconditions, data) if part)


def area_path(script: ScriptDraft, separator: str) -> str:
    """Return the script's area as a path of a tool."""
    return separator.join(part for part in script.area.split(" / ") if part)
