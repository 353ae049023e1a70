"""What the imports of UAT need: a cycle for results, and records by the ids that others use."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from changedesk.exchange.making import Taken
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.uat.records import Cycle, Defect, Requirement, Script


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
