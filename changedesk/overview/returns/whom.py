"""Who is meant by a name that somebody typed into a workbook."""

from collections.abc import Collection

from changedesk.exchange.returns.tables import folded
from changedesk.people.records import Person
from changedesk.store.workspace import Workspace


def people_called(workspace: Workspace, names: Collection[str]) -> dict[str, list[int]]:
    """Return, by each name as it was typed, who is called that; case and spaces do not count.

    Several only where nobody can choose from them.
    """
    if not names:
        return {}
    rows = [(row.id, row.name) for row in workspace.rows(Person.select(Person.id, Person.name))]
    found: dict[str, list[int]] = {}
    for name in names:
        alike = [(key, one) for key, one in rows if folded(one) == folded(name)]
        exactly = [key for key, one in alike if one == name]
        found[name] = exactly if len(exactly) == 1 else [key for key, _ in alike]
    return found
