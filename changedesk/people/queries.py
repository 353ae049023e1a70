"""What a person can ask about projects and people."""

from dataclasses import dataclass

from changedesk.people.records import Person, Project
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace


@dataclass(frozen=True)
class ProjectRow:
    """A project, as switchers and covers show it."""

    id: int
    code: str
    name: str
    sponsor: str
    manager: str
    go_live: str


@dataclass(frozen=True)
class PersonRow:
    """A person, as pickers show one."""

    id: int
    name: str
    role: str
    site: str


def projects(workspace: Workspace) -> list[ProjectRow]:
    """Return all projects by code."""
    query = Project.select(
        Project.id, Project.code, Project.name, Project.sponsor, Project.manager, Project.go_live
    ).order_by(Project.code)
    return [ProjectRow(*row) for row in workspace.rows(query)]


def project_called(workspace: Workspace, code: str = "") -> ProjectRow:
    """Return the project with this code, or the only one; raises UserError otherwise."""
    found = projects(workspace)
    if not found:
        raise UserError("This workspace has no project yet: add one first.")
    if not code:
        if len(found) == 1:
            return found[0]
        codes = ", ".join(project.code for project in found)
        raise UserError(f"This workspace has several projects: say which one ({codes}).")
    for project in found:
        if project.code.casefold() == code.casefold():
            return project
    raise UserError(f"There is no project {code} in this workspace.")


def people(workspace: Workspace) -> list[PersonRow]:
    """Return all people by name."""
    query = Person.select(Person.id, Person.name, Person.role, Person.site).order_by(Person.name)
    return [PersonRow(*row) for row in workspace.rows(query)]
