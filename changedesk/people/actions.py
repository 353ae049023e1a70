"""What a person can do with projects, groups and people: each is one undoable change."""

from typing import Any

from changedesk.people.records import Group, Person, Project
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace


def add_project(workspace: Workspace, code: str, name: str, **fields: Any) -> int:
    """Add a project and return its key; raises UserError when its code is empty or in use."""
    code = clean(code).strip()
    if not code:
        raise UserError("A project needs a short code.")
    if workspace.find(Project, code=code) is not None:
        raise UserError(f"There is a project {code} already: choose another code.")
    with workspace.change(f"Add project {code}") as change:
        return int(change.add(Project(code=code, name=name, **fields)).id)


def add_group(workspace: Workspace, name: str, **fields: Any) -> int:
    """Add a stakeholder group and return its key."""
    with workspace.change(f"Add group {name}") as change:
        return int(change.add(Group(name=name, **fields)).id)


def add_person(workspace: Workspace, name: str, **fields: Any) -> int:
    """Add a person and return the key."""
    with workspace.change(f"Add {name}") as change:
        return int(change.add(Person(name=name, **fields)).id)


def person_called(workspace: Workspace, change: Change, name: str) -> int | None:
    """Return the person of that name, made within `change` if there is none; None for no name."""
    name = " ".join(clean(name).split())
    if not name:
        return None
    known = workspace.find(Person, name=name)
    return int(known.id if known is not None else change.add(Person(name=name)).id)
