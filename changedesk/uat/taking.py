"""What every import needs: its account, a change that may only be tried, and who is who here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from changedesk.people.actions import person_called
from changedesk.store.change import Change
from changedesk.store.drafting import tidied_fields
from changedesk.store.records import Record
from changedesk.store.rows import column_values
from changedesk.store.spec import spec_of
from changedesk.store.workspace import Workspace
from changedesk.uat.further import merged, unpacked
from changedesk.uat.records import Cycle, Defect, Requirement, Script


@dataclass
class Taken:
    """What an import made, by the names that reports use; `warnings` are whole sentences."""

    created: dict[str, int] = field(default_factory=dict)
    updated: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    cycle: str = ""
    warnings: list[str] = field(default_factory=list)

    def add(self, name: str, n: int = 1) -> None:
        """Count something that was made."""
        if n:
            self.created[name] = self.created.get(name, 0) + n

    def alter(self, name: str, n: int = 1) -> None:
        """Count something that was there and differs now."""
        if n:
            self.updated[name] = self.updated.get(name, 0) + n


class _Tried(Exception):
    """Ends a change that was only tried; nothing of it stays."""


@contextmanager
def taking(workspace: Workspace, label: str, *, only_try: bool) -> Iterator[Change]:
    """Open a change; with `only_try` all is done as ever and nothing of it is written."""
    try:
        with workspace.change(label) as change:
            yield change
            if only_try:
                raise _Tried
    except _Tried:
        pass


def update_many(
    workspace: Workspace,
    change: Change,
    record_type: type[Record],
    changes: Mapping[int, Mapping[str, Any]],
) -> set[int]:
    """Change fields of many records, by key; return the keys of those that differ now.

    What a source says `further` is put beside what it said before.
    """
    spec = spec_of(record_type)
    wanted = {key: tidied_fields(spec, values) for key, values in changes.items()}
    told = [key for key, values in wanted.items() if "further" in values]
    with workspace.connected() as sql:
        for key, text in (column_values(sql, record_type, "further", told) if told else {}).items():
            wanted[key]["further"] = merged(text, unpacked(wanted[key]["further"]))
    names = sorted({name for values in wanted.values() for name in values})
    with workspace.connected() as sql:
        now = {name: column_values(sql, record_type, name, wanted) for name in names}
    differing = {
        key: fresh
        for key, values in wanted.items()
        if (fresh := {name: v for name, v in values.items() if now[name].get(key) != v})
    }
    change.set_many(record_type, differing)
    return set(differing)


def named_people(
    workspace: Workspace, change: Change, names: Iterable[str], taken: Taken
) -> dict[str, int | None]:
    """Return the people of these names, made within the change where they are not there."""
    wanted = sorted({name for name in names if name})
    if not wanted:
        return {}
    before = workspace.counts()["person"]
    people = {name: person_called(workspace, change, name) for name in wanted}
    taken.add("person", workspace.counts()["person"] - before)
    return people


def cycle_titled(
    workspace: Workspace, change: Change, project: int, title: str, taken: Taken, build: str = ""
) -> int:
    """Return the cycle of this title, made (and open) where it is not there."""
    known = workspace.find(Cycle, project=project, title=title)
    if known is not None:
        return int(known.id)
    taken.add("cycle")
    return int(change.add(Cycle(project=project, title=title, build=build, status="open")).id)


@dataclass(frozen=True)
class _Known:
    key: int
    system: str


class Names:
    """Scripts, requirements or defects of a project by the ids that other tools and people use.

    The id that a record came with goes before the code that it has here; among several of one id
    the one from the same tool is meant. A title never names anything.
    """

    def __init__(
        self, workspace: Workspace, project: int, record_type: type[Script | Requirement | Defect]
    ) -> None:
        self._by_source: dict[str, list[_Known]] = defaultdict(list)
        self._by_code: dict[str, int] = {}
        rows = workspace.rows(
            record_type.select(
                record_type.id, record_type.code, record_type.source_id, record_type.source_system
            ).where(record_type.project == project)
        )
        for row in rows:
            self._by_code[folded(row.code)] = row.id
            if row.source_id:
                known = _Known(row.id, row.source_system)
                self._by_source[folded(row.source_id)].append(known)

    def expect(self, names: Iterable[tuple[str, str]]) -> None:
        """Take it that records of these ids, each with its system, are here already."""
        for number, (name, system) in enumerate(names, start=1):
            there = self._by_source[folded(name)]
            if not any(one.system == system for one in there):
                there.append(_Known(-number, system))

    def find(self, name: str, system: str = "") -> int | None:
        """Return the one record that is meant; None where there is none, or several."""
        known = self.all(name, system)
        return known[0] if len(known) == 1 else None

    def all(self, name: str, system: str = "") -> Sequence[int]:
        """Return all records that may be meant."""
        wanted = folded(name)
        found = self._by_source.get(wanted, [])
        if not found and system == "testlink":
            # Cases are exported with bare numbers, and results name them with the prefix.
            tail = self._by_source.get(wanted.rpartition("-")[2], [])
            found = [one for one in tail if one.system == system]
        own = [one for one in found if system and one.system == system]
        if found:
            return [one.key for one in own or found]
        return [self._by_code[wanted]] if wanted in self._by_code else []


def folded(name: str) -> str:
    """Return an id as it is compared: without case, with single spaces."""
    return " ".join(name.casefold().split())
