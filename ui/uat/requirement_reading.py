"""What the page Requirements shows beyond the records: which scripts test what; for workers."""

from dataclasses import dataclass

from changedesk.people.links import TESTED_BY, link, links, unlink
from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.queries import ScriptRow


@dataclass(frozen=True)
class LinkChoices:
    """The scripts of a project, and which of them test a requirement now."""

    requirement: int
    name: str
    scripts: tuple[ScriptRow, ...]
    now: frozenset[int]


def read_choices(workspace: Workspace, project: int, requirement: int) -> LinkChoices:
    """Read what can be linked with a requirement."""
    with workspace.snapshot():
        return LinkChoices(
            requirement,
            workspace.record_name(requirement),
            tuple(queries.scripts(workspace, project)),
            frozenset(links(workspace, TESTED_BY).get(requirement, ())),
        )


def write_links(workspace: Workspace, requirement: int, scripts: set[int]) -> int:
    """Let exactly these scripts test a requirement, in one change; return how many links differ."""
    now = links(workspace, TESTED_BY).get(requirement, set())
    if now == scripts:
        return 0
    with workspace.change(f"Link scripts to {workspace.record_name(requirement)}") as change:
        unlink(workspace, change, TESTED_BY, {(requirement, script) for script in now - scripts})
        link(workspace, change, TESTED_BY, [(requirement, s) for s in sorted(scripts - now)])
    return len(now ^ scripts)


def turn_link(workspace: Workspace, requirement: int, script: int) -> bool:
    """Tie a requirement to a script, or untie it where it is tied; return whether it is now."""
    now = links(workspace, TESTED_BY).get(requirement, set())
    write_links(workspace, requirement, now ^ {script})
    return script not in now
