"""People as a command line names them: somebody who is there, or a refusal that helps."""

from difflib import get_close_matches

from changedesk.people.records import Person
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

_NEAR = 0.6


def person_named(workspace: Workspace, name: str, advice: str = "") -> int:
    """Return the key of the one person who is called so, or has this e-mail address.

    Case and spaces do not count. Raises UserError that names people who are called alike, with
    `advice` on what else can be done.
    """
    wanted = _folded(name)
    people = workspace.rows(Person.select(Person.id, Person.name, Person.email))
    found = [row for row in people if wanted in (_folded(row.name), _folded(row.email))]
    if len(found) == 1 and wanted:
        return int(found[0].id)
    if found and wanted:
        raise UserError(
            f"{len(found)} people in this workspace are called {name}: give the e-mail address "
            "of the one who is meant."
        )
    raise UserError(" ".join(filter(None, (_unknown(name, [row.name for row in people]), advice))))


def is_known(workspace: Workspace, name: str) -> bool:
    """Tell whether anybody is called so."""
    people = workspace.rows(Person.select(Person.name, Person.email))
    return any(_folded(name) in (_folded(row.name), _folded(row.email)) for row in people)


def alike(workspace: Workspace, name: str) -> list[str]:
    """Return the names of people who may be meant by a name that nobody bears."""
    return _alike(name, [row.name for row in workspace.rows(Person.select(Person.name))])


def _unknown(name: str, names: list[str]) -> str:
    near = _alike(name, names)
    hint = f": did you mean {' or '.join(near)}?" if near else "."
    return f"There is nobody called “{name}” in this workspace{hint}"


def _alike(name: str, names: list[str]) -> list[str]:
    by_folded = {_folded(one): one for one in names}
    near = [by_folded[one] for one in get_close_matches(_folded(name), by_folded, 3, _NEAR)]
    parts = [one for one in names if set(_folded(name).split()) & set(_folded(one).split())]
    return list(dict.fromkeys(near + parts))[:3]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
