"""Groups and people that a file names: found, or made within the change that takes the file in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from changedesk.people.records import Group, Person
from changedesk.store.change import Change
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace

_TAIL = re.compile(
    r"\s+(?:teams?|staff|groups?|department|dept|division|unit|abteilung|gruppe|équipe|equipo|"
    r"equipe)$"
)


_TOLD = ("email", "role", "site", "staff_id")


class Groups:
    """The groups of a workspace by name and code, with or without a word such as "team"."""

    def __init__(self, workspace: Workspace) -> None:
        self._named: dict[str, set[int]] = defaultdict(set)
        self._loose: dict[str, set[int]] = defaultdict(set)
        for row in workspace.rows(Group.select(Group.id, Group.name, Group.code)):
            self.note(row.id, row.name)
            self._named[folded(row.code)].add(row.id)

    def note(self, key: int, name: str) -> None:
        """Take note of a group."""
        self._named[folded(name)].add(key)
        self._loose[_bare(folded(name))].add(key)

    def found(self, name: str) -> int | None:
        """Return the one group that is called so; None for none, and for several."""
        wanted = folded(name)
        for found in (self._named.get(wanted), self._loose.get(_bare(wanted))):
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None


def groups_as_known(workspace: Workspace, names: Iterable[str]) -> dict[str, str]:
    """Return for each name of a group the code of the one that is meant, or the name met first."""
    groups = Groups(workspace)
    called = {row.id: row.code for row in workspace.rows(Group.select(Group.id, Group.code))}
    meant: dict[str, str] = {}
    for at, name in enumerate(dict.fromkeys(names), start=1):
        key = groups.found(name)
        if key is None:
            key = -at
            groups.note(key, name)
        meant[name] = called.setdefault(key, name)
    return meant


class Cast:
    """Who is who in a workspace; `made_groups` and `made_people` count who was not there."""

    def __init__(self, workspace: Workspace, change: Change) -> None:
        self._change = change
        self.made_groups = 0
        self.made_people = 0
        self._groups = Groups(workspace)
        self.people = Directory(workspace)
        self._filled: dict[int, dict[str, Any]] = defaultdict(dict)

    def group_found(self, name: str) -> int | None:
        """Return the one group that is called so, with or without a word such as "team"."""
        return self._groups.found(name)

    def group(self, name: str, headcount: int | None = None) -> int | None:
        """Return the group of this name, made where there is none; None for no name.

        A group that is made has the headcount that the file tells of it.
        """
        name = " ".join(clean(name).split())
        if not name:
            return None
        known = self.group_found(name)
        if known is not None:
            return known
        key = int(self._change.add(Group(name=name, headcount=headcount)).id)
        self.made_groups += 1
        self._groups.note(key, name)
        return key

    def person(self, name: str, told: Mapping[str, Any], group: int | None = None) -> int | None:
        """Return the person of this name, e-mail address or staff id, made where nobody is.

        What the file tells of somebody fills what is still empty.
        """
        name = " ".join(clean(name).split())
        found = self.people.find(name, told)
        if len(found) > 1 or not name:
            return None
        fields = {field: told[field] for field in _TOLD if told.get(field)}
        if found:
            known = found[0]
            for field, value in fields.items():
                if not self.people.rows[known].get(field):
                    self._filled[known].setdefault(field, value)
            return known
        key = int(self._change.add(Person(name=name, group=group, **fields)).id)
        self.made_people += 1
        self.people.note(key, {"name": name, **fields})
        return key

    def finish(self) -> int:
        """Write what files told of people who were here; return of how many."""
        self._change.set_many(Person, dict(self._filled))
        return len(self._filled)


class Directory:
    """The people of a workspace by staff id, e-mail address and name."""

    def __init__(self, workspace: Workspace) -> None:
        self.rows: dict[int, dict[str, Any]] = {}
        self._by: dict[tuple[str, str], list[int]] = defaultdict(list)
        columns = (Person.id, Person.name, Person.email, Person.staff_id, Person.role, Person.site)
        for row in workspace.rows(Person.select(*columns)):
            self.note(row.id, row._asdict())

    def note(self, key: int, row: Mapping[str, Any]) -> None:
        """Take note of somebody."""
        self.rows[key] = dict(row)
        for field in ("staff_id", "email", "name"):
            if value := folded(str(row.get(field) or "")):
                self._by[field, value].append(key)

    def find(self, name: str, told: Mapping[str, Any]) -> list[int]:
        """Return who may be meant: the staff id goes before the e-mail address, and that before
        the name; somebody of that name with another staff id or address is somebody else.
        """
        for field in ("staff_id", "email"):
            value = folded(str(told.get(field) or ""))
            if value and (found := self._by.get((field, value))):
                return found
        return [
            key
            for key in self._by.get(("name", folded(name)), [])
            if not any(self._differs(key, field, told) for field in ("staff_id", "email"))
        ]

    def _differs(self, key: int, field: str, told: Mapping[str, Any]) -> bool:
        own, other = self.rows[key].get(field) or "", told.get(field) or ""
        return bool(own and other) and folded(str(own)) != folded(str(other))


def folded(name: str) -> str:
    """Return a name as it is compared: case and spaces do not count."""
    return " ".join(name.casefold().split())


def _bare(name: str) -> str:
    return _TAIL.sub("", name)
